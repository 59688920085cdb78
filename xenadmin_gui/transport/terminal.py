"""A terminal on a channel of the host's one connection (RFC 4254, 6.2 and 6.7)."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any, cast

from paramiko import Message, SSHException
from paramiko.common import cMSG_CHANNEL_REQUEST

from xenadmin_gui.domain.command import Command
from xenadmin_gui.transport.channels import OwnedChannel
from xenadmin_gui.transport.execution import has_ended
from xenadmin_gui.transport.protocols import TerminalListener

#: What programs take us for; the emulator understands Linux's own console.
TERM = "linux"
#: Bytes that a program may have written ahead of us; they still come after it was interrupted.
WINDOW = 256 * 1024
_CHUNK = 64 * 1024
_PIECE = 16 * 1024
#: What is typed ahead while the host takes nothing; bytes. More is dropped.
_MOST_WAITING = 1024 * 1024


class SshTerminal:
    """Owns its channel: everything is sent from its one thread, as ``channels`` asks."""

    def __init__(
        self,
        host: str,
        channel: OwnedChannel,
        command: Command | None,
        size: tuple[int, int],
        listener: TerminalListener,
    ) -> None:
        self._host = host
        self._channel = channel
        self._command = command
        self._listener = listener
        self._lock = threading.Lock()
        self._waiting = bytearray()
        self._size = size
        self._told_size = size
        self._is_closing = False
        self._is_held = False
        self._thread = threading.Thread(target=self._serve, name=f"terminal-{host}", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        with self._lock:
            if len(self._waiting) + len(data) <= _MOST_WAITING:
                self._waiting += data
        self._channel.wake.set()

    def resize(self, columns: int, rows: int) -> None:
        with self._lock:
            self._size = (columns, rows)
        self._channel.wake.set()

    def go_on(self) -> None:
        self._is_held = False
        self._channel.wake.set()

    def close(self) -> None:
        with self._lock:
            self._is_closing = True
        self._channel.wake.set()

    def wait_closed(self, timeout_s: float) -> bool:
        """Wait for its thread to end; say whether it did."""
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _serve(self) -> None:
        reason = f"The connection to {self._host} was lost."
        try:
            with suppress(SSHException, EOFError, OSError):
                self._begin()
                reason = self._carry() or reason
        finally:
            with suppress(SSHException, EOFError, OSError):
                self._channel.close()
            self._listener.on_closed(reason)

    def _begin(self) -> None:
        columns, rows = self._size
        request = self._request("pty-req")
        request.add_string(TERM)
        for number in (columns, rows, 0, 0):
            request.add_int(number)
        request.add_string(b"\0")
        self._send(request)
        if self._command is None:
            self._send(self._request("shell"))
        else:
            request = self._request("exec")
            line = f"LC_ALL=C exec {self._command.as_shell()}"
            request.add_string(line.encode("utf-8", "surrogateescape"))
            self._send(request)

    def _carry(self) -> str:
        """Carry both ways until the end; return its reason, empty for a lost connection."""
        channel = self._channel
        while True:
            channel.wake.rearm()
            with self._lock:
                is_closing, size = self._is_closing, self._size
            if is_closing:
                return "It was closed."
            if size != self._told_size:
                self._tell_size(size)
            self._type()
            is_over = has_ended(channel)
            if self._is_held:
                channel.wake.wait()
            elif channel.recv_ready():
                self._hand_over(channel.recv(_CHUNK))
            elif is_over:
                return self._ending()
            else:
                channel.wake.wait()

    def _hand_over(self, output: bytes) -> None:
        # Held before the listener knows of it: its ``go_on`` may come while it still returns.
        self._is_held = True
        if not self._listener.on_output(output):
            self._is_held = False

    def _ending(self) -> str:
        channel = self._channel
        if channel.was_refused:
            return f"{self._host} gives no terminal."
        if channel.exit_status >= 0:
            return f"It ended with status {channel.exit_status}."
        return "It ended." if channel.was_closed_by_host else ""

    def _type(self) -> None:
        while self._channel.room:
            with self._lock:
                piece = bytes(self._waiting[:_PIECE])
            if not piece:
                return
            sent = self._channel.send(piece)
            with self._lock:
                del self._waiting[:sent]

    def _tell_size(self, size: tuple[int, int]) -> None:
        request = self._request("window-change", wants_reply=False)
        for number in (*size, 0, 0):
            request.add_int(number)
        self._send(request)
        self._told_size = size

    def _request(self, kind: str, *, wants_reply: bool = True) -> Message:
        message = Message()
        message.add_byte(cMSG_CHANNEL_REQUEST)
        message.add_int(self._channel.remote_chanid)
        message.add_string(kind)
        message.add_boolean(wants_reply)
        return message

    def _send(self, message: Message) -> None:
        cast(Any, self._channel.transport)._send_user_message(message)
