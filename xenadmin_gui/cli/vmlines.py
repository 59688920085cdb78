"""What the command line says of a VM's past, in plain JSON types (docs/cli.md)."""

from __future__ import annotations

from typing import Any

from xenadmin_gui.domain.deleted import DeletedVm
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


def deleted_record(vm: DeletedVm) -> dict[str, Any]:
    """Return a VM in the recycle bin as ``vm list --deleted`` shows it."""
    return {
        "name": vm.name,
        "uuid": vm.uuid,
        "deleted": vm.at or None,
        "protected": bool(vm.resource),
        "hosts": list(vm.hosts),
        "found_on": list(vm.found_on),
        "disks": [
            {
                "target": disk.target,
                "group": disk.group,
                "volume": disk.volume,
                "resting": disk.resting,
                "wwid": disk.wwid,
            }
            for disk in vm.disks
        ],
        "reason": vm.reason,
    }


def is_present(version: Version, vm: Vm | None) -> bool:
    """Whether it is a definition of the VM now."""
    return vm is not None and any(copy.sha256 == version.sha256 for copy in vm.definitions)
