"""Opens the SQLite files beside the journal, in which is kept what was seen."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.operations.journalfile import alone, move_aside


@dataclass(frozen=True, slots=True)
class Store:
    """An open store.

    Attributes:
        known: What the question was answered.
        notice: A sentence for the administrator when a damaged file was moved aside, else empty.
    """

    database: sqlite3.Connection
    known: list[tuple[str, str]]
    notice: str = ""


def open_store(path: Path | None, tables: str, question: str) -> Store:
    """Open or make one, for several threads; without a path in memory.

    What is in it can be seen again: it is not worth a sync of the disk with every row, and a
    damaged one keeps nobody from his cluster.

    Args:
        tables: SQL that makes what is not there yet.
        question: SQL whose answer are pairs of texts.

    Raises:
        PreconditionError: It cannot be opened.
    """
    if path is None:
        return Store(*_open(":memory:", tables, question))
    try:
        with alone(path):
            try:
                return Store(*_open(str(path), tables, question))
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                aside = move_aside(path)
                notice = (
                    f"The records {path} were damaged ({error}); they were kept as {aside.name}, "
                    "and new ones were begun."
                )
                return Store(*_open(str(path), tables, question), notice)
    except (sqlite3.Error, OSError) as error:
        raise PreconditionError(
            f"The records of the cluster in {path} cannot be opened: {error}.",
            next_step=f"Look at the rights and the disk of {path.parent}.",
            code="store",
        ) from error


def _open(
    where: str, tables: str, question: str
) -> tuple[sqlite3.Connection, list[tuple[str, str]]]:
    database = sqlite3.connect(where, check_same_thread=False, timeout=5.0, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        database.executescript(tables)
        return database, database.execute(question).fetchall()
    except BaseException:
        database.close()
        raise
