"""The three views of the tree: which rows, under which rows, in which order. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Multipath, San, Session
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState, worst
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.scale import FEW_VMS
from xenadmin_gui.gui.templates import words
from xenadmin_gui.gui.tree import describe
from xenadmin_gui.gui.tree.filter import Filter
from xenadmin_gui.gui.tree.notes import host_note
from xenadmin_gui.gui.tree.row import Row, RowId

_DIGITS = re.compile(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """Return a sort key under which vm2 comes before vm10, case ignored."""
    parts = _DIGITS.split(text.lower())
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)


class RowCache:
    """What stays the same between two snapshots: rows of unchanged VMs, and their order by name."""

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}
        self._names: dict[str, str] = {}
        self._ranks: dict[str, int] = {}
        self._paths: tuple[object, list[Row]] = (None, [])

    def vm(self, vm: Vm, make: Callable[[Vm], Row]) -> Row:
        """Return the row of a VM: the former one when it is the very same object."""
        row = self._rows.get(vm.uuid)
        if row is None or row.facts is not vm:
            row = self._rows[vm.uuid] = make(vm)
        return row

    def paths(self, parts: object, make: Callable[[], list[Row]]) -> list[Row]:
        """Return the rows of the hosts' paths: the former ones when ``parts`` are the same."""
        if self._paths[0] != parts:
            self._paths = (parts, make())
        return self._paths[1]

    def learn(self, vms: Iterable[Vm]) -> None:
        """Take in names that are new, so that ``by_name`` need only compare numbers."""
        news = {vm.uuid: vm.name for vm in vms if self._names.get(vm.uuid) != vm.name}
        if news:
            self._names.update(news)
            order = sorted(self._names.items(), key=lambda item: (natural(item[1]), item[0]))
            self._ranks = {uuid: rank for rank, (uuid, _) in enumerate(order)}

    def by_name(self, vms: Iterable[Vm]) -> list[Vm]:
        """Sort VMs that were learnt by name, vm2 before vm10."""
        ranks = self._ranks
        return sorted(vms, key=lambda vm: ranks[vm.uuid])


def vm_row(vm: Vm, cache: RowCache) -> Row:
    """Return the row of a VM in a view of one column."""
    return cache.vm(vm, lambda vm: Row(vm.uuid, vm.key, vm, describe.describe_vm))


def cluster_view(snapshot: Snapshot, wanted: Filter, cache: RowCache) -> list[Row]:
    """Cluster → hosts with their VMs → VMs that are off → SAN."""
    cache.learn(snapshot.vms.values())
    by_host: dict[str | None, list[Vm]] = defaultdict(list)
    for vm in snapshot.vms.values():
        on_host = vm.host if vm.state is not VmState.OFF else None
        by_host[on_host if on_host in snapshot.servers else None].append(vm)
    if wanted:
        by_host = {host: _matching(vms, wanted) for host, vms in by_host.items()}
    # With more VMs in sight the machines come closed: nobody reads so far, and it costs.
    is_open = sum(map(len, by_host.values())) <= FEW_VMS
    children = [
        _server_row(
            snapshot,
            host,
            wanted,
            [vm_row(vm, cache) for vm in cache.by_name(by_host.get(host.name, ()))],
            is_open=is_open,
        )
        for host in snapshot.hosts
    ]
    off = [vm_row(vm, cache) for vm in cache.by_name(by_host.get(None, ()))]
    if off:
        name = QCoreApplication.translate("Tree", "Not running")
        children.append(_group(("group", "off"), name, str(len(off)), None, off, is_open=False))
    san = _san_group(snapshot, wanted)
    found = [row for row in children if row is not None] + ([san] if san else [])
    if wanted and not found:
        return []
    key = Key(Kind.CLUSTER, snapshot.cluster)
    health = cluster_health(snapshot)
    return [_group(key, snapshot.cluster, "", health, found, key=key)]


def cluster_health(snapshot: Snapshot) -> Health:
    """Return the health of the whole: the worst of machines, findings and replicas."""
    parts = [server.health for server in snapshot.servers.values()]
    parts += [finding.health for finding in snapshot.findings]
    parts += [replica.health for replica in snapshot.san.replicas]
    return worst([part for part in parts if part is not Health.OFF])


def _matching(vms: list[Vm], wanted: Filter) -> list[Vm]:
    return [vm for vm in vms if wanted.matches(vm)]


def _server_row(
    snapshot: Snapshot,
    server: Server,
    wanted: Filter,
    children: list[Row],
    prefix: str = "",
    *,
    is_open: bool = True,
) -> Row | None:
    if wanted and not children and not wanted.matches(server):
        return None
    note, health = host_note(snapshot, server.name)
    row_id: RowId = (prefix, server.key) if prefix else server.key
    return Row(
        row_id,
        server.key,
        (server, note, health),
        describe.describe_server,
        tuple(children),
        is_open=is_open,
    )


def _group(
    row_id: RowId,
    name: str,
    note: str,
    health: Health | None,
    children: Sequence[Row],
    *,
    key: Key | None = None,
    is_open: bool = True,
) -> Row:
    facts = (name, note, health)
    return Row(row_id, key, facts, describe.describe_group, tuple(children), is_open=is_open)


def _san_group(snapshot: Snapshot, wanted: Filter) -> Row | None:
    """Servers and replicas; the rest of the SAN has a view of its own."""
    servers = [_server_row(snapshot, s, wanted, [], "san") for s in snapshot.san_servers]
    replicas = [
        Row(r.key, r.key, r, describe.describe_replica)
        for r in sorted(snapshot.san.replicas, key=lambda r: natural(r.name))
        if not wanted or wanted.matches(r)
    ]
    children = [row for row in servers if row is not None] + replicas
    if not children:
        return None
    parts = [s.health for s in snapshot.san_servers] + [r.health for r in snapshot.san.replicas]
    active = ", ".join(snapshot.san.servers_on_duty)
    name = QCoreApplication.translate("Tree", "SAN")
    return _group(("group", "san"), name, active, worst(parts), children)


def san_view(snapshot: Snapshot, wanted: Filter, cache: RowCache) -> list[Row]:
    """Servers, replicas, volumes, LUNs, cluster IPs, sessions and multipath by host."""
    san = snapshot.san
    tr = QCoreApplication.translate
    servers = [_server_row(snapshot, s, wanted, []) for s in snapshot.san_servers]
    groups = [
        ("servers", tr("Tree", "Servers"), [row for row in servers if row is not None]),
        ("replicas", tr("Tree", "Replicas"), _leaves(san.replicas, describe.describe_replica)),
        ("volumes", tr("Tree", "Volume groups"), _volume_groups(snapshot)),
        ("targets", tr("Tree", "Targets"), _targets(snapshot)),
        ("templates", tr("Tree", "Templates"), words.leaves_of(snapshot)),
        ("ips", tr("Tree", "Cluster IPs"), _leaves(san.cluster_ips, describe.describe_cluster_ip)),
        ("paths", tr("Tree", "Paths of the hosts"), _paths(snapshot, cache)),
    ]
    shown: list[Row] = []
    for group_id, name, rows in groups:
        kept = _keep(rows, wanted) if group_id != "servers" else rows
        if kept:
            is_open = group_id not in ("paths", "volumes") or bool(wanted)
            row_id = ("group", group_id)
            shown.append(_group(row_id, name, str(len(kept)), None, kept, is_open=is_open))
    return shown


def _leaves(items: Iterable[object], make: Callable[..., object]) -> list[Row]:
    return [Row(i.key, i.key, i, make) for i in items]  # type: ignore[attr-defined,arg-type]


def _volume_groups(snapshot: Snapshot) -> list[Row]:
    """A group that both servers have is shown once, with its volumes below it."""
    volumes: dict[str, list[Row]] = defaultdict(list)
    for volume in sorted(snapshot.san.volumes, key=lambda v: natural(v.name)):
        row = Row(volume.key, volume.key, volume, describe.describe_volume)
        volumes[volume.group].append(row)
    rows: list[Row] = []
    names: set[str] = set()
    for group in snapshot.san.groups:
        below = tuple(volumes[group.name]) if group.name not in names else ()
        names.add(group.name)
        rows.append(Row(group.key, group.key, group, describe.describe_volume_group, below))
    return rows


def _targets(snapshot: Snapshot) -> list[Row]:
    luns: dict[str, list[Row]] = defaultdict(list)
    healths: dict[str, list[Health]] = defaultdict(list)
    for lun in sorted(snapshot.san.luns, key=lambda lun: lun.number):
        luns[lun.target].append(Row(lun.key, lun.key, lun, describe.describe_lun))
        healths[lun.target].append(Health.OK if lun.server else Health.FAILED)
    return [
        _group(
            (key := Key(Kind.TARGET, target)),
            target,
            "",
            worst(healths[target]),
            rows,
            key=key,
        )
        for target, rows in sorted(luns.items())
    ]


def _paths(snapshot: Snapshot, cache: RowCache) -> list[Row]:
    """Hosts with their sessions and maps: thousands, which seldom change."""
    san = snapshot.san
    hosts = tuple(s.key for s in snapshot.servers.values() if Role.HOST in s.roles)
    parts = (hosts, san.sessions, san.multipaths)
    return cache.paths(parts, lambda: _path_rows(hosts, san))


def _path_rows(hosts: Iterable[Key], san: San) -> list[Row]:
    sessions: dict[str, list[Session]] = defaultdict(list)
    multipaths: dict[str, list[Multipath]] = defaultdict(list)
    for session in san.sessions:
        sessions[session.host].append(session)
    for multipath in san.multipaths:
        multipaths[multipath.host].append(multipath)
    rows = []
    for key in hosts:
        mine, maps = sessions[key.id], multipaths[key.id]
        below = _leaves(mine, describe.describe_session)
        below += _leaves(maps, describe.describe_multipath)
        health = worst([part.health for part in mine] + [part.health for part in maps])
        rows.append(_group(("paths", key.id), key.id, "", health, below, key=key, is_open=False))
    return rows


def _keep(rows: list[Row], wanted: Filter) -> list[Row]:
    """Return rows that match, and rows with a row below them that matches."""
    if not wanted:
        return rows
    kept = []
    for row in rows:
        below = _keep(list(row.children), wanted)
        if below or wanted.matches(row.facts):
            children = tuple(below) or row.children
            kept.append(Row(row.id, row.key, row.facts, row.describe, children, is_open=True))
    return kept


def rows_above(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that have rows below them, from top to bottom."""
    for row in rows:
        if row.children:
            yield row
            yield from rows_above(row.children)
