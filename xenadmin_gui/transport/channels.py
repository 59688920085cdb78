"""SSH channels on which only their owner's thread ever sends.

paramiko answers the server's CLOSE from its own thread. Data or EOF that the user's thread was
just about to send then follow the CLOSE, and OpenSSH ends the whole connection for that
(paramiko issues 1115, 1584, 1705). Here the transport's thread only notes what the server said,
and wakes the owner, which sends everything, CLOSE last.
"""

from __future__ import annotations

import threading
from typing import Any, cast

from paramiko import Channel, Message, SSHException
from paramiko.common import cMSG_CHANNEL_CLOSE, cMSG_CHANNEL_OPEN, cMSG_CHANNEL_REQUEST

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline, wait_for

_WINDOW = 2 * 1024 * 1024
_PACKET = 32 * 1024
#: paramiko remembers every channel there ever was; late news of older ones cannot come.
_REMEMBERED = 5000


class ChannelRefusedError(Exception):
    """The server does not open such a channel, or did not within the time."""


class Wake(threading.Event):
    """Set whenever something happened on a channel; only ``rearm`` takes it back.

    paramiko's pipes clear their event when one of them is empty, which would lose the news
    of the other one.
    """

    def clear(self) -> None:
        """Do nothing: see the class."""

    def rearm(self) -> None:
        """Start to wait for the next thing; call before looking at the channel."""
        super().clear()


class OwnedChannel(Channel):
    """A channel whose every message comes from one thread.

    Attributes:
        wake: Set on output, EOF, CLOSE, refusal, and room to send.
        was_refused: The server refused a request such as exec.
        was_closed_by_host: The server's CLOSE has come.
    """

    def __init__(self, chanid: int, wake: Wake) -> None:
        super().__init__(chanid)
        self.wake = wake
        self.was_refused = False
        self.was_closed_by_host = False
        self._is_abandoned = False
        self._close_sent = False
        self._sending = threading.Lock()
        self.in_buffer.set_event(wake)
        self.in_stderr_buffer.set_event(wake)

    def request_exec(self, line: str) -> None:
        """Ask to run ``line``, and do not wait for the answer: that saves a round trip."""
        message = self._message(cMSG_CHANNEL_REQUEST)
        message.add_string("exec").add_boolean(True)
        message.add_string(line.encode("utf-8", "surrogateescape"))
        self._transmit(message)

    def send_eof(self) -> None:
        """End the standard input; safe here, see the module."""
        with self.lock:
            message = cast(Any, self)._send_eof()
        if message is not None:
            self._transmit(message)

    @property
    def room(self) -> int:
        """How many bytes ``send`` takes without waiting."""
        return 0 if self.closed or self.eof_sent else self.out_window_size

    def send(self, piece: bytes | bytearray) -> int:
        """Send some of ``piece``; several writers of a jump host's channel take turns.

        Raises:
            OSError: The channel is closed.
            TimeoutError: No room within the channel's time-out.
        """
        with self._sending:
            return super().send(piece)

    def hang_up(self) -> None:
        """Wake all who wait here and refuse further work; sends nothing, so never waits."""
        with self.lock:
            cast(Any, self)._set_closed()

    def close(self) -> None:
        """Say good-bye; after this, nothing is sent any more."""
        with self._sending:
            with self.lock:
                if self._close_sent or not self.active:
                    return
                self._close_sent = True
                eof = cast(Any, self)._send_eof()
                cast(Any, self)._set_closed()
            if eof is not None:
                self._transmit(eof)
            self._transmit(self._message(cMSG_CHANNEL_CLOSE))

    def _message(self, kind: bytes) -> Message:
        message = Message()
        message.add_byte(kind)
        message.add_int(self.remote_chanid)
        return message

    def _transmit(self, message: Message) -> None:
        cast(Any, self.transport)._send_user_message(message)

    def abandon(self) -> None:
        """Give up before the server has opened it; it is closed when the answer comes late."""
        with self.lock:
            self._is_abandoned = True
            came_meanwhile = bool(self.active)
        if came_meanwhile:
            self.close()

    # What follows is called by paramiko's transport thread.

    def _set_remote_channel(self, number: int, window: int, packet: int) -> None:
        cast(Any, super())._set_remote_channel(number, window, packet)
        if self._is_abandoned:
            self.close()

    def _window_adjust(self, message: Message) -> None:
        cast(Any, super())._window_adjust(message)
        self.wake.set()

    def _request_success(self, message: Message) -> None:
        cast(Any, super())._request_success(message)
        self.wake.set()

    def _request_failed(self, message: Message) -> None:
        self.was_refused = True
        with self.lock:
            cast(Any, self)._set_closed()
        self.wake.set()

    def _handle_close(self, message: Message) -> None:
        with self.lock:
            self.was_closed_by_host = True
            cast(Any, self)._set_closed()
            cast(Any, self.transport)._unlink_channel(self.chanid)
        self.wake.set()


def open_session(
    connection: Connection, deadline: Deadline, context: JobContext, *, window: int = _WINDOW
) -> OwnedChannel:
    """Open a channel to run one command on.

    Args:
        window: How many bytes the server may send ahead of their reader.

    Raises:
        ChannelRefusedError: The server has no more sessions to give, or does not answer.
        SSHException, EOFError, OSError: The connection is gone.
        Cancelled: Somebody cancelled.
    """
    return _open(connection, "session", b"", deadline, context, window)


def open_tcp(
    connection: Connection, address: str, port: int, deadline: Deadline, context: JobContext
) -> OwnedChannel:
    """Open a channel that the server connects to ``address`` (RFC 4254, 7.2: direct-tcpip).

    Raises:
        The same as ``open_session``.
    """
    target = Message()
    target.add_string(address).add_int(port)
    target.add_string("127.0.0.1").add_int(0)
    return _open(connection, "direct-tcpip", target.asbytes(), deadline, context)


def open_socket(
    connection: Connection, path: str, deadline: Deadline, context: JobContext
) -> OwnedChannel:
    """Open a channel to a UNIX socket of the server (OpenSSH's PROTOCOL, 2.4).

    Raises:
        The same as ``open_session``.
    """
    target = Message()
    target.add_string(path).add_string("").add_int(0)
    kind = "direct-streamlocal@openssh.com"
    return _open(connection, kind, target.asbytes(), deadline, context)


def _open(
    connection: Connection,
    kind: str,
    target: bytes,
    deadline: Deadline,
    context: JobContext,
    window: int = _WINDOW,
) -> OwnedChannel:
    """Do as ``Transport.open_channel``, which knows neither cancel nor this kind of channel."""
    if not connection.is_active():
        raise SSHException("the connection is closed")
    private = cast(Any, connection)
    answered = threading.Event()
    with connection.lock:
        number: int = private._next_channel()
        channel = OwnedChannel(number, Wake())
        private._channels.put(number, channel)
        connection.channel_events[number] = answered
        connection.channels_seen[number] = True
        if private._channels.get(number - _REMEMBERED) is None:
            connection.channels_seen.pop(number - _REMEMBERED, None)
        cast(Any, channel)._set_transport(connection)
        cast(Any, channel)._set_window(window, _PACKET)
    request = Message()
    request.add_byte(cMSG_CHANNEL_OPEN)
    request.add_string(kind).add_int(number).add_int(window).add_int(_PACKET)
    request.add_bytes(target)
    private._send_user_message(request)
    try:
        in_time = wait_for(answered, deadline, context)
    except Cancelled:
        connection.abandon(channel)
        raise
    if not connection.is_active() and not channel.active:
        raise SSHException("the connection was lost")
    if not in_time:
        connection.abandon(channel)
        raise ChannelRefusedError(f"no answer within {deadline.seconds:g} s")
    if not channel.active:
        raise ChannelRefusedError(f"{kind.partition('@')[0]} channel refused")
    return channel
