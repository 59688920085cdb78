"""A private UNIX socket here for a port or a socket of a host, over the host's one connection."""

from __future__ import annotations

import os
import select
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress

from paramiko import SSHException

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.scratch import Scratch, runtime_place
from xenadmin_gui.transport.channels import (
    ChannelRefusedError,
    OwnedChannel,
    open_socket,
    open_tcp,
)
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline
from xenadmin_gui.transport.ferry import Ferry
from xenadmin_gui.transport.protocols import FarEnd

_JOIN_S = 2.0


class SshTunnel:
    """Carries each client of ``path`` over a channel of its own, until it is closed or lost.

    The socket lies in a directory that only its user may enter, and takes only that user's
    programs. No port is opened.

    Attributes:
        path: Where clients connect to.
    """

    def __init__(
        self, host: str, first: OwnedChannel, open_next: Callable[[], OwnedChannel]
    ) -> None:
        """Begin to listen.

        Args:
            first: A channel for the first client.
            open_next: Opens one for a further client, on that client's thread.
        """
        self._host = host
        self._waiting: OwnedChannel | None = first
        self._open_next = open_next
        self._lock = threading.Lock()
        self._reason: str | None = None
        self._listeners: list[Callable[[str], None]] = []
        self._ferries: list[Ferry] = []
        self._carriers: list[threading.Thread] = []
        self._ear, self._tell = socket.socketpair()
        self._scratch = Scratch("xenadmin-tunnel-", runtime_place())
        self.path = self._scratch.path / "socket"
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._door.bind(str(self.path))
            self._door.listen(8)
        except OSError:  # the path may be too long for a socket
            for end in (self._door, self._ear, self._tell):
                end.close()
            self._scratch.remove()
            raise
        self._thread = threading.Thread(target=self._serve, name=f"tunnel-{host}", daemon=True)
        self._thread.start()

    @property
    def is_closed(self) -> bool:
        return not self._thread.is_alive()

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the reason, once, before the lines are cut."""
        with self._lock:
            reason = self._reason
            if reason is None:
                self._listeners.append(listener)
        if reason is not None:
            listener(reason)

    def lose(self, reason: str) -> None:
        """End because the connection is gone; returns at once."""
        with self._lock:
            if self._reason is not None:
                return
            self._reason = reason
            listeners, self._listeners = self._listeners, []
            ferries = list(self._ferries)
        for listener in listeners:
            listener(reason)
        for ferry in ferries:
            ferry.cut()
        with suppress(OSError):
            self._tell.send(b"!")

    def close(self) -> None:
        """End every client's line and take the socket away; never raises."""
        self.lose("It was closed.")
        if threading.current_thread() is not self._thread:
            self._thread.join(_JOIN_S)

    def _serve(self) -> None:
        try:
            while self._reason is None:
                readable, _, _ = select.select([self._door, self._ear], [], [])
                if self._door in readable:
                    self._welcome(self._door.accept()[0])
        finally:
            self._door.close()
            self._scratch.remove()
            for carrier in self._carriers:
                carrier.join(_JOIN_S)
            if self._waiting is not None:
                with suppress(SSHException, EOFError, OSError):
                    self._waiting.close()
            self._ear.close()
            self._tell.close()

    def _welcome(self, peer: socket.socket) -> None:
        credentials = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        _, uid, _ = struct.unpack("3i", credentials)
        if uid != os.getuid():
            peer.close()
            return
        channel, self._waiting = self._waiting, None
        self._carriers = [one for one in self._carriers if one.is_alive()]
        carrier = threading.Thread(
            target=self._carry, args=(peer, channel), name=f"tunnel-{self._host}-line", daemon=True
        )
        self._carriers.append(carrier)
        carrier.start()

    def _carry(self, peer: socket.socket, channel: OwnedChannel | None) -> None:
        ferry: Ferry | None = None
        try:
            ferry = Ferry(channel or self._open_next())
            with self._lock:
                self._ferries.append(ferry)
                is_over = self._reason is not None
            if not is_over:
                ferry.carry(peer)
        except (ChannelRefusedError, SSHException, EOFError, OSError):
            pass  # the client sees the end of its line
        finally:
            peer.close()
            if ferry is not None:
                with self._lock:
                    if ferry in self._ferries:
                        self._ferries.remove(ferry)
                ferry.close()


def open_far_end(
    connection: Connection, end: FarEnd, deadline: Deadline, context: JobContext
) -> OwnedChannel:
    """Open a channel to what ``end`` names.

    Raises:
        ChannelRefusedError: Nothing listens there, or the host forwards nothing.
        SSHException, EOFError, OSError: The connection is gone.
        Cancelled: Somebody cancelled.
    """
    if end.path:
        return open_socket(connection, end.path, deadline, context)
    return open_tcp(connection, end.address, end.port, deadline, context)
