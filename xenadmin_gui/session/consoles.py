"""Where the console of a VM, or the shell of a machine, is to be had now, or why it is not."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import PreconditionError, UnreachableError, XenadminError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.commands import domain_word


@dataclass(frozen=True, slots=True)
class Place:
    """Where a terminal is to be had now.

    Attributes:
        command: None: a log-in shell.
        domain_id: Of the VM; another one says that it was started anew.
    """

    server: str
    command: Command | None
    domain_id: int | None = None


def place_of(snapshot: Snapshot, key: Key) -> Place | None:
    """Return where the console of a VM, or the shell of a machine, is; None: nowhere now."""
    if key.kind is not Kind.VM:
        server = snapshot.servers.get(key.id)
        return Place(key.id, None) if server is not None and server.is_up else None
    vm = snapshot.vms.get(key.id)
    if vm is None or vm.host is None or console_refusal(snapshot, vm) is not None:
        return None
    uri = snapshot.servers[vm.host].libvirt_uri
    command = Command(("virsh", "-c", uri, "console", domain_word(vm)))
    return Place(vm.host, command, vm.domain_id)


def console_refusal(snapshot: Snapshot, vm: Vm) -> XenadminError | None:
    """Return why ``vm`` has no console now; None when it has one."""
    if vm.state is VmState.UNKNOWN:
        why = vm.reason or f"It is not known whether {vm.name} runs."
        return UnreachableError(vm.host or "", why, next_step="See 'xenadmin cluster check'.")
    if vm.host is None or vm.state not in (VmState.RUNNING, VmState.PAUSED):
        return PreconditionError(
            f"{vm.name} has a console only while it runs.",
            next_step=f"Start it: xenadmin vm start {vm.name}.",
            code="not-running",
        )
    server = snapshot.servers.get(vm.host)
    if server is None or not server.is_up:
        return UnreachableError(vm.host, f"{vm.host} does not answer.")
    return None
