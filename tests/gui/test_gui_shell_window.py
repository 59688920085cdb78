"""The main window on a cluster that is told to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shell_sessions import ToldSession
from shell_snapshots import NOW, small, vm_key, with_vm

from xenadmin_gui.domain.deleted import DeletedVm
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.gui.window.command_palette import action_entries
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View

XEN1, XEN2, XEN3 = (Key(Kind.HOST, f"xen{n}") for n in (1, 2, 3))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ToldSession]:
    session = ToldSession(small(), tmp_path, NOW)
    yield session
    session.close()


@pytest.fixture
def window(qtbot: QtBot, session: ToldSession) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    window.resize(1200, 760)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def tell(window: MainWindow, session: ToldSession, qtbot: QtBot, snapshot: Snapshot) -> None:
    session.tell(snapshot)
    qtbot.waitUntil(lambda: window.snapshot is snapshot, timeout=3000)


def children(window: MainWindow, key: Key) -> list[str]:
    rows = window.navigator.tree.rows
    parent = rows.index_of_key(key)
    return [rows.index(n, 0, parent).data() for n in range(rows.rowCount(parent))]


def test_it_opens_on_the_cluster_with_all_hosts_and_vms(window: MainWindow) -> None:
    assert window.selection() == (Key(Kind.CLUSTER, "prod"),)
    assert children(window, Key(Kind.CLUSTER, "prod")) == [
        *("xen1", "xen2", "xen3", "xen4"),
        "Not running",
        "SAN",
    ]
    assert children(window, XEN3) == ["build9", "build10", "mail", "print"]


def test_a_vm_that_moves_keeps_selection_and_page(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    window.open_object(vm_key("web1"))
    resets: list[int] = []
    window.navigator.tree.rows.modelReset.connect(lambda: resets.append(1))
    tell(
        window,
        session,
        qtbot,
        with_vm(session.snapshot, "web1", host="xen3", running_on=("xen3",)),
    )
    assert "web1" in children(window, XEN3)
    assert window.selection() == (vm_key("web1"),)
    assert window.objects.title._heading is not None
    assert window.objects.title._heading.sentence == "running on xen3"
    assert resets == []


def test_what_is_folded_stays_folded(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    tree = window.navigator.tree
    tree.setExpanded(tree.rows.index_of_key(XEN3), False)
    tell(window, session, qtbot, with_vm(session.snapshot, "mail", cpu_percent=50.0))
    assert not tree.isExpanded(tree.rows.index_of_key(XEN3))
    assert tree.isExpanded(tree.rows.index_of_key(XEN1))


def test_a_vm_that_is_removed_leaves_a_page_that_says_so(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    window.open_object(vm_key("old-wiki"))
    vms = {u: vm for u, vm in session.snapshot.vms.items() if vm.name != "old-wiki"}
    tell(window, session, qtbot, replace(session.snapshot, vms=vms))
    heading = window.objects.title._heading
    assert heading is not None
    assert heading.name == "old-wiki"
    assert "no longer" in heading.sentence
    binned = DeletedVm(uuid=vm_key("old-wiki").id, name="old-wiki", at=1.0)
    tell(window, session, qtbot, replace(session.snapshot, deleted=(binned,)))
    heading = window.objects.title._heading
    assert heading is not None
    assert "recycle bin" in heading.sentence


def test_a_vm_of_a_silent_host_stays_below_it_as_unknown(window: MainWindow) -> None:
    assert children(window, Key(Kind.HOST, "xen4")) == ["backup"]
    off = window.navigator.tree.rows.index_of(("group", "off"))
    assert window.navigator.tree.rows.rowCount(off) == 1


def test_views_switch_by_keyboard_and_keep_the_object(window: MainWindow) -> None:
    window.open_object(vm_key("db1"))
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.view is View.VMS
    assert window.selection() == (vm_key("db1"),)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.view is View.SAN
    assert window.objects.title._heading is not None
    assert window.objects.title._heading.name == "db1"


def test_back_and_forward_lead_through_what_was_seen(window: MainWindow) -> None:
    for key in (XEN1, vm_key("web1"), XEN2):
        window.open_object(key)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.selection() == (vm_key("web1"),)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.selection() == (XEN1,)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.selection() == (vm_key("web1"),)


def test_f5_asks_every_machine(window: MainWindow, session: ToldSession, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: session.asked == [None])
    qtbot.waitUntil(lambda: "asked again" in window.status.message)


def test_the_filter_narrows_the_tree_and_says_when_nothing_fits(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.navigator.filter_line, "build")
    QTest.keyClick(window.navigator.filter_line, Qt.Key.Key_Return)
    assert children(window, Key(Kind.CLUSTER, "prod")) == ["xen3"]
    assert children(window, XEN3) == ["build9", "build10"]
    window.navigator.filter_line.setText("nobody")
    QTest.keyClick(window.navigator.filter_line, Qt.Key.Key_Return)
    assert window.navigator.stack.currentWidget() is window.navigator._hint
    window.navigator._hint._button.click()
    qtbot.waitUntil(lambda: window.navigator.stack.currentWidget() is window.navigator.tree)


def test_an_object_hidden_by_the_filter_can_still_be_opened(window: MainWindow) -> None:
    window.navigator.filter_line.setText("build")
    window.navigator._on_filter_settled()
    window.open_object(vm_key("web1"))
    assert window.selection() == (vm_key("web1"),)


def test_a_click_on_a_machine_at_the_foot_selects_it(window: MainWindow) -> None:
    strip = window.status.machines
    place = strip.place_of(3)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place.center())
    assert window.selection() == (XEN2,)


def test_several_vms_can_be_selected(window: MainWindow) -> None:
    tree = window.navigator.tree
    flags = QItemSelectionModel.SelectionFlag
    window.open_object(vm_key("db1"))
    tree.selectionModel().select(tree.rows.index_of_key(vm_key("web1")), flags.Select | flags.Rows)
    assert window.selection() == (vm_key("db1"), vm_key("web1"))
    assert window.objects.tabs.isHidden()
    window.actions_.copy_name.trigger()
    assert QGuiApplication.clipboard().text() == "db1\nweb1"


def test_the_tab_last_used_is_kept_for_each_kind(window: MainWindow) -> None:
    window.open_object(vm_key("db1"))
    tabs = window.objects.tabs
    definition = next(n for n in range(tabs.count()) if tabs.tabText(n) == "XML")
    tabs.setCurrentIndex(definition)
    window.open_object(XEN1)
    assert tabs.currentIndex() == 0
    window.open_object(vm_key("web1"))
    assert tabs.currentIndex() == definition


def test_f6_reaches_every_pane_and_comes_round(window: MainWindow) -> None:
    window.navigator.tree.setFocus()
    window.activateWindow()
    seen = set()
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.add(window.focusWidget())
    assert window.status.machines in seen
    assert window.objects.tabs in seen
    assert window.navigator.tree in seen


def test_every_machine_has_a_shape_at_the_foot_also_when_there_is_no_room(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    base = session.snapshot.servers["xen1"]
    servers = {f"host{n}": replace(base, name=f"host{n}") for n in range(50)}
    servers["host7"] = replace(servers["host7"], state=session.snapshot.servers["xen4"].state)
    tell(window, session, qtbot, replace(session.snapshot, servers=servers, findings=()))
    strip = window.status.machines
    assert len(strip._places) == 50
    qtbot.waitUntil(lambda: strip.place_of(49).right() <= strip.width())
    assert strip._texts[7] == "host7"
    assert strip._texts[8] == ""


def test_a_palette_finds_objects_and_runs_actions(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = QGuiApplication.topLevelWindows()
    assert dialog
    from xenadmin_gui.gui.window.command_palette import CommandPalette

    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.line, "mail")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.selection() == (vm_key("mail"),)


def test_a_palette_says_why_an_action_cannot_run_and_when_nothing_fits(window: MainWindow) -> None:
    from xenadmin_gui.gui.window.command_palette import CommandPalette, Entry

    cannot = QAction("Migrate")
    cannot.setToolTip("Select a VM first.")
    cannot.setEnabled(False)
    palette = CommandPalette(
        [*action_entries([cannot]), Entry("mail", "VM", vm_key("mail"))], window
    )
    assert palette.list.count() == 1  # what cannot run is only shown to whoever asks for it
    palette.line.setText("migr")
    assert "Select a VM first." in palette.list.item(0).text()
    chosen: list[QAction] = []
    palette.action_chosen.connect(chosen.append)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert chosen == []
    palette.line.setText("qqq")
    assert palette.list.item(0).text() == "Nothing here is called that."


def test_closing_the_window_leaves_no_thread_and_no_timer(
    qtbot: QtBot, session: ToldSession
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    window.show()
    window.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("lane-window")]
    assert not window.status._tick.isActive()
    assert session._listeners == []


def test_size_and_docks_come_back(qtbot: QtBot, session: ToldSession) -> None:
    def opened() -> MainWindow:
        window = MainWindow()
        qtbot.addWidget(window)
        window.attach(session)
        window.show()
        return window

    first = opened()
    first.resize(760, 600)
    first._docks[0].hide()
    first._splitter.setSizes([240, 520])
    first.close()
    second = opened()
    assert (second.width(), second.height()) == (760, 600)
    assert second._docks[0].isHidden()
    assert abs(second._splitter.sizes()[0] - 240) < 12
    second.close()


def test_the_mouse_over_the_list_keeps_rows_in_place(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    window.navigator.show_view(View.VMS)
    tree = window.navigator.tree
    tree.header().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    assert tree.rows.index(0, 0).data() == "build10"
    QTest.mouseMove(tree.viewport(), QPoint(20, 20))
    tree.pointer_moved.emit()
    tell(window, session, qtbot, with_vm(session.snapshot, "mail", cpu_percent=300.0))
    assert tree.rows.index(0, 0).data() == "build10"
    window.navigator._place_timer.stop()
    window.navigator._on_pointer_still()
    assert tree.rows.index(0, 0).data() == "mail"


def test_crashed_vms_are_red_and_paused_ones_are_not(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    tell(window, session, qtbot, with_vm(session.snapshot, "mail", state=VmState.CRASHED))
    rows = window.navigator.tree.rows
    from xenadmin_gui.gui.tree.model import CellsRole

    assert rows.index_of_key(vm_key("mail")).data(CellsRole).health is Health.FAILED
    assert rows.index_of_key(vm_key("print")).data(CellsRole).health is Health.PAUSED
