"""A private UNIX socket whose other end is a channel of an SSH connection."""

from __future__ import annotations

import os
import select
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.scratch import Scratch, runtime_place
from xenadmin_gui.transport.channels import OwnedChannel
from xenadmin_gui.transport.ferry import Ferry

_JOIN_S = 2.0


class Bridge:
    """Carries bytes between a channel and the one process-local client of ``path``.

    The socket lies in a directory that only its user may enter, takes one peer, who must be
    this very process, and is unlinked as soon as that one has come.

    Attributes:
        path: Where the client connects to, once.
    """

    def __init__(self, channel: OwnedChannel, name: str) -> None:
        self._limits_lock = threading.Lock()
        self._limits: dict[int, float] = {}
        self._numbers = count()
        self._ferry = Ferry(channel, self._patience)
        self._scratch = Scratch("xenadmin-bridge-", runtime_place())
        self.path = self._scratch.path / "libvirt"
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._door.bind(str(self.path))
            self._door.listen(1)
        except OSError:  # the path may be too long for a socket
            self._remove_door()
            self._ferry.close()
            raise
        self._thread = threading.Thread(target=self._run, name=f"bridge-{name}", daemon=True)
        self._thread.start()

    @property
    def complaint(self) -> str:
        """What the far end wrote to its error output, if it is a program."""
        return self._ferry.complaint

    @contextmanager
    def limit(self, seconds: float, context: JobContext | None = None) -> Iterator[None]:
        """Cut the line when the block takes longer, or is cancelled: libvirt knows neither."""
        number = next(self._numbers)
        with self._limits_lock:
            self._limits[number] = time.monotonic() + seconds
        self._ferry.wake()
        try:
            if context is None:
                yield
            else:
                with context.closing_on_cancel(self.cut):
                    yield
        finally:
            with self._limits_lock:
                del self._limits[number]

    def cut(self) -> None:
        """Tell the thread to end; returns at once."""
        self._ferry.cut()

    def close(self) -> None:
        """Cut the line and wait for the thread; never raises."""
        self.cut()
        if threading.current_thread() is not self._thread:
            self._thread.join(_JOIN_S)

    def _run(self) -> None:
        peer: socket.socket | None = None
        try:
            peer = self._welcome()
            if peer is not None:
                self._ferry.carry(peer)
        finally:
            self._remove_door()
            if peer is not None:
                peer.close()
            self._ferry.close()

    def _welcome(self) -> socket.socket | None:
        """Wait for our own process to knock; None when told to stop before."""
        while self._ferry.goes_on:
            readable, _, _ = select.select([self._door, self._ferry.ear], [], [], self._patience())
            self._ferry.hush()
            if self._door in readable:
                peer, _ = self._door.accept()
                credentials = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
                pid, uid, _ = struct.unpack("3i", credentials)
                if (pid, uid) == (os.getpid(), os.getuid()):
                    self._remove_door()
                    return peer
                peer.close()
        return None

    def _remove_door(self) -> None:
        self._door.close()
        self._scratch.remove()

    def _patience(self) -> float | None:
        """Seconds until the first limit passes; None when there is no limit."""
        with self._limits_lock:
            first = min(self._limits.values(), default=None)
        return None if first is None else max(0.0, first - time.monotonic())
