"""libvirt URIs: what the cluster file says, and the ways that lead to the daemon's socket."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, quote, urlsplit

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import ConfigError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.batch import shell_line
from xenadmin_gui.transport.channels import OwnedChannel, open_session, open_socket
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline

_RUN = "/run/libvirt"


class Way(Protocol):
    """One way to the daemon."""

    def open(
        self, connection: Connection, deadline: Deadline, context: JobContext
    ) -> OwnedChannel: ...


@dataclass(frozen=True, slots=True)
class SocketWay:
    """sshd connects to the daemon's socket itself; a few milliseconds."""

    path: str

    def open(self, connection: Connection, deadline: Deadline, context: JobContext) -> OwnedChannel:
        return open_socket(connection, self.path, deadline, context)


@dataclass(frozen=True, slots=True)
class ProgramWay:
    """A program on the host connects to it; for an sshd that forbids forwarding."""

    command: Command

    def open(self, connection: Connection, deadline: Deadline, context: JobContext) -> OwnedChannel:
        channel = open_session(connection, deadline, context)
        channel.request_exec(shell_line(self.command))
        return channel


@dataclass(frozen=True, slots=True)
class LibvirtUri:
    """A URI taken apart.

    Attributes:
        driver: ``xen``, ``qemu``, ``test`` …
        path: ``/system``, ``/default`` …
        socket: The daemon's socket on the host when the URI names it.
    """

    driver: str
    path: str
    socket: str = ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """Ways to the daemon, the best first: its socket, libvirt's helper, netcat."""
        if self.socket:
            netcat = ProgramWay(Command(("nc", "-U", self.socket)))
            return (SocketWay(self.socket), netcat)
        own = f"{_RUN}/virt{self.driver}d-sock"
        shared = f"{_RUN}/libvirt-sock"
        return (
            SocketWay(own),
            SocketWay(shared),
            ProgramWay(Command(("virt-ssh-helper", f"{self.driver}://{self.path}"))),
            ProgramWay(Command(("nc", "-U", shared))),
        )

    def through(self, local: Path) -> str:
        """Return the URI that leads through a local socket."""
        return f"{self.driver}+unix://{self.path}?socket={quote(str(local))}"


def parse_uri(uri: str) -> LibvirtUri:
    """Take a URI such as ``xen:///system`` or ``test+unix:///default?socket=/path`` apart.

    Raises:
        ConfigError: It names no driver, or a host of its own.
    """
    parts = urlsplit(uri)
    driver = parts.scheme.partition("+")[0]
    if not driver or parts.netloc:
        raise ConfigError(
            f"{uri!r} is no libvirt URI of the host itself.",
            key="libvirt_uri",
            next_step="Write it as on the host, such as xen:///system.",
        )
    socket = parse_qs(parts.query).get("socket", [""])[0]
    return LibvirtUri(driver, parts.path or "/system", socket)
