"""Which process runs a task, and whether it still lives (proc(5), Linux)."""

from __future__ import annotations

import getpass
import os
import socket
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: An owner on another machine cannot be looked up; it is taken for dead after such a silence.
FOREIGN_SILENCE_S = 3600.0

_STATE_FIELD, _START_FIELD = 0, 19


@dataclass(frozen=True, slots=True)
class Owner:
    """A process, told apart from every other, before and after a reboot.

    Attributes:
        start: Its start in clock ticks since boot, as text; empty where /proc says nothing.
    """

    machine: str
    boot: str
    pid: int
    start: str

    def is_alive(self, silent_s: float) -> bool:
        """Say whether it may still run; ``silent_s`` is how long nothing was heard of it."""
        here = this_process()
        if self.machine != here.machine:
            return silent_s < FOREIGN_SILENCE_S
        return self.boot == here.boot and self.start == _start_of(self.pid)


@lru_cache(maxsize=2)
def _owner_of(pid: int) -> Owner:
    return Owner(_machine(), _boot(), pid, _start_of(pid))


def this_process() -> Owner:
    """Return the process that asks."""
    return _owner_of(os.getpid())


def who() -> str:
    """Return ``user@machine`` of this process."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = str(os.getuid())
    return f"{user}@{socket.gethostname()}"


def _machine() -> str:
    return _text(Path("/etc/machine-id")) or socket.gethostname()


def _boot() -> str:
    return _text(Path("/proc/sys/kernel/random/boot_id"))


def _start_of(pid: int) -> str:
    """Start time of a living process; ``gone`` for a dead one, a zombie included."""
    stat = _text(Path(f"/proc/{pid}/stat"))
    fields = stat.rpartition(")")[2].split()
    if len(fields) <= _START_FIELD or fields[_STATE_FIELD] in ("Z", "X"):
        return "gone"
    return fields[_START_FIELD]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
