"""What the centre shows while several objects are selected: their list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.blocks import Table
from xenadmin_gui.gui.pages.lookup import Heading
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.widgets.table import ObjectTable


class SelectionPage(QWidget):
    """One row an object.

    Signals:
        opened: An object was activated (Key).
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = ObjectTable(selection_table((), ()))
        self._table.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.L)
        layout.addWidget(self._table)
        layout.addStretch(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def show_objects(self, snapshot: Snapshot, keys: tuple[Key, ...]) -> None:
        """Show the objects as they are in ``snapshot``."""
        found = [(key, lookup.subject_of(snapshot, key)) for key in keys]
        headings = tuple(
            lookup.heading_of(snapshot, subject)
            if subject is not None
            else Heading(key.id, QCoreApplication.translate("Pages", "is no longer there"), None)
            for key, subject in found
        )
        self._table.show_table(selection_table(keys, headings))


def selection_table(keys: tuple[Key, ...], headings: tuple[Heading, ...]) -> Table:
    """Return the table of several objects."""
    tr = QCoreApplication.translate
    rows = tuple(
        Row(key, key, (key, heading), _describe)
        for key, heading in zip(keys, headings, strict=True)
    )
    return Table("", (tr("Pages", "Name"), tr("Pages", "Kind"), tr("Pages", "State")), rows)


def _describe(facts: tuple[Key, Heading]) -> Cells:
    key, heading = facts
    return Cells(
        heading.health,
        (heading.name, wording.kind_word(key.kind), heading.sentence),
        shield=heading.is_protected,
    )
