"""What a VM may be called."""

from __future__ import annotations

import re

MOST_CHARS = 64
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")
#: Xen's own.
_TAKEN = frozenset({"Domain-0"})
_UUID_CHARS = 36


def wrong_name(name: str) -> str:
    """Say what is wrong with a VM's new name, one sentence; empty when nothing is.

    Stricter than libvirt: virsh takes a number for a running id, 36 characters for a UUID, and
    Pacemaker's agent reads the name with sed, entities unresolved.
    """
    if not name:
        return "A VM needs a name."
    if len(name) > MOST_CHARS:
        return f"A name has {MOST_CHARS} characters at most; this one has {len(name)}."
    if _NAME.fullmatch(name) is None:
        return f"{name!r} is no name for a VM."
    if name.isdigit() or len(name) == _UUID_CHARS:
        return f"virsh would take {name} for the number or the UUID of a VM."
    return f"{name} is the name of Xen's own domain." if name in _TAKEN else ""
