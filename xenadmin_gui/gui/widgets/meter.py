"""A flat bar for memory, processor and progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.pages.blocks import Meter
from xenadmin_gui.gui.style import palette, spacing
from xenadmin_gui.gui.widgets.labels import faint_label


class Bar(QWidget):
    """Only the bar; empty with a dash pattern when nothing was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used: float | None = None
        self._health = Health.OK
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 10)

    def show_share(self, used: float | None, health: Health) -> None:
        """Show ``used`` (0 to 1)."""
        if (used, health) != (self._used, self._health):
            self._used, self._health = used, health
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line())
        painter.drawRoundedRect(area, 2, 2)
        if self._used is None or self._used <= 0:
            return
        area.setWidth(max(3.0, area.width() * min(self._used, 1.0)))
        painter.setBrush(self._color())
        painter.drawRoundedRect(area, 2, 2)

    def _color(self) -> QColor:
        if self._health in (Health.OK, Health.WORKING):
            return QColor(palette.colors().accent)
        return palette.state_color(self._health)


class MeterLine(QWidget):
    """Label, bar and text of a ``Meter`` in one line."""

    def __init__(self, *, with_label: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = faint_label()
        self._bar = Bar()
        self._text = faint_label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.S)
        layout.addWidget(self._label)
        self._label.setMinimumWidth(90)
        self._label.setVisible(with_label)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._text)

    def show_meter(self, meter: Meter) -> None:
        """Show a meter."""
        self._label.setText(meter.label)
        self._bar.show_share(meter.used, meter.health)
        self._text.setText(meter.text)
        self.setAccessibleName(f"{meter.label}: {meter.text}")

    def set_text_width(self, width: int) -> None:
        """Give the text a fixed width, so that bars below one another are equally long."""
        self._text.setMinimumWidth(width)
