"""Lines of the program's own log, as rows."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.docks.inbox import Inbox
from xenadmin_gui.gui.docks.rows import GrowingModel
from xenadmin_gui.gui.style import icons

LIMIT = 5000
TIME, LEVEL, ROOM, MESSAGE = range(4)


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line; ``details`` is the trace of an error, or empty."""

    at: float
    level: int
    room: str
    message: str
    details: str = ""


class DockHandler(logging.Handler):
    """Hands log records to the dock; from any thread, never raises."""

    def __init__(self, inbox: Inbox[LogLine]) -> None:
        super().__init__()
        self._inbox = inbox

    def emit(self, record: logging.LogRecord) -> None:
        try:
            trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
            room = record.name.removeprefix("xenadmin_gui.")
            line = LogLine(record.created, record.levelno, room, record.getMessage(), trace)
            self._inbox.put(line)
        except Exception:  # noqa: BLE001 - logging's own convention: report, go on
            self.handleError(record)


class LogModel(GrowingModel[LogLine]):
    """Time, level, room of the program, and message."""

    def __init__(self, limit: int = LIMIT) -> None:
        super().__init__(limit)
        self.heads = (self.tr("Time"), self.tr("Level"), self.tr("Part"), self.tr("Message"))

    def level_word(self, level: int) -> str:
        """Return the level in a word."""
        if level >= logging.ERROR:
            return self.tr("error")
        if level >= logging.WARNING:
            return self.tr("warning")
        if level >= logging.INFO:
            return self.tr("information")
        return self.tr("detail")

    def text(self, row: LogLine, column: int) -> str:
        if column == TIME:
            return wording.clock_time(row.at)
        if column == LEVEL:
            return self.level_word(row.level)
        if column == ROOM:
            return row.room
        return row.message.replace("\n", " ⏎ ")

    def other(self, row: LogLine, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and column == LEVEL:
            if row.level >= logging.ERROR:
                return icons.state_icon(Health.FAILED)
            if row.level >= logging.WARNING:
                return icons.state_icon(Health.DEGRADED)
            return icons.state_icon(Health.OFF)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == TIME:
                return wording.absolute_time(row.at)
            return row.details or row.message
        return None
