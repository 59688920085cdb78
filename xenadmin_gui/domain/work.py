"""What a task is doing to an object: making it, deleting it, or leaving it half done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.states import Health


class WorkKind(StrEnum):
    """What becomes of the object."""

    MAKING = "made"
    DELETING = "deleted"
    CHANGING = "changed"


@dataclass(frozen=True, slots=True)
class Work:
    """The last task about an object that is not through with it.

    Attributes:
        task: Its id.
        title: Its title.
        is_over: Nobody works on it any more: what it began is half done.
        can_go_on: It was cut off, so that it can be continued as well as rolled back.
    """

    kind: WorkKind
    task: str
    title: str
    is_over: bool = False
    can_go_on: bool = False

    @property
    def health(self) -> Health:
        """The sign of its object: what it does on the way there is no failure."""
        return Health.FAILED if self.is_over else Health.WORKING

    @property
    def words(self) -> str:
        """The state of its object in two or three words."""
        return f"half {self.kind}" if self.is_over else f"being {self.kind}"

    @property
    def note(self) -> str:
        """What is going on, or was, without a name."""
        if self.is_over:
            return f"The task “{self.title}” ended before it was through with it."
        return f"The task “{self.title}” is at work on it."

    def sentence(self, name: str) -> str:
        """What is going on with the object called ``name``, or what was left of it."""
        return _half(self, name) if self.is_over else _at_work(self, name)

    @property
    def next_step(self) -> str:
        """What to do about it; empty while the task runs."""
        if not self.is_over:
            return ""
        if self.can_go_on:
            return "Continue that task, roll it back, or leave it as it is."
        return "Roll that task back, or leave it as it is."


def _at_work(work: Work, name: str) -> str:
    match work.kind:
        case WorkKind.MAKING:
            return f"{name} is being made by the task “{work.title}”."
        case WorkKind.DELETING:
            return f"{name} is being deleted by the task “{work.title}”."
        case WorkKind.CHANGING:
            return f"{name} is being changed by the task “{work.title}”."


def _half(work: Work, name: str) -> str:
    match work.kind:
        case WorkKind.MAKING:
            return f"{name} is half made: the task “{work.title}” ended before it was through."
        case WorkKind.DELETING:
            return f"{name} is half deleted: the task “{work.title}” ended before it was through."
        case WorkKind.CHANGING:
            return f"{name} is half changed: the task “{work.title}” ended before it was through."


def health_in(work: Work | None, own: Health) -> Health:
    """Return how an object is shown that a task works on; ``own`` is its health by itself."""
    return own if work is None else work.health
