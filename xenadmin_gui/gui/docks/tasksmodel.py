"""Tasks as rows, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.state import task_health, task_state_word
from xenadmin_gui.gui.style import icons
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.operations.tasks import StepState, Task, TaskState

Index = QModelIndex | QPersistentModelIndex

LIMIT = 500
STATE, TITLE, PROGRESS, TIME, WHO = range(5)

#: Steps over and steps in all, of a task that runs; for the delegate's bar.
FRACTION = Qt.ItemDataRole.UserRole + 1

_OVER = frozenset(StepState) - {StepState.WAITING, StepState.STARTED, StepState.UNDOING}


def is_active(task: Task) -> bool:
    """Whether it runs or is about to."""
    return task.state in (TaskState.PLANNED, TaskState.RUNNING)


class TasksModel(QAbstractTableModel):
    """Keeps one row a task; a task that advances changes in its place."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._tasks: list[Task] = []
        self._heads = (
            self.tr("State"),
            self.tr("Task"),
            self.tr("Progress"),
            self.tr("Time"),
            self.tr("By"),
        )

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks in the order of the rows."""
        return tuple(self._tasks)

    def task(self, row: int) -> Task:
        """Return the task of a row."""
        return self._tasks[row]

    def take(self, tasks: Iterable[Task]) -> None:
        """Put each task in: over its former self, or as a new row where its time belongs."""
        for task in tasks:
            row = next((i for i, old in enumerate(self._tasks) if old.id == task.id), None)
            if row is not None:
                self._tasks[row] = task
                self.dataChanged.emit(self.index(row, 0), self.index(row, WHO))
                continue
            row = next(
                (i for i, old in enumerate(self._tasks) if old.created <= task.created),
                len(self._tasks),
            )
            self.beginInsertRows(QModelIndex(), row, row)
            self._tasks.insert(row, task)
            self.endInsertRows()
        beyond = len(self._tasks)
        if beyond > LIMIT:
            self.beginRemoveRows(QModelIndex(), LIMIT, beyond - 1)
            del self._tasks[LIMIT:]
            self.endRemoveRows()

    def tick(self) -> None:
        """Let the times be read again."""
        if self._tasks:
            last = self.index(len(self._tasks) - 1, TIME)
            self.dataChanged.emit(self.index(0, TIME), last, [Qt.ItemDataRole.DisplayRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        task, column = self._tasks[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(task, column)
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return icons.state_icon(task_health(task.state))
        if role == FRACTION and column == PROGRESS and is_active(task) and task.steps:
            return sum(step.state in _OVER for step in task.steps) / len(task.steps)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(task, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def _text(self, task: Task, column: int) -> str:
        if column == STATE:
            return task_state_word(task.state)
        if column == TITLE:
            return phrase(task.title)
        if column == PROGRESS:
            good = sum(step.state.is_good for step in task.steps)
            text = self.tr("{done} of {count} steps")
            return text.format(done=good, count=len(task.steps)) if task.steps else ""
        if column == TIME:
            return self._time(task)
        return task.who

    def _time(self, task: Task) -> str:
        now = self._clock.now()
        if is_active(task):
            begun = task.started if task.started is not None else task.created
            return self.tr("for {time}").format(time=wording.duration(now - begun))
        return wording.relative_time(task.ended or task.started or task.created, now)

    def _tip(self, task: Task, column: int) -> str:
        if column != TIME:
            return phrase(task.reason) if column == STATE else self._text(task, column)
        lines = [self.tr("Begun {time}").format(time=wording.absolute_time(task.started))]
        if task.ended is not None:
            lines.append(self.tr("Ended {time}").format(time=wording.absolute_time(task.ended)))
        return "\n".join(lines)
