"""Plans about different objects run side by side, those about the same ones in their order."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Ending
from xenadmin_gui.session.planlanes import PlanLanes

A, B = Key(Kind.VM, "a"), Key(Kind.VM, "b")
PATIENCE_S = 5.0


@pytest.fixture
def lanes() -> Iterator[PlanLanes]:
    made = PlanLanes(SystemClock())
    yield made
    assert made.stop(PATIENCE_S)


def test_different_objects_side_by_side(lanes: PlanLanes) -> None:
    meeting = threading.Barrier(2, timeout=PATIENCE_S)
    handles = [lanes.submit(lambda context: meeting.wait(), [key]) for key in (A, B)]
    assert all((h.wait(PATIENCE_S) or pytest.fail("no end")).succeeded for h in handles)


def test_the_same_object_one_after_the_other_and_after_all_that_touch_it(lanes: PlanLanes) -> None:
    go_a, go_b = threading.Event(), threading.Event()
    order: list[str] = []

    def job(name: str, go: threading.Event) -> None:
        assert go.wait(PATIENCE_S)
        order.append(name)

    lanes.submit(lambda context: job("a", go_a), [A])
    lanes.submit(lambda context: job("b", go_b), [B])
    both = lanes.submit(lambda context: order.append("both"), [A, B])
    go_b.set()
    go_a.set()
    assert both.wait(PATIENCE_S) is not None
    assert sorted(order[:2]) == ["a", "b"]
    assert order[2:] == ["both"]


def test_one_that_waits_can_be_cancelled(lanes: PlanLanes) -> None:
    go = threading.Event()
    first = lanes.submit(lambda context: go.wait(PATIENCE_S), [A])
    second = lanes.submit(lambda context: None, [A])
    second.cancel()
    outcome = second.wait(PATIENCE_S)
    assert outcome is not None
    assert outcome.ending is Ending.CANCELLED
    go.set()
    assert first.wait(PATIENCE_S) is not None


def test_stop_cancels_what_runs_and_what_waits(lanes: PlanLanes) -> None:
    def forever(context: JobContext) -> None:
        context.sleep(1e6)

    handles = [lanes.submit(forever, [A]) for _ in range(3)]
    assert lanes.stop(PATIENCE_S)
    outcomes = [handle.wait(PATIENCE_S) for handle in handles]
    assert [o and o.ending for o in outcomes] == [Ending.CANCELLED] * 3
