"""Ctrl+K: one line that finds every object and every action by a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMenuBar,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot, objects_of
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.style import icons, spacing

_MOST = 40
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: an object to go to or an action to run.

    Attributes:
        note: Its kind or shortcut; of an action that cannot run now, why.
    """

    name: str
    note: str
    target: Key | QAction

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter does something with it now."""
        return isinstance(self.target, Key) or self.target.isEnabled()


def object_entries(snapshot: Snapshot) -> list[Entry]:
    """Return every object of ``snapshot``, VMs and machines first."""
    first = {Kind.VM: 0, Kind.HOST: 1, Kind.SAN_SERVER: 1}
    words = {kind: wording.kind_word(kind) for kind in Kind}
    found = sorted(objects_of(snapshot).items(), key=lambda item: first.get(item[0].kind, 2))
    return [Entry(lookup.title_of(subject), words[key.kind], key) for key, subject in found]


def menu_entries(bar: QMenuBar) -> list[Entry]:
    """Return what the menus would show now, each action once; of a submenu with its name."""
    found: list[Entry] = []
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()  # some are filled only when they open
            found += action_entries(menu.actions())
    return list({id(entry.target): entry for entry in found}.values())


def action_entries(actions: Sequence[QAction], above: str = "") -> list[Entry]:
    """Return the actions and those of their submenus; what cannot be run now says why.

    Args:
        above: Name of the submenu that they are in.
    """
    found: list[Entry] = []
    for action in actions:
        name = action.text().replace("&", "")
        if not name or action.isSeparator() or not action.isVisible():
            continue
        name = f"{above}: {name}" if above else name
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            found += action_entries(submenu.actions(), name)
        else:
            note = _keys_of(action) if action.isEnabled() else action.toolTip()
            found.append(Entry(name, note, action))
    return found


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def rank(entry: Entry, words: list[str]) -> int | None:
    """Return how well an entry fits, 0 best; None when it does not."""
    if not words and not entry.can_be_chosen:
        return None
    name = entry.name.lower()
    haystack = f"{name} {entry.note.lower()}"
    if not all(word in haystack for word in words):
        return None
    if not words or name.startswith(words[0]):
        return 0
    return 1 if words[0] in name else 2


class CommandPalette(QDialog):
    """Signals: object_chosen (Key), action_chosen (QAction)."""

    object_chosen = Signal(object)
    action_chosen = Signal(object)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._entries = entries
        self.setWindowTitle(self.tr("Search or run"))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Name of a VM, a host, an action …"))
        self.line.setAccessibleName(self.tr("Search or run"))
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.S, spacing.S, spacing.S, spacing.S)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.list.setIconSize(QSize(spacing.ICON, spacing.ICON))
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.resize(520, 360)
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._fill()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = self.line.text().lower().split()
        ranked = [(rank(e, words), n, e) for n, e in enumerate(self._entries)]
        fitting = sorted(
            ((not e.can_be_chosen, r, n, e) for r, n, e in ranked if r is not None),
            key=lambda found: found[:3],
        )
        self.list.clear()
        for *_, entry in fitting[:_MOST]:
            text = f"{entry.name}    {entry.note}" if entry.note else entry.name
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, max(spacing.ROW, self.fontMetrics().height() + spacing.XS)))
            if isinstance(entry.target, Key):
                item.setIcon(icons.kind_icon(entry.target.kind))
            else:
                item.setIcon(entry.target.icon())
            item.setData(_ENTRY, entry)
            if not entry.can_be_chosen:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        if not fitting:
            nothing = QListWidgetItem(self.tr("Nothing here is called that."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        entry = item.data(_ENTRY)
        if not isinstance(entry, Entry) or not entry.can_be_chosen:
            return
        self.close()
        if isinstance(entry.target, Key):
            self.object_chosen.emit(entry.target)
        else:
            self.action_chosen.emit(entry.target)


def palette_of(snapshot: Snapshot | None, bar: QMenuBar, parent: QWidget) -> CommandPalette:
    """Return a palette over all objects and menus; it runs actions and goes when closed."""
    entries = object_entries(snapshot) if snapshot is not None else []
    dialog = CommandPalette([*entries, *menu_entries(bar)], parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.action_chosen.connect(lambda action: action.trigger())
    return dialog
