"""What the menus offer, that the palette finds it, and that nothing outgrows a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from shell_sessions import ToldSession
from shell_snapshots import NOW, large, small, vm_key

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.pages.selection_page import SelectionPage
from xenadmin_gui.gui.sheets.planview import preview_content
from xenadmin_gui.gui.window.command_palette import CommandPalette, menu_entries
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.status_line import StatusLine
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vm import VmDraft

XEN1 = Key(Kind.HOST, "xen1")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    session = ToldSession(small(), tmp_path, NOW)
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    window.resize(960, 600)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    session.close()


def texts(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def test_the_host_menu_has_what_can_be_done_with_the_selected_host(window: MainWindow) -> None:
    window.open_object(vm_key("mail"))
    assert "Migrate every VM away from xen1…" not in texts(window.menus.host)
    window.open_object(XEN1)
    offered = texts(window.menus.host)
    assert {"Migrate every VM away from xen1…", "Shell on xen1", "New VM on xen1…"} <= {*offered}


def test_the_san_menu_names_what_can_be_done_with_each_server(window: MainWindow) -> None:
    offered = texts(window.menus.san)
    assert "Take san1 out for maintenance" in offered
    assert "Take san2 out for maintenance" in offered
    assert "Switch over to san2" in offered
    assert "Switch over to san1" not in offered  # it serves already
    window.open_object(Key(Kind.SAN_SERVER, "san2"))
    assert texts(window.menus.san).count("Take out for maintenance") == 1


def test_the_palette_finds_whatever_the_menus_offer(window: MainWindow) -> None:
    names = [entry.name for entry in menu_entries(window.menuBar())]
    assert "Take san2 out for maintenance" in names
    assert "Appearance: Dark" in names
    assert len(names) == len({id(entry.target) for entry in menu_entries(window.menuBar())})
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.line, "maintenance san2")
    assert palette.list.item(0).text().startswith("Take san2 out for maintenance")


def test_many_selected_objects_scroll_and_leave_the_window_as_it_is(qtbot: QtBot) -> None:
    page = SelectionPage()
    qtbot.addWidget(page)
    snapshot = large(4, 40)
    page.show_objects(snapshot, tuple(vm.key for vm in snapshot.vms.values()))
    page.resize(500, 200)
    page.show()
    assert page.minimumSizeHint().height() < 200
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0, timeout=5000)


def test_a_message_at_the_foot_begins_with_its_beginning(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(700, 26)
    line.show()
    line.show_snapshot(small())
    line.say("xen1 has no power. " + "Watch: it is fenced, its VMs start elsewhere. " * 4)
    line.layout().activate()
    shown = line._message.shown_text()
    assert shown.startswith("xen1 has no power.")
    assert shown.endswith("…")
    assert line._message.toolTip() == line.message


def test_what_cannot_be_taken_back_is_said_once_of_many() -> None:
    snapshot = large(4, 40)
    uuids = tuple(vm.uuid for vm in snapshot.vms.values() if vm.protection is None)[:12]
    plan = VmDraft(VmVerb.DESTROY, uuids).plan(snapshot)
    assert len(preview(plan, snapshot).notes) == 12
    notes = preview_content(preview(plan, snapshot)).notes
    assert len(notes) == 1
    assert "The same holds for" in notes[0]
    two = replace(plan, steps=plan.steps[:2])
    assert len(preview_content(preview(two, snapshot)).notes) == 2
