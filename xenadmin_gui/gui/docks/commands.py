"""The Commands dock: every command that was run, where, by which operation, and what it said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.command import CommandRecord
from xenadmin_gui.gui import shelltext
from xenadmin_gui.gui.docks import commandsmodel
from xenadmin_gui.gui.docks.commandsmodel import CommandFilter, CommandsModel
from xenadmin_gui.gui.docks.inbox import Inbox
from xenadmin_gui.gui.docks.view import make_list_view, selected_rows, set_column_widths
from xenadmin_gui.gui.style import fonts, icons, spacing


class CommandSource(Protocol):
    """What the dock needs of ``session.commands``."""

    def records(self) -> Iterable[CommandRecord]:
        """Return what has been run until now, oldest first."""
        ...

    def subscribe(self, listener: Callable[[CommandRecord], None]) -> Callable[[], None]:
        """Call ``listener`` with each further command; returns the way to end it."""
        ...


class HasCommands(Protocol):
    """The part of the session that this dock knows."""

    @property
    def commands(self) -> CommandSource: ...


class CommandsDock(QDockWidget):
    """Follows the newest command while the list is scrolled to its end."""

    def __init__(self, session: HasCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commands_dock")
        self.setWindowTitle(self.tr("Commands"))
        self.model = CommandsModel()
        self._filter = CommandFilter()
        self.model.set_filter(self._filter.accepts)
        self.inbox: Inbox[CommandRecord] = Inbox(self._take_new, commandsmodel.LIMIT, self)
        self._build()
        self._unsubscribe = session.commands.subscribe(self.inbox.put)
        self._first = tuple(session.commands.records())
        self._take(list(self._first))

    def shut_down(self) -> None:
        """Let go of the session."""
        self._unsubscribe()

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        self.copy_button.setIcon(icons.action_icon("copy"))
        self.view.viewport().update()

    def _build(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(spacing.XS, spacing.XS, spacing.XS, 0)
        column.setSpacing(spacing.XS)
        column.addLayout(self._build_filter_line())
        self.view: QTreeView = make_list_view(self.model, self.tr("No command fits the filter."))
        self.view.setAccessibleName(self.tr("Commands that were run"))
        widths = (9, 8, 0, 22, 11, 8)
        set_column_widths(self.view, widths)
        self.view.header().setSectionResizeMode(
            commandsmodel.COMMAND, QHeaderView.ResizeMode.Stretch
        )
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._add_copy_action()
        self.output = QPlainTextEdit(readOnly=True)
        self.output.setFont(fonts.mono())
        self.output.setAccessibleName(self.tr("Output of the selected command"))
        self.output.setPlaceholderText(self.tr("Select a command to see what it said."))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.output)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        column.addWidget(self.splitter)
        self.setWidget(body)

    def _build_filter_line(self) -> QHBoxLayout:
        self.text_filter = QLineEdit(clearButtonEnabled=True)
        self.text_filter.setPlaceholderText(self.tr("Filter commands"))
        self.host_filter = QComboBox()
        self.host_filter.addItem(self.tr("All hosts"), "")
        self.host_filter.setAccessibleName(self.tr("Host"))
        self.operation_filter = QComboBox()
        self.operation_filter.addItem(self.tr("All operations"), "")
        self.operation_filter.setAccessibleName(self.tr("Operation"))
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.operation_filter.setSizeAdjustPolicy(adjust)
        self.operation_filter.setMinimumContentsLength(18)
        self.hide_monitoring = QCheckBox(self.tr("Hide &monitoring"))
        self.hide_monitoring.setChecked(True)
        self.copy_button = QPushButton(icons.action_icon("copy"), self.tr("Copy as &shell"))
        self.copy_button.setEnabled(False)
        self.copy_button.setToolTip(self.tr("Select one or more commands first."))
        self.text_filter.textChanged.connect(self._on_filter_changed)
        self.host_filter.currentIndexChanged.connect(self._on_filter_changed)
        self.operation_filter.currentIndexChanged.connect(self._on_filter_changed)
        self.hide_monitoring.toggled.connect(self._on_filter_changed)
        self.copy_button.clicked.connect(self.copy_selected)
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        line.addWidget(self.text_filter, 1)
        line.addWidget(self.host_filter)
        line.addWidget(self.operation_filter)
        line.addWidget(self.hide_monitoring)
        line.addWidget(self.copy_button)
        return line

    def _add_copy_action(self) -> None:
        action = QAction(self.tr("Copy as shell"), self.view)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.copy_selected)
        self.view.addAction(action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _take_new(self, records: list[CommandRecord]) -> None:
        """Leave out what came between subscribing and reading, and is shown already."""
        known = {id(record) for record in self._first}
        self._first = ()
        self._take([record for record in records if id(record) not in known])

    def _take(self, records: list[CommandRecord]) -> None:
        bar = self.view.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1
        for host in dict.fromkeys(record.host for record in records):
            self._offer(self.host_filter, host, host)
        for origin in dict.fromkeys(record.origin for record in records):
            if origin != commandsmodel.MONITORING:
                self._offer(self.operation_filter, commandsmodel.origin_word(origin), origin)
        self.model.append(records)
        if follows:
            self.view.scrollToBottom()

    @staticmethod
    def _offer(box: QComboBox, text: str, value: str) -> None:
        if value and box.findData(value) < 0:
            box.addItem(text, value)

    @Slot()
    def _on_filter_changed(self) -> None:
        self._filter = CommandFilter(
            host=self.host_filter.currentData() or "",
            operation=self.operation_filter.currentData() or "",
            text=self.text_filter.text().strip(),
            hide_monitoring=self.hide_monitoring.isChecked(),
        )
        self.model.set_filter(self._filter.accepts)
        self.view.scrollToBottom()
        self._on_selection_changed()

    def selected(self) -> list[CommandRecord]:
        """Return the selected commands, oldest first."""
        return [self.model.row(row) for row in selected_rows(self.view)]

    @Slot()
    def _on_selection_changed(self) -> None:
        records = self.selected()
        self.copy_button.setEnabled(bool(records))
        tip = "" if records else self.tr("Select one or more commands first.")
        self.copy_button.setToolTip(tip)
        self.output.setPlainText("\n\n".join(self._told(record) for record in records[:20]))

    def _told(self, record: CommandRecord) -> str:
        head = shelltext.prompt_line(record.host, record.argv)
        tail = record.output_tail.rstrip() or self.tr("(it said nothing)")
        return f"{head}\n{tail}\n{commandsmodel.status_word(record)}"

    @Slot()
    def copy_selected(self) -> None:
        """Put the selected commands on the clipboard, as a shell reads them."""
        records = self.selected()
        if records:
            shelltext.copy(shelltext.script((r.host, r.argv) for r in records))

    def show_operation(self, title: str) -> None:
        """Show only the commands of the operation called ``title``."""
        found = self.operation_filter.findData(title)
        self.operation_filter.setCurrentIndex(max(found, 0))
        self.view.scrollTo(self.model.index(self.model.rowCount(QModelIndex()) - 1, 0))
