"""The last page: everything that was filled in, and every problem with a way to its page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.page import InstallPage, Sight
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.summary import Line, summary
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.block_widgets import clear_layout
from xenadmin_gui.gui.widgets.labels import LinkButton, StateSign, faint_label, text_label

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_PROBLEMS = 40

#: Where it is mended, what is said, and whether it is wrong or only hardly meant.
_Point = tuple[Place, str, Health]


class SummaryPage(InstallPage):
    """Signals: place_requested, a page to go to (Place)."""

    place_requested = Signal(object)

    def __init__(self, titles: dict[Place, str]) -> None:
        super().__init__(Place.SUMMARY, self.tr("Summary"), self.tr("Is this right?"))
        self._titles = titles
        self._form: tuple[tuple[Place, str], ...] = ()
        self._values: list[QLabel] = []
        self.links: list[LinkButton] = []
        self._wrong: tuple[_Point, ...] | None = None
        self.problems = QWidget()
        self._problems = QGridLayout(self.problems)
        self._table = QGridLayout()
        for grid in (self._problems, self._table):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(spacing.L)
            grid.setVerticalSpacing(spacing.XS)
        self._problems.setHorizontalSpacing(spacing.S)
        self._problems.setColumnStretch(1, 1)
        self._table.setColumnStretch(2, 1)
        self.column.addWidget(self.problems)
        self.column.addLayout(self._table)
        self.column.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        found = dict.fromkeys((t.spot.place, t.sentence, Health.FAILED) for t in sight.troubles)
        hardly = ((t.spot.place, t.sentence, Health.DEGRADED) for t in sight.cautions)
        self._show_problems((*found, *hardly))
        self._show_lines(summary(sight))

    def _show_problems(self, wrong: tuple[_Point, ...]) -> None:
        if wrong == self._wrong:
            return
        self._wrong = wrong
        clear_layout(self._problems)
        self.problems.setVisible(bool(wrong))
        for row, (place, sentence, health) in enumerate(wrong[:_MOST_PROBLEMS]):
            sign = StateSign()
            sign.show_state(health, wording.health_word(health))
            self._problems.addWidget(sign, row, 0, _TOP)
            self._problems.addWidget(text_label(sentence), row, 1)
            if place is not Place.SUMMARY:
                self._problems.addWidget(self._link(place), row, 2, _TOP)
        if len(wrong) > _MOST_PROBLEMS:
            more = self.tr("… and %n more.", "", len(wrong) - _MOST_PROBLEMS)
            self._problems.addWidget(faint_label(more), _MOST_PROBLEMS, 1)

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        form = tuple((line.place, line.label) for line in lines)
        if form != self._form:
            self._build(lines)
            self._form = form
        for label, line in zip(self._values, lines, strict=True):
            if label.text() != line.value:
                label.setText(line.value)

    def _build(self, lines: Iterable[Line]) -> None:
        clear_layout(self._table)
        self._values, self.links = [], []
        before: Place | None = None
        for row, line in enumerate(lines):
            self._table.setRowMinimumHeight(row, spacing.ICON)
            if line.place is not before:
                link = self._link(line.place)
                self.links.append(link)
                self._table.addWidget(link, row, 0, _TOP)
                before = line.place
            value = text_label(line.value)
            self._values.append(value)
            self._table.addWidget(faint_label(line.label), row, 1, _TOP)
            self._table.addWidget(value, row, 2, _TOP)

    def _link(self, place: Place) -> LinkButton:
        link = LinkButton(self._titles[place])
        link.setAutoDefault(False)
        link.clicked.connect(lambda: self.place_requested.emit(place))
        return link
