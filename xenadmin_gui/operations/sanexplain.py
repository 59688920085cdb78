"""Why a condition about the SAN does not hold, as a sentence for the administrator."""

from __future__ import annotations

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.asked import (
    GROUPS,
    LUNS,
    PATHS,
    SESSIONS,
    VOLUMES,
    why_no_definitions,
    why_no_luns,
    why_no_replicas,
    why_untold,
)
from xenadmin_gui.operations.sancondition import (
    CibHas,
    CibInGroup,
    CibValue,
    GroupMembers,
    GroupRoom,
    HostSilent,
    InitiatorAllowed,
    LunNumberFree,
    LunOffered,
    LunUnused,
    MultipathSize,
    NodeEmpty,
    NodeStandby,
    NoLun,
    NoPaths,
    NoSessions,
    NoVolume,
    PathsReady,
    ReplicaInSync,
    ReplicaNumbersFree,
    ReplicaSame,
    ReplicaSideIs,
    ResourceUp,
    SanActive,
    SanCondition,
    SessionIs,
    VmHasDisk,
    VolumeIs,
    VolumeNotExported,
    VolumeUnused,
)
from xenadmin_gui.operations.sanholds import (
    lun_of,
    multipath_of,
    pacemaker_answers,
    side_of,
    volume_of,
)
from xenadmin_gui.operations.sizes import size_text


def san_why_not(condition: SanCondition, snapshot: Snapshot) -> str:
    """Say why ``condition`` does not hold or cannot be judged."""
    match condition:
        case VolumeUnused():
            return _users(condition, snapshot)
        case VolumeNotExported(group, name):
            volume = volume_of(snapshot, group, name)
            lun = "" if volume is None else volume.lun
            return f"{group}/{name} is exported as the LUN {lun}." if lun else why_no_luns(snapshot)
        case LunUnused(wwid):
            vms = snapshot.vms.values()
            names = sorted(vm.name for vm in vms if any(d.wwid == wwid for d in vm.disks))
            if not names:
                return why_no_definitions(snapshot)
            return f"The LUN {wwid} is a disk of {', '.join(names)}."
        case HostSilent(host):
            return f"{host} answers."
        case InitiatorAllowed(target, initiator, allowed):
            if untold := why_no_luns(snapshot):
                return untold
            if allowed:
                return f"The target {target} does not let {initiator} in."
            return f"The target {target} still lets {initiator} in."
        case CibValue(element_id):
            if not pacemaker_answers(snapshot):
                return snapshot.pacemaker.reason or "No member of the Pacemaker cluster answers."
            return f"Somebody changed {element_id} in Pacemaker's configuration."
        case VolumeIs() | NoVolume() | GroupRoom():
            return _of_volumes(condition, snapshot)
        case ReplicaSideIs() | ReplicaInSync() | ReplicaSame() | ReplicaNumbersFree():
            return _of_replicas(condition, snapshot)
        case LunOffered() | NoLun() | LunNumberFree() | SanActive():
            return _of_luns(condition, snapshot)
        case PathsReady() | NoPaths() | MultipathSize() | SessionIs() | NoSessions():
            return _of_hosts(condition, snapshot)
        case NodeStandby() | NodeEmpty() | CibHas() | CibInGroup() | GroupMembers() | ResourceUp():
            return _of_pacemaker(condition, snapshot)
        case VmHasDisk(uuid, wwid, present):
            vm = snapshot.vms.get(uuid)
            name = uuid if vm is None else vm.name
            return f"{name} has no disk {wwid}." if present else f"{name} has the disk {wwid}."


def _of_volumes(condition: VolumeIs | NoVolume | GroupRoom, snapshot: Snapshot) -> str:
    tools = GROUPS if isinstance(condition, GroupRoom) else VOLUMES
    if untold := why_untold(snapshot, condition.server, tools):
        return untold
    match condition:
        case VolumeIs(server, group, name, min_bytes):
            volume = volume_of(snapshot, group, name)
            copy = None if volume is None else volume.copy(server)
            if copy is None:
                return f"{server} has no volume {group}/{name}."
            size, wanted = size_text(copy.size_bytes), size_text(min_bytes)
            return f"{group}/{name} on {server} has {size}, not {wanted}."
        case NoVolume(server, group, name):
            return f"{server} has a volume {group}/{name}."
        case GroupRoom(server, group, free_bytes):
            groups = snapshot.san.groups
            found = [g for g in groups if (g.server, g.name) == (server, group)]
            if not found:
                return f"{server} has no volume group {group}."
            free, wanted = size_text(found[0].free_bytes), size_text(free_bytes)
            return f"The volume group {group} on {server} has {free} free, {wanted} are needed."


def _users(condition: VolumeUnused, snapshot: Snapshot) -> str:
    volume = volume_of(snapshot, condition.group, condition.name)
    uuids = () if volume is None else volume.used_by
    names = [snapshot.vms[u].name if u in snapshot.vms else u for u in uuids]
    if not names:
        return why_no_definitions(snapshot) or why_no_luns(snapshot)
    return f"{condition.group}/{condition.name} is used by {', '.join(sorted(names))}."


def _of_replicas(
    condition: ReplicaSideIs | ReplicaInSync | ReplicaSame | ReplicaNumbersFree,
    snapshot: Snapshot,
) -> str:
    match condition:
        case ReplicaSideIs(replica, server, up):
            side = side_of(snapshot, replica, server)
            if silent := why_untold(snapshot, server, ()):
                return silent
            if side is None and (untold := why_no_replicas(snapshot, server)):
                return untold
            if side is None or not side.is_up:
                return f"The replica {replica} is down on {server}."
            now = "/".join(filter(None, (side.connection, side.role, side.disk)))
            if up is False:
                return f"The replica {replica} is up on {server} ({now})."
            return f"The replica {replica} on {server} is {now}."
        case ReplicaInSync(replica):
            found = next((r for r in snapshot.san.replicas if r.name == replica), None)
            if found is None or not found.sides:
                return f"Nobody says how the replica {replica} is."
            sides = [
                f"{s.server} {'/'.join(filter(None, (s.connection, s.disk)))}" for s in found.sides
            ]
            return f"The replica {replica} is not in sync ({', '.join(sides)})."
        case ReplicaSame(replica):
            found = next((r for r in snapshot.san.replicas if r.name == replica), None)
            known = () if found is None else found.sides
            count = max((side.out_of_sync_bytes or 0 for side in known), default=0)
            if not count:
                return f"Nobody says whether the sides of {replica} are the same."
            return f"The sides of the replica {replica} differ in {size_text(count)}."
        case ReplicaNumbersFree(name, minor, port):
            taken = [
                r.name
                for r in snapshot.san.replicas
                if r.name != name and (r.minor == minor or r.port == port)
            ]
            return f"The minor {minor} or the port {port} belongs to {', '.join(taken)} now."


def _of_luns(condition: LunOffered | NoLun | LunNumberFree | SanActive, snapshot: Snapshot) -> str:
    match condition:
        case LunOffered(wwid, server):
            if untold := why_untold(snapshot, server, LUNS) if server else why_no_luns(snapshot):
                return untold
            if server:
                return f"{server} does not offer the LUN {wwid}."
            return f"No SAN server offers the LUN {wwid}."
        case NoLun(wwid):
            lun = lun_of(snapshot, wwid)
            if lun is None or lun.server is None:
                return why_no_luns(snapshot)
            return f"{lun.server} offers the LUN {wwid}."
        case LunNumberFree(target, number):
            if untold := why_no_luns(snapshot):
                return untold
            return f"The LUN number {number} of {target} is taken now."
        case SanActive(server):
            active = snapshot.san.active_server
            if active is None:
                return f"Nobody serves the SAN; {server} should."
            return f"The SAN is served by {active}, not by {server}."


def _of_hosts(
    condition: PathsReady | NoPaths | MultipathSize | SessionIs | NoSessions, snapshot: Snapshot
) -> str:
    host = condition.host
    tools = SESSIONS if isinstance(condition, SessionIs | NoSessions) else PATHS
    if untold := why_untold(snapshot, host, tools):
        return untold
    match condition:
        case SessionIs(_, portal, up):
            if up:
                return f"{host} is not logged in at {portal}."
            return f"{host} is logged in at {portal}."
        case NoSessions():
            return f"{host} is logged in to the SAN."
        case PathsReady(_, wwid, count):
            device = multipath_of(snapshot, host, wwid)
            ready = 0 if device is None else sum(p.is_usable for p in device.paths)
            return f"{host} has {ready} of {count} paths to the LUN {wwid}."
        case NoPaths(_, wwid):
            return f"{host} still has the LUN {wwid}."
        case MultipathSize(_, wwid, min_bytes):
            device = multipath_of(snapshot, host, wwid)
            if device is None or device.size_bytes is None:
                return f"{host} does not say how big the LUN {wwid} is."
            now, wanted = size_text(device.size_bytes), size_text(min_bytes)
            return f"On {host} the LUN {wwid} has {now}, not {wanted}."


def _of_pacemaker(
    condition: NodeStandby | NodeEmpty | CibHas | CibInGroup | GroupMembers | ResourceUp,
    snapshot: Snapshot,
) -> str:
    if not pacemaker_answers(snapshot):
        return snapshot.pacemaker.reason or "No member of the Pacemaker cluster answers."
    match condition:
        case NodeStandby(node, standby):
            if standby:
                return f"The node {node} is not in standby."
            return f"The node {node} is in standby."
        case NodeEmpty(node):
            names = sorted({r.id for r in snapshot.pacemaker.resources if node in r.nodes})
            return f"On the node {node} there still runs: {', '.join(names)}."
        case CibHas(element_id, present):
            if present:
                return f"Pacemaker's configuration has nothing called {element_id}."
            return f"Pacemaker's configuration has something called {element_id} already."
        case CibInGroup(resource, group):
            return f"In Pacemaker's configuration {resource} is not in the group {group}."
        case GroupMembers(group):
            return f"Somebody changed the group {group} in Pacemaker's configuration."
        case ResourceUp(resource):
            found = snapshot.pacemaker.resource(resource)
            if found is None:
                return f"Pacemaker does not list the resource {resource}."
            failed = f" {_failure(resource, snapshot)}" if found.failed else ""
            return f"Pacemaker says that {resource} is {found.role}.{failed}".rstrip()


def _failure(resource: str, snapshot: Snapshot) -> str:
    failures = [f for f in snapshot.pacemaker.failures if f.resource.split(":")[0] == resource]
    if not failures:
        return ""
    last = failures[-1]
    return f"Its {last.task} on {last.node} failed: {last.reason or last.status}."
