"""Keeps what happened in the cluster, also between two runs of the program."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.states import Health
from xenadmin_gui.session.storefile import open_store

_log = logging.getLogger(__name__)
KEPT = 20_000

_TABLES = """
CREATE TABLE IF NOT EXISTS event (
    id INTEGER PRIMARY KEY, at REAL NOT NULL, health TEXT NOT NULL, subject TEXT NOT NULL,
    name TEXT NOT NULL, code TEXT NOT NULL, sentence TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS event_subject ON event (subject, id);
CREATE TABLE IF NOT EXISTS known (
    name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an object of the cluster.

    Attributes:
        id: Counts up in one cluster's log; 0 before it is kept.
        at: Clock seconds at which it was seen.
        health: The sign it is shown with: that of the state which was reached.
        name: What the object was called then.
        code: Stable word for the kind of event, such as ``vm-state`` or ``finding``.
        sentence: What happened, in English.
    """

    at: float
    health: Health
    subject: Key
    name: str
    code: str
    sentence: str
    id: int = 0


EventListener = Callable[[Event], None]
#: (fact, old value, new value, whether the log is new) -> event
Teller = Callable[[str, str | None, str | None, bool], Event | None]


class EventLog:
    """Events of one cluster in SQLite, or in memory without a path; thread-safe.

    Beside the events it keeps the last known facts of the cluster, so that a change is seen
    although the program did not run when it happened.

    Attributes:
        notice: A sentence for the administrator when a damaged file was moved aside, else empty.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Open it.

        Raises:
            PreconditionError: It cannot be opened.
        """
        self._lock = threading.Lock()
        self._listeners: list[EventListener] = []
        store = open_store(path, _TABLES, "SELECT name, value FROM known")
        self._database, self.notice = store.database, store.notice
        self._known: dict[str, str] = dict(store.known)

    def events(self, *, subject: Key | None = None, limit: int = 200) -> tuple[Event, ...]:
        """Return the last events, the newest first; of one object when ``subject`` is given.

        Raises:
            PreconditionError: The store cannot be read.
        """
        where, values = ("", ()) if subject is None else ("WHERE subject = ?", (str(subject),))
        question = (
            "SELECT at, health, subject, name, code, sentence, id FROM event "
            f"{where} ORDER BY id DESC LIMIT ?"
        )
        try:
            with self._lock:
                rows = self._database.execute(question, (*values, limit)).fetchall()
        except sqlite3.Error as error:
            raise PreconditionError(
                f"The events cannot be read: {error}.",
                next_step="Look at the file beside the journal; is the disk full or broken?",
                code="store",
            ) from error
        return tuple(
            Event(row[0], Health(row[1]), Key.parse(row[2]), row[3], row[4], row[5], row[6])
            for row in rows
        )

    def observe(self, facts: Mapping[str, str | None], tell: Teller) -> None:
        """Compare ``facts`` with what was known and keep an event for what became different.

        Args:
            facts: Present value by name of the fact; None: it is no more.
            tell: Makes the event of one change, or None when the change is not worth one. The
                old value is None for a fact that is new, also when the whole log is.
        """
        with self._lock:
            changed = [k for k, v in facts.items() if self._known.get(k) != v]
        if not changed:
            return
        try:
            kept = self._keep({name: facts[name] for name in changed}, tell)
        except sqlite3.Error as error:
            _log.warning("events could not be kept: %s", error)
            return
        for event in kept:
            for listener in tuple(self._listeners):
                listener(event)

    def _keep(self, facts: Mapping[str, str | None], tell: Teller) -> list[Event]:
        """Another program may have kept the same change already: the database decides."""
        with self._lock, self._database as database:
            database.execute("BEGIN IMMEDIATE")
            known: dict[str, str] = dict(database.execute("SELECT name, value FROM known"))
            told = [
                tell(name, known.get(name), value, not known)
                for name, value in facts.items()
                if known.get(name) != value
            ]
            kept = [_insert(database, event) for event in told if event is not None]
            for name, value in facts.items():
                if value is None:
                    database.execute("DELETE FROM known WHERE name = ?", (name,))
                    known.pop(name, None)
                else:
                    database.execute("REPLACE INTO known VALUES (?, ?)", (name, value))
                    known[name] = value
            if kept:
                database.execute("DELETE FROM event WHERE id <= ?", (kept[-1].id - KEPT,))
            self._known = known
        return kept

    def known(self) -> dict[str, str]:
        """Return the last known value of each fact."""
        with self._lock:
            return dict(self._known)

    def subscribe(self, listener: EventListener) -> Callable[[], None]:
        """Call ``listener`` with each new event, on the thread that saw it."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Close the store; never raises."""
        with self._lock:
            self._database.close()


def _insert(database: sqlite3.Connection, event: Event) -> Event:
    values = (
        event.at,
        event.health.value,
        str(event.subject),
        event.name,
        event.code,
        event.sentence,
    )
    question = (
        "INSERT INTO event (at, health, subject, name, code, sentence) VALUES (?, ?, ?, ?, ?, ?)"
    )
    return replace(event, id=database.execute(question, values).lastrowid or 0)
