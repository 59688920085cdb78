"""How long we wait for one machine before we call it silent, learnt from how it answers."""

from __future__ import annotations

import threading
from enum import StrEnum

from xenadmin_gui.domain.config import ClusterConfig

_AT_LEAST_S = 4.0
_BATCH_AT_LEAST_S = 10.0
#: Time counts only in which we looked: a leap of the clock (a machine that slept, a simulated
#: hour) is no silence of the other side.
_LOOK_EVERY_S = 1.0


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
        self._waited_s = 0.0
        self._looked_at = 0.0
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
            self._phase, self._waited_s, self._looked_at = phase, 0.0, now

    def end(self) -> None:
        """The cycle is over."""
        with self._lock:
            self._phase = Phase.IDLE

    def learn(self, seconds: float) -> None:
        """Take in how long a batch took; follows a slower machine at once, a faster one slowly."""
        with self._lock:
            usual = self._usual_s
            self._usual_s = seconds if usual is None else max(seconds, 0.7 * usual + 0.3 * seconds)

    def look(self, now: float) -> float | None:
        """Return for how long it has kept us waiting, or None when that is not too long yet."""
        with self._lock:
            if self._phase is Phase.IDLE:
                return None
            self._waited_s += min(max(0.0, now - self._looked_at), _LOOK_EVERY_S)
            self._looked_at = now
            return self._waited_s if self._waited_s >= self._limit_s() else None

    def look_again_at(self, now: float) -> float | None:
        """Return the monotonic time of the next look; None while idle or overdue already."""
        with self._lock:
            left = self._limit_s() - self._waited_s
            if self._phase is Phase.IDLE or left <= 0:
                return None
            return now + min(left, _LOOK_EVERY_S)

    def _limit_s(self) -> float:
        """How long the present phase may take."""
        if self._phase is Phase.CONNECT:
            return self._config.connect_timeout_s
        if self._usual_s is None or self._phase is Phase.DEFINITIONS:
            return self._config.command_timeout_s
        return max(_AT_LEAST_S, 2 * self._usual_s)
