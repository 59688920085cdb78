"""Which objects a plan makes, deletes or changes: what its steps' conditions say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.volume import is_deleted_name
from xenadmin_gui.domain.work import WorkKind
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.sancondition import LunOffered, NoLun, NoVolume, VolumeIs
from xenadmin_gui.operations.vmedit.condition import (
    DefinitionFileIs,
    LibvirtDefines,
    NotDefined,
)


@dataclass(frozen=True, slots=True)
class Concerned:
    """An object that there is before or after a plan only, or under another name.

    Attributes:
        subject: Subject of the steps that do it.
    """

    key: Key
    subject: Key
    kind: WorkKind


def concerned(plan: Plan) -> tuple[Concerned, ...]:
    """Return what ``plan`` makes, deletes and changes; VMs, volumes and LUNs, each once.

    A volume that is renamed into the recycle bin is deleted, one that gets another name changed.
    """
    made, gone = dict[Key, Key](), dict[Key, Key]()
    for guest in plan.makes:
        key = Key(Kind.VM, guest.uuid)
        made[key] = key
    kept = set(made)
    for step in plan.steps:
        before = set(_absent(step.only_if))
        for part in _parts(step.done_when):
            key = _key(part)
            if isinstance(part, (DefinitionFileIs, LibvirtDefines)):
                kept.add(key)
            elif isinstance(part, (VolumeIs, LunOffered)) and key in before:
                made.setdefault(key, step.subject)
            elif isinstance(part, (NoVolume, NoLun)) or _is_undefined(part):
                gone.setdefault(key, step.subject)
    is_move = any(not _rests(key) and key not in gone for key in made) and any(
        key not in made and key not in kept for key in gone
    )
    found = [
        Concerned(key, subject, _kind_of_made(key, gone, is_move=is_move))
        for key, subject in made.items()
        if not _rests(key)
    ]
    found += [
        Concerned(key, subject, WorkKind.CHANGING if is_move else WorkKind.DELETING)
        for key, subject in gone.items()
        if key not in made and key not in kept
    ]
    return tuple(found)


def _kind_of_made(key: Key, gone: dict[Key, Key], *, is_move: bool) -> WorkKind:
    return WorkKind.CHANGING if is_move or key in gone else WorkKind.MAKING


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, (AllOf, AnyOf)):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield condition


def _absent(condition: Condition) -> Iterator[Key]:
    """What must not be there yet."""
    for part in _parts(condition):
        if isinstance(part, (NoVolume, NoLun)):
            yield _key(part)


def _is_undefined(part: Condition) -> bool:
    return isinstance(part, NotDefined) and part.origin != "deleted"


def _key(part: Condition) -> Key:
    match part:
        case VolumeIs(_, group, name) | NoVolume(_, group, name):
            return Key(Kind.VOLUME, f"{group}/{name}")
        case LunOffered(wwid) | NoLun(wwid):
            return Key(Kind.LUN, wwid)
        case DefinitionFileIs(uuid) | LibvirtDefines(uuid) | NotDefined(uuid):
            return Key(Kind.VM, uuid)
    return Key(Kind.CLUSTER, "")


def _rests(key: Key) -> bool:
    """Whether it is a name in the recycle bin."""
    return key.kind is Kind.VOLUME and is_deleted_name(key.id)
