"""Commands on the hosts over ssh, their keys verified; one kept connection a host."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn, TypeVar

from tests.lab.layout import Host, Lab, LabError
from tests.lab.requirements import find

T = TypeVar("T")
UNREACHABLE = 255  # ssh's own exit status when it cannot connect


def ssh_argv(lab: Lab, host: Host) -> list[str]:
    """ssh with the lab's keys and nothing of the user's own configuration."""
    options = {
        "IdentityFile": lab.ssh / "id",
        "IdentitiesOnly": "yes",
        "UserKnownHostsFile": lab.ssh / "known_hosts",
        "GlobalKnownHostsFile": "/dev/null",
        "StrictHostKeyChecking": "yes",
        "HostKeyAlgorithms": "ssh-ed25519",
        "BatchMode": "yes",
        "LogLevel": "ERROR",
        "ConnectTimeout": "30",
        "ServerAliveInterval": "15",
        "ServerAliveCountMax": "4",
        "ControlPath": _control(lab, host),
    }
    words = [word for key, value in options.items() for word in ("-o", f"{key}={value}")]
    return [find("ssh"), "-F", "none", *words, "-p", str(host.ssh_port), "root@127.0.0.1"]


def _control(lab: Lab, host: Host) -> Path:
    return lab.run / f"{host.name}.ssh"


def run(
    lab: Lab, host: Host, command: str, *, timeout_s: float = 120, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a shell command; an exit status of 255 or a time-out means unreachable."""
    argv = [*ssh_argv(lab, host), "--", command]
    try:
        return subprocess.run(
            argv,
            input=stdin or "",
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        late = f"no answer within {timeout_s:.0f} s"
        return subprocess.CompletedProcess(argv, UNREACHABLE, "", late)


def run_raw(
    lab: Lab, host: Host, command: str, *, stdin: bytes, timeout_s: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a shell command whose output is not text."""
    argv = [*ssh_argv(lab, host), "--", command]
    try:
        return subprocess.run(
            argv, input=stdin, capture_output=True, timeout=timeout_s, check=False
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(argv, UNREACHABLE, b"", b"no answer in time")


def must(
    lab: Lab, host: Host, command: str, *, timeout_s: float = 120, stdin: str | None = None
) -> str:
    """Run a shell command and return its output; raise LabError when it fails."""
    done = run(lab, host, command, timeout_s=timeout_s, stdin=stdin)
    if done.returncode:
        words = (done.stderr or done.stdout).strip()
        raise LabError(f"{host.name}: `{command}` failed ({done.returncode}): {words}")
    return done.stdout


def keep_connection(lab: Lab, host: Host) -> None:
    """Open the connection that later commands share: under software CPUs a log-in takes seconds."""
    argv = ssh_argv(lab, host)
    alive = subprocess.run([*argv[:-1], "-O", "check", argv[-1]], capture_output=True, check=False)
    if alive.returncode == 0:
        return
    _control(lab, host).unlink(missing_ok=True)
    subprocess.run(
        [*argv[:-1], "-M", "-N", "-f", "-o", "ControlPersist=3600", argv[-1]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=90,
        check=False,
    )


def drop_connection(lab: Lab, host: Host) -> None:
    """Close the kept connection, if there is one."""
    if _control(lab, host).exists():
        argv = ssh_argv(lab, host)
        subprocess.run([*argv[:-1], "-O", "exit", argv[-1]], capture_output=True, check=False)
        _control(lab, host).unlink(missing_ok=True)


def replace_by_ssh(lab: Lab, host: Host, command: Sequence[str]) -> NoReturn:
    """Become an interactive ssh; does not return."""
    argv = ssh_argv(lab, host)
    os.execv(argv[0], [*argv, "--", *command] if command else argv)


def everywhere(hosts: Iterable[Host], job: Callable[[Host], T]) -> dict[str, T]:
    """Do `job` for all hosts at once and return the results by name."""
    hosts = list(hosts)
    with ThreadPoolExecutor(max(1, len(hosts))) as pool:
        return dict(zip((h.name for h in hosts), pool.map(job, hosts), strict=True))
