"""The pages of what the SAN consists of: replicas, volumes, LUNs, sessions, paths, addresses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import (
    ClusterIp,
    Lun,
    Multipath,
    Path,
    Replica,
    Session,
    Volume,
    VolumeGroup,
)
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.blocks import Block, Fact, Facts, Meter, Meters, Table
from xenadmin_gui.gui.pages.san_blocks import resync_text
from xenadmin_gui.gui.pages.san_comparisons import comparison_facts
from xenadmin_gui.gui.pages.server_overview import describe_side
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.tree import describe, vm_table
from xenadmin_gui.gui.tree.row import Cells, Row


def replica_blocks(snapshot: Snapshot, replica: Replica) -> tuple[Block, ...]:
    """Return the page of a replica: both sides beside one another, and what hangs on it."""
    tr = QCoreApplication.translate
    devices = {side.device for side in replica.sides if side.device}
    luns = [lun for lun in snapshot.san.luns if lun.device in devices]
    wwids = {lun.wwid for lun in luns}
    facts = [
        Fact(tr("Pages", "State"), sentences.replica_sentence(replica), replica.health),
        Fact(tr("Pages", "Primary on"), replica.primary or "–", key=_server(replica.primary)),
        Fact(tr("Pages", "Device"), ", ".join(sorted(devices)) or "–", is_mono=True),
        Fact(tr("Pages", "Size"), _size([s.size_bytes for s in replica.sides])),
        Fact(tr("Pages", "Out of sync"), _size([s.out_of_sync_bytes for s in replica.sides])),
    ]
    facts += comparison_facts(replica)
    if replica.unasked:
        unasked = wording.listing(list(replica.unasked))
        facts.append(Fact(tr("Pages", "Cannot be asked"), unasked, Health.UNKNOWN))
    blocks: list[Block] = [Facts(tr("Pages", "State"), tuple(facts))]
    percents = [s.sync_percent for s in replica.sides if s.sync_percent is not None]
    if percents:
        done = min(percents)
        filled = next(s for s in replica.sides if s.sync_percent == done)
        meter = Meter(tr("Pages", "Synchronised"), done / 100, resync_text(filled), Health.WORKING)
        blocks.append(Meters(tr("Pages", "Progress"), (meter,)))
    sides = [
        Row(("side", s.server), _server(s.server), (s.server, s), describe_side)
        for s in replica.sides
    ]
    heads = (
        tr("Pages", "Server"),
        tr("Pages", "Role"),
        tr("Pages", "Disk"),
        tr("Pages", "Connection"),
        tr("Pages", "Peer disk"),
    )
    blocks.append(Table(tr("Pages", "As each side says"), heads, tuple(sides)))
    blocks.append(Facts(tr("Pages", "What that means"), tuple(_meanings(replica))))
    blocks.append(_vms(v for v in snapshot.vms.values() if any(d.wwid in wwids for d in v.disks)))
    return tuple(blocks)


def _meanings(replica: Replica) -> Iterable[Fact]:
    """Yield a line a side: what its state means, and what to do."""
    for side in replica.sides:
        text = " ".join(phrase(part) for part in side.meaning if part)
        health = None if side.health is Health.OK else side.health
        yield Fact(side.server, text, health, key=None)


def volume_group_blocks(snapshot: Snapshot, group: VolumeGroup) -> tuple[Block, ...]:
    """Return the page of a volume group with its volumes."""
    tr = QCoreApplication.translate
    used = group.size_bytes - group.free_bytes
    text = tr("Pages", "{used} of {size}").format(
        used=wording.size(used), size=wording.size(group.size_bytes)
    )
    share = used / group.size_bytes if group.size_bytes else 0.0
    health = Health.DEGRADED if share > 0.9 else Health.OK
    volumes = [v for v in snapshot.san.volumes if v.group == group.name]
    rows = tuple(
        Row(v.key, v.key, (v, lookup.lun_of(snapshot, v.lun)), _describe_volume) for v in volumes
    )
    missing = (
        Fact(tr("Pages", "Missing disks"), str(group.missing_pvs), Health.FAILED)
        if group.missing_pvs
        else Fact(tr("Pages", "Missing disks"), "0")
    )
    return (
        Meters(tr("Pages", "Space"), (Meter(tr("Pages", "Used"), share, text, health),)),
        Facts(
            tr("Pages", "State"),
            (Fact(tr("Pages", "Server"), group.server, key=_server(group.server)), missing),
        ),
        Table(
            tr("Pages", "Volumes"),
            (tr("Pages", "Volume"), tr("Pages", "GiB"), tr("Pages", "LUN"), tr("Pages", "On")),
            rows,
            (1,),
            tr("Pages", "The group holds no volume."),
        ),
    )


def volume_blocks(snapshot: Snapshot, volume: Volume) -> tuple[Block, ...]:
    """Return the page of a volume."""
    tr = QCoreApplication.translate
    users = [snapshot.vms[uuid] for uuid in volume.used_by if uuid in snapshot.vms]
    facts = [
        Fact(tr("Pages", "Size"), wording.size(volume.size_bytes)),
        Fact(tr("Pages", "Volume group"), volume.group, is_mono=True),
        Fact(tr("Pages", "On servers"), wording.listing(list(volume.servers)) or "–"),
        Fact(tr("Pages", "Replica"), volume.replica or "–", key=_replica(snapshot, volume.replica)),
        Fact(tr("Pages", "LUN"), volume.lun or "–", is_mono=True, key=_lun(snapshot, volume.lun)),
        Fact(tr("Pages", "Attributes"), volume.attributes or "–", is_mono=True),
    ]
    if volume.tags:
        facts.append(Fact(tr("Pages", "Tags"), ", ".join(volume.tags)))
    for copy in volume.copies if volume.sizes_differ else ():
        label = tr("Pages", "Size on {server}").format(server=copy.server)
        facts.append(Fact(label, wording.size(copy.size_bytes), Health.DEGRADED))
    if volume.deleted_at is not None:
        deleted = wording.absolute_time(volume.deleted_at)
        facts.append(Fact(tr("Pages", "In the recycle bin since"), deleted))
    origin = snapshot.san.volume(volume.group, volume.snapshot_of)
    if volume.snapshot_of:
        key = origin.key if origin is not None else None
        facts.append(Fact(tr("Pages", "Snapshot of"), volume.snapshot_of, is_mono=True, key=key))
    snapshots = [
        v for v in snapshot.san.volumes if v.group == volume.group and v.snapshot_of == volume.name
    ]
    shown = [v for v in (volume, *snapshots) if v.snapshot_percent is not None]
    meters = tuple(_fill(v) for v in shown)
    fill = (Meters(tr("Pages", "Snapshots' fill level"), meters),) if meters else ()
    return (Facts(tr("Pages", "Volume"), tuple(facts)), *fill, _vms(users))


def _fill(volume: Volume) -> Meter:
    """How full a snapshot is; a full one is lost."""
    percent = volume.snapshot_percent or 0.0
    return Meter(volume.name, percent / 100, wording.percent(percent), volume.health)


def lun_blocks(snapshot: Snapshot, lun: Lun) -> tuple[Block, ...]:
    """Return the page of a LUN: who offers it, who reaches it, who uses it."""
    tr = QCoreApplication.translate
    replica = lookup.replica_of(snapshot, lun)
    health = Health.OK if lun.server else Health.FAILED
    reached = [m for m in snapshot.san.multipaths if m.wwid == lun.wwid]
    return (
        Facts(
            tr("Pages", "LUN"),
            (
                Fact(tr("Pages", "State"), sentences.lun_sentence(lun), health, key=None),
                Fact(tr("Pages", "WWID"), lun.wwid, is_mono=True),
                Fact(tr("Pages", "Target"), lun.target, is_mono=True, key=_target(lun.target)),
                Fact(tr("Pages", "Number"), str(lun.number)),
                Fact(tr("Pages", "Device"), lun.device or "–", is_mono=True),
                Fact(
                    tr("Pages", "Replica"),
                    replica.name if replica else "–",
                    replica.health if replica else None,
                    key=replica.key if replica else None,
                ),
                Fact(tr("Pages", "Resource"), lun.resource or "–", is_mono=True),
                Fact(tr("Pages", "Size"), wording.size(lun.size_bytes)),
            ),
        ),
        Table(
            tr("Pages", "Reached by"),
            (tr("Pages", "Host"), tr("Pages", "Device"), tr("Pages", "Paths")),
            tuple(Row(m.key, m.key, m, _describe_multipath) for m in reached),
            (),
            tr("Pages", "No host has a path to it."),
        ),
        _vms(lookup.vms_of_lun(snapshot, lun.wwid)),
    )


def target_blocks(snapshot: Snapshot, target: str) -> tuple[Block, ...]:
    """Return the page of a target with its LUNs and sessions."""
    tr = QCoreApplication.translate
    luns = [lun for lun in snapshot.san.luns if lun.target == target]
    sessions = [s for s in snapshot.san.sessions if s.target == target]
    return (
        Facts(tr("Pages", "Target"), (Fact(tr("Pages", "Name"), target, is_mono=True),)),
        Table(
            tr("Pages", "LUNs"),
            (tr("Pages", "LUN"), tr("Pages", "Device"), tr("Pages", "Offered by")),
            tuple(Row(lun.key, lun.key, lun, _describe_lun) for lun in luns),
        ),
        Table(
            tr("Pages", "Sessions"),
            (
                tr("Pages", "Portal"),
                tr("Pages", "Host"),
                tr("Pages", "Network"),
                tr("Pages", "State"),
            ),
            tuple(Row(s.key, s.key, s, _describe_session) for s in sessions),
            (),
            tr("Pages", "No host is logged in."),
        ),
    )


def session_blocks(snapshot: Snapshot, session: Session) -> tuple[Block, ...]:
    """Return the page of an iSCSI session."""
    del snapshot
    tr = QCoreApplication.translate
    facts = (
        Fact(tr("Pages", "State"), session.state, session.health),
        Fact(tr("Pages", "Host"), session.host, key=Key(Kind.HOST, session.host)),
        Fact(tr("Pages", "Portal"), session.portal, is_mono=True),
        Fact(tr("Pages", "Network"), session.network or "–"),
        Fact(tr("Pages", "Target"), session.target, is_mono=True, key=_target(session.target)),
    )
    return (Facts(tr("Pages", "Session"), facts),)


def multipath_blocks(snapshot: Snapshot, multipath: Multipath) -> tuple[Block, ...]:
    """Return the page of a multipath device with each of its paths."""
    tr = QCoreApplication.translate
    lun = lookup.lun_of(snapshot, multipath.wwid)
    queues = {True: tr("Pages", "waits"), False: tr("Pages", "fails"), None: "–"}
    return (
        Facts(
            tr("Pages", "Device"),
            (
                Fact(
                    tr("Pages", "State"), sentences.multipath_sentence(multipath), multipath.health
                ),
                Fact(tr("Pages", "Host"), multipath.host, key=Key(Kind.HOST, multipath.host)),
                Fact(tr("Pages", "WWID"), multipath.wwid, is_mono=True),
                Fact(
                    tr("Pages", "LUN"),
                    lookup.heading_of(snapshot, lun).name if lun else "–",
                    key=lun.key if lun else None,
                ),
                Fact(tr("Pages", "Size"), wording.size(multipath.size_bytes)),
                Fact(tr("Pages", "Without any path, I/O"), queues[multipath.queues]),
            ),
        ),
        Table(
            tr("Pages", "Paths"),
            (
                tr("Pages", "Device"),
                tr("Pages", "Network"),
                tr("Pages", "State"),
                tr("Pages", "Priority"),
                tr("Pages", "What that means"),
            ),
            tuple(Row(("path", p.device), None, p, _describe_path) for p in multipath.paths),
            (3,),
        ),
        _vms(lookup.vms_of_lun(snapshot, multipath.wwid)),
    )


def cluster_ip_blocks(snapshot: Snapshot, address: ClusterIp) -> tuple[Block, ...]:
    """Return the page of a cluster IP."""
    tr = QCoreApplication.translate
    sessions = [s for s in snapshot.san.sessions if s.portal.split(":")[0] == address.address]
    facts = (
        Fact(tr("Pages", "Address"), address.address, is_mono=True),
        Fact(
            tr("Pages", "Held by"),
            address.holder or tr("Pages", "nobody"),
            None if address.holder else Health.FAILED,
            key=_server(address.holder),
        ),
        Fact(tr("Pages", "Network"), address.network or "–"),
        Fact(tr("Pages", "Resource"), address.resource or "–", is_mono=True),
        Fact(tr("Pages", "Sessions through it"), str(len(sessions))),
    )
    return (Facts(tr("Pages", "Cluster IP"), facts),)


def _vms(vms: Iterable[Vm]) -> Table:
    tr = QCoreApplication.translate
    return Table(
        tr("Pages", "VMs that depend on it"),
        tuple(vm_table.headers()),
        vm_table.all_rows(vms),
        vm_table.NUMERIC,
        tr("Pages", "No VM depends on it as far as known."),
    )


def _server(name: str | None) -> Key | None:
    return Key(Kind.SAN_SERVER, name) if name else None


def _target(name: str) -> Key:
    return Key(Kind.TARGET, name)


def _replica(snapshot: Snapshot, name: str) -> Key | None:
    return next((r.key for r in snapshot.san.replicas if r.name == name), None)


def _lun(snapshot: Snapshot, wwid: str) -> Key | None:
    lun = lookup.lun_of(snapshot, wwid)
    return None if lun is None else lun.key


def _size(sizes: Iterable[int | None]) -> str:
    known = [size for size in sizes if size is not None]
    return wording.size(max(known)) if known else wording.not_measured()


def _describe_volume(facts: tuple[Volume, Lun | None]) -> Cells:
    volume, lun = facts
    texts = (
        volume.name,
        wording.gib(volume.size_bytes),
        lookup.title_of(lun) if lun else volume.lun or "–",
        wording.listing(list(volume.servers)),
    )
    return Cells(None, texts, tip=volume.lun)


def _describe_multipath(multipath: Multipath) -> Cells:
    texts = (multipath.host, multipath.device, sentences.multipath_sentence(multipath))
    return Cells(multipath.health, texts)


def _describe_lun(lun: Lun) -> Cells:
    cells = describe.describe_lun(lun)
    return Cells(cells.health, (cells.texts[0], lun.device, lun.server or "–"), tip=lun.wwid)


def _describe_session(session: Session) -> Cells:
    texts = (session.portal, session.host, session.network, session.state)
    return Cells(session.health, texts)


def _describe_path(path: Path) -> Cells:
    means = " ".join(phrase(part) for part in path.meaning if part)
    texts = (path.device, path.network or "–", path.state, str(path.priority), means)
    return Cells(path.health, texts, tip=means)
