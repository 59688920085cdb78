"""The page of where the VM starts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import Field
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.proposals import HostRoom, best_host, host_rooms
from xenadmin_gui.gui.sentences import server_sentence
from xenadmin_gui.gui.style import spacing


class PlacementPage(InstallPage):
    """The host that is proposed, with the reason, or one that is chosen."""

    def __init__(self) -> None:
        super().__init__(Place.PLACEMENT, self.tr("Placement"), self.tr("Where does it start?"))
        self.choices: dict[str, QRadioButton] = {}
        self._whys: dict[str, QLabel] = {}
        self._group = QButtonGroup(self)
        self._box = QWidget()
        self._lines = QGridLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(spacing.L)
        self._lines.setVerticalSpacing(spacing.S)
        self._lines.setColumnStretch(1, 1)
        self._choice("")
        field = Field(self._box)
        self.fields["host"] = field
        self.form.addRow(field)
        self.start = QCheckBox(self.tr("&Start it when it is ready"))
        self.add("start", "", self.start)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return next((b for b in self.choices.values() if b.isChecked()), self.choices[""])

    def taken(self, answers: Answers) -> Answers:
        host = next((name for name, b in self.choices.items() if b.isChecked()), "")
        return replace(answers, host=host, start=self.start.isChecked())

    def show_sight(self, sight: Sight) -> None:
        rooms = host_rooms(sight.snapshot, sight.answers.memory_bytes, sight.answers.bridges)
        for room in rooms:
            self._choice(room.server.name)
            self._whys[room.server.name].setText(self._why(room))
        self._choice("")
        best = best_host(rooms)
        several = len(sight.answers.vm_names) > 1
        if best is None and any(room.lacks for room in rooms):
            why = self.tr("No host has its bridges and enough memory free.")
        elif best is None:
            why = self.tr("No host has enough memory free.")
        elif several:
            text = self.tr("each on the host with most free memory, the first one on {host}")
            why = text.format(host=best.server.name)
        else:
            text = self.tr("{host} has the most memory free: {size}")
            why = text.format(host=best.server.name, size=wording.size(best.free_bytes))
        self._whys[""].setText(why)
        self._mark(sight.answers.host)
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        self._choice(answers.host)
        self._mark(answers.host)
        self.start.setChecked(answers.start)

    def _mark(self, host: str) -> None:
        was, self._is_filling = self._is_filling, True
        if host in self.choices:
            self.choices[host].setChecked(True)
        self._is_filling = was

    def _choice(self, host: str) -> None:
        """Have a button for ``host``; the first is the program's own choice."""
        if host in self.choices:
            return
        button = QRadioButton(host.replace("&", "&&") or self.tr("The program &chooses"))
        button.toggled.connect(self.report)
        why = wrapped("")
        self._group.addButton(button)
        self.choices[host], self._whys[host] = button, why
        row = len(self.choices)
        self._lines.addWidget(button, row, 0)
        self._lines.addWidget(why, row, 1)

    def _why(self, room: HostRoom) -> str:
        if room.free_bytes is None or not room.is_ready:
            return server_sentence(room.server)
        if room.lacks:
            return self.tr("has no bridge {name}").format(name=room.lacks)
        text = self.tr("{size} free") if room.fits else self.tr("{size} free: too little")
        return text.format(size=wording.size(room.free_bytes))
