"""QActions of the verbs on VMs, for menu, tool bar and context menu alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.actions import verbs
from xenadmin_gui.gui.actions.life_actions import LifeActions
from xenadmin_gui.gui.console.console_actions import ConsoleActions
from xenadmin_gui.gui.dialogs.change_vm import ChangeVmDialog
from xenadmin_gui.gui.install.install_actions import InstallActions
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.pieces import Pieces, Steps
from xenadmin_gui.gui.san.san_actions import SanActions
from xenadmin_gui.gui.sheets.conductor import Offer
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.gui.sheets.migrate import MigrateDialog
from xenadmin_gui.gui.sheets.state import task_state_word
from xenadmin_gui.gui.style import icons
from xenadmin_gui.gui.templates.template_actions import TemplateActions
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vm import VmDraft
from xenadmin_gui.operations.vmedit.edit import VmEdit

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session

_NOTHING = Snapshot("")
#: What can be done to so many VMs is worked out in one event.
_FEW = 20
_TOOL_BAR = (VmVerb.START, VmVerb.SHUTDOWN, VmVerb.MIGRATE)


class VmActions(QObject):
    """Enabled by snapshot and selection; a disabled one says why in its tool tip."""

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._keeper = sheet_keeper(session, bridge)
        self._keeper.task_ended.connect(self._on_task_ended)
        self._snapshot: Snapshot | None = None
        self._selection: tuple[Key, ...] = ()
        self._uuids: tuple[str, ...] = ()
        self._judging = Pieces(self)
        self.actions: dict[VmVerb, QAction] = {}
        for verb in verbs.ORDER:
            action = QAction(icons.action_icon(verbs.ICONS[verb]), verbs.action_text(verb), self)
            action.setObjectName(f"vm_{verb.value}")
            if verb in verbs.SHORTCUTS:
                action.setShortcut(QKeySequence(verbs.SHORTCUTS[verb]))
            action.triggered.connect(partial(self.run, verb))
            self.actions[verb] = action
        self.all_on_host = QAction(icons.action_icon("migrate"), "", self)
        self.all_on_host.triggered.connect(self._on_empty_host)
        self.console = ConsoleActions(window, session, bridge)
        self.life = LifeActions(window, session, bridge)
        self.install = InstallActions(window, session, bridge)
        self.san = SanActions(window, session, bridge)
        self.templates = TemplateActions(window, session, bridge)
        window.objects.library.offer(self.templates)
        self.install.library_requested.connect(self.templates.show_library)
        window.menus.host.aboutToShow.connect(self._fill_host_menu)
        window.menus.san.aboutToShow.connect(self._fill_san_menu)
        self.change = QAction(icons.action_icon("settings"), self.tr("C&hange…"), self)
        self.change.setObjectName("vm_change")
        self.change.setShortcut(QKeySequence("Ctrl+Shift+E"))
        self.change.triggered.connect(self._on_change)
        self.edit_xml = QAction(self.tr("Ed&it the definition…"), self)
        self.edit_xml.setObjectName("vm_edit_xml")
        self.edit_xml.triggered.connect(partial(self._on_change, bring=ChangeVmDialog.show_xml))
        self.cd = QAction(self.tr("&CD…"), self)
        self.cd.setObjectName("vm_cd")
        self.cd.triggered.connect(partial(self._on_change, bring=ChangeVmDialog.show_cd))
        self._lines = [QAction(self) for _ in range(4)]
        for line in self._lines:
            line.setSeparator(True)
        self._refresh(is_other=True)

    def update(self, snapshot: Snapshot, selection: tuple[Key, ...]) -> None:
        """Follow the cluster and the selection."""
        if snapshot is self._snapshot and selection == self._selection:
            return
        is_other = selection != self._selection
        self._snapshot, self._selection = snapshot, selection
        self._uuids = tuple(key.id for key in selection if key.kind is Kind.VM)
        self._refresh(is_other=is_other)

    def tool_bar_actions(self) -> list[QAction]:
        """Return the verbs that are used most."""
        verbs_ = [self.actions[verb] for verb in _TOOL_BAR]
        return [*verbs_, self.console.open, self.install.new]

    def menu_actions(self) -> list[QAction]:
        """Return every verb, in the order of the VM menu."""
        return [self.install.new, self._lines[0], *self._of_vms(), self.life.deleted]

    def _of_vms(self) -> list[QAction]:
        """Return what is done to selected VMs, in groups."""
        of_state = [self.actions[verb] for verb in verbs.ORDER if verb is not VmVerb.MIGRATE]
        life = self.life
        return [
            *of_state,
            self._lines[1],
            self.actions[VmVerb.MIGRATE],
            self.console.open,
            self.console.screen,
            self._lines[2],
            *(self.change, self.edit_xml, self.cd, self.install.clone, life.rename, life.history),
            *(life.protect, life.unprotect),
            self._lines[3],
            life.delete,
        ]

    def context_menu(self, selection: tuple[Key, ...]) -> QMenu:
        """Return the menu of ``selection``; the caller pops it up."""
        if self._snapshot is not None:
            self.update(self._snapshot, selection)
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._uuids:
            menu.addActions(self._of_vms())
            menu.addSeparator()
        elif self.install.fill(menu, selection):
            if self._host() is not None:
                menu.addAction(self.all_on_host)
            menu.addSeparator()
        if self._snapshot is not None:
            self.san.fill(menu, self._snapshot, selection)
            self.templates.fill(menu, self._snapshot, selection)
            menu.addSeparator()
        shell = self._window.actions_
        menu.addAction(shell.copy_name)
        if any(key.kind in (Kind.HOST, Kind.SAN_SERVER) for key in selection):
            menu.addAction(self.console.open)
            menu.addAction(shell.refresh_host)
        return menu

    def run(self, verb: VmVerb, *_: object) -> None:
        """Open the plan of ``verb`` for the selected VMs; nothing runs before it is confirmed."""
        if not self._uuids or self._snapshot is None:
            return
        if verb is VmVerb.MIGRATE:
            self._ask_where(self._uuids)
            return
        self.offer(VmDraft(verb, self._uuids))

    def offer(self, draft: VmDraft) -> None:
        """Show the preview of ``draft``."""
        offer = Offer(
            draft,
            partial(verbs.button_text, draft.verb),
            destructive=draft.verb in verbs.DESTRUCTIVE,
        )
        self._keeper.open_draft(offer, self._window)

    def _ask_where(self, uuids: tuple[str, ...]) -> None:
        if self._snapshot is None:
            return
        dialog = MigrateDialog(self._snapshot, uuids, self._window)
        dialog.draft_chosen.connect(self.offer)
        self._bridge.snapshot_changed.connect(dialog.show_snapshot)
        dialog.show()

    def _on_change(self, *_: object, bring: Callable[[ChangeVmDialog], None] | None = None) -> None:
        if self._snapshot is None or len(self._uuids) != 1:
            return
        dialog = ChangeVmDialog(self._snapshot, self._uuids[0], self._window)
        dialog.draft_chosen.connect(self._offer_change)
        if bring is not None:
            bring(dialog)
        dialog.show()

    def _offer_change(self, draft: VmEdit) -> None:
        text = self.tr("Change {vm}")

        def button(names: tuple[str, ...]) -> str:
            return text.format(vm=wording.listing(list(names)))

        self._keeper.open_draft(Offer(draft, button), self._window)

    def _fill_host_menu(self) -> None:
        """Add what can be done with the selected host below the ways to the hosts."""
        if self._snapshot is not None and self._host() is not None:
            menu = self._window.menus.host
            menu.addSeparator()
            self.install.fill(menu, self._selection)
            menu.addActions([self.all_on_host, self.console.open])
            menu.addSeparator()
            self.san.fill(menu, self._snapshot, self._selection)

    def _fill_san_menu(self) -> None:
        """Add the SAN's verbs below what the menu has; it is filled anew each time it opens."""
        if self._snapshot is not None:
            menu = self._window.menus.san
            menu.addSeparator()
            self.san.fill_whole(menu, self._snapshot, self._selection)
            menu.addSeparator()
            if all(key.kind is not Kind.VOLUME_GROUP for key in self._selection):
                self.san.fill(menu, self._snapshot, self._selection)
            menu.addSeparator()
            self.templates.fill_whole(menu)
            self.templates.fill(menu, self._snapshot, self._selection)

    def _host(self) -> str | None:
        hosts = [key.id for key in self._selection if key.kind is Kind.HOST]
        return hosts[0] if len(hosts) == 1 else None

    def _on_empty_host(self) -> None:
        host = self._host()
        if host is not None and self._snapshot is not None:
            self._ask_where(_running_on(self._snapshot, host))

    def _refresh(self, *, is_other: bool) -> None:
        """Say what can be done; to many VMs only after some turns, each verb when it is known."""
        self.console.update(self._snapshot, self._selection)
        self.life.update(self._snapshot, self._selection)
        self.install.update(self._snapshot, self._selection)
        if is_other:
            self._judging.begin(self._judge())
        else:
            self._judging.follow(self._judge)
        if len(self._uuids) <= _FEW:
            self._judging.finish()
        one = len(self._uuids) == 1 and self._snapshot is not None
        self.change.setEnabled(one and self._uuids[0] in (self._snapshot or _NOTHING).vms)
        why = self.tr("Select one VM.")
        tip = self.tr("Size, tags, disks, CD, network cards …; shows the plan first.")
        self.change.setToolTip(tip if self.change.isEnabled() else why)
        self.edit_xml.setEnabled(self.change.isEnabled())
        tip = self.tr("The whole XML, with the difference; shows the plan first.")
        self.edit_xml.setToolTip(tip if self.change.isEnabled() else why)
        self._allow_cd()
        host = self._host()
        running = _running_on(self._snapshot, host) if host and self._snapshot else ()
        text = self.tr("&Migrate every VM away from {host}…").format(host=host or "")
        self.all_on_host.setText(text)
        self.all_on_host.setEnabled(bool(running))
        nothing = self.tr("No VM runs on {host}.").format(host=host or "")
        self.all_on_host.setToolTip("" if running else nothing)

    def _judge(self) -> Steps[None]:
        for verb, action in self.actions.items():
            permission = yield from verbs.permission(self._snapshot, self._uuids, verb)
            action.setEnabled(permission.allowed)
            tip = permission.why_not or verbs.action_tip(verb)
            action.setToolTip(tip)
            action.setStatusTip(tip.replace("\n", " "))
            if len(self._uuids) > _FEW:
                yield

    def _allow_cd(self) -> None:
        vms = self._snapshot.vms if self._snapshot is not None else {}
        found = [vms[uuid] for uuid in self._uuids if uuid in vms]
        tip = self.tr("Put one into its drive, or eject it; shows the plan first.")
        if len(found) != 1:
            tip = self.tr("Select one VM.")
        elif found[0].kind in (VmKind.PV, VmKind.PVH):
            found, tip = [], self.tr("Only a VM with a firmware has a CD drive.")
        self.cd.setEnabled(len(found) == 1)
        self.cd.setToolTip(tip)

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        for verb, action in self.actions.items():
            action.setIcon(icons.action_icon(verbs.ICONS[verb]))
        self.all_on_host.setIcon(icons.action_icon("migrate"))
        self.change.setIcon(icons.action_icon("settings"))
        self.console.retint()
        self.install.retint()

    def _on_task_ended(self, task: Task) -> None:
        if task.state in (TaskState.DONE, TaskState.FAILED):
            word = task_state_word(task.state)
            self._window.say(f"{phrase(task.title)}: {word}")


def _running_on(snapshot: Snapshot, host: str) -> tuple[str, ...]:
    return tuple(vm.uuid for vm in snapshot.vms_on(host) if vm.state is VmState.RUNNING)
