"""The snapshot as it would be if a condition about the SAN held: what a preview shows."""

from __future__ import annotations

from dataclasses import replace

from xenadmin_gui.domain.san import San, Volume, VolumeCopy
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import VmDisk
from xenadmin_gui.operations.sancondition import (
    InitiatorAllowed,
    LunOffered,
    MultipathSize,
    NodeStandby,
    NoLun,
    NoPaths,
    NoVolume,
    SanActive,
    SanCondition,
    VmHasDisk,
    VolumeIs,
)
from xenadmin_gui.operations.sanholds import volume_of


def san_assume(condition: SanCondition, snapshot: Snapshot) -> Snapshot:
    """Return ``snapshot`` with ``condition`` made true, as far as a picture of it needs that."""
    san = snapshot.san
    match condition:
        case VolumeIs(server, group, name, min_bytes):
            return _with_volume(snapshot, server, group, name, min_bytes)
        case NoVolume(server, group, name):
            return _without_volume(snapshot, server, group, name)
        case LunOffered(wwid, server):
            luns = tuple(
                replace(lun, server=server or san.active_server) if lun.wwid == wwid else lun
                for lun in san.luns
            )
            return replace(snapshot, san=replace(san, luns=luns))
        case InitiatorAllowed(iqn, initiator, allowed):
            targets = tuple(
                replace(t, initiators=_listed(t.initiators, initiator, allowed=allowed))
                if t.iqn == iqn
                else t
                for t in san.targets
            )
            return replace(snapshot, san=replace(san, targets=targets))
        case NoLun(wwid):
            kept = tuple(lun for lun in san.luns if lun.wwid != wwid)
            volumes = tuple(replace(v, lun="") if v.lun == wwid else v for v in san.volumes)
            return replace(snapshot, san=replace(san, luns=kept, volumes=volumes))
        case NoPaths(host, wwid):
            left = tuple(m for m in san.multipaths if (m.host, m.wwid) != (host, wwid))
            return replace(snapshot, san=replace(san, multipaths=left))
        case MultipathSize(host, wwid, min_bytes):
            grown = tuple(
                replace(m, size_bytes=max(min_bytes, m.size_bytes or 0))
                if (m.host, m.wwid) == (host, wwid)
                else m
                for m in san.multipaths
            )
            return replace(snapshot, san=replace(san, multipaths=grown))
        case SanActive(server):
            return replace(snapshot, san=replace(san, active_server=server))
        case NodeStandby(name, standby):
            pacemaker = snapshot.pacemaker
            nodes = tuple(
                replace(n, standby=standby) if n.name == name else n for n in pacemaker.nodes
            )
            return replace(snapshot, pacemaker=replace(pacemaker, nodes=nodes))
        case VmHasDisk(uuid, wwid, present):
            return _with_disk(snapshot, uuid, wwid, present)
        case _:
            return snapshot


def _listed(names: tuple[str, ...], name: str, *, allowed: bool) -> tuple[str, ...]:
    others = tuple(one for one in names if one != name)
    return (*others, name) if allowed else others


def _with_volume(
    snapshot: Snapshot, server: str, group: str, name: str, min_bytes: int
) -> Snapshot:
    volume = volume_of(snapshot, group, name) or Volume(name, group, min_bytes)
    copy = volume.copy(server) or VolumeCopy(server, 0)
    grown = max(copy.size_bytes, min_bytes)
    copies = tuple(c for c in volume.copies if c.server != server)
    after = replace(
        volume,
        size_bytes=max(volume.size_bytes, min_bytes),
        servers=tuple(dict.fromkeys((*volume.servers, server))),
        copies=(*copies, replace(copy, size_bytes=grown)),
    )
    san = _with_free(snapshot.san, server, group, copy.size_bytes - grown)
    volumes = tuple(v for v in san.volumes if v.key != volume.key)
    return replace(snapshot, san=replace(san, volumes=(*volumes, after)))


def _without_volume(snapshot: Snapshot, server: str, group: str, name: str) -> Snapshot:
    volume = volume_of(snapshot, group, name)
    copy = None if volume is None else volume.copy(server)
    if volume is None or copy is None:
        return snapshot
    san = _with_free(snapshot.san, server, group, copy.size_bytes)
    copies = tuple(c for c in volume.copies if c.server != server)
    servers = tuple(s for s in volume.servers if s != server)
    left = (replace(volume, copies=copies, servers=servers),) if servers else ()
    volumes = tuple(v for v in san.volumes if v.key != volume.key)
    return replace(snapshot, san=replace(san, volumes=(*volumes, *left)))


def _with_free(san: San, server: str, group: str, freed_bytes: int) -> San:
    groups = tuple(
        replace(g, free_bytes=max(0, g.free_bytes + freed_bytes))
        if (g.server, g.name) == (server, group)
        else g
        for g in san.groups
    )
    return replace(san, groups=groups)


def _with_disk(snapshot: Snapshot, uuid: str, wwid: str, present: bool) -> Snapshot:
    vm = snapshot.vms.get(uuid)
    if vm is None:
        return snapshot
    disks = tuple(disk for disk in vm.disks if disk.wwid != wwid)
    if present:
        disks = (*disks, VmDisk("", f"/dev/mapper/{wwid}", wwid=wwid))
    return replace(snapshot, vms={**snapshot.vms, uuid: replace(vm, disks=disks)})
