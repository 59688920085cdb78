"""Finds a whole cluster from one of its machines, and says what it found and what it did not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig, SshConfig
from xenadmin_gui.domain.errors import ConfigError, HostKeyUnknownError, UnreachableError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.check import Check, Verdict, failed, passed, skipped
from xenadmin_gui.session.cluster_file import parse
from xenadmin_gui.session.cluster_write import render
from xenadmin_gui.session.discovery_networks import assign, find_networks
from xenadmin_gui.session.look import Look, Member, look_at
from xenadmin_gui.session.recording import recorded_as
from xenadmin_gui.transport.protocols import Connector

ORIGIN = "add cluster"
_MOST = 64

ConnectorFactory = Callable[[ClusterConfig], Connector]


@dataclass(frozen=True, slots=True)
class Start:
    """Where the search begins: what the administrator filled in.

    Attributes:
        name: How the cluster will be called; also the file's name.
        address: Name or address of one of its machines.
        jump: ``user@host:port`` to go through, or None.
    """

    name: str
    address: str
    port: int | None = None
    user: str | None = None
    jump: str | None = None
    title: str = ""
    ssh: SshConfig = SshConfig()


@dataclass(frozen=True, slots=True)
class Discovery:
    """What came of it.

    Attributes:
        config: Ready to be written; None when not even the first machine answered.
        checks: Everything that was tried, in order.
        unknown_keys: Host keys to be accepted, after which the search should be repeated.
    """

    config: ClusterConfig | None
    checks: tuple[Check, ...]
    unknown_keys: tuple[HostKeyUnknownError, ...] = ()


def discover(
    start: Start,
    make_connector: ConnectorFactory,
    context: JobContext,
    report: Callable[[Check], None] = lambda check: None,
) -> Discovery:
    """Search the cluster that the machine at ``start`` belongs to.

    Args:
        make_connector: Makes the connector for a provisional configuration; closed here.
        report: Called with each check as it ends, on the calling thread.

    Raises:
        Cancelled: The context was cancelled.
    """
    with recorded_as(ORIGIN):
        return _Search(start, make_connector, context, report).run()


@dataclass
class _Found:
    """A machine that answered: how it is reached and what it said."""

    server: ServerConfig
    look: Look
    node: str


@dataclass
class _Search:
    start: Start
    make_connector: ConnectorFactory
    context: JobContext
    report: Callable[[Check], None]
    checks: list[Check] = field(default_factory=list)
    found: list[_Found] = field(default_factory=list)
    unknown: list[HostKeyUnknownError] = field(default_factory=list)
    via_first: bool = False

    def run(self) -> Discovery:
        start = self.start
        server = ServerConfig(
            start.address, frozenset(Role), start.address, start.port, start.user, start.jump
        )
        look = self._visit(server)
        if look is None:
            return Discovery(None, tuple(self.checks), tuple(self.unknown))
        node = _own_node(look, start.address)
        self.found.append(_Found(replace(server, name=_short(node)), look, node))
        self._tell_members(look)
        tried = {node, look.hostname}
        while members := self._untried(tried):
            for member in members[: _MOST - len(self.found)]:
                tried.add(member.name)
                self._visit_member(member)
            if len(self.found) >= _MOST:
                break
        return Discovery(self._config(), tuple(self.checks), tuple(self.unknown))

    def _untried(self, tried: set[str]) -> list[Member]:
        """Corosync's members first: they carry the administration address first."""
        known: dict[str, Member] = {}
        for one in self.found:
            for member in (*one.look.members, *one.look.peers):
                if member.name not in tried:
                    known.setdefault(member.name, member)
        return list(known.values())

    def _visit(self, server: ServerConfig, *, quiet: bool = False) -> Look | None:
        """Connect and ask; a failure is a check unless ``quiet``."""
        servers = (*(one.server for one in self.found), server)
        config = ClusterConfig(self.start.name, servers=servers, ssh=self.start.ssh)
        connector = self.make_connector(config)
        try:
            link = connector.connect(server, self.context)
            try:
                look = look_at(link, self.context)
            finally:
                link.close()
        except UnreachableError as error:
            if isinstance(error, HostKeyUnknownError):
                self.unknown.append(error)
            if not quiet or isinstance(error, HostKeyUnknownError):
                self._add(failed(server.name, "connect", error.sentence, error.next_step))
            return None
        finally:
            connector.close()
        through = f" through {server.jump}" if server.jump else ""
        self._add(passed(server.name, "connect", f"{server.address} answers{through}."))
        for tool, reason in look.unread:
            self._add(failed(server.name, tool, f"Its answer cannot be read: {reason}."))
        return look

    def _visit_member(self, member: Member) -> None:
        """Try each address, directly and through the first machine; what worked goes first."""
        first = self.found[0].server
        ways = [None, first.name] if not self.via_first else [first.name, None]
        name = _short(member.name)
        addresses = member.addresses or (member.name,)
        keys_before = len(self.unknown)
        for jump in ways:
            for address in addresses:
                server = ServerConfig(
                    name, frozenset(Role), address, None, self.start.user, jump or self.start.jump
                )
                look = self._visit(server, quiet=True)
                if look is not None:
                    self.via_first = jump is not None
                    self.found.append(_Found(server, look, member.name))
                    return
                if len(self.unknown) > keys_before:
                    return
        self._add(
            failed(
                name,
                "connect",
                f"{name} does not answer at {', '.join(addresses)}.",
                "It is left out; add it to the file by hand, or repeat this when it is up.",
            )
        )

    def _tell_members(self, look: Look) -> None:
        name = self.found[0].server.name
        for what, members, hint in (
            ("Corosync members", look.members, "no Corosync answers"),
            ("DRBD peers", look.peers, "it has no replicas"),
        ):
            if members:
                names = ", ".join(member.name for member in members)
                self._add(passed(name, what, f"Found: {names}."))
            else:
                self._add(skipped(name, what, f"None found: {hint}."))

    def _config(self) -> ClusterConfig | None:
        servers = [self._with_role(one) for one in self.found]
        looks = {s.name: one.look for s, one in zip(servers, self.found, strict=True)}
        networks, checks = find_networks(looks)
        for check in checks:
            self._add(check)
        config = ClusterConfig(
            self.start.name,
            self.start.title,
            tuple(
                replace(s, networks=assign(looks[s.name], networks))
                for s in sorted(servers, key=lambda s: (Role.SAN not in s.roles, s.name))
                if s.roles
            ),
            networks,
            self.start.ssh,
        )
        try:
            parse(render(config), file=f"{config.name}.yaml", name=config.name)
        except ConfigError as error:
            self._add(failed(config.name, "cluster file", error.sentence, error.next_step))
            return None
        sentence = f"{len(config.servers)} servers and {len(networks)} networks."
        self._add(passed(config.name, "cluster file", sentence))
        return config

    def _with_role(self, one: _Found) -> ServerConfig:
        """What a machine is there for shows in what runs on it."""
        name = one.server.name
        roles = set()
        if one.look.libvirt_uri:
            roles.add(Role.HOST)
            self._add(passed(name, "hypervisor", f"libvirt answers at {one.look.libvirt_uri}."))
        else:
            self._add(skipped(name, "hypervisor", "No libvirt with Xen or KVM answers."))
        if one.look.exports:
            roles.add(Role.SAN)
            self._add(passed(name, "storage", "It has replicas or offers LUNs."))
        if not roles:
            self._add(
                failed(
                    name,
                    "role",
                    "It neither runs VMs nor offers disks, and is left out.",
                    "Add it to the file by hand when it should be there.",
                )
            )
        return replace(
            one.server,
            roles=frozenset(roles),
            libvirt_uri=one.look.libvirt_uri or "xen:///system",
            node="" if one.node == name else one.node,
        )

    def _add(self, check: Check) -> None:
        self.context.checkpoint()
        self.checks.append(check)
        self.report(check)


def has_failures(discovery: Discovery) -> bool:
    """Say whether something was tried and did not work."""
    return any(check.verdict is Verdict.FAILED for check in discovery.checks)


def _own_node(look: Look, address: str) -> str:
    """The machine's name in Corosync: by its host name, else by one of its addresses."""
    short = _short(look.hostname)
    for member in look.members:
        if member.name in (look.hostname, short) or _short(member.name) == short:
            return member.name
    for member in look.members:
        if look.addresses & set(member.addresses):
            return member.name
    return short or address


def _short(name: str) -> str:
    """Host names lose their domain; addresses stay whole."""
    head, _, _ = name.partition(".")
    return name if head.isdigit() or ":" in name else head
