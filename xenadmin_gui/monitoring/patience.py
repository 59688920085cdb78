"""How long we wait for one machine before we call it silent, learnt from how it answers."""

from __future__ import annotations

import threading
from enum import StrEnum

from xenadmin_gui.domain.config import ClusterConfig

_AT_LEAST_S = 4.0
_BATCH_AT_LEAST_S = 10.0


class Phase(StrEnum):
    """What a cycle does right now."""

    IDLE = "idle"
    CONNECT = "connect"
    BATCH = "batch"
    DEFINITIONS = "definitions"


class Patience:
    """The stop watch of one machine's cycles; thread-safe.

    A machine that usually answers in 0.1 s is missed after 4 s, one that takes 5 s after 10 s.
    Before its first answer only the configured time-outs count.
    """

    def __init__(self, config: ClusterConfig) -> None:
        self._config = config
        self._lock = threading.Lock()
        self._phase = Phase.IDLE
        self._began = 0.0
        self._usual_s: float | None = None

    @property
    def phase(self) -> Phase:
        with self._lock:
            return self._phase

    @property
    def batch_timeout_s(self) -> float:
        """Time-out for a batch: generous beside what is usual."""
        limit = self._config.command_timeout_s
        if self._usual_s is None:
            return limit
        return min(limit, max(_BATCH_AT_LEAST_S, 4 * self._usual_s))

    def begin(self, phase: Phase, now: float) -> None:
        """Start the watch for a phase."""
        with self._lock:
            self._phase, self._began = phase, now

    def end(self) -> None:
        """The cycle is over."""
        with self._lock:
            self._phase = Phase.IDLE

    def learn(self, seconds: float) -> None:
        """Take in how long a batch took; follows a slower machine at once, a faster one slowly."""
        with self._lock:
            usual = self._usual_s
            self._usual_s = seconds if usual is None else max(seconds, 0.7 * usual + 0.3 * seconds)

    def limit_s(self) -> float | None:
        """Return how long the present phase may take; None while idle."""
        with self._lock:
            if self._phase is Phase.IDLE:
                return None
            if self._phase is Phase.CONNECT:
                return self._config.connect_timeout_s
            if self._usual_s is None or self._phase is Phase.DEFINITIONS:
                return self._config.command_timeout_s
            return max(_AT_LEAST_S, 2 * self._usual_s)

    def overdue_s(self, now: float) -> float | None:
        """Return for how long it has kept us waiting, or None when that is not too long yet."""
        limit = self.limit_s()
        waited = now - self._began
        return waited if limit is not None and waited >= limit else None

    def deadline(self) -> float | None:
        """Return the monotonic time at which the present phase is overdue; None while idle."""
        limit = self.limit_s()
        return None if limit is None else self._began + limit
