"""A definition as text, above the difference to what it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from xenadmin_gui.gui.dialogs.planform import difference_view, show_difference, text_view
from xenadmin_gui.operations.vmedit.difference import difference

#: Typing is not interrupted by comparing.
_REST_MS = 300


class XmlPane(QWidget):
    """Filled by ``show_text``; typing in it is told after a short rest.

    Signals:
        edited: Somebody wrote something.
    """

    edited = Signal()

    def __init__(self, before: str, parent: QWidget | None = None) -> None:
        """Compare with ``before``."""
        super().__init__(parent)
        self._before, self._shown = before, before
        self.editor = text_view(self.tr("Definition"), before)
        self.difference = difference_view()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.settle)
        self.editor.textChanged.connect(self._rest.start)
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.addWidget(self.editor)
        panes.addWidget(self.difference)
        panes.setStretchFactor(0, 3)
        panes.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panes)
        self.compare()

    @property
    def text(self) -> str:
        """What is written there now."""
        return self.editor.toPlainText()

    @property
    def is_edited(self) -> bool:
        """Whether somebody wrote since ``show_text``."""
        return self.text != self._shown

    def show_text(self, text: str) -> None:
        """Show another text; what was typed is gone."""
        if text != self.text:
            self.editor.setPlainText(text)
        self._shown = self.text
        self._rest.stop()
        self.compare()

    def settle(self) -> None:
        """Take what was typed as it is now."""
        self._rest.stop()
        self.compare()
        self.edited.emit()

    def compare(self) -> None:
        """Show what the text changes."""
        lines = difference(self._before, self.text)
        show_difference(self.difference, lines, self.tr("Nothing is changed yet."))
