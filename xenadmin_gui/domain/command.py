"""A command for a host as an argv, what came of it, and the one place that quotes."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field

from xenadmin_gui.domain.errors import CommandFailedError

TAIL_CHARS = 4000


@dataclass(frozen=True, slots=True)
class Command:
    """An argv to run on a host; never a shell string.

    Attributes:
        argv: Program and arguments; any text but NUL.
        stdin: Text for its standard input; may hold secrets, is never logged or journaled.
        hides_output: Its standard output holds secrets: it is neither logged nor in errors.
    """

    argv: tuple[str, ...]
    stdin: str | None = field(default=None, repr=False)
    hides_output: bool = False

    def __post_init__(self) -> None:
        if not self.argv or any("\0" in word for word in self.argv):
            raise ValueError("a command needs a program and may not hold NUL characters")

    def as_shell(self) -> str:
        """Return a line that a POSIX shell reads back as exactly this argv."""
        return shlex.join(self.argv)


@dataclass(frozen=True, slots=True)
class CommandResult:
    """How a command ended.

    Attributes:
        exit_status: 0 to 255; None when a signal or a lost connection ended it.
        started_at: Clock seconds.
        duration_s: Wall time until its end.
    """

    host: str
    command: Command
    exit_status: int | None
    stdout: str = ""
    stderr: str = ""
    started_at: float = 0.0
    duration_s: float = 0.0

    @property
    def succeeded(self) -> bool:
        return self.exit_status == 0

    def check(self, *, next_step: str = "") -> CommandResult:
        """Return self when it succeeded.

        Raises:
            CommandFailedError: It did not.
        """
        if not self.succeeded:
            raise CommandFailedError(
                self.host,
                self.command.argv,
                self.exit_status,
                "" if self.command.hides_output else self.stdout[-TAIL_CHARS:],
                self.stderr[-TAIL_CHARS:],
                next_step=next_step,
            )
        return self


@dataclass(frozen=True, slots=True)
class CommandRecord:
    """A line of the Commands dock.

    Attributes:
        origin: The operation it belongs to (a plan's title), or ``monitoring``.
        plan_id: Id of the plan, or empty.
        output_tail: The last of what it wrote, both streams.
    """

    host: str
    argv: tuple[str, ...]
    origin: str
    plan_id: str
    exit_status: int | None
    started_at: float
    duration_s: float
    output_tail: str = ""
