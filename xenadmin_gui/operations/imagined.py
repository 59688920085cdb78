"""The snapshot as it will be once something was made or is gone.

The drafts of the SAN so make their plans for what does not exist yet, or is to go first.
"""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from xenadmin_gui.domain.replica import Replica, ReplicaSide
from xenadmin_gui.domain.san import Lun, San
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.san.cibpatch import configuration_of, find_id
from xenadmin_gui.operations.san.commands import whole_extents
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.replicafile import new_numbers, replica_path, sibling_of
from xenadmin_gui.operations.san.serial import wwid_of
from xenadmin_gui.operations.san.ties import ties_of
from xenadmin_gui.operations.sancondition import NoLun, NoVolume, VolumeIs


def with_volume(snapshot: Snapshot, group: str, name: str, size_bytes: int) -> Snapshot:
    """Return the snapshot as ``VolumeCreate`` leaves it; Pacemaker's configuration stays."""
    layout = san_layout(snapshot)
    size = whole_extents(size_bytes)
    replica = None
    if layout.mirror_of(group) is Mirror.REPLICA_OVER_VOLUME:
        replica = _replica(layout, group, name, size)
    for server in layout.homes_of(group):
        snapshot = assume(VolumeIs(server, group, name, size), snapshot)
    if replica is None:
        return snapshot
    san = snapshot.san
    volumes = tuple(
        replace(v, replica=name) if (v.group, v.name) == (group, name) else v for v in san.volumes
    )
    return _with_san(snapshot, volumes=volumes, replicas=(*san.replicas, replica))


def _replica(layout: SanLayout, group: str, name: str, size_bytes: int) -> Replica | None:
    sibling, numbers = sibling_of(layout, group), new_numbers(layout, group)
    if numbers is None:
        return None
    sides = tuple(
        ReplicaSide(
            server,
            "Primary" if server == layout.active else "Secondary",
            "UpToDate",
            "Connected",
            "Established",
            peer_role="Secondary" if server == layout.active else "Primary",
            peer_disk="UpToDate",
            size_bytes=size_bytes,
            device=f"/dev/drbd{numbers.minor}",
            backing=f"/dev/{group}/{name}",
        )
        for server in layout.servers
    )
    return Replica(
        name,
        sides,
        minor=numbers.minor,
        port=numbers.port,
        addresses=numbers.addresses,
        config_file=replica_path(name),
        volume=f"{group}/{name}",
        network="" if sibling is None else sibling.network,
    )


def with_lun(snapshot: Snapshot, group: str, volume: str, number: int, serial: str) -> Snapshot:
    """Return the snapshot as ``LunExport`` leaves it; Pacemaker's configuration stays."""
    layout, san = san_layout(snapshot), snapshot.san
    wwid = wwid_of(serial)
    volumes = tuple(
        replace(v, lun=wwid) if (v.group, v.name) == (group, volume) else v for v in san.volumes
    )
    found = san.volume(group, volume)
    lun = Lun(
        wwid,
        layout.iqn,
        number,
        device="" if found is None else layout.device_of(found),
        serial=serial,
        server=layout.active,
        size_bytes=None if found is None else found.size_bytes,
    )
    return _with_san(snapshot, volumes=volumes, luns=(*san.luns, lun))


def without_lun(snapshot: Snapshot, wwid: str) -> Snapshot:
    """Return the snapshot as ``LunWithdraw`` leaves it: its resource is configured no more."""
    layout, lun = san_layout(snapshot), snapshot.san.lun(wwid)
    gone = {unit.id for unit in layout.units if unit.serial and wwid_of(unit.serial) == wwid}
    if lun is not None and lun.resource:
        gone.add(lun.resource)
    snapshot = assume(NoLun(wwid), snapshot)
    paths = tuple(device for device in snapshot.san.multipaths if device.wwid != wwid)
    return _without_resources(_with_san(snapshot, multipaths=paths), gone)


def without_volume(snapshot: Snapshot, group: str, name: str) -> Snapshot:
    """Return the snapshot as ``VolumeDelete`` leaves it, purged: no volume, no replica."""
    layout, san = san_layout(snapshot), snapshot.san
    volume = san.volume(group, name)
    replica = None if volume is None else layout.replica_of(volume)
    clone = None if replica is None else layout.clone_of(replica.name)
    for server in () if volume is None else volume.servers:
        snapshot = assume(NoVolume(server, group, name), snapshot)
    if replica is not None:
        left = tuple(r for r in snapshot.san.replicas if r.name != replica.name)
        snapshot = _with_san(snapshot, replicas=left)
    return _without_resources(snapshot, set() if clone is None else {clone.clone})


def with_definition(snapshot: Snapshot, vm: Vm) -> Snapshot:
    """Return the snapshot with ``vm`` defined as it says, and its disks used by it."""
    wwids = {disk.wwid for disk in vm.disks} - {""}
    volumes = tuple(
        replace(v, used_by=tuple(dict.fromkeys((*v.used_by, vm.uuid)))) if v.lun in wwids else v
        for v in snapshot.san.volumes
    )
    snapshot = replace(snapshot, vms={**snapshot.vms, vm.uuid: vm})
    return _with_san(snapshot, volumes=volumes)


def without_definition(snapshot: Snapshot, uuid: str) -> Snapshot:
    """Return the snapshot in which there is no VM ``uuid``, no resource runs it, no disk is its."""
    vm = snapshot.vms.get(uuid)
    volumes = tuple(
        replace(v, used_by=tuple(u for u in v.used_by if u != uuid)) for v in snapshot.san.volumes
    )
    left = {key: one for key, one in snapshot.vms.items() if key != uuid}
    snapshot = _with_san(replace(snapshot, vms=left), volumes=volumes)
    protection = None if vm is None else vm.protection
    return _without_resources(snapshot, set() if protection is None else {protection.resource})


def _with_san(snapshot: Snapshot, **changes: object) -> Snapshot:
    san: San = replace(snapshot.san, **changes)  # type: ignore[arg-type]
    return replace(snapshot, san=san)


def _without_resources(snapshot: Snapshot, gone: set[str]) -> Snapshot:
    """Take resources, and what names them, out of Pacemaker's configuration."""
    root = configuration_of(snapshot.pacemaker.configuration) if gone else None
    if root is None:
        return snapshot
    for identity in gone:
        parents = {child: parent for parent in root.iter() for child in parent}
        ties = [tie.element for tie in ties_of(root, identity)]
        resources = root.find("resources")
        found = None if resources is None else find_id(resources, identity)
        for element in (*ties, found):
            if element is not None and element in parents:
                parents[element].remove(element)
    text = ElementTree.tostring(root, encoding="unicode")
    pacemaker = replace(
        snapshot.pacemaker,
        configuration=text,
        resources=tuple(r for r in snapshot.pacemaker.resources if r.id not in gone),
    )
    return replace(snapshot, pacemaker=pacemaker)
