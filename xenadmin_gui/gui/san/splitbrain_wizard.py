"""The split-brain assistant: both sides shown, one chosen, the consequences told; then the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget, QWizard

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.san.splitbrain_pages import ConsequencesPage, LoserPage, SidesPage
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.san.evidence import gather
from xenadmin_gui.operations.san.generations import Generation
from xenadmin_gui.operations.san.parting import SideStory
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.session.session import Session


class SplitBrainWizard(QWizard):
    """Follows the cluster while one thinks; runs nothing.

    Signals:
        draft_chosen: SplitBrainResolve to be previewed; the assistant is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(self, snapshot: Snapshot, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setWindowTitle(self.tr("Resolve the split brain of {name}").format(name=name))
        self._snapshot = snapshot
        self._name = name
        self._stories: tuple[SideStory, ...] = ()
        self.sides, self.loser, self.consequences = SidesPage(), LoserPage(), ConsequencesPage()
        for page in (self.sides, self.loser, self.consequences):
            self.addPage(page)
        self.setButtonText(QWizard.WizardButton.NextButton, self.tr("&Next"))
        self.setButtonText(QWizard.WizardButton.BackButton, self.tr("&Back"))
        self.setButtonText(QWizard.WizardButton.CancelButton, self.tr("Cancel"))
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Show the plan"))
        self.currentIdChanged.connect(self._on_page)
        self.accepted.connect(self._on_accepted)
        resize_within(self, 780, 480)
        self.show_snapshot(snapshot)

    def ask(self, session: Session, bridge: Bridge) -> None:
        """Have both servers asked what they know of the split, in a job."""
        snapshot = self._snapshot
        replica = snapshot.san.replica(self._name)
        if replica is None:
            return

        def job(context: JobContext) -> tuple[SideStory, ...]:
            return gather(session.ask, snapshot, replica, context)

        handle = bridge.run(job, self.show_stories)
        self.finished.connect(lambda _result: handle.cancel())

    def show_stories(self, outcome: Outcome[tuple[SideStory, ...]]) -> None:
        """Show what the servers said."""
        if outcome.value is not None:
            self._stories = outcome.value
        elif outcome.error is not None:
            trouble = str(outcome.error)
            self._stories = tuple(
                SideStory(server, Generation(trouble=trouble), trouble=trouble)
                for server in self.loser.choices
            )
        self.show_snapshot(self._snapshot)

    def show_snapshot(self, snapshot: Snapshot, _changed: object = None) -> None:
        """Follow the cluster."""
        self._snapshot = snapshot
        replica = snapshot.san.replica(self._name)
        if replica is not None:
            self.sides.show_sides(snapshot, replica, self._stories)
            self.loser.show_sides(snapshot, replica, self._stories)

    def draft(self) -> SplitBrainResolve:
        """Return what was chosen."""
        return SplitBrainResolve(self._name, self.loser.loser)

    @Slot()
    def _on_page(self) -> None:
        if self.currentPage() is self.loser:
            free = (button for button in self.loser.choices.values() if button.isEnabled())
            next(free, self.button(QWizard.WizardButton.BackButton)).setFocus()
        if self.currentPage() is not self.consequences:
            return
        draft = self.draft()
        if draft.problems(self._snapshot):
            self.back()
            return
        winner = next((s for s in self.loser.choices if s != draft.loser), "")
        self.consequences.show_plan(draft.plan(self._snapshot), draft.loser, winner)

    @Slot()
    def _on_accepted(self) -> None:
        self.draft_chosen.emit(self.draft())
