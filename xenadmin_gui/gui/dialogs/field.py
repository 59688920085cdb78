"""A field of a form whose complaint stands right below it."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import palette, spacing
from xenadmin_gui.operations.draft import Problem


class Field(QWidget):
    """Wraps one editor; ``complain`` shows a sentence below it, an empty one hides it.

    Nobody has done wrong who has not typed anything yet: the sentence is red from then on.
    """

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.complaint = QLabel()
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.XS // 2)
        column.addWidget(editor)
        column.addWidget(self.complaint)
        self.setFocusProxy(editor)
        # A label's letter goes nowhere when what it stands for does not take the focus.
        self.setFocusPolicy((editor.focusProxy() or editor).focusPolicy())
        self._text_at_first = editor.text() if isinstance(editor, QLineEdit) else None
        self._is_touched = self._text_at_first is None

    def complain(self, sentence: str) -> None:
        """Show ``sentence`` below the editor; empty: all is well."""
        editor = self.editor
        if isinstance(editor, QLineEdit) and editor.text() != self._text_at_first:
            self._is_touched = True
        color = palette.state_color(Health.FAILED)
        if not self._is_touched:
            color = self.palette().color(QPalette.ColorRole.PlaceholderText)
        colors = self.complaint.palette()
        colors.setColor(self.complaint.foregroundRole(), color)
        self.complaint.setPalette(colors)
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)


def sentence_of(problem: Problem | None) -> str:
    """Return a problem and what to do about it in the window's language; empty for none."""
    if problem is None:
        return ""
    return f"{phrase(problem.sentence)} {phrase(problem.next_step)}".strip()
