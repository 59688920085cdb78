"""A VM's whole definition as text, with the difference that a plan would make of it."""

from __future__ import annotations

import difflib

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.edit import VmEdit

#: Typing is not interrupted by comparing.
_REST_MS = 300


class EditXmlDialog(QDialog):
    """Offers a plan once the text is a definition of this VM and differs.

    Signals:
        draft_chosen: VmEdit to be previewed; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(self, snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snapshot = snapshot
        self._vm = snapshot.vms[uuid]
        self._before = _text_of(self._vm.definitions[0].xml if self._vm.definitions else "")
        self.setWindowTitle(self.tr("Definition of {vm}").format(vm=self._vm.name))
        self.editor = QPlainTextEdit(self._before)
        self.difference = QPlainTextEdit(readOnly=True)
        self.trouble = QLabel()
        self.plan_button = QPushButton(self.tr("Show the plan"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.compare)
        self._build()
        self.compare()

    def draft(self) -> VmEdit:
        """Return what the text says."""
        return VmEdit(self._vm.uuid, xml=self.editor.toPlainText())

    @Slot()
    def compare(self) -> None:
        """Say what is wrong with the text, or what it changes."""
        problems = self.draft().problems(self._snapshot)
        sentences = [sentence_of(problem) for problem in problems]
        after = _text_of(self.editor.toPlainText())
        lines = difflib.unified_diff(
            self._before.splitlines(), after.splitlines(), lineterm="", n=2
        )
        changed = list(lines)[2:]
        nothing = self.tr("Nothing is changed yet.")
        self.difference.setPlainText("\n".join(changed))
        self.difference.setPlaceholderText("" if problems else nothing)
        self.trouble.setText("\n".join(sentences))
        self.trouble.setVisible(bool(sentences))
        self.plan_button.setEnabled(bool(changed) and not problems)
        self.plan_button.setToolTip("" if changed or problems else nothing)

    def _build(self) -> None:
        self.editor.setFont(fonts.mono())
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.editor.setAccessibleName(self.tr("Definition"))
        self.editor.textChanged.connect(self._rest.start)
        self.difference.setFont(fonts.mono())
        self.difference.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.difference.setAccessibleName(self.tr("Difference"))
        self.trouble.setWordWrap(True)
        title = QLabel(self.tr("What should {vm} be?").format(vm=self._vm.name))
        title.setFont(fonts.title())
        note = QLabel(
            self.tr(
                "The text goes to every host that has a definition of it, together or not at all. "
                "What runs keeps what it has until its next start."
            )
        )
        note.setWordWrap(True)
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.addWidget(self.editor)
        panes.addWidget(self.difference)
        panes.setStretchFactor(0, 3)
        panes.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.S)
        for widget in (title, note):
            column.addWidget(widget)
        column.addWidget(panes, 1)
        column.addWidget(self.trouble)
        column.addLayout(self._buttons())
        self.resize(760, 620)

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.plan_button.clicked.connect(self._on_plan)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.plan_button)
        return buttons

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)


def _text_of(text: str) -> str:
    """Return the text as a plan would write it, so that only real differences show."""
    try:
        return Definition(text).text
    except XenadminError:
        return text
