"""Work that is too long for one event is done in pieces, each in a turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
#: Work in pieces: each ``next`` does one, and a value comes with the last.
Steps = Generator[None, None, T]


class Pieces(QObject):
    """Does one piece of work in each turn; between two of them the window paints and takes input.

    A piece may begin other work here: what is left of the former one is then dropped.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._is_running = False
        self._next: Callable[[], Iterator[None]] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self.advance)

    @property
    def is_busy(self) -> bool:
        """Whether something is left to do."""
        return self._steps is not None or self._next is not None

    def begin(self, steps: Iterator[None]) -> None:
        """Do the first piece now and the others in the next turns, instead of what is left."""
        self._next = None
        self._steps = steps
        self.advance()

    def follow(self, make: Callable[[], Iterator[None]]) -> None:
        """Begin what ``make`` returns once what is under way is done; only the last call counts.

        So newer content that comes again and again never keeps the older from being whole.
        """
        if self.is_busy:
            self._next = make
        else:
            self.begin(make())

    def advance(self) -> bool:
        """Do one piece now; say whether something is left."""
        if self._is_running:
            return self.is_busy
        if self._steps is None and self._next is not None:
            self._steps, self._next = self._next(), None
        steps = self._steps
        if steps is not None and not self._has_next(steps) and self._steps is steps:
            self._steps = None
        if self.is_busy:
            self._turn.start(0)
        return self.is_busy

    def finish(self) -> None:
        """Do all that is left in this event."""
        while not self._is_running and self.advance():
            pass
        self._turn.stop()

    def stop(self) -> None:
        """Drop what is left."""
        self._steps = self._next = None
        self._turn.stop()

    def _has_next(self, steps: Iterator[None]) -> bool:
        """Do a piece; one that raises is the last."""
        is_left = False
        self._is_running = True
        try:
            for _ in steps:
                is_left = True
                break
        finally:
            self._is_running = False
            if not is_left and self._steps is steps:
                self._steps = None
        return is_left


def whole(steps: Steps[T]) -> T:
    """Do all pieces at once and return what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value
