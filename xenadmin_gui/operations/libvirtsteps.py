"""The steps of an unprotected VM: straight to the libvirt of its host."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.commands import virsh, virsh_migrate
from xenadmin_gui.operations.condition import (
    AllOf,
    AnyOf,
    Condition,
    HostMemory,
    HostReady,
    VmIs,
    VmProtected,
    VmRebooted,
    VmSameRun,
)
from xenadmin_gui.operations.plan import Action, Step, unit_name

START_S = 180.0
SHUTDOWN_S = 300.0
REBOOT_S = 420.0
SWITCH_S = 60.0
MIGRATE_BASE_S = 600.0
MIGRATE_BYTES_A_SECOND = 10 * 1024**2

#: A VM that was never stopped in between is told apart by its domain id, on Xen.
_LATE_SHUTDOWN = "The guest may ignore the request: look at its console, or force it off."


@dataclass(frozen=True, slots=True)
class LibvirtSteps:
    """Makes the steps of one VM, beginning with ``number``."""

    snapshot: Snapshot
    vm: Vm
    plan_id: str
    number: int

    def start(self, host: str) -> tuple[Step, ...]:
        """Start the VM, which is off, on ``host``."""
        start, stop = self._start_action(host), self._shutdown_action(host)
        return (as_step(start, self.number, self.vm, (stop,)),)

    def shutdown(self) -> tuple[Step, ...]:
        """Ask the guest to shut down."""
        host = self._host.name
        start, stop = self._start_action(host), self._shutdown_action(host)
        return (as_step(stop, self.number, self.vm, (start,)),)

    def destroy(self, *, number: int | None = None, guard: Condition | None = None) -> Step:
        """Cut the VM's power; a protected VM's ``guard`` replaces that it is unprotected."""
        vm, host = self.vm, self._host
        states = (VmState.RUNNING, VmState.PAUSED, VmState.CRASHED)
        somehow_on = AnyOf(tuple(VmIs(vm.uuid, state, host.name) for state in states))
        guards = (somehow_on, guard or VmProtected(vm.uuid), *self._same_run())
        return Step(
            number=self.number if number is None else number,
            subject=vm.key,
            title=f"Force off {vm.name} on {host.name}",
            host=host.name,
            command=virsh(host, "destroy", vm),
            done_when=VmIs(vm.uuid, VmState.OFF),
            only_if=AllOf(guards),
            timeout_s=SWITCH_S,
            watch=(host.name,),
            when_late=f"Look with 'xl list' on {host.name} what is left of it.",
            no_undo=f"Forcing off {vm.name} cannot be taken back: what it had in memory is lost.",
        )

    def reboot(self) -> tuple[Step, ...]:
        """Reboot the guest; where a reboot leaves no trace, shut it down and start it."""
        vm, host = self.vm, self._host
        if vm.kind is VmKind.KVM or vm.domain_id is None:
            stop, start = self._shutdown_action(host.name), self._start_action(host.name)
            return (
                as_step(stop, self.number, vm, (start,), must_run=True),
                as_step(start, self.number + 1, vm),
            )
        action = Action(
            title=f"Reboot {vm.name}",
            host=host.name,
            command=virsh(host, "reboot", vm),
            done_when=VmRebooted(vm.uuid, host.name, vm.domain_id),
            only_if=AllOf((*self._runs_here(), *self._same_run())),
            timeout_s=REBOOT_S,
            watch=(host.name,),
            repeatable=False,
            when_late="The guest may ignore the request: look at its console.",
        )
        no_undo = f"A reboot of {vm.name} cannot be taken back."
        return (as_step(action, self.number, vm, no_undo=no_undo),)

    def pause(self) -> tuple[Step, ...]:
        """Pause the running VM."""
        pause, resume = self._switches()
        return (as_step(pause, self.number, self.vm, (resume,)),)

    def resume(self) -> tuple[Step, ...]:
        """Let the paused VM go on."""
        pause, resume = self._switches()
        return (as_step(resume, self.number, self.vm, (pause,)),)

    def migrate(self, target: Server, *, live: bool) -> tuple[Step, ...]:
        """Move the running VM to ``target``; the copy goes on in a unit of the source host."""
        unit = unit_name(self.plan_id, self.number)
        undo_unit = unit_name(self.plan_id, self.number, undo=True)
        there = self._migration(self._host, target, live=live, unit=unit)
        back = self._migration(target, self._host, live=live, unit=undo_unit)
        return (as_step(there, self.number, self.vm, (back,)),)

    @property
    def _host(self) -> Server:
        return self.snapshot.servers[self.vm.host or ""]

    def _runs_here(self) -> tuple[Condition, ...]:
        runs = VmIs(self.vm.uuid, VmState.RUNNING, self._host.name)
        return runs, VmProtected(self.vm.uuid)

    def _same_run(self) -> tuple[Condition, ...]:
        vm = self.vm
        if vm.domain_id is None or vm.host is None or vm.state is not VmState.RUNNING:
            return ()
        return (VmSameRun(vm.uuid, vm.host, vm.domain_id),)

    def _start_action(self, host: str) -> Action:
        vm, server = self.vm, self.snapshot.servers[host]
        return Action(
            title=f"Start {vm.name} on {host}",
            host=host,
            command=virsh(server, "start", vm),
            done_when=VmIs(vm.uuid, VmState.RUNNING, host),
            only_if=AllOf((VmIs(vm.uuid, VmState.OFF), VmProtected(vm.uuid), HostReady(host))),
            timeout_s=START_S,
            watch=tuple(dict.fromkeys((host, *vm.defined_on))),
            when_late=f"Look at its console, and at the log of libvirt on {host}.",
        )

    def _shutdown_action(self, host: str) -> Action:
        vm, server = self.vm, self.snapshot.servers[host]
        runs = VmIs(vm.uuid, VmState.RUNNING, host)
        return Action(
            title=f"Shut down {vm.name}",
            host=host,
            command=virsh(server, "shutdown", vm),
            done_when=VmIs(vm.uuid, VmState.OFF),
            only_if=AllOf((runs, VmProtected(vm.uuid))),
            timeout_s=SHUTDOWN_S,
            watch=(host,),
            when_late=_LATE_SHUTDOWN,
            if_left="The guest may still shut down.",
        )

    def _switches(self) -> tuple[Action, Action]:
        """Pausing and resuming, each the other's undo."""
        vm, host = self.vm, self._host
        runs = VmIs(vm.uuid, VmState.RUNNING, host.name)
        paused = VmIs(vm.uuid, VmState.PAUSED, host.name)

        def switch(title: str, verb: str, before: Condition, after: Condition) -> Action:
            return Action(
                title=f"{title} {vm.name}",
                host=host.name,
                command=virsh(host, verb, vm),
                done_when=after,
                only_if=before,
                timeout_s=SWITCH_S,
                watch=(host.name,),
                when_late=f"Look with 'virsh list --all' on {host.name} what it does.",
            )

        return switch("Pause", "suspend", runs, paused), switch("Resume", "resume", paused, runs)

    def _migration(self, source: Server, target: Server, *, live: bool, unit: str) -> Action:
        vm = self.vm
        guards: list[Condition] = [
            VmIs(vm.uuid, VmState.RUNNING, source.name),
            VmProtected(vm.uuid),
            HostReady(target.name),
        ]
        if vm.memory_bytes is not None and target.memory_free_bytes is not None:
            guards.append(HostMemory(target.name, vm.memory_bytes))
        manner = "live" if live else "by suspend, copy, resume"
        return Action(
            title=f"Move {vm.name} from {source.name} to {target.name}, {manner}",
            host=source.name,
            command=virsh_migrate(source, target, vm, live=live, unit=unit),
            done_when=VmIs(vm.uuid, VmState.RUNNING, target.name),
            only_if=AllOf(tuple(guards)),
            timeout_s=MIGRATE_BASE_S + (vm.memory_bytes or 0) / MIGRATE_BYTES_A_SECOND,
            watch=(source.name, target.name),
            unit=unit,
            ends_by_itself=True,
            when_late=f"Look with 'journalctl --unit={unit}' on {source.name} how far it is.",
            if_left=f"The move itself goes on on {source.name} as the unit {unit}.",
        )


def as_step(
    action: Action,
    number: int,
    vm: Vm,
    undo: tuple[Action, ...] = (),
    *,
    no_undo: str = "",
    even_after_failure: bool = False,
    must_run: bool = False,
) -> Step:
    """Return ``action`` as a numbered step of ``vm``."""
    same: dict[str, Any] = {f.name: getattr(action, f.name) for f in fields(Action)}
    return Step(
        **same,
        number=number,
        subject=vm.key,
        undo=undo,
        no_undo=no_undo,
        even_after_failure=even_after_failure,
        must_run=must_run,
    )
