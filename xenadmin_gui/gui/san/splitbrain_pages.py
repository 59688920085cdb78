"""The pages of the split-brain assistant: what each side has, who gives in, what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.san import splitbrain_words as words
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.widgets.labels import faint_label
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.home import server_for
from xenadmin_gui.operations.san.parting import SideStory, advise
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve


class SidesPage(QWizardPage):
    """Both sides next to each other, as they are told now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("What each side has"))
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(spacing.XL)
        self._grid.setVerticalSpacing(spacing.S)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.L)
        column.addLayout(self._grid)
        column.addWidget(self.verdict)
        column.addStretch(1)
        scroll = QScrollArea()  # how much is told grows with the journals
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(told)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll)

    def show_sides(
        self, snapshot: Snapshot, replica: Replica, stories: tuple[SideStory, ...]
    ) -> None:
        """Show what is known of ``replica`` by now; no stories: both sides are being asked."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        told = {story.server: story for story in stories}
        places = [(side, told.get(side.server)) for side in replica.sides]
        users, nobody = _users(snapshot, replica), self.tr("none")
        active = server_for(snapshot, replica)
        self._row(0, "", [side.server for side, _ in places], fonts.bold())
        for number, (name, cells) in enumerate(
            (
                (self.tr("Role"), [side.role or "–" for side, _ in places]),
                (self.tr("Data"), [side.disk or "–" for side, _ in places]),
                (self.tr("Connection"), [side.connection or "–" for side, _ in places]),
                (self.tr("Both the same until"), [words.parted_words(s) for _, s in places]),
                (
                    self.tr("Written since the split"),
                    [wording.size(side.out_of_sync_bytes) for side, _ in places],
                ),
                (
                    self.tr("Could be written to"),
                    [words.spans_words(s, s.writable if s else None) for _, s in places],
                ),
                (
                    self.tr("Offered to the hosts"),
                    [words.spans_words(s, s.offered if s else None) for _, s in places],
                ),
                (
                    self.tr("VMs that write there now"),
                    [users if side.server == active else nobody for side, _ in places],
                ),
            ),
            1,
        ):
            self._row(number, name, cells, self.font())
        for number, name, said_by in (
            (10, self.tr("Generation of the data"), words.current_words),
            (11, self.tr("Had in common"), words.common_words),
        ):
            self._row(number, name, [said_by(s) for _, s in places], fonts.mono(), is_code=True)
        said = (words.verdict_words(stories), words.clocks_words(stories))
        self.verdict.setText("\n\n".join(filter(None, said)))

    def _row(
        self, row: int, name: str, cells: list[str], font: QFont, *, is_code: bool = False
    ) -> None:
        self._grid.addWidget(faint_label(name), row, 0, Qt.AlignmentFlag.AlignTop)
        for place, cell in enumerate(cells, 1):
            label = QLabel(cell)
            label.setFont(font)
            label.setWordWrap(not is_code)
            self._grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)


class LoserPage(QWizardPage):
    """Whose writes are dropped; a side that cannot give in says why.

    Signals:
        chosen: Server (str).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Whose writes are dropped?"))
        self.choices: dict[str, QRadioButton] = {}
        self._whys: dict[str, QLabel] = {}
        self._group = QButtonGroup(self)
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(spacing.S)
        self._column.addWidget(self.advice)
        self._column.addSpacing(spacing.S)

    @property
    def loser(self) -> str:
        """Server that was chosen, or empty."""
        return next((s for s, button in self.choices.items() if button.isChecked()), "")

    def show_sides(
        self, snapshot: Snapshot, replica: Replica, stories: tuple[SideStory, ...]
    ) -> None:
        """Offer each side as ``snapshot`` allows it; what was chosen stays when it still can.

        One may be recommended; none is chosen beforehand.
        """
        self.advice.setText(self._advice(snapshot, replica, stories))
        for side in replica.sides:
            if side.server not in self.choices:
                self._add(side.server)
            size = wording.size(side.out_of_sync_bytes)
            text = self.tr("Drop what {server} wrote ({size})").format(
                server=side.server, size=size
            )
            problems = SplitBrainResolve(replica.name, side.server).problems(snapshot)
            button, why = self.choices[side.server], self._whys[side.server]
            button.setText(text)
            button.setEnabled(not problems)
            problem = sentence_of(problems[0]) if problems else ""
            is_serving = side.server == server_for(snapshot, replica)
            why.setText(self._why(problem, is_serving=is_serving))
            if problems and button.isChecked():
                self._group.setExclusive(False)
                button.setChecked(False)
                self._group.setExclusive(True)
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        return bool(self.loser)

    def _add(self, server: str) -> None:
        button = QRadioButton()
        button.toggled.connect(self._on_toggled)
        why = faint_label("")
        why.setWordWrap(True)
        why.setIndent(spacing.XL)
        self._group.addButton(button)
        self.choices[server], self._whys[server] = button, why
        self._column.addWidget(button)
        self._column.addWidget(why)
        self._column.addSpacing(spacing.S)

    def _advice(self, snapshot: Snapshot, replica: Replica, stories: tuple[SideStory, ...]) -> str:
        if not stories:
            return self.tr("Both servers are still being asked what they know of the split.")
        advice = advise(snapshot, replica, stories)
        if advice.loser:
            text = self.tr("Recommended: drop what {server} wrote. {reason}")
        else:
            text = self.tr("Nothing can be recommended. {reason}")
        return text.format(server=advice.loser, reason=phrase(advice.reason))

    def _why(self, problem: str, *, is_serving: bool) -> str:
        if problem:
            return problem
        if is_serving:
            return self.tr("The VMs work with its data now: what they wrote would be gone.")
        return self.tr("It does not serve the VMs now.")

    def _on_toggled(self) -> None:
        self.completeChanged.emit()
        if self.loser:
            self.chosen.emit(self.loser)


class ConsequencesPage(QWizardPage):
    """What will be done, step by step, and what is lost by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("What will come of it"))
        self.lost, self.steps, self.then = QLabel(), QLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setSpacing(spacing.M)
        for label in (self.lost, self.steps, self.then):
            label.setWordWrap(True)
            column.addWidget(label)
        self.lost.setFont(fonts.bold())
        column.addStretch(1)

    def show_plan(self, plan: Plan, loser: str, winner: str) -> None:
        """Say in words what ``plan`` means."""
        self.lost.setText(" ".join(phrase(s.reason) for s in plan.subjects if s.reason))
        lines = [f"{step.number}. {phrase(step.title)}" for step in plan.steps]
        self.steps.setText("\n".join(lines))
        self.then.setText(
            self.tr(
                "Then {loser} gets what {winner} wrote, and both are the same again. VMs that work "
                "with the data of {winner} go on meanwhile. Nothing is done before you have seen "
                "the commands and typed the replica's name."
            ).format(loser=loser, winner=winner)
        )


def _users(snapshot: Snapshot, replica: Replica) -> str:
    """Names of the running VMs whose disks end at the replica."""
    uuids = {
        uuid
        for volume in snapshot.san.volumes
        if volume.replica == replica.name
        for uuid in volume.used_by
    }
    names = sorted(
        snapshot.vms[uuid].name
        for uuid in uuids
        if uuid in snapshot.vms and snapshot.vms[uuid].state is not VmState.OFF
    )
    return wording.listing(names, 6) if names else "–"
