"""Boxes and lines as items of a scene; each takes its newer place and state in place."""

from __future__ import annotations

from math import ceil, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.san.scene.layout import Box, Head, Line
from xenadmin_gui.gui.style import fonts, icons, spacing
from xenadmin_gui.gui.style.ink import Ink

_BROKEN = (Health.FAILED,)
_DASHES: tuple[list[float], ...] = ([], [5.0, 3.0], [1.5, 2.5], [7.0, 2.0, 1.5, 2.0])
_GAP = 9.0


class BoxItem(QGraphicsItem):
    """A node; a small shape when it lies in the box of a host."""

    def __init__(self, box: Box, ink: Ink) -> None:
        super().__init__()
        self.box = box
        self.ink = ink
        self.setZValue(2 if box.host else 1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def show_box(self, box: Box) -> None:
        """Take the newer place and state; nothing is drawn when they are the same."""
        if box != self.box:
            self.prepareGeometryChange()
            self.box = box
            self._say()
            self.update()

    def _say(self) -> None:
        node = self.box.node
        word = wording.health_word(node.health) if node.health is not None else ""
        lines = [" · ".join(part for part in (node.title, node.note, word) if part), node.tip]
        self.setToolTip("\n".join(line for line in lines if line).strip())

    @property
    def rect(self) -> QRectF:
        return QRectF(self.box.x, self.box.y, self.box.width, self.box.height)

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-3, -3, 3, 3)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = _sharpness(painter)
        if self.box.host:
            self._paint_dot(painter, ratio)
        else:
            self._paint_box(painter, ratio)

    def _paint_dot(self, painter: QPainter, ratio: float) -> None:
        rect = self.rect
        if self.isSelected():
            painter.setPen(QPen(self.ink.accent, 1.5))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        health = self.box.node.health or Health.UNKNOWN
        sign = icons.state_pixmap(health, 12, ratio, self.ink.state(health))
        painter.drawPixmap(rect.topLeft() + QPointF(3, 3), sign)
        if self.box.node.is_named:
            painter.setPen(self.ink.text)
            self._write(painter, rect.adjusted(19, 0, -2, 0), self.box.node.title)

    def _paint_box(self, painter: QPainter, ratio: float) -> None:
        ink, node, rect = self.ink, self.box.node, self.rect
        is_bad = node.health in _BROKEN
        edge = ink.line if not node.is_strong else ink.faint
        pen = QPen(ink.state(Health.FAILED) if is_bad else edge, 2.0 if is_bad else 1.0)
        if node.health is Health.UNKNOWN:
            pen.setStyle(Qt.PenStyle.DashLine)
        if self.isSelected():
            pen = QPen(ink.accent, 2.5)
        painter.setPen(pen)
        painter.setBrush(ink.panel if node.is_strong else ink.ground)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = rect.x() + spacing.S
        if node.health is not None:
            sign = icons.state_pixmap(node.health, 14, ratio, ink.state(node.health))
            painter.drawPixmap(QPointF(left, rect.y() + 5), sign)
            left += 18
        room = rect.right() - left - 5
        painter.setPen(ink.text if node.is_strong else ink.faint)
        title = QRectF(left, rect.y() + 3, room, 18)
        self._write(painter, title, node.title)
        place = title.translated(0, 16)
        if node.is_flat:
            place = title.adjusted(
                QFontMetricsF(fonts.content()).horizontalAdvance(node.title), 0, 0, 0
            )
            place.adjust(12, 0, 0, 0)
        is_wrong = node.health in (Health.FAILED, Health.DEGRADED, Health.WORKING)
        painter.setPen(ink.words(node.health) if is_wrong and node.health else ink.faint)
        self._write(painter, place, node.note)

    @staticmethod
    def _write(painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setFont(fonts.content())
        metrics = QFontMetricsF(painter.font())
        short = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), short)


class LineItem(QGraphicsItem):
    """A link; where it is broken there is a gap, a red shape and the reason."""

    def __init__(self, line: Line, ink: Ink) -> None:
        super().__init__()
        self.line = line
        self.ink = ink
        self._place()

    def show_line(self, line: Line) -> None:
        """Take the newer ends and state."""
        if line != self.line:
            self.prepareGeometryChange()
            self.line = line
            self._place()
            self.update()

    def _place(self) -> None:
        self.setZValue(0.5 if self.line.link.reason else 0.0)
        self.setToolTip(self.line.link.reason)

    @property
    def _ends(self) -> tuple[QPointF, QPointF]:
        line = self.line
        return QPointF(line.x1, line.y1), QPointF(line.x2, line.y2)

    @property
    def _is_upright(self) -> bool:
        return self.line.x1 == self.line.x2

    def boundingRect(self) -> QRectF:
        one, other = self._ends
        aside = 240.0 if self._is_upright and self.line.link.reason else 6.0
        return QRectF(one, other).normalized().adjusted(-6, -22, aside, 22)

    def shape(self) -> QPainterPath:
        path = QPainterPath(self._ends[0])
        path.lineTo(self._ends[1])
        stroker = QPainterPathStroker()
        stroker.setWidth(8)
        return stroker.createStroke(path)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        del option
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.content())
        link, ink = self.line.link, self.ink
        one, other = self._ends
        color = ink.state(Health.FAILED) if link.reason else ink.line
        if not link.reason and link.is_strong:
            color = ink.faint
        painter.setPen(self._pen(color))
        if not link.reason:
            painter.drawLine(one, other)
            if link.letter:
                self._letter(painter, one + (other - one) * self.line.letter_at, link.letter)
            return
        middle = one + (other - one) * 0.5
        length = max(1.0, hypot(other.x() - one.x(), other.y() - one.y()))
        part = (other - one) * (_GAP / length)
        painter.drawLine(one, middle - part)
        painter.drawLine(middle + part, other)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = _sharpness(painter)
        sign = icons.state_pixmap(Health.FAILED, 12, ratio, ink.state(Health.FAILED))
        painter.drawPixmap(middle - QPointF(6, 6), sign)
        self._reason(painter, middle)

    def _pen(self, color: QColor) -> QPen:
        link = self.line.link
        pen = QPen(color, 2.0 if link.is_strong else 1.0)
        dashes = _DASHES[(link.network or 0) % len(_DASHES)]
        if dashes:
            pen.setDashPattern(dashes)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _letter(self, painter: QPainter, middle: QPointF, letter: str) -> None:
        rect = QRectF(middle.x() - 8, middle.y() - 9, 16, 18)
        painter.fillRect(rect, self.ink.ground)
        painter.setPen(self.ink.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)

    def _reason(self, painter: QPainter, middle: QPointF) -> None:
        link = self.line.link
        text = f"{link.letter}: {link.reason}" if link.letter else link.reason
        metrics = QFontMetricsF(painter.font())
        painter.setPen(self.ink.words(Health.FAILED))
        if self._is_upright:
            rect = QRectF(middle.x() + 12, middle.y() - 9, 230, 18)
            side = Qt.AlignmentFlag.AlignLeft
        else:
            room = abs(self.line.x2 - self.line.x1) - 4
            rect = QRectF(middle.x() - room / 2, middle.y() - 24, room, 18)
            side = Qt.AlignmentFlag.AlignHCenter
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        if not self._is_upright:
            wide = metrics.horizontalAdvance(short) + 4
            middle_x = rect.center().x()
            back = QRectF(middle_x - wide / 2, rect.y() + 2, wide, 14)
            painter.fillRect(back, self.ink.ground)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, short)


class HeadItem(QGraphicsItem):
    """The name above a column."""

    def __init__(self, head: Head, ink: Ink) -> None:
        super().__init__()
        self.head = head
        self.ink = ink
        self.setZValue(3)

    def boundingRect(self) -> QRectF:
        return QRectF(self.head.x - 4, 0, self.head.width + 12, 30)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self.y() > 0:
            painter.fillRect(self.boundingRect(), self.ink.ground)
        painter.setFont(fonts.content())
        painter.setPen(self.ink.faint)
        place = QRectF(self.head.x, 8, self.head.width + 8, 20)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self.head.text)


def _sharpness(painter: QPainter) -> float:
    """Pixels a unit that a sign is drawn with: whole, as each is kept; made smaller smoothly."""
    return 2.0 * ceil(painter.device().devicePixelRatioF() * painter.worldTransform().m11())
