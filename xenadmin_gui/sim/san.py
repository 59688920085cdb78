"""The simulated SAN: DRBD pairs, what LIO exports, and the sessions of the hosts to it."""

from __future__ import annotations

from xenadmin_gui.sim import saveconfig
from xenadmin_gui.sim.log import note, note_lost, note_met, note_role, note_split
from xenadmin_gui.sim.model import (
    MANAGEMENT,
    REPLICATION,
    Export,
    Lun,
    Machine,
    Replica,
    Side,
    State,
    Sync,
)
from xenadmin_gui.sim.reach import are_joined, is_on, is_up, networks_of
from xenadmin_gui.sim.targets import key_of, network_at, target_at, target_of
from xenadmin_gui.sim.world import World

LOGIN_S = 6.0
PATH_LOSS_S = 12.0
ATTRIBUTE_DAMPENING_S = 5.0
SYNC_KIB_S = 60 * 1024


def settle(world: World) -> None:
    """Connect and disconnect DRBD pairs, and let iscsid notice what happened to its portals."""
    for replica in world.state.replicas.values():
        _settle_replica(world, replica)
    _settle_sessions(world)


def missed_kib(replica: Replica, side: Side, time: float) -> float:
    """Return how much the peer of ``side`` has missed of its writes."""
    if side.alone_since is None:
        return side.missed_kib
    return side.missed_kib + (time - side.alone_since) * replica.write_kib_s


def sync_left_kib(sync: Sync, time: float) -> float:
    """Return what a resync still has to copy."""
    if sync.is_paused:
        return sync.left_kib
    return max(sync.left_kib - (time - sync.started_at) * SYNC_KIB_S, 0.0)


def peer_of(replica: Replica, server: str) -> str:
    """Return the name of the other server; empty when there is none."""
    return next((name for name in replica.sides if name != server), "")


def promote(world: World, replica: Replica, server: str) -> bool:
    """Make a side Primary; False when DRBD refuses."""
    side = replica.sides[server]
    other = replica.sides.get(peer_of(replica, server))
    if replica.is_connected and other is not None and other.role == "Primary":
        return False
    if not side.is_up or (side.disk != "UpToDate" and not replica.is_connected):
        return False
    make_primary(world, replica, server)
    return True


def make_primary(world: World, replica: Replica, server: str) -> None:
    """Make a side Primary, whatever it is worth."""
    note_role(world, replica, server, replica.sides[server].role, "Primary")
    replica.sides[server].role = "Primary"
    world.touch()


def demote(world: World, replica: Replica, server: str) -> None:
    """Make a side Secondary."""
    side = replica.sides[server]
    side.missed_kib = missed_kib(replica, side, world.time)
    side.alone_since = None
    note_role(world, replica, server, side.role, "Secondary")
    side.role = "Secondary"
    world.touch()


def start_alone(world: World, name: str) -> None:
    """Start the services of a SAN server without Pacemaker, after a boot."""
    state = world.state
    for replica in state.replicas.values():
        if name in replica.sides:
            replica.sides[name].is_up = True
    if saveconfig.PATH in state.machines[name].files:
        saveconfig.load(state, name)
        _lead_what_it_serves(world, name)
        world.touch()
        return
    if any(export.has_target for export in state.exports.values()):
        return
    for replica in state.replicas.values():
        if name in replica.sides:
            make_primary(world, replica, name)
    portals = list(state.portals.values())
    state.exports[name] = Export(
        True,
        luns=sorted(state.luns),
        addresses=portals,
        initiators=initiators_of(state),
    )
    world.touch()


def _lead_what_it_serves(world: World, name: str) -> None:
    """A unit of the administrator's makes replicas primary where their LUNs are."""
    devices = {store.device for store in world.state.exports[name].stores.values()}
    for replica in world.state.replicas.values():
        if name in replica.sides and f"/dev/drbd{replica.minor}" in devices:
            other = replica.sides.get(peer_of(replica, name))
            if other is None or other.role != "Primary":
                make_primary(world, replica, name)


def exporter(state: State, place: str) -> Machine | None:
    """Return the SAN server that answers at the portal of ``place`` now."""
    address, network = state.portals[place], network_at(place)
    for name, export in state.exports.items():
        machine = state.machines[name]
        if export.has_target and address in export.addresses and is_on(state, machine, network):
            return machine
    return None


def initiators_of(state: State) -> list[str]:
    """Return the names of all initiators, those that the SAN shuts out too."""
    return [machine.initiator for machine in state.machines.values() if machine.initiator]


def is_let_in(state: State, host: str, server: Machine) -> bool:
    """Whether the target of ``server`` has an access list of ``host``, or needs none."""
    allowed = state.exports[server.name].initiators
    return not allowed or state.machines[host].initiator in allowed


def lun_of(state: State, wwid: str) -> Lun | None:
    """Return the LUN with that WWID."""
    return next((lun for lun in state.luns.values() if lun.wwid == wwid), None)


def is_path_ready(state: State, host: str, network: str, lun: Lun) -> bool:
    """Whether the path of ``host`` to ``lun`` over ``network`` carries I/O."""
    session = state.sessions[host].get(network)
    if session is None or not session.is_up:
        return False
    if path_name(host, network, lun.number) in state.lost_paths:
        return False
    server = exporter(state, network)
    if server is None:
        return session.changes_at is not None and is_up(state, state.machines[host])
    target = target_of(state, lun)
    key = key_of(state, target, lun.number)
    return target == target_at(state, network) and key in state.exports[server.name].luns


def path_name(host: str, network: str, number: int) -> str:
    """Return what a single lost path is called in ``State.lost_paths``."""
    return f"{host}/{network}/{number}"


def has_usable_path(world: World, host: str, wwid: str) -> bool:
    """Whether ``host`` can do I/O on that LUN; a disk that is no LUN of ours always can."""
    lun = lun_of(world.state, wwid)
    if lun is None:
        return True
    networks = world.state.sessions.get(host, {})
    return any(is_path_ready(world.state, host, network, lun) for network in networks)


def on_session_due(world: World, host: str, network: str) -> None:
    """Let iscsid of ``host`` find out how its portal on ``network`` fares."""
    session = world.state.sessions[host].get(network)
    if session is None or session.changes_at is None or session.changes_at > world.time:
        return
    session.changes_at = None
    session.is_up = _answers(world.state, host, network)
    world.touch()


def on_sync_due(world: World, name: str, _: str) -> None:
    """End a resync that has copied everything."""
    replica = world.state.replicas.get(name)
    sync = replica.sync if replica is not None else None
    if replica is None or sync is None or sync_left_kib(sync, world.time) > 1.0:
        return
    target = replica.sides[sync.target]
    for server in replica.sides:
        change = f"conn( {state_of(replica, server)} -> Connected )"
        note(world, server, f"block drbd{replica.minor}: {change} ")
    target.disk, target.is_blank = "UpToDate", False
    replica.sync = None
    if sync.is_verify:
        world.handlers["compared"](world, name, sync.source)
    _tell_pacemaker_soon(world)
    world.touch()


def _tell_pacemaker_soon(world: World) -> None:
    """Have the scheduler see the new promotion scores, several at once as attrd dampens them."""
    due = world.time + ATTRIBUTE_DAMPENING_S
    if not any(e.kind == "recheck" and e.due <= due for e in world.state.agenda):
        world.schedule(due, "recheck")


def _settle_replica(world: World, replica: Replica) -> None:
    wanted = len(replica.sides) > 1 and _can_connect(world.state, replica)
    if wanted and not replica.is_connected:
        _connect(world, replica)
    elif not wanted and replica.is_connected:
        for name, side in replica.sides.items():
            peer = replica.sides.get(peer_of(replica, name))
            if side.is_up and peer is not None:
                note_lost(world, replica, name, peer, state_of(replica, name))
        replica.is_connected = False
        replica.sync = None
        world.touch()
    if replica.is_connected or len(replica.sides) < 2:
        return
    for side in replica.sides.values():
        if side.role == "Primary" and side.alone_since is None:
            side.alone_since = world.time
            side.wrote_alone = True
            world.touch()
        elif not side.is_up and side.alone_since is not None:
            side.missed_kib = missed_kib(replica, side, world.time)
            side.alone_since = None


def _can_connect(state: State, replica: Replica) -> bool:
    sides = list(replica.sides.values())
    if replica.is_cut or not all(s.is_up and not s.is_standalone for s in sides):
        return False
    links = networks_of(state, REPLICATION) or networks_of(state, MANAGEMENT)
    one, other = (state.machines[name] for name in replica.sides)
    return are_joined(state, one, other, links)


def _connect(world: World, replica: Replica) -> None:
    world.touch()
    (one_name, one), (other_name, other) = replica.sides.items()
    if one.wrote_alone and other.wrote_alone and not (one.discards or other.discards):
        one.is_standalone = other.is_standalone = True
        for name in replica.sides:
            note_split(world, replica, name)
        return
    replica.is_connected = True
    source, target = (one_name, other_name)
    if one.disk != "UpToDate" or (other.wrote_alone and not other.discards):
        source, target = other_name, one_name
    left = missed_kib(replica, replica.sides[source], world.time) + replica.found_kib
    replica.differs_kib, replica.found_kib = replica.differs_kib - replica.found_kib, 0
    if replica.sides[target].discards:
        left += missed_kib(replica, replica.sides[target], world.time)
    if replica.sides[target].disk == "Inconsistent":
        left = max(left, replica.size_kib / (1 if replica.sides[target].is_blank else 10))
    for side in replica.sides.values():
        side.missed_kib, side.alone_since, side.wrote_alone = 0.0, None, False
        side.discards = False
    if left > 0 and replica.sides[source].disk == "UpToDate":
        begin_sync(world, replica, source, target, left)
    for name, peer in ((one_name, other), (other_name, one)):
        note_met(world, replica, name, peer, state_of(replica, name))


def state_of(replica: Replica, server: str) -> str:
    """Return how a connected side calls its connection (DRBD 8.4)."""
    sync = replica.sync
    if sync is None:
        return "Connected"
    if sync.is_verify:
        return "VerifyS" if sync.source == server else "VerifyT"
    return "SyncSource" if sync.source == server else "SyncTarget"


def begin_sync(
    world: World,
    replica: Replica,
    source: str,
    target: str,
    left_kib: float,
    *,
    verify: bool = False,
) -> None:
    """Begin a resync from one server to the other, or an online verify."""
    left_kib = min(left_kib, replica.size_kib)
    if not verify:
        replica.sides[target].disk = "Inconsistent"
    replica.sync = Sync(source, target, left_kib, world.time, is_verify=verify)
    world.schedule(world.time + left_kib / SYNC_KIB_S, "sync", replica.name)
    world.touch()


def _settle_sessions(world: World) -> None:
    state = world.state
    for host, sessions in state.sessions.items():
        for network, session in sessions.items():
            if session.is_up == _answers(state, host, network):
                session.changes_at = None
            elif session.changes_at is None and is_up(state, state.machines[host]):
                delay = PATH_LOSS_S if session.is_up else LOGIN_S
                session.changes_at = world.time + delay
                world.schedule(session.changes_at, "session", host, network)


def _answers(state: State, host: str, network: str) -> bool:
    server = exporter(state, network)
    if server is None or not is_on(state, state.machines[host], network_at(network)):
        return False
    return is_let_in(state, host, server)
