"""The draft of a VM that is made like another one: from its disk, or from a snapshot of it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.guestfiles import GuestDisk
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.template import Boot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import Condition, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.sancondition import ReplicaSideIs, VolumeIs
from xenadmin_gui.operations.sanholds import volume_of
from xenadmin_gui.operations.vminstall.checks import cluster_problems, vm_problems
from xenadmin_gui.operations.vminstall.copysteps import Content
from xenadmin_gui.operations.vminstall.install import guest_disk, template_of
from xenadmin_gui.operations.vminstall.making import making_plan
from xenadmin_gui.operations.vminstall.newdefinition import Source, origin_of
from xenadmin_gui.operations.vminstall.newvm import NewVm
from xenadmin_gui.operations.vmlife.refusals import no_vm, not_off

_LOOK = "Say with --like which template it is like, or copy it as it is with --as-it-is."


@dataclass(frozen=True, slots=True)
class VmClone:
    """A new VM with a copy of another one's disk.

    Attributes:
        uuid: Of the VM that is copied; it has to be off unless a snapshot is given.
        snapshot: Name of a snapshot of its volume; empty: the disk itself.
        template: Template whose way to be told who one is fits; empty: that which it was made of.
        as_it_is: The copy is told nothing: it keeps name, addresses and keys of the other one.
    """

    uuid: str
    new: NewVm
    snapshot: str = ""
    template: str = ""
    as_it_is: bool = False

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return (no_vm(self.uuid),)
        wrong = (*self._of_source(snapshot, vm), *self._of_knowledge(snapshot, vm))
        content = None if wrong else self._content(snapshot, vm)
        return (
            *wrong,
            *cluster_problems(snapshot, protect=self.new.protect),
            *vm_problems(snapshot, (self.new,), content),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        title = f"Clone {vm.name} as {self.new.name}"
        return making_plan(snapshot, (self.new,), self._content(snapshot, vm), title)

    def _of_source(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        layout, volume = san_layout(snapshot), _volume(snapshot, vm)
        if not any(copy.xml for copy in vm.definitions):
            sentence = f"No definition of {vm.name} was read."
            return (Problem(sentence, "Wait a moment.", vm.key, "not-read"),)
        if len(vm.disks) != 1 or volume is None:
            sentence = f"{vm.name} has not just one disk that is a volume of the SAN."
            step = "Only such VMs can be cloned; take a template of it, or copy it by hand."
            return (Problem(sentence, step, vm.key, "not-one-disk"),)
        if not self.snapshot:
            return not_off(snapshot, vm)
        source = volume_of(snapshot, volume.group, self.snapshot)
        if source is None or source.snapshot_of != volume.name:
            sentence = f"{volume.name} has no snapshot {self.snapshot}."
            return (Problem(sentence, "Take one first.", vm.key, "no-snapshot", "snapshot"),)
        if layout.active not in source.servers:
            sentence = f"The snapshot {self.snapshot} does not lie on {layout.active}."
            return (Problem(sentence, "Take another one.", vm.key, "other-server", "snapshot"),)
        return ()

    def _of_knowledge(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        if self.template and template_of(snapshot, self.template) is None:
            sentence = f"There is no template {self.template}."
            return (Problem(sentence, "Look at the library.", None, "no-template", "template"),)
        if self._source(snapshot, vm) is None:
            sentence = f"How {vm.name} is told its name and addresses is not known."
            return (Problem(sentence, _LOOK, vm.key, "no-origin", "template"),)
        return ()

    def _source(self, snapshot: Snapshot, vm: Vm) -> Source | None:
        if self.as_it_is:
            return Source("", GuestDisk(customise="none", filesystem="none", network="none"))
        template = template_of(snapshot, self.template) if self.template else None
        if template is not None:
            return Source(template.name, guest_disk(template))
        return next(filter(None, (origin_of(copy.xml) for copy in vm.definitions)), None)

    def _content(self, snapshot: Snapshot, vm: Vm) -> Content:
        layout, volume = san_layout(snapshot), _volume(snapshot, vm)
        source = self._source(snapshot, vm)
        assert volume is not None
        assert source is not None
        device, size = _device(layout, volume)
        guards: tuple[Condition, ...] = (VmIs(vm.uuid, VmState.OFF), *_in_place(layout, volume))
        if self.snapshot:
            device = f"/dev/{volume.group}/{self.snapshot}"
            guards = (VolumeIs(layout.active or "", volume.group, self.snapshot),)
        return Content(
            name=f"a copy of {vm.name}",
            kind=vm.kind,
            boot=Boot(),
            source=source,
            size_bytes=size,
            device=device,
            xml=next(copy.xml for copy in vm.definitions if copy.xml),
            guards=guards,
        )


def clone_size(snapshot: Snapshot, vm: Vm) -> int:
    """Return how large the disk of a clone has to be at least; 0 when the VM cannot be cloned."""
    volume = _volume(snapshot, vm)
    return 0 if volume is None else _device(san_layout(snapshot), volume)[1]


def _volume(snapshot: Snapshot, vm: Vm) -> Volume | None:
    """The volume that the VM's only disk is."""
    wwids = {disk.wwid for disk in vm.disks} - {""}
    return next((v for v in snapshot.san.volumes if v.lun in wwids), None)


def _in_place(layout: SanLayout, volume: Volume) -> tuple[Condition, ...]:
    """What is copied still lies where it lay, on the server that serves."""
    server, replica = layout.active or "", layout.replica_of(volume)
    if replica is None:
        return (VolumeIs(server, volume.group, volume.name),)
    primary = ReplicaSideIs(replica.name, server, roles=("Primary",), disks=("UpToDate",))
    return (VolumeIs(server, volume.group, volume.name), primary)


def _device(layout: SanLayout, volume: Volume) -> tuple[str, int]:
    """What a volume is called on the server that serves, and how much of it is the VM's."""
    replica = layout.replica_of(volume)
    side = None if replica is None else replica.side(layout.active or "")
    size = None if side is None else side.size_bytes
    return layout.device_of(volume), size or volume.size_bytes
