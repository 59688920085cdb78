"""How long a window leaves its window manager waiting, measured from outside.

A window that speaks ``_NET_WM_PING`` (EWMH 1.5) answers a ping from its event loop: the time until
the answer is the time its event loop was busy. It works alike for Qt and GTK programs.
"""

from __future__ import annotations

import select
import time
from dataclasses import dataclass

from Xlib import X, display
from Xlib.protocol import event


@dataclass(frozen=True, slots=True)
class Stalls:
    """What a series of pings found; seconds."""

    pings: int
    unanswered: int
    median_s: float
    longest_s: float


class Pinger:
    """Pings one top-level window again and again.

    Attributes:
        window: X id of the window.
    """

    def __init__(self, display_name: str, window: int) -> None:
        self._display = display.Display(display_name)
        self._root = self._display.screen().root
        self._root.change_attributes(
            # GTK answers with the first of these masks, Qt's xcb plugin with the second.
            event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask
        )
        self.window = self._display.create_resource_object("window", window)
        self._protocols = self._display.intern_atom("WM_PROTOCOLS")
        self._ping = self._display.intern_atom("_NET_WM_PING")
        self._stamp = 1

    def ping(self, timeout_s: float) -> float | None:
        """Return the seconds until the answer, or None when none came in time."""
        self._stamp += 1
        message = event.ClientMessage(
            window=self.window,
            client_type=self._protocols,
            data=(32, [self._ping, self._stamp, self.window.id, 0, 0]),
        )
        began = time.monotonic()
        self.window.send_event(message, event_mask=0)
        self._display.flush()
        while (left := began + timeout_s - time.monotonic()) > 0:
            if not self._display.pending_events():
                select.select([self._display], [], [], left)
            while self._display.pending_events():
                answer = self._display.next_event()
                if (
                    answer.type == X.ClientMessage
                    and answer.client_type == self._protocols
                    and answer.data[1][1] == self._stamp
                ):
                    return time.monotonic() - began
        return None

    def watch(self, seconds: float, *, every_s: float = 0.01, timeout_s: float = 20.0) -> Stalls:
        """Ping for ``seconds`` and sum up."""
        until = time.monotonic() + seconds
        waits: list[float] = []
        unanswered = 0
        while time.monotonic() < until:
            waited = self.ping(timeout_s)
            if waited is None:
                unanswered += 1
            else:
                waits.append(waited)
            select.select([], [], [], every_s)
        waits.sort()
        return Stalls(
            pings=len(waits) + unanswered,
            unanswered=unanswered,
            median_s=waits[len(waits) // 2] if waits else float("nan"),
            longest_s=waits[-1] if waits else float("nan"),
        )

    def close(self) -> None:
        """Leave the display."""
        self._display.close()
