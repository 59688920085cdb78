"""A simulated cluster with a clock, links and a drill, as a test holds it in its hands."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.sim.clock import VirtualClock
from xenadmin_gui.sim.connector import SimConnector, SimHostLink
from xenadmin_gui.sim.demo import demo_config, demo_world
from xenadmin_gui.sim.drill import Drill
from xenadmin_gui.sim.pacemaker import engine
from xenadmin_gui.sim.world import World


class Bench:
    """Attributes: ``world clock connector drill config context``."""

    def __init__(self, world: World | None = None, config: ClusterConfig | None = None) -> None:
        self.world = world or demo_world()
        self.config = config or demo_config()
        self.clock = VirtualClock(self.world)
        self.connector = SimConnector(self.world, self.clock)
        self.drill = Drill(self.world, self.clock)
        self.context = JobContext(clock=self.clock)

    def link(self, host: str) -> SimHostLink:
        """Connect anew."""
        return self.connector.connect(self.config.server(host), self.context)

    def run(self, host: str, *argv: str, timeout_s: float = 600.0) -> CommandResult:
        """Run a command on a fresh connection."""
        link = self.link(host)
        try:
            return link.run(Command(argv), self.context, timeout_s=timeout_s)
        finally:
            link.close()

    def virsh(self, host: str, *words: str) -> CommandResult:
        """Run virsh as the program does."""
        return self.run(host, "virsh", "-c", "xen:///system", *words)

    def hosts_of(self, name: str) -> list[str]:
        """Return where copies of a VM exist."""
        with self.world.transaction() as state:
            return [
                host
                for host, runs in state.runs.items()
                for run in runs.values()
                if run.name == name
            ]

    def double_runs(self) -> list[str]:
        """Return the VMs that exist more than once."""
        with self.world.transaction() as state:
            seen = [uuid for runs in state.runs.values() for uuid in runs]
            return sorted({uuid for uuid in seen if seen.count(uuid) > 1})

    def settle(self, seconds: float = 300.0) -> None:
        """Let time pass until Pacemaker rests, ``seconds`` at most."""
        for _ in range(int(seconds)):
            self.clock.advance(1.0)
            with self.world.transaction():
                if engine.is_idle(self.world):
                    return

    def close(self) -> None:
        """End the threads."""
        self.connector.close()
