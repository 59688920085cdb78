"""What a plan sheet shows, as values: the same for a preview, a running task and a record."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.tasks import StepState, TaskState


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
        state: None in a preview.
        started_at, ended_at: Clock seconds; None before.
        output: The last of what its command wrote.
    """

    number: int
    subject: str
    title: str
    commands: tuple[tuple[str, tuple[str, ...]], ...] = ()
    state: StepState | None = None
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
        cautions: What can be done and may not be what is wanted, one sentence each.
        notes: What cannot be taken back or foreseen, one sentence each.
        who: Who ran it, such as ``anna@desk3``; empty for a preview.
        confirm: What has to be typed before it may run; empty: nothing.
    """

    title: str
    subjects: tuple[SheetSubject, ...]
    steps: tuple[SheetStep, ...]
    task_id: str = ""
    state: TaskState | None = None
    started_at: float | None = None
    ended_at: float | None = None
    afterwards: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    who: str = ""
    trouble: Trouble | None = None
    confirm: str = ""
    cautions: tuple[str, ...] = ()

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
        return sum(step.state not in _UNDER_WAY for step in self.steps)

    @property
    def is_active(self) -> bool:
        """Whether it runs or is about to."""
        return self.state in (TaskState.PLANNED, TaskState.RUNNING)


_UNDER_WAY = (None, StepState.WAITING, StepState.STARTED, StepState.UNDOING)
