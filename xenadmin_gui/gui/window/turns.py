"""A snapshot goes to the parts of the window one after another, each in a turn of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pieces import Pieces
from xenadmin_gui.gui.scale import is_large

#: What it returns are pieces of work that have turns of their own; the next part comes after them.
Part = Callable[[Snapshot], Pieces | None]


class Turns(QObject):
    """Shows snapshots; between two parts the window paints and takes input. Of a small cluster
    all parts show a snapshot in one event.

    Each part is given the newest snapshot. One that comes in the middle of a round goes to the
    parts that are left, and then to all of them in one more round.

    Attributes:
        newest: The snapshot that the parts show or are about to show; None before the first.
    """

    def __init__(self, parts: Sequence[Part], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: Snapshot | None = None
        self._parts = tuple(parts)
        self._left: list[Part] = []
        self._working: Pieces | None = None
        self._begun_with: Snapshot | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self.advance)

    @property
    def is_busy(self) -> bool:
        """Whether a part is left that has not been given the newest snapshot."""
        return bool(self._left)

    def show(self, snapshot: Snapshot) -> None:
        """Give ``snapshot`` to the first part now and to the others in the next turns."""
        self.newest = snapshot
        if not is_large(snapshot):
            self.stop()
            for part in self._parts:
                working = part(snapshot)
                if working is not None:
                    working.finish()
        elif not self._left:
            self._begin()
            self.advance()

    def stop(self) -> None:
        """Show nothing any more; the parts that are left stay as they are."""
        self._turn.stop()
        self._left.clear()
        self._working = None

    def _begin(self) -> None:
        self._left = list(self._parts)
        self._begun_with = self.newest

    def advance(self) -> None:
        """Run a part, once the work of the former one is done; one that fails stops no other."""
        if not self._left:
            return
        if self._working is not None and self._working.is_busy:
            self._turn.start(0)
            return
        part = self._left.pop(0)
        if not self._left and self._begun_with is not self.newest:
            self._begin()
        if self._left:
            self._turn.start(0)
        if self.newest is not None:
            self._working = part(self.newest)
