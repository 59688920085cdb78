"""Watches all machines at once and tells everybody what the cluster looks like."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Mapping

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import Cancelled, UnreachableError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Difference, Snapshot, difference
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.domain.work import Work
from xenadmin_gui.jobs.clock import Clock, SystemClock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.lane import JobHandle, Lane
from xenadmin_gui.monitoring.assemble import Memory, assemble
from xenadmin_gui.monitoring.contact import Contact
from xenadmin_gui.monitoring.hostwatch import HostWatch
from xenadmin_gui.transport.protocols import Connector, HostLink

_log = logging.getLogger(__name__)

Listener = Callable[[Snapshot, Difference], None]

_PUBLISH_EVERY_S = 0.25
_STOP_S = 5.0
_LOOK_S = 1.0


class Monitor:
    """The watch over one cluster.

    One lane a machine asks it; one thread more, the pacer, decides whom to ask when, and puts
    the answers together at most four times a second. Works without ``start`` too: ``refresh``
    asks on demand.
    """

    def __init__(
        self,
        config: ClusterConfig,
        connector: Connector,
        clock: Clock | None = None,
        remembered: Mapping[str, Vm] | None = None,
        text_of: Callable[[str], str] | None = None,
        works: Callable[[], Mapping[Key, Work]] = dict,
    ) -> None:
        """Open nothing yet.

        Args:
            remembered: VMs by UUID, as an earlier run of the program left them.
            text_of: Gives the definition that it saw last of one of them, by UUID, or nothing.
            works: Says which objects tasks are at work on; asked for each snapshot, quick.
        """
        self.config = config
        self._lane_clock = clock or SystemClock()
        self._clock = _onlooker(self._lane_clock)
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._publishing = threading.RLock()
        self._is_stale = False
        self._published_at = float("-inf")
        self._listeners: list[Listener] = []
        self._lanes: dict[str, Lane] = {}
        self._in_flight: dict[str, JobHandle[None]] = {}
        self._queued: dict[str, JobHandle[None]] = {}
        self._memory = Memory(remembered, text_of)
        self._works = works
        self._watches = {
            server.name: HostWatch(server, config, connector, self._clock, self._on_news)
            for server in config.servers
        }
        contacts = {name: watch.contact for name, watch in self._watches.items()}
        self._snapshot = assemble(config, contacts, None, self._clock.now(), self._memory)

    @property
    def snapshot(self) -> Snapshot:
        """The last snapshot; before the first answers all machines are connecting."""
        return self._snapshot

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with each new snapshot; return what ends it.

        It is called on the pacer's thread or on that of a ``refresh``, one call at a time, and
        must return at once.
        """
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def start(self) -> None:
        """Begin to watch; again is nothing."""
        if self._thread is None and not self._stopping.is_set():
            self._thread = threading.Thread(target=self._pace, name="monitor", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End all threads and connections; final."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None and threading.current_thread() is not self._thread:
            self._thread.join(_STOP_S)  # first, so that it opens no further lane
        with self._lock:
            lanes = list(self._lanes.values())
        for lane in lanes:
            lane.stop(0.0)
        for watch in self._watches.values():
            watch.close()
        for lane in lanes:
            if not lane.stop(_STOP_S):
                _log.warning("lane %s did not end in time", lane.name)

    def look_again(self) -> None:
        """Make a new snapshot of what is known; asks no machine."""
        self._on_news()

    def link(self, host: str) -> HostLink:
        """Return the live connection to ``host``.

        Raises:
            UnreachableError: There is none now, with the reason.
        """
        watch = self._watch(host)
        link = watch.link
        if link is not None:
            return link
        raise watch.error or UnreachableError(host, f"{host} is not connected yet.")

    def trouble(self, host: str) -> UnreachableError | None:
        """Return why ``host`` cannot be reached, such as a HostKeyUnknownError; None if it can."""
        return self._watch(host).error

    def refresh(
        self, hosts: Collection[str] | None, context: JobContext, *, force: bool = False
    ) -> Snapshot:
        """Ask machines now, all at once, and return the fresh snapshot.

        A machine that does not answer is a state in that snapshot. One that is left in peace
        after a failure is asked when it is named or with ``force``, not when all are meant.

        Args:
            hosts: Names; None: all.

        Raises:
            UnreachableError: A name is not in the cluster file.
            Cancelled: The context was cancelled, or the monitor was stopped.
        """
        watches = [self._watch(name) for name in (self._watches if hosts is None else hosts)]
        if hosts is None and not force:
            watches = [watch for watch in watches if not self._is_backing_off(watch)]
        for watch in watches if hosts is not None or force else ():
            watch.hurry()
        self._await({watch: self._submit(watch) for watch in watches}, context)
        context.checkpoint()
        if self._stopping.is_set():
            raise Cancelled
        return self._publish()

    def _watch(self, host: str) -> HostWatch:
        try:
            return self._watches[host]
        except KeyError:
            raise UnreachableError(host, f"{host} is not a machine of this cluster.") from None

    def _is_backing_off(self, watch: HostWatch) -> bool:
        is_silent = watch.contact.contact is Contact.SILENT
        return is_silent and self._clock.monotonic() < watch.due_at

    def _submit(self, watch: HostWatch) -> JobHandle[None]:
        """Queue a cycle that begins after this call; one that waits in the queue will do."""
        name = watch.server.name
        pacemaker = name == self._pacemaker_host()

        def cycle(context: JobContext) -> None:
            with self._lock:
                self._queued.pop(name, None)
            watch.cycle(context, pacemaker=pacemaker)

        with self._lock:
            if name in self._queued:
                return self._queued[name]
            if name not in self._lanes:
                self._lanes[name] = Lane(name, clock=self._lane_clock)
            if self._stopping.is_set():
                self._lanes[name].stop(0.0)
            handle = self._lanes[name].submit(cycle)
            self._in_flight[name] = handle
            if handle.outcome is None:
                self._queued[name] = handle
        handle.on_settled(lambda outcome: self._wake.set())
        return handle

    def _await(self, handles: dict[HostWatch, JobHandle[None]], context: JobContext) -> None:
        """Wait until each cycle is over or overdue."""
        event = threading.Event()
        for handle in handles.values():
            handle.on_settled(lambda outcome: event.set())
        with context.closing_on_cancel(event.set):
            while not context.is_cancelled:
                waiting = [watch for watch, handle in handles.items() if handle.outcome is None]
                overdue = [watch.look_at_clock() for watch in waiting]
                if all(overdue):
                    return
                now = self._clock.monotonic()
                looks = [watch.patience.look_again_at(now) for watch in waiting]
                next_look = min((at for at in looks if at is not None), default=now + _LOOK_S)
                self._clock.wait(event, next_look - now)
                if not context.is_cancelled:
                    event.clear()

    def _pacemaker_host(self) -> str | None:
        """The first host that answers; it is asked for Pacemaker's view beside the SAN servers."""
        hosts = [s.name for s in self.config.servers if Role.HOST in s.roles]
        answering = [n for n in hosts if self._watches[n].contact.contact is Contact.ANSWERING]
        return next(iter(answering or hosts), None)

    def _on_news(self) -> None:
        self._is_stale = True
        self._wake.set()

    def _pace(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            now = self._clock.monotonic()
            next_at = now + self.config.poll_interval_s
            for watch in self._watches.values():
                next_at = min(next_at, self._attend(watch, now))
            if self._is_stale:
                if now - self._published_at >= _PUBLISH_EVERY_S:
                    self._publish()
                else:
                    next_at = min(next_at, self._published_at + _PUBLISH_EVERY_S)
            if not self._stopping.is_set():
                self._clock.wait(self._wake, max(0.0, next_at - now))

    def _attend(self, watch: HostWatch, now: float) -> float:
        """Start a machine's cycle when it is due, look after a running one; say when again."""
        handle = self._in_flight.get(watch.server.name)
        if handle is None or handle.outcome is not None:
            if watch.due_at > now:
                return watch.due_at
            self._submit(watch)
        watch.look_at_clock()
        again_at = watch.patience.look_again_at(now)
        return now + _LOOK_S if again_at is None else again_at

    def _publish(self) -> Snapshot:
        """Assemble, tell the listeners what changed."""
        with self._publishing:
            self._is_stale = False
            self._published_at = self._clock.monotonic()
            contacts = {name: watch.contact for name, watch in self._watches.items()}
            old = self._snapshot
            now = self._clock.now()
            new = assemble(self.config, contacts, old, now, self._memory, self._works())
            self._snapshot = new
            changed = difference(old, new)
            with self._lock:
                listeners = tuple(self._listeners)
            for listener in listeners:
                try:
                    listener(new, changed)
                except Exception:  # noqa: BLE001 - one listener must not rob the others
                    _log.exception("a listener failed on a snapshot")
            return new


def _onlooker(clock: Clock) -> Clock:
    """Return the view of a simulated clock whose waits do not make its time go on."""
    view: Callable[[], Clock] | None = getattr(clock, "passive", None)
    return clock if view is None else view()
