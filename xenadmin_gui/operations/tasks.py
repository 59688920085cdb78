"""Tasks: plans that were run, as the journal tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from xenadmin_gui.domain.keys import Key


class TaskState(StrEnum):
    """Where a task stands. INTERRUPTED: the program that ran it is gone and it is not finished."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    ROLLED_BACK = "rolled-back"
    LEFT = "left"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it by itself or by resuming it."""
        return self not in (TaskState.PLANNED, TaskState.RUNNING, TaskState.INTERRUPTED)


class StepState(StrEnum):
    """Where a step stands. STARTED: its end is not known (yet)."""

    WAITING = "waiting"
    STARTED = "started"
    DONE = "done"
    ALREADY = "already"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    UNDOING = "undoing"
    UNDONE = "undone"
    UNDO_FAILED = "undo-failed"

    @property
    def is_good(self) -> bool:
        """Whether what it was for is so."""
        return self in (StepState.DONE, StepState.ALREADY)


@dataclass(frozen=True, slots=True)
class TaskStep:
    """One step of a task.

    Attributes:
        host: Where its command ran or will run.
        started: Clock seconds; None when it has not begun.
        ended: Clock seconds; None when it has not ended.
        said: What the command or the cluster said, as it was.
        means: What that means, one sentence.
        next_step: What to do about it, one sentence.
    """

    number: int
    subject: Key
    title: str
    host: str
    state: StepState = StepState.WAITING
    started: float | None = None
    ended: float | None = None
    said: str = ""
    means: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class TaskCommand:
    """A command that a task sent, as the journal keeps it.

    Attributes:
        exit_status: None when the end is not known.
        ended: Clock seconds; None when its answer never came.
        is_undo: Whether it belongs to taking the step back.
    """

    number: int
    step: int
    host: str
    argv: tuple[str, ...]
    started: float
    ended: float | None = None
    exit_status: int | None = None
    output_tail: str = ""
    is_undo: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One plan that was run, is running or was cut off.

    Attributes:
        id: The plan's id.
        created: Clock seconds.
        started: Clock seconds; None when it has not begun.
        ended: Clock seconds; None while it is not over.
        who: ``user@machine`` that ran it.
        subjects: What it is about.
        reason: Why it ended as it did, one sentence; empty when all went well.
    """

    id: str
    title: str
    state: TaskState
    created: float
    started: float | None
    ended: float | None
    who: str
    subjects: tuple[Key, ...] = ()
    steps: tuple[TaskStep, ...] = ()
    reason: str = ""

    def step(self, number: int) -> TaskStep:
        """Return the step with that number.

        Raises:
            KeyError: There is none.
        """
        for step in self.steps:
            if step.number == number:
                return step
        raise KeyError(number)

    @property
    def failures(self) -> tuple[TaskStep, ...]:
        """The steps that went wrong."""
        return tuple(s for s in self.steps if s.state in (StepState.FAILED, StepState.UNDO_FAILED))


def task_as_dict(task: Task) -> dict[str, Any]:
    """Return the task in plain JSON types; times are seconds since the epoch or None."""
    return {
        "id": task.id,
        "title": task.title,
        "state": str(task.state),
        "created": task.created,
        "started": task.started,
        "ended": task.ended,
        "who": task.who,
        "subjects": [str(key) for key in task.subjects],
        "reason": task.reason,
        "steps": [
            {
                "number": step.number,
                "subject": str(step.subject),
                "title": step.title,
                "host": step.host,
                "state": str(step.state),
                "started": step.started,
                "ended": step.ended,
                "said": step.said,
                "means": step.means,
                "next_step": step.next_step,
            }
            for step in task.steps
        ],
    }
