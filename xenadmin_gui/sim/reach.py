"""Who reaches whom: power, cables and switches, and the partitions that follow."""

from __future__ import annotations

from xenadmin_gui.sim.model import MANAGEMENT, STORAGE, Machine, State


def is_up(state: State, machine: Machine) -> bool:
    """Whether it has power and has booted."""
    return machine.is_powered and machine.ready_at <= state.time


def is_on(state: State, machine: Machine, network: str) -> bool:
    """Whether it runs and its cable to ``network`` and the switch carry traffic."""
    if not is_up(state, machine) or network not in machine.addresses:
        return False
    return network not in machine.cut and not state.networks[network].is_cut


def networks_of(state: State, kind: str) -> list[str]:
    """Names of the networks of that kind."""
    return [network.name for network in state.networks.values() if network.kind == kind]


def admin_reaches(state: State, machine: Machine) -> bool:
    """Whether the administrator's desk, which is on the management network, reaches it."""
    return any(is_on(state, machine, network) for network in networks_of(state, MANAGEMENT))


def are_joined(state: State, one: Machine, other: Machine, networks: list[str]) -> bool:
    """Whether some of ``networks`` carries traffic between the two."""
    return any(is_on(state, one, n) and is_on(state, other, n) for n in networks)


def corosync_links(state: State) -> list[str]:
    """The networks that the cluster's heartbeat runs over: management and the first storage."""
    return networks_of(state, MANAGEMENT) + networks_of(state, STORAGE)[:1]


def partitions(state: State) -> list[list[str]]:
    """Return the groups of cluster members that hear each other, best first.

    Best is the largest, then the one with the lowest node id. A member whose Pacemaker is not up
    is in none.
    """
    links = corosync_links(state)
    members = state.pacemaker.members
    alive = [n for n, m in members.items() if m.joins_at is None and _runs(state, n)]
    groups: list[list[str]] = []
    while alive:
        group = [alive.pop(0)]
        for name in group:
            here = state.machines[name]
            near = [n for n in alive if are_joined(state, here, state.machines[n], links)]
            group += near
            alive = [n for n in alive if n not in near]
        groups.append(group)
    groups.sort(key=lambda g: (-len(g), min(int(members[n].id) for n in g)))
    return groups


def _runs(state: State, name: str) -> bool:
    return is_up(state, state.machines[name])
