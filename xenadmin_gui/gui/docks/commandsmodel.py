"""Commands that were run, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from xenadmin_gui.domain.command import CommandRecord
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.docks.rows import GrowingModel
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.shelltext import shell_line
from xenadmin_gui.gui.style import fonts, icons

#: What CommandRecord calls the reading of states.
MONITORING = "monitoring"

#: Commands that are kept; a cycle of 16 hosts runs about 250.
LIMIT = 5000

TIME, HOST, COMMAND, OPERATION, STATUS, DURATION = range(6)


@dataclass(frozen=True, slots=True)
class CommandFilter:
    """What the Commands dock shows; an empty text means any."""

    host: str = ""
    operation: str = ""
    text: str = ""
    hide_monitoring: bool = True

    def accepts(self, record: CommandRecord) -> bool:
        """Whether ``record`` is to be shown."""
        if self.hide_monitoring and record.origin == MONITORING:
            return False
        if self.host and record.host != self.host:
            return False
        if self.operation and record.origin != self.operation:
            return False
        return not self.text or self.text.lower() in _searched(record.argv)


@lru_cache(maxsize=LIMIT)
def _searched(argv: tuple[str, ...]) -> str:
    """What the filter line looks through; kept, for with each letter it does so again."""
    return shell_line(argv).lower()


def status_word(record: CommandRecord) -> str:
    """Return how a command ended, in a word or two."""
    if record.exit_status is None:
        return QCoreApplication.translate("Commands", "cut off")
    if record.exit_status == 0:
        return QCoreApplication.translate("Commands", "done")
    text = QCoreApplication.translate("Commands", "status {number}")
    return text.format(number=record.exit_status)


def status_health(record: CommandRecord) -> Health:
    """Return the sign of a command's end; a probe that finds nothing is no fault."""
    if record.exit_status == 0:
        return Health.OK
    if record.exit_status is None:
        return Health.UNKNOWN
    return Health.OFF if record.origin == MONITORING else Health.FAILED


def origin_word(origin: str) -> str:
    """Return the operation's title, or the word for monitoring."""
    if origin == MONITORING:
        return QCoreApplication.translate("Commands", "monitoring")
    return phrase(origin)


class CommandsModel(GrowingModel[CommandRecord]):
    """Time, host, shell line, operation, status and duration of each command."""

    right_aligned = frozenset({DURATION})

    def __init__(self, limit: int = LIMIT) -> None:
        super().__init__(limit)
        self.heads = (
            self.tr("Time"),
            self.tr("Host"),
            self.tr("Command"),
            self.tr("Operation"),
            self.tr("Status"),
            self.tr("Took"),
        )
        self._mono = fonts.mono()

    def text(self, row: CommandRecord, column: int) -> str:
        if column == TIME:
            return wording.clock_time(row.started_at)
        if column == HOST:
            return row.host
        if column == COMMAND:
            return shell_line(row.argv)
        if column == OPERATION:
            return origin_word(row.origin)
        if column == STATUS:
            return status_word(row)
        return wording.duration(row.duration_s)

    def other(self, row: CommandRecord, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and column == STATUS:
            return icons.state_icon(status_health(row))
        if role == Qt.ItemDataRole.FontRole and column == COMMAND:
            return self._mono
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == TIME:
                return wording.absolute_time(row.started_at)
            return self.text(row, column)
        return None
