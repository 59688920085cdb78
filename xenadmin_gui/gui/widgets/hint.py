"""What an empty place says: one sentence, and the button that helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QVBoxLayout, QWidget

from xenadmin_gui.gui.style import spacing


class EmptyHint(QWidget):
    """Stands where rows would stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: Callable[[], object] | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.L, spacing.XL, spacing.L, spacing.L)
        layout.setSpacing(spacing.M)
        layout.addWidget(self._label)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self._button.hide()

    def say(self, sentence: str, verb: str = "", call: Callable[[], object] | None = None) -> None:
        """Show ``sentence``, and a button called ``verb`` when there is something to do."""
        self._label.setText(sentence)
        self._button.setText(verb)
        self._button.setVisible(bool(verb))
        self._call = call

    def _on_clicked(self) -> None:
        if self._call is not None:
            self._call()


def paint_hint(view: QAbstractScrollArea, sentence: str) -> None:
    """Write ``sentence`` into the middle of a list without rows; in its ``paintEvent``."""
    painter = QPainter(view.viewport())
    painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
    room = view.viewport().rect().adjusted(spacing.L, spacing.S, -spacing.L, -spacing.S)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, int(flags), sentence)
    painter.end()
