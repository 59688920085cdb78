"""The draft that ends a split brain: what one side wrote since is dropped, after a snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import EXTENT, drbdadm
from xenadmin_gui.operations.san.home import server_for
from xenadmin_gui.operations.san.refusals import no_replica, no_server, silent
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.san.volumesnapshot import full_room, snapshot_actions
from xenadmin_gui.operations.sancondition import ReplicaInSync, ReplicaSideIs
from xenadmin_gui.operations.sanholds import volume_of
from xenadmin_gui.operations.sizes import size_text

CONNECT_S = 180.0
SLOWEST_SYNC = 2 * 1024**2
_WAITING = ("Connecting", "WFConnection", "Connected")


@dataclass(frozen=True, slots=True)
class SplitBrainResolve:
    """Drop what ``loser`` wrote to a replica since the split, and mirror the other side again.

    Attributes:
        loser: SAN server whose data is dropped; a snapshot of its volume keeps it, where the
            replica lies over a volume.
    """

    replica: str
    loser: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        replica = snapshot.san.replica(self.replica)
        if replica is None:
            return (no_replica(self.replica),)
        servers = tuple(server.name for server in snapshot.san_servers)
        if self.loser not in servers:
            return (no_server(self.loser, replica.key, "loser"),)
        return (
            silent(snapshot, servers, replica.key)
            or self._sides(replica)
            or self._in_use(snapshot, replica)
            or self._no_room(snapshot, replica)
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        replica = snapshot.san.replica(self.replica)
        assert replica is not None
        row, name = StepRow(replica.key), self.replica
        kept = self._keep(row, snapshot, replica)
        lost = f"What {self.loser} wrote to {name} since the split is dropped."
        lost += f" The snapshot {kept} on {self.loser} keeps it." if kept else " Nothing keeps it."
        self._give_in(row)
        self._take_up(row, replica, lost)
        return Plan(
            id=new_plan_id(),
            title=f"Resolve the split brain of {name}: {self.loser} gives in",
            subjects=(Subject(replica.key, name, Verdict.WILL_DO, lost),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
            confirm=name,
        )

    def _winner(self, replica: Replica) -> str:
        return next(side.server for side in replica.sides if side.server != self.loser)

    def _sides(self, replica: Replica) -> tuple[Problem, ...]:
        sides = {side.server: side for side in replica.sides if side.is_up}
        key, name = replica.key, self.replica
        if len(sides) < 2 or self.loser not in sides:
            sentence = f"The replica {name} is not up on both servers."
            step = f"Bring it up: 'drbdadm up {name}'."
            return (Problem(sentence, step, key, "down"),)
        states = {side.connection for side in sides.values()}
        if "StandAlone" not in states or "Connected" in states:
            sentence = f"{name} has no split brain: no side of it stands alone."
            return (Problem(sentence, "There is nothing to resolve.", key, "no-split-brain"),)
        winner = sides[self._winner(replica)]
        if winner.disk != "UpToDate":
            sentence = f"The data of {winner.server} is {winner.disk}: it cannot win."
            step = "Choose the other side, or mend its disk first."
            return (Problem(sentence, step, key, "bad-winner", "loser"),)
        return ()

    def _in_use(self, snapshot: Snapshot, replica: Replica) -> tuple[Problem, ...]:
        side = replica.side(self.loser)
        is_serving = server_for(snapshot, replica) == self.loser
        if is_serving and side is not None and side.role == "Primary":
            sentence = f"{self.loser} serves the hosts now: its data is what the VMs see."
            step = "Choose the other side, or switch the SAN over first."
            return (Problem(sentence, step, replica.key, "in-use", "loser"),)
        return ()

    def _no_room(self, snapshot: Snapshot, replica: Replica) -> tuple[Problem, ...]:
        if not replica.volume or self._room(snapshot, replica) >= EXTENT:
            return ()
        group, _, name = replica.volume.partition("/")
        sentence = f"{self.loser} has no room in {group} for a safety snapshot of {name}."
        step = "Give the group another disk, or remove what is in its recycle bin."
        return (Problem(sentence, step, replica.key, "group-full"),)

    def _room(self, snapshot: Snapshot, replica: Replica) -> int:
        """Size of the safety snapshot; 0 when a tenth of the volume has no room."""
        group, _, name = replica.volume.partition("/")
        volume = volume_of(snapshot, group, name)
        copy = None if volume is None else volume.copy(self.loser)
        groups = [g for g in snapshot.san.groups if (g.server, g.name) == (self.loser, group)]
        if copy is None or not groups:
            return 0
        free = groups[0].free_bytes // EXTENT * EXTENT
        return min(free, full_room(copy.size_bytes)) if free >= copy.size_bytes // 10 else 0

    def _keep(self, row: StepRow, snapshot: Snapshot, replica: Replica) -> str:
        """Add the step of the safety snapshot; return its name, empty without one."""
        if not replica.volume:
            return ""
        group, _, name = replica.volume.partition("/")
        kept, size = f"{name}.split-{int(snapshot.taken_at)}", self._room(snapshot, replica)
        take, remove = snapshot_actions(self.loser, group, name, kept, size)
        row.add(take, undo=(remove,))
        return f"{group}/{kept} ({size_text(size)})"

    def _give_in(self, row: StepRow) -> None:
        name, loser = self.replica, self.loser
        row.add(
            on(
                loser,
                f"Have {loser} stop looking for the other side of {name}",
                drbdadm("disconnect", name),
                ReplicaSideIs(name, loser, connections=("StandAlone",)),
            )
        )
        row.add(
            on(
                loser,
                f"Make {loser} secondary for {name}: nothing may write to what is dropped",
                drbdadm("secondary", name),
                ReplicaSideIs(name, loser, roles=("Secondary",)),
                ReplicaSideIs(name, loser, connections=("StandAlone",)),
                when_late=f"Something on {loser} holds it open: 'fuser -v /dev/drbd*', 'lsblk'.",
            )
        )

    def _take_up(self, row: StepRow, replica: Replica, lost: str) -> None:
        name, loser, winner = self.replica, self.loser, self._winner(replica)
        good = ReplicaSideIs(name, winner, True, disks=("UpToDate",))
        side = replica.side(winner)
        is_alone = side is not None and side.connection == "StandAlone"
        row.add(
            on(
                loser,
                f"Connect {name} on {loser}; what {loser} wrote since the split is dropped",
                drbdadm("connect", name, "--discard-my-data"),
                ReplicaSideIs(name, loser, connections=_WAITING if is_alone else _WAITING[-1:]),
                ReplicaSideIs(name, loser, True, ("Secondary",), connections=("StandAlone",)),
                good,
            ),
            no_undo=lost,
        )
        if is_alone:
            row.add(
                on(
                    winner,
                    f"Connect {name} on {winner}, whose data stays",
                    drbdadm("connect", name),
                    ReplicaSideIs(name, winner, connections=("Connected",)),
                    good,
                    timeout_s=CONNECT_S,
                    watch=(loser, winner),
                    when_late="Look at the network between the servers.",
                ),
                no_undo=lost,
            )
        size = max((side.size_bytes or 0 for side in replica.sides), default=0)
        row.add(
            on(
                winner,
                f"Wait until {loser} has {name} as {winner} has it",
                drbdadm("status", name),
                ReplicaInSync(name),
                timeout_s=900.0 + size / SLOWEST_SYNC,
                watch=(loser, winner),
                when_late=f"Look with 'drbdadm status {name}' how far it is.",
                if_left="The resync goes on by itself.",
            )
        )
