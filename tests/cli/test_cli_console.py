"""A VM's console on a terminal, which is afterwards as it was before."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_program import TOP, Program

from xenadmin_gui.cli.console import ESCAPE

PATIENCE_S = 60


class OnATerminal:
    """The program on a terminal of its own."""

    def __init__(self, *words: str) -> None:
        self.master, self.slave = pty.openpty()
        self.before = termios.tcgetattr(self.slave)
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "xenadmin_gui.cli.main", *words],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={**os.environ, "PYTHONPATH": str(TOP)},
        )

    @property
    def is_raw(self) -> bool:
        return not termios.tcgetattr(self.slave)[3] & (termios.ICANON | termios.ECHO | termios.ISIG)

    def until(self, text: str) -> None:
        """Read until it says ``text``."""
        while text not in self.said:
            ready, _, _ = select.select([self.master], [], [], PATIENCE_S)
            assert ready, self.said
            self.said += os.read(self.master, 4096).decode()

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def ended(self) -> int:
        """Return its exit status; the terminal must be as it was."""
        status = self.process.wait(PATIENCE_S)
        assert termios.tcgetattr(self.slave) == self.before
        return status

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.slave)
        os.close(self.master)


@pytest.fixture
def option(tmp_path: Path) -> str:
    return f"--demo={tmp_path / 'demo'}"


@pytest.fixture
def console(option: str) -> Iterator[OnATerminal]:
    opened = OnATerminal(option, "vm", "console", "web1")
    opened.until("Escape character is")
    opened.type(b"\r")
    opened.until("web1 login:")
    yield opened
    opened.close()


def test_what_is_typed_is_the_guests_until_ctrl_and_bracket(console: OnATerminal) -> None:
    assert "Ctrl+] leaves" in console.said
    assert console.is_raw
    console.type(b"root\x03\x1a\r")
    console.until("This is a demonstration")
    assert console.process.poll() is None
    console.type(b"for the guest" + ESCAPE + b"rm -r precious\n")
    console.until("Left the console of web1")
    assert console.ended() == 0
    os.set_blocking(console.slave, False)
    with pytest.raises(BlockingIOError):  # nothing is left for the shell to obey
        os.read(console.slave, 100)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_terminal_is_as_it_was_after_a_signal(
    console: OnATerminal, number: signal.Signals
) -> None:
    assert console.is_raw
    console.process.send_signal(number)
    assert console.ended() == 1


def test_it_needs_a_terminal_and_a_vm_that_runs(xenadmin: Program, option: str) -> None:
    piped = xenadmin(option, "vm", "console", "web1")
    assert (piped.status, piped.out) == (2, "")
    assert "needs a terminal" in piped.err
    assert xenadmin(option, "vm", "console", "web1", "--json").status == 2
    off = xenadmin(option, "vm", "console", "test3", "--dry-run")
    assert off.status == 3
    assert "only while it runs" in off.err
    shown = xenadmin(option, "vm", "console", "web1", "--dry-run")
    assert (shown.status, shown.out) == (0, "xen1$ virsh -c xen:///system console web1\n")
