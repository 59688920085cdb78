"""The pages of the split-brain assistant: what each side has, who gives in, what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from xenadmin_gui.domain.san import Replica, ReplicaSide
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.san.generations import Generation, have_parted
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.widgets.labels import faint_label
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve


class SidesPage(QWizardPage):
    """Both sides next to each other, as they are told now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("What each side has"))
        self.generations: dict[str, Generation] = {}
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(spacing.XL)
        self._grid.setVerticalSpacing(spacing.S)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setSpacing(spacing.L)
        column.addLayout(self._grid)
        column.addWidget(self.verdict)
        column.addStretch(1)

    def show_sides(self, snapshot: Snapshot, replica: Replica) -> None:
        """Show what is known of ``replica`` by now."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        users = _users(snapshot, replica)
        rows = [
            ("", [side.server for side in replica.sides]),
            (self.tr("Role"), [side.role or "–" for side in replica.sides]),
            (self.tr("Data"), [side.disk or "–" for side in replica.sides]),
            (self.tr("Connection"), [side.connection or "–" for side in replica.sides]),
            (
                self.tr("Written since the split"),
                [wording.size(side.out_of_sync_bytes) for side in replica.sides],
            ),
            (self.tr("Generation of the data"), [self._current(s) for s in replica.sides]),
            (self.tr("Had in common"), [self._common(s) for s in replica.sides]),
            (
                self.tr("VMs that write there"),
                [
                    users if side.server == snapshot.san.active_server else self.tr("none")
                    for side in replica.sides
                ],
            ),
        ]
        for row, (name, cells) in enumerate(rows):
            self._grid.addWidget(faint_label(name), row, 0)
            for place, cell in enumerate(cells):
                label = QLabel(cell)
                is_title, is_code = row == 0, row > 0 and name in (rows[5][0], rows[6][0])
                label.setFont(
                    fonts.bold() if is_title else fonts.mono() if is_code else self.font()
                )
                label.setWordWrap(not is_code)
                self._grid.addWidget(label, row, place + 1)
        self.verdict.setText(self._verdict())

    def _current(self, side: ReplicaSide) -> str:
        known = self.generations.get(side.server)
        if known is None:
            return self.tr("asking…")
        return known.current or phrase(known.trouble) or self.tr("not known")

    def _common(self, side: ReplicaSide) -> str:
        known = self.generations.get(side.server)
        return known.bitmap if known is not None and known.bitmap else "–"

    def _verdict(self) -> str:
        parted = have_parted(self.generations)
        if parted is None:
            return ""
        if parted:
            return self.tr(
                "Both sides began from the same data and then wrote without each other. They "
                "cannot be joined: one side's writes since the split are kept, the other's dropped."
            )
        return self.tr(
            "The generations do not say that both sides began from the same data. Look closely "
            "before you decide: everything may have to be copied."
        )


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
        self._column = QVBoxLayout(self)
        self._column.setSpacing(spacing.S)

    @property
    def loser(self) -> str:
        """Server that was chosen, or empty."""
        return next((s for s, button in self.choices.items() if button.isChecked()), "")

    def show_sides(self, snapshot: Snapshot, replica: Replica) -> None:
        """Offer each side as ``snapshot`` allows it; what was chosen stays when it still can."""
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
            why.setText(self._why(snapshot, side, sentence_of(problems[0]) if problems else ""))
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

    def _why(self, snapshot: Snapshot, side: ReplicaSide, problem: str) -> str:
        if problem:
            return problem
        if side.server == snapshot.san.active_server:
            return self.tr("The VMs work with its data now: what they wrote would be gone.")
        return self.tr("It does not serve the VMs now: mostly this one is the right choice.")

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
