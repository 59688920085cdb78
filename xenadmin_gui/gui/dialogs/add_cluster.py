"""Add a cluster: name one machine, watch the others being found, correct, write the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import HostKeyUnknownError, XenadminError
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.bridge import Relay
from xenadmin_gui.gui.dialogs.checklist import CheckList
from xenadmin_gui.gui.dialogs.found_page import FoundPage
from xenadmin_gui.gui.dialogs.host_key import UnknownHostKeyDialog
from xenadmin_gui.gui.dialogs.where_page import WherePage
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.notice import Notice
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.lane import JobHandle, Lane
from xenadmin_gui.jobs.outcome import Ending, Outcome
from xenadmin_gui.session.check import Check, Verdict
from xenadmin_gui.session.cluster_write import write_new
from xenadmin_gui.session.discovery import Discovery, Start, discover
from xenadmin_gui.session.opening import SshConnections, cluster_names, cluster_path


class Finder(Protocol):
    """Searches a cluster; blocks, so it is called off the GUI thread only."""

    def search(
        self,
        start: Start,
        account: str,
        password: str,
        context: JobContext,
        report: Callable[[Check], None],
    ) -> Discovery: ...

    def accept(self, error: HostKeyUnknownError) -> None: ...


class SshFinder:
    """Searches over SSH; a typed password goes into the keyring first."""

    def __init__(self) -> None:
        self._connections: SshConnections | None = None

    def search(
        self,
        start: Start,
        account: str,
        password: str,
        context: JobContext,
        report: Callable[[Check], None],
    ) -> Discovery:
        """Find the cluster that ``start`` belongs to."""
        if self._connections is None:
            self._connections = SshConnections()
        if password:
            self._connections.secrets.keep_password(account, password, context)
        return discover(start, self._connections, context, report)

    def accept(self, error: HostKeyUnknownError) -> None:
        """Remember a key that the search has met."""
        if self._connections is not None:
            self._connections.accept_host_key(error)


class AddClusterDialog(QDialog):
    """Signals: cluster_added, the name of the cluster whose file was written."""

    cluster_added = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, finder: Finder | None = None) -> None:
        super().__init__(parent)
        self._finder: Finder = finder or SshFinder()
        self._relay = Relay(self)
        self._lane = Lane("add-cluster")
        self._handle: JobHandle[Discovery] | None = None
        self.setWindowTitle(self.tr("Add a cluster"))
        self.where = WherePage()
        self.checks = CheckList()
        self.found = FoundPage()
        self._build()
        resize_within(self, 820, 600)
        names = self._lane.submit(lambda _context: cluster_names())
        names.on_settled(lambda outcome: self._relay.post(lambda: self._on_names(outcome)))

    def _build(self) -> None:
        self._title = QLabel(self.tr("Which cluster?"))
        self._title.setFont(fonts.title())
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self.notice = Notice()
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.where)
        column.addWidget(self.checks, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(first)
        self.pages.addWidget(self.found)
        self.back_button = QPushButton(self.tr("&Back"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.next_button = QPushButton()
        self.back_button.clicked.connect(lambda: self._show_page(0))
        self.cancel_button.clicked.connect(self._on_cancel)
        self.next_button.clicked.connect(self._on_next)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.next_button)
        for button in (self.back_button, self.cancel_button):
            button.setAutoDefault(False)
        self.next_button.setDefault(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        outer.setSpacing(spacing.S)
        for widget in (self._title, self._sentence, self.notice):
            outer.addWidget(widget)
        outer.addWidget(self.pages, 1)
        outer.addLayout(buttons)
        self._show_page(0)

    def _on_names(self, outcome: Outcome[tuple[str, ...]]) -> None:
        self.where.taken_names = outcome.value or ()

    def _show_page(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        self.notice.hide()
        self.back_button.setVisible(number == 1)
        if number == 0:
            self._title.setText(self.tr("Which cluster?"))
            self._sentence.setText(
                self.tr("Name one of its machines; the others are found from there.")
            )
            self.next_button.setText(self.tr("&Find the cluster"))
            self.where.name_field.setFocus()
        else:
            self._title.setText(self.tr("Is this right?"))
            self._sentence.setText(self.tr("Correct what is wrong; nothing is written before."))
            self.next_button.setText(self.tr("&Add the cluster"))

    @Slot()
    def _on_next(self) -> None:
        if self.pages.currentIndex() == 0:
            self._search()
        else:
            self._write()

    def _search(self) -> None:
        start = self.where.start()
        if start is None:
            return
        account, password = self.where.account, self.where.wanted_password
        self.checks.clear()
        self.notice.hide()
        self._set_busy(True)

        def report(check: Check) -> None:
            self._relay.post(lambda: self.checks.add(check))

        def job(context: JobContext) -> Discovery:
            return self._finder.search(start, account, password, context, report)

        handle = self._lane.submit(job)
        self._handle = handle
        handle.on_settled(lambda outcome: self._relay.post(lambda: self._on_found(outcome)))

    def _set_busy(self, busy: bool) -> None:
        self.where.setEnabled(not busy)
        self.next_button.setEnabled(not busy)
        text = self.tr("&Stop the search") if busy else self.tr("Cancel")
        self.cancel_button.setText(text)

    def _on_found(self, outcome: Outcome[Discovery]) -> None:
        self._handle = None
        self._set_busy(False)
        discovery = outcome.value
        if discovery is None:
            self._tell(outcome)
            return
        if discovery.unknown_keys:
            self._ask(list(discovery.unknown_keys))
            return
        if discovery.config is None:
            self.notice.say(
                Health.FAILED,
                self.tr("The cluster was not found. The failed checks below say what to do."),
            )
            return
        self.found.show_config(discovery.config)
        self._show_page(1)
        failed = sum(check.verdict is Verdict.FAILED for check in discovery.checks)
        if failed:
            sentence = self.tr("%n check(s) failed; Back shows which and what to do.", "", failed)
            self.notice.say(Health.DEGRADED, sentence)

    def _tell(self, outcome: Outcome[Discovery]) -> None:
        if outcome.ending is Ending.CANCELLED:
            self.notice.say(Health.OFF, self.tr("The search was stopped."))
        elif isinstance(outcome.error, XenadminError) and outcome.error.code == "keyring":
            self.where.password_field.complain(phrase(str(outcome.error)))
        else:
            self.notice.say(Health.FAILED, phrase(str(outcome.error)))

    def _ask(self, keys: list[HostKeyUnknownError]) -> None:
        """Ask about one key after the other, then search again with those accepted."""
        error = keys.pop(0)
        dialog = UnknownHostKeyDialog(error, self)

        def accepted() -> None:
            try:
                self._finder.accept(error)
            except XenadminError as refused:
                self.notice.say(Health.FAILED, phrase(str(refused)))
                return
            if keys:
                self._ask(keys)
            else:
                self._search()

        dialog.accepted.connect(accepted)
        dialog.rejected.connect(
            lambda: self.notice.say(
                Health.UNKNOWN, self.tr("Without trust in its key there is no way to the host.")
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self) -> None:
        config = self.found.config()
        self.next_button.setEnabled(False)

        def job(_context: JobContext) -> ClusterConfig:
            write_new(config, cluster_path(config.name))
            return config

        handle = self._lane.submit(job)
        handle.on_settled(lambda outcome: self._relay.post(lambda: self._on_written(outcome)))

    def _on_written(self, outcome: Outcome[ClusterConfig]) -> None:
        self.next_button.setEnabled(True)
        if outcome.value is None:
            self.notice.say(Health.FAILED, phrase(str(outcome.error)))
            return
        self.accept()
        self.cluster_added.emit(outcome.value.name)

    @Slot()
    def _on_cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Close the dialog; a search that runs is cancelled."""
        if self._handle is not None:
            self._handle.cancel()
        self._lane.stop(timeout_s=0.0)
        super().done(result)
