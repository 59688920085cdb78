"""The socket under an SSH connection: opened with a time-out, never stuck in a write."""

from __future__ import annotations

import errno
import select
import socket
import threading
import time
from contextlib import suppress
from typing import Any

from paramiko import SSHException

from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.deadline import Deadline, wait_for

#: A write that moves nothing for so long ends the connection; seconds.
STALL_S = 10.0
#: A silent network is noticed by the kernel within half a minute, asked or not; seconds, ms.
_KEEPALIVE = (
    ("TCP_KEEPIDLE", 15),
    ("TCP_KEEPINTVL", 5),
    ("TCP_KEEPCNT", 3),
    ("TCP_USER_TIMEOUT", 30_000),
)


class Wire:
    """What paramiko takes for its socket: a TCP socket, or a channel of a jump host.

    ``close`` only shuts the line, so that a thread that still reads sees its end; the
    descriptor is given back by ``release`` when that thread is gone. A plain close would free a
    number that the reader still polls.
    """

    def __init__(self, inner: Any, *, stall_s: float = STALL_S) -> None:
        self._inner = inner
        self._stall_s = stall_s
        self._stalled_since: float | None = None
        self._closed = False

    def settimeout(self, seconds: float | None) -> None:
        self._inner.settimeout(seconds)

    def recv(self, size: int) -> bytes:
        if self._closed:
            return b""
        received: bytes = self._inner.recv(size)
        return received

    def send(self, chunk: bytes) -> int:
        """Send some of ``chunk``.

        Raises:
            TimeoutError: Nothing moved for the moment; paramiko tries again.
            OSError: Nothing moved for too long, or the line is closed.
        """
        if self._closed:
            raise OSError(errno.EPIPE, "the line is closed")
        try:
            sent: int = self._inner.send(chunk)
        except TimeoutError:
            now = time.monotonic()
            if self._stalled_since is None:
                self._stalled_since = now
            elif now - self._stalled_since > self._stall_s:
                self.close()
                raise OSError(errno.ECONNABORTED, "the host takes no more data") from None
            raise
        self._stalled_since = None
        return sent

    def getpeername(self) -> Any:
        return self._inner.getpeername()

    def close(self) -> None:
        """End the line; wakes a reader; never raises."""
        self._closed = True
        if isinstance(self._inner, socket.socket):
            with suppress(OSError):
                self._inner.shutdown(socket.SHUT_RDWR)
        else:
            self._inner.hang_up()

    def release(self) -> None:
        """Give the descriptor back; only when nobody reads any more."""
        self._closed = True
        with suppress(OSError, EOFError, SSHException):
            self._inner.close()


def dial(
    host: str, address: str, port: int, deadline: Deadline, context: JobContext
) -> socket.socket:
    """Connect to ``address`` with TCP_NODELAY and keep-alive set.

    Raises:
        UnreachableError: No such name, no route, refused or no answer.
        Cancelled: Somebody cancelled.
    """
    targets = _resolve(host, address, port, deadline, context)
    failure: OSError = TimeoutError()
    for index, (family, kind, protocol, _, target) in enumerate(targets):
        share = deadline.remaining / (len(targets) - index)
        try:
            return _connect(family, kind, protocol, target, Deadline(context.clock, share), context)
        except OSError as error:
            failure = error
    raise UnreachableError(host, *_explain(host, address, port, deadline, failure))


def _resolve(
    host: str, address: str, port: int, deadline: Deadline, context: JobContext
) -> list[Any]:
    """Look the name up on a thread of its own, for the resolver knows no time-out."""
    numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    try:
        return socket.getaddrinfo(address, port, type=socket.SOCK_STREAM, flags=numeric)
    except socket.gaierror:
        pass
    answer: list[Any] = []
    problem: list[OSError] = []
    done = threading.Event()

    def look_up() -> None:
        try:
            answer.extend(socket.getaddrinfo(address, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            problem.append(error if isinstance(error, OSError) else OSError(str(error)))
        done.set()

    threading.Thread(target=look_up, name=f"resolve-{host}", daemon=True).start()
    if wait_for(done, deadline, context) and answer:
        return answer
    reason = (problem[0].strerror if problem else None) or "the name server does not answer"
    raise UnreachableError(
        host,
        f"The name {address!r} of {host} cannot be resolved: {reason}.",
        next_step="Check the address in the cluster file, and the name server.",
    )


def _connect(
    family: int, kind: int, protocol: int, target: Any, deadline: Deadline, context: JobContext
) -> socket.socket:
    line = socket.socket(family, kind, protocol)
    try:
        line.setblocking(False)
        status = line.connect_ex(target)
        if status == errno.EINPROGRESS:
            poller = select.poll()
            poller.register(line, select.POLLOUT)
            while not poller.poll(1000 * deadline.slice(context)):
                if deadline.has_passed:
                    raise TimeoutError
            status = line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if status:
            raise OSError(status, "cannot connect")
        _tune(line)
    except BaseException:
        line.close()
        raise
    return line


def _tune(line: socket.socket) -> None:
    """Without TCP_NODELAY every exec waits about 45 ms for a delayed acknowledgement."""
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in _KEEPALIVE:
        if hasattr(socket, option):
            line.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)


def _explain(
    host: str, address: str, port: int, deadline: Deadline, failure: OSError
) -> tuple[str]:
    where = f"{host} ({address} port {port})"
    if isinstance(failure, TimeoutError):
        return (f"{where} did not answer within {deadline.seconds:g} s.",)
    if failure.errno == errno.ECONNREFUSED:
        return (f"{where} refuses the connection: no SSH server listens there.",)
    if failure.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH):
        return (f"There is no route to {where}.",)
    reason = errno.errorcode.get(failure.errno or 0, str(failure))
    return (f"{where} cannot be connected to: {reason}.",)
