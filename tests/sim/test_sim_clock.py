"""Virtual time: goes on as its waiters allow, and no further."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from xenadmin_gui.sim.build import build_world
from xenadmin_gui.sim.clock import RealClock, VirtualClock
from xenadmin_gui.sim.world import World


@pytest.fixture
def world() -> World:
    return build_world(hosts=2, vms=2, luns=0)


def in_threads(*calls: Callable[[], object]) -> None:
    threads = [threading.Thread(target=call, daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()


def test_a_lone_wait_ends_at_its_deadline(world: World) -> None:
    clock = VirtualClock(world)
    start = clock.now()
    assert clock.wait(threading.Event(), 30.0) is False
    assert clock.now() == start + 30.0


def test_an_event_that_is_set_ends_a_wait_without_moving_time(world: World) -> None:
    clock = VirtualClock(world)
    start, event = clock.now(), threading.Event()
    event.set()
    assert clock.wait(event, 30.0) is True
    assert clock.now() == start


def test_several_waiters_wake_in_the_order_of_their_deadlines(world: World) -> None:
    clock = VirtualClock(world, grace_s=20.0)
    start = clock.now()
    order: list[tuple[str, float]] = []
    barrier = threading.Barrier(3)

    def waiter(name: str, steps: list[float]) -> Callable[[], None]:
        def work() -> None:
            clock.wait(threading.Event(), 0.0)
            barrier.wait(10)
            for seconds in steps:
                clock.wait(threading.Event(), seconds)
                order.append((name, clock.now() - start))

        return work

    in_threads(waiter("a", [2, 2, 2]), waiter("b", [3, 3]), waiter("c", [7]))
    assert [at for _, at in order] == sorted(at for _, at in order)
    assert sorted(order) == [("a", 2), ("a", 4), ("a", 6), ("b", 3), ("b", 6), ("c", 7)]


def test_a_passive_waiter_neither_moves_time_nor_stops_it(world: World) -> None:
    clock = VirtualClock(world)
    start = clock.now()
    woken = threading.Event()
    passed: list[bool] = []

    def idle() -> None:
        passed.append(clock.passive().wait(threading.Event(), 5.0))
        woken.set()

    thread = threading.Thread(target=idle, daemon=True)
    thread.start()
    assert not woken.wait(0.2)
    assert clock.now() == start
    clock.wait(threading.Event(), 4.0)
    assert not woken.wait(0.1)
    clock.wait(threading.Event(), 1.0)
    assert woken.wait(5)
    assert passed == [False]
    thread.join(5)


def test_a_cancelled_passive_wait_ends_at_once(world: World) -> None:
    clock = VirtualClock(world)
    event = threading.Event()
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(clock.passive().wait(event, 1e6)))
    thread.start()
    event.set()
    thread.join(5)
    assert answers == [True]


def test_a_thread_that_waits_no_more_does_not_hold_time_up(world: World) -> None:
    clock = VirtualClock(world)
    leave = threading.Event()

    def once() -> None:
        clock.wait(threading.Event(), 1.0)
        leave.wait(20)

    thread = threading.Thread(target=once, daemon=True)
    thread.start()
    start = clock.now()
    clock.wait(threading.Event(), 50.0)
    assert clock.now() - start >= 50.0
    leave.set()
    thread.join(5)


def test_real_time_passes_by_itself_and_faster(world: World) -> None:
    start = world.time
    happened = threading.Event()
    world.handlers["bell"] = lambda *_: happened.set()
    with world.transaction():
        world.schedule(start + 50.0, "bell")
    clock = RealClock(world, speed=1000.0)
    try:
        assert happened.wait(10)
        assert clock.now() >= start + 50.0
        assert clock.passive() is clock
        before = clock.now()
        clock.advance(5000.0)
        assert world.time >= before + 5000.0
    finally:
        clock.close()
