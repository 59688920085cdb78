"""One command of a cycle, and who reads its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.monitoring.absent import never


@dataclass(frozen=True, slots=True)
class Part:
    """One command of a cycle and how its answer is read.

    Attributes:
        field: Field of the HostReport that takes the value.
        tool: What the administrator knows it as.
        parse: Reads standard output; raises ParseError.
        absent: The value when there is nothing to ask (no such tool, no such thing).
        is_absent: Whether an answer says so.
        is_optional: Whether a machine without the tool lacks nothing.
    """

    field: str
    tool: str
    command: Command
    parse: Callable[[str], Any]
    absent: Any = None
    is_absent: Callable[[CommandResult], bool] = never
    is_optional: bool = False


def part(
    field: str,
    tool: str,
    argv: str | tuple[str, ...],
    parse: Callable[[str], Any],
    absent: Any = None,
    is_absent: Callable[[CommandResult], bool] = never,
) -> Part:
    """Make a part; ``argv`` is parted at blanks when it is one text."""
    words = tuple(argv.split()) if isinstance(argv, str) else argv
    return Part(field, tool, Command(words), parse, absent, is_absent)
