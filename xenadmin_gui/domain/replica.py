"""A DRBD resource as each of the two SAN servers sees it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health, worst
from xenadmin_gui.domain.verification import Verification
from xenadmin_gui.domain.work import Work, health_in

#: Replications in which this side gets what it lacks.
_FILLED = ("SyncTarget", "PausedSyncT", "WFBitMapT", "WFSyncUUID", "Behind")


@dataclass(frozen=True, slots=True)
class ReplicaSide:
    """A DRBD resource as one SAN server sees it (drbdadm status, DRBD 8.4 and 9).

    Attributes:
        server: Which SAN server says so.
        role: ``Primary`` or ``Secondary`` …
        disk: ``UpToDate``, ``Inconsistent``, ``Outdated``, ``Diskless`` …
        connection: ``Connected``, ``Connecting``, ``StandAlone`` ….
        replication: ``Established``, ``SyncSource``, ``SyncTarget`` …; empty without a connection.
        peer_role: Role of the other side as seen from here; empty when not connected.
        peer_disk: Disk state of the other side as seen from here.
        sync_percent: 0 to 100 while a resync runs, else None.
        out_of_sync_bytes: None when not said.
        size_bytes: None when not said.
        device: ``/dev/drbd1``.
        backing: The device below it, such as ``/dev/vg_san/vm1``; empty when not known.
        quorum: None where DRBD has no quorum (8.4).
        is_up: False when it is configured but DRBD does not run it there (``drbdadm down``).
        rate_bytes_s: How fast a resync goes; None when not said.
        left_s: Seconds that a resync still needs; None when not said.
        work: The task that makes or deletes the replica, or left that half done; None: none.
    """

    server: str
    role: str
    disk: str
    connection: str = ""
    replication: str = ""
    peer_role: str = ""
    peer_disk: str = ""
    sync_percent: float | None = None
    out_of_sync_bytes: int | None = None
    size_bytes: int | None = None
    device: str = ""
    backing: str = ""
    quorum: bool | None = None
    is_up: bool = True
    rate_bytes_s: int | None = None
    left_s: float | None = None
    work: Work | None = None

    @property
    def meaning(self) -> tuple[str, str]:
        """What its state means, and what to do (empty when nothing)."""
        return meaning(self)

    @property
    def health(self) -> Health:
        """Connection × disk × replication × quorum, as this side sees it."""
        if self.work is not None and not self.work.is_over:
            return self.work.health
        if not self.is_up:
            return Health.DEGRADED
        if self.disk in ("Diskless", "Failed", "Inconsistent") and self.replication != "SyncTarget":
            return Health.FAILED
        if self.quorum is False or self.connection == "StandAlone":
            return Health.FAILED
        if self.replication in ("SyncSource", "SyncTarget", "VerifyS", "VerifyT"):
            return Health.WORKING
        if self.connection != "Connected" or self.disk != "UpToDate":
            return Health.DEGRADED
        if self.role == self.peer_role == "Primary":
            return Health.DEGRADED
        if self.peer_disk not in ("", "UpToDate"):
            return Health.DEGRADED
        return Health.OK


@dataclass(frozen=True, slots=True)
class Replica:
    """A DRBD resource, asked from both servers; a side that cannot be asked is missing.

    Attributes:
        unasked: Servers that should tell of it and do not.
        minor: N of ``/dev/drbdN``; None when not known.
        port: TCP port of its connection; None when not known.
        addresses: (server, address) of its connection.
        config_file: Where it is configured, such as ``/etc/drbd.d/vm1.res``; empty: not known.
        volume: ``group/name`` of the volume below it on each side, or empty.
        network: Name of the network its connection goes over, or empty.
        verify_alg: With what DRBD compares both sides; empty: it refuses to; None: not known.
        schedule: When both sides are compared (systemd.time(7)); empty: by hand only.
        verified: How the last comparison by the schedule ended; None: there was none.
        work: The task that makes or deletes its volume, or left that half done; None: none.
    """

    name: str
    sides: tuple[ReplicaSide, ...]
    unasked: tuple[str, ...] = ()
    minor: int | None = None
    port: int | None = None
    addresses: tuple[tuple[str, str], ...] = ()
    config_file: str = ""
    volume: str = ""
    network: str = ""
    verify_alg: str | None = None
    schedule: str = ""
    verified: Verification | None = None
    work: Work | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.REPLICA, self.name)

    @property
    def primary(self) -> str | None:
        """The server that holds it as Primary; None when none or both do."""
        holders = [side.server for side in self.sides if side.role == "Primary"]
        return holders[0] if len(holders) == 1 else None

    @property
    def device(self) -> str:
        """``/dev/drbdN``, or empty when nobody says it."""
        return next((side.device for side in self.sides if side.device), "")

    def side(self, server: str) -> ReplicaSide | None:
        """Return what ``server`` says of it; None when it does not tell."""
        return next((side for side in self.sides if side.server == server), None)

    @property
    def is_in_sync(self) -> bool:
        """Whether both sides tell that they are connected and hold the same good data."""
        return len(self.sides) > 1 and all(
            side.disk == "UpToDate" and side.connection == "Connected" for side in self.sides
        )

    @property
    def is_split_brain(self) -> bool:
        """Whether both sides have data that the other lacks, and neither talks to the other.

        Each side alone counts what it wrote since (out of sync): a mere cut leaves that on one.
        """
        if len(self.sides) != 2 or any(side.connection == "Connected" for side in self.sides):
            return False
        has_two_primaries = all(side.role == "Primary" for side in self.sides)
        has_two_writers = all((side.out_of_sync_bytes or 0) > 0 for side in self.sides)
        is_cut = any(side.connection == "StandAlone" for side in self.sides)
        return has_two_primaries or (has_two_writers and is_cut)

    @property
    def disagreement(self) -> str:
        """What the two sides say that cannot both be true; empty when they agree."""
        if len(self.sides) != 2:
            return ""
        one, other = self.sides
        for mine, theirs in ((one, other), (other, one)):
            if mine.connection == "Connected" and not theirs.connection:
                return (
                    f"{mine.server} says {self.name} is connected, {theirs.server} says it is down."
                )
            if mine.connection == "Connected" and theirs.connection != "Connected":
                return (
                    f"{mine.server} says {self.name} is connected, "
                    f"{theirs.server} says {theirs.connection}."
                )
            if mine.peer_role and mine.peer_role not in ("Unknown", theirs.role):
                return (
                    f"{mine.server} takes {theirs.server} for {mine.peer_role}, "
                    f"{theirs.server} says {theirs.role}."
                )
        return ""

    @property
    def health(self) -> Health:
        return health_in(self.work, self._own_health)

    @property
    def _own_health(self) -> Health:
        if self.disagreement or self.is_split_brain:
            return Health.FAILED
        if not self.unasked and not any(side.is_up for side in self.sides):
            return Health.FAILED if self.sides else Health.UNKNOWN
        health = worst([side.health for side in self.sides])
        if not self.sides:
            return Health.UNKNOWN
        return worst([health, Health.DEGRADED]) if self.unasked else health


def meaning(side: ReplicaSide) -> tuple[str, str]:
    """Return what the state of ``side`` means and what to do about it (drbd(9) of 8.4 and 9)."""
    if side.work is not None and not side.work.is_over:
        return side.work.note, side.work.next_step
    if not side.is_up:
        return (
            f"DRBD is down for it on {side.server}: that copy is not kept up to date.",
            "Bring it up there, unless it was taken down on purpose.",
        )
    return (
        _meaning_of_disk(side)
        or _meaning_of_connection(side)
        or _meaning_of_replication(side)
        or ("Both copies are the same.", "")
    )


def _meaning_of_disk(side: ReplicaSide) -> tuple[str, str] | None:
    server = side.server
    if side.disk in ("Diskless", "Detaching"):
        return (
            f"{server} has no disk for it and reads and writes through the other server.",
            f"Look at the disks of {server}, then attach it again.",
        )
    if side.disk == "Failed":
        return (
            f"The disk below it on {server} has failed.",
            f"Replace the disk of {server}; then the copy is filled anew from the other server.",
        )
    if side.quorum is False:
        return (
            f"{server} is in the minority and has stopped writing (no quorum).",
            "Bring back the other servers of this replica.",
        )
    if side.disk == "Inconsistent" and side.replication not in _FILLED:
        return (
            f"The copy on {server} is half old and half new: a resync was broken off.",
            "Connect it again, so that the resync goes on.",
        )
    if side.connection == "StandAlone":
        return (
            f"{server} has cut the connection and does not try again: by command, or because"
            " both sides have changed (split brain).",
            "Compare both sides first; then connect it, or decide whose data to keep.",
        )
    if side.disk == "Outdated":
        return (
            f"The copy on {server} is older than the other one and is not used.",
            "Connect it again; it catches up by itself.",
        )
    if side.disk == "Consistent" and side.connection != "Connected":
        return (
            f"{server} cannot know without the other server whether its copy is the latest.",
            "Bring back the connection to the other server.",
        )
    return None


def _meaning_of_connection(side: ReplicaSide) -> tuple[str, str] | None:
    if side.connection == "Connecting":
        return (
            f"{side.server} waits for the other server: nothing is mirrored.",
            "Look at the other server and at the replication network.",
        )
    if side.connection != "Connected":
        return (
            f"The connection of {side.server} is just changing ({side.connection or 'none'}).",
            "Wait a moment.",
        )
    if side.role == side.peer_role == "Primary":
        return (
            "Both servers have it as Primary: two machines may write to it at once.",
            "Make one side secondary, unless a cluster file system needs it so.",
        )
    return None


def _meaning_of_replication(side: ReplicaSide) -> tuple[str, str] | None:
    match side.replication:
        case "SyncTarget":
            return (
                f"The copy on {side.server} is being filled; until that ends it is of no use.",
                "Wait, and keep the other server running.",
            )
        case "SyncSource":
            return (
                f"{side.server} fills the other copy; its own is the only good one for now.",
                f"Wait, and keep {side.server} running.",
            )
        case "PausedSyncS" | "PausedSyncT":
            return (
                "The resync is paused: one good copy only.",
                "Resume it.",
            )
        case "VerifyS" | "VerifyT":
            return ("Both copies are being compared.", "")
        case "Ahead" | "Behind":
            return (
                "The connection is too slow: the other copy falls behind for a while.",
                "Wait for the resync afterwards.",
            )
        case "" | "Established":
            pass
        case agreeing:
            return (f"Both servers agree on what is to be copied ({agreeing}).", "Wait a moment.")
    if side.peer_disk not in ("", "UpToDate"):
        return (
            f"The other server's copy is not good ({side.peer_disk}).",
            "Look at the other server's side.",
        )
    return None
