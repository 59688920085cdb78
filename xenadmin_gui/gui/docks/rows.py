"""A bounded, filtered list of rows that grows at its end: the model of the fast docks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class GrowingModel(QAbstractTableModel, Generic[R]):
    """Rows in the order they came; the oldest go when there are more than ``limit``.

    The filter works on the plain list; new rows are appended, old ones removed from the head:
    a view never sees a reset but when the filter changes. Subclasses say how a row looks.

    Attributes:
        limit: Rows that are kept, shown or not.
    """

    heads: tuple[str, ...] = ()
    right_aligned: frozenset[int] = frozenset()

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self._all: deque[R] = deque()
        self._shown: list[R] = []
        self._accepts: Callable[[R], bool] = lambda _row: True

    def append(self, rows: Iterable[R]) -> None:
        """Add ``rows`` at the end; drops what is beyond the limit."""
        new = list(rows)[-self.limit :]
        self._drop(len(self._all) + len(new) - self.limit)
        self._all.extend(new)
        visible = [row for row in new if self._accepts(row)]
        if visible:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(visible) - 1)
            self._shown.extend(visible)
            self.endInsertRows()

    def _drop(self, count: int) -> None:
        if count <= 0:
            return
        dropped = [self._all.popleft() for _ in range(min(count, len(self._all)))]
        gone = sum(1 for row in dropped if self._accepts(row))
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del self._shown[:gone]
            self.endRemoveRows()

    def set_filter(self, accepts: Callable[[R], bool]) -> None:
        """Show only rows that ``accepts`` says yes to."""
        self.beginResetModel()
        self._accepts = accepts
        self._shown = [row for row in self._all if accepts(row)]
        self.endResetModel()

    def clear(self) -> None:
        """Forget every row."""
        self.beginResetModel()
        self._all.clear()
        self._shown.clear()
        self.endResetModel()

    def row(self, number: int) -> R:
        """Return the row shown at ``number``."""
        return self._shown[number]

    @property
    def rows(self) -> Sequence[R]:
        """Every row that is kept, shown or not, oldest first."""
        return tuple(self._all)

    def text(self, row: R, column: int) -> str:
        """Return what stands in a cell."""
        raise LookupError((row, column))

    def other(self, row: R, column: int, role: int) -> Any:
        """Return colour, icon or tool tip of a cell; None for the default."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = index.column() in self.right_aligned
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.other(row, index.column(), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in self.right_aligned
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
