"""Drafts of snapshots: one is taken of a volume, or a volume becomes again what one holds."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.san import Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.condition import Condition, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id, unit_name
from xenadmin_gui.operations.san.commands import (
    EXTENT,
    lvextend,
    lvremove,
    lvsnapshot,
    whole_extents,
)
from xenadmin_gui.operations.san.home import at_volume
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.names import name_problems
from xenadmin_gui.operations.san.onceunit import once, tidied
from xenadmin_gui.operations.san.refusals import (
    missing_room,
    no_volume,
    not_changeable,
    silent,
    unknown_users,
)
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import (
    GroupRoom,
    NoVolume,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
)
from xenadmin_gui.operations.sanholds import volume_of
from xenadmin_gui.operations.sizes import size_text

_CHUNK = 4096
_EXCEPTIONS_A_CHUNK = 256
SLOWEST_COPY = 5 * 1024**2
#: Part of a volume that may change while its snapshot is read.
_READ_PART = 5
_LEAST_READ = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class VolumeSnapshot:
    """Take a snapshot of a volume, on the server that serves it.

    Attributes:
        snapshot: Name of the snapshot.
        size_bytes: Room for what changes afterwards; a snapshot that is full is lost.
    """

    group: str
    name: str
    snapshot: str
    size_bytes: int

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self.name)
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        if volume is None:
            return (no_volume(self.group, self.name),)
        if wrong := _cannot_serve(layout, volume):
            return wrong
        if volume.snapshot_of or volume.deleted_at is not None:
            sentence = f"{volume.former_name} is in the recycle bin."
            if volume.snapshot_of:
                sentence = f"{self.name} is a snapshot itself."
            step = "Choose a volume that is in service."
            return (Problem(sentence, step, volume.key, "not-a-volume", "name"),)
        wrong = name_problems(self.snapshot, with_replica=False, field="snapshot")
        if volume_of(snapshot, self.group, self.snapshot) is not None:
            sentence = f"There is a volume {self.group}/{self.snapshot} already."
            wrong += (Problem(sentence, "Take another name.", None, "name-taken", "snapshot"),)
        if self.size_bytes < EXTENT:
            sentence = f"A snapshot has at least {size_text(EXTENT)}."
            wrong += (Problem(sentence, "Choose a size.", None, "bad-size", "size_bytes"),)
        size = self._size(volume)
        return (*wrong, *missing_room(snapshot, layout.active or "", self.group, size))

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_volume(snapshot, self.group, self.name)
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        assert volume is not None and layout.active is not None  # noqa: PT018
        row = StepRow(volume.key)
        take, remove = snapshot_actions(
            layout.active, self.group, self.name, self.snapshot, self._size(volume)
        )
        row.add(take, undo=(remove,), must_run=True)
        means = "It is as if the guest's power had been cut: shut it down first where that matters."
        return Plan(
            id=new_plan_id(),
            title=f"Take the snapshot {self.snapshot} of the volume {self.name}",
            subjects=(Subject(volume.key, self.name, Verdict.WILL_DO, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _size(self, volume: Volume) -> int:
        return min(whole_extents(self.size_bytes), full_room(volume.size_bytes))


@dataclass(frozen=True, slots=True)
class VolumeRevert:
    """Make a volume again what a snapshot of it holds; what was written since is lost.

    The content is copied onto the replica, so that the other server gets it as ordinary writes.
    Meanwhile the snapshot has to hold everything that is overwritten: it is made large enough.
    """

    group: str
    snapshot: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self.snapshot)
        layout, source = san_layout(snapshot), volume_of(snapshot, self.group, self.snapshot)
        if source is None or not source.snapshot_of:
            return (no_volume(self.group, self.snapshot),)
        volume = volume_of(snapshot, self.group, source.snapshot_of)
        if volume is None:
            return (no_volume(self.group, source.snapshot_of),)
        return (
            _cannot_serve(layout, source)
            or _unusable(layout, source, volume)
            or _running(snapshot, volume)
            or _not_primary(layout, volume)
            or _room_to_copy(layout, source, volume)
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_volume(snapshot, self.group, self.snapshot)
        layout, source = san_layout(snapshot), volume_of(snapshot, self.group, self.snapshot)
        assert source is not None and layout.active is not None  # noqa: PT018
        volume = volume_of(snapshot, self.group, source.snapshot_of)
        assert volume is not None
        plan_id, row, server = new_plan_id(), StepRow(volume.key), layout.active
        if source.size_bytes < full_room(volume.size_bytes):
            row.add(_widen(server, source, volume))
        unit = unit_name(plan_id, len(row.steps) + 1)
        lost = f"What was written to {volume.name} since {self.snapshot} is lost."
        row.add(_copy(layout, source, volume, unit, _guards(layout, volume)), no_undo=lost)
        row.add(tidied(server, unit))
        return Plan(
            id=plan_id,
            title=f"Make the volume {volume.name} again what {self.snapshot} holds",
            subjects=(Subject(volume.key, volume.name, Verdict.WILL_DO, lost),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
            confirm=volume.name,
        )


def full_room(size_bytes: int) -> int:
    """Return how large a snapshot has to be, that every block of its volume may change.

    A header, the old chunks, and a chunk of exceptions for every 256 (kernel,
    device-mapper/snapshot; chunks of 4 KiB); LVM takes nothing larger.
    """
    chunks = -(-size_bytes // _CHUNK)
    return whole_extents((1 + chunks + -(-chunks // _EXCEPTIONS_A_CHUNK)) * _CHUNK)


def reading_room(size_bytes: int) -> int:
    """Return how large a snapshot is that is only read once and removed."""
    return min(whole_extents(max(size_bytes // _READ_PART, _LEAST_READ)), full_room(size_bytes))


def snapshot_actions(
    server: str, group: str, name: str, snapshot: str, size_bytes: int
) -> tuple[Action, Action]:
    """Make the actions that take a snapshot on a server, and remove it."""
    take = on(
        server,
        f"Take the snapshot {snapshot} of {group}/{name} on {server}",
        lvsnapshot(group, name, snapshot, size_bytes),
        VolumeIs(server, group, snapshot),
        NoVolume(server, group, snapshot),
        VolumeIs(server, group, name),
        GroupRoom(server, group, size_bytes),
        if_left=f"The snapshot {group}/{snapshot} stays on {server} until it is removed.",
    )
    remove = on(
        server,
        f"Remove the snapshot {group}/{snapshot} from {server}",
        lvremove(group, snapshot),
        NoVolume(server, group, snapshot),
    )
    return take, remove


def _cannot_serve(layout: SanLayout, volume: Volume) -> tuple[Problem, ...]:
    """What the server that serves must be for anything about a snapshot."""
    if wrong := not_changeable(layout, volume.key):
        return wrong
    if layout.active is None:
        step = "Bring the SAN back to health first."
        return (Problem("Nobody serves the SAN now.", step, volume.key, "san-degraded"),)
    if wrong := silent(layout.snapshot, (layout.active,), volume.key):
        return wrong
    if layout.active not in volume.servers:
        who = " and ".join(volume.servers)
        sentence = f"{volume.name} lies on {who}, and {layout.active} serves the SAN."
        step = f"Switch the SAN over to {who} first." if len(volume.servers) == 1 else ""
        return (Problem(sentence, step, volume.key, "other-server"),)
    return ()


def _unusable(layout: SanLayout, source: Volume, volume: Volume) -> tuple[Problem, ...]:
    copy = source.copy(layout.active or "")
    attributes = source.attributes if copy is None else copy.attributes
    is_invalid = len(attributes) > 4 and attributes[4] in "IS"
    if is_invalid or (source.snapshot_percent or 0.0) >= 100.0:
        sentence = f"The snapshot {source.name} became full: what it held is lost."
        return (Problem(sentence, "Remove it.", source.key, "snapshot-full", "snapshot"),)
    if volume.deleted_at is not None:
        sentence = f"{volume.former_name} is in the recycle bin."
        return (Problem(sentence, "Restore it first.", volume.key, "deleted"),)
    return ()


def _running(snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
    vms = [snapshot.vms[uuid] for uuid in volume.used_by if uuid in snapshot.vms]
    names = sorted(vm.name for vm in vms if vm.state is not VmState.OFF)
    if not names:
        return unknown_users(snapshot, volume.key)
    sentence = f"{volume.name} is used by {', '.join(names)}, which is not off."
    return (Problem(sentence, "Shut it down first.", volume.key, "in-use"),)


def _not_primary(layout: SanLayout, volume: Volume) -> tuple[Problem, ...]:
    replica = layout.replica_of(volume)
    if replica is None:
        return ()
    side = replica.side(layout.active or "")
    if side is None or side.role != "Primary" or side.size_bytes is None:
        sentence = f"{layout.active} is not the primary of the replica {replica.name}."
        step = "Bring the replica into service first."
        return (Problem(sentence, step, replica.key, "not-primary"),)
    return ()


def _room_to_copy(layout: SanLayout, source: Volume, volume: Volume) -> tuple[Problem, ...]:
    more = full_room(volume.size_bytes) - source.size_bytes
    if more <= 0:
        return ()
    return missing_room(layout.snapshot, layout.active or "", source.group, more)


def _guards(layout: SanLayout, volume: Volume) -> tuple[Condition, ...]:
    off = tuple(VmIs(u, VmState.OFF) for u in volume.used_by if u in layout.snapshot.vms)
    replica = layout.replica_of(volume)
    primary = () if replica is None else (_primary(replica, layout.active or ""),)
    return (SanActive(layout.active or ""), *primary, *off)


def _primary(replica: Replica, server: str) -> Condition:
    return ReplicaSideIs(replica.name, server, roles=("Primary",))


def _widen(server: str, source: Volume, volume: Volume) -> Action:
    wanted = full_room(volume.size_bytes)
    return on(
        server,
        f"Give the snapshot {source.name} room for every block of {volume.name}",
        lvextend(source.group, source.name, wanted),
        VolumeIs(server, source.group, source.name, wanted),
        VolumeIs(server, source.group, source.name),
        GroupRoom(server, source.group, wanted - source.size_bytes),
        if_left=f"The snapshot {source.name} stays larger than it was.",
    )


def _copy(
    layout: SanLayout, source: Volume, volume: Volume, unit: str, guards: tuple[Condition, ...]
) -> Action:
    server, replica = layout.active or "", layout.replica_of(volume)
    side = None if replica is None else replica.side(server)
    size = volume.size_bytes if side is None else side.size_bytes or 0
    wide = VolumeIs(server, source.group, source.name, full_room(volume.size_bytes))
    ends = (f"if=/dev/{source.group}/{source.name}", f"of={layout.device_of(volume)}")
    how = ("bs=4M", "iflag=fullblock,count_bytes", f"count={size}", "conv=fsync,nocreat")
    return once(
        server,
        f"Copy what {source.name} holds over {volume.name} on {server}; what is newer is lost",
        Command(("dd", *ends, *how)),
        unit,
        *guards,
        wide,
        timeout_s=600.0 + size / SLOWEST_COPY,
        if_left=f"Until {unit} on {server} has ended, {volume.name} is a mix of old and new.",
    )
