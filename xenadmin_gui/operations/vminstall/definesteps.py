"""The steps that define a new VM on every host, have it protected, started and waited for."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from xenadmin_gui.domain.bridges import lacks_bridge
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guestscripts import wait_for_answer
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Protection, Vm
from xenadmin_gui.operations.condition import HostReady
from xenadmin_gui.operations.libvirtsteps import LibvirtSteps
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.san.commands import file_there, remove_file
from xenadmin_gui.operations.san.onceunit import once, stopped, tidied
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vmcontrol import steps_for
from xenadmin_gui.operations.vmedit.condition import NotDefined
from xenadmin_gui.operations.vmedit.steps import FILES, DefinitionSteps
from xenadmin_gui.operations.vminstall.apart import kept_apart
from xenadmin_gui.operations.vminstall.installersteps import InstallerSteps
from xenadmin_gui.operations.vminstall.newvm import NewVm
from xenadmin_gui.operations.vminstall.protectsteps import (
    ProtectSteps,
    ToProtect,
    definition_path,
    protect_steps,
)

#: How long a guest gets for its first answer; after that the plan goes on without it.
ANSWER_S = 300


@dataclass(frozen=True, slots=True)
class DefineSteps:
    """Makes the steps of a new VM whose disk is there.

    Attributes:
        vm: As it will be known: off, defined on every host.
        xml: Its definition.
        host: Where an unprotected VM is started, and from where its answer is waited for.
        first: What it is started with the first time, when that is not ``xml``.
        first_xml: Its definition then.
    """

    snapshot: Snapshot
    new: NewVm
    vm: Vm
    xml: str
    host: str
    plan_id: str
    first: InstallerSteps | None = None
    first_xml: str = ""

    def add(self, row: StepRow) -> None:
        """Add all of them."""
        if self.first is not None:
            self.first.add_before(row)
        for copy in self.vm.definitions:
            steps, xml = self._of(copy), self._first_of(copy)
            if copy.origin == "file":
                row.add(_folder(copy.host))
                row.add(steps.file(xml), undo=(_unfile(self.vm, copy.host),))
            else:
                row.add(steps.folder())
                row.add(steps.given(xml), undo=(_ungive(self.vm, copy.host, steps.path),))
                row.add(steps.define(xml), undo=(steps.undefine(),))
        protecting = self._protecting()
        if protecting is not None:
            row.add(protecting.protect(), undo=(protecting.forget(),))
        if self.new.start:
            self._add_start(row, protecting)
        if self.first is not None:
            self._add_next(row)
            self.first.add_after(row)

    def _of(self, copy: Copy) -> DefinitionSteps:
        return DefinitionSteps(self.snapshot, self.vm, copy, 1)

    def _first_of(self, copy: Copy) -> str:
        """What a host has until the VM runs."""
        is_needed = self.first is not None and copy.host in self.first.hosts
        return self.first_xml if is_needed else self.xml

    def _add_next(self, row: StepRow) -> None:
        """Have its hosts define what it is started with from the second time on."""
        for copy in self.vm.definitions:
            if self._first_of(copy) == self.xml:
                continue
            steps = self._of(copy)
            title = f"Have {self.new.name} start from its own disk the next time, on {copy.host}"
            if copy.origin == "file":
                row.add(replace(steps.file(self.xml), title=title))
                continue
            row.add(steps.given(self.xml))
            row.add(replace(steps.define(self.xml), title=title))

    def _protecting(self) -> ProtectSteps | None:
        new = self.new
        if not new.protect:
            return None
        wanted = ToProtect(
            uuid=new.uuid,
            name=new.name,
            kind=self.vm.kind,
            xml=self.xml,
            vcpus=new.vcpus,
            memory_bytes=new.memory_bytes,
            priority=new.priority,
            prefer=self._preferred() if new.start else "",
            apart=tuple(kept_apart(self.snapshot, new.apart)),
        )
        return protect_steps(self.snapshot, wanted)

    def _add_start(self, row: StepRow, protecting: ProtectSteps | None) -> None:
        vm = self.vm
        if protecting is not None:
            config = definition_path(vm.uuid)
            protection = Protection(protecting.resource, config, target_role="Stopped")
            vm = replace(vm, protection=protection)
        snapshot = replace(self.snapshot, vms={**self.snapshot.vms, vm.uuid: vm})
        started = steps_for(
            snapshot,
            vm,
            VmVerb.START,
            target=self.host,
            live=False,
            plan_id=self.plan_id,
            number=1,
        )
        for step in started:
            undo = step.undo if vm.protection else (self._cut(snapshot, vm),)
            row.add(step, undo=undo)
        if protecting is not None and self._preferred():
            row.add(protecting.let_go())
        address = next((nic.address for nic in self.new.nics if nic.address), "")
        if address and self.first is None:
            self._add_answer(row, address.partition("/")[0])

    def _preferred(self) -> str:
        """Where Pacemaker is to start it: as was said, or where the bridges are."""
        names = [nic.bridge for nic in self.new.nics]
        if any(lacks_bridge(self.snapshot, h.name, names) for h in self.snapshot.hosts):
            return self.new.host or self.host
        return self.new.host

    def _cut(self, snapshot: Snapshot, vm: Vm) -> Action:
        """A new guest that is taken back may not know yet how to shut down."""
        cut = LibvirtSteps(snapshot, replace(vm, host=self.host), self.plan_id, 1).destroy()
        return action_of(cut)

    def _add_answer(self, row: StepRow, address: str) -> None:
        unit = f"xenadmin-new-{self.new.uuid[:8]}-wait"
        title = f"Wait on {self.host} until {self.new.name} answers at {address}"
        command = wait_for_answer(address, ANSWER_S)
        waiting = once(self.host, title, command, unit, timeout_s=ANSWER_S + 60.0)
        row.add(waiting, undo=(stopped(self.host, unit),))
        row.add(tidied(self.host, unit))


def defined_vm(snapshot: Snapshot, vm: Vm, xml: str, *, protect: bool) -> Vm:
    """Return ``vm`` with a definition on every host."""
    origin = "file" if protect else "libvirt"
    copies = tuple(Copy(host.name, origin, "", xml) for host in snapshot.hosts)
    return replace(vm, definitions=copies)


def action_of(step: Step) -> Action:
    """Return what a step does, without its number and its way back."""
    return Action(**{item.name: getattr(step, item.name) for item in fields(Action)})


def _folder(host: str) -> Action:
    return on(
        host,
        f"Have a folder for the definitions of protected VMs on {host}",
        Command(("mkdir", "-p", FILES)),
        HostSays(host, ("test", "-d", FILES)),
        HostReady(host),
    )


def _unfile(vm: Vm, host: str) -> Action:
    return on(
        host,
        f"Remove the definition of {vm.name} from {host}",
        remove_file(definition_path(vm.uuid)),
        NotDefined(vm.uuid, host, "file"),
    )


def _ungive(vm: Vm, host: str, path: str) -> Action:
    said = f"{path} is still on {host}."
    return on(
        host,
        f"Remove what libvirt on {host} was given of {vm.name}",
        remove_file(path),
        HostSays(host, file_there(path), 1, said),
    )
