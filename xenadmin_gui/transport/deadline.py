"""How long a blocking call may still take, and whether somebody cancelled it."""

from __future__ import annotations

import threading

from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext

#: Longest wait that does not look for a cancel, where nothing can be woken; seconds.
SLICE_S = 0.1


class Deadline:
    """A point in time that a call and all its parts share."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self.seconds = seconds
        self._at = clock.monotonic() + seconds

    @property
    def remaining(self) -> float:
        """Seconds left, never negative."""
        return max(0.0, self._at - self._clock.monotonic())

    @property
    def has_passed(self) -> bool:
        return self._clock.monotonic() >= self._at

    def slice(self, context: JobContext) -> float:
        """Return how long to wait before looking again; 0 when the time is up.

        Raises:
            Cancelled: Somebody cancelled.
        """
        context.checkpoint()
        return min(SLICE_S, self.remaining)


def wait_for(event: threading.Event, deadline: Deadline, context: JobContext) -> bool:
    """Wait for an event that a cancel does not set; False when the time is up.

    Raises:
        Cancelled: Somebody cancelled.
    """
    while not event.wait(deadline.slice(context)):
        if deadline.has_passed:
            return event.is_set()
    return True


def acquire(
    lock: threading.Semaphore | threading.Lock, deadline: Deadline, context: JobContext
) -> bool:
    """Take a lock or a place; False when the time is up.

    Raises:
        Cancelled: Somebody cancelled.
    """
    while not lock.acquire(timeout=deadline.slice(context)):
        if deadline.has_passed:
            return False
    return True
