"""Deleting a VM: out of Pacemaker, out of libvirt, its own disks with it; into the recycle bin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.deleted import DeletedVm, deletion_element
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.joined import joined
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.steps import StepRow, told
from xenadmin_gui.operations.sancondition import CibHas
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps
from xenadmin_gui.operations.vminstall.unprotecting import Unprotecting, unprotecting
from xenadmin_gui.operations.vmlife.binfiles import BinFile
from xenadmin_gui.operations.vmlife.owndisks import Outcome, OwnDisk, own_disks, purge_bin, to_bin
from xenadmin_gui.operations.vmlife.refusals import (
    is_kept,
    no_member,
    no_vm,
    not_off,
    silent_hosts,
    tied_down,
    unreadable,
)


@dataclass(frozen=True, slots=True)
class VmDelete:
    """Delete a VM that is off; disks that another VM uses stay.

    Attributes:
        purge: For good: nothing goes to the recycle bin. Also for a VM that is in the bin.
        keep_disks: Leave its LUNs and volumes as they are.
    """

    uuid: str
    purge: bool = False
    keep_disks: bool = False

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            resting = resting_vm(snapshot, self.uuid)
            return (no_vm(self.uuid),) if resting is None else self._not_for_good(snapshot, resting)
        found = (
            *not_off(snapshot, vm),
            *is_kept(vm),
            *unreadable(snapshot, vm),
            *silent_hosts(snapshot, vm, "and may have something of it"),
            *self._pacemaker(snapshot, vm),
        )
        return found or self._disks(snapshot, vm).problems

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return self._plan_for_good(snapshot)
        row = StepRow(vm.key)
        off = VmIs(vm.uuid, VmState.OFF)
        if vm.protection is not None:
            leaving = unprotecting(snapshot, vm.protection.resource)
            assert leaving is not None
            _out_of_pacemaker(row, leaving, vm)
        if not self.purge:
            text = self._bin_text(snapshot, vm)
            for host in snapshot.hosts:
                file = BinFile(host.name, vm.uuid, vm.name)
                row.add(file.folder())
                row.add(file.put(text, off), undo=(file.take(),))
        for copy in vm.definitions:
            _out_of_host(row, DefinitionSteps(snapshot, vm, copy, 0))
        # Whether it is off, every host says, not only the one where the first step is done.
        first = replace(row.steps[0], only_if=AllOf((row.steps[0].only_if, off)), watch=())
        row.steps[0] = first
        plan_id = new_plan_id()
        disks = self._disks(snapshot, vm).plans
        return Plan(
            id=plan_id,
            title=f"Delete {vm.name} for good" if self.purge else f"Delete {vm.name}",
            subjects=(Subject(vm.key, vm.name, Verdict.WILL_DO, self._means(snapshot, vm)),),
            steps=joined(vm.key, row.steps, *disks, plan_id=plan_id),
            made_from=snapshot.version,
            confirm=vm.name if self.purge else "",
        )

    def _own(self, snapshot: Snapshot, vm: Vm) -> tuple[OwnDisk, ...]:
        return () if self.keep_disks else own_disks(snapshot, vm)[0]

    def _disks(self, snapshot: Snapshot, vm: Vm) -> Outcome:
        own = self._own(snapshot, vm)
        return to_bin(snapshot, vm.uuid, own, at=snapshot.taken_at, purge=self.purge)

    def _bin_text(self, snapshot: Snapshot, vm: Vm) -> str:
        """The definition with what a restore needs to know."""
        files = [copy for copy in vm.definitions if copy.origin == "file"]
        definition = Definition((files or list(vm.definitions))[0].xml)
        protection, at = vm.protection, snapshot.taken_at
        hosts = [copy.host for copy in vm.definitions if copy.origin == "libvirt"]
        note = DeletedVm(
            vm.uuid,
            vm.name,
            at,
            resource="" if protection is None else protection.resource,
            priority=0 if protection is None else protection.priority,
            hosts=tuple(hosts),
            autostart_on=vm.autostart_on,
            disks=tuple(one.deleted(at) for one in self._own(snapshot, vm)),
        )
        definition.add_metadata(deletion_element(note))
        return definition.text

    def _means(self, snapshot: Snapshot, vm: Vm) -> str:
        own, stays = own_disks(snapshot, vm)
        if self.keep_disks:
            return "Its disks stay as they are."
        names = ", ".join(one.volume.name for one in own)
        where = "Removed for good" if self.purge else "Into the recycle bin"
        return " ".join([*([f"{where}: {names}."] if names else []), *stays])

    def _pacemaker(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        protection = vm.protection
        if protection is None:
            return ()
        silent = no_member(snapshot, vm)
        if silent:
            return silent
        if unprotecting(snapshot, protection.resource) is None:
            sentence = f"The resource {protection.resource} is part of something larger."
            step = "Take it out of its group or clone in Pacemaker first."
            return (Problem(sentence, step, vm.key, "odd-resource"),)
        return tied_down(vm)

    def _not_for_good(self, snapshot: Snapshot, vm: DeletedVm) -> tuple[Problem, ...]:
        if not self.purge:
            sentence = f"{vm.name} is in the recycle bin already."
            return (Problem(sentence, "Restore it, or delete it for good.", vm.key, "deleted"),)
        silent = silent_hosts(
            snapshot, Vm(vm.uuid, vm.name, VmState.OFF), "and may have it in its bin"
        )
        return (*silent, *purge_bin(snapshot, vm.disks).problems)

    def _plan_for_good(self, snapshot: Snapshot) -> Plan:
        vm = resting_vm(snapshot, self.uuid)
        assert vm is not None
        row, plan_id = StepRow(vm.key), new_plan_id()
        no_undo = f"What was known of {vm.name} is gone."
        for host in vm.found_on:
            row.add(BinFile(host, vm.uuid, vm.name).take(), no_undo=no_undo)
        disks = () if self.keep_disks else purge_bin(snapshot, vm.disks).plans
        return Plan(
            id=plan_id,
            title=f"Remove {vm.name} from the recycle bin for good",
            subjects=(Subject(vm.key, vm.name, Verdict.WILL_DO),),
            steps=joined(vm.key, *disks, row.steps, plan_id=plan_id),
            made_from=snapshot.version,
            confirm=vm.name,
        )


def resting_vm(snapshot: Snapshot, uuid: str) -> DeletedVm | None:
    """Return the VM as it is in the recycle bin; None when it is not there."""
    return next((vm for vm in snapshot.deleted if vm.uuid == uuid), None)


def _out_of_pacemaker(row: StepRow, leaving: Unprotecting, vm: Vm) -> None:
    """Take the resource out; undone, it is as it was, kept off."""
    resource, off = leaving.resource, VmIs(vm.uuid, VmState.OFF)

    row.add(
        told(
            leaving.layout,
            f"Take {resource} out of Pacemaker's configuration",
            leaving.patch_out().command(),
            CibHas(resource, present=False),
            off,
        ),
        undo=(
            told(
                leaving.layout,
                f"Put {resource} back into Pacemaker's configuration",
                leaving.patch_back().command(),
                CibHas(resource, present=True),
                CibHas(resource, present=False),
            ),
        ),
    )


def _out_of_host(row: StepRow, made: DefinitionSteps) -> None:
    """Take one copy of the definition away."""
    copy: Copy = made.copy
    off = VmIs(made.vm.uuid, VmState.OFF)
    if copy.origin == "file":
        row.add(made.no_file(off), undo=(made.file(copy.xml),))
        return
    back = [made.folder(), made.given(copy.xml), made.define(copy.xml)]
    if copy.host in made.vm.autostart_on:
        back.append(made.autostart(on=True))
    row.add(made.undefine(off), undo=tuple(back))
