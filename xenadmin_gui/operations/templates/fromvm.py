"""The draft that makes a template of a VM's first disk."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.san import Lun, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import Condition, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, missing_room
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.san.volumesnapshot import reading_room, snapshot_actions
from xenadmin_gui.operations.sancondition import LunOffered, SanActive, VolumeIs
from xenadmin_gui.operations.templates import steps


@dataclass(frozen=True, slots=True)
class TemplateFromVm:
    """Pack the first disk of a VM into the library, on the server that serves it.

    What makes the VM itself (name, keys, addresses) stays in the image; it is replaced when
    another VM is made of it.

    Attributes:
        template: What it will be; sizes and checksum are measured.
        snapshot: Read a snapshot of the volume, so that the VM may run: it is as if its power had
            been cut at that moment.
        push: As ``TemplateImport`` has it.
    """

    uuid: str
    template: Template
    snapshot: bool = False
    push: bool = True

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        template, vm = self.template, snapshot.vms.get(self.uuid)
        found = steps.name_taken(snapshot, template.name)
        found += steps.description_problems(template, is_measured=False)
        if template.format == "qcow2":
            sentence = "A disk is packed as raw, raw.zst, raw.gz or raw.xz."
            found += (Problem(sentence, "Choose one of them.", None, "bad-format", "format"),)
        if vm is None:
            return (*found, Problem("There is no such VM.", LOOK_AGAIN, None, "no-vm", "uuid"))
        if vm.state is not VmState.OFF and not self.snapshot:
            sentence = f"{vm.name} is not off: its disk would change while it is read."
            step = "Shut it down, or have a snapshot read instead."
            found += (Problem(sentence, step, vm.key, "not-off", "uuid"),)
        disk = _disk(snapshot, vm)
        if isinstance(disk, Problem):
            return (*found, disk)
        lun, volume = disk
        server = snapshot.san.active_server or ""
        if wrong := steps.server_problems(snapshot, server, push=self.push):
            return found + wrong
        if self.snapshot:
            if server not in volume.servers:
                sentence = f"{volume.name} does not lie on {server}, which serves the SAN."
                step = "Shut the VM down, and make it without a snapshot."
                found += (Problem(sentence, step, volume.key, "other-server", "snapshot"),)
            found += missing_room(snapshot, server, volume.group, reading_room(volume.size_bytes))
        return found + steps.room_problems(
            snapshot, (server,), _packed(template, _size(lun, volume))
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm, template = snapshot.vms[self.uuid], self.template
        disk = _disk(snapshot, vm)
        assert not isinstance(disk, Problem)
        lun, volume = disk
        server = snapshot.san.active_server or ""
        plan_id, row, size = new_plan_id(), StepRow(template.key), _size(lun, volume)
        device, guard = lun.device, VmIs(vm.uuid, VmState.OFF)
        # A name that nobody else takes: what is removed at the end was made here.
        name = f"{volume.name}-template-{steps.task_of(plan_id)}"
        guards: tuple[Condition, ...]
        take = take_away = None
        if self.snapshot:
            take, take_away = snapshot_actions(
                server, volume.group, volume.name, name, reading_room(volume.size_bytes)
            )
            row.add(take, undo=(take_away,), must_run=True)
            device = f"/dev/{volume.group}/{name}"
            guards = (SanActive(server), VolumeIs(server, volume.group, name))
        else:
            guards = (guard, LunOffered(lun.wwid, server))
        steps.make(
            row,
            server,
            f"Pack the disk of {vm.name} into the template {template.name} on {server}",
            scripts.capture_device(
                device,
                size,
                template.name,
                template.image,
                steps.described(template),
                template.format,
                task=steps.task_of(plan_id),
            ),
            template.name,
            plan_id,
            *guards,
            steps.has_room(server, _packed(template, size)),
            size_bytes=size,
            # Whether the VM is off, the hosts say, not the SAN server.
            watch=() if take_away is None else (server,),
        )
        if take_away is not None:
            row.add(take_away, even_after_failure=True)
        if self.push:
            steps.spread(row, snapshot, template, server, plan_id, 0)
        means = "Its disk is read as it is."
        if self.snapshot:
            means = "It is as if the guest's power had been cut at the moment of the snapshot."
        return Plan(
            id=plan_id,
            title=f"Make the template {template.name} of {vm.name}",
            subjects=(Subject(template.key, template.name, Verdict.WILL_DO, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )


def _disk(snapshot: Snapshot, vm: Vm) -> tuple[Lun, Volume] | Problem:
    """Return the LUN and the volume of the first disk that the guest can write."""
    wwid = next((disk.wwid for disk in vm.disks if disk.wwid and not disk.read_only), "")
    lun = snapshot.san.lun(wwid) if wwid else None
    volume = next((v for v in snapshot.san.volumes if wwid and v.lun == wwid), None)
    if lun is None or volume is None or not lun.device or not _size(lun, volume):
        sentence = f"{vm.name} has no disk on the SAN that is served now."
        step = "Its definition has to name a LUN, and a SAN server has to offer it."
        return Problem(sentence, step, vm.key, "no-disk", "uuid")
    return lun, volume


def _size(lun: Lun, volume: Volume) -> int:
    """What the guest sees of its disk; below a replica the volume has metadata behind it."""
    return lun.size_bytes or volume.size_bytes


def _packed(template: Template, size_bytes: int) -> int:
    """What a disk takes in the library; packed, at least an eighth, as experience has it."""
    return size_bytes if template.format == "raw" else size_bytes // 8
