"""A pool of lanes: what waits keeps nothing else waiting, until every lane waits."""

from __future__ import annotations

import threading

from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Ending
from xenadmin_gui.jobs.pool import LanePool


def test_jobs_run_beside_one_another_up_to_the_most() -> None:
    pool, gate, started = LanePool("test", 3), threading.Event(), threading.Semaphore(0)

    def wait(_context: JobContext) -> str:
        started.release()
        gate.wait(30)
        return threading.current_thread().name

    handles = [pool.submit(wait) for _ in range(5)]
    assert all(started.acquire(timeout=10) for _ in range(3))
    assert [handle.outcome for handle in handles] == [None] * 5
    gate.set()
    names = {outcome.value for h in handles if (outcome := h.wait(10)) is not None}
    assert names == {"lane-test-1", "lane-test-2", "lane-test-3"}
    assert pool.stop(10)


def test_an_idle_lane_is_taken_again() -> None:
    pool = LanePool("test", 3)
    for _ in range(4):
        outcome = pool.submit(lambda _context: threading.current_thread().name).wait(10)
        assert outcome is not None
        assert outcome.value == "lane-test-1"
    assert pool.stop(10)


def test_a_pool_that_ends_cancels_what_runs_waits_and_comes() -> None:
    pool, begun = LanePool("test", 1), threading.Event()

    def wait(context: JobContext) -> None:
        over = threading.Event()
        with context.closing_on_cancel(over.set):
            begun.set()
            over.wait(30)
        context.checkpoint()

    handles = [pool.submit(wait), pool.submit(wait)]
    assert begun.wait(10)
    assert pool.stop(10)
    handles.append(pool.submit(wait))
    endings = [outcome.ending for h in handles if (outcome := h.wait(10)) is not None]
    assert endings == [Ending.CANCELLED] * 3
    assert not [t for t in threading.enumerate() if t.name.startswith("lane-test")]
