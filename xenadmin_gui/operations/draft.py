"""A draft: what the administrator filled in, before it becomes a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.plan import Plan


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a draft cannot become a plan.

    Attributes:
        sentence: What is wrong.
        next_step: What to do about it; may be empty.
        subject: Object it is about, or None when the draft itself is meant.
        code: Stable name of the kind of problem.
        field: Field of the draft that has to change, such as ``target``; may be empty.
    """

    sentence: str
    next_step: str = ""
    subject: Key | None = None
    code: str = "cannot"
    field: str = ""


class Draft(Protocol):
    """What windows, command line and tests fill in alike."""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan in ``snapshot``; empty when nothing does."""
        ...

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan; runs nothing, asks nobody.

        Raises:
            PreconditionError: It has problems.
        """
        ...


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raise the problems as one error; go on when there are none.

    Raises:
        PreconditionError: There are some; it has the code of the first.
    """
    if problems:
        sentences = " ".join(dict.fromkeys(problem.sentence for problem in problems))
        steps = " ".join(dict.fromkeys(p.next_step for p in problems if p.next_step))
        raise PreconditionError(sentences, next_step=steps, code=problems[0].code)
