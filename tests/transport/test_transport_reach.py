"""Getting to a host: dead ports, silent machines, odd services, jump hosts."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from servers import SshServer, cluster, free_port

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.errors import (
    Cancelled,
    ConfigError,
    HostKeyUnknownError,
    UnreachableError,
)
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.secrets import NoSecrets
from xenadmin_gui.transport.ssh import SshConnector
from xenadmin_gui.transport.wire import Wire

Make = Callable[..., SshConnector]
ECHO = Command(("echo", "in"))


def server_at(port: int, address: str = "127.0.0.1") -> ServerConfig:
    return ServerConfig("xen1", frozenset({Role.HOST}), address, port)


@pytest.fixture
def silent() -> Iterator[int]:
    """A port that takes connections and says nothing."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen(16)
        yield line.getsockname()[1]


def test_a_dead_port_is_refused_at_once(
    known_hosts: Path, connector_for: Make, context: JobContext
) -> None:
    server = server_at(free_port())
    begin = time.monotonic()
    with pytest.raises(UnreachableError, match="refuses the connection"):
        connector_for(known_hosts, server).connect(server, context)
    assert time.monotonic() - begin < 2


def test_a_name_that_does_not_exist_is_told(
    known_hosts: Path, connector_for: Make, context: JobContext
) -> None:
    server = server_at(22, "no-such-host.invalid")
    with pytest.raises(UnreachableError, match=r"no-such-host\.invalid"):
        connector_for(known_hosts, server, connect_timeout_s=3.0).connect(server, context)


def test_a_silent_machine_costs_the_time_out_and_no_more(
    known_hosts: Path, connector_for: Make, context: JobContext, silent: int
) -> None:
    server = server_at(silent)
    begin = time.monotonic()
    with pytest.raises(UnreachableError, match=r"no SSH within 0\.5 s"):
        connector_for(known_hosts, server, connect_timeout_s=0.5).connect(server, context)
    assert time.monotonic() - begin < 2


def test_cancel_ends_a_connect_at_once(
    known_hosts: Path, connector_for: Make, context: JobContext, silent: int
) -> None:
    server = server_at(silent)
    connector = connector_for(known_hosts, server, connect_timeout_s=60.0)
    with ThreadPoolExecutor(1) as pool:
        attempt = pool.submit(connector.connect, server, context)
        context.cancel()
        with pytest.raises(Cancelled):
            attempt.result(3)


def test_something_else_than_ssh_is_told(
    known_hosts: Path, connector_for: Make, context: JobContext
) -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()

        def answer() -> None:
            peer, _ = line.accept()
            peer.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            peer.close()

        thread = threading.Thread(target=answer)
        thread.start()
        server = server_at(line.getsockname()[1])
        with pytest.raises(UnreachableError, match="before the login"):
            connector_for(known_hosts, server).connect(server, context)
        thread.join(3)


def test_a_line_that_takes_nothing_gives_up_writing() -> None:
    ours, theirs = socket.socketpair()
    wire = Wire(ours, stall_s=0.2)
    wire.settimeout(0.02)
    begin = time.monotonic()

    def write_on() -> None:
        while True:
            with suppress(TimeoutError):
                wire.send(b"x" * 65536)

    with pytest.raises(OSError, match="no more data"):
        write_on()
    assert 0.2 < time.monotonic() - begin < 2
    with pytest.raises(OSError, match="closed"):
        wire.send(b"x")
    assert wire.recv(1) == b""
    wire.release()
    theirs.close()


def test_a_closed_connector_makes_no_connections(
    sshd: SshServer, known_hosts: Path, connector_for: Make, context: JobContext
) -> None:
    server = sshd.server("xen1")
    connector = connector_for(known_hosts, server)
    connector.close()
    with pytest.raises(UnreachableError):
        connector.connect(server, context)


@pytest.fixture
def bastion(tmp_path: Path, client_key: Path, known_hosts: Path) -> Iterator[SshServer]:
    """A second server, trusted, to jump over."""
    before = known_hosts.read_text()
    with SshServer(tmp_path / "bastion", client_key) as server:
        server.trust(known_hosts)
        yield server
    known_hosts.write_text(before)


def test_a_server_of_the_cluster_is_a_jump_host(
    sshd: SshServer,
    bastion: SshServer,
    known_hosts: Path,
    connector_for: Make,
    context: JobContext,
) -> None:
    gate = bastion.server("gate")
    inner = sshd.server("xen1", jump="gate")
    connector = connector_for(known_hosts, gate, inner)
    link = connector.connect(inner, context)
    seen = link.run(Command(("sh", "-c", "echo $SSH_CONNECTION")), context).stdout.split()
    assert int(seen[3]) == sshd.port
    big = link.run(Command(("cat",), "x" * 3_000_000), context).stdout
    assert len(big) == 3_000_000
    assert bastion.sessions()
    link.close()
    connector.close()


def test_a_jump_host_is_logged_in_to_once_for_all_behind_it(
    sshd: SshServer,
    bastion: SshServer,
    known_hosts: Path,
    connector_for: Make,
    context: JobContext,
) -> None:
    jump = f"root@127.0.0.1:{bastion.port}"
    servers = [sshd.server(f"xen{number}", jump=jump) for number in range(8)]
    connector = connector_for(known_hosts, *servers)
    with ThreadPoolExecutor(8) as pool:
        links = list(pool.map(lambda server: connector.connect(server, context), servers))
    assert [link.run(ECHO, context).stdout for link in links] == ["in\n"] * 8
    log = (bastion.directory / "log").read_text()
    assert log.count("Accepted publickey") == 1
    for link in links[1:]:
        link.close()
    assert links[0].run(ECHO, context).stdout == "in\n"
    links[0].close()
    again = connector.connect(servers[0], context)
    assert again.run(ECHO, context).stdout == "in\n"


def test_proxy_jump_of_ssh_config_is_followed_over_two_hops(
    tmp_path: Path,
    sshd: SshServer,
    bastion: SshServer,
    known_hosts: Path,
    client_key: Path,
    context: JobContext,
) -> None:
    ssh_config = tmp_path / "config"
    ssh_config.write_text(
        f"Host gate\n HostName 127.0.0.1\n Port {bastion.port}\n"
        f"Host second\n HostName 127.0.0.1\n Port {bastion.port}\n"
        f"Host xen1\n HostName 127.0.0.1\n ProxyJump gate,second\n"
    )
    server = replace(sshd.server("xen1"), address="xen1")
    config = cluster(client_key, known_hosts, server)
    config = replace(config, ssh=replace(config.ssh, config=str(ssh_config)))
    connector = SshConnector(config, NoSecrets())
    link = connector.connect(server, context)
    assert link.run(ECHO, context).stdout == "in\n"
    link.close()
    connector.close()
    assert (bastion.directory / "log").read_text().count("Accepted publickey") == 2


def test_the_loss_of_a_jump_host_is_the_loss_of_the_hosts_behind_it(
    sshd: SshServer,
    bastion: SshServer,
    known_hosts: Path,
    connector_for: Make,
    context: JobContext,
) -> None:
    gate = bastion.server("gate")
    inner = sshd.server("xen1", jump="gate")
    connector = connector_for(known_hosts, gate, inner)
    link = connector.connect(inner, context)
    lost = threading.Event()
    link.on_closed(lambda _: lost.set())
    bastion.drop()
    assert lost.wait(5)
    link.close()
    assert connector.connect(inner, context).run(ECHO, context).stdout == "in\n"


def test_an_unknown_key_of_a_jump_host_is_told_as_the_jump_hosts(
    tmp_path: Path,
    sshd: SshServer,
    bastion: SshServer,
    connector_for: Make,
    context: JobContext,
) -> None:
    gate = bastion.server("gate")
    inner = sshd.server("xen1", jump="gate")
    file = tmp_path / "fresh"
    connector = connector_for(file, gate, inner)
    accepted = []
    for _ in range(2):
        with pytest.raises(HostKeyUnknownError) as caught:
            connector.connect(inner, context)
        accepted.append(caught.value.host)
        connector.accept_host_key(caught.value)
    assert accepted == ["gate", "xen1"]
    assert connector.connect(inner, context).is_alive


def test_a_host_that_the_jump_host_does_not_reach_is_told(
    bastion: SshServer, known_hosts: Path, connector_for: Make, context: JobContext
) -> None:
    gate = bastion.server("gate")
    inner = replace(server_at(free_port()), jump="gate")
    with pytest.raises(UnreachableError, match="through gate"):
        connector_for(known_hosts, gate, inner).connect(inner, context)


def test_jumps_in_a_circle_are_told(
    sshd: SshServer, known_hosts: Path, connector_for: Make, context: JobContext
) -> None:
    one = sshd.server("one", jump="two")
    two = sshd.server("two", jump="one")
    with pytest.raises(ConfigError, match="circle"):
        connector_for(known_hosts, one, two).connect(one, context)
