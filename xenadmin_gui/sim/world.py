"""A simulated cluster in time: one lock, an agenda of what will happen, listeners."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from xenadmin_gui.sim.model import Event, State
from xenadmin_gui.sim.store import Store

Handler = Callable[["World", str, str], None]
Settler = Callable[["World"], None]
_MOST_ROUNDS = 100


class World:
    """Everything that simulated machines, tools and clocks share; thread-safe.

    Whoever reads or changes ``state`` does so inside ``transaction``. At the end of the outermost
    one the consequences are drawn (``settlers``), the store is written, listeners are told.

    Attributes:
        version: Counts the changes; time that passes is not one.
        handlers: What each kind of event on the agenda does.
        settlers: What follows from a change, called until nothing changes any more.
    """

    def __init__(self, state: State, *, store: Store | None = None) -> None:
        self.state = state
        self.version = 0
        self.handlers: dict[str, Handler] = {}
        self.settlers: list[Settler] = []
        self._store = store
        self._lock = threading.RLock()
        self._depth = 0
        self._told = 0
        self._is_moved = store is not None and not store.exists
        self._keep_every_s = 0.0
        self._kept_time = state.time
        self._listeners: list[Callable[[], None]] = []

    @property
    def time(self) -> float:
        """World seconds since the epoch, as of the last change or advance in this process."""
        return self.state.time

    @contextmanager
    def transaction(self) -> Iterator[State]:
        """Hold the world still; with a store, see what other processes did before."""
        with self._lock:
            self._depth += 1
            try:
                if self._depth == 1:
                    self._enter()
                yield self.state
            finally:
                if self._depth == 1:
                    self._leave()
                self._depth -= 1
            tells = self._depth == 0 and self._told != self.version
            if tells:
                self._told = self.version
        if tells:
            for listener in tuple(self._listeners):
                listener()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after changes, on the changing thread, outside the lock.

        It must return at once. The returned function ends the subscription.
        """
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def touch(self) -> None:
        """Say that something changed; inside a transaction."""
        self.version += 1

    def keep_time(self, *, every_s: float) -> None:
        """Write passing time alone down at most every ``every_s`` world seconds."""
        self._keep_every_s = every_s
        with self.transaction():
            pass

    def number(self) -> int:
        """Return a number that was not there before."""
        self.state.counter += 1
        return self.state.counter

    def schedule(self, due: float, kind: str, subject: str = "", detail: str = "") -> None:
        """Put something on the agenda; inside a transaction."""
        heapq.heappush(self.state.agenda, Event(due, self.number(), kind, subject, detail))
        self._is_moved = True

    def next_due(self) -> float | None:
        """World seconds of the next thing on the agenda, or None."""
        with self._lock:
            return self.state.agenda[0].due if self.state.agenda else None

    def advance_to(self, time: float) -> None:
        """Let everything happen that is due up to ``time``; going backwards does nothing."""
        with self.transaction():
            self.settle()
            while self.state.agenda and self.state.agenda[0].due <= time:
                event = heapq.heappop(self.state.agenda)
                self.state.time = max(self.state.time, event.due)
                self._is_moved = True
                self.handlers[event.kind](self, event.subject, event.detail)
                self.settle()
            self.state.time = max(self.state.time, time)

    def settle(self) -> None:
        """Draw the consequences of what changed; inside a transaction.

        Raises:
            RuntimeError: They never come to an end.
        """
        for _ in range(_MOST_ROUNDS):
            before = self.version
            for settler in self.settlers:
                settler(self)
            if self.version == before:
                return
        raise RuntimeError("the simulated world does not come to rest")

    def _enter(self) -> None:
        if self._store is None:
            return
        fresh = self._store.lock()
        if fresh is not None:
            self.state = fresh
            self.touch()
            self._is_moved = False
            self._kept_time = fresh.time

    def _leave(self) -> None:
        try:
            if self._told != self.version:
                self.settle()
        finally:
            if self._store is not None:
                passed = self.state.time - self._kept_time
                is_older = passed > self._keep_every_s
                is_changed = self._is_moved or self._told != self.version or is_older
                self._store.unlock(self.state if is_changed else None)
                self._is_moved = False
                if is_changed:
                    self._kept_time = self.state.time
