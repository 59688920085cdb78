"""The list view that the docks share: flat, uniform rows, several rows selectable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from xenadmin_gui.gui.tree.view import keep_header_apart
from xenadmin_gui.gui.widgets.hint import paint_hint


class ListView(QTreeView):
    """Says what would stand here while it has no rows.

    Attributes:
        empty_text: One sentence or two.
    """

    def __init__(self, empty_text: str) -> None:
        super().__init__()
        self.empty_text = empty_text

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.model()
        if self.empty_text and model is not None and not model.rowCount():
            paint_hint(self, self.empty_text)


def make_list_view(model: QAbstractItemModel, empty_text: str = "") -> ListView:
    """Return a table of ``model`` without branches, as cheap to paint as Qt can."""
    view = ListView(empty_text)
    view.setModel(model)
    keep_header_apart(view)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setAlternatingRowColors(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    view.header().setSectionsMovable(False)
    view.header().setStretchLastSection(False)
    return view


def set_column_widths(view: QTreeView, characters: Sequence[int]) -> None:
    """Give each column room for so many average characters; 0 leaves it as it is."""
    width = view.fontMetrics().averageCharWidth()
    for column, count in enumerate(characters):
        if count:
            view.setColumnWidth(column, (count + 2) * width)


def selected_rows(view: QTreeView) -> list[int]:
    """Return the numbers of the selected rows, ascending.

    Qt's own ``selectedRows`` asks the model about each cell of each of them.
    """
    spans = view.selectionModel().selection()
    ranges = (spans.at(number) for number in range(spans.count()))
    return sorted({row for span in ranges for row in range(span.top(), span.bottom() + 1)})
