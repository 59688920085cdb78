"""Full garbage collections happen while nobody uses the window: each stops the whole program."""

from __future__ import annotations

import gc
import logging
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_log = logging.getLogger(__name__)

_LOOK_MS = 30_000
#: After so long a full collection happens even under the user's hands.
_LONGEST_S = 3600.0
_NEVER = 1_000_000_000


class Collector(QObject):
    """Takes Python's full collections away from the events of the window.

    A full collection walks every value of every snapshot: 80 ms at 64 hosts and 2,000 VMs. Those
    values have no cycles and go by counting; what leaves cycles behind are closed dialogs and
    errors, few and small. The young generations are still collected by themselves.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._former = gc.get_threshold()
        self._collected_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """No full collection happens by itself from now on."""
        self._former = gc.get_threshold()
        gc.set_threshold(self._former[0], self._former[1], _NEVER)
        self._collected_at = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.set_threshold(*self._former)

    def look(self) -> None:
        """Collect when no window has the user's attention, or when it is long ago."""
        state = QGuiApplication.applicationState()
        is_used = state is Qt.ApplicationState.ApplicationActive
        if is_used and time.monotonic() - self._collected_at < _LONGEST_S:
            return
        began = time.thread_time()
        found = gc.collect()
        self._collected_at = time.monotonic()
        took_ms = (time.thread_time() - began) * 1000
        _log.debug("a full collection took %.0f ms and found %d objects", took_ms, found)
