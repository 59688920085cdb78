"""Asks a draft for its problems off the GUI thread; the newest draft wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Job, Outcome
from xenadmin_gui.operations.draft import Draft, Problem

Problems = tuple[Problem, ...]


class Run(Protocol):
    """Runs a job and tells its outcome in the GUI thread, as ``Bridge.run`` does."""

    def __call__(
        self, job: Job[Problems], on_done: Callable[[Outcome[Problems]], object], /
    ) -> object: ...


class DraftChecker(QObject):
    """Without ``run`` it answers at once, in the caller's thread.

    Signals:
        checked: Problems of the draft that was asked for last (tuple of Problem).
    """

    checked = Signal(object)

    def __init__(self, run: Run | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._is_asking = False
        self._next: tuple[Draft, Snapshot] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_asking

    def check(self, draft: Draft, snapshot: Snapshot) -> None:
        """Ask ``draft`` in ``snapshot``; while another is asked it waits, alone."""
        if self._run is None:
            self.checked.emit(draft.problems(snapshot))
        elif self._is_asking:
            self._next = (draft, snapshot)
        else:
            self._is_asking = True

            def job(_context: JobContext) -> Problems:
                return draft.problems(snapshot)

            self._run(job, self._on_done)

    def _on_done(self, outcome: Outcome[Problems]) -> None:
        if not isValid(self):
            return
        self._is_asking = False
        if self._next is not None:
            (draft, snapshot), self._next = self._next, None
            self.check(draft, snapshot)
            return
        error = outcome.error
        if outcome.value is not None:
            self.checked.emit(outcome.value)
        elif isinstance(error, XenadminError):
            self.checked.emit((Problem(error.sentence, error.next_step, code=error.code),))
        elif error is not None:
            self.checked.emit((Problem(str(error)),))
