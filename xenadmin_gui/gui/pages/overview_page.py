"""The Overview tab: blocks below one another, brought up to date in place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.blocks import Block, Blocks, Facts, Findings, Hosts, Meters, Table
from xenadmin_gui.gui.pages.overview import overview
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.pieces import Pieces, Steps
from xenadmin_gui.gui.scale import is_large
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.block_widgets import (
    FactsWidget,
    FindingsWidget,
    HostsWidget,
    MetersWidget,
)
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.gui.widgets.table import ObjectTable

_BlockWidget = FactsWidget | FindingsWidget | HostsWidget | MetersWidget | ObjectTable
_WIDEST = 1100
#: Of the page of a large cluster so many blocks are made in one event.
_BLOCKS_A_TURN = 2


class OverviewPage(Page):
    """Scrolls; a block that keeps its form keeps its widget.

    Of a large cluster a few blocks are made in each turn; what is not yet of the newest snapshot
    is of the one before it. What is of another object is never shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Key | None = None
        self._sections: list[_Section] = []
        self._work = Pieces(self)
        self._content = QWidget()
        self._content.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.L)
        self._column.setSpacing(spacing.XS)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._area.setBackgroundRole(QPalette.ColorRole.Base)
        self._content.setBackgroundRole(QPalette.ColorRole.Base)
        self._area.setWidget(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        is_other, self._key = key != self._key, key
        if is_other:
            self._area.verticalScrollBar().setValue(0)
        if is_other or not is_large(snapshot):
            self._work.begin(self._showing(snapshot, key, is_other=is_other))
        else:
            self._work.follow(lambda: self._showing(snapshot, key, is_other=False))
        if not is_large(snapshot):
            self._work.finish()

    def blocks_of(self, snapshot: Snapshot, key: Key) -> Blocks:
        """Return what the page shows of ``key``."""
        return overview(snapshot, key)

    def _showing(self, snapshot: Snapshot, key: Key, *, is_other: bool) -> Steps[None]:
        shown = made = 0
        is_begun = False
        for block in self.blocks_of(snapshot, key):
            if block is not None:
                made += self._put(shown, block)
                shown += 1
            if block is None or made == _BLOCKS_A_TURN:
                if is_other:
                    self._cover(shown)
                if not is_begun and (is_other or made):
                    self._lay_out_now()
                is_begun, made = True, 0
                yield
        self._remove(shown, len(self._sections))
        if not is_begun and (is_other or made):
            self._lay_out_now()

    def _put(self, number: int, block: Block) -> bool:
        """Show a block at its place; say whether a widget had to be made."""
        form = form_of(block)
        places = range(number, len(self._sections))
        place = next((p for p in places if self._sections[p].form == form), None)
        if place is None:
            section = self._insert(number, block)
        else:
            self._remove(number, place)
            section = self._sections[number]
        section.stand(is_first=number == 0)
        _show(section.widget, block)
        section.show()
        return place is None

    def _insert(self, number: int, block: Block) -> _Section:
        section = _Section(block)
        section.widget.opened.connect(self.opened)
        if isinstance(section.widget, ObjectTable | FindingsWidget):
            section.widget.menu_requested.connect(self.menu_requested)
        self._sections.insert(number, section)
        self._column.insertWidget(number, section)
        return section

    def _remove(self, first: int, end: int) -> None:
        """Remove the sections from ``first`` on that stand before ``end``."""
        for section in self._sections[first:end]:
            self._column.removeWidget(section)
            section.hide()
            section.deleteLater()
        del self._sections[first:end]

    def _cover(self, first: int) -> None:
        """Show nothing of the object before this one."""
        for section in self._sections[first:]:
            section.hide()

    def _lay_out_now(self) -> None:
        """Give every row its height before the first paint, not one frame later."""
        self._column.activate()
        QCoreApplication.sendPostedEvents(self._content, QEvent.Type.LayoutRequest.value)


class _Section(QWidget):
    """A title and what stands below it."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self.form = form_of(block)
        self.widget = _make(block)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.XS)
        layout.addWidget(section_title(block.title))
        layout.addWidget(self.widget)

    def stand(self, *, is_first: bool) -> None:
        """Keep away from what stands above."""
        self.setContentsMargins(0, 0 if is_first else spacing.L, 0, 0)


def form_of(block: Block) -> tuple[object, ...]:
    """Return what a widget has for good: the kind of its block, title and heads."""
    return type(block), block.title, block.headers if isinstance(block, Table) else ()


def _make(block: Block) -> _BlockWidget:
    match block:
        case Facts():
            return FactsWidget(block)
        case Meters():
            return MetersWidget(block)
        case Findings():
            return FindingsWidget(block)
        case Hosts():
            return HostsWidget(block)
        case Table():
            return ObjectTable(block)


def _show(widget: _BlockWidget, block: Block) -> None:
    match widget, block:
        case FactsWidget(), Facts():
            widget.show_block(block)
        case MetersWidget(), Meters():
            widget.show_block(block)
        case FindingsWidget(), Findings():
            widget.show_block(block)
        case HostsWidget(), Hosts():
            widget.show_block(block)
        case ObjectTable(), Table():
            widget.show_table(block)
