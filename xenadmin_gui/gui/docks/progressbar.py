"""Paints a thin bar under the progress of a running task: no animation, no style's chunk."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.docks.tasksmodel import FRACTION
from xenadmin_gui.gui.style import palette, spacing

_BAR_HEIGHT = 3


class ProgressDelegate(QStyledItemDelegate):
    """Ordinary cells, with a bar where the model knows a fraction."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), spacing.ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        fraction = index.data(FRACTION)
        if fraction is None:
            return
        cell: QRect = option.rect.adjusted(spacing.XS, 0, -spacing.XS, 0)
        bar = QRect(cell.left(), cell.bottom() - _BAR_HEIGHT, cell.width(), _BAR_HEIGHT)
        painter.fillRect(bar, palette.line())
        bar.setWidth(round(bar.width() * float(fraction)))
        painter.fillRect(bar, palette.state_color(Health.WORKING))
