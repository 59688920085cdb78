"""Opens the SQLite files beside the journal, in which is kept what was seen."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from xenadmin_gui.domain.errors import PreconditionError


def open_store(
    path: Path | None, tables: str, question: str
) -> tuple[sqlite3.Connection, list[tuple[str, str]]]:
    """Open or make one, for several threads; without a path in memory.

    What is in it can be seen again: it is not worth a sync of the disk with every row.

    Args:
        tables: SQL that makes what is not there yet.
        question: SQL whose answer, pairs of texts, is returned beside the connection.

    Raises:
        PreconditionError: It cannot be opened.
    """
    where = ":memory:" if path is None else str(path)
    try:
        database = sqlite3.connect(
            where, check_same_thread=False, timeout=5.0, isolation_level=None
        )
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
        database.executescript(tables)
        return database, database.execute(question).fetchall()
    except sqlite3.Error as error:
        raise PreconditionError(
            f"The records of the cluster in {where} cannot be opened: {error}.",
            next_step="Move the file away; a new one is made.",
            code="store",
        ) from error
