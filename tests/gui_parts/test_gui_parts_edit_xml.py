"""A VM's definition as text: only a right one that differs becomes a plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.edit_xml import EditXmlDialog
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.session.opening import open_demo


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


@pytest.fixture
def dialog(qtbot: QtBot, snapshot: Snapshot) -> EditXmlDialog:
    (vm,) = snapshot.vms_named("web1")
    dialog = EditXmlDialog(snapshot, vm.uuid)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def write(dialog: EditXmlDialog, old: str, new: str) -> None:
    dialog.editor.setPlainText(dialog.editor.toPlainText().replace(old, new))
    dialog.compare()


def test_nothing_changed_is_no_plan(dialog: EditXmlDialog) -> None:
    assert not dialog.plan_button.isEnabled()
    assert dialog.difference.toPlainText() == ""


def test_a_change_is_shown_as_a_difference(dialog: EditXmlDialog, qtbot: QtBot) -> None:
    write(dialog, "</devices>", '  <rng model="virtio"/>\n  </devices>')
    assert '+    <rng model="virtio"' in dialog.difference.toPlainText()
    text = dialog.editor.toPlainText()
    with qtbot.waitSignal(dialog.draft_chosen) as chosen:
        dialog.plan_button.click()
    assert chosen.args == [VmEdit(dialog._vm.uuid, xml=text)]


@pytest.mark.parametrize(
    ("old", "new"), [("</domain>", ""), ("<name>web1", "<name>web9"), ("<uuid>", "<uuid>1")]
)
def test_what_is_no_definition_of_it_is_complained_of(
    dialog: EditXmlDialog, old: str, new: str
) -> None:
    write(dialog, old, new)
    assert dialog.trouble.text()
    assert not dialog.plan_button.isEnabled()
