"""Rows from any thread, handed over in the GUI thread a few times a second."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

R = TypeVar("R")

#: Four times a second is as much as anybody can read, and cheap over VNC.
INTERVAL_MS = 250


class Inbox(QObject, Generic[R]):
    """Takes rows from any thread; ``deliver`` gets them in bunches in the thread it lives in.

    At most ``limit`` rows wait; older ones are dropped, as their view would drop them too.
    """

    _filled = Signal()

    def __init__(
        self, deliver: Callable[[list[R]], None], limit: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._lock = threading.Lock()
        self._waiting: deque[R] = deque(maxlen=limit)
        self._announced = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.flush)
        self._filled.connect(self._on_filled, Qt.ConnectionType.QueuedConnection)

    def put(self, row: R) -> None:
        """Add a row; from any thread, returns at once."""
        with self._lock:
            self._waiting.append(row)
            if self._announced:
                return
            self._announced = True
        try:
            self._filled.emit()
        except RuntimeError:
            return  # the window is gone while a lane still talks

    @Slot()
    def _on_filled(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Hand over what has come until now."""
        with self._lock:
            rows = list(self._waiting)
            self._waiting.clear()
            self._announced = False
        if rows:
            self._deliver(rows)
