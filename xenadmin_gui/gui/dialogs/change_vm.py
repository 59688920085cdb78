"""A VM's settings in a form; what was changed becomes a draft, the rest is left alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import Field, sentence_of
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.operations.vmedit.edit import LEAST_MEMORY, MIB, TITLE_CHARS, VmEdit

_MEMORY_STEP_MIB = 256
_MOST_MIB = 64 * 1024**2
_MOST_VCPUS = 1024
_DESCRIPTION_LINES = 4


class ChangeVmDialog(QDialog):
    """Shows what is wrong below the field that it is about.

    Signals:
        draft_chosen: VmEdit to be previewed; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(self, snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snapshot = snapshot
        self._vm = snapshot.vms[uuid]
        self.setWindowTitle(self.tr("Change {vm}").format(vm=self._vm.name))
        self.vcpus = QSpinBox()
        self.memory = QSpinBox()
        self.title = QLineEdit(self._vm.title)
        self.description = QPlainTextEdit(self._vm.description)
        self.plan_button = QPushButton(self.tr("Show the plan"))
        self._build()
        self._on_changed()

    def _build(self) -> None:
        vm = self._vm
        self.vcpus.setRange(1, _MOST_VCPUS)
        self.vcpus.setValue(vm.vcpus or 1)
        self.memory.setRange(LEAST_MEMORY // MIB, _MOST_MIB)
        self.memory.setSingleStep(_MEMORY_STEP_MIB)
        self.memory.setSuffix(" MiB")
        self.memory.setGroupSeparatorShown(True)
        self.memory.setValue((vm.memory_bytes or LEAST_MEMORY) // MIB)
        self.title.setMaxLength(TITLE_CHARS)
        self.description.setTabChangesFocus(True)
        line = self.description.fontMetrics().lineSpacing()
        self.description.setFixedHeight(line * _DESCRIPTION_LINES + spacing.L)
        self.vcpus.setAccessibleName(self.tr("Processors"))
        self.memory.setAccessibleName(self.tr("Memory"))
        self.fields = {
            "vcpus": Field(self.vcpus),
            "memory": Field(self.memory),
            "title": Field(self.title),
            "description": Field(self.description),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.L)
        form.setVerticalSpacing(spacing.S)
        form.addRow(self.tr("&Processors"), self.fields["vcpus"])
        form.addRow(self.tr("&Memory"), self.fields["memory"])
        form.addRow("", self._room())
        form.addRow(self.tr("&Title"), self.fields["title"])
        form.addRow(self.tr("&Description"), self.fields["description"])
        head = QLabel(self.tr("What should {vm} have?").format(vm=vm.name))
        head.setFont(fonts.title())
        self.when = QLabel(self._when())
        self.when.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.M)
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(self.when)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.resize(560, 0)
        for changed in (self.vcpus.valueChanged, self.memory.valueChanged):
            changed.connect(self._on_changed)
        self.title.textChanged.connect(self._on_changed)
        self.description.textChanged.connect(self._on_changed)

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

    def _room(self) -> QLabel:
        """What each host has free, so that nobody has to look it up."""
        figures = [
            self.tr("{host} {size}").format(host=s.name, size=wording.size(s.memory_free_bytes))
            for s in self._snapshot.hosts
            if s.is_up and s.memory_free_bytes is not None
        ]
        label = QLabel(self.tr("Free now: {hosts}").format(hosts=wording.listing(figures, 8)))
        label.setWordWrap(True)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        return label

    def _when(self) -> str:
        if self._vm.state is VmState.OFF:
            return self.tr("It is off: everything counts when it starts.")
        return self.tr("It is not off: it keeps what it has until it is shut down and started.")

    def draft(self) -> VmEdit:
        """Return what was changed, and only that."""
        vm = self._vm
        size = self.memory.value() * MIB
        title, description = self.title.text().strip(), self.description.toPlainText().strip()
        return VmEdit(
            vm.uuid,
            vcpus=self.vcpus.value() if self.vcpus.value() != vm.vcpus else None,
            memory_bytes=size if size // MIB != (vm.memory_bytes or 0) // MIB else None,
            title=title if title != vm.title else None,
            description=description if description != vm.description else None,
        )

    @Slot()
    def _on_changed(self) -> None:
        problems = self.draft().problems(self._snapshot)
        by_field = {problem.field: problem for problem in problems}
        for name, field in self.fields.items():
            field.complain(sentence_of(by_field.get(name)))
        others = [p for p in problems if p.field not in (*self.fields, "settings")]
        self.trouble.setText("\n".join(map(sentence_of, others)))
        self.trouble.setVisible(bool(others))
        self.plan_button.setEnabled(not problems)
        self.plan_button.setToolTip("" if not problems else sentence_of(problems[0]))

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)
