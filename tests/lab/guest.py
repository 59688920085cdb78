"""The lab's guests from the inside: commands over ssh, and what their writers tell."""

from __future__ import annotations

import shlex
import subprocess

from tests.lab import provision
from tests.lab.layout import GUESTS, Guest, Host, Lab, LabError
from tests.lab.remote import ssh_argv
from tests.lab.requirements import find


def named(name: str) -> Guest:
    """The guest of that name."""
    return next(guest for guest in GUESTS if guest.name == name)


def run_in(lab: Lab, guest: Guest, via: Host, command: str, *, timeout_s: float = 120) -> str:
    """Run a shell command in one of the lab's own guests, through a Xen host; its output."""
    return run_at(lab, guest.address, via, command, timeout_s=timeout_s)


def run_at(lab: Lab, address: str, via: Host, command: str, *, timeout_s: float = 120) -> str:
    """Run a shell command in the guest at `address`, through a Xen host; its output.

    A guest makes itself a new host key, so that its key is not checked.

    Raises:
        LabError: It cannot be reached, or the command failed.
    """
    way = shlex.join([*ssh_argv(lab, via)[:-1], "-W", "%h:%p", "root@127.0.0.1"])
    options = {
        "IdentityFile": str(lab.ssh / "id"),
        "IdentitiesOnly": "yes",
        "UserKnownHostsFile": "/dev/null",
        "StrictHostKeyChecking": "no",
        "BatchMode": "yes",
        "LogLevel": "ERROR",
        "ConnectTimeout": "60",
        "ProxyCommand": way,
    }
    words = [word for key, value in options.items() for word in ("-o", f"{key}={value}")]
    argv = [find("ssh"), "-F", "none", *words, f"root@{address}", command]
    done = subprocess.run(
        argv,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    if done.returncode:
        raise LabError(f"{address}: `{command}` failed: {done.stderr.strip()}")
    return done.stdout


def begin_to_write(lab: Lab, guest: Guest, via: Host) -> None:
    """Start the guest's writer anew, its counts at nothing: init starts it again at once."""
    run_in(lab, guest, via, "killall -KILL heartbeat; rm -f /run/report")


def written(lab: Lab, guest: Guest, via: Host) -> dict[str, int]:
    """What the writer counts since it was started: beats, errors, longest_stall_s, uptime_s."""
    report = provision.heartbeat(lab, guest, via)
    if report is None:
        raise LabError(f"{guest.name} does not answer on {guest.address} port 7.")
    pairs = (word.partition("=") for word in report.split())
    return {name: int(value) for name, _, value in pairs if value.isdigit()}
