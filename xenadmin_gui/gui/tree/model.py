"""A tree model that takes a wished forest of rows and gets there by difference, never by reset."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.gui.tree.row import Cells, Row, RowId

CellsRole = Qt.ItemDataRole.UserRole + 1
KeyRole = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BRANCH = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
#: Spares the view further questions about each row when it lays out thousands.
_LEAF = _BRANCH | Qt.ItemFlag.ItemNeverHasChildren


class _Node:
    """A row in the model; ``place`` is its number among its parent's children.

    Qt's indexes carry ``number`` and not the address of the node, so that an index that outlives
    its row finds nothing instead of freed memory.
    """

    __slots__ = ("cells", "children", "number", "parent", "place", "row")

    def __init__(self, row: Row, parent: _Node | None, number: int) -> None:
        self.row = row
        self.number = number
        self.parent = parent
        self.children: list[_Node] = []
        self.place = 0
        self.cells: Cells | None = None

    def renumber(self, start: int = 0) -> None:
        for place in range(start, len(self.children)):
            self.children[place].place = place


class _Wish:
    """Which rows shall be there: the very objects, and ids of those the model does not have yet."""

    def __init__(self, objects: Container[int], ids: set[RowId]) -> None:
        self._objects = objects
        self._ids = ids

    def is_same(self, node: _Node) -> bool:
        """Whether the very row of ``node`` is wished, and so is all below it."""
        return id(node.row) in self._objects

    def has(self, node: _Node) -> bool:
        """Whether a row with the id of ``node`` is wished."""
        return self.is_same(node) or node.row.id in self._ids

    def has_below(self, node: _Node) -> bool:
        """Whether one is wished that is below ``node`` now."""
        return any(self.has(child) or self.has_below(child) for child in node.children)


class ObjectTreeModel(QAbstractItemModel):
    """Rows of domain objects.

    Attributes:
        keeps_order: While True, rows that stay keep their place whatever the wish says.
        is_applying: Whether it is on its way to a new wish: what Qt says of it is not the end.

    Signals:
        rows_opened: Ids of new rows that want to be shown expanded (list).
        applied: It shows what was wished.
    """

    rows_opened = Signal(object)
    applied = Signal()

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._numeric: frozenset[int] = frozenset()
        self._root = _Node(Row((), None, None, _no_cells), None, 0)
        self._nodes: dict[RowId, _Node] = {}
        self._numbered: dict[int, _Node] = {}
        self._numbers = itertools.count(1)
        self.keeps_order = False
        self.is_applying = False
        self._is_in_order = True

    # what Qt asks

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        node = self._node(parent)
        if 0 <= row < len(node.children) and 0 <= column < len(self._headers):
            return self.createIndex(row, column, node.children[row].number)
        return QModelIndex()

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        node = self._node(index)
        if node.parent is None or node.parent is self._root:
            return QModelIndex()
        return self.createIndex(node.parent.place, 0, node.parent.number)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return len(self._headers)

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:
        return self.rowCount(parent) > 0

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        if role == CellsRole:
            return self._cells(node)
        if role == KeyRole:
            return node.row.key
        if role == Qt.ItemDataRole.DisplayRole:
            texts = self._cells(node).texts
            return texts[index.column()] if index.column() < len(texts) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._cells(node).tip or self._cells(node).texts[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._cells(node).spoken if index.column() == 0 else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._node(index)
        # A host without VMs is no leaf: it opens as soon as one comes.
        return _BRANCH if node.children or node.row.is_open else _LEAF

    # what we ask

    def set_numeric_columns(self, columns: Iterable[int]) -> None:
        """Right-align the heads of ``columns``."""
        self._numeric = frozenset(columns)

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds numbers and is right-aligned."""
        return column in self._numeric

    def index_of(self, row_id: RowId) -> QModelIndex:
        """Return where a row is; invalid when it is not shown."""
        node = self._nodes.get(row_id)
        return QModelIndex() if node is None else self._index_of_node(node)

    def index_of_key(self, key: Key) -> QModelIndex:
        """Return the row of an object: the one with that id, else the first that is about it.

        Rows of VMs have the UUID for an id: a text, whose hash Python keeps.
        """
        for row_id in (key, key.id):
            found = self.index_of(row_id)
            if found.isValid() and self.key_of(found) == key:
                return found
        for node in self._nodes.values():
            if node.row.key == key:
                return self._index_of_node(node)
        return QModelIndex()

    def key_of(self, index: _Index) -> Key | None:
        """Return the object of a row; None for groups and for no row."""
        return self._node(index).row.key if index.isValid() else None

    def keys_of(self, parent: _Index, first: int, last: int) -> list[Key | None]:
        """Return the objects of the rows ``first`` to ``last`` below ``parent``."""
        return [node.row.key for node in self._node(parent).children[first : last + 1]]

    def id_of(self, index: _Index) -> RowId | None:
        """Return the id of a row; None for no row."""
        return self._node(index).row.id if index.isValid() else None

    def apply(self, wished: Sequence[Row]) -> None:
        """Make the model show ``wished``; rows with the same id stay the same rows.

        Ids must be unique in the whole forest. A row that is the very object of the last time
        costs next to nothing, with all that is below it.
        """
        rows = {id(row): row for row in _all(wished)}
        known = {id(node.row) for node in self._nodes.values()}
        wish = _Wish(rows.keys(), {row.id for n, row in rows.items() if n not in known})
        self.is_applying = True
        self._remove_gone(self._root, wish)
        opened: list[RowId] = []
        self._fill(self._root, wished, opened)
        self._remove_rest(wish)
        self._is_in_order = not self.keeps_order
        if opened:
            self.rows_opened.emit(opened)
        self.is_applying = False
        self.applied.emit()

    def forget_texts(self) -> None:
        """Make every text anew when next painted: language or colours changed."""
        for node in self._nodes.values():
            node.cells = None

    # the difference

    def _remove_gone(self, parent: _Node, wish: _Wish) -> None:
        """Remove rows under ``parent`` that nobody wishes, but not what lies above a wished one."""
        doomed = [c.place for c in parent.children if not (wish.has(c) or wish.has_below(c))]
        for first, last in reversed(_ranges(doomed)):
            self._remove(parent, first, last)
        for child in parent.children:
            if child.children and not wish.is_same(child):
                self._remove_gone(child, wish)

    def _remove_rest(self, wish: _Wish) -> None:
        """Remove what only stood there for a row below it; by now every wished row is taken."""
        for row_id in [i for i, node in self._nodes.items() if not wish.is_same(node)]:
            node = self._nodes.get(row_id)
            if node is not None and node.parent is not None:
                self._remove(node.parent, node.place, node.place)

    def _remove(self, parent: _Node, first: int, last: int) -> None:
        self.beginRemoveRows(self._index_of_node(parent), first, last)
        for node in parent.children[first : last + 1]:
            self._forget(node)
        del parent.children[first : last + 1]
        parent.renumber(first)
        self.endRemoveRows()

    def _forget(self, node: _Node) -> None:
        del self._nodes[node.row.id]
        del self._numbered[node.number]
        for child in node.children:
            self._forget(child)

    def _fill(self, parent: _Node, wished: Sequence[Row], opened: list[RowId]) -> None:
        """Give ``parent`` the wished children in order; its own place is final already."""
        done = {id(node.row) for node in parent.children} if self._is_in_order else set()
        place = 0
        number = 0
        while number < len(wished):
            row = wished[number]
            node = self._nodes.get(row.id)
            if node is None:
                fresh = number + 1
                while fresh < len(wished) and wished[fresh].id not in self._nodes:
                    fresh += 1
                self._insert(parent, place, wished[number:fresh], opened)
                place += fresh - number
                number = fresh
                continue
            if node.parent is not parent:
                self._move(node, parent, place)
            place = node.place + 1
            number += 1
        self._permute(parent, wished)
        self._update(parent, wished)
        for row in wished:
            node = self._nodes[row.id]
            if id(row) not in done and (row.children or node.children):
                self._fill(node, row.children, opened)

    def _insert(self, parent: _Node, place: int, rows: Sequence[Row], opened: list[RowId]) -> None:
        self.beginInsertRows(self._index_of_node(parent), place, place + len(rows) - 1)
        nodes = [_Node(row, parent, next(self._numbers)) for row in rows]
        parent.children[place:place] = nodes
        parent.renumber(place)
        self._nodes.update((node.row.id, node) for node in nodes)
        self._numbered.update((node.number, node) for node in nodes)
        self.endInsertRows()
        opened.extend(row.id for row in rows if row.is_open)

    def _move(self, node: _Node, parent: _Node, place: int) -> None:
        old = node.parent
        assert old is not None
        self.beginMoveRows(
            self._index_of_node(old), node.place, node.place, self._index_of_node(parent), place
        )
        del old.children[node.place]
        old.renumber(node.place)
        parent.children.insert(place, node)
        parent.renumber(place)
        node.parent = parent
        self.endMoveRows()

    def _permute(self, parent: _Node, wished: Sequence[Row]) -> None:
        rank = {row.id: number for number, row in enumerate(wished)}
        children = parent.children
        order = [rank.get(node.row.id, len(rank)) for node in children]
        if self.keeps_order or all(a <= b for a, b in itertools.pairwise(order)):
            return
        self.layoutAboutToBeChanged.emit()
        before = [i for i in self.persistentIndexList() if self._node(i).parent is parent]
        nodes = [self._node(i) for i in before]
        children.sort(key=lambda node: rank.get(node.row.id, len(rank)))
        parent.renumber()
        after = [
            self.createIndex(node.place, i.column(), node.number)
            for node, i in zip(nodes, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _update(self, parent: _Node, wished: Sequence[Row]) -> None:
        """Take over new facts and tell the view, one range for neighbours."""
        touched: list[int] = []
        for row in wished:
            node = self._nodes[row.id]
            old = node.row
            if old is row:
                continue
            node.row = row
            if old.facts is not row.facts and old.facts != row.facts:
                node.cells = None
                touched.append(node.place)
        if not touched:
            return
        index = self._index_of_node(parent)
        last_column = len(self._headers) - 1
        touched.sort()
        for first, last in _ranges(touched, gap=8):
            self.dataChanged.emit(self.index(first, 0, index), self.index(last, last_column, index))

    # places

    def _node(self, index: _Index) -> _Node:
        if not index.isValid():
            return self._root
        return self._numbered.get(index.internalId(), self._root)

    def _index_of_node(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.place, 0, node.number)

    def _cells(self, node: _Node) -> Cells:
        if node.cells is None:
            node.cells = node.row.describe(node.row.facts)
        return node.cells


def _no_cells(facts: object) -> Cells:
    return Cells(None, ("",))


def _all(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        yield row
        yield from _all(row.children)


def _ranges(places: Sequence[int], gap: int = 1) -> list[tuple[int, int]]:
    """Return ``places`` (ascending) as ranges; ``gap`` > 1 also spans small holes."""
    ranges: list[tuple[int, int]] = []
    for place in places:
        if ranges and place - ranges[-1][1] <= gap:
            ranges[-1] = (ranges[-1][0], place)
        else:
            ranges.append((place, place))
    return ranges
