"""The draft that moves a volume into another volume group while its VMs are off."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.san import Lun, Volume, deleted_name
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.condition import AllOf, Condition, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id, unit_name
from xenadmin_gui.operations.san.cibpatch import find_id
from xenadmin_gui.operations.san.commands import EXTENT
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.onceunit import once, tidied
from xenadmin_gui.operations.san.pathsteps import removal_steps, rescan_steps
from xenadmin_gui.operations.san.refusals import (
    no_volume,
    not_in_sync,
    not_served,
    silent,
    unknown_users,
)
from xenadmin_gui.operations.san.replicafile import new_numbers
from xenadmin_gui.operations.san.steps import StepRow, all_of
from xenadmin_gui.operations.san.unitsteps import coming_back, standing_aside
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.sancondition import (
    NoLun,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
    VolumeNotExported,
    VolumeUnused,
)
from xenadmin_gui.operations.sanholds import lun_of, volume_of

SLOWEST_COPY = 5 * 1024**2
#: DRBD's metadata of a peer is a 32768th of the device; with room for several, and the rest.
_METADATA_PART = 1024


@dataclass(frozen=True, slots=True)
class VolumeMove:
    """Move the data of a volume into another group; the LUN keeps its WWID, the VMs their disk.

    The LUN is not offered while the data is copied, so that nobody can write to the old volume;
    that one ends in the recycle bin.

    Attributes:
        to_group: Volume group that it moves to.
        new_name: Its name there; empty: the same, or with the group's name behind it where the
            replica of the old one has that name still.
        at: Clock seconds that the old one's name in the bin tells; None: those of the snapshot.
    """

    group: str
    name: str
    to_group: str
    new_name: str = ""
    at: float | None = None

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        if volume is None:
            return (no_volume(self.group, self.name),)
        if wrong := not_served(layout, volume.key) or _unfit(snapshot, volume):
            return wrong
        if self.to_group == self.group:
            sentence = f"{self.name} lies in the group {self.group} already."
            return (Problem(sentence, "Choose another group.", volume.key, "same", "to_group"),)
        homes = layout.homes_of(self.group)
        if wrong := silent(snapshot, homes, volume.key):
            return wrong
        replica = layout.replica_of(volume)
        found = [
            *_exported(layout, volume),
            *_running(snapshot, volume),
            *(not_in_sync(snapshot, (replica.name,)) if replica is not None else ()),
        ]
        fields = {"group": "to_group", "name": "new_name"}
        for problem in self._create(layout, volume).problems(snapshot):
            field = fields.get(problem.field, problem.field)
            found.append(
                Problem(problem.sentence, problem.next_step, problem.subject, problem.code, field)
            )
        return tuple(found)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        assert volume is not None
        plan_id, row, create = new_plan_id(), StepRow(volume.key), self._create(layout, volume)
        create.steps(row, layout, self.to_group)
        lun = lun_of(snapshot, volume.lun) if volume.lun else None
        off = tuple(VmIs(u, VmState.OFF) for u in volume.used_by if u in snapshot.vms)
        unit = (
            None
            if lun is None or layout.configuration is None
            else find_id(layout.configuration, lun.resource)
        )
        if lun is not None and unit is not None:
            removal_steps(row, snapshot, layout.hosts, lun.target, lun.wwid, all_of(*off))
            standing_aside(row, layout, unit, lun.wwid, *off)
        name = unit_name(plan_id, len(row.steps) + 1)
        row.add(_copy(layout, volume, create, name, (*off, *_idle(volume, lun))))
        row.add(tidied(layout.active or "", name), even_after_failure=True)
        if lun is not None and unit is not None:
            coming_back(row, layout, unit, lun.wwid, _new_device(layout, create))
            rescan_steps(row, snapshot, layout.hosts, lun.target, lun.wwid)
        resting = deleted_name(volume.name, snapshot.taken_at if self.at is None else self.at)
        VolumeDelete(self.group, self.name).steps_to_bin(row, layout, volume, resting)
        means = f"It is called {create.name} there; the old one lies in the recycle bin."
        means = f"{means} {create.lone(layout, self.to_group)}".rstrip()
        return Plan(
            id=plan_id,
            title=f"Move the volume {self.name} from {self.group} to {self.to_group}",
            subjects=(Subject(volume.key, self.name, Verdict.WILL_DO, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def name_there(self, snapshot: Snapshot) -> str:
        """Return what the volume will be called."""
        if self.new_name:
            return self.new_name
        taken = snapshot.san.replica(self.name) is not None
        mirror = san_layout(snapshot).mirror_of(self.to_group)
        is_clash = taken and mirror is Mirror.REPLICA_OVER_VOLUME
        return f"{self.name}-{self.to_group}" if is_clash else self.name

    def _create(self, layout: SanLayout, volume: Volume) -> VolumeCreate:
        """The new volume; its replica is declared in sync, for every block is written anyway."""
        size = volume.size_bytes
        is_mirrored = layout.mirror_of(self.to_group) is Mirror.REPLICA_OVER_VOLUME
        if is_mirrored and layout.replica_of(volume) is None:
            size += EXTENT + size // _METADATA_PART
        name = self.name_there(layout.snapshot)
        return VolumeCreate(name, size, self.to_group, initial_sync=False)


def _unfit(snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
    if volume.deleted_at is not None:
        sentence = f"{volume.former_name} is in the recycle bin."
        return (Problem(sentence, "Restore it first.", volume.key, "deleted", "name"),)
    if volume.snapshot_of:
        sentence = f"{volume.name} is a snapshot: it stays with its volume."
        step = "Move the volume that it is of."
        return (Problem(sentence, step, volume.key, "not-a-volume", "name"),)
    volumes = [v for v in snapshot.san.volumes if v.group == volume.group]
    children = sorted(v.name for v in volumes if v.snapshot_of == volume.name)
    if children:
        sentence = f"{volume.name} has snapshots: {', '.join(children)}."
        return (Problem(sentence, "Remove its snapshots first.", volume.key, "has-snapshots"),)
    return ()


def _exported(layout: SanLayout, volume: Volume) -> tuple[Problem, ...]:
    lun = lun_of(layout.snapshot, volume.lun) if volume.lun else None
    if lun is None or lun.resource in layout.members:
        return ()
    sentence = f"Pacemaker's group {layout.group} does not offer the LUN {volume.lun}."
    return (Problem(sentence, "Change it where it was made.", volume.key, "foreign"),)


def _running(snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
    vms = [snapshot.vms[uuid] for uuid in volume.used_by if uuid in snapshot.vms]
    names = sorted(vm.name for vm in vms if vm.state is not VmState.OFF)
    if not names:
        return unknown_users(snapshot, volume.key)
    sentence = f"{volume.name} is used by {', '.join(names)}, which is not off."
    return (Problem(sentence, "Shut it down first.", volume.key, "in-use", "name"),)


def _idle(volume: Volume, lun: Lun | None) -> tuple[Condition, ...]:
    """That nobody can write to the old volume while it is copied."""
    if lun is not None:
        return (NoLun(lun.wwid),)
    return (
        VolumeUnused(volume.group, volume.name),
        VolumeNotExported(volume.group, volume.name),
    )


def _new_device(layout: SanLayout, create: VolumeCreate) -> str:
    """The device of the volume that the plan makes: its replica's, or its own."""
    numbers = new_numbers(layout, create.group)
    if layout.mirror_of(create.group) is not Mirror.REPLICA_OVER_VOLUME or numbers is None:
        return f"/dev/{create.group}/{create.name}"
    return f"/dev/drbd{numbers.minor}"


def _copy(
    layout: SanLayout,
    volume: Volume,
    create: VolumeCreate,
    unit: str,
    guards: tuple[Condition, ...],
) -> Action:
    """Copy every block; the source is read past the cache, which LIO's writes pass by too."""
    server, replica = layout.active or "", layout.replica_of(volume)
    side = None if replica is None else replica.side(server)
    size = (None if side is None else side.size_bytes) or volume.size_bytes
    source = layout.device_of(volume)
    ends = (f"if={source}", f"of={_new_device(layout, create)}")
    how = ("bs=4M", "iflag=direct,fullblock,count_bytes", f"count={size}", "conv=fsync,nocreat")
    new: Condition = VolumeIs(server, create.group, create.name)
    if layout.mirror_of(create.group) is Mirror.REPLICA_OVER_VOLUME:
        primary = ReplicaSideIs(create.name, server, True, ("Primary",), ("UpToDate",))
        new = AllOf((new, primary))
    old: tuple[Condition, ...] = ()
    if replica is not None:
        old = (ReplicaSideIs(replica.name, server, roles=("Primary",), disks=("UpToDate",)),)
    return once(
        server,
        f"Copy {volume.group}/{volume.name} to {create.group}/{create.name} on {server}",
        Command(("dd", *ends, *how)),
        unit,
        SanActive(server),
        new,
        *old,
        *guards,
        timeout_s=600.0 + size / SLOWEST_COPY,
        if_left=f"The copy goes on on {server} as the unit {unit}; {volume.name} stays whole.",
    )
