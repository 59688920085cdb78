"""What a SAN of 1,000 volumes costs: reading the servers' answers, and putting them together.

The answers are those of simulated machines: 1,000 volumes, replicas and LUNs on two SAN servers, 64
hosts with two paths to each LUN. Processor time is taken, of this process alone; the floor beside
it is what Python's own readers of JSON and XML need for the same texts, in the same run.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree

from tests.bench.measured import Deed, MeasuredApplication, use_offscreen
from tests.gui.shell_sessions import ToldSession
from xenadmin_gui.domain.command import CommandResult
from xenadmin_gui.domain.snapshot import Snapshot, difference
from xenadmin_gui.gui.collector import Collector
from xenadmin_gui.gui.window import parts as parts_of_window
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.assemble import Memory, assemble
from xenadmin_gui.monitoring.contact import Contact, HostContact
from xenadmin_gui.monitoring.part import Part
from xenadmin_gui.monitoring.probe import parts_for
from xenadmin_gui.monitoring.report import HostReport, Reader
from xenadmin_gui.sim.build import big_blueprint, build_world, config_of
from xenadmin_gui.sim.clock import VirtualClock
from xenadmin_gui.sim.connector import SimConnector

T = TypeVar("T")
#: Until a snapshot that was told has come to every part of the window.
_SEEN_MS = 1500
_SAN_TAB = 2


@dataclass(frozen=True, slots=True)
class SanCosts:
    """Processor seconds, and sizes.

    Attributes:
        text_bytes: Of all answers of one cycle.
        read_s: All of them read for the first time; ``again_s``: unchanged answers.
        by_tool: What reading took, the dearest tool first.
        floor_s: json and ElementTree on those of the texts that are theirs.
        first_s: The first snapshot; ``same_s``: from the same answers again; ``changed_s``: after
            every replica has written and 64 paths were lost, with the difference.
        wall_s: Of everything above together; with a load beside it, says little.
        load: The machine's load average over a minute, at the end.
    """

    hosts: int
    volumes: int
    multipaths: int
    text_bytes: int
    read_s: float
    again_s: float
    by_tool: tuple[tuple[str, float], ...]
    floor_s: float
    first_s: float
    same_s: float
    changed_s: float
    changed: int
    wall_s: float
    load: float


def measure(*, hosts: int = 64, luns: int = 1000) -> SanCosts:
    """Ask all machines once, then read and assemble what they said."""
    config = config_of(big_blueprint(hosts=hosts, vms=luns, luns=luns))
    answers = _answers(hosts, luns)
    began, tools, reports = time.monotonic(), Counter[str](), {}
    reader = {server.name: Reader() for server in config.servers}
    read_s = again_s = 0.0
    for server in config.servers:
        parts, results = answers[server.name]
        for part, result in zip(parts, results, strict=True):
            spent, _ = _timed(partial(Reader().read, [part], [result]))
            tools[part.tool] += spent
        spent, (values, _) = _timed(partial(reader[server.name].read, parts, results))
        read_s += spent
        spent, _ = _timed(partial(reader[server.name].read, parts, results))
        again_s += spent
        reports[server.name] = HostReport(server.name, 100.0, **values)
    memory = Memory()
    contacts = {n: HostContact(Contact.ANSWERING, 1.0, report=r) for n, r in reports.items()}
    first_s, first = _timed(lambda: assemble(config, contacts, None, 100.0, memory))
    same_s, same = _timed(lambda: assemble(config, contacts, first, 105.0, memory))
    later = {n: replace(c, report=_changed(reports[n])) for n, c in contacts.items()}

    def change() -> int:
        return len(difference(same, assemble(config, later, same, 110.0, memory)).changed)

    changed_s, changed = _timed(change)
    texts = [r.stdout for _, results in answers.values() for r in results]
    return SanCosts(
        hosts=len(first.hosts),
        volumes=len(first.san.volumes),
        multipaths=len(first.san.multipaths),
        text_bytes=sum(map(len, texts)),
        read_s=read_s,
        again_s=again_s,
        by_tool=tuple(tools.most_common(6)),
        floor_s=_floor(texts),
        first_s=first_s,
        same_s=same_s,
        changed_s=changed_s,
        changed=changed,
        wall_s=time.monotonic() - began,
        load=os.getloadavg()[0],
    )


def apply(directory: Path, *, hosts: int = 8, luns: int = 1000) -> list[Deed]:
    """Show such a SAN in the whole window: the dearest event of each thing that happens to it.

    Args:
        directory: For settings and journals; empty.
    """
    use_offscreen(directory)
    config, memory = config_of(big_blueprint(hosts=hosts, vms=luns, luns=luns)), Memory()
    reports = {
        name: HostReport(name, 100.0, **Reader().read(parts, results)[0])
        for name, (parts, results) in _answers(hosts, luns).items()
    }

    def told(old: Snapshot | None, version: int, made: dict[str, HostReport]) -> Snapshot:
        contacts = {n: HostContact(Contact.ANSWERING, 1.0, report=r) for n, r in made.items()}
        snapshot = assemble(config, contacts, old, 100.0 + version, memory)
        return replace(snapshot, version=version)

    first = told(None, 1, reports)
    changed = {name: _changed(report) for name, report in reports.items()}
    second = told(first, 2, changed)
    third = told(second, 3, reports)
    application = MeasuredApplication()
    session = ToldSession(first, directory, first.taken_at)
    collector = Collector(application)
    collector.start()
    parts_of_window.preload()
    window = MainWindow()
    do, tabs = application.do, window.objects.tabs
    deeds = [
        do("first fill", lambda: window.attach(session)),
        do("first paint", window.show),
        do("the SAN view", lambda: window.navigator.show_view(View.SAN)),
        do("every replica has changed", lambda: session.tell(second), _SEEN_MS),
        do("the SAN page", lambda: tabs.setCurrentIndex(_SAN_TAB)),
        do("every replica has changed, on the SAN page", lambda: session.tell(third), _SEEN_MS),
        do("open a replica", lambda: window.open_object(first.san.replicas[luns // 2].key)),
    ]
    window.close()
    session.close()
    collector.stop()
    return deeds


def _answers(hosts: int, luns: int) -> dict[str, tuple[tuple[Part, ...], list[CommandResult]]]:
    world = build_world(hosts=hosts, vms=luns, luns=luns)
    clock = VirtualClock(world)
    connector, context, found = SimConnector(world, clock), JobContext(clock=clock), {}
    try:
        for server in config_of(big_blueprint(hosts=hosts, vms=luns, luns=luns)).servers:
            parts = parts_for(server, slow=True, pacemaker=False)
            link = connector.connect(server, context)
            commands = [part.command for part in parts]
            found[server.name] = (parts, list(link.run_batch(commands, context, timeout_s=60.0)))
            link.close()
    finally:
        connector.close()
        clock.close()
    return found


def _changed(report: HostReport) -> HostReport:
    """What the machine says a cycle later."""
    sides = report.drbd_events
    if sides:
        sides = tuple(replace(s, out_of_sync_bytes=4096) for s in sides)
    maps = report.maps
    if maps:
        lost = replace(maps[0].paths[0], state="faulty")
        maps = (replace(maps[0], paths=(lost, *maps[0].paths[1:])), *maps[1:])
    return replace(report, at=110.0, drbd_events=sides, maps=maps)


def _floor(texts: list[str]) -> float:
    """What json and ElementTree take for the texts that they read."""

    def read() -> None:
        for text in texts:
            if text.lstrip().startswith(("{", "[")):
                json.loads(text)
            elif text.lstrip().startswith("<"):
                ElementTree.fromstring(text)

    return _timed(read)[0]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.process_time()
    value = work()
    return time.process_time() - began, value
