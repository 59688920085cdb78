"""The plan sheet: preview before a plan runs, progress while it runs, record for ever after."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import shelltext, wording
from xenadmin_gui.gui.sheets.content import SheetContent
from xenadmin_gui.gui.sheets.counts import CountsLine
from xenadmin_gui.gui.sheets.notice import Notice
from xenadmin_gui.gui.sheets.state import state_sentence, task_health
from xenadmin_gui.gui.sheets.stepsview import StepsView
from xenadmin_gui.gui.sheets.thinbar import ThinBar
from xenadmin_gui.gui.style import fonts, icons, spacing
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.tasks import StepState, TaskState

_TICK_MS = 500
_LEAST_HEIGHT = 300
#: Commands and output of a task come in later.
_LEAST_TASK_HEIGHT = 440


class PlanSheet(QDialog):
    """A view only: shows a ``SheetContent``, says by signals what the administrator wants.

    Signals:
        run_requested: The verb's button was pressed.
        cancel_requested: The running task is to stop.
        roll_back_requested: The ended task is to be undone.
        again_requested: What failed is to be tried again.
        remake_requested: A stale plan is to be made again.
        console_requested: The consoles of what was made are to be shown.
        closed: The sheet was closed; a running task goes on.
    """

    run_requested = Signal()
    cancel_requested = Signal()
    roll_back_requested = Signal()
    again_requested = Signal()
    remake_requested = Signal()
    console_requested = Signal()
    closed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setSizeGripEnabled(True)
        self._clock = clock
        self._verb = ""
        self._is_destructive = False
        self._can_roll_back = False
        self._can_try_again = False
        self._has_consoles = False
        self._part = (0, "")
        self._has_been_shown = False
        self._default: QPushButton | None = None
        self.content = SheetContent("", (), ())
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._build()
        resize_within(self, 760, 480)

    def _build(self) -> None:
        self._sign = QLabel()
        self._title = QLabel()
        self._title.setFont(fonts.title())
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(spacing.S)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self._state = QLabel()
        self.bar = ThinBar()
        self.notice = Notice()
        self.notice.verb_clicked.connect(self.remake_requested)
        self.caution = Notice()
        self.counts = CountsLine()
        self.steps = StepsView()
        self._afterwards = QLabel()
        self._afterwards.setWordWrap(True)
        self._afterwards.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._ask = QLabel()
        self._ask.setWordWrap(True)
        self.confirm_line = QLineEdit()
        self.confirm_line.textChanged.connect(self._show_buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.S)
        column.addLayout(head)
        for widget in (self._state, self.bar, self.notice, self.caution, self.counts):
            column.addWidget(widget)
        column.addWidget(self.steps, 1)
        column.addStretch(0)
        column.addWidget(self._afterwards)
        column.addWidget(self._ask)
        column.addWidget(self.confirm_line)
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        self.copy_button = QPushButton(icons.action_icon("copy"), self.tr("Copy as &shell"))
        self.again_button = QPushButton(icons.action_icon("retry"), self.tr("&Try again"))
        self.undo_button = QPushButton(icons.action_icon("undo"), self.tr("&Roll back"))
        self.stop_button = QPushButton(icons.action_icon("cancel"), self.tr("Ca&ncel the task"))
        self.console_button = QPushButton(
            icons.action_icon("console"), self.tr("&Open the console")
        )
        self.console_button.clicked.connect(self.console_requested)
        self.close_button = QPushButton(self.tr("Cancel"))
        self.run_button = QPushButton()
        self.undo_button.setToolTip(self.tr("Undo the steps that were done, the last one first."))
        self.stop_button.setToolTip(self.tr("Stop before the next step and end the present one."))
        self.copy_button.clicked.connect(self._on_copy)
        self.again_button.clicked.connect(self.again_requested)
        self.undo_button.clicked.connect(self.roll_back_requested)
        self.stop_button.clicked.connect(self._on_stop)
        self.close_button.clicked.connect(self.close)
        self.run_button.clicked.connect(self._on_run)
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        line.addWidget(self.copy_button)
        line.addStretch(1)
        for button in (
            self.undo_button,
            self.again_button,
            self.stop_button,
            self.console_button,
            self.close_button,
            self.run_button,
        ):
            line.addWidget(button)
        return line

    def set_verb(self, verb: str, *, destructive: bool) -> None:
        """Name the button that runs the plan; of a destructive one Cancel is the default."""
        self._verb = verb
        self._is_destructive = destructive
        self._show_buttons()

    def set_ways_on(
        self, *, roll_back: bool, try_again: bool, rest: bool = False, consoles: bool = False
    ) -> None:
        """Say what can be done with the task once it has ended.

        Args:
            rest: Some of it was done, so that only the rest would be tried again.
            consoles: It makes VMs that run then.
        """
        self._can_roll_back, self._can_try_again = roll_back, try_again
        self._has_consoles = consoles
        text = self.tr("&Try the rest again") if rest else self.tr("&Try again")
        self.again_button.setText(text)
        self._show_buttons()

    def show_content(self, content: SheetContent) -> None:
        """Show ``content``; what the administrator opened or closed stays so."""
        self.content = content
        self.setWindowTitle(content.title)
        self._title.setText(content.title)
        is_preview = content.state is None
        health = self._preview_health() if content.state is None else task_health(content.state)
        pixmap = icons.state_pixmap(health, spacing.L, self.devicePixelRatioF())
        self._sign.setPixmap(pixmap)
        self._sign.setVisible(not is_preview or health is not Health.OK)
        self._state.setVisible(not is_preview)
        self.bar.setVisible(content.is_active)
        halves = sum(step.state is StepState.STARTED for step in content.steps) / 2
        self.bar.show_fraction((content.steps_over + halves) / max(1, len(content.steps)))
        nothing_done = bool(content.subjects) and not content.with_verdict(Verdict.WILL_DO)
        self.counts.setVisible(is_preview or nothing_done)
        self.counts.show_content(content)
        self.steps.setVisible(bool(content.steps))
        self._afterwards.setText("\n".join(self._afterwards_lines()))
        self._afterwards.setVisible(is_preview and bool(self._afterwards.text()))
        asks = is_preview and bool(content.confirm) and bool(content.steps)
        text = self.tr("This cannot be taken back. Type {name} to go on:")
        self._ask.setText(text.format(name=content.confirm))
        self._ask.setVisible(asks)
        self.confirm_line.setVisible(asks)
        self.confirm_line.setAccessibleName(self._ask.text())
        self.copy_button.setEnabled(bool(content.commands))
        if content.cautions:
            self.caution.say(Health.DEGRADED, "\n".join(content.cautions))
        self.caution.setVisible(is_preview and bool(content.cautions))
        if not is_preview:
            self._show_trouble()
        active = content.is_active
        if active and not self._tick.isActive():
            self._tick.start()
        elif not active:
            self._tick.stop()
        self._on_tick()
        self._show_buttons()

    def show_progress(self, done: float, sentence: str) -> None:
        """Show how far the step under way is.

        Args:
            done: Steps that are over, and the part of the one under way.
        """
        self._part = (int(done), sentence)
        self.bar.show_fraction(done / max(1, len(self.content.steps)))
        self._on_tick()

    def set_stale(self, sentence: str) -> None:
        """Say that the preview no longer fits; the verb waits until it is made again."""
        self.notice.say(Health.DEGRADED, sentence, self.tr("&Make it again"))
        self._show_buttons()

    def set_fresh(self) -> None:
        """Take the notice of ``set_stale`` away."""
        self.notice.hide()
        self._show_buttons()

    def _preview_health(self) -> Health:
        return Health.OK if self.content.steps else Health.OFF

    def _afterwards_lines(self) -> list[str]:
        lines = list(self.content.notes)
        if self.content.afterwards:
            clauses = " · ".join(self.content.afterwards)
            lines.insert(0, self.tr("Afterwards: {clauses}").format(clauses=clauses))
        return lines

    def _show_trouble(self) -> None:
        trouble = self.content.trouble
        if trouble is None:
            self.notice.hide()
            return
        parts = (trouble.said, trouble.means, trouble.todo)
        state = self.content.state
        health = task_health(state) if state else Health.FAILED
        self.notice.say(health, "\n".join(part for part in parts if part))

    def _show_buttons(self) -> None:
        state = self.content.state
        is_preview = state is None
        is_active = self.content.is_active
        is_over = state is not None and not is_active
        has_failed = state in (TaskState.FAILED, TaskState.CANCELLED, TaskState.INTERRUPTED)
        self.run_button.setText(self._verb)
        self.run_button.setVisible(is_preview and bool(self.content.steps))
        is_sure = self.confirm_line.text().strip() == self.content.confirm
        self.run_button.setEnabled(bool(self._verb) and self.notice.isHidden() and is_sure)
        name = self.content.confirm
        tip = "" if is_sure else self.tr("Type {name} above first.").format(name=name)
        self.run_button.setToolTip(tip)
        self.stop_button.setVisible(is_active)
        self.undo_button.setVisible(is_over and has_failed and self._can_roll_back)
        self.again_button.setVisible(is_over and has_failed and self._can_try_again)
        self.console_button.setVisible(state is TaskState.DONE and self._has_consoles)
        has_choice = is_preview and bool(self.content.steps)
        self.close_button.setText(self.tr("Cancel") if has_choice else self.tr("&Close"))
        runs_by_return = has_choice and not self._is_destructive and self.run_button.isEnabled()
        default = self.run_button if runs_by_return else self.close_button
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        default.setDefault(True)
        if default is not self._default:
            self._default = default
            if not self.confirm_line.hasFocus():
                default.setFocus()

    @Slot()
    def _on_run(self) -> None:
        self.run_button.setEnabled(False)
        self.run_requested.emit()

    @Slot()
    def _on_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.cancel_requested.emit()

    @Slot()
    def _on_copy(self) -> None:
        shelltext.copy(shelltext.script(self.content.commands))

    @Slot()
    def _on_tick(self) -> None:
        now = self._clock.now()
        self.steps.show_steps(self.content.steps, now, is_active=self.content.is_active)
        sentence = state_sentence(self.content, now)
        good = sum(s.state is not None and s.state.is_good for s in self.content.steps)
        if self.content.is_active and self._part[1] and self._part[0] == good:
            sentence = f"{sentence} · {self._part[1]}"
        self._state.setText(sentence)
        if self.content.started_at is not None:
            self._state.setToolTip(wording.absolute_time(self.content.started_at))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._has_been_shown:
            self._has_been_shown = True
            room = self.steps.height()
            height = self.height() - room + self.steps.wanted_height()
            least = _LEAST_HEIGHT if self.content.state is None else _LEAST_TASK_HEIGHT
            self.resize(self.width(), max(least, min(height, self._most_height())))

    def _most_height(self) -> int:
        return round(self.screen().availableGeometry().height() * 0.8)

    def done(self, result: int) -> None:
        """Close the sheet, by button, Escape or window; a running task goes on."""
        self._tick.stop()
        self.closed.emit()
        super().done(result)
