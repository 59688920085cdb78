"""Large files on a channel: what a command reads or writes passes piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from paramiko import SSHException

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.channels import OwnedChannel, open_session
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline
from xenadmin_gui.transport.execution import (
    Execution,
    Introduction,
    end_on_host,
    ending,
    give,
    has_ended,
    take,
)


def stream(
    connection: Connection,
    line: str,
    pieces: Iterator[bytes],
    sink: Callable[[bytes], object] | None,
    stall_s: float,
    context: JobContext,
) -> Execution:
    """Run a shell line to its end, or until nothing moves for ``stall_s``.

    Args:
        line: For the login shell of the server, quoted already.
        pieces: Its standard input.
        sink: Gets its standard output; None: it is in the result.

    Raises:
        The same as ``execute``, and what ``pieces`` and ``sink`` raise.
    """
    channel = open_session(connection, Deadline(context.clock, stall_s), context)
    execution, introduction = Execution(memoryview(b"")), Introduction()
    is_over = False
    try:
        with context.closing_on_cancel(channel.wake.set):
            channel.request_exec(introduction.before(line))
            is_over = _carry(channel, execution, pieces, sink, stall_s, context)
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


def _carry(
    channel: OwnedChannel,
    execution: Execution,
    pieces: Iterator[bytes],
    sink: Callable[[bytes], object] | None,
    stall_s: float,
    context: JobContext,
) -> bool:
    """Carry data both ways until both outputs are closed; False when it stands still first."""
    deadline = Deadline(context.clock, stall_s)
    while True:
        channel.wake.rearm()
        context.checkpoint()
        gave = _feed(channel, execution, pieces)
        took = take(channel, execution)
        if sink is not None and execution.stdout:
            sink(bytes(execution.stdout))
            execution.stdout.clear()
        if not took and has_ended(channel):
            take(channel, execution)
            if sink is not None and execution.stdout:
                sink(bytes(execution.stdout))
                execution.stdout.clear()
            return True
        if took or gave:
            deadline = Deadline(context.clock, stall_s)
        elif deadline.has_passed:
            return False
        else:
            context.clock.wait(channel.wake, deadline.remaining)


def _feed(channel: OwnedChannel, execution: Execution, pieces: Iterator[bytes]) -> bool:
    """Send what there is room for, one piece at most; False when nothing went."""
    if channel.eof_sent or channel.closed:
        return False
    if not execution.pending:
        piece = next(pieces, None)
        if piece is None:
            channel.send_eof()
            return True
        execution.pending = memoryview(piece)
    before = len(execution.pending)
    give(channel, execution)
    return len(execution.pending) < before
