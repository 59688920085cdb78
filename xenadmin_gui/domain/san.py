"""The storage area network: replicas, volumes, LUNs, sessions and paths."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health, worst


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

    @property
    def health(self) -> Health:
        """Connection × disk × replication × quorum, as this side sees it."""
        if self.disk in ("Diskless", "Failed", "Inconsistent") and self.replication != "SyncTarget":
            return Health.FAILED
        if self.quorum is False or self.connection == "StandAlone":
            return Health.FAILED
        if self.replication in ("SyncSource", "SyncTarget", "VerifyS", "VerifyT"):
            return Health.WORKING
        if self.connection != "Connected" or self.disk != "UpToDate":
            return Health.DEGRADED
        if self.peer_disk not in ("", "UpToDate"):
            return Health.DEGRADED
        return Health.OK


@dataclass(frozen=True, slots=True)
class Replica:
    """A DRBD resource, asked from both servers; a side that cannot be asked is missing."""

    name: str
    sides: tuple[ReplicaSide, ...]
    unasked: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return Key(Kind.REPLICA, self.name)

    @property
    def primary(self) -> str | None:
        """The server that holds it as Primary; None when none or both do."""
        holders = [side.server for side in self.sides if side.role == "Primary"]
        return holders[0] if len(holders) == 1 else None

    @property
    def disagreement(self) -> str:
        """What the two sides say that cannot both be true; empty when they agree."""
        if len(self.sides) != 2:
            return ""
        one, other = self.sides
        for mine, theirs in ((one, other), (other, one)):
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
        if self.disagreement:
            return Health.FAILED
        health = worst([side.health for side in self.sides])
        if not self.sides:
            return Health.UNKNOWN
        return worst([health, Health.DEGRADED]) if self.unasked else health


@dataclass(frozen=True, slots=True)
class VolumeGroup:
    """An LVM volume group on a SAN server; sizes in bytes."""

    server: str
    name: str
    size_bytes: int
    free_bytes: int
    missing_pvs: int = 0

    @property
    def key(self) -> Key:
        return Key(Kind.VOLUME_GROUP, f"{self.server}/{self.name}")


@dataclass(frozen=True, slots=True)
class Volume:
    """A logical volume of the SAN; the same volume on both servers is one object.

    Attributes:
        group: Volume group.
        servers: SAN servers that have it.
        lun: WWID of the LUN that exports it, or empty.
        used_by: UUIDs of the VMs whose disks end here.
        attributes: The lv_attr text of lvs.
        snapshot_of: Name of the origin for a snapshot, else empty.
        snapshot_percent: Fill level of a snapshot, 0 to 100, else None.
    """

    name: str
    group: str
    size_bytes: int
    servers: tuple[str, ...] = ()
    lun: str = ""
    replica: str = ""
    used_by: tuple[str, ...] = ()
    attributes: str = ""
    tags: tuple[str, ...] = ()
    snapshot_of: str = ""
    snapshot_percent: float | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.VOLUME, f"{self.group}/{self.name}")


@dataclass(frozen=True, slots=True)
class Lun:
    """A LUN that a target offers.

    Attributes:
        wwid: As the initiators' multipath names it (``36001405…``); the identity.
        target: IQN.
        number: LUN number in the target.
        device: Device it exports, such as ``/dev/drbd1``.
        serial: The scsi_sn that fixes the WWID.
        resource: Pacemaker resource that runs it, or empty.
        server: SAN server that offers it now; None when none does.
    """

    wwid: str
    target: str
    number: int
    device: str = ""
    serial: str = ""
    resource: str = ""
    server: str | None = None
    size_bytes: int | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.LUN, self.wwid)


@dataclass(frozen=True, slots=True)
class Session:
    """An iSCSI session of a host to a portal; state as iscsiadm says (``LOGGED_IN``)."""

    host: str
    target: str
    portal: str
    network: str
    state: str

    @property
    def key(self) -> Key:
        return Key(Kind.SESSION, f"{self.host}/{self.portal}")

    @property
    def health(self) -> Health:
        return Health.OK if self.state == "LOGGED_IN" else Health.FAILED


@dataclass(frozen=True, slots=True)
class Path:
    """One path of a multipath device: checker state ``ready``, ``ghost``, ``faulty``, ``shaky``."""

    device: str
    network: str
    state: str
    priority: int = 0

    @property
    def is_usable(self) -> bool:
        return self.state in ("ready", "ghost")


@dataclass(frozen=True, slots=True)
class Multipath:
    """A multipath device on one host.

    Attributes:
        queues: Whether I/O waits when the last path is gone; None when not known.
    """

    host: str
    wwid: str
    paths: tuple[Path, ...]
    device: str = ""
    size_bytes: int | None = None
    queues: bool | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.MULTIPATH, f"{self.host}/{self.wwid}")

    @property
    def health(self) -> Health:
        usable = sum(path.is_usable for path in self.paths)
        if usable == 0:
            return Health.FAILED
        return Health.OK if usable == len(self.paths) and usable > 1 else Health.DEGRADED


@dataclass(frozen=True, slots=True)
class ClusterIp:
    """An address that moves between SAN servers; ``holder`` is None when nobody has it."""

    address: str
    network: str = ""
    resource: str = ""
    holder: str | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.CLUSTER_IP, self.address)


@dataclass(frozen=True, slots=True)
class San:
    """Everything of the SAN at one moment."""

    replicas: tuple[Replica, ...] = ()
    groups: tuple[VolumeGroup, ...] = ()
    volumes: tuple[Volume, ...] = ()
    luns: tuple[Lun, ...] = ()
    sessions: tuple[Session, ...] = ()
    multipaths: tuple[Multipath, ...] = ()
    cluster_ips: tuple[ClusterIp, ...] = ()
    active_server: str | None = None
