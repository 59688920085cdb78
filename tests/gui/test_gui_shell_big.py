"""64 hosts and 2,000 VMs of the simulator in the whole window: 200 changes touch what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot
from shell_big import CHANGED, VMS, big_snapshot, with_changed_vms
from shell_sessions import ToldSession
from shell_snapshots import NOW

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot, objects_of
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.blocks import Table, blocks_in
from xenadmin_gui.gui.pages.overview import overview
from xenadmin_gui.gui.pages.overview_page import OverviewPage
from xenadmin_gui.gui.tree.delegate import RowDelegate
from xenadmin_gui.gui.tree.describe import describe_multipath
from xenadmin_gui.gui.tree.row import Row
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.block_widgets import HostsWidget
from xenadmin_gui.gui.widgets.labels import LinkButton
from xenadmin_gui.gui.widgets.table import ObjectTable
from xenadmin_gui.gui.window.command_palette import object_entries
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View

#: Only a machine that does much else at once needs so long.
PATIENCE_MS = 60_000


class CountingDelegate(RowDelegate):
    """Notes which objects it painted."""

    def __init__(self, parent: ObjectTreeView) -> None:
        super().__init__(parent)
        self.painted: set[Key | None] = set()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        self.painted.add(model.key_of(index))
        super().paint(painter, option, index)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return big_snapshot(tmp_path_factory.mktemp("big"))


@pytest.fixture
def session(snapshot: Snapshot, tmp_path: Path) -> Iterator[ToldSession]:
    session = ToldSession(snapshot, tmp_path, NOW)
    yield session
    session.close()


@pytest.fixture
def window(qtbot: QtBot, session: ToldSession) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.mark.parametrize("view", [View.CLUSTER, View.VMS])
def test_two_hundred_changes_repaint_what_is_seen(
    window: MainWindow, session: ToldSession, qtbot: QtBot, view: View
) -> None:
    first = session.snapshot
    assert len(first.vms) == VMS
    window.navigator.show_view(view)
    tree = window.navigator.tree
    chosen = Key(Kind.VM, list(first.vms)[VMS // 2])
    qtbot.waitUntil(
        lambda: tree.select_key(chosen) and not tree.rows.is_applying, timeout=PATIENCE_MS
    )
    delegate = CountingDelegate(tree)
    tree.setItemDelegate(delegate)
    qtbot.waitUntil(lambda: bool(delegate.painted), timeout=PATIENCE_MS)
    QApplication.processEvents()
    delegate.painted.clear()
    structure = [QSignalSpy(signal) for signal in _structural_signals(tree)]
    resets = [QSignalSpy(v.model().modelReset) for v in window.findChildren(QAbstractItemView)]
    changes = QSignalSpy(tree.rows.dataChanged)
    place = tree.verticalScrollBar().value()

    later = with_changed_vms(first, 0)
    session.tell(later)
    qtbot.waitUntil(lambda: window.snapshot is later, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(delegate.painted), timeout=PATIENCE_MS)
    QApplication.processEvents()

    assert [spy.count() for spy in resets] == [0] * len(resets)
    assert [spy.count() for spy in structure] == [0] * len(structure)
    assert 0 < changes.count() <= CHANGED
    assert 0 < len(delegate.painted) <= _visible_rows(tree)
    assert (tree.selection(), tree.verticalScrollBar().value()) == ((chosen,), place)


def _structural_signals(tree: ObjectTreeView) -> list[object]:
    rows = tree.rows
    return [rows.rowsInserted, rows.rowsRemoved, rows.rowsMoved, rows.layoutChanged]


def _visible_rows(tree: ObjectTreeView) -> int:
    """Rows that fit into the view, the cut one at the foot too."""
    return tree.viewport().height() // tree.visualRect(tree.currentIndex()).height() + 1


def test_a_snapshot_comes_to_one_part_in_each_turn(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.snapshot is session.snapshot, timeout=PATIENCE_MS)
    later = with_changed_vms(session.snapshot, 1)
    page = window.objects.page

    window.show_snapshot(later)

    assert window.snapshot is not later, "the last part had its turn in the same event"
    qtbot.waitUntil(lambda: window.snapshot is later, timeout=PATIENCE_MS)
    assert window.objects.page is page


def test_a_snapshot_that_comes_between_two_turns_is_shown_whole(
    window: MainWindow, session: ToldSession, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.snapshot is session.snapshot, timeout=PATIENCE_MS)
    first = with_changed_vms(session.snapshot, 1)
    second = with_changed_vms(first, 2)
    uuid = next(u for u in first.vms if second.vms[u] is not first.vms[u])
    window.navigator.show_view(View.VMS)

    window.show_snapshot(first)
    window.show_snapshot(second)
    qtbot.waitUntil(lambda: window.snapshot is second, timeout=PATIENCE_MS)

    rows = window.navigator.tree.rows
    qtbot.waitUntil(
        lambda: (
            rows.index_of(uuid).siblingAtColumn(3).data()
            == wording.number(second.vms[uuid].cpu_percent or 0.0)
        ),
        timeout=PATIENCE_MS,
    )


def test_the_machines_of_the_overview_are_made_a_few_in_each_turn(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    machines = window.objects.findChildren(HostsWidget)[0]
    qtbot.waitUntil(lambda: machines.is_whole, timeout=PATIENCE_MS)
    names = [b.text() for b in machines.findChildren(LinkButton)]
    assert len(names) == len(window.snapshot.servers if window.snapshot else ())

    fresh = HostsWidget(machines.block)
    qtbot.addWidget(fresh)
    assert not fresh.is_whole
    qtbot.waitUntil(lambda: fresh.is_whole, timeout=PATIENCE_MS)
    assert [b.text() for b in fresh.findChildren(LinkButton)] == names


def test_a_filter_tells_the_selection_once_however_many_rows_go(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    window.navigator.show_view(View.CLUSTER)
    told = QSignalSpy(window.navigator.selection_changed)
    tree = window.navigator.tree
    removals = QSignalSpy(tree.rows.rowsRemoved)

    window.navigator.filter_line.setText("12")
    qtbot.waitUntil(
        lambda: removals.count() > 10 and not tree.rows.is_applying, timeout=PATIENCE_MS
    )

    assert told.count() <= 1


def test_hosts_of_a_large_cluster_come_closed_and_a_filter_opens_those_with_matches(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    assert window.snapshot is not None
    tree = window.navigator.tree
    host = window.snapshot.hosts[0]
    vm = window.snapshot.vms_on(host.name)[0]
    assert not tree.isExpanded(tree.rows.index_of(host.key))

    window.navigator.filter_line.setText(f"uuid:{vm.uuid}")
    qtbot.waitUntil(lambda: tree.isExpanded(tree.rows.index_of(host.key)), timeout=PATIENCE_MS)
    assert tree.rows.rowCount(tree.rows.index_of(host.key)) == 1

    window.navigator.filter_line.clear()
    qtbot.waitUntil(lambda: not tree.isExpanded(tree.rows.index_of(host.key)), timeout=PATIENCE_MS)
    below = tree.rows.index_of(host.key)
    qtbot.waitUntil(lambda: tree.rows.rowCount(below) > 1, timeout=PATIENCE_MS)


def test_the_palette_names_every_object_without_asking_for_its_state(snapshot: Snapshot) -> None:
    entries = object_entries(snapshot)
    assert len(entries) == len(objects_of(snapshot))
    by_key = {entry.target: entry.name for entry in entries}
    for key in (snapshot.san.luns[3].key, snapshot.san.multipaths[7].key, snapshot.hosts[2].key):
        assert by_key[key] == lookup.heading_of(snapshot, lookup.subject_of(snapshot, key)).name


def test_a_table_of_thousands_takes_its_rows_over_several_turns(
    snapshot: Snapshot, qtbot: QtBot
) -> None:
    rows = tuple(Row(m.key, m.key, m, describe_multipath) for m in snapshot.san.multipaths)
    block = Table("Maps", ("Map",), rows)
    table = ObjectTable(block)
    qtbot.addWidget(table)

    table.show_table(block)

    assert 0 < table.model.rowCount() < len(rows)
    qtbot.waitUntil(lambda: table.model.rowCount() == len(rows), timeout=PATIENCE_MS)
    table.show_table(Table("Maps", ("Map",), rows[:20]))
    assert table.model.rowCount() == 20


def test_the_page_of_an_object_is_built_in_parts_and_whole_in_the_end(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    assert window.snapshot is not None
    vm = next(iter(window.snapshot.vms.values()))
    blocks = blocks_in(overview(window.snapshot, vm.key))
    window.open_object(vm.key)
    page = window.objects.page
    assert isinstance(page, OverviewPage)

    def titles() -> list[str]:
        shown = {label.text() for label in page.findChildren(QLabel)}
        return [block.title for block in blocks if block.title in shown]

    assert len(titles()) < len(blocks)
    qtbot.waitUntil(lambda: titles() == [block.title for block in blocks], timeout=PATIENCE_MS)


def test_an_object_in_another_view_is_told_alone(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    assert window.snapshot is not None
    window.navigator.show_view(View.VMS)
    told = QSignalSpy(window.navigator.selection_changed)
    host = window.snapshot.hosts[3].key

    window.open_object(host)

    assert {told.at(n)[0] for n in range(told.count())} == {(host,)}


def test_all_vms_can_be_selected(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    window.navigator.show_view(View.VMS)
    tree = window.navigator.tree
    rows = tree.rows
    qtbot.waitUntil(lambda: rows.rowCount() == VMS, timeout=PATIENCE_MS)
    tree.selectAll()
    assert list(window.selection()) == rows.keys_of(QModelIndex(), 0, rows.rowCount() - 1)
