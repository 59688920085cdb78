"""What the centre shows while several objects are selected: their list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.blocks import Table
from xenadmin_gui.gui.pages.lookup import Heading
from xenadmin_gui.gui.pieces import Pieces, Steps
from xenadmin_gui.gui.scale import FEW_VMS
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.widgets.table import ObjectTable


class SelectionPage(QScrollArea):
    """One row an object; many of them scroll and leave the window as tall as it is.

    Signals:
        opened: An object was activated (Key).
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self._work = Pieces(self)
        self._table = ObjectTable(selection_table(Snapshot(""), (), ()))
        self._table.opened.connect(self.opened)
        body = QWidget()
        body.setAutoFillBackground(True)
        body.setBackgroundRole(QPalette.ColorRole.Base)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.L)
        layout.addWidget(self._table)
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(body)

    def show_objects(self, snapshot: Snapshot, keys: tuple[Key, ...]) -> None:
        """Show the objects as they are in ``snapshot``; thousands of them over several turns."""
        is_other, self._keys = keys != self._keys, keys
        if len(keys) <= FEW_VMS:
            self._work.begin(self._showing(snapshot, keys))
            self._work.finish()
        elif is_other:
            self._work.begin(self._showing(snapshot, keys))
        else:
            self._work.follow(lambda: self._showing(snapshot, keys))

    def _showing(self, snapshot: Snapshot, keys: tuple[Key, ...]) -> Steps[None]:
        subjects = yield from lookup.subjects_of(snapshot, keys)
        self._table.show_table(selection_table(snapshot, keys, subjects))


def selection_table(
    snapshot: Snapshot, keys: Sequence[Key], subjects: Sequence[object | None]
) -> Table:
    """Return the table of several objects; what it says of one is made when that is painted."""
    tr = QCoreApplication.translate
    rows = tuple(
        Row(key, key, _facts(snapshot, key, subject), _describe)
        for key, subject in zip(keys, subjects, strict=True)
    )
    return Table("", (tr("Pages", "Name"), tr("Pages", "Kind"), tr("Pages", "State")), rows)


def _facts(snapshot: Snapshot, key: Key, subject: object | None) -> tuple[Key, object]:
    """What a line depends on: the object alone, or its heading where that says more."""
    if isinstance(subject, Snapshot | Server):
        return key, lookup.heading_of(snapshot, subject)
    return key, subject


def _describe(facts: tuple[Key, object]) -> Cells:
    key, subject = facts
    gone = QCoreApplication.translate("Pages", "is no longer there")
    heading = Heading(key.id, gone, None)
    if isinstance(subject, Heading):
        heading = subject
    elif subject is not None:
        heading = lookup.heading_of(Snapshot(""), subject)
    return Cells(
        heading.health,
        (heading.name, wording.kind_word(key.kind), heading.sentence),
        shield=heading.is_protected,
    )
