"""A VM's settings in a form; what was changed becomes a draft, the rest is left alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
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

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import Field, sentence_of
from xenadmin_gui.gui.dialogs.nic_table import NicTable
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.operations.vmedit.definition import Definition
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
        self._now = _definition_of(self._vm)
        self.nics = NicTable(snapshot, self._vm)
        self.boot = QComboBox()
        self.autostart = QCheckBox(self.tr("Its host starts it when it &boots"))
        self.kept = QCheckBox(self.tr("It &cannot be deleted"))
        self.live = QCheckBox(self.tr("At &once too: processors, memory and network cards"))
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
        self._fill_switches()
        self.vcpus.setAccessibleName(self.tr("Processors"))
        self.memory.setAccessibleName(self.tr("Memory"))
        self.fields = {
            "vcpus": Field(self.vcpus),
            "memory": Field(self.memory),
            "title": Field(self.title),
            "description": Field(self.description),
            "nics": Field(self.nics),
            "boot": Field(self.boot),
            "autostart": Field(self.autostart),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(spacing.L)
        form.setVerticalSpacing(spacing.S)
        form.addRow(self.tr("&Processors"), self.fields["vcpus"])
        form.addRow(self.tr("&Memory"), self.fields["memory"])
        form.addRow("", self._room())
        form.addRow(self.tr("&Title"), self.fields["title"])
        form.addRow(self.tr("&Description"), self.fields["description"])
        form.addRow(self.tr("&Network cards"), self.fields["nics"])
        form.addRow(self.tr("&Starts from"), self.fields["boot"])
        form.setRowVisible(self.fields["boot"], vm.kind in (VmKind.HVM, VmKind.KVM))
        form.addRow("", self.fields["autostart"])
        form.addRow("", self.kept)
        form.addRow("", self.live)
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
        for switch in (self.autostart, self.kept, self.live):
            switch.toggled.connect(self._on_changed)
        self.boot.currentIndexChanged.connect(self._on_changed)
        self.nics.changed.connect(self._on_changed)
        self.title.textChanged.connect(self._on_changed)
        self.description.textChanged.connect(self._on_changed)

    def _fill_switches(self) -> None:
        vm, now = self._vm, self._now
        names = {
            ("hd",): self.tr("its first disk"),
            ("cdrom", "hd"): self.tr("a CD, else its first disk"),
            ("network", "hd"): self.tr("the network, else its first disk"),
            ("hd", "network"): self.tr("its first disk, else the network"),
        }
        present = now.boot if now is not None else ()
        if present not in names:
            said = ", ".join(present) or self.tr("what it says device by device")
            names = {present: said} | names
        for order, text in names.items():
            self.boot.addItem(text, ",".join(order))
        self.boot.setCurrentIndex(list(names).index(present))
        self.boot.setAccessibleName(self.tr("Starts from"))
        self.autostart.setChecked(bool(vm.autostart_on))
        self.autostart.setEnabled(vm.protection is None or bool(vm.autostart_on))
        self.autostart.setToolTip(
            "" if vm.protection is None else self.tr("Pacemaker starts it, not its host.")
        )
        self.kept.setChecked(now is not None and now.is_kept)
        self.live.setVisible(vm.state is VmState.RUNNING)
        if now is not None and vm.state is VmState.RUNNING:
            tip = self.tr("At most {count} processors and {size} while it runs.")
            self.live.setToolTip(tip.format(count=now.vcpus, size=wording.size(now.memory_bytes)))

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
        if self.live.isChecked():
            return self.tr("Live: processors, memory, network cards. The rest at its next start.")
        return self.tr("It is not off: it keeps what it has until it is shut down and started.")

    def draft(self) -> VmEdit:
        """Return what was changed, and only that."""
        vm, now = self._vm, self._now
        boot = tuple(filter(None, str(self.boot.currentData() or "").split(",")))
        size = self.memory.value() * MIB
        title, description = self.title.text().strip(), self.description.toPlainText().strip()
        return VmEdit(
            vm.uuid,
            vcpus=self.vcpus.value() if self.vcpus.value() != vm.vcpus else None,
            memory_bytes=size if size // MIB != (vm.memory_bytes or 0) // MIB else None,
            title=title if title != vm.title else None,
            description=description if description != vm.description else None,
            delete_protection=_changed(self.kept, now is not None and now.is_kept),
            add_nics=self.nics.added(),
            remove_nics=self.nics.removed(),
            bridges=self.nics.moved(),
            boot=boot if now is not None and boot != now.boot else None,
            autostart=_changed(self.autostart, bool(vm.autostart_on)),
            live=self.live.isChecked(),
        )

    @Slot()
    def _on_changed(self) -> None:
        self.when.setText(self._when())
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


def _changed(box: QCheckBox, before: bool) -> bool | None:
    return box.isChecked() if box.isChecked() is not before else None


def _definition_of(vm: Vm) -> Definition | None:
    """The VM's definition, of the host where it runs if that has one; None: none can be read."""
    for copy in sorted(vm.definitions, key=lambda copy: copy.host != vm.host):
        try:
            return Definition(copy.xml)
        except PreconditionError:
            continue
    return None
