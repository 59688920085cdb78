"""An authenticated connection to one host, as the floors above see it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from paramiko import SSHException

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import CommandTimeoutError, UnreachableError
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.batch import Batch, shell_line
from xenadmin_gui.transport.channels import ChannelRefusedError, OwnedChannel, open_session
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline, acquire
from xenadmin_gui.transport.execution import Execution, execute
from xenadmin_gui.transport.protocols import FarEnd, HostLink, TerminalListener
from xenadmin_gui.transport.shellkeeper import ShellKeeper
from xenadmin_gui.transport.stream import stream
from xenadmin_gui.transport.terminal import WINDOW, SshTerminal
from xenadmin_gui.transport.tunnel import SshTunnel, open_far_end

if TYPE_CHECKING:
    from xenadmin_gui.transport.libvirtlink import BridgedLibvirt

#: sshd allows ten sessions a connection (MaxSessions); the rest is for libvirt and others.
MOST_CHANNELS = 6
#: The longest script that travels as an argument; Linux allows 128 KiB for one.
_LONGEST_ARGUMENT = 64 * 1024
_OPEN_LIBVIRT_S = 15.0
_OPEN_TERMINAL_S = 15.0
_OPEN_TUNNEL_S = 15.0
_END_TERMINAL_S = 2.0
_INSIST_S = 5.0
_RETRY_S = 0.05


class SshLink(HostLink):
    """Implements ``HostLink`` over one SSH connection; thread-safe."""

    def __init__(
        self,
        host: str,
        connection: Connection,
        clock: Clock,
        on_let_go: Callable[[SshLink], None],
    ) -> None:
        self._host = host
        self._connection = connection
        self._clock = clock
        self._on_let_go = on_let_go
        self._keeper = ShellKeeper(connection, clock)
        self._places = threading.BoundedSemaphore(MOST_CHANNELS)
        self._lock = threading.Lock()
        self._libvirts: list[BridgedLibvirt] = []
        self._terminals: list[SshTerminal] = []
        self._tunnels: list[SshTunnel] = []
        self._closed = False
        connection.on_end(self._lose_tunnels)

    @property
    def host(self) -> str:
        return self._host

    @property
    def is_alive(self) -> bool:
        """False as soon as the loss of the connection is known."""
        return not self._closed and self._connection.is_active()

    def run(
        self, command: Command, context: JobContext, *, timeout_s: float = 30.0
    ) -> CommandResult:
        stdin = (command.stdin or "").encode("utf-8", "surrogateescape")
        started_at, begin = self._clock.now(), self._clock.monotonic()
        program = command.argv[0]
        deadline = Deadline(self._clock, timeout_s)
        ending = self._execute(shell_line(command), stdin, program, deadline, context)
        if ending.timed_out:
            raise self._too_late(program, timeout_s)
        return CommandResult(
            self._host,
            command,
            ending.exit_status,
            ending.stdout.decode("utf-8", "replace"),
            ending.stderr.decode("utf-8", "replace"),
            started_at,
            self._clock.monotonic() - begin,
        )

    def run_batch(
        self, commands: Sequence[Command], context: JobContext, *, timeout_s: float = 30.0
    ) -> tuple[CommandResult, ...]:
        """Run read-only commands in one round trip, on the shell that is kept for that.

        The first batch of a connection opens it; without one, a batch is an exec of its own.
        When the time is up in the middle, the commands that had ended have their results, and
        the others none; only when not even the first one ended, that is an error.
        """
        if not commands:
            return ()
        batch = Batch.of(commands)
        started_at, begin = self._clock.now(), self._clock.monotonic()
        deadline = Deadline(self._clock, timeout_s)
        with self._trouble_told("a batch", deadline, context):
            kept = self._keeper.run(batch, deadline, context)
        ending = self._execute_batch(batch, deadline, context) if kept is None else kept
        cut = f"cut off: {self._host} ended the batch before this command"
        if ending.timed_out:
            cut = f"cut off: no answer from {self._host} within {timeout_s:g} s"
        results = batch.results(
            self._host,
            bytes(ending.stdout),
            bytes(ending.stderr),
            started_at,
            self._clock.monotonic() - begin,
            cut,
        )
        if ending.timed_out and results[0].exit_status is None:
            raise self._too_late(commands[0].argv[0], timeout_s)
        return results

    def send(
        self,
        command: Command,
        pieces: Iterable[bytes],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        return self._stream(command, iter(pieces), None, stall_s, context)

    def fetch(
        self,
        command: Command,
        sink: Callable[[bytes], object],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        return self._stream(command, iter(()), sink, stall_s, context)

    def libvirt(self, uri: str, context: JobContext) -> BridgedLibvirt:
        # Imported here because libvirt costs its import, and SAN servers have none.
        from xenadmin_gui.transport.libvirtlink import open_libvirt

        if not self.is_alive:
            raise self._lost("")
        deadline = Deadline(self._clock, _OPEN_LIBVIRT_S)
        opened = open_libvirt(self._host, self._connection, uri, deadline, context)
        with self._lock:
            if not self._closed:
                self._libvirts = [one for one in self._libvirts if not one.is_closed]
                self._libvirts.append(opened)
                return opened
        opened.close()
        raise self._lost("")

    def terminal(
        self,
        command: Command | None,
        size: tuple[int, int],
        listener: TerminalListener,
        context: JobContext,
    ) -> SshTerminal:
        deadline = Deadline(self._clock, _OPEN_TERMINAL_S)
        with self._trouble_told("a terminal", deadline, context):
            channel = open_session(self._connection, deadline, context, window=WINDOW)
        opened = SshTerminal(self._host, channel, command, size, listener)
        with self._lock:
            self._terminals = [one for one in self._terminals if not one.wait_closed(0.0)]
            self._terminals.append(opened)
        return opened

    def tunnel(self, end: FarEnd, context: JobContext) -> SshTunnel:
        if not self.is_alive:
            raise self._lost("")
        deadline = Deadline(self._clock, _OPEN_TUNNEL_S)

        def further() -> OwnedChannel:
            own = JobContext(clock=self._clock)
            later = Deadline(self._clock, _OPEN_TUNNEL_S)
            return open_far_end(self._connection, end, later, own)

        try:
            channel = open_far_end(self._connection, end, deadline, context)
        except ChannelRefusedError as error:
            raise UnreachableError(
                self._host,
                f"{self._host} opens no way to {end}: {error}.",
                next_step="Check that it still runs there, and that sshd_config allows forwarding.",
            ) from error
        except (SSHException, EOFError, OSError) as error:
            context.checkpoint()
            raise self._lost("") from error
        opened = SshTunnel(self._host, channel, further)
        with self._lock:
            self._tunnels = [one for one in self._tunnels if not one.is_closed]
            self._tunnels.append(opened)
            is_lost = self._closed or not self._connection.is_active()
        if is_lost:  # before it was on the list
            opened.close()
            raise self._lost("")
        return opened

    def on_closed(self, listener: Callable[[str], None]) -> None:
        def tell(reason: str) -> None:
            if not self._closed:
                listener(f"The connection to {self._host} was lost: {reason.rstrip('.')}.")

        self._connection.on_end(tell)

    def abort(self) -> None:
        """Cut the line without waiting; ``close`` must follow. Never raises."""
        self._closed = True
        self._connection.close()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            libvirts, self._libvirts = self._libvirts, []
            terminals, self._terminals = self._terminals, []
            tunnels, self._tunnels = self._tunnels, []
        for terminal in terminals:
            terminal.close()
        for tunnel in tunnels:
            tunnel.close()
        for libvirt in libvirts:
            libvirt.close()
        self._connection.shut()
        for terminal in terminals:
            terminal.wait_closed(_END_TERMINAL_S)
        self._on_let_go(self)

    def _lose_tunnels(self, reason: str) -> None:
        with self._lock:
            tunnels = list(self._tunnels)
        for tunnel in tunnels:
            tunnel.lose(f"The connection to {self._host} was lost: {reason.rstrip('.')}.")

    def _stream(
        self,
        command: Command,
        pieces: Iterator[bytes],
        sink: Callable[[bytes], object] | None,
        stall_s: float,
        context: JobContext,
    ) -> CommandResult:
        started_at, begin = self._clock.now(), self._clock.monotonic()
        program, failed = command.argv[0], list[OSError]()

        def given() -> Iterator[bytes]:
            try:
                yield from pieces
            except OSError as error:
                failed.append(error)
                raise

        def kept(piece: bytes) -> None:
            try:
                assert sink is not None
                sink(piece)
            except OSError as error:
                failed.append(error)
                raise

        deadline = Deadline(self._clock, stall_s)
        try:
            with self._trouble_told(program, deadline, context):
                if not acquire(self._places, deadline, context):
                    raise self._too_late(program, stall_s)
                try:
                    taker = None if sink is None else kept
                    ended = stream(
                        self._connection, shell_line(command), given(), taker, stall_s, context
                    )
                finally:
                    self._places.release()
        except UnreachableError as error:
            if failed:  # it was the file here, not the connection
                raise failed[0] from error
            raise
        if ended.timed_out:
            raise self._too_late(program, stall_s)
        return CommandResult(
            self._host,
            command,
            ended.exit_status,
            ended.stdout.decode("utf-8", "replace"),
            ended.stderr.decode("utf-8", "replace"),
            started_at,
            self._clock.monotonic() - begin,
        )

    def _execute_batch(self, batch: Batch, deadline: Deadline, context: JobContext) -> Execution:
        script = batch.script
        by_argument = len(script) < _LONGEST_ARGUMENT and not batch.has_input
        line = shell_line(Command(("sh", "-c", script) if by_argument else ("sh", "-s")))
        stdin = b"" if by_argument else script.encode("utf-8", "surrogateescape")
        return self._execute(line, stdin, "a batch", deadline, context)

    def _execute(
        self, line: str, stdin: bytes, what: str, deadline: Deadline, context: JobContext
    ) -> Execution:
        with self._trouble_told(what, deadline, context):
            if not acquire(self._places, deadline, context):
                raise self._too_late(what, deadline.seconds)
            try:
                return self._insist(line, stdin, deadline, context)
            finally:
                self._places.release()

    @contextmanager
    def _trouble_told(self, what: str, deadline: Deadline, context: JobContext) -> Iterator[None]:
        """Say what the connection's troubles mean for the administrator."""
        if not self.is_alive:
            raise self._lost("")
        try:
            yield
        except ChannelRefusedError as error:
            if deadline.has_passed:
                raise self._too_late(what, deadline.seconds) from error
            raise UnreachableError(
                self._host,
                f"{self._host} opens no further session: {error}.",
                next_step="Check MaxSessions in its sshd_config.",
            ) from error
        except (SSHException, EOFError, OSError) as error:
            context.checkpoint()
            raise self._lost(f" while {what} ran; what it did is unknown") from error

    def _insist(
        self, line: str, stdin: bytes, deadline: Deadline, context: JobContext
    ) -> Execution:
        """Try again when the host has no session free.

        sshd counts sessions that have just ended until its next turn; so we may see its limit
        with fewer open ones. Nothing has run then.
        """
        patience = Deadline(self._clock, min(_INSIST_S, deadline.remaining))
        while True:
            try:
                return execute(self._connection, line, stdin, deadline, context)
            except ChannelRefusedError:
                if patience.has_passed:
                    raise
                self._keeper.give_up()
            context.sleep(_RETRY_S)

    def _lost(self, when: str) -> UnreachableError:
        return UnreachableError(
            self._host,
            f"The connection to {self._host} was lost{when}.",
            next_step="It is opened again as soon as the host answers.",
        )

    def _too_late(self, what: str, timeout_s: float) -> CommandTimeoutError:
        return CommandTimeoutError(
            self._host,
            f"{what} on {self._host} gave no answer within {timeout_s:g} s;"
            " what it did is unknown.",
            next_step="Look at the host's load and its disks, then try again.",
        )
