"""Paints rows whose text wraps: commands and explanations must be readable to their end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from xenadmin_gui.gui.style import spacing

Index = QModelIndex | QPersistentModelIndex

#: True in rows that wrap over the whole width.
WRAPS = Qt.ItemDataRole.UserRole + 1
#: True in rows that step back: output, and commands that have not been run.
FAINT = Qt.ItemDataRole.UserRole + 2
#: True in rows that hold a command: broken at spaces only, what follows is indented.
COMMAND = Qt.ItemDataRole.UserRole + 3

HANG = spacing.XL


def _unbroken(command: str) -> str:
    """Glue options together: ``--`` at the end of a line would read as an option of its own."""
    return command.replace("-", "\u2060-\u2060").replace("/", "\u2060/\u2060")


class WrappedDelegate(QStyledItemDelegate):
    """Ordinary rows as Qt paints them, at least ``spacing.ROW`` high; wrapping rows in lines."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() and index.sibling(index.row(), 0).data(WRAPS):
            return QSize(0, 0)
        if not index.data(WRAPS):
            hint = super().sizeHint(option, index)
            return QSize(hint.width(), max(hint.height(), spacing.ROW))
        layout = self._laid_out(index, self._text_width(index))
        return QSize(0, round(layout.boundingRect().height()) + spacing.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.data(WRAPS):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        rect: QRect = option.rect
        role = QPalette.ColorRole.Text
        if option.state & QStyle.StateFlag.State_Selected:
            role = QPalette.ColorRole.HighlightedText
        elif index.data(FAINT):
            role = QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        layout = self._laid_out(index, rect.width() - 2 * spacing.XS)
        layout.draw(painter, QPointF(rect.left() + spacing.XS, rect.top() + spacing.XS / 2))
        painter.restore()

    def _text_width(self, index: Index) -> int:
        depth = 0
        parent = index.parent()
        while parent.isValid():
            depth += 1
            parent = parent.parent()
        indent = self._view.indentation() * (depth + 1)
        return max(80, self._view.viewport().width() - indent - 2 * spacing.XS)

    def _laid_out(self, index: Index, width: int) -> QTextLayout:
        font = index.data(Qt.ItemDataRole.FontRole)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", "\u2028")
        if index.data(COMMAND):
            text = _unbroken(text)
        layout = QTextLayout(text, font if isinstance(font, QFont) else self._view.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            hang = HANG if top and index.data(COMMAND) else 0
            line.setLineWidth(width - hang)
            line.setPosition(QPointF(hang, top))
            top += line.height()
        layout.endLayout()
        return layout
