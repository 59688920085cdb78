"""Reads a cluster file and checks it: each error with file, line, key and what was expected."""

from __future__ import annotations

import ipaddress
from pathlib import Path

from xenadmin_gui.domain.config import ClusterConfig, NetworkConfig, SshConfig
from xenadmin_gui.domain.errors import ConfigError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.session import cluster_rules as rules
from xenadmin_gui.session.cluster_servers import HOST_KEYS, SAN_KEYS, ServerTables
from xenadmin_gui.session.yamlnodes import MAX_BYTES, FileProblem, Problems, Table, compose

VERSION = 1
_TOP = (
    "version",
    "name",
    "title",
    "ssh",
    "networks",
    "san_servers",
    "hosts",
    "intervals",
    "recycle_bin_days",
)
_SSH = ("user", "port", "identity", "known_hosts", "config")
_NETWORK = ("name", "kind", "cidr")
_INTERVALS = ("poll_s", "connect_timeout_s", "command_timeout_s")


class ClusterFileError(ConfigError):
    """A cluster file is wrong; the sentence tells the first problem.

    Attributes:
        problems: All of them, in the order of their lines.
    """

    def __init__(self, file: str, problems: list[FileProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: p.line or 0))
        first = self.problems[0]
        more = len(self.problems) - 1
        super().__init__(
            first.sentence,
            file=file,
            line=first.line,
            key=first.key,
            next_step=f"Correct it; there {'is' if more == 1 else 'are'} {more} more."
            if more
            else "Correct it and try again.",
        )


def load(path: Path) -> ClusterConfig:
    """Read the cluster file at ``path``.

    Raises:
        ConfigError: It cannot be read, or it is wrong (``ClusterFileError`` with all problems).
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(
            f"the file cannot be read: {error.strerror or error}.",
            file=str(path),
            next_step="See 'xenadmin cluster list' for the clusters that there are.",
        ) from error
    if len(raw) > MAX_BYTES:
        raise ConfigError(f"the file is larger than {MAX_BYTES} bytes.", file=str(path))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = FileProblem(line, "", "text in UTF-8", f"the byte 0x{raw[error.start]:02x}")
        raise ClusterFileError(str(path), [problem]) from error
    return parse(text, file=str(path), name=path.stem)


def parse(text: str, *, file: str, name: str) -> ClusterConfig:
    """Check the text of a cluster file and return what it says.

    Args:
        file: Path for the messages.
        name: Name of the cluster as the file's name tells it.

    Raises:
        ClusterFileError: Something is wrong in it.
    """
    problems = Problems()
    root = compose(text, problems)
    config = None
    if root is not None:
        config = _cluster(Table(root, "", problems, _TOP), name, problems)
    elif not problems.found:
        problems.add(None, "", "a cluster file that begins with 'version: 1'", "an empty file")
    if problems.found or config is None:
        raise ClusterFileError(file, problems.found)
    return config


def _cluster(top: Table, name: str, problems: Problems) -> ClusterConfig:
    if top.whole("version", 0, 10**6, None) != VERSION:
        top.complain("version", f"version: {VERSION}")
    if top.text("name", rules.NAME, name) != name:
        top.complain("name", f"{name!r}, as the file is called")
    networks = _networks(top)
    servers = ServerTables(networks)
    for role, key, known in ((Role.SAN, "san_servers", SAN_KEYS), (Role.HOST, "hosts", HOST_KEYS)):
        for table in top.tables(key, known):
            servers.read(table, role)
    if servers.is_empty and not problems.found:
        top.complain("hosts", "at least one server under hosts or san_servers")
    intervals = top.table("intervals", _INTERVALS)
    days = top.whole("recycle_bin_days", 0, 36500, None)
    return ClusterConfig(
        name=name,
        title=top.text("title", rules.TITLE, ""),
        servers=servers.checked(),
        networks=tuple(networks.values()),
        ssh=_ssh(top.table("ssh", _SSH)),
        poll_interval_s=intervals.number("poll_s", 0.5, 3600, 5.0),
        connect_timeout_s=intervals.number("connect_timeout_s", 0.5, 300, 8.0),
        command_timeout_s=intervals.number("command_timeout_s", 1, 3600, 30.0),
        recycle_bin_days=30 if days is None else days,
    )


def _ssh(table: Table) -> SshConfig:
    return SshConfig(
        user=table.text("user", rules.USER, "root"),
        port=table.whole("port", 1, 65535, 22) or 22,
        identity=table.text("identity", rules.PATH, "") or None,
        known_hosts=table.text("known_hosts", rules.PATH, "") or None,
        config=table.text("config", rules.PATH, "") or None,
    )


def _networks(top: Table) -> dict[str, NetworkConfig]:
    found: dict[str, NetworkConfig] = {}
    for table in top.tables("networks", _NETWORK):
        network = NetworkConfig(
            table.required("name", rules.NAME),
            table.required("kind", rules.KIND),
            table.required("cidr", rules.CIDR),
        )
        if network.name in found:
            table.complain("name", "a name that no other network has")
        rival = next((n.name for n in found.values() if _overlap(n.cidr, network.cidr)), None)
        if rival is not None:
            table.complain("cidr", f"a network apart from that of {rival}")
        if network.name:
            found[network.name] = network
    return found


def _overlap(one: str, other: str) -> bool:
    if not one or not other:
        return False
    a, b = ipaddress.ip_network(one), ipaddress.ip_network(other)
    return a.version == b.version and a.overlaps(b)
