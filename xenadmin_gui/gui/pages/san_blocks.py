"""The SAN page: what was found, what is wrong, and every part of it with both servers' words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Replica, ReplicaSide, Session, Target, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, worst
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages.blocks import Blocks, Fact, Facts, Meter, Meters, Table
from xenadmin_gui.gui.pages.cluster_overview import findings_blocks
from xenadmin_gui.gui.pages.san_comparisons import comparisons
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.san.scene.above import session_word
from xenadmin_gui.gui.tree.approach import ROWS_A_STEP
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.tree.views import natural
from xenadmin_gui.operations.san.kind import kind_sentence
from xenadmin_gui.operations.san.layout import san_layout

_OF_HOSTS = frozenset({"path-lost", "path-missing", "not-logged-in", "no-queueing"})


def san_blocks(snapshot: Snapshot) -> Blocks:
    """Yield the page of the SAN as a whole; lines are made in one turn, shown in another."""
    tr = QCoreApplication.translate
    mine = [f for f in snapshot.findings if f.is_of_san]
    calm = tr("San", "Nothing: all servers and hosts agree.") if snapshot.san.luns else ""
    yield None
    yield from findings_blocks(snapshot, mine, calm)
    yield Facts(tr("San", "What was found"), _found(snapshot))
    tables: tuple[Callable[[Snapshot], Table], ...] = (
        _replicas,
        partial(_volumes, title=tr("San", "Volumes"), is_bin=False),
        partial(_volumes, title=tr("San", "Recycle bin"), is_bin=True),
        _targets,
        _luns,
        _sessions,
    )
    for make in tables:
        yield None
        table = make(snapshot)
        yield None
        yield table
        if make is _replicas:
            yield from comparisons(snapshot)
            yield Meters(tr("San", "Volume groups"), _groups(snapshot))
    yield from _multipaths(snapshot)


def mirror_words(snapshot: Snapshot) -> str:
    """Say what mirrors the volumes."""
    tr = QCoreApplication.translate
    san = snapshot.san
    if any(group.replica for group in san.groups):
        return tr("San", "volumes over a replica")
    if san.replicas:
        return tr("San", "a replica over each volume")
    return tr("San", "volumes without a mirror")


def _found(snapshot: Snapshot) -> tuple[Fact, ...]:
    tr = QCoreApplication.translate
    san = snapshot.san
    active = san.active_server
    nobody = tr("San", "nobody")
    layout = san_layout(snapshot)
    facts = [
        Fact(tr("San", "Kind of SAN"), phrase(kind_sentence(layout)).rstrip(".")),
        Fact(tr("San", "Mirror"), mirror_words(snapshot)),
        Fact(tr("San", "DRBD"), san.drbd_version or "–"),
        Fact(
            tr("San", "Serves the LUNs"),
            wording.listing(list(san.servers_on_duty)) or nobody,
            None if active else Health.FAILED,
            key=Key(Kind.SAN_SERVER, active) if active else None,
        ),
    ]
    if layout.group:
        target = snapshot.pacemaker.resource(layout.target)
        nodes = () if target is None else target.nodes
        text = tr("San", "{group} on {node}")
        where = text.format(group=layout.group, node=wording.listing(list(nodes)) or nobody)
        facts.append(Fact(tr("San", "Resource group"), where, None if nodes else Health.FAILED))
    for ip in san.cluster_ips:
        text = tr("San", "{address} held by {server}")
        label = tr("San", "Cluster IP {network}").format(network=ip.network).strip()
        held = text.format(address=ip.address, server=ip.holder or nobody)
        facts.append(Fact(label, held, None if ip.holder else Health.FAILED, key=ip.key))
    for replica in san.replicas:
        if replica.disagreement:
            label = tr("San", "The servers disagree")
            text = phrase(replica.disagreement)
            facts.append(Fact(label, text, Health.FAILED, key=replica.key))
    return tuple(facts)


def _replicas(snapshot: Snapshot) -> Table:
    """Two lines a replica: what each side says."""
    tr = QCoreApplication.translate
    rows = [
        Row(("side", replica.name, side.server), replica.key, (replica, side), _describe_side)
        for replica in sorted(snapshot.san.replicas, key=lambda r: natural(r.name))
        for side in replica.sides
    ]
    heads = (
        tr("San", "Replica"),
        tr("San", "Side"),
        tr("San", "Connection"),
        tr("San", "Disk"),
        tr("San", "Role"),
        tr("San", "Quorum"),
        tr("San", "Resync"),
        tr("San", "Out of sync"),
    )
    empty = tr("San", "The SAN mirrors nothing.")
    return Table(tr("San", "Replicas, as each side says"), heads, tuple(rows), (7,), empty)


def resync_text(side: ReplicaSide) -> str:
    """Return percent, rate and time left of a resync; a dash when none runs."""
    if side.sync_percent is None:
        return "–"
    parts = [wording.percent(side.sync_percent)]
    if side.rate_bytes_s is not None:
        parts.append(f"{wording.size(side.rate_bytes_s)}/s")
    if side.left_s is not None:
        left = QCoreApplication.translate("San", "{time} left")
        parts.append(left.format(time=wording.duration(side.left_s)))
    return ", ".join(parts)


def _describe_side(facts: tuple[Replica, ReplicaSide]) -> Cells:
    replica, side = facts
    tr = QCoreApplication.translate
    quorum = {True: tr("San", "yes"), False: tr("San", "no"), None: "–"}[side.quorum]
    down = tr("San", "DRBD is down")
    texts = (
        replica.name,
        side.server,
        (side.connection or "–") if side.is_up else down,
        side.disk or "–",
        side.role or "–",
        quorum,
        resync_text(side),
        wording.size(side.out_of_sync_bytes) if side.out_of_sync_bytes is not None else "–",
    )
    return Cells(side.health, texts, tip="\n".join(phrase(text) for text in side.meaning if text))


def _groups(snapshot: Snapshot) -> tuple[Meter, ...]:
    tr = QCoreApplication.translate
    meters = []
    for group in snapshot.san.groups:
        used = group.size_bytes - group.free_bytes
        share = used / group.size_bytes if group.size_bytes else 0.0
        text = tr("San", "{used} of {size}, {free} free").format(
            used=wording.size(used),
            size=wording.size(group.size_bytes),
            free=wording.size(group.free_bytes),
        )
        full = Health.DEGRADED if share > 0.9 else Health.OK
        name = tr("San", "{group} on {server}").format(group=group.name, server=group.server)
        meters.append(Meter(name, share, text, worst([group.health, full])))
    return tuple(meters)


def _volumes(snapshot: Snapshot, *, title: str, is_bin: bool) -> Table:
    tr = QCoreApplication.translate
    volumes = [v for v in snapshot.san.volumes if (v.deleted_at is not None) == is_bin]
    rows = tuple(
        Row(v.key, v.key, (v, _users(snapshot, v)), _describe_volume)
        for v in sorted(volumes, key=lambda v: natural(v.name))
    )
    heads = (
        tr("San", "Volume"),
        tr("San", "GiB"),
        tr("San", "Deleted") if is_bin else tr("San", "Used by"),
        tr("San", "On"),
        tr("San", "Snapshot of"),
        tr("San", "Snapshot full"),
        tr("San", "Tags"),
    )
    empty = tr("San", "The recycle bin is empty.") if is_bin else tr("San", "There is no volume.")
    return Table(title, heads, rows, (1, 5), empty)


def _users(snapshot: Snapshot, volume: Volume) -> str:
    names = [snapshot.vms[uuid].name for uuid in volume.used_by if uuid in snapshot.vms]
    return wording.listing(names)


def _describe_volume(facts: tuple[Volume, str]) -> Cells:
    volume, users = facts
    deleted = volume.deleted_at
    percent = volume.snapshot_percent
    texts = (
        volume.former_name,
        wording.gib(volume.size_bytes),
        _used_by(volume, users) if deleted is None else wording.absolute_time(deleted),
        wording.listing(list(volume.servers)),
        volume.snapshot_of or "–",
        wording.percent(percent) if percent is not None else "–",
        ", ".join(volume.tags) or "–",
    )
    sizes = [f"{copy.server}: {wording.size(copy.size_bytes)}" for copy in volume.copies]
    return Cells(volume.health, texts, tip="\n".join([f"{volume.group}/{volume.name}", *sizes]))


def _used_by(volume: Volume, users: str) -> str:
    return (users or "–") if volume.work is None else sentences.work_words(volume.work)


def _targets(snapshot: Snapshot) -> Table:
    tr = QCoreApplication.translate
    rows = tuple(Row(t.key, t.key, t, _describe_target) for t in snapshot.san.targets)
    heads = (
        tr("San", "Target"),
        tr("San", "Offered by"),
        tr("San", "Portals"),
        tr("San", "Initiators"),
    )
    return Table(tr("San", "Targets"), heads, rows, (3,), tr("San", "No target is known."))


def _describe_target(target: Target) -> Cells:
    nobody = QCoreApplication.translate("San", "nobody")
    count = str(len(target.initiators))
    texts = (target.iqn, target.server or nobody, _portals(target) or "–", count)
    return Cells(target.health, texts, tip="\n".join(target.initiators))


def _portals(target: Target) -> str:
    """Where it listens; by portal group when it has several."""
    if len(target.groups) < 2:
        return ", ".join(target.portals)
    return "; ".join(f"tpg{group.tag}: {', '.join(group.portals)}" for group in target.groups)


def _luns(snapshot: Snapshot) -> Table:
    tr = QCoreApplication.translate
    by_lun = {v.lun: v for v in snapshot.san.volumes if v.lun}
    rows = tuple(
        Row(lun.key, lun.key, (lun, by_lun.get(lun.wwid)), _describe_lun)
        for lun in sorted(snapshot.san.luns, key=lambda lun: lun.number)
    )
    heads = (
        tr("San", "LUN"),
        tr("San", "WWID"),
        tr("San", "Serial"),
        tr("San", "Volume"),
        tr("San", "GiB"),
        tr("San", "Offered by"),
    )
    return Table(tr("San", "LUNs"), heads, rows, (4,), tr("San", "No LUN is offered."))


def _describe_lun(facts: tuple[Lun, Volume | None]) -> Cells:
    lun, volume = facts
    tr = QCoreApplication.translate
    texts = (
        tr("San", "LUN {number}").format(number=lun.number),
        lun.wwid,
        lun.serial or "–",
        f"{volume.group}/{volume.name}" if volume else lun.device or "–",
        wording.gib(lun.size_bytes),
        lun.server or tr("San", "nobody"),
    )
    return Cells(lun.health, texts, tip=lun.target)


def _sessions(snapshot: Snapshot) -> Table:
    """A small matrix: a line a host, a column a storage network."""
    tr = QCoreApplication.translate
    networks = tuple(sorted({s.network for s in snapshot.san.sessions}))
    by_place: dict[tuple[str, str], list[Session]] = {}
    for session in snapshot.san.sessions:
        by_place.setdefault((session.host, session.network), []).append(session)
    rows = []
    for host in snapshot.hosts:
        mine = [by_place.get((host.name, network), []) for network in networks]
        healths = [worst([s.health for s in found]) if found else Health.FAILED for found in mine]
        words = tuple(_sessions_word(found) for found in mine)
        facts = (host, words, worst(healths) if networks else Health.UNKNOWN)
        rows.append(Row(("sessions", host.name), host.key, facts, _describe_sessions))
    heads = (tr("San", "Host"), *networks)
    return Table(tr("San", "Sessions"), heads, tuple(rows), (), tr("San", "No host is known."))


def _sessions_word(sessions: list[Session]) -> str:
    """One word where all fare alike, as to several targets over one network."""
    counts = Counter([session_word(session) for session in sessions] or [session_word(None)])
    return ", ".join(word if count == 1 else f"{count} × {word}" for word, count in counts.items())


def _describe_sessions(facts: tuple[Server, tuple[str, ...], Health]) -> Cells:
    host, words, health = facts
    return Cells(health, (host.name, *words))


def _multipaths(snapshot: Snapshot) -> Blocks:
    tr = QCoreApplication.translate
    numbers = {lun.wwid: lun.number for lun in snapshot.san.luns}
    by_host: dict[str, list[Multipath]] = defaultdict(list)
    for device in snapshot.san.multipaths:
        by_host[device.host].append(device)
    rows: list[Row] = []
    looked_at = 0
    for _, devices in sorted(by_host.items()):
        devices.sort(key=lambda m: numbers.get(m.wwid, 0))
        rows += [Row(m.key, m.key, (m, numbers.get(m.wwid)), _describe_multipath) for m in devices]
        if len(rows) - looked_at >= ROWS_A_STEP:
            looked_at = len(rows)
            yield None
    heads = (
        tr("San", "Host"),
        tr("San", "LUN"),
        tr("San", "Paths"),
        tr("San", "By network, with priority"),
        tr("San", "Without any path, I/O"),
    )
    empty = tr("San", "No host has a multipath device.")
    title = tr("San", "Multipath by host and LUN")
    yield Table(title, heads, tuple(rows), (), empty)


def _describe_multipath(facts: tuple[Multipath, int | None]) -> Cells:
    device, number = facts
    tr = QCoreApplication.translate
    lun = tr("San", "LUN {number}").format(number=number) if number is not None else "–"
    paths = ", ".join(f"{p.network or '–'} {p.device} {p.state} {p.priority}" for p in device.paths)
    queues = {True: tr("San", "waits"), False: tr("San", "fails"), None: "–"}[device.queues]
    texts = (device.host, lun, sentences.multipath_sentence(device), paths, queues)
    meanings = [
        f"{p.device} {p.state}: {phrase(p.meaning[0])} {phrase(p.meaning[1])}".rstrip()
        for p in device.paths
        if p.state != "ready"
    ]
    return Cells(device.health, texts, tip="\n".join([device.wwid, *meanings]))
