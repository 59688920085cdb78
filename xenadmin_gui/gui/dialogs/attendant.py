"""What asks by itself: cut-off plans when a cluster opens, host keys whenever one turns up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from xenadmin_gui.domain.errors import (
    HostKeyChangedError,
    HostKeyUnknownError,
    UnreachableError,
)
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.gui.dialogs.host_key import ChangedHostKeyDialog, UnknownHostKeyDialog
from xenadmin_gui.gui.sheets.cutoff import offer_cut_off_plans
from xenadmin_gui.jobs.outcome import Outcome

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session


class Attendant(QObject):
    """Asks one question at a time, and each host's only once while the window is open."""

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._bridge = bridge
        self._asked: set[tuple[str, str]] = set()
        self._looks = False
        self._is_asking = False
        bridge.snapshot_changed.connect(self._on_snapshot)
        offer_cut_off_plans(session, bridge, window)

    @Slot(object, object)
    def _on_snapshot(self, snapshot: Snapshot, _changed: Difference) -> None:
        if self._looks or self._is_asking:
            return
        silent = [s.name for s in snapshot.servers.values() if s.state is HostState.UNREACHABLE]
        if not silent:
            return
        self._looks = True
        session = self._session
        self._bridge.run(
            lambda _context: [t for name in silent if (t := session.trouble(name))],
            self._on_troubles,
        )

    def _on_troubles(self, outcome: Outcome[list[UnreachableError]]) -> None:
        self._looks = False
        for trouble in outcome.value or ():
            mark = (trouble.host, trouble.sentence)
            if mark in self._asked or self._is_asking:
                continue
            if isinstance(trouble, HostKeyUnknownError):
                self._asked.add(mark)
                self._ask(trouble)
            elif isinstance(trouble, HostKeyChangedError):
                self._asked.add(mark)
                self._stop(trouble)

    def _ask(self, error: HostKeyUnknownError) -> None:
        self._is_asking = True
        dialog = UnknownHostKeyDialog(error, self._window)
        dialog.finished.connect(self._on_finished)
        dialog.accepted.connect(lambda: self._accept(error))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _stop(self, error: HostKeyChangedError) -> None:
        self._is_asking = True
        dialog = ChangedHostKeyDialog(error, self._window)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_finished(self, _result: int) -> None:
        self._is_asking = False

    def _accept(self, error: HostKeyUnknownError) -> None:
        session = self._session

        def done(outcome: Outcome[None]) -> None:
            if outcome.error is not None:
                self._window.show_error(outcome.error)

        self._bridge.run(lambda _context: session.accept_host_key(error), done)
