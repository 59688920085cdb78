"""The state of a task in one sentence, for the sheet and for the Tasks dock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.sheets.content import SheetContent, Stage, TaskState


def task_state_word(state: TaskState) -> str:
    """Return how far a task is, in one word or two."""
    tr = QCoreApplication.translate
    words = {
        TaskState.WAITING: tr("Tasks", "waiting"),
        TaskState.RUNNING: tr("Tasks", "running"),
        TaskState.DONE: tr("Tasks", "done"),
        TaskState.FAILED: tr("Tasks", "failed"),
        TaskState.CANCELLED: tr("Tasks", "cancelled"),
        TaskState.ROLLED_BACK: tr("Tasks", "rolled back"),
        TaskState.INTERRUPTED: tr("Tasks", "cut off"),
        TaskState.LEFT: tr("Tasks", "left as it was"),
    }
    return words[state]


def state_sentence(content: SheetContent, now: float) -> str:
    """Return state, step, time and who: ``running · step 2 of 3 · 12 s · anna``."""
    if content.state is None:
        return ""
    tr = QCoreApplication.translate
    parts = [task_state_word(content.state)]
    if content.state.is_active and content.steps:
        number = next(
            (step.number for step in content.steps if step.stage is Stage.RUNNING),
            min(content.steps_over + 1, len(content.steps)),
        )
        text = tr("Tasks", "step {number} of {count}")
        parts.append(text.format(number=number, count=len(content.steps)))
    if content.started_at is not None:
        end = now if content.ended_at is None else content.ended_at
        if content.state.is_active:
            parts.append(wording.duration(end - content.started_at))
        elif content.ended_at is not None:
            took = wording.duration(end - content.started_at)
            parts.append(tr("Tasks", "took {time}").format(time=took))
            parts.append(wording.relative_time(content.ended_at, now))
    if content.who:
        parts.append(content.who)
    return " · ".join(parts)
