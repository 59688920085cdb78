"""What is known of both sides of a replica since they parted, as a table or as JSON."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from xenadmin_gui.cli.call import Call, interruptible
from xenadmin_gui.cli.output import moment, size
from xenadmin_gui.domain.errors import ExitCode
from xenadmin_gui.domain.san import Replica, ReplicaSide
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.san.evidence import gather
from xenadmin_gui.operations.san.parting import (
    CLOCKS_S,
    SideStory,
    Span,
    advise,
    clocks_apart_s,
)

_UNKNOWN = "not known"


def show_parting(call: Call, snapshot: Snapshot, replica: Replica) -> int:
    """Ask both servers and print what they say, and whose writes had better go."""
    with interruptible(call.context):
        stories = gather(call.session.ask, snapshot, replica, call.context)
    advice, out = advise(snapshot, replica, stories), call.output
    told = {story.server: story for story in stories}
    sides = [(side, told[side.server]) for side in replica.sides]
    apart = clocks_apart_s(stories)
    if out.as_json:
        out.json(
            {
                "replica": replica.name,
                "split_brain": replica.is_split_brain,
                "sides": [_record(side, story) for side, story in sides],
                "clocks_apart_s": apart,
                "recommended_loser": advice.loser or None,
                "reason": advice.reason,
            }
        )
        return ExitCode.DONE
    rows: list[tuple[str, ...]] = [
        ("role", *(side.role or "-" for side, _ in sides)),
        ("data", *(side.disk or "-" for side, _ in sides)),
        ("both the same until", *(_parted(story) for _, story in sides)),
        ("written since", *(size(side.out_of_sync_bytes) for side, _ in sides)),
        *_lines("could be written to", [_spans(story.writable) for _, story in sides]),
        *_lines("offered to the hosts", [_spans(story.offered) for _, story in sides]),
        ("generation", *(story.generation.current or "-" for _, story in sides)),
        ("had in common", *(story.generation.bitmap or "-" for _, story in sides)),
    ]
    out.table((replica.name, *(side.server for side, _ in sides)), rows)
    for story in stories:
        for trouble in dict.fromkeys((story.trouble, story.generation.trouble)):
            if trouble:
                out.line(f"! {story.server}: {trouble}")
    if apart > CLOCKS_S:
        out.line(f"! The servers' clocks are {apart:.0f} s apart: times are each side's own.")
    out.line()
    if not replica.is_split_brain:
        out.line(f"{replica.name} has no split brain.")
        return ExitCode.DONE
    if advice.loser:
        out.line(f"Recommended: --loser {advice.loser}. {advice.reason}")
    else:
        out.line(f"Nothing can be recommended. {advice.reason}")
    return ExitCode.DONE


def _record(side: ReplicaSide, story: SideStory) -> dict[str, Any]:
    return {
        "server": side.server,
        "role": side.role or None,
        "disk": side.disk or None,
        "connection": side.connection or None,
        "out_of_sync_bytes": side.out_of_sync_bytes,
        "parted_at": story.parted_at,
        "same_until_then": story.was_whole if story.parted_at is not None else None,
        "writable": _span_records(story.writable),
        "offered": _span_records(story.offered),
        "generation": story.generation.current or None,
        "had_in_common": story.generation.bitmap or None,
        "trouble": story.trouble or story.generation.trouble or None,
    }


def _span_records(spans: tuple[Span, ...] | None) -> list[dict[str, Any]] | None:
    if spans is None:
        return None
    return [{"from": s.start, "to": s.end, "still": s.is_open} for s in spans]


def _parted(story: SideStory) -> str:
    if story.parted_at is None:
        return _UNKNOWN
    when = moment(story.parted_at)
    return when if story.was_whole else f"in a resync until {when}"


def _spans(spans: tuple[Span, ...] | None) -> list[str]:
    if spans is None:
        return [_UNKNOWN]
    return [_span(span) for span in spans] or ["not since then"]


def _span(span: Span) -> str:
    start = _UNKNOWN if span.start is None else moment(span.start)
    if span.is_open:
        return "now" if span.start is None else f"since {start}, still"
    return f"{start} to {_UNKNOWN if span.end is None else moment(span.end)}"


def _lines(name: str, columns: list[list[str]]) -> list[tuple[str, ...]]:
    """One row a span; the name stands before the first."""
    rows = zip_longest(*columns, fillvalue="")
    return [(name if number == 0 else "", *cells) for number, cells in enumerate(rows)]
