"""The Events tab: what happened to this object, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QStackedLayout, QWidget

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.hint import EmptyHint

if TYPE_CHECKING:
    from xenadmin_gui.session.eventlog import Event

Answer = Callable[[tuple["Event", ...]], None]
#: Asked with a key (None: the whole cluster) and the place the events go to, in the GUI thread.
EventSource = Callable[[Key | None, Answer], None]


class EventsPage(Page):
    """Loads when shown, and again with every snapshot in which something changed."""

    def __init__(self, source: EventSource | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._key: Key | None = None
        heads = [self.tr("When"), self.tr("Object"), self.tr("What happened")]
        self._model = ObjectTreeModel(heads, self)
        self._view = ObjectTreeView(self._model, self)
        self._view.setRootIsDecorated(False)
        self._view.setAccessibleName(self.tr("Events"))
        self._view.activated_key.connect(self.opened)
        header = self._view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((230, 130)):
            header.resizeSection(column, width)
        self._hint = EmptyHint(self)
        self._hint.say(self.tr("Nothing has happened to it since this program watches."))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._hint)
        self._stack.setCurrentIndex(1)

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        if key != self._key:
            self._key = key
            self._model.apply([])
        if self._source is not None:
            subject = None if key.kind is Kind.CLUSTER else key
            self._source(subject, lambda events: self._on_events(key, events))

    def _on_events(self, key: Key, events: tuple[Event, ...]) -> None:
        if key != self._key:
            return
        rows = [Row(("event", e.id), e.subject, e, _describe) for e in events]
        self._model.apply(rows)
        self._stack.setCurrentIndex(0 if rows else 1)


def _describe(event: Event) -> Cells:
    when = wording.absolute_time(event.at)
    sentence = phrase(event.sentence)
    return Cells(event.health, (when, event.name, sentence), tip=sentence)
