"""The three views of the tree: which rows, under which rows, in which order. Pure."""

from __future__ import annotations

import operator
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Multipath, Replica, San, Session
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState, worst
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.pieces import Steps
from xenadmin_gui.gui.scale import FEW_VMS
from xenadmin_gui.gui.templates import words
from xenadmin_gui.gui.tree import describe
from xenadmin_gui.gui.tree.filter import Filter
from xenadmin_gui.gui.tree.notes import host_note
from xenadmin_gui.gui.tree.row import Cells, Row, RowId

T = TypeVar("T")


class Keyed(Protocol):
    """An object of a snapshot."""

    @property
    def key(self) -> Key: ...


class Named(Keyed, Protocol):
    """An object that people call by a name of its own."""

    @property
    def name(self) -> str: ...


K = TypeVar("K", bound=Keyed)

_DIGITS = re.compile(r"(\d+)")
#: Objects that one step looks at, and hosts whose paths it does.
_A_STEP = 250


@lru_cache(maxsize=50_000)
def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """Return a sort key under which vm2 comes before vm10, case ignored."""
    parts = _DIGITS.split(text.lower())
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)


class RowCache:
    """What stays the same between two snapshots: rows of unchanged objects, groups of such rows,
    and the order of the VMs by name.
    """

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}
        self._names: dict[str, str] = {}
        self._ranks: dict[str, int] = {}
        self._leaves: dict[int, Row] = {}
        self._former: dict[int, Row] = {}
        self._groups: dict[RowId, Row] = {}

    def vm(self, vm: Vm, make: Callable[[Vm], Row]) -> Row:
        """Return the row of a VM: the former one when it is the very same object."""
        row = self._rows.get(vm.uuid)
        if row is None or row.facts is not vm:
            row = self._rows[vm.uuid] = make(vm)
        return row

    def turn_over(self) -> None:
        """Begin a view; leaves that it does not have are forgotten with the next one."""
        self._former, self._leaves = self._leaves, {}

    def leaf(self, item: Keyed, describe: Callable[..., Cells]) -> Row:
        """Return the row of an object without others below it: the former one of the same object.

        It is looked for by the object's address, which no other has while the row holds it.
        """
        number = id(item)
        row = self._leaves.get(number) or self._former.get(number)
        if row is None or row.facts is not item:
            row = Row(item.key, item.key, item, describe)
        self._leaves[number] = row
        return row

    def group(self, row: Row) -> Row:
        """Return ``row``, or the former one that says the same above the very same rows."""
        old = self.former_group(row.id, row.children)
        if old is not None and (old.facts, old.is_open) == (row.facts, row.is_open):
            return old
        self._groups[row.id] = row
        return row

    def former_group(self, row_id: RowId, children: Sequence[Row]) -> Row | None:
        """Return the group of the last time if it has the very ``children``."""
        old = self._groups.get(row_id)
        return old if old is not None and has_same_below(old, children) else None

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


def has_same_below(row: Row, children: Sequence[Row]) -> bool:
    """Whether the rows below ``row`` are the very ``children``."""
    below = row.children
    return len(below) == len(children) and all(map(operator.is_, below, children))


def vm_row(vm: Vm, cache: RowCache) -> Row:
    """Return the row of a VM in a view of one column."""
    return cache.vm(vm, lambda vm: Row(vm.uuid, vm.key, vm, describe.describe_vm))


def cluster_view(snapshot: Snapshot, wanted: Filter, cache: RowCache) -> Steps[list[Row]]:
    """Cluster → hosts with their VMs → VMs that are off → SAN."""
    cache.turn_over()
    cache.learn(snapshot.vms.values())
    yield
    by_host: dict[str | None, list[Vm]] = defaultdict(list)
    for vm in (yield from matching(snapshot.vms.values(), wanted)):
        on_host = vm.host if vm.state is not VmState.OFF else None
        by_host[on_host if on_host in snapshot.servers else None].append(vm)
    # With more VMs in sight the machines come closed: nobody reads so far, and it costs.
    is_open = sum(map(len, by_host.values())) <= FEW_VMS
    yield
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
    yield
    san = yield from _san_group(snapshot, wanted, cache)
    found = [cache.group(row) for row in children if row is not None] + ([san] if san else [])
    if wanted and not found:
        return []
    key = Key(Kind.CLUSTER, snapshot.cluster)
    health = cluster_health(snapshot)
    return [cache.group(_group(key, snapshot.cluster, "", health, found, key=key))]


def matching(subjects: Collection[T], wanted: Filter) -> Steps[Collection[T]]:
    """Return the objects that the filter lets through, some looked at with every step."""
    if not wanted:
        return subjects
    found: list[T] = []
    for number, subject in enumerate(subjects, 1):
        if wanted.matches(subject):
            found.append(subject)
        if not number % _A_STEP:
            yield
    return found


class _Latest:
    """The states last counted, and of what: tree, title and pages ask in turn."""

    replicas: tuple[Replica, ...] = ()
    counts: Counter[Health] = Counter()


def replica_states(san: San) -> Counter[Health]:
    """Return how many replicas are in each state."""
    if _Latest.replicas is not san.replicas:
        _Latest.counts = Counter(replica.health for replica in san.replicas)
        _Latest.replicas = san.replicas
    return _Latest.counts


def cluster_health(snapshot: Snapshot) -> Health:
    """Return the health of the whole: the worst of machines, findings and replicas."""
    parts = {server.health for server in snapshot.servers.values()}
    parts |= {finding.health for finding in snapshot.findings}
    parts |= replica_states(snapshot.san).keys()
    return worst([part for part in parts if part is not Health.OFF])


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


def _san_group(snapshot: Snapshot, wanted: Filter, cache: RowCache) -> Steps[Row | None]:
    """Servers and replicas; the rest of the SAN has a view of its own."""
    servers = [_server_row(snapshot, s, wanted, [], "san") for s in snapshot.san_servers]
    found = yield from matching(snapshot.san.replicas, wanted)
    replicas = yield from _leaves(found, describe.describe_replica, cache, _by_name)
    children = [row for row in servers if row is not None] + replicas
    if not children:
        return None
    parts = [*(s.health for s in snapshot.san_servers), *replica_states(snapshot.san)]
    active = ", ".join(snapshot.san.servers_on_duty)
    name = QCoreApplication.translate("Tree", "SAN")
    return cache.group(_group(("group", "san"), name, active, worst(parts), children))


def san_view(snapshot: Snapshot, wanted: Filter, cache: RowCache) -> Steps[list[Row]]:
    """Servers, replicas, volumes, LUNs, cluster IPs, sessions and multipath by host."""
    cache.turn_over()
    san = snapshot.san
    tr = QCoreApplication.translate
    servers = [_server_row(snapshot, s, wanted, []) for s in snapshot.san_servers]
    replicas = yield from _leaves(san.replicas, describe.describe_replica, cache)
    volumes = yield from _volume_groups(snapshot, cache)
    targets = yield from _targets(snapshot, cache)
    ips = yield from _leaves(san.cluster_ips, describe.describe_cluster_ip, cache)
    paths = yield from _paths(snapshot, cache)
    groups = [
        ("servers", tr("Tree", "Servers"), [row for row in servers if row is not None]),
        ("replicas", tr("Tree", "Replicas"), replicas),
        ("volumes", tr("Tree", "Volume groups"), volumes),
        ("targets", tr("Tree", "Targets"), targets),
        ("templates", tr("Tree", "Templates"), words.leaves_of(snapshot)),
        ("ips", tr("Tree", "Cluster IPs"), ips),
        ("paths", tr("Tree", "Paths of the hosts"), paths),
    ]
    shown: list[Row] = []
    for group_id, name, rows in groups:
        kept = (yield from _keep(rows, wanted)) if group_id != "servers" else rows
        if kept:
            is_open = group_id not in ("paths", "volumes") or bool(wanted)
            row_id = ("group", group_id)
            row = _group(row_id, name, str(len(kept)), None, kept, is_open=is_open)
            shown.append(cache.group(row))
    return shown


def _by_name(item: Named) -> object:
    return natural(item.name)


def _leaves(
    items: Iterable[K],
    make: Callable[..., Cells],
    cache: RowCache,
    order: Callable[[K], Any] | None = None,
) -> Steps[list[Row]]:
    """Return a row an object, some with every step."""
    rows: list[Row] = []
    for number, item in enumerate(sorted(items, key=order) if order else items, 1):
        rows.append(cache.leaf(item, make))
        if not number % (2 * _A_STEP):
            yield
    return rows


def _volume_groups(snapshot: Snapshot, cache: RowCache) -> Steps[list[Row]]:
    """A group that both servers have is shown once, with its volumes below it."""
    volumes: dict[str, list[Row]] = defaultdict(list)
    found = yield from _leaves(snapshot.san.volumes, describe.describe_volume, cache, _by_name)
    for row in found:
        volumes[row.facts.group].append(row)
    rows: list[Row] = []
    names: set[str] = set()
    for group in snapshot.san.groups:
        below = tuple(volumes[group.name]) if group.name not in names else ()
        names.add(group.name)
        row = Row(group.key, group.key, group, describe.describe_volume_group, below)
        rows.append(cache.group(row))
    return rows


def _targets(snapshot: Snapshot, cache: RowCache) -> Steps[list[Row]]:
    luns: dict[str, list[Row]] = defaultdict(list)
    by_number = operator.attrgetter("number")
    for row in (yield from _leaves(snapshot.san.luns, describe.describe_lun, cache, by_number)):
        luns[row.facts.target].append(row)
    rows = []
    for target, below in sorted(luns.items()):
        key = Key(Kind.TARGET, target)
        health = worst([Health.OK if row.facts.server else Health.FAILED for row in below])
        rows.append(cache.group(_group(key, target, "", health, below, key=key)))
    return rows


def _paths(snapshot: Snapshot, cache: RowCache) -> Steps[list[Row]]:
    """Hosts with their sessions and maps: thousands, which seldom change."""
    parts: dict[str, list[Session | Multipath]] = defaultdict(list)
    for session in snapshot.san.sessions:
        parts[session.host].append(session)
    for multipath in snapshot.san.multipaths:
        parts[multipath.host].append(multipath)
    yield
    rows: list[Row] = []
    for server in snapshot.hosts:
        below = [
            cache.leaf(
                part,
                describe.describe_session
                if isinstance(part, Session)
                else describe.describe_multipath,
            )
            for part in parts[server.name]
        ]
        row_id = ("paths", server.name)
        row = cache.former_group(row_id, below)
        if row is None:
            health = worst([part.health for part in parts[server.name]])
            key = server.key
            made = _group(row_id, server.name, "", health, below, key=key, is_open=False)
            row = cache.group(made)
        rows.append(row)
        if len(below) > _A_STEP or not len(rows) % 8:
            yield
    return rows


def _keep(rows: Sequence[Row], wanted: Filter) -> Steps[Sequence[Row]]:
    """Return rows that match, and rows with a row below them that matches."""
    if not wanted:
        return rows
    kept = []
    looked_at = 0
    for row in rows:
        below: Sequence[Row] = ()
        if row.children:
            below = yield from _keep(row.children, wanted)
        looked_at += 1 + len(row.children)
        if looked_at >= _A_STEP:
            looked_at = 0
            yield
        if not row.children and wanted.matches(row.facts):
            kept.append(row)
        elif below or (row.children and wanted.matches(row.facts)):
            kept.append(replace(row, children=tuple(below) or row.children, is_open=True))
    return kept


def rows_above(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that have rows below them, from top to bottom."""
    for row in rows:
        if row.children:
            yield row
            yield from rows_above(row.children)
