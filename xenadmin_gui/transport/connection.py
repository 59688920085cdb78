"""One SSH connection: paramiko's Transport with an end that can be waited for and told."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import paramiko

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.deadline import Deadline, wait_for
from xenadmin_gui.transport.wire import Wire

if TYPE_CHECKING:
    from xenadmin_gui.transport.channels import OwnedChannel

# paramiko writes an error with its trace for each refused channel and each lost line; we raise
# those for the caller to tell. Whoever sets the logger's level still sees them.
if logging.getLogger("paramiko").level == logging.NOTSET:
    logging.getLogger("paramiko").setLevel(logging.CRITICAL)

_KEEPALIVE_S = 15
_REKEY_S = 15.0
_JOIN_S = 2.0


def _late(method: Callable[..., object]) -> Callable[[paramiko.Channel, paramiko.Message], object]:
    """Look a channel's handler up when it is called, so that a subclass may have its own."""
    name = method.__name__
    return lambda channel, message: getattr(channel, name)(message)


_HANDLERS: dict[int, Callable[..., object]] = cast(Any, paramiko.Transport)._channel_handler_table


class Connection(paramiko.Transport):
    """A Transport on a ``Wire``.

    Attributes:
        wire: Its line.
    """

    # Our Wire wakes the reading thread when it closes, so it need not look ten times a second.
    _active_check_timeout = 1.0
    _channel_handler_table = {kind: _late(method) for kind, method in _HANDLERS.items()}

    def __init__(self, wire: Wire, name: str) -> None:
        super().__init__(wire)  # type: ignore[arg-type]
        self.wire = wire
        self.name = f"ssh-{name}"
        self.clear_to_send_timeout = _REKEY_S
        self._abandoned: list[OwnedChannel] = []
        self._end_lock = threading.Lock()
        self._end_reason: str | None = None
        self._end_listeners: list[Callable[[str], None]] = []

    def run(self) -> None:
        """Serve the connection until it ends, then tell so; the transport's own thread."""
        try:
            super().run()
        finally:
            self.packetizer.complete_handshake()  # else its timer thread outlives us
            self.wire.release()
            self._tell_end()

    def negotiate(self, deadline: Deadline, context: JobContext) -> None:
        """Agree on keys with the server.

        Raises:
            paramiko.SSHException, EOFError, OSError: It speaks no SSH that we speak.
            TimeoutError: No answer in time.
            Cancelled: Somebody cancelled.
        """
        self.banner_timeout = self.handshake_timeout = deadline.remaining + 1.0
        agreed = threading.Event()
        self.start_client(event=agreed)
        in_time = wait_for(agreed, deadline, context)
        if not self.is_active():
            raise self.get_exception() or paramiko.SSHException("negotiation failed")
        if not in_time:
            raise TimeoutError
        self.set_keepalive(_KEEPALIVE_S)

    def abandon(self, channel: OwnedChannel) -> None:
        """Keep a channel that nobody waits for any more until the server answers for it.

        paramiko itself holds channels weakly; forgotten, it would stay open on the server and
        count there as one of the few sessions of this connection.
        """
        self._abandoned = [other for other in self._abandoned if not other.closed]
        self._abandoned.append(channel)
        channel.abandon()

    def on_end(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the reason when the connection has ended; at once if it has."""
        with self._end_lock:
            if self._end_reason is None:
                self._end_listeners.append(listener)
                return
            reason = self._end_reason
        listener(reason)

    def shut(self) -> None:
        """End the connection and wait for its thread; never raises."""
        self.close()
        if self.ident is None:
            self.wire.release()
        elif threading.current_thread() is not self:
            self.join(_JOIN_S)

    def _tell_end(self) -> None:
        cause = self.saved_exception
        reason = str(cause).strip() if cause is not None else ""
        with self._end_lock:
            self._end_reason = reason or "the host closed the connection"
            listeners, self._end_listeners = self._end_listeners, []
        for listener in listeners:
            try:
                listener(self._end_reason)
            except Exception:
                logging.getLogger(__name__).exception("a listener failed on a lost connection")
