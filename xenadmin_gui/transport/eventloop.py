"""libvirt's event loop, on an asyncio thread that lives as long as somebody has a connection.

libvirt's own loop runs on GLib's default context, which is Qt's, too; the two crash each other.
libvirtaio expects all calls to come from its own thread, which ours do not; hence this
implementation, which hands everything over to the loop's thread.
"""

from __future__ import annotations

import asyncio
import atexit
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import libvirt

_READ = libvirt.VIR_EVENT_HANDLE_READABLE
_WRITE = libvirt.VIR_EVENT_HANDLE_WRITABLE
_JOIN_S = 2.0


@dataclass(slots=True)
class _Handle:
    """A descriptor that libvirt watches."""

    fd: int
    events: int
    callback: Any
    opaque: Any


@dataclass(slots=True)
class _Timer:
    """A timer that libvirt set; it fires again and again, never while ``after_ms`` is below 0."""

    after_ms: int
    callback: Any
    opaque: Any
    due: asyncio.TimerHandle | None = None


class EventLoop:
    """What libvirt calls for its events; there is one in a process (``event_loop``)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread: threading.Thread | None = None
        self._users = 0
        self._last_number = 0
        self._handles: dict[int, _Handle] = {}
        self._timers: dict[int, _Timer] = {}
        libvirt.registerErrorHandler(_be_silent, None)
        libvirt.virEventRegisterImpl(
            self._add_handle,
            self._update_handle,
            self._remove_handle,
            self._add_timer,
            self._update_timer,
            self._remove_timer,
        )
        atexit.register(self._loop.close)

    def acquire(self) -> None:
        """Say that a connection is about to be opened; starts the thread."""
        with self._lock:
            self._users += 1
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="libvirt-events", daemon=True
                )
                self._thread.start()

    def release(self) -> None:
        """Say that a connection is closed; the last one waits for the thread to end."""
        with self._lock:
            self._users -= 1
            thread = self._thread
            if self._users or thread is None:
                return
            self._thread = None
        self._post(self._loop.stop)  # after all that libvirt has asked for so far
        if threading.current_thread() is not thread:
            thread.join(_JOIN_S)

    def _run(self) -> None:
        with self._running:  # a successor waits until its predecessor has stopped
            asyncio.set_event_loop(self._loop)
            self._loop.run_forever()

    def _post(self, task: Callable[..., object], *arguments: Any) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(task, *arguments)

    # What follows is called by libvirt, on any thread.

    def _add_handle(self, fd: int, events: int, callback: Any, opaque: Any) -> int:
        with self._lock:
            self._last_number += 1
            number = self._last_number
            self._handles[number] = _Handle(fd, events, callback, opaque)
        self._post(self._watch, fd)
        return number

    def _update_handle(self, number: int, events: int) -> None:
        with self._lock:
            handle = self._handles.get(number)
            if handle is None or handle.events == events:
                return
            handle.events = events
        self._post(self._watch, handle.fd)

    def _remove_handle(self, number: int) -> int:
        with self._lock:
            handle = self._handles.pop(number, None)
        if handle is None:
            return -1
        self._post(self._watch, handle.fd)
        self._post(libvirt.virEventInvokeFreeCallback, handle.opaque)
        return 0

    def _add_timer(self, after_ms: int, callback: Any, opaque: Any) -> int:
        with self._lock:
            self._last_number += 1
            number = self._last_number
            self._timers[number] = _Timer(after_ms, callback, opaque)
        self._post(self._schedule, number)
        return number

    def _update_timer(self, number: int, after_ms: int) -> None:
        with self._lock:
            timer = self._timers.get(number)
            if timer is None:
                return
            timer.after_ms = after_ms
        self._post(self._schedule, number)

    def _remove_timer(self, number: int) -> int:
        with self._lock:
            timer = self._timers.pop(number, None)
        if timer is None:
            return -1
        self._post(self._forget, timer)
        return 0

    # What follows runs on the loop's thread.

    def _watch(self, fd: int) -> None:
        """Watch ``fd`` for what its handles want by now."""
        with self._lock:
            wanted = 0
            for handle in self._handles.values():
                if handle.fd == fd:
                    wanted |= handle.events
        if wanted & _READ:
            self._loop.add_reader(fd, self._ready, fd, _READ)
        else:
            self._loop.remove_reader(fd)
        if wanted & _WRITE:
            self._loop.add_writer(fd, self._ready, fd, _WRITE)
        else:
            self._loop.remove_writer(fd)

    def _ready(self, fd: int, event: int) -> None:
        with self._lock:
            ready = [
                (number, handle)
                for number, handle in self._handles.items()
                if handle.fd == fd and handle.events & event
            ]
        for number, handle in ready:
            if number in self._handles:
                handle.callback(number, fd, event, handle.opaque)

    def _schedule(self, number: int) -> None:
        timer = self._timers.get(number)
        if timer is None:
            return
        if timer.due is not None:
            timer.due.cancel()
            timer.due = None
        if timer.after_ms >= 0:
            timer.due = self._loop.call_later(timer.after_ms / 1000, self._fire, number)

    def _fire(self, number: int) -> None:
        timer = self._timers.get(number)
        if timer is None or timer.after_ms < 0:
            return
        timer.due = self._loop.call_later(timer.after_ms / 1000, self._fire, number)
        timer.callback(number, timer.opaque)

    def _forget(self, timer: _Timer) -> None:
        if timer.due is not None:
            timer.due.cancel()
        libvirt.virEventInvokeFreeCallback(timer.opaque)


_instance: EventLoop | None = None
_instance_lock = threading.Lock()


def event_loop() -> EventLoop:
    """Return the process's one loop; made, and told to libvirt, at the first call."""
    global _instance
    with _instance_lock:
        if _instance is None:
            _instance = EventLoop()
        return _instance


def _be_silent(_context: Any, _error: Any) -> None:
    """libvirt would print every error; they are raised anyway."""
