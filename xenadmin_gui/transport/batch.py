"""Many commands in one round trip: one ``sh`` script, its answer taken apart by markers."""

from __future__ import annotations

import re
import secrets
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from xenadmin_gui.domain.command import Command, CommandResult

_MARKER_BYTES = 16


@dataclass(frozen=True, slots=True)
class Batch:
    """A script and the marker by which its answer is taken apart.

    The script writes ``MARKER begin`` on a line of its own to both outputs, and after each command
    ``MARKER NUMBER STATUS``; what stands before the first of them belongs to nobody. The marker is
    random, so that no output can hold it by accident or by malice.
    """

    commands: tuple[Command, ...]
    marker: str

    @classmethod
    def of(cls, commands: Sequence[Command]) -> Batch:
        """Make a batch with a fresh marker."""
        return cls(tuple(commands), secrets.token_hex(_MARKER_BYTES))

    @property
    def script(self) -> str:
        """The script for a POSIX ``sh``; each command runs without a standard input of ours."""
        begin = f"printf '\\n%s begin\\n' {self.marker}"
        lines = [f"LC_ALL=C; export LC_ALL; {begin}; {begin} >&2"]
        for number, command in enumerate(self.commands):
            lines.append(_line(command))
            mark = f"printf '\\n%s %d %d\\n' {self.marker} {number} $s"
            lines.append(f"s=$?; {mark}; {mark} >&2")
        return "\n".join([*lines, ""])

    @property
    def has_input(self) -> bool:
        """True when a command has a standard input, which may be secret: no word for an argv."""
        return any(command.stdin is not None for command in self.commands)

    @property
    def begin_mark(self) -> bytes:
        """What stands before the answer, in each output."""
        return f"\n{self.marker} begin\n".encode()

    @property
    def end_mark(self) -> re.Pattern[bytes]:
        """What stands after the last command's answer, in each output."""
        return re.compile(rb"\n%s %d \d+\n" % (self.marker.encode(), len(self.commands) - 1))

    def results(
        self,
        host: str,
        stdout: bytes,
        stderr: bytes,
        started_at: float,
        duration_s: float,
        cut: str,
    ) -> tuple[CommandResult, ...]:
        """Take the answer apart.

        Args:
            cut: Why there may be less than all of it, for commands without an end.
        """
        spoken = self._split(stdout)
        complained = self._split(stderr)
        results = []
        for number, command in enumerate(self.commands):
            said, status = spoken.get(number, (b"", None))
            moaned, _ = complained.get(number, (b"", None))
            stderr_text = _decode(moaned)
            if status is None:
                stderr_text = "\n".join(part for part in (stderr_text, cut) if part)
            results.append(
                CommandResult(
                    host, command, status, _decode(said), stderr_text, started_at, duration_s
                )
            )
        return tuple(results)

    def _split(self, stream: bytes) -> dict[int, tuple[bytes, int | None]]:
        """Return each command's part and status; the last part, cut off, has none."""
        parts: dict[int, tuple[bytes, int | None]] = {}
        begin = stream.find(self.begin_mark)
        if begin < 0:
            return parts
        begin += len(self.begin_mark)
        pattern = re.compile(rb"\n%s (\d+) (\d+)\n" % self.marker.encode())
        for mark in pattern.finditer(stream, begin):
            parts[int(mark[1])] = (stream[begin : mark.start()], int(mark[2]))
            begin = mark.end()
        if begin < len(stream):
            parts[len(parts)] = (stream[begin:], None)
        return parts


def shell_line(command: Command) -> str:
    """Return a line for the login shell that becomes exactly this command under LC_ALL=C."""
    return f"LC_ALL=C; export LC_ALL; {_exec(command)}"


def _exec(command: Command) -> str:
    """Replace the shell, so that neither its functions nor its built-ins are meant.

    ``--`` only where it is needed: old shells do not know it.
    """
    dashes = "-- " if command.argv[0].startswith("-") else ""
    return f"exec {dashes}{command.as_shell()}"


def _line(command: Command) -> str:
    if command.stdin is None:
        return f"( {_exec(command)} ) </dev/null"
    return f"printf %s {shlex.quote(command.stdin)} | ( {_exec(command)} )"


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
