"""Who keeps the shell of a connection, and what becomes of batches when there is none."""

from __future__ import annotations

import threading
from contextlib import suppress

from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.batch import Batch
from xenadmin_gui.transport.channels import ChannelRefusedError
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline
from xenadmin_gui.transport.execution import Execution
from xenadmin_gui.transport.keptshell import KeptShell, ShellGoneError

#: Where no shell can be kept, batches go without for so long; seconds.
_REST_S = 60.0


class ShellKeeper:
    """Keeps one shell for the batches of a connection, and goes without where that must be."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._in_use = threading.Lock()
        self._shell: KeptShell | None = None
        self._not_before = clock.monotonic()

    def run(self, batch: Batch, deadline: Deadline, context: JobContext) -> Execution | None:
        """Run a batch on the kept shell; None when it is busy or cannot be had: nothing ran.

        Raises:
            ChannelRefusedError: The server did not answer in time.
            SSHException, EOFError, OSError: The connection is gone.
            Cancelled: Somebody cancelled.
        """
        if not self._in_use.acquire(blocking=False):
            return None
        try:
            shell, self._shell = self._shell, None
            if shell is not None and shell.is_usable:
                # One that ended unseen, as sshd's ChannelTimeout does it, is told here.
                with suppress(ShellGoneError):
                    return self._use(shell, batch, deadline, context)
            elif shell is not None:
                shell.retire()
            if self._clock.monotonic() < self._not_before:
                return None
            return self._open_and_use(batch, deadline, context)
        finally:
            self._in_use.release()

    def give_up(self) -> None:
        """End an idle shell, for somebody else needs its session; go without for a while."""
        if self._in_use.acquire(blocking=False):
            try:
                shell, self._shell = self._shell, None
                if shell is not None:
                    shell.retire()
                    self._rest()
            finally:
                self._in_use.release()

    def _open_and_use(
        self, batch: Batch, deadline: Deadline, context: JobContext
    ) -> Execution | None:
        try:
            shell = KeptShell.open(self._connection, deadline, context)
            return self._use(shell, batch, deadline, context)
        except ChannelRefusedError:
            if deadline.has_passed:
                raise
        except ShellGoneError:
            pass
        self._rest()
        return None

    def _use(
        self, shell: KeptShell, batch: Batch, deadline: Deadline, context: JobContext
    ) -> Execution:
        execution = shell.run(batch, deadline, context)
        if execution.exit_status == 0:
            self._shell = shell
        elif not shell.is_proven:
            self._rest()
        return execution

    def _rest(self) -> None:
        self._not_before = self._clock.monotonic() + _REST_S
