"""One ``sh`` kept open on a host, so that a batch of commands is one round trip.

An exec costs two round trips, and each time the user's shell with its ~/.bashrc. A kept ``sh``
reads one script after the other from its standard input; the marks in the answers tell where one
ends. Its commands run in subshells, so nothing of a batch stays for the next. A shell whose answer
did not come whole is ended on the host and never asked again.
"""

from __future__ import annotations

import re
from contextlib import suppress

from paramiko import SSHException

from xenadmin_gui.domain.command import Command
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.batch import Batch, shell_line
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

#: No mark is longer: a newline, 32 digits, and two numbers; bytes.
_LONGEST_MARK = 80


class ShellGoneError(Exception):
    """The shell ended before it began with the batch; nothing of it has run."""


class KeptShell:
    """An ``sh`` on a channel of its own; used by one thread at a time.

    Attributes:
        is_proven: It has begun with a batch once: it reads scripts from us.
    """

    def __init__(self, connection: Connection, channel: OwnedChannel) -> None:
        self._connection = connection
        self._channel = channel
        self._introduction = Introduction()
        self._process_number: int | None = None
        self.is_proven = False

    @classmethod
    def open(cls, connection: Connection, deadline: Deadline, context: JobContext) -> KeptShell:
        """Start a shell in place of the user's own.

        Raises:
            ChannelRefusedError: The server has no session for it, or does not answer.
            SSHException, EOFError, OSError: The connection is gone.
            Cancelled: Somebody cancelled.
        """
        shell = cls(connection, open_session(connection, deadline, context))
        try:
            line = shell_line(Command(("sh", "-s")))
            shell._channel.request_exec(shell._introduction.before(line))
        except BaseException:
            shell.retire()
            raise
        return shell

    @property
    def is_usable(self) -> bool:
        """False when it has ended, or when something speaks that belongs to no batch."""
        channel = self._channel
        is_silent = not (channel.recv_ready() or channel.recv_stderr_ready())
        return is_silent and not channel.closed and not channel.eof_received

    def retire(self) -> None:
        """Let it go: it reads the end of its input and ends; never raises."""
        with suppress(SSHException, EOFError, OSError):
            self._channel.close()

    def run(self, batch: Batch, deadline: Deadline, context: JobContext) -> Execution:
        """Run a batch; its exit status is 0 when the answer came whole, else the shell is gone.

        Raises:
            ShellGoneError: It had ended before.
            SSHException, EOFError, OSError: The connection is gone.
            Cancelled: Somebody cancelled.
        """
        context.checkpoint()
        execution = Execution(memoryview(batch.script.encode("utf-8", "surrogateescape")))
        is_over = False
        try:
            with context.closing_on_cancel(self._channel.wake.set):
                is_over = self._serve(batch, execution, deadline, context)
        finally:
            if self._process_number is None:
                self._process_number = self._introduction.taken_from(execution.stderr)
            self.is_proven = self.is_proven or batch.begin_mark in execution.stdout
            if execution.exit_status != 0:
                self.retire()
            if not is_over and self._process_number is not None:
                end_on_host(self._connection, self._process_number, context)
        if execution.exit_status != 0 and is_over:
            ending(self._connection, self._channel)
            if batch.begin_mark not in execution.stdout:
                raise ShellGoneError
        return execution

    def _serve(
        self, batch: Batch, execution: Execution, deadline: Deadline, context: JobContext
    ) -> bool:
        """Carry data until the answer is whole or the shell ends; False when the time is up."""
        channel = self._channel
        spoken, complained = _Watch(batch.end_mark), _Watch(batch.end_mark)
        while True:
            channel.wake.rearm()
            context.checkpoint()
            give(channel, execution)
            if take(channel, execution):
                if spoken.has_seen(execution.stdout) and complained.has_seen(execution.stderr):
                    execution.exit_status = 0
                    return True
            elif has_ended(channel):
                take(channel, execution)
                return True
            elif not deadline.has_passed:
                context.clock.wait(channel.wake, deadline.remaining)
            if deadline.has_passed:
                execution.timed_out = True
                return False


class _Watch:
    """Looks for a mark in a stream that grows, without reading it again and again."""

    def __init__(self, mark: re.Pattern[bytes]) -> None:
        self._mark = mark
        self._from = 0
        self._found = False

    def has_seen(self, stream: bytearray) -> bool:
        if not self._found:
            self._found = self._mark.search(stream, self._from) is not None
            self._from = max(0, len(stream) - _LONGEST_MARK)
        return self._found
