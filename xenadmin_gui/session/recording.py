"""Wraps connections so that every command that goes over them is recorded, monitoring's too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from xenadmin_gui.domain.command import Command, CommandRecord, CommandResult
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.errors import Cancelled, XenadminError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.commandlog import CommandLog
from xenadmin_gui.transport.protocols import (
    Connector,
    FarEnd,
    HostLink,
    LibvirtLink,
    Terminal,
    TerminalListener,
    Tunnel,
)

MONITORING = "monitoring"
TAIL_CHARS = 2000

_origin: ContextVar[tuple[str, str]] = ContextVar("origin", default=(MONITORING, ""))


@contextmanager
def recorded_as(origin: str, plan_id: str = "") -> Iterator[None]:
    """Have the commands that this thread runs in the block recorded under ``origin``."""
    token = _origin.set((origin, plan_id))
    try:
        yield
    finally:
        _origin.reset(token)


class RecordingLink:
    """A ``HostLink`` that notes what goes over it."""

    def __init__(self, link: HostLink, log: CommandLog) -> None:
        self._link = link
        self._log = log

    @property
    def host(self) -> str:
        return self._link.host

    def run(
        self, command: Command, context: JobContext, *, timeout_s: float = 30.0
    ) -> CommandResult:
        """Run one command; one record, also when it got no answer."""
        return self._noted(
            command, context, lambda: self._link.run(command, context, timeout_s=timeout_s)
        )

    def _noted(
        self, command: Command, context: JobContext, run: Callable[[], CommandResult]
    ) -> CommandResult:
        began = context.clock.now(), context.clock.monotonic()
        try:
            result = run()
        except (XenadminError, Cancelled, OSError) as error:
            took = context.clock.monotonic() - began[1]
            self._note(command.argv, None, began[0], took, _said(error))
            raise
        self._note(command.argv, result.exit_status, began[0], result.duration_s, _tail(result))
        return result

    def run_batch(
        self, commands: Sequence[Command], context: JobContext, *, timeout_s: float = 30.0
    ) -> tuple[CommandResult, ...]:
        """Run a batch; one record for all of it, its commands divided by ``;``."""
        argv = tuple(batch_argv(commands))
        began = context.clock.now(), context.clock.monotonic()
        try:
            results = self._link.run_batch(commands, context, timeout_s=timeout_s)
        except (XenadminError, Cancelled) as error:
            self._note(argv, None, began[0], context.clock.monotonic() - began[1], _said(error))
            raise
        failed = next((r for r in results if not r.succeeded), None)
        status = 0 if failed is None else failed.exit_status
        lines = [f"{r.exit_status} {r.command.as_shell()}" for r in results if not r.succeeded]
        took = context.clock.monotonic() - began[1]
        self._note(argv, status, began[0], took, "\n".join(lines))
        return results

    def send(
        self,
        command: Command,
        pieces: Iterable[bytes],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        """Send a file; one record, without what was sent."""
        return self._noted(
            command, context, lambda: self._link.send(command, pieces, context, stall_s=stall_s)
        )

    def fetch(
        self,
        command: Command,
        sink: Callable[[bytes], object],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        """Fetch a file; one record, without what came."""
        return self._noted(
            command, context, lambda: self._link.fetch(command, sink, context, stall_s=stall_s)
        )

    def libvirt(self, uri: str, context: JobContext) -> LibvirtLink:
        return self._link.libvirt(uri, context)

    def terminal(
        self,
        command: Command | None,
        size: tuple[int, int],
        listener: TerminalListener,
        context: JobContext,
    ) -> Terminal:
        """Open a terminal; one record for its beginning, what is typed in it is not recorded."""
        argv = ("sh", "-l") if command is None else command.argv
        opened = self._link.terminal(command, size, listener, context)
        with recorded_as("terminal"):
            self._note(argv, 0, context.clock.now(), 0.0, "")
        return opened

    def tunnel(self, end: FarEnd, context: JobContext) -> Tunnel:
        """Open a tunnel; one record, of the command that would do the same."""
        opened = self._link.tunnel(end, context)
        to = end.path or f"{end.address}:{end.port}"
        with recorded_as("terminal"):
            argv = ("ssh", "-N", "-L", f"{opened.path}:{to}", self.host)
            self._note(argv, 0, context.clock.now(), 0.0, "")
        return opened

    def on_closed(self, listener: Callable[[str], None]) -> None:
        self._link.on_closed(listener)

    def close(self) -> None:
        self._link.close()

    def _note(
        self, argv: tuple[str, ...], status: int | None, at: float, took_s: float, tail: str
    ) -> None:
        origin, plan_id = _origin.get()
        self._log.add(
            CommandRecord(self.host, argv, origin, plan_id, status, at, took_s, tail[-TAIL_CHARS:])
        )


class RecordingConnector:
    """A ``Connector`` whose links are recorded."""

    def __init__(self, connector: Connector, log: CommandLog) -> None:
        self._connector = connector
        self._log = log

    def connect(self, server: ServerConfig, context: JobContext) -> HostLink:
        return RecordingLink(self._connector.connect(server, context), self._log)

    def close(self) -> None:
        self._connector.close()


def batch_argv(commands: Sequence[Command]) -> Iterator[str]:
    """Yield the words of all commands, those of two commands divided by ``;``."""
    for index, command in enumerate(commands):
        if index:
            yield ";"
        yield from command.argv


def _tail(result: CommandResult) -> str:
    if result.command.hides_output:
        return result.stderr[-TAIL_CHARS:].rstrip()
    parts = (result.stdout[-TAIL_CHARS:].rstrip(), result.stderr[-TAIL_CHARS:].rstrip())
    return "\n".join(part for part in parts if part)


def _said(error: BaseException) -> str:
    return "Cancelled." if isinstance(error, Cancelled) else str(error)
