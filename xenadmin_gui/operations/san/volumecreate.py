"""The draft of a new volume, mirrored as the others of its group are."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import (
    EXTENT,
    MIB,
    drbdadm,
    file_there,
    lvcreate,
    lvremove,
    remove_file,
    whole_extents,
)
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.names import name_problems
from xenadmin_gui.operations.san.refusals import not_changeable
from xenadmin_gui.operations.san.replicafile import (
    ReplicaNumbers,
    mirror_networks,
    new_numbers,
    replica_path,
    replica_text,
)
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import (
    GroupRoom,
    HostSays,
    NoVolume,
    ReplicaNumbersFree,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
    VolumeNotExported,
    VolumeUnused,
)
from xenadmin_gui.operations.sizes import size_text

CONNECT_S = 180.0
#: Bytes in a second; a resync that goes slower has stalled.
SLOWEST_SYNC = 2 * MIB


@dataclass(frozen=True, slots=True)
class VolumeCreate:
    """A new volume.

    Attributes:
        size_bytes: Of the volume on each server; rounded up to whole extents of 4 MiB. A replica
            keeps a little of it for itself.
        group: Volume group; empty: the only one there is.
        initial_sync: Whether both sides are made the same block by block, and the plan waits for
            that; else they are declared to be, which they are wherever the guest has written.
        mirrored: Whether it gets a replica, where nothing says yet if the group's volumes do; None:
            as the others do.
        network: Over which its replica goes; empty: as the others do.
    """

    name: str
    size_bytes: int
    group: str = ""
    initial_sync: bool = True
    mirrored: bool | None = None
    network: str = ""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        layout = san_layout(snapshot)
        group = self.group_in(snapshot)
        if wrong := not_changeable(layout):
            return wrong
        if not group:
            return (_no_group(snapshot, self.group),)
        if wrong := self._undecided(layout, group):
            return wrong
        is_mirrored = self._is_mirrored(layout, group)
        wrong = name_problems(self.name, with_replica=is_mirrored)
        if self.size_bytes < EXTENT:
            sentence = f"A volume has at least {size_text(EXTENT)}."
            wrong += (Problem(sentence, "Choose a size.", None, "bad-size", "size_bytes"),)
        if wrong:
            return wrong
        silent = [name for name in self._homes(layout, group) if name not in layout.answering]
        if layout.active is None or silent:
            return (_silent(silent),)
        return (
            *self._taken(snapshot, layout, group, is_mirrored=is_mirrored),
            *self._room(snapshot, layout, group),
            *(_addressless(layout, group, self.network) if is_mirrored else ()),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        layout, group = san_layout(snapshot), self.group_in(snapshot)
        key = Key(Kind.VOLUME, f"{group}/{self.name}")
        row = StepRow(key)
        self.steps(row, layout, group)
        return Plan(
            id=new_plan_id(),
            title=f"Create the volume {self.name} of {size_text(self._size)}",
            subjects=(Subject(key, self.name, Verdict.WILL_DO, self.lone(layout, group)),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def steps(self, row: StepRow, layout: SanLayout, group: str) -> None:
        """Add the steps that make the volume in ``group``, and its replica."""
        self._volumes(row, layout, group)
        if self._is_mirrored(layout, group):
            self._replica(row, layout, group)
            sync_s = self._size / SLOWEST_SYNC if self.initial_sync else 0.0
            serving(layout).take_replica_over(row, group, self.name, sync_s=sync_s)

    def lone(self, layout: SanLayout, group: str) -> str:
        """Say that Pacemaker could not have another server serve it; empty when it could."""
        holders = [g for g in layout.snapshot.san.groups if g.name == group]
        is_plain = layout.mirror_of(group) is Mirror.PLAIN and not self._is_mirrored(layout, group)
        is_shared = len(holders) > 1 and not layout.has_own_disks(group)
        if not layout.group or not is_plain or is_shared:
            return ""
        return f"It lies on {layout.active} only, without a mirror: no other server can serve it."

    def group_in(self, snapshot: Snapshot) -> str:
        """Return the volume group that is meant; empty when there is none or no single one."""
        names = dict.fromkeys(group.name for group in snapshot.san.groups)
        if self.group:
            return self.group if self.group in names else ""
        return next(iter(names)) if len(names) == 1 else ""

    def _is_mirrored(self, layout: SanLayout, group: str) -> bool:
        if layout.is_mirror_open(group):
            return bool(self.mirrored)
        return layout.mirror_of(group) is Mirror.REPLICA_OVER_VOLUME

    def _homes(self, layout: SanLayout, group: str) -> tuple[str, ...]:
        return layout.servers if self._is_mirrored(layout, group) else layout.homes_of(group)

    def _undecided(self, layout: SanLayout, group: str) -> tuple[Problem, ...]:
        """Say what is wrong with the wish for a mirror, or for none."""
        key, where = None, "mirrored"
        if layout.is_mirror_open(group):
            if self.mirrored is not None:
                return ()
            sentence = f"Nothing says yet whether volumes of {group} are mirrored by DRBD."
            step = "Say whether this one is; the others of the group are as the first one then."
            return (Problem(sentence, step, key, "mirror-open", where),)
        mirror = layout.mirror_of(group)
        if self.mirrored is False and mirror is not Mirror.PLAIN:
            sentence = f"The volumes of {group} are mirrored."
            return (Problem(sentence, "Choose another group.", key, "mirrored", where),)
        if self.mirrored and mirror is Mirror.PLAIN:
            holders = [g.server for g in layout.snapshot.san.groups if g.name == group]
            sentence = f"The group {group} lies on {' and '.join(holders)} only."
            step = "Make a group of that name on the other SAN server too: 'vgcreate'."
            if len(holders) > 1:
                sentence = f"The volumes of {group} are not mirrored."
                step = "Choose another group."
            return (Problem(sentence, step, key, "not-mirrored", where),)
        return ()

    @property
    def _size(self) -> int:
        return whole_extents(self.size_bytes)

    def _taken(
        self, snapshot: Snapshot, layout: SanLayout, group: str, *, is_mirrored: bool
    ) -> tuple[Problem, ...]:
        if any((v.group, v.name) == (group, self.name) for v in snapshot.san.volumes):
            sentence = f"There is a volume {group}/{self.name} already."
            return (Problem(sentence, "Take another name.", None, "name-taken", "name"),)
        if is_mirrored and any(r.name == self.name for r in snapshot.san.replicas):
            sentence = f"There is a replica {self.name} already."
            return (Problem(sentence, "Take another name.", None, "name-taken", "name"),)
        return ()

    def _room(self, snapshot: Snapshot, layout: SanLayout, group: str) -> tuple[Problem, ...]:
        found = []
        for server in self._homes(layout, group):
            room = [g for g in snapshot.san.groups if (g.server, g.name) == (server, group)]
            free = room[0].free_bytes if room else 0
            if free < self._size:
                sentence = (
                    f"The volume group {group} on {server} has {size_text(free)} free, "
                    f"{size_text(self._size)} are needed."
                    if room
                    else f"{server} has no volume group {group}."
                )
                step = "Choose a smaller size, or give the group another disk."
                key = Key(Kind.VOLUME_GROUP, f"{server}/{group}")
                found.append(Problem(sentence, step, key, "group-full", "size_bytes"))
        return tuple(found)

    def _volumes(self, row: StepRow, layout: SanLayout, group: str) -> None:
        homes = sorted(self._homes(layout, group), key=lambda name: name != layout.active)
        is_mirrored = self._is_mirrored(layout, group)
        for number, server in enumerate(homes):
            guards: tuple[Condition, ...] = () if is_mirrored else (SanActive(server),)
            if number == 0:
                guards += tuple(NoVolume(home, group, self.name) for home in homes)
                guards += tuple(GroupRoom(home, group, self._size) for home in homes)
            make = on(
                server,
                f"Make the volume {group}/{self.name} on {server}",
                lvcreate(group, self.name, self._size),
                VolumeIs(server, group, self.name, self._size),
                *(guards or (NoVolume(server, group, self.name),)),
                watch=layout.servers,
                if_left=f"The volume {group}/{self.name} stays on {server}.",
            )
            row.add(make, undo=(_remove(server, group, self.name),), must_run=True)

    def _replica(self, row: StepRow, layout: SanLayout, group: str) -> None:
        numbers = new_numbers(layout, group, self.network)
        if numbers is None or layout.active is None:
            return
        text = replica_text(layout, group, self.name, numbers)
        if not layout.snapshot.san.drbd_version:
            for server in layout.servers:
                row.add(_module(server))
        for server in layout.servers:
            row.add(
                _configure(self.name, server, text, numbers),
                undo=(_unconfigure(server, self.name),),
            )
        for server in layout.servers:
            row.add(_metadata(self.name, server))
        connected = AllOf(
            tuple(
                ReplicaSideIs(self.name, name, up=True, connections=("Connected",))
                for name in layout.servers
            )
        )
        for server in layout.servers:
            is_last = server == layout.servers[-1]
            up = ReplicaSideIs(self.name, server, up=True)
            row.add(
                on(
                    server,
                    f"Bring the replica {self.name} up on {server}",
                    drbdadm("up", self.name),
                    connected if is_last else up,
                    accepted_when=up,
                    timeout_s=CONNECT_S,
                    watch=layout.servers,
                    when_late="Look whether the servers reach each other on the replica's port.",
                ),
                undo=(bring_down(self.name, server),),
            )
        row.add(*self._first_data(layout, layout.active, connected))

    def _first_data(
        self, layout: SanLayout, active: str, connected: Condition
    ) -> tuple[Action, tuple[Action, ...]]:
        good = ("UpToDate",)
        guards = (connected, SanActive(active))
        if not self.initial_sync:
            both = AllOf(
                tuple(ReplicaSideIs(self.name, name, disks=good) for name in layout.servers)
            )
            title = f"Declare both sides of the empty replica {self.name} the same"
            command = drbdadm("new-current-uuid", f"{self.name}/0", "--clear-bitmap")
            return on(active, title, command, both, *guards, watch=layout.servers), ()
        title = f"Make {active} the source of the replica {self.name}; the other side follows"
        done = ReplicaSideIs(self.name, active, roles=("Primary",), disks=good)
        forced = drbdadm("primary", self.name, "--force")
        back = on(
            active,
            f"Make {active} secondary for the replica {self.name}",
            drbdadm("secondary", self.name),
            AnyOf(
                (
                    ReplicaSideIs(self.name, active, roles=("Secondary",)),
                    ReplicaSideIs(self.name, active, up=False),
                )
            ),
        )
        return on(active, title, forced, done, *guards, watch=layout.servers), (back,)


def bring_down(replica: str, server: str) -> Action:
    """Make the action that takes a server's side of a replica down."""
    return on(
        server,
        f"Take the replica {replica} down on {server}",
        drbdadm("down", replica),
        ReplicaSideIs(replica, server, up=False),
    )


def _remove(server: str, group: str, name: str) -> Action:
    return on(
        server,
        f"Remove the volume {group}/{name} from {server}",
        lvremove(group, name),
        NoVolume(server, group, name),
        VolumeUnused(group, name),
        VolumeNotExported(group, name),
        watch=(),
    )


def _module(server: str) -> Action:
    """Have the kernel know DRBD, which the first replica needs; Pacemaker's agent does it later."""
    no_tools = f"{server} has no drbdadm: install the package drbd-utils there."
    return on(
        server,
        f"Have the kernel of {server} load DRBD",
        Command(("modprobe", "drbd")),
        HostSays(server, ("test", "-e", "/proc/drbd"), 0, f"The kernel of {server} has no DRBD."),
        HostSays(server, ("drbdadm", "--version"), 0, no_tools),
    )


def _configure(name: str, server: str, text: str, numbers: ReplicaNumbers) -> Action:
    path = replica_path(name)
    written = file_is(path, text).argv
    taken = f"On {server} there is a file {path} already."
    return on(
        server,
        f"Configure the replica {name} on {server}",
        write_file(path, text),
        HostSays(server, written, 0, f"{path} on {server} is not as it should be."),
        HostSays(server, file_there(path), 1, taken),
        ReplicaNumbersFree(name, numbers.minor, numbers.port),
    )


def _unconfigure(server: str, name: str) -> Action:
    path = replica_path(name)
    return on(
        server,
        f"Remove the configuration of the replica {name} from {server}",
        remove_file(path),
        HostSays(server, file_there(path), 1, f"{path} is still on {server}."),
        ReplicaSideIs(name, server, up=False),
    )


def _metadata(name: str, server: str) -> Action:
    readable = HostSays(
        server, drbdadm("dump-md", name).argv, 0, f"{name} on {server} has no metadata of DRBD."
    )
    return on(
        server,
        f"Write the metadata of the replica {name} on {server}",
        drbdadm("create-md", name, "--force"),
        AnyOf((ReplicaSideIs(name, server, up=True), readable)),
    )


def _no_group(snapshot: Snapshot, wanted: str) -> Problem:
    names = ", ".join(dict.fromkeys(group.name for group in snapshot.san.groups))
    if wanted:
        step = f"The groups are {names}." if names else "No SAN server tells of a group."
        return Problem(f"There is no volume group {wanted}.", step, None, "no-group", "group")
    sentence = "There are several volume groups." if names else "No SAN server has a volume group."
    step = f"Choose one of {names}." if names else "Look whether the SAN servers answer."
    return Problem(sentence, step, None, "no-group", "group")


def _silent(servers: list[str]) -> Problem:
    who = " and ".join(servers)
    sentence = f"{who} has to answer for that." if servers else "Nobody serves the SAN now."
    return Problem(sentence, "Bring the SAN back to health first.", None, "san-degraded")


def _addressless(layout: SanLayout, group: str, network: str) -> tuple[Problem, ...]:
    """Why nothing says over which addresses a replica could go."""
    if new_numbers(layout, group, network) is not None:
        return ()
    known = mirror_networks(layout)
    servers = " and ".join(layout.servers)
    sentence = f"No network is known on which {servers} have addresses."
    if network:
        sentence = f"Not every one of {servers} has an address on a network {network}."
    step = "Write the servers' addresses on the networks into the cluster file."
    if known:
        step = f"The networks are {', '.join(known)}."
    return (Problem(sentence, step, None, "no-network", "network"),)
