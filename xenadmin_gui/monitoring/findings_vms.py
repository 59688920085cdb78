"""What is not as it should be with VMs: double runs, drift, no room, no protection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import Vm


def find_in_vms(
    servers: Mapping[str, Server],
    vms: Mapping[str, Vm],
    members: frozenset[str],
    has_pacemaker: bool,
) -> Iterator[Finding]:
    """Yield the findings of every VM; ``members`` are the servers that Pacemaker knows."""
    hosts = [server for server in servers.values() if Role.HOST in server.roles]
    able = frozenset(host.name for host in hosts if _tells_of_files(host, members))
    room = _most_room(hosts)
    names: dict[str, int] = {}
    for vm in vms.values():
        names[vm.name] = names.get(vm.name, 0) + 1
    for vm in vms.values():
        yield from _double_run(vm)
        yield from _protection(vm)
        yield from _definitions(vm, able)
        if len(hosts) > 1:
            yield from _room(vm, room)
        if has_pacemaker and vm.protection is None:
            yield Finding(
                "unprotected",
                Health.OK,
                vm.key,
                f"{vm.name} is not protected: Pacemaker will not restart it elsewhere.",
            )
        if names[vm.name] > 1:
            yield Finding(
                "name-twice",
                Health.DEGRADED,
                vm.key,
                f"Several VMs are called {vm.name}; commands must name this one by UUID.",
            )


def _double_run(vm: Vm) -> Iterator[Finding]:
    if len(vm.running_on) > 1:
        yield Finding(
            "double-run",
            Health.FAILED,
            vm.key,
            f"{vm.name} runs on {' and '.join(vm.running_on)} at once; its disk is in danger.",
            "Destroy the wrong one now, then check the file system.",
        )


def _protection(vm: Vm) -> Iterator[Finding]:
    protection = vm.protection
    if protection is None:
        return
    if protection.blocked:
        yield Finding(
            "blocked",
            Health.FAILED,
            vm.key,
            f"Pacemaker can do nothing more for {vm.name}: a stop failed.",
            "Stop it by hand, then clean up the resource.",
        )
    if protection.pinned_to is not None or protection.banned_from:
        where = (
            f"pinned to {protection.pinned_to}"
            if protection.pinned_to is not None
            else f"kept away from {', '.join(protection.banned_from)}"
        )
        yield Finding(
            "pinned",
            Health.DEGRADED,
            vm.key,
            f"{vm.name} is {where} by a move that was not cleared.",
            f"Clear it with crm_resource --resource {protection.resource} --clear.",
        )
    if not protection.managed:
        yield Finding(
            "unmanaged",
            Health.MAINTENANCE,
            vm.key,
            f"Pacemaker leaves {vm.name} alone for now.",
        )
    if vm.state is VmState.OFF and protection.target_role == "Started" and not vm.activity:
        no_place = "No host may start it now: look at their memory, and at what keeps it from them."
        yield Finding(
            "not-started",
            Health.FAILED,
            vm.key,
            f"{vm.name} should run, but it is off.",
            "Look at the failed actions of its resource." if protection.failed else no_place,
        )


def _definitions(vm: Vm, able: frozenset[str]) -> Iterator[Finding]:
    files = [d for d in vm.definitions if d.origin == "file"]
    if len({d.sha256 for d in files}) > 1:
        yield Finding(
            "definition-drift",
            Health.DEGRADED,
            vm.key,
            f"The definition of {vm.name} is not the same on"
            f" {', '.join(sorted(d.host for d in files))}.",
            "Copy the right one to every host.",
        )
    if vm.protection is None:
        return
    have = {d.host for d in files}
    lacking = sorted(able - have)
    if have and lacking:
        yield Finding(
            "definition-missing",
            Health.DEGRADED,
            vm.key,
            f"{', '.join(lacking)} has no definition of {vm.name} and cannot run it.",
            "Copy it there.",
        )


def _tells_of_files(host: Server, members: frozenset[str]) -> bool:
    """Whether ``host`` may run protected VMs and has told which definitions it holds."""
    told = not any(tool in ("sha256sum", "definitions") for tool, _ in host.missing)
    return told and host.is_up and (host.name in members or not members)


def _most_room(hosts: list[Server]) -> list[tuple[str, int]] | None:
    """The two hosts with the most free memory; None when one does not tell."""
    usable = [host for host in hosts if host.state in (HostState.UP, HostState.DEGRADED)]
    free = [(host.memory_free_bytes, host.name) for host in usable]
    told = sorted(((f, name) for f, name in free if f is not None), reverse=True)
    return None if len(told) < len(free) else [(name, f) for f, name in told[:2]]


def _room(vm: Vm, room: list[tuple[str, int]] | None) -> Iterator[Finding]:
    """Say so when only the host where it runs has the memory for it."""
    if vm.state is not VmState.RUNNING or vm.memory_bytes is None or vm.host is None:
        return
    if room is None:
        return
    most = max((free for name, free in room if name != vm.host), default=0)
    if most < vm.memory_bytes:
        yield Finding(
            "fits-nowhere-else",
            Health.DEGRADED,
            vm.key,
            f"No other host has the memory for {vm.name} now: if {vm.host} fails, it stays off.",
            "Free memory on another host or make the VM smaller.",
        )
