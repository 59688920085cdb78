"""The parts of a window that other rooms of the gui make: docks, verbs, drill."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDockWidget, QMenu

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.dialogs.add_cluster import AddClusterDialog
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session


class VmActionsPort(Protocol):
    """What the window needs of the verbs of the VMs."""

    def update(self, snapshot: Snapshot, selection: tuple[Key, ...]) -> None: ...

    def tool_bar_actions(self) -> list[QAction]: ...

    def menu_actions(self) -> list[QAction]: ...

    def context_menu(self, selection: tuple[Key, ...]) -> QMenu: ...


def preload() -> None:
    """Import what ``make_…`` needs; off the GUI thread, while the welcome is shown."""
    for room in (
        "docks.tasks",
        "docks.commands",
        "docks.log",
        "actions.vm_actions",
        "dialogs.attendant",
        "drillmenu",
    ):
        import_module(f"xenadmin_gui.gui.{room}")


def make_docks(session: Session, bridge: Bridge) -> list[QDockWidget]:
    """Return the docks in the order of their tabs."""
    from xenadmin_gui.gui.docks.commands import CommandsDock
    from xenadmin_gui.gui.docks.log import LogDock
    from xenadmin_gui.gui.docks.tasks import TasksDock

    return [TasksDock(session, bridge), CommandsDock(session), LogDock()]


def make_vm_actions(window: MainWindow, session: Session, bridge: Bridge) -> VmActionsPort:
    """Return the verbs of the VMs for one window."""
    from xenadmin_gui.gui.actions.vm_actions import VmActions

    return VmActions(window, session, bridge)


def make_drill_menu(window: MainWindow, session: Session) -> QMenu | None:
    """Return the Drill menu of a simulated cluster, None on a real one."""
    if session.drill is None:
        return None
    from xenadmin_gui.gui.drillmenu import DrillMenu

    menu = DrillMenu(session, window)
    menu.said.connect(window.say)
    return menu


def attend(window: MainWindow, session: Session, bridge: Bridge) -> None:
    """Have cut-off plans and host keys asked about while the window is open."""
    from xenadmin_gui.gui.dialogs.attendant import Attendant

    Attendant(window, session, bridge)


def make_add_dialog(window: MainWindow) -> AddClusterDialog:
    """Return the dialog that finds and adds a cluster."""
    from xenadmin_gui.gui.dialogs.add_cluster import AddClusterDialog

    return AddClusterDialog(window)


def show_preferences(window: MainWindow) -> None:
    """Show the preferences."""
    from xenadmin_gui.gui.dialogs.preferences import PreferencesDialog

    _open(PreferencesDialog(window))


def show_about(window: MainWindow) -> None:
    """Show what this program is."""
    from xenadmin_gui.gui.dialogs.about import AboutDialog

    _open(AboutDialog(window))


def show_handbook(window: MainWindow) -> None:
    """Show the handbook; without a cluster the page that says how one is built."""
    from xenadmin_gui.gui.window.handbook import BUILD, PAGES, HandbookDialog

    dialog = HandbookDialog(window, PAGES[0] if window.session is not None else BUILD)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def retint(things: Iterable[object]) -> None:
    """Tell every part that can be told that the colours changed."""
    for thing in things:
        call = getattr(thing, "retint", None)
        if call is not None:
            call()


def shut_down(docks: Iterable[QDockWidget]) -> None:
    """Let the docks go of the session."""
    for dock in docks:
        call = getattr(dock, "shut_down", None)
        if call is not None:
            call()
