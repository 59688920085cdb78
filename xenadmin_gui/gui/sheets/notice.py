"""One strip with a sign, a sentence, and one button that helps: what one should know here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.style import icons, palette, spacing


class Notice(QWidget):
    """Hidden until ``say`` is called; a coloured edge and the sign tell how bad it is.

    Signals:
        verb_clicked: The button was pressed.
        dismissed: It was closed; only one that may be can.
    """

    verb_clicked = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self._health = Health.DEGRADED
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.verb_clicked)
        self._cross = QToolButton()
        self._cross.setAutoRaise(True)
        self._cross.setToolTip(self.tr("Close"))
        self._cross.setAccessibleName(self.tr("Close"))
        self._cross.setVisible(closable)
        self._cross.clicked.connect(self.hide)
        self._cross.clicked.connect(self.dismissed)
        line = QHBoxLayout(self)
        line.setContentsMargins(spacing.M, spacing.XS, spacing.XS, spacing.XS)
        line.setSpacing(spacing.S)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, health: Health, sentence: str, verb: str = "") -> None:
        """Show ``sentence``; without ``verb`` there is no button."""
        self._health = health
        pixmap = icons.state_pixmap(health, spacing.SIGN, self.devicePixelRatioF())
        self._sign.setPixmap(pixmap)
        self._cross.setIcon(icons.action_icon("close"))
        self._text.setText(sentence)
        self._button.setText(verb)
        self._button.setVisible(bool(verb))
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = palette.state_color(self._health)
        wash = QColor(color)
        wash.setAlpha(28)
        painter.fillRect(self.rect(), wash)
        painter.fillRect(0, 0, 3, self.height(), color)
