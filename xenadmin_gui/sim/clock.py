"""The time of a simulated world: as fast as its waiters allow, or the system's own."""

from __future__ import annotations

import threading
import time
from typing import Protocol

from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.sim.world import World

_LOOK_S = 0.01
_GRACE_S = 0.05
_TICK_S = 0.25
_KEEP_S = 5.0


class SimClock(Clock, Protocol):
    """A clock of a simulated world; waiting on a virtual one is what makes the world go on."""

    def passive(self) -> Clock:
        """Return a view whose waits end with the world's time but never move it.

        For whoever idles between two looks, such as a monitor: it must not race through time.
        """
        ...

    def advance(self, seconds: float) -> None:
        """Let ``seconds`` pass now."""
        ...

    def catch_up(self) -> None:
        """Bring the world up to the clock."""
        ...

    def close(self) -> None:
        """End the clock's threads; never raises."""
        ...


class VirtualClock:
    """Time that stands still until somebody waits, then goes on to the earliest deadline.

    A thread that came back from a wait counts as busy until it waits again or ends, and time
    stands still for it; after ``grace_s`` of real time it is taken to be done waiting.
    """

    def __init__(self, world: World, *, grace_s: float = _GRACE_S) -> None:
        self._world = world
        self._grace_s = grace_s
        self._condition = threading.Condition()
        self._deadlines: dict[object, float] = {}
        self._busy: dict[int, threading.Thread] = {}

    def now(self) -> float:
        return self._world.time

    def monotonic(self) -> float:
        return self._world.time

    def wait(self, event: threading.Event, seconds: float) -> bool:
        return self._wait(event, seconds, drives=True)

    def passive(self) -> Clock:
        """Return a view that waits without moving time."""
        return PassiveClock(self)

    def advance(self, seconds: float) -> None:
        """Move the world on; everybody whose deadline is reached wakes."""
        self._world.advance_to(self._world.time + max(seconds, 0.0))
        with self._condition:
            self._condition.notify_all()

    def catch_up(self) -> None:
        """Nothing to catch up with: the world is where its waiters left it."""

    def close(self) -> None:
        """Nothing to end."""

    def wait_passively(self, event: threading.Event, seconds: float) -> bool:
        """Wait until ``event`` is set or others have moved time on by ``seconds``."""
        return self._wait(event, seconds, drives=False)

    def _wait(self, event: threading.Event, seconds: float, *, drives: bool) -> bool:
        me = threading.current_thread()
        token = object()
        with self._condition:
            deadline = self._world.time + max(seconds, 0.0)
            self._busy.pop(id(me), None)
            if drives:
                self._deadlines[token] = deadline
            self._condition.notify_all()
            try:
                while not event.is_set() and self._world.time < deadline:
                    if drives and self._is_first(token) and self._all_wait(event):
                        self._world.advance_to(deadline)
                        self._condition.notify_all()
                    else:
                        self._condition.wait(_LOOK_S)
            finally:
                self._deadlines.pop(token, None)
                if drives:
                    self._busy[id(me)] = me
                self._condition.notify_all()
        return event.is_set()

    def _is_first(self, token: object) -> bool:
        return min(self._deadlines, key=self._deadlines.__getitem__) is token

    def _all_wait(self, event: threading.Event) -> bool:
        """Whether nobody is busy; gives busy threads a while, then no longer minds them."""
        give_up = time.monotonic() + self._grace_s
        joined = len(self._deadlines)
        while True:
            self._busy = {key: t for key, t in self._busy.items() if t.is_alive()}
            if not self._busy:
                return len(self._deadlines) == joined
            if event.is_set() or len(self._deadlines) != joined:
                return False
            if time.monotonic() >= give_up:
                self._busy.clear()
                return True
            self._condition.wait(_LOOK_S)


class PassiveClock:
    """A virtual clock seen by somebody who only looks on."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now()

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        return self._clock.wait_passively(event, seconds)


class RealClock:
    """The system's time, ``speed`` times as fast, with a thread that keeps the world up to it."""

    def __init__(self, world: World, *, speed: float = 1.0) -> None:
        self._world = world
        self._speed = speed
        self._lock = threading.Lock()
        self._origin = world.time
        self._started = time.monotonic()
        self._stopped = threading.Event()
        world.keep_time(every_s=_KEEP_S)
        self._ticker = threading.Thread(target=self._tick, name="sim-clock", daemon=True)
        self._ticker.start()

    def now(self) -> float:
        with self._lock:
            return self._origin + (time.monotonic() - self._started) * self._speed

    def monotonic(self) -> float:
        return self.now()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        return event.wait(max(seconds, 0.0) / self._speed)

    def passive(self) -> Clock:
        """Return itself: real time needs nobody to move it."""
        return self

    def advance(self, seconds: float) -> None:
        """Leap forward."""
        with self._lock:
            self._origin += max(seconds, 0.0)
        self._world.advance_to(self.now())

    def catch_up(self) -> None:
        """Bring the world up to now, or now up to a world that another process moved on."""
        self._world.advance_to(self.now())
        ahead = self._world.time - self.now()
        if ahead > 0:
            with self._lock:
                self._origin += ahead

    def close(self) -> None:
        """End the thread and have the time written down."""
        self._stopped.set()
        if threading.current_thread() is not self._ticker:
            self._ticker.join(5.0)
        self._world.keep_time(every_s=0.0)

    def _tick(self) -> None:
        while not self._stopped.wait(_TICK_S):
            self.catch_up()
