"""The storage area network: targets, LUNs, sessions, paths, and all of it at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.lio import LioService
from xenadmin_gui.domain.pathstate import path_meaning
from xenadmin_gui.domain.replica import Replica, ReplicaSide
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.verification import Verification
from xenadmin_gui.domain.volume import Volume, VolumeCopy, VolumeGroup, deleted_name
from xenadmin_gui.domain.work import Work, health_in

__all__ = [
    "ClusterIp",
    "LioService",
    "Lun",
    "LunAccess",
    "Multipath",
    "Path",
    "PortalGroup",
    "Replica",
    "ReplicaSide",
    "San",
    "Session",
    "Target",
    "Verification",
    "Volume",
    "VolumeCopy",
    "VolumeGroup",
    "deleted_name",
]


@dataclass(frozen=True, slots=True)
class LunAccess:
    """An entry of an initiator's access list: under which number it sees a LUN."""

    initiator: str
    number: int
    read_only: bool = False


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
        read_only: Whether initiators may only read it.
        initiators: IQNs whose access list in the kernel has it now.
        allowed: IQNs that Pacemaker's resource lets in; empty when it says nothing (all).
        tag: Number of the target's portal group that offers it now; None: not known.
        store: Backstore in the kernel that it exports, such as ``iblock_0/vm1``; or empty.
        access: The entries of the access lists that have it.
        work: The task that exports or withdraws it, or left that half done; None: none.
    """

    wwid: str
    target: str
    number: int
    device: str = ""
    serial: str = ""
    resource: str = ""
    server: str | None = None
    size_bytes: int | None = None
    read_only: bool = False
    initiators: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    tag: int | None = None
    store: str = ""
    access: tuple[LunAccess, ...] = ()
    work: Work | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.LUN, self.wwid)

    @property
    def health(self) -> Health:
        return health_in(self.work, Health.OK if self.server is not None else Health.FAILED)


@dataclass(frozen=True, slots=True)
class PortalGroup:
    """A portal group of a target in the kernel: where it listens, and whom it lets in."""

    tag: int
    portals: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """An iSCSI target.

    Attributes:
        iqn: Its name; the identity.
        portals: ADDRESS:PORT where it listens now, or where Pacemaker would have it listen.
        server: SAN server whose kernel has it now; None when none does.
        resource: Pacemaker's iSCSITarget resource, or empty.
        initiators: IQNs that may log in (access lists of the kernel, else as configured).
        tags: Numbers of its portal groups in the kernel.
        groups: These portal groups.
    """

    iqn: str
    portals: tuple[str, ...] = ()
    server: str | None = None
    resource: str = ""
    initiators: tuple[str, ...] = ()
    tags: tuple[int, ...] = ()
    groups: tuple[PortalGroup, ...] = ()

    @property
    def key(self) -> Key:
        return Key(Kind.TARGET, self.iqn)

    @property
    def health(self) -> Health:
        return Health.OK if self.server is not None else Health.FAILED


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

    @property
    def health(self) -> Health:
        if self.is_usable:
            return Health.OK
        return Health.DEGRADED if self.state in ("shaky", "delayed") else Health.FAILED

    @property
    def meaning(self) -> tuple[str, str]:
        """What its state means, and what to do (empty when nothing)."""
        return path_meaning(self.state)


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
    """Everything of the SAN at one moment.

    Attributes:
        active_server: Who serves the LUNs now, of several the one with most; None: nobody does.
        drbd_version: Of the kernel module, such as ``8.4.11``; empty without DRBD.
        lio_services: Services of SAN servers that load LIO's saved configuration at the start.
        view: Where several serve: whose part of the SAN this is about; else empty.
    """

    replicas: tuple[Replica, ...] = ()
    groups: tuple[VolumeGroup, ...] = ()
    volumes: tuple[Volume, ...] = ()
    luns: tuple[Lun, ...] = ()
    sessions: tuple[Session, ...] = ()
    multipaths: tuple[Multipath, ...] = ()
    cluster_ips: tuple[ClusterIp, ...] = ()
    active_server: str | None = None
    targets: tuple[Target, ...] = ()
    drbd_version: str = ""
    lio_services: tuple[LioService, ...] = ()
    view: str = ""

    @property
    def serving(self) -> tuple[str, ...]:
        """The servers whose kernel has a target or a LUN now."""
        named = {target.server for target in self.targets} | {lun.server for lun in self.luns}
        return tuple(sorted(server for server in named if server is not None))

    @property
    def servers_on_duty(self) -> tuple[str, ...]:
        """The active server, or all of several that serve at once, each its own part."""
        several = self.serving
        return several if len(several) > 1 else tuple(filter(None, (self.active_server,)))

    def replica(self, name: str) -> Replica | None:
        """Return the replica called ``name``."""
        return next((replica for replica in self.replicas if replica.name == name), None)

    def volume(self, group: str, name: str) -> Volume | None:
        """Return the volume ``group/name``."""
        return next((v for v in self.volumes if v.name == name and v.group == group), None)

    def lun(self, wwid: str) -> Lun | None:
        """Return the LUN with this WWID."""
        return next((lun for lun in self.luns if lun.wwid == wwid), None)
