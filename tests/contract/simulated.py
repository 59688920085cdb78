"""A tool's words on a simulated host, taken straight from the world."""

from __future__ import annotations

from pathlib import Path

from xenadmin_gui.domain.command import Command
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.sim.clock import VirtualClock
from xenadmin_gui.sim.connector import SimConnector
from xenadmin_gui.sim.demo import demo_config, demo_world


def run_raw(directory: Path, host: str, argv: tuple[str, ...]) -> str:
    """Run ``argv`` on ``host`` of the world kept in ``directory``; its standard output."""
    world = demo_world(directory, is_now=False)
    clock = VirtualClock(world)
    connector = SimConnector(world, clock)
    try:
        link = connector.connect(demo_config().server(host), JobContext(clock=clock))
        return link.run(Command(argv), JobContext(clock=clock)).check().stdout
    finally:
        connector.close()
        clock.close()


def map_bytes(directory: Path, host: str, wwid: str) -> int:
    """Size of a LUN's multipath device on ``host``: what Xen's block back end passes on."""
    world = demo_world(directory, is_now=False)
    with world.transaction() as state:
        return state.seen[host][wwid].map_kib * 1024
