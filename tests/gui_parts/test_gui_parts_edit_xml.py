"""A VM's definition as text beside the form: only a right one that differs becomes a plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.change_vm import ChangeVmDialog
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.session.opening import open_demo


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


@pytest.fixture
def dialog(qtbot: QtBot, snapshot: Snapshot) -> ChangeVmDialog:
    (vm,) = snapshot.vms_named("web1")
    dialog = ChangeVmDialog(snapshot, vm.uuid)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_xml()
    dialog.show()
    return dialog


def write(dialog: ChangeVmDialog, old: str, new: str) -> None:
    assert old in dialog.xml.text
    dialog.xml.editor.setPlainText(dialog.xml.text.replace(old, new))
    dialog.xml.settle()


def test_nothing_changed_is_no_plan(dialog: ChangeVmDialog) -> None:
    assert not dialog.plan_button.isEnabled()
    assert dialog.xml.difference.toPlainText() == ""
    write(dialog, "</domain>", "</domain> ")
    assert not dialog.plan_button.isEnabled()


def test_a_change_is_shown_as_a_difference(dialog: ChangeVmDialog, qtbot: QtBot) -> None:
    write(dialog, "</devices>", '  <rng model="virtio"/>\n  </devices>')
    assert '+    <rng model="virtio"' in dialog.xml.difference.toPlainText()
    text, uuid = dialog.xml.text, dialog.draft().uuid
    with qtbot.waitSignal(dialog.draft_chosen) as chosen:
        dialog.plan_button.click()
    assert chosen.args == [VmEdit(uuid, xml=text)]


@pytest.mark.parametrize(
    ("old", "new"), [("</domain>", ""), ("<name>web1", "<name>web9"), ("<uuid>", "<uuid>1")]
)
def test_what_is_no_definition_of_it_is_complained_of(
    dialog: ChangeVmDialog, old: str, new: str
) -> None:
    write(dialog, old, new)
    assert dialog.trouble.text()
    assert not dialog.plan_button.isEnabled()


def test_the_text_shows_what_the_form_makes_of_it(dialog: ChangeVmDialog) -> None:
    dialog.tabs.setCurrentWidget(dialog.size_page)
    dialog.size_page.vcpus.setValue(5)
    dialog.size_page.tags.setText("web; Production")
    dialog.show_xml()
    lines = dialog.xml.difference.toPlainText()
    assert '+  <vcpu placement="static">5</vcpu>' in lines
    assert "production web</tags:tags>" in lines
    uuid = dialog.draft().uuid
    assert dialog.draft() == VmEdit(uuid, vcpus=5, add_tags=("production", "web"))


def test_the_form_follows_the_text_and_what_it_does_not_know_survives(
    dialog: ChangeVmDialog,
) -> None:
    write(dialog, "</vcpu>", "</vcpu>\n  <future setting='1'/>")
    write(dialog, ">2</vcpu>", ">4</vcpu>")
    dialog.tabs.setCurrentWidget(dialog.size_page)
    assert dialog.size_page.vcpus.value() == 4
    dialog.size_page.title.setText("Front")
    text = dialog.draft().xml or ""
    assert all(part in text for part in (">4</vcpu>", "<future", "<title>Front</title>"))
    assert not dialog.live.isEnabled()
    assert dialog.plan_button.isEnabled()


def test_a_broken_text_keeps_the_form_away(dialog: ChangeVmDialog) -> None:
    write(dialog, "</domain>", "")
    assert not dialog.tabs.isTabEnabled(0)
    write(dialog, "</devices>", "</devices></domain>")
    assert dialog.tabs.isTabEnabled(0)
