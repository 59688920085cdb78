"""What a cluster file says, as values; reading and writing the file is the session's."""

from __future__ import annotations

from dataclasses import dataclass, field

from xenadmin_gui.domain.host import Role


@dataclass(frozen=True, slots=True)
class NetworkConfig:
    """A network of the cluster: ``management`` or ``storage``; CIDR such as 10.10.1.0/24."""

    name: str
    kind: str
    cidr: str


@dataclass(frozen=True, slots=True)
class SshConfig:
    """How to log in where a server says nothing else.

    Attributes:
        identity: Path of a private key; None: the agent and OpenSSH's defaults.
        known_hosts: Path; None: OpenSSH's own files.
        config: Path of an ssh_config; None: ``~/.ssh/config``.
    """

    user: str = "root"
    port: int = 22
    identity: str | None = None
    known_hosts: str | None = None
    config: str | None = None


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """One machine of the cluster.

    Attributes:
        address: Name or address to reach it at for administration.
        jump: Server or ``user@host:port`` to go through, or None.
        networks: Its address on each network, by the network's name.
        libvirt_uri: Such as ``xen:///system``; meaningless on a pure SAN server.
        migration_uri: What other hosts give virsh to migrate here; ``xen+ssh://NAME/system``.
        node: Its name in Pacemaker when that differs from ``name``.
    """

    name: str
    roles: frozenset[Role]
    address: str
    port: int | None = None
    user: str | None = None
    jump: str | None = None
    networks: dict[str, str] = field(default_factory=dict)
    libvirt_uri: str = "xen:///system"
    migration_uri: str = ""
    node: str = ""

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


@dataclass(frozen=True, slots=True)
class ClusterConfig:
    """A whole cluster file.

    Attributes:
        poll_interval_s: Time between two cycles of a host that answers.
        connect_timeout_s: After which a host counts as unreachable.
        command_timeout_s: For a probe cycle and for commands that say nothing else.
        recycle_bin_days: How long a deleted volume is kept when nobody says otherwise; nothing
            goes by itself.
    """

    name: str
    title: str = ""
    servers: tuple[ServerConfig, ...] = ()
    networks: tuple[NetworkConfig, ...] = ()
    ssh: SshConfig = SshConfig()
    poll_interval_s: float = 5.0
    connect_timeout_s: float = 8.0
    command_timeout_s: float = 30.0
    recycle_bin_days: int = 30

    def server(self, name: str) -> ServerConfig:
        """Return the server called ``name``.

        Raises:
            KeyError: There is none.
        """
        for server in self.servers:
            if server.name == name:
                return server
        raise KeyError(name)

    @property
    def storage_networks(self) -> tuple[NetworkConfig, ...]:
        return tuple(n for n in self.networks if n.kind == "storage")
