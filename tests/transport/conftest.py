"""An sshd of our own, a connector to it, and a watch over threads that stay."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from servers import LibvirtServer, SshServer, cluster, have_libvirtd, have_sshd, make_key

from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.link import SshLink
from xenadmin_gui.transport.secrets import NoSecrets
from xenadmin_gui.transport.ssh import SshConnector


@pytest.fixture(autouse=True)
def no_thread_stays(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(3)
    assert set(threading.enumerate()) <= before


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ssh")


@pytest.fixture(scope="session")
def client_key(place: Path) -> Path:
    if not have_sshd():
        pytest.skip("openssh-server is not installed")
    return make_key(place / "id")


@pytest.fixture(scope="session")
def sshd(place: Path, client_key: Path) -> Iterator[SshServer]:
    """A server for all tests; none of them leaves it broken."""
    with SshServer(place / "sshd", client_key) as server:
        yield server


@pytest.fixture(scope="session")
def known_hosts(place: Path, sshd: SshServer) -> Path:
    file = place / "known_hosts"
    sshd.trust(file)
    return file


@pytest.fixture
def context() -> JobContext:
    return JobContext()


@pytest.fixture
def connector_for(client_key: Path) -> Iterator[Callable[..., SshConnector]]:
    """Make connectors to servers; all are closed at the end."""
    made: list[SshConnector] = []

    def make(known_hosts: Path, *servers: ServerConfig, **changes: object) -> SshConnector:
        config = cluster(client_key, known_hosts, *servers, **changes)
        made.append(SshConnector(config, NoSecrets()))
        return made[-1]

    yield make
    for connector in made:
        connector.close()


@pytest.fixture
def link(
    sshd: SshServer,
    known_hosts: Path,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> SshLink:
    server = sshd.server("xen1")
    return connector_for(known_hosts, server).connect(server, context)


@pytest.fixture(scope="session")
def libvirtd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibvirtServer]:
    if not have_libvirtd():
        pytest.skip("libvirt-daemon is not installed")
    with LibvirtServer(tmp_path_factory.mktemp("lv")) as server:
        yield server
