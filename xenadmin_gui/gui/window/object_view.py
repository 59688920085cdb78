"""The centre: title strip and the tabs that the selected object has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.chain_page import ChainPage
from xenadmin_gui.gui.pages.configuration_page import ConfigurationPage
from xenadmin_gui.gui.pages.events_page import EventSource, EventsPage
from xenadmin_gui.gui.pages.lookup import Heading
from xenadmin_gui.gui.pages.overview_page import OverviewPage
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.pages.san_page import SanPage
from xenadmin_gui.gui.pages.selection_page import SelectionPage
from xenadmin_gui.gui.san.scene.view import PictureView
from xenadmin_gui.gui.sheets.notice import Notice
from xenadmin_gui.gui.style import flat, spacing
from xenadmin_gui.gui.templates.library_page import LibraryPage
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.hint import EmptyHint
from xenadmin_gui.gui.window.title_strip import TitleStrip

#: Of several selected objects the title names so many.
_MOST_NAMED = 6
_OVERVIEW, _CHAIN, _SAN, _TEMPLATES, _CONFIGURATION, _EVENTS = range(6)
_WITH_CHAIN = frozenset(
    {
        Kind.CLUSTER,
        Kind.HOST,
        Kind.SAN_SERVER,
        Kind.VM,
        Kind.REPLICA,
        Kind.VOLUME_GROUP,
        Kind.VOLUME,
        Kind.TARGET,
        Kind.LUN,
        Kind.MULTIPATH,
    }
)
_WITH_SAN = frozenset({Kind.CLUSTER, Kind.SAN_SERVER})
_WITH_CONFIGURATION = frozenset({Kind.CLUSTER, Kind.VM})


class ObjectView(QWidget):
    """Only the page in front takes snapshots; the tab last used is kept for each kind of object.

    Attributes:
        notice: Above everything: what is no matter of the object that is shown.

    Signals:
        opened: Another object was asked for (Key).
        menu_requested: tuple of Key, QPoint on the screen.
    """

    opened = Signal(object)
    menu_requested = Signal(object, object)

    def __init__(self, events: EventSource | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._keys: tuple[Key, ...] = ()
        self._last_tab: dict[Kind, int] = {}
        self._last_name: tuple[Key | None, str] = (None, "")
        self.notice = Notice(self, closable=True)
        self.title = TitleStrip(self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setDocumentMode(True)
        flat.flatten_tabs(self.tabs)
        self._overviews: dict[Kind, Page] = {}
        self._configuration = ConfigurationPage(self)
        self.library = LibraryPage(self)
        self._others: dict[int, Page] = {
            _CHAIN: ChainPage(self),
            _SAN: SanPage(self),
            _TEMPLATES: self.library,
            _CONFIGURATION: self._configuration,
            _EVENTS: EventsPage(events, self),
        }
        names = (
            self.tr("Overview"),
            self.tr("Storage chain"),
            self.tr("SAN"),
            self.tr("Templates"),
            self.tr("XML"),
            self.tr("Events"),
        )
        self._selection = SelectionPage(self)
        self._hint = EmptyHint(self)
        self.stack = QStackedWidget(self)
        for name in names:
            self.tabs.addTab(name)
        for page in self._others.values():
            self._add_page(page)
        for widget in (self._selection, self._hint):
            self.stack.addWidget(widget)
        self._selection.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.title)
        strip = QVBoxLayout()
        strip.setContentsMargins(spacing.S, 0, 0, 0)
        strip.addWidget(self.tabs)
        layout.addLayout(strip)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    @property
    def page(self) -> QWidget | None:
        """What is in front."""
        return self.stack.currentWidget()

    def show_objects(self, snapshot: Snapshot, keys: tuple[Key, ...]) -> None:
        """Show one object, or the list of several."""
        self._snapshot = snapshot
        changed = keys != self._keys
        self._keys = keys
        if len(keys) == 1:
            if changed:
                self._choose_tabs(keys[0].kind)
            self._show_one(snapshot, keys[0])
        elif keys:
            self._show_several(snapshot, keys)

    def offer_history(self, action: QAction) -> None:
        """Have a button for the history of a VM's definitions beside its definition."""
        self._configuration.offer_history(action)

    def show_library(self) -> None:
        """Bring the template library to the front; for objects that have it."""
        if self.tabs.isTabVisible(_TEMPLATES):
            self.tabs.setCurrentIndex(_TEMPLATES)

    def retint(self) -> None:
        """Draw everything anew in the scheme in force."""
        self.title.retint()
        flat.flatten_tabs(self.tabs)
        self.library.retint()
        for tree in self.findChildren(ObjectTreeView):
            tree.retint()
        for picture in self.findChildren(PictureView):
            picture.retint()
        if self._snapshot is not None:
            keys, self._keys = self._keys, ()
            self.show_objects(self._snapshot, keys)

    def _page(self, tab: int, kind: Kind) -> Page:
        """Return the page of a tab; each kind has an Overview of its own, which keeps its form."""
        if tab != _OVERVIEW:
            return self._others[tab]
        if kind not in self._overviews:
            self._overviews[kind] = OverviewPage(self)
            self._add_page(self._overviews[kind])
        return self._overviews[kind]

    def _add_page(self, page: Page) -> None:
        self.stack.addWidget(page)
        page.opened.connect(self.opened)
        page.menu_requested.connect(self.menu_requested)

    def _choose_tabs(self, kind: Kind) -> None:
        wanted = self._last_tab.get(kind, _OVERVIEW)
        self.tabs.blockSignals(True)
        self.tabs.setTabVisible(_CHAIN, kind in _WITH_CHAIN)
        self.tabs.setTabVisible(_SAN, kind in _WITH_SAN)
        self.tabs.setTabVisible(_TEMPLATES, kind in _WITH_SAN)
        self.tabs.setTabVisible(_CONFIGURATION, kind in _WITH_CONFIGURATION)
        chain = self.tr("Map") if kind is Kind.CLUSTER else self.tr("Storage chain")
        self.tabs.setTabText(_CHAIN, chain)
        name = self.tr("XML") if kind is Kind.VM else self.tr("Configuration")
        self.tabs.setTabText(_CONFIGURATION, name)
        self.tabs.setCurrentIndex(wanted if self.tabs.isTabVisible(wanted) else _OVERVIEW)
        self.tabs.blockSignals(False)

    def _show_one(self, snapshot: Snapshot, key: Key) -> None:
        self.tabs.show()
        subject = lookup.subject_of(snapshot, key)
        if subject is None:
            self._show_gone(snapshot, key)
            return
        self._last_name = (key, lookup.title_of(subject))
        self.title.show_heading(lookup.heading_of(snapshot, subject))
        page = self._page(self.tabs.currentIndex(), key.kind)
        page.show_object(snapshot, key)
        self.stack.setCurrentWidget(page)

    def _show_gone(self, snapshot: Snapshot, key: Key) -> None:
        """Say where it went; by the name that it had while it was shown."""
        known, name = self._last_name
        binned = next((vm for vm in snapshot.deleted if vm.key == key), None)
        gone = self.tr("is no longer there")
        hint = self.tr("It was removed, or it has another name now.")
        if binned is not None:
            known, name, gone = key, binned.name, self.tr("is in the recycle bin")
            hint = self.tr("It can be restored from there: “Deleted VMs…” in the VM menu.")
        health = Health.OFF if binned is not None else Health.UNKNOWN
        self.title.show_heading(Heading(name if known == key else key.id, gone, health))
        self._hint.say(hint)
        self.stack.setCurrentWidget(self._hint)

    def _show_several(self, snapshot: Snapshot, keys: tuple[Key, ...]) -> None:
        self.tabs.hide()
        names = [lookup.name_of(snapshot, key) for key in keys[:_MOST_NAMED]]
        listed = wording.listing(names, _MOST_NAMED, count=len(keys))
        count = self.tr("%n object(s) selected", None, len(keys))
        self.title.show_heading(Heading(count, listed, None))
        self._selection.show_objects(snapshot, keys)
        self.stack.setCurrentWidget(self._selection)

    def _on_tab_changed(self, tab: int) -> None:
        if len(self._keys) == 1 and self._snapshot is not None:
            self._last_tab[self._keys[0].kind] = tab
            self._show_one(self._snapshot, self._keys[0])
