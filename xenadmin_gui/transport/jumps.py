"""Connections to jump hosts, each shared by all servers behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline, acquire
from xenadmin_gui.transport.route import Endpoint


@dataclass(slots=True)
class _Shared:
    lock: threading.Lock = field(default_factory=threading.Lock)
    connection: Connection | None = None
    users: int = 0


class Loan:
    """A borrowed connection; the first call gives it back, later ones do nothing."""

    def __init__(self, pool: JumpPool, borrowed: Connection | None) -> None:
        self._pool = pool
        self._borrowed = borrowed

    def __call__(self) -> None:
        borrowed, self._borrowed = self._borrowed, None
        if borrowed is not None:
            self._pool.give_back(borrowed)


class JumpPool:
    """Lends connections: the first borrower makes it, the last one's return ends it.

    Sixteen hosts behind one bastion would otherwise be sixteen log-ins at once, of which sshd
    drops some at random (MaxStartups).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shared: dict[Endpoint, _Shared] = {}

    def borrow(
        self,
        endpoint: Endpoint,
        make: Callable[[], Connection],
        deadline: Deadline,
        context: JobContext,
    ) -> Connection:
        """Return a living connection to ``endpoint``; ``make`` is called when there is none.

        Raises:
            UnreachableError: Another borrower's log-in took too long; or what ``make`` raises.
            Cancelled: Somebody cancelled.
        """
        with self._lock:
            shared = self._shared.setdefault(endpoint, _Shared())
        if not acquire(shared.lock, deadline, context):
            raise UnreachableError(endpoint.host, f"The jump host {endpoint.host} is busy.")
        try:
            if shared.connection is None or not shared.connection.is_active():
                shared.connection = make()
                shared.users = 0
            shared.users += 1
            return shared.connection
        finally:
            shared.lock.release()

    def give_back(self, connection: Connection) -> None:
        """Return what was borrowed, once; never raises."""
        with self._lock:
            owners = [s for s in self._shared.values() if s.connection is connection]
        for shared in owners:
            with shared.lock:
                if shared.connection is not connection:
                    continue
                shared.users -= 1
                if shared.users:
                    continue
                shared.connection = None
            connection.shut()

    def close(self) -> None:
        """End all of them; never raises."""
        with self._lock:
            connections = [s.connection for s in self._shared.values() if s.connection]
            self._shared.clear()
        for connection in connections:
            connection.shut()
