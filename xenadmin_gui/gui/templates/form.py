"""The form that describes a template: the image left, the guest right; complaints below fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.field import Field, sentence_of
from xenadmin_gui.gui.san.form import Row
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.templates import words
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.gui.widgets.room import make_room
from xenadmin_gui.operations.draft import Draft, Problem

_WIDTH = 860


class TemplateForm(QDialog):
    """Follows the cluster while one thinks.

    Signals:
        draft_chosen: The draft as it is filled in; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(
        self,
        snapshot: Snapshot,
        question: str,
        note: str,
        columns: Mapping[str, list[Row]],
        make: Callable[[dict[str, object]], Draft],
        parent: QWidget | None = None,
    ) -> None:
        """Put the form together.

        Args:
            columns: The rows of each column by its title.
            make: Makes the draft of the rows' values by field.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self._snapshot = snapshot
        self._rows = [row for rows in columns.values() for row in rows]
        self._make = make
        self.fields = {row.field: Field(row.editor) for row in self._rows}
        self.plan_button = QPushButton(self.tr("Show the plan"))
        self.trouble = QLabel()
        self._build(question, note, columns)
        self._on_changed()

    def draft(self) -> Draft:
        """Return the draft of what is filled in now."""
        return self._make({row.field: row.value() for row in self._rows})

    def show_snapshot(self, snapshot: Snapshot, _changed: object = None) -> None:
        """Follow the cluster: room and reasons change."""
        self._snapshot = snapshot
        self._on_changed()

    def _build(self, question: str, note: str, columns: Mapping[str, list[Row]]) -> None:
        title = QLabel(question)
        title.setFont(fonts.title())
        title.setWordWrap(True)
        hint = QLabel(note)
        hint.setWordWrap(True)
        beside = QHBoxLayout()
        beside.setSpacing(spacing.XL)
        for name, rows in columns.items():
            beside.addLayout(self._column(name, rows), 1)
        self.trouble.setWordWrap(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.plan_button.setDefault(True)
        self.plan_button.clicked.connect(self._on_plan)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.plan_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        whole.setSpacing(spacing.M)
        whole.addWidget(title)
        whole.addWidget(hint)
        whole.addLayout(beside)
        whole.addWidget(self.trouble)
        whole.addStretch(1)
        whole.addLayout(buttons)
        self.resize(_WIDTH, 0)

    def _column(self, name: str, rows: list[Row]) -> QVBoxLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.M)
        form.setVerticalSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for row in rows:
            form.addRow(row.label, self.fields[row.field])
            row.editor.setAccessibleName(row.label.replace("&", ""))
            self._listen(row.editor)
        column = QVBoxLayout()
        column.addWidget(section_title(name))
        column.addLayout(form)
        column.addStretch(1)
        return column

    def _listen(self, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(self._on_changed)
        elif isinstance(editor, QDoubleSpinBox | QSpinBox):
            editor.valueChanged.connect(self._on_changed)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self._on_changed)
        elif isinstance(editor, QCheckBox):
            editor.toggled.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        problems = self.draft().problems(self._snapshot)
        by_field = {problem.field: problem for problem in problems}
        for name, field in self.fields.items():
            field.complain(self._complaint(by_field.get(name)))
        others = [p for p in problems if p.field not in self.fields]
        self.trouble.setText("\n".join(map(sentence_of, others)))
        self.trouble.setVisible(bool(others))
        self.plan_button.setEnabled(not problems)
        self.plan_button.setToolTip(sentence_of(problems[0]) if problems else "")
        make_room(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        make_room(self)

    def _complaint(self, problem: Problem | None) -> str:
        wanted = words.expected(problem.field) if problem and problem.code == "bad-value" else ""
        if wanted:
            return self.tr("This has to be {expected}.").format(expected=wanted)
        return sentence_of(problem)

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)
