"""What the floors above may ask of a host; implemented over SSH here and by the simulator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.jobs.context import JobContext


@dataclass(frozen=True, slots=True)
class DomainRecord:
    """A domain as one host's libvirt knows it; Domain-0 is never among them.

    Attributes:
        domain_id: Running number; None when it does not run.
        xml: Its definition: the inactive one when persistent, else the live one.
        live_xml: What runs, of a persistent domain; empty when ``xml`` is all there is.
    """

    uuid: str
    name: str
    state: VmState
    domain_id: int | None
    is_persistent: bool
    autostart: bool | None
    xml: str
    live_xml: str = ""


@dataclass(frozen=True, slots=True)
class DomainEvent:
    """Something happened to a domain: ``defined undefined started suspended resumed stopped …``."""

    host: str
    uuid: str
    name: str
    event: str


class LibvirtLink(Protocol):
    """libvirt of one host, over the host's one connection."""

    def domains(self, context: JobContext) -> tuple[DomainRecord, ...]:
        """Return every domain but Domain-0, running or not.

        Raises:
            UnreachableError: The daemon or the host does not answer.
        """
        ...

    def subscribe(
        self, on_event: Callable[[DomainEvent], None], on_closed: Callable[[str], None]
    ) -> None:
        """Report life-cycle events, and the loss of the link with its reason (once).

        Both are called on a thread of the link; they must return at once.
        """
        ...

    def close(self) -> None:
        """Let go; never raises."""
        ...


class Terminal(Protocol):
    """A program on a host that talks to somebody at a keyboard; thread-safe, never blocks."""

    def write(self, data: bytes) -> None:
        """Send what was typed; after the end it is dropped."""
        ...

    def resize(self, columns: int, rows: int) -> None:
        """Tell the program how large its screen is now."""
        ...

    def go_on(self) -> None:
        """Read from the host again; see ``TerminalListener.on_output``."""
        ...

    def close(self) -> None:
        """Hang up; never raises."""
        ...


@dataclass(frozen=True, slots=True)
class TerminalListener:
    """Who is told of a terminal; both are called on a thread of the terminal's own.

    Attributes:
        on_output: Gets bytes as they come. True when that is enough for now: then nothing is read
            from the host, which has to wait, until somebody calls ``Terminal.go_on``.
        on_closed: Gets the reason, once; nothing comes after it.
    """

    on_output: Callable[[bytes], bool]
    on_closed: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class FarEnd:
    """What a tunnel leads to, seen from the host: an address with a port, or a UNIX socket.

    Attributes:
        path: Of the socket; empty for a port.
    """

    address: str = ""
    port: int = 0
    path: str = ""

    def __str__(self) -> str:
        return self.path or f"port {self.port} at {self.address}"


class Tunnel(Protocol):
    """A private UNIX socket here that leads to a host, for this user's programs; thread-safe."""

    @property
    def path(self) -> Path:
        """Where they connect to; gone when the tunnel has ended."""
        ...

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the reason, once, before the lines are cut.

        It is called at once when they are cut already, and must return at once.
        """
        ...

    def close(self) -> None:
        """End every line through it; never raises."""
        ...


class HostLink(Protocol):
    """An authenticated connection to one machine; thread-safe.

    Attributes:
        host: Name in the cluster file.
    """

    @property
    def host(self) -> str: ...

    def run(
        self, command: Command, context: JobContext, *, timeout_s: float = 30.0
    ) -> CommandResult:
        """Run one command to its end under LC_ALL=C, without a shell seeing its arguments.

        A program that does not exist is exit status 127.

        Raises:
            UnreachableError: The connection is gone.
            CommandTimeoutError: No end within ``timeout_s``; the channel was closed.
            Cancelled: The context was cancelled; the channel was closed.
        """
        ...

    def run_batch(
        self, commands: Sequence[Command], context: JobContext, *, timeout_s: float = 30.0
    ) -> tuple[CommandResult, ...]:
        """Run read-only commands one after the other in a single round trip.

        A failing command does not stop the next. The results are in order, one a command.

        Raises:
            The same as ``run``.
        """
        ...

    def send(
        self,
        command: Command,
        pieces: Iterable[bytes],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        """Run a command that reads a large file from its standard input, piece by piece.

        Raises:
            UnreachableError: The connection is gone; what arrived stays as the command left it.
            CommandTimeoutError: Nothing moved for ``stall_s``.
            Cancelled: The context was cancelled; the command was ended.
            OSError: ``pieces`` cannot be read.
        """
        ...

    def fetch(
        self,
        command: Command,
        sink: Callable[[bytes], object],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        """Run a command whose standard output is a large file; ``sink`` gets it piece by piece.

        Raises:
            The same as ``send``; OSError comes from ``sink``.
        """
        ...

    def libvirt(self, uri: str, context: JobContext) -> LibvirtLink:
        """Open libvirt over this connection.

        Raises:
            UnreachableError: No libvirt answers there, with the reason.
        """
        ...

    def terminal(
        self,
        command: Command | None,
        size: tuple[int, int],
        listener: TerminalListener,
        context: JobContext,
    ) -> Terminal:
        """Start ``command`` (None: the user's log-in shell) on a terminal of its own.

        Args:
            size: Columns and rows.

        Raises:
            UnreachableError: The connection is gone, or the host opens no further session.
            Cancelled: The context was cancelled.
        """
        ...

    def tunnel(self, end: FarEnd, context: JobContext) -> Tunnel:
        """Lead a socket here to ``end`` on the host, over this connection.

        Raises:
            UnreachableError: The connection is gone, nothing listens there, or the host forwards
                nothing.
            OSError: The socket cannot be made here.
            Cancelled: The context was cancelled.
        """
        ...

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the reason, once, when the connection is lost."""
        ...

    def close(self) -> None:
        """Close everything on this connection; never raises."""
        ...


class Connector(Protocol):
    """Makes connections: real ones or simulated ones."""

    def connect(self, server: ServerConfig, context: JobContext) -> HostLink:
        """Log in to a machine.

        Raises:
            UnreachableError: No answer within the time-out, or refused.
            AuthenticationError: It does not let us in.
            HostKeyUnknownError: Its key is not known yet.
            HostKeyChangedError: Its key is not the known one.
            Cancelled: The context was cancelled.
        """
        ...

    def close(self) -> None:
        """Close all connections and threads; never raises."""
        ...
