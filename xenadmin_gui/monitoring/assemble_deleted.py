"""The recycle bin of VMs, put together from what each host has of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.deleted import DeletedVm, read_deleted
from xenadmin_gui.domain.host import Role
from xenadmin_gui.monitoring.contact import HostContact


def assemble_deleted(
    config: ClusterConfig, contacts: Mapping[str, HostContact], known: frozenset[str]
) -> tuple[DeletedVm, ...]:
    """Return the VMs in the bin, those deleted last first; old answers of silent hosts count too.

    Args:
        known: UUIDs of VMs that exist; what is left of them in the bin is half a restore.
    """
    found: dict[str, DeletedVm] = {}
    for server in config.servers:
        report = contacts[server.name].report
        if Role.HOST not in server.roles or report is None:
            continue
        for path, text in (report.deleted or {}).items():
            one = read_deleted(path, text, server.name)
            found[one.uuid] = _merged(found.get(one.uuid), one)
    left = [vm for vm in found.values() if vm.uuid not in known]
    return tuple(sorted(left, key=lambda vm: (-vm.at, vm.name, vm.uuid)))


def _merged(one: DeletedVm | None, other: DeletedVm) -> DeletedVm:
    if one is None:
        return other
    best = other if one.reason and not other.reason else one
    reason = best.reason
    if not reason and not one.reason and not other.reason and one.xml != other.xml:
        where = f"{', '.join(one.found_on)} and {', '.join(other.found_on)}"
        reason = f"The bins of {where} say different things of it."
    return replace(best, found_on=(*one.found_on, *other.found_on), reason=reason)
