"""Making connections: one SSH connection a host, through jump hosts, with keys that are checked."""

from __future__ import annotations

import threading

from paramiko import SSHException
from paramiko.ssh_exception import IncompatiblePeer

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import HostKeyUnknownError, UnreachableError, XenadminError
from xenadmin_gui.jobs.clock import Clock, SystemClock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.authenticate import authenticate
from xenadmin_gui.transport.channels import ChannelRefusedError, open_tcp
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline
from xenadmin_gui.transport.hostkeys import HostKey, KnownHosts, append_known_host
from xenadmin_gui.transport.jumps import JumpPool, Loan
from xenadmin_gui.transport.link import SshLink
from xenadmin_gui.transport.protocols import Connector
from xenadmin_gui.transport.route import Endpoint, Routes
from xenadmin_gui.transport.secrets import Secrets
from xenadmin_gui.transport.wire import Wire, dial


class SshConnector(Connector):
    """Implements ``Connector`` for real hosts; thread-safe."""

    def __init__(
        self, config: ClusterConfig, secrets: Secrets, *, clock: Clock | None = None
    ) -> None:
        self._config = config
        self._secrets = secrets
        self._clock = clock or SystemClock()
        self._jumps = JumpPool()
        self._lock = threading.Lock()
        self._links: list[SshLink] = []
        self._offered: dict[tuple[str, str], tuple[Endpoint, HostKey]] = {}
        self._closed = False

    def connect(self, server: ServerConfig, context: JobContext) -> SshLink:
        endpoint = Routes(self._config).to_server(server)
        deadline = Deadline(self._clock, self._config.connect_timeout_s)
        connection, jump = self._reach(endpoint, deadline, context)
        give_back = Loan(self._jumps, jump)

        def let_go(link: SshLink) -> None:
            with self._lock:
                self._links = [one for one in self._links if one is not link]
            give_back()

        link = SshLink(server.name, connection, self._clock, let_go)
        with self._lock:
            if not self._closed:
                self._links.append(link)
                return link
        link.close()
        raise UnreachableError(server.name, f"{server.name}: the program is closing.")

    def accept_host_key(self, error: HostKeyUnknownError) -> None:
        """Write the key that the administrator has compared into known_hosts.

        Args:
            error: As ``connect`` raised it; may be about a jump host.

        Raises:
            XenadminError: No such key was offered, or the file cannot be written.
        """
        with self._lock:
            offered = self._offered.pop((error.host, error.fingerprint), None)
        if offered is None:
            raise XenadminError(
                f"{error.host} has not shown the key {error.fingerprint} to this session.",
                next_step="Connect again, and compare the key anew.",
                code="host-key-unknown",
            )
        endpoint, key = offered
        append_known_host(endpoint.known_hosts[0], endpoint.key_name, key)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            links, self._links = self._links, []
        for link in links:
            link.abort()
        for link in links:
            link.close()
        self._jumps.close()

    def _reach(
        self, endpoint: Endpoint, deadline: Deadline, context: JobContext
    ) -> tuple[Connection, Connection | None]:
        """Return a logged-in connection, and the jump connection it stands on."""
        if endpoint.via is None:
            line = dial(endpoint.host, endpoint.address, endpoint.port, deadline, context)
            return self._log_in(endpoint, Wire(line), deadline, context), None
        via = endpoint.via
        jump = self._jumps.borrow(
            via, lambda: self._reach_jump(via, deadline, context), deadline, context
        )
        try:
            wire = _wire_through(jump, endpoint, via, deadline, context)
            return self._log_in(endpoint, wire, deadline, context), jump
        except BaseException:
            self._jumps.give_back(jump)
            raise

    def _reach_jump(
        self, endpoint: Endpoint, deadline: Deadline, context: JobContext
    ) -> Connection:
        connection, before = self._reach(endpoint, deadline, context)
        if before is not None:
            give_back = Loan(self._jumps, before)
            connection.on_end(lambda _: give_back())
        return connection

    def _log_in(
        self, endpoint: Endpoint, wire: Wire, deadline: Deadline, context: JobContext
    ) -> Connection:
        connection = Connection(wire, endpoint.host)
        try:
            self._negotiate(connection, endpoint, deadline, context)
            authenticate(
                connection, endpoint.host, endpoint.login, self._secrets, deadline, context
            )
        except BaseException:
            connection.shut()
            raise
        return connection

    def _negotiate(
        self, connection: Connection, endpoint: Endpoint, deadline: Deadline, context: JobContext
    ) -> None:
        host = endpoint.host
        known = KnownHosts.read(endpoint.known_hosts)
        options = connection.get_security_options()
        options.key_types = known.algorithms(endpoint.key_name, options.key_types)
        try:
            connection.negotiate(deadline, context)
            shown = connection.get_remote_server_key()
        except TimeoutError as error:
            raise UnreachableError(
                host, f"{host} answers, but speaks no SSH within {deadline.seconds:g} s."
            ) from error
        except IncompatiblePeer as error:
            raise UnreachableError(
                host,
                f"{host} and we have no SSH algorithm in common: {error}.",
                next_step="Bring the host's OpenSSH up to date.",
            ) from error
        except (SSHException, EOFError, OSError) as error:
            reason = str(error).strip() or "it closed the line"
            raise UnreachableError(
                host, f"{host} ended the connection before the login: {reason}."
            ) from error
        key = HostKey(shown.get_name(), shown.asbytes())
        try:
            known.check(host, endpoint.key_name, key)
        except HostKeyUnknownError as error:
            with self._lock:
                self._offered[(error.host, error.fingerprint)] = (endpoint, key)
            raise


def _wire_through(
    jump: Connection, endpoint: Endpoint, via: Endpoint, deadline: Deadline, context: JobContext
) -> Wire:
    try:
        return Wire(open_tcp(jump, endpoint.address, endpoint.port, deadline, context))
    except (ChannelRefusedError, SSHException, EOFError, OSError) as error:
        raise UnreachableError(
            endpoint.host,
            f"{endpoint.host} ({endpoint.address} port {endpoint.port}) cannot be reached through"
            f" {via.host}: {error}.",
            next_step=f"Check that {via.host} reaches it, and allows forwarding.",
        ) from error
