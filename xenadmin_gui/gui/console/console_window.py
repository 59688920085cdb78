"""The window of consoles and shells, one tab each; a second one of the same thing is not opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QToolButton, QWidget
from shiboken6 import isValid

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.gui.console.pane import TerminalPane
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.style import icons
from xenadmin_gui.gui.widgets.room import resize_within

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session


class ConsoleWindow(QMainWindow):
    """Closing a tab hangs up; closing the window hangs up everything in it.

    A tab can have a window of its own; closing the first window closes those too.
    """

    def __init__(self, session: Session, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self._bridge = bridge
        self.tabs = QTabWidget(self, tabsClosable=True, movable=True)
        self.tabs.setDocumentMode(True)
        self.tabs.tabCloseRequested.connect(self._on_close_requested)
        self.tabs.currentChanged.connect(self._on_current_changed)
        self._others: list[ConsoleWindow] = []
        self.own_window = QToolButton()
        self.own_window.setText(self.tr("&Own window"))
        self.own_window.setIcon(icons.action_icon("screen"))
        self.own_window.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.own_window.setAutoRaise(True)
        self.own_window.setToolTip(self.tr("Shows this tab in a window of its own; it goes on."))
        self.own_window.clicked.connect(lambda: self.detach(self.tabs.currentIndex()))
        self.tabs.setCornerWidget(self.own_window)
        self.setCentralWidget(self.tabs)
        self.setWindowTitle(self.tr("Consoles"))
        resize_within(self, 820, 560)

    def open_terminal(self, key: Key) -> TerminalPane:
        """Show the console of a VM or the shell of a machine; opens it when it is not there."""
        self._others = [other for other in self._others if isValid(other)]
        for window in (self, *self._others):
            if (pane := window._pane_of(key)) is not None:
                window.show_pane(pane)
                return pane
        pane = TerminalPane(self._session, self._bridge, key, self)
        self.adopt(pane)
        return pane

    def adopt(self, pane: TerminalPane) -> None:
        """Take ``pane`` as a tab, and show it."""
        index = self.tabs.addTab(pane, icons.kind_icon(pane.key.kind), self._name(pane.key))
        pane.state_changed.connect(partial(self._on_state, pane))
        self.tabs.setTabToolTip(index, self._name(pane.key))
        self.show_pane(pane)

    def show_pane(self, pane: TerminalPane) -> None:
        """Bring a tab of this window to the front, and give it the keyboard."""
        self.tabs.setCurrentWidget(pane)
        self.own_window.setEnabled(self.tabs.count() > 1)
        self.show()
        self.raise_()
        self.activateWindow()
        pane.view.setFocus()

    def detach(self, index: int) -> ConsoleWindow | None:
        """Give a tab a window of its own, where its program goes on; not the only one here."""
        pane = self.tabs.widget(index)
        if not isinstance(pane, TerminalPane) or self.tabs.count() < 2:
            return None
        other = ConsoleWindow(self._session, self._bridge, self.parentWidget())
        other.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._others.append(other)
        self.tabs.removeTab(index)
        self.own_window.setEnabled(self.tabs.count() > 1)
        other.adopt(pane)
        return other

    def shut_down(self) -> None:
        """Hang up everything."""
        while self.tabs.count():
            self._on_close_requested(0)
        for other in filter(isValid, self._others):
            other.close()
        self._others.clear()

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
        self.own_window.setEnabled(self.tabs.count() > 1)
        if not self.tabs.count():
            if self.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
                self.close()
            self.hide()

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        name = self.tabs.tabText(index) if index >= 0 else ""
        title = self.tr("{name} – console").format(name=name)
        self.setWindowTitle(title if name else self.tr("Consoles"))
