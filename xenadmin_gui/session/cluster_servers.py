"""The servers of a cluster file: a machine in both lists is one server with both roles."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field

from xenadmin_gui.domain.config import NetworkConfig, ServerConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.session import cluster_rules as rules
from xenadmin_gui.session.yamlnodes import Table, nearest

SAN_KEYS = ("name", "address", "port", "user", "jump", "networks", "node")
HOST_KEYS = (*SAN_KEYS, "libvirt_uri", "migration_uri")


@dataclass
class _Server:
    """What the lists say of one machine; ``tables`` are its places in the file."""

    name: str
    roles: set[Role] = field(default_factory=set)
    values: dict[str, str | int] = field(default_factory=dict)
    networks: dict[str, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)

    def complain(self, key: str, expected: str, found: str = "") -> None:
        """At the place that gives the value, else at the first."""
        table = next((t for t in self.tables if t.get(key) is not None), self.tables[0])
        table.complain(key, expected, found)


class ServerTables:
    """Reads servers one by one and checks them against one another at the end."""

    def __init__(self, networks: Mapping[str, NetworkConfig]) -> None:
        self._networks = networks
        self._servers: dict[str, _Server] = {}
        self._seen = 0

    @property
    def is_empty(self) -> bool:
        return self._seen == 0

    def read(self, table: Table, role: Role) -> None:
        """Read one entry of ``hosts`` or ``san_servers``."""
        self._seen += 1
        name = table.required("name", rules.NAME)
        values = _values(table)
        networks = self._addresses(table.table("networks", None))
        if not name:
            return
        server = self._servers.setdefault(name, _Server(name))
        if role in server.roles:
            table.complain("name", "a name that stands only once in this list")
            return
        server.roles.add(role)
        server.tables.append(table)
        for key, value in values.items():
            if server.values.setdefault(key, value) != value:
                table.complain(key, f"{server.values[key]!r}, as the other list says of {name}")
        for network, address in networks.items():
            if server.networks.setdefault(network, address) != address:
                table.complain(
                    "networks", f"{server.networks[network]} on {network}, as the other list says"
                )

    def _addresses(self, table: Table) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in table.names:
            network = self._networks.get(name)
            if network is None:
                table.complain(name, nearest(name, tuple(self._networks), "network"), repr(name))
                continue
            address = table.required(name, rules.IP)
            if address and network.cidr:
                if ipaddress.ip_address(address) in ipaddress.ip_network(network.cidr):
                    found[name] = address
                else:
                    table.complain(name, f"an address in {network.cidr}")
        return found

    def checked(self) -> tuple[ServerConfig, ...]:
        """Return the servers in the order of the file; notes what cannot be true of them all."""
        ordered = sorted(self._servers.values(), key=lambda s: s.tables[0].line)
        self._check_addresses(ordered)
        self._check_nodes(ordered)
        self._check_jumps(ordered)
        return tuple(_config(server) for server in ordered)

    def _check_addresses(self, servers: list[_Server]) -> None:
        ends: dict[tuple[object, ...], str] = {}
        taken: dict[tuple[str, str], str] = {}
        for server in servers:
            if "address" not in server.values:
                if all(table.get("address") is None for table in server.tables):
                    server.complain("address", rules.ADDRESS.expected)
                continue
            end = tuple(server.values.get(key) for key in ("address", "port", "jump"))
            if ends.setdefault(end, server.name) != server.name:
                server.complain("address", f"another address and port than those of {ends[end]}")
            for place in server.networks.items():
                if taken.setdefault(place, server.name) != server.name:
                    expected = f"another address on {place[0]} than that of {taken[place]}"
                    server.complain("networks", expected, place[1])

    def _check_nodes(self, servers: list[_Server]) -> None:
        nodes: dict[object, str] = {}
        for server in servers:
            node = server.values.get("node", server.name)
            if nodes.setdefault(node, server.name) != server.name:
                server.complain("node", f"another name than the node of {nodes[node]}")

    def _check_jumps(self, servers: list[_Server]) -> None:
        for server in servers:
            jump = server.values.get("jump")
            if not isinstance(jump, str):
                continue
            if jump not in self._servers:
                if not rules.is_jump_address(jump):
                    known = tuple(name for name in self._servers if name != server.name)
                    server.complain("jump", f"{nearest(jump, known, 'server')}, or user@host:port")
            elif self._goes_round(server.name):
                server.complain("jump", "a way that does not lead back to itself")

    def _goes_round(self, start: str) -> bool:
        seen: set[str] = set()
        name: object = start
        while isinstance(name, str) and name in self._servers and name not in seen:
            seen.add(name)
            name = self._servers[name].values.get("jump")
        return name == start


def _values(table: Table) -> dict[str, str | int]:
    found: dict[str, str | int | None] = {
        "address": table.text("address", rules.ADDRESS, ""),
        "port": table.whole("port", 1, 65535, None),
        "user": table.text("user", rules.USER, ""),
        "jump": table.text("jump", rules.ANY_TEXT, ""),
        "node": table.text("node", rules.NAME, ""),
    }
    if "libvirt_uri" in table.known:
        found["libvirt_uri"] = table.text("libvirt_uri", rules.LIBVIRT_URI, "")
        found["migration_uri"] = table.text("migration_uri", rules.MIGRATION_URI, "")
    return {key: value for key, value in found.items() if value}


def _config(server: _Server) -> ServerConfig:
    def text(key: str) -> str:
        return str(server.values.get(key, ""))

    port = server.values.get("port")
    return ServerConfig(
        name=server.name,
        roles=frozenset(server.roles),
        address=text("address"),
        port=port if isinstance(port, int) else None,
        user=text("user") or None,
        jump=text("jump") or None,
        networks=dict(server.networks),
        libvirt_uri=text("libvirt_uri") or "xen:///system",
        migration_uri=text("migration_uri"),
        node=text("node"),
    )
