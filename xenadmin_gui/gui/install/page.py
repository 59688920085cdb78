"""What every page of the assistant is: fields that fill answers, and sentences below them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.dialogs.field import Field
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.places import Place, Trouble, at
from xenadmin_gui.gui.sheets.notice import Notice
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.gui.widgets.labels import faint_label

_MOST_SENTENCES = 3
_WIDEST = 900


@dataclass(frozen=True, slots=True)
class Sight:
    """What the pages see of the whole.

    Attributes:
        source: The VM that is cloned, or None.
        troubles: Of every page.
        cautions: What can be done and is hardly meant, of every page.
    """

    snapshot: Snapshot
    answers: Answers
    troubles: tuple[Trouble, ...] = ()
    cautions: tuple[Trouble, ...] = ()

    @property
    def template(self) -> Template | None:
        """The template that is chosen, or None."""
        if self.answers.begins_empty:
            return None
        return self.snapshot.template(self.answers.template)

    @property
    def source(self) -> Vm | None:
        """The VM that is cloned, or None."""
        return self.snapshot.vms.get(self.answers.source)

    @property
    def customise(self) -> str:
        """How the guest is told its settings, as a template has it; empty: not known."""
        if self.answers.as_it_is or self.answers.begins_empty:
            return "none"
        return self.template.customise if self.template else ""

    def at(self, place: Place) -> tuple[Trouble, ...]:
        """What is wrong on one page."""
        return at(self.troubles, place)


class InstallPage(QWidget):
    """One page. It asks nobody and decides nothing.

    Attributes:
        place: Which one it is.
        title: As the list of pages shows it.
        question: Its heading.
        fields: Editors by the name that problems use.
        trouble: What is wrong and belongs to none of them.

    Signals:
        changed: Something was filled in.
    """

    changed = Signal()

    def __init__(self, place: Place, title: str, question: str, note: str = "") -> None:
        super().__init__()
        self.place, self.title, self.question = place, title, question
        self.fields: dict[str, Field] = {}
        self._is_filling = False
        self.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, spacing.S)
        self.column.setSpacing(spacing.M)
        if note:
            self.column.addWidget(wrapped(note))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(spacing.L)
        self.form.setVerticalSpacing(spacing.S)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.trouble = Field(QWidget())
        self.trouble.editor.hide()
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.caution = Notice()
        self.column.addWidget(self.caution)
        self.column.addLayout(self.form)

    def first(self) -> QWidget:
        """Return what has the keyboard when the page comes to the front."""
        return next((field.editor for field in self.fields.values()), self)

    def fill(self, answers: Answers) -> None:
        """Put ``answers`` into the editors; nothing is reported meanwhile."""
        self._is_filling = True
        try:
            self._put(answers)
        finally:
            self._is_filling = False

    def taken(self, answers: Answers) -> Answers:
        """Return ``answers`` with what this page was told."""
        return answers

    def show_sight(self, sight: Sight) -> None:
        """Follow the cluster and the other pages; complain below the fields."""
        wrong: dict[str, list[str]] = {}
        for trouble in sight.at(self.place):
            wrong.setdefault(trouble.spot.field, []).append(trouble.sentence)
        for name, field in self.fields.items():
            field.complain("\n".join(wrong.pop(name, [])[:_MOST_SENTENCES]))
        others = [sentence for its in wrong.values() for sentence in its]
        self.trouble.complain("\n".join(others[:_MOST_SENTENCES]))
        self.trouble.setVisible(bool(others))
        cautions = [caution.sentence for caution in at(sight.cautions, self.place)]
        if cautions:
            self.caution.say(Health.DEGRADED, "\n".join(cautions))
        self.caution.setVisible(bool(cautions))

    def add(self, name: str, label: str, editor: QWidget, *, hint: QLabel | None = None) -> Field:
        """Put one row with ``editor`` into the form; ``hint`` stands below it."""
        field = held(editor)
        self.fields[name] = field
        if label:
            self.form.addRow(label, field)
        else:
            self.form.addRow(field)
        editor.setAccessibleName(label.replace("&", "") or editor.accessibleName())
        self.listen(editor)
        if hint is not None:
            put_below(field, hint)
        return field

    def listen(self, editor: QWidget) -> None:
        """Report what is filled into ``editor``."""
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.textChanged.connect(self.report)
        elif isinstance(editor, QSpinBox | QDoubleSpinBox):
            editor.valueChanged.connect(self.report)
        elif isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(self.report)
        elif isinstance(editor, QCheckBox):
            editor.toggled.connect(self.report)

    def report(self) -> None:
        """Say that something was filled in, unless the program does it."""
        if not self._is_filling:
            self.changed.emit()

    def _put(self, answers: Answers) -> None:
        """Put ``answers`` into the editors."""


def held(editor: QWidget) -> Field:
    """Return a field as wide as the page, so that complaints have room; figures stay narrow."""
    field = Field(editor)
    layout = field.layout()
    if isinstance(editor, QAbstractSpinBox | QComboBox) and layout is not None:
        layout.setAlignment(editor, Qt.AlignmentFlag.AlignLeft)
    return field


def put_below(field: Field, hint: QLabel) -> None:
    """Have ``hint`` stand below the editor and what is wrong with it."""
    layout = field.layout()
    if layout is not None:
        layout.addWidget(hint)


def steady_icon(health: Health) -> QIcon:
    """Return the shape of a state, in its own colour on a selected row too."""
    icon = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        pixmap = icons.state_pixmap(health, spacing.SIGN, ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(pixmap, mode)
    return icon


def wrapped(text: str) -> QLabel:
    """Return a faint sentence that wraps."""
    label = faint_label(text)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


def text_box(lines: int) -> QPlainTextEdit:
    """Return an editor of ``lines`` lines that Tab leaves."""
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + spacing.L)
    return box


def put_text(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Show ``text``; the same text keeps the cursor where it is."""
    if isinstance(editor, QLineEdit):
        if editor.text() != text:
            editor.setText(text)
    elif editor.toPlainText() != text:
        editor.setPlainText(text)
