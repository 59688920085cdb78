"""What a simulated tool is given, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xenadmin_gui.sim.model import Machine, State
from xenadmin_gui.sim.world import World


@dataclass(frozen=True, slots=True)
class Answer:
    """How a tool ended."""

    exit_status: int = 0
    stdout: str = ""
    stderr: str = ""


@dataclass(frozen=True, slots=True)
class Ongoing:
    """A tool that waits for the world; ``look`` returns its answer once there is one."""

    look: Callable[[World], Answer | None]


@dataclass(frozen=True, slots=True)
class Call:
    """A tool that was called on a machine, inside a transaction of the world."""

    world: World
    machine: Machine
    argv: tuple[str, ...]
    stdin: str = ""

    @property
    def state(self) -> State:
        """The world's state."""
        return self.world.state

    @property
    def host(self) -> str:
        """Name of the machine."""
        return self.machine.name

    @property
    def arguments(self) -> tuple[str, ...]:
        """What follows the program's name."""
        return self.argv[1:]


Tool = Callable[[Call], Answer | Ongoing]


def after_job(number: int) -> Ongoing:
    """Wait for a job of libvirt and answer what it answers."""

    def look(world: World) -> Answer | None:
        job = world.state.jobs.get(number)
        if job is None:
            return Answer(1, "", "error: Disconnected from hypervisor\n")
        return Answer(*job.answer) if job.is_done else None

    return Ongoing(look)


def usage(call: Call) -> Answer:
    """Answer what a tool answers to options that the simulation does not know."""
    words = " ".join(call.arguments)
    return Answer(1, "", f"{call.argv[0]}: the simulated tool does not know: {words}\n")
