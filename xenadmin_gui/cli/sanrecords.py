"""The objects of the SAN in plain JSON types: stable, documented in docs/cli.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xenadmin_gui.cli.records import Record, finding_record, host_record
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.san import Lun, Multipath, Path, Replica, ReplicaSide, San, Session, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.domain.work import Work
from xenadmin_gui.operations.san.access import is_let_in
from xenadmin_gui.operations.san.kind import kind_words
from xenadmin_gui.operations.san.layout import san_layout


def volume_state(volume: Volume) -> str:
    """Return what a volume is doing, in one word."""
    if volume.deleted_at is not None:
        return "deleted"
    if volume.health is Health.FAILED:
        return "failed"
    if volume.snapshot_of:
        return "snapshot"
    if volume.used_by:
        return "used"
    return "exported" if volume.lun else "unexported"


def vm_names(uuids: Sequence[str], vms: Mapping[str, Vm]) -> list[str]:
    """Return the names behind UUIDs; a UUID that nobody knows stays."""
    return [vms[uuid].name if uuid in vms else uuid for uuid in uuids]


def volume_record(volume: Volume, snapshot: Snapshot) -> Record:
    """Return a volume as ``volume list`` shows it; sizes in bytes."""
    return {
        "name": volume.name,
        "group": volume.group,
        "size_bytes": volume.size_bytes,
        "lun": volume.lun or None,
        "used_by": list(volume.used_by),
        "used_by_names": vm_names(volume.used_by, snapshot.vms),
        "state": volume_state(volume),
        "health": volume.health.value,
        "servers": list(volume.servers),
        "replica": volume.replica or None,
        "snapshot_of": volume.snapshot_of or None,
        "snapshot_percent": volume.snapshot_percent,
        "tags": list(volume.tags),
        "deleted_at": volume.deleted_at,
        "former_name": volume.former_name,
        "work": work_record(volume.work),
    }


def volume_details(volume: Volume, snapshot: Snapshot) -> Record:
    """Return a volume as ``volume show`` shows it."""
    snapshots = [
        volume_record(one, snapshot)
        for one in snapshot.san.volumes
        if one.snapshot_of == volume.name and one.group == volume.group
    ]
    copies = [
        {"server": c.server, "size_bytes": c.size_bytes, "attributes": c.attributes}
        for c in volume.copies
    ]
    return {
        **volume_record(volume, snapshot),
        "copies": copies,
        "snapshots": snapshots,
        "findings": _findings(snapshot, volume.key),
    }


def work_record(work: Work | None) -> Record | None:
    """Return what a task does to an object, or has left half done."""
    if work is None:
        return None
    return {"what": work.words, "task": work.task, "title": work.title}


def lun_record(lun: Lun, snapshot: Snapshot) -> Record:
    """Return a LUN as ``lun list`` shows it."""
    volume = next((v for v in snapshot.san.volumes if v.lun == lun.wwid), None)
    users = sorted(
        (v for v in snapshot.vms.values() if any(d.wwid == lun.wwid for d in v.disks)),
        key=lambda vm: (vm.name, vm.uuid),
    )
    return {
        "wwid": lun.wwid,
        "target": lun.target,
        "number": lun.number,
        "portal_group": lun.tag,
        "device": lun.device,
        "server": lun.server,
        "size_bytes": lun.size_bytes,
        "serial": lun.serial,
        "resource": lun.resource or None,
        "volume": f"{volume.group}/{volume.name}" if volume else None,
        "used_by": [vm.uuid for vm in users],
        "used_by_names": [vm.name for vm in users],
        "state": "offered" if lun.server else "not offered",
        "health": lun.health.value,
        "read_only": lun.read_only,
        "initiators": list(lun.initiators),
        "work": work_record(lun.work),
    }


def lun_details(lun: Lun, snapshot: Snapshot) -> Record:
    """Return a LUN as ``lun show`` shows it."""
    paths = [
        path_record(multipath, path)
        for multipath in snapshot.san.multipaths
        if multipath.wwid == lun.wwid
        for path in multipath.paths
    ]
    findings = _findings(snapshot, lun.key)
    return {**lun_record(lun, snapshot), "paths": paths, "findings": findings}


def path_record(multipath: Multipath, path: Path) -> Record:
    """Return a path as ``path list`` shows it; ``lun`` is the WWID."""
    return {
        "host": multipath.host,
        "lun": multipath.wwid,
        "network": path.network,
        "state": path.state,
        "device": path.device,
        "priority": path.priority,
        "usable": path.is_usable,
        "means": path.meaning[0],
        "next_step": path.meaning[1],
    }


def session_record(session: Session) -> Record:
    """Return a session as ``session list`` shows it; state as iscsiadm says."""
    return {
        "host": session.host,
        "target": session.target,
        "portal": session.portal,
        "network": session.network,
        "state": session.state,
    }


def initiator_records(snapshot: Snapshot) -> list[Record]:
    """Return whom the SAN lets in, hosts first, as ``san initiators`` shows it."""
    hosts = {h.initiator: h.name for h in snapshot.hosts if h.initiator}
    listed = {one for target in snapshot.san.targets for one in target.initiators}
    unnamed = [(h.name, "") for h in snapshot.hosts if not h.initiator]
    known = [(host, initiator) for initiator, host in hosts.items()]
    strange = [("", initiator) for initiator in sorted(listed - hosts.keys())]
    return [
        {
            "initiator": initiator,
            "host": host or None,
            "allowed": is_let_in(snapshot, initiator),
            "sessions": sum(s.host == host for s in snapshot.san.sessions) if host else 0,
        }
        for host, initiator in (*known, *unnamed, *strange)
    ]


def side_record(side: ReplicaSide) -> Record:
    """Return what one SAN server says of a replica."""
    return {
        "server": side.server,
        "role": side.role,
        "disk": side.disk,
        "connection": side.connection,
        "replication": side.replication,
        "sync_percent": side.sync_percent,
        "out_of_sync_bytes": side.out_of_sync_bytes,
        "device": side.device,
        "backing": side.backing,
        "up": side.is_up,
        "rate_bytes_s": side.rate_bytes_s,
        "left_s": side.left_s,
        "health": side.health.value,
    }


def replica_record(replica: Replica) -> Record:
    """Return a replica as ``replica list`` shows it."""
    return {
        "name": replica.name,
        "health": replica.health.value,
        "primary": replica.primary,
        "in_sync": replica.is_in_sync,
        "split_brain": replica.is_split_brain,
        "disagreement": replica.disagreement,
        "unasked": list(replica.unasked),
        "volume": replica.volume or None,
        "network": replica.network or None,
        "schedule": replica.schedule or None,
        "verified": _verified(replica),
        "work": work_record(replica.work),
        "sides": [side_record(side) for side in replica.sides],
    }


def _verified(replica: Replica) -> Record | None:
    found = replica.verified
    if found is None:
        return None
    return {
        "server": found.server,
        "begun": found.begun,
        "ended": found.ended,
        "result": found.result,
        "out_of_sync_bytes": found.out_of_sync_bytes,
    }


def replica_details(replica: Replica, snapshot: Snapshot) -> Record:
    """Return a replica as ``replica show`` shows it, with what each side's state means."""
    sides = [
        {**side_record(side), "means": side.meaning[0], "next_step": side.meaning[1]}
        for side in replica.sides
    ]
    findings = _findings(snapshot, replica.key)
    return {
        **replica_record(replica),
        "sides": sides,
        "port": replica.port,
        "minor": replica.minor,
        "config_file": replica.config_file or None,
        "findings": findings,
    }


def san_record(snapshot: Snapshot) -> Record:
    """Return the storage as ``san show`` shows it; sizes in bytes."""
    san, layout = snapshot.san, san_layout(snapshot)
    return {
        "kind": kind_words(layout),
        "served_by": layout.served_by.value,
        "active_server": san.active_server,
        "serving": list(san.servers_on_duty),
        "drbd_version": san.drbd_version or None,
        "servers": [host_record(server, snapshot) for server in snapshot.san_servers],
        "replicas": [replica_record(replica) for replica in san.replicas],
        "volume_groups": [
            {
                "server": group.server,
                "name": group.name,
                "size_bytes": group.size_bytes,
                "free_bytes": group.free_bytes,
                "missing_pvs": group.missing_pvs,
                "replica": group.replica or None,
                "pvs": list(group.pvs),
            }
            for group in san.groups
        ],
        "volumes": [volume_record(volume, snapshot) for volume in san.volumes],
        "luns": [lun_record(lun, snapshot) for lun in san.luns],
        **_chain(san),
    }


def _chain(san: San) -> Record:
    """What lies between the LUNs and the hosts."""
    return {
        "targets": [
            {
                "iqn": target.iqn,
                "portals": list(target.portals),
                "server": target.server,
                "resource": target.resource or None,
                "initiators": list(target.initiators),
                "portal_groups": [
                    {
                        "tag": group.tag,
                        "portals": list(group.portals),
                        "initiators": list(group.initiators),
                    }
                    for group in target.groups
                ],
            }
            for target in san.targets
        ],
        "sessions": [session_record(session) for session in san.sessions],
        "multipaths": [
            {
                "host": multipath.host,
                "wwid": multipath.wwid,
                "device": multipath.device,
                "health": multipath.health.value,
                "queues": multipath.queues,
                "size_bytes": multipath.size_bytes,
            }
            for multipath in san.multipaths
        ],
        "paths": [path_record(m, path) for m in san.multipaths for path in m.paths],
        "cluster_ips": [
            {"address": ip.address, "network": ip.network, "holder": ip.holder}
            for ip in san.cluster_ips
        ],
    }


def _findings(snapshot: Snapshot, key: Key) -> list[Record]:
    return [finding_record(finding) for finding in snapshot.findings if finding.subject == key]
