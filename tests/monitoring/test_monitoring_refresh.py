"""Asking on demand, what changed in words, and who is told."""

from __future__ import annotations

import threading
from contextlib import suppress

import pytest
from recorded_lab import Lab
from recorded_watcher import PATIENCE_S, Watcher

from xenadmin_gui.domain.errors import Cancelled, UnreachableError
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.jobs.context import JobContext


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
