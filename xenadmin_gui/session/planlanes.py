"""Lanes on which plans run in the background: those about the same objects one by one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.lane import JobHandle
from xenadmin_gui.jobs.outcome import Job, Outcome
from xenadmin_gui.jobs.pool import LanePool

T = TypeVar("T")

_MOST = 8


class PlanLanes:
    """Up to eight lanes, made when they are needed; thread-safe."""

    def __init__(self, clock: Clock) -> None:
        self._lock = threading.Lock()
        self._lanes = LanePool("plan", _MOST, clock=clock)
        self._busy: dict[JobHandle[Any], frozenset[Key]] = {}

    def submit(
        self,
        job: Job[T],
        subjects: Iterable[Key],
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobHandle[T]:
        """Run ``job`` as soon as nothing else is being done to ``subjects``."""
        keys = frozenset(subjects)
        with self._lock:
            self._busy = {h: others for h, others in self._busy.items() if h.outcome is None}
            before = [handle for handle, others in self._busy.items() if keys & others]
            handle = self._lanes.submit(_after(before, job), on_progress=on_progress)
            self._busy[handle] = keys
        return handle

    def stop(self, timeout_s: float) -> bool:
        """Cancel everything and end the threads; say whether they ended in time."""
        return self._lanes.stop(timeout_s)


def _after(before: list[JobHandle[Any]], job: Job[T]) -> Job[T]:
    """Wait for all of ``before``, which were submitted earlier, so that none waits for ``job``."""

    def run(context: JobContext) -> T:
        for handle in before:
            over = threading.Event()
            handle.on_settled(partial(_set, over))
            with context.closing_on_cancel(over.set):
                over.wait()
            context.checkpoint()
        return job(context)

    return run


def _set(event: threading.Event, outcome: Outcome[Any]) -> None:
    event.set()
