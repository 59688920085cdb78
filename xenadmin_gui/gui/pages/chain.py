"""The storage chain as rows: from the disk in the guest down to the disk in the SAN."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Replica, ReplicaSide, Volume, VolumeGroup
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.tree.row import Cells, Row, RowId

_Facts = tuple[Health | None, str, tuple[str, ...]]


def headers() -> list[str]:
    """Return the heads of the chain's columns."""
    tr = QCoreApplication.translate
    return [
        tr("Chain", "Element"),
        tr("Chain", "Kind"),
        tr("Chain", "Where"),
        tr("Chain", "State"),
    ]


def chain_rows(snapshot: Snapshot, key: Key) -> list[Row]:
    """Return the chain below ``key``; empty when it has none."""
    match lookup.subject_of(snapshot, key):
        case Snapshot():
            return [_lun(snapshot, (), lun) for lun in snapshot.san.luns]
        case Vm() as vm:
            return [_disk(snapshot, vm, disk) for disk in vm.disks]
        case Server() as server:
            mine = [m for m in snapshot.san.multipaths if m.host == server.name]
            if mine:
                return [_multipath(snapshot, (), m) for m in mine]
            replicas = snapshot.san.replicas
            held = [r for r in replicas if any(s.server == server.name for s in r.sides)]
            return [_replica(snapshot, (), replica) for replica in held]
        case Multipath() as multipath:
            return [_multipath(snapshot, (), multipath)]
        case Lun() as lun:
            return [_lun(snapshot, (), lun)]
        case Replica() as replica:
            return [_replica(snapshot, (), replica)]
        case Volume() as volume:
            above = lookup.lun_of(snapshot, volume.lun) if volume.lun else None
            return [_lun(snapshot, (), above) if above else _volume(snapshot, (), volume)]
        case VolumeGroup() as group:
            volumes = [v for v in snapshot.san.volumes if v.group == group.name]
            return [_volume(snapshot, (), volume) for volume in volumes]
        case str() as target:
            return [_lun(snapshot, (), lun) for lun in snapshot.san.luns if lun.target == target]
    return []


def _row(row_id: RowId, key: Key | None, facts: _Facts, children: list[Row]) -> Row:
    return Row(row_id, key, facts, _describe, tuple(children), is_open=True)


def _describe(facts: _Facts) -> Cells:
    health, icon, texts = facts
    return Cells(health, texts, icon=icon)


def _disk(snapshot: Snapshot, vm: Vm, disk: VmDisk) -> Row:
    tr = QCoreApplication.translate
    multipath = lookup.multipath_of(snapshot, vm.host, disk.wwid) if disk.wwid else None
    lun = lookup.lun_of(snapshot, disk.wwid) if disk.wwid else None
    below: list[Row] = []
    row_id = ("disk", vm.uuid, disk.target)
    if multipath is not None:
        below = [_multipath(snapshot, row_id, multipath)]
    elif lun is not None:
        below = [_lun(snapshot, row_id, lun)]
    if disk.wwid:
        state = "" if below else tr("Chain", "no host and no SAN server shows it now")
        health = None if below else Health.UNKNOWN
    else:
        state, health = tr("Chain", "local to the host: stays behind when it fails"), None
    where = disk.source or tr("Chain", "empty drive")
    kind = tr("Chain", "disk of {vm}").format(vm=vm.name)
    return _row(row_id, None, (health, "disk", (disk.target, kind, where, state)), below)


def _multipath(snapshot: Snapshot, above: RowId, multipath: Multipath) -> Row:
    tr = QCoreApplication.translate
    row_id = (above, multipath.key)
    below = []
    for path in multipath.paths:
        state = wording.path_word(path.state)
        text = state if path.is_usable else tr("Chain", "{state}: broken here")
        facts = (
            Health.OK if path.is_usable else Health.FAILED,
            "network",
            (
                tr("Chain", "Path {device}").format(device=path.device),
                tr("Chain", "path"),
                path.network or "–",
                text.format(state=state),
            ),
        )
        below.append(_row((row_id, path.device), None, facts, []))
    lun = lookup.lun_of(snapshot, multipath.wwid)
    if lun is not None:
        below.append(_lun(snapshot, row_id, lun))
    name = multipath.device or multipath.wwid
    facts = (
        multipath.health,
        "multipath",
        (
            name,
            tr("Chain", "multipath device"),
            multipath.host,
            sentences.multipath_sentence(multipath),
        ),
    )
    return _row(row_id, multipath.key, facts, below)


def _lun(snapshot: Snapshot, above: RowId, lun: Lun) -> Row:
    tr = QCoreApplication.translate
    row_id = (above, lun.key)
    replica = lookup.replica_of(snapshot, lun)
    if replica is not None:
        below = [_replica(snapshot, row_id, replica)]
    else:
        volumes = lookup.volumes_of_lun(snapshot, lun.wwid)
        below = [_volume(snapshot, row_id, volume) for volume in volumes]
    facts = (
        Health.OK if lun.server else Health.FAILED,
        "lun",
        (
            tr("Chain", "LUN {number}").format(number=lun.number),
            tr("Chain", "LUN of the target"),
            lun.target,
            sentences.lun_sentence(lun),
        ),
    )
    return _row(row_id, lun.key, facts, below)


def _replica(snapshot: Snapshot, above: RowId, replica: Replica) -> Row:
    row_id = (above, replica.key)
    below = [_side(snapshot, row_id, side) for side in replica.sides]
    devices = sorted({side.device for side in replica.sides if side.device})
    facts = (
        replica.health,
        "replica",
        (
            replica.name,
            wording.kind_word(Kind.REPLICA).lower(),
            ", ".join(devices),
            sentences.replica_sentence(replica),
        ),
    )
    return _row(row_id, replica.key, facts, below)


def _side(snapshot: Snapshot, above: RowId, side: ReplicaSide) -> Row:
    tr = QCoreApplication.translate
    row_id = (above, side.server)
    volumes = [
        volume
        for volume in snapshot.san.volumes
        if side.server in volume.servers
        and side.backing in (f"/dev/{volume.group}/{volume.name}", volume.name)
    ]
    below = [_volume(snapshot, row_id, volume) for volume in volumes]
    state = f"{side.role}, {side.disk}, {side.connection or '–'}"
    facts = (side.health, "san", (side.server, tr("Chain", "side"), side.backing, state))
    return _row(row_id, Key(Kind.SAN_SERVER, side.server), facts, below)


def _volume(snapshot: Snapshot, above: RowId, volume: Volume) -> Row:
    tr = QCoreApplication.translate
    groups = [
        g for g in snapshot.san.groups if g.name == volume.group and g.server in volume.servers
    ]
    missing = [g for g in groups if g.missing_pvs]
    health = Health.FAILED if missing else None
    state = (
        tr("Chain", "a disk of its group is missing")
        if missing
        else wording.size(volume.size_bytes)
    )
    facts = (
        health,
        "volume",
        (
            f"{volume.group}/{volume.name}",
            wording.kind_word(Kind.VOLUME).lower(),
            wording.listing(list(volume.servers)),
            state,
        ),
    )
    return _row((above, volume.key), volume.key, facts, [])
