"""What one event costs the GUI thread at 64 hosts and 2,000 VMs, in processor time.

Measured are the first fill, snapshots with 200 changed VMs, and what an administrator does: views,
pages, the filter, the palette.

The whole window shows the largest simulated cluster; snapshots are told to it as the monitor would.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.deeds import often, seldom
from tests.bench.measured import Deed, MeasuredApplication, settle, use_offscreen
from tests.gui.shell_big import big_snapshot, with_changed_vms
from tests.gui.shell_sessions import ToldSession
from xenadmin_gui.gui.collector import Collector
from xenadmin_gui.gui.window import parts
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
        settle(application)
        found.append(_measure_view(application, window, session, view, turns))
    deeds += often(application, window)
    deeds += seldom(application, window, session)
    window.close()
    session.close()
    collector.stop()
    return deeds, found


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
        settle(application)
        dearest.append(max(application.costs))
        sums.append(sum(cost for cost, _ in application.costs))
        events += len(application.costs)
    longest_s, event = max(dearest)
    median_s = sorted(cost for cost, _ in dearest)[turns // 2]
    return Costs(view.name, events, longest_s, event, median_s, max(sums), os.getloadavg()[0])
