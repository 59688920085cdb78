"""A private UNIX socket whose other end is a channel of an SSH connection."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from paramiko import SSHException

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.scratch import Scratch
from xenadmin_gui.transport.channels import OwnedChannel, Wake

_PIECE = 32 * 1024
_BUFFER = 256 * 1024
_COMPLAINT = 4000
_JOIN_S = 2.0


class _PipeWake(Wake):
    """A wake that ``select`` sees."""

    def __init__(self, tell: socket.socket) -> None:
        super().__init__()
        self._tell = tell

    def set(self) -> None:
        super().set()
        with suppress(OSError):  # full: it is awake already; closed: nobody sleeps
            self._tell.send(b"!")


class Bridge:
    """Carries bytes between a channel and the one process-local client of ``path``.

    The socket lies in a directory that only its user may enter, takes one peer, who must be
    this very process, and is unlinked as soon as that one has come.

    Attributes:
        path: Where the client connects to, once.
    """

    def __init__(self, channel: OwnedChannel, name: str) -> None:
        self._channel = channel
        self._ear, tell = socket.socketpair()
        self._ear.setblocking(False)
        tell.setblocking(False)
        self._tell = tell
        wake = _PipeWake(tell)
        channel.wake = wake
        channel.in_buffer.set_event(wake)
        channel.in_stderr_buffer.set_event(wake)
        self._wake = wake
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        place = Path(runtime) if runtime and os.access(runtime, os.W_OK) else None
        self._scratch = Scratch("xenadmin-bridge-", place)
        self.path = self._scratch.path / "libvirt"
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(str(self.path))
        self._door.listen(1)
        self._stopping = False
        self._complaint = bytearray()
        self._limits_lock = threading.Lock()
        self._limits: dict[int, float] = {}
        self._numbers = count()
        self._thread = threading.Thread(target=self._run, name=f"bridge-{name}", daemon=True)
        self._thread.start()

    @property
    def complaint(self) -> str:
        """What the far end wrote to its error output, if it is a program."""
        return bytes(self._complaint).decode("utf-8", "replace").strip()

    @contextmanager
    def limit(self, seconds: float, context: JobContext | None = None) -> Iterator[None]:
        """Cut the line when the block takes longer, or is cancelled: libvirt knows neither."""
        number = next(self._numbers)
        with self._limits_lock:
            self._limits[number] = time.monotonic() + seconds
        self._wake.set()
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
        self._stopping = True
        self._wake.set()

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
                peer.setblocking(False)
                self._carry(peer)
        finally:
            self._remove_door()
            if peer is not None:
                peer.close()
            with suppress(SSHException, EOFError, OSError):
                self._channel.close()
            self._ear.close()
            self._tell.close()

    def _welcome(self) -> socket.socket | None:
        """Wait for our own process to knock; None when told to stop before."""
        while self._goes_on():
            readable, _, _ = select.select([self._door, self._ear], [], [], self._patience())
            self._hush()
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

    def _carry(self, peer: socket.socket) -> None:
        inward, outward = bytearray(), bytearray()
        while self._goes_on():
            self._hush()
            self._take(inward)
            if inward:
                with suppress(BlockingIOError):
                    del inward[: peer.send(inward)]
            while outward and self._channel.room:
                del outward[: self._channel.send(outward[:_PIECE])]
            if not inward and not self._channel.recv_ready() and self._is_over():
                return
            readable, _, _ = select.select(
                [self._ear] + ([peer] if len(outward) < _BUFFER else []),
                [peer] if inward else [],
                [],
                0 if self._channel.recv_ready() and not inward else self._patience(),
            )
            if peer in readable:
                piece = peer.recv(_BUFFER)
                if not piece:
                    return
                outward += piece

    def _take(self, inward: bytearray) -> None:
        """Read as much from the channel as the peer has room for; the rest waits there."""
        while self._channel.recv_ready() and len(inward) < _BUFFER:
            inward += self._channel.recv(_BUFFER)
        while self._channel.recv_stderr_ready():
            self._complaint += self._channel.recv_stderr(_COMPLAINT)
            del self._complaint[:-_COMPLAINT]

    def _is_over(self) -> bool:
        return bool(self._channel.closed or self._channel.eof_received)

    def _goes_on(self) -> bool:
        patience = self._patience()
        return not self._stopping and (patience is None or patience > 0)

    def _patience(self) -> float | None:
        """Seconds until the first limit passes; None when there is no limit."""
        with self._limits_lock:
            first = min(self._limits.values(), default=None)
        return None if first is None else max(0.0, first - time.monotonic())

    def _hush(self) -> None:
        self._wake.rearm()
        with contextlib.suppress(BlockingIOError):
            while self._ear.recv(4096):
                pass
