"""What the window asks of a session off the GUI thread: refresh now, events of an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.pages.events_page import Answer
from xenadmin_gui.jobs.outcome import Ending, Outcome

if TYPE_CHECKING:
    from xenadmin_gui.session.eventlog import Event
    from xenadmin_gui.session.session import Session


class Asking(QObject):
    """Does nothing until it has a session.

    Signals:
        refreshed: A fresh snapshot came (Snapshot).
        failed: Asking failed (exception).
        said: What it does now, one sentence.
    """

    refreshed = Signal(object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._bridge: Bridge | None = None
        self._asked: dict[Key | None, int] = {}

    def attach(self, session: Session, bridge: Bridge) -> None:
        """Ask ``session`` from now on."""
        self._session, self._bridge = session, bridge

    def refresh(self, hosts: tuple[str, ...] | None = None) -> None:
        """Ask ``hosts``, or every machine, now."""
        session, bridge = self._session, self._bridge
        if session is None or bridge is None:
            return
        self.said.emit(self.tr("Asking now …"))
        bridge.run(lambda context: session.refresh(context, hosts), self._on_refreshed)

    def events(self, subject: Key | None, answer: Answer) -> None:
        """Hand the events of an object (None: of the cluster) to ``answer``.

        An answer that a later question about the same object has overtaken is dropped.
        """
        session, bridge = self._session, self._bridge
        if session is None or bridge is None:
            return
        self._asked[subject] = number = self._asked.get(subject, 0) + 1

        def show(outcome: Outcome[tuple[Event, ...]]) -> None:
            if outcome.value is not None and self._asked[subject] == number:
                answer(outcome.value)

        bridge.run(lambda context: session.events.events(subject=subject), show)

    def _on_refreshed(self, outcome: Outcome[Snapshot]) -> None:
        if outcome.ending is Ending.FAILED and outcome.error is not None:
            self.failed.emit(outcome.error)
        elif outcome.value is not None:
            self.refreshed.emit(outcome.value)
            self.said.emit(self.tr("Everything was asked again."))
