"""A lane works its jobs off in order, and always tells how they ended."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.lane import Lane
from xenadmin_gui.jobs.outcome import Ending, Outcome, run_job


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    assert lane.stop()


def test_jobs_run_one_after_the_other_in_order(lane: Lane) -> None:
    order: list[int] = []
    handles = [lane.submit(lambda _, n=n: order.append(n)) for n in range(20)]
    assert all(handle.wait(5) for handle in handles)
    assert order == list(range(20))


def test_the_value_of_a_job_is_its_outcome(lane: Lane) -> None:
    outcome = lane.submit(lambda _: 42).wait(5)
    assert outcome == Outcome(Ending.SUCCEEDED, value=42)
    assert outcome is not None
    assert outcome.succeeded


def test_an_error_is_an_outcome_and_the_lane_goes_on(lane: Lane) -> None:
    error = XenadminError("broken")

    def fail(_: JobContext) -> None:
        raise error

    assert lane.submit(fail).wait(5) == Outcome(Ending.FAILED, error=error)
    assert lane.submit(lambda _: 1).wait(5) == Outcome(Ending.SUCCEEDED, value=1)


def test_an_error_that_follows_a_cancel_is_a_cancel() -> None:
    context = JobContext()

    def closed_under_us(context: JobContext) -> None:
        context.cancel()
        raise OSError("closed")

    outcome = run_job(closed_under_us, context)
    assert outcome.ending is Ending.CANCELLED
    assert isinstance(outcome.error, OSError)


def test_cancel_ends_a_running_job(lane: Lane) -> None:
    started = threading.Event()

    def wait(context: JobContext) -> None:
        started.set()
        context.sleep(60)

    handle = lane.submit(wait)
    assert started.wait(5)
    handle.cancel()
    outcome = handle.wait(5)
    assert outcome is not None
    assert outcome.ending is Ending.CANCELLED


def test_a_job_cancelled_while_it_waits_never_starts(lane: Lane) -> None:
    gate = threading.Event()
    ran: list[str] = []
    lane.submit(lambda _: gate.wait(5))
    handle = lane.submit(lambda _: ran.append("ran"))
    handle.cancel()
    gate.set()
    outcome = handle.wait(5)
    assert outcome is not None
    assert outcome.ending is Ending.CANCELLED
    assert ran == []


def test_stop_cancels_what_runs_and_what_waits_and_ends_the_thread() -> None:
    lane = Lane("test")
    started = threading.Event()

    def wait(context: JobContext) -> None:
        started.set()
        context.sleep(60)

    handles = [lane.submit(wait), lane.submit(wait), lane.submit(wait)]
    assert started.wait(5)
    assert lane.stop()
    endings = [handle.wait(5) for handle in handles]
    assert [outcome.ending for outcome in endings if outcome] == [Ending.CANCELLED] * 3


def test_a_stopped_lane_cancels_at_once() -> None:
    lane = Lane("test")
    assert lane.stop()
    assert lane.submit(lambda _: 1).outcome == Outcome(Ending.CANCELLED)


def test_listeners_hear_the_end_exactly_once_even_late(lane: Lane) -> None:
    heard: list[object] = []
    gate = threading.Event()
    handle = lane.submit(lambda _: gate.wait(5))
    handle.on_settled(lambda outcome: heard.append(outcome.value))
    gate.set()
    assert handle.wait(5)
    assert lane.submit(lambda _: None).wait(5)
    handle.on_settled(lambda outcome: heard.append(outcome.value))
    assert heard == [True, True]


def test_a_listener_that_fails_does_not_rob_the_others(
    lane: Lane, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[str] = []
    gate = threading.Event()
    handle = lane.submit(lambda _: gate.wait(5))

    def fail(_: object) -> None:
        raise ValueError("bad listener")

    handle.on_settled(fail)
    handle.on_settled(lambda _: heard.append("second"))
    gate.set()
    assert lane.submit(lambda _: None).wait(5)
    assert heard == ["second"]
    assert "bad listener" in caplog.text


def test_a_lane_may_be_stopped_by_its_own_job() -> None:
    lane = Lane("test")
    outcome = lane.submit(lambda _: lane.stop()).wait(5)
    assert outcome is not None
    assert outcome.ending in (Ending.SUCCEEDED, Ending.CANCELLED)
    assert lane.stop()
