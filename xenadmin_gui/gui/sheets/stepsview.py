"""The steps of a plan as a tree: each with its commands, output and, when it failed, the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QFont, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from xenadmin_gui.gui import shelltext, wording
from xenadmin_gui.gui.sheets.content import SheetStep
from xenadmin_gui.gui.sheets.state import step_health, step_state_word
from xenadmin_gui.gui.sheets.wrapped import COMMAND, FAINT, WRAPS, WrappedDelegate
from xenadmin_gui.gui.style import fonts, icons, spacing
from xenadmin_gui.operations.tasks import StepState

#: With so many commands or fewer they are all shown at once.
_FEW_COMMANDS = 8
_OUTPUT_LINES = 6
#: Room for the longest state; a width that follows the contents would measure every row.
_STATE_CHARS = 24
#: So much of what comes is seen below the step that runs.
_STEPS_AHEAD = 2
#: As wide as a digit: titles stand below one another.
_FIGURE_SPACE = "\u2007"


class StepsView(QTreeWidget):
    """Shows steps; ``show_steps`` with newer ones changes only what has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: dict[int, SheetStep] = {}
        self._items: dict[int, QTreeWidgetItem] = {}
        self._is_active = False
        self._digits = 1
        self._followed: QTreeWidgetItem | None = None
        self._mono = fonts.mono()
        self._bold = QFont(self.font())
        self._bold.setBold(True)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(WrappedDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, _STATE_CHARS * self.fontMetrics().averageCharWidth())
        copy = QAction(icons.action_icon("copy"), self.tr("Copy"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._on_copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().installEventFilter(self)

    def show_steps(
        self, steps: tuple[SheetStep, ...], now: float, *, is_active: bool = False
    ) -> None:
        """Show ``steps``; rows that the user opened or closed stay so."""
        changed = is_active is not self._is_active
        self._is_active = is_active
        is_followed = self._followed is None or self._is_seen(self._followed)
        if [step.number for step in steps] != list(self._steps):
            self._rebuild(steps)
        for step in steps:
            item = self._items[step.number]
            text = self.stage_text(step, now)
            if item.text(1) != text:
                item.setText(1, text)
            if changed or step != self._steps.get(step.number):
                self._show_step(item, step)
            self._steps[step.number] = step
        running = self._running()
        if running is not None and running is not self._followed:
            self._followed = running
            if is_followed and not self._is_seen(running, ahead=_STEPS_AHEAD):
                self.scrollToItem(running, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_commands(self, shown: bool) -> None:
        """Open or close every step."""
        for item in self._items.values():
            item.setExpanded(shown)

    def wanted_height(self) -> int:
        """Return the height at which every open row is seen."""
        height = 0
        item = self.itemAt(0, 0)
        while item is not None:
            height += self.visualItemRect(item).height()
            item = self.itemBelow(item)
        return height + spacing.S

    def _running(self) -> QTreeWidgetItem | None:
        """Return the first step that runs now."""
        under_way = (StepState.STARTED, StepState.UNDOING)
        numbers = (n for n, step in self._steps.items() if step.state in under_way)
        return self._items.get(next(numbers, 0)) if self._is_active else None

    def _is_seen(self, item: QTreeWidgetItem, ahead: int = 0) -> bool:
        """Say whether a step is in sight, and so many rows below it."""
        rect = self.visualItemRect(item).adjusted(0, 0, 0, ahead * spacing.ROW)
        whole = self.viewport().rect()
        return rect.top() >= whole.top() and rect.bottom() <= whole.bottom()

    def _rebuild(self, steps: tuple[SheetStep, ...]) -> None:
        self.clear()
        self._steps.clear()
        self._items.clear()
        self._followed = None
        self._digits = len(str(max((step.number for step in steps), default=0)))
        few = sum(len(step.commands) for step in steps) <= _FEW_COMMANDS
        for step in steps:
            item = QTreeWidgetItem()
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items[step.number] = item
            self._show_step(item, step)
            self._steps[step.number] = step
        self.addTopLevelItems(list(self._items.values()))
        for item in self._items.values():
            self._span(item)
            item.setExpanded(few)

    def _show_step(self, item: QTreeWidgetItem, step: SheetStep) -> None:
        item.setText(0, f"{step.number:{_FIGURE_SPACE}>{self._digits}}  {step.title}")
        item.setToolTip(0, step.title)
        item.setIcon(0, self._sign(step))
        is_running = self._is_active and step.state in (StepState.STARTED, StepState.UNDOING)
        item.setFont(0, self._bold if is_running else self.font())
        before = self._steps.get(step.number)
        same = before is not None and _lines(before) == _lines(step)
        if not same:
            item.takeChildren()
            for kind, text in _lines(step):
                self._add_line(item, kind, text)
            if item.treeWidget() is not None:
                self._span(item)
        has_failed = step.state in (StepState.FAILED, StepState.UNDO_FAILED)
        if has_failed and (before is None or before.state is not step.state):
            item.setExpanded(True)
            self.scrollToItem(item, QAbstractItemView.ScrollHint.PositionAtTop)

    @staticmethod
    def _span(item: QTreeWidgetItem) -> None:
        for number in range(item.childCount()):
            line = item.child(number)
            if line is not None:
                line.setFirstColumnSpanned(True)

    def _add_line(self, item: QTreeWidgetItem, kind: str, text: str) -> None:
        line = QTreeWidgetItem(item)
        line.setData(0, WRAPS, True)
        headed = {
            "said": self.tr("What it said: {text}"),
            "means": self.tr("What that means: {text}"),
            "todo": self.tr("What to do: {text}"),
        }
        line.setText(0, headed[kind].format(text=text) if kind in headed else text)
        if kind in ("command", "output", "said"):
            line.setFont(0, self._mono)
        if kind == "todo":
            line.setFont(0, self._bold)
        line.setData(0, FAINT, kind == "output")
        line.setData(0, COMMAND, kind == "command")

    def stage_text(self, step: SheetStep, now: float) -> str:
        """Return the word at the right of a step."""
        if step.state is None:
            hosts = dict.fromkeys(host for host, _ in step.commands)
            return self.tr("on {hosts}").format(hosts=wording.listing(list(hosts)))
        start, end = step.started_at, step.ended_at
        took = None if start is None else max(0.0, (now if end is None else end) - start)
        return step_state_word(step.state, took, is_active=self._is_active)

    def _sign(self, step: SheetStep) -> QIcon:
        if step.state is None:
            return QIcon()
        return icons.state_icon(step_health(step.state, is_active=self._is_active))

    @Slot()
    def _on_copy(self) -> None:
        lines = [item.text(0).lstrip(_FIGURE_SPACE) for item in self.selectedItems()]
        if lines:
            shelltext.copy("\n".join([*lines, ""]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and isinstance(event, QResizeEvent):
            self.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)


def _lines(step: SheetStep) -> list[tuple[str, str]]:
    lines = [("command", shelltext.prompt_line(host, argv)) for host, argv in step.commands]
    output = step.output.rstrip().splitlines()[-_OUTPUT_LINES:]
    if step.trouble is not None:
        parts = (("said", step.trouble.said), ("means", step.trouble.means))
        lines += [(kind, text) for kind, text in (*parts, ("todo", step.trouble.todo)) if text]
    elif output:
        lines.append(("output", "\n".join(output)))
    return lines
