"""One command on one channel: its streams, its end, its time-out and its cancel."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from paramiko import SSHException

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.channels import OwnedChannel, open_session
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline

_CHUNK = 256 * 1024
_PIECE = 32 * 1024
_FAREWELL_S = 1.0


@dataclass(slots=True)
class Execution:
    """What came of a command; complete unless ``timed_out``.

    Attributes:
        exit_status: None when a signal ended it, or the time.
        stdout, stderr: Raw bytes, as far as they came.
        pending: What is left of the standard input.
    """

    pending: memoryview
    stdout: bytearray = field(default_factory=bytearray)
    stderr: bytearray = field(default_factory=bytearray)
    exit_status: int | None = None
    timed_out: bool = False


def execute(
    connection: Connection, line: str, stdin: bytes, deadline: Deadline, context: JobContext
) -> Execution:
    """Run a shell line to its end, or to the deadline.

    Args:
        line: For the login shell of the server, quoted already.
        stdin: All of its standard input; it sees the end of it.

    Raises:
        ChannelRefusedError: The server opens no channel, or runs no commands.
        SSHException, EOFError, OSError: The connection is gone.
        Cancelled: Somebody cancelled.
    """
    channel = open_session(connection, deadline, context)
    execution = Execution(memoryview(stdin))
    try:
        with context.closing_on_cancel(channel.wake.set):
            channel.request_exec(line)
            execution.timed_out = not _serve(channel, execution, deadline, context)
            if not execution.timed_out:
                execution.exit_status = _ending(connection, channel)
    finally:
        with suppress(SSHException, EOFError, OSError):
            channel.close()
    return execution


def _serve(
    channel: OwnedChannel, execution: Execution, deadline: Deadline, context: JobContext
) -> bool:
    """Carry data both ways until both outputs are closed; False when the time is up first."""
    while True:
        channel.wake.rearm()
        context.checkpoint()
        _give(channel, execution)
        took = _take(channel, execution)
        if not took and (channel.eof_received or channel.closed) and channel.status_event.is_set():
            _take(channel, execution)
            return True
        if deadline.has_passed:
            return False
        if not took:
            context.clock.wait(channel.wake, deadline.remaining)


def _give(channel: OwnedChannel, execution: Execution) -> None:
    while execution.pending and channel.room:
        try:
            sent = channel.send(bytes(execution.pending[:_PIECE]))
        except OSError:
            return  # closed since we looked
        execution.pending = execution.pending[sent:]
    if not execution.pending and not channel.eof_sent and not channel.closed:
        channel.send_eof()


def _take(channel: OwnedChannel, execution: Execution) -> bool:
    took = False
    while channel.recv_ready():
        execution.stdout += channel.recv(_CHUNK)
        took = True
    while channel.recv_stderr_ready():
        execution.stderr += channel.recv_stderr(_CHUNK)
        took = True
    return took


def _ending(connection: Connection, channel: OwnedChannel) -> int | None:
    """Tell an exit status, a signal, a refusal and a lost connection apart.

    A lost connection closes the channel, too, a moment before it is itself known as lost.
    """
    if channel.exit_status >= 0:
        return channel.exit_status
    if channel.was_refused:
        raise SSHException("the server runs no commands")
    if not channel.was_closed_by_host:
        connection.join(_FAREWELL_S)
        raise SSHException("the connection was lost")
    return None
