"""The draft that makes a volume larger, from the mirror to the disk of the running guest."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.san import Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import (
    device_has,
    drbdadm,
    iscsi_rescan,
    lvextend,
    multipath_resize,
    paths_have,
    whole_extents,
)
from xenadmin_gui.operations.san.home import at_volume
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.refusals import (
    missing_room,
    no_volume,
    not_changeable,
    not_in_sync,
    silent,
)
from xenadmin_gui.operations.san.steps import PATHS_S, StepRow, on
from xenadmin_gui.operations.sancondition import (
    GroupRoom,
    HostSays,
    ReplicaInSync,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
)
from xenadmin_gui.operations.sanholds import multipath_of, volume_of
from xenadmin_gui.operations.sizes import size_text

RESIZE_S = 300.0
#: DRBD 9 keeps a bitmap for each of at most this many peers.
_MOST_PEERS = 31
_SLACK = 8192


@dataclass(frozen=True, slots=True)
class VolumeGrow:
    """Make a volume larger: both sides, the replica, the paths and multipath of every host.

    Attributes:
        size_bytes: The new size; rounded up to whole extents.
    """

    group: str
    name: str
    size_bytes: int

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self.name)
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        if volume is None:
            return (no_volume(self.group, self.name),)
        if wrong := not_changeable(layout, volume.key) or self._unsuited(snapshot, volume):
            return wrong
        homes = layout.homes_of(self.group)
        if layout.active is None or not homes:
            step = "Bring the SAN back to health first."
            return (Problem("Nobody serves the SAN now.", step, volume.key, "san-degraded"),)
        if wrong := silent(snapshot, homes, volume.key):
            return wrong
        replica = layout.replica_of(volume)
        return (
            *(not_in_sync(snapshot, (replica.name,)) if replica is not None else ()),
            *self._room(snapshot, volume, homes),
        )

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
        replica = layout.replica_of(volume)
        self._volumes(row, layout, volume, replica)
        least = self._size
        if replica is not None:
            least = least_device_bytes(volume, replica, layout.active, self._size)
            row.add(self._replica(layout, replica, least), no_undo=_for_good(self.name))
        waiting = self._hosts(row, layout, volume, least) if volume.lun else ()
        return Plan(
            id=new_plan_id(),
            title=f"Grow the volume {self.name} to {size_text(self._size)}",
            subjects=(Subject(volume.key, self.name, Verdict.WILL_DO, self._means(waiting)),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    @property
    def _size(self) -> int:
        return whole_extents(self.size_bytes)

    def _means(self, waiting: tuple[str, ...]) -> str:
        words = f"Growing cannot be taken back: {self.name} cannot be made smaller again."
        if waiting:
            who = " and ".join(waiting)
            words += f" {who} cannot be asked and sees the new size after its next rescan."
        return words

    def _unsuited(self, snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
        largest = max([c.size_bytes for c in volume.copies] or [volume.size_bytes])
        if volume.deleted_at is not None:
            sentence = f"{volume.former_name} is in the recycle bin."
            return (Problem(sentence, "Restore it first.", volume.key, "deleted", "name"),)
        if volume.snapshot_of:
            sentence = f"{self.name} is a snapshot; its size is room for changes."
            return (Problem(sentence, "Grow the volume itself.", volume.key, "snapshot", "name"),)
        others = [v for v in snapshot.san.volumes if v.group == self.group]
        children = sorted(v.name for v in others if v.snapshot_of == self.name)
        if children:
            sentence = f"{self.name} has snapshots: {', '.join(children)}. LVM then refuses."
            return (Problem(sentence, "Remove them first.", volume.key, "has-snapshots", "name"),)
        if self._size < largest:
            sentence = (
                f"{self.name} has {size_text(largest)}: it cannot be made smaller, "
                "because what lies at its end would be lost."
            )
            step = "Make a smaller volume, and copy the content over in the guest."
            return (Problem(sentence, step, volume.key, "shrinks", "size_bytes"),)
        if self._size == largest and not volume.sizes_differ:
            sentence = f"{self.name} has {size_text(largest)} already."
            step = "Choose a larger size."
            return (Problem(sentence, step, volume.key, "same-size", "size_bytes"),)
        return ()

    def _room(
        self, snapshot: Snapshot, volume: Volume, homes: tuple[str, ...]
    ) -> tuple[Problem, ...]:
        found: tuple[Problem, ...] = ()
        for server in homes:
            copy = volume.copy(server)
            if copy is None:
                sentence = f"{server} has no {self.group}/{self.name}."
                found += (Problem(sentence, "Mend the pair first.", volume.key, "no-copy"),)
                continue
            found += missing_room(snapshot, server, self.group, self._size - copy.size_bytes)
        return found

    def _volumes(
        self, row: StepRow, layout: SanLayout, volume: Volume, replica: Replica | None
    ) -> None:
        for server in layout.homes_of(self.group):
            is_fit = SanActive(server) if replica is None else ReplicaInSync(replica.name)
            copy = volume.copy(server)
            more = self._size - (0 if copy is None else copy.size_bytes)
            grow = on(
                server,
                f"Grow {self.group}/{self.name} to {size_text(self._size)} on {server}",
                lvextend(self.group, self.name, self._size),
                VolumeIs(server, self.group, self.name, self._size),
                VolumeIs(server, self.group, self.name),
                GroupRoom(server, self.group, more),
                is_fit,
                watch=layout.servers,
                if_left=f"{self.group}/{self.name} on {server} is larger than what it is used for.",
            )
            row.add(grow, no_undo=_for_good(self.name))

    def _replica(self, layout: SanLayout, replica: Replica, least: int) -> Action:
        active = layout.active or ""
        return on(
            active,
            f"Grow the replica {replica.name} over both sides",
            drbdadm("resize", replica.name),
            _has(active, replica.device, least),
            SanActive(active),
            ReplicaInSync(replica.name),
            ReplicaSideIs(replica.name, active, roles=("Primary",)),
            timeout_s=RESIZE_S,
            watch=layout.servers,
            when_late=f"Look what 'drbdadm status {replica.name}' and the kernel's log say.",
        )

    def _hosts(
        self, row: StepRow, layout: SanLayout, volume: Volume, least: int
    ) -> tuple[str, ...]:
        """Add the steps of each host that has the LUN; return the hosts that cannot be asked."""
        device, active = layout.device_of(volume), layout.active or ""
        for host in layout.hosts:
            if multipath_of(layout.snapshot, host, volume.lun) is None:
                continue
            seen = HostSays(
                host,
                paths_have(volume.lun, least),
                0,
                f"{host} has a path to the LUN {volume.lun} that is not larger yet.",
            )
            rescan = on(
                host,
                f"Have {host} see the new size on every path",
                iscsi_rescan(),
                seen,
                _has(active, device, least),
                timeout_s=PATHS_S,
                when_late=f"Look what 'multipath -ll {volume.lun}' says on {host}.",
            )
            resize = on(
                host,
                f"Have the multipath device of {host} take the new size; a Xen guest sees it",
                multipath_resize(volume.lun),
                _has(host, f"/dev/mapper/{volume.lun}", least),
                seen,
                when_late=f"Look what 'multipath -ll {volume.lun}' says on {host}.",
            )
            row.add(rescan, even_after_failure=True)
            row.add(resize, even_after_failure=True)
        return tuple(h.name for h in layout.snapshot.hosts if not h.is_up)


def least_device_bytes(volume: Volume, replica: Replica, server: str, size_bytes: int) -> int:
    """Return the size that a replica has at least over a volume of ``size_bytes``.

    Its metadata may lie at the end: 36 KiB, and for each peer 4 KiB for every 128 MiB (DRBD 8.4,
    drbd_int.h; DRBD 9 may keep room for more peers than there are, which shows in what the
    replica has now).
    """
    copy, side = volume.copy(server), replica.side(server)
    peers = 1
    if copy is not None and side is not None and side.size_bytes is not None:
        missing = copy.size_bytes - side.size_bytes
        fitting = (n for n in range(1, _MOST_PEERS + 1) if missing <= _meta(copy.size_bytes, n))
        peers = next(fitting, 1)
    return size_bytes - _meta(size_bytes, peers)


def _meta(size_bytes: int, peers: int) -> int:
    sectors = size_bytes // 512
    return (-(-sectors // 2**18) * 8 * peers + 72) * 512 + _SLACK


def _has(host: str, device: str, least: int) -> HostSays:
    wrong = f"{device} on {host} is smaller than {size_text(least)}."
    return HostSays(host, device_has(device, least), 0, wrong)


def _for_good(name: str) -> str:
    return f"{name} cannot be made smaller again: what lies at its end would be lost."
