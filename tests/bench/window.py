"""The main window beside virt-manager on the same libvirt test connection with 500 domains.

Both run under their own Xvfb with openbox. *Filled* is when the last domain is listed: virt-manager
says so in its debug log, ours in its log. The longest stall is measured from outside, by pings to
the window; memory is the peak resident set of the process.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.responsiveness import Pinger, Stalls
from tests.transport.servers import SshServer, descendants

TOP = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Filled:
    """How one program did; seconds and bytes."""

    program: str
    window_s: float
    filled_s: float
    stalls: Stalls
    peak_bytes: int


@contextmanager
def display(number: int) -> Iterator[str]:
    """An Xvfb with openbox in it."""
    name = f":{number}"
    server = subprocess.Popen(
        ["Xvfb", name, "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    environment = {**os.environ, "DISPLAY": name}
    try:
        _until(lambda: _quiet(["xdpyinfo"], environment), "Xvfb does not answer", 20)
        manager = subprocess.Popen(
            ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield name
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


def measure(
    program: str,
    argv: Sequence[str],
    *,
    title: str,
    log: Path,
    output: Path,
    filled: re.Pattern[str],
    count: int,
    environment: dict[str, str],
    number: int,
    watch_s: float = 20.0,
) -> Filled:
    """Start ``argv`` and watch it until ``filled`` stood ``count`` times in its log."""
    with ExitStack() as stack:
        name = stack.enter_context(display(number))
        out = stack.enter_context(output.open("wb"))
        began = time.monotonic()
        process = subprocess.Popen(
            argv, env={**environment, "DISPLAY": name}, stdout=out, stderr=out
        )
        stack.callback(process.wait)
        stack.callback(process.kill)
        window = _window(name, title)
        window_s = time.monotonic() - began
        filled_at: list[float] = []

        def look() -> None:
            _until(lambda: len(filled.findall(_text(log))) >= count,
                   f"{program} did not list its domains", 120)  # fmt: skip
            filled_at.append(time.monotonic() - began)

        looker = threading.Thread(target=look)
        looker.start()
        pinger = Pinger(name, window)
        stack.callback(pinger.close)
        stalls = pinger.watch(watch_s)
        looker.join()
        peak = _peak_bytes(process.pid)
    return Filled(program, window_s, filled_at[0] if filled_at else float("nan"), stalls, peak)


def domains_xml(path: Path, count: int = 500) -> Path:
    """Write a test driver's node with that many running domains."""
    lines = [
        "<node><cpu><mhz>2000</mhz><model>x</model><active>16</active><nodes>1</nodes>"
        "<sockets>4</sockets><cores>4</cores><threads>1</threads></cpu>"
        "<memory>1073741824</memory>"
    ]
    lines += [
        f"<domain type='test'><name>vm{i:03d}</name>"
        f"<uuid>4dea22b3-1d52-d8f3-2516-{i:012x}</uuid><memory>1048576</memory>"
        f"<vcpu>1</vcpu><os><type arch='i686'>hvm</type></os></domain>"
        for i in range(count)
    ]
    path.write_text("\n".join([*lines, "</node>"]))
    return path


def virt_manager(directory: Path, uri: str) -> Filled | None:
    """Measure virt-manager; None when it is not installed."""
    if not shutil.which("virt-manager"):
        return None
    home = directory / "virt-manager"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "NO_AT_BRIDGE": "1"}
    argv = ["dbus-run-session", "--", "virt-manager", "--no-fork", "--debug",
            "--connect", uri]  # fmt: skip
    return measure(
        "virt-manager", argv, title="Virtual Machine Manager",
        log=directory / "vmm.log", output=directory / "vmm.log",
        filled=re.compile(r"domain=vm\d+ status=\w+ added"), count=500,
        environment=environment, number=91,
    )  # fmt: skip


def ours(directory: Path, uri: str, sshd: SshServer) -> Filled:
    """Measure our window: one host, reached over SSH, with that libvirt."""
    home = directory / "ours"
    clusters = home / ".config" / "xenadmin" / "clusters"
    clusters.mkdir(parents=True)
    known_hosts = directory / "known_hosts"
    sshd.trust(known_hosts)
    (clusters / "bench.yaml").write_text(
        "version: 1\nname: bench\n"
        f"ssh: {{identity: {sshd.client_key}, known_hosts: {known_hosts}, config: /dev/null}}\n"
        "hosts:\n"
        f"  - {{name: host1, address: 127.0.0.1, port: {sshd.port}, libvirt_uri: {uri!r}}}\n"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    environment.update(HOME=str(home), PYTHONPATH=str(TOP))
    environment.pop("QT_QPA_PLATFORM", None)
    log = home / ".local" / "state" / "xenadmin" / "window.log"
    return measure(
        "xenadmin-gui",
        [sys.executable, "-m", "xenadmin_gui", "--cluster", "bench", "--lang", "en"],
        title="bench", log=log, output=directory / "ours.log",
        filled=re.compile(r"shown whole: 1 machines, 500 VMs"), count=1,
        environment=environment, number=92,
    )  # fmt: skip


def _window(name: str, title: str) -> int:
    found: list[int] = []

    def look() -> bool:
        tree = subprocess.run(
            ["xwininfo", "-display", name, "-root", "-tree"],
            capture_output=True, text=True, check=False,
        ).stdout  # fmt: skip
        for line in tree.splitlines():
            match = re.match(r'\s*(0x[0-9a-f]+) "([^"]*)".* (\d+)x(\d+)\+', line)
            if match and title in match[2] and int(match[3]) > 200:
                found.append(int(match[1], 16))
                return True
        return False

    _until(look, f"no window called {title}", 60)
    return found[0]


def _text(path: Path) -> str:
    return path.read_text(errors="replace") if path.exists() else ""


def _peak_bytes(pid: int) -> int:
    """Peak resident set of the largest process among ``pid`` and its descendants."""
    peaks = []
    for one in [pid, *descendants(pid)]:
        try:
            text = Path(f"/proc/{one}/status").read_text()
        except OSError:
            continue
        match = re.search(r"VmHWM:\s+(\d+) kB", text)
        peaks.append(int(match[1]) * 1024 if match else 0)
    return max(peaks, default=0)


def _quiet(argv: list[str], environment: dict[str, str]) -> bool:
    done = subprocess.run(argv, env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _until(holds: object, complaint: str, seconds: float) -> None:
    assert callable(holds)
    pause = threading.Event()
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(complaint)
        pause.wait(0.05)
