"""The state of a task in one sentence, for the sheet and for the Tasks dock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.sheets.content import SheetContent
from xenadmin_gui.operations.tasks import StepState, TaskState

_TASK_HEALTH = {
    TaskState.PLANNED: Health.WORKING,
    TaskState.RUNNING: Health.WORKING,
    TaskState.DONE: Health.OK,
    TaskState.FAILED: Health.FAILED,
    TaskState.CANCELLED: Health.OFF,
    TaskState.ROLLED_BACK: Health.OFF,
    TaskState.INTERRUPTED: Health.UNKNOWN,
    TaskState.LEFT: Health.OFF,
}

_STEP_HEALTH = {
    StepState.WAITING: Health.OFF,
    StepState.STARTED: Health.WORKING,
    StepState.DONE: Health.OK,
    StepState.ALREADY: Health.OK,
    StepState.FAILED: Health.FAILED,
    StepState.CANCELLED: Health.UNKNOWN,
    StepState.SKIPPED: Health.OFF,
    StepState.UNDOING: Health.WORKING,
    StepState.UNDONE: Health.OFF,
    StepState.UNDO_FAILED: Health.FAILED,
}


def task_health(state: TaskState) -> Health:
    """Return the sign of a task."""
    return _TASK_HEALTH[state]


def step_health(state: StepState, *, is_active: bool) -> Health:
    """Return the sign of a step; begun in a task that no longer runs means unknown."""
    if state in (StepState.STARTED, StepState.UNDOING) and not is_active:
        return Health.UNKNOWN
    return _STEP_HEALTH[state]


def task_state_word(state: TaskState) -> str:
    """Return how far a task is, in one word or two."""
    tr = QCoreApplication.translate
    words = {
        TaskState.PLANNED: tr("Tasks", "waiting"),
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
    if content.is_active and content.steps:
        undoing = (s.number for s in content.steps if s.state is StepState.UNDOING)
        number = next(undoing, min(content.steps_over + 1, len(content.steps)))
        text = tr("Tasks", "step {number} of {count}")
        parts.append(text.format(number=number, count=len(content.steps)))
    if content.started_at is not None:
        end = now if content.ended_at is None else content.ended_at
        if content.is_active:
            parts.append(wording.duration(end - content.started_at))
        elif content.ended_at is not None:
            took = wording.duration(end - content.started_at)
            parts.append(tr("Tasks", "took {time}").format(time=took))
            text = tr("Tasks", "ended {time}")
            parts.append(text.format(time=wording.absolute_time(content.ended_at)))
    if content.who:
        parts.append(content.who)
    return " · ".join(parts)


def step_state_word(state: StepState, took: float | None, *, is_active: bool) -> str:
    """Return how far a step is: ``running, 12 s``; ``took`` in seconds or None."""
    tr = QCoreApplication.translate
    time = "" if took is None else wording.duration(took)
    if state in (StepState.STARTED, StepState.UNDOING) and not is_active:
        return tr("Tasks", "outcome unknown")
    words = {
        StepState.WAITING: tr("Tasks", "waiting") if is_active else tr("Tasks", "not done"),
        StepState.STARTED: tr("Tasks", "running, {time}").format(time=time or "…"),
        StepState.DONE: tr("Tasks", "done, {time}").format(time=time) if time else "",
        StepState.ALREADY: tr("Tasks", "already so"),
        StepState.FAILED: tr("Tasks", "failed"),
        StepState.CANCELLED: tr("Tasks", "cancelled"),
        StepState.SKIPPED: tr("Tasks", "not done"),
        StepState.UNDOING: tr("Tasks", "undoing, {time}").format(time=time or "…"),
        StepState.UNDONE: tr("Tasks", "undone"),
        StepState.UNDO_FAILED: tr("Tasks", "could not be undone"),
    }
    return words[state] or tr("Tasks", "done")
