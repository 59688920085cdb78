"""What every tab can: show an object of a snapshot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot


class Page(QWidget):
    """A tab of the centre.

    Signals:
        opened: Another object was asked for (Key).
        menu_requested: A context menu is wanted (tuple of Key, QPoint on the screen).
    """

    opened = Signal(object)
    menu_requested = Signal(object, object)

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        """Show ``key`` as it is in ``snapshot``; called again with every newer snapshot."""
