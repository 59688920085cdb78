"""Which names LVM and DRBD take for volumes and replicas (lvm(8) 2.03, drbd.conf(5))."""

from __future__ import annotations

import re

from xenadmin_gui.operations.draft import Problem

_LVM = re.compile(r"[A-Za-z0-9+_.][A-Za-z0-9+_.-]*")
_RESERVED_STARTS = ("snapshot", "pvmove")
_RESERVED_PARTS = (
    "_cdata", "_cmeta", "_corig", "_cvol", "_imeta", "_mimage", "_mlog", "_pmspare", "_rimage",
    "_rmeta", "_tdata", "_tmeta", "_vdata", "_vorigin", "_wcorig",
)  # fmt: skip
#: Words of drbd.conf that cannot be a resource's name.
_DRBD_WORDS = ("all", "common", "global", "resource", "skip", "include")
#: Room for the group, for ``.deleted-EPOCH`` and for ids made of it.
_LONGEST = 80
_BIN = re.compile(r".*\.deleted-\d+")


def name_problems(name: str, *, with_replica: bool, field: str = "name") -> tuple[Problem, ...]:
    """Say what keeps ``name`` from being the name of a new volume.

    Args:
        with_replica: Its replica gets the same name.
        field: Field of the draft that holds it.
    """
    sentence = _wrong(name, with_replica=with_replica)
    if not sentence:
        return ()
    step = "Take letters, digits, '_', '.' and '-', with a letter first."
    return (Problem(sentence, step, None, "bad-name", field),)


def _wrong(name: str, *, with_replica: bool) -> str:
    if not name:
        return "The volume needs a name."
    if len(name) > _LONGEST:
        return f"The name is too long: {len(name)} characters, at most {_LONGEST}."
    if not _LVM.fullmatch(name) or name in (".", ".."):
        return f"LVM does not take the name '{name}'."
    if name.startswith(_RESERVED_STARTS) or any(part in name for part in _RESERVED_PARTS):
        return f"LVM keeps names like '{name}' for itself."
    if _BIN.fullmatch(name):
        return f"Names like '{name}' are those of the recycle bin."
    if with_replica and (name in _DRBD_WORDS or "+" in name or not re.search("[A-Za-z_]", name)):
        return f"DRBD does not take the name '{name}'."
    return ""
