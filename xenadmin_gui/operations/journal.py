"""The journal: what was planned, sent and found, on disk before and after every step."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.jobs.clock import Clock, SystemClock
from xenadmin_gui.operations import journalrows as rows
from xenadmin_gui.operations.journalfile import JournalError, journal_errors, open_journal
from xenadmin_gui.operations.owner import this_process, who
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.tasks import (
    StepState,
    Task,
    TaskCommand,
    TaskState,
    TaskStep,
    task_as_dict,
)

__all__ = [
    "Journal",
    "JournalError",
    "StepState",
    "Task",
    "TaskCommand",
    "TaskListener",
    "TaskState",
    "TaskStep",
    "task_as_dict",
]

TaskListener = Callable[[Task], None]

_log = logging.getLogger(__name__)

#: Tasks that threads of this process work on, of every journal it has open.
_held: set[tuple[str, str]] = set()

_OPEN_STATES = (str(TaskState.PLANNED), str(TaskState.RUNNING))


def _mine() -> dict[str, object]:
    """The columns that say whose a task is."""
    owner = this_process()
    return {
        "who": who(),
        "machine": owner.machine,
        "boot": owner.boot,
        "pid": owner.pid,
        "start": owner.start,
        "heard": time.time(),
    }


class Journal:
    """All tasks of one cluster; used by several threads and processes at once.

    Each writing method returns when its rows are on the disk.

    Attributes:
        notice: A sentence for the administrator when a damaged file was moved aside, else empty.
    """

    def __init__(self, path: Path, *, clock: Clock | None = None) -> None:
        """Open or make the journal at ``path``; its directory has to be there.

        Raises:
            JournalError: It cannot be opened.
        """
        self._path = path
        self._clock = clock or SystemClock()
        self._lock = threading.RLock()
        self._listeners: list[TaskListener] = []
        self._connection, self.notice = open_journal(path)

    def close(self) -> None:
        """Let go of the file; never raises."""
        with self._lock:
            self._connection.close()

    def subscribe(self, listener: TaskListener) -> Callable[[], None]:
        """Call ``listener`` with each task that this object changes; returns the way to end it.

        It is called on the thread that changed the task, and must return at once.
        """
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def mark(self) -> tuple[int, int]:
        """Return a value that is another one after anything was written, here or elsewhere.

        Raises:
            JournalError: It cannot be read.
        """
        with self._lock:
            version = self._read("PRAGMA data_version")[0][0]
            return version, self._connection.total_changes

    def tasks(self, limit: int = 200) -> tuple[Task, ...]:
        """Return the last tasks, the newest first."""
        return self._tasks("1 ORDER BY number DESC LIMIT ?", limit)

    def task(self, task_id: str) -> Task:
        """Return one task.

        Raises:
            PreconditionError: There is none of that id.
        """
        found = self._tasks("id = ?", task_id)
        if not found:
            raise PreconditionError(
                f"There is no task {task_id}.",
                next_step="Look at the list of tasks.",
                code="no-such-task",
            )
        return found[0]

    def interrupted(self) -> tuple[Task, ...]:
        """Return the tasks that are not finished and that nobody works on, the oldest first."""
        opened = self._tasks("state IN (?, ?) ORDER BY number", *_OPEN_STATES)
        return tuple(task for task in opened if task.state is TaskState.INTERRUPTED)

    def plan(self, task_id: str) -> Plan:
        """Return the plan of a task.

        Raises:
            PreconditionError: There is no such task.
            PlanFormatError: It cannot be read.
        """
        self.task(task_id)
        found = self._read("SELECT plan FROM tasks WHERE id = ?", task_id)
        return plan_from_text(found[0]["plan"])

    def commands(self, task_id: str) -> tuple[TaskCommand, ...]:
        """Return the commands that a task sent, in order."""
        found = self._read("SELECT * FROM commands WHERE task = ? ORDER BY number", task_id)
        return tuple(rows.command(row) for row in found)

    def begin(self, plan: Plan) -> Task:
        """Write down a plan that this process is about to run.

        Raises:
            JournalError: It cannot be written; nothing may be run then.
        """
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO tasks (id, title, state, plan, subjects, created,"
                " who, machine, boot, pid, start, heard) VALUES (:id, :title, :state, :plan,"
                " :subjects, :created, :who, :machine, :boot, :pid, :start, :heard)",
                {
                    "id": plan.id,
                    "title": rows.storable(plan.title),
                    "state": str(TaskState.PLANNED),
                    "plan": plan_to_text(plan),
                    "subjects": json.dumps([str(subject.key) for subject in plan.subjects]),
                    "created": self._clock.now(),
                    **_mine(),
                },
            )
            connection.executemany(
                "INSERT INTO steps (task, number, subject, title, host, state)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(plan.id, *rows.new_step(step)) for step in plan.steps],
            )
            self._hold(plan.id)
        return self._told(plan.id)

    def claim(self, task_id: str, also: tuple[TaskState, ...] = ()) -> Task:
        """Take over an interrupted task for this process, or one in a state of ``also``.

        Raises:
            PreconditionError: It is over, or a living process works on it.
            JournalError: It cannot be written.
        """
        with self._transaction() as connection:
            task = self.task(task_id)
            if task.state not in (TaskState.INTERRUPTED, *also):
                said = "is over" if task.state.is_over else f"is being worked on by {task.who}"
                raise PreconditionError(
                    f"The task {task.title} {said}.",
                    next_step="Only interrupted tasks can be taken up again.",
                    code="not-interrupted",
                )
            connection.execute(
                "UPDATE tasks SET state = :state, who = :who, machine = :machine, boot = :boot,"
                " ended = NULL, pid = :pid, start = :start, heard = :heard WHERE id = :id",
                {"id": task_id, "state": str(TaskState.RUNNING), **_mine()},
            )
            self._hold(task_id)
        return self._told(task_id)

    def set_running(self, task_id: str) -> Task:
        """Write down that the task runs now."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE tasks SET state = ?, started = coalesce(started, ?), heard = ?"
                " WHERE id = ?",
                (str(TaskState.RUNNING), self._clock.now(), time.time(), task_id),
            )
        return self._told(task_id)

    def end(self, task_id: str, state: TaskState, reason: str = "") -> Task:
        """Write down how the task ended."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE tasks SET state = ?, reason = ?, ended = ?, heard = ? WHERE id = ?",
                (str(state), rows.storable(reason), self._clock.now(), time.time(), task_id),
            )
        self.release(task_id)
        return self._told(task_id)

    def release(self, task_id: str) -> None:
        """Say that no thread of this process works on the task any more; writes nothing."""
        with self._lock:
            _held.discard((str(self._path), task_id))

    def set_step(
        self,
        task_id: str,
        number: int,
        state: StepState,
        *,
        said: str = "",
        means: str = "",
        next_step: str = "",
    ) -> Task:
        """Write down where a step stands, and why."""
        now = self._clock.now()
        is_over = state not in (StepState.STARTED, StepState.UNDOING, StepState.WAITING)
        with self._transaction() as connection:
            connection.execute(
                "UPDATE steps SET state = :state, said = :said, means = :means,"
                " next_step = :next_step, started = coalesce(started, :now), ended = :ended"
                " WHERE task = :task AND number = :number",
                {
                    "task": task_id,
                    "number": number,
                    "state": str(state),
                    "said": rows.storable(said),
                    "means": rows.storable(means),
                    "next_step": rows.storable(next_step),
                    "now": now,
                    "ended": now if is_over else None,
                },
            )
            self._hear(connection, task_id)
        return self._told(task_id)

    def command_started(
        self, task_id: str, number: int, host: str, argv: tuple[str, ...], *, is_undo: bool
    ) -> int:
        """Write down that a command is about to be sent; returns its number."""
        with self._transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO commands (task, step, is_undo, host, argv, started)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (task_id, number, is_undo, host, json.dumps(argv), self._clock.now()),
            )
            connection.execute(
                "UPDATE steps SET host = ? WHERE task = ? AND number = ?", (host, task_id, number)
            )
            self._hear(connection, task_id)
        self._told(task_id)
        return int(cursor.lastrowid or 0)

    def command_ended(self, command: int, exit_status: int | None, output: str) -> None:
        """Write down how a command ended; ``exit_status`` None: it is not known."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE commands SET ended = ?, exit_status = ?, output_tail = ? WHERE number = ?",
                (self._clock.now(), exit_status, rows.storable(output), command),
            )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything in the block comes to the disk, or nothing does."""
        with self._lock, journal_errors(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    def _hear(self, connection: sqlite3.Connection, task_id: str) -> None:
        connection.execute("UPDATE tasks SET heard = ? WHERE id = ?", (time.time(), task_id))

    def _hold(self, task_id: str) -> None:
        _held.add((str(self._path), task_id))

    def _is_abandoned(self, row: sqlite3.Row) -> bool:
        """Whether nobody works on an unfinished task: its process is gone, or let go of it."""
        owner = rows.owner(row)
        if owner == this_process():
            return (str(self._path), row["id"]) not in _held
        return not owner.is_alive(time.time() - row["heard"])

    def _tasks(self, where: str, *values: object) -> tuple[Task, ...]:
        with self._lock:
            found = self._read(f"SELECT * FROM tasks WHERE {where}", *values)
            marks = ", ".join("?" * len(found))
            steps = self._read(
                f"SELECT * FROM steps WHERE task IN ({marks}) ORDER BY number",
                *(row["id"] for row in found),
            )
        by_task: dict[str, list[TaskStep]] = {}
        for row in steps:
            by_task.setdefault(row["task"], []).append(rows.step(row))
        return tuple(
            rows.task(
                row,
                tuple(by_task.get(row["id"], ())),
                interrupted=row["state"] in _OPEN_STATES and self._is_abandoned(row),
            )
            for row in found
        )

    def _read(self, statement: str, *values: object) -> list[sqlite3.Row]:
        with self._lock, journal_errors(self._path):
            return self._connection.execute(statement, values).fetchall()

    def _told(self, task_id: str) -> Task:
        """Return the task as it is now, and tell the listeners."""
        task = self.task(task_id)
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            try:
                listener(task)
            except Exception:  # noqa: BLE001 - a listener must not break the run
                _log.exception("a listener failed on a task")
        return task
