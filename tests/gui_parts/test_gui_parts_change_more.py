"""More of what the form of a VM's settings offers: network cards, switches, at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.change_vm import ChangeVmDialog
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.vmedit.definition import Nic
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.session.opening import open_demo


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


def opened(qtbot: QtBot, snapshot: Snapshot, name: str) -> ChangeVmDialog:
    (vm,) = snapshot.vms_named(name)
    dialog = ChangeVmDialog(snapshot, vm.uuid)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_card_is_added_moved_and_taken_away(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = opened(qtbot, snapshot, "web1")
    (own,) = snapshot.vms_named("web1")[0].nics
    dialog.devices.nics.add_button.click()
    box = dialog.devices.nics.table.cellWidget(0, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentText("dmz")
    draft = dialog.draft()
    assert draft.add_nics == (Nic("", own.bridge),)
    assert draft.bridges == ((own.mac, "dmz"),)
    assert "dmz is missing on xen4" in dialog.devices.nics.missing.text()
    assert dialog.plan_button.isEnabled()
    box.setCurrentText("no bridge")
    assert "no name of a bridge" in dialog.fields["nics"].complaint.text()
    assert not dialog.plan_button.isEnabled()
    dialog.devices.nics.table.selectRow(0)
    dialog.devices.nics.remove_button.click()
    assert dialog.draft().remove_nics == (own.mac,)


def test_at_once_stays_within_the_maximum(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = opened(qtbot, snapshot, "web1")
    dialog.live.click()
    dialog.size_page.vcpus.setValue(3)
    assert "at most" in dialog.fields["vcpus"].complaint.text()
    dialog.size_page.vcpus.setValue(1)
    assert dialog.draft() == VmEdit(snapshot.vms_named("web1")[0].uuid, vcpus=1, live=True)
    assert dialog.plan_button.isEnabled()
    assert dialog.when.text().startswith("Live:")


def test_delete_protection_and_autostart_are_switches(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = opened(qtbot, snapshot, "test3")
    dialog.size_page.kept.click()
    dialog.size_page.autostart.click()
    draft = dialog.draft()
    assert (draft.delete_protection, draft.autostart) == (True, True)
    assert not opened(qtbot, snapshot, "web1").size_page.autostart.isEnabled()


def test_only_a_vm_with_a_firmware_has_an_order(qtbot: QtBot, snapshot: Snapshot) -> None:
    hvm = next(vm for vm in snapshot.vms.values() if vm.kind == "hvm")
    dialog = opened(qtbot, snapshot, hvm.name)
    dialog.tabs.setCurrentWidget(dialog.devices)
    assert dialog.devices.boot.isVisible()
    dialog.devices.boot.setCurrentIndex(dialog.devices.boot.findData("network,hd"))
    assert dialog.draft().boot == ("network", "hd")
    other = opened(qtbot, snapshot, "web1")
    other.tabs.setCurrentWidget(other.devices)
    assert not other.devices.boot.isVisible()


def test_a_cd_and_another_bus_are_for_a_vm_with_a_firmware(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    dialog = opened(qtbot, snapshot, "erp")
    dialog.devices.cd.setCurrentText("/srv/setup.iso")
    box = dialog.devices.disks.cellWidget(0, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("ide"))
    draft = dialog.draft()
    assert (draft.cd, draft.buses) == ("/srv/setup.iso", (("xvda", "ide"),))
    dialog.devices.cd.setCurrentText("setup.iso")
    assert "no path" in dialog.fields["cd"].complaint.text()
    other = opened(qtbot, snapshot, "web1")
    bus = other.devices.disks.cellWidget(0, 1)
    assert bus is not None
    assert not bus.isEnabled()
    assert "Xen's own" in bus.toolTip()
    assert not other.devices.cd.isEnabled()


def test_a_vlan_says_why_not(qtbot: QtBot, snapshot: Snapshot) -> None:
    dialog = opened(qtbot, snapshot, "web1")
    vlan = dialog.devices.nics.table.cellWidget(0, 2)
    assert vlan is not None
    assert not vlan.isEnabled()
    assert "no Open vSwitch" in vlan.toolTip()
