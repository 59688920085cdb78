"""The processor time of the GUI thread around each event, for the benchmarks of the window.

The processor time is taken around each event that the event loop hands out (what such an event
sends on is part of it): unlike a clock it does not count turns that other programs had. Paints go
to Qt's offscreen screen.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xenadmin_gui.gui.pieces import Pieces
from xenadmin_gui.gui.window.turns import Turns

_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Deed:
    """The dearest event of one thing that was done once; what was called counts as an event."""

    name: str
    longest_s: float
    longest_event: str


class MeasuredApplication(QApplication):
    """Notes the processor time of each event that is not part of another one."""

    def __init__(self) -> None:
        super().__init__(["bench"])
        self.costs: list[tuple[float, str]] = []
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return super().notify(receiver, event)
        name = f"{event.type().name} of {type(receiver).__name__}"
        self._depth += 1
        began = time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self.costs.append((time.thread_time() - began, name))
            self._depth -= 1

    def do(self, name: str, call: Callable[[], object], wait_ms: int = 0) -> Deed:
        """Call as an event would, work off what follows, and return the dearest of it.

        Args:
            wait_ms: How long a timer of the window waits before it acts on the call.
        """
        settle(self)
        self.costs.clear()
        self._depth += 1
        began = time.thread_time()
        call()
        self.costs.append((time.thread_time() - began, "the call"))
        self._depth -= 1
        if wait_ms:
            QTest.qWait(wait_ms)
        settle(self)
        return Deed(name, *max(self.costs))


def use_offscreen(directory: Path) -> None:
    """Have windows of this process be painted nowhere, with settings in ``directory``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(directory / variable.lower())


def settle(application: QApplication) -> None:
    """Work off what is due: queued calls, layouts, paints, and work in pieces to its end."""
    until = time.monotonic() + _PATIENCE_S
    calm = 0
    while calm < 20 and time.monotonic() < until:
        application.sendPostedEvents()
        application.processEvents()
        calm = 0 if _is_busy() else calm + 1


def _is_busy() -> bool:
    windows = QApplication.topLevelWidgets()
    return any(
        work.is_busy
        for window in windows
        for kind in (Pieces, Turns)
        for work in window.findChildren(kind)
    )
