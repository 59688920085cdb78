"""Restoring a VM from the recycle bin: its disks, its definitions, its resource; it stays off."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.deleted import DELETED, DeletedVm
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.joined import joined
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.vmedit.condition import NameFree, text_hash
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps
from xenadmin_gui.operations.vminstall.protectsteps import ToProtect, protect_steps
from xenadmin_gui.operations.vmlife.binfiles import BinFile
from xenadmin_gui.operations.vmlife.delete import resting_vm
from xenadmin_gui.operations.vmlife.filefolder import files_folder
from xenadmin_gui.operations.vmlife.owndisks import from_bin
from xenadmin_gui.operations.vmlife.refusals import no_member, silent_hosts


@dataclass(frozen=True, slots=True)
class VmRestore:
    """Bring a deleted VM back as it was; it is off then."""

    uuid: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = resting_vm(snapshot, self.uuid)
        if vm is None:
            sentence = f"The recycle bin has no VM {self.uuid}."
            key = Key(Kind.VM, self.uuid)
            return (Problem(sentence, "Look into the bin again.", key, "no-such-vm", "uuid"),)
        if vm.reason:
            step = "Look at the file, and define the VM by hand."
            return (Problem(vm.reason, step, vm.key, "bad-definition"),)
        there = Vm(vm.uuid, vm.name, VmState.OFF)
        found = (
            *_clashes(snapshot, vm),
            *silent_hosts(snapshot, there, "whether a VM there has its name or its addresses"),
            *(no_member(snapshot, there) if vm.resource else ()),
        )
        return found or (*from_bin(snapshot, vm.disks).problems, *_nowhere(snapshot, vm))

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = resting_vm(snapshot, self.uuid)
        assert vm is not None
        definition = Definition(vm.xml)
        definition.drop_metadata(DELETED)
        text, row, plan_id = definition.text, StepRow(vm.key), new_plan_id()
        if vm.resource:
            _as_file(row, snapshot, vm, text)
        else:
            _in_libvirt(row, snapshot, vm, text)
        for host in vm.found_on:
            file = BinFile(host, vm.uuid, vm.name)
            row.add(file.take(), undo=(file.put(vm.xml),))
        disks = from_bin(snapshot, vm.disks).plans
        return Plan(
            id=plan_id,
            title=f"Restore {vm.name} from the recycle bin",
            subjects=(Subject(vm.key, vm.name, Verdict.WILL_DO, "It is off afterwards."),),
            steps=joined(vm.key, *disks, row.steps, plan_id=plan_id),
            made_from=snapshot.version,
        )


def _clashes(snapshot: Snapshot, vm: DeletedVm) -> tuple[Problem, ...]:
    """Another VM has its name or an address of its network cards meanwhile."""
    found = []
    if snapshot.vms_named(vm.name):
        sentence = f"There is a VM {vm.name} again."
        found.append(Problem(sentence, "Rename that one first.", vm.key, "name-taken"))
    macs = set(Definition(vm.xml).macs())
    for other in snapshot.vms.values():
        taken = sorted(macs & {nic.mac for nic in other.nics})
        if taken:
            sentence = f"{other.name} has its address {taken[0]} meanwhile."
            step = f"Give {other.name} another address first."
            found.append(Problem(sentence, step, vm.key, "mac-taken"))
    return tuple(found)


def _nowhere(snapshot: Snapshot, vm: DeletedVm) -> tuple[Problem, ...]:
    if vm.resource or _hosts(snapshot, vm):
        return ()
    sentence = f"No host of the cluster is left that had {vm.name}: {', '.join(vm.hosts)}."
    return (Problem(sentence, "Define it by hand where it is to run.", vm.key, "host"),)


def _hosts(snapshot: Snapshot, vm: DeletedVm) -> tuple[str, ...]:
    known = {host.name for host in snapshot.hosts}
    return tuple(host for host in vm.hosts if host in known)


def _made(snapshot: Snapshot, vm: DeletedVm, host: str, origin: str, text: str) -> DefinitionSteps:
    future = Vm(vm.uuid, vm.name, VmState.OFF, autostart_on=vm.autostart_on)
    return DefinitionSteps(snapshot, future, Copy(host, origin, text_hash(text), text), 0)


def _in_libvirt(row: StepRow, snapshot: Snapshot, vm: DeletedVm, text: str) -> None:
    """Define it again where it was defined."""
    for host in _hosts(snapshot, vm):
        made = _made(snapshot, vm, host, "libvirt", text)
        row.add(made.folder())
        row.add(made.given(text))
        row.add(made.define(text, NameFree(vm.uuid, vm.name)), undo=(made.undefine(),))
        if host in vm.autostart_on:
            row.add(made.autostart(on=True))


def _as_file(row: StepRow, snapshot: Snapshot, vm: DeletedVm, text: str) -> None:
    """Write its file on every host, and have Pacemaker know it again, kept off."""
    definition = Definition(text)
    for host in snapshot.hosts:
        made = _made(snapshot, vm, host.name, "file", text)
        row.add(files_folder(host.name))
        row.add(made.file(text), undo=(made.no_file(),))
    wanted = ToProtect(
        uuid=vm.uuid,
        name=vm.name,
        kind=definition.kind,
        xml=text,
        vcpus=definition.vcpus,
        memory_bytes=definition.memory_bytes,
        priority=vm.priority,
    )
    steps = protect_steps(snapshot, wanted)
    if steps is not None:
        row.add(steps.protect(NameFree(vm.uuid, vm.name)), undo=(steps.forget(),))
