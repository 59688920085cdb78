"""Ties a screen to a terminal on a host: opens it, feeds the screen, opens it again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xenadmin_gui.domain.command import Command
from xenadmin_gui.gui.console.screen import TerminalScreen
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.transport.protocols import Terminal, TerminalListener

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session


class Wire(QObject):
    """One terminal at a time.

    Signals:
        opened: It is there.
        ended: Why it is not (any more), a sentence in the window's language.
    """

    opened = Signal()
    ended = Signal(str)

    def __init__(
        self, session: Session, bridge: Bridge, screen: TerminalScreen, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self._screen = screen
        self._lock = threading.Lock()
        self._terminal: Terminal | None = None
        self._typed_ahead = b""
        self._number = 0
        self.is_open = False

    def open(self, server: str, command: Command | None) -> None:
        """Open a terminal on ``server``; one that is open is closed first."""
        self.close()
        self._number += 1
        number, size = self._number, self._screen.size
        listener = TerminalListener(self._feed_of(number), self._end_of(number))

        def job(context: JobContext) -> Terminal:
            return self._session.terminal(server, command, size, listener, context)

        def done(outcome: Outcome[Terminal]) -> None:
            if outcome.value is None:
                said = str(outcome.error) if outcome.error is not None else ""
                self._on_ended(number, said)
            elif number != self._number:
                outcome.value.close()
            else:
                with self._lock:
                    self._terminal = outcome.value
                    outcome.value.write(self._typed_ahead)
                self.is_open = True
                outcome.value.resize(*self._screen.size)
                self.opened.emit()

        self._bridge.run(job, done)

    def write(self, data: bytes) -> None:
        """Send what was typed; what is typed ahead is sent when the terminal is there."""
        with self._lock:
            if self._terminal is None:
                self._typed_ahead += data
            else:
                self._terminal.write(data)

    def resize(self, columns: int, rows: int) -> None:
        """Tell the program of the view's size."""
        with self._lock:
            terminal = self._terminal
        if terminal is not None:
            terminal.resize(columns, rows)

    def close(self) -> None:
        """Hang up; says nothing."""
        self._number += 1
        self.is_open = False
        with self._lock:
            terminal, self._terminal = self._terminal, None
            self._typed_ahead = b""
        if terminal is not None:
            terminal.close()

    def _feed_of(self, number: int) -> Callable[[bytes], None]:
        def feed(data: bytes) -> None:
            if number == self._number:
                answers = self._screen.feed(data)
                if answers:
                    self.write(answers)

        return feed

    def _end_of(self, number: int) -> Callable[[str], None]:
        return lambda reason: self._bridge.post(lambda: self._on_ended(number, reason))

    def _on_ended(self, number: int, reason: str) -> None:
        if number != self._number:
            return
        with self._lock:
            self._terminal, self._typed_ahead = None, b""
        self.is_open = False
        self.ended.emit(phrase(reason))
