"""A thin bar that says how far something is: flat, without animation, cheap over a thin line."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.style import palette, spacing


class ThinBar(QWidget):
    """Shows a fraction from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def fraction(self) -> float:
        """What is shown."""
        return self._fraction

    def show_fraction(self, fraction: float) -> None:
        """Show ``fraction``; values outside 0 to 1 are cut off."""
        self._fraction = min(1.0, max(0.0, fraction))
        text = self.tr("{percent} percent").format(percent=round(100 * self._fraction))
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, spacing.XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.line())
        done = self.rect()
        done.setWidth(round(done.width() * self._fraction))
        painter.fillRect(done, palette.state_color(Health.WORKING))
