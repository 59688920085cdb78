"""The page of the template library, its forms, and a transfer that runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.dialogs.draft_form import DraftForm
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.blocks import blocks_in
from xenadmin_gui.gui.pages.overview import overview
from xenadmin_gui.gui.pieces import whole
from xenadmin_gui.gui.templates import forms, words
from xenadmin_gui.gui.templates.library_page import LibraryPage
from xenadmin_gui.gui.templates.transfer import TransferDialog
from xenadmin_gui.gui.tree.filter import Filter
from xenadmin_gui.gui.tree.views import RowCache, san_view
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Ending, Outcome
from xenadmin_gui.operations.templates.change import TemplateEdit
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    session = open_demo(None, virtual=True)
    taken = session.refresh(JobContext(clock=session.clock))
    session.close()
    return taken


@pytest.fixture
def page(qtbot: QtBot) -> LibraryPage:
    page = LibraryPage()
    qtbot.addWidget(page)
    return page


def cluster(snapshot: Snapshot) -> Key:
    return Key(Kind.CLUSTER, snapshot.cluster)


def fill(form: DraftForm, **values: str) -> None:
    for name, value in values.items():
        editor = form.fields[name.replace("_dot_", ".")].editor
        if isinstance(editor, QLineEdit):
            editor.setText(value)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))


def test_the_page_lists_the_library_and_shows_the_first(
    page: LibraryPage, snapshot: Snapshot
) -> None:
    page.show_object(snapshot, cluster(snapshot))
    assert page.model.rowCount() == 2
    assert page.selected() == "debian-12"
    page.view.select_key(snapshot.templates[1].key)
    assert page.selected() == "leap-15"


def test_an_empty_library_says_what_to_do(page: LibraryPage, snapshot: Snapshot) -> None:
    empty = replace(snapshot, templates=())
    page.show_object(empty, cluster(empty))
    assert page.hint.isVisibleTo(page)
    assert "import an image" in page.hint.findChildren(type(page.hint._label))[0].text()
    page.show_object(snapshot, cluster(snapshot))
    assert not page.hint.isVisibleTo(page)


def test_states_have_words_and_signs(snapshot: Snapshot) -> None:
    one = snapshot.templates[0]
    assert words.state_of(one, ()) == (Health.OK, "usable")
    assert words.state_of(one, ("san2",)) == (Health.DEGRADED, "missing on san2")
    bad = replace(one, reason="Its copies on san1 and san2 are not the same.")
    assert words.state_of(bad, ()) == (Health.FAILED, "unusable")
    facts = words.blocks_of(snapshot, bad)[0].facts
    assert any("not the same" in fact.value for fact in facts)


def test_a_template_has_a_page_a_heading_and_a_place_in_the_tree(snapshot: Snapshot) -> None:
    key = snapshot.templates[0].key
    assert len(blocks_in(overview(snapshot, key))) == 3
    subject = lookup.subject_of(snapshot, key)
    assert lookup.heading_of(snapshot, subject).sentence == "Debian 12 (bookworm)"
    rows = whole(san_view(snapshot, Filter.parse(""), RowCache()))
    assert [row.key for group in rows for row in group.children if row.key == key]
    found = whole(san_view(snapshot, Filter.parse("leap"), RowCache()))
    names = [r.key.id for g in found for r in g.children if r.key and r.key.kind is Kind.TEMPLATE]
    assert names == ["leap-15"]


def test_the_form_of_an_import_complains_until_it_is_whole(
    qtbot: QtBot, snapshot: Snapshot
) -> None:
    form = forms.import_form(snapshot, None)  # type: ignore[arg-type]
    qtbot.addWidget(form)
    assert not form.plan_button.isEnabled()
    fill(form, name="debian-13", path="/root/x.qcow2", title="Debian 13")
    assert form.plan_button.isEnabled()
    draft = form.draft()
    assert isinstance(draft, TemplateImport)
    assert (draft.template.format, draft.template.image) == ("qcow2", "disk.qcow2")
    fill(form, boot_dot_method="kernel")
    assert not form.plan_button.isEnabled()
    assert form.fields["boot.kernel"].complaint.isVisibleTo(form)
    fill(form, boot_dot_kernel="/boot/vmlinuz")
    assert form.plan_button.isEnabled()
    fill(form, name="leap-15")
    assert "already" in form.fields["name"].complaint.text()


def test_the_form_of_a_vm_follows_its_state(qtbot: QtBot, snapshot: Snapshot) -> None:
    (running,) = snapshot.vms_named("web1")
    form = forms.from_vm_form(snapshot, running.uuid, None)  # type: ignore[arg-type]
    qtbot.addWidget(form)
    fill(form, name="golden")
    draft = form.draft()
    assert isinstance(draft, TemplateFromVm)
    assert (draft.uuid, draft.snapshot) == (running.uuid, True)
    assert form.plan_button.isEnabled()


def test_editing_keeps_what_is_not_asked(qtbot: QtBot, snapshot: Snapshot) -> None:
    one = snapshot.templates[0]
    form = forms.edit_form(snapshot, one, None)  # type: ignore[arg-type]
    qtbot.addWidget(form)
    draft = form.draft()
    assert isinstance(draft, TemplateEdit)
    assert draft.template == one
    fill(form, title="Ours")
    changed = form.draft()
    assert isinstance(changed, TemplateEdit)
    assert changed.template == replace(one, title="Ours")


def test_the_name_of_a_file_proposes_name_and_format(
    qtbot: QtBot, snapshot: Snapshot, tmp_path: Path
) -> None:
    file = tmp_path / "debian-13.raw.xz"
    form = forms.upload_form(snapshot, file, 1 << 20, None)  # type: ignore[arg-type]
    qtbot.addWidget(form)
    draft = form.draft()
    assert isinstance(draft, TemplateImport)
    assert (draft.template.name, draft.template.format) == ("debian-13", "raw.xz")
    assert draft.move


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[tuple[Session, Bridge]]:
    session = open_demo(None, virtual=True)
    made = Bridge(session)
    yield session, made
    made.close()
    session.close()


def test_a_transfer_shows_how_far_it_is_and_ends_when_it_is_closed(
    qtbot: QtBot, bridge: tuple[Session, Bridge]
) -> None:
    dialog = TransferDialog("Sending x")
    bar, goes_on, ends = dialog.bar, threading.Event(), list[Outcome[None]]()
    reached = threading.Event()

    def job(context: JobContext) -> None:
        context.progress(1 << 20, 4 << 20, "Sending x to san1")
        reached.set()
        with context.closing_on_cancel(goes_on.set):
            goes_on.wait(10)
        context.checkpoint()

    dialog.run(bridge[1], job, ends.append)
    qtbot.waitUntil(lambda: reached.is_set() and bar.value() == 250, timeout=20_000)
    assert "1 MiB of 4 MiB" in dialog.amount.text()
    dialog.close()
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends[0].ending is Ending.CANCELLED


def test_a_menu_offers_what_can_be_done(qtbot: QtBot, bridge: tuple[Session, Bridge]) -> None:
    from xenadmin_gui.gui.window.main_window import MainWindow

    session, _ = bridge
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    session.refresh(JobContext(clock=session.clock))
    qtbot.waitUntil(lambda: bool(window.snapshot and window.snapshot.templates), timeout=60_000)
    assert window.snapshot is not None
    key = window.snapshot.templates[0].key
    menu = QMenu()
    qtbot.addWidget(menu)
    from xenadmin_gui.gui.templates.template_actions import TemplateActions

    actions = window.findChild(TemplateActions)
    assert actions is not None
    actions.fill(menu, window.snapshot, (key,))
    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert texts == ["Verify", "Edit…", "Export…", "Delete…"]
    assert all(action.isEnabled() for action in menu.actions())
    actions.show_library()
    qtbot.waitUntil(lambda: window.objects.page is window.objects.library, timeout=20_000)
    window.close()
