"""One refresh of many hosts behind a long line: seconds and round trips, beside OpenSSH itself.

Every host is a real sshd; ``xl``, ``multipathd`` and ``iscsiadm`` there replay recorded answers.
The peer is what an administrator's script would do over the same line: OpenSSH with a kept master
connection, one ``ssh`` a command.
"""

from __future__ import annotations

import statistics
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.delay import DelayingProxy
from tests.transport.servers import LibvirtServer, SshServer, cluster, make_key
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.monitor import Monitor
from xenadmin_gui.transport.secrets import NoSecrets
from xenadmin_gui.transport.ssh import SshConnector

_CAPTURES = Path(__file__).resolve().parents[1] / "captures" / "shared-lab" / "healthy" / "xen1"
_REPLAYED = {
    "xl": "xl-list.txt",
    "multipathd": "multipathd-show-maps-json.txt",
    "iscsiadm": "iscsiadm-session-P3.txt",
}
_PEER_COMMANDS = (
    "cat /proc/uptime",
    "cat /proc/loadavg",
    "cat /proc/meminfo",
    "xl list -v",
    "multipathd show maps json",
    "iscsiadm -m session -P 3",
)


@dataclass(frozen=True, slots=True)
class Refresh:
    """What was measured; seconds, and round trips of one host in one refresh.

    Attributes:
        turns_per_host: Mean of all talk on the line. No libvirt runs on these hosts, so a new try
            to reach it that falls into the measured time counts here, with about seven turns.
    """

    hosts: int
    round_trip_s: float
    first_s: float
    refresh_s: float
    turns_per_host: float
    answered: int
    openssh_s: float
    openssh_commands: int


def measure(directory: Path, *, hosts: int = 16, round_trip_s: float = 0.02) -> Refresh:
    """Build the hosts, refresh them, and let OpenSSH ask the same."""
    directory.mkdir(parents=True, exist_ok=True)
    key = make_key(directory / "client")
    known_hosts = directory / "known_hosts"
    path = f"{_replaying_tools(directory / 'bin')}:/usr/bin:/bin"
    with ExitStack() as stack:
        libvirt = stack.enter_context(LibvirtServer(directory / "libvirt"))
        configs = []
        proxies = []
        for number in range(hosts):
            name = f"xen{number + 1}"
            sshd = stack.enter_context(
                SshServer(directory / name, key, options={"SetEnv": f"PATH={path}"})
            )
            proxy = DelayingProxy(sshd.port, round_trip_s / 2)
            stack.callback(proxy.close)
            line = sshd.known_hosts_line(name=f"[127.0.0.1]:{proxy.port}")
            with known_hosts.open("a") as file:
                file.write(line)
            proxies.append(proxy)
            configs.append(replace(sshd.server(name), port=proxy.port, libvirt_uri=libvirt.uri))
        config = cluster(key, known_hosts, *configs)
        connector = SshConnector(config, NoSecrets())
        stack.callback(connector.close)
        monitor = Monitor(config, connector)
        stack.callback(monitor.stop)

        first_s = _timed(lambda: monitor.refresh(None, JobContext(), force=True))
        before = [proxy.turns.count for proxy in proxies]
        times = [_timed(lambda: monitor.refresh(None, JobContext(), force=True)) for _ in range(5)]
        turns = [
            (proxy.turns.count - start) / len(times)
            for proxy, start in zip(proxies, before, strict=True)
        ]
        answered = sum(
            server.state in (HostState.UP, HostState.DEGRADED)
            for server in monitor.snapshot.servers.values()
        )
        openssh_s = _openssh(directory, key, known_hosts, [proxy.port for proxy in proxies])
    return Refresh(
        hosts=hosts,
        round_trip_s=round_trip_s,
        first_s=first_s,
        refresh_s=statistics.median(times),
        turns_per_host=statistics.mean(turns),
        answered=answered,
        openssh_s=openssh_s,
        openssh_commands=len(_PEER_COMMANDS),
    )


def _replaying_tools(directory: Path) -> Path:
    directory.mkdir()
    for tool, capture in _REPLAYED.items():
        script = directory / tool
        script.write_text(f"#!/bin/sh\nexec cat '{_CAPTURES / capture}'\n")
        script.chmod(0o755)
    return directory


def _timed(work: object) -> float:
    assert callable(work)
    began = time.monotonic()
    work()
    return time.monotonic() - began


def _openssh(directory: Path, key: Path, known_hosts: Path, ports: list[int]) -> float:
    def argv(port: int, *words: str) -> list[str]:
        return [
            "ssh", "-F", "none", "-i", str(key), "-o", f"UserKnownHostsFile={known_hosts}",
            "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
            "-o", f"ControlPath={directory}/m%p", "-p", str(port), *words, "127.0.0.1",
        ]  # fmt: skip

    def ask(port: int) -> None:
        for command in _PEER_COMMANDS:
            subprocess.run(
                [*argv(port), command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                check=True,
            )

    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    for port in ports:
        subprocess.run(
            argv(port, "-M", "-N", "-f", "-o", "ControlPersist=120"),
            stderr=subprocess.DEVNULL, check=True, **quiet,
        )  # fmt: skip
    try:
        with ThreadPoolExecutor(len(ports)) as pool:
            return _timed(lambda: list(pool.map(ask, ports)))
    finally:
        for port in ports:
            subprocess.run(
                argv(port, "-O", "exit"), stderr=subprocess.DEVNULL, check=False, **quiet
            )
