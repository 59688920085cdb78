"""The SAN's verbs in menu and context menu; each ends in the plan sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.draft_form import DraftForm
from xenadmin_gui.gui.san.bin_dialog import BinDialog
from xenadmin_gui.gui.san.entries import entries_for, for_the_whole, of_servers
from xenadmin_gui.gui.san.entry import Entry
from xenadmin_gui.gui.san.followup import FollowUps
from xenadmin_gui.gui.san.splitbrain_wizard import SplitBrainWizard
from xenadmin_gui.gui.sheets.conductor import Offer
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.gui.style import icons
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.tasks import Task

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session


class SanActions(QObject):
    """Makes the actions when a menu opens: what can be done is worked out then, not before."""

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._keeper = sheet_keeper(session, bridge)
        self._keeper.task_ended.connect(self._on_task_ended)
        self._follow_ups = FollowUps()

    def fill(self, menu: QMenu, snapshot: Snapshot, selection: tuple[Key, ...]) -> None:
        """Add the verbs of a single selected object to ``menu``; nothing for other selections."""
        if len(selection) == 1:
            self._add(menu, entries_for(snapshot, selection[0]))

    def fill_whole(self, menu: QMenu, snapshot: Snapshot, selection: tuple[Key, ...]) -> None:
        """Add what can be done whatever is selected; a selected server has its own entries."""
        days = self._keeper.session.config.recycle_bin_days
        self._add(menu, for_the_whole(snapshot, days))
        if all(key.kind is not Kind.SAN_SERVER for key in selection):
            self._add(menu, of_servers(snapshot))

    def run(self, entry: Entry) -> None:
        """Ask what is missing, then show the plan; nothing runs before it is confirmed."""
        if callable(entry.what):
            form = entry.what(self._window)
            if isinstance(form, BinDialog):
                self._show_bin(form)
                return
            if isinstance(form, SplitBrainWizard):
                form.ask(self._keeper.session, self._bridge)
            form.draft_chosen.connect(lambda draft: self._on_chosen(entry, form, draft))
            self._bridge.snapshot_changed.connect(form.show_snapshot)
            form.show()
        else:
            self._offer(entry, entry.what)

    def _show_bin(self, dialog: BinDialog) -> None:
        """Show the recycle bin; it stays open, for what one does with it is a sheet of its own."""
        dialog.restore_chosen.connect(self._on_restore)
        dialog.purge_chosen.connect(self._on_purge)
        self._bridge.snapshot_changed.connect(dialog.show_snapshot)
        dialog.show()

    def _on_restore(self, draft: Draft, button: str) -> None:
        self._keeper.open_draft(Offer(draft, lambda _names: button), self._window)

    def _on_purge(self, draft: Draft, button: str) -> None:
        offer = Offer(draft, lambda _names: button, destructive=True)
        self._keeper.open_draft(offer, self._window)

    def _offer(self, entry: Entry, draft: Draft) -> None:
        offer = Offer(draft, lambda _names: entry.button, destructive=entry.is_destructive)
        self._keeper.open_draft(offer, self._window)

    def _on_chosen(self, entry: Entry, form: QWidget, draft: Draft) -> None:
        if isinstance(draft, VolumeCreate) and isinstance(form, DraftForm):
            said = form.values()
            vm = str(said["then_vm"] or "")
            group = draft.group_in(self._keeper.session.snapshot)
            if said["then_export"] or vm:
                self._follow_ups.expect(group, draft.name, vm=vm)
        self._offer(entry, draft)

    def _on_task_ended(self, task: Task) -> None:
        following = self._follow_ups.after(task, self._keeper.session.snapshot)
        if following is not None:
            button = following.button
            offer = Offer(following.draft, lambda _names: button)
            self._keeper.open_draft(offer, self._window)

    def _add(self, menu: QMenu, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.begins_group:
                menu.addSeparator()
            action = QAction(entry.text, menu)
            if entry.icon:
                action.setIcon(icons.action_icon(entry.icon))
            action.setEnabled(not entry.why_not)
            action.setToolTip(entry.why_not)
            action.setStatusTip(entry.why_not)
            action.triggered.connect(lambda _checked=False, entry=entry: self.run(entry))
            menu.addAction(action)
