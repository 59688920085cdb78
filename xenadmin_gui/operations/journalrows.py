"""Rows of the journal's tables as values."""

from __future__ import annotations

import json
import sqlite3

from xenadmin_gui.domain.command import TAIL_CHARS
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.operations.owner import Owner
from xenadmin_gui.operations.plan import Step
from xenadmin_gui.operations.tasks import StepState, Task, TaskCommand, TaskState, TaskStep


def storable(text: str) -> str:
    """Return the last of ``text`` as SQLite takes it: bytes that were no UTF-8 become ``?``."""
    return text[-TAIL_CHARS:].encode("utf-8", "replace").decode()


def new_step(step: Step) -> tuple[object, ...]:
    """Return number, subject, title, host and state of a step that waits."""
    texts = (str(step.subject), step.title, step.host, str(StepState.WAITING))
    return (step.number, *map(storable, texts))


def task(row: sqlite3.Row, steps: tuple[TaskStep, ...], *, interrupted: bool) -> Task:
    """Return a row of ``tasks``; an unfinished one that nobody works on is interrupted."""
    return Task(
        id=row["id"],
        title=row["title"],
        state=TaskState.INTERRUPTED if interrupted else TaskState(row["state"]),
        created=row["created"],
        started=row["started"],
        ended=row["ended"],
        who=row["who"],
        subjects=tuple(Key.parse(text) for text in json.loads(row["subjects"])),
        steps=steps,
        reason=row["reason"],
    )


def step(row: sqlite3.Row) -> TaskStep:
    """Return a row of ``steps``."""
    return TaskStep(
        number=row["number"],
        subject=Key.parse(row["subject"]),
        title=row["title"],
        host=row["host"],
        state=StepState(row["state"]),
        started=row["started"],
        ended=row["ended"],
        said=row["said"],
        means=row["means"],
        next_step=row["next_step"],
    )


def command(row: sqlite3.Row) -> TaskCommand:
    """Return a row of ``commands``."""
    return TaskCommand(
        number=row["number"],
        step=row["step"],
        host=row["host"],
        argv=tuple(json.loads(row["argv"])),
        started=row["started"],
        ended=row["ended"],
        exit_status=row["exit_status"],
        output_tail=row["output_tail"],
        is_undo=bool(row["is_undo"]),
    )


def owner(row: sqlite3.Row) -> Owner:
    """Return who a row of ``tasks`` says that it belongs to."""
    return Owner(row["machine"], row["boot"], row["pid"], row["start"])
