"""The steps of several plans as one row of one subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.operations.plan import Plan, Step, unit_name

T = TypeVar("T")


def joined(
    subject: Key, *plans: Plan | Iterable[Step], plan_id: str = "", first: int = 1
) -> tuple[Step, ...]:
    """Return the steps of ``plans``, one plan after the other, as steps of ``subject``.

    Args:
        plans: Plans, or rows of steps.
        plan_id: Of the plan that they go into: units are named after it; empty: they keep theirs.
        first: Number of the first step.
    """
    rows = [plan.steps if isinstance(plan, Plan) else tuple(plan) for plan in plans]
    steps: list[Step] = []
    for row in rows:
        names: dict[str, str] = {}
        for number, step in enumerate(row, start=first + len(steps)):
            for action, is_undo in ((step, False), *((undo, True) for undo in step.undo)):
                if action.unit and plan_id and action.unit not in names:
                    names[action.unit] = unit_name(plan_id, number, undo=is_undo)
        made = [renamed(step, names) for step in row] if names else list(row)
        steps += [
            replace(step, number=number, subject=subject)
            for number, step in enumerate(made, start=first + len(steps))
        ]
    return tuple(steps)


def renamed(value: T, names: dict[str, str]) -> T:
    """Return ``value`` with every text in it that is one of ``names``, or holds one, renamed."""
    changed: Any = value
    if isinstance(value, str):
        either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        pattern = rf"(?:{either})(?![0-9A-Za-z-])"
        return type(value)(re.sub(pattern, lambda found: names[found[0]], value))
    if isinstance(value, tuple):
        changed = tuple(renamed(item, names) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = {f.name: renamed(getattr(value, f.name), names) for f in fields(value)}
        changed = replace(value, **found)
    return changed  # type: ignore[no-any-return]
