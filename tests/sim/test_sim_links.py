"""Connections to simulated machines keep the promises of transport's Protocols."""

from __future__ import annotations

import queue
import threading

import pytest
from sim_bench import Bench

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import Cancelled, UnreachableError
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.sim.build import big_blueprint, build_world, config_of
from xenadmin_gui.sim.connector import SimConnector
from xenadmin_gui.transport.protocols import Connector, DomainEvent, HostLink, LibvirtLink


def test_the_protocols_are_kept(bench: Bench) -> None:
    connector: Connector = bench.connector
    link: HostLink = connector.connect(bench.config.server("xen1"), bench.context)
    libvirt: LibvirtLink = link.libvirt("xen:///system", bench.context)
    assert link.host == "xen1"
    assert len(libvirt.domains(bench.context)) == 4


def test_a_dark_machine_is_unreachable_after_the_time_out(bench: Bench) -> None:
    bench.drill.power_off("xen1")
    before = bench.clock.now()
    with pytest.raises(UnreachableError) as error:
        bench.link("xen1")
    assert error.value.next_step
    assert bench.clock.now() - before == pytest.approx(8.0)


def test_a_look_from_aside_at_a_dark_machine_moves_no_time(bench: Bench) -> None:
    bench.drill.power_off("xen1")
    before = bench.clock.now()
    context = JobContext(clock=bench.clock.passive())
    with pytest.raises(UnreachableError):
        bench.connector.connect(bench.config.server("xen1"), context)
    assert bench.clock.now() == before


@pytest.mark.parametrize("how", ["power", "cable", "switch"])
def test_links_close_once_and_say_why(bench: Bench, how: str) -> None:
    reasons: queue.Queue[str] = queue.Queue()
    link = bench.link("xen1")
    link.on_closed(reasons.put)
    libvirt = link.libvirt("xen:///system", bench.context)
    libvirt.subscribe(lambda _: None, reasons.put)
    if how == "power":
        bench.drill.power_off("xen1")
    elif how == "cable":
        bench.drill.cut("management", "xen1")
    else:
        bench.drill.cut("management")
    said = [reasons.get(timeout=5), reasons.get(timeout=5)]
    assert said == ["The connection to xen1 is lost."] * 2
    with pytest.raises(UnreachableError):
        link.run(Command(("true",)), bench.context)
    with pytest.raises(UnreachableError):
        libvirt.domains(bench.context)
    assert reasons.empty()


def test_a_link_does_not_survive_a_reboot(bench: Bench) -> None:
    link = bench.link("xen2")
    bench.drill.power_off("xen2")
    bench.drill.power_on("xen2")
    bench.clock.advance(100)
    with pytest.raises(UnreachableError):
        link.run(Command(("true",)), bench.context)
    assert bench.run("xen2", "cat", "/proc/uptime").stdout < "99"


def test_libvirt_tells_what_happens_to_domains(bench: Bench) -> None:
    events: queue.Queue[DomainEvent] = queue.Queue()
    libvirt = bench.link("xen2").libvirt("xen:///system", bench.context)
    libvirt.subscribe(events.put, lambda _: None)
    for words, expected in [
        (("start", "--domain", "test3"), "started"),
        (("suspend", "--domain", "test3"), "suspended"),
        (("resume", "--domain", "test3"), "resumed"),
        (("destroy", "--domain", "test3"), "stopped"),
    ]:
        assert bench.virsh("xen2", *words).succeeded
        event = events.get(timeout=5)
        assert (event.host, event.name, event.event) == ("xen2", "test3", expected)


def test_domains_are_listed_running_or_not(bench: Bench) -> None:
    records = bench.link("xen2").libvirt("xen:///system", bench.context).domains(bench.context)
    by_name = {record.name: record for record in records}
    assert by_name["test3"].state is VmState.OFF
    assert by_name["test3"].is_persistent
    assert by_name["mail"].state is VmState.RUNNING
    assert not by_name["mail"].is_persistent
    assert by_name["mail"].uuid in by_name["mail"].xml


def test_a_san_server_has_no_libvirt(bench: Bench) -> None:
    with pytest.raises(UnreachableError):
        bench.link("san1").libvirt("xen:///system", bench.context)


def test_a_batch_answers_in_order_and_goes_on_after_a_failure(bench: Bench) -> None:
    commands = [Command(("cat", "/no/such")), Command(("no-such-tool",)), Command(("hostname",))]
    results = bench.link("xen3").run_batch(commands, bench.context)
    assert [r.exit_status for r in results] == [1, 127, 0]
    assert results[2].stdout == "xen3\n"
    assert [r.command for r in results] == commands


def test_a_cancel_ends_a_command_that_waits(bench: Bench) -> None:
    context = JobContext(clock=bench.clock)
    link = bench.link("xen2")
    bench.world.subscribe(lambda: context.cancel())
    with pytest.raises(Cancelled):
        link.run(Command(("virsh", "start", "--domain", "test3")), context)
    bench.clock.advance(10)
    assert bench.hosts_of("test3") == ["xen2"]


def test_closing_ends_the_threads(bench: Bench) -> None:
    others = set(threading.enumerate())  # what earlier tests keep open

    def tellers() -> list[str]:
        return [t.name for t in set(threading.enumerate()) - others if t.name == "sim-links"]

    link = bench.link("xen1")
    link.on_closed(lambda _: None)
    bench.drill.power_off("san2")
    assert tellers()
    bench.connector.close()
    assert not tellers()


def test_latency_is_world_time(bench: Bench) -> None:
    slow = SimConnector(bench.world, bench.clock, latency_s=0.02)
    link = slow.connect(bench.config.server("xen1"), bench.context)
    before = bench.clock.now()
    link.run_batch([Command(("true",))] * 10, bench.context)
    assert bench.clock.now() - before == pytest.approx(0.02)


def test_definition_files_are_found_and_read(bench: Bench) -> None:
    words = ("-maxdepth", "1", "-name", "*.xml", "-exec", "sha256sum", "{}", "+")
    found = bench.run("xen1", "find", "/etc/xenadmin/domains", *words).stdout.splitlines()
    assert len(found) == 11
    digest, path = found[0].split("  ")
    text = bench.run("xen1", "cat", path).stdout
    assert text.startswith("<domain type='xen'>")
    assert len(digest) == 64


def test_a_big_world_is_built_and_answers() -> None:
    world = build_world(hosts=64, vms=2000)
    bench = Bench(world, config_of(big_blueprint()))
    rows = bench.run("xen64", "xl", "list", "-v").stdout.splitlines()
    assert len(rows) == 2 + 2000 // 64
    assert sum(len(runs) for runs in world.state.runs.values()) == 2000
    bench.close()
