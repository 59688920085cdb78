"""Remembers the last commands of a session, so that nothing happens behind one's back."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from xenadmin_gui.domain.command import CommandRecord

_log = logging.getLogger(__name__)

CommandListener = Callable[[CommandRecord], None]


class CommandLog:
    """A ring of ``CommandRecord``; thread-safe."""

    def __init__(self, size: int = 5000) -> None:
        self._records: deque[CommandRecord] = deque(maxlen=size)
        self._listeners: list[CommandListener] = []
        self._lock = threading.Lock()

    def records(self) -> tuple[CommandRecord, ...]:
        """Return what is remembered, the oldest first."""
        with self._lock:
            return tuple(self._records)

    def add(self, record: CommandRecord) -> None:
        """Remember ``record`` and tell the listeners."""
        with self._lock:
            self._records.append(record)
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(record)
            except Exception:  # noqa: BLE001 - one listener must not rob the others
                _log.exception("a listener failed on a command record")

    def subscribe(self, listener: CommandListener) -> Callable[[], None]:
        """Call ``listener`` with each new record, on the thread that ran the command.

        Returns:
            The way to end it; may be called twice.
        """
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe
