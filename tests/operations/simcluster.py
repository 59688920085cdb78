"""The demonstration cluster as a ClusterPort: the monitor's eyes, the connector's hands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.monitor import Monitor
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.build import build, config_of
from xenadmin_gui.sim.clock import VirtualClock
from xenadmin_gui.sim.connector import SimConnector
from xenadmin_gui.sim.demo import demo_config, demo_world
from xenadmin_gui.sim.drill import Drill
from xenadmin_gui.sim.wiring import open_world


class SimCluster:
    """A ClusterPort on a simulated world in virtual time."""

    def __init__(self, directory: Path | None = None, blueprint: Blueprint | None = None) -> None:
        self.world = demo_world(directory) if blueprint is None else open_world(build(blueprint))
        self.clock = VirtualClock(self.world)
        self.drill = Drill(self.world, self.clock)
        self._connector = SimConnector(self.world, self.clock)
        config = demo_config() if blueprint is None else config_of(blueprint)
        self._monitor = Monitor(config, self._connector, self.clock)
        self.sent: list[tuple[str, ...]] = []
        self.refresh(None, self.context())

    def context(self) -> JobContext:
        return JobContext(clock=self.clock)

    def close(self) -> None:
        self._monitor.stop()
        self._connector.close()
        self.clock.close()

    def vm(self, name: str) -> Vm:
        (vm,) = self.refresh(None, self.context()).vms_named(name)
        return vm

    @property
    def snapshot(self) -> Snapshot:
        return self._monitor.snapshot

    def refresh(self, hosts: Sequence[str] | None, context: JobContext) -> Snapshot:
        return self._monitor.refresh(hosts, context)

    def run(
        self,
        host: str,
        command: Command,
        context: JobContext,
        *,
        timeout_s: float,
        origin: str,
        plan_id: str,
    ) -> CommandResult:
        try:
            link = self._monitor.link(host)
        except UnreachableError:
            self._monitor.refresh([host], context)
            link = self._monitor.link(host)
        if command.argv[0] not in ("systemctl", "journalctl"):
            self.sent.append((host, *command.argv))
        return link.run(command, context, timeout_s=timeout_s)
