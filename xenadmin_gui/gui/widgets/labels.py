"""Labels whose text can be selected and copied, with a state shape where there is a state."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.style import fonts, icons, spacing


def text_label(text: str = "", *, is_mono: bool = False) -> QLabel:
    """Return a label of plain text that wraps and can be copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    if is_mono:
        label.setFont(fonts.mono())
    return label


def faint_label(text: str = "") -> QLabel:
    """Return a label in the colour of secondary text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


class ElidedLabel(QLabel):
    """One line of plain text; what has no room is cut at its end, and stands in the tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def shown_text(self) -> str:
        """Return what can be seen of the text."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown_text())


def section_title(text: str) -> QLabel:
    """Return the bold title of a part of a page."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(fonts.bold())
    return label


class StateSign(QLabel):
    """A state's shape, alone; its word is its tool tip and accessible name."""

    def __init__(self, size: int = spacing.SIGN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setFixedSize(size, size)

    def show_state(self, health: Health | None, word: str = "") -> None:
        """Show the shape of ``health``; nothing for None."""
        if health is None:
            self.clear()
        else:
            self.setPixmap(icons.state_pixmap(health, self._size, self.devicePixelRatioF()))
        self.setAccessibleName(word)
        self.setToolTip(word)


class LinkButton(QPushButton):
    """Text that leads to another object; flat, reachable by keyboard."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            "QPushButton { border: none; padding: 0; text-align: left; color: palette(link); }"
            "QPushButton:hover, QPushButton:focus { text-decoration: underline; }"
        )


class Value(QWidget):
    """A value with an optional shape in front, plain or as a link.

    Signals:
        clicked: The link was followed.
    """

    clicked = Signal()

    def __init__(self, *, is_link: bool, is_mono: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = StateSign()
        self._link = LinkButton() if is_link else None
        self._label = None if is_link else text_label(is_mono=is_mono)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        if self._link is not None:
            self._link.clicked.connect(self.clicked)
            layout.addWidget(self._link)
            layout.addStretch(1)
        elif self._label is not None:
            layout.addWidget(self._label, 1)

    def show_value(self, text: str, health: Health | None, word: str, tip: str) -> None:
        """Show a text; a text that did not change keeps its selection."""
        self._sign.setVisible(health is not None)
        self._sign.show_state(health, word)
        shown = self._link or self._label
        assert shown is not None
        if shown.text() != text:
            shown.setText(text)
        shown.setToolTip(tip)
