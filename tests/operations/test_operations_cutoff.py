"""Plans cut off by SIGKILL at every boundary of the journal, then taken up with each choice."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from filecluster import DB, HA, WEB, FileCluster

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import StepState, Task, TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb

MOST_BOUNDARIES = 80

Cut = Callable[[str], list[tuple[int, Path]]]


class KillingJournal(Journal):
    """Kills its own process right before or right after the n-th thing that it puts on disk."""

    def __init__(self, path: Path, cluster: FileCluster, boundary: int) -> None:
        self._left = boundary
        super().__init__(path, clock=cluster.clock)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._count()
        with super()._transaction() as connection:
            yield connection
        self._count()

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def in_a_process_of_its_own(work: Callable[[], None]) -> int:
    """Run ``work`` in a forked process and return how it ended: 0, or minus the signal."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def cut_off(place: Path, draft: VmDraft, boundary: int) -> bool:
    """Run ``draft`` until the boundary kills it; False when it came to its end before."""
    place.mkdir()

    def work() -> None:
        cluster = FileCluster(place / "cluster.json")
        journal = KillingJournal(place / "journal.db", cluster, boundary)
        Runner(cluster, journal).run(draft.plan(cluster.snapshot), cluster.context())

    status = in_a_process_of_its_own(work)
    assert status in (0, -signal.SIGKILL)
    return status != 0


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    """A directory in memory where there is one: SIGKILL does not need a disk that syncs."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        yield Path(place)


@pytest.fixture(scope="module")
def cut(disk: Path) -> Callable[[str], list[tuple[int, Path]]]:
    """Return, for the name of a draft, every boundary and the place that was cut off there."""

    @cache
    def places_of(name: str) -> list[tuple[int, Path]]:
        (disk / name).mkdir()
        return list(cuts(disk / name, DRAFTS[name]))

    return places_of


def cuts(tmp_path: Path, draft: VmDraft) -> Iterator[tuple[int, Path]]:
    for boundary in range(1, MOST_BOUNDARIES):
        place = tmp_path / f"cut-{boundary}"
        if not cut_off(place, draft, boundary):
            return
        yield boundary, place
    pytest.fail("the plan never came to its end")


def take_up(place: Path, choice: Choice) -> tuple[FileCluster, Task | None]:
    """Take the task up in a copy of ``place``; None when it never got into the journal."""
    copy = place.with_name(f"{place.name}-{choice}")
    shutil.copytree(place, copy)
    cluster = FileCluster(copy / "cluster.json")
    journal = Journal(copy / "journal.db", clock=cluster.clock)
    try:
        found = journal.interrupted()
        if not found:
            assert not journal.tasks() or journal.tasks()[0].state is TaskState.DONE
            return cluster, None
        task = Runner(cluster, journal).resume(found[0].id, choice, cluster.context())
        cluster.advance(1000.0)
        assert journal.interrupted() == ()
        return cluster, task
    finally:
        journal.close()


START = VmDraft(VmVerb.START, (DB,))
MIGRATE = VmDraft(VmVerb.MIGRATE, (WEB,))
MIGRATE_PROTECTED = VmDraft(VmVerb.MIGRATE, (HA,))
REBOOT = VmDraft(VmVerb.REBOOT, (WEB,))
TWO = VmDraft(VmVerb.SHUTDOWN, (WEB, HA))
DRAFTS = {
    "reboot": REBOOT,
    "start": START,
    "migrate": MIGRATE,
    "migrate-protected": MIGRATE_PROTECTED,
    "two-vms": TWO,
}
NAMES = [name for name in DRAFTS if name != "reboot"]


def places(cluster: FileCluster) -> list[tuple[str, str | None]]:
    return [(vm["state"], vm["host"]) for vm in cluster.state["vms"].values()]


def assert_nothing_twice(cluster: FileCluster, *but: str) -> None:
    changes = [tuple(map(str, c)) for c in cluster.state["changes"] if c[0] not in but]
    assert len(changes) == len(set(changes)), changes


@pytest.mark.parametrize("name", NAMES)
def test_continue_brings_it_to_the_same_end_and_does_nothing_twice(
    disk: Path, cut: Cut, name: str
) -> None:
    whole = FileCluster(disk / f"{name}.json")
    journal = Journal(disk / f"{name}.db", clock=whole.clock)
    Runner(whole, journal).run(DRAFTS[name].plan(whole.snapshot), whole.context())
    journal.close()
    seen = 0
    for boundary, place in cut(name):
        cluster, task = take_up(place, Choice.CONTINUE)
        if task is None:
            continue
        seen += 1
        assert task.state is TaskState.DONE, (boundary, task)
        assert places(cluster) == places(whole), boundary
        assert_nothing_twice(cluster)
        assert cluster.state["vms"][HA]["pin"] is None
    assert seen >= 10


@pytest.mark.parametrize("name", NAMES)
def test_roll_back_brings_it_to_where_it_was(tmp_path: Path, cut: Cut, name: str) -> None:
    before = places(FileCluster(tmp_path / "before.json"))
    seen = 0
    for boundary, place in cut(name):
        cluster, task = take_up(place, Choice.ROLL_BACK)
        if task is None:
            continue
        seen += 1
        assert task.state is TaskState.ROLLED_BACK, (boundary, task)
        assert [v["state"] for v in cluster.state["vms"].values()] == [s for s, _ in before]
        if "migrate" in name:
            assert places(cluster) == before, boundary
        assert_nothing_twice(cluster, "clear")
        assert cluster.state["vms"][HA]["pin"] is None
        assert cluster.state["vms"][HA]["role"] == "Started"
    assert seen >= 10


@pytest.mark.parametrize("name", NAMES)
def test_leave_sends_nothing(cut: Cut, name: str) -> None:
    for _, place in cut(name):
        sent = FileCluster(place / "cluster.json").state["sent"]
        cluster, task = take_up(place, Choice.LEAVE)
        assert cluster.state["sent"] == sent
        if task is not None:
            assert task.state is TaskState.LEFT
            assert all(
                step.state in (StepState.DONE, StepState.CANCELLED, StepState.SKIPPED)
                for step in task.steps
            )


def test_a_reboot_is_never_sent_twice(cut: Cut) -> None:
    """Whether a reboot took place cannot be seen afterwards, so a doubtful one is not repeated."""
    for boundary, place in cut("reboot"):
        cluster, task = take_up(place, Choice.CONTINUE)
        reboots = [argv for argv in cluster.state["sent"] if "reboot" in argv]
        assert len(reboots) <= 1
        if task is not None and task.state is TaskState.FAILED:
            assert reboots == []
            assert "not known whether the command was sent" in task.steps[0].said, boundary


def test_a_resume_that_is_killed_too_can_be_taken_up_again(disk: Path) -> None:
    place = disk / "cut-and-cut-again"
    assert cut_off(place, MIGRATE, 9)
    for boundary in range(1, 30):

        def work(boundary: int = boundary) -> None:
            cluster = FileCluster(place / "cluster.json")
            journal = KillingJournal(place / "journal.db", cluster, boundary)
            task = journal.interrupted()[0]
            Runner(cluster, journal).resume(task.id, Choice.ROLL_BACK, cluster.context())

        if in_a_process_of_its_own(work) == 0:
            break
        if not has_interrupted(place):
            break
    cluster = FileCluster(place / "cluster.json")
    assert cluster.state["vms"][WEB]["host"] == "xen1"
    assert not has_interrupted(place)


def has_interrupted(place: Path) -> bool:
    journal = Journal(place / "journal.db")
    found = journal.interrupted()
    journal.close()
    return bool(found)


def test_a_living_owner_is_respected(tmp_path: Path) -> None:
    place = tmp_path / "alive"
    place.mkdir()
    reading, writing = os.pipe()
    done_reading, done_writing = os.pipe()
    child = os.fork()
    if child == 0:
        cluster = FileCluster(place / "cluster.json")
        journal = Journal(place / "journal.db", clock=cluster.clock)
        journal.begin(START.plan(cluster.snapshot))
        os.write(writing, b"x")
        os.read(done_reading, 1)
        os._exit(0)
    os.read(reading, 1)
    cluster = FileCluster(place / "cluster.json")
    journal = Journal(place / "journal.db", clock=cluster.clock)
    (task,) = journal.tasks()
    assert (task.state, journal.interrupted()) == (TaskState.PLANNED, ())
    with pytest.raises(PreconditionError, match="worked on"):
        Runner(cluster, journal).resume(task.id, Choice.CONTINUE, cluster.context())
    os.write(done_writing, b"x")
    os.waitpid(child, 0)
    for end in (reading, writing, done_reading, done_writing):
        os.close(end)
    assert [t.id for t in journal.interrupted()] == [task.id]
    journal.close()
