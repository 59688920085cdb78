"""What one event costs the GUI thread at 64 hosts and 2,000 VMs, in processor time.

Measured are the first fill, snapshots with 200 changed VMs, and what an administrator does: views,
pages, the filter, the palette.

The whole window shows the largest simulated cluster; snapshots are told to it as the monitor would.
The processor time of the GUI thread is taken around each event that the event loop hands out (what
such an event sends on is part of it): unlike a clock it does not count turns that other programs
had. Paints go to Qt's offscreen screen.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.shell_big import big_snapshot, with_changed_vms
from tests.gui.shell_sessions import ToldSession
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.collector import Collector
from xenadmin_gui.gui.window import parts
from xenadmin_gui.gui.window.command_palette import CommandPalette
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View

_PATIENCE_S = 60.0
_FILTER_MS = 400
_TABS = ("Overview", "Map", "SAN", "Templates", "Configuration", "Events")


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
        _settle(self)
        self.costs.clear()
        self._depth += 1
        began = time.thread_time()
        call()
        self.costs.append((time.thread_time() - began, "the call"))
        self._depth -= 1
        if wait_ms:
            QTest.qWait(wait_ms)
        _settle(self)
        return Deed(name, *max(self.costs))


def measure(directory: Path, *, turns: int = 20) -> tuple[list[Deed], list[Costs]]:
    """Fill the window, tell it that many snapshots in each view, and do what people do.

    Args:
        directory: For settings and journals; empty.
    """
    use_offscreen(directory)
    snapshot = big_snapshot(directory)
    application = MeasuredApplication()
    session = ToldSession(snapshot, directory, snapshot.taken_at)
    collector = Collector(application)
    collector.start()
    parts.preload()
    window = MainWindow()
    deeds = [
        application.do("first fill", lambda: window.attach(session)),
        application.do("first paint", window.show),
    ]
    found = []
    for view in View:
        window.navigator.show_view(view)
        _settle(application)
        found.append(_measure_view(application, window, session, view, turns))
    deeds += _deeds(application, window)
    window.close()
    session.close()
    collector.stop()
    return deeds, found


def use_offscreen(directory: Path) -> None:
    """Have windows of this process be painted nowhere, with settings in ``directory``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(directory / variable.lower())


def _deeds(application: MeasuredApplication, window: MainWindow) -> list[Deed]:
    """Do what an administrator does, one after the other."""
    do, navigator, tabs = application.do, window.navigator, window.objects.tabs
    snapshot = window.snapshot
    assert snapshot is not None
    vms = [Key(Kind.VM, uuid) for uuid in snapshot.vms]
    cluster = Key(Kind.CLUSTER, snapshot.cluster)
    shown = [(f"view {view.name}", partial(navigator.show_view, view)) for view in (*View, *View)]
    keys = [vms[1000], vms[500], snapshot.hosts[3].key, snapshot.san.multipaths[99].key, cluster]
    shown += [(f"open a {key.kind}", partial(window.open_object, key)) for key in keys]
    shown += [(f"tab {name}", partial(tabs.setCurrentIndex, n)) for n, name in enumerate(_TABS)]
    found = [do(name, call) for name, call in shown]
    for view in View:
        navigator.show_view(view)
        for text in ("1", "12", "host:xen2", "nothing", ""):
            call = partial(navigator.filter_line.setText, text)
            found.append(do(f"filter {text!r} in {view.name}", call, _FILTER_MS))
    navigator.show_view(View.VMS)
    found.append(do("select all VMs", navigator.tree.selectAll))
    found.append(do("open the palette", window.actions_.palette.trigger))
    for dialog in window.findChildren(CommandPalette):
        found.append(do("type in the palette", partial(dialog.line.setText, "vm1")))
        dialog.close()
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
