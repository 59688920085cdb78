"""The actions of the window itself: going, finding, refreshing, appearance."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from xenadmin_gui.gui.style import icons
from xenadmin_gui.gui.style.palette import Appearance


class ShellActions(QObject):
    """Made once a window; the window connects them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icons: list[tuple[QAction, str]] = []
        tr = self.tr
        self.back = self._make(tr("&Back"), "Alt+Left", "back")
        self.forward = self._make(tr("&Forward"), "Alt+Right", "forward")
        self.refresh = self._make(tr("&Refresh"), "F5", "refresh")
        self.refresh.setToolTip(tr("Ask every machine now (F5)"))
        self.find = self._make(tr("Filter the &tree"), "Ctrl+F", "search")
        self.palette = self._make(tr("&Search or run…"), "Ctrl+K", "search")
        self.next_pane = self._make(tr("&Next pane"), "F6")
        self.previous_pane = self._make(tr("&Previous pane"), "Shift+F6")
        self.views = [
            self._make(tr("&Cluster"), "Ctrl+1"),
            self._make(tr("&SAN"), "Ctrl+2"),
            self._make(tr("&VMs"), "Ctrl+3"),
        ]
        self.add_cluster = self._make(tr("&Add cluster…"), "", "add")
        self.demo = self._make(tr("&Demonstration cluster"), "", "look")
        self.preferences = self._make(tr("&Preferences…"), "Ctrl+,", "settings")
        self.close_window = self._make(tr("&Close window"), "Ctrl+W", "close")
        self.quit = self._make(tr("&Quit"), "Ctrl+Q")
        self.handbook = self._make(tr("&Handbook"), "F1", "book")
        self.about = self._make(tr("&About xenadmin"), "", "info")
        self.copy_name = self._make(tr("Copy &name"), "", "copy")
        self.refresh_host = self._make(tr("&Ask this machine now"), "", "refresh")
        self.show_active_san = self._make(tr("&Show the active SAN server"), "", "san")
        self.appearance = QActionGroup(self)
        for wanted, name in (
            (Appearance.SYSTEM, tr("As the &desktop")),
            (Appearance.LIGHT, tr("&Light")),
            (Appearance.DARK, tr("&Dark")),
        ):
            action = self.appearance.addAction(name)
            action.setCheckable(True)
            action.setData(wanted)

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        for action, icon in self._icons:
            action.setIcon(icons.action_icon(icon))

    def all(self) -> list[QAction]:
        """Return every action that the command palette may offer."""
        return [a for a in self.children() if isinstance(a, QAction)]

    def _make(self, text: str, keys: str, icon: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        if icon:
            action.setIcon(icons.action_icon(icon))
            self._icons.append((action, icon))
        return action


def connect_all(pairs: list[tuple[QAction, Callable[[], object]]]) -> None:
    """Let each action call its function."""
    for action, call in pairs:
        action.triggered.connect(lambda *_, call=call: call())
