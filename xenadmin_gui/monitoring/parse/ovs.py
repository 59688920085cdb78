"""Reads ``ovs-vsctl list-br`` (Open vSwitch 3.1)."""

from __future__ import annotations

import re

from xenadmin_gui.monitoring.parse.errors import lines_of, reading

#: Said by a machine on which Open vSwitch is installed and does not run.
NOT_RUNNING = "database connection failed (No such file or directory)"
#: What Linux takes as the name of a network device.
_NAME = re.compile(r"[^\s/:]{1,15}")


def parse_bridges(text: str) -> tuple[str, ...]:
    """Return the names of the bridges, in order; those that stand for a VLAN are among them."""
    names = lines_of("ovs-vsctl", text) if text else []
    with reading("ovs-vsctl"):
        strange = [name for name in names if _NAME.fullmatch(name) is None]
        if strange:
            raise ValueError(f"{strange[0][:40]!r} is no name of a bridge")
        return tuple(sorted(names))
