"""The machines of a cluster: virtualisation hosts and SAN servers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health, HostState


class Role(StrEnum):
    """What a machine is there for; a single server may be both."""

    HOST = "host"
    SAN = "san"


@dataclass(frozen=True, slots=True)
class Hypervisor:
    """What a host says of its hypervisor.

    Attributes:
        name: ``xen`` or ``kvm``; empty when not known.
        version: Such as ``4.17``.
        pv_live_migration: False on a Xen built without shadow paging (Debian's); None: not known.
    """

    name: str = ""
    version: str = ""
    pv_live_migration: bool | None = None


@dataclass(frozen=True, slots=True)
class Bridge:
    """A switch within a host that cards of VMs are plugged into.

    Attributes:
        is_ovs: One of Open vSwitch; otherwise the kernel's own.
    """

    name: str
    is_ovs: bool = False


@dataclass(frozen=True, slots=True)
class Server:
    """One machine, as last heard of.

    Attributes:
        state_since: Clock seconds at which ``state`` began.
        seen_at: Clock seconds of its last full answer; None when it never answered.
        reason: Why it is not simply up; one sentence or empty.
        memory_bytes: Memory of the machine (of the hypervisor on Xen).
        memory_free_bytes: What new VMs could use now.
        load_percent: Processor load of the machine, 0 to 100; None when not measured.
        round_trip_s: How long its last cycle took.
        missing: Tools or parts of the answer that could not be read, with the reason.
        libvirt_uri: As the cluster file says; what virsh on the machine itself is given.
        migration_uri: What other hosts give virsh to migrate here; empty: ``…+ssh://NAME/system``.
        node: Its name in Pacemaker when that differs from ``name``.
        initiator: Its iSCSI name (IQN); empty when it has none or nobody told.
        bridges: Of a virtualisation host, by name; None: not known (``missing`` says why).
        addresses: (network, address) as the cluster file says, storage networks first.
    """

    name: str
    roles: frozenset[Role]
    state: HostState
    address: str = ""
    state_since: float = 0.0
    seen_at: float | None = None
    reason: str = ""
    cpus: int | None = None
    memory_bytes: int | None = None
    memory_free_bytes: int | None = None
    load_percent: float | None = None
    uptime_s: float | None = None
    os: str = ""
    hypervisor: Hypervisor = Hypervisor()
    round_trip_s: float | None = None
    missing: tuple[tuple[str, str], ...] = ()
    libvirt_uri: str = "xen:///system"
    migration_uri: str = ""
    node: str = ""
    initiator: str = ""
    addresses: tuple[tuple[str, str], ...] = ()
    bridges: tuple[Bridge, ...] | None = None

    def has_bridge(self, name: str) -> bool | None:
        """Whether it has the bridge ``name``; None: not known."""
        if self.bridges is None:
            return None
        return any(bridge.name == name for bridge in self.bridges)

    @property
    def node_name(self) -> str:
        """What Pacemaker calls it."""
        return self.node or self.name

    @property
    def migration_target(self) -> str:
        """The URI under which other hosts reach its libvirt for a migration."""
        if self.migration_uri:
            return self.migration_uri
        scheme, _, _ = self.libvirt_uri.partition(":")
        return f"{scheme}+ssh://{self.name}/system"

    @property
    def key(self) -> Key:
        kind = Kind.HOST if Role.HOST in self.roles else Kind.SAN_SERVER
        return Key(kind, self.name)

    @property
    def health(self) -> Health:
        return self.state.health

    @property
    def is_up(self) -> bool:
        """Whether it answers now, degraded or in maintenance included."""
        return self.state in (HostState.UP, HostState.DEGRADED, HostState.MAINTENANCE)
