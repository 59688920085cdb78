"""Drills: pull plugs and cables of a simulated cluster, and put them back."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.sim import log, power
from xenadmin_gui.sim.clock import SimClock
from xenadmin_gui.sim.model import Machine, Replica, State
from xenadmin_gui.sim.san import peer_of
from xenadmin_gui.sim.world import World

DRBD_LINK = "drbd"
#: How long ago a split brain began that a drill makes.
_SPLIT_S = 900.0
_BACK = "Primary -> Secondary"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a drill broke and that is still broken.

    Attributes:
        kind: ``power``, ``network`` (a whole switch), ``cable`` (of one machine) or ``drbd``.
        host: The machine, or empty.
        network: The network, or empty.
    """

    kind: str
    host: str = ""
    network: str = ""


class Drill:
    """The hand in the machine room; thread-safe, every call is done when it returns."""

    def __init__(self, world: World, clock: SimClock | None = None) -> None:
        self._world = world
        self._clock = clock

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every machine, SAN servers too."""
        with self._world.transaction() as state:
            return tuple(state.machines)

    @property
    def networks(self) -> tuple[str, ...]:
        """Every network that can be cut; ``drbd`` is the replication link."""
        with self._world.transaction() as state:
            return (*state.networks, DRBD_LINK)

    def power_off(self, host: str) -> None:
        """Take the power of a machine away until ``power_on``.

        Raises:
            PreconditionError: There is no such machine.
        """
        with self._world.transaction() as state:
            _machine(state, host)
            power.power_off(self._world, host, hold=True)

    def power_on(self, host: str) -> None:
        """Give the power back; the machine boots.

        Raises:
            PreconditionError: There is no such machine.
        """
        with self._world.transaction() as state:
            _machine(state, host)
            power.power_on(self._world, host)

    def cut(self, network: str, host: str | None = None) -> None:
        """Cut a whole network, the cable of one machine to it, or the ``drbd`` link.

        Raises:
            PreconditionError: There is no such network or machine.
        """
        self._set(network, host, is_cut=True)

    def mend(self, network: str, host: str | None = None) -> None:
        """Put back what ``cut`` cut; without ``host`` every cable of the network too.

        Raises:
            PreconditionError: There is no such network or machine.
        """
        self._set(network, host, is_cut=False)

    def split_brain(self, replica: str) -> None:
        """Have both sides of a replica have written without each other.

        Raises:
            PreconditionError: There is no such replica.
        """
        with self._world.transaction() as state:
            found = state.replicas.get(replica)
            if found is None:
                raise _unknown("replica", replica, list(state.replicas))
            self._make_up(found)
            for side in found.sides.values():
                side.wrote_alone = side.is_standalone = True
                side.missed_kib += 4096.0
            found.is_connected, found.sync = False, None
            self._world.touch()

    def _make_up(self, replica: Replica) -> None:
        """Write to the journals what such a split of the last quarter of an hour leaves there."""
        world = self._world
        boots = [world.state.machines[name].ready_at for name in replica.sides]
        began = max(world.time - _SPLIT_S, *boots)
        for name, side in replica.sides.items():
            peer = replica.sides.get(peer_of(replica, name))
            if peer is None:
                continue
            log.note_lost(world, replica, name, peer, "Connected", at=began)
            if side.role == "Secondary":
                for after, change in ((30.0, "Secondary -> Primary"), (330.0, _BACK)):
                    at = min(began + after, world.time)
                    log.note(world, name, f"block drbd{replica.minor}: role( {change} ) ", at=at)
            log.note_split(world, replica, name)

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        if self._clock is not None:
            self._clock.advance(seconds)
        else:
            self._world.advance_to(self._world.time + max(seconds, 0.0))

    def state(self) -> tuple[Fault, ...]:
        """Return what is broken now."""
        with self._world.transaction() as state:
            faults = [Fault("power", m.name) for m in state.machines.values() if not m.is_powered]
            faults += [Fault("network", "", n.name) for n in state.networks.values() if n.is_cut]
            faults += [
                Fault("cable", machine.name, network)
                for machine in state.machines.values()
                for network in machine.cut
            ]
            if any(replica.is_cut for replica in state.replicas.values()):
                faults.append(Fault("drbd", "", DRBD_LINK))
        return tuple(faults)

    def _set(self, network: str, host: str | None, *, is_cut: bool) -> None:
        with self._world.transaction() as state:
            self._world.touch()
            if network == DRBD_LINK and network not in state.networks:
                for replica in state.replicas.values():
                    replica.is_cut = is_cut
                return
            if network not in state.networks:
                raise _unknown("network", network, [*state.networks, DRBD_LINK])
            if host is None:
                state.networks[network].is_cut = is_cut
                machines = [] if is_cut else list(state.machines.values())
            else:
                machines = [_machine(state, host)]
            for machine in machines:
                machine.cut = [n for n in machine.cut if n != network]
                if is_cut:
                    machine.cut.append(network)


def _machine(state: State, name: str) -> Machine:
    machine = state.machines.get(name)
    if machine is None:
        raise _unknown("machine", name, list(state.machines))
    return machine


def _unknown(kind: str, name: str, known: list[str]) -> PreconditionError:
    return PreconditionError(
        f"The simulated cluster has no {kind} called {name}.",
        next_step=f"There are {', '.join(known)}.",
        code=f"no-{kind}",
    )
