"""The Tasks dock: what runs, what has run, by whom; each opens as its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.gui.docks import tasksmodel
from xenadmin_gui.gui.docks.progressbar import ProgressDelegate
from xenadmin_gui.gui.docks.tasksmodel import TasksModel
from xenadmin_gui.gui.docks.view import make_list_view, set_column_widths
from xenadmin_gui.gui.sheets.cutoff import CutOffDialog
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.runner import Choice
from xenadmin_gui.operations.tasks import Task, TaskState

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session

_TICK_MS = 1000
#: Ends before a task was through.
_LEAVABLE = (TaskState.FAILED, TaskState.CANCELLED, TaskState.INTERRUPTED)


class TasksDock(QDockWidget):
    """Reads the journal once off the GUI thread, then follows the tasks of this session."""

    def __init__(self, session: Session, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tasks_dock")
        self.setWindowTitle(self.tr("Tasks"))
        self.model = TasksModel(bridge.clock)
        self._keeper = sheet_keeper(session, bridge)
        self._build()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self._keeper.tasks_changed.connect(self.take)
        bridge.run(lambda _context: session.tasks(tasksmodel.LIMIT), self._on_read)

    def shut_down(self) -> None:
        """Let go of the session."""
        self._tick.stop()

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        self.open_action.setIcon(icons.action_icon("tasks"))
        self.cancel_action.setIcon(icons.action_icon("cancel"))
        for action, button in self._buttons.items():
            button.setIcon(action.icon())
        self.view.viewport().update()

    def _build(self) -> None:
        self.view = make_list_view(
            self.model,
            self.tr("No task yet. What you have done to the cluster will stand here for ever."),
        )
        self.view.setAccessibleName(self.tr("Tasks"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(ProgressDelegate(self.view))
        set_column_widths(self.view, (16, 0, 22, 16, 18))
        self.view.header().setSectionResizeMode(tasksmodel.TITLE, QHeaderView.ResizeMode.Stretch)
        self.view.activated.connect(self._on_activated)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.open_action = QAction(icons.action_icon("tasks"), self.tr("&Open"), self)
        self.cancel_action = QAction(icons.action_icon("cancel"), self.tr("Ca&ncel task"), self)
        self.open_action.triggered.connect(self.open_selected)
        self.cancel_action.triggered.connect(self._on_cancel)
        self.leave_action = QAction(icons.action_icon("look"), self.tr("&Leave as it is"), self)
        self.leave_action.triggered.connect(self._on_leave)
        line = QVBoxLayout()
        line.setSpacing(spacing.XS)
        self._buttons: dict[QAction, QPushButton] = {}
        for action in (self.open_action, self.cancel_action, self.leave_action):
            button = QPushButton(action.icon(), action.text())
            button.clicked.connect(action.trigger)
            self._buttons[action] = button
            line.addWidget(button)
            self.view.addAction(action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        body = QWidget(self)
        line.addStretch(1)
        column = QHBoxLayout(body)
        column.setContentsMargins(spacing.XS, 0, spacing.XS, spacing.XS)
        column.setSpacing(spacing.S)
        column.addWidget(self.view, 1)
        column.addLayout(line)
        self.setWidget(body)
        self._on_selection_changed()

    def selected(self) -> Task | None:
        """Return the selected task."""
        rows = self.view.selectionModel().selectedRows()
        return self.model.task(rows[0].row()) if rows else None

    def _on_read(self, outcome: Outcome[tuple[Task, ...]]) -> None:
        if outcome.value is not None:
            self.take(list(outcome.value))

    def take(self, tasks: list[Task]) -> None:
        """Show tasks as they are now."""
        at_top = self.view.verticalScrollBar().value() == 0
        self.model.take(tasks)
        if at_top:
            self.view.scrollToTop()
        self._on_selection_changed()

    @Slot()
    def open_selected(self) -> None:
        """Show the selected task's sheet; of a task that was cut off the ways to go on."""
        task = self.selected()
        if task is not None and task.state is TaskState.INTERRUPTED:
            CutOffDialog(self._keeper, (task,), self.window()).show()
        elif task is not None:
            self._keeper.open_task(task, self.window())

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.open_selected()

    @Slot()
    def _on_cancel(self) -> None:
        task = self.selected()
        if task is not None:
            self._keeper.cancel(task.id)

    @Slot()
    def _on_leave(self) -> None:
        task = self.selected()
        if task is not None:
            self._keeper.resume(task.id, Choice.LEAVE)

    @Slot()
    def _on_selection_changed(self) -> None:
        task = self.selected()
        active = task is not None and tasksmodel.is_active(task)
        ours = task is not None and self._keeper.runs(task.id)
        self._set(self.open_action, task is not None, self.tr("Select a task first."))
        if active and not ours:
            why = self.tr("It was started elsewhere, by {who}.").format(
                who=task.who if task else ""
            )
        else:
            why = self.tr("Only a task that runs can be cancelled.")
        self._set(self.cancel_action, active and ours, why)
        why = self.tr("Only a task that ended before it was through can be left as it is.")
        self._set(self.leave_action, task is not None and task.state in _LEAVABLE, why)

    def _set(self, action: QAction, enabled: bool, why_not: str) -> None:
        action.setEnabled(enabled)
        button = self._buttons[action]
        button.setEnabled(enabled)
        button.setToolTip("" if enabled else why_not)

    @Slot()
    def _on_tick(self) -> None:
        if self.view.isVisible():
            self.model.tick()
