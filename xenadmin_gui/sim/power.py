"""Power: machines that go dark, boot and come back, and what is lost on the way."""

from __future__ import annotations

from xenadmin_gui.sim import guests
from xenadmin_gui.sim.model import Export, Machine
from xenadmin_gui.sim.san import start_alone
from xenadmin_gui.sim.world import World

BOOT_S = 60.0
PACEMAKER_START_S = 6.0
AUTOSTART_S = 10.0


def power_off(world: World, name: str, *, hold: bool = False) -> None:
    """Cut the power of a machine at once; with ``hold`` nothing but ``power_on`` brings it back."""
    state = world.state
    machine = state.machines[name]
    machine.is_held_off = machine.is_held_off or hold
    world.touch()
    if not machine.is_powered:
        return
    machine.is_powered = False
    _forget_running(world, machine)


def power_on(world: World, name: str) -> None:
    """Give power back; the machine boots unless it has it already."""
    machine = world.state.machines[name]
    machine.is_held_off = False
    world.touch()
    if not machine.is_powered:
        _boot(world, machine)


def fence(world: World, name: str, *, reboot: bool) -> None:
    """Do what a BMC does when Pacemaker asks: off, and on again unless somebody holds it off."""
    machine = world.state.machines[name]
    power_off(world, name)
    if reboot and not machine.is_held_off:
        _boot(world, machine)


def reboot(world: World, name: str) -> None:
    """Restart a machine the hard way."""
    fence(world, name, reboot=True)


def on_booted(world: World, name: str, boots: str) -> None:
    """Let a machine that has booted start its services; an older boot's event does nothing."""
    machine = world.state.machines[name]
    if not machine.is_powered or machine.boots != int(boots):
        return
    world.touch()
    if machine.is_host:
        world.schedule(world.time + AUTOSTART_S, "autostart", name, boots)
    member = world.state.pacemaker.members.get(name)
    if member is not None:
        member.joins_at = world.time + PACEMAKER_START_S
        world.schedule(member.joins_at, "join", name, boots)
    elif not machine.is_host:
        start_alone(world, name)


def on_autostart(world: World, name: str, boots: str) -> None:
    """Let libvirt of a host that has booted start what is marked for it."""
    machine = world.state.machines[name]
    if not machine.is_powered or machine.boots != int(boots):
        return
    for definition in world.state.definitions[name].values():
        is_active = definition.uuid in world.state.runs[name]
        if definition.autostart and not is_active:
            guests.begin_start(world, name, definition.xml)


def _boot(world: World, machine: Machine) -> None:
    machine.is_powered = True
    machine.powered_at = world.time
    machine.ready_at = world.time + BOOT_S
    machine.boots += 1
    machine.next_domain_id = 1
    world.schedule(machine.ready_at, "booted", machine.name, str(machine.boots))


def _forget_running(world: World, machine: Machine) -> None:
    state = world.state
    name = machine.name
    if machine.is_host:
        state.runs[name] = {}
    state.units[name] = {}
    if name in state.exports:
        state.exports[name] = Export()
    for session in state.sessions.get(name, {}).values():
        session.is_up = False
        session.changes_at = None
    for replica in state.replicas.values():
        side = replica.sides.get(name)
        if side is not None:
            side.is_up = False
            side.role = "Secondary"
            side.is_standalone = False
    for job in state.jobs.values():
        if not job.is_done and name == job.host:
            job.is_done = True
            job.answer = (255, "", "")
    member = state.pacemaker.members.get(name)
    if member is not None:
        member.active = []
        member.joins_at = float("inf")
