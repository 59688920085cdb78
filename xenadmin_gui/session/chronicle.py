"""Tells events from snapshots: which facts are worth remembering, and how a change reads."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.session.eventlog import Event, EventLog

#: Findings that only repeat the state of their subject, or that never begin or end.
_TOLD_BY_STATE = (
    "host-unreachable",
    "host-fenced",
    "part-missing",
    "unprotected",
    "replica-unasked",
    "at-work",
)


@dataclass(frozen=True, slots=True)
class _Fact:
    """One fact of a snapshot; ``sentence`` is how its coming about reads."""

    subject: Key
    name: str
    code: str
    value: str
    health: Health
    sentence: str


def observe(snapshot: Snapshot, log: EventLog) -> None:
    """Keep in ``log`` what became different since its last look at the cluster.

    A VM whose host cannot be asked keeps its last known state: the host's event says enough.
    Findings come and go once every machine has answered or failed to: before, they say little
    more than that the program has just begun.
    """
    is_begun = all(s.state is not HostState.CONNECTING for s in snapshot.servers.values())
    facts = {
        f"{f.code}|{f.subject}": f
        for f in _facts(snapshot)
        if is_begun or not f.code.startswith("finding-")
    }
    values: dict[str, str | None] = {name: fact.value for name, fact in facts.items()}
    everything_asked = all(server.is_up for server in snapshot.servers.values())
    unknown = {str(v.key) for v in snapshot.vms.values() if v.state is VmState.UNKNOWN}
    known = log.known()
    for name in known.keys() - facts.keys():
        code, _, subject = name.partition("|")
        if code.startswith("finding-"):
            if is_begun:
                values[name] = None
        elif everything_asked and subject not in unknown:
            values[name] = None

    def tell(name: str, old: str | None, new: str | None, is_new_log: bool) -> Event | None:
        fact = facts.get(name)
        if fact is not None:
            return _came(fact, old, is_new_log, snapshot.taken_at)
        return _went(name, old or "", snapshot)

    log.observe(values, tell)


def last_known_vms(log: EventLog) -> dict[str, Vm]:
    """Return every VM by UUID with the name, the state and the host that it was last seen with."""
    vms = {}
    for fact, value in log.known().items():
        code, _, subject = fact.partition("|")
        if code == "vm":
            uuid = Key.parse(subject).id
            state_text, _, name = value.partition("\n")
            state, _, host = state_text.partition("@")
            vms[uuid] = Vm(uuid, name, VmState(state), host or None)
    return vms


def _came(fact: _Fact, old: str | None, is_new_log: bool, at: float) -> Event | None:
    if is_new_log and fact.health in (Health.OK, Health.OFF):
        return None
    sentence = fact.sentence
    if fact.code == "vm" and old is not None:
        sentence = _vm_changed(fact, old)
    return Event(at, fact.health, fact.subject, fact.name, fact.code, sentence)


def _vm_changed(fact: _Fact, old: str) -> str:
    """Values are ``state@host`` and, in the next line, the name."""
    old_state, _, old_name = old.partition("\n")
    new_state, _, new_name = fact.value.partition("\n")
    if old_state == new_state:
        return f"{old_name} is now called {new_name}."
    (was, _, before), (now, _, after) = old_state.partition("@"), new_state.partition("@")
    if was == now and before and after:
        return f"{new_name} moved from {before} to {after}."
    return fact.sentence


def _went(name: str, old: str, snapshot: Snapshot) -> Event | None:
    code, _, subject_text = name.partition("|")
    subject = Key.parse(subject_text)
    at = snapshot.taken_at
    if code.startswith("finding-"):
        vm = snapshot.vms.get(subject.id)
        called = subject.id if vm is None else vm.name
        return Event(at, Health.OK, subject, called, code, f"No longer: {old}")
    if code == "vm":
        called = old.partition("\n")[2]
        return Event(at, Health.OFF, subject, called, code, f"VM {called} is gone.")
    return None


def _facts(snapshot: Snapshot) -> list[_Fact]:
    facts = _server_facts(snapshot)
    facts += [_vm(vm) for vm in snapshot.vms.values() if vm.state is not VmState.UNKNOWN]
    facts += _san_facts(snapshot)
    facts += _pacemaker_facts(snapshot)
    for finding in snapshot.findings:
        if finding.code in _TOLD_BY_STATE:
            continue
        known = snapshot.vms.get(finding.subject.id)
        facts.append(
            _Fact(
                finding.subject,
                finding.subject.id if known is None else known.name,
                f"finding-{finding.code}",
                finding.sentence,
                finding.health,
                finding.sentence,
            )
        )
    return facts


def _server_facts(snapshot: Snapshot) -> list[_Fact]:
    facts = []
    for server in snapshot.servers.values():
        if server.state is HostState.CONNECTING:
            continue
        sentence = f"{_became(server)} {server.reason}".strip()
        facts.append(
            _Fact(server.key, server.name, "host", server.state.value, server.health, sentence)
        )
    return facts


def _became(server: Server) -> str:
    name = server.name
    match server.state:
        case HostState.UP:
            return f"{name} is up."
        case HostState.DEGRADED:
            return f"{name} is degraded."
        case HostState.FENCED:
            return f"{name} is fenced."
        case HostState.MAINTENANCE:
            return f"{name} is in maintenance."
    return f"{name} is unreachable."


def _vm(vm: Vm) -> _Fact:
    runs_on = vm.host if vm.host and vm.state is not VmState.OFF else ""
    where = f" on {runs_on}" if runs_on else ""
    value = f"{vm.state}@{runs_on}\n{vm.name}"
    return _Fact(vm.key, vm.name, "vm", value, vm.state.health, f"{vm.name} is {vm.state}{where}.")


def _san_facts(snapshot: Snapshot) -> list[_Fact]:
    facts = [
        _Fact(
            r.key, r.name, "replica", r.health.value, r.health, f"Replica {r.name} is {r.health}."
        )
        for r in snapshot.san.replicas
        if r.health is not Health.UNKNOWN
    ]
    active = snapshot.san.active_server
    if active is not None:
        key = Key(Kind.CLUSTER, "san")
        sentence = f"{active} serves the SAN."
        facts.append(_Fact(key, active, "san-active", active, Health.OK, sentence))
    return facts


def _pacemaker_facts(snapshot: Snapshot) -> list[_Fact]:
    pacemaker = snapshot.pacemaker
    if not pacemaker.is_present or pacemaker.with_quorum is None:
        return []
    has = pacemaker.with_quorum
    key = Key(Kind.CLUSTER, "quorum")
    sentence = "The cluster has quorum." if has else "The cluster has no quorum."
    health = Health.OK if has else Health.FAILED
    return [_Fact(key, snapshot.cluster, "quorum", str(has), health, sentence)]
