"""64 hosts and 2,000 VMs of the simulator in the whole window: 200 changes touch what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from shell_big import CHANGED, VMS, big_snapshot, with_changed_vms
from shell_sessions import ToldSession
from shell_snapshots import NOW

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.tree.delegate import RowDelegate
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View


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
    assert tree.select_key(chosen)
    delegate = CountingDelegate(tree)
    tree.setItemDelegate(delegate)
    qtbot.waitUntil(lambda: bool(delegate.painted), timeout=5000)
    QApplication.processEvents()
    delegate.painted.clear()
    structure = [QSignalSpy(signal) for signal in _structural_signals(tree)]
    resets = [QSignalSpy(v.model().modelReset) for v in window.findChildren(QAbstractItemView)]
    changes = QSignalSpy(tree.rows.dataChanged)
    place = tree.verticalScrollBar().value()

    later = with_changed_vms(first, 0)
    session.tell(later)
    qtbot.waitUntil(lambda: window.snapshot is later, timeout=5000)
    qtbot.waitUntil(lambda: bool(delegate.painted), timeout=5000)
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
