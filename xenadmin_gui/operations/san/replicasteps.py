"""The steps of what is done to replicas by hand."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.san import Replica
from xenadmin_gui.operations.condition import AllOf, Condition
from xenadmin_gui.operations.plan import Action, Step, unit_name
from xenadmin_gui.operations.san.commands import drbdadm
from xenadmin_gui.operations.san.layout import SanLayout
from xenadmin_gui.operations.san.onceunit import once, tidied
from xenadmin_gui.operations.san.steps import LOCAL_S, StepRow, on
from xenadmin_gui.operations.sancondition import ReplicaInSync, ReplicaSame, ReplicaSideIs

RUNNING = ("SyncSource", "SyncTarget")
PAUSED = ("PausedSyncS", "PausedSyncT")
RESYNCING = (*RUNNING, *PAUSED)
#: Slower than any disk; what a resync or a verify may take besides a quarter of an hour.
SLOWEST = 2 * 1024**2
_BASE_S = 900.0


class ReplicaSteps:
    """Makes the steps of one plan, replica after replica."""

    def __init__(self, layout: SanLayout, plan_id: str) -> None:
        self.plan_id = plan_id
        self._layout = layout
        self._rows: list[StepRow] = []

    @property
    def steps(self) -> list[Step]:
        """All steps so far."""
        return self._rows[-1].steps if self._rows else []

    def connect(self, replica: Replica, server: str) -> str:
        """Connect the sides that are not, or that of ``server`` alone."""
        row = self._row(replica)
        alone = [s.server for s in replica.sides if s.is_up and s.connection == "StandAlone"]
        chosen = [name for name in alone if server in ("", name)]
        for number, name in enumerate(chosen, 1):
            is_last = number == len(chosen) and len(alone) == len(chosen)
            done = ("Connected",) if is_last else ("Connected", "Connecting", "WFConnection")
            row.add(
                on(
                    name,
                    f"Connect the replica {replica.name} on {name}",
                    drbdadm("connect", replica.name),
                    ReplicaSideIs(replica.name, name, connections=done),
                    ReplicaSideIs(replica.name, name, up=True, connections=("StandAlone",)),
                    watch=self._layout.servers,
                    when_late="Look at the network between the servers, and for a split brain.",
                ),
                undo=(self._disconnected(replica, name),),
            )
        if chosen:
            return "What differs is copied over; that goes on by itself."
        return f"No side of {replica.name} has to be connected."

    def disconnect(self, replica: Replica, server: str) -> str:
        """Disconnect the side of ``server``."""
        side = replica.side(server)
        if side is not None and side.connection == "StandAlone":
            return f"{replica.name} is not connected on {server}."
        back = on(
            server,
            f"Connect the replica {replica.name} on {server} again",
            drbdadm("connect", replica.name),
            ReplicaSideIs(replica.name, server, connections=("Connected",)),
            ReplicaSideIs(replica.name, server, up=True),
        )
        self._row(replica).add(self._disconnected(replica, server), undo=(back,))
        return "Until it is connected again, nothing is mirrored."

    def verify(self, replica: Replica, server: str) -> str:
        """Compare both sides block by block, and say whether they are the same."""
        name, row = replica.name, self._row(replica)
        unit = unit_name(self.plan_id, len(row.steps) + 1)
        row.add(
            once(
                server,
                f"Have {server} compare both sides of {name}, block by block",
                drbdadm("verify", name),
                unit,
                ReplicaInSync(name),
                if_left="The comparison goes on by itself.",
            )
        )
        idle = ("Established",)
        ended = AllOf(
            tuple(
                ReplicaSideIs(name, side.server, connections=("Connected",), replications=idle)
                for side in replica.sides
            )
        )
        row.add(self._wait(replica, server, f"Wait until {name} is compared", ended))
        row.add(
            on(
                server,
                f"See that both sides of {name} are the same",
                _status(name),
                ReplicaSame(name),
                timeout_s=10.0,
                watch=self._layout.servers,
                when_late=f"Disconnect and connect {name}: then what differs is copied over.",
            )
        )
        row.add(tidied(server, unit), even_after_failure=True)
        return "It reads both disks from end to end, which costs the guests some speed."

    def pause(self, replica: Replica, server: str) -> str:
        """Pause the resync."""
        pause, resume = self._switches(replica, server)
        self._row(replica).add(pause, undo=(resume,))
        return "Until the resync goes on, the sides differ."

    def resume(self, replica: Replica, server: str) -> str:
        """Let the resync go on."""
        pause, resume = self._switches(replica, server)
        self._row(replica).add(resume, undo=(pause,))
        return ""

    def invalidate(self, replica: Replica, server: str) -> str:
        """Have the side of ``server`` made anew from the other one."""
        name, row = replica.name, self._row(replica)
        other = self._other(server)
        lost = f"What {server} has of {name} is dropped, and copied from {other} anew."
        unit = unit_name(self.plan_id, len(row.steps) + 1)
        row.add(
            once(
                server,
                f"Drop what {server} has of {name}",
                drbdadm("invalidate", name),
                unit,
                ReplicaSideIs(name, server, True, ("Secondary",), connections=("Connected",)),
                ReplicaSideIs(name, other, disks=("UpToDate",)),
                if_left="The resync goes on by itself.",
            ),
            no_undo=lost,
        )
        title = f"Wait until {name} is copied from {other}"
        row.add(self._wait(replica, server, title, ReplicaInSync(name)))
        row.add(tidied(server, unit), even_after_failure=True)
        return f"{lost} Until that is done, {other} alone has the data."

    def promote(self, replica: Replica, server: str) -> str:
        """Make ``server`` the primary, whatever its data is worth."""
        name, side = replica.name, replica.side(server)
        is_good = side is not None and side.disk == "UpToDate"
        back = on(
            server,
            f"Make {server} secondary for {name} again",
            drbdadm("secondary", name),
            ReplicaSideIs(name, server, roles=("Secondary",)),
        )
        title = f"Make {server} the primary of {name}"
        if not is_good:
            title = f"Make {server} the primary of {name}, though it may be old"
        promote = on(
            server,
            title,
            drbdadm("primary", name, *(() if is_good else ("--force",))),
            ReplicaSideIs(name, server, roles=("Primary",)),
            ReplicaSideIs(name, server, True, ("Secondary",)),
        )
        self._row(replica).add(promote, undo=(back,))
        means = f"If {self._other(server)} is primary too, that is a split brain."
        return means if is_good else f"{server} has old data of {name}. {means}"

    def _row(self, replica: Replica) -> StepRow:
        """The row, which goes on with the steps of ``replica``."""
        self._rows.append(StepRow(replica.key, self.steps))
        return self._rows[-1]

    def _other(self, server: str) -> str:
        others = [name for name in self._layout.servers if name != server]
        return next(iter(others), "the other server")

    def _disconnected(self, replica: Replica, server: str) -> Action:
        return on(
            server,
            f"Disconnect the replica {replica.name} on {server}",
            drbdadm("disconnect", replica.name),
            ReplicaSideIs(replica.name, server, connections=("StandAlone",)),
            ReplicaSideIs(replica.name, server, up=True),
            *self._good_primary(replica),
            watch=self._layout.servers,
        )

    def _good_primary(self, replica: Replica) -> tuple[Condition, ...]:
        good = ("UpToDate",)
        sides = [side for side in replica.sides if side.role == "Primary"]
        return tuple(ReplicaSideIs(replica.name, side.server, disks=good) for side in sides)

    def _switches(self, replica: Replica, server: str) -> tuple[Action, Action]:
        """Pausing and going on, each the other's undo."""
        name = replica.name

        def switch(title: str, verb: str, done: tuple[str, ...]) -> Action:
            return on(
                server,
                title,
                drbdadm(verb, name),
                ReplicaSideIs(name, server, replications=done),
                ReplicaSideIs(name, server, connections=("Connected",)),
                watch=self._layout.servers,
                when_late="The other server may have paused it too.",
            )

        return (
            switch(f"Pause the resync of {name} on {server}", "pause-sync", PAUSED),
            switch(
                f"Go on with the resync of {name} on {server}",
                "resume-sync",
                (*RUNNING, "Established"),
            ),
        )

    def _wait(self, replica: Replica, server: str, title: str, done: Condition) -> Action:
        size = max((side.size_bytes or 0 for side in replica.sides), default=0)
        return on(
            server,
            title,
            _status(replica.name),
            done,
            timeout_s=max(LOCAL_S, _BASE_S + size / SLOWEST),
            watch=self._layout.servers,
            when_late=f"Look with 'drbdadm status {replica.name}' how far it is.",
            if_left="It goes on by itself.",
        )


def _status(replica: str) -> Command:
    """Ask only: the step waits for what goes on by itself."""
    return drbdadm("status", replica)
