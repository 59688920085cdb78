"""Leads one sheet through its life: draft, preview, stale, running, ended, record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from xenadmin_gui.domain.errors import StalePlanError, XenadminError
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.plansheet import PlanSheet
from xenadmin_gui.gui.sheets.planview import preview_content, task_content, waiting_content
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.plan import SHORT_ID_CHARS, Plan
from xenadmin_gui.operations.preview import Preview
from xenadmin_gui.operations.rest import rest_of
from xenadmin_gui.operations.runner import Choice
from xenadmin_gui.operations.tasks import StepState, Task, TaskCommand, TaskState

if TYPE_CHECKING:
    from xenadmin_gui.gui.sheets.keeper import SheetKeeper

_ENDED_BADLY = (TaskState.FAILED, TaskState.CANCELLED)
_MOST_CONSOLES = 10
#: Steps of which nothing is left that could be taken back.
_NOTHING_LEFT = (StepState.WAITING, StepState.SKIPPED, StepState.ALREADY, StepState.UNDONE)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the administrator asked for.

    Attributes:
        button: Makes the button's text of the names of what it will be done to.
        destructive: Return must not run it.
    """

    draft: Draft
    button: Callable[[tuple[str, ...]], str]
    destructive: bool = False


class Conductor(QObject):
    """Child of its sheet: they end together."""

    def __init__(
        self,
        keeper: SheetKeeper,
        sheet: PlanSheet,
        *,
        offer: Offer | None = None,
        task: Task | None = None,
    ) -> None:
        super().__init__(sheet)
        self._keeper = keeper
        self.sheet = sheet
        self._offer = offer
        self._plan: Plan | None = None
        self._task: Task | None = None
        self._commands: tuple[TaskCommand, ...] = ()
        self._asks_commands = False
        self._checks_staleness = False
        self._looked_for_rest = False
        self._started: tuple[Key, ...] = ()
        sheet.run_requested.connect(self._on_run)
        sheet.cancel_requested.connect(self._on_cancel)
        sheet.again_requested.connect(self._on_again)
        sheet.remake_requested.connect(self.make_plan)
        sheet.roll_back_requested.connect(self._on_roll_back)
        sheet.console_requested.connect(self._on_consoles)
        sheet.closed.connect(self._on_closed)
        keeper.bridge.snapshot_changed.connect(self._on_snapshot)
        if task is not None:
            keeper.register(task.id, self)
            self.follow(task)
        else:
            self.make_plan()

    @Slot()
    def _on_again(self) -> None:
        """Try what failed again; what was done is left out where that can be told apart."""
        rest = self._rest()
        if rest is not None and self._offer is not None:
            self._offer = replace(self._offer, draft=rest)
        self.make_plan()

    def _rest(self) -> Draft | None:
        if self._offer is None or self._plan is None or self._task is None:
            return None
        return rest_of(self._offer.draft, self._plan, self._task)

    @Slot()
    def make_plan(self) -> None:
        """Make the plan of the draft against the present state and show its preview."""
        if self._offer is None:
            return
        session, draft = self._keeper.session, self._offer.draft

        def job(_context: JobContext) -> tuple[Plan, Preview]:
            plan = session.plan(draft)
            return plan, session.preview(plan)

        self._keeper.bridge.run(job, self._on_planned)

    def _on_planned(self, outcome: Outcome[tuple[Plan, Preview]]) -> None:
        if self._offer is None:
            return
        if outcome.value is None:
            self._complain(outcome.error)
            return
        self._forget_task()
        self._plan, shown = outcome.value
        new = (one.vm for one in shown.new_vms)
        self._started = tuple(vm.key for vm in new if vm.state is VmState.RUNNING)
        content = preview_content(shown)
        verb = self._offer.button(tuple(subject.name for subject in shown.will_do))
        self.sheet.set_fresh()
        self.sheet.set_verb(verb, destructive=self._offer.destructive)
        self.sheet.show_content(content)
        self._keeper.register(self._plan.id, self)
        if not self.sheet.isVisible():
            self.sheet.show()

    def _complain(self, error: BaseException | None) -> None:
        sentence = phrase(str(error)) if isinstance(error, XenadminError) else str(error)
        self.sheet.notice.say(Health.FAILED, sentence)
        if not self.sheet.isVisible():
            self.sheet.show_content(self.sheet.content)
            self.sheet.setWindowTitle(self.tr("This cannot be done"))
            self.sheet.show()
            self.sheet.notice.say(Health.FAILED, sentence)

    def _on_snapshot(self, _snapshot: Snapshot, changed: Difference) -> None:
        if self._plan is None or self._task is not None or self._offer is None:
            return
        if self.sheet.content.state is not None or self._checks_staleness:
            return
        if not self._concerns(changed, self._plan):
            return
        self._checks_staleness = True
        session, draft = self._keeper.session, self._offer.draft
        self._keeper.bridge.run(lambda _context: session.plan(draft), self._on_compared)

    @staticmethod
    def _concerns(changed: Difference, plan: Plan) -> bool:
        touched: set[Key] = {*changed.added, *changed.removed, *changed.changed}
        subjects = {subject.key for subject in plan.subjects}
        servers = {step.host for step in plan.steps}
        return any(key in subjects or key.id in servers for key in touched)

    def _on_compared(self, outcome: Outcome[Plan]) -> None:
        self._checks_staleness = False
        if self._plan is None or self._task is not None:
            return
        if self.sheet.content.state is not None or self._keeper.runs(self._plan.id):
            return
        if outcome.value is None or _essence(outcome.value) != _essence(self._plan):
            self.sheet.set_stale(
                self.tr("The cluster has changed since this plan was made; it no longer fits.")
            )

    @Slot()
    def _on_run(self) -> None:
        if self._plan is None:
            return
        self.sheet.show_content(waiting_content(self.sheet.content))
        self._keeper.start(self._plan)

    @Slot()
    def _on_cancel(self) -> None:
        if self.sheet.content.task_id:
            self._keeper.cancel(self.sheet.content.task_id)

    @Slot()
    def _on_roll_back(self) -> None:
        if self._task is not None:
            self._keeper.resume(self._task.id, Choice.ROLL_BACK)

    def follow(self, task: Task) -> None:
        """Show the task as it is now, and ask the journal for what it has sent."""
        self._task = task
        self._show_task()
        if not self._asks_commands:
            self._asks_commands = True
            session = self._keeper.session
            self._keeper.bridge.run(lambda _context: session.commands_of(task.id), self._on_sent)

    def _on_sent(self, outcome: Outcome[tuple[TaskCommand, ...]]) -> None:
        self._asks_commands = False
        if outcome.value is not None and self._task is not None:
            self._commands = outcome.value
            self._show_task()

    def _show_task(self) -> None:
        if self._task is None:
            return
        task = self._task
        is_bad = task.state in _ENDED_BADLY
        if is_bad and self._offer is None and not self._looked_for_rest:
            self._look_for_rest(task)
        undoable = any(step.state not in _NOTHING_LEFT for step in task.steps)
        self.sheet.set_ways_on(
            roll_back=undoable and is_bad,
            try_again=self._offer is not None,
            rest=is_bad and (self._rest() is not None or self._looked_for_rest),
            consoles=bool(self._started),
        )
        self.sheet.show_content(task_content(task, self._commands, self._plan))

    @Slot()
    def _on_consoles(self) -> None:
        for key in self._started[:_MOST_CONSOLES]:
            self._keeper.console_requested.emit(key)

    def _look_for_rest(self, task: Task) -> None:
        """Of a task that another run of the program began no draft is here: the journal has it."""
        self._looked_for_rest = True
        session = self._keeper.session

        def job(_context: JobContext) -> Draft | None:
            return session.rest_of(task.id)

        self._keeper.bridge.run(job, self._on_rest)

    def _on_rest(self, outcome: Outcome[Draft | None]) -> None:
        if outcome.value is not None and self._offer is None and self._task is not None:
            self._offer = Offer(outcome.value, self._rest_verb)
            self._show_task()

    def _rest_verb(self, names: tuple[str, ...]) -> str:
        if len(names) > 1:
            return self.tr("Create %n VMs", "", len(names))
        return self.tr("Create {vm}").format(vm="".join(names))

    def end(self, outcome: Outcome[Task]) -> None:
        """Say why there is no task: refused as stale, cancelled before it began, or broken."""
        if isinstance(outcome.error, StalePlanError) and self._offer is not None:
            self._back_to_preview()
            self.sheet.set_stale(phrase(outcome.error.sentence))
        elif outcome.error is not None:
            self._back_to_preview()
            self._complain(outcome.error)
        elif self._task is None:
            self._back_to_preview()

    def _back_to_preview(self) -> None:
        if self._task is None and self._plan is not None:
            shown = self._keeper.session.preview(self._plan)
            self.sheet.show_content(preview_content(shown))

    def _forget_task(self) -> None:
        if self._task is not None:
            self._keeper.register(self._task.id, None)
        if self._plan is not None:
            self._keeper.register(self._plan.id, None)
        self._task = None
        self._commands = ()

    @Slot()
    def _on_closed(self) -> None:
        self._forget_task()
        self._plan = None
        self._keeper.bridge.snapshot_changed.disconnect(self._on_snapshot)


def _essence(plan: Plan) -> tuple[object, ...]:
    """What two plans must share to be the same but for their ids."""
    short = plan.id[:SHORT_ID_CHARS]
    subjects = tuple((s.key, s.verdict, s.code) for s in plan.subjects)
    steps = tuple(
        (step.host, tuple(word.replace(short, "") for word in step.command.argv))
        for step in plan.steps
    )
    return subjects, steps
