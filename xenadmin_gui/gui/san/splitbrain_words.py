"""What is known of a replica's sides since they parted, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.operations.san.generations import have_parted
from xenadmin_gui.operations.san.parting import CLOCKS_S, SideStory, Span, clocks_apart_s

tr = QCoreApplication.translate


def asking() -> str:
    """What stands where an answer is still awaited."""
    return tr("SplitBrain", "asking…")


def current_words(story: SideStory | None) -> str:
    """Say which generation of the data a side has now."""
    if story is None:
        return asking()
    known = story.generation
    return known.current or phrase(known.trouble) or tr("SplitBrain", "not known")


def common_words(story: SideStory | None) -> str:
    """Say which generation both had in common."""
    return story.generation.bitmap if story is not None and story.generation.bitmap else "–"


def parted_words(story: SideStory | None) -> str:
    """Say when a side lost the other one."""
    if story is None:
        return asking()
    if story.trouble:
        return phrase(story.trouble)
    if story.parted_at is None:
        return tr("SplitBrain", "its journal does not say")
    when = wording.absolute_time(story.parted_at)
    if story.was_whole:
        return when
    return tr("SplitBrain", "in the middle of a resync, until {time}").format(time=when)


def spans_words(story: SideStory | None, spans: tuple[Span, ...] | None) -> str:
    """Say when something was so since the parting."""
    if story is None:
        return asking()
    if spans is None:
        return tr("SplitBrain", "not known")
    return "\n".join(map(_span, spans)) if spans else tr("SplitBrain", "not since then")


def clocks_words(stories: Sequence[SideStory]) -> str:
    """Say that the servers' clocks differ; empty while they do not, or nobody knows."""
    apart = clocks_apart_s(tuple(stories))
    if apart <= CLOCKS_S:
        return ""
    return tr(
        "SplitBrain",
        "The servers' clocks are {duration} apart: each side's times are by its own clock.",
    ).format(duration=wording.duration(apart))


def verdict_words(stories: Sequence[SideStory]) -> str:
    """Say what the generations mean; empty while they are not known."""
    parted = have_parted(tuple(story.generation for story in stories))
    if parted is None:
        return ""
    if parted:
        return tr(
            "SplitBrain",
            "Both sides began from the same data and then wrote without each other. They "
            "cannot be joined: one side's writes since the split are kept, the other's dropped.",
        )
    return tr(
        "SplitBrain",
        "The generations do not say that both sides began from the same data. Look closely "
        "before you decide: everything may have to be copied.",
    )


def _is_same_day(one: float, other: float) -> bool:
    days = [QDateTime.fromMSecsSinceEpoch(round(at * 1000)).date() for at in (one, other)]
    return days[0] == days[1]


def _span(span: Span) -> str:
    unknown = tr("SplitBrain", "not known")
    start = unknown if span.start is None else wording.absolute_time(span.start)
    if span.is_open and span.start is None:
        return tr("SplitBrain", "now, and not known since when")
    if span.is_open:
        return tr("SplitBrain", "since {start}, still").format(start=start)
    end = unknown if span.end is None else wording.absolute_time(span.end)
    if span.start is not None and span.end is not None and _is_same_day(span.start, span.end):
        end = wording.clock_time(span.end)
    return tr("SplitBrain", "{start} to {end}").format(start=start, end=end)
