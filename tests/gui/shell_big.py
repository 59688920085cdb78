"""The largest cluster that we promise to serve, told by its simulated machines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.session.eventlog import EventLog
from xenadmin_gui.session.session import Session
from xenadmin_gui.sim.build import big_blueprint, build_world, config_of
from xenadmin_gui.sim.clock import VirtualClock
from xenadmin_gui.sim.connector import SimConnector

HOSTS, VMS, CHANGED = 64, 2000, 200


def big_snapshot(directory: Path) -> Snapshot:
    """Ask all machines of the simulated cluster once; the journal lies in ``directory``."""
    world = build_world(hosts=HOSTS, vms=VMS)
    clock = VirtualClock(world)
    session = Session(
        config_of(big_blueprint(hosts=HOSTS, vms=VMS)),
        SimConnector(world, clock),
        clock,
        Journal(directory / "asked.sqlite", clock=clock),
        EventLog(),
        at_close=[clock.close],
    )
    try:
        return session.refresh(JobContext(clock=clock))
    finally:
        session.close()


def with_changed_vms(snapshot: Snapshot, turn: int) -> Snapshot:
    """Return a later snapshot with other loads at ``CHANGED`` VMs all over the cluster."""
    vms = dict(snapshot.vms)
    for uuid in list(vms)[turn % 10 :: VMS // CHANGED]:
        vms[uuid] = replace(vms[uuid], cpu_percent=100.5 + turn)
    return replace(snapshot, version=snapshot.version + 1, vms=vms)
