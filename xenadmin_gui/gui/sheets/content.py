"""What a plan sheet shows, as values: the same for a preview, a running task and a record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.states import Health


class Verdict(StrEnum):
    """What a plan means for one of its objects."""

    WILL_DO = "will-do"
    ALREADY = "already"
    CANNOT = "cannot"


class Stage(StrEnum):
    """How far a step is."""

    PLANNED = "planned"
    WAITING = "waiting"
    RUNNING = "running"
    ALREADY = "already"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    UNDONE = "undone"

    @property
    def health(self) -> Health:
        """The sign it is shown with."""
        return _STAGE_HEALTH[self]

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to the step in this run."""
        return self not in (Stage.PLANNED, Stage.WAITING, Stage.RUNNING)


_STAGE_HEALTH = {
    Stage.PLANNED: Health.OFF,
    Stage.WAITING: Health.OFF,
    Stage.RUNNING: Health.WORKING,
    Stage.ALREADY: Health.OK,
    Stage.DONE: Health.OK,
    Stage.FAILED: Health.FAILED,
    Stage.UNKNOWN: Health.UNKNOWN,
    Stage.SKIPPED: Health.OFF,
    Stage.UNDONE: Health.OFF,
}


class TaskState(StrEnum):
    """How far a whole task is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ROLLED_BACK = "rolled-back"
    INTERRUPTED = "interrupted"
    LEFT = "left"

    @property
    def health(self) -> Health:
        """The sign it is shown with."""
        return _TASK_HEALTH[self]

    @property
    def is_active(self) -> bool:
        """Whether it runs or is about to."""
        return self in (TaskState.WAITING, TaskState.RUNNING)


_TASK_HEALTH = {
    TaskState.WAITING: Health.WORKING,
    TaskState.RUNNING: Health.WORKING,
    TaskState.DONE: Health.OK,
    TaskState.FAILED: Health.FAILED,
    TaskState.CANCELLED: Health.OFF,
    TaskState.ROLLED_BACK: Health.OFF,
    TaskState.INTERRUPTED: Health.UNKNOWN,
    TaskState.LEFT: Health.OFF,
}


@dataclass(frozen=True, slots=True)
class SheetSubject:
    """One object of a plan; the reason is a sentence, or empty when it will be done."""

    name: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a step failed, in three parts; each may be empty."""

    said: str = ""
    means: str = ""
    todo: str = ""


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One step.

    Attributes:
        commands: Host and argv of each command, exactly as it runs.
        started_at, ended_at: Clock seconds; None before.
        output: The last of what its command wrote.
    """

    number: int
    subject: str
    title: str
    commands: tuple[tuple[str, tuple[str, ...]], ...] = ()
    stage: Stage = Stage.PLANNED
    started_at: float | None = None
    ended_at: float | None = None
    output: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A whole sheet.

    Attributes:
        task_id: Empty until the plan has become a task.
        state: None for a preview.
        afterwards: What will be so when it is done, one clause an entry.
        who: Who ran it, such as ``anna@desk3``; empty for a preview.
    """

    title: str
    subjects: tuple[SheetSubject, ...]
    steps: tuple[SheetStep, ...]
    task_id: str = ""
    state: TaskState | None = None
    started_at: float | None = None
    ended_at: float | None = None
    afterwards: tuple[str, ...] = ()
    who: str = ""
    trouble: Trouble | None = None

    def with_verdict(self, verdict: Verdict) -> tuple[SheetSubject, ...]:
        """Return the objects that ``verdict`` was passed on."""
        return tuple(s for s in self.subjects if s.verdict is verdict)

    @property
    def commands(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every command in the order of the steps."""
        return tuple(command for step in self.steps for command in step.commands)

    @property
    def steps_over(self) -> int:
        """How many steps have come to an end."""
        return sum(step.stage.is_over for step in self.steps)
