"""Plans that a former run left unfinished: Continue · Roll back · Leave, each with what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.sheets.keeper import SheetKeeper, sheet_keeper
from xenadmin_gui.gui.sheets.planview import task_content
from xenadmin_gui.gui.sheets.stepsview import StepsView
from xenadmin_gui.gui.style import fonts, icons, spacing
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.runner import Choice
from xenadmin_gui.operations.tasks import StepState, Task, TaskCommand

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session

_BEGUN = (StepState.STARTED, StepState.UNDOING)


class CutOffDialog(QDialog):
    """One task after the other; closing it decides nothing and asks again at the next start."""

    def __init__(
        self, keeper: SheetKeeper, tasks: tuple[Task, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper = keeper
        self._tasks = list(tasks)
        self._count = len(tasks)
        self.setWindowTitle(self.tr("Tasks that were cut off"))
        self._build()
        resize_within(self, 720, 460)
        self._show_first()

    @property
    def task(self) -> Task:
        """The task that is asked about."""
        return self._tasks[0]

    def _build(self) -> None:
        self._sign = QLabel()
        self._title = QLabel()
        self._title.setFont(fonts.title())
        self._title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.steps = StepsView()
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.S)
        column.addLayout(head)
        column.addWidget(self._told)
        column.addWidget(self.steps, 1)
        column.addLayout(self._build_choices())

    def _build_choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.M)
        grid.setColumnStretch(1, 1)
        self.buttons: dict[Choice, QPushButton] = {}
        self.sentences: dict[Choice, QLabel] = {}
        for row, (choice, verb) in enumerate(
            (
                (Choice.CONTINUE, self.tr("&Continue")),
                (Choice.ROLL_BACK, self.tr("&Roll back")),
                (Choice.LEAVE, self.tr("&Leave")),
            )
        ):
            button, sentence = QPushButton(verb), QLabel()
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, choice=choice: self.choose(choice))
            sentence.setWordWrap(True)
            sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.buttons[choice], self.sentences[choice] = button, sentence
            grid.addWidget(button, row, 0)
            grid.addWidget(sentence, row, 1)
        self.later_button = QPushButton(self.tr("Decide &later"))
        self.later_button.setDefault(True)
        self.later_button.clicked.connect(self.close)
        grid.addWidget(self.later_button, 3, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _show_first(self) -> None:
        task = self.task
        content = task_content(task)
        pixmap = icons.state_pixmap(Health.UNKNOWN, spacing.L, self.devicePixelRatioF())
        self._sign.setPixmap(pixmap)
        self._title.setText(content.title)
        self._told.setText(self._story(task))
        self.steps.show_steps(content.steps, self._keeper.bridge.clock.now())
        for choice, label in self.sentences.items():
            label.setText(self._sentence(task, choice))
        has_done = any(step.state is not StepState.WAITING for step in task.steps)
        self.buttons[Choice.ROLL_BACK].setEnabled(has_done)
        session = self._keeper.session
        sent = partial(self._on_commands, task)
        self._keeper.bridge.run(lambda _context: session.commands_of(task.id), sent)

    def _on_commands(self, task: Task, outcome: Outcome[tuple[TaskCommand, ...]]) -> None:
        if outcome.value is not None and self._tasks and self.task is task:
            steps = task_content(self.task, outcome.value).steps
            self.steps.show_steps(steps, self._keeper.bridge.clock.now())

    def _story(self, task: Task) -> str:
        now = self._keeper.bridge.clock.now()
        begun = wording.relative_time(task.started or task.created, now)
        text = self.tr(
            "{who} began this {time}; the program ended before it was through. "
            "Done: {done}. Outcome unknown: {unknown}. Not begun: {waiting}."
        )
        lines = [
            text.format(
                who=task.who or self.tr("Somebody"),
                time=begun,
                done=sum(step.state.is_good for step in task.steps),
                unknown=sum(step.state in _BEGUN for step in task.steps),
                waiting=sum(step.state is StepState.WAITING for step in task.steps),
            )
        ]
        if self._count > 1:
            number = self._count - len(self._tasks) + 1
            text = self.tr("Task {number} of {count}.")
            lines.insert(0, text.format(number=number, count=self._count))
        return " ".join(lines)

    def _sentence(self, task: Task, choice: Choice) -> str:
        if choice is Choice.CONTINUE:
            return self.tr(
                "Looks first what is so already, then does only what is missing. "
                "Nothing is done twice."
            )
        if choice is Choice.ROLL_BACK:
            if all(step.state is StepState.WAITING for step in task.steps):
                return self.tr("Nothing has been done yet, so there is nothing to take back.")
            return self.tr("Takes back what was done, the last step first.")
        return self.tr("Changes nothing; the task is closed and everything stays as it is now.")

    @Slot()
    def choose(self, choice: Choice) -> None:
        """Take the task up as chosen, then ask about the next one."""
        task = self._tasks.pop(0)
        self._keeper.resume(task.id, choice)
        if choice is not Choice.LEAVE:
            self._keeper.open_task(task, self.parentWidget())
        if self._tasks:
            self._show_first()
        else:
            self.close()


def offer_cut_off_plans(session: Session, bridge: Bridge, parent: QWidget | None) -> None:
    """Ask the journal off the GUI thread; show the dialog when something was cut off."""

    def on_read(outcome: Outcome[tuple[Task, ...]]) -> None:
        if outcome.value:
            CutOffDialog(sheet_keeper(session, bridge), outcome.value, parent).show()

    bridge.run(lambda _context: session.interrupted(), on_read)
