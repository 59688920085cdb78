"""The SAN as a whole, put together from replicas, LVM, LUNs and paths; who is active."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.san import ClusterIp, Lun, Replica, San, Target
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.monitoring.assemble_luns import lio_services, make_luns
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView
from xenadmin_gui.monitoring.assemble_paths import PathReader, networks_of
from xenadmin_gui.monitoring.assemble_replicas import assemble_replicas
from xenadmin_gui.monitoring.assemble_volumes import (
    LvmView,
    lv_devices,
    make_groups,
    make_volumes,
    replica_devices,
    view_lvm,
)
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.networks import Networks
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
    lvm = view_lvm(servers, contacts)
    replicas = assemble_replicas(config, contacts, networks, lvm.devices())
    groups = make_groups(lvm, replicas)
    targets, luns = make_luns(_fresh(servers, contacts), view, _sizes(lvm, replicas))
    hosts = [s.name for s in config.servers if Role.HOST in s.roles]
    sessions, multipaths = paths.read(_fresh(hosts, contacts), networks)
    ips = _cluster_ips(contacts, view, networks)
    return San(
        replicas=replicas,
        groups=groups,
        volumes=make_volumes(lvm, servers, groups, replicas, luns, vms),
        luns=luns,
        sessions=sessions,
        multipaths=multipaths,
        cluster_ips=ips,
        active_server=_active(luns, ips, replicas, targets, servers),
        targets=targets,
        drbd_version=_drbd_version(servers, contacts),
        lio_services=lio_services(_fresh(servers, contacts)),
    )


def _fresh(names: list[str], contacts: Mapping[str, HostContact]) -> list[HostReport]:
    fresh = [contacts[name].fresh for name in names]
    return [report for report in fresh if report is not None]


def _sizes(lvm: LvmView, replicas: tuple[Replica, ...]) -> dict[str, int | None]:
    """The size of every device that a LUN may export; in the middle of a resize, the smaller."""
    sizes: dict[str, int | None] = {
        device: copies[0][1].size_bytes
        for (group, name), copies in lvm.copies.items()
        for device in lv_devices(group, name, copies[0][1].path)
    }
    for replica in replicas:
        told = [side.size_bytes for side in replica.sides if side.size_bytes]
        sizes |= dict.fromkeys(replica_devices(replica), min(told, default=None))
    return sizes


def _drbd_version(servers: list[str], contacts: Mapping[str, HostContact]) -> str:
    """The module's version; where the servers differ for a while, the older counts."""
    reports = [contacts[name].report for name in servers]
    told = [r.drbd_proc.version for r in reports if r is not None and r.drbd_proc is not None]
    return min(filter(None, told), key=_version_order, default="")


def _version_order(version: str) -> list[int]:
    return [int(word) for word in re.findall(r"\d{1,9}", version)]


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
    targets: tuple[Target, ...],
    servers: list[str],
) -> str | None:
    """Who serves: most LUNs, else most cluster IPs, else most primaries, else most targets."""
    for named in (
        [lun.server for lun in luns],
        [ip.holder for ip in ips],
        [replica.primary for replica in replicas],
        [target.server for target in targets],
    ):
        counts = Counter(name for name in named if name in servers)
        if counts:
            return counts.most_common(1)[0][0]
    return None
