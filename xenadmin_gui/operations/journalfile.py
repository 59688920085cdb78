"""Opens the journal's database: its tables, its migrations, and what to do with a broken one."""

from __future__ import annotations

import contextlib
import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from xenadmin_gui.domain.errors import XenadminError

BUSY_S = 15.0

_TABLES = """
CREATE TABLE tasks (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL,
    state    TEXT NOT NULL,
    reason   TEXT NOT NULL DEFAULT '',
    plan     TEXT NOT NULL,
    subjects TEXT NOT NULL,
    who      TEXT NOT NULL,
    created  REAL NOT NULL,
    started  REAL,
    ended    REAL,
    machine  TEXT NOT NULL,
    boot     TEXT NOT NULL,
    pid      INTEGER NOT NULL,
    start    TEXT NOT NULL,
    heard    REAL NOT NULL
);
CREATE INDEX tasks_by_state ON tasks (state);
CREATE TABLE steps (
    task      TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    subject   TEXT NOT NULL,
    title     TEXT NOT NULL,
    host      TEXT NOT NULL,
    state     TEXT NOT NULL,
    started   REAL,
    ended     REAL,
    said      TEXT NOT NULL DEFAULT '',
    means     TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (task, number)
) WITHOUT ROWID;
CREATE TABLE commands (
    number      INTEGER PRIMARY KEY,
    task        TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    step        INTEGER NOT NULL,
    is_undo     INTEGER NOT NULL,
    host        TEXT NOT NULL,
    argv        TEXT NOT NULL,
    started     REAL NOT NULL,
    ended       REAL,
    exit_status INTEGER,
    output_tail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX commands_by_task ON commands (task, step);
"""


class JournalError(XenadminError):
    """The journal cannot be read or written; without it nothing is changed."""

    code = "journal"


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)


#: Number n brings a journal from version n to n + 1; version 0 is an empty file.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_create,)
VERSION = len(MIGRATIONS)


def open_journal(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open the database at ``path``, made or brought up to date when needed.

    Returns:
        The connection, and a sentence when a broken file had to be moved aside (else empty).

    Raises:
        JournalError: It cannot be opened, or a newer version of the program wrote it.
    """
    with journal_errors(path), alone(path):
        notice = ""
        try:
            connection = _open(path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            aside = move_aside(path)
            notice = (
                f"The journal {path} was damaged ({error}); it was kept as {aside.name}, "
                "and a new one was begun. Tasks that were under way are not known any more."
            )
            connection = _open(path)
        return connection, notice


@contextmanager
def journal_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into one clear error.

    Raises:
        JournalError: Anything went wrong in the block.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        text = str(error)
        next_step = f"Look at the rights and the disk of {path.parent}."
        if "full" in text or "disk I/O" in text or "No space" in text:
            next_step = f"Make room on the disk of {path.parent}."
        elif "locked" in text:
            next_step = "Another xenadmin holds it for too long; look for one that hangs."
        raise JournalError(
            f"The journal {path} cannot be used: {text}.", next_step=next_step
        ) from error


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise JournalError(
            f"The journal {path} was written by a newer version of xenadmin.",
            next_step="Use that version, or move the file away.",
        )
    for number in range(version, VERSION):
        connection.execute("BEGIN IMMEDIATE")
        try:
            MIGRATIONS[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes from opening (and moving aside) at the same moment."""
    with open(f"{path}.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def move_aside(path: Path) -> Path:
    """Give a damaged database another name, and what SQLite keeps beside it; return it."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.broken-{stamp}")
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").rename(f"{aside}{suffix}")
    return aside
