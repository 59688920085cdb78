"""What DRBD does with the replicas that a SAN server's files configure."""

from __future__ import annotations

from xenadmin_gui.sim import san
from xenadmin_gui.sim.log import note
from xenadmin_gui.sim.model import Machine, Replica, Side, State, Volume
from xenadmin_gui.sim.resfile import Configured
from xenadmin_gui.sim.world import World


def volumes_of(state: State, server: str) -> list[Volume]:
    """Return the volumes that LVM of a server sees; the list itself, to be changed.

    A group that lies on a replica is seen where that is primary.
    """
    if not state.pool:
        return state.volumes.get(server, [])
    return state.volumes[state.pool] if sees_pool(state, server) else []


def sees_pool(state: State, server: str) -> bool:
    """Whether the replica below the group can be read on the server."""
    replica = state.replicas.get(state.pool)
    side = replica.sides.get(server) if replica is not None else None
    return side is not None and side.is_up and side.role == "Primary"


def volume_at(state: State, server: str, device: str) -> Volume | None:
    """Return the volume of ``server`` behind ``/dev/GROUP/NAME``; None when there is none."""
    group, _, name = device.removeprefix("/dev/").partition("/")
    known = volumes_of(state, server)
    return next((v for v in known if (v.group, v.name) == (group, name)), None)


def size_kib_of(volume: Volume) -> int:
    """Return what DRBD offers of a volume: all but its metadata."""
    return volume.size_mib * 1024 - 16


def create_metadata(world: World, machine: Machine, wanted: Configured) -> bool:
    """Put empty metadata on the volume below; False when there is no such volume."""
    volume = volume_at(world.state, machine.name, wanted.disks.get(machine.name, ""))
    if volume is None:
        return False
    volume.parked = Side(disk="Inconsistent", is_up=False, is_blank=True)
    replica = world.state.replicas.get(wanted.name)
    if replica is not None:
        replica.sides.pop(machine.name, None)
    world.touch()
    return True


def bring_up(world: World, machine: Machine, wanted: Configured) -> str:
    """Have the kernel know a replica; returns why it does not, or nothing."""
    state = world.state
    device = wanted.disks.get(machine.name, "")
    volume = volume_at(state, machine.name, device)
    replica = state.replicas.get(wanted.name)
    known = replica.sides.get(machine.name) if replica is not None else None
    if known is not None and known.is_up:
        return ""
    if volume is None and (replica is None or replica.group):
        return "no-disk"
    side = volume.parked if volume is not None and volume.parked is not None else known
    if side is None:
        return "no-metadata"
    if replica is None:
        group, _, name = device.removeprefix("/dev/").partition("/")
        replica = Replica(wanted.name, wanted.minor, wanted.port, 0, group, name)
        replica.is_connected = False
        state.replicas[wanted.name] = replica
    if volume is not None:
        volume.parked = None
        replica.group, replica.volume = volume.group, volume.name
        replica.size_kib = replica.size_kib or size_kib_of(volume)
    replica.minor, replica.port = wanted.minor, wanted.port
    side.is_up, side.role, side.is_standalone, side.volume = True, "Secondary", False, ""
    note(world, machine.name, f"block drbd{wanted.minor}: disk( Diskless -> Attaching ) ")
    replica.sides[machine.name] = side
    world.touch()
    return ""


def take_down(world: World, replica: Replica, server: str) -> None:
    """Have the kernel of ``server`` forget a replica."""
    san.demote(world, replica, server)
    replica.sides[server].is_up = False


def park(state: State, server: str, volume: Volume) -> None:
    """Keep a replica's metadata with a volume that is about to get another name."""
    for replica in list(state.replicas.values()):
        side = replica.sides.get(server)
        if side is None or not is_below(replica, server, volume):
            continue
        if not side.is_up:
            volume.parked = replica.sides.pop(server)
            if not replica.sides:
                del state.replicas[replica.name]


def is_below(replica: Replica, server: str, volume: Volume) -> bool:
    """Whether the side of a replica on ``server`` keeps its data on ``volume``."""
    side = replica.sides.get(server)
    if side is None:
        return False
    return (replica.group, side.volume or replica.volume) == (volume.group, volume.name)


def is_open(state: State, server: str, replica: Replica) -> bool:
    """Whether LIO, or LVM, of ``server`` holds the replica's device open."""
    export = state.exports.get(server)
    luns = [state.luns[n] for n in export.luns if n in state.luns] if export is not None else []
    if replica.name == state.pool:
        return bool(luns)
    return any(lun.device == f"/dev/drbd{replica.minor}" for lun in luns)
