"""LVM as the SAN servers tell it: volume groups and volumes, tied to replicas and LUNs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xenadmin_gui.domain.san import Lun, Replica, Volume, VolumeCopy, VolumeGroup
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.parse.lvm import Lv, Vg
from xenadmin_gui.monitoring.report import HostReport


@dataclass(frozen=True, slots=True)
class LvmView:
    """What LVM is, over all servers.

    Attributes:
        groups: Each group as each server tells it, in the order of the servers.
        copies: What each server tells of the volume (group, name), fresh answers first.
    """

    groups: tuple[tuple[HostReport, Vg], ...]
    copies: Mapping[tuple[str, str], tuple[tuple[str, Lv], ...]]

    def devices(self) -> dict[str, str]:
        """Return ``group/name`` by each device that a volume may be called by."""
        return {
            device: f"{group}/{name}"
            for (group, name), copies in self.copies.items()
            for device in lv_devices(group, name, copies[0][1].path)
        }


def lv_devices(group: str, name: str, path: str = "") -> tuple[str, ...]:
    """Return what a volume's device is called; the device mapper doubles dashes."""
    plain = f"/dev/{group}/{name}"
    mapper = f"/dev/mapper/{group.replace('-', '--')}-{name.replace('-', '--')}"
    return (plain, mapper) if path in ("", plain) else (path, plain, mapper)


def replica_devices(replica: Replica) -> tuple[str, ...]:
    """Return what a replica's device is called (drbd.rules of udev)."""
    named = [side.device for side in replica.sides if side.device]
    if replica.minor is not None:
        named.append(f"/dev/drbd{replica.minor}")
    by_name = f"/dev/drbd/by-res/{replica.name}"
    return tuple(dict.fromkeys((*named, f"{by_name}/0", by_name)))


def view_lvm(servers: list[str], contacts: Mapping[str, HostContact]) -> LvmView:
    """Put the servers' answers together.

    Where the group lies on a replica only the server that has it active shows it: what another
    said before it stopped answering is the same group, not a second one.
    """
    reports = [contacts[name].report for name in servers if contacts[name].report is not None]
    said = [report for report in reports if report is not None]
    fresh = {report.server for report in said if contacts[report.server].fresh is not None}
    shown = {vg.name for report in said if report.server in fresh for vg in report.vgs or ()}
    groups: list[tuple[HostReport, Vg]] = []
    copies: dict[tuple[str, str], list[tuple[str, Lv]]] = {}
    for report in sorted(said, key=lambda report: report.server not in fresh):
        moved = _moved(report, shown) if report.server not in fresh else frozenset()
        groups += [(report, vg) for vg in report.vgs or () if vg.name not in moved]
        for lv in report.lvs or ():
            if lv.group not in moved:
                copies.setdefault((lv.group, lv.name), []).append((report.server, lv))
    groups.sort(key=lambda one: servers.index(one[0].server))
    return LvmView(tuple(groups), {key: tuple(one) for key, one in sorted(copies.items())})


def _moved(report: HostReport, shown: set[str]) -> frozenset[str]:
    """Groups of an old answer that lie on DRBD and that another server shows by now."""
    on_drbd = {pv.group for pv in report.pvs or () if pv.device.startswith("/dev/drbd")}
    return frozenset(on_drbd & shown)


def make_groups(view: LvmView, replicas: Iterable[Replica]) -> tuple[VolumeGroup, ...]:
    """Return the volume groups with their disks and the replica below, if one is."""
    below = {device: one.name for one in replicas for device in replica_devices(one)}
    found: list[VolumeGroup] = []
    for report, vg in view.groups:
        pvs = tuple(pv.device for pv in report.pvs or () if pv.group == vg.name)
        found.append(
            VolumeGroup(
                report.server,
                vg.name,
                vg.size_bytes,
                vg.free_bytes,
                vg.missing_pvs,
                replica=next((below[pv] for pv in pvs if pv in below), ""),
                pvs=pvs,
                uuid=vg.uuid,
            )
        )
    return tuple(found)


def make_volumes(
    view: LvmView,
    servers: list[str],
    groups: Iterable[VolumeGroup],
    replicas: Iterable[Replica],
    luns: Iterable[Lun],
    vms: Iterable[Vm],
) -> tuple[Volume, ...]:
    """Return the volumes; each leads to its replica, its LUN and the VMs at its end."""
    over = {replica.volume: replica for replica in replicas if replica.volume}
    under = {group.name: group.replica for group in groups if group.replica}
    exported = {lun.device: lun.wwid for lun in luns if lun.device}
    users = _users(vms)
    found: list[Volume] = []
    for (group, name), copies in view.copies.items():
        first = copies[0][1]
        replica = over.get(f"{group}/{name}")
        own = lv_devices(group, name, first.path)
        devices = (*replica_devices(replica), *own) if replica is not None else own
        lun = next((exported[device] for device in devices if device in exported), "")
        used = users.get(lun, set()) if lun else set()
        for device in () if lun else devices:
            used = used | users.get(device, set())
        ordered = sorted(copies, key=lambda copy: servers.index(copy[0]))
        found.append(
            Volume(
                name=name,
                group=group,
                size_bytes=first.size_bytes,
                servers=tuple(server for server, _ in ordered),
                lun=lun,
                replica=replica.name if replica is not None else under.get(group, ""),
                used_by=tuple(sorted(used)),
                attributes=first.attributes,
                tags=first.tags,
                snapshot_of=first.origin,
                snapshot_percent=_fill(first),
                copies=tuple(
                    VolumeCopy(server, lv.size_bytes, lv.attributes, lv.tags, lv.uuid)
                    for server, lv in ordered
                ),
            )
        )
    return tuple(found)


def _fill(lv: Lv) -> float | None:
    """Only a snapshot of its own space can fill up; a thin one's figure means something else."""
    return lv.percent if lv.origin and lv.attributes[:1] in "sS" else None


def _users(vms: Iterable[Vm]) -> dict[str, set[str]]:
    """UUIDs of VMs by the WWID or else the device of their disks."""
    found: dict[str, set[str]] = {}
    for vm in vms:
        for disk in vm.disks:
            found.setdefault(disk.wwid or disk.source, set()).add(vm.uuid)
    return found
