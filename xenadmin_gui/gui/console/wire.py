"""Ties a screen to a terminal on a host: opens it, feeds the screen in pieces, opens it again."""

from __future__ import annotations

import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xenadmin_gui.domain.command import Command
from xenadmin_gui.gui.console.screen import TerminalScreen
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.transport.protocols import Terminal, TerminalListener

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session

#: What the screen takes in before other events of the window have their turn: bytes, and
#: seconds for output that is dear to draw.
MOST_A_TURN = 64 * 1024
_LONGEST_TURN_S = 0.008
_PIECE = 4096
#: Bytes that wait for the screen before the host has to wait: they still come after a Ctrl+C.
_FULL = 128 * 1024


class _Inbox:
    """What one terminal has said and the screen has not taken in yet.

    Attributes:
        reason: Why nothing comes any more; None while more may come.
    """

    def __init__(self) -> None:
        self.reason: str | None = None
        self._lock = threading.Lock()
        self._pieces: deque[bytes] = deque()
        self._size = 0
        self._holds = False

    @property
    def is_empty(self) -> bool:
        return not self._pieces

    def put(self, data: bytes) -> tuple[bool, bool]:
        """Return whether there was nothing before, and whether the host is to wait."""
        with self._lock:
            was_empty = not self._pieces
            self._pieces.append(data)
            self._size += len(data)
            self._holds = self._holds or self._size >= _FULL
            return was_empty, self._holds

    def take(self) -> tuple[bytes, bool]:
        """Return the next piece, and whether a host that waits may go on because of that."""
        with self._lock:
            piece = self._pieces.popleft() if self._pieces else b""
            if len(piece) > _PIECE:
                self._pieces.appendleft(piece[_PIECE:])
                piece = piece[:_PIECE]
            self._size -= len(piece)
            goes_on = self._holds and self._size < _FULL // 2
            self._holds = self._holds and not goes_on
            return piece, goes_on


class Wire(QObject):
    """One terminal at a time.

    Signals:
        opened: It is there.
        fed: The screen has taken in so many bytes; other events have their turn now.
        ended: Why it is not (any more), a sentence in the window's language.
    """

    opened = Signal()
    fed = Signal(int)
    ended = Signal(str)

    def __init__(
        self, session: Session, bridge: Bridge, screen: TerminalScreen, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self._screen = screen
        self._terminal: Terminal | None = None
        self._inbox: _Inbox | None = None
        self._typed_ahead = b""
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._take_turn)
        self.is_open = False

    def open(self, server: str, command: Command | None) -> None:
        """Open a terminal on ``server``; one that is open is closed first."""
        self.close()
        self._inbox = inbox = _Inbox()
        size = self._screen.size
        listener = TerminalListener(partial(self._on_output, inbox), partial(self._on_end, inbox))

        def job(context: JobContext) -> Terminal:
            return self._session.terminal(server, command, size, listener, context)

        def done(outcome: Outcome[Terminal]) -> None:
            if inbox is not self._inbox:
                if outcome.value is not None:
                    outcome.value.close()
            elif outcome.value is None:
                self._end(str(outcome.error) if outcome.error is not None else "")
            else:
                self._terminal = terminal = outcome.value
                terminal.write(self._typed_ahead)
                self.is_open = True
                terminal.resize(*self._screen.size)
                self.opened.emit()
                self._next_turn.start()

        self._bridge.run(job, done)

    def write(self, data: bytes) -> None:
        """Send what was typed; what is typed ahead is sent when the terminal is there."""
        if self._terminal is None:
            self._typed_ahead += data
        else:
            self._terminal.write(data)

    def resize(self, columns: int, rows: int) -> None:
        """Tell the program of the view's size."""
        if self._terminal is not None:
            self._terminal.resize(columns, rows)

    def close(self) -> None:
        """Hang up; says nothing."""
        terminal, self._terminal = self._terminal, None
        self._inbox = None
        self._typed_ahead = b""
        self.is_open = False
        self._next_turn.stop()
        if terminal is not None:
            terminal.close()

    # What follows is called on the terminal's thread.

    def _on_output(self, inbox: _Inbox, data: bytes) -> bool:
        was_empty, is_full = inbox.put(data)
        if was_empty:
            self._bridge.post(partial(self._wake, inbox))
        return is_full

    def _on_end(self, inbox: _Inbox, reason: str) -> None:
        inbox.reason = reason
        self._bridge.post(partial(self._wake, inbox))

    # What follows is called in the window's thread.

    def _wake(self, inbox: _Inbox) -> None:
        if inbox is self._inbox:  # else closed meanwhile, and perhaps deleted
            self._next_turn.start()

    def _take_turn(self) -> None:
        """Feed the screen as much as one turn may; what came before the end is shown before it."""
        inbox = self._inbox
        if inbox is None or self._terminal is None:
            return  # closed, or its answers have nowhere to go yet
        taken, until = 0, time.monotonic() + _LONGEST_TURN_S
        while taken < MOST_A_TURN and time.monotonic() < until:
            piece, goes_on = inbox.take()
            if goes_on:
                self._terminal.go_on()
            if not piece:
                break
            taken += len(piece)
            answers = self._screen.feed(piece)
            if answers:
                self._terminal.write(answers)
        if taken:
            self.fed.emit(taken)
        if not inbox.is_empty:
            self._next_turn.start()
        elif inbox.reason is not None:
            self._end(inbox.reason)

    def _end(self, reason: str) -> None:
        self._terminal, self._inbox, self._typed_ahead = None, None, b""
        self.is_open = False
        self._next_turn.stop()
        self.ended.emit(phrase(reason))
