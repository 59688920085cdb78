"""The split-brain assistant: what it shows of both sides, and what it hands to the plan sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWizard
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.san.entries import entries_for
from xenadmin_gui.gui.san.splitbrain_wizard import SplitBrainWizard
from xenadmin_gui.gui.wording import absolute_time
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Ending, Outcome
from xenadmin_gui.operations.san.evidence import gather
from xenadmin_gui.operations.san.generations import Generation, have_parted, read_generation
from xenadmin_gui.operations.san.parting import SideStory
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    session = open_demo()
    assert session.drill is not None
    session.refresh(JobContext(clock=session.clock))
    session.drill.split_brain("web1")
    session.refresh(JobContext(clock=session.clock))
    yield session
    session.close()


@pytest.fixture
def snapshot(session: Session) -> Snapshot:
    return session.snapshot


@pytest.fixture(scope="module")
def stories(session: Session) -> tuple[SideStory, ...]:
    replica = session.snapshot.san.replica("web1")
    assert replica is not None
    context = JobContext(clock=session.clock)
    return gather(session.ask, session.snapshot, replica, context)


@pytest.fixture
def wizard(qtbot: QtBot, snapshot: Snapshot) -> SplitBrainWizard:
    wizard = SplitBrainWizard(snapshot, "web1")
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def texts(wizard: SplitBrainWizard) -> str:
    return "\n".join(label.text() for label in wizard.sides.findChildren(QLabel))


def test_a_split_brain_is_the_first_thing_offered(snapshot: Snapshot) -> None:
    first = entries_for(snapshot, Key(Kind.REPLICA, "web1"))[0]
    assert first.text == "Re&solve the split brain…"
    assert first.why_not == ""


def test_both_sides_say_their_generation_and_that_they_parted(
    wizard: SplitBrainWizard, stories: tuple[SideStory, ...]
) -> None:
    assert "asking…" in texts(wizard)
    wizard.show_stories(Outcome(Ending.SUCCEEDED, stories))
    current = {story.generation.current for story in stories}
    assert len(current) == 2
    assert current <= set(texts(wizard).split("\n"))
    assert "began from the same data" in wizard.sides.verdict.text()


def test_both_sides_say_since_when_they_are_alone_and_could_be_written_to(
    wizard: SplitBrainWizard, stories: tuple[SideStory, ...], snapshot: Snapshot
) -> None:
    wizard.show_stories(Outcome(Ending.SUCCEEDED, stories))
    parted = {story.parted_at for story in stories}
    assert len(parted) == 1
    assert absolute_time(parted.pop()) in texts(wizard).split("\n")
    assert ", still" in texts(wizard)
    assert "not since then" in texts(wizard)


def test_a_long_story_scrolls_instead_of_being_squeezed(
    wizard: SplitBrainWizard, stories: tuple[SideStory, ...]
) -> None:
    often = tuple(replace(story, writable=(story.writable or ()) * 9) for story in stories)
    wizard.show_stories(Outcome(Ending.SUCCEEDED, often))
    wizard.sides.ensurePolished()
    QApplication.processEvents()
    for label in wizard.sides.findChildren(QLabel):
        if label.isVisible() and label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_loser_is_recommended_with_the_reason_but_nothing_is_chosen_beforehand(
    wizard: SplitBrainWizard, stories: tuple[SideStory, ...]
) -> None:
    assert "still being asked" in wizard.loser.advice.text()
    wizard.show_stories(Outcome(Ending.SUCCEEDED, stories))
    assert wizard.loser.advice.text().startswith("Recommended: drop what san2 wrote.")
    assert "did not run on san2" in wizard.loser.advice.text()
    wizard.next()
    assert wizard.loser.loser == ""
    assert wizard.focusWidget() is wizard.loser.choices["san2"]
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_the_choice_becomes_the_draft(wizard: SplitBrainWizard, qtbot: QtBot) -> None:
    wizard.next()
    wizard.loser.choices["san2"].click()
    wizard.next()
    assert "san2 wrote to web1" in wizard.consequences.lost.text()
    assert "snapshot" in wizard.consequences.lost.text()
    with qtbot.waitSignal(wizard.draft_chosen) as chosen:
        wizard.button(QWizard.WizardButton.FinishButton).click()
    assert chosen.args == [SplitBrainResolve("web1", "san2")]


def test_a_side_that_cannot_give_in_says_why(wizard: SplitBrainWizard) -> None:
    active = wizard.loser.choices["san1"]
    assert not active.isEnabled()
    whys = " ".join(label.text() for label in wizard.loser.findChildren(QLabel))
    assert "san1 serves" in whys


def test_no_generation_in_the_answer_is_no_generation() -> None:
    assert read_generation("'web1' not defined in your config\n") is None
    assert have_parted((Generation("A" * 16, "B" * 16),)) is None


def test_the_role_bit_does_not_make_another_generation() -> None:
    one = Generation("5A2F0000000000B1", "0" * 16)
    other = Generation("5A2F0000000000B0", "0" * 16)
    assert have_parted((one, other)) is False
