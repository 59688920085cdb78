"""Processes of the lab: found by pid file, and touched only when they are really ours."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from pathlib import Path

from tests.lab.layout import LabError

#: The lab before other work, and what drives it before the lab: a client that gets no processor
#: looks like a slow cluster.
MACHINES, CLIENTS = -5, -10


def running_pid(pid_file: Path) -> int | None:
    """Process that `pid_file` names, if it still is the one: the file's path is in its argv."""
    try:
        pid = int(pid_file.read_text())
        argv = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except (OSError, ValueError):
        return None
    return pid if any(str(pid_file) in word for word in argv) else None


def prefer(pid: int, nice: int) -> None:
    """Let a process win over others for the processors, where we may.

    A host that gets none for some seconds is fenced. Between sessions only the niceness of their
    autogroups counts (sched(7)), not that of their processes, nor that these are SCHED_IDLE.
    """
    try:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            os.setpriority(os.PRIO_PROCESS, int(thread.name), nice)
        Path(f"/proc/{pid}/autogroup").write_text(str(nice))
    except OSError:
        return  # not allowed, or the kernel has no autogroups


def end(pid_file: Path, how: signal.Signals = signal.SIGTERM, timeout_s: float = 20) -> bool:
    """Signal the process of `pid_file` and wait until it is gone; False when there was none."""
    process = _opened(pid_file)
    if process is None:
        pid_file.unlink(missing_ok=True)
        return False
    try:
        for sent in dict.fromkeys((how, signal.SIGKILL)):
            if _ends(process, sent, timeout_s):
                break
        else:
            raise LabError(f"The process of {pid_file.name} does not end.")
    finally:
        os.close(process)
    pid_file.unlink(missing_ok=True)
    return True


def _opened(pid_file: Path) -> int | None:
    """A pidfd of the process of `pid_file`: it stays that process, whoever gets its number."""
    pid = running_pid(pid_file)
    if pid is None:
        return None
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return None
    if running_pid(pid_file) == pid:
        return process
    os.close(process)
    return None


def _ends(process: int, how: signal.Signals, timeout_s: float) -> bool:
    """Signal a process; whether it ended in time."""
    with contextlib.suppress(ProcessLookupError):
        signal.pidfd_send_signal(process, how)
    return bool(select.select([process], [], [], timeout_s)[0])
