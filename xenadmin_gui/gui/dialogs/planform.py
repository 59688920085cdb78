"""What the dialogs about definitions have in common: question, note, trouble, two buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.operations.draft import Problem


def text_view(name: str, text: str = "", *, read_only: bool = False) -> QPlainTextEdit:
    """Return a view of lines that must not wrap, in the font of programs.

    Args:
        name: For a screen reader.
    """
    view = QPlainTextEdit(text, readOnly=read_only)
    view.setFont(fonts.mono())
    view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    view.setAccessibleName(name)
    return view


def difference_view() -> QPlainTextEdit:
    """Return a view for ``operations.vmedit.difference``."""
    return text_view(QCoreApplication.translate("PlanForm", "Difference"), read_only=True)


def show_difference(view: QPlainTextEdit, lines: Iterable[str], nothing: str) -> None:
    """Show lines; ``nothing`` is said where there are none."""
    view.setPlainText("\n".join(lines))
    view.setPlaceholderText(nothing)


def complain(label: QLabel, problems: Iterable[Problem]) -> None:
    """Say what is wrong; a label that has nothing to say is hidden."""
    text = "\n".join(map(sentence_of, problems))
    label.setText(text)
    label.setVisible(bool(text))


def wrapped(text: str = "") -> QLabel:
    """Return a text that may need several lines."""
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def lay_out(
    dialog: QDialog, question: str, body: Iterable[QWidget], plan: QPushButton, leave: str
) -> None:
    """Put a dialog together; its first part gets what room there is.

    Args:
        body: From top to bottom, below the question.
        plan: The button on the right; the dialog connects it.
        leave: Of the button that does nothing.
    """
    head = wrapped(question)
    head.setFont(fonts.title())
    back = QPushButton(leave)
    back.setAutoDefault(False)
    back.clicked.connect(dialog.reject)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(back)
    buttons.addWidget(plan)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
    column.setSpacing(spacing.M)
    column.addWidget(head)
    for part in body:
        column.addWidget(part, 0 if isinstance(part, QLabel) else 1)
    column.addLayout(buttons)
