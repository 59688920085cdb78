"""The assistant: Enter through all pages makes a draft that is a plan; signs, links, presets."""

from __future__ import annotations

from dataclasses import replace

from openwizard import checked, marked, opened, page, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.install import proposals
from xenadmin_gui.gui.install.answers import GIB, Answers, NicAnswer
from xenadmin_gui.gui.install.guest_page import GuestPage
from xenadmin_gui.gui.install.machine_page import MachinePage
from xenadmin_gui.gui.install.name_page import NamePage
from xenadmin_gui.gui.install.network_page import NetworkPage
from xenadmin_gui.gui.install.placement_page import PlacementPage
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.protection_page import ProtectionPage
from xenadmin_gui.gui.install.sshkeys import PublicKey
from xenadmin_gui.gui.install.template_page import TemplatePage
from xenadmin_gui.gui.install.wizard import InstallWizard
from xenadmin_gui.operations.vminstall.install import VmInstall

KEY = PublicKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGtra2tra2tra2tra2s anna@desk", "id.pub")


def test_enter_on_every_page_leads_to_a_plan(
    wizard: InstallWizard, qtbot: QtBot, snapshot: Snapshot
) -> None:
    for place in list(Place)[1:]:
        press(wizard, Qt.Key.Key_Return)
        assert wizard.stack.currentIndex() == list(Place).index(place)
    with qtbot.waitSignal(wizard.draft_chosen) as chosen:
        press(wizard, Qt.Key.Key_Return)
    (draft,) = chosen.args
    assert isinstance(draft, VmInstall)
    assert draft.template == "debian-12"
    assert [vm.name for vm in draft.vms] == ["debian1"]
    assert draft.problems(snapshot) == ()
    assert "Pacemaker start" in draft.plan(snapshot).steps[-1].title
    assert draft.plan(snapshot).steps


def test_the_keyboard_alone_fills_the_pages(wizard: InstallWizard) -> None:
    press(wizard, Qt.Key.Key_Return)
    QTest.keyClicks(wizard.focusWidget(), "new1")  # in place of what is proposed
    press(wizard, Qt.Key.Key_Return)
    QTest.keyClicks(wizard.focusWidget(), "3")
    assert (wizard.answers.names, wizard.answers.vcpus) == ("new1", 3)
    wizard.go_to(Place.NETWORK)
    network = page(wizard, Place.NETWORK)
    assert isinstance(network, NetworkPage)
    QTest.keyClick(wizard, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert network.boxes[0].way.hasFocus()
    wizard.go_to(Place.GUEST)
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    QTest.keyClick(wizard, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert guest.password.hasFocus()


def test_the_draft_is_the_same_each_time(wizard: InstallWizard) -> None:
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    guest.password.setText("geheim")
    first, second = wizard.draft(), wizard.draft()
    assert first == second
    assert isinstance(first, VmInstall)
    assert first.vms[0].guest.password_hash.startswith("$6$")


def test_every_page_can_be_gone_to_at_once(wizard: InstallWizard) -> None:
    for number, place in enumerate(Place):
        wizard.list.setCurrentRow(number)
        assert wizard.stack.currentIndex() == number
        assert page(wizard, place).isVisible()
    QTest.keyClick(wizard, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert wizard.stack.currentIndex() == len(Place) - 2


def test_what_is_wrong_is_marked_at_its_page_field_and_in_the_summary(
    wizard: InstallWizard,
) -> None:
    machine = page(wizard, Place.MACHINE)
    assert isinstance(machine, MachinePage)
    machine.memory.setValue(1024 * 1024)
    checked(wizard)
    assert Place.MACHINE in marked(wizard)
    assert Place.SUMMARY in marked(wizard)
    assert machine.fields["memory_bytes"].complaint.text()
    wizard.go_to(Place.SUMMARY)
    assert not wizard.plan_button.isEnabled()
    links = [b for b in wizard.summary.problems.findChildren(QPushButton) if b.isVisible()]
    links[0].click()
    assert wizard.stack.currentWidget() is not None
    assert wizard.stack.currentIndex() == list(Place).index(Place.MACHINE)
    machine.memory.setValue(1024)
    checked(wizard)
    assert marked(wizard) == []
    assert wizard.plan_button.isEnabled()


def test_it_says_what_a_pattern_means_and_what_is_wrong_with_it(wizard: InstallWizard) -> None:
    name = page(wizard, Place.NAME)
    assert isinstance(name, NamePage)
    name.name.setText("shop{01..03}")
    checked(wizard)
    assert name.meant.text() == "3 VMs: shop01, shop02 and shop03"
    name.name.setText("shop{3..1}")
    checked(wizard)
    assert "backwards" in name.fields["name"].complaint.text()
    name.name.setText("web1")
    checked(wizard)
    assert "web1" in name.fields["name"].complaint.text()


def test_several_vms_get_addresses_in_a_row(wizard: InstallWizard) -> None:
    name, network = page(wizard, Place.NAME), page(wizard, Place.NETWORK)
    assert isinstance(name, NamePage)
    assert isinstance(network, NetworkPage)
    name.name.setText("shop{1..3}")
    (box,) = network.boxes
    box.way.setCurrentIndex(1)
    box.address.setText("10.20.0.5/24")
    checked(wizard)
    assert box.meant.text() == "10.20.0.5/24 for shop1 to 10.20.0.7/24 for shop3"
    box.address.setText("10.20.0.254/24")
    checked(wizard)
    assert "no room" in box.fields["address"].complaint.text()


def test_a_complaint_of_one_card_stands_at_that_card(wizard: InstallWizard) -> None:
    network = page(wizard, Place.NETWORK)
    assert isinstance(network, NetworkPage)
    network.more.click()
    first, second = network.boxes
    second.mac.setText("nonsense")
    checked(wizard)
    assert second.fields["mac"].complaint.text()
    assert not first.fields["mac"].complaint.text()
    second.remove.click()
    checked(wizard)
    assert network.boxes == [first]
    assert marked(wizard) == []


def test_a_bridge_that_a_host_lacks_is_told_and_keeps_the_vm_away(wizard: InstallWizard) -> None:
    network, placement = page(wizard, Place.NETWORK), page(wizard, Place.PLACEMENT)
    assert isinstance(network, NetworkPage)
    assert isinstance(placement, PlacementPage)
    box = network.boxes[0]
    assert {box.bridge.itemText(n) for n in range(box.bridge.count())} == {"xenbr0", "dmz"}
    assert box.lacking.text() == ""
    box.bridge.setCurrentText("dmz")
    checked(wizard)
    assert "xen4" in box.lacking.text()
    assert "dmz" in placement._whys["xen4"].text()
    assert "xen4" not in placement._whys[""].text()
    assert wizard.troubles == ()
    placement.choices["xen4"].setChecked(True)
    checked(wizard)
    assert set(marked(wizard)) == {Place.NETWORK, Place.SUMMARY}


def test_another_template_brings_its_own_proposals_but_keeps_what_was_typed(
    wizard: InstallWizard, snapshot: Snapshot
) -> None:
    name, first = page(wizard, Place.NAME), page(wizard, Place.TEMPLATE)
    assert isinstance(name, NamePage)
    assert isinstance(first, TemplatePage)
    name.title_line.setText("Shop")
    first.list.setCurrentItem(first.list.topLevelItem(1))
    assert wizard.answers.template == "leap-15"
    assert name.name.text() == "opensuse-leap1"
    assert wizard.answers.title == "Shop"


def test_without_a_template_it_says_what_to_do(qtbot: QtBot, snapshot: Snapshot) -> None:
    empty = replace(snapshot, templates=())
    wizard = opened(qtbot, empty)
    first = page(wizard, Place.TEMPLATE)
    assert isinstance(first, TemplatePage)
    assert first.hint.isVisible()
    assert first.list.topLevelItemCount() == 2
    said = " ".join(label.text() for label in first.hint.findChildren(QLabel))
    assert "no template yet" in said
    assert first.fields["template"].complaint.text().startswith("Choose a template")
    with qtbot.waitSignal(wizard.library_requested):
        press(wizard, Qt.Key.Key_Return)
    assert not wizard.isVisible()
    wizard.show()
    wizard.show_snapshot(snapshot)
    checked(wizard)
    assert not first.hint.isVisible()
    assert wizard.answers.template == "debian-12"
    assert wizard.answers.names == "debian1"


def test_keys_of_the_user_are_ticked_and_can_be_unticked(wizard: InstallWizard) -> None:
    wizard.show_keys((KEY,))
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    assert wizard.answers.ssh_keys == (KEY.line,)
    assert guest.keys[KEY.line].isChecked()
    guest.keys[KEY.line].click()
    assert wizard.answers.ssh_keys == ()


def test_a_vm_that_nobody_could_log_in_to_is_told_before_it_is_made(wizard: InstallWizard) -> None:
    """It is no fault: the image may have an account of its own."""
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    wizard.go_to(Place.GUEST)
    checked(wizard)
    assert guest.caution.isVisible()
    assert "Nobody could log in to debian1" in guest.caution.text
    assert marked(wizard, "meant") == [Place.GUEST]
    wizard.go_to(Place.SUMMARY)
    said = [label.text() for label in wizard.summary.problems.findChildren(QLabel)]
    assert any("Nobody could log in" in text for text in said)
    assert wizard.plan_button.isEnabled()
    guest.password.setText("geheim")
    checked(wizard)
    assert marked(wizard, "meant") == []
    assert not wizard.summary.problems.isVisible()


def test_packages_are_off_where_the_template_has_no_cloud_init(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    wizard = opened(qtbot, snapshot, proposals.for_install(snapshot, "leap-15"))
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    assert not guest.packages.isEnabled()
    assert "cloud-init" in guest.cannot.text()


def test_the_host_is_proposed_with_its_reason_and_can_be_chosen(wizard: InstallWizard) -> None:
    where = page(wizard, Place.PLACEMENT)
    assert isinstance(where, PlacementPage)
    labels = [label.text() for label in where.findChildren(QLabel)]
    assert "xen4 has the most memory free: 22 GiB" in labels
    where.choices["xen2"].click()
    checked(wizard)
    draft = wizard.draft()
    assert isinstance(draft, VmInstall)
    assert draft.vms[0].host == "xen2"


def test_without_protection_there_is_no_priority(wizard: InstallWizard) -> None:
    protection = page(wizard, Place.PROTECTION)
    assert isinstance(protection, ProtectionPage)
    protection.protect.setChecked(False)
    checked(wizard)
    assert not protection.priority.isEnabled()
    assert "libvirt" in protection.meaning.text()


def test_the_summary_tells_everything_but_the_password(wizard: InstallWizard) -> None:
    guest = page(wizard, Place.GUEST)
    assert isinstance(guest, GuestPage)
    guest.password.setText("geheim")
    guest.timezone.setCurrentText("Europe/Berlin")
    checked(wizard)
    said = "\n".join(label.text() for label in wizard.summary.findChildren(QLabel))
    for text in ("debian1", "2 GiB", "10 GiB in vg_san", "DHCP", "Europe/Berlin", "is set"):
        assert text in said
    assert "geheim" not in said


def test_a_preset_fills_the_pages(wizard: InstallWizard) -> None:
    wizard.apply_preset(
        Answers(
            template="leap-15",
            memory_bytes=3 * GIB,
            disk_bytes=7 * GIB,
            nics=(NicAnswer("br7"), NicAnswer("br8")),
            protect=False,
        )
    )
    checked(wizard)
    machine, network = page(wizard, Place.MACHINE), page(wizard, Place.NETWORK)
    assert isinstance(machine, MachinePage)
    assert isinstance(network, NetworkPage)
    assert machine.memory.value() == 3072
    assert [box.bridge.currentText() for box in network.boxes] == ["br7", "br8"]
    assert wizard.answers.names == "debian1"
    assert wizard.answers.group == "vg_san"


def test_closing_asks_only_when_something_was_filled_in(
    wizard: InstallWizard, qtbot: QtBot
) -> None:
    name = page(wizard, Place.NAME)
    assert isinstance(name, NamePage)
    name.title_line.setText("Shop")
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    (box,) = wizard.findChildren(QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    name.title_line.setText("")
    with qtbot.waitSignal(wizard.rejected):
        QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_new_lines_are_typed_where_text_has_lines(wizard: InstallWizard) -> None:
    wizard.go_to(Place.NAME)
    name = page(wizard, Place.NAME)
    assert isinstance(name, NamePage)
    name.description.setFocus()
    QTest.keyClicks(name.description, "a")
    QTest.keyClick(name.description, Qt.Key.Key_Return)
    assert name.description.toPlainText() == "a\n"
    assert wizard.stack.currentIndex() == 1


def test_every_editor_has_a_name_for_a_screen_reader(wizard: InstallWizard) -> None:
    nameless = [
        type(editor).__name__
        for shown in wizard.pages
        for kind in (QLineEdit, QPlainTextEdit)
        for editor in shown.findChildren(kind)
        if not editor.accessibleName() and editor.parent().metaObject().className() not in _INNER
    ]
    assert nameless == []


#: Widgets that Qt makes inside others, which have the name.
_INNER = ("QSpinBox", "QDoubleSpinBox", "QComboBox", "SizeBox")
