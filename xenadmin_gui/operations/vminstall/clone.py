"""The draft of a VM that is made like another one: from its disk, or from a snapshot of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xenadmin_gui.domain.guestfiles import GuestDisk
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.template import Boot
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.operations.condition import Condition, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.home import at_lun
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.sancondition import ReplicaSideIs, VolumeIs
from xenadmin_gui.operations.sanholds import volume_of
from xenadmin_gui.operations.vminstall.checks import cluster_problems, vm_problems
from xenadmin_gui.operations.vminstall.copysteps import Content, DiskCopy
from xenadmin_gui.operations.vminstall.install import guest_disk, template_of
from xenadmin_gui.operations.vminstall.making import making_plan
from xenadmin_gui.operations.vminstall.moment import Moment, moment_of
from xenadmin_gui.operations.vminstall.newdefinition import Source, origin_of
from xenadmin_gui.operations.vminstall.newvm import NewVm
from xenadmin_gui.operations.vmlife.refusals import no_vm, not_off

_LOOK = "Say with --like which template it is like, or copy it as it is with --as-it-is."


@dataclass(frozen=True, slots=True)
class VmClone:
    """A new VM with copies of another one's disks; CDs in its drives stay there.

    Attributes:
        uuid: Of the VM that is copied; it has to be off unless snapshots are given.
        snapshot: Name of a snapshot of its volume; empty: the disks themselves.
        template: Template whose way to be told who one is fits; empty: that which it was made of.
        as_it_is: The copy is told nothing: it keeps name, addresses and keys of the other one.
        more_snapshots: Of the volumes of further disks, in any order.
        running: It may run: its disks are copied as they are at one moment, for which it is paused
            for some seconds. One that is off is simply copied.
    """

    uuid: str
    new: NewVm
    snapshot: str = ""
    template: str = ""
    as_it_is: bool = False
    more_snapshots: tuple[str, ...] = ()
    running: bool = False

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        snapshot = self._at_home(snapshot)
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return (no_vm(self.uuid),)
        wrong = (*self._of_source(snapshot, vm), *self._of_knowledge(snapshot, vm))
        content = None if wrong else self._content(snapshot, vm)
        moment = None if content is None else content.moment
        return (
            *wrong,
            *cluster_problems(snapshot, protect=self.new.protect),
            *vm_problems(moment.taken(snapshot) if moment else snapshot, (self.new,), content),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = self._at_home(snapshot)
        vm = snapshot.vms[self.uuid]
        title = f"Clone {vm.name} as {self.new.name}"
        return making_plan(snapshot, (self.new,), self._content(snapshot, vm), title)

    def _at_home(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot as seen from the server that serves the source's disks."""
        vm = snapshot.vms.get(self.uuid)
        wwids = [] if vm is None else [disk.wwid for disk in vm.disks if disk.wwid]
        return at_lun(snapshot, wwids[0]) if wwids else snapshot

    def _of_source(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        disks = _disks(snapshot, vm)
        if not any(copy.xml for copy in vm.definitions):
            sentence = f"No definition of {vm.name} was read."
            return (Problem(sentence, "Wait a moment.", vm.key, "not-read"),)
        loose = next((disk.target for disk, volume in disks if volume is None), "")
        if loose or not disks:
            sentence = f"{vm.name} has no disk."
            if loose:
                sentence = f"{loose} of {vm.name} is no volume of the SAN."
            step = "Only VMs on the SAN can be cloned; take a template of it, or copy it by hand."
            return (Problem(sentence, step, vm.key, "not-on-san"),)
        if self._snapshots:
            return tuple(self._of_snapshots(snapshot, vm))
        moment = self._moment(snapshot, vm)
        return not_off(snapshot, vm) if moment is None else tuple(moment.problems(snapshot))

    @property
    def _snapshots(self) -> tuple[str, ...]:
        return tuple(name for name in (self.snapshot, *self.more_snapshots) if name)

    def _moment(self, snapshot: Snapshot, vm: Vm) -> Moment | None:
        """What is taken of a VM that runs; None: nothing is, or it does not."""
        if not self.running or self._snapshots:
            return None
        volumes = tuple(volume for _, volume in _disks(snapshot, vm) if volume is not None)
        return moment_of(san_layout(snapshot), snapshot, vm, volumes, self.new.uuid[:8])

    def _of_snapshots(self, snapshot: Snapshot, vm: Vm) -> Iterator[Problem]:
        """Each disk has a snapshot of its own among those that are given, and none is left."""
        active, left = san_layout(snapshot).active or "", set(self._snapshots)
        for _, volume in _disks(snapshot, vm):
            assert volume is not None
            source = _snapshot_of(snapshot, volume, self._snapshots)
            if source is None:
                names = ", ".join(self._snapshots)
                sentence = f"{volume.name} has no snapshot {names}."
                yield Problem(sentence, "Take one first.", vm.key, "no-snapshot", "snapshot")
            elif active not in source.servers:
                sentence = f"The snapshot {source.name} does not lie on {active}."
                yield Problem(sentence, "Take another one.", vm.key, "other-server", "snapshot")
            left -= {"" if source is None else source.name}
        if left and len(left) < len(self._snapshots):
            sentence = f"{vm.name} has no disk of which {', '.join(sorted(left))} is a snapshot."
            yield Problem(sentence, "Leave it out.", vm.key, "no-snapshot", "snapshot")

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
        layout, disks = san_layout(snapshot), _disks(snapshot, vm)
        source = self._source(snapshot, vm)
        assert source is not None
        copies, guards = list[DiskCopy](), list[Condition]()
        moment = self._moment(snapshot, vm)
        if not self._snapshots and moment is None:
            guards.append(VmIs(vm.uuid, VmState.OFF))
        for _, volume in disks:
            assert volume is not None
            device, size = _device(layout, volume)
            taken = _snapshot_of(snapshot, volume, self._snapshots)
            if moment is not None:
                device = moment.device_of(volume)
                guards += moment.guards(volume)
            elif taken is not None:
                device = f"/dev/{volume.group}/{taken.name}"
                guards.append(VolumeIs(layout.active or "", volume.group, taken.name))
            else:
                guards += _in_place(layout, volume)
            copies.append(DiskCopy(device, size))
        first, *more = copies
        return Content(
            name=f"a copy of {vm.name}",
            kind=vm.kind,
            boot=Boot(),
            source=source,
            size_bytes=first.size_bytes,
            device=first.device,
            more=tuple(more),
            xml=next(copy.xml for copy in vm.definitions if copy.xml),
            targets=tuple(disk.target for disk, _ in disks),
            guards=tuple(guards),
            moment=moment,
        )


def clone_sizes(snapshot: Snapshot, vm: Vm) -> tuple[int, ...]:
    """Return how large each disk of a clone has to be at least; none: the VM cannot be cloned."""
    layout, disks = san_layout(snapshot), _disks(snapshot, vm)
    if any(volume is None for _, volume in disks):
        return ()
    return tuple(_device(layout, volume)[1] for _, volume in disks if volume is not None)


def _disks(snapshot: Snapshot, vm: Vm) -> tuple[tuple[VmDisk, Volume | None], ...]:
    """The disks that the VM writes to, each with the volume that it is; None: it is none."""
    volumes = {volume.lun: volume for volume in snapshot.san.volumes if volume.lun}
    own = (disk for disk in vm.disks if disk.device == "disk" and not disk.read_only)
    return tuple((disk, volumes.get(disk.wwid)) for disk in own)


def _snapshot_of(snapshot: Snapshot, volume: Volume, names: tuple[str, ...]) -> Volume | None:
    """The first of ``names`` that is a snapshot of ``volume``."""
    found = (volume_of(snapshot, volume.group, name) for name in names)
    return next((one for one in found if one is not None and one.snapshot_of == volume.name), None)


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
