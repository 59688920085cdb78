"""The form that asks with which priority Pacemaker is to run a VM."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSpinBox, QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.draft_form import DraftForm, number_row
from xenadmin_gui.operations.vmlife.protect import MOST_PRIORITY, VmProtect


def protect_form(snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> DraftForm:
    """Return the form."""
    tr = QCoreApplication.translate
    row = number_row("priority", tr("ProtectVm", "&Priority"), 0, MOST_PRIORITY)
    if isinstance(row.editor, QSpinBox):
        row.editor.setMinimum(-MOST_PRIORITY)
    return DraftForm(
        snapshot,
        tr("ProtectVm", "Protect {vm}?").format(vm=snapshot.vms[uuid].name),
        tr(
            "ProtectVm",
            "Pacemaker starts it elsewhere when its host is lost. It is not restarted now: what "
            "runs goes on running. VMs of a higher priority are started first and kept longest.",
        ),
        [row],
        lambda values: VmProtect(uuid, int(str(values["priority"]))),
        parent,
    )
