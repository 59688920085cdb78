"""Checks every server of a cluster: what works, what does not, why, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import (
    AuthenticationError,
    HostKeyChangedError,
    HostKeyUnknownError,
    UnreachableError,
    XenadminError,
)
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.probe import parts_for
from xenadmin_gui.monitoring.report import Reader
from xenadmin_gui.operations.san.kind import kind_sentence
from xenadmin_gui.operations.san.layout import ServedBy, san_layout
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.session.recording import recorded_as
from xenadmin_gui.transport.protocols import Connector, HostLink

ORIGIN = "cluster check"
_AT_ONCE = 8
_PATIENCE_S = 60.0


class Verdict(StrEnum):
    """How a check ended; a skipped one could not be tried because of an earlier one."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"

    @property
    def health(self) -> Health:
        """The sign it is shown with."""
        return {"passed": Health.OK, "failed": Health.FAILED, "skipped": Health.UNKNOWN}[self.value]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        subject: Server, or the name of the cluster for what concerns it as a whole.
        name: What was checked, in a few words.
        sentence: What was found; always there.
        next_step: What to do when it failed; may be empty.
    """

    subject: str
    name: str
    verdict: Verdict
    sentence: str
    next_step: str = ""


def passed(subject: str, name: str, sentence: str) -> Check:
    """Return a check that passed."""
    return Check(subject, name, Verdict.PASSED, sentence)


def failed(subject: str, name: str, sentence: str, next_step: str = "") -> Check:
    """Return a check that failed."""
    return Check(subject, name, Verdict.FAILED, sentence, next_step)


def skipped(subject: str, name: str, sentence: str) -> Check:
    """Return a check that could not be tried."""
    return Check(subject, name, Verdict.SKIPPED, sentence)


def reach(
    connector: Connector, server: ServerConfig, context: JobContext
) -> tuple[HostLink | None, tuple[Check, ...]]:
    """Log in to ``server``; the link is None when that failed.

    Returns:
        The link, which the caller closes, and the checks *reachable*, *host key*, *log-in*.
    """
    names = ("reachable", "host key", "log-in")
    sentences = (
        f"{server.address} answers.",
        "The host's key is the known one.",
        "The log-in succeeded.",
    )
    told: UnreachableError
    try:
        link = connector.connect(server, context)
    except (HostKeyUnknownError, HostKeyChangedError) as error:
        broken, told = 1, error
    except AuthenticationError as error:
        broken, told = 2, error
    except UnreachableError as error:
        broken, told = 0, error
    else:
        return link, tuple(passed(server.name, n, s) for n, s in zip(names, sentences, strict=True))
    checks = [passed(server.name, names[i], sentences[i]) for i in range(broken)]
    checks.append(failed(server.name, names[broken], told.sentence, told.next_step))
    checks += [
        skipped(server.name, name, f"Not tried, as '{names[broken]}' failed.")
        for name in names[broken + 1 :]
    ]
    return None, tuple(checks)


def check_cluster(
    config: ClusterConfig,
    connector: Connector,
    snapshot: Snapshot,
    context: JobContext,
    report: Callable[[Check], None] = lambda check: None,
) -> tuple[Check, ...]:
    """Check every server and the cluster as a whole.

    Args:
        snapshot: A fresh one; replicas and paths are judged by it.
        report: Called with each check as it ends, on the calling thread.

    Returns:
        All checks, those of a server together, in the order of the cluster file.
    """

    def one(server: ServerConfig) -> list[Check]:
        with recorded_as(ORIGIN):
            timeout_s = max(_PATIENCE_S, config.command_timeout_s)
            return list(_check_server(server, connector, snapshot, context, timeout_s))

    checks: list[Check] = []
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="check") as pool:
        for found in pool.map(one, config.servers):
            checks += found
            for check in found:
                report(check)
    context.checkpoint()
    for check in _whole(config, snapshot):
        checks.append(check)
        report(check)
    return tuple(checks)


def _check_server(
    server: ServerConfig,
    connector: Connector,
    snapshot: Snapshot,
    context: JobContext,
    timeout_s: float,
) -> Iterator[Check]:
    link, checks = reach(connector, server, context)
    yield from checks
    if link is None:
        return
    try:
        yield _tools(server, link, _spared(snapshot), context, timeout_s)
        if Role.HOST in server.roles:
            yield _libvirt(server, link, context)
    finally:
        link.close()
    if Role.HOST in server.roles:
        yield _paths(server, snapshot)
    if Role.SAN in server.roles:
        yield _replicas(server, snapshot)


def _spared(snapshot: Snapshot) -> frozenset[str]:
    """The programs that this cluster does without."""
    names: set[str] = set()
    pacemaker, san = snapshot.pacemaker, snapshot.san
    if not pacemaker.is_present and not pacemaker.reason:
        names |= {"crm_mon", "cibadmin"}
    is_told = all(server.is_up for server in snapshot.san_servers)
    if is_told and not san.replicas and not san.drbd_version:
        names |= {"drbdadm", "drbdsetup"}
    return frozenset(names)


def _tools(
    server: ServerConfig,
    link: HostLink,
    spared: frozenset[str],
    context: JobContext,
    timeout_s: float,
) -> Check:
    parts = parts_for(server, slow=True, pacemaker=True)
    try:
        results = link.run_batch([part.command for part in parts], context, timeout_s=timeout_s)
    except UnreachableError as error:
        return failed(server.name, "tools", error.sentence, error.next_step)
    missing = [
        part.command.argv[0]
        for part, result in zip(parts, results, strict=False)
        if result.exit_status == 127 and not part.is_optional
    ]
    missing = [name for name in missing if name not in spared]
    late = [r.command.argv[0] for r in results if r.exit_status is None]
    _, complaints = Reader().read(parts, results)
    unread = [f"{tool} ({why})" for tool, why in complaints]
    if missing:
        names = ", ".join(dict.fromkeys(missing))
        return failed(server.name, "tools", f"Not installed: {names}.", "Install what is missing.")
    if late:
        names = ", ".join(dict.fromkeys(late))
        return failed(
            server.name,
            "tools",
            f"No answer within {timeout_s:.0f} s from {names}.",
            "See what keeps the server busy, or raise intervals.command_timeout_s.",
        )
    if unread:
        said = "; ".join(unread)
        return failed(
            server.name, "tools", f"No readable answer: {said}.", "Run the command there by hand."
        )
    return passed(server.name, "tools", f"All {len(parts)} commands answer.")


def _libvirt(server: ServerConfig, link: HostLink, context: JobContext) -> Check:
    try:
        libvirt = link.libvirt(server.libvirt_uri, context)
    except XenadminError as error:
        return failed(server.name, "libvirt", error.sentence, error.next_step)
    try:
        count = len(libvirt.domains(context))
    except XenadminError as error:
        return failed(server.name, "libvirt", error.sentence, error.next_step)
    finally:
        libvirt.close()
    return passed(server.name, "libvirt", f"{server.libvirt_uri} answers; VMs there: {count}.")


def _paths(server: ServerConfig, snapshot: Snapshot) -> Check:
    maps = [m for m in snapshot.san.multipaths if m.host == server.name]
    if not maps:
        return skipped(server.name, "paths", "No multipath device is there.")
    bad = [
        f"{m.device or m.wwid}: {sum(p.is_usable for p in m.paths)} of {len(m.paths)} paths"
        for m in maps
        if m.health is not Health.OK
    ]
    if bad:
        more = f" and {len(bad) - 3} more" if len(bad) > 3 else ""
        return failed(
            server.name,
            "paths",
            f"Usable: {'; '.join(bad[:3])}{more}.",
            "See which storage network is cut, with 'xenadmin san show'.",
        )
    return passed(server.name, "paths", f"All paths of {len(maps)} devices are usable.")


def _replicas(server: ServerConfig, snapshot: Snapshot) -> Check:
    replicas = [r for r in snapshot.san.replicas if any(s.server == server.name for s in r.sides)]
    if not replicas:
        return skipped(server.name, "DRBD", "No replica is there.")
    sides = [(r, s) for r in replicas for s in r.sides if s.server == server.name]
    bad = [
        f"{r.name} is {s.disk}, {s.connection or 'not connected'}"
        for r, s in sides
        if s.health not in (Health.OK, Health.WORKING)
    ]
    if bad:
        return failed(
            server.name,
            "DRBD",
            f"{'; '.join(bad[:3])}.",
            "See 'xenadmin san show'; repair the connection before the other server fails too.",
        )
    return passed(server.name, "DRBD", f"{len(replicas)} replicas are up to date.")


def _kind_of_san(config: ClusterConfig, snapshot: Snapshot) -> Check:
    layout = san_layout(snapshot)
    if not layout.servers:
        return skipped(config.name, "SAN", "The cluster file names no SAN server.")
    if layout.reason:
        return failed(
            config.name, "SAN", layout.reason, "Changes of the SAN are refused until then."
        )
    if layout.served_by is ServedBy.LIO:
        for problem in serving(layout).lun_problems(None, read_only=False):
            return failed(config.name, "SAN", problem.sentence, problem.next_step)
    return passed(config.name, "SAN", kind_sentence(layout))


def _whole(config: ClusterConfig, snapshot: Snapshot) -> Iterator[Check]:
    pacemaker = snapshot.pacemaker
    name = config.name
    yield _kind_of_san(config, snapshot)
    if not pacemaker.is_present:
        yield skipped(name, "Pacemaker", "No Pacemaker answers.")
        return
    if pacemaker.with_quorum:
        yield passed(name, "quorum", f"{pacemaker.seen_from} says that there is quorum.")
    else:
        yield failed(
            name, "quorum", "There is no quorum.", "Bring the members back that are offline."
        )
    offline = [n.name for n in pacemaker.nodes if not n.online or n.unclean]
    if offline:
        yield failed(name, "members", f"Not online: {', '.join(offline)}.", "Start them again.")
    else:
        yield passed(name, "members", f"All {len(pacemaker.nodes)} members are online.")
    if pacemaker.fencing_enabled is False:
        yield failed(
            name, "fencing", "Fencing is switched off.", "Without it a hung host blocks its VMs."
        )
