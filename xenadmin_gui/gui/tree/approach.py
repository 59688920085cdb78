"""How a tree model gets from the rows it has to those that are wished, some with every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xenadmin_gui.gui.tree.node import Node, ranges
from xenadmin_gui.gui.tree.row import Row, RowId

if TYPE_CHECKING:
    from xenadmin_gui.gui.tree.model import ObjectTreeModel

#: Rows that one step looks at; one that comes, goes or moves counts for more.
ROWS_A_STEP = 500
_DEAR = 8


class Approach:
    """One way of a model to one wish: remove what is gone, fill what is there from the top down.

    After every step the model is whole in itself, and another wish may begin there. So what is
    being changed below a row makes that row hollow: the model has the very object again, and takes
    it for known with all below it the next time, only when all of this is there.

    Args:
        a_step: How many rows one step looks at.
        trusts: Whether rows below a known one stand in the order of that row.
    """

    def __init__(
        self, model: ObjectTreeModel, wished: Sequence[Row], a_step: int, *, trusts: bool
    ) -> None:
        self._model = model
        self._a_step = a_step
        self._wished = wished
        self._trusts = trusts
        self._objects: set[int] = set()
        self._ids: set[RowId] = set()
        self._waiting: list[Node] = []
        self._filled: list[tuple[Node, Row]] = []
        self._seen = 0

    def steps(self) -> Iterator[None]:
        """Do it, some rows with every step."""
        root = self._model.root
        if root.children:
            yield from self._learn(self._wished)
            yield from self._remove_gone(root)
        yield from self._fill(root, self._wished)
        for node in self._waiting:
            if node.parent is not None and self._model.has_node(node):
                self._model.remove(node.parent, node.place, node.place)
        for node, row in self._filled:
            self._model.take_row(node, row)

    def _is_due(self, cost: int = 1) -> bool:
        """Whether this step has done enough."""
        self._seen += cost
        if self._seen < self._a_step:
            return False
        self._seen = 0
        return True

    # what is wished

    def _learn(self, rows: Sequence[Row]) -> Iterator[None]:
        """Note the very objects that are wished, and the ids of those that are not known yet."""
        for row in rows:
            self._objects.add(id(row))
            is_known = self._model.node_of_object(row) is not None
            if not is_known:
                self._ids.add(row.id)
            if row.children and not is_known:
                yield from self._learn(row.children)
            if self._is_due():
                yield

    def _is_same(self, node: Node) -> bool:
        """Whether the very row of ``node`` is wished, and so is all below it."""
        return id(node.row) in self._objects

    def _has(self, node: Node) -> bool:
        return self._is_same(node) or node.row.id in self._ids

    def _has_below(self, node: Node) -> bool:
        return any(self._has(child) or self._has_below(child) for child in node.children)

    # the way there

    def _remove_gone(self, parent: Node) -> Iterator[None]:
        """Remove rows that nobody wishes; one above a wished row waits until that has moved."""
        doomed: list[int] = []
        for child in parent.children:
            if not self._has(child):
                if self._has_below(child):
                    self._waiting.append(child)
                else:
                    doomed.append(child.place)
            if self._is_due():
                yield
        for first, last in reversed(ranges(doomed)):
            self._model.remove(parent, first, last)
            if self._is_due(_DEAR):
                yield
        for child in parent.children:
            if child.children and not self._is_same(child):
                self._model.take_row(child, hollow(child.row))
                yield from self._remove_gone(child)

    def _fill(self, parent: Node, wished: Sequence[Row]) -> Iterator[None]:
        """Give ``parent`` the wished children in order; its own place is final already."""
        model = self._model
        nodes: list[Node] = []
        place = 0
        while len(nodes) < len(wished):
            number = len(nodes)
            node = model.node_of(wished[number])
            if node is None:
                fresh = self._fresh(wished, number)
                nodes += model.insert(parent, place, fresh)
                place += len(fresh)
                if self._is_due(len(fresh)):
                    yield
                continue
            if node.parent is not parent:
                model.move(node, parent, place)
                self._seen += _DEAR
            place = node.place + 1
            nodes.append(node)
            if self._is_due():
                yield
        model.permute(parent, nodes)
        yield from self._update(parent, wished, nodes)
        for row, node in zip(wished, nodes, strict=True):
            is_done = node.row is row and (self._trusts or not row.children)
            if (row.children or node.children) and not is_done:
                yield from self._fill(node, row.children)
                self._filled.append((node, row))

    def _fresh(self, wished: Sequence[Row], first: int) -> Sequence[Row]:
        """Return the unknown rows that follow one another from ``first`` on, not too many."""
        last = first + 1
        most = min(len(wished), first + self._a_step)
        while last < most and self._model.node_of(wished[last]) is None:
            last += 1
        return wished[first:last]

    def _update(self, parent: Node, wished: Sequence[Row], nodes: list[Node]) -> Iterator[None]:
        """Take over new facts and tell the view, one range for neighbours."""
        touched: list[int] = []
        for row, node in zip(wished, nodes, strict=True):
            old = node.row
            if old is not row:
                is_leaf = not row.children and not node.children
                self._model.take_row(node, row if is_leaf else hollow(row))
                if old.facts is not row.facts and old.facts != row.facts:
                    node.cells = None
                    touched.append(node.place)
                self._seen += 2
            if self._is_due():
                self._model.tell(parent, touched)
                touched = []
                yield
        self._model.tell(parent, touched)


def hollow(row: Row) -> Row:
    """Return ``row`` without what is below it."""
    return Row(row.id, row.key, row.facts, row.describe, (), is_open=row.is_open)
