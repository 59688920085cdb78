"""What is left to do of a draft about several objects, once its plan has ended for some of them."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.tasks import Task


@runtime_checkable
class Divisible(Protocol):
    """A draft about several objects, each of which is done, or not, by itself."""

    def without(self, done: frozenset[Key]) -> Draft | None:
        """Return the same draft about the other objects; None when there are none."""
        ...


def whole_subjects(plan: Plan, task: Task) -> frozenset[Key]:
    """Return the subjects whose steps all ended well."""
    keys = dict.fromkeys(step.subject for step in plan.steps)
    return frozenset(
        key
        for key in keys
        if all(task.step(step.number).state.is_good for step in plan.steps_of(key))
    )


def rest_of(draft: Draft, plan: Plan, task: Task) -> Draft | None:
    """Return the draft for what ``task`` left undone; None when that is all of it, or nothing."""
    if not isinstance(draft, Divisible):
        return None
    done = whole_subjects(plan, task)
    return draft.without(done) if done else None
