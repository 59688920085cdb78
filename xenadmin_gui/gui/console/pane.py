"""A terminal with what belongs to it: its state, find, paste, and the way to connect again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.console.screen import TerminalScreen
from xenadmin_gui.gui.console.terminal_view import TerminalView
from xenadmin_gui.gui.console.wire import Wire
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.session.consoles import Place, place_of

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session

_AGAIN_MS = 2000


class TerminalPane(QWidget):
    """Follows its VM: after a migration it connects to the new host, and takes no focus for that.

    Signals:
        state_changed: The pane's state in a few words.
    """

    state_changed = Signal(str)

    def __init__(
        self, session: Session, bridge: Bridge, key: Key, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._bridge = bridge
        self._place: Place | None = None
        self._wants = True
        self.screen_ = TerminalScreen()
        self.view = TerminalView(self.screen_, self)
        self.wire = Wire(session, bridge, self.screen_, self)
        self._build()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.connect_now)
        self.view.typed.connect(self.wire.write)
        self.view.resized.connect(self.wire.resize)
        self.view.find_requested.connect(self.show_find)
        self.view.released.connect(self.release_keyboard)
        self.wire.fed.connect(lambda _bytes: self.view.refresh_soon())
        self.wire.opened.connect(self._on_opened)
        self.wire.ended.connect(self._on_ended)
        bridge.snapshot_changed.connect(self._on_snapshot)
        self.setFocusProxy(self.view)
        QTimer.singleShot(0, self, self.connect_now)

    def shut_down(self) -> None:
        """Hang up."""
        self._wants = False
        self._again.stop()
        self.wire.close()

    def connect_now(self) -> None:
        """Open the terminal where it is to be had."""
        self._wants = True
        snapshot = self._bridge.snapshot
        self._place = None if snapshot is None else place_of(snapshot, self.key)
        if self._place is None:
            self._tell(self.tr("Waits until it runs on a host that answers."))
            return
        self._tell(self.tr("Connecting to {host} …").format(host=self._place.server))
        self.wire.open(self._place.server, self._place.command)

    def show_find(self) -> None:
        """Open the line to search with."""
        self.find_line.show()
        self.find_line.setFocus()
        self.find_line.selectAll()

    def release_keyboard(self) -> None:
        """Give the keyboard back to the window: its shortcuts work again."""
        self.again_button.setFocus()

    def _build(self) -> None:
        self.state = QLabel()
        self.find_line = QLineEdit(clearButtonEnabled=True)
        self.find_line.setPlaceholderText(self.tr("Search upwards, Return for the next"))
        self.find_line.hide()
        self.find_line.returnPressed.connect(self._on_find)
        leave = QAction(self.find_line)
        leave.setShortcut("Esc")
        leave.triggered.connect(self._on_find_left)
        self.find_line.addAction(leave)
        line = QHBoxLayout()
        line.setContentsMargins(spacing.S, spacing.XS, spacing.S, spacing.XS)
        line.addWidget(self.state, 1)
        line.addWidget(self.find_line)
        self.again_button = self._button("retry", self.tr("Connect again"), self.connect_now)
        paste = self._button("copy", self.tr("Type the clipboard"), self.view.paste)
        paste.setToolTip(self.tr("Types the clipboard's text as keystrokes (Ctrl+Shift+V)"))
        find = self._button("search", self.tr("Find"), self.show_find)
        find.setToolTip(self.tr("Searches the scroll-back (Ctrl+Shift+F)"))
        free = self._button("back", self.tr("Release keyboard"), self.release_keyboard)
        free.setToolTip(self.tr("The window gets its shortcuts back (Ctrl+Alt+Return)"))
        for button in (self.again_button, paste, find, free):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        self._found = -1

    def _button(self, icon: str, text: str, call: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.action_icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: call())
        return button

    def _tell(self, words: str) -> None:
        self.state.setText(words)
        self.state_changed.emit(words)

    def _on_opened(self) -> None:
        place = self._place
        self._tell(self.tr("On {host}").format(host=place.server if place else ""))
        self.again_button.setEnabled(True)

    def _on_ended(self, reason: str) -> None:
        self.screen_.note(reason)
        self.view.refresh_soon()
        self._tell(reason)
        snapshot = self._bridge.snapshot
        now = None if snapshot is None else place_of(snapshot, self.key)
        if self._wants and self.key.kind is Kind.VM and now != self._place:
            self._again.start()

    def _on_snapshot(self, snapshot: Snapshot, _changed: object) -> None:
        if not self._wants or self.wire.is_open or self._again.isActive():
            return
        now = place_of(snapshot, self.key)
        if now is not None and now != self._place:
            self._again.start()

    def _on_find(self) -> None:
        screen = self.screen_
        before = self._found if screen.oldest <= self._found < screen.end else screen.end
        found = screen.find(self.find_line.text(), before)
        self._found = -1 if found is None else found
        if found is None:
            self._tell(self.tr("Nothing further up contains that."))
        else:
            self.view.scroll_to(found)

    def _on_find_left(self) -> None:
        self.find_line.hide()
        self.view.setFocus()
