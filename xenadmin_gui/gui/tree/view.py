"""A tree view over an ``ObjectTreeModel``: rows as tall as we say, open where they want to be."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.gui.tree.delegate import RowDelegate
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.row import RowId


class ObjectTreeView(QTreeView):
    """Shows rows of domain objects.

    Attributes:
        rows: The model.

    Signals:
        selection_settled: The selected keys changed (tuple of Key); once however many rows went.
        activated_key: Return or double click on an object (Key).
        menu_requested: A context menu is wanted (tuple of Key, QPoint on the screen).
        pointer_moved: The mouse moved over the rows.
    """

    selection_settled = Signal(object)
    activated_key = Signal(object)
    menu_requested = Signal(object, object)
    pointer_moved = Signal()

    def __init__(self, model: ObjectTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._told: tuple[Key, ...] = ()
        self._is_unsettled = False
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(16)
        self.setAnimated(False)
        self.setAllColumnsShowFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.viewport().installEventFilter(self)
        model.rows_opened.connect(self._on_rows_opened)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.rowsRemoved.connect(self._on_selection_changed)
        model.applied.connect(self._on_applied)

    def selection(self) -> tuple[Key, ...]:
        """Return the selected objects, each once, from top to bottom."""
        found: list[tuple[tuple[int, ...], Key]] = []
        spans = self.selectionModel().selection()
        for span in (spans.at(number) for number in range(spans.count())):
            parent = span.parent()
            path = _path(parent)
            keys = self.rows.keys_of(parent, span.top(), span.bottom())
            found += [((*path, row), key) for row, key in enumerate(keys, span.top()) if key]
        return tuple(dict.fromkeys(key for _, key in sorted(found)))

    def current_key(self) -> Key | None:
        """Return the object with the cursor."""
        return self.rows.key_of(self.currentIndex())

    def select_key(self, key: Key) -> bool:
        """Put selection and cursor on an object; say whether it is there."""
        index = self.rows.index_of_key(key)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def open_rows(self, row_ids: Iterable[RowId]) -> list[RowId]:
        """Show rows expanded; return those that were not before."""
        closed = [i for i in row_ids if not self.isExpanded(self.rows.index_of(i))]
        self._on_rows_opened(closed)
        return closed

    def close_rows(self, row_ids: Iterable[RowId]) -> None:
        """Show rows without those below them; rows that are gone are passed over."""
        for row_id in row_ids:
            index = self.rows.index_of(row_id)
            if index.isValid():
                self.setExpanded(index, False)

    def retint(self) -> None:
        """Make texts and colours anew: the scheme or the language changed."""
        self.rows.forget_texts()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() is QEvent.Type.MouseMove:
            self.pointer_moved.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A right click on a selected row keeps the selection of several."""
        index = self.indexAt(event.position().toPoint())
        right = event.button() is Qt.MouseButton.RightButton
        if right and self.selectionModel().isSelected(index):
            return
        super().mousePressEvent(event)

    def _on_rows_opened(self, row_ids: Iterable[RowId]) -> None:
        for row_id in row_ids:
            self.setExpanded(self.rows.index_of(row_id), True)

    def _on_activated(self, index: QModelIndex) -> None:
        key = self.rows.key_of(index)
        if key is not None:
            self.activated_key.emit(key)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _on_selection_changed(self, *_: object) -> None:
        if self.rows.is_applying:
            self._is_unsettled = True
        else:
            self._settle()

    def _on_applied(self) -> None:
        if self._is_unsettled:
            self._is_unsettled = False
            self._settle()

    def _settle(self) -> None:
        selected = self.selection()
        if selected != self._told:
            self._told = selected
            self.selection_settled.emit(selected)

    def _on_menu_requested(self, point: QPoint) -> None:
        self.menu_requested.emit(self.selection(), self.viewport().mapToGlobal(point))


def _path(index: QModelIndex) -> tuple[int, ...]:
    rows: list[int] = []
    while index.isValid():
        rows.append(index.row())
        index = index.parent()
    return tuple(reversed(rows))
