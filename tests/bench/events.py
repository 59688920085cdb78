"""What one event costs the GUI thread when 200 of 2,000 VMs change, in processor time.

The whole window shows the largest simulated cluster; snapshots are told to it as the monitor would.
The processor time of the GUI thread is taken around each event that the event loop hands out (what
such an event sends on is part of it): unlike a clock it does not count turns that other programs
had. Paints go to Qt's offscreen screen.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.gui.shell_big import big_snapshot, with_changed_vms
from tests.gui.shell_sessions import ToldSession
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View

_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Costs:
    """Processor seconds of the GUI thread.

    Attributes:
        longest_s: Of the dearest event of all, while the snapshots came.
        longest_event: What that event was.
        median_s: Of the dearest event of each snapshot, the one in the middle.
        snapshot_s: Of all events of one snapshot together, the dearest of them.
        load: The machine's load average over a minute, at the end.
    """

    view: str
    events: int
    longest_s: float
    longest_event: str
    median_s: float
    snapshot_s: float
    load: float


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


def measure(directory: Path, *, turns: int = 20) -> list[Costs]:
    """Tell the window that many snapshots in each view.

    Args:
        directory: For settings and journals; empty.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(directory / variable.lower())
    snapshot = big_snapshot(directory)
    application = MeasuredApplication()
    session = ToldSession(snapshot, directory, snapshot.taken_at)
    window = MainWindow()
    window.attach(session)
    window.show()
    found = []
    for view in View:
        window.navigator.show_view(view)
        _settle(application)
        found.append(_measure_view(application, window, session, view, turns))
    window.close()
    session.close()
    return found


def _measure_view(
    application: MeasuredApplication,
    window: MainWindow,
    session: ToldSession,
    view: View,
    turns: int,
) -> Costs:
    dearest: list[tuple[float, str]] = []
    sums: list[float] = []
    events = 0
    for turn in range(turns):
        application.costs.clear()
        later = with_changed_vms(session.snapshot, turn)
        session.tell(later)
        until = time.monotonic() + _PATIENCE_S
        while window.snapshot is not later and time.monotonic() < until:
            application.processEvents()
        _settle(application)
        dearest.append(max(application.costs))
        sums.append(sum(cost for cost, _ in application.costs))
        events += len(application.costs)
    longest_s, event = max(dearest)
    median_s = sorted(cost for cost, _ in dearest)[turns // 2]
    return Costs(view.name, events, longest_s, event, median_s, max(sums), os.getloadavg()[0])


def _settle(application: QApplication) -> None:
    """Work off what is due: queued calls, layouts and paints that follow one another."""
    for _ in range(20):
        application.sendPostedEvents()
        application.processEvents()
