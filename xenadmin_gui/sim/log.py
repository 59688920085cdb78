"""What kernel and Pacemaker of the simulated SAN servers write to the journal."""

from __future__ import annotations

from xenadmin_gui.sim.model import Logged, Replica, Side
from xenadmin_gui.sim.world import World

KERNEL, CONTROLLER = "kernel", "pacemaker-controld"
#: Entries that a machine keeps.
KEPT = 400


def note(
    world: World, server: str, message: str, *, source: str = KERNEL, at: float | None = None
) -> None:
    """Write an entry; a machine without power writes none.

    Args:
        at: World seconds of an entry that a drill makes up; None: now.
    """
    machine = world.state.machines.get(server)
    if machine is None or not machine.is_powered:
        return
    entries = world.state.logs.setdefault(server, [])
    entries.append(Logged(world.time if at is None else at, machine.boots, source, message))
    del entries[:-KEPT]


def note_role(world: World, replica: Replica, server: str, old: str, new: str) -> None:
    """Write that a side changed its role, as DRBD 8.4 does; nothing when it did not."""
    if old != new:
        note(world, server, f"block drbd{replica.minor}: role( {old} -> {new} ) ")


def note_lost(
    world: World, replica: Replica, server: str, peer: Side, was: str, at: float | None = None
) -> None:
    """Write that a side lost the other one, which it knew in the state ``was``."""
    end = "Disconnecting" if replica.sides[server].is_standalone else "NetworkFailure"
    change = f"peer( {peer.role} -> Unknown ) conn( {was} -> {end} )"
    note(world, server, f"drbd {replica.name}: {change} pdsk( {peer.disk} -> DUnknown ) ", at=at)


def note_met(world: World, replica: Replica, server: str, peer: Side, now: str) -> None:
    """Write that a side met the other one again."""
    change = f"peer( Unknown -> {peer.role} ) conn( WFReportParams -> {now} )"
    note(world, server, f"block drbd{replica.minor}: {change} pdsk( DUnknown -> {peer.disk} ) ")


def note_split(world: World, replica: Replica, server: str) -> None:
    """Write that a side found data that it lacks on the other one, which lacks data of its own."""
    found = "Split-Brain detected but unresolved, dropping connection!"
    note(world, server, f"block drbd{replica.minor}: {found}")
    note(world, server, f"drbd {replica.name}: conn( WFReportParams -> Disconnecting ) ")
