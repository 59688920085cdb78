"""Plans as JSON text and back, exactly: what the journal keeps of a plan."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, get_args

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.plan import (
    Action,
    NewGuest,
    Plan,
    Step,
    Subject,
    Verdict,
    WhenCancelled,
)

FORMAT = 1

_CONDITIONS = {kind.__name__: kind for kind in get_args(Condition)}


class PlanFormatError(XenadminError):
    """A stored plan cannot be read: another version wrote it, or it is damaged."""

    code = "plan-format"


def plan_to_text(plan: Plan) -> str:
    """Return the plan as one line of JSON in plain ASCII."""
    return json.dumps(plan_to_json(plan), sort_keys=True)


def plan_from_text(text: str) -> Plan:
    """Read back what ``plan_to_text`` wrote.

    Raises:
        PlanFormatError: It is no plan of this version's format.
    """
    try:
        return plan_from_json(json.loads(text))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise PlanFormatError(
            f"A stored plan cannot be read ({type(error).__name__}: {error}).",
            next_step="Open it with the version of xenadmin that made it.",
        ) from error


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain lists and dicts, with ``format`` as its version."""
    return {
        "format": FORMAT,
        "id": plan.id,
        "title": plan.title,
        "made_from": plan.made_from,
        "lanes": plan.lanes,
        "confirm": plan.confirm,
        "take_back_failed": plan.take_back_failed,
        "makes": [_guest_to_json(guest) for guest in plan.makes],
        "cautions": list(plan.cautions),
        "draft": plan.draft,
        "subjects": [_subject_to_json(subject) for subject in plan.subjects],
        "steps": [_action_to_json(step) for step in plan.steps],
    }


def plan_from_json(data: dict[str, Any]) -> Plan:
    """Read ``plan_to_json`` back.

    Raises:
        ValueError, LookupError, TypeError: It is none.
    """
    if data["format"] != FORMAT:
        raise ValueError(f"format {data['format']}, expected {FORMAT}")
    return Plan(
        id=data["id"],
        title=data["title"],
        subjects=tuple(_subject_from_json(item) for item in data["subjects"]),
        steps=tuple(_step_from_json(item) for item in data["steps"]),
        made_from=data["made_from"],
        lanes=data["lanes"],
        confirm=data.get("confirm", ""),
        take_back_failed=data.get("take_back_failed", False),
        makes=tuple(_guest_from_json(item) for item in data.get("makes", ())),
        cautions=tuple(data.get("cautions", ())),
        draft=data.get("draft", ""),
    )


def condition_to_json(condition: Condition) -> dict[str, Any]:
    """Return a condition as a dict; ``is`` names its kind."""
    data: dict[str, Any] = {"is": type(condition).__name__}
    for item in fields(condition):
        value = getattr(condition, item.name)
        if item.name == "parts":
            value = [condition_to_json(part) for part in value]
        elif isinstance(value, tuple):
            value = list(value)
        data[item.name] = str(value) if isinstance(value, VmState) else value
    return data


def condition_from_json(data: dict[str, Any]) -> Condition:
    """Read ``condition_to_json`` back.

    Raises:
        ValueError, LookupError, TypeError: It is none.
    """
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name != "is"
    }
    if "parts" in values:
        values["parts"] = tuple(condition_from_json(part) for part in values["parts"])
    if "state" in values:
        values["state"] = VmState(data["state"])
    condition: Condition = _CONDITIONS[data["is"]](**values)
    return condition


def _subject_to_json(subject: Subject) -> dict[str, Any]:
    data = {item.name: getattr(subject, item.name) for item in fields(subject)}
    return data | {"key": str(subject.key), "verdict": str(subject.verdict)}


def _subject_from_json(data: dict[str, Any]) -> Subject:
    return Subject(**data | {"key": Key.parse(data["key"]), "verdict": Verdict(data["verdict"])})


def _guest_to_json(guest: NewGuest) -> dict[str, Any]:
    data = {item.name: getattr(guest, item.name) for item in fields(guest)}
    return data | {"kind": str(guest.kind)}


def _guest_from_json(data: dict[str, Any]) -> NewGuest:
    return NewGuest(**data | {"kind": VmKind(data["kind"])})


def _action_to_json(action: Action) -> dict[str, Any]:
    data = {item.name: getattr(action, item.name) for item in fields(action)}
    data["command"] = list(action.command.argv)
    data["done_when"] = condition_to_json(action.done_when)
    data["only_if"] = condition_to_json(action.only_if)
    accepted = action.accepted_when
    data["accepted_when"] = None if accepted is None else condition_to_json(accepted)
    data["when_cancelled"] = str(action.when_cancelled)
    data["alternatives"] = list(action.alternatives)
    data["watch"] = list(action.watch)
    if isinstance(action, Step):
        data["subject"] = str(action.subject)
        data["undo"] = [_action_to_json(undo) for undo in action.undo]
    return data


def _action_values(data: dict[str, Any]) -> dict[str, Any]:
    accepted = data["accepted_when"]
    return data | {
        "accepted_when": None if accepted is None else condition_from_json(accepted),
        "command": Command(tuple(data["command"])),
        "done_when": condition_from_json(data["done_when"]),
        "only_if": condition_from_json(data["only_if"]),
        "when_cancelled": WhenCancelled(data["when_cancelled"]),
        "alternatives": tuple(data["alternatives"]),
        "watch": tuple(data["watch"]),
    }


def _step_from_json(data: dict[str, Any]) -> Step:
    values = _action_values(data)
    values["subject"] = Key.parse(data["subject"])
    values["undo"] = tuple(Action(**_action_values(undo)) for undo in data["undo"])
    return Step(**values)
