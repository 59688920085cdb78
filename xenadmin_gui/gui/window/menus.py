"""The menu bar: Cluster, VM, Host, SAN, Actions, View, Help."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.style import icons
from xenadmin_gui.gui.window.shell_actions import ShellActions


class Menus(QObject):
    """Fills a menu bar; lists of clusters and machines are made when their menu opens.

    Signals:
        cluster_chosen: Name of a cluster.
        object_chosen: A machine of the Host or SAN menu (Key).
    """

    cluster_chosen = Signal(str)
    object_chosen = Signal(object)

    def __init__(self, bar: QMenuBar, actions: ShellActions) -> None:
        super().__init__(bar)
        self.cluster_names: Callable[[], Sequence[str]] = tuple
        self.snapshot: Callable[[], Snapshot | None] = lambda: None
        self.cluster = self._menu(bar, self.tr("&Cluster"))
        self.vm = self._menu(bar, self.tr("&VM"))
        self.host = self._menu(bar, self.tr("&Host"))
        self.san = self._menu(bar, self.tr("&SAN"))
        self.actions = self._menu(bar, self.tr("&Actions"))
        self.view = self._menu(bar, self.tr("V&iew"))
        self.help = self._menu(bar, self.tr("H&elp"))
        self._actions = actions
        self.cluster.aboutToShow.connect(self._fill_cluster)
        self.host.aboutToShow.connect(self._fill_host)
        self.san.aboutToShow.connect(self._fill_san)
        self._fill_cluster()
        self._fill_host()
        self._fill_san()
        self.actions.addActions([actions.palette, actions.refresh, actions.copy_name])
        self.actions_end = self.actions.addSeparator()
        self.help.addActions([actions.handbook, actions.about])
        self.needs_vm = QAction(self.tr("Open a cluster first"), self)
        self.needs_vm.setEnabled(False)
        self.vm.addAction(self.needs_vm)

    def show_vm_actions(self, actions: Iterable[QAction]) -> None:
        """Put the verbs of the VMs into their menu."""
        self.vm.clear()
        self.vm.addActions(list(actions))

    def fill_view(self, panels: Iterable[QAction]) -> None:
        """Put views, panels and appearance into the View menu."""
        own = self._actions
        self.view.clear()
        self.view.addActions(own.views)
        self.view.addSeparator()
        self.view.addActions([own.back, own.forward, own.find])
        self.view.addSeparator()
        self.view.addActions(list(panels))
        self.view.addActions([own.next_pane, own.previous_pane])
        self.view.addSeparator()
        appearance = self.view.addMenu(self.tr("&Appearance"))
        appearance.addActions(own.appearance.actions())

    def _menu(self, bar: QMenuBar, title: str) -> QMenu:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _fill_cluster(self) -> None:
        own = self._actions
        self.cluster.clear()
        names = self.cluster_names()
        for name in names:
            action = self.cluster.addAction(icons.action_icon("cluster"), name)
            action.triggered.connect(lambda *_, name=name: self.cluster_chosen.emit(name))
        if names:
            self.cluster.addSeparator()
        self.cluster.addActions([own.add_cluster, own.demo])
        self.cluster.addSeparator()
        self.cluster.addActions([own.refresh, own.preferences])
        self.cluster.addSeparator()
        self.cluster.addActions([own.close_window, own.quit])

    def _fill_host(self) -> None:
        snapshot = self.snapshot()
        self._fill_machines(self.host, snapshot.hosts if snapshot else ())

    def _fill_san(self) -> None:
        snapshot = self.snapshot()
        self._fill_machines(self.san, snapshot.san_servers if snapshot else ())
        if snapshot:
            self.san.addAction(self._actions.show_active_san)

    def _fill_machines(self, menu: QMenu, servers: Sequence[Server]) -> None:
        menu.clear()
        for server in servers:
            text = self.tr("Go to {name}").format(name=server.name)
            action = menu.addAction(icons.state_icon(server.health), text)
            action.triggered.connect(lambda *_, key=server.key: self._choose(key))
        if servers:
            menu.addSeparator()
        menu.addAction(self._actions.refresh_host)

    def _choose(self, key: Key) -> None:
        self.object_chosen.emit(key)
