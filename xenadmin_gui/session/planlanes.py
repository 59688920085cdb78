"""Lanes on which plans run in the background: those about the same objects one by one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.lane import JobHandle, Lane
from xenadmin_gui.jobs.outcome import Job, Outcome

T = TypeVar("T")

_MOST = 8


class PlanLanes:
    """Up to eight lanes, made when they are needed; thread-safe."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._lanes: list[Lane] = []
        self._busy: dict[JobHandle[Any], tuple[Lane, frozenset[Key]]] = {}
        self._is_closed = False

    def submit(
        self,
        job: Job[T],
        subjects: Iterable[Key],
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobHandle[T]:
        """Run ``job`` as soon as nothing else is being done to ``subjects``."""
        keys = frozenset(subjects)
        with self._lock:
            self._forget_settled()
            before = [handle for handle, (_, others) in self._busy.items() if keys & others]
            lane = self._quietest()
            handle = lane.submit(_after(before, job), on_progress=on_progress)
            self._busy[handle] = (lane, keys)
        return handle

    def stop(self, timeout_s: float) -> bool:
        """Cancel everything and end the threads; say whether they ended in time."""
        with self._lock:
            self._is_closed = True
            lanes = list(self._lanes)
        for lane in lanes:
            lane.stop(0.0)
        ended = [lane.stop(timeout_s) for lane in lanes]
        return all(ended)

    def _quietest(self) -> Lane:
        """An idle lane, a new one, or the one with least to do."""
        loads = dict.fromkeys(self._lanes, 0)
        for lane, _ in self._busy.values():
            loads[lane] += 1
        idle = next((lane for lane, load in loads.items() if load == 0), None)
        if idle is not None:
            return idle
        if len(self._lanes) < _MOST:
            lane = Lane(f"plan-{len(self._lanes) + 1}", clock=self._clock)
            if self._is_closed:
                lane.stop(0.0)
            self._lanes.append(lane)
            return lane
        return min(loads, key=lambda lane: loads[lane])

    def _forget_settled(self) -> None:
        self._busy = {h: where for h, where in self._busy.items() if h.outcome is None}


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
