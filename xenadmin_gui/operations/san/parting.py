"""What is known of each side of a replica since both parted, and whose writes had better go."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from xenadmin_gui.domain.san import Replica, ReplicaSide
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.san.drbdlog import LogEvent, Said
from xenadmin_gui.operations.san.generations import Generation
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve

#: Clocks that are further apart are told of.
CLOCKS_S = 5.0


@dataclass(frozen=True, slots=True)
class Span:
    """A while by one server's clock, in seconds since the epoch.

    Attributes:
        start: None: it is not known since when.
        end: None: it goes on, or (not ``is_open``) it is not known until when.
    """

    start: float | None
    end: float | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class SideStory:
    """What is known of one side, by its own server's clock and journal.

    Attributes:
        parted_at: When it lost the other side the last time; None when its journal does not say.
        was_whole: Both sides were the same until then.
        writable: When something could write to it since the parting (DRBD's role Primary); None
            when that is not known.
        offered: When Pacemaker ran the target there since; None when that is not known.
        has_pacemaker_log: Pacemaker writes to the journal there.
        clock_off_s: How much its clock is ahead of this program's; None when it was not asked.
        trouble: Why its journal is not known; empty when it is.
    """

    server: str
    generation: Generation = Generation()
    parted_at: float | None = None
    was_whole: bool = False
    writable: tuple[Span, ...] | None = None
    offered: tuple[Span, ...] | None = None
    has_pacemaker_log: bool = False
    clock_off_s: float | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Whose writes had better be dropped; ``loser`` is empty when nobody can say that."""

    loser: str
    reason: str


def stories_of(
    replica: Replica,
    active: str | None,
    logs: dict[str, tuple[LogEvent, ...]],
    plain: dict[str, SideStory],
    *,
    target: str,
) -> tuple[SideStory, ...]:
    """Put together what the journals say.

    Args:
        active: Server that serves the SAN now.
        logs: Of the servers whose journal could be read.
        plain: Each side as far as other questions told of it.
        target: Pacemaker's target; without one, nothing is known of offers.
    """
    partings = {server: _parting(log) for server, log in logs.items()}
    known = [event.at for event in partings.values() if event is not None]
    since = min(known, default=None)
    found = []
    for side in replica.sides:
        name, story = side.server, plain[side.server]
        parting, log = partings.get(name), logs.get(name)
        own = since if parting is None else parting.at
        if parting is None and since is not None and not (log and log[0].at <= since):
            log = None  # it begins too late to tell
        is_primary, serves = side.role == "Primary", name == active
        offers = log if story.has_pacemaker_log else None
        found.append(
            replace(
                story,
                parted_at=None if parting is None else parting.at,
                was_whole=parting is not None and parting.was_whole,
                writable=_spans(log, own, Said.PRIMARY, Said.SECONDARY, is_now=is_primary),
                offered=_spans(offers, own, Said.OFFERED, Said.WITHDRAWN, is_now=serves)
                if target
                else None,
            )
        )
    return tuple(found)


def clocks_apart_s(stories: tuple[SideStory, ...]) -> float:
    """Return how far the servers' clocks are apart, as far as that is known."""
    known = [story.clock_off_s for story in stories if story.clock_off_s is not None]
    return max(known) - min(known) if len(known) > 1 else 0.0


def advise(snapshot: Snapshot, replica: Replica, stories: tuple[SideStory, ...]) -> Advice:
    """Recommend whose writes are dropped, if there is a reason for it.

    Never a side that may hold the newer data; and a recommendation is all it is.
    """
    able = [
        side
        for side in replica.sides
        if not SplitBrainResolve(replica.name, side.server).problems(snapshot)
    ]
    if not able or len(replica.sides) != 2:
        return Advice("", "Neither side can give in as it is now.")
    told = {story.server: story for story in stories}
    slack = clocks_apart_s(stories) + CLOCKS_S
    one, other = replica.sides
    for loser, winner in ((one, other), (other, one)):
        if loser not in able:
            continue
        reason = _reason(loser, winner, told.get(loser.server), told.get(winner.server), slack)
        if reason:
            return Advice(loser.server, reason)
    if any(told[s.server].writable is None for s in (one, other) if s.server in told):
        return Advice("", "The journals do not say which side could be written to, and when.")
    return Advice("", "Each side was written to while the other was not, or both still are.")


def _reason(
    loser: ReplicaSide,
    winner: ReplicaSide,
    loses: SideStory | None,
    wins: SideStory | None,
    slack: float,
) -> str:
    """Say why the loser's writes are those that had better go; empty when nothing says so."""
    name = loser.server
    if loser.out_of_sync_bytes == 0 and loser.role != "Primary" and winner.out_of_sync_bytes:
        return f"{name} has written nothing since the split."
    if loses is None or wins is None:
        return ""
    if loses.offered == () and wins.offered:
        return f"The target did not run on {name} since the split: no VM can have written there."
    if loses.writable is None or not wins.writable:
        return ""
    if all(any(_lies_in(s, whole, slack) for whole in wins.writable) for s in loses.writable):
        return (
            f"{winner.server} could be written to all the while that {name} could, and longer: "
            f"what {name} has is the older."
        )
    return ""


def _lies_in(span: Span, whole: Span, slack: float) -> bool:
    """Whether ``whole`` began no later and ended later, both known and clocks allowed for."""
    begins = math.inf if span.start is None else span.start
    end = math.inf if span.is_open or span.end is None else span.end
    if whole.start is None or begins + slack < whole.start:
        return False
    return end < math.inf and (whole.is_open or (whole.end is not None and end + slack < whole.end))


def _parting(log: tuple[LogEvent, ...]) -> LogEvent | None:
    """The contact that was lost and not made again."""
    parting = None
    for event in log:
        if event.said is Said.LOST:
            parting = event
        elif event.said is Said.MET:
            parting = None
    return parting


def _spans(
    log: tuple[LogEvent, ...] | None, since: float | None, begins: Said, ends: Said, *, is_now: bool
) -> tuple[Span, ...] | None:
    """Return when something was so from ``since`` on; None when the journal cannot say it."""
    if log is None or since is None:
        return (Span(None, is_open=True),) if is_now else None
    spans: list[Span] = []
    start: float | None = since  # unless an event says otherwise, it was so when the log begins
    is_on: bool | None = None
    for event in log:
        if event.said is begins:
            start, is_on = (start if is_on else event.at), True
        elif event.said in (ends, Said.STARTED):
            if is_on is None and event.said is Said.STARTED and event.at >= since:
                return None  # what it was before it went down, nothing says
            if is_on or (is_on is None and event.said is ends):
                spans.append(Span(start, event.at))
            start, is_on = None, False
    if is_now:
        spans.append(Span(start, is_open=True))
    elif is_on:
        spans.append(Span(start))
    return tuple(
        Span(None if span.start is None else max(span.start, since), span.end, span.is_open)
        for span in spans
        if span.end is None or span.end >= since
    )
