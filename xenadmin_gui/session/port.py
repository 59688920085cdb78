"""The cluster as operations see it: asked and told over the monitor's connections."""

from __future__ import annotations

from collections.abc import Sequence

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.monitor import Monitor
from xenadmin_gui.session.recording import recorded_as


class MonitoredCluster:
    """Implements ``ClusterPort``; thread-safe."""

    def __init__(self, monitor: Monitor) -> None:
        self._monitor = monitor

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
        """Run a command, after one attempt to connect again when the connection is gone."""
        try:
            link = self._monitor.link(host)
        except UnreachableError:
            self._monitor.refresh([host], context)
            link = self._monitor.link(host)
        with recorded_as(origin, plan_id):
            return link.run(command, context, timeout_s=timeout_s)
