"""The plan of a simulated cluster, as an author writes it down."""

from __future__ import annotations

from dataclasses import dataclass, field

from xenadmin_gui.sim.model import Load, Network

REPLICA_OVER_VOLUME = "replica-over-volume"
VOLUME_OVER_REPLICA = "volume-over-replica"
PLAIN = "plain"
#: Name of the one replica below a group.
POOL = "pool"


@dataclass(frozen=True)
class ServerPlan:
    """A machine; ``kind`` is ``host`` or ``san``."""

    name: str
    kind: str
    addresses: dict[str, str]
    memory_mib: int = 32768
    cpus: int = 8
    load: Load = field(default_factory=Load)
    up_days: float = 40.0


@dataclass(frozen=True)
class GuestPlan:
    """A VM.

    Attributes:
        kind: ``pv``, ``pvh`` or ``hvm``.
        host: Where it runs, or is defined when it does not run.
        disks: Size of each of its LUNs in MiB, by the name of the volume.
        apart_from: A protected VM that should not share its host.
    """

    name: str
    kind: str
    vcpus: int
    memory_mib: int
    host: str
    uuid: str
    disks: dict[str, int] = field(default_factory=dict)
    load: Load = field(default_factory=Load)
    title: str = ""
    is_protected: bool = True
    is_running: bool = True
    autostart: bool = False
    priority: int = 0
    apart_from: str = ""

    @property
    def resource(self) -> str:
        """What Pacemaker calls it."""
        return f"vm-{self.name}"

    @property
    def config_path(self) -> str:
        """Where its definition lies on every host that may run it."""
        return f"/etc/xenadmin/domains/{self.uuid}.xml"


@dataclass(frozen=True)
class Blueprint:
    """A whole cluster.

    Attributes:
        portals: Address of the target on each storage network, a cluster address with Pacemaker;
            ``NETWORK@SERVER`` for the target of another server of ``served_by``.
        cluster_ip: Cluster address on the management network, or empty.
        serial: Beginning of the LUNs' serial numbers, hexadecimal.
        more_groups: Volume groups beside ``group``, empty at first; sizes in MiB.
        layout: What mirrors the volumes: ``replica-over-volume``, or ``volume-over-replica`` where
            the group lies on one replica and is seen on its primary only; or ``plain``, without
            replicas and Pacemaker, on the first SAN server, which has the portals' addresses.
        served_by: Without Pacemaker, the server of each volume that is not served by the first one;
            such a server has a target of its own (active-active).
        strangers: Hosts that the SAN does not let in yet.
        more_bridges: Bridges beside ``bridge``, and the hosts that have them.
    """

    name: str
    domain: str
    networks: tuple[Network, ...]
    servers: tuple[ServerPlan, ...]
    guests: tuple[GuestPlan, ...]
    portals: dict[str, str]
    cluster_ip: str = ""
    bridge: str = "xenbr0"
    serial: str = "5a17e0"
    has_pacemaker: bool = True
    group: str = "vg_san"
    group_size_mib: int = 2097152
    strangers: tuple[str, ...] = ()
    more_bridges: dict[str, tuple[str, ...]] = field(default_factory=dict)
    more_groups: dict[str, int] = field(default_factory=dict)
    layout: str = REPLICA_OVER_VOLUME
    served_by: dict[str, str] = field(default_factory=dict)

    @property
    def hosts(self) -> tuple[ServerPlan, ...]:
        """The Xen hosts."""
        return tuple(s for s in self.servers if s.kind == "host")

    @property
    def san_servers(self) -> tuple[ServerPlan, ...]:
        """The SAN servers; the first one holds everything at the beginning."""
        return tuple(s for s in self.servers if s.kind == "san")

    @property
    def volumes(self) -> list[str]:
        """Every volume in the order of its LUN number, from 1."""
        return [volume for guest in self.guests for volume in guest.disks]

    @property
    def replicas(self) -> list[str]:
        """Every replica in the order of its minor number, from 1."""
        if self.layout == VOLUME_OVER_REPLICA:
            return [POOL] if self.volumes else []
        if self.layout == PLAIN:
            return []
        return self.volumes

    def iqn(self, name: str) -> str:
        """Return the iSCSI name of a machine or the target."""
        return f"iqn.2024-03.{'.'.join(reversed(self.domain.split('.')))}:{name}"
