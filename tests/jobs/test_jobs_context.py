"""Cancel, progress and waiting, as a job sees them."""

from __future__ import annotations

import threading

import pytest

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.jobs.context import JobContext, Progress


def test_a_checkpoint_passes_until_somebody_cancels() -> None:
    context = JobContext()
    context.checkpoint()
    context.cancel()
    with pytest.raises(Cancelled):
        context.checkpoint()


def test_progress_is_reported_and_is_a_checkpoint() -> None:
    seen: list[Progress] = []
    context = JobContext(on_progress=seen.append)
    context.progress(1, 3, "one")
    context.cancel()
    with pytest.raises(Cancelled):
        context.progress(2, 3, "two")
    assert seen == [Progress(1, 3, "one")]


def test_a_cancel_ends_a_sleep_at_once() -> None:
    context = JobContext()
    sleeping = threading.Event()
    ended: list[type[BaseException]] = []

    def sleep() -> None:
        sleeping.set()
        try:
            context.sleep(60)
        except Cancelled as cancelled:
            ended.append(type(cancelled))

    thread = threading.Thread(target=sleep)
    thread.start()
    assert sleeping.wait(5)
    context.cancel()
    thread.join(5)
    assert ended == [Cancelled]


def test_a_cancel_calls_the_closers_of_running_blocks_only() -> None:
    context = JobContext()
    closed: list[str] = []
    with context.closing_on_cancel(lambda: closed.append("over")):
        pass
    with context.closing_on_cancel(lambda: closed.append("running")):
        context.cancel()
    assert closed == ["running"]


def test_a_block_does_not_begin_after_a_cancel() -> None:
    context = JobContext()
    context.cancel()
    entered = False
    with pytest.raises(Cancelled), context.closing_on_cancel(lambda: None):
        entered = True
    assert not entered


def test_a_closer_that_fails_does_not_rob_the_others(caplog: pytest.LogCaptureFixture) -> None:
    context = JobContext()
    closed: list[str] = []

    def fail() -> None:
        raise OSError("already gone")

    with context.closing_on_cancel(fail), context.closing_on_cancel(lambda: closed.append("ok")):
        context.cancel()
    assert closed == ["ok"]
    assert "already gone" in caplog.text
