"""Checks as they come in: passed, failed or not tried, why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.wrapped import WRAPS, WrappedDelegate
from xenadmin_gui.gui.style import fonts, icons
from xenadmin_gui.gui.widgets.hint import paint_hint
from xenadmin_gui.session.check import Check, Verdict


class CheckList(QTreeWidget):
    """One row a check; a failed one has its next step below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels((self.tr("Machine"), self.tr("Check"), self.tr("Found")))
        self.setAccessibleName(self.tr("Checks"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(WrappedDelegate(self))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        width = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, 18 * width)
        self.setColumnWidth(1, 20 * width)
        self._hint = self.tr(
            "Every machine that is found will stand here, with what was checked on it."
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.topLevelItemCount():
            paint_hint(self, self._hint)

    def add(self, check: Check) -> None:
        """Append a check and bring it into view."""
        sentence = phrase(check.sentence)
        item = QTreeWidgetItem(self, [check.subject, phrase(check.name), sentence])
        item.setIcon(0, icons.state_icon(check.verdict.health))
        item.setToolTip(2, sentence)
        if check.verdict is Verdict.FAILED and check.next_step:
            step = QTreeWidgetItem(item, [phrase(check.next_step)])
            step.setFirstColumnSpanned(True)
            step.setData(0, WRAPS, True)
            step.setData(0, Qt.ItemDataRole.FontRole, fonts.bold())
            item.setExpanded(True)
        self.scrollToItem(item)
