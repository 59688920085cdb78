"""Whether a condition about the SAN holds in a snapshot; None when nobody could be asked."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from xenadmin_gui.domain.san import Lun, Multipath, ReplicaSide, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.asked import (
    GROUPS,
    LUNS,
    PATHS,
    SESSIONS,
    VOLUMES,
    is_answering,
    is_told,
    why_no_definitions,
    why_no_luns,
    why_no_replicas,
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

_FENCING = "stonith:"
_RUNNING_ROLES = ("Started", "Promoted", "Unpromoted", "Master", "Slave")


def san_holds(condition: SanCondition, snapshot: Snapshot) -> bool | None:
    """Say whether ``condition`` holds; None when who could tell does not answer."""
    match condition:
        case VolumeUnused(group, name):
            volume = volume_of(snapshot, group, name)
            is_used = volume is not None and bool(volume.used_by)
            return _is_not(is_used, why_no_definitions(snapshot) or why_no_luns(snapshot))
        case VolumeNotExported(group, name):
            volume = volume_of(snapshot, group, name)
            return _is_not(volume is not None and bool(volume.lun), why_no_luns(snapshot))
        case LunUnused(wwid):
            vms = snapshot.vms.values()
            is_used = any(disk.wwid == wwid for vm in vms for disk in vm.disks)
            return _is_not(is_used, why_no_definitions(snapshot))
        case HostSilent(host):
            return not is_answering(snapshot, host)
        case VolumeIs() | NoVolume() | GroupRoom():
            return _of_volumes(condition, snapshot)
        case ReplicaSideIs() | ReplicaInSync() | ReplicaSame() | ReplicaNumbersFree():
            return _of_replicas(condition, snapshot)
        case InitiatorAllowed():
            return _is_allowed(condition, snapshot)
        case LunOffered() | NoLun() | LunNumberFree() | SanActive():
            return _of_luns(condition, snapshot)
        case PathsReady() | NoPaths() | MultipathSize() | SessionIs() | NoSessions():
            return _of_hosts(condition, snapshot)
        case CibValue(element_id, value):
            if not pacemaker_answers(snapshot) or not snapshot.pacemaker.configuration:
                return None
            return cib_values(snapshot.pacemaker.configuration).get(element_id) == value
        case NodeStandby() | NodeEmpty() | CibHas() | CibInGroup() | GroupMembers() | ResourceUp():
            return _of_pacemaker(condition, snapshot)
        case VmHasDisk(uuid, wwid, present):
            vm = snapshot.vms.get(uuid)
            if vm is None:
                return None
            return any(disk.wwid == wwid for disk in vm.disks) is present


def volume_of(snapshot: Snapshot, group: str, name: str) -> Volume | None:
    """Return the volume ``group/name``."""
    return next((v for v in snapshot.san.volumes if (v.group, v.name) == (group, name)), None)


def side_of(snapshot: Snapshot, replica: str, server: str) -> ReplicaSide | None:
    """Return what ``server`` says of its side of a replica; None: nothing."""
    found = next((r for r in snapshot.san.replicas if r.name == replica), None)
    sides = () if found is None else found.sides
    return next((side for side in sides if side.server == server), None)


def lun_of(snapshot: Snapshot, wwid: str) -> Lun | None:
    """Return the LUN with that WWID."""
    return next((lun for lun in snapshot.san.luns if lun.wwid == wwid), None)


def multipath_of(snapshot: Snapshot, host: str, wwid: str) -> Multipath | None:
    """Return the host's multipath device of a LUN."""
    paths = snapshot.san.multipaths
    return next((m for m in paths if (m.host, m.wwid) == (host, wwid)), None)


def pacemaker_answers(snapshot: Snapshot) -> bool:
    """Without a member that answers now, the snapshot holds what was said last."""
    return snapshot.pacemaker.is_present and not snapshot.pacemaker.reason


def _is_not(is_so: bool, untold: str) -> bool | None:
    """What is seen is so; what is not seen is not so only when everything was told."""
    return False if is_so else None if untold else True


def _of_volumes(condition: VolumeIs | NoVolume | GroupRoom, snapshot: Snapshot) -> bool | None:
    volume = volume_of(snapshot, condition.group, getattr(condition, "name", ""))
    tools = GROUPS if isinstance(condition, GroupRoom) else VOLUMES
    if not is_told(snapshot, condition.server, tools):
        return None
    copy = None if volume is None else volume.copy(condition.server)
    match condition:
        case VolumeIs(_, _, _, min_bytes):
            return copy is not None and copy.size_bytes >= min_bytes
        case NoVolume():
            return copy is None
        case GroupRoom(server, group, free_bytes):
            groups = snapshot.san.groups
            found = [g for g in groups if (g.server, g.name) == (server, group)]
            return found[0].free_bytes >= free_bytes if found else False


def _of_replicas(
    condition: ReplicaSideIs | ReplicaInSync | ReplicaSame | ReplicaNumbersFree,
    snapshot: Snapshot,
) -> bool | None:
    match condition:
        case ReplicaSideIs(replica, server):
            if not is_answering(snapshot, server):
                return None
            side = side_of(snapshot, replica, server)
            if side is None and why_no_replicas(snapshot, server):
                return None
            return _side_is(condition, side)
        case ReplicaInSync(name):
            found = next((r for r in snapshot.san.replicas if r.name == name), None)
            if found is None or not found.sides:
                return None
            if len(found.sides) == 1:
                side = found.sides[0]
                is_whole = side.peer_disk == "UpToDate" and _is_synced(side)
                return is_whole or (None if _is_synced(side) else False)
            return all(_is_synced(side) for side in found.sides)
        case ReplicaSame(name):
            found = next((r for r in snapshot.san.replicas if r.name == name), None)
            counts = [] if found is None else [side.out_of_sync_bytes for side in found.sides]
            known = [count for count in counts if count is not None]
            return not any(known) if known else None
        case ReplicaNumbersFree(name, minor, port):
            others = [r for r in snapshot.san.replicas if r.name != name]
            return all(r.minor != minor and r.port != port for r in others)


def _side_is(condition: ReplicaSideIs, side: ReplicaSide | None) -> bool:
    is_up = side is not None and side.is_up
    if condition.up is not None and is_up is not condition.up:
        return False
    wanted = (condition.roles, condition.disks, condition.connections, condition.replications)
    if side is None or not is_up:
        return not any(wanted)
    said = (side.role, side.disk, side.connection, side.replication)
    return all(not allowed or now in allowed for allowed, now in zip(wanted, said, strict=True))


def _is_synced(side: ReplicaSide) -> bool:
    return (
        side.is_up
        and side.connection == "Connected"
        and side.disk == "UpToDate"
        and side.peer_disk in ("", "UpToDate")
        and side.replication in ("", "Established", "VerifyS", "VerifyT")
    )


def _of_luns(
    condition: LunOffered | NoLun | LunNumberFree | SanActive, snapshot: Snapshot
) -> bool | None:
    match condition:
        case LunNumberFree(target, number, wwid):
            luns = [lun for lun in snapshot.san.luns if lun.target == target]
            is_taken = any(lun.number == number and lun.wwid != wwid for lun in luns)
            return _is_not(is_taken, why_no_luns(snapshot))
        case SanActive(server):
            known = any(s.is_up for s in snapshot.san_servers)
            return is_serving(snapshot, server) if known else None
        case LunOffered(wwid, server):
            lun = lun_of(snapshot, wwid)
            if lun is not None and lun.server is not None and is_answering(snapshot, lun.server):
                return server is None or lun.server == server
            who = [server] if server else [s.name for s in snapshot.san_servers]
            return False if who and all(is_told(snapshot, s, LUNS) for s in who) else None
        case NoLun(wwid):
            lun = lun_of(snapshot, wwid)
            if lun is not None and lun.server is not None:
                return False if is_answering(snapshot, lun.server) else None
            return None if why_no_luns(snapshot) else True


def is_serving(snapshot: Snapshot, server: str) -> bool:
    """Whether ``server`` is the active one, or one of several that serve at once."""
    san = snapshot.san
    if san.active_server == server:
        return True
    offering = {lun.server for lun in san.luns} - {None}
    is_alone = not snapshot.pacemaker.is_present and not snapshot.pacemaker.reason
    return server in (san.serving if is_alone else offering) and (is_alone or len(offering) > 1)


def _is_allowed(condition: InitiatorAllowed, snapshot: Snapshot) -> bool | None:
    target = next((t for t in snapshot.san.targets if t.iqn == condition.target), None)
    if target is None or target.server is None or not is_told(snapshot, target.server, LUNS):
        return None
    return (condition.initiator in target.initiators) is condition.allowed


def _of_hosts(
    condition: PathsReady | NoPaths | MultipathSize | SessionIs | NoSessions, snapshot: Snapshot
) -> bool | None:
    tools = SESSIONS if isinstance(condition, SessionIs | NoSessions) else PATHS
    if not is_told(snapshot, condition.host, tools):
        return None
    if isinstance(condition, NoSessions):
        return all(session.host != condition.host for session in snapshot.san.sessions)
    if isinstance(condition, SessionIs):
        return (
            any(
                session.state == "LOGGED_IN"
                for session in snapshot.san.sessions
                if (session.host, session.portal) == (condition.host, condition.portal)
            )
            is condition.up
        )
    device = multipath_of(snapshot, condition.host, condition.wwid)
    match condition:
        case PathsReady(_, _, count):
            return device is not None and sum(p.is_usable for p in device.paths) >= count
        case NoPaths():
            return device is None or not device.paths
        case MultipathSize(_, _, min_bytes):
            if device is None:
                return False
            return None if device.size_bytes is None else device.size_bytes >= min_bytes


def _of_pacemaker(
    condition: NodeStandby | NodeEmpty | CibHas | CibInGroup | GroupMembers | ResourceUp,
    snapshot: Snapshot,
) -> bool | None:
    if not pacemaker_answers(snapshot):
        return None
    pacemaker = snapshot.pacemaker
    match condition:
        case NodeStandby(name, standby):
            node = pacemaker.node(name)
            return None if node is None else node.standby is standby
        case NodeEmpty(name):
            return not any(
                name in r.nodes and r.role in _RUNNING_ROLES
                for r in pacemaker.resources
                if not r.agent.startswith(_FENCING)
            )
        case CibHas(element_id, present):
            if not pacemaker.configuration:
                return None
            return (element_id in cib_ids(pacemaker.configuration)) is present
        case CibInGroup(resource, group):
            if not pacemaker.configuration:
                return None
            return (resource, group) in cib_members(pacemaker.configuration)
        case GroupMembers(group, members, besides):
            if not pacemaker.configuration:
                return None
            found = [r for r, g in cib_members(pacemaker.configuration) if g == group]
            return tuple(r for r in found if r in members or r not in besides) == members
        case ResourceUp(resource):
            return any(
                r.role in ("Started", "Promoted") and not r.failed
                for r in pacemaker.resources
                if r.id == resource
            )


@lru_cache(maxsize=8)
def cib_ids(configuration: str) -> frozenset[str]:
    """Return the ids of all elements of a CIB's configuration; empty when it is no XML."""
    try:
        root = ElementTree.fromstring(configuration)
    except ElementTree.ParseError:
        return frozenset()
    return frozenset(element.get("id", "") for element in root.iter()) - {""}


@lru_cache(maxsize=8)
def cib_values(configuration: str) -> dict[str, str]:
    """Return the value of each ``nvpair`` of a CIB's configuration, by its id."""
    try:
        root = ElementTree.fromstring(configuration)
    except ElementTree.ParseError:
        return {}
    return {pair.get("id", ""): pair.get("value", "") for pair in root.iter("nvpair")}


@lru_cache(maxsize=8)
def cib_members(configuration: str) -> tuple[tuple[str, str], ...]:
    """Return (resource, group) for each member of a group in a CIB's configuration, in order."""
    try:
        root = ElementTree.fromstring(configuration)
    except ElementTree.ParseError:
        return ()
    groups = root.iter("group")
    return tuple((m.get("id", ""), g.get("id", "")) for g in groups for m in g.findall("primitive"))
