"""From a key to the object and its title; from one object to those it hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import (
    ClusterIp,
    Lun,
    Multipath,
    Replica,
    Session,
    Target,
    Volume,
    VolumeGroup,
)
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.pieces import Steps
from xenadmin_gui.gui.tree.notes import host_note, server_health
from xenadmin_gui.gui.tree.views import cluster_health

#: Objects that one step looks up.
_A_STEP = 500
_Listed = Replica | VolumeGroup | Volume | Lun | Session | Multipath | ClusterIp | Template


@dataclass(frozen=True, slots=True)
class Heading:
    """The title strip of a page."""

    name: str
    sentence: str
    health: Health | None
    is_protected: bool = False


def subject_of(snapshot: Snapshot, key: Key) -> object | None:
    """Return the object called ``key``; the snapshot itself for the cluster, None when gone."""
    if key.kind is Kind.CLUSTER:
        return snapshot
    if key.kind is Kind.VM:
        return snapshot.vms.get(key.id)
    if key.kind in (Kind.HOST, Kind.SAN_SERVER):
        return snapshot.servers.get(key.id)
    if key.kind is Kind.TARGET:
        return key.id if any(lun.target == key.id for lun in snapshot.san.luns) else None
    if key.kind is Kind.MULTIPATH:  # the one kind of which there are too many for an index
        host, _, wwid = key.id.partition("/")
        found = (m for m in snapshot.san.multipaths if m.wwid == wwid and m.host == host)
        return next(found, None)
    return _index(_of_kind(snapshot, key.kind)).get(key)


def subjects_of(snapshot: Snapshot, keys: Iterable[Key]) -> Steps[list[object | None]]:
    """Return the objects called ``keys`` in their order, some with every step; None when gone."""
    keys = tuple(keys)
    wanted = {key.id for key in keys if key.kind is Kind.MULTIPATH}
    maps: dict[str, Multipath] = {}
    if wanted:
        for number, multipath in enumerate(snapshot.san.multipaths, 1):
            if multipath.key.id in wanted:
                maps.setdefault(multipath.key.id, multipath)
            if not number % _A_STEP:
                yield
    found: list[object | None] = []
    for number, key in enumerate(keys, 1):
        is_map = key.kind is Kind.MULTIPATH
        found.append(maps.get(key.id) if is_map else subject_of(snapshot, key))
        if not number % _A_STEP:
            yield
    return found


@lru_cache(maxsize=2 * len(Kind))
def _index_of(row: _Row) -> dict[Key, _Listed]:
    found: dict[Key, _Listed] = {}
    for item in row.items:
        found.setdefault(item.key, item)
    return found


def _index(items: tuple[_Listed, ...]) -> dict[Key, _Listed]:
    """Return the objects by key; made once for as long as a snapshot has the same ones."""
    return _index_of(_Row(items))


class _Row:
    """A row of objects that is the same only as itself: comparing what is in it would take long."""

    __slots__ = ("items",)

    def __init__(self, items: tuple[_Listed, ...]) -> None:
        self.items = items

    def __hash__(self) -> int:
        return id(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Row) and other.items is self.items


def _of_kind(snapshot: Snapshot, kind: Kind) -> tuple[_Listed, ...]:
    """Return the objects of a kind that a snapshot keeps in a row, not by name."""
    san = snapshot.san
    groups: dict[Kind, tuple[_Listed, ...]] = {
        Kind.REPLICA: san.replicas,
        Kind.VOLUME_GROUP: san.groups,
        Kind.VOLUME: san.volumes,
        Kind.LUN: san.luns,
        Kind.SESSION: san.sessions,
        Kind.CLUSTER_IP: san.cluster_ips,
        Kind.TEMPLATE: snapshot.templates,
    }
    return groups.get(kind, ())


def name_of(snapshot: Snapshot, key: Key) -> str:
    """Return what people call an object; its id when it is gone."""
    subject = subject_of(snapshot, key)
    return key.id if subject is None else title_of(subject)


def title_of(subject: object) -> str:
    """Return what people call an object: the name of its heading, without its state."""
    match subject:
        case Vm() | Server() | Replica() | VolumeGroup() | Volume() | Template():
            return subject.name
        case Multipath():
            return subject.device or subject.wwid
        case Lun():
            name = QCoreApplication.translate("Pages", "LUN {number}")
            return name.format(number=subject.number)
        case Session():
            return subject.portal
        case ClusterIp():
            return subject.address
        case Target():
            return subject.iqn
        case Snapshot():
            return subject.cluster
    return str(subject)


def heading_of(snapshot: Snapshot, subject: object) -> Heading:
    """Return name, state and sentence of an object."""
    tr = QCoreApplication.translate
    match subject:
        case Snapshot():
            health = cluster_health(snapshot)
            count = sum(is_wrong(finding) for finding in snapshot.findings)
            wrong = tr("Pages", "%n thing(s) wrong now", None, count)
            return Heading(snapshot.cluster, wrong if count else _calm(snapshot), health)
        case Vm():
            text = subject.activity or sentences.vm_sentence(subject)
            return Heading(subject.name, text, subject.health, subject.is_protected)
        case Server():
            return _server_heading(snapshot, subject)
        case Replica():
            return Heading(subject.name, sentences.replica_sentence(subject), subject.health)
        case VolumeGroup():
            text = tr("Pages", "volume group on {server}").format(server=subject.server)
            return Heading(subject.name, text, None)
        case Volume():
            text = tr("Pages", "volume in {group}").format(group=subject.group)
            if subject.work is not None:
                text = f"{text}, {sentences.work_words(subject.work)}"
            work = subject.work
            return Heading(subject.name, text, None if work is None else work.health)
        case Lun():
            name = tr("Pages", "LUN {number}").format(number=subject.number)
            return Heading(name, sentences.lun_sentence(subject), subject.health)
        case Template():
            text = subject.title or tr("Pages", "template of VMs")
            shown = phrase(subject.reason) or text
            return Heading(subject.name, shown, subject.health)
        case Session():
            text = tr("Pages", "iSCSI session of {host}").format(host=subject.host)
            return Heading(subject.portal, text, subject.health)
        case Multipath():
            text = sentences.multipath_sentence(subject)
            where = tr("Pages", "{paths} on {host}").format(paths=text, host=subject.host)
            return Heading(subject.device or subject.wwid, where, subject.health)
        case ClusterIp():
            held = tr("Pages", "held by {server}").format(server=subject.holder)
            lost = tr("Pages", "held by nobody")
            health = Health.OK if subject.holder else Health.FAILED
            return Heading(subject.address, held if subject.holder else lost, health)
    return Heading(str(subject), "", None)


def is_wrong(finding: Finding) -> bool:
    """Whether a finding asks for something; the others are only good to know."""
    return finding.health not in (Health.OK, Health.WORKING)


def _calm(snapshot: Snapshot) -> str:
    tr = QCoreApplication.translate
    if any(server.seen_at is None for server in snapshot.servers.values()):
        return tr("Pages", "waiting for the first answers")
    return tr("Pages", "all is well")


def _server_heading(snapshot: Snapshot, server: Server) -> Heading:
    note, _ = host_note(snapshot, server.name)
    sentence = sentences.server_sentence(server)
    if note and server.is_up:
        sentence = f"{wording.host_state_word(server.state)} – {note}"
    return Heading(server.name, sentence, server_health(snapshot, server))


def vms_of_lun(snapshot: Snapshot, wwid: str) -> tuple[Vm, ...]:
    """Return the VMs that have a disk on a LUN, by name."""
    found = [vm for vm in snapshot.vms.values() if any(d.wwid == wwid for d in vm.disks)]
    return tuple(sorted(found, key=lambda vm: vm.name))


def lun_of(snapshot: Snapshot, wwid: str) -> Lun | None:
    """Return the LUN of a WWID, or None."""
    return next((lun for lun in snapshot.san.luns if lun.wwid == wwid), None)


def multipath_of(snapshot: Snapshot, host: str | None, wwid: str) -> Multipath | None:
    """Return the multipath device of a WWID on one host, or None."""
    maps = snapshot.san.multipaths
    return next((m for m in maps if m.wwid == wwid and m.host == host), None)


def size_of(snapshot: Snapshot, wwid: str, multipath: Multipath | None) -> int | None:
    """Return the size of a LUN as whoever knows it says: host, target or volume."""
    if multipath is not None and multipath.size_bytes is not None:
        return multipath.size_bytes
    lun = lun_of(snapshot, wwid) if wwid else None
    if lun is not None and lun.size_bytes is not None:
        return lun.size_bytes
    sizes = [v.size_bytes for v in snapshot.san.volumes if wwid and v.lun == wwid]
    return max(sizes, default=None)


def replica_of(snapshot: Snapshot, lun: Lun) -> Replica | None:
    """Return the replica whose device a LUN exports, or None."""
    for replica in snapshot.san.replicas:
        if lun.device and any(side.device == lun.device for side in replica.sides):
            return replica
    return None


def volumes_of_lun(snapshot: Snapshot, wwid: str) -> tuple[Volume, ...]:
    """Return the volumes below a LUN."""
    return tuple(v for v in snapshot.san.volumes if v.lun == wwid)


def volumes_of_replica(snapshot: Snapshot, name: str) -> tuple[Volume, ...]:
    """Return the volumes below a replica."""
    return tuple(v for v in snapshot.san.volumes if v.replica == name)
