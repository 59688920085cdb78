"""libvirt of a simulated host: its domains, and what happens to them."""

from __future__ import annotations

import threading
from collections.abc import Callable

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.sim.domainxml import live_xml
from xenadmin_gui.sim.model import CRASHED, PAUSED
from xenadmin_gui.sim.world import World
from xenadmin_gui.transport.protocols import DomainEvent, DomainRecord

_STATES = {PAUSED: VmState.PAUSED, CRASHED: VmState.CRASHED}


class SimLibvirtLink:
    """Implements ``LibvirtLink``; events are found by comparing what was with what is.

    Args:
        check: Raises UnreachableError when the connection below is gone.
    """

    def __init__(self, world: World, host: str, check: Callable[[], None]) -> None:
        self._world = world
        self._host = host
        self._check = check
        self._lock = threading.Lock()
        self._on_event: Callable[[DomainEvent], None] | None = None
        self._on_closed: Callable[[str], None] | None = None
        self._seen: dict[str, DomainRecord] = {}

    def domains(self, context: JobContext) -> tuple[DomainRecord, ...]:
        """Return every domain but Domain-0.

        Raises:
            UnreachableError: The machine is gone.
        """
        context.checkpoint()
        with self._world.transaction():
            self._check()
            return self._records()

    def subscribe(
        self, on_event: Callable[[DomainEvent], None], on_closed: Callable[[str], None]
    ) -> None:
        """Report life-cycle events from now on, and the loss of the link once."""
        with self._world.transaction():
            seen = {record.uuid: record for record in self._records()}
        with self._lock:
            self._seen = seen
            self._on_event, self._on_closed = on_event, on_closed

    def close(self) -> None:
        """Report nothing more."""
        with self._lock:
            self._on_event = self._on_closed = None

    def lose(self, reason: str) -> None:
        """Report the loss of the link; on the connector's thread."""
        with self._lock:
            tell, self._on_closed, self._on_event = self._on_closed, None, None
        if tell is not None:
            tell(reason)

    def look(self) -> None:
        """Report what changed since the last look; on the connector's thread."""
        if self._on_event is None:
            return
        with self._world.transaction():
            now = {record.uuid: record for record in self._records()}
        with self._lock:
            before, self._seen = self._seen, now
            tell = self._on_event
        if tell is not None:
            for event in _events(self._host, before, now):
                tell(event)

    def _records(self) -> tuple[DomainRecord, ...]:
        state = self._world.state
        known = state.definitions[self._host]
        records = []
        for run in sorted(state.runs[self._host].values(), key=lambda r: r.domain_id):
            definition = known.get(run.uuid)
            live = live_xml(run.xml, run.domain_id)
            records.append(
                DomainRecord(
                    run.uuid,
                    run.name,
                    _STATES.get(run.state, VmState.RUNNING),
                    run.domain_id,
                    definition is not None,
                    definition.autostart if definition is not None else None,
                    definition.xml if definition else live,
                    live if definition else "",
                )
            )
        running = {record.uuid for record in records}
        records += [
            DomainRecord(
                definition.uuid,
                definition.name,
                VmState.OFF,
                None,
                True,
                definition.autostart,
                definition.xml,
            )
            for definition in sorted(known.values(), key=lambda d: d.name)
            if definition.uuid not in running
        ]
        return tuple(records)


def _events(
    host: str, before: dict[str, DomainRecord], now: dict[str, DomainRecord]
) -> list[DomainEvent]:
    events = []
    for uuid in before.keys() | now.keys():
        old, new = before.get(uuid), now.get(uuid)
        for event in _between(old, new):
            record = new or old
            if record is not None:
                events.append(DomainEvent(host, uuid, record.name, event))
    return events


def _between(old: DomainRecord | None, new: DomainRecord | None) -> list[str]:
    was = old.domain_id if old is not None else None
    runs = new.domain_id if new is not None else None
    events = []
    if new is not None and new.is_persistent and not (old is not None and old.is_persistent):
        events.append("defined")
    if was is not None and was != runs:
        events.append("stopped")
    if runs is not None and was != runs:
        events.append("started")
    if old is not None and new is not None and was == runs and old.state is not new.state:
        events.append("suspended" if new.state is VmState.PAUSED else "resumed")
    if old is not None and old.is_persistent and not (new is not None and new.is_persistent):
        events.append("undefined")
    return events
