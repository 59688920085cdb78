"""Drafts of the recycle bin: a volume goes there, comes back, or is gone for good."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Replica, Volume, deleted_name
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.binsteps import (
    bring_up,
    config_aside,
    config_back,
    remove_for_good,
    rename,
    take_down,
)
from xenadmin_gui.operations.san.home import at_volume
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.refusals import not_changeable, unknown_users
from xenadmin_gui.operations.san.replicafile import replica_path
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.sancondition import VolumeNotExported, VolumeUnused
from xenadmin_gui.operations.sanholds import volume_of


@dataclass(frozen=True, slots=True)
class VolumeDelete:
    """Put a volume into the recycle bin; refused while it is exported or used.

    Attributes:
        name: As it is called now; in the bin that is ``NAME.deleted-EPOCH``.
        purge: Also remove it for good: its content is lost.
        at: Clock seconds that its name in the bin tells; None: those of the snapshot.
    """

    group: str
    name: str
    purge: bool = False
    at: float | None = None

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self.name)
        layout = san_layout(snapshot)
        volume = volume_of(snapshot, self.group, self.name)
        if volume is None:
            return (_unknown(self.group, self.name),)
        return (
            *_no_way(layout, volume),
            *_busy(snapshot, volume),
            *self._pointless(snapshot, volume),
            *_odd_replica(layout, volume),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_volume(snapshot, self.group, self.name)
        layout = san_layout(snapshot)
        volume = _known(snapshot, self.group, self.name)
        row = StepRow(volume.key)
        resting = volume.name
        if volume.deleted_at is None:
            resting = deleted_name(volume.name, snapshot.taken_at if self.at is None else self.at)
            self.steps_to_bin(row, layout, volume, resting)
        if self.purge:
            for server in volume.servers:
                remove_for_good(row, server, volume, resting)
        title = f"Put the volume {volume.former_name} into the recycle bin"
        if self.purge:
            title = f"Remove the volume {volume.former_name} for good"
        return Plan(
            id=new_plan_id(),
            title=title,
            subjects=(Subject(volume.key, volume.former_name, Verdict.WILL_DO),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
            confirm=volume.former_name if self.purge else "",
        )

    def steps_to_bin(self, row: StepRow, layout: SanLayout, volume: Volume, resting: str) -> None:
        """Add the steps that put the volume into the bin, where it is called ``resting``."""
        replica = layout.replica_of(volume)
        guards = (
            VolumeUnused(volume.group, volume.name),
            VolumeNotExported(volume.group, volume.name),
        )
        if replica is not None:
            serving(layout).let_replica_go(row, replica, *guards)
            for server in volume.servers:
                take_down(row, server, replica.name)
            for server in volume.servers:
                config_aside(row, server, volume.name, resting)
        for server in volume.servers:
            rename(row, server, volume, volume.name, resting, *guards)

    def _pointless(self, snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
        if volume.deleted_at is not None and not self.purge:
            sentence = f"The volume {volume.former_name} is in the recycle bin already."
            return (Problem(sentence, "Restore it, or remove it for good.", volume.key, "deleted"),)
        children = [
            v.name
            for v in snapshot.san.volumes
            if (v.group, v.snapshot_of) == (volume.group, volume.name)
        ]
        if self.purge and children:
            sentence = f"{volume.name} has snapshots: {', '.join(sorted(children))}."
            step = "Remove its snapshots first."
            return (Problem(sentence, step, volume.key, "has-snapshots"),)
        return ()


@dataclass(frozen=True, slots=True)
class VolumeRestore:
    """Take a volume out of the recycle bin; its data is as it was.

    Attributes:
        name: ``NAME.deleted-EPOCH``, or the former name when only one such is in the bin.
    """

    group: str
    name: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self._full_name(snapshot))
        layout, volume = san_layout(snapshot), self._volume(snapshot)
        if volume is None:
            sentence = f"The recycle bin has no single volume {self.group}/{self.name}."
            key = Key(Kind.VOLUME, f"{self.group}/{self.name}")
            return (Problem(sentence, "Look into the bin again.", key, "no-volume", "name"),)
        if wrong := _no_way(layout, volume):
            return wrong
        former = volume.former_name
        volumes = {(v.group, v.name) for v in snapshot.san.volumes}
        if (self.group, former) in volumes:
            sentence = f"There is a volume {self.group}/{former} again."
            return (Problem(sentence, "Rename that one first.", volume.key, "name-taken"),)
        is_mirrored = _was_mirrored(layout, volume)
        if is_mirrored and any(r.name == former for r in snapshot.san.replicas):
            sentence = f"There is a replica {former} again."
            return (Problem(sentence, "Rename that one first.", volume.key, "name-taken"),)
        return ()

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_volume(snapshot, self.group, self._full_name(snapshot))
        layout, volume = san_layout(snapshot), self._volume(snapshot)
        assert volume is not None
        row, former = StepRow(volume.key), volume.former_name
        for server in volume.servers:
            rename(row, server, volume, volume.name, former)
        if _was_mirrored(layout, volume):
            for server in volume.servers:
                config_back(row, server, former, volume.name)
            bring_up(row, volume.servers, former)
            serving(layout).take_replica_over(row, volume.group, former)
        return Plan(
            id=new_plan_id(),
            title=f"Restore the volume {former} from the recycle bin",
            subjects=(Subject(volume.key, former, Verdict.WILL_DO),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _full_name(self, snapshot: Snapshot) -> str:
        volume = self._volume(snapshot)
        return "" if volume is None else volume.name

    def _volume(self, snapshot: Snapshot) -> Volume | None:
        resting = [
            volume
            for volume in snapshot.san.volumes
            if volume.group == self.group
            and volume.deleted_at is not None
            and self.name in (volume.name, volume.former_name)
        ]
        return resting[0] if len(resting) == 1 else None


def _known(snapshot: Snapshot, group: str, name: str) -> Volume:
    volume = volume_of(snapshot, group, name)
    assert volume is not None
    return volume


def _was_mirrored(layout: SanLayout, volume: Volume) -> bool:
    """Whether a volume of the bin has a replica to come back with; a snapshot never had one."""
    is_over = layout.mirror_of(volume.group) is Mirror.REPLICA_OVER_VOLUME
    return is_over and len(volume.servers) > 1 and not volume.snapshot_of


def _unknown(group: str, name: str) -> Problem:
    sentence = f"There is no volume {group}/{name}."
    key = Key(Kind.VOLUME, f"{group}/{name}")
    return Problem(sentence, "Look at the list again.", key, "no-volume", "name")


def _no_way(layout: SanLayout, volume: Volume) -> tuple[Problem, ...]:
    """Why nothing can be changed on the servers that have the volume."""
    if wrong := not_changeable(layout, volume.key):
        return wrong
    wanted = layout.homes_of(volume.group)
    silent = [name for name in wanted if name not in layout.answering]
    if silent or layout.active is None:
        who = f"{' and '.join(silent)} has to answer for that." if silent else "Nobody serves."
        step = "Bring the SAN back to health first."
        return (Problem(who, step, volume.key, "san-degraded"),)
    return ()


def _busy(snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
    if volume.used_by:
        names = [snapshot.vms[u].name if u in snapshot.vms else u for u in volume.used_by]
        sentence = f"{volume.name} is used by {', '.join(sorted(names))}."
        return (Problem(sentence, "Detach the disk first.", volume.key, "in-use", "name"),)
    if volume.lun:
        sentence = f"{volume.name} is exported as the LUN {volume.lun}."
        return (Problem(sentence, "Withdraw the LUN first.", volume.key, "exported", "name"),)
    return unknown_users(snapshot, volume.key)


def _odd_replica(layout: SanLayout, volume: Volume) -> tuple[Problem, ...]:
    """A replica that could not be found again by the volume's name stays where it is."""
    if any(g.replica and g.name == volume.group for g in layout.snapshot.san.groups):
        return ()
    replica = layout.replica_of(volume)
    if replica is None or _is_plain(replica, volume):
        return ()
    path = replica_path(volume.name)
    sentence = f"The replica {replica.name} over {volume.name} is not configured in {path}."
    step = "Give it a file of its own with the volume's name, on both servers."
    return (Problem(sentence, step, replica.key, "odd-replica", "name"),)


def _is_plain(replica: Replica, volume: Volume) -> bool:
    path = replica_path(volume.name)
    return replica.name == volume.name and replica.config_file in ("", path)
