"""The plan sheet: what it offers in each state of its life."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from xenadmin_gui.gui.sheets.content import SheetContent, SheetStep, SheetSubject, Trouble
from xenadmin_gui.gui.sheets.plansheet import PlanSheet
from xenadmin_gui.gui.sheets.state import state_sentence
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.tasks import StepState, TaskState

ARGV = ("virsh", "-c", "xen:///system", "destroy", "--domain", "it's")
PREVIEW = SheetContent(
    "Force off it's and db1",
    (
        SheetSubject("it's", Verdict.WILL_DO),
        SheetSubject("db1", Verdict.ALREADY, "db1 is off already."),
        SheetSubject("test3", Verdict.CANNOT, "xen4 does not answer."),
    ),
    (SheetStep(1, "it's", "force it's off", (("xen2", ARGV),)),),
    task_id="p1",
)


@pytest.fixture
def sheet(qtbot: QtBot) -> PlanSheet:
    sheet = PlanSheet(SystemClock())
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    sheet.set_verb("Force off 1 VM", destructive=True)
    sheet.show_content(PREVIEW)
    sheet.show()
    return sheet


def default_button(sheet: PlanSheet) -> QPushButton:
    return next(b for b in sheet.findChildren(QPushButton) if b.isDefault())


def lines(item: QTreeWidgetItem | None) -> list[str]:
    assert item is not None
    return [item.child(i).text(0) for i in range(item.childCount())]


def test_the_preview_shows_the_very_command_as_a_shell_needs_it(sheet: PlanSheet) -> None:
    expected = "xen2 $ virsh -c xen:///system destroy --domain 'it'\"'\"'s'"
    assert lines(sheet.steps.topLevelItem(0)) == [expected]
    sheet.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("# on xen2\nvirsh -c ")


def test_whatever_is_not_done_has_its_reason(sheet: PlanSheet) -> None:
    reasons = [sheet.counts.reasons.item(i).text() for i in range(sheet.counts.reasons.count())]
    assert reasons == ["test3 – xen4 does not answer.", "db1 – db1 is off already."]


def test_a_plan_that_loses_something_waits_for_its_name(sheet: PlanSheet, qtbot: QtBot) -> None:
    assert sheet.confirm_line.isHidden()
    sheet.show_content(replace(PREVIEW, confirm="web1-data"))
    assert sheet.confirm_line.isVisible()
    assert not sheet.run_button.isEnabled()
    qtbot.keyClicks(sheet.confirm_line, "web1")
    assert not sheet.run_button.isEnabled()
    qtbot.keyClicks(sheet.confirm_line, "-data")
    assert sheet.run_button.isEnabled()


def test_return_does_not_run_a_destructive_plan(sheet: PlanSheet, qtbot: QtBot) -> None:
    assert default_button(sheet) is sheet.close_button
    with qtbot.assertNotEmitted(sheet.run_requested):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert not sheet.isVisible()


def test_return_runs_a_harmless_plan(sheet: PlanSheet, qtbot: QtBot) -> None:
    sheet.set_verb("Start 1 VM", destructive=False)
    with qtbot.waitSignal(sheet.run_requested, timeout=1000):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)


def test_the_verb_is_pressed_once_only(sheet: PlanSheet, qtbot: QtBot) -> None:
    presses: list[int] = []
    sheet.run_requested.connect(lambda: presses.append(1))
    sheet.run_button.click()
    sheet.run_button.click()
    assert presses == [1]


def test_a_stale_plan_cannot_be_run_but_made_again(sheet: PlanSheet, qtbot: QtBot) -> None:
    sheet.set_verb("Start 1 VM", destructive=False)
    sheet.set_stale("The cluster has changed.")
    assert not sheet.run_button.isEnabled()
    assert default_button(sheet) is sheet.close_button
    with qtbot.waitSignal(sheet.remake_requested, timeout=1000):
        sheet.notice.verb_clicked.emit()
    sheet.set_fresh()
    assert sheet.run_button.isEnabled()


def test_a_plan_with_nothing_to_do_has_no_verb(sheet: PlanSheet) -> None:
    sheet.show_content(replace(PREVIEW, steps=(), subjects=PREVIEW.subjects[1:]))
    assert sheet.run_button.isHidden()
    assert sheet.close_button.text() == "&Close"


def test_a_running_task_can_be_cancelled_and_its_sheet_closed(
    sheet: PlanSheet, qtbot: QtBot
) -> None:
    step = replace(PREVIEW.steps[0], state=StepState.STARTED, started_at=1.0)
    sheet.show_content(replace(PREVIEW, state=TaskState.RUNNING, started_at=1.0, steps=(step,)))
    assert sheet.run_button.isHidden()
    assert not sheet.stop_button.isHidden()
    assert default_button(sheet) is sheet.close_button
    with qtbot.waitSignal(sheet.cancel_requested, timeout=1000):
        sheet.stop_button.click()


def test_a_failed_step_says_what_it_said_what_that_means_and_what_to_do(sheet: PlanSheet) -> None:
    trouble = Trouble("error: no domain", "libvirt does not know it.", "Look at the definition.")
    step = replace(PREVIEW.steps[0], state=StepState.FAILED, trouble=trouble)
    sheet.set_ways_on(roll_back=True, try_again=True)
    sheet.show_content(replace(PREVIEW, state=TaskState.FAILED, steps=(step,)))
    item = sheet.steps.topLevelItem(0)
    assert lines(item)[1:] == [
        "What it said: error: no domain",
        "What that means: libvirt does not know it.",
        "What to do: Look at the definition.",
    ]
    assert item is not None
    assert item.isExpanded()
    assert not sheet.undo_button.isHidden()
    assert not sheet.again_button.isHidden()
    assert default_button(sheet) is sheet.close_button


def test_a_step_that_was_cut_off_is_unknown_not_done(sheet: PlanSheet) -> None:
    step = replace(PREVIEW.steps[0], state=StepState.STARTED, started_at=1.0)
    sheet.show_content(replace(PREVIEW, state=TaskState.INTERRUPTED, steps=(step,)))
    item = sheet.steps.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "outcome unknown"


def test_rows_that_were_closed_stay_closed_while_the_task_runs(sheet: PlanSheet) -> None:
    item = sheet.steps.topLevelItem(0)
    assert item is not None
    item.setExpanded(False)
    step = replace(PREVIEW.steps[0], state=StepState.STARTED, started_at=1.0)
    sheet.show_content(replace(PREVIEW, state=TaskState.RUNNING, steps=(step,)))
    assert sheet.steps.topLevelItem(0) is item
    assert not item.isExpanded()


def test_the_step_that_runs_is_in_sight_unless_somebody_looks_elsewhere(sheet: PlanSheet) -> None:
    def running(number: int) -> None:
        steps = tuple(
            SheetStep(
                n, "web", f"step {n}", (), StepState.DONE if n < number else StepState.WAITING
            )
            for n in range(1, 101)
        )
        now = replace(steps[number - 1], state=StepState.STARTED, started_at=1.0)
        steps = (*steps[: number - 1], now, *steps[number:])
        sheet.show_content(replace(PREVIEW, state=TaskState.RUNNING, started_at=1.0, steps=steps))

    def is_seen(number: int) -> bool:
        item = sheet.steps.topLevelItem(number - 1)
        assert item is not None
        return sheet.steps.viewport().rect().contains(sheet.steps.visualItemRect(item))

    running(1)
    running(60)
    assert is_seen(60)
    sheet.steps.scrollToTop()
    running(61)
    assert is_seen(1)


def test_titles_stand_below_one_another_whatever_their_number(sheet: PlanSheet) -> None:
    steps = tuple(SheetStep(n, "web", f"step {n}") for n in range(1, 11))
    sheet.show_content(replace(PREVIEW, steps=steps))
    texts = [item.text(0) for n in (0, 9) if (item := sheet.steps.topLevelItem(n))]
    assert texts == ["\u20071  step 1", "10  step 10"]


def test_the_sentence_counts_steps_of_lanes_that_run_side_by_side(sheet: PlanSheet) -> None:
    states = (StepState.STARTED, StepState.DONE, StepState.DONE, StepState.STARTED)
    steps = tuple(SheetStep(n, "web", "step", (), s) for n, s in enumerate(states, 1))
    content = replace(PREVIEW, state=TaskState.RUNNING, steps=steps)
    assert "step 3 of 4" in state_sentence(content, 0.0)


def test_a_sheet_with_a_thousand_steps_opens_at_once(sheet: PlanSheet) -> None:
    many = tuple(replace(PREVIEW.steps[0], number=n) for n in range(1, 1001))
    sheet.show_content(replace(PREVIEW, steps=many))
    assert sheet.steps.topLevelItemCount() == 1000
    item = sheet.steps.topLevelItem(0)
    assert item is not None
    assert not item.isExpanded()
