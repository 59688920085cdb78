"""The strip above the tabs: shape, name, what it does, shield."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages.lookup import Heading
from xenadmin_gui.gui.style import fonts, icons, spacing
from xenadmin_gui.gui.widgets.labels import StateSign, text_label


class TitleStrip(QWidget):
    """Shows a ``Heading``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading: Heading | None = None
        self._sign = StateSign(spacing.ICON)
        self._name = text_label()
        self._name.setFont(fonts.title())
        self._name.setWordWrap(False)
        self._sentence = text_label()
        self._sentence.setWordWrap(False)
        self._shield = QLabel()
        self._shield.setToolTip(self.tr("Protected: Pacemaker restarts it elsewhere"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing.L, spacing.S, spacing.L, spacing.XS)
        layout.setSpacing(spacing.S)
        for widget in (self._sign, self._name, self._sentence, self._shield):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)

    def show_heading(self, heading: Heading) -> None:
        """Show name and state; nothing is touched when they are the same."""
        if heading == self._heading:
            return
        self._heading = heading
        self._draw(heading)

    def retint(self) -> None:
        """Draw the shapes anew in the scheme in force."""
        self._name.setFont(fonts.title())
        if self._heading is not None:
            self._draw(self._heading)

    def _draw(self, heading: Heading) -> None:
        word = "" if heading.health is None else wording.health_word(heading.health)
        self._sign.setVisible(heading.health is not None)
        self._sign.show_state(heading.health, word)
        self._name.setText(heading.name)
        self._sentence.setText(heading.sentence)
        self._shield.setVisible(heading.is_protected)
        ratio = self.devicePixelRatioF()
        self._shield.setPixmap(icons.mark_pixmap("shield", spacing.SIGN, ratio))
