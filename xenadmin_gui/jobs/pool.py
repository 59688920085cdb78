"""Several lanes for jobs that must not wait for one another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import Progress
from xenadmin_gui.jobs.lane import JobHandle, Lane
from xenadmin_gui.jobs.outcome import Job

T = TypeVar("T")


class LanePool:
    """Lanes, made when they are needed; thread-safe.

    A job that waits for a host keeps no other from running, as long as not all of them do. Jobs do
    not run in the order in which they come.
    """

    def __init__(self, name: str, most: int, *, clock: Clock | None = None) -> None:
        """Make no lane yet.

        Args:
            name: Shown in thread lists, with a number.
            most: How many lanes there may be; beyond that jobs wait in the shortest queue.
        """
        self._name = name
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._lanes: list[Lane] = []
        self._busy: dict[JobHandle[Any], Lane] = {}
        self._is_closed = False

    def submit(
        self, job: Job[T], *, on_progress: Callable[[Progress], None] | None = None
    ) -> JobHandle[T]:
        """Run ``job`` as soon as a lane is free; in a pool that has ended it is cancelled."""
        with self._lock:
            self._busy = {h: lane for h, lane in self._busy.items() if h.outcome is None}
            lane = self._quietest()
            handle = lane.submit(job, on_progress=on_progress)
            self._busy[handle] = lane
        return handle

    def stop(self, timeout_s: float) -> bool:
        """Cancel everything and end the threads; say whether all ended in time."""
        with self._lock:
            self._is_closed = True
            lanes = list(self._lanes)
        for lane in lanes:
            lane.stop(0.0)
        until = time.monotonic() + timeout_s
        ended = [lane.stop(max(0.0, until - time.monotonic())) for lane in lanes]
        return all(ended)

    def _quietest(self) -> Lane:
        """An idle lane, a new one, or the one with least to do."""
        loads = dict.fromkeys(self._lanes, 0)
        for lane in self._busy.values():
            loads[lane] += 1
        idle = next((lane for lane, load in loads.items() if load == 0), None)
        if idle is not None:
            return idle
        if len(self._lanes) < self._most:
            lane = Lane(f"{self._name}-{len(self._lanes) + 1}", clock=self._clock)
            if self._is_closed:
                lane.stop(0.0)
            self._lanes.append(lane)
            return lane
        return min(loads, key=lambda lane: loads[lane])
