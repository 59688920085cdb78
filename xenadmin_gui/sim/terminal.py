"""A terminal on a simulated machine: a small shell, or a guest's console that nobody is behind."""

from __future__ import annotations

import queue
import shlex
import threading
from collections.abc import Callable, Iterator

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.transport.protocols import TerminalListener

_ENTER, _INTERRUPT, _END, _LEAVE_CONSOLE, _DELETE = "\r", "\x03", "\x04", "\x1d", "\x7f\b"

Run = Callable[[Command], CommandResult]


class SimTerminal:
    """Runs what is typed on a thread of its own, in the world's time."""

    def __init__(
        self, host: str, command: Command | None, listener: TerminalListener, run: Run
    ) -> None:
        self._host = host
        self._command = command
        self._listener = listener
        self._run = run
        self._typed: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._reason = "It was closed."
        self._thread = threading.Thread(target=self._work, name=f"terminal-{host}", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        self._typed.put(data.decode("utf-8", "replace"))

    def resize(self, columns: int, rows: int) -> None:
        """Do nothing: no program here looks at the size."""

    def go_on(self) -> None:
        """Do nothing: no program here says much."""

    def close(self) -> None:
        self._typed.put(None)

    def lose(self, reason: str) -> None:
        """End because the machine is gone."""
        self._reason = reason
        self._typed.put(None)

    def wait_closed(self, timeout_s: float) -> bool:
        """Wait for its thread to end; say whether it did."""
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        try:
            if self._command is not None and "console" in self._command.argv:
                self._console(self._command)
            elif self._command is not None:
                self._reason = self._ended(self._do(self._command))
            else:
                self._shell()
        finally:
            self._listener.on_closed(self._reason)

    def _keys(self) -> Iterator[str]:
        while (text := self._typed.get()) is not None:
            yield from text

    def _say(self, text: str) -> None:
        self._listener.on_output(text.replace("\n", "\r\n").encode())

    def _do(self, command: Command) -> int:
        try:
            result = self._run(command)
        except XenadminError as error:
            self._say(f"{error.sentence}\n")
            return 255
        self._say(result.stdout + result.stderr)
        return result.exit_status if result.exit_status is not None else 255

    @staticmethod
    def _ended(status: int) -> str:
        return f"It ended with status {status}."

    def _shell(self) -> None:
        self._say(
            f"A simulated machine: it knows the commands that this program uses.\n{self._ps1}"
        )
        line = ""
        for key in self._keys():
            if key == _END and not line:
                self._say("logout\n")
                self._reason = self._ended(0)
                return
            if key in (_ENTER, "\n"):
                self._say("\n")
                if line.strip() in ("exit", "logout"):
                    self._reason = self._ended(0)
                    return
                self._shell_line(line)
                line = ""
                self._say(self._ps1)
            elif key == _INTERRUPT:
                line = ""
                self._say(f"^C\n{self._ps1}")
            elif key in _DELETE:
                if line:
                    line = line[:-1]
                    self._say("\b \b")
            elif key.isprintable():
                line += key
                self._say(key)

    @property
    def _ps1(self) -> str:
        return f"root@{self._host}:~# "

    def _shell_line(self, line: str) -> None:
        try:
            words = shlex.split(line)
        except ValueError as error:
            self._say(f"sh: {error}\n")
            return
        if words:
            self._do(Command(tuple(words)))

    def _console(self, command: Command) -> None:
        name = command.argv[-1]
        uri = command.argv[command.argv.index("-c") + 1]
        state = self._run(Command(("virsh", "-c", uri, "domstate", name)))
        if not state.succeeded or state.stdout.split()[:1] == ["shut"]:
            self._say("error: The domain is not running\n")
            self._reason = self._ended(1)
            return
        self._say(f"Connected to domain '{name}'\nEscape character is ^] (Ctrl + ])\n")
        prompt, line = f"\nDebian GNU/Linux 12 {name} hvc0\n\n{name} login: ", ""
        for key in self._keys():
            if key == _LEAVE_CONSOLE:
                self._say("\n")
                self._reason = self._ended(0)
                return
            if key in (_ENTER, "\n"):
                said = "\nThis is a demonstration: there is no guest behind this console.\n"
                self._say((said if line else "") + prompt)
                line = ""
            elif key.isprintable():
                line += key
                self._say(key)
