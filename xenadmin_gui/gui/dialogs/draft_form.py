"""A form that fills a draft: complaints below the fields, one button that shows the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.gui.widgets.room import make_room
from xenadmin_gui.gui.widgets.sizebox import SizeBox
from xenadmin_gui.operations.draft import Draft, Problem

GIB = 1024**3
_MIB = 1024**2
_WIDTH, _WIDE = 560, 860


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a form.

    Attributes:
        field: Name of the draft's field that problems speak of.
        value: Reads the editor.
    """

    field: str
    label: str
    editor: QWidget
    value: Callable[[], object]


def text_row(field: str, label: str, text: str = "", hint: str = "") -> Row:
    """Return a line of text."""
    line = QLineEdit(text)
    line.setPlaceholderText(hint)
    return Row(field, label, line, lambda: line.text().strip())


def size_row(field: str, label: str, size_bytes: int, least_bytes: int = 4 * _MIB) -> Row:
    """Return a size in GiB; its value is whole MiB in bytes."""
    spin = SizeBox()
    spin.setRange(least_bytes / GIB, 1024.0 * 1024)
    spin.setValue(size_bytes / GIB)
    return Row(field, label, spin, lambda: round(spin.value() * 1024) * _MIB)


def number_row(field: str, label: str, number: int, most: int) -> Row:
    """Return a whole number from 0 on."""
    spin = QSpinBox()
    spin.setRange(0, most)
    spin.setValue(number)
    return Row(field, label, spin, spin.value)


def choice_row(field: str, label: str, choices: list[tuple[str, str]]) -> Row:
    """Return a choice of ``(value, text)``."""
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    return Row(field, label, box, box.currentData)


def check_row(field: str, label: str, *, is_on: bool) -> Row:
    """Return a yes or no; the label stands beside the box."""
    box = QCheckBox(label)
    box.setChecked(is_on)
    return Row(field, "", box, box.isChecked)


class DraftForm(QDialog):
    """Asks what a draft needs, follows the cluster while one thinks.

    Signals:
        draft_chosen: The draft to be previewed; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(
        self,
        snapshot: Snapshot,
        question: str,
        note: str,
        rows: list[Row] | Mapping[str, list[Row]],
        make: Callable[[dict[str, object]], Draft],
        parent: QWidget | None = None,
        *,
        complaint: Callable[[Problem | None], str] = sentence_of,
    ) -> None:
        """Put the form together.

        Args:
            question: The title, such as ``How large should web1 be?``.
            note: What one should know before; may be empty.
            rows: One below the other; or in columns beside each other, by the columns' titles.
            make: Makes the draft of the rows' values by field.
            complaint: What is said below a field of its problem.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self._snapshot = snapshot
        columns = rows if isinstance(rows, Mapping) else {"": rows}
        self._rows = [row for column in columns.values() for row in column]
        self._make = make
        self._complaint = complaint
        self.fields = {row.field: Field(row.editor) for row in self._rows}
        self.plan_button = QPushButton(self.tr("Show the plan"))
        self._build(question, note, columns)
        self._on_changed()

    def values(self) -> dict[str, object]:
        """Return what is filled in now, by field; ``then_…`` is for after the draft."""
        return {row.field: row.value() for row in self._rows}

    def draft(self) -> Draft:
        """Return the draft of what is filled in now."""
        return self._make(self.values())

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
        hint.setVisible(bool(note))
        beside = QHBoxLayout()
        beside.setSpacing(spacing.XL)
        for name, rows in columns.items():
            beside.addLayout(self._column(name, rows), 1)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.M)
        column.addWidget(title)
        column.addLayout(beside)
        # Below a few rows; above many, where it would be found too late.
        column.insertWidget(1 if len(columns) > 1 else 2, hint)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.resize(_WIDE if len(columns) > 1 else _WIDTH, 0)

    def _column(self, name: str, rows: list[Row]) -> QVBoxLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.M if name else spacing.L)
        form.setVerticalSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for row in rows:
            form.addRow(row.label, self.fields[row.field])
            row.editor.setAccessibleName(row.label.replace("&", ""))
            self._listen(row.editor)
        column = QVBoxLayout()
        if name:
            column.addWidget(section_title(name))
        column.addLayout(form)
        column.addStretch(1)
        return column

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.plan_button.setDefault(True)
        self.plan_button.clicked.connect(self._on_plan)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.plan_button)
        return buttons

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

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)
