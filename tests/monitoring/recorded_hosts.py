"""Machines that answer with recorded text over the transport's Protocols, and their clock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.errors import Cancelled, CommandTimeoutError, UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.protocols import DomainEvent, DomainRecord


class ManualClock:
    """Time that stands still until a test moves it on; a waiting thread wakes by itself."""

    def __init__(self) -> None:
        self._now = 1_000_000.0
        self._condition = threading.Condition()
        self._deadlines: list[float] = []

    def now(self) -> float:
        with self._condition:
            return self._now

    def monotonic(self) -> float:
        return self.now()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        """Wait for ``event`` or until the test has moved time far enough."""
        with self._condition:
            until = self._now + seconds
            self._deadlines.append(until)
            while not event.is_set() and self._now < until:
                self._condition.wait(0.002)
            self._deadlines.remove(until)
        return event.is_set()

    def advance(self, seconds: float) -> None:
        with self._condition:
            self._now += seconds
            self._condition.notify_all()

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits and will go on waiting: it has done what was due."""
        with self._condition:
            return any(until > self._now for until in self._deadlines)


@dataclass
class FakeHost:
    """A machine made of recorded text.

    Attributes:
        answers: What a command line says: text, or (status, text, complaint).
        is_dead: Connecting fails, connections are lost.
        hangs: Nothing answers any more, for as long as it is set.
        stuck: Command lines that never end.
        on_batch: Called before each batch is answered: what takes its time.
    """

    name: str
    answers: dict[str, str | tuple[int | None, str, str]] = field(default_factory=dict)
    domains: tuple[DomainRecord, ...] = ()
    is_dead: bool = False
    has_libvirt: bool = True
    stuck: set[str] = field(default_factory=set)
    hang: threading.Event = field(default_factory=threading.Event)
    links: list[FakeLink] = field(default_factory=list)
    on_batch: Callable[[], None] = lambda: None
    batches: int = 0
    domain_calls: int = 0
    commands: list[str] = field(default_factory=list)

    @property
    def connections(self) -> int:
        return len(self.links)

    def die(self) -> None:
        self.is_dead = True
        for link in self.links:
            link.lose("broken pipe")

    def emit(self, uuid: str, event: str) -> None:
        for link in self.links:
            for on_event, _ in link.libvirt_listeners:
                on_event(DomainEvent(self.name, uuid, "", event))


class FakeLibvirt:
    def __init__(self, host: FakeHost, link: FakeLink) -> None:
        self._host = host
        self._link = link

    def domains(self, context: JobContext) -> tuple[DomainRecord, ...]:
        self._host.domain_calls += 1
        if self._host.is_dead or not self._host.has_libvirt:
            raise UnreachableError(self._host.name, "libvirt does not answer.")
        return self._host.domains

    def subscribe(
        self, on_event: Callable[[DomainEvent], None], on_closed: Callable[[str], None]
    ) -> None:
        self._link.libvirt_listeners.append((on_event, on_closed))

    def close(self) -> None:
        self._link.libvirt_listeners.clear()


class FakeLink:
    def __init__(self, host: FakeHost) -> None:
        self._host = host
        self._closers: list[Callable[[str], None]] = []
        self.libvirt_listeners: list[
            tuple[Callable[[DomainEvent], None], Callable[[str], None]]
        ] = []
        self.is_lost = False

    @property
    def host(self) -> str:
        return self._host.name

    def run(
        self, command: Command, context: JobContext, *, timeout_s: float = 30.0
    ) -> CommandResult:
        self._check()
        self._host.commands.append(" ".join(command.argv))
        if self._host.commands[-1] in self._host.stuck:
            raise CommandTimeoutError(self.host, "No end.")
        return self._result(command)

    def run_batch(
        self, commands: Sequence[Command], context: JobContext, *, timeout_s: float = 30.0
    ) -> tuple[CommandResult, ...]:
        self._host.batches += 1
        if self._host.hang.is_set():
            self._hang(context)
        self._check()
        self._host.on_batch()
        lines = [" ".join(command.argv) for command in commands]
        self._host.commands.extend(lines)
        if self._host.stuck.intersection(lines):
            raise CommandTimeoutError(self.host, "No end.")
        return tuple(self._result(command) for command in commands)

    def _hang(self, context: JobContext) -> None:
        released = threading.Event()
        with context.closing_on_cancel(released.set):
            while self._host.hang.is_set() and not released.wait(0.002):
                pass
        if context.is_cancelled:
            raise Cancelled

    def libvirt(self, uri: str, context: JobContext) -> FakeLibvirt:
        self._check()
        if not self._host.has_libvirt:
            raise UnreachableError(self.host, "No libvirt answers there.")
        return FakeLibvirt(self._host, self)

    def on_closed(self, listener: Callable[[str], None]) -> None:
        self._closers.append(listener)

    def close(self) -> None:
        self.is_lost = True

    def lose(self, reason: str) -> None:
        if not self.is_lost:
            self.is_lost = True
            for closer in self._closers:
                closer(reason)

    def _check(self) -> None:
        if self.is_lost or self._host.is_dead:
            raise UnreachableError(self.host, f"The connection to {self.host} is lost.")

    def _result(self, command: Command) -> CommandResult:
        said = self._host.answers.get(" ".join(command.argv))
        if said is None:
            return CommandResult(self.host, command, 127, "", f"sh: {command.argv[0]}: not found")
        if isinstance(said, str):
            return CommandResult(self.host, command, 0, said)
        return CommandResult(self.host, command, *said)


class FakeConnector:
    """Connects to the machines of a test."""

    def __init__(self, hosts: dict[str, FakeHost]) -> None:
        self.hosts = hosts

    def connect(self, server: ServerConfig, context: JobContext) -> FakeLink:
        host = self.hosts[server.name]
        if host.is_dead:
            raise UnreachableError(server.name, f"{server.name} does not answer: no route to host.")
        link = FakeLink(host)
        host.links.append(link)
        return link

    def close(self) -> None:
        for host in self.hosts.values():
            for link in host.links:
                link.close()
