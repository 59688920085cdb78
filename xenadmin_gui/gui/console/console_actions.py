"""The actions that open the consoles of a VM, or a shell on a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.console.screen_action import ScreenAction
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.gui.style import icons

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.console.console_window import ConsoleWindow
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session

_MACHINES = (Kind.HOST, Kind.SAN_SERVER)


class ConsoleActions(QObject):
    """Owns the window of the consoles, which is made when it is first asked for."""

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._bridge = bridge
        self._consoles: ConsoleWindow | None = None
        self._key: Key | None = None
        self.open = QAction(icons.action_icon("console"), self.tr("Cons&ole"), self)
        self.open.setObjectName("console")
        self.open.setShortcut(QKeySequence("Ctrl+Shift+T"))
        self.open.triggered.connect(self.open_selected)
        self._screens = ScreenAction(window, session, bridge)
        self.screen = self._screens.action
        keeper = sheet_keeper(session, bridge)
        keeper.console_requested.connect(lambda key: self.consoles().open_terminal(key))
        window.closed.connect(self._on_window_closed)
        self.update(None, ())

    def update(self, snapshot: Snapshot | None, selection: tuple[Key, ...]) -> None:
        """Follow the selection."""
        self._screens.update(snapshot, selection)
        fitting = [key for key in selection if key.kind in (Kind.VM, *_MACHINES)]
        self._key = fitting[0] if len(selection) == 1 and fitting else None
        is_machine = self._key is not None and self._key.kind in _MACHINES
        text = self.tr("Sh&ell on {host}").format(host=self._key.id if self._key else "")
        self.open.setText(text if is_machine else self.tr("Cons&ole"))
        self.open.setIconText(self.tr("Shell") if is_machine else self.tr("Console"))
        self.open.setEnabled(self._key is not None and snapshot is not None)
        if is_machine:
            tip = self.tr("A shell on this machine, over the connection that is there already.")
        else:
            tip = self.tr("The text console of the VM, over the connection to its host.")
        self.open.setToolTip(tip if self._key else self.tr("Select one VM or one machine."))

    def open_selected(self) -> None:
        """Open what is selected."""
        if self._key is not None:
            self.consoles().open_terminal(self._key)

    def consoles(self) -> ConsoleWindow:
        """Return the window of the consoles."""
        if self._consoles is None:
            from xenadmin_gui.gui.console.console_window import ConsoleWindow

            self._consoles = ConsoleWindow(self._session, self._bridge, self._window)
        return self._consoles

    def retint(self) -> None:
        """Draw the icon anew in the scheme in force."""
        self.open.setIcon(icons.action_icon("console"))
        self._screens.retint()

    def _on_window_closed(self) -> None:
        if self._consoles is not None:
            self._consoles.close()
