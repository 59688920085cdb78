"""A session whose cluster is told from outside: snapshots come when a test says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.snapshot import Difference, Snapshot, difference
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.session.eventlog import EventLog
from xenadmin_gui.session.session import Session, SnapshotListener
from xenadmin_gui.transport.protocols import HostLink


class FixedClock(SystemClock):
    """Stands at one moment."""

    def __init__(self, now: float) -> None:
        self._now = now

    def now(self) -> float:
        return self._now


class NobodyThere:
    """A connector that reaches nobody."""

    def connect(self, server: ServerConfig, context: JobContext) -> HostLink:
        raise UnreachableError(server.name, "Nobody is there.")

    def close(self) -> None:
        """Nothing to close."""


class ToldSession(Session):
    """Shows the snapshots it is told; journal and events are real."""

    def __init__(self, snapshot: Snapshot, directory: Path, now: float) -> None:
        clock = FixedClock(now)
        servers = tuple(ServerConfig(s.name, s.roles, s.address) for s in snapshot.servers.values())
        super().__init__(
            ClusterConfig(snapshot.cluster, servers=servers),
            NobodyThere(),
            clock,
            Journal(directory / "journal.sqlite", clock=clock),
            EventLog(),
        )
        self._told = snapshot
        self._listeners: list[SnapshotListener] = []
        self.asked: list[Sequence[str] | None] = []
        self.closed = threading.Event()

    @property
    def snapshot(self) -> Snapshot:
        return self._told

    def subscribe(self, listener: SnapshotListener) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def start(self) -> None:
        """Nothing is watched."""

    def close(self) -> None:
        super().close()
        self.closed.set()

    def refresh(self, context: JobContext, hosts: Sequence[str] | None = None) -> Snapshot:
        self.asked.append(hosts)
        return self._told

    def tell(self, snapshot: Snapshot) -> None:
        """Hand out a newer snapshot, on the caller's thread as the monitor does on its own."""
        changed: Difference = difference(self._told, snapshot)
        self._told = snapshot
        for listener in tuple(self._listeners):
            listener(snapshot, changed)
