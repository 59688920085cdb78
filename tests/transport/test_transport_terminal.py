"""Terminals on a real sshd: a program believes that somebody sits there."""

from __future__ import annotations

import threading

from xenadmin_gui.domain.command import Command
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.link import SshLink
from xenadmin_gui.transport.protocols import TerminalListener

PATIENCE_S = 20.0


class Viewer:
    """Collects what comes, and waits for it."""

    def __init__(self, *, enough: int = 2**30) -> None:
        self._enough = enough
        self._changed = threading.Condition()
        self.seen = bytearray()
        self.reason: str | None = None
        self.listener = TerminalListener(self._on_output, self._on_closed)

    def _on_output(self, data: bytes) -> bool:
        with self._changed:
            self.seen += data
            self._changed.notify_all()
            return len(self.seen) >= self._enough

    def _on_closed(self, reason: str) -> None:
        with self._changed:
            self.reason = reason
            self._changed.notify_all()

    def until(self, text: bytes) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: text in self.seen, PATIENCE_S), bytes(self.seen)

    def until_more_than(self, seen: int) -> None:
        """Wait for the next piece, or the end."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: len(self.seen) > seen or self.reason is not None, PATIENCE_S
            )

    def until_closed(self) -> str:
        with self._changed:
            assert self._changed.wait_for(lambda: self.reason is not None, PATIENCE_S)
            assert self.reason is not None
            return self.reason


def sh(script: str) -> Command:
    return Command(("sh", "-c", script))


def test_a_program_sees_a_terminal_of_that_size(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    link.terminal(sh('tty -s && stty size && echo "$TERM"'), (101, 37), viewer.listener, context)
    viewer.until(b"linux")
    assert b"37 101" in viewer.seen
    assert viewer.until_closed() == "It ended with status 0."


def test_what_is_typed_arrives_and_is_echoed(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    script = 'read -r line; echo "got $line"'
    terminal = link.terminal(sh(script), (80, 24), viewer.listener, context)
    terminal.write("grüße\r".encode())
    viewer.until("got grüße".encode())
    viewer.until_closed()
    terminal.write(b"too late")


def test_a_new_size_is_told(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    script = "trap 'stty size; exit 3' WINCH; echo ready; while :; do read -r line; done"
    terminal = link.terminal(sh(script), (80, 24), viewer.listener, context)
    viewer.until(b"ready")
    terminal.resize(132, 50)
    terminal.write(b"\r")
    viewer.until(b"50 132")
    assert viewer.until_closed() == "It ended with status 3."


def test_much_output_comes_whole(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    script = "stty -opost; head -c 5000000 /dev/zero | tr '\\0' x; echo END"
    link.terminal(sh(script), (80, 24), viewer.listener, context)
    viewer.until_closed()
    assert viewer.seen.count(b"x") == 5_000_000
    assert viewer.seen.rstrip().endswith(b"END")


def test_a_reader_that_has_enough_lets_the_host_wait(link: SshLink, context: JobContext) -> None:
    viewer = Viewer(enough=1)
    script = "stty -opost; head -c 3000000 /dev/zero | tr '\\0' x; echo END"
    terminal = link.terminal(sh(script), (80, 24), viewer.listener, context)
    viewer.until(b"x")
    link.run(Command(("true",)), context)  # the connection itself goes on
    assert len(viewer.seen) < 3_000_000
    while viewer.reason is None:
        seen = len(viewer.seen)
        terminal.go_on()
        viewer.until_more_than(seen)
    assert viewer.seen.count(b"x") == 3_000_000
    assert viewer.seen.rstrip().endswith(b"END")


def test_closing_ends_the_program_on_the_host(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    terminal = link.terminal(sh("echo $$; exec sleep 600"), (80, 24), viewer.listener, context)
    viewer.until(b"\n")
    number = bytes(viewer.seen).split()[0].decode()
    terminal.close()
    assert viewer.until_closed() == "It was closed."
    gone = (
        f"for n in $(seq 100); do kill -0 {number} 2>/dev/null || exit 0; sleep 0.1; done; exit 1"
    )
    assert link.run(sh(gone), context).succeeded


def test_the_loss_of_the_connection_is_told(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    link.terminal(None, (80, 24), viewer.listener, context)
    link.abort()
    assert "lost" in viewer.until_closed()


def test_a_closed_link_leaves_no_terminal(link: SshLink, context: JobContext) -> None:
    viewer = Viewer()
    link.terminal(sh("sleep 600"), (80, 24), viewer.listener, context)
    link.close()
    viewer.until_closed()
