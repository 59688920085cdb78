"""The journal: what it keeps, whom it belongs to, and what happens when the file is bad."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from filecluster import DB, WEB, FileCluster
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.operations import journalfile
from xenadmin_gui.operations.journal import Journal, JournalError
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import StepState, Task, TaskState, task_as_dict
from xenadmin_gui.operations.vm import VmDraft, VmVerb

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from filecluster import DB, FileCluster
from xenadmin_gui.operations.journal import Journal, JournalError
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.vm import VmDraft, VmVerb

place = Path(sys.argv[1])
cluster = FileCluster(place / "cluster.json")
journal = Journal(place / "journal.db", clock=cluster.clock)
plan = VmDraft(VmVerb.START, (DB,)).plan(cluster.snapshot)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
try:
    Runner(cluster, journal).run(plan, cluster.context())
except JournalError as error:
    print(error)
print(cluster.state["sent"])
"""


@pytest.fixture
def start(cluster: FileCluster) -> Plan:
    return VmDraft(VmVerb.START, (DB,)).plan(cluster.snapshot)


def test_a_task_is_kept_over_the_end_of_the_program(
    tmp_path: Path, cluster: FileCluster, start: Plan
) -> None:
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    Runner(cluster, journal).run(start, cluster.context())
    journal.close()
    journal = Journal(tmp_path / "journal.db")
    (task,) = journal.tasks()
    assert (task.title, task.state, task.reason) == ("Start db1", TaskState.DONE, "")
    assert "@" in task.who
    assert journal.plan(task.id) == start
    (command,) = journal.commands(task.id)
    assert command.argv == start.steps[0].command.argv
    assert (command.exit_status, command.is_undo, command.ended is None) == (0, False, False)
    journal.close()


def test_a_task_as_plain_values(journal: Journal, runner: Runner, cluster: FileCluster) -> None:
    task = runner.run(VmDraft(VmVerb.SHUTDOWN, (WEB,)).plan(cluster.snapshot), cluster.context())
    shown = task_as_dict(task)
    assert shown["state"] == "done"
    assert {"id", "title", "state", "started", "ended", "who", "steps"} <= shown.keys()
    assert shown["steps"][0]["state"] == "done"
    assert shown["ended"] - shown["started"] >= 8


def test_the_newest_task_comes_first(cluster: FileCluster, journal: Journal) -> None:
    plans = [VmDraft(VmVerb.START, (DB,)).plan(cluster.snapshot) for _ in range(3)]
    for plan in plans:
        journal.begin(plan)
    assert [task.id for task in journal.tasks(2)] == [plans[2].id, plans[1].id]


def test_an_unknown_task_is_an_error_with_a_sentence(journal: Journal) -> None:
    with pytest.raises(PreconditionError, match="There is no task 4711"):
        journal.task("4711")


def test_a_task_let_go_of_in_this_process_is_interrupted(journal: Journal, start: Plan) -> None:
    journal.begin(start)
    assert journal.interrupted() == ()
    journal.release(start.id)
    assert [task.id for task in journal.interrupted()] == [start.id]
    assert journal.task(start.id).state is TaskState.INTERRUPTED


def test_a_finished_task_cannot_be_claimed(journal: Journal, start: Plan) -> None:
    journal.begin(start)
    journal.end(start.id, TaskState.DONE)
    with pytest.raises(PreconditionError, match="is over"):
        journal.claim(start.id)


def test_a_task_of_before_the_reboot_is_interrupted(
    journal: Journal, start: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xenadmin_gui.operations import owner

    journal.begin(start)
    after = owner.Owner(owner.this_process().machine, "another-boot", 4711, "1")
    monkeypatch.setattr("xenadmin_gui.operations.owner.this_process", lambda: after)
    monkeypatch.setattr("xenadmin_gui.operations.journal.this_process", lambda: after)
    assert [task.id for task in journal.interrupted()] == [start.id]


def test_a_task_of_another_machine_counts_as_alive_for_an_hour() -> None:
    from xenadmin_gui.operations.owner import Owner

    foreign = Owner("another-machine", "boot", 1, "1")
    assert foreign.is_alive(60.0)
    assert not foreign.is_alive(7200.0)


def test_listeners_hear_of_each_change_until_they_leave(journal: Journal, start: Plan) -> None:
    heard: list[Task] = []
    leave = journal.subscribe(heard.append)
    journal.begin(start)
    journal.set_step(start.id, 1, StepState.STARTED)
    leave()
    journal.end(start.id, TaskState.DONE)
    assert [str(task.state) for task in heard] == ["planned", "planned"]
    assert heard[1].steps[0].state is StepState.STARTED


def test_two_journals_see_each_other(tmp_path: Path, start: Plan) -> None:
    one, other = Journal(tmp_path / "j.db"), Journal(tmp_path / "j.db")
    one.begin(start)
    assert other.task(start.id).state is TaskState.PLANNED
    other.set_step(start.id, 1, StepState.STARTED)
    assert one.task(start.id).steps[0].state is StepState.STARTED
    one.close()
    other.close()


def test_many_threads_may_write_at_once(tmp_path: Path, cluster: FileCluster) -> None:
    journals = [Journal(tmp_path / "j.db") for _ in range(2)]
    plans = [VmDraft(VmVerb.START, (DB,)).plan(cluster.snapshot) for _ in range(16)]

    def write(number: int) -> None:
        journals[number % 2].begin(plans[number])
        journals[number % 2].end(plans[number].id, TaskState.DONE)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    tasks = journals[0].tasks()
    assert len(tasks) == 16
    assert {task.state for task in tasks} == {TaskState.DONE}
    for journal in journals:
        journal.close()


@pytest.mark.parametrize(
    "content", [b"this is no database at all" * 100, b"SQLite format 3\0" * 300]
)
def test_a_broken_file_is_moved_aside_with_a_message(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(content)
    journal = Journal(path)
    assert "was damaged" in journal.notice
    assert journal.tasks() == ()
    (aside,) = tmp_path.glob("journal.db.broken-????????-??????")
    assert aside.read_bytes() == content
    journal.close()


def test_a_file_damaged_in_its_middle_is_moved_aside(tmp_path: Path, cluster: FileCluster) -> None:
    path = tmp_path / "journal.db"
    journal = Journal(path)
    for _ in range(40):
        journal.begin(VmDraft(VmVerb.START, (DB,)).plan(cluster.snapshot))
    journal.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    journal = Journal(path)
    assert "was damaged" in journal.notice
    journal.close()


def test_a_sound_file_has_no_notice(journal: Journal) -> None:
    assert journal.notice == ""


def test_a_newer_journal_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = Journal(path)
    with journal._transaction() as connection:
        connection.execute("PRAGMA user_version = 99")
    journal.close()
    with pytest.raises(JournalError, match="newer version"):
        Journal(path)
    assert path.exists()


def test_an_older_journal_is_brought_up_to_date(
    tmp_path: Path, start: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    journal = Journal(path)
    journal.begin(start)
    journal.close()

    def add_column(connection: object) -> None:
        connection.execute("ALTER TABLE tasks ADD COLUMN note TEXT")  # type: ignore[attr-defined]

    monkeypatch.setattr(journalfile, "MIGRATIONS", (*journalfile.MIGRATIONS, add_column))
    monkeypatch.setattr(journalfile, "VERSION", 2)
    journal = Journal(path)
    assert [task.id for task in journal.tasks()] == [start.id]
    assert "note" in {row["name"] for row in journal._read("PRAGMA table_info(tasks)")}
    journal.close()


def test_a_directory_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be used"):
        Journal(tmp_path / "nowhere" / "journal.db")


def test_nothing_is_sent_when_the_disk_is_full(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "cannot be used" in done.stdout
    assert "Make room" in done.stdout
    assert done.stdout.endswith("[]\n")


def test_each_row_is_on_the_disk_before_the_next_thing_happens(journal: Journal) -> None:
    assert journal._read("PRAGMA synchronous")[0][0] == 2
    assert journal._read("PRAGMA journal_mode")[0][0] == "wal"


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.text(max_size=6000), argv=st.lists(st.text(max_size=20), min_size=1))
def test_wild_texts_are_kept(tmp_path: Path, start: Plan, said: str, argv: list[str]) -> None:
    path = tmp_path / "wild.db"
    path.unlink(missing_ok=True)
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    journal = Journal(path)
    journal.begin(start)
    journal.set_step(start.id, 1, StepState.FAILED, said=said)
    number = journal.command_started(start.id, 1, "xen1", tuple(argv), is_undo=False)
    journal.command_ended(number, 1, said + "\udcff")
    kept = journal.task(start.id).steps[0].said
    assert kept == said[-4000:].encode("utf-8", "replace").decode()
    assert journal.commands(start.id)[0].argv == tuple(argv)
    journal.close()
