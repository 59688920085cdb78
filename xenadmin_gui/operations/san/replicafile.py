"""The file that configures a new replica, and the numbers that no other one has."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from xenadmin_gui.domain.san import Replica
from xenadmin_gui.operations.san.layout import SanLayout

FIRST_PORT = 7788
#: How both sides of a first replica are compared; every kernel with DRBD has it.
VERIFY = "crc32c"
#: What the network is called over which a server is administered.
ADMINISTRATION = "management"


@dataclass(frozen=True, slots=True)
class ReplicaNumbers:
    """What a replica needs of its own.

    Attributes:
        addresses: (server, address) of its connection, on both servers.
    """

    minor: int
    port: int
    addresses: tuple[tuple[str, str], ...]


def replica_path(name: str) -> str:
    """Return where the replica ``name`` is configured."""
    return f"/etc/drbd.d/{name}.res"


def sibling_of(layout: SanLayout, group: str) -> Replica | None:
    """Return the replica that a new one in ``group`` is made like; None when there is none."""
    pvs = {g.replica for g in layout.snapshot.san.groups} - {""}
    known = [r for r in layout.snapshot.san.replicas if r.name not in pvs and r.addresses]
    alike = [r for r in known if r.volume.partition("/")[0] == group]
    return next(iter([*alike, *known]), None)


def mirror_networks(layout: SanLayout) -> tuple[str, ...]:
    """Return the networks on which every SAN server has an address, storage networks first."""
    rows = [_known_addresses(layout, server) for server in layout.servers]
    return tuple(name for name in (rows[0] if rows else {}) if all(name in row for row in rows))


def new_numbers(layout: SanLayout, group: str, network: str = "") -> ReplicaNumbers | None:
    """Choose a minor and a port above all that are used, and above those of the recycle bin.

    What lies in the bin keeps its numbers in a file that nobody reads, so that it can come back.
    None: nothing says over which addresses it could mirror.

    Args:
        network: Whose addresses it gets; empty: those of its siblings, else of any replica, else
            the first of ``mirror_networks``.
    """
    san = layout.snapshot.san
    sibling = sibling_of(layout, group)
    addresses = () if sibling is None else sibling.addresses
    networks = mirror_networks(layout)
    if not addresses and not network:
        addresses = next((r.addresses for r in san.replicas if r.addresses), ())
    if network or not addresses:
        wanted = network or next(iter(networks), "")
        if wanted not in networks:
            return None
        addresses = tuple((s, _known_addresses(layout, s)[wanted]) for s in layout.servers)
    resting = len({(v.group, v.name) for v in san.volumes if v.deleted_at is not None})
    minors = [replica.minor for replica in san.replicas if replica.minor is not None]
    ports = [replica.port for replica in san.replicas if replica.port is not None]
    return ReplicaNumbers(
        minor=max(minors, default=0) + 1 + resting,
        port=max(ports, default=FIRST_PORT - 1) + 1 + resting,
        addresses=addresses,
    )


def replica_text(layout: SanLayout, group: str, name: str, numbers: ReplicaNumbers) -> str:
    """Return the ``.res`` file of a replica over the volume ``group/name`` on both servers.

    The first one of a SAN says itself how it mirrors; for others the common settings do, which
    the administrator has made (drbd.conf(5) of 8.4 and 9).
    """
    lines = [f"resource {name} {{"]
    if sibling_of(layout, group) is None:
        lines += ["    net {", "        protocol C;", f"        verify-alg {VERIFY};", "    }"]
    for number, (server, address) in enumerate(numbers.addresses):
        family = "ipv6 [" if ":" in address else "ipv4 "
        end = "]" if ":" in address else ""
        lines += [
            f"    on {layout.node(server)} {{",
            f"        device /dev/drbd{numbers.minor} minor {numbers.minor};",
            f"        disk /dev/{group}/{name};",
            "        meta-disk internal;",
            f"        address {family}{address}{end}:{numbers.port};",
            *([f"        node-id {number};"] if needs_node_id(layout) else []),
            "    }",
        ]
    return "\n".join([*lines, "}", ""])


def _known_addresses(layout: SanLayout, server: str) -> dict[str, str]:
    """The addresses of a server by network; names are of no use to DRBD."""
    known = layout.snapshot.servers[server]
    found = {name: address for name, address in known.addresses if _is_address(address)}
    if _is_address(known.address):
        found.setdefault(ADMINISTRATION, known.address)
    return found


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def needs_node_id(layout: SanLayout) -> bool:
    """Whether the DRBD in use numbers its nodes: version 9 does."""
    version = layout.snapshot.san.drbd_version.partition(".")[0]
    return version.isdecimal() and int(version) >= 9
