"""Where a server is and how to get there: the cluster file, ssh_config and jump hosts as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig, SshConfig
from xenadmin_gui.domain.errors import ConfigError
from xenadmin_gui.transport.authenticate import Login
from xenadmin_gui.transport.hostkeys import SSH_PORT, lookup_name
from xenadmin_gui.transport.sshconfig import HostOptions, SshConfigFile

_SYSTEM_CONFIG = Path("/etc/ssh/ssh_config")
_SYSTEM_KNOWN_HOSTS = (Path("/etc/ssh/ssh_known_hosts"), Path("/etc/ssh/ssh_known_hosts2"))
_JUMP = re.compile(
    r"(?:ssh://)?(?:(?P<user>[^@\s]+)@)?(?P<host>\[[^\]\s]+\]|[^:@\s]+)(?::(?P<port>\d+))?"
)
_DEFAULTS = SshConfig()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One SSH server to log in to.

    Attributes:
        host: What the administrator calls it.
        key_name: What known_hosts calls it.
        known_hosts: Files to look its key up in; a new key goes to the first.
        via: The jump host before it.
    """

    host: str
    address: str
    port: int
    login: Login
    key_name: str
    known_hosts: tuple[Path, ...]
    via: Endpoint | None = None


class Routes:
    """Resolves servers of one cluster against the ssh_config as it is now.

    What the cluster file says of a server wins; then its ``ssh`` section where that differs from
    the defaults (root, port 22), then ssh_config, then the defaults.
    """

    def __init__(self, config: ClusterConfig) -> None:
        self._config = config
        chosen = config.ssh.config
        files = (
            (Path(chosen).expanduser(),)
            if chosen
            else (Path.home() / ".ssh" / "config", _SYSTEM_CONFIG)
        )
        self._ssh_config = SshConfigFile.read(files)

    def to_server(self, server: ServerConfig) -> Endpoint:
        """Return the way to a server of the cluster.

        Raises:
            ConfigError: ssh_config makes no sense, or jumps lead in a circle.
        """
        return self._server(server, ())

    def _server(self, server: ServerConfig, seen: tuple[str, ...]) -> Endpoint:
        return self._endpoint(
            server.name, server.address, server.user, server.port, server.jump or "", seen
        )

    def _jumps(self, specs: Sequence[str], seen: tuple[str, ...]) -> Endpoint:
        """Resolve ``a,b``: b is reached through a, and a as its own settings say."""
        via = self._jump(specs[0], seen)
        for spec in specs[1:]:
            via = replace(self._jump(spec, seen), via=via)
        return via

    def _jump(self, spec: str, seen: tuple[str, ...]) -> Endpoint:
        name = spec.strip()
        if name in {server.name for server in self._config.servers}:
            return self._server(self._config.server(name), seen)
        match = _JUMP.fullmatch(name)
        if match is None:
            raise ConfigError(
                f"{spec!r} is no jump host.",
                next_step="Write a server's name or user@host:port.",
            )
        port = int(match["port"]) if match["port"] else None
        address = match["host"].strip("[]")
        return self._endpoint(address, address, match["user"], port, "", seen)

    def _endpoint(
        self,
        host: str,
        alias: str,
        user: str | None,
        port: int | None,
        jump: str,
        seen: tuple[str, ...],
    ) -> Endpoint:
        if host in seen:
            circle = " → ".join((*seen, host))
            raise ConfigError(
                f"The jump hosts lead in a circle: {circle}.",
                next_step="Correct 'jump' in the cluster file or ProxyJump in ssh_config.",
            )
        options = self._ssh_config.options(alias)
        jump = jump or _others(options.proxy_jump, alias)
        if options.proxy_command and not jump:
            raise ConfigError(
                f"{host} is reached by a ProxyCommand, which is not supported.",
                next_step="Use ProxyJump in ssh_config, or 'jump' in the cluster file.",
            )
        via = self._jumps(jump.split(","), (*seen, host)) if jump else None
        ssh = self._config.ssh
        own_user = ssh.user if ssh.user != _DEFAULTS.user else None
        own_port = ssh.port if ssh.port != _DEFAULTS.port else None
        user = user or own_user or options.user or _DEFAULTS.user
        port = port or own_port or options.port or SSH_PORT
        address = options.host_name
        return Endpoint(
            host=host,
            address=address,
            port=port,
            login=_login(ssh, options, user, address, port),
            key_name=options.host_key_alias.lower() or lookup_name(address, port),
            known_hosts=_known_hosts(ssh, options),
            via=via,
        )


def _others(proxy_jump: str, alias: str) -> str:
    """A jump host that ``Host *`` sends through itself is reached directly, as by OpenSSH."""
    matches = [_JUMP.fullmatch(spec.strip()) for spec in proxy_jump.split(",")]
    return "" if any(match and match["host"] == alias for match in matches) else proxy_jump


def _login(ssh: SshConfig, options: HostOptions, user: str, address: str, port: int) -> Login:
    own = (Path(ssh.identity).expanduser(),) if ssh.identity else ()
    return Login(
        user=user,
        account=f"{user}@{address}:{port}",
        identities=own + tuple(path for path in options.identity_files if path not in own),
        certificate=options.certificate_file,
        identities_only=options.identities_only,
    )


def _known_hosts(ssh: SshConfig, options: HostOptions) -> tuple[Path, ...]:
    if ssh.known_hosts:
        return (Path(ssh.known_hosts).expanduser(),)
    home = Path.home() / ".ssh"
    return (options.known_hosts or (home / "known_hosts",)) + _SYSTEM_KNOWN_HOSTS
