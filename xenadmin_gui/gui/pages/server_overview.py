"""The page of a machine: load, VMs, paths, what is installed, what could not be read."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import Node
from xenadmin_gui.domain.san import ReplicaSide
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages.blocks import Block, Fact, Facts, Meters, Table, blocks_in
from xenadmin_gui.gui.pages.cluster_overview import cpu_meter, findings_blocks, memory_meter
from xenadmin_gui.gui.tree import describe, vm_table
from xenadmin_gui.gui.tree.row import Cells, Row


def server_blocks(snapshot: Snapshot, server: Server) -> tuple[Block, ...]:
    """Return the page of one machine."""
    tr = QCoreApplication.translate
    mine = tuple(f for f in snapshot.findings if _is_about(f.subject, server.name))
    calm = "" if server.is_up else _silence(server)
    blocks: list[Block] = [*blocks_in(findings_blocks(snapshot, mine, calm))]
    meters = tuple(m for m in (cpu_meter(server), memory_meter(server)) if m is not None)
    if meters and server.is_up:
        blocks.append(Meters(tr("Pages", "Load"), meters))
    if Role.HOST in server.roles:
        blocks.append(_vms(snapshot, server))
        blocks.append(_paths(snapshot, server))
    if Role.SAN in server.roles:
        blocks.append(_replicas(snapshot, server))
        blocks.append(_groups(snapshot, server))
    blocks.append(Facts(tr("Pages", "Machine"), _machine(snapshot, server)))
    if server.missing:
        facts = tuple(Fact(part, reason, Health.UNKNOWN) for part, reason in server.missing)
        blocks.append(Facts(tr("Pages", "Could not be read"), facts))
    return tuple(blocks)


def _is_about(key: Key, name: str) -> bool:
    return key.id == name and key.kind in (Kind.HOST, Kind.SAN_SERVER)


def _silence(server: Server) -> str:
    tr = QCoreApplication.translate
    since = wording.absolute_time(server.seen_at)
    text = tr("Pages", "{state}. The last full answer came {when}.")
    return text.format(state=sentences.server_sentence(server), when=since)


def _vms(snapshot: Snapshot, server: Server) -> Table:
    tr = QCoreApplication.translate
    return Table(
        tr("Pages", "VMs"),
        tuple(vm_table.headers()),
        vm_table.all_rows(snapshot.vms_on(server.name)),
        vm_table.NUMERIC,
        tr("Pages", "No VM runs here. Select one elsewhere and choose Migrate to bring it here."),
    )


def _paths(snapshot: Snapshot, server: Server) -> Table:
    """One row a storage network: portals, sessions, usable paths."""
    tr = QCoreApplication.translate
    sessions = [s for s in snapshot.san.sessions if s.host == server.name]
    paths: dict[str, list[bool]] = defaultdict(list)
    for multipath in snapshot.san.multipaths:
        if multipath.host == server.name:
            for path in multipath.paths:
                paths[path.network].append(path.is_usable)
    rows = []
    for network in sorted({s.network for s in sessions} | set(paths)):
        mine = [s for s in sessions if s.network == network]
        logged_in = sum(s.health is Health.OK for s in mine)
        facts = (
            network or wording.not_measured(),
            ", ".join(s.portal for s in mine) or "–",
            f"{logged_in} / {len(mine)}",
            f"{sum(paths[network])} / {len(paths[network])}",
            _path_health(paths[network], logged_in, len(mine)),
        )
        rows.append(Row(("network", network), None, facts, _describe_network))
    return Table(
        tr("Pages", "Paths to the SAN"),
        (
            tr("Pages", "Network"),
            tr("Pages", "Portal"),
            tr("Pages", "Sessions"),
            tr("Pages", "Usable paths"),
        ),
        tuple(rows),
        (2, 3),
        tr("Pages", "This host has no iSCSI session."),
    )


def _path_health(usable: list[bool], logged_in: int, sessions: int) -> Health:
    """Return how a host stands in a network: failed only where no path is left."""
    if all(usable) and logged_in == sessions:
        return Health.OK
    return Health.DEGRADED if any(usable) else Health.FAILED


def _describe_network(facts: tuple[str, str, str, str, Health]) -> Cells:
    return Cells(facts[4], facts[:4])


def _replicas(snapshot: Snapshot, server: Server) -> Table:
    tr = QCoreApplication.translate
    rows = [
        Row(replica.key, replica.key, (replica.name, side), describe_side)
        for replica in snapshot.san.replicas
        for side in replica.sides
        if side.server == server.name
    ]
    return Table(
        tr("Pages", "Replicas, as this server sees them"),
        (
            tr("Pages", "Replica"),
            tr("Pages", "Role"),
            tr("Pages", "Disk"),
            tr("Pages", "Connection"),
            tr("Pages", "Peer disk"),
        ),
        tuple(rows),
        (),
        tr("Pages", "No replica is known on this server."),
    )


def describe_side(facts: tuple[str, ReplicaSide]) -> Cells:
    """Return the cells of one side of a replica behind a name."""
    name, side = facts
    texts = (name, side.role, side.disk, side.connection or "–", side.peer_disk or "–")
    return Cells(side.health, texts)


def _groups(snapshot: Snapshot, server: Server) -> Table:
    tr = QCoreApplication.translate
    rows = [
        Row(g.key, g.key, g, describe.describe_volume_group_columns)
        for g in snapshot.san.groups
        if g.server == server.name
    ]
    return Table(
        tr("Pages", "Volume groups"),
        (tr("Pages", "Group"), tr("Pages", "Size GiB"), tr("Pages", "Free GiB")),
        tuple(rows),
        (1, 2),
        tr("Pages", "No volume group is known on this server."),
    )


def _machine(snapshot: Snapshot, server: Server) -> tuple[Fact, ...]:
    tr = QCoreApplication.translate
    node = snapshot.pacemaker.node(server.node_name)
    xen = server.hypervisor
    facts = [
        Fact(tr("Pages", "State"), sentences.server_sentence(server), server.health),
        Fact(tr("Pages", "Address"), server.address or "–", is_mono=True),
        Fact(tr("Pages", "Up for"), wording.duration(server.uptime_s)),
        Fact(tr("Pages", "System"), server.os or wording.not_measured()),
        Fact(
            tr("Pages", "Processors"), "–" if server.cpus is None else wording.number(server.cpus)
        ),
    ]
    if Role.HOST in server.roles:
        name = f"{xen.name.capitalize()} {xen.version}".strip()
        facts.append(Fact(tr("Pages", "Hypervisor"), name or wording.not_measured()))
        if xen.pv_live_migration is False:
            facts.append(
                Fact(
                    tr("Pages", "PV guests"),
                    tr("Pages", "cannot be migrated live: this Xen has no shadow paging"),
                )
            )
        facts.append(Fact(tr("Pages", "Bridges"), _bridges(server)))
    if node is not None:
        facts.append(Fact(tr("Pages", "In Pacemaker"), _node_sentence(node), node.health))
    if server.round_trip_s is not None:
        facts.append(Fact(tr("Pages", "Last answer took"), wording.duration(server.round_trip_s)))
    return tuple(facts)


def _bridges(server: Server) -> str:
    if server.bridges is None:
        return wording.not_measured()
    return ", ".join(bridge.name for bridge in server.bridges) or "–"


def _node_sentence(node: Node) -> str:
    tr = QCoreApplication.translate
    if node.unclean:
        return tr("Pages", "unclean: waits to be fenced")
    if not node.online:
        return tr("Pages", "offline")
    if node.standby:
        return tr("Pages", "standby: runs nothing")
    if node.maintenance:
        return tr("Pages", "in maintenance: left alone")
    if node.is_dc:
        return tr("Pages", "online, decides for the cluster")
    return tr("Pages", "online")
