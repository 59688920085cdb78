"""The file that configures a new replica, and the numbers that no other one has."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.san import Replica
from xenadmin_gui.operations.san.layout import SanLayout

FIRST_PORT = 7788


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


def numbers_like(layout: SanLayout, sibling: Replica) -> ReplicaNumbers:
    """Choose a minor and a port above all that are used, and above those of the recycle bin.

    What lies in the bin keeps its numbers in a file that nobody reads, so that it can come back.
    """
    san = layout.snapshot.san
    resting = len({(v.group, v.name) for v in san.volumes if v.deleted_at is not None})
    minors = [replica.minor for replica in san.replicas if replica.minor is not None]
    ports = [replica.port for replica in san.replicas if replica.port is not None]
    return ReplicaNumbers(
        minor=max(minors, default=-1) + 1 + resting,
        port=max(ports, default=FIRST_PORT - 1) + 1 + resting,
        addresses=sibling.addresses,
    )


def replica_text(layout: SanLayout, group: str, name: str, numbers: ReplicaNumbers) -> str:
    """Return the ``.res`` file of a replica over the volume ``group/name`` on both servers."""
    lines = [f"resource {name} {{"]
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


def needs_node_id(layout: SanLayout) -> bool:
    """Whether the DRBD in use numbers its nodes: version 9 does."""
    version = layout.snapshot.san.drbd_version.partition(".")[0]
    return version.isdecimal() and int(version) >= 9
