"""A tree view over an ``ObjectTreeModel``: rows as tall as we say, open where they want to be."""

from __future__ import annotations

import operator
from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
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
        self._selected: tuple[Key, ...] | None = None
        self._is_unsettled = False
        self.setModel(model)
        keep_header_apart(self)
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
        for signal in (model.rowsInserted, model.rowsMoved, model.layoutChanged):
            signal.connect(self._forget_selected)
        model.rowsRemoved.connect(self._on_selection_changed)
        model.applied.connect(self._on_applied)

    def selection(self) -> tuple[Key, ...]:
        """Return the selected objects, each once, from top to bottom; kept until it changes."""
        if self._selected is None:
            self._selected = self._read_selection()
        return self._selected

    def _read_selection(self) -> tuple[Key, ...]:
        spans = self.selectionModel().selection()
        found = []
        for span in (spans.at(number) for number in range(spans.count())):
            parent = span.parent()
            keys = self.rows.keys_of(parent, span.top(), span.bottom())
            found.append(((*_path(parent), span.top()), keys))
        if len({place[:-1] for place, _ in found}) > 1:
            # Rows below others stand between them: only their whole paths tell the order.
            rows = [(*place[:-1], place[-1] + n) for place, keys in found for n in range(len(keys))]
            in_order = sorted(
                zip(rows, (key for _, keys in found for key in keys), strict=True),
                key=operator.itemgetter(0),
            )
            return tuple(dict.fromkeys(key for _, key in in_order if key is not None))
        found.sort(key=operator.itemgetter(0))
        return tuple(dict.fromkeys(key for _, keys in found for key in keys if key is not None))

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

    def selectAll(self) -> None:
        """Select every row that is not below a closed one, as spans.

        Qt asks for the parent of each row seven times.
        """
        chosen = QItemSelection()
        last_column = self.rows.columnCount() - 1
        parents = [self.rootIndex()]
        while parents:
            parent = parents.pop()
            last = self.rows.rowCount(parent) - 1
            if last >= 0:
                first = self.rows.index(0, 0, parent)
                chosen.select(first, self.rows.index(last, last_column, parent))
            parents += [branch for branch in self.rows.branches(parent) if self.isExpanded(branch)]
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

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

    def _forget_selected(self, *_: object) -> None:
        self._selected = None

    def _on_selection_changed(self, *_: object) -> None:
        self._selected = None
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


def keep_header_apart(view: QTreeView) -> None:
    """Have the head know nothing of the selection.

    After each change of it the head would ask about every row of each column, whether all of the
    column is selected: 10,000 questions with 2,000 rows selected.
    """
    header = view.header()
    header.setSelectionModel(QItemSelectionModel(view.model(), header))


def _path(index: QModelIndex) -> tuple[int, ...]:
    rows: list[int] = []
    while index.isValid():
        rows.append(index.row())
        index = index.parent()
    return tuple(reversed(rows))
