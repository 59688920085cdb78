"""Asks both sides of every DRBD resource and puts their words next to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.san import Replica, ReplicaSide
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.networks import Networks
from xenadmin_gui.monitoring.parse.drbd import DrbdMinor, DrbdSide
from xenadmin_gui.monitoring.parse.drbd_config import DrbdVolume
from xenadmin_gui.monitoring.report import HostReport

#: Replications of which /proc/drbd tells how far they are.
_COPYING = ("SyncSource", "SyncTarget", "PausedSyncS", "PausedSyncT", "VerifyS", "VerifyT")


def assemble_replicas(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    networks: Networks,
    lvs: Mapping[str, str],
) -> tuple[Replica, ...]:
    """Return every DRBD resource by name.

    A resource that only an old answer or the other server's configuration knows still counts:
    the server that should tell of it is among ``unasked``. One that a server has configured and
    does not run is down there.

    Args:
        lvs: ``group/name`` of every volume, by each of its devices.
    """
    volumes = _volumes(config, contacts)
    sides: dict[str, list[ReplicaSide]] = {}
    for server in config.servers:
        if Role.SAN not in server.roles:
            continue
        report = contacts[server.name].fresh
        for side in _sides_of(report, volumes) if report is not None else ():
            sides.setdefault(side[0], []).append(side[1])
    by_name: dict[str, dict[str, DrbdVolume]] = {name: {} for name in sides}
    for (name, host), volume in volumes.items():
        by_name.setdefault(name, {})[host] = volume
    reports = [
        contact.report
        for server, contact in sorted(contacts.items())
        if contact.report is not None and Role.SAN in config.server(server).roles
    ]
    return tuple(
        _compared(_replica(name, sides.get(name, []), by_name[name], networks, lvs), reports)
        for name in sorted(by_name)
    )


def _compared(replica: Replica, reports: list[HostReport]) -> Replica:
    """Add the schedule of its comparisons, and the newest result of all servers."""
    name = replica.name
    schedules = [(report.schedules or {}).get(name, "") for report in reports]
    results = [
        replace((report.verified or {})[name], server=report.server)
        for report in reports
        if name in (report.verified or {})
    ]
    newest = max(results, key=lambda result: result.ended, default=None)
    schedule = next(filter(None, schedules), "")
    if not schedule and newest is None:
        return replica
    return replace(replica, schedule=schedule, verified=newest)


def _replica(
    name: str,
    sides: list[ReplicaSide],
    volumes: Mapping[str, DrbdVolume],
    networks: Networks,
    lvs: Mapping[str, str],
) -> Replica:
    told = {side.server for side in sides}
    addresses = tuple((host, v.address) for host, v in sorted(volumes.items()) if v.address)
    named = {networks.name_of(address) for _, address in addresses}
    below = [lvs[v.backing] for v in volumes.values() if v.backing in lvs]
    return Replica(
        name,
        tuple(sides),
        unasked=tuple(sorted(volumes.keys() - told)),
        minor=next((v.minor for v in volumes.values()), None),
        port=next((v.port for v in volumes.values() if v.port is not None), None),
        addresses=addresses,
        config_file=next((v.file for v in volumes.values() if v.file), ""),
        volume=below[0] if below else "",
        network=named.pop() if len(named) == 1 else "",
        verify_alg=next((v.verify_alg for v in volumes.values()), None),
    )


def _sides_of(
    report: HostReport, volumes: Mapping[tuple[str, str], DrbdVolume]
) -> list[tuple[str, ReplicaSide]]:
    """What one server says, what it has configured and does not run included."""
    found = [
        (seen.name, _side(report.server, seen, volumes.get((seen.name, report.server))))
        for seen in _sides(report, volumes)
    ]
    if not _tells_what_runs(report):
        return found
    running = {name for name, _ in found}
    for volume in report.drbd_config or ():
        one = volumes.get((volume.resource, report.server))
        if one is not None and volume.resource not in running:
            running.add(volume.resource)
            found.append(
                (
                    volume.resource,
                    ReplicaSide(
                        report.server,
                        role="",
                        disk="",
                        device=one.device,
                        backing=one.backing,
                        is_up=False,
                    ),
                )
            )
    return found


def _tells_what_runs(report: HostReport) -> bool:
    told = report.drbd_events is not None or report.drbd_status is not None
    return told or (report.drbd_proc is not None and bool(report.drbd_proc.minors))


def _volumes(
    config: ClusterConfig, contacts: Mapping[str, HostContact]
) -> dict[tuple[str, str], DrbdVolume]:
    """Return the configured volume of each (resource, server), fresh answers over old ones."""
    by_node = {server.node_name: server.name for server in config.servers}
    by_node.update((server.name, server.name) for server in config.servers)
    found: dict[tuple[str, str], DrbdVolume] = {}
    ordered = sorted(contacts.values(), key=lambda contact: contact.fresh is not None)
    for contact in ordered:
        for volume in (contact.report.drbd_config or ()) if contact.report is not None else ():
            if volume.host in by_node:
                found[volume.resource, by_node[volume.host]] = volume
    return found


def _sides(
    report: HostReport, volumes: Mapping[tuple[str, str], DrbdVolume]
) -> tuple[DrbdSide, ...]:
    """events2 tells most; status and /proc/drbd add to it or stand in for it."""
    sides = report.drbd_events if report.drbd_events is not None else report.drbd_status
    if sides is None:
        return _from_proc(report, volumes)
    percents = {side.name: side.sync_percent for side in report.drbd_status or ()}
    by_minor = {one.minor: one for one in _minors(report)}
    completed: list[DrbdSide] = []
    for side in sides:
        percent = side.sync_percent if side.sync_percent is not None else percents.get(side.name)
        proc = None if side.minor is None else by_minor.get(side.minor)
        if percent is None and proc is not None and side.replication in _COPYING:
            percent = proc.sync_percent
        if percent != side.sync_percent:
            side = replace(side, sync_percent=percent)
        if proc is not None and proc.rate_bytes_s is not None:
            side = replace(side, rate_bytes_s=proc.rate_bytes_s, left_s=proc.left_s)
        completed.append(side)
    return tuple(completed)


def _minors(report: HostReport) -> tuple[DrbdMinor, ...]:
    return report.drbd_proc.minors if report.drbd_proc is not None else ()


def _from_proc(
    report: HostReport, volumes: Mapping[tuple[str, str], DrbdVolume]
) -> tuple[DrbdSide, ...]:
    names = {v.minor: v.resource for (_, server), v in volumes.items() if server == report.server}
    return tuple(
        DrbdSide(
            name=names[one.minor],
            role=one.role,
            disk=one.disk,
            connection=one.connection,
            replication=one.replication,
            peer_role=one.peer_role if one.connection == "Connected" else "",
            peer_disk=one.peer_disk,
            sync_percent=one.sync_percent,
            out_of_sync_bytes=one.out_of_sync_bytes,
            minor=one.minor,
            rate_bytes_s=one.rate_bytes_s,
            left_s=one.left_s,
        )
        for one in _minors(report)
        if one.minor in names and one.role
    )


def _side(server: str, seen: DrbdSide, volume: DrbdVolume | None) -> ReplicaSide:
    device = "" if seen.minor is None else f"/dev/drbd{seen.minor}"
    return ReplicaSide(
        server=server,
        role=seen.role,
        disk=seen.disk,
        connection=seen.connection,
        replication=seen.replication,
        peer_role=seen.peer_role,
        peer_disk=seen.peer_disk,
        sync_percent=seen.sync_percent,
        out_of_sync_bytes=seen.out_of_sync_bytes,
        size_bytes=seen.size_bytes,
        device=device if volume is None else volume.device,
        backing="" if volume is None else volume.backing,
        quorum=seen.quorum,
        rate_bytes_s=seen.rate_bytes_s,
        left_s=seen.left_s,
    )
