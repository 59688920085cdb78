"""A small table of objects inside a page: as tall as its rows, rows by difference."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from xenadmin_gui.gui.pages.blocks import Table
from xenadmin_gui.gui.pieces import Pieces
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.tree.approach import ROWS_A_STEP
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.row import Row
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.labels import faint_label

_MOST_ROWS = 30


class ObjectTable(QWidget):
    """Shows a ``Table`` block.

    Signals:
        opened: An object was activated (Key).
        menu_requested: tuple of Key, QPoint on the screen.
    """

    opened = Signal(object)
    menu_requested = Signal(object, object)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._work = Pieces(self)
        self._empty = faint_label(table.empty)
        self._empty.setWordWrap(True)
        self.model = ObjectTreeModel(table.headers, self)
        self.model.set_numeric_columns(table.numeric)
        self.view = ObjectTreeView(self.model, self)
        self.view.setRootIsDecorated(False)
        self.view.setIndentation(0)
        self.view.setAccessibleName(table.title)
        self.view.viewport().installEventFilter(self)
        header = self.view.header()
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(60)
        header.setResizeContentsPrecision(_MOST_ROWS)
        self._fills_first = len(table.headers) - 1 in table.numeric
        header.setStretchLastSection(not self._fills_first)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._on_copy)
        self.view.activated_key.connect(self.opened)
        self.view.menu_requested.connect(self.menu_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self.view)

    def show_table(self, table: Table) -> None:
        """Bring the rows to those of ``table``; thousands of them over several turns."""
        self._rows = table.rows
        if len(table.rows) <= ROWS_A_STEP:
            self._work.begin(self.model.steps(table.rows))
            self._work.finish()
        else:
            self._work.follow(lambda: self.model.steps(self._rows))
        self._empty.setVisible(not table.rows and bool(table.empty))
        self.view.setVisible(bool(table.rows))
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the rows; the first column takes what is free, a bar what is too much."""
        header, room = self.view.header(), self.view.viewport().width()
        columns = range(1, header.count())
        wanted = self.view.sizeHintForColumn(0) + sum(header.sectionSize(n) for n in columns)
        is_wide = wanted > room
        if self._fills_first:
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(0, mode.ResizeToContents if is_wide else mode.Stretch)
        row = max(self.view.sizeHintForRow(0), spacing.ROW)
        height = min(len(self._rows), _MOST_ROWS) * row + header.sizeHint().height() + 2
        if header.length() > room:
            height += self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page scroll when the table has nothing to scroll."""
        if isinstance(event, QWheelEvent) and not self.view.verticalScrollBar().maximum():
            event.ignore()
            return True
        if isinstance(event, QResizeEvent):
            self._fit()
        return super().eventFilter(watched, event)

    def _on_copy(self) -> None:
        columns = range(self.model.columnCount())
        lines = [
            "\t".join(str(index.siblingAtColumn(column).data() or "") for column in columns)
            for index in self.view.selectionModel().selectedRows()
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
