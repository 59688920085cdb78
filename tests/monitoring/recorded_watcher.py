"""Waits for what a monitor tells while time is moved on."""

from __future__ import annotations

import threading
from collections.abc import Callable

from recorded_lab import Lab

from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import HostState

PATIENCE_S = 10.0


class Watcher:
    """Collects what the monitor tells and waits for a snapshot that fits."""

    def __init__(self, lab: Lab) -> None:
        self._condition = threading.Condition()
        self._lab = lab
        self.calls: list[tuple[Snapshot, Difference]] = []
        self.unsubscribe = lab.monitor.subscribe(self._on_snapshot)

    def _on_snapshot(self, snapshot: Snapshot, changed: Difference) -> None:
        with self._condition:
            self.calls.append((snapshot, changed))
            self._condition.notify_all()

    def until(
        self, fits: Callable[[Snapshot], bool], *, step_s: float = 0.1, pause_s: float = 0.02
    ) -> Snapshot:
        """Move time on bit by bit until a snapshot fits; return it."""
        for _ in range(600):
            with self._condition:
                if fits(self._lab.monitor.snapshot):
                    return self._lab.monitor.snapshot
                self._condition.wait(pause_s)
            if self._lab.clock.is_awaited:
                self._lab.clock.advance(step_s)
        raise AssertionError(f"no such snapshot; the last: {self._lab.monitor.snapshot.servers}")


def has_state(name: str, state: HostState, snapshot: Snapshot) -> bool:
    return snapshot.servers[name].state is state


def all_up(snapshot: Snapshot) -> bool:
    return all(server.is_up for server in snapshot.servers.values())
