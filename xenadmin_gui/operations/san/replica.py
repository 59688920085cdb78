"""The draft of what is done to replicas by hand: connection, verify, resync, and emergencies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.pacemaker import ControlMode
from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.asked import is_answering
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.home import server_for
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.refusals import cannot_compare, no_replica, no_server, silent
from xenadmin_gui.operations.san.replicasteps import RESYNCING, ReplicaSteps


class ReplicaVerb(StrEnum):
    """What is done to a replica."""

    CONNECT = "connect"
    DISCONNECT = "disconnect"
    VERIFY = "verify"
    PAUSE_SYNC = "pause-sync"
    RESUME_SYNC = "resume-sync"
    INVALIDATE = "invalidate"
    PROMOTE = "promote"


_LOSING = (ReplicaVerb.INVALIDATE, ReplicaVerb.PROMOTE)


@dataclass(frozen=True, slots=True)
class ReplicaDraft:
    """Do ``verb`` to replicas.

    Attributes:
        replicas: Names; one only for what loses data.
        server: On whose side. Empty: the one that does not serve for a disconnect, the one that
            serves else; a connect then is done on every side that needs it.
    """

    verb: ReplicaVerb
    replicas: tuple[str, ...]
    server: str = ""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        layout = san_layout(snapshot)
        if not self.replicas:
            return (Problem("No replica was named.", "Choose one.", None, "none", "replicas"),)
        if self.server and self.server not in layout.servers:
            return (no_server(self.server, None, "server"),)
        if self.verb in _LOSING and not self.server:
            sentence = f"It has to be said on which server: {self.verb} concerns one side only."
            return (Problem(sentence, "Choose a server.", None, "no-server", "server"),)
        if self.verb in _LOSING and len(self.replicas) > 1:
            sentence = "What loses data is done to one replica at a time."
            return (Problem(sentence, "Choose one.", None, "too-many", "replicas"),)
        found: list[Problem] = []
        for name in self.replicas:
            replica = snapshot.san.replica(name)
            if replica is None:
                found.append(no_replica(name))
            else:
                found += self._of(snapshot, replica)
        return tuple(found)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        made = ReplicaSteps(san_layout(snapshot), new_plan_id())
        subjects = []
        for name in self.replicas:
            replica = snapshot.san.replica(name)
            assert replica is not None
            count = len(made.steps)
            means = self._steps(made, snapshot, replica)
            verdict = Verdict.WILL_DO if len(made.steps) > count else Verdict.ALREADY
            subjects.append(Subject(replica.key, name, verdict, means))
        return Plan(
            id=made.plan_id,
            title=_title(self.verb, ", ".join(self.replicas), self.server),
            subjects=tuple(subjects),
            steps=tuple(made.steps),
            made_from=snapshot.version,
            confirm=self.replicas[0] if self.verb in _LOSING else "",
        )

    def _server(self, snapshot: Snapshot, replica: Replica) -> str:
        """The server whose side is meant."""
        if self.server:
            return self.server
        names = [side.server for side in replica.sides if side.is_up]
        active = server_for(snapshot, replica)
        wants_active = self.verb is not ReplicaVerb.DISCONNECT
        fitting = [name for name in names if (name == active) is wants_active]
        return next(iter([*fitting, *names]), "")

    def _steps(self, made: ReplicaSteps, snapshot: Snapshot, replica: Replica) -> str:
        """Add the steps; return what it means, one sentence."""
        server = self._server(snapshot, replica)
        match self.verb:
            case ReplicaVerb.CONNECT:
                return made.connect(replica, self.server)
            case ReplicaVerb.DISCONNECT:
                return made.disconnect(replica, server)
            case ReplicaVerb.VERIFY:
                return made.verify(replica, server)
            case ReplicaVerb.PAUSE_SYNC:
                return made.pause(replica, server)
            case ReplicaVerb.RESUME_SYNC:
                return made.resume(replica, server)
            case ReplicaVerb.INVALIDATE:
                return made.invalidate(replica, server)
            case ReplicaVerb.PROMOTE:
                return made.promote(replica, server)

    def _of(self, snapshot: Snapshot, replica: Replica) -> tuple[Problem, ...]:
        server = self._server(snapshot, replica)
        if wrong := silent(snapshot, (server,) if server else (), replica.key):
            return wrong
        side = replica.side(server)
        if side is None or not side.is_up:
            sentence = f"The replica {replica.name} is down on {server}."
            if not server:
                sentence = f"The replica {replica.name} is down on every server."
            step = f"Bring it up: 'drbdadm up {replica.name}'."
            return (Problem(sentence, step, replica.key, "down", "server"),)
        if self.verb is ReplicaVerb.VERIFY and (wrong := cannot_compare(replica)):
            return wrong
        sentence, step, code = self._refusal(snapshot, replica, server)
        return (Problem(sentence, step, replica.key, code),) if sentence else ()

    def _refusal(self, snapshot: Snapshot, replica: Replica, server: str) -> tuple[str, str, str]:
        """Sentence, next step and code; the sentence is empty when nothing is in the way."""
        name, side = replica.name, replica.side(server)
        is_connected = side is not None and side.connection == "Connected"
        match self.verb:
            case ReplicaVerb.CONNECT if replica.is_split_brain:
                sentence = f"{name} has a split brain: each side has data that the other lacks."
                return sentence, "Resolve it, and say whose data is dropped.", "split-brain"
            case ReplicaVerb.DISCONNECT:
                return _parting(replica)
            case ReplicaVerb.VERIFY if not replica.is_in_sync or self._is_resyncing(replica):
                sentence = f"{name} is not in sync: there is nothing to compare yet."
                return sentence, "Wait for the resync, or connect it.", "not-in-sync"
            case ReplicaVerb.PAUSE_SYNC | ReplicaVerb.RESUME_SYNC:
                if self._is_resyncing(replica):
                    return "", "", ""
                return f"No resync of {name} goes on.", "There is nothing to do.", "no-resync"
            case ReplicaVerb.INVALIDATE:
                return _invalidating(replica, server, is_connected=is_connected)
            case ReplicaVerb.PROMOTE:
                return _promoting(snapshot, replica, server, is_connected=is_connected)
            case _:
                return "", "", ""

    @staticmethod
    def _is_resyncing(replica: Replica) -> bool:
        return any(side.replication in RESYNCING for side in replica.sides)


def _title(verb: ReplicaVerb, names: str, server: str) -> str:
    """Return the plan's title; ``server`` may be empty where no side is meant."""
    match verb:
        case ReplicaVerb.CONNECT:
            return f"Connect {names} on {server}" if server else f"Connect {names}"
        case ReplicaVerb.DISCONNECT:
            return f"Disconnect {names} on {server}" if server else f"Disconnect {names}"
        case ReplicaVerb.VERIFY:
            return f"Compare both sides of {names}"
        case ReplicaVerb.PAUSE_SYNC:
            return f"Pause the resync of {names}"
        case ReplicaVerb.RESUME_SYNC:
            return f"Go on with the resync of {names}"
        case ReplicaVerb.INVALIDATE:
            return f"Make {names} on {server} anew from the other server"
        case _:
            return f"Make {server} the primary of {names} by hand"


def _parting(replica: Replica) -> tuple[str, str, str]:
    """A primary that reads over the network would lose its data."""
    for side in replica.sides:
        if side.role == "Primary" and side.disk != "UpToDate":
            sentence = f"{side.server} has {replica.name} in use and its own disk is {side.disk}."
            return sentence, "Wait until it is UpToDate.", "needs-peer"
    return "", "", ""


def _invalidating(replica: Replica, server: str, *, is_connected: bool) -> tuple[str, str, str]:
    name = replica.name
    side = replica.side(server)
    if side is not None and side.role == "Primary":
        sentence = f"{name} is in use on {server}."
        return sentence, "Choose the other server, or switch the SAN over first.", "in-use"
    if not is_connected:
        sentence = f"{server} is not connected: its side of {name} may be the only good one."
        return sentence, "Connect it first.", "not-connected"
    if side is None or side.peer_disk != "UpToDate":
        sentence = f"The other side of {name} is not UpToDate: nothing good to copy from."
        return sentence, "Wait until it is.", "no-source"
    return "", "", ""


def _promoting(
    snapshot: Snapshot, replica: Replica, server: str, *, is_connected: bool
) -> tuple[str, str, str]:
    name, pacemaker = replica.name, snapshot.pacemaker
    holders = [s.server for s in replica.sides if s.role == "Primary" and s.server != server]
    holders = [holder for holder in holders if is_answering(snapshot, holder)]
    side = replica.side(server)
    if holders or (is_connected and side is not None and side.peer_role == "Primary"):
        sentence = f"{name} is in use on {holders[0] if holders else 'the other server'}."
        return sentence, "Switch the SAN over instead.", "in-use"
    layout = san_layout(snapshot)
    is_led = layout.clone_of(name) is not None and not layout.reason
    if is_led and pacemaker.mode is not ControlMode.OFF and pacemaker.with_quorum:
        sentence = f"Pacemaker decides where {name} is primary, and would take it back."
        step = "Have Pacemaker do it (switchover), or take its hands off everything first."
        return sentence, step, "pacemaker"
    if side is not None and side.disk in ("Diskless", "Failed"):
        sentence = f"{server} has no disk for {name}."
        return sentence, "Mend the disk first.", "diskless"
    return "", "", ""
