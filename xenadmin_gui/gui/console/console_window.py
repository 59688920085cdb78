"""The window of consoles and shells, one tab each; a second one of the same thing is not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.gui.console.pane import TerminalPane
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.style import icons
from xenadmin_gui.gui.widgets.room import resize_within

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session


class ConsoleWindow(QMainWindow):
    """Closing a tab hangs up; closing the window hangs up everything."""

    def __init__(self, session: Session, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self._bridge = bridge
        self.tabs = QTabWidget(self, tabsClosable=True, movable=True)
        self.tabs.setDocumentMode(True)
        self.tabs.tabCloseRequested.connect(self._on_close_requested)
        self.tabs.currentChanged.connect(self._on_current_changed)
        self.setCentralWidget(self.tabs)
        self.setWindowTitle(self.tr("Consoles"))
        resize_within(self, 820, 560)

    def open_terminal(self, key: Key) -> TerminalPane:
        """Show the console of a VM or the shell of a machine; opens it when it is not there."""
        pane = self._pane_of(key)
        if pane is None:
            pane = TerminalPane(self._session, self._bridge, key, self)
            index = self.tabs.addTab(pane, icons.kind_icon(key.kind), self._name(key))
            pane.state_changed.connect(lambda words: self._on_state(pane, words))
            self.tabs.setTabToolTip(index, self._name(key))
        self.tabs.setCurrentWidget(pane)
        self.show()
        self.raise_()
        self.activateWindow()
        pane.view.setFocus()
        return pane

    def shut_down(self) -> None:
        """Hang up everything."""
        while self.tabs.count():
            self._on_close_requested(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shut_down()
        super().closeEvent(event)

    def _pane_of(self, key: Key) -> TerminalPane | None:
        panes = (self.tabs.widget(n) for n in range(self.tabs.count()))
        return next((p for p in panes if isinstance(p, TerminalPane) and p.key == key), None)

    def _name(self, key: Key) -> str:
        snapshot = self._bridge.snapshot
        return key.id if snapshot is None else lookup.name_of(snapshot, key)

    def _on_state(self, pane: TerminalPane, words: str) -> None:
        self.tabs.setTabToolTip(self.tabs.indexOf(pane), f"{self._name(pane.key)}: {words}")

    @Slot(int)
    def _on_close_requested(self, index: int) -> None:
        pane = self.tabs.widget(index)
        self.tabs.removeTab(index)
        if isinstance(pane, TerminalPane):
            pane.shut_down()
        if pane is not None:
            pane.deleteLater()
        if not self.tabs.count():
            self.hide()

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        name = self.tabs.tabText(index) if index >= 0 else ""
        title = self.tr("{name} – console").format(name=name)
        self.setWindowTitle(title if name else self.tr("Consoles"))
