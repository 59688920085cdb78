"""The monitor at work: dead, hanging and returning machines, events, the end of all threads."""

from __future__ import annotations

import threading
from functools import partial
from itertools import pairwise

import pytest
from recorded_hosts import FakeHost, ManualClock
from recorded_lab import VM1, Lab, capture, common, xl_list
from recorded_watcher import Watcher, all_up, has_state

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.hostwatch import HostWatch
from xenadmin_gui.monitoring.monitor import Monitor


def test_before_the_first_answers_everything_is_connecting(lab: Lab) -> None:
    snapshot = lab.monitor.snapshot
    assert {s.state for s in snapshot.servers.values()} == {HostState.CONNECTING}
    assert snapshot.vms == {}


def test_start_fills_the_snapshot_and_tells_the_listener(lab: Lab) -> None:
    watcher = Watcher(lab)
    lab.monitor.start()
    snapshot = watcher.until(all_up)
    assert snapshot.vms[VM1].state is VmState.RUNNING
    added = {key for _, changed in watcher.calls for key in changed.added}
    assert snapshot.vms[VM1].key in added


def test_a_machine_that_is_dead_at_start_is_a_state_and_stalls_nobody(lab: Lab) -> None:
    lab.hosts["xen2"].is_dead = True
    watcher = Watcher(lab)
    lab.monitor.start()
    snapshot = watcher.until(lambda s: s.servers["xen2"].state is HostState.UNREACHABLE)
    assert "no route to host" in snapshot.servers["xen2"].reason
    assert watcher.until(lambda s: s.servers["xen1"].is_up).vms[VM1].host == "xen1"


def test_a_machine_that_hangs_is_missed_within_ten_seconds_and_comes_back(lab: Lab) -> None:
    watcher = Watcher(lab)
    lab.monitor.start()
    watcher.until(all_up)
    began, batches = lab.clock.now(), lab.hosts["xen1"].batches
    lab.hosts["xen1"].hang.set()
    lab.clock.advance(lab.config.poll_interval_s)
    watcher.until(lambda s: lab.hosts["xen1"].batches > batches, step_s=0.0)
    is_lost = partial(has_state, "xen1", HostState.UNREACHABLE)
    snapshot = watcher.until(is_lost, step_s=0.1, pause_s=0.02)
    assert lab.clock.now() - began <= 10.0
    assert snapshot.vms[VM1].state is VmState.UNKNOWN
    batches = lab.hosts["xen2"].batches
    watcher.until(lambda s: lab.hosts["xen2"].batches > batches + 1)
    lab.hosts["xen1"].hang.clear()
    assert watcher.until(all_up).vms[VM1].state is VmState.RUNNING


def test_a_cluster_that_falls_silent_as_a_whole_is_missed_within_ten_seconds(lab: Lab) -> None:
    watcher = Watcher(lab)
    lab.monitor.start()
    watcher.until(all_up)
    began = lab.clock.now()
    for host in lab.hosts.values():
        host.hang.set()
    watcher.until(
        lambda s: {one.state for one in s.servers.values()} == {HostState.UNREACHABLE},
        step_s=0.1,
        pause_s=0.02,
    )
    assert lab.clock.now() - began <= 10.0


def test_losing_and_regaining_a_machine_reads_it_in_full_and_listens_again(lab: Lab) -> None:
    host = lab.hosts["xen1"]
    watcher = Watcher(lab)
    lab.monitor.start()
    watcher.until(all_up)
    reads = host.domain_calls
    host.die()
    watcher.until(lambda s: s.servers["xen1"].state is HostState.UNREACHABLE)
    host.is_dead = False
    watcher.until(all_up)
    assert host.connections == 2
    assert host.domain_calls > reads
    assert len(host.links[-1].libvirt_listeners) == 1
    assert host.commands.count("virsh -c xen:///system capabilities") == 2


def test_a_silent_machine_is_tried_less_and_less_often(lab: Lab) -> None:
    lab.hosts["xen2"].is_dead = True
    server = lab.config.server("xen2")
    watch = HostWatch(server, lab.config, lab.connector, lab.clock, lambda: None)
    waits = []
    for _ in range(6):
        watch.cycle(JobContext(clock=lab.clock), pacemaker=False)
        waits.append(watch.due_at - lab.clock.monotonic())
        lab.clock.advance(waits[-1])
    assert waits == [1.0, 2.0, 5.0, 10.0, 30.0, 30.0]
    lab.hosts["xen2"].is_dead = False
    watch.cycle(JobContext(clock=lab.clock), pacemaker=False)
    assert watch.due_at - lab.clock.monotonic() == lab.config.poll_interval_s
    watch.close()


@pytest.mark.parametrize(("takes_s", "rests_s"), [(2.0, 5.0), (6.0, 12.0), (90.0, 60.0)])
def test_a_machine_that_answers_slowly_is_asked_less_often(
    lab: Lab, takes_s: float, rests_s: float
) -> None:
    lab.hosts["xen2"].on_batch = partial(lab.clock.advance, takes_s)
    watch = HostWatch(lab.config.server("xen2"), lab.config, lab.connector, lab.clock, lambda: None)
    watch.cycle(JobContext(clock=lab.clock), pacemaker=False)
    assert lab.config.poll_interval_s == 5.0
    assert watch.due_at - lab.clock.monotonic() == rests_s
    watch.close()


def test_an_event_of_libvirt_brings_a_cycle_before_the_interval_is_over(lab: Lab) -> None:
    host = lab.hosts["xen1"]
    watcher = Watcher(lab)
    lab.monitor.start()
    watcher.until(all_up)
    began, reads = lab.clock.now(), host.domain_calls
    host.answers["xl list -v"] = xl_list()
    for _ in range(20):
        host.emit(VM1, "stopped")
    watcher.until(lambda s: s.vms[VM1].state is VmState.OFF, step_s=0.02)
    assert lab.clock.now() - began < lab.config.poll_interval_s - 1.0
    assert host.domain_calls - reads <= 2


def test_losing_libvirt_alone_opens_it_again(lab: Lab) -> None:
    host = lab.hosts["xen1"]
    watcher = Watcher(lab)
    lab.monitor.start()
    watcher.until(all_up)
    link, reads = host.links[-1], host.domain_calls
    (_, on_closed) = link.libvirt_listeners.pop()
    on_closed("the daemon ended")
    watcher.until(lambda s: host.domain_calls > reads)
    assert host.links == [link]
    assert len(link.libvirt_listeners) == 1


def test_without_libvirt_the_states_still_come(lab: Lab) -> None:
    lab.hosts["xen1"].has_libvirt = False
    snapshot = lab.refresh()
    server = snapshot.servers["xen1"]
    assert server.state is HostState.DEGRADED
    assert ("libvirt", "No libvirt answers there") in server.missing
    assert snapshot.vms[VM1].state is VmState.RUNNING


def test_one_tool_that_hangs_is_left_out_for_a_while(lab: Lab) -> None:
    host = lab.hosts["xen1"]
    host.stuck = {"multipathd show maps json"}
    snapshot = lab.refresh()
    server = snapshot.servers["xen1"]
    assert server.state is HostState.DEGRADED
    assert server.missing[0][0] == "multipathd"
    assert snapshot.vms[VM1].state is VmState.RUNNING
    asked = host.commands.count("multipathd show maps json")
    assert lab.refresh().servers["xen1"].missing[0][0] == "multipathd"
    assert host.commands.count("multipathd show maps json") == asked
    host.stuck = set()
    lab.clock.advance(61)
    assert lab.refresh().servers["xen1"].missing == ()


def test_snapshots_come_at_most_four_times_a_second(lab: Lab) -> None:
    watcher = Watcher(lab)
    lab.monitor.start()
    began = lab.clock.now()
    watcher.until(lambda s: lab.clock.now() - began > 12)
    times = [snapshot.taken_at for snapshot, _ in watcher.calls]
    assert len(times) > 2
    assert all(later - earlier >= 0.24 for earlier, later in pairwise(times))


def test_stop_ends_hanging_cycles_too(lab: Lab) -> None:
    before = threading.enumerate()
    lab.monitor.start()
    lab.hosts["xen1"].hang.set()
    Watcher(lab).until(lambda s: s.servers["xen2"].is_up)
    lab.monitor.stop()
    begun = [t for t in threading.enumerate() if t not in before]
    assert [t.name for t in begun if t.name.startswith(("lane-", "monitor"))] == []
    with pytest.raises(Cancelled):
        lab.refresh()


class SimulatedClock(ManualClock):
    """Waiting on it makes time go on; its passive view only looks on."""

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.advance(seconds)
        return event.is_set()

    def passive(self) -> Onlooker:
        return Onlooker(self)


class Onlooker(ManualClock):
    def __init__(self, clock: SimulatedClock) -> None:
        super().__init__()
        self._condition = clock._condition
        self._clock = clock

    def now(self) -> float:
        return self._clock.now()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        until = self.now() + seconds
        while not event.wait(0.002) and self.now() < until:
            pass
        return event.is_set()


def test_watching_a_simulated_cluster_does_not_make_its_time_go_on(lab: Lab) -> None:
    clock = SimulatedClock()
    monitor = Monitor(lab.config, lab.connector, clock)
    came = threading.Event()
    monitor.subscribe(lambda snapshot, changed: came.set() if all_up(snapshot) else None)
    began = clock.now()
    monitor.start()
    for _ in range(50):
        clock.advance(0.05)
        if came.wait(0.05):
            break
    assert came.is_set()
    assert clock.now() - began < 5.0
    monitor.stop()


def test_a_leap_of_the_clock_is_no_silence(lab: Lab) -> None:
    watcher = Watcher(lab)
    lab.monitor.start()
    watcher.until(all_up)
    lab.hosts["xen1"].hang.set()
    batches = lab.hosts["xen1"].batches
    lab.clock.advance(lab.config.poll_interval_s)
    watcher.until(lambda s: lab.hosts["xen1"].batches > batches, step_s=0.0)
    lab.clock.advance(3600.0)
    lab.hosts["xen1"].hang.clear()
    watcher.until(lambda s: (s.servers["xen1"].seen_at or 0) >= lab.clock.now() - 60)
    states = {snapshot.servers["xen1"].state for snapshot, _ in watcher.calls}
    assert HostState.UNREACHABLE not in states


def test_a_kvm_host_is_watched_through_virsh(lab: Lab) -> None:
    text = capture("virsh-dumpxml-pv-inactive.xml").replace("type='xen'>", "type='kvm'>", 1)
    stats = "Domain: 'vm1'\n  state.state=1\n  vcpu.current=1\n  vcpu.0.time=1000000000\n\n"
    uri = "qemu:///system"
    host = FakeHost("kvm1", common("kvm1"))
    host.answers[f"virsh -c {uri} -q domstats --state --vcpu --balloon --raw"] = stats
    record = lab.hosts["xen1"].domains[0]
    host.domains = (type(record)(VM1, "vm1", VmState.RUNNING, 4, True, True, text),)
    server = ServerConfig("kvm1", frozenset({Role.HOST}), "a", libvirt_uri=uri)
    config = ClusterConfig("kvm", servers=(server,))
    connector = type(lab.connector)({"kvm1": host})
    monitor = Monitor(config, connector, lab.clock)
    vm = monitor.refresh(None, JobContext(clock=lab.clock)).vms[VM1]
    monitor.stop()
    assert (vm.state, vm.host, vm.cpu_seconds, vm.autostart) == (VmState.RUNNING, "kvm1", 1.0, True)
    assert vm.protection is None
