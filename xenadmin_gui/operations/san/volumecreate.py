"""The draft of a new volume, mirrored as the others of its group are."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import (
    EXTENT,
    MIB,
    drbdadm,
    lvcreate,
    whole_extents,
)
from xenadmin_gui.operations.san.createsteps import (
    bring_down,
    configure,
    load_module,
    remove_volume,
    unconfigure,
    write_metadata,
)
from xenadmin_gui.operations.san.home import at_group, homes_of, is_shared_out
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.names import name_problems
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, not_changeable
from xenadmin_gui.operations.san.replicafile import (
    mirror_networks,
    new_numbers,
    replica_text,
)
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import (
    GroupRoom,
    NoVolume,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
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
        server: Who is to serve it, where several servers serve at once; empty: the one that alone
            has the group, or serves most of its volumes.
    """

    name: str
    size_bytes: int
    group: str = ""
    initial_sync: bool = True
    mirrored: bool | None = None
    network: str = ""
    server: str = ""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = self.at_home(snapshot)
        layout = san_layout(snapshot)
        group = self.group_in(snapshot)
        if wrong := self._homeless(snapshot, group) or not_changeable(layout):
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
        snapshot = self.at_home(snapshot)
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

    def at_home(self, snapshot: Snapshot) -> Snapshot:
        """Return the snapshot as seen from the server that is to serve the volume."""
        return at_group(snapshot, self.group_in(snapshot), self.server)

    def _homeless(self, snapshot: Snapshot, group: str) -> tuple[Problem, ...]:
        """Say that it has to be said who serves the volume, or that this one cannot."""
        serving, active = snapshot.san.serving, snapshot.san.active_server
        if self.server and self.server not in (*serving, active):
            sentence = f"{self.server} serves nothing now."
            step = f"Choose {' or '.join(serving)}." if serving else LOOK_AGAIN
            return (Problem(sentence, step, None, "not-serving", "server"),)
        if not is_shared_out(snapshot) or snapshot.san.view or not group:
            return ()
        homes = homes_of(snapshot, group)
        sentence = f"{' and '.join(homes)} each serve volumes of their own."
        step = f"Say who is to serve this one: {' or '.join(homes)}."
        if not homes:
            sentence = f"No server that serves has the volume group {group}."
            step = "Choose another group."
        return (Problem(sentence, step, None, "which-server", "server"),)

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
            row.add(make, undo=(remove_volume(server, group, self.name),), must_run=True)

    def _replica(self, row: StepRow, layout: SanLayout, group: str) -> None:
        numbers = new_numbers(layout, group, self.network)
        if numbers is None or layout.active is None:
            return
        text = replica_text(layout, group, self.name, numbers)
        if not layout.snapshot.san.drbd_version:
            for server in layout.servers:
                row.add(load_module(server))
        for server in layout.servers:
            row.add(
                configure(self.name, server, text, numbers),
                undo=(unconfigure(server, self.name),),
            )
        for server in layout.servers:
            row.add(write_metadata(self.name, server))
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
