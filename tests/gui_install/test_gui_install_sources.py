"""What a new VM is made of: a clone, an installer's CD, a network installer; its disks."""

from __future__ import annotations

from openwizard import checked, marked, opened, page
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.install import proposals
from xenadmin_gui.gui.install.answers import GIB
from xenadmin_gui.gui.install.disk_page import DiskPage
from xenadmin_gui.gui.install.guest_page import GuestPage
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.source_page import SourcePage
from xenadmin_gui.gui.install.template_page import TemplatePage
from xenadmin_gui.gui.install.wizard import InstallWizard
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vminstall.install import VmInstall


def test_a_clone_of_a_vm_that_runs_is_taken_at_one_moment_unless_it_is_to_be_off(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    (web1,) = snapshot.vms_named("web1")
    wizard = opened(qtbot, snapshot, proposals.for_clone(snapshot, web1))
    assert wizard.windowTitle() == "Clone web1"
    source = wizard.pages[0]
    assert isinstance(source, SourcePage)
    assert "web1" in [label.text() for label in source.findChildren(QLabel)]
    assert not source.fields["snapshot"].complaint.text()
    source.like.setCurrentIndex(source.like.findData("debian-12"))
    checked(wizard)
    draft = wizard.draft()
    assert isinstance(draft, VmClone)
    assert draft.running
    assert "Pause web1" in " ".join(step.title for step in draft.plan(snapshot).steps)
    source.snapshot.setCurrentIndex(source.snapshot.findData(""))
    checked(wizard)
    assert Place.TEMPLATE in marked(wizard)
    assert "snapshot" in source.fields["snapshot"].complaint.text()


def test_a_clone_of_a_vm_that_is_off_is_a_plan(qtbot: QtBot, snapshot: Snapshot) -> None:
    (test3,) = snapshot.vms_named("test3")
    wizard = opened(qtbot, snapshot, proposals.for_clone(snapshot, test3))
    source = wizard.pages[0]
    assert isinstance(source, SourcePage)
    assert "Choose a template" in source.fields["template"].complaint.text()
    source.like.setCurrentIndex(source.like.findData("debian-12"))
    checked(wizard)
    assert wizard.troubles == ()
    draft = wizard.draft()
    assert draft == VmClone(test3.uuid, draft.new, template="debian-12")  # type: ignore[attr-defined]
    assert draft.plan(snapshot).steps
    source.like.setCurrentIndex(source.like.count() - 1)
    checked(wizard)
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    assert not guest.user.isEnabled()
    as_it_is = wizard.draft()
    assert isinstance(as_it_is, VmClone)
    assert as_it_is.as_it_is
    assert as_it_is.template == ""


def test_an_installer_s_cd_goes_instead_of_a_template(
    qtbot: QtBot, snapshot: Snapshot, wizard: InstallWizard
) -> None:
    first, guest = page(wizard, Place.TEMPLATE), page(wizard, Place.GUEST)
    assert isinstance(first, TemplatePage)
    assert isinstance(guest, GuestPage)
    assert not first.iso.isVisible()
    first.list.setCurrentItem(first.list.topLevelItem(2))
    checked(wizard)
    assert first.iso.isVisible()
    assert "Say where" in first.fields["iso"].complaint.text()
    assert not guest.packages.isEnabled()
    first.iso.setText("relative.iso")
    checked(wizard)
    assert first.fields["iso"].complaint.text()
    first.iso.setText("/srv/iso/debian-12.iso")
    checked(wizard)
    assert wizard.troubles == ()
    draft = wizard.draft()
    assert isinstance(draft, VmInstall)
    assert (draft.template, draft.iso) == ("", "/srv/iso/debian-12.iso")
    assert [vm.name for vm in draft.vms] == ["vm1"]
    first.list.setCurrentItem(first.list.topLevelItem(0))
    checked(wizard)
    assert wizard.troubles == ()
    assert wizard.answers.names == "debian1"


def test_a_network_installer_with_its_answers_goes_instead_of_a_template(
    qtbot: QtBot, snapshot: Snapshot, wizard: InstallWizard
) -> None:
    first = page(wizard, Place.TEMPLATE)
    assert isinstance(first, TemplatePage)
    fields = first.installer
    assert not fields.kernel.isVisible()
    first.list.setCurrentItem(first.list.topLevelItem(3))
    checked(wizard)
    assert fields.kernel.isVisible()
    assert not first.iso.isVisible()
    assert "where the kernel lies" in first.fields["kernel"].complaint.text()
    fields.kernel.setText("/srv/linux")
    fields.initrd.setText("/srv/initrd.gz")
    with qtbot.waitSignal(wizard.script_requested):
        fields.load.click()
    wizard.show_script("Dear diary")
    checked(wizard)
    assert "neither preseed" in first.fields["answers"].complaint.text()
    wizard.show_script("d-i passwd/root-password password secret\n")
    checked(wizard)
    assert wizard.troubles == ()
    draft = wizard.draft()
    assert isinstance(draft, VmInstall)
    assert draft.installer is not None
    assert draft.installer.answers_name == "preseed.cfg"
    assert draft.template == ""
    wizard.go_to(Place.SUMMARY)
    shown = "\n".join(label.text() for label in wizard.summary.findChildren(QLabel))
    assert "secret" not in shown
    first.list.setCurrentItem(first.list.topLevelItem(0))
    checked(wizard)
    assert not fields.kernel.isVisible()
    assert wizard.draft().template == "debian-12"  # type: ignore[attr-defined]


def test_more_disks_come_and_go(wizard: InstallWizard) -> None:
    disks = page(wizard, Place.DISK)
    assert isinstance(disks, DiskPage)
    for _ in range(2):
        disks.add_disk.click()
    disks.more[1].setValue(3)
    checked(wizard)
    assert wizard.answers.more_disks == (10 * GIB, 3 * GIB)
    assert "3" in disks.total.text()
    first = disks.more[0].parentWidget()
    first.findChildren(QPushButton)[0].click()
    checked(wizard)
    draft = wizard.draft()
    assert isinstance(draft, VmInstall)
    assert draft.vms[0].more_disks == (3 * GIB,)
    disks.more[0].setValue(1024**2)
    checked(wizard)
    assert set(marked(wizard)) == {Place.DISK, Place.SUMMARY}


def test_a_clone_keeps_the_number_of_its_disks(qtbot: QtBot, snapshot: Snapshot) -> None:
    (db1,) = snapshot.vms_named("db1")
    wizard = opened(qtbot, snapshot, proposals.for_clone(snapshot, db1))
    disks = page(wizard, Place.DISK)
    assert isinstance(disks, DiskPage)
    wizard.go_to(Place.DISK)
    assert len(disks.more) == 1
    assert not disks.add_disk.isVisible()
    draft = wizard.draft()
    assert isinstance(draft, VmClone)
    assert len(draft.new.more_disks) == 1
    assert Place.DISK not in marked(wizard)
