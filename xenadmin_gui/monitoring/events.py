"""Tells in words what changed between two snapshots, and keeps the last of it."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import Vm

_log = logging.getLogger(__name__)
_HOST_WORDS = {
    HostState.UP: "is up",
    HostState.DEGRADED: "is degraded",
    HostState.UNREACHABLE: "does not answer",
    HostState.FENCED: "is off (fenced or left the cluster)",
    HostState.MAINTENANCE: "is in maintenance",
}


@dataclass(frozen=True, slots=True)
class ClusterEvent:
    """Something that changed in the cluster; ``at`` in clock seconds."""

    at: float
    key: Key
    health: Health
    sentence: str


class EventFeed:
    """The last events, oldest first, with subscription; thread-safe."""

    def __init__(self, capacity: int = 2000) -> None:
        self._events: deque[ClusterEvent] = deque(maxlen=capacity)
        self._listeners: list[Callable[[ClusterEvent], None]] = []
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[ClusterEvent]:
        with self._lock:
            return iter(tuple(self._events))

    def __len__(self) -> int:
        return len(self._events)

    def subscribe(self, listener: Callable[[ClusterEvent], None]) -> Callable[[], None]:
        """Call ``listener`` with every new event; return what ends it."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def add(self, event: ClusterEvent) -> None:
        """Keep ``event`` and tell the listeners."""
        with self._lock:
            self._events.append(event)
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - one listener must not rob the others
                _log.exception("a listener failed on an event")


def changes_in_words(old: Snapshot, new: Snapshot) -> Iterator[ClusterEvent]:
    """Yield what changed from ``old`` to ``new``; first answers are no events."""
    at = new.taken_at
    for name, server in new.servers.items():
        if name in old.servers:
            yield from _of_server(at, old.servers[name], server)
    is_complete = not any(s.state is HostState.CONNECTING for s in old.servers.values())
    for uuid, vm in new.vms.items():
        before = old.vms.get(uuid)
        if before is vm:
            continue
        if before is not None:
            yield from _of_vm(at, before, vm)
        elif is_complete:
            yield ClusterEvent(at, vm.key, vm.health, f"{vm.name} is there.")
    for uuid, vm in old.vms.items():
        if uuid not in new.vms:
            yield ClusterEvent(at, vm.key, Health.OFF, f"{vm.name} is not defined any more.")
    yield from _of_cluster(at, old, new)
    yield from _of_findings(at, old, new)


def _of_server(at: float, old: Server, new: Server) -> Iterator[ClusterEvent]:
    if old.state is new.state or HostState.CONNECTING in (old.state, new.state):
        return
    why = f": {new.reason}" if new.reason else "."
    yield ClusterEvent(at, new.key, new.health, f"{new.name} {_HOST_WORDS[new.state]}{why}")


def _of_vm(at: float, old: Vm, new: Vm) -> Iterator[ClusterEvent]:
    alive = (VmState.RUNNING, VmState.PAUSED)
    sentence = ""
    if new.state is VmState.UNKNOWN and old.state is not VmState.UNKNOWN:
        sentence = f"What {new.name} does is unknown: {new.reason}"
    elif new.state in alive and old.state in alive and old.host != new.host:
        sentence = f"{new.name} moved from {old.host} to {new.host}."
    elif new.state is not old.state:
        sentence = _change_of_state(old, new)
    elif new.state is VmState.RUNNING and old.domain_id != new.domain_id:
        sentence = f"{new.name} started again on {new.host}."
    if sentence:
        yield ClusterEvent(at, new.key, new.health, sentence)
    if new.activity and new.activity != old.activity:
        yield ClusterEvent(at, new.key, Health.WORKING, f"{new.name}: {new.activity}.")


def _change_of_state(old: Vm, new: Vm) -> str:
    if old.state is VmState.UNKNOWN:
        where = f" on {new.host}" if new.host is not None else ""
        return f"{new.name} is {new.state}{where} again."
    words = {
        VmState.RUNNING: "goes on" if old.state is VmState.PAUSED else "started",
        VmState.PAUSED: "is paused",
        VmState.CRASHED: "crashed",
        VmState.OFF: "is off",
    }
    where = f" on {new.host}" if new.host is not None else ""
    return f"{new.name} {words[new.state]}{where}."


def _of_cluster(at: float, old: Snapshot, new: Snapshot) -> Iterator[ClusterEvent]:
    subject = Key(Kind.CLUSTER, new.cluster)
    before, after = old.san.active_server, new.san.active_server
    if before != after and before is not None:
        told = f"{after} serves the SAN now." if after else "No SAN server serves now."
        yield ClusterEvent(at, subject, Health.OK if after else Health.FAILED, told)
    if old.pacemaker.dc and new.pacemaker.dc and old.pacemaker.dc != new.pacemaker.dc:
        told = f"{new.pacemaker.dc} leads the Pacemaker cluster now."
        yield ClusterEvent(at, subject, Health.OK, told)


def _of_findings(at: float, old: Snapshot, new: Snapshot) -> Iterator[ClusterEvent]:
    """Findings of things that have no state of their own: they come and go."""
    told_elsewhere = ("host-unreachable", "host-fenced", "part-missing", "unprotected")
    before = {(f.code, f.subject): f for f in old.findings}
    after = {(f.code, f.subject): f for f in new.findings}
    for identity, finding in after.items():
        if identity not in before and finding.code not in told_elsewhere:
            yield ClusterEvent(at, finding.subject, finding.health, finding.sentence)
    for identity, finding in before.items():
        if identity not in after and finding.code not in told_elsewhere:
            yield ClusterEvent(at, finding.subject, Health.OK, f"Over: {finding.sentence}")
