"""QActions of a VM's life: rename and what follows; each ends in the plan sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.delete_vm import DeletedVmsDialog, delete_form
from xenadmin_gui.gui.dialogs.draft_form import DraftForm
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.dialogs.history import HistoryDialog
from xenadmin_gui.gui.dialogs.protect_vm import protect_form
from xenadmin_gui.gui.dialogs.rename_vm import rename_form
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.conductor import Offer
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.draft import Draft, Problem
from xenadmin_gui.operations.vmlife.protect import VmUnprotect
from xenadmin_gui.operations.vmlife.refusals import is_kept, not_off, unsteady
from xenadmin_gui.session.history import Version

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session

MakeForm = Callable[[Snapshot, str, QWidget], DraftForm]


class LifeActions(QObject):
    """Enabled by the one selected VM; a disabled one says why in its tool tip."""

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._keeper = sheet_keeper(session, bridge)
        self._snapshot: Snapshot | None = None
        self._uuid = ""
        self.rename = self._action("vm_rename", self.tr("Re&name…"), self._on_rename)
        self.rename.setShortcut(QKeySequence("F2"))
        self.history = self._action("vm_history", self.tr("Histor&y…"), self._on_history)
        window.objects.offer_history(self.history)
        self.protect = self._action("vm_protect", self.tr("Pro&tect…"), self._on_protect)
        self.unprotect = self._action(
            "vm_unprotect", self.tr("End the pro&tection…"), self._on_unprotect
        )
        self.delete = self._action("vm_delete", self.tr("D&elete…"), self._on_delete)
        self.deleted = self._action("vm_deleted", self.tr("Deleted VMs…"), self._on_deleted)
        self.update(None, ())

    def update(self, snapshot: Snapshot | None, selection: tuple[Key, ...]) -> None:
        """Follow the cluster and the selection."""
        self._snapshot = snapshot
        self.deleted.setEnabled(snapshot is not None)
        uuids = [key.id for key in selection if key.kind is Kind.VM]
        vm = snapshot.vms.get(uuids[0]) if snapshot is not None and len(uuids) == 1 else None
        self._uuid = "" if vm is None else vm.uuid
        for action in self.vm_actions():
            action.setEnabled(vm is not None)
            action.setToolTip("" if vm is not None else self.tr("Select one VM."))
        if vm is not None and snapshot is not None:
            self._judge(snapshot, vm)

    def vm_actions(self) -> list[QAction]:
        """Return what is done to one VM, in the order of menus."""
        return [self.rename, self.history, self.protect, self.unprotect, self.delete]

    def _judge(self, snapshot: Snapshot, vm: Vm) -> None:
        """Say at once what a dialog would only say later: it is not off, say."""
        off = not_off(snapshot, vm)
        tip = self.tr("Another name, on every host; shows the plan first.")
        _allow(self.rename, off, tip)
        tip = self.tr("Into the recycle bin, with its own disks; shows the plan first.")
        _allow(self.delete, (*off, *is_kept(vm)), tip)
        tip = self.tr("Pacemaker runs it from then on; it is not restarted.")
        _allow(self.protect, unsteady(vm), tip)
        tip = self.tr("Pacemaker leaves it; it is not stopped.")
        _allow(self.unprotect, unsteady(vm), tip)
        self.protect.setVisible(vm.protection is None)
        self.unprotect.setVisible(vm.protection is not None)

        tip = self.tr("The definitions it had, what changed since, and the way back.")
        self.history.setToolTip(tip)

    def _action(self, name: str, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    def _on_rename(self) -> None:
        self._ask(rename_form, self.tr("Rename {vm}"))

    def _on_delete(self) -> None:
        self._ask(delete_form, self.tr("Delete {vm}"), destructive=True)

    def _on_protect(self) -> None:
        self._ask(protect_form, self.tr("Protect {vm}"))

    def _on_unprotect(self) -> None:
        if self._uuid:
            text = self.tr("End the protection of {vm}")
            self._offer(VmUnprotect(self._uuid), text, destructive=False)

    def _on_deleted(self) -> None:
        if self._snapshot is None:
            return
        dialog = DeletedVmsDialog(self._snapshot, self._window)
        dialog.restore_chosen.connect(
            lambda draft, button: self._offer(draft, button, destructive=False)
        )
        dialog.purge_chosen.connect(
            lambda draft, button: self._offer(draft, button, destructive=True)
        )
        self._bridge.snapshot_changed.connect(dialog.show_snapshot)
        dialog.show()

    def _on_history(self) -> None:
        if self._snapshot is None or not self._uuid:
            return
        dialog = HistoryDialog(self._snapshot, self._uuid, self._window)
        button = self.tr("Change {vm} back")
        dialog.draft_chosen.connect(lambda draft: self._offer(draft, button, destructive=False))
        self._bridge.snapshot_changed.connect(dialog.show_snapshot)
        uuid, definitions = self._uuid, self._keeper.session.definitions

        def show(outcome: Outcome[tuple[Version, ...]]) -> None:
            if not isValid(dialog):
                return
            if outcome.value is not None:
                dialog.show_versions(outcome.value)
            elif isinstance(outcome.error, XenadminError):
                dialog.show_trouble(phrase(outcome.error.sentence))

        dialog.show()
        self._bridge.run(lambda _context: definitions.versions(uuid), show)

    def _ask(self, make: MakeForm, button: str, *, destructive: bool = False) -> None:
        """Open a form about the selected VM; what it fills in is offered as a plan."""
        if self._snapshot is None or not self._uuid:
            return
        form = make(self._snapshot, self._uuid, self._window)
        form.draft_chosen.connect(lambda draft: self._offer(draft, button, destructive=destructive))
        self._bridge.snapshot_changed.connect(form.show_snapshot)
        form.show()

    def _offer(self, draft: Draft, button: str, *, destructive: bool) -> None:
        def text(names: tuple[str, ...]) -> str:
            return button.format(vm=wording.listing(list(names)))

        self._keeper.open_draft(Offer(draft, text, destructive=destructive), self._window)


def _allow(action: QAction, problems: tuple[Problem, ...], tip: str) -> None:
    """Enable ``action`` unless there are problems; its tool tip says which, or what it does."""
    action.setEnabled(not problems)
    action.setToolTip(sentence_of(problems[0]) if problems else tip)
