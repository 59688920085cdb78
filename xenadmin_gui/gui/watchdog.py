"""Measures gaps of the event loop: the window may never stand still for more than 50 ms."""

from __future__ import annotations

import logging
import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_log = logging.getLogger(__name__)

BUDGET_MS = 50.0
_TICK_MS = 20


class Watchdog(QObject):
    """Ticks and notes by how much a tick came late.

    Attributes:
        longest_ms: The longest gap so far.
        gaps_ms: The last gaps above the budget.
        longest_work_ms: The most processor time that the GUI thread itself used between two ticks;
            a long gap with little of it is a machine, or other threads, that gave us no turn.

    Signals:
        stalled: A gap above the budget ended (milliseconds).
    """

    stalled = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest_ms = 0.0
        self.gaps_ms: deque[float] = deque(maxlen=1000)
        self.longest_work_ms = 0.0
        self._last = 0.0
        self._last_work = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begin to measure; costs fifty wake-ups a second."""
        self._last = time.monotonic()
        self._last_work = time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """End measuring; what was measured stays."""
        self._timer.stop()

    def reset(self) -> None:
        """Forget what was measured."""
        self.longest_ms = self.longest_work_ms = 0.0
        self.gaps_ms.clear()
        self._last = time.monotonic()
        self._last_work = time.thread_time()

    def _on_tick(self) -> None:
        now = time.monotonic()
        gap_ms = (now - self._last) * 1000 - _TICK_MS
        self._last = now
        worked = time.thread_time()
        work_ms = (worked - self._last_work) * 1000
        self._last_work = worked
        self.longest_work_ms = max(self.longest_work_ms, work_ms)
        self.longest_ms = max(self.longest_ms, gap_ms)
        if gap_ms > BUDGET_MS:
            self.gaps_ms.append(gap_ms)
            _log.info("no turn for %.0f ms, of which %.0f ms own work", gap_ms, work_ms)
            self.stalled.emit(gap_ms)
