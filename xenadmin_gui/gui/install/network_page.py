"""The page of the network cards."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xenadmin_gui.domain.bridges import cluster_bridges
from xenadmin_gui.gui.install.answers import Answers, NicAnswer, nic_addresses
from xenadmin_gui.gui.install.nic_box import NicBox
from xenadmin_gui.gui.install.page import InstallPage, Sight
from xenadmin_gui.gui.install.places import Place, Trouble
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.gui.widgets.labels import text_label

_MOST_CARDS = 8


class NetworkPage(InstallPage):
    """A box for each card."""

    def __init__(self) -> None:
        super().__init__(
            Place.NETWORK,
            self.tr("Network"),
            self.tr("Which networks is it in?"),
        )
        self.boxes: list[NicBox] = []
        self._sight: Sight | None = None
        self._cards = QVBoxLayout()
        self._cards.setSpacing(spacing.L)
        self.column.addLayout(self._cards)
        self.none = text_label(self.tr("It has no network card."))
        self.column.addWidget(self.none)
        self.more = QPushButton(icons.action_icon("add"), self.tr("&Add a card"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return self.boxes[0].bridge if self.boxes else self.more

    def taken(self, answers: Answers) -> Answers:
        return replace(answers, nics=tuple(box.answer() for box in self.boxes))

    def show_sight(self, sight: Sight) -> None:
        self._sight = sight
        known = cluster_bridges(sight.snapshot)
        names = sight.answers.vm_names
        for number, box in enumerate(self.boxes):
            box.show_bridges(known)
            box.complain(self._wrong(sight, number))
            box.show_meaning(self._meaning(box.answer(), names))

    def _wrong(self, sight: Sight, number: int) -> dict[str, list[str]]:
        wrong: dict[str, list[str]] = {}
        for trouble in sight.at(self.place):
            if self._card_of(trouble) == number:
                wrong.setdefault(trouble.spot.field, []).append(trouble.sentence)
        return wrong

    def _card_of(self, trouble: Trouble) -> int:
        """Which card is meant: the one that has what the sentence names, else the first."""
        if trouble.spot.number is not None:
            return trouble.spot.number
        for number, box in enumerate(self.boxes):
            typed = box.typed(trouble.spot.field)
            if typed and typed.lower() in trouble.sentence.lower():
                return number
        return 0

    def _meaning(self, nic: NicAnswer, names: tuple[str, ...]) -> str:
        if len(names) < 2:
            return ""
        try:
            its = nic_addresses(nic, len(names))
        except ValueError:
            return ""
        text = self.tr("{first} for {first_vm} to {last} for {last_vm}")
        return text.format(first=its[0], first_vm=names[0], last=its[-1], last_vm=names[-1])

    def _put(self, answers: Answers) -> None:
        while len(self.boxes) > len(answers.nics):
            self._drop(self.boxes[-1])
        while len(self.boxes) < len(answers.nics):
            self._make()
        for box, nic in zip(self.boxes, answers.nics, strict=True):
            box.put(nic)
        self._count()

    def _make(self) -> NicBox:
        box = NicBox()
        box.changed.connect(self.report)
        box.removed.connect(lambda: self._on_removed(box))
        self.boxes.append(box)
        self._cards.addWidget(box)
        return box

    def _drop(self, box: NicBox) -> None:
        self.boxes.remove(box)
        self._cards.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _count(self) -> None:
        for number, box in enumerate(self.boxes, 1):
            box.heading.setText(self.tr("Card {number}").format(number=number))
        self.none.setVisible(not self.boxes)
        self.more.setEnabled(len(self.boxes) < _MOST_CARDS)

    def _on_more(self) -> None:
        known = cluster_bridges(self._sight.snapshot) if self._sight else ()
        box = self._make()
        box.show_bridges(known)
        box.put(NicAnswer(bridge=known[0].name if known else ""))
        self._count()
        self.report()
        box.bridge.setFocus()

    def _on_removed(self, box: NicBox) -> None:
        self._drop(box)
        self._count()
        self.report()
        self.first().setFocus()
