"""What a job sees of the world around it: cancel, progress, time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.jobs.clock import Clock, SystemClock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``done`` of ``total`` (0 when not known), and what it does now."""

    done: float
    total: float
    text: str


class JobContext:
    """Handed to every job; thread-safe.

    Attributes:
        clock: The time the job lives in.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self._on_progress = on_progress
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._closers: list[Callable[[], object]] = []

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to end; unblocks a blocking call that registered a closer. Never raises."""
        self._cancelled.set()
        with self._lock:
            closers = list(self._closers)
        for close in closers:
            try:
                close()
            except Exception:  # noqa: BLE001 - one closer must not rob the others
                _log.exception("a blocking call could not be closed on a cancel")

    def afterwards(self) -> JobContext:
        """Return one that is not cancelled, for what has to be tidied up after a cancel."""
        return JobContext(clock=self.clock, on_progress=self._on_progress)

    def checkpoint(self) -> None:
        """Go on, or raise when the job was cancelled.

        Raises:
            Cancelled: Somebody cancelled.
        """
        if self._cancelled.is_set():
            raise Cancelled

    def progress(self, done: float, total: float, text: str = "") -> None:
        """Report how far the job is; also a checkpoint."""
        self.checkpoint()
        if self._on_progress is not None:
            self._on_progress(Progress(done, total, text))

    def sleep(self, seconds: float) -> None:
        """Wait; a cancel ends the wait at once.

        Raises:
            Cancelled: Somebody cancelled.
        """
        self.clock.wait(self._cancelled, seconds)
        self.checkpoint()

    @contextmanager
    def closing_on_cancel(self, close: Callable[[], object]) -> Iterator[None]:
        """Call ``close`` from the cancelling thread while the block runs."""
        with self._lock:
            self._closers.append(close)
        try:
            self.checkpoint()
            yield
        finally:
            with self._lock:
                self._closers.remove(close)
