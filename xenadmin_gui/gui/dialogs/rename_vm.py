"""The form that asks for a VM's new name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.draft_form import DraftForm, text_row
from xenadmin_gui.operations.vmlife.names import MOST_CHARS
from xenadmin_gui.operations.vmlife.rename import VmRename


def rename_form(snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> DraftForm:
    """Return the form; it has the present name, selected, so that one types over it."""
    tr = QCoreApplication.translate
    vm = snapshot.vms[uuid]
    row = text_row("new_name", tr("RenameVm", "New &name"), vm.name)
    form = DraftForm(
        snapshot,
        tr("RenameVm", "What should {vm} be called?").format(vm=vm.name),
        tr(
            "RenameVm",
            "Every host that has a definition of it gets the new name, together or not at all. "
            "The UUID, the disks and the resource in Pacemaker stay as they are.",
        ),
        [row],
        lambda values: VmRename(uuid, str(values["new_name"])),
        parent,
    )
    if isinstance(row.editor, QLineEdit):
        row.editor.setMaxLength(2 * MOST_CHARS)
        row.editor.selectAll()
        row.editor.setFocus()
    return form
