"""Which objects a task is at work on now, or has left half done: read from the journal."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from itertools import dropwhile

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.work import Work
from xenadmin_gui.operations.concerned import Concerned, concerned
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.tasks import StepState, Task, TaskState

_log = logging.getLogger(__name__)

#: An older task that failed is history.
_LOOKED_AT = 60
#: What a step is in that was done, may have been, or could not be taken back.
_TOUCHED = (
    *(StepState.DONE, StepState.ALREADY, StepState.STARTED),
    *(StepState.UNDOING, StepState.UNDO_FAILED),
)
_AT_WORK = (TaskState.PLANNED, TaskState.RUNNING)
_STUCK = (TaskState.INTERRUPTED, TaskState.FAILED, TaskState.CANCELLED)


class WorkBook:
    """Knows them of one journal, tasks of other processes included; thread-safe and quick."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._mark: object = None
        self._is_settled = False
        self._works: Mapping[Key, Work] = {}
        self._concerned: dict[str, tuple[Concerned, ...]] = {}

    def works(self) -> Mapping[Key, Work]:
        """Return them by object; what cannot be read is left out. Never raises."""
        with self._lock:
            try:
                mark = self._journal.mark()
                if mark != self._mark or not self._is_settled:
                    self._read()
                    self._mark = mark
            except XenadminError as error:
                _log.warning("the journal does not tell who is at work: %s", error)
            return self._works

    def _read(self) -> None:
        """Take the newest task about each object; the owner of an open one may die any time.

        Plans are read from the oldest task on that is not through: mostly none.
        """
        found: dict[Key, Work] = {}
        tasks = self._journal.tasks(_LOOKED_AT)
        for task in dropwhile(_is_through, reversed(tasks)):
            for key, work in self._of(task):
                if work is None:
                    found.pop(key, None)
                else:
                    found[key] = work
        self._is_settled = all(task.state.is_over for task in tasks)
        self._concerned = {t.id: self._concerned[t.id] for t in tasks if t.id in self._concerned}
        if found != self._works:
            self._works = found

    def _of(self, task: Task) -> Iterable[tuple[Key, Work | None]]:
        """What a task is at, None for each object that it is through with."""
        if task.id not in self._concerned:
            try:
                self._concerned[task.id] = concerned(self._journal.plan(task.id))
            except XenadminError:
                self._concerned[task.id] = ()
        for one in self._concerned[task.id]:
            states = [step.state for step in task.steps if step.subject == one.subject]
            is_untouched = not any(state in _TOUCHED for state in states)
            is_whole = all(state.is_good for state in states)
            is_at_work = task.state in _AT_WORK
            if is_whole or (is_untouched and not is_at_work):
                if not is_untouched or task.state is TaskState.ROLLED_BACK:
                    yield one.key, None
            elif is_at_work or task.state in _STUCK:
                work = Work(
                    one.kind,
                    task.id,
                    task.title,
                    is_over=not is_at_work,
                    can_go_on=task.state is TaskState.INTERRUPTED,
                )
                yield one.key, work
            else:
                yield one.key, None


def _is_through(task: Task) -> bool:
    return task.state not in (*_AT_WORK, *_STUCK)
