"""Terminals on simulated machines."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.sim.connector import SimConnector
from xenadmin_gui.sim.demo import demo_world
from xenadmin_gui.sim.drill import Drill
from xenadmin_gui.transport.protocols import TerminalListener

PATIENCE_S = 20.0


class Viewer:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.seen = ""
        self.reason: str | None = None
        self.listener = TerminalListener(self._on_output, self._on_closed)

    def _on_output(self, data: bytes) -> bool:
        with self._changed:
            self.seen += data.decode()
            self._changed.notify_all()
        return False

    def _on_closed(self, reason: str) -> None:
        with self._changed:
            self.reason = reason
            self._changed.notify_all()

    def until(self, text: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: text in self.seen, PATIENCE_S), self.seen

    def until_closed(self) -> str:
        with self._changed:
            assert self._changed.wait_for(lambda: self.reason is not None, PATIENCE_S)
            return self.reason or ""


@pytest.fixture
def connector() -> Iterator[SimConnector]:
    made = SimConnector(demo_world())
    yield made
    made.close()


def opened(connector: SimConnector, host: str, command: Command | None, viewer: Viewer):  # type: ignore[no-untyped-def]
    server = ServerConfig(host, frozenset({Role.HOST}), host)
    context = JobContext(clock=connector.clock)
    return connector.connect(server, context).terminal(command, (80, 24), viewer.listener, context)


def console(name: str) -> Command:
    return Command(("virsh", "-c", "xen:///system", "console", name))


def test_a_shell_runs_what_is_typed_and_ends_with_exit(connector: SimConnector) -> None:
    viewer = Viewer()
    terminal = opened(connector, "san1", None, viewer)
    viewer.until("root@san1:~# ")
    terminal.write(b"hostnamx\x7fe\r")
    viewer.until("\r\nsan1\r\n")
    terminal.write(b"exit\r")
    assert viewer.until_closed() == "It ended with status 0."


def test_a_console_asks_for_a_name_and_is_left_by_its_escape(connector: SimConnector) -> None:
    viewer = Viewer()
    terminal = opened(connector, "xen1", console("web1"), viewer)
    viewer.until("Connected to domain 'web1'")
    terminal.write(b"\r")
    viewer.until("web1 login: ")
    terminal.write(b"\x1d")
    assert viewer.until_closed() == "It ended with status 0."


def test_a_vm_that_is_off_has_no_console(connector: SimConnector) -> None:
    viewer = Viewer()
    opened(connector, "xen2", console("test3"), viewer)
    assert viewer.until_closed() == "It ended with status 1."
    assert "not running" in viewer.seen


def test_a_machine_that_dies_takes_its_terminals_with_it(connector: SimConnector) -> None:
    viewer = Viewer()
    opened(connector, "xen1", console("web1"), viewer)
    viewer.until("Connected")
    Drill(connector.world, connector.clock).power_off("xen1")
    assert "lost" in viewer.until_closed()
