"""A tree model that takes a wished forest of rows and gets there by difference, never by reset."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
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
from xenadmin_gui.gui.tree.approach import ROWS_A_STEP, Approach, hollow
from xenadmin_gui.gui.tree.node import Node, ranges
from xenadmin_gui.gui.tree.row import Cells, Row, RowId

CellsRole = Qt.ItemDataRole.UserRole + 1
KeyRole = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BRANCH = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
#: Spares the view further questions about each row when it lays out thousands.
_LEAF = _BRANCH | Qt.ItemFlag.ItemNeverHasChildren


class ObjectTreeModel(QAbstractItemModel):
    """Rows of domain objects.

    Attributes:
        keeps_order: While True, rows that stay keep their place whatever the wish says.
        root: Above all rows; only an approach has a use for it.
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
        self.root = Node(Row((), None, None, _no_cells), None, 0)
        self._nodes: dict[RowId, Node] = {}
        self._objects: dict[int, Node] = {}
        self._numbered: dict[int, Node] = {}
        self._numbers = itertools.count(1)
        self.keeps_order = False
        self.is_applying = False
        self._holds = False
        self._is_in_order = True
        self._approach: Approach | None = None
        self._opened: list[RowId] = []

    # what Qt asks

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        node = self._node(parent) if parent.isValid() else self.root
        if 0 <= row < len(node.children) and 0 <= column < len(self._headers):
            return self.createIndex(row, column, node.children[row].number)
        return QModelIndex()

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        node = self._node(index)
        if node.parent is None or node.parent is self.root:
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
        node = self._numbered.get(index.internalId())
        if node is None:
            return Qt.ItemFlag.NoItemFlags
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

    def branches(self, parent: _Index) -> list[QModelIndex]:
        """Return the rows below ``parent`` that have rows below them."""
        children = self._node(parent).children
        return [self._index_of_node(node) for node in children if node.children]

    def id_of(self, index: _Index) -> RowId | None:
        """Return the id of a row; None for no row."""
        return self._node(index).row.id if index.isValid() else None

    def apply(self, wished: Sequence[Row]) -> None:
        """Make the model show ``wished`` at once; see ``steps``."""
        for _ in self.steps(wished):
            pass

    def steps(self, wished: Sequence[Row], a_step: int = ROWS_A_STEP) -> Iterator[None]:
        """Make the model show ``wished``, some rows with every step; rows with the same id stay.

        Ids must be unique in the whole forest. A row that is the very object of the last time
        costs next to nothing, with all that is below it. Another wish may come before the last
        step: what is left of the former one is then no longer wanted.

        Args:
            a_step: How many rows one step looks at; one that comes, goes or moves counts for more.
        """
        self._approach = mine = Approach(self, wished, a_step, trusts=self._is_in_order)
        self._holds = keeps_order = self.keeps_order
        self._is_in_order = self._is_in_order and not keeps_order
        self.is_applying = True
        for _ in mine.steps():
            yield
            if self._approach is not mine:
                return
        self._is_in_order = not keeps_order
        opened, self._opened = self._opened, []
        if opened:
            self.rows_opened.emit(opened)
        self.is_applying = False
        self.applied.emit()

    def forget_texts(self) -> None:
        """Make every text anew when next painted: language or colours changed."""
        for node in self._nodes.values():
            node.cells = None

    # what an approach does

    def has_node(self, node: Node) -> bool:
        """Whether ``node`` was not removed."""
        return node.number in self._numbered

    def node_of_object(self, row: Row) -> Node | None:
        """Return the node that has the very object, None when none has."""
        return self._objects.get(id(row))

    def node_of(self, row: Row) -> Node | None:
        """Return the node with the id of ``row``, None when there is none."""
        return self._objects.get(id(row)) or self._nodes.get(row.id)

    def take_row(self, node: Node, row: Row) -> None:
        """Have ``node`` be ``row``; says nothing to the views."""
        del self._objects[id(node.row)]
        node.row = row
        self._objects[id(row)] = node

    def insert(self, parent: Node, place: int, rows: Sequence[Row]) -> list[Node]:
        """Add ``rows`` below ``parent``, without what is below them."""
        self.beginInsertRows(self._index_of_node(parent), place, place + len(rows) - 1)
        nodes = [
            Node(hollow(row) if row.children else row, parent, next(self._numbers)) for row in rows
        ]
        parent.children[place:place] = nodes
        parent.renumber(place)
        self._nodes.update((node.row.id, node) for node in nodes)
        self._objects.update((id(node.row), node) for node in nodes)
        self._numbered.update((node.number, node) for node in nodes)
        self.endInsertRows()
        self._opened.extend(row.id for row in rows if row.is_open)
        return nodes

    def remove(self, parent: Node, first: int, last: int) -> None:
        """Remove the children ``first`` to ``last`` of ``parent``, with all below them."""
        self.beginRemoveRows(self._index_of_node(parent), first, last)
        for node in parent.children[first : last + 1]:
            self._forget(node)
        del parent.children[first : last + 1]
        parent.renumber(first)
        self.endRemoveRows()

    def _forget(self, node: Node) -> None:
        del self._nodes[node.row.id]
        del self._objects[id(node.row)]
        del self._numbered[node.number]
        for child in node.children:
            self._forget(child)

    def move(self, node: Node, parent: Node, place: int) -> None:
        """Give ``node`` another parent, with all below it."""
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

    def permute(self, parent: Node, nodes: Sequence[Node]) -> None:
        """Bring the children of ``parent`` into the order of ``nodes``; others come after them."""
        if self._holds or all(a.place < b.place for a, b in itertools.pairwise(nodes)):
            return
        self.layoutAboutToBeChanged.emit()
        before = [i for i in self.persistentIndexList() if self._node(i).parent is parent]
        held = [self._node(i) for i in before]
        rank = {node.number: place for place, node in enumerate(nodes)}
        parent.children.sort(key=lambda node: rank.get(node.number, len(rank)))
        parent.renumber()
        after = [
            self.createIndex(node.place, i.column(), node.number)
            for node, i in zip(held, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def tell(self, parent: Node, places: Sequence[int]) -> None:
        """Tell the views that children of ``parent`` changed, one range for neighbours."""
        index = self._index_of_node(parent)
        last_column = len(self._headers) - 1
        for first, last in ranges(sorted(places), gap=8):
            self.dataChanged.emit(self.index(first, 0, index), self.index(last, last_column, index))

    # places

    def _node(self, index: _Index) -> Node:
        if not index.isValid():
            return self.root
        return self._numbered.get(index.internalId(), self.root)

    def _index_of_node(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self.root else self.createIndex(node.place, 0, node.number)

    def _cells(self, node: Node) -> Cells:
        if node.cells is None:
            node.cells = node.row.describe(node.row.facts)
        return node.cells


def _no_cells(facts: object) -> Cells:
    return Cells(None, ("",))
