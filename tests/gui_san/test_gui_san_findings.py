"""Findings on a page: what can be done with their objects is one press away; work is no alarm."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.work import Work, WorkKind
from xenadmin_gui.gui import sentences
from xenadmin_gui.gui.pages.blocks import Findings
from xenadmin_gui.gui.pages.lookup import is_wrong
from xenadmin_gui.gui.widgets.block_widgets import FindingsWidget

VOLUME = Key(Kind.VOLUME, "vg_san/spare")
ORPHAN = Finding(
    "volume-not-exported", Health.OK, VOLUME, "It is exported by no LUN.", "Export it."
)
WHOLE = Finding("no-quorum", Health.FAILED, Key(Kind.CLUSTER, "prod"), "No quorum.", "Wait.")


def test_a_finding_opens_the_menu_of_its_object(qtbot: QtBot) -> None:
    widget = FindingsWidget(Findings("", (ORPHAN, WHOLE), ("spare", "prod"), ""))
    qtbot.addWidget(widget)
    widget.show()
    buttons = [b for b in widget.findChildren(QPushButton) if b.text().startswith("What can")]
    assert [button.accessibleName() for button in buttons] == ["What can be done with spare"]
    with qtbot.waitSignal(widget.menu_requested) as asked:
        buttons[0].click()
    assert asked.args is not None
    assert asked.args[0] == (VOLUME,)


@pytest.mark.parametrize(("is_over", "words"), [(False, "being made"), (True, "half made")])
def test_work_is_good_to_know_until_it_is_left_half_done(is_over: bool, words: str) -> None:
    work = Work(WorkKind.MAKING, "1234", "Create the volume spare of 1 GiB", is_over=is_over)
    said = Finding("", work.health, VOLUME, work.sentence("spare"), work.next_step)
    assert is_wrong(said) is is_over
    assert sentences.work_words(work) == words
    assert "spare" in said.sentence
