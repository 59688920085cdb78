"""What the command line says of a VM's past, in plain JSON types (docs/cli.md)."""

from __future__ import annotations

from typing import Any

from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.session.history import Version


def version_record(version: Version, vm: Vm | None) -> dict[str, Any]:
    """Return a definition of the history as ``vm history`` shows it."""
    return {
        "number": version.number,
        "seen": version.at,
        "name": version.name,
        "origin": version.origin,
        "host": version.host,
        "sha256": version.sha256,
        "present": is_present(version, vm),
        "text": version.text,
    }


def is_present(version: Version, vm: Vm | None) -> bool:
    """Whether it is a definition of the VM now."""
    return vm is not None and any(copy.sha256 == version.sha256 for copy in vm.definitions)
