"""A lane runs one job at a time, first come first served, on a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.outcome import Ending, Job, Outcome, run_job

T = TypeVar("T")
_log = logging.getLogger(__name__)


class JobHandle(Generic[T]):
    """A job on its way; ``on_settled`` is called exactly once, on the lane's thread."""

    def __init__(self, context: JobContext) -> None:
        self.context = context
        self._settled = threading.Event()
        self._lock = threading.Lock()
        self._outcome: Outcome[T] | None = None
        self._listeners: list[Callable[[Outcome[T]], None]] = []

    @property
    def outcome(self) -> Outcome[T] | None:
        """The end, or None while the job waits or runs."""
        return self._outcome

    def cancel(self) -> None:
        """Ask the job to end."""
        self.context.cancel()

    def wait(self, timeout_s: float | None = None) -> Outcome[T] | None:
        """Wait for the end; None when it did not come within ``timeout_s``."""
        self._settled.wait(timeout_s)
        return self._outcome

    def on_settled(self, listener: Callable[[Outcome[T]], None]) -> None:
        """Call ``listener`` with the end; at once when it has come already."""
        with self._lock:
            if self._outcome is None:
                self._listeners.append(listener)
                return
        listener(self._outcome)

    def settle(self, outcome: Outcome[T]) -> None:
        """Tell the end; the lane's business."""
        with self._lock:
            self._outcome = outcome
            listeners, self._listeners = self._listeners, []
        self._settled.set()
        for listener in listeners:
            try:
                listener(outcome)
            except Exception:  # noqa: BLE001 - one listener must not rob the others
                _log.exception("a listener failed on the end of a job")


class Lane:
    """One thread that works off its jobs in order.

    Attributes:
        name: Shown in thread lists, such as ``xen1``.
    """

    def __init__(self, name: str, *, clock: Clock | None = None) -> None:
        self.name = name
        self._clock = clock
        self._condition = threading.Condition()
        self._waiting: deque[tuple[Job[Any], JobHandle[Any]]] = deque()
        self._running: JobHandle[Any] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._work, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def submit(
        self, job: Job[T], *, on_progress: Callable[[Progress], None] | None = None
    ) -> JobHandle[T]:
        """Queue ``job``; on a stopped lane it is cancelled at once."""
        handle: JobHandle[T] = JobHandle(JobContext(clock=self._clock, on_progress=on_progress))
        with self._condition:
            stopped = self._stopping
            if not stopped:
                self._waiting.append((job, handle))
                self._condition.notify()
        if stopped:
            handle.settle(Outcome(Ending.CANCELLED))
        return handle

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Cancel everything and wait; say whether the thread ended in time."""
        with self._condition:
            self._stopping = True
            dropped = [handle for _, handle in self._waiting]
            self._waiting.clear()
            running = self._running
            self._condition.notify()
        for handle in dropped:
            handle.settle(Outcome(Ending.CANCELLED))
        if running is not None:
            running.cancel()
        if threading.current_thread() is self._thread:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while True:
            with self._condition:
                while not self._waiting and not self._stopping:
                    self._condition.wait()
                if self._stopping:
                    return
                job, handle = self._waiting.popleft()
                self._running = handle
            handle.settle(run_job(job, handle.context))
            with self._condition:
                self._running = None
