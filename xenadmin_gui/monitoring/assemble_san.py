"""The servers' side of the SAN: volume groups, volumes, LUNs, cluster IPs, and who is active."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.san import ClusterIp, Lun, Replica, San, Volume, VolumeGroup
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView
from xenadmin_gui.monitoring.assemble_paths import PathReader, networks_of
from xenadmin_gui.monitoring.assemble_replicas import assemble_replicas
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.networks import Networks
from xenadmin_gui.monitoring.parse.lio import wwid_of_serial
from xenadmin_gui.monitoring.parse.lvm import Lv
from xenadmin_gui.monitoring.report import HostReport


def assemble_san(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    view: PacemakerView,
    vms: Iterable[Vm],
    paths: PathReader,
) -> San:
    """Return the SAN; states come from fresh answers only, what exists also from old ones."""
    networks = networks_of(config.networks)
    servers = [s.name for s in config.servers if Role.SAN in s.roles]
    replicas = assemble_replicas(config, contacts)
    sizes = {s.device: s.size_bytes for r in replicas for s in r.sides if s.size_bytes}
    luns = _luns(servers, contacts, view, sizes)
    fresh = [contacts[s.name].fresh for s in config.servers if Role.HOST in s.roles]
    reports = [report for report in fresh if report is not None]
    sessions, multipaths = paths.read(reports, networks)
    ips = _cluster_ips(contacts, view, networks)
    return San(
        replicas=replicas,
        groups=_groups(servers, contacts),
        volumes=_volumes(servers, contacts, replicas, luns, vms),
        luns=luns,
        sessions=sessions,
        multipaths=multipaths,
        cluster_ips=ips,
        active_server=_active(luns, ips, replicas, servers),
    )


def _known(servers: list[str], contacts: Mapping[str, HostContact]) -> list[HostReport]:
    """Last answers of the SAN servers, fresh ones first."""
    said = [contacts[name] for name in servers if contacts[name].report is not None]
    said.sort(key=lambda contact: contact.fresh is None)
    return [contact.report for contact in said if contact.report is not None]


def _groups(servers: list[str], contacts: Mapping[str, HostContact]) -> tuple[VolumeGroup, ...]:
    return tuple(
        VolumeGroup(report.server, vg.name, vg.size_bytes, vg.free_bytes, vg.missing_pvs)
        for report in sorted(_known(servers, contacts), key=lambda r: servers.index(r.server))
        for vg in report.vgs or ()
    )


def _volumes(
    servers: list[str],
    contacts: Mapping[str, HostContact],
    replicas: tuple[Replica, ...],
    luns: tuple[Lun, ...],
    vms: Iterable[Vm],
) -> tuple[Volume, ...]:
    seen: dict[tuple[str, str], list[tuple[str, Lv]]] = {}
    for report in _known(servers, contacts):
        for lv in report.lvs or ():
            seen.setdefault((lv.group, lv.name), []).append((report.server, lv))
    backed = {side.backing: (r.name, side.device) for r in replicas for side in r.sides}
    exported = {lun.device: lun.wwid for lun in luns if lun.device}
    users: dict[str, list[str]] = {}
    by_path: dict[str, list[str]] = {}
    for vm in vms:
        for disk in vm.disks:
            table, key = (users, disk.wwid) if disk.wwid else (by_path, disk.source)
            table.setdefault(key, []).append(vm.uuid)
    found: list[Volume] = []
    for (group, name), copies in sorted(seen.items()):
        first = copies[0][1]
        replica, device = backed.get(first.path) or backed.get(_mapper(group, name)) or ("", "")
        lun = exported.get(device) or exported.get(first.path, "")
        used = users.get(lun, []) if lun else by_path.get(device or first.path, [])
        found.append(
            Volume(
                name=name,
                group=group,
                size_bytes=first.size_bytes,
                servers=tuple(sorted((s for s, _ in copies), key=servers.index)),
                lun=lun,
                replica=replica,
                used_by=tuple(sorted(set(used))),
                attributes=first.attributes,
                tags=first.tags,
                snapshot_of=first.origin,
                snapshot_percent=first.percent if first.origin else None,
            )
        )
    return tuple(found)


def _mapper(group: str, name: str) -> str:
    """The device mapper's name of a volume: dashes are doubled."""
    return f"/dev/mapper/{group.replace('-', '--')}-{name.replace('-', '--')}"


def _luns(
    servers: list[str],
    contacts: Mapping[str, HostContact],
    view: PacemakerView,
    sizes: Mapping[str, int | None],
) -> tuple[Lun, ...]:
    """What the kernels offer now, completed by what Pacemaker is to offer."""
    found: dict[str, Lun] = {}
    resources = _lun_resources(view)
    for name in servers:
        report = contacts[name].fresh
        for lun in _offered(report, resources, sizes) if report is not None else ():
            found[lun.wwid] = lun
    for lun in resources.values():
        if lun.wwid not in found:
            size = sizes.get(lun.device)
            found[lun.wwid] = Lun(
                lun.wwid, lun.target, lun.number, lun.device, lun.serial, lun.resource, None, size
            )
    return tuple(sorted(found.values(), key=lambda lun: (lun.target, lun.number)))


def _offered(
    report: HostReport,
    resources: Mapping[tuple[str, int], Lun],
    sizes: Mapping[str, int | None],
) -> list[Lun]:
    found: list[Lun] = []
    serials, devices = report.serials or {}, report.udev_paths or {}
    for link in report.lun_links or ():
        configured = resources.get((link.target, link.number))
        serial = serials.get(link.store, "" if configured is None else configured.serial)
        if not serial:
            continue
        device = devices.get(link.store, "" if configured is None else configured.device)
        found.append(
            Lun(
                wwid=wwid_of_serial(serial),
                target=link.target,
                number=link.number,
                device=device,
                serial=serial,
                resource="" if configured is None else configured.resource,
                server=report.server,
                size_bytes=sizes.get(device),
            )
        )
    return found


def _lun_resources(view: PacemakerView) -> dict[tuple[str, int], Lun]:
    """The iSCSILogicalUnit resources, by target and LUN number."""
    found: dict[tuple[str, int], Lun] = {}
    for primitive in view.cib.of_agent("iSCSILogicalUnit") if view.cib is not None else ():
        said = primitive.parameters
        target, number = said.get("target_iqn", ""), said.get("lun", "")
        if not target or not number.isdigit():
            continue
        serial = said.get("scsi_sn") or _default_serial(primitive.id)
        found[target, int(number)] = Lun(
            wwid=wwid_of_serial(serial),
            target=target,
            number=int(number),
            device=said.get("path", ""),
            serial=serial,
            resource=primitive.id,
        )
    return found


def _default_serial(resource: str) -> str:
    """The serial the agent takes by itself: the first 8 digits of the name's MD5."""
    return hashlib.md5(resource.encode(), usedforsecurity=False).hexdigest()[:8]


def _cluster_ips(
    contacts: Mapping[str, HostContact], view: PacemakerView, networks: Networks
) -> tuple[ClusterIp, ...]:
    """The IPaddr2 resources; whoever shows the address has it, else whom Pacemaker names."""
    found: list[ClusterIp] = []
    for primitive in view.cib.of_agent("IPaddr2") if view.cib is not None else ():
        address = primitive.parameters.get("ip", "")
        if not address:
            continue
        fresh = [c.fresh for c in contacts.values() if c.fresh is not None]
        holders = [r.server for r in fresh if r.addresses is not None and address in r.addresses]
        holder = holders[0] if holders else _named(view, primitive.id, contacts)
        found.append(ClusterIp(address, networks.name_of(address), primitive.id, holder))
    return tuple(found)


def _named(
    view: PacemakerView, resource_id: str, contacts: Mapping[str, HostContact]
) -> str | None:
    """Whom Pacemaker names as holder, unless that server could have told and did not."""
    resource = view.pacemaker.resource(resource_id)
    if resource is None or view.pacemaker.reason or len(resource.nodes) != 1:
        return None
    name = view.servers(resource.nodes)[0]
    contact = contacts.get(name)
    told = contact is not None and contact.fresh is not None
    if told and contact is not None and contact.fresh is not None:
        return None if contact.fresh.addresses is not None else name
    return name


def _active(
    luns: tuple[Lun, ...],
    ips: tuple[ClusterIp, ...],
    replicas: tuple[Replica, ...],
    servers: list[str],
) -> str | None:
    """Who serves: most LUNs, else most cluster IPs, else most primaries."""
    for named in (
        [lun.server for lun in luns],
        [ip.holder for ip in ips],
        [replica.primary for replica in replicas],
    ):
        counts = Counter(name for name in named if name in servers)
        if counts:
            return counts.most_common(1)[0][0]
    return None
