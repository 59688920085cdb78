"""The main window of one cluster: trees left, the selected object in the centre, docks below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QStatusTipEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.gui import faults
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import flat
from xenadmin_gui.gui.style.palette import Appearance
from xenadmin_gui.gui.window import command_palette, parts, settings
from xenadmin_gui.gui.window.asking import Asking
from xenadmin_gui.gui.window.history import History
from xenadmin_gui.gui.window.menus import Menus
from xenadmin_gui.gui.window.navigator import Navigator, View
from xenadmin_gui.gui.window.object_view import ObjectView
from xenadmin_gui.gui.window.panes import give_focus, next_pane
from xenadmin_gui.gui.window.shell_actions import ShellActions, connect_all
from xenadmin_gui.gui.window.status_line import StatusLine
from xenadmin_gui.gui.window.tool_bar import MainToolBar
from xenadmin_gui.gui.window.turns import Turns
from xenadmin_gui.gui.window.welcome_page import WelcomePage

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session


class MainWindow(QMainWindow):
    """Shows the welcome until a session is attached.

    Attributes:
        snapshot: What every visible part shows; None before the first is shown whole.
        session, bridge: Of the cluster that is shown; None before one is attached.

    Signals:
        selection_changed: Selected objects (tuple of Key).
        cluster_requested: Another cluster by name; ``demo_requested``, ``add_requested``,
            ``read_requested``, ``preferences_requested``, ``about_requested``,
            ``quit_requested``: what their actions say.
        appearance_requested: An ``Appearance``.
        closed: The window is gone.
    """

    selection_changed = Signal(object)
    cluster_requested = Signal(str)
    demo_requested = Signal()
    add_requested = Signal()
    read_requested = Signal()
    preferences_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()
    appearance_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.snapshot: Snapshot | None = None
        self.session: Session | None = None
        self.bridge: Bridge | None = None
        self._vm_actions: parts.VmActionsPort | None = None
        self._docks: list[QDockWidget] = []
        self._history = History()
        self._is_travelling = False
        self.setObjectName("MainWindow")
        self.setWindowTitle(self.tr("xenadmin"))
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.BottomDockWidgetArea, QTabWidget.TabPosition.North)
        self.actions_ = ShellActions(self)
        self.addActions(self.actions_.all())
        self.menus = Menus(self.menuBar(), self.actions_)
        self.menus.snapshot = lambda: self.snapshot
        self.menus.cluster_chosen.connect(self.cluster_requested)
        self.menus.object_chosen.connect(self.open_object)
        self.welcome = WelcomePage(self)
        self.navigator = Navigator(self)
        self._asking = Asking(self)
        self.objects = ObjectView(self._asking.events, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.navigator)
        self._splitter.addWidget(self.objects)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([300, 880])
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.welcome)
        self._centre.addWidget(self._splitter)
        self.setCentralWidget(self._centre)
        self.status = StatusLine(self)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().hide()
        self._tool_bar = MainToolBar(self.actions_, self)
        self.addToolBar(self._tool_bar)
        self._tool_bar.hide()
        self._turns = Turns(
            (
                self.navigator.show_snapshot,
                self.status.show_snapshot,
                self._tool_bar.show_snapshot,
                self._show_in_centre,
                self._on_shown,
            ),
            self,
        )
        self._connect()
        self.menus.fill_view([])
        self._restore_size()

    # opening and closing

    def attach(self, session: Session) -> None:
        """Show the cluster of ``session`` from now on; the window closes it in the end."""
        self.session = session
        self.bridge = Bridge(session, self)
        self._asking.attach(session, self.bridge)
        self.status.clock = session.clock
        self._docks = parts.make_docks(session, self.bridge)
        for dock in self._docks:
            self._add_dock(dock)
        self._vm_actions = parts.make_vm_actions(self, session, self.bridge)
        self.menus.show_vm_actions(self._vm_actions.menu_actions())
        self._tool_bar.show_verbs(self._vm_actions.tool_bar_actions())
        drill = parts.make_drill_menu(self, session)
        if drill is not None:
            self.menuBar().insertMenu(self.menus.help.menuAction(), drill)
        self.menus.fill_view([dock.toggleViewAction() for dock in self._docks])
        title = phrase(session.config.title) or session.name
        self.setWindowTitle(self.tr("{name} – xenadmin").format(name=title))
        self._centre.setCurrentWidget(self._splitter)
        self._tool_bar.show()
        self.statusBar().show()
        self._restore_docks()
        self._flatten_tabs()
        self.bridge.snapshot_changed.connect(self._on_snapshot)
        self.bridge.start()
        parts.attend(self, session, self.bridge)
        self.navigator.tree.setFocus()
        if session.notice:
            self.status.say(session.notice, seconds=30.0)

    def closeEvent(self, event: QCloseEvent) -> None:
        store = settings.window_settings()
        store.setValue("geometry", self.saveGeometry())
        if self.session is not None:
            store.setValue("docks", self.saveState())
            store.setValue("splitter", self._splitter.saveState())
        self._turns.stop()
        self.navigator.stop()
        self.status.stop()
        parts.shut_down(self._docks)
        if self.bridge is not None:
            self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()

    def _restore_size(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(1180, room.width()), min(740, room.height()))
        self.restoreGeometry(settings.load_bytes(settings.window_settings(), "geometry"))

    def _restore_docks(self) -> None:
        store = settings.window_settings()
        self.restoreState(settings.load_bytes(store, "docks"))
        splitter = settings.load_bytes(store, "splitter")
        if not splitter.isEmpty():
            self._splitter.restoreState(QByteArray(splitter))
        elif self._docks:
            height = min(170, self.height() // 4)
            self.resizeDocks(self._docks[:1], [height], Qt.Orientation.Vertical)

    # what others ask of the window

    def selection(self) -> tuple[Key, ...]:
        """Return the selected objects."""
        return self.navigator.selection()

    def open_object(self, key: Key) -> None:
        """Select an object in the trees and show its page, also when no tree has it."""
        if not self.navigator.select(key):
            self._show((key,))

    def show_appearance(self, appearance: Appearance) -> None:
        """Tick the appearance that is in force."""
        for action in self.actions_.appearance.actions():
            action.setChecked(action.data() == appearance)

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot for a few seconds."""
        self.status.say(sentence)

    def show_error(self, error: BaseException) -> None:
        """Show a calm box with the sentence of ``error`` and the next step; does not wait."""
        faults.error_box(error, self).open()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Bring every visible part to ``snapshot``; with many VMs each in a turn of its own."""
        self._turns.show(snapshot)

    def _show_in_centre(self, snapshot: Snapshot) -> None:
        if self.snapshot is None and not self.selection():
            self.navigator.select(Key(Kind.CLUSTER, snapshot.cluster))
        elif self._shown:
            self.objects.show_objects(snapshot, self._shown)

    def _on_shown(self, snapshot: Snapshot) -> None:
        self._update_actions()
        self.snapshot = snapshot

    # reactions

    _shown: tuple[Key, ...] = ()

    def _on_snapshot(self, snapshot: Snapshot, changed: Difference) -> None:
        del changed
        self.show_snapshot(snapshot)

    def _on_selection(self, keys: tuple[Key, ...]) -> None:
        if keys:
            self._show(keys)
        else:
            self._update_actions()
        self.selection_changed.emit(keys)

    def _show(self, keys: tuple[Key, ...]) -> None:
        self._shown = keys
        if self._turns.newest is None:
            return
        self.objects.show_objects(self._turns.newest, keys)
        if len(keys) == 1 and not self._is_travelling:
            self._history.visit(keys[0])
        self._update_actions()

    def _update_actions(self) -> None:
        own = self.actions_
        keys = self.selection()
        own.back.setEnabled(self._history.can_go_back)
        own.forward.setEnabled(self._history.can_go_forward)
        is_open = self.session is not None
        own.refresh.setEnabled(is_open)
        own.copy_name.setEnabled(bool(keys))
        machines = any(key.kind in (Kind.HOST, Kind.SAN_SERVER) for key in keys)
        own.refresh_host.setEnabled(is_open and machines)
        newest = self._turns.newest
        active = newest.san.active_server if newest else None
        own.show_active_san.setEnabled(active is not None)
        if self._vm_actions is not None and newest is not None:
            self._vm_actions.update(newest, keys)

    def _on_menu_requested(self, keys: tuple[Key, ...], point: QPoint) -> None:
        if self._vm_actions is not None:
            self._vm_actions.context_menu(keys).popup(point)

    def _travel(self, key: Key | None) -> None:
        if key is None:
            return
        self._is_travelling = True
        self.open_object(key)
        self._is_travelling = False
        self._update_actions()

    def _refresh_machines(self) -> None:
        kinds = (Kind.HOST, Kind.SAN_SERVER)
        self._asking.refresh(tuple(key.id for key in self.selection() if key.kind in kinds))

    def _copy_name(self) -> None:
        if self.snapshot is not None:
            names = [lookup.name_of(self.snapshot, key) for key in self.selection()]
            QGuiApplication.clipboard().setText("\n".join(names))

    def _show_active_san(self) -> None:
        active = self.snapshot.san.active_server if self.snapshot else None
        server = self.snapshot.servers.get(active) if self.snapshot and active else None
        if server is not None:
            self.open_object(server.key)

    def _search_or_run(self) -> None:
        dialog = command_palette.palette_of(self.snapshot, self.menuBar(), self)
        dialog.object_chosen.connect(self.open_object)
        dialog.move(self._tool_bar.below_search(dialog.width()))
        dialog.open()

    def _go_to_pane(self, step: int) -> None:
        panes: list[QWidget] = [self.navigator.tree, self.objects.tabs]
        panes += [d for d in self._docks if d.isVisible() and _is_in_front(d)]
        panes.append(self.status.machines)
        give_focus(next_pane(panes, self.focusWidget(), step))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.status.say(event.tip(), seconds=30.0)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_tool_bar"):
            self.retint()

    def retint(self) -> None:
        """Draw icons and colours anew in the scheme in force."""
        self.actions_.retint()
        self._tool_bar.retint(self.actions_)
        self.welcome.retint()
        self.navigator.retint()
        self.objects.retint()
        self.status.retint()
        parts.retint([self._vm_actions, *self._docks])
        self._flatten_tabs()

    def _flatten_tabs(self) -> None:
        for tabs in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tabs.setDrawBase(False)
            tabs.setExpanding(False)
            flat.flatten_tabs(tabs)

    # making

    def _add_dock(self, dock: QDockWidget) -> None:
        dock.setTitleBarWidget(QWidget(dock))
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        first = self._docks[0]
        if dock is not first:
            self.tabifyDockWidget(first, dock)
        first.raise_()
        requested = getattr(dock, "object_requested", None)
        if requested is not None:
            requested.connect(self.open_object)

    def _connect(self) -> None:
        own = self.actions_
        self.navigator.selection_changed.connect(self._on_selection)
        self._asking.refreshed.connect(self.show_snapshot)
        self._asking.failed.connect(self.show_error)
        self._asking.said.connect(self.say)
        self.navigator.opened.connect(lambda key: self.objects.tabs.setFocus())
        self.navigator.menu_requested.connect(self._on_menu_requested)
        self.objects.opened.connect(self.open_object)
        self.objects.menu_requested.connect(self._on_menu_requested)
        self.status.chosen.connect(self.open_object)
        self.welcome.cluster_requested.connect(self.cluster_requested)
        for signal, source in (
            (self.add_requested, self.welcome.add_requested),
            (self.demo_requested, self.welcome.demo_requested),
            (self.read_requested, self.welcome.read_requested),
        ):
            source.connect(signal)
        own.appearance.triggered.connect(
            lambda action: self.appearance_requested.emit(action.data())
        )
        for action, view in zip(own.views, View, strict=True):
            action.triggered.connect(lambda *_, view=view: self.navigator.show_view(view))
        self._tool_bar.search_requested.connect(self._search_or_run)
        connect_all(
            [
                (own.back, lambda: self._travel(self._history.back())),
                (own.forward, lambda: self._travel(self._history.forward())),
                (own.refresh, self._asking.refresh),
                (own.refresh_host, self._refresh_machines),
                (own.find, self.navigator.filter_line.setFocus),
                (own.palette, self._search_or_run),
                (own.next_pane, lambda: self._go_to_pane(1)),
                (own.previous_pane, lambda: self._go_to_pane(-1)),
                (own.add_cluster, self.add_requested.emit),
                (own.demo, self.demo_requested.emit),
                (own.preferences, self.preferences_requested.emit),
                (own.close_window, self.close),
                (own.quit, self.quit_requested.emit),
                (own.handbook, self.read_requested.emit),
                (own.about, self.about_requested.emit),
                (own.copy_name, self._copy_name),
                (own.show_active_san, self._show_active_san),
            ]
        )


def _is_in_front(dock: QDockWidget) -> bool:
    return not dock.visibleRegion().isEmpty()
