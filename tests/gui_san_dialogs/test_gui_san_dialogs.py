"""The SAN's verbs in the window: what they offer, why not, and what becomes of a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Verification, deleted_name
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.pages.alike import grouped
from xenadmin_gui.gui.pages.san_comparisons import comparisons
from xenadmin_gui.gui.pieces import whole
from xenadmin_gui.gui.san import forms
from xenadmin_gui.gui.san.entries import Entry, entries_for
from xenadmin_gui.gui.style import palette
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.san.verifyschedule import VerifySchedule
from xenadmin_gui.operations.san.vmdisk import DiskAttach, DiskDetach
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.session.opening import open_demo

GIB = 1024**3


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


def offered(snapshot: Snapshot, key: Key) -> dict[str, Entry]:
    return {entry.text.replace("&", ""): entry for entry in entries_for(snapshot, key)}


def test_a_volume_in_use_says_why_it_cannot_go(snapshot: Snapshot) -> None:
    entries = offered(snapshot, Key(Kind.VOLUME, "vg_san/web1"))
    assert "exported already" in entries["Export as LUN"].why_not
    assert "used by web1" in entries["Put into the recycle bin"].why_not
    assert entries["Grow…"].why_not == ""


def test_a_volume_in_the_bin_can_only_come_back_or_go_for_good(snapshot: Snapshot) -> None:
    volume = snapshot.san.volume("vg_san", "test3")
    assert volume is not None
    gone = replace(volume, name=deleted_name("test3", 1_790_000_000), lun="", used_by=())
    san = replace(snapshot.san, volumes=(*snapshot.san.volumes, gone))
    entries = offered(replace(snapshot, san=san), gone.key)
    assert list(entries) == ["Restore…", "Remove for good…"]
    assert entries["Remove for good…"].is_destructive


def test_a_lun_names_the_vm_that_has_it(snapshot: Snapshot) -> None:
    lun = next(v.lun for v in snapshot.san.volumes if v.name == "db1-data")
    texts = list(offered(snapshot, Key(Kind.LUN, lun)))
    assert any(text.startswith("Detach from ") for text in texts)


def test_a_lun_that_is_only_read_cannot_be_chosen_and_the_form_says_why(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    volume = snapshot.san.volume("vg_san", "test3")
    assert volume is not None
    form = forms.export(snapshot, volume, None)
    qtbot.addWidget(form)
    assert not form.fields["read_only"].editor.isEnabled()
    assert any("has no setting for" in label.text() for label in form.findChildren(QLabel))


def test_the_first_replica_of_a_san_is_asked_over_which_network_it_goes(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    bare = replace(snapshot, san=replace(snapshot.san, replicas=(), volumes=(), luns=()))
    unknown = replace(bare, san=replace(bare.san, drbd_version=""))
    for one, mirrored in ((bare, None), (unknown, True)):
        form = forms.new_volume(one, None)
        qtbot.addWidget(form)
        draft = form.draft()
        assert isinstance(draft, VolumeCreate)
        assert (draft.network, draft.mirrored) == ("storage-a", mirrored)
    assert "network" not in forms.new_volume(snapshot, form).fields


def test_the_export_of_a_volume_is_the_same_plan_each_time(snapshot: Snapshot) -> None:
    san = replace(
        snapshot.san,
        volumes=tuple(replace(v, lun="") if v.name == "test3" else v for v in snapshot.san.volumes),
    )
    changed = replace(snapshot, san=san)
    key = Key(Kind.VOLUME, "vg_san/test3")
    first, second = (offered(changed, key)["Export as LUN"].what for _ in range(2))
    assert first == second


def editor(form: QWidget, kind: type[QWidget]) -> QWidget:
    found = form.findChildren(kind)
    return found[0]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def form(parent: QWidget, snapshot: Snapshot) -> Iterator[forms.DraftForm]:
    form = forms.new_volume(snapshot, parent)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    form.show()
    yield form
    form.close()


def test_a_new_volume_is_what_was_filled_in(form: forms.DraftForm, qtbot: QtBot) -> None:
    name, size = editor(form, QLineEdit), editor(form, QDoubleSpinBox)
    group, sync = editor(form, QComboBox), editor(form, QCheckBox)
    assert isinstance(name, QLineEdit)
    assert isinstance(size, QDoubleSpinBox)
    assert isinstance(group, QComboBox)
    assert isinstance(sync, QCheckBox)
    name.setText("web7")
    size.setValue(2.0)
    sync.setChecked(False)
    with qtbot.waitSignal(form.draft_chosen) as chosen:
        form.plan_button.click()
    assert chosen.args == [VolumeCreate("web7", 2 * GIB, "vg_san", initial_sync=False)]


def test_a_form_nobody_has_touched_is_not_red_and_a_size_has_no_needless_decimals(
    form: forms.DraftForm,
) -> None:
    name, size = editor(form, QLineEdit), editor(form, QDoubleSpinBox)
    assert isinstance(name, QLineEdit)
    assert isinstance(size, QDoubleSpinBox)
    complaint = form.fields["name"].complaint
    role = complaint.foregroundRole()
    red = palette.state_color(Health.FAILED)
    assert complaint.text()
    assert complaint.palette().color(role) != red
    name.setText("a b")
    assert complaint.palette().color(role) == red
    for value, text in ((20.0, "20 GiB"), (100.0, "100 GiB"), (0.5, "0.5 GiB")):
        size.setValue(value)
        assert size.text() == text


@pytest.mark.parametrize("name", ["", "web1", "a b", "-x", "snapshot"])
def test_a_bad_name_is_complained_of_below_it(form: forms.DraftForm, name: str) -> None:
    line = editor(form, QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(name)
    form._on_changed()
    assert form.fields["name"].complaint.text()
    assert not form.plan_button.isEnabled()


def test_too_large_is_complained_of_below_the_size(form: forms.DraftForm) -> None:
    line, size = editor(form, QLineEdit), editor(form, QDoubleSpinBox)
    assert isinstance(line, QLineEdit)
    assert isinstance(size, QDoubleSpinBox)
    line.setText("web7")
    size.setValue(900_000.0)
    assert form.fields["size_bytes"].complaint.text()
    assert not form.plan_button.isEnabled()


def test_a_complaint_has_room_beside_its_field(form: forms.DraftForm) -> None:
    field = form.fields["name"]
    assert field.complaint.text()
    assert field.editor.height() >= field.editor.sizeHint().height()
    assert field.complaint.height() >= field.complaint.heightForWidth(field.complaint.width())


def test_a_host_can_leave_one_network_and_says_what_its_list_costs(
    snapshot: Snapshot, parent: QWidget
) -> None:
    entries = offered(snapshot, Key(Kind.HOST, "xen1"))
    ways = [text for text in entries if text.startswith("Log out of the SAN on ")]
    assert ways == ["Log out of the SAN on storage-a", "Log out of the SAN on storage-b"]
    out = entries["Shut it out of the SAN…"]
    assert "runs" in out.why_not
    san = replace(
        snapshot.san,
        targets=tuple(
            replace(t, initiators=tuple(i for i in t.initiators if not i.endswith("xen1")))
            for t in snapshot.san.targets
        ),
    )
    assert "Let it in to the SAN…" in offered(replace(snapshot, san=san), Key(Kind.HOST, "xen1"))


def with_second_group(snapshot: Snapshot) -> Snapshot:
    groups = tuple(replace(g, name="vg_fast") for g in snapshot.san.groups)
    return replace(snapshot, san=replace(snapshot.san, groups=(*snapshot.san.groups, *groups)))


def test_a_volume_moves_only_where_there_is_another_group(
    snapshot: Snapshot, parent: QWidget
) -> None:
    key = Key(Kind.VOLUME, "vg_san/test3")
    alone = offered(snapshot, key)["Move to another volume group…"]
    assert alone.why_not == "There is no other volume group."
    two = with_second_group(snapshot)
    entry = offered(two, key)["Move to another volume group…"]
    assert entry.why_not == ""
    assert callable(entry.what)
    form = entry.what(parent)
    assert isinstance(form, forms.DraftForm)
    assert form.draft() == VolumeMove(
        "vg_san", "test3", "vg_fast", "test3-vg_fast", snapshot.taken_at
    )
    busy = offered(two, Key(Kind.VOLUME, "vg_san/web1"))["Move to another volume group…"]
    assert "web1, which is not off" in busy.why_not


def test_a_replicas_schedule_is_asked_for_with_a_proposal(
    snapshot: Snapshot, parent: QWidget
) -> None:
    entry = offered(snapshot, Key(Kind.REPLICA, "web1"))["Compare both sides by a schedule…"]
    assert callable(entry.what)
    form = entry.what(parent)
    assert isinstance(form, forms.DraftForm)
    assert form.draft() == VerifySchedule(("web1",), "Sun 03:00")
    line, every = editor(form, QLineEdit), editor(form, QCheckBox)
    assert isinstance(line, QLineEdit)
    assert isinstance(every, QCheckBox)
    every.setChecked(True)
    assert len(form.draft().replicas) == len(snapshot.san.replicas)  # type: ignore[attr-defined]
    line.setText("on sunday; rm -rf /")
    assert "systemd knows no time" in form.fields["calendar"].complaint.text()


def test_the_san_page_tells_when_replicas_were_compared(snapshot: Snapshot) -> None:
    assert comparisons(snapshot) == ()
    told = {
        "web1": Verification("san1", 1.0, 2.0, "same", 0),
        "web2": Verification("san1", 1.0, 2.0, "differs", 12 * 1024),
        "mail": None,
    }
    replicas = tuple(
        replace(r, schedule="Sun 03:00", verified=told[r.name]) if r.name in told else r
        for r in snapshot.san.replicas
    )
    (table,) = comparisons(replace(snapshot, san=replace(snapshot.san, replicas=replicas)))
    texts = [row.describe(row.facts).texts for row in table.rows]
    assert [line[0] for line in texts] == ["mail", "web1", "web2"]
    assert [line[4] for line in texts] == [
        "–",
        "Both sides are the same.",
        "The sides differ in 12 KiB.",
    ]


def test_a_vms_own_menu_has_its_disks(snapshot: Snapshot, parent: QWidget) -> None:
    (vm,) = snapshot.vms_named("test3")
    entries = offered(snapshot, vm.key)
    detach = next(entry for text, entry in entries.items() if text.startswith("Detach xvda (LUN "))
    assert detach.what == DiskDetach(vm.uuid, vm.disks[0].wwid)
    assert "make a new one first" in entries["Attach a disk…"].why_not
    lun = snapshot.san.luns[0]
    free = replace(lun, wwid="36001405000000000000000000000000f", number=99)
    more = replace(snapshot, san=replace(snapshot.san, luns=(*snapshot.san.luns, free)))
    attach = offered(more, vm.key)["Attach a disk…"]
    assert attach.why_not == ""
    assert callable(attach.what)
    form = attach.what(parent)
    assert isinstance(form, forms.DraftForm)
    assert form.draft() == DiskAttach(vm.uuid, free.wwid, "")


def test_a_number_of_its_own_is_asked_for(snapshot: Snapshot, parent: QWidget) -> None:
    volume, replica = snapshot.san.volume("vg_san", "test3"), snapshot.san.replica("test3")
    assert volume is not None
    assert replica is not None
    spare = replace(volume, name="spare", lun="", used_by=(), replica="spare")
    sides = tuple(replace(side, device="/dev/drbd99") for side in replica.sides)
    mirror = replace(replica, name="spare", volume="vg_san/spare", sides=sides, minor=99)
    san = replace(
        snapshot.san,
        volumes=(*snapshot.san.volumes, spare),
        replicas=(*snapshot.san.replicas, mirror),
    )
    changed = replace(snapshot, san=san)
    entry = offered(changed, spare.key)["Export as LUN with a number…"]
    assert entry.why_not == ""
    assert callable(entry.what)
    form = entry.what(parent)
    assert isinstance(form, forms.DraftForm)
    spin = form.findChildren(QSpinBox)[0]
    assert spin.value() == max(lun.number for lun in snapshot.san.luns) + 1
    assert form.plan_button.isEnabled()
    spin.setValue(1)
    assert form.fields["number"].complaint.text()
    assert not form.plan_button.isEnabled()


def test_a_session_ends_from_its_own_menu(snapshot: Snapshot) -> None:
    session = next(s for s in snapshot.san.sessions if s.network == "storage-b")
    entries = offered(snapshot, session.key)
    assert list(entries) == [
        "Log out of the SAN on storage-b",
        "Log in to the SAN on storage-b",
    ]


def test_findings_that_say_the_same_are_one_line(snapshot: Snapshot) -> None:
    def degraded(name: str, what: str = "san1 waits for the other server.") -> Finding:
        sentence = f"{name} has one good copy only. {what}"
        return Finding("replica-degraded", Health.DEGRADED, Key(Kind.REPLICA, name), sentence, "")

    names = ("web1", "web2", "mail", "vpn")
    rows = [degraded(name) for name in names] + [degraded("erp", "san2 has no disk for it.")]
    told = whole(grouped(snapshot, rows))
    assert [finding.subject.id for finding in told] == ["web1", "erp"]
    assert told[0].sentence == (
        "web1 has one good copy only. san1 waits for the other server. "
        "The same holds for web2, mail and vpn."
    )
    assert whole(grouped(snapshot, rows[:2])) == tuple(rows[:2])
    luns = [
        Finding("lun-unused", Health.OK, lun.key, f"LUN {lun.wwid} is used by no VM.")
        for lun in snapshot.san.luns[:4]
    ]
    assert len(whole(grouped(snapshot, luns))) == 1
