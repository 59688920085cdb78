"""Carrying bytes between a channel of an SSH connection and a local socket."""

from __future__ import annotations

import contextlib
import select
import socket
from collections.abc import Callable
from contextlib import suppress

from paramiko import SSHException

from xenadmin_gui.transport.channels import OwnedChannel, Wake

_PIECE = 32 * 1024
_BUFFER = 256 * 1024
_COMPLAINT = 4000


class _PipeWake(Wake):
    """A wake that ``select`` sees."""

    def __init__(self, tell: socket.socket) -> None:
        super().__init__()
        self._tell = tell

    def set(self) -> None:
        super().set()
        with suppress(OSError):  # full: it is awake already; closed: nobody sleeps
            self._tell.send(b"!")


class Ferry:
    """Owns its channel; everything but ``cut`` and ``wake`` is called on one thread.

    Attributes:
        ear: Readable when something has happened on the channel, or somebody called.
    """

    def __init__(
        self, channel: OwnedChannel, patience: Callable[[], float | None] = lambda: None
    ) -> None:
        """Take the channel over.

        Args:
            patience: Seconds for which it may still go on; None: as long as both sides want.
        """
        self._channel = channel
        self._patience = patience
        self.ear, self._tell = socket.socketpair()
        self.ear.setblocking(False)
        self._tell.setblocking(False)
        self._wake = _PipeWake(self._tell)
        channel.wake = self._wake
        channel.in_buffer.set_event(self._wake)
        channel.in_stderr_buffer.set_event(self._wake)
        self._is_cut = False
        self._complaint = bytearray()

    @property
    def complaint(self) -> str:
        """What the far end wrote to its error output, if it is a program."""
        return bytes(self._complaint).decode("utf-8", "replace").strip()

    @property
    def goes_on(self) -> bool:
        """Whether nobody has cut it and its time is not up."""
        patience = self._patience()
        return not self._is_cut and (patience is None or patience > 0)

    def wake(self) -> None:
        """Have ``patience`` asked again."""
        self._wake.set()

    def cut(self) -> None:
        """Tell its thread to end; returns at once."""
        self._is_cut = True
        self._wake.set()

    def hush(self) -> None:
        """Wait for the next thing; call before looking at what there is."""
        self._wake.rearm()
        with contextlib.suppress(BlockingIOError):
            while self.ear.recv(4096):
                pass

    def carry(self, peer: socket.socket) -> None:
        """Carry both ways until one side ends or it is cut."""
        peer.setblocking(False)
        inward, outward = bytearray(), bytearray()
        while self.goes_on:
            self.hush()
            self._take(inward)
            if inward:
                with suppress(BlockingIOError):
                    del inward[: peer.send(inward)]
            while outward and self._channel.room:
                del outward[: self._channel.send(outward[:_PIECE])]
            if not inward and not self._channel.recv_ready() and self._is_over():
                return
            readable, _, _ = select.select(
                [self.ear] + ([peer] if len(outward) < _BUFFER else []),
                [peer] if inward else [],
                [],
                0 if self._channel.recv_ready() and not inward else self._patience(),
            )
            if peer in readable:
                piece = peer.recv(_BUFFER)
                if not piece:
                    return
                outward += piece

    def close(self) -> None:
        """Close the channel; never raises."""
        with suppress(SSHException, EOFError, OSError):
            self._channel.close()
        self.ear.close()
        self._tell.close()

    def _take(self, inward: bytearray) -> None:
        """Read as much from the channel as the peer has room for; the rest waits there."""
        while self._channel.recv_ready() and len(inward) < _BUFFER:
            inward += self._channel.recv(_BUFFER)
        while self._channel.recv_stderr_ready():
            self._complaint += self._channel.recv_stderr(_COMPLAINT)
            del self._complaint[:-_COMPLAINT]

    def _is_over(self) -> bool:
        return bool(self._channel.closed or self._channel.eof_received)
