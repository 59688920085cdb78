"""A session whose one host is a real sshd on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.transport.servers import LibvirtServer, SshServer, cluster, make_key
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.session.eventlog import EventLog
from xenadmin_gui.session.session import Session
from xenadmin_gui.transport.secrets import NoSecrets
from xenadmin_gui.transport.ssh import SshConnector

HOST = "xen1"


@contextmanager
def ssh_session(place: Path, libvirt: LibvirtServer | None = None) -> Iterator[Session]:
    """Start an sshd in ``place`` and watch it as the host ``xen1``."""
    key = make_key(place / "id")
    with SshServer(place / "sshd", key) as sshd:
        known_hosts = place / "known_hosts"
        sshd.trust(known_hosts)
        server = sshd.server(HOST)
        if libvirt is not None:
            server = replace(server, libvirt_uri=libvirt.uri)
        config = cluster(key, known_hosts, server)
        clock = SystemClock()
        session = Session(
            config,
            SshConnector(config, NoSecrets(), clock=clock),
            clock,
            Journal(place / "journal", clock=clock),
            EventLog(place / "events"),
        )
        session.start()
        try:
            session.refresh(JobContext())
            yield session
        finally:
            session.close()
