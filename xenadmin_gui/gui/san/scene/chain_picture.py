"""The storage chain of one object as a picture: from the guest's disk to both SAN servers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Replica, Volume, VolumeGroup
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.san.scene.above import Above
from xenadmin_gui.gui.san.scene.below import Below
from xenadmin_gui.gui.san.scene.drawing import Drawing
from xenadmin_gui.gui.san.scene.map_picture import map_picture
from xenadmin_gui.gui.san.scene.picture import Picture


def picture_of(snapshot: Snapshot, key: Key) -> Picture:
    """Return the picture of ``key``: the map for the cluster, else its chain; maybe empty."""
    if key.kind is Kind.CLUSTER:
        return map_picture(snapshot)
    return chain_picture(snapshot, key)


def chain_picture(snapshot: Snapshot, key: Key) -> Picture:
    """Return the chain that ``key`` is a link of; without boxes when it is in none."""
    drawing = Drawing(snapshot)
    subject = lookup.subject_of(snapshot, key)
    is_side = isinstance(subject, (Server, VolumeGroup)) and key.kind is not Kind.HOST
    above, below = Above(drawing), Below(drawing, _server_of(subject) if is_side else "")
    if isinstance(subject, Vm):
        luns = above.vm(subject)
    elif isinstance(subject, Server) and Role.HOST in subject.roles:
        luns = above.host(subject.name)
    elif isinstance(subject, Multipath):
        found = lookup.lun_of(snapshot, subject.wwid)
        above.device(subject, is_strong=True)
        luns = [found] if found is not None else []
    else:
        luns = _luns(snapshot, subject, key)
        is_narrow = isinstance(subject, (Lun, Volume, Replica))
        for lun in luns:
            if is_narrow:
                above.lun(lun)
    for lun in luns:
        below.lun(lun)
    if isinstance(subject, Replica):
        below.replica(subject)
    if isinstance(subject, Volume):
        below.volume(subject)
    if isinstance(subject, VolumeGroup):
        for volume in snapshot.san.volumes:
            if volume.group == subject.name and subject.server in volume.servers:
                below.volume(volume)
    return drawing.picture(_columns(snapshot))


def _server_of(subject: object) -> str:
    """The SAN server whose side is asked for."""
    return subject.server if isinstance(subject, VolumeGroup) else getattr(subject, "name", "")


def _luns(snapshot: Snapshot, subject: object, key: Key) -> list[Lun]:
    """The LUNs whose chain goes through an object of the SAN."""
    san = snapshot.san
    match subject:
        case Lun():
            return [subject]
        case Volume():
            return [lun for lun in san.luns if subject.lun == lun.wwid]
        case Replica():
            wwids = {v.lun for v in lookup.volumes_of_replica(snapshot, subject.name)}
            return [
                n for n in san.luns if n.wwid in wwids or (n.device and n.device == subject.device)
            ]
        case Server():
            return list(san.luns)
    if key.kind is Kind.TARGET:
        return [lun for lun in san.luns if lun.target == key.id]
    return []


def _columns(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    tr = QCoreApplication.translate
    san = {
        "volume": tr("Chain", "Volume"),
        "group": tr("Chain", "Volume group"),
        "replica": tr("Chain", "Replica"),
    }
    is_below = any(group.replica for group in snapshot.san.groups)
    order = ("volume", "group", "replica") if is_below else ("replica", "volume", "group")
    return (
        ("disk", tr("Chain", "VM and disk")),
        ("device", tr("Chain", "Multipath device")),
        ("path", tr("Chain", "Path")),
        ("session", tr("Chain", "Session")),
        ("portal", tr("Chain", "Cluster IP")),
        ("lun", tr("Chain", "LUN")),
        *((name, san[name]) for name in order),
        ("server", tr("Chain", "SAN server")),
    )
