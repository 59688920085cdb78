"""The only way from the session's threads into the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import Progress
from xenadmin_gui.jobs.lane import JobHandle
from xenadmin_gui.jobs.outcome import Job, Outcome
from xenadmin_gui.jobs.pool import LanePool

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session

_log = logging.getLogger(__name__)

T = TypeVar("T")

#: At most four updates of the views a second.
_FLUSH_MS = 250
#: Jobs of the window that may wait for hosts at the same time.
_MOST_LANES = 6


class Relay(QObject):
    """Takes calls from any thread and makes them in the thread it lives in."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], object]) -> None:
        """Make ``call`` in the GUI thread, later; returns at once."""
        try:
            self._posted.emit(call)
        except RuntimeError:
            # The window is gone while a thread still had something to say.
            return

    def _on_posted(self, call: Callable[[], object]) -> None:
        call()


class Bridge(QObject):
    """A session as the window sees it.

    Attributes:
        snapshot: The newest one that was delivered; None before the first.
        clock: The session's time.

    Signals:
        snapshot_changed: Snapshot, and the Difference to the one delivered before.
    """

    snapshot_changed = Signal(object, object)
    _arrived = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.clock: Clock = session.clock
        self.snapshot: Snapshot | None = None
        self._relay = Relay(self)
        self._lanes = LanePool("window", _MOST_LANES, clock=self.clock)
        self._lock = threading.Lock()
        self._waiting: tuple[Snapshot, Difference] | None = None
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(_FLUSH_MS)
        self._flush.timeout.connect(self._deliver)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe: Callable[[], None] | None = None
        self._is_whole = False

    def start(self) -> None:
        """Deliver the present snapshot now and every later one when it comes."""
        self._unsubscribe = self._session.subscribe(self._on_snapshot)
        self.snapshot = self._session.snapshot
        self.snapshot_changed.emit(self.snapshot, Difference())

    def close(self) -> None:
        """Deliver nothing any more; jobs that run are cancelled."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._flush.stop()
        with self._lock:
            self._waiting = None
        self._lanes.stop(1.0)

    def post(self, call: Callable[[], object]) -> None:
        """Make ``call`` in the GUI thread; from any thread."""
        self._relay.post(call)

    def run(
        self,
        job: Job[T],
        on_done: Callable[[Outcome[T]], object] | None = None,
        *,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> JobHandle[T]:
        """Run ``job`` off the GUI thread; the listeners are called in it.

        One that waits for a host keeps no other waiting; so they end in any order.
        """
        report: Callable[[Progress], None] | None = None
        if on_progress is not None:
            tell = on_progress

            def report(progress: Progress) -> None:
                self.post(lambda: tell(progress))

        handle = self._lanes.submit(job, on_progress=report)
        if on_done is not None:
            self.watch(handle, on_done)
        return handle

    def watch(self, handle: JobHandle[T], on_done: Callable[[Outcome[T]], object]) -> None:
        """Call ``on_done`` in the GUI thread when ``handle`` settles.

        A method of a dialog that is closed and deleted by then is not called.
        """

        def tell(outcome: Outcome[T]) -> None:
            if not _is_gone(on_done):
                on_done(outcome)

        handle.on_settled(lambda outcome: self.post(lambda: tell(outcome)))

    def _on_snapshot(self, snapshot: Snapshot, changed: Difference) -> None:
        """On a thread of the session: keep the newest, fold the differences."""
        with self._lock:
            first = self._waiting is None
            if self._waiting is not None:
                changed = fold(self._waiting[1], changed)
            self._waiting = (snapshot, changed)
        if first:
            try:
                self._arrived.emit()
            except RuntimeError:
                return

    def _on_arrived(self) -> None:
        if not self._flush.isActive():
            self._deliver()
            self._flush.start()

    def _deliver(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None and self._unsubscribe is not None:
            self.snapshot, changed = waiting
            self.snapshot_changed.emit(self.snapshot, changed)
            self._flush.start()
            self._tell_when_whole(self.snapshot)

    def _tell_when_whole(self, snapshot: Snapshot) -> None:
        """Log, once, that the views show a word about every machine."""
        waited_for = any(s.state is HostState.CONNECTING for s in snapshot.servers.values())
        if not self._is_whole and not waited_for:
            self._is_whole = True
            _log.info("shown whole: %d machines, %d VMs", len(snapshot.servers), len(snapshot.vms))


def _is_gone(call: object) -> bool:
    """Whether ``call`` is a method of an object that Qt has deleted."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def fold(first: Difference, second: Difference) -> Difference:
    """Return the one difference that leads as far as two after one another."""
    gone_again = first.added & second.removed
    back_again = first.removed & second.added
    added = (first.added | second.added) - gone_again - back_again
    removed = (first.removed | second.removed) - gone_again - back_again
    changed = (first.changed | second.changed | back_again) - added - removed - gone_again
    return Difference(added, removed, changed)
