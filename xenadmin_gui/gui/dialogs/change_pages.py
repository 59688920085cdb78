"""The pages of a VM's settings: filled from a definition, they tell what was changed in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.tags import as_tags
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.disk_table import DiskTable
from xenadmin_gui.gui.dialogs.field import Field
from xenadmin_gui.gui.dialogs.nic_table import NicTable
from xenadmin_gui.gui.install.answers import words
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.drives import cd_drives
from xenadmin_gui.operations.vmedit.edit import LEAST_MEMORY, MIB, TITLE_CHARS

_MEMORY_STEP_MIB = 256
_MOST_MIB = 64 * 1024**2
_MOST_VCPUS = 1024
_DESCRIPTION_LINES = 4
_FIRMWARE = (VmKind.HVM, VmKind.KVM)


class SizePage(QWidget):
    """Processors, memory, and what people call it.

    Signals:
        changed: Something was filled in.
    """

    changed = Signal()

    def __init__(self, snapshot: Snapshot, vm: Vm) -> None:
        super().__init__()
        self._vm = vm
        self._now: Definition | None = None
        self.vcpus, self.memory = QSpinBox(), QSpinBox()
        self.title, self.tags = QLineEdit(), QLineEdit()
        self.description = QPlainTextEdit()
        self.autostart = QCheckBox(self.tr("Its host starts it when it &boots"))
        self.kept = QCheckBox(self.tr("It &cannot be deleted"))
        self._set_up()
        self.fields = {
            "vcpus": Field(self.vcpus),
            "memory": Field(self.memory),
            "title": Field(self.title),
            "tags": Field(self.tags),
            "description": Field(self.description),
            "autostart": Field(self.autostart),
        }
        form = _form(self, self.fields.values())
        form.addRow(self.tr("&Processors"), self.fields["vcpus"])
        form.addRow(self.tr("&Memory"), self.fields["memory"])
        form.addRow("", _room(snapshot))
        form.addRow(self.tr("&Title"), self.fields["title"])
        form.addRow(self.tr("&Description"), self.fields["description"])
        form.addRow(self.tr("Ta&gs"), self.fields["tags"])
        form.addRow("", self.fields["autostart"])
        form.addRow("", self.kept)
        for changed in (self.vcpus.valueChanged, self.memory.valueChanged):
            changed.connect(self.changed)
        for line in (self.title, self.tags, self.description):
            line.textChanged.connect(self.changed)
        for switch in (self.autostart, self.kept):
            switch.toggled.connect(self.changed)

    def fill(self, now: Definition) -> None:
        """Show what a definition says; nothing of it is reported as a change."""
        self._now = now
        blocked = self.blockSignals(True)
        self.vcpus.setValue(now.vcpus)
        self.memory.setValue(now.memory_bytes // MIB)
        self.title.setText(now.title)
        self.tags.setText(", ".join(now.tags))
        self.description.setPlainText(now.description)
        self.kept.setChecked(now.is_kept)
        self.blockSignals(blocked)

    def changes(self) -> dict[str, Any]:
        """Return what is to become different, by the draft's fields."""
        now = self._now
        if now is None:
            return {}
        found: dict[str, Any] = {}
        if self.vcpus.value() != now.vcpus:
            found["vcpus"] = self.vcpus.value()
        if self.memory.value() != now.memory_bytes // MIB:
            found["memory_bytes"] = self.memory.value() * MIB
        title, description = self.title.text().strip(), self.description.toPlainText().strip()
        if title != now.title:
            found["title"] = title
        if description != now.description:
            found["description"] = description
        tags = as_tags(words(self.tags.text()))
        if added := tuple(tag for tag in tags if tag not in now.tags):
            found["add_tags"] = added
        if removed := tuple(tag for tag in now.tags if tag not in tags):
            found["remove_tags"] = removed
        if self.kept.isChecked() is not now.is_kept:
            found["delete_protection"] = self.kept.isChecked()
        if self.autostart.isChecked() is not bool(self._vm.autostart_on):
            found["autostart"] = self.autostart.isChecked()
        return found

    def _set_up(self) -> None:
        vm = self._vm
        self.vcpus.setRange(1, _MOST_VCPUS)
        self.vcpus.setAccessibleName(self.tr("Processors"))
        self.memory.setRange(LEAST_MEMORY // MIB, _MOST_MIB)
        self.memory.setSingleStep(_MEMORY_STEP_MIB)
        self.memory.setSuffix(" MiB")
        self.memory.setGroupSeparatorShown(True)
        self.memory.setAccessibleName(self.tr("Memory"))
        self.title.setMaxLength(TITLE_CHARS)
        self.tags.setPlaceholderText(self.tr("such as web, production"))
        self.tags.setToolTip(self.tr("Words that it is found by: the filter then knows tag:web."))
        self.description.setTabChangesFocus(True)
        line = self.description.fontMetrics().lineSpacing()
        self.description.setFixedHeight(line * _DESCRIPTION_LINES + spacing.L)
        self.autostart.setChecked(bool(vm.autostart_on))
        self.autostart.setEnabled(vm.protection is None or bool(vm.autostart_on))
        self.autostart.setToolTip(
            "" if vm.protection is None else self.tr("Pacemaker starts it, not its host.")
        )


class DevicesPage(QWidget):
    """Disks, CD, network cards, and what it starts from.

    Signals:
        changed: Something was filled in.
    """

    changed = Signal()

    def __init__(self, snapshot: Snapshot, vm: Vm) -> None:
        super().__init__()
        self._snapshot, self._vm = snapshot, vm
        self._now: Definition | None = None
        self.disks, self.nics = DiskTable(vm.kind), NicTable(snapshot)
        self.cd, self.boot = QComboBox(), QComboBox()
        self.fields = {
            "buses": Field(self.disks),
            "cd": Field(self.cd),
            "nics": Field(self.nics),
            "boot": Field(self.boot),
        }
        form = _form(self, self.fields.values())
        form.addRow(self.tr("D&isks"), self.fields["buses"])
        form.addRow(
            "",
            _faint(
                self.tr(
                    "Disks come and go in the VM's menu; each is a LUN, and grows with its volume."
                )
            ),
        )
        form.addRow(self.tr("C&D"), self.fields["cd"])
        form.addRow(self.tr("&Network cards"), self.fields["nics"])
        form.addRow(self.tr("&Starts from"), self.fields["boot"])
        form.setRowVisible(self.fields["boot"], vm.kind in _FIRMWARE)
        self.cd.setEditable(True)
        self.cd.setAccessibleName(self.tr("CD"))
        self.boot.setAccessibleName(self.tr("Starts from"))
        self.disks.bus_chosen.connect(self.changed)
        self.nics.changed.connect(self.changed)
        self.cd.currentTextChanged.connect(self.changed)
        self.boot.currentIndexChanged.connect(self.changed)

    def fill(self, now: Definition) -> None:
        """Show what a definition says; nothing of it is reported as a change."""
        self._now = now
        blocked = self.blockSignals(True)
        self.disks.fill(now)
        self.nics.fill(now.nics())
        self._fill_cd(now)
        self._fill_boot(now.boot)
        self.blockSignals(blocked)

    def changes(self) -> dict[str, Any]:
        """Return what is to become different, by the draft's fields."""
        now = self._now
        if now is None:
            return {}
        found: dict[str, Any] = {
            "add_nics": self.nics.added(),
            "remove_nics": self.nics.removed(),
            "bridges": self.nics.moved(),
            "vlans": self.nics.vlans(),
            "buses": self.disks.chosen(),
        }
        cd = self.cd.currentText().strip()
        if cd != _in_drive(now):
            found["cd"] = cd
        boot = tuple(filter(None, str(self.boot.currentData() or "").split(",")))
        if boot != now.boot:
            found["boot"] = boot
        return found

    def _fill_cd(self, now: Definition) -> None:
        self.cd.clear()
        self.cd.addItems(["", *cd_choices(self._snapshot, _in_drive(now))])
        self.cd.setCurrentText(_in_drive(now))
        has_drive = bool(cd_drives(now)) or self._vm.kind in _FIRMWARE
        self.cd.setEnabled(has_drive)
        line = self.cd.lineEdit()
        if line is not None:
            empty = self.tr("none in it; an image's path on the hosts, or a LUN's device")
            none = self.tr("only a VM with a firmware has a CD drive")
            line.setPlaceholderText(empty if has_drive else none)
            line.setClearButtonEnabled(has_drive)

    def _fill_boot(self, present: tuple[str, ...]) -> None:
        names = {
            ("hd",): self.tr("its first disk"),
            ("cdrom", "hd"): self.tr("a CD, else its first disk"),
            ("hd", "cdrom"): self.tr("its first disk, else a CD"),
            ("network", "hd"): self.tr("the network, else its first disk"),
            ("hd", "network"): self.tr("its first disk, else the network"),
        }
        if present not in names:
            said = ", ".join(present) or self.tr("what it says device by device")
            names = {present: said} | names
        self.boot.clear()
        for order, text in names.items():
            self.boot.addItem(text, ",".join(order))
        self.boot.setCurrentIndex(list(names).index(present))


def cd_choices(snapshot: Snapshot, present: str = "") -> list[str]:
    """Return CDs that are known of: those in other drives, and LUNs that nobody uses."""
    disks = [disk for vm in snapshot.vms.values() for disk in vm.disks]
    images = {disk.source for disk in disks if disk.device == "cdrom"} | {present}
    used = {disk.wwid for disk in disks}
    luns = [f"/dev/mapper/{lun.wwid}" for lun in snapshot.san.luns if lun.wwid not in used]
    return [*sorted(images - {""}), *sorted(set(luns) - images)]


def _in_drive(now: Definition) -> str:
    """What is in the first CD drive; empty: nothing, or there is no drive."""
    return next(iter(cd_drives(now).values()), "")


def _form(page: QWidget, fields: Iterable[Field]) -> QFormLayout:
    """Return the page's form; no field grows beyond what it needs."""
    for field in fields:
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    body, area = QWidget(), QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(body)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    column = QVBoxLayout(body)
    column.setContentsMargins(spacing.M, spacing.M, spacing.M, spacing.M)
    form = QFormLayout()
    column.addLayout(form)
    column.addStretch(1)
    form.setHorizontalSpacing(spacing.L)
    form.setVerticalSpacing(spacing.S)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _room(snapshot: Snapshot) -> QLabel:
    """What each host has free, so that nobody has to look it up."""
    tr = QCoreApplication.translate
    figures = [
        tr("SizePage", "{host} {size}").format(host=s.name, size=wording.size(s.memory_free_bytes))
        for s in snapshot.hosts
        if s.is_up and s.memory_free_bytes is not None
    ]
    return _faint(tr("SizePage", "Free now: {hosts}").format(hosts=wording.listing(figures, 8)))


def _faint(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
