"""The Log dock: what the program itself has to say."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.gui import shelltext, wording
from xenadmin_gui.gui.docks import logmodel
from xenadmin_gui.gui.docks.inbox import Inbox
from xenadmin_gui.gui.docks.logmodel import DockHandler, LogLine, LogModel
from xenadmin_gui.gui.docks.view import make_list_view, selected_rows, set_column_widths
from xenadmin_gui.gui.style import icons, spacing


class LogDock(QDockWidget):
    """Listens to the package's logger from its birth until ``shut_down``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_dock")
        self.setWindowTitle(self.tr("Log"))
        self.model = LogModel()
        self.inbox: Inbox[LogLine] = Inbox(self._take, logmodel.LIMIT, self)
        self._build()
        self._on_filter_changed()
        self._handler = DockHandler(self.inbox)
        logging.getLogger("xenadmin_gui").addHandler(self._handler)

    def shut_down(self) -> None:
        """Stop listening."""
        logging.getLogger("xenadmin_gui").removeHandler(self._handler)

    def retint(self) -> None:
        """Draw the signs anew in the scheme in force."""
        self.view.viewport().update()

    def _build(self) -> None:
        self.text_filter = QLineEdit(clearButtonEnabled=True)
        self.text_filter.setPlaceholderText(self.tr("Filter messages"))
        self.level_filter = QComboBox()
        self.level_filter.setAccessibleName(self.tr("Least level shown"))
        self.level_filter.addItem(self.tr("Everything"), logging.DEBUG)
        self.level_filter.addItem(self.tr("Information and worse"), logging.INFO)
        self.level_filter.addItem(self.tr("Warnings and errors"), logging.WARNING)
        self.level_filter.addItem(self.tr("Errors only"), logging.ERROR)
        self.level_filter.setCurrentIndex(1)
        clear = QPushButton(self.tr("C&lear"))
        self.text_filter.textChanged.connect(self._on_filter_changed)
        self.level_filter.currentIndexChanged.connect(self._on_filter_changed)
        clear.clicked.connect(self.model.clear)
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        line.addWidget(self.text_filter, 1)
        line.addWidget(self.level_filter)
        line.addWidget(clear)
        self.view = make_list_view(self.model, self.tr("Nothing to report."))
        self.view.setAccessibleName(self.tr("Messages of the program"))
        set_column_widths(self.view, (9, 13, 22, 0))
        self.view.header().setSectionResizeMode(logmodel.MESSAGE, QHeaderView.ResizeMode.Stretch)
        copy = QAction(icons.action_icon("copy"), self.tr("Copy"), self.view)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_selected)
        self.view.addAction(copy)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(spacing.XS, spacing.XS, spacing.XS, 0)
        column.setSpacing(spacing.XS)
        column.addLayout(line)
        column.addWidget(self.view)
        self.setWidget(body)

    def _take(self, lines: list[LogLine]) -> None:
        bar = self.view.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1
        self.model.append(lines)
        if follows:
            self.view.scrollToBottom()

    @Slot()
    def _on_filter_changed(self) -> None:
        level = int(self.level_filter.currentData())
        wanted = self.text_filter.text().strip().lower()

        def accepts(line: LogLine) -> bool:
            text = f"{line.room} {line.message}".lower()
            return line.level >= level and wanted in text

        self.model.set_filter(accepts)
        self.view.scrollToBottom()

    @Slot()
    def copy_selected(self) -> None:
        """Put the selected lines on the clipboard, traces included."""
        lines = [self.model.row(row) for row in selected_rows(self.view)]
        text = "\n".join(
            f"{wording.absolute_time(line.at)} {self.model.level_word(line.level)} "
            f"{line.room}: {line.message}" + (f"\n{line.details}" if line.details else "")
            for line in lines
        )
        if text:
            shelltext.copy(text + "\n")
