"""The snapshot as it would be if a condition held: what a preview shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Protection, Vm
from xenadmin_gui.operations.condition import (
    AllOf,
    Always,
    AnyOf,
    Condition,
    HostMemory,
    HostReady,
    ResourceRole,
    VmIs,
    VmMayMigrate,
    VmPinned,
    VmProtected,
    VmRebooted,
    VmSameRun,
    VmTargetRole,
)
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.saneffects import san_assume
from xenadmin_gui.operations.vmedit.condition import (
    Autostarts,
    DefinitionFileIs,
    LibvirtDefines,
    NameFree,
    NotDefined,
)


def assume(condition: Condition, snapshot: Snapshot) -> Snapshot:
    """Return ``snapshot`` with ``condition`` made true; conditions about hosts change nothing."""
    match condition:
        case AllOf(parts):
            for part in parts:
                snapshot = assume(part, snapshot)
            return snapshot
        case VmIs(uuid, state, host) if uuid in snapshot.vms:
            return _with_state(snapshot, snapshot.vms[uuid], state, host)
        case VmRebooted(uuid) if uuid in snapshot.vms:
            return _with_vm(snapshot, replace(snapshot.vms[uuid], domain_id=None))
        case VmTargetRole(uuid, role):
            return _with_protection(snapshot, uuid, lambda now: replace(now, target_role=role))
        case VmPinned(uuid, host):
            return _with_protection(snapshot, uuid, lambda now: replace(now, pinned_to=host))
        case VmMayMigrate(uuid, allowed):
            return _with_protection(snapshot, uuid, lambda now: replace(now, allow_migrate=allowed))
        case DefinitionFileIs() | LibvirtDefines() | NotDefined() | Autostarts() | NameFree():
            return snapshot
        case Always() | AnyOf() | HostSays() | HostReady() | HostMemory() | ResourceRole():
            return snapshot
        case VmProtected(uuid, resource) if uuid in snapshot.vms:
            vm = snapshot.vms[uuid]
            return _with_vm(snapshot, replace(vm, protection=_protected(vm, resource)))
        case VmIs() | VmRebooted() | VmSameRun() | VmProtected():
            return snapshot
        case _:
            return san_assume(condition, snapshot)


def _with_state(snapshot: Snapshot, vm: Vm, state: VmState, host: str | None) -> Snapshot:
    was_on = None if vm.state is VmState.OFF else vm.host
    now_on = None if state is VmState.OFF else host or was_on
    moved = was_on != now_on
    after = replace(
        vm,
        state=state,
        host=now_on,
        domain_id=None if moved else vm.domain_id,
        running_on=() if now_on is None else (now_on,),
        cpu_percent=None if moved else vm.cpu_percent,
        activity="",
        reason="",
    )
    snapshot = _with_vm(snapshot, after)
    if moved and vm.memory_bytes is not None:
        snapshot = _with_memory(snapshot, was_on, vm.memory_bytes)
        snapshot = _with_memory(snapshot, now_on, -vm.memory_bytes)
    return snapshot


def _protected(vm: Vm, resource: str) -> Protection | None:
    """What runs the VM then; what is told about it besides is known once it is there."""
    if not resource or (vm.protection is not None and vm.protection.resource == resource):
        return vm.protection if resource else None
    return Protection(resource)


def _with_memory(snapshot: Snapshot, host: str | None, freed_bytes: int) -> Snapshot:
    server: Server | None = None if host is None else snapshot.servers.get(host)
    if server is None or server.memory_free_bytes is None:
        return snapshot
    after = replace(server, memory_free_bytes=max(0, server.memory_free_bytes + freed_bytes))
    return replace(snapshot, servers={**snapshot.servers, server.name: after})


def _with_vm(snapshot: Snapshot, vm: Vm) -> Snapshot:
    return replace(snapshot, vms={**snapshot.vms, vm.uuid: vm})


def _with_protection(
    snapshot: Snapshot, uuid: str, change: Callable[[Protection], Protection]
) -> Snapshot:
    vm = snapshot.vms.get(uuid)
    if vm is None or vm.protection is None:
        return snapshot
    return _with_vm(snapshot, replace(vm, protection=change(vm.protection)))
