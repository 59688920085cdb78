"""What happens on other threads reaches the window in the GUI thread, bounded and in order."""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot
from shell_sessions import ToldSession
from shell_snapshots import NOW, small, vm_key, with_vm

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.gui.bridge import Bridge, Relay, fold
from xenadmin_gui.gui.window.asking import Asking
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Ending, Outcome
from xenadmin_gui.session.eventlog import Event, EventLog

KEYS = [Key(Kind.VM, str(number)) for number in range(4)]
worlds = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 2))


def compare(old: dict[Key, int], new: dict[Key, int]) -> Difference:
    both = old.keys() & new.keys()
    return Difference(
        frozenset(new.keys() - old.keys()),
        frozenset(old.keys() - new.keys()),
        frozenset(key for key in both if old[key] != new[key]),
    )


@given(worlds, worlds, worlds)
def test_folded_differences_miss_nothing(
    one: dict[Key, int], two: dict[Key, int], three: dict[Key, int]
) -> None:
    folded = fold(compare(one, two), compare(two, three))
    direct = compare(one, three)
    assert (folded.added, folded.removed) == (direct.added, direct.removed)
    assert direct.changed <= folded.changed


@pytest.fixture
def session(tmp_path: Path) -> ToldSession:
    return ToldSession(small(), tmp_path, NOW)


@pytest.mark.usefixtures("qapp")
def test_snapshots_arrive_in_the_gui_thread_and_are_collected(
    qtbot: QtBot, session: ToldSession
) -> None:
    bridge = Bridge(session)
    arrived: list[tuple[Snapshot, Difference, bool]] = []
    home = QThread.currentThread()
    bridge.snapshot_changed.connect(
        lambda s, d: arrived.append((s, d, QThread.currentThread() is home))
    )
    bridge.start()

    def tell_many() -> None:
        for cpu in range(200):
            session.tell(with_vm(session.snapshot, "web1", cpu_percent=float(cpu)))

    teller = threading.Thread(target=tell_many)
    teller.start()
    teller.join()
    newest = session.snapshot
    qtbot.waitUntil(lambda: arrived[-1][0] is newest, timeout=3000)
    assert len(arrived) < 10
    assert all(in_gui for _, _, in_gui in arrived)
    assert arrived[-1][1].changed == {vm_key("web1")}
    bridge.close()
    session.close()


def test_nothing_arrives_after_close(qtbot: QtBot, session: ToldSession) -> None:
    bridge = Bridge(session)
    arrived: list[object] = []
    bridge.start()
    bridge.snapshot_changed.connect(lambda s, d: arrived.append(s))
    bridge.close()
    session.tell(with_vm(session.snapshot, "web1", cpu_percent=1.0))
    qtbot.wait(10)
    assert arrived == []
    session.close()


def test_a_job_runs_elsewhere_and_ends_here(qtbot: QtBot, session: ToldSession) -> None:
    bridge = Bridge(session)
    threads: list[str] = []
    outcomes: list[Outcome[int]] = []
    progress: list[str] = []

    def job(context: JobContext) -> int:
        threads.append(threading.current_thread().name)
        context.progress(1, 2, "half")
        return 42

    bridge.run(job, outcomes.append, on_progress=lambda p: progress.append(p.text))
    qtbot.waitUntil(lambda: bool(outcomes))
    assert (outcomes[0].value, progress) == (42, ["half"])
    assert threads != [threading.current_thread().name]
    bridge.close()
    session.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("lane-window")]


def test_a_job_that_waits_for_a_host_keeps_no_other_waiting(
    qtbot: QtBot, session: ToldSession
) -> None:
    bridge, outcomes, answers = Bridge(session), list[Outcome[int]](), threading.Event()
    hanging = bridge.run(lambda _context: answers.wait(30))
    bridge.run(lambda _context: 42, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert (outcomes[0].value, hanging.outcome) == (42, None)
    answers.set()
    bridge.close()
    session.close()


class _Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, outcome: object) -> None:
        self.heard.append(self.objectName())
        self.setObjectName("heard")


def test_what_was_deleted_meanwhile_is_not_told(qtbot: QtBot, session: ToldSession) -> None:
    bridge, gone, here, gate = Bridge(session), _Listener(), _Listener(), threading.Event()
    calls = (gone.hear, partial(gone.hear), here.hear)
    handles = [bridge.run(lambda _context: gate.wait(30), call) for call in calls]
    shiboken6.delete(gone)
    gate.set()
    assert all(handle.wait(10) for handle in handles)
    qtbot.waitUntil(lambda: bool(here.heard))
    ended: list[object] = []
    bridge.run(lambda _context: None, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert gone.heard == []
    bridge.close()
    session.close()


class _SlowFirst(EventLog):
    """Its first answer waits."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.gate = threading.Event(), threading.Event()

    def events(self, *, subject: Key | None = None, limit: int = 200) -> tuple[Event, ...]:
        if not self.begun.is_set():
            self.begun.set()
            self.gate.wait(30)
        return super().events(subject=subject, limit=limit)


def test_an_answer_that_a_later_one_has_overtaken_is_dropped(
    qtbot: QtBot, session: ToldSession
) -> None:
    bridge, parent, told = Bridge(session), QObject(), list[str]()
    session.events = log = _SlowFirst()
    asking = Asking(parent)
    asking.attach(session, bridge)
    asking.events(None, lambda _events: told.append("first"))
    assert log.begun.wait(10)
    asking.events(None, lambda _events: told.append("second"))
    qtbot.waitUntil(lambda: told == ["second"])
    log.gate.set()
    ended: list[object] = []
    bridge.run(lambda _context: None, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    bridge.close()
    assert told == ["second"]
    session.close()


def test_a_job_that_fails_is_an_outcome(qtbot: QtBot, session: ToldSession) -> None:
    bridge = Bridge(session)
    outcomes: list[Outcome[None]] = []

    def job(context: JobContext) -> None:
        raise PreconditionError("No.")

    bridge.run(job, outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes[0].ending is Ending.FAILED
    bridge.close()
    session.close()


def test_a_posted_call_runs_in_the_gui_thread(qtbot: QtBot) -> None:
    relay = Relay()
    seen: list[bool] = []
    home = QThread.currentThread()
    thread = threading.Thread(
        target=lambda: relay.post(lambda: seen.append(QThread.currentThread() is home))
    )
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]


class _Loud(QObject):
    said = Signal(bool)
    nothing = Signal(object)


@pytest.mark.usefixtures("qapp")
def test_signals_do_not_eat_references_to_true_and_none() -> None:
    """PySide6 6.12 on Python < 3.12 does, and the process dies of it."""
    loud = _Loud()
    loud.said.connect(lambda value: None)
    loud.nothing.connect(lambda value: None)
    before = (sys.getrefcount(True), sys.getrefcount(None))
    for _ in range(10_000):
        loud.said.emit(True)
        loud.nothing.emit(None)
        loud.setObjectName("x")
    after = (sys.getrefcount(True), sys.getrefcount(None))
    assert all(abs(a - b) < 1000 for a, b in zip(before, after, strict=True))
