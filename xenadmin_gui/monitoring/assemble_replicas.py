"""Asks both sides of every DRBD resource and puts their words next to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.san import Replica, ReplicaSide
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.parse.drbd import DrbdSide
from xenadmin_gui.monitoring.parse.drbd_config import DrbdVolume
from xenadmin_gui.monitoring.report import HostReport


def assemble_replicas(
    config: ClusterConfig, contacts: Mapping[str, HostContact]
) -> tuple[Replica, ...]:
    """Return every DRBD resource by name.

    A resource that only an old answer or the other server's configuration knows still counts:
    the server that should tell of it is among ``unasked``.
    """
    volumes = _volumes(config, contacts)
    sides: dict[str, list[ReplicaSide]] = {}
    for server in config.servers:
        if Role.SAN not in server.roles:
            continue
        report = contacts[server.name].fresh
        for seen in _sides(report, volumes) if report is not None else ():
            side = _side(server.name, seen, volumes.get((seen.name, server.name)))
            sides.setdefault(seen.name, []).append(side)
    names = sorted(sides.keys() | {name for name, _ in volumes})
    return tuple(_replica(name, sides.get(name, []), volumes) for name in names)


def _replica(
    name: str, sides: list[ReplicaSide], volumes: Mapping[tuple[str, str], DrbdVolume]
) -> Replica:
    told = {side.server for side in sides}
    due = {server for resource, server in volumes if resource == name}
    return Replica(name, tuple(sides), unasked=tuple(sorted(due - told)))


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
    by_minor = {one.minor: one for one in report.drbd_proc or ()}
    completed: list[DrbdSide] = []
    for side in sides:
        percent = side.sync_percent if side.sync_percent is not None else percents.get(side.name)
        proc = None if side.minor is None else by_minor.get(side.minor)
        if percent is None and proc is not None and side.replication.startswith("Sync"):
            percent = proc.sync_percent
        completed.append(
            side if percent == side.sync_percent else replace(side, sync_percent=percent)
        )
    return tuple(completed)


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
        )
        for one in report.drbd_proc or ()
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
    )
