"""The forms that end a VM's life or its protection, and the list of VMs that were deleted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xenadmin_gui.domain.deleted import DeletedVm
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.draft_form import DraftForm, check_row
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.pages.blocks import Table
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.widgets.table import ObjectTable
from xenadmin_gui.operations.vmlife.delete import VmDelete
from xenadmin_gui.operations.vmlife.restore import VmRestore


def delete_form(snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> DraftForm:
    """Return the form that asks how a VM is to be deleted."""
    tr = QCoreApplication.translate
    return DraftForm(
        snapshot,
        tr("DeleteVm", "Delete {vm}?").format(vm=snapshot.vms[uuid].name),
        tr(
            "DeleteVm",
            "It goes to the recycle bin with the volumes that only it uses, and can be restored "
            "from there. What another VM uses stays.",
        ),
        [
            check_row("keep_disks", tr("DeleteVm", "Leave its &disks as they are"), is_on=False),
            check_row("purge", tr("DeleteVm", "Remove it for &good: nothing is kept"), is_on=False),
        ],
        lambda values: VmDelete(
            uuid, purge=bool(values["purge"]), keep_disks=bool(values["keep_disks"])
        ),
        parent,
    )


class DeletedVmsDialog(QDialog):
    """Lists the VMs in the recycle bin, follows the cluster, runs nothing.

    Signals:
        restore_chosen: VmRestore, and what its button says.
        purge_chosen: VmDelete for good, and what its button says.
    """

    restore_chosen = Signal(object, str)
    purge_chosen = Signal(object, str)

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Deleted VMs"))
        self._snapshot = snapshot
        self.table = ObjectTable(self._block())
        self.restore_button = QPushButton(self.tr("&Restore…"))
        self.purge_button = QPushButton(self.tr("Remove for &good…"))
        self.trouble = QLabel()
        self._build()
        self.table.view.selection_settled.connect(self._refresh)
        self.restore_button.clicked.connect(self._on_restore)
        self.purge_button.clicked.connect(self._on_purge)
        self.show_snapshot(snapshot)

    def show_snapshot(self, snapshot: Snapshot, _changed: object = None) -> None:
        """Follow the cluster."""
        self._snapshot = snapshot
        self.table.show_table(self._block())
        if not self.table.view.selection() and snapshot.deleted:
            self.table.view.select_key(snapshot.deleted[0].key)
        self._refresh()

    def _build(self) -> None:
        title = QLabel(self.tr("VMs that were deleted"))
        title.setFont(fonts.title())
        note = QLabel(
            self.tr("A restored VM is off; it has its name, its UUID and its disks again.")
        )
        self.trouble.setWordWrap(True)
        note.setWordWrap(True)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.purge_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        for button in (self.restore_button, self.purge_button, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.M)
        for widget in (title, note, self.table, self.trouble):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(640, 400 if self._snapshot.deleted else 0)

    def _block(self) -> Table:
        heads = (self.tr("VM"), self.tr("Deleted"), self.tr("Protected"), self.tr("Volumes"))
        rows = tuple(Row(vm.key, vm.key, vm, _describe) for vm in self._snapshot.deleted)
        empty = self.tr("The recycle bin is empty. VMs that you delete can be restored here.")
        return Table(self.windowTitle(), heads, rows, (), empty)

    def _selected(self) -> DeletedVm | None:
        keys = self.table.view.selection()
        found = [vm for vm in self._snapshot.deleted if vm.key in keys]
        return found[0] if len(found) == 1 else None

    @Slot()
    def _refresh(self) -> None:
        for button in (self.restore_button, self.purge_button):
            button.setVisible(bool(self._snapshot.deleted))
        vm, one = self._selected(), self.tr("Select one VM.")
        said = ""
        for button, draft in (
            (self.restore_button, None if vm is None else VmRestore(vm.uuid)),
            (self.purge_button, None if vm is None else VmDelete(vm.uuid, purge=True)),
        ):
            problems = () if draft is None else draft.problems(self._snapshot)
            why = one if draft is None else sentence_of(problems[0]) if problems else ""
            button.setEnabled(not why)
            button.setToolTip(why)
            if button is self.restore_button and vm is not None:
                said = why
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))

    @Slot()
    def _on_restore(self) -> None:
        vm = self._selected()
        if vm is not None:
            text = self.tr("Restore {vm}").format(vm=vm.name)
            self.restore_chosen.emit(VmRestore(vm.uuid), text)

    @Slot()
    def _on_purge(self) -> None:
        vm = self._selected()
        if vm is not None:
            text = self.tr("Remove {vm} for good").format(vm=vm.name)
            self.purge_chosen.emit(VmDelete(vm.uuid, purge=True), text)


def _describe(vm: DeletedVm) -> Cells:
    tr = QCoreApplication.translate
    texts = (
        vm.name,
        wording.absolute_time(vm.at) if vm.at else "",
        tr("DeleteVm", "yes") if vm.resource else tr("DeleteVm", "no"),
        ", ".join(f"{disk.group}/{disk.volume}" for disk in vm.disks),
    )
    health = Health.FAILED if vm.reason else Health.OFF
    return Cells(health, texts, tip=phrase(vm.reason) if vm.reason else vm.uuid)
