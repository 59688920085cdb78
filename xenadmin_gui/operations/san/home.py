"""Where several servers serve at once: a snapshot as seen from the one that a draft is about.

A SAN without Pacemaker may be active-active: each server has a target of its own, with volumes
of its own. For a draft about a volume or a LUN, the server that serves it is *the* active one.
"""

from __future__ import annotations

from dataclasses import replace

from xenadmin_gui.domain.san import Replica, San
from xenadmin_gui.domain.snapshot import Snapshot


def is_shared_out(snapshot: Snapshot) -> bool:
    """Whether several servers serve at once."""
    return len(snapshot.san.serving) > 1


def server_for(snapshot: Snapshot, replica: Replica) -> str | None:
    """Return who offers the hosts what lies on a replica now; None when nobody does."""
    san = snapshot.san
    if not is_shared_out(snapshot):
        return san.active_server
    offering = [lun.server for lun in san.luns if replica.device and lun.device == replica.device]
    return next((server for server in offering if server is not None), replica.primary)


def at_server(snapshot: Snapshot, server: str) -> Snapshot:
    """Return the snapshot in which ``server`` serves; as it is when it does not, or alone."""
    san = snapshot.san
    if not is_shared_out(snapshot) or server not in san.serving:
        return snapshot
    return replace(snapshot, san=replace(san, active_server=server, view=server))


def at_volume(snapshot: Snapshot, group: str, name: str) -> Snapshot:
    """Return the snapshot as seen from the server that serves a volume, or would."""
    if not is_shared_out(snapshot):
        return snapshot
    return at_server(snapshot, _home_of(snapshot.san, group, name))


def at_lun(snapshot: Snapshot, wwid: str) -> Snapshot:
    """Return the snapshot as seen from the server that offers a LUN."""
    lun = snapshot.san.lun(wwid)
    return snapshot if lun is None else at_server(snapshot, lun.server or "")


def at_group(snapshot: Snapshot, group: str, server: str = "") -> Snapshot:
    """Return the snapshot as seen from the server that a new volume of a group would be served by.

    Args:
        server: The one that is wished; empty: as it is seen already, else that with the group, and
            with most of its volumes.
    """
    if not is_shared_out(snapshot) or (snapshot.san.view and not server):
        return snapshot
    return at_server(snapshot, server or _home_of_group(snapshot.san, group))


def homes_of(snapshot: Snapshot, group: str) -> tuple[str, ...]:
    """Return the serving servers that have a volume group."""
    having = {one.server for one in snapshot.san.groups if group in ("", one.name)}
    return tuple(name for name in snapshot.san.serving if name in having)


def _home_of(san: San, group: str, name: str) -> str:
    volume = san.volume(group, name)
    if volume is None:
        return ""
    replica = next((r for r in san.replicas if r.volume == f"{group}/{name}"), None)
    lun = san.lun(volume.lun) if volume.lun else None
    if replica is not None and replica.primary is not None:
        return replica.primary
    if lun is not None and lun.server is not None:
        return lun.server
    if volume.snapshot_of:
        return _home_of(san, group, volume.snapshot_of)
    if len(volume.servers) == 1:
        return volume.servers[0]
    return _home_of_group(san, group) if volume.deleted_at is not None else ""


def _home_of_group(san: San, group: str) -> str:
    """The only serving server with the group, else that which alone serves most of its volumes."""
    having = {one.server for one in san.groups if one.name == group} & set(san.serving)
    if len(having) == 1:
        return next(iter(having))
    exported = [v.name for v in san.volumes if v.group == group and v.lun]
    served = [_home_of(san, group, name) for name in exported]
    counts = {server: served.count(server) for server in having}
    most = [server for server, count in counts.items() if count == max(counts.values())]
    return most[0] if len(most) == 1 else ""
