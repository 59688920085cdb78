"""Keeps the sheets that are open, the tasks that run here, and brings the two together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xenadmin_gui.gui.docks.inbox import Inbox
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.conductor import Conductor, Offer
from xenadmin_gui.gui.sheets.plansheet import PlanSheet
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.lane import JobHandle
from xenadmin_gui.jobs.outcome import Ending, Outcome
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.runner import Choice
from xenadmin_gui.operations.tasks import Task

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session

_WAITING_TASKS = 500


class SheetKeeper(QObject):
    """One for each open cluster; lives as long as its bridge.

    Signals:
        tasks_changed: list[Task], each as it is now, at most four times a second.
        task_ended: Task, once for each that ran here.
        console_requested: Key of a VM whose console is to be shown.
    """

    tasks_changed = Signal(object)
    task_ended = Signal(object)
    console_requested = Signal(object)

    def __init__(self, session: Session, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.session = session
        self.bridge = bridge
        self._handles: dict[str, JobHandle[Task]] = {}
        self._conductors: dict[str, Conductor] = {}
        self._inbox: Inbox[Task] = Inbox(self._on_tasks, _WAITING_TASKS, self)
        self._unsubscribe = session.subscribe_tasks(self._inbox.put)
        self.destroyed.connect(self._unsubscribe)

    def open_draft(self, offer: Offer, parent: QWidget | None) -> PlanSheet:
        """Show the preview of a draft; nothing runs before its verb is pressed."""
        sheet = PlanSheet(self.bridge.clock, parent)
        Conductor(self, sheet, offer=offer)
        return sheet

    def open_task(self, task: Task, parent: QWidget | None) -> PlanSheet:
        """Show a task that runs or has run; a sheet that is open already comes to the front."""
        conductor = self._conductors.get(task.id)
        if conductor is None:
            conductor = Conductor(self, PlanSheet(self.bridge.clock, parent), task=task)
        conductor.sheet.show()
        conductor.sheet.raise_()
        conductor.sheet.activateWindow()
        return conductor.sheet

    def register(self, task_id: str, conductor: Conductor | None) -> None:
        """Remember who shows ``task_id``; None when its sheet was closed."""
        if conductor is None:
            self._conductors.pop(task_id, None)
        else:
            self._conductors[task_id] = conductor

    def start(self, plan: Plan) -> None:
        """Run ``plan`` in the background."""
        told = partial(self._tell_progress, plan.id)
        self._watch(plan.id, self.session.submit(plan, on_progress=told))

    def resume(self, task_id: str, choice: Choice) -> None:
        """Take an unfinished or failed task up again in the background."""
        session = self.session

        def submitted(outcome: Outcome[JobHandle[Task]]) -> None:
            if outcome.value is not None:
                self._watch(task_id, outcome.value)
            elif outcome.error is not None and task_id in self._conductors:
                self._conductors[task_id].end(Outcome(Ending.FAILED, error=outcome.error))

        told = partial(self._tell_progress, task_id)

        def job(_context: JobContext) -> JobHandle[Task]:
            return session.submit_resume(task_id, choice, on_progress=told)

        self.bridge.run(job, submitted)

    def cancel(self, task_id: str) -> None:
        """Ask a task of this session to end."""
        handle = self._handles.get(task_id)
        if handle is not None:
            handle.cancel()

    def runs(self, task_id: str) -> bool:
        """Whether this session runs the task, so that it can be cancelled here."""
        return task_id in self._handles

    def _tell_progress(self, task_id: str, progress: Progress) -> None:
        """Called on the task's thread; parts of a step are told, steps are known already."""
        if progress.done % 1:
            self.bridge.post(lambda: self._show_progress(task_id, progress))

    def _show_progress(self, task_id: str, progress: Progress) -> None:
        conductor = self._conductors.get(task_id)
        if conductor is not None:
            conductor.sheet.show_progress(progress.done, phrase(progress.text))

    def _watch(self, task_id: str, handle: JobHandle[Task]) -> None:
        self._handles[task_id] = handle
        self.bridge.watch(handle, lambda _outcome: self._on_settled(task_id, handle))

    def _on_settled(self, task_id: str, handle: JobHandle[Task]) -> None:
        self._inbox.flush()
        if self._handles.get(task_id) is handle:
            del self._handles[task_id]
        outcome = handle.outcome
        conductor = self._conductors.get(task_id)
        if outcome is None:
            return
        if outcome.value is not None:
            self._on_tasks([outcome.value])
            self.task_ended.emit(outcome.value)
        elif conductor is not None:
            conductor.end(outcome)
        if outcome.value is None:
            self.tasks_changed.emit([])

    def _on_tasks(self, tasks: list[Task]) -> None:
        newest = {task.id: task for task in tasks}
        for task in newest.values():
            conductor = self._conductors.get(task.id)
            if conductor is not None:
                conductor.follow(task)
        self.tasks_changed.emit(list(newest.values()))


def sheet_keeper(session: Session, bridge: Bridge) -> SheetKeeper:
    """Return the keeper of ``bridge``, the same for every dock and action."""
    found = bridge.findChild(SheetKeeper)
    return found if isinstance(found, SheetKeeper) else SheetKeeper(session, bridge)
