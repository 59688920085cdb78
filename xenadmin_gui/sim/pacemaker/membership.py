"""Who is a member: nodes that fall silent are missed after a while, and come back."""

from __future__ import annotations

from xenadmin_gui.sim import guests, san
from xenadmin_gui.sim.domainxml import outline
from xenadmin_gui.sim.memory import Member
from xenadmin_gui.sim.model import Export
from xenadmin_gui.sim.pacemaker.cib import is_quorate, options, primitives, view
from xenadmin_gui.sim.reach import partitions
from xenadmin_gui.sim.world import World

TOKEN_S = 10.0
ISOLATED_S = 3.0


def settle(world: World) -> None:
    """Notice who is heard in the best partition and who is not any more."""
    pacemaker = world.state.pacemaker
    if not pacemaker.members:
        return
    groups = partitions(world.state)
    best = groups[0] if groups else []
    for member in pacemaker.members.values():
        is_heard = member.name in best
        if is_heard and not member.in_ccm:
            _join(world, member)
        elif is_heard:
            member.lost_at = None
        elif member.in_ccm and member.lost_at is None:
            member.lost_at = world.time + TOKEN_S
            world.schedule(member.lost_at, "lost", member.name)
    quorum = is_quorate(world.state, sum(m.in_ccm for m in pacemaker.members.values()))
    if quorum != pacemaker.has_quorum:
        pacemaker.has_quorum = quorum
        _changed(world)


def on_lost(world: World, name: str, _: str) -> None:
    """Count a member out that has been silent for the whole token time-out."""
    member = world.state.pacemaker.members[name]
    if member.lost_at is None or member.lost_at > world.time:
        return
    member.lost_at = None
    member.in_ccm = False
    member.crmd = "offline"
    member.join = "down"
    world.schedule(world.time + ISOLATED_S, "isolated", name)
    _changed(world)


def on_isolated(world: World, name: str, _: str) -> None:
    """Let a member that has lost the others end what it runs, as its own Pacemaker would."""
    state = world.state
    member = state.pacemaker.members[name]
    settings = options(state.pacemaker.configuration)
    is_silent = member.in_ccm or member.joins_at is not None
    group, quorate = view(state, name)
    if is_silent or quorate or name not in group:
        return
    if settings.get("no-quorum-policy", "stop") != "stop":
        return
    if settings.get("maintenance-mode", "false") == "true":
        return
    managed = {h.resource for h in member.history.values() if h.agent == "VirtualDomain"}
    for resource in managed:
        primitive = primitives(state.pacemaker.configuration).get(resource)
        xml = state.machines[name].files.get(primitive.parameters["config"]) if primitive else None
        run = state.runs[name].get(outline(xml).uuid) if xml else None
        if run is not None:
            guests.begin_shutdown(world, name, run)
    if name in state.exports:
        state.exports[name] = Export()
        for replica in state.replicas.values():
            if name in replica.sides:
                san.demote(world, replica, name)
                replica.sides[name].is_up = False
    member.active = []
    member.history = {}
    world.touch()


def on_join(world: World, name: str, boots: str) -> None:
    """Let a member's Pacemaker come up after a boot; it remembers nothing."""
    machine = world.state.machines[name]
    member = world.state.pacemaker.members[name]
    if not machine.is_powered or machine.boots != int(boots):
        return
    member.joins_at = None
    member.in_ccm = False
    member.history = {}
    member.attributes = {}
    world.touch()


def forget(world: World, name: str) -> None:
    """Write a member off that has been fenced."""
    member = world.state.pacemaker.members[name]
    member.in_ccm = False
    member.crmd = "offline"
    member.join = member.expected = "down"
    member.lost_at = None
    member.history = {}
    member.attributes = {}
    _changed(world)


def _join(world: World, member: Member) -> None:
    member.in_ccm = True
    member.crmd = "online"
    member.join = member.expected = "member"
    member.lost_at = None
    for history in list(member.history.values()):
        if any(operation.status < 0 for operation in history.operations.values()):
            del member.history[history.resource]
    _changed(world)


def _changed(world: World) -> None:
    world.state.pacemaker.is_dirty = True
    world.state.pacemaker.updates += 1
    world.touch()
