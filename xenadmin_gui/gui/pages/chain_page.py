"""The Storage chain tab: from the guest's disk down to the SAN's, a row an element."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QStackedLayout, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.chain import chain_rows, headers
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.hint import EmptyHint


class ChainPage(Page):
    """Return on an element opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ObjectTreeModel(headers(), self)
        self._view = ObjectTreeView(self._model, self)
        self._view.setAccessibleName(self.tr("Storage chain"))
        self._view.activated_key.connect(self.opened)
        self._view.menu_requested.connect(self.menu_requested)
        header = self._view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((220, 120, 190)):
            header.resizeSection(column, width)
        self._hint = EmptyHint(self)
        self._hint.say(
            self.tr("No chain is known: no disk here leads to a LUN of the SAN as far as known.")
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._hint)

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        rows = chain_rows(snapshot, key)
        self._model.apply(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
