"""Where a VM can move to, and why not elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.bridges import bridges_needed, lacks_bridge
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.sizes import size_text

_STATES = {
    HostState.CONNECTING: "has not answered yet",
    HostState.UNREACHABLE: "does not answer",
    HostState.FENCED: "is off",
    HostState.MAINTENANCE: "is in maintenance",
}


@dataclass(frozen=True, slots=True)
class TargetChoice:
    """One host as the target of one VM.

    Attributes:
        reason: Why it is impossible; empty when it is possible.
        code: Stable name of the reason; ``pv-live`` is possible with suspend, copy, resume.
        caution: What could not be found out; the move may still fail, and then nothing is lost.
        free_bytes: Memory of the host for new VMs; None when not known.
        needed_bytes: What the VM needs; None when not known.
    """

    host: str
    possible: bool
    reason: str = ""
    code: str = ""
    caution: str = ""
    free_bytes: int | None = None
    needed_bytes: int | None = None


def migration_targets(snapshot: Snapshot, vm: Vm, *, live: bool = True) -> tuple[TargetChoice, ...]:
    """Judge every host but the VM's own, in the order of the cluster file."""
    return tuple(
        judge_target(snapshot, vm, server, live=live)
        for server in snapshot.hosts
        if server.name != vm.host
    )


def judge_target(snapshot: Snapshot, vm: Vm, target: Server, *, live: bool) -> TargetChoice:
    """Say whether ``vm`` can move to ``target``."""
    code, reason = _obstacle(snapshot, vm, target, live=live)
    return TargetChoice(
        host=target.name,
        possible=not reason,
        reason=reason,
        code=code,
        caution="" if reason else _caution(snapshot, vm, target, live=live),
        free_bytes=target.memory_free_bytes,
        needed_bytes=vm.memory_bytes,
    )


def best_target(choices: tuple[TargetChoice, ...]) -> TargetChoice | None:
    """Return the possible host without a caution that has most free memory; None: there is none."""
    possible = [choice for choice in choices if choice.possible]
    return min(
        possible, key=lambda c: (bool(c.caution), -(c.free_bytes or 0), c.host), default=None
    )


def can_live_migrate_pv(snapshot: Snapshot, vm: Vm, target: Server) -> bool | None:
    """Say whether both Xens have the shadow paging that a running PV guest needs; None: unknown."""
    source = snapshot.servers.get(vm.host or "")
    known = [s.hypervisor.pv_live_migration for s in (source, target) if s is not None]
    return False if False in known else None if None in known else True


def _obstacle(snapshot: Snapshot, vm: Vm, target: Server, *, live: bool) -> tuple[str, str]:
    """Return code and sentence of the first thing in the way; empty when there is none."""
    if target.state in _STATES:
        return "host", f"{target.name} {_STATES[target.state]}."
    source = snapshot.servers.get(vm.host or "")
    here, there = source.hypervisor.name if source else "", target.hypervisor.name
    if here and there and here != there:
        return "hypervisor", f"{target.name} runs {there}, {vm.name} needs {here}."
    if reason := _member_obstacle(snapshot, vm, target):
        return "member", reason
    if live and vm.kind is VmKind.PV and can_live_migrate_pv(snapshot, vm, target) is False:
        return "pv-live", (
            f"{vm.name} is a PV guest, and this Xen is built without shadow paging, "
            "which moving a PV guest live needs."
        )
    if reason := _memory_obstacle(vm, target):
        return "no-memory", reason
    if reason := _storage_obstacle(snapshot, vm, target):
        return "storage", reason
    if name := lacks_bridge(snapshot, target.name, bridges_needed(vm)):
        return "bridge", f"{target.name} has no bridge {name}, which {vm.name} is plugged into."
    return "", ""


def _member_obstacle(snapshot: Snapshot, vm: Vm, target: Server) -> str:
    """What Pacemaker needs there: a member that may run VMs, and the definition file."""
    if vm.protection is None:
        return ""
    node = snapshot.pacemaker.node(target.node_name)
    if node is None or not node.online or node.pending:
        return f"{target.name} is not a member of the Pacemaker cluster now."
    if node.standby or node.maintenance:
        return f"{target.name} is in standby or maintenance in Pacemaker."
    if target.name in vm.protection.banned_from:
        return f"A ban constraint keeps {vm.name} away from {target.name}."
    files = {d.host for d in vm.definitions if d.origin == "file"}
    if files and target.name not in files:
        return f"The definition file of {vm.name} is missing on {target.name}."
    return ""


def _memory_obstacle(vm: Vm, target: Server) -> str:
    need, free = vm.memory_bytes, target.memory_free_bytes
    if need is None or free is None or need <= free:
        return ""
    return f"{vm.name} needs {size_text(need)}, {target.name} has {size_text(free)} free."


def _storage_obstacle(snapshot: Snapshot, vm: Vm, target: Server) -> str:
    usable = {
        device.wwid: any(path.is_usable for path in device.paths)
        for device in snapshot.san.multipaths
        if device.host == target.name
    }
    for disk in vm.disks:
        if not disk.wwid or usable.get(disk.wwid):
            continue
        if disk.wwid in usable:
            return f"{target.name} has no working path to the LUN of {disk.target}."
        if reason := _unread(target):
            return f"Whether {target.name} sees the LUN of {disk.target} is not known: {reason}."
        return f"{target.name} does not see the LUN of {disk.target}."
    return ""


def _unread(target: Server) -> str:
    """Why the target's multipath could not be read, or an empty text."""
    return next((why for tool, why in target.missing if "multipath" in tool), "")


def _caution(snapshot: Snapshot, vm: Vm, target: Server, *, live: bool) -> str:
    if vm.memory_bytes is None or target.memory_free_bytes is None:
        return f"Whether the memory of {target.name} is enough is not known."
    loose = next((disk for disk in vm.disks if disk.source and not disk.wwid), None)
    if loose is not None:
        return f"Whether {target.name} has {loose.source} as well is not known."
    if live and vm.kind is VmKind.PV and can_live_migrate_pv(snapshot, vm, target) is None:
        return "Whether this Xen can move a PV guest live is not known."
    return ""
