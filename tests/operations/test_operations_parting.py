"""What two journals say of a split brain, and when a loser is recommended."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from labsan import FREE
from sanplans import served, split, with_sides

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.san.drbdlog import Said, journal_command, read_journal
from xenadmin_gui.operations.san.evidence import gather
from xenadmin_gui.operations.san.parting import Advice, SideStory, Span, advise

CAPTURES = Path(__file__).resolve().parents[1] / "captures"
T = 1_795_000_000.0
TARGET = "p_target"
ACTIVE_LOST = "drbd pv1: peer( Secondary -> Unknown ) conn( Connected -> NetworkFailure ) "
PASSIVE_LOST = ACTIVE_LOST.replace("Secondary", "Primary")
GONE = "pdsk( UpToDate -> DUnknown )"
FOUND = "drbd pv1: conn( WFReportParams -> Disconnecting )"
UP, DOWN = "block drbd3: role( Secondary -> Primary )", "block drbd3: role( Primary -> Secondary )"
STARTED = f"Result of start operation for {TARGET} on san2: ok"


def journal(*entries: tuple[float, str], boot: str = "a") -> str:
    """Entries as journalctl writes them, the newest first."""
    lines = [
        json.dumps(
            {"__REALTIME_TIMESTAMP": str(int((T + at) * 1e6)), "_BOOT_ID": boot, "MESSAGE": text}
        )
        for at, text in reversed(entries)
    ]
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture
def snapshot() -> Snapshot:
    """The laboratory with a split brain of pv1; san1 serves and is Primary."""
    both = split(served(), FREE)
    return with_sides(both, FREE, {"role": "Primary"}, {"role": "Secondary"})


def replica_in(snapshot: Snapshot) -> Replica:
    found = snapshot.san.replica(FREE)
    assert found is not None
    return found


def told(snapshot: Snapshot, one: str, other: str, *, ahead: float = 0.0) -> tuple[SideStory, ...]:
    """What comes of two journals; san2's clock is ``ahead``."""
    context, replica = JobContext(), replica_in(snapshot)

    def ask(
        server: str, command: Command, context: JobContext, *, timeout_s: float
    ) -> CommandResult:
        said = {"san1": one, "san2": other}[server]
        if command.argv[0] == "date":
            said = str(int(context.clock.now() + (ahead if server == "san2" else 0.0)))
        elif "--lines=1" in command.argv:
            said = journal((-9e5, "State transition S_PENDING -> S_NOT_DC"))
        elif command.argv[0] == "drbdadm":
            said = f"{'5A' * 8}:{'00' * 8}:0:0\n"
        elif not said:
            raise UnreachableError(server, "no route to host")
        return CommandResult(server, command, 0, said)

    return gather(ask, snapshot, replica, context)


def test_messages_of_both_drbds_and_of_pacemaker_are_read(snapshot: Snapshot) -> None:
    replica = replica_in(snapshot)
    eight = journal(
        (0, "block drbd3: disk( Diskless -> Attaching ) "),
        (1, "drbd pv1: conn( StandAlone -> Unconnected ) "),
        (2, "block drbd3: peer( Unknown -> Secondary ) conn( WFReportParams -> Connected ) "),
        (3, UP),
        (4, ACTIVE_LOST + GONE),
        (5, FOUND),
        (6, "block drbd33: role( Primary -> Secondary ) "),
        (7, "drbd pv10: conn( Connected -> NetworkFailure ) "),
        (8, STARTED),
        (9, STARTED.replace("ok", "unknown error")),
    )
    events = [(e.at - T, e.said) for e in read_journal("no json\n" + eight, replica, TARGET)]
    met, lost = (2, Said.MET), (4, Said.LOST)
    assert events == [(0, Said.STARTED), met, (3, Said.PRIMARY), lost, (8, Said.OFFERED)]
    nine = journal(
        (1, "drbd pv1 san2: conn( Connecting -> Connected ) peer( Unknown -> Secondary )"),
        (2, "drbd pv1/0 drbd3 san2: repl( Off -> Established ) [attach]"),
        (3, "drbd pv1: role( Secondary -> Primary ) [primary]"),
        (4, "drbd pv1 san2: conn( Connected -> NetworkFailure ) peer( Primary -> Unknown )"),
        (4, "drbd pv1/0 drbd3 san2: pdsk( UpToDate -> DUnknown ) repl( Established -> Off )"),
        (5, "drbd pv1 san2: conn( Connected -> Disconnecting )"),
    )
    events = [(e.at - T, e.said) for e in read_journal(nine, replica, "")]
    assert events == [(2, Said.MET), (3, Said.PRIMARY), (4, Said.LOST)]


def test_the_question_matches_this_replica_only(snapshot: Snapshot) -> None:
    named = replace(replica_in(snapshot), name="db.1")
    argv = journal_command(named, TARGET).argv
    pattern = next(word for word in argv if word.startswith("--grep="))
    assert r"drbd db\.1[ :/]|drbd3:|\bResult of (start|stop) operation for p_target on " in pattern


def test_each_side_says_until_when_it_was_whole_and_could_be_written_to(
    snapshot: Snapshot,
) -> None:
    one, other = told(
        snapshot,
        journal((0, ACTIVE_LOST + GONE), (600, FOUND)),
        journal((2, PASSIVE_LOST + GONE), (30, UP), (90, DOWN), (600, FOUND)),
    )
    assert (one.parted_at, one.was_whole) == (T, True)
    assert one.writable == (Span(T, is_open=True),)
    assert other.writable == (Span(T + 30, T + 90),)
    assert one.offered == (Span(T, is_open=True),)
    assert other.offered == ()


def test_a_resync_was_not_yet_the_same(snapshot: Snapshot) -> None:
    target = "drbd pv1: conn( SyncTarget -> NetworkFailure ) pdsk( UpToDate -> DUnknown )"
    stories = told(snapshot, journal((0, ACTIVE_LOST + GONE)), journal((0, target)))
    assert [story.was_whole for story in stories] == [True, False]


def test_what_a_journal_does_not_reach_is_not_called_never(snapshot: Snapshot) -> None:
    lost = journal((0, ACTIVE_LOST + GONE))
    crashed = journal((50, "block drbd3: disk( Diskless -> Attaching )"), boot="b")
    _, other = told(snapshot, lost, crashed)
    assert (other.parted_at, other.writable, other.offered) == (None, None, None)
    before = journal((-9, "drbd pv1: conn( WFReportParams -> Connected )"))
    _, other = told(snapshot, lost, crashed + before)
    assert other.writable is None  # it may have been Primary when it fell
    before = journal((-9, "drbd pv1: conn( WFReportParams -> Connected )"), (-8, DOWN))
    _, other = told(snapshot, lost, crashed + before)
    assert other.writable == ()
    _, other = told(snapshot, lost, "")
    assert "no route" in other.trouble
    assert other.writable is None


ACTIVE = (Span(T, is_open=True),)
BRANCH = (Span(T + 30, T + 90),)


@pytest.mark.parametrize(
    ("one", "other", "ahead", "loser"),
    [
        ({"writable": ACTIVE}, {"writable": BRANCH}, 0.0, "san2"),
        ({"writable": ACTIVE}, {"writable": (Span(T - 20, T + 90),)}, 30.0, "san2"),
        ({"writable": ACTIVE}, {"writable": (Span(T - 20, T + 90),)}, 0.0, ""),
        ({"writable": ACTIVE}, {"writable": None}, 0.0, ""),
        ({"writable": ACTIVE}, {"writable": (Span(T + 30, is_open=True),)}, 0.0, ""),
        ({"writable": (Span(T + 90, is_open=True),)}, {"writable": BRANCH}, 0.0, ""),
        ({"writable": (Span(None, is_open=True),)}, {"writable": BRANCH}, 0.0, ""),
        ({"offered": ACTIVE}, {"offered": ()}, 0.0, "san2"),
        ({"offered": ACTIVE}, {"offered": None}, 0.0, ""),
        ({"writable": ()}, {"writable": ()}, 0.0, ""),
        ({"writable": ACTIVE}, {"writable": ()}, 0.0, "san2"),
    ],
)
def test_only_what_is_surely_the_older_branch_is_recommended(
    snapshot: Snapshot, one: dict[str, Any], other: dict[str, Any], ahead: float, loser: str
) -> None:
    stories = (
        SideStory("san1", clock_off_s=0.0, **one),
        SideStory("san2", clock_off_s=ahead, **other),
    )
    assert advise(snapshot, replica_in(snapshot), stories).loser == loser


def test_who_wrote_nothing_loses_and_who_cannot_give_in_never(snapshot: Snapshot) -> None:
    idle = with_sides(snapshot, FREE, {}, {"out_of_sync_bytes": 0})
    stories = (SideStory("san1"), SideStory("san2"))
    advice = advise(idle, replica_in(idle), stories)
    assert advice == Advice("san2", "san2 has written nothing since the split.")
    serving = with_sides(snapshot, FREE, {"out_of_sync_bytes": 0}, {})
    assert advise(serving, replica_in(serving), stories).loser == ""


@pytest.mark.parametrize(("server", "writes_alone"), [("san1", False), ("san2", True)])
def test_the_journals_of_a_real_split_brain(
    snapshot: Snapshot, server: str, writes_alone: bool
) -> None:
    text = (CAPTURES / "lab-split-brain" / f"{server}.journal.json").read_text()
    told_of = read_journal(text, replica_in(snapshot), TARGET)
    last = [event.said for event in told_of[-4 if writes_alone else -2 :]]
    alone = [Said.PRIMARY, Said.SECONDARY] if writes_alone else []
    assert last == [Said.LOST, *alone, Said.MET]
    assert next(event for event in reversed(told_of) if event.said is Said.LOST).was_whole
