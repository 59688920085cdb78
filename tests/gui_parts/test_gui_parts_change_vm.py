"""The form that changes a VM: only what was changed, complaints where they belong."""

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
    dialog.show()
    return dialog


def test_nothing_changed_is_no_plan(dialog: ChangeVmDialog) -> None:
    assert not dialog.plan_button.isEnabled()
    assert dialog.plan_button.toolTip()


def test_only_what_was_changed_is_in_the_draft(dialog: ChangeVmDialog, qtbot: QtBot) -> None:
    dialog.size_page.memory.setValue(dialog.size_page.memory.value() + 512)
    expected = VmEdit(dialog.draft().uuid, memory_bytes=dialog.size_page.memory.value() * 1024**2)
    with qtbot.waitSignal(dialog.draft_chosen) as chosen:
        dialog.plan_button.click()
    assert chosen.args == [expected]


def test_too_much_is_complained_of_below_its_field(dialog: ChangeVmDialog) -> None:
    dialog.size_page.vcpus.setValue(1000)
    assert "processors" in dialog.fields["vcpus"].complaint.text()
    assert not dialog.plan_button.isEnabled()
    dialog.size_page.vcpus.setValue(4)
    assert dialog.fields["vcpus"].complaint.isHidden()
    assert dialog.plan_button.isEnabled()


def test_it_says_when_the_change_counts(dialog: ChangeVmDialog) -> None:
    assert "until it is shut down" in dialog.when.text()
