"""Keeps every definition of a VM that was ever seen, to compare with it and to go back to it."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.vm import Definition, Vm
from xenadmin_gui.session.storefile import open_store

_log = logging.getLogger(__name__)
#: Texts kept of one VM; the oldest go first.
KEPT = 200

_TABLES = """
CREATE TABLE IF NOT EXISTS definition (
    uuid TEXT NOT NULL, number INTEGER NOT NULL, at REAL NOT NULL, sha256 TEXT NOT NULL,
    name TEXT NOT NULL, origin TEXT NOT NULL, host TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (uuid, number), UNIQUE (uuid, sha256)) WITHOUT ROWID;
"""
_COLUMNS = "uuid, number, at, sha256, name, origin, host, text"


@dataclass(frozen=True, slots=True)
class Version:
    """A text that was the definition of a VM.

    Attributes:
        number: Counts up from 1 in the history of one VM, and stays when older ones go.
        at: Clock seconds at which it was seen first.
        sha256: Of the text.
        name: What the VM was called then.
        origin: ``libvirt`` or ``file``.
        host: Where it was seen first.
    """

    uuid: str
    number: int
    at: float
    sha256: str
    name: str
    origin: str
    host: str
    text: str


class DefinitionHistory:
    """The definitions of one cluster's VMs in SQLite, or in memory without a path; thread-safe.

    Attributes:
        notice: A sentence for the administrator when a damaged file was moved aside, else empty.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open it.

        Raises:
            PreconditionError: It cannot be opened.
        """
        self._lock = threading.Lock()
        self._complained = False
        store = open_store(path, _TABLES, "SELECT uuid, sha256 FROM definition")
        self._database, self.notice = store.database, store.notice
        self._seen: set[tuple[str, str]] = set(store.known)

    def observe(self, snapshot: Snapshot, changed: Difference | None = None) -> None:
        """Keep each text of ``snapshot`` that was not seen yet; never raises.

        Args:
            changed: Only VMs in it are looked at; None: all.
        """
        new = list(self._new(_vms(snapshot, changed)))
        if not new:
            return
        try:
            self._keep(new, snapshot.taken_at)
        except sqlite3.Error as error:
            # Told once: it comes with every snapshot while a disk is full.
            level = logging.DEBUG if self._complained else logging.WARNING
            self._complained = True
            _log.log(level, "definitions could not be kept: %s", error)

    def versions(self, uuid: str) -> tuple[Version, ...]:
        """Return the texts of a VM, the newest first.

        Raises:
            PreconditionError: The store cannot be read.
        """
        question = f"SELECT {_COLUMNS} FROM definition WHERE uuid = ? ORDER BY number DESC"
        return tuple(Version(*row) for row in self._ask(question, uuid))

    def version(self, uuid: str, number: int) -> Version:
        """Return one text.

        Raises:
            PreconditionError: There is none of that number.
        """
        question = f"SELECT {_COLUMNS} FROM definition WHERE uuid = ? AND number = ?"
        rows = self._ask(question, uuid, number)
        if not rows:
            raise PreconditionError(
                f"There is no definition number {number} in the history.",
                next_step="See 'xenadmin vm history VM' for the numbers.",
                code="no-such-version",
            )
        return Version(*rows[0])

    def last_text(self, uuid: str) -> str:
        """Return the newest text of a VM; empty: none is known, or the store cannot be read."""
        question = "SELECT text FROM definition WHERE uuid = ? ORDER BY number DESC LIMIT 1"
        with suppress(PreconditionError):
            return "".join(row[0] for row in self._ask(question, uuid))
        return ""

    def uuids_of(self, name: str) -> tuple[str, ...]:
        """Return the VMs that are or were called ``name``, or have it as UUID.

        Raises:
            PreconditionError: The store cannot be read.
        """
        question = "SELECT DISTINCT uuid FROM definition WHERE name = ?1 OR uuid = ?1 ORDER BY uuid"
        return tuple(row[0] for row in self._ask(question, name))

    def close(self) -> None:
        """Close the store; never raises."""
        with self._lock:
            self._database.close()

    def _new(self, vms: Iterable[Vm]) -> Iterable[tuple[str, str, str, str, str, str]]:
        """Yield uuid, hash, name, origin, host and text of what was not seen yet."""
        for vm in vms:
            for copy in vm.definitions:
                if (vm.uuid, copy.sha256) in self._seen or not _is_whole(copy):
                    continue
                yield vm.uuid, copy.sha256, vm.name, copy.origin, copy.host, copy.xml

    def _keep(self, new: list[tuple[str, str, str, str, str, str]], at: float) -> None:
        """Another program may have kept the same text already: the database decides."""
        kept = "INSERT OR IGNORE INTO definition VALUES (?, (SELECT COALESCE(MAX(number), 0) + 1"
        kept += " FROM definition WHERE uuid = ?), ?, ?, ?, ?, ?, ?)"
        old = "DELETE FROM definition WHERE uuid = ? AND number <= (SELECT MAX(number) - ?"
        old += " FROM definition WHERE uuid = ?)"
        with self._lock, self._database as database:
            database.execute("BEGIN IMMEDIATE")
            for uuid, digest, name, origin, host, text in new:
                database.execute(kept, (uuid, uuid, at, digest, name, origin, host, text))
            for uuid in {item[0] for item in new}:
                database.execute(old, (uuid, KEPT, uuid))
        self._seen.update((item[0], item[1]) for item in new)

    def _ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._database.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise PreconditionError(
                f"The history of definitions cannot be read: {error}.",
                next_step="Look at the file beside the journal; is the disk full or broken?",
                code="store",
            ) from error


def _is_whole(copy: Definition) -> bool:
    """Whether its text was read, and is what the hash says: it may have changed in between."""
    try:
        digest = hashlib.sha256(copy.xml.encode()).hexdigest()
    except UnicodeEncodeError:
        return False
    return bool(copy.xml) and digest == copy.sha256


def _vms(snapshot: Snapshot, changed: Difference | None) -> Iterable[Vm]:
    if changed is None:
        return snapshot.vms.values()
    keys = changed.added | changed.changed
    uuids = (key.id for key in keys if key.kind is Kind.VM)
    return (snapshot.vms[uuid] for uuid in uuids if uuid in snapshot.vms)
