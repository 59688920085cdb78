"""The monitor at work: dead, hanging and returning machines, events, the end of all threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import pairwise

import pytest
from recorded_lab import PVH1, VM1, FakeHost, Lab, ManualClock, capture, common, xl_list

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import Cancelled, UnreachableError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.hostwatch import HostWatch
from xenadmin_gui.monitoring.monitor import Monitor

PATIENCE_S = 10.0


class Watcher:
    """Collects what the monitor tells and waits for a snapshot that fits."""

    def __init__(self, lab: Lab) -> None:
        self._condition = threading.Condition()
        self._lab = lab
        self.calls: list[tuple[Snapshot, Difference]] = []
        self.unsubscribe = lab.monitor.subscribe(self._on_snapshot)

    def _on_snapshot(self, snapshot: Snapshot, changed: Difference) -> None:
        with self._condition:
            self.calls.append((snapshot, changed))
            self._condition.notify_all()

    def until(
        self, fits: Callable[[Snapshot], bool], *, step_s: float = 0.1, pause_s: float = 0.02
    ) -> Snapshot:
        """Move time on bit by bit until a snapshot fits; return it."""
        for _ in range(600):
            with self._condition:
                if fits(self._lab.monitor.snapshot):
                    return self._lab.monitor.snapshot
                self._condition.wait(pause_s)
            if self._lab.clock.is_awaited:
                self._lab.clock.advance(step_s)
        raise AssertionError(f"no such snapshot; the last: {self._lab.monitor.snapshot.servers}")


def _has_state(name: str, state: HostState, snapshot: Snapshot) -> bool:
    return snapshot.servers[name].state is state


def all_up(snapshot: Snapshot) -> bool:
    return all(server.is_up for server in snapshot.servers.values())


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
    is_lost = partial(_has_state, "xen1", HostState.UNREACHABLE)
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


def test_requests_for_a_hanging_machine_do_not_pile_up(lab: Lab) -> None:
    host = lab.hosts["xen1"]
    lab.refresh()
    host.hang.set()
    contexts = [JobContext(clock=lab.clock) for _ in range(5)]
    threads = [
        threading.Thread(target=lambda c=context: _refresh_until_cancelled(lab, c))
        for context in contexts
    ]
    batches = host.batches
    for thread in threads:
        thread.start()
    while host.batches == batches:
        threading.Event().wait(0.002)
    threading.Event().wait(0.05)
    for context in contexts:
        context.cancel()
    for thread in threads:
        thread.join(PATIENCE_S)
    host.hang.clear()
    lab.refresh("xen1")
    assert host.batches - batches <= 3


def _refresh_until_cancelled(lab: Lab, context: JobContext) -> None:
    with suppress(Cancelled):
        lab.monitor.refresh(("xen1",), context)


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


def test_a_cycle_is_one_round_trip(lab: Lab) -> None:
    lab.refresh()
    assert [lab.hosts[name].batches for name in lab.hosts] == [1, 1, 1, 1]
    lab.refresh()
    assert [lab.hosts[name].batches for name in lab.hosts] == [2, 2, 2, 2]


def test_refresh_of_one_machine_asks_only_that_one(lab: Lab) -> None:
    lab.refresh()
    lab.refresh("xen2")
    assert [lab.hosts[name].batches for name in lab.hosts] == [1, 1, 1, 2]


def test_refresh_leaves_a_machine_in_peace_unless_it_is_named(lab: Lab) -> None:
    lab.hosts["xen2"].is_dead = True
    lab.refresh()
    lab.hosts["xen2"].is_dead = False
    assert lab.refresh().servers["xen2"].state is HostState.UNREACHABLE
    assert lab.refresh("xen2").servers["xen2"].is_up


def test_refresh_with_force_asks_everybody(lab: Lab) -> None:
    lab.hosts["xen2"].is_dead = True
    lab.refresh()
    lab.hosts["xen2"].is_dead = False
    assert lab.refresh(force=True).servers["xen2"].is_up


def test_refresh_of_a_stranger_says_so(lab: Lab) -> None:
    with pytest.raises(UnreachableError, match="not a machine of this cluster"):
        lab.refresh("nobody")


def test_cancel_ends_a_refresh_that_waits_for_a_hanging_machine(lab: Lab) -> None:
    lab.refresh()
    lab.hosts["xen1"].hang.set()
    context = JobContext(clock=lab.clock)
    raised: list[BaseException] = []

    def job() -> None:
        try:
            lab.monitor.refresh(("xen1",), context)
        except Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=job)
    batches = lab.hosts["xen1"].batches
    thread.start()
    while lab.hosts["xen1"].batches == batches:
        threading.Event().wait(0.002)
    context.cancel()
    thread.join(PATIENCE_S)
    assert len(raised) == 1
    assert lab.monitor.snapshot.servers["xen1"].is_up


def test_link_is_the_live_connection_or_the_reason(lab: Lab) -> None:
    with pytest.raises(UnreachableError, match="not connected yet"):
        lab.monitor.link("xen1")
    lab.hosts["xen2"].is_dead = True
    lab.refresh()
    assert lab.monitor.link("xen1").host == "xen1"
    with pytest.raises(UnreachableError, match="no route to host"):
        lab.monitor.link("xen2")
    assert lab.monitor.trouble("xen1") is None


def test_events_tell_in_words_what_changed(lab: Lab) -> None:
    lab.refresh()
    told: list[str] = []
    unsubscribe = lab.monitor.events.subscribe(lambda event: told.append(event.sentence))
    lab.hosts["xen1"].answers["xl list -v"] = xl_list()
    lab.refresh()
    lab.hosts["xen2"].die()
    lab.refresh("xen2")
    assert "vm1 is off." in told
    assert any(sentence.startswith("xen2 does not answer") for sentence in told)
    assert any("What pvh1 does is unknown" in sentence for sentence in told)
    unsubscribe()
    count = len(told)
    lab.hosts["xen2"].is_dead = False
    lab.refresh("xen2")
    assert len(told) == count
    assert len(lab.monitor.events) > count
    assert {event.key.kind for event in lab.monitor.events} <= set(Kind)


def test_a_moved_vm_is_told_as_a_move(lab: Lab) -> None:
    lab.refresh()
    lab.clock.advance(5)
    lab.hosts["xen1"].answers["xl list -v"] = xl_list()
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(
        ("vm1", 3, "-b----", 1.0, VM1), ("pvh1", 1, "-b----", 9.0, PVH1)
    )
    lab.refresh()
    assert "vm1 moved from xen1 to xen2." in [event.sentence for event in lab.monitor.events]


def test_first_answers_are_no_events(lab: Lab) -> None:
    lab.refresh()
    sentences = [event.sentence for event in lab.monitor.events]
    assert not any("vm1" in s and "protected" not in s for s in sentences)


def test_a_failing_listener_does_not_rob_the_others(
    lab: Lab, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(snapshot: Snapshot, changed: Difference) -> None:
        raise RuntimeError("mine")

    lab.monitor.subscribe(broken)
    watcher = Watcher(lab)
    lab.refresh()
    assert len(watcher.calls) == 1
    assert "a listener failed" in caplog.text


def test_unsubscribed_listeners_hear_nothing(lab: Lab) -> None:
    watcher = Watcher(lab)
    watcher.unsubscribe()
    lab.refresh()
    assert watcher.calls == []


def test_snapshots_come_at_most_four_times_a_second(lab: Lab) -> None:
    watcher = Watcher(lab)
    lab.monitor.start()
    began = lab.clock.now()
    watcher.until(lambda s: lab.clock.now() - began > 12)
    times = [snapshot.taken_at for snapshot, _ in watcher.calls]
    assert len(times) > 2
    assert all(later - earlier >= 0.24 for earlier, later in pairwise(times))


def test_stop_ends_hanging_cycles_too(lab: Lab) -> None:
    lab.monitor.start()
    lab.hosts["xen1"].hang.set()
    Watcher(lab).until(lambda s: s.servers["xen2"].is_up)
    lab.monitor.stop()
    assert not any(t.name.startswith(("lane-", "monitor")) for t in threading.enumerate())
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
