"""How long the window stands still while a terminal shows vim, top, or ten megabytes of output.

A real sshd on loopback, one pane on Qt's offscreen screen. The window's own watchdog ticks every
20 ms; told are the longest gap between two ticks, and the processor time of the dearest event,
which does not grow with what else the machine does.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measured import MeasuredApplication
from tests.session.ssh_session import HOST, ssh_session
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.console.pane import TerminalPane
from xenadmin_gui.gui.watchdog import Watchdog

_PATIENCE_S = 600.0
_READY = "now:"
_WORK = {
    "vim: 2,000 lines down, one by one": (
        "seq 2000 >$T/file; vim -u NONE -c 'set ruler' $T/file",
        "1,1",
        "j" * 2000,
        "2000,1",
        ":q!\r",
    ),
    "top, drawn ten times": ("top -d 0.2 -n 10", "", "", "", ""),
    "10 MB in lines of 100": ("seq -f %0100.0f 98000", "", "", "", ""),
    "10 MB in lines of 6": ("seq 100000 1350000", "", "", "", ""),
    "10 MB with a colour in each word": (
        "yes \"$(printf '\\033[3%dmword\\033[0m ' 1 2 3 4 5 6)\" | head -c 10000000; tput sgr0",
        "",
        "",
        "",
        "",
    ),
}


@dataclass(frozen=True, slots=True)
class Standstill:
    """One program's doings; seconds.

    Attributes:
        took_s: Until its last line was on the screen.
        longest_gap_s: The longest time between two ticks.
        longest_event_s: Processor time of the GUI thread in its dearest event.
        event: Which one that was.
    """

    what: str
    took_s: float
    longest_gap_s: float
    longest_event_s: float
    event: str
    load: float


def measure(directory: Path) -> list[Standstill]:
    """Run every program in turn."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_CONFIG_HOME"] = str(directory / "config")
    application = MeasuredApplication()
    with ssh_session(directory) as session:
        bridge = Bridge(session)
        bridge.start()
        pane = TerminalPane(session, bridge, Key(Kind.HOST, HOST))
        pane.resize(1100, 700)
        pane.show()
        watchdog = Watchdog()
        try:
            _until(application, lambda: pane.wire.is_open)
            pane.wire.write(f"exec env T={directory} PS1='now: ' LC_ALL=C.UTF-8 sh\r".encode())
            _until(application, lambda: _last(pane) == _READY)
            return [_measure(application, pane, watchdog, what) for what in _WORK]
        finally:
            pane.shut_down()
            bridge.close()


def _measure(
    application: MeasuredApplication, pane: TerminalPane, watchdog: Watchdog, what: str
) -> Standstill:
    command, begun, keys, done, end = _WORK[what]
    application.costs.clear()
    watchdog.start()
    watchdog.reset()
    began = time.monotonic()
    pane.wire.write(f"{command}; echo over\r".encode())
    _until(application, lambda: _last(pane) != _READY)
    if begun:
        _until(application, lambda: begun in _last(pane))
        for key in keys:
            pane.wire.write(key.encode())
            application.processEvents()
        _until(application, lambda: done in _last(pane))
        pane.wire.write(end.encode())
    _until(application, lambda: _last(pane) == _READY)
    watchdog.stop()
    return Standstill(
        what,
        time.monotonic() - began,
        watchdog.longest_ms / 1000,
        *max(application.costs),
        os.getloadavg()[0],
    )


def _last(pane: TerminalPane) -> str:
    """The lowest line of the screen that is not empty."""
    runs = [line for line in pane.screen_.frame().lines if line]
    return "".join(run.text for run in runs[-1]).strip() if runs else ""


def _until(application: MeasuredApplication, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    look = 0.0
    pause = threading.Event()
    while True:
        application.processEvents()
        if time.monotonic() > look:
            if holds():
                return
            look = time.monotonic() + 0.1
        if time.monotonic() > end:
            raise RuntimeError("nothing came of it")
        pause.wait(0.001)
