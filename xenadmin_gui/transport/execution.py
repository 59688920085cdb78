"""One command on one channel: its streams, its end, its time-out and its cancel."""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field

from paramiko import SSHException

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.channels import ChannelRefusedError, OwnedChannel, open_session
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline

_CHUNK = 256 * 1024
_PIECE = 32 * 1024
_FAREWELL_S = 1.0
_KILL_S = 2.0
#: A talkative ~/.bashrc may speak before our introduction; bytes.
_INTRODUCTION = 64 * 1024


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


@dataclass(frozen=True, slots=True)
class Introduction:
    """The first words of a shell of ours: its process number, by which it can be ended."""

    token: str = field(default_factory=lambda: secrets.token_hex(16))

    def before(self, line: str) -> str:
        """Return the line with its shell telling its process number first."""
        return f"printf '%s %d\\n' {self.token} $$ >&2; {line}"

    def taken_from(self, stderr: bytearray) -> int | None:
        """Remove it from the error output; None when it has not come."""
        match = re.search(rb"%s (\d+)\n" % self.token.encode(), bytes(stderr[:_INTRODUCTION]))
        if match is None:
            return None
        del stderr[match.start() : match.end()]
        return int(match[1])


def execute(
    connection: Connection, line: str, stdin: bytes, deadline: Deadline, context: JobContext
) -> Execution:
    """Run a shell line to its end, or to the deadline; what is not wanted any more is ended.

    sshd does not end a command whose channel is closed, and counts its session until it ends by
    itself: a few hanging commands would use up all sessions of the connection.

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
    introduction = Introduction()
    is_over = False
    try:
        with context.closing_on_cancel(channel.wake.set):
            channel.request_exec(introduction.before(line))
            is_over = _serve(channel, execution, deadline, context)
            execution.timed_out = not is_over
            if is_over:
                execution.exit_status = ending(connection, channel)
    finally:
        with suppress(SSHException, EOFError, OSError):
            channel.close()
        number = introduction.taken_from(execution.stderr)
        if number is not None and not is_over:
            end_on_host(connection, number, context)
    return execution


def end_on_host(connection: Connection, number: int, context: JobContext) -> None:
    """Send TERM to a command and all its children; they are a process group of their own."""
    deadline = Deadline(context.clock, _KILL_S)
    own = JobContext(clock=context.clock)  # the caller's may be cancelled
    with suppress(SSHException, EOFError, OSError, ChannelRefusedError, Cancelled):
        channel = open_session(connection, deadline, own)
        try:
            channel.request_exec(f"kill -s TERM -- -{number}")
            _serve(channel, Execution(memoryview(b"")), deadline, own)
        finally:
            channel.close()


def _serve(
    channel: OwnedChannel, execution: Execution, deadline: Deadline, context: JobContext
) -> bool:
    """Carry data both ways until both outputs are closed; False when the time is up first."""
    while True:
        channel.wake.rearm()
        context.checkpoint()
        give(channel, execution)
        if not execution.pending and not channel.eof_sent and not channel.closed:
            channel.send_eof()
        took = take(channel, execution)
        if not took and has_ended(channel):
            take(channel, execution)
            return True
        if deadline.has_passed:
            return False
        if not took:
            context.clock.wait(channel.wake, deadline.remaining)


def has_ended(channel: OwnedChannel) -> bool:
    """Say whether the command is over and nothing more will come."""
    return bool((channel.eof_received or channel.closed) and channel.status_event.is_set())


def give(channel: OwnedChannel, execution: Execution) -> None:
    """Send as much of the standard input as there is room for."""
    while execution.pending and channel.room:
        try:
            sent = channel.send(bytes(execution.pending[:_PIECE]))
        except OSError:
            return  # closed since we looked
        execution.pending = execution.pending[sent:]


def take(channel: OwnedChannel, execution: Execution) -> bool:
    """Collect what has come; False when nothing has."""
    took = False
    while channel.recv_ready():
        execution.stdout += channel.recv(_CHUNK)
        took = True
    while channel.recv_stderr_ready():
        execution.stderr += channel.recv_stderr(_CHUNK)
        took = True
    return took


def ending(connection: Connection, channel: OwnedChannel) -> int | None:
    """Return the exit status, None for a signal; tell a refusal and a lost connection apart.

    A lost connection closes the channel, too, a moment before it is itself known as lost.

    Raises:
        SSHException: The server runs no commands, or the connection is gone.
    """
    if channel.exit_status >= 0:
        return channel.exit_status
    if channel.was_refused:
        raise SSHException("the server runs no commands")
    if not channel.was_closed_by_host:
        connection.join(_FAREWELL_S)
        raise SSHException("the connection was lost")
    return None
