"""libvirt of a real daemon over the bridge of a real SSH connection."""

from __future__ import annotations

import queue
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import libvirt
import pytest
from servers import LibvirtServer, SshServer

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import Cancelled, ConfigError, UnreachableError
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport import libvirtlink
from xenadmin_gui.transport.libvirturi import ProgramWay, SocketWay, parse_uri
from xenadmin_gui.transport.link import SshLink
from xenadmin_gui.transport.protocols import DomainEvent, DomainRecord
from xenadmin_gui.transport.ssh import SshConnector


@pytest.fixture
def domain(libvirtd: LibvirtServer) -> Iterator[Any]:
    """A defined domain; undefined at the end."""
    made = libvirtd.define("vm1", str(uuid.uuid4()))
    yield made
    for end in (made.destroy, made.undefine):
        with suppress(libvirt.libvirtError):
            end()


def find(records: tuple[DomainRecord, ...], name: str) -> DomainRecord:
    (found,) = (record for record in records if record.name == name)
    return found


def test_domains_are_read_with_their_states(
    link: SshLink, libvirtd: LibvirtServer, domain: Any, context: JobContext
) -> None:
    daemon = link.libvirt(libvirtd.uri, context)
    off = find(daemon.domains(context), "vm1")
    assert (off.uuid, off.state, off.domain_id) == (domain.UUIDString(), VmState.OFF, None)
    assert off.is_persistent
    assert off.autostart is False
    assert "<name>vm1</name>" in off.xml
    domain.create()
    running = find(daemon.domains(context), "vm1")
    assert (running.state, running.domain_id) == (VmState.RUNNING, domain.ID())
    domain.suspend()
    assert find(daemon.domains(context), "vm1").state is VmState.PAUSED
    domain.resume()
    domain.setAutostart(1)
    assert find(daemon.domains(context), "vm1").autostart is True


def test_a_persistent_domain_gives_its_inactive_definition_and_what_runs(
    link: SshLink, libvirtd: LibvirtServer, domain: Any, context: JobContext
) -> None:
    daemon = link.libvirt(libvirtd.uri, context)
    assert not find(daemon.domains(context), "vm1").live_xml
    domain.create()
    record = find(daemon.domains(context), "vm1")
    assert " id=" not in record.xml.partition(">")[0]
    assert " id=" in record.live_xml.partition(">")[0]


def test_a_transient_domain_gives_its_live_definition(
    link: SshLink, libvirtd: LibvirtServer, domain: Any, context: JobContext
) -> None:
    domain.create()
    domain.undefine()
    record = find(link.libvirt(libvirtd.uri, context).domains(context), "vm1")
    assert not record.is_persistent
    assert " id=" in record.xml.partition(">")[0]
    assert record.state is VmState.RUNNING


def test_a_domain_that_vanishes_meanwhile_does_not_spoil_the_list(
    link: SshLink, libvirtd: LibvirtServer, context: JobContext
) -> None:
    daemon = link.libvirt(libvirtd.uri, context)
    stop = threading.Event()

    def flicker() -> None:
        while not stop.is_set():
            libvirtd.define("flicker", str(uuid.uuid4())).undefine()

    thread = threading.Thread(target=flicker)
    thread.start()
    try:
        for _ in range(40):
            assert any(record.name == "test" for record in daemon.domains(context))
    finally:
        stop.set()
        thread.join()


def test_events_come_in_order(
    link: SshLink, libvirtd: LibvirtServer, domain: Any, context: JobContext
) -> None:
    events: queue.Queue[DomainEvent] = queue.Queue()
    link.libvirt(libvirtd.uri, context).subscribe(events.put, lambda _: None)
    domain.create()
    domain.suspend()
    domain.resume()
    domain.destroy()
    seen = [events.get(timeout=5) for _ in range(4)]
    assert [event.event for event in seen] == ["started", "suspended", "resumed", "stopped"]
    assert {(event.host, event.name, event.uuid) for event in seen} == {
        ("xen1", "vm1", domain.UUIDString())
    }


def test_libvirt_and_commands_share_the_connection(
    link: SshLink, libvirtd: LibvirtServer, context: JobContext
) -> None:
    daemon = link.libvirt(libvirtd.uri, context)

    def work(number: int) -> bool:
        if number % 2:
            return bool(daemon.domains(context))
        return link.run(Command(("echo", str(number))), context).stdout == f"{number}\n"

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))


def test_closing_the_link_leaves_the_connection_and_no_thread(
    link: SshLink, libvirtd: LibvirtServer, context: JobContext
) -> None:
    lost: list[str] = []
    for _ in range(3):
        daemon = link.libvirt(libvirtd.uri, context)
        daemon.subscribe(lambda _: None, lost.append)
        daemon.close()
        daemon.close()
        names = {thread.name for thread in threading.enumerate()}
        assert not names & {"libvirt-events", "bridge-xen1"}
        with pytest.raises(UnreachableError):
            daemon.domains(context)
    assert lost == []
    assert link.run(Command(("true",)), context).succeeded


def test_the_private_socket_is_gone_once_it_is_used(
    link: SshLink,
    libvirtd: LibvirtServer,
    context: JobContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    daemon = link.libvirt(libvirtd.uri, context)
    assert daemon.domains(context)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def host(
    tmp_path: Path, client_key: Path, libvirtd: LibvirtServer
) -> Iterator[tuple[SshServer, Callable[[], SshConnector]]]:
    from servers import cluster

    from xenadmin_gui.transport.secrets import NoSecrets

    known_hosts = tmp_path / "known_hosts"
    with SshServer(tmp_path / "sshd", client_key) as sshd:
        sshd.trust(known_hosts)
        yield (
            sshd,
            lambda: SshConnector(
                cluster(client_key, known_hosts, sshd.server("xen1")), NoSecrets()
            ),
        )


def test_after_a_loss_one_subscribes_anew(
    host: tuple[SshServer, Callable[[], SshConnector]],
    libvirtd: LibvirtServer,
    domain: Any,
    context: JobContext,
) -> None:
    sshd, make = host
    connector = make()
    link = connector.connect(sshd.server("xen1"), context)
    daemon = link.libvirt(libvirtd.uri, context)
    losses: queue.Queue[str] = queue.Queue()
    daemon.subscribe(lambda _: None, losses.put)
    sshd.stop()
    assert "xen1" in losses.get(timeout=10)
    with pytest.raises(UnreachableError):
        daemon.domains(context)
    late: list[str] = []
    daemon.subscribe(lambda _: None, late.append)
    assert len(late) == 1
    link.close()
    sshd.start()
    events: queue.Queue[DomainEvent] = queue.Queue()
    fresh = connector.connect(sshd.server("xen1"), context).libvirt(libvirtd.uri, context)
    fresh.subscribe(events.put, losses.put)
    domain.create()
    assert events.get(timeout=5).event == "started"
    assert losses.empty()
    connector.close()
    assert losses.empty()


def test_a_frozen_daemon_can_be_cancelled(
    host: tuple[SshServer, Callable[[], SshConnector]],
    libvirtd: LibvirtServer,
    context: JobContext,
) -> None:
    sshd, make = host
    connector = make()
    daemon = connector.connect(sshd.server("xen1"), context).libvirt(libvirtd.uri, context)
    cancelled = JobContext()
    libvirtd.freeze()
    try:
        with ThreadPoolExecutor(1) as pool:
            reading = pool.submit(daemon.domains, cancelled)
            cancelled.cancel()
            with pytest.raises(Cancelled):
                reading.result(5)
        begin = time.monotonic()
        connector.close()
        assert time.monotonic() - begin < 5
    finally:
        libvirtd.thaw()


def test_a_frozen_daemon_times_out(
    link: SshLink, libvirtd: LibvirtServer, context: JobContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libvirtlink, "_LIST_S", 0.5)
    daemon = link.libvirt(libvirtd.uri, context)
    libvirtd.freeze()
    try:
        with pytest.raises(UnreachableError):
            daemon.domains(context)
    finally:
        libvirtd.thaw()
    assert link.run(Command(("true",)), context).succeeded


def test_opening_a_frozen_daemon_times_out(
    link: SshLink, libvirtd: LibvirtServer, context: JobContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xenadmin_gui.transport.link._OPEN_LIBVIRT_S", 0.5)
    libvirtd.freeze()
    begin = time.monotonic()
    try:
        with pytest.raises(UnreachableError):
            link.libvirt(libvirtd.uri, context)
    finally:
        libvirtd.thaw()
    assert time.monotonic() - begin < 4


def test_no_daemon_is_told_with_a_next_step(
    link: SshLink, tmp_path: Path, context: JobContext
) -> None:
    with pytest.raises(UnreachableError) as caught:
        link.libvirt(f"test:///default?socket={tmp_path}/nobody", context)
    assert "libvirt on xen1" in caught.value.sentence
    assert "libvirtd" in caught.value.next_step


def test_a_driver_that_the_daemon_lacks_is_told_in_its_words(
    link: SshLink, libvirtd: LibvirtServer, context: JobContext
) -> None:
    with pytest.raises(UnreachableError, match=r"(?i)driver"):
        link.libvirt(f"xen:///system?socket={libvirtd.socket}", context)


def test_a_daemon_behind_an_sshd_that_forbids_forwarding_is_reached_by_netcat(
    tmp_path: Path,
    client_key: Path,
    libvirtd: LibvirtServer,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> None:
    known_hosts = tmp_path / "known_hosts"
    options = {"AllowStreamLocalForwarding": "no"}
    with SshServer(tmp_path / "sshd", client_key, options=options) as sshd:
        sshd.trust(known_hosts)
        server = sshd.server("xen1")
        link = connector_for(known_hosts, server).connect(server, context)
        if not link.run(Command(("sh", "-c", "command -v nc")), context).succeeded:
            pytest.skip("netcat is not installed")
        daemon = link.libvirt(libvirtd.uri, context)
        assert daemon.domains(context)
        link.close()


def test_the_ways_to_a_daemon_go_from_best_to_worst() -> None:
    assert parse_uri("xen:///system").ways == (
        SocketWay("/run/libvirt/virtxend-sock"),
        SocketWay("/run/libvirt/libvirt-sock"),
        ProgramWay(Command(("virt-ssh-helper", "xen:///system"))),
        ProgramWay(Command(("nc", "-U", "/run/libvirt/libvirt-sock"))),
    )
    assert parse_uri("qemu+ssh:///system").ways[0] == SocketWay("/run/libvirt/virtqemud-sock")
    assert parse_uri("test+unix:///default?socket=/x/s").ways[0] == SocketWay("/x/s")


def test_the_uri_through_the_bridge_keeps_driver_and_path() -> None:
    local = Path("/run/user/0/a b")
    assert parse_uri("xen:///system").through(local) == (
        "xen+unix:///system?socket=/run/user/0/a%20b"
    )


@pytest.mark.parametrize("uri", ["", "system", "xen+ssh://other/system", "/run/libvirt"])
def test_a_uri_of_another_host_or_none_is_refused(uri: str) -> None:
    with pytest.raises(ConfigError):
        parse_uri(uri)
