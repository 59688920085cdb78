"""Paints a tree row from one role: shape, icon, name, secondary text, shield."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xenadmin_gui.gui.style import fonts, icons, palette, spacing
from xenadmin_gui.gui.tree.model import CellsRole, ObjectTreeModel
from xenadmin_gui.gui.tree.row import Cells

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """One for all trees and tables over an ``ObjectTreeModel``."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = max(spacing.ROW, option.fontMetrics.height() + spacing.XS)
        if index.column() == 0:
            return QSize(160, height)
        text = index.data() or ""
        return QSize(option.fontMetrics.horizontalAdvance(text) + spacing.L, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cells = index.data(CellsRole)
        if not isinstance(cells, Cells):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, option, selected=selected)
        active = bool(option.state & QStyle.StateFlag.State_Active)
        group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(group, role)
        painter.save()
        painter.setPen(ink)
        rect = option.rect.adjusted(2, 0, -spacing.XS, 0)
        if index.column() == 0:
            strong = selected and ink != option.palette.color(group, QPalette.ColorRole.Text)
            self._paint_first(painter, option, rect, cells, ink if strong else None)
        elif index.column() < len(cells.texts):
            model = index.model()
            numeric = isinstance(model, ObjectTreeModel) and model.is_numeric(index.column())
            if numeric:
                painter.setFont(fonts.tabular())
            text = option.fontMetrics.elidedText(
                cells.texts[index.column()], Qt.TextElideMode.ElideRight, rect.width()
            )
            painter.drawText(rect.adjusted(2, 0, 0, 0), _RIGHT if numeric else _LEFT, text)
        painter.restore()

    def _paint_first(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        cells: Cells,
        ink: QColor | None,
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        metrics = option.fontMetrics
        left, right = rect.left(), rect.right()
        if cells.health is not None:
            sign = icons.state_pixmap(cells.health, spacing.SIGN, ratio, ink)
            painter.drawPixmap(left, _middle(rect, spacing.SIGN), sign)
            left += spacing.SIGN + 5
        if cells.icon:
            image = icons.named_pixmap(cells.icon, spacing.SIGN, ratio, ink)
            painter.drawPixmap(left, _middle(rect, spacing.SIGN), image)
            left += spacing.SIGN + 5
        if cells.shield:
            shield = icons.mark_pixmap("shield", 12, ratio, ink)
            painter.drawPixmap(right - 12, _middle(rect, 12), shield)
        right -= spacing.L + 2
        name = cells.texts[0]
        wanted = metrics.horizontalAdvance(name)
        room = right - left
        if cells.detail:
            room_for_detail = max(room - wanted - spacing.M, min(room // 2, 90))
            detail = metrics.elidedText(
                cells.detail, Qt.TextElideMode.ElideRight, min(room_for_detail, room)
            )
            width = metrics.horizontalAdvance(detail)
            area = QRect(right - width, rect.top(), width + 1, rect.height())
            pen = painter.pen()
            painter.setPen(ink or palette.text_color(cells.detail_health))
            painter.drawText(area, _RIGHT, detail)
            painter.setPen(pen)
            room -= width + spacing.S
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top(), max(room, 0), rect.height()), _LEFT, text)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
    """Flat in our own look; whatever the desktop's style does elsewhere."""
    if not palette.is_own_look():
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        QApplication.style().drawPrimitive(panel, option, painter, option.widget)
    elif selected:
        painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))


def _middle(rect: QRect, size: int) -> int:
    return rect.top() + (rect.height() - size) // 2
