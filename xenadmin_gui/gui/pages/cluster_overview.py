"""The cluster's page: what is wrong now, the machines, the numbers, Pacemaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.pacemaker import ControlMode
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import SEVERITY, Health, VmState
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages.alike import grouped
from xenadmin_gui.gui.pages.blocks import Blocks, Fact, Facts, Findings, HostLine, Hosts, Meter
from xenadmin_gui.gui.pages.lookup import is_wrong, name_of
from xenadmin_gui.gui.tree.notes import host_note, server_health
from xenadmin_gui.gui.tree.views import replica_states


def cluster_blocks(snapshot: Snapshot) -> Blocks:
    """Yield the page of the whole cluster."""
    tr = QCoreApplication.translate
    yield from findings_blocks(snapshot, snapshot.findings, _calm_sentence(snapshot))
    running = Counter(v.host for v in snapshot.vms.values() if v.state is VmState.RUNNING)
    yield Hosts(
        tr("Pages", "Machines"),
        tuple(_line(snapshot, s, running[s.name]) for s in snapshot.servers.values()),
    )
    yield None
    yield Facts(tr("Pages", "At a glance"), _counts(snapshot))
    yield Facts(tr("Pages", "Pacemaker"), _pacemaker(snapshot))


def findings_blocks(snapshot: Snapshot, findings: Iterable[Finding], calm: str) -> Blocks:
    """Yield what is wrong, worst first, and apart from it what is only good to know."""
    tr = QCoreApplication.translate
    told = tuple(findings)
    bad = sorted((f for f in told if is_wrong(f)), key=lambda f: SEVERITY.index(f.health))
    yield None
    wrong = yield from grouped(snapshot, bad)
    if wrong or calm:
        names = tuple(name_of(snapshot, finding.subject) for finding in wrong)
        yield Findings(tr("Pages", "What is wrong now"), wrong, names, calm)
    notes = yield from grouped(snapshot, [f for f in told if not is_wrong(f)])
    if notes:
        names = tuple(name_of(snapshot, finding.subject) for finding in notes)
        yield Findings(tr("Pages", "Good to know"), notes, names, "")


def _calm_sentence(snapshot: Snapshot) -> str:
    tr = QCoreApplication.translate
    waiting = [s.name for s in snapshot.servers.values() if s.seen_at is None]
    if waiting:
        text = tr("Pages", "Still waiting for the first answer of {servers}.")
        return text.format(servers=wording.listing(waiting))
    return tr("Pages", "Nothing. Every machine answers, and everything agrees.")


def memory_meter(server: Server) -> Meter | None:
    """Return the memory bar of a machine; None when it was not measured."""
    if server.memory_bytes is None or server.memory_free_bytes is None:
        return None
    used = server.memory_bytes - server.memory_free_bytes
    share = used / server.memory_bytes if server.memory_bytes else 0.0
    text = QCoreApplication.translate("Pages", "{used} of {size}")
    health = Health.DEGRADED if share > 0.9 else Health.OK
    return Meter(
        QCoreApplication.translate("Pages", "Memory"),
        share,
        text.format(used=wording.size(used), size=wording.size(server.memory_bytes)),
        health,
    )


def cpu_meter(server: Server) -> Meter | None:
    """Return the processor bar of a machine; None when it was not measured."""
    if server.load_percent is None:
        return None
    health = Health.DEGRADED if server.load_percent > 90 else Health.OK
    return Meter(
        QCoreApplication.translate("Pages", "CPU"),
        server.load_percent / 100,
        wording.percent(server.load_percent),
        health,
    )


def _line(snapshot: Snapshot, server: Server, running: int) -> HostLine:
    note, _ = host_note(snapshot, server.name)
    sentence = sentences.server_sentence(server)
    if note and server.is_up:
        sentence = f"{sentence} – {note}"
    is_host = Role.HOST in server.roles
    count = QCoreApplication.translate("Pages", "%n VM(s)", None, running)
    answers = server.is_up
    san = QCoreApplication.translate("Pages", "SAN, active")
    passive = QCoreApplication.translate("Pages", "SAN")
    role = san if server.name in snapshot.san.servers_on_duty else passive
    return HostLine(
        server.key,
        server.name,
        server_health(snapshot, server),
        sentence,
        cpu_meter(server) if answers else None,
        memory_meter(server) if answers else None,
        count if is_host else role,
    )


def _counts(snapshot: Snapshot) -> tuple[Fact, ...]:
    tr = QCoreApplication.translate
    vms = snapshot.vms.values()
    states = Counter(vm.state for vm in vms)
    parts = [wording.vm_count(state, states[state]) for state in VmState if states[state]]
    unprotected = sum(vm.state is VmState.RUNNING and not vm.is_protected for vm in vms)
    answering = sum(server.is_up for server in snapshot.servers.values())
    free = [s.memory_free_bytes for s in snapshot.hosts if s.memory_free_bytes is not None]
    replicas = replica_states(snapshot.san)
    replica_parts = [
        f"{replicas[health]} {wording.health_word(health)}" for health in Health if replicas[health]
    ]
    answer_text = tr("Pages", "{up} of {count} answer")
    return (
        Fact(
            tr("Pages", "Machines"),
            answer_text.format(up=answering, count=len(snapshot.servers)),
        ),
        Fact(tr("Pages", "VMs"), ", ".join(parts) or "0"),
        Fact(
            tr("Pages", "Running unprotected"),
            str(unprotected),
            Health.DEGRADED if unprotected else None,
            tip=tr("Pages", "Nobody restarts these when their host fails."),
        ),
        Fact(tr("Pages", "Free memory"), wording.size(sum(free)) if free else "–"),
        Fact(tr("Pages", "Replicas"), ", ".join(replica_parts) or "–"),
        Fact(
            tr("Pages", "SAN active on"),
            wording.listing(list(snapshot.san.servers_on_duty)) or "–",
            key=_server_key(snapshot, snapshot.san.active_server),
        ),
    )


def _server_key(snapshot: Snapshot, name: str | None) -> Key | None:
    server = snapshot.servers.get(name) if name else None
    return None if server is None else server.key


def mode_word(mode: ControlMode) -> str:
    """Return how far the automatics may go."""
    tr = QCoreApplication.translate
    return {
        ControlMode.AUTOMATIC: tr("Pages", "Automatic"),
        ControlMode.ASK: tr("Pages", "Ask me"),
        ControlMode.OFF: tr("Pages", "Off"),
    }[mode]


def _pacemaker(snapshot: Snapshot) -> tuple[Fact, ...]:
    tr = QCoreApplication.translate
    manager = snapshot.pacemaker
    if not manager.is_present:
        return (
            Fact(
                tr("Pages", "State"),
                tr("Pages", "No member has answered: VMs are not restarted by it as far as known"),
                Health.UNKNOWN,
            ),
        )
    quorum = manager.with_quorum
    online = [node.name for node in manager.nodes if node.online]
    failures = len(manager.failures)
    return (
        Fact(tr("Pages", "Mode"), mode_word(manager.mode)),
        Fact(
            tr("Pages", "Quorum"),
            _yes_or_no(quorum),
            Health.FAILED if quorum is False else None,
        ),
        Fact(
            tr("Pages", "Fencing"),
            _yes_or_no(manager.fencing_enabled),
            Health.DEGRADED if manager.fencing_enabled is False else None,
        ),
        Fact(
            tr("Pages", "Members online"),
            tr("Pages", "{up} of {count}").format(up=len(online), count=len(manager.nodes)),
            Health.DEGRADED if len(online) < len(manager.nodes) else None,
            tip=", ".join(online),
        ),
        Fact(
            tr("Pages", "Remembered failures"),
            str(failures),
            Health.DEGRADED if failures else None,
            tip="\n".join(f"{f.resource} {f.task} {f.node}: {f.reason}" for f in manager.failures),
        ),
        Fact(
            tr("Pages", "Version"),
            tr("Pages", "{version}, asked on {server}").format(
                version=manager.version or "–", server=manager.seen_from
            ),
        ),
    )


def _yes_or_no(claim: bool | None) -> str:
    if claim is None:
        return wording.not_measured()
    tr = QCoreApplication.translate
    return tr("Pages", "yes") if claim else tr("Pages", "no")
