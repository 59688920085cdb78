"""The recycle bin's dialog: what it lists, and which drafts its buttons make."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.san import deleted_name
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.san.bin_dialog import BinDialog
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.san.binpurge import DAY_S, BinPurge
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.session.opening import open_demo


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    session = open_demo()
    seen = session.refresh(JobContext(clock=session.clock))
    session.close()
    example = seen.san.volume("vg_san", "test3")
    assert example is not None
    gone = tuple(
        replace(example, name=deleted_name(name, seen.taken_at - days * DAY_S), lun="", used_by=())
        for name, days in (("old", 45), ("young", 2))
    )
    return replace(seen, san=replace(seen.san, volumes=(*seen.san.volumes, *gone)))


def shown(qtbot: QtBot, snapshot: Snapshot, days: int = 30) -> BinDialog:
    dialog = BinDialog(snapshot, days)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_lists_what_was_deleted_and_how_long_ago(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = shown(qtbot, snapshot)
    model = dialog.table.model
    rows = [[model.index(r, c).data() for c in (0, 1, 3)] for r in range(model.rowCount())]
    assert rows == [["young", "vg_san", "2"], ["old", "vg_san", "45"]]


def test_the_selected_one_comes_back_or_goes(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = shown(qtbot, snapshot)
    old = next(v for v in snapshot.san.volumes if v.former_name == "old" and v.deleted_at)
    dialog.table.view.select_key(old.key)
    with qtbot.waitSignal(dialog.restore_chosen) as back:
        dialog.restore_button.click()
    with qtbot.waitSignal(dialog.purge_chosen) as gone:
        dialog.purge_button.click()
    assert back.args == [VolumeRestore("vg_san", old.name), "Restore old"]
    assert gone.args == [VolumeDelete("vg_san", old.name, purge=True), "Remove old for good"]


def test_those_older_go_together(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = shown(qtbot, snapshot)
    assert dialog.old_button.text().startswith("Remove those older than 30 day")
    assert dialog.old_button.toolTip() == "old"
    with qtbot.waitSignal(dialog.purge_chosen) as gone:
        dialog.old_button.click()
    assert gone.args is not None
    assert gone.args[0] == BinPurge(30 * DAY_S, at=snapshot.taken_at)
    dialog.days.setValue(60)
    assert not dialog.old_button.isEnabled()
    assert "older than 60 days" in dialog.old_button.toolTip()


def test_an_emptied_bin_offers_nothing(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = shown(qtbot, snapshot)
    left = tuple(v for v in snapshot.san.volumes if v.deleted_at is None)
    dialog.show_snapshot(replace(snapshot, san=replace(snapshot.san, volumes=left)))
    buttons = (dialog.restore_button, dialog.purge_button, dialog.old_button)
    assert not any(button.isEnabled() for button in buttons)
