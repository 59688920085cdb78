"""A row as a tree model keeps it: with its place, and with its cells once they were painted."""

from __future__ import annotations

from collections.abc import Sequence

from xenadmin_gui.gui.tree.row import Cells, Row


class Node:
    """A row in the model; ``place`` is its number among its parent's children.

    Qt's indexes carry ``number`` and not the address of the node, so that an index that outlives
    its row finds nothing instead of freed memory.

    While ``row`` is an object that was wished, what is below the node is what is below that row.
    """

    __slots__ = ("cells", "children", "number", "parent", "place", "row")

    def __init__(self, row: Row, parent: Node | None, number: int) -> None:
        self.row = row
        self.number = number
        self.parent = parent
        self.children: list[Node] = []
        self.place = 0
        self.cells: Cells | None = None

    def renumber(self, start: int = 0) -> None:
        """Tell the children from ``start`` on their places."""
        for place in range(start, len(self.children)):
            self.children[place].place = place


def ranges(places: Sequence[int], gap: int = 1) -> list[tuple[int, int]]:
    """Return ``places`` (ascending) as ranges; ``gap`` > 1 also spans small holes."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place - found[-1][1] <= gap:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
