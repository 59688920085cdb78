"""Lines that show how much each machine has, and what would be left of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.block_widgets import clear_layout
from xenadmin_gui.gui.widgets.labels import StateSign, faint_label, text_label
from xenadmin_gui.gui.widgets.meter import Bar

_BAR = 180


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One machine.

    Attributes:
        used: Share in use afterwards, 0 to 1; None when not known.
        text: What stands beside the bar.
        health: FAILED where it does not fit.
    """

    name: str
    used: float | None
    text: str
    health: Health = Health.OK


class RoomLines(QWidget):
    """Takes newer figures in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.S)
        self._grid.setVerticalSpacing(spacing.XS)
        self._grid.setColumnStretch(3, 1)
        self._names: tuple[str, ...] = ()
        self._signs: list[StateSign] = []
        self._bars: list[Bar] = []
        self._labels: list[QLabel] = []

    def show_lines(self, lines: tuple[RoomLine, ...]) -> None:
        """Show the machines."""
        names = tuple(line.name for line in lines)
        if names != self._names:
            self._build(names)
        for number, line in enumerate(lines):
            self._signs[number].show_state(line.health, wording.health_word(line.health))
            self._bars[number].show_share(line.used, line.health)
            label = self._labels[number]
            if label.text() != line.text:
                label.setText(line.text)

    def _build(self, names: tuple[str, ...]) -> None:
        clear_layout(self._grid)
        self._names = names
        self._signs = [StateSign() for _ in names]
        self._bars = [Bar() for _ in names]
        self._labels = [faint_label() for _ in names]
        for row, name in enumerate(names):
            self._bars[row].setFixedWidth(_BAR)
            self._labels[row].setWordWrap(True)
            self._grid.addWidget(self._signs[row], row, 0)
            self._grid.addWidget(text_label(name), row, 1)
            self._grid.addWidget(self._bars[row], row, 2)
            self._grid.addWidget(self._labels[row], row, 3)
