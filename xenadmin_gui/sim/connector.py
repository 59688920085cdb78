"""Connections to simulated machines: the Protocols of transport over a world."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.errors import CommandTimeoutError, PreconditionError, UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.sim import library, reach
from xenadmin_gui.sim.clock import PassiveClock, SimClock, VirtualClock
from xenadmin_gui.sim.libvirt import SimLibvirtLink
from xenadmin_gui.sim.terminal import SimTerminal
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing
from xenadmin_gui.sim.tools.registry import Registry
from xenadmin_gui.sim.world import World
from xenadmin_gui.transport.protocols import FarEnd, LibvirtLink, TerminalListener, Tunnel

CONNECT_TIMEOUT_S = 8.0
_LONGEST_NAP_S = 1.0
_SHORTEST_NAP_S = 0.05
_TYPED_S = 60.0


class SimConnector:
    """Connects to the machines of a world; closes links to machines that can no longer be reached.

    Args:
        clock: The world's clock, closed with the connector; a virtual one when None.
        latency_s: World time that every round trip takes.
    """

    def __init__(
        self, world: World, clock: SimClock | None = None, *, latency_s: float = 0.0
    ) -> None:
        self.world = world
        self.clock: SimClock = clock or VirtualClock(world)
        self.latency_s = latency_s
        self.registry = Registry()
        self._links: list[SimHostLink] = []
        self._lock = threading.Lock()
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._teller: threading.Thread | None = None
        self._is_closed = False
        self._unsubscribe = world.subscribe(self._on_world_changed)

    def connect(self, server: ServerConfig, context: JobContext) -> SimHostLink:
        """Log in to the machine called ``server.name``.

        Raises:
            UnreachableError: There is none, it is dark, or its management network is cut.
        """
        context.checkpoint()
        self.clock.catch_up()
        with self.world.transaction() as state:
            machine = state.machines.get(server.name)
            boots = machine.boots if machine is not None else 0
            is_reached = machine is not None and reach.admin_reaches(state, machine)
        if machine is None:
            raise UnreachableError(server.name, f"There is no machine called {server.name}.")
        if not is_reached:
            if not isinstance(context.clock, PassiveClock):
                self.pause(context, CONNECT_TIMEOUT_S)
            raise UnreachableError(
                server.name,
                f"{server.name} does not answer at {server.address} port {server.port or 22}.",
                next_step="Check its power and the management network.",
            )
        link = SimHostLink(self, server.name, boots)
        with self._lock:
            self._links.append(link)
        return link

    def close(self) -> None:
        """Close all links and the thread that tells listeners."""
        self._unsubscribe()
        with self._lock:
            self._is_closed = True
            links, self._links = self._links, []
            teller, self._teller = self._teller, None
        for link in links:
            link.close()
        self.clock.close()
        if teller is not None:
            self._calls.put(None)
            if teller is not threading.current_thread():
                teller.join(5.0)

    def tell(self, call: Callable[[], None]) -> None:
        """Have ``call`` made on the connector's own thread; not at all once it is closed."""
        with self._lock:
            if self._is_closed:
                return
            if self._teller is None:
                self._teller = threading.Thread(target=self._work, name="sim-links", daemon=True)
                self._teller.start()
        self._calls.put(call)

    def pause(self, context: JobContext, seconds: float) -> None:
        """Let world time pass; a cancel ends it.

        Raises:
            Cancelled: The context was cancelled.
        """
        woken = threading.Event()
        with context.closing_on_cancel(woken.set):
            self.clock.wait(woken, seconds)
        context.checkpoint()

    def forget(self, link: SimHostLink) -> None:
        """Take a closed link off the list."""
        with self._lock:
            if link in self._links:
                self._links.remove(link)

    def _on_world_changed(self) -> None:
        with self._lock:
            if not self._links:
                return
        self.tell(self._look_round)

    def _work(self) -> None:
        while True:
            call = self._calls.get()
            if call is None:
                return
            call()

    def _look_round(self) -> None:
        with self._lock:
            links = list(self._links)
        for link in links:
            link.look()


class SimHostLink:
    """A connection to one simulated machine."""

    def __init__(self, connector: SimConnector, host: str, boots: int) -> None:
        self._connector = connector
        self._host = host
        self._boots = boots
        self._reason = ""
        self._listeners: list[Callable[[str], None]] = []
        self._libvirt: list[SimLibvirtLink] = []
        self._terminals: list[SimTerminal] = []
        self._lock = threading.Lock()

    @property
    def host(self) -> str:
        return self._host

    def run(
        self, command: Command, context: JobContext, *, timeout_s: float = 30.0
    ) -> CommandResult:
        """Run one command in world time; what it began goes on when we leave.

        Raises:
            UnreachableError: The machine is gone.
            CommandTimeoutError: No end within ``timeout_s`` of world time.
            Cancelled: The context was cancelled.
        """
        self._travel(context)
        return self._run(command, context, timeout_s)

    def run_batch(
        self, commands: Sequence[Command], context: JobContext, *, timeout_s: float = 30.0
    ) -> tuple[CommandResult, ...]:
        """Run commands in one round trip.

        Raises:
            The same as ``run``.
        """
        self._travel(context)
        return tuple(self._run(command, context, timeout_s) for command in commands)

    def send(
        self,
        command: Command,
        pieces: Iterable[bytes],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        """Run a command that reads a large file; what counts of it here is its word.

        Raises:
            The same as ``run``.
        """
        self._travel(context)
        self._check()
        content = library.content_of(pieces, context)
        return self._run(replace(command, stdin=content), context, stall_s)

    def fetch(
        self,
        command: Command,
        sink: Callable[[bytes], object],
        context: JobContext,
        *,
        stall_s: float = 60.0,
    ) -> CommandResult:
        """Run a command that writes a large file: only its word comes.

        Raises:
            The same as ``run``.
        """
        self._travel(context)
        result = self._run(command, context, stall_s)
        sink(result.stdout.encode())
        return replace(result, stdout="")

    def libvirt(self, uri: str, context: JobContext) -> LibvirtLink:
        """Open libvirt.

        Raises:
            UnreachableError: The machine is gone, or runs no Xen.
        """
        self._travel(context)
        with self._connector.world.transaction() as state:
            is_host = state.machines[self._host].is_host
        if not is_host or not uri.startswith("xen"):
            raise UnreachableError(self._host, f"No libvirt answers on {self._host} at {uri}.")
        link = SimLibvirtLink(self._connector.world, self._host, self._check)
        with self._lock:
            self._libvirt.append(link)
        return link

    def terminal(
        self,
        command: Command | None,
        size: tuple[int, int],
        listener: TerminalListener,
        context: JobContext,
    ) -> SimTerminal:
        """Open a terminal of a small shell, or of a guest's console.

        Raises:
            UnreachableError: The machine is gone.
        """
        self._travel(context)
        self._check()
        own = JobContext(clock=context.clock)
        opened = SimTerminal(
            self._host, command, listener, lambda typed: self._run(typed, own, _TYPED_S)
        )
        with self._lock:
            self._terminals = [one for one in self._terminals if not one.wait_closed(0.0)]
            self._terminals.append(opened)
        return opened

    def tunnel(self, end: FarEnd, context: JobContext) -> Tunnel:
        """Open nothing.

        Raises:
            PreconditionError: Always: there is no screen behind a simulated VM.
        """
        raise PreconditionError("Simulated VMs have no screen.", code="no-screen")

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` once when the machine is gone; at once when it is already."""
        with self._lock:
            if not self._reason:
                self._listeners.append(listener)
                return
            reason = self._reason
        self._connector.tell(lambda: listener(reason))

    def close(self) -> None:
        """Let go without telling anybody."""
        self._end("closed", tells=False)

    def look(self) -> None:
        """Notice that the machine is gone, and what its domains do; on the connector's thread."""
        if not self._is_alive():
            self._end(f"The connection to {self._host} is lost.", tells=True)
            return
        with self._lock:
            links = list(self._libvirt)
        for link in links:
            link.look()

    def _run(self, command: Command, context: JobContext, timeout_s: float) -> CommandResult:
        world = self._connector.world
        with world.transaction() as state:
            self._check()
            started = world.time
            machine = state.machines[self._host]
            call = Call(world, machine, command.argv, command.stdin or "")
            answer = self._connector.registry.answer(call)
        if isinstance(answer, Ongoing):
            answer = self._wait(answer, command, context, started + timeout_s)
        return CommandResult(
            self._host, command, answer.exit_status, answer.stdout, answer.stderr,
            started, world.time - started,
        )  # fmt: skip

    def _wait(
        self, ongoing: Ongoing, command: Command, context: JobContext, deadline: float
    ) -> Answer:
        world = self._connector.world
        while True:
            self._connector.clock.catch_up()
            with world.transaction():
                self._check()
                answer = ongoing.look(world)
                now = world.time
                due = world.next_due()
            if answer is not None:
                return answer
            if now >= deadline:
                raise CommandTimeoutError(
                    self._host, f"{command.argv[0]} on {self._host} gave no answer in time."
                )
            nap = _LONGEST_NAP_S if due is None else min(due - now, _LONGEST_NAP_S)
            self._connector.pause(context, min(max(nap, _SHORTEST_NAP_S), deadline - now))

    def _travel(self, context: JobContext) -> None:
        context.checkpoint()
        if self._connector.latency_s:
            self._connector.pause(context, self._connector.latency_s)
        self._connector.clock.catch_up()

    def _is_alive(self) -> bool:
        with self._connector.world.transaction() as state:
            machine = state.machines[self._host]
            return machine.boots == self._boots and reach.admin_reaches(state, machine)

    def _check(self) -> None:
        if not self._reason and self._is_alive():
            return
        reason = self._reason or f"The connection to {self._host} is lost."
        self._end(reason, tells=True)
        raise UnreachableError(
            self._host, reason, next_step="Check its power and the management network."
        )

    def _end(self, reason: str, *, tells: bool) -> None:
        with self._lock:
            if self._reason:
                return
            self._reason = reason
            listeners, self._listeners = self._listeners, []
            links, self._libvirt = self._libvirt, []
            terminals, self._terminals = self._terminals, []
        for terminal in terminals:
            terminal.lose(reason)
        for link in links:
            self._tell_or_close(link, reason, tells=tells)
        if tells:
            for listener in listeners:
                self._connector.tell(partial(listener, reason))
        self._connector.forget(self)

    def _tell_or_close(self, link: SimLibvirtLink, reason: str, *, tells: bool) -> None:
        if tells:
            self._connector.tell(lambda: link.lose(reason))
        else:
            link.close()
