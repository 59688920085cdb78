"""The Overview tab: blocks below one another, brought up to date in place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.blocks import Block, Facts, Findings, Hosts, Meters, Table
from xenadmin_gui.gui.pages.overview import overview
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.scale import is_large
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.block_widgets import (
    FactsWidget,
    FindingsWidget,
    HostsWidget,
    MetersWidget,
    clear_layout,
)
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.gui.widgets.table import ObjectTable

_BlockWidget = FactsWidget | FindingsWidget | HostsWidget | MetersWidget | ObjectTable
_WIDEST = 1100
#: Of the page of a large cluster so many blocks are made in one event.
_BLOCKS_A_TURN = 2


class OverviewPage(Page):
    """Scrolls; the widgets stay while the form of the page stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: Key | None = None
        self._form: tuple[object, ...] = ()
        self._widgets: list[_BlockWidget] = []
        self._wanted: tuple[Block, ...] = ()
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._on_next_turn)
        self._content = QWidget()
        self._content.setMaximumWidth(_WIDEST)
        self._blocks = QVBoxLayout(self._content)
        self._blocks.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.L)
        self._blocks.setSpacing(spacing.XS)
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
        blocks = self.blocks_of(snapshot, key)
        form = tuple((type(b), b.title, b.headers if isinstance(b, Table) else ()) for b in blocks)
        is_new = form != self._form
        self._wanted = blocks
        if is_new:
            self._clear()
            self._form = form
            self._build_some(_BLOCKS_A_TURN if is_large(snapshot) else len(blocks))
        is_other = key != self._key
        if is_other:
            self._key = key
            self._area.verticalScrollBar().setValue(0)
        for widget, block in zip(self._widgets, blocks, strict=False):
            _show(widget, block)
        if is_new or is_other:
            self._lay_out_now()

    def blocks_of(self, snapshot: Snapshot, key: Key) -> tuple[Block, ...]:
        """Return what the page shows of ``key``."""
        return overview(snapshot, key)

    def _lay_out_now(self) -> None:
        """Give every row its height before the first paint, not one frame later."""
        self._blocks.activate()
        QCoreApplication.sendPostedEvents(self._content, QEvent.Type.LayoutRequest.value)

    def _clear(self) -> None:
        self._next_turn.stop()
        clear_layout(self._blocks)
        self._widgets = []

    def _on_next_turn(self) -> None:
        first = len(self._widgets)
        self._build_some(_BLOCKS_A_TURN)
        for widget, block in zip(self._widgets[first:], self._wanted[first:], strict=False):
            _show(widget, block)

    def _build_some(self, count: int) -> None:
        """Make the next widgets; those that are left have the next turns of the event loop."""
        first = len(self._widgets)
        for number, block in enumerate(self._wanted[first : first + count], first):
            if number:
                self._blocks.addSpacing(spacing.L)
            self._blocks.addWidget(section_title(block.title))
            widget = _make(block)
            widget.opened.connect(self.opened)
            if isinstance(widget, (ObjectTable, FindingsWidget)):
                widget.menu_requested.connect(self.menu_requested)
            self._blocks.addWidget(widget)
            self._widgets.append(widget)
        if len(self._widgets) < len(self._wanted):
            self._next_turn.start(0)
        else:
            self._blocks.addStretch(1)


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
