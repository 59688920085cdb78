"""The demonstration cluster as a ClusterPort: the monitor's eyes, the connector's hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.monitor import Monitor
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.build import build, config_of
from xenadmin_gui.sim.clock import VirtualClock
from xenadmin_gui.sim.connector import SimConnector
from xenadmin_gui.sim.demo import demo_blueprint, demo_config, demo_world
from xenadmin_gui.sim.drill import Drill
from xenadmin_gui.sim.store import Store
from xenadmin_gui.sim.wiring import keep_world, load_world, open_world
from xenadmin_gui.sim.world import World


class SimCluster:
    """A ClusterPort on a simulated world in virtual time."""

    def __init__(self, directory: Path | None = None, blueprint: Blueprint | None = None) -> None:
        """Build what ``blueprint`` says, the demonstration cluster without one.

        Args:
            directory: Where its world lives on; one that is there already is taken up.
        """
        self.world = _world(directory, blueprint)
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
        """Look at the hosts; one whose connection broke meanwhile is looked at once more, as the
        monitor does a second later."""
        snapshot = self._monitor.refresh(hosts, context)
        lost = [s.name for s in snapshot.servers.values() if "is lost" in s.reason]
        return self._monitor.refresh(lost, context) if lost else snapshot

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


def _world(directory: Path | None, blueprint: Blueprint | None) -> World:
    if blueprint is None:
        return demo_world(directory)
    if directory is None:
        return open_world(build(blueprint))
    is_there = Store(directory).exists
    return load_world(directory) if is_there else keep_world(build(blueprint), directory)


def few_guests(*names: str, **more: Any) -> Blueprint:
    """The demonstration's plan with these VMs only: Pacemaker's scheduler is slow with many."""
    plan = demo_blueprint()
    guests = tuple(replace(g, apart_from="") for g in plan.guests if g.name in names)
    return replace(plan, guests=guests, **more)


def run(sim: SimCluster, journal: Journal, draft: Draft) -> Task:
    """Run a draft on what was seen last, and look again."""
    task = Runner(sim, journal).run(draft.plan(sim.snapshot), sim.context())
    sim.refresh(None, sim.context())
    return task


def done(sim: SimCluster, journal: Journal, draft: Draft) -> Task:
    """Run a draft; it has to come to a good end."""
    task = run(sim, journal, draft)
    wrong = [(s.number, s.title, s.means, s.said) for s in task.failures]
    assert task.state is TaskState.DONE, wrong
    return task


def settled(sim: SimCluster, journal: Journal, draft: Draft) -> Task:
    """Have it come to a good end, and go on until every definition was read again."""
    task = done(sim, journal, draft)
    sim.drill.advance(90)
    sim.refresh(None, sim.context())
    return task
