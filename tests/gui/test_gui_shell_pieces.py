"""Work comes in pieces, and no event of a large cluster does more than so much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shell_sessions import ToldSession
from shell_snapshots import NOW, large
from shell_work import MOST_CALLS, wide_san, with_changed_replicas, work_of, work_off

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.selection_page import SelectionPage
from xenadmin_gui.gui.pieces import Pieces
from xenadmin_gui.gui.scale import is_large
from xenadmin_gui.gui.widgets.table import ObjectTable
from xenadmin_gui.gui.window import parts
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View
from xenadmin_gui.operations.verbs import VmVerb

_SAN_TAB = 2


def _noting(done: list[str], *names: str) -> Iterator[None]:
    for name in names:
        done.append(name)
        yield


# pieces


def test_a_piece_is_done_in_each_turn(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Pieces()
    work.begin(_noting(done, "a", "b"))
    assert (done, work.is_busy) == (["a"], True)
    qtbot.waitUntil(lambda: not work.is_busy)
    assert done == ["a", "b"]


def test_work_that_follows_waits_for_the_end_and_only_the_newest_counts(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Pieces()
    work.begin(_noting(done, "a", "b"))
    for name in ("c", "d"):
        work.follow(lambda name=name: _noting(done, name))
    qtbot.waitUntil(lambda: not work.is_busy)
    assert done == ["a", "b", "d"]


def test_other_work_drops_what_is_left(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Pieces()
    work.begin(_noting(done, "a", "b"))
    work.begin(_noting(done, "c", "d"))
    work.finish()
    assert (done, work.is_busy) == (["a", "c", "d"], False)


def test_a_piece_may_begin_other_work(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Pieces()

    def steps() -> Iterator[None]:
        yield
        work.begin(_noting(done, "other", "end"))
        yield
        done.append("never")

    work.begin(steps())
    qtbot.waitUntil(lambda: not work.is_busy)
    assert done == ["other", "end"]


def test_work_that_fails_is_over(qtbot: QtBot) -> None:
    done: list[str] = []
    work = Pieces()

    def steps() -> Iterator[None]:
        raise LookupError("a piece failed")
        yield

    with pytest.raises(LookupError):
        work.begin(steps())
    assert not work.is_busy
    work.follow(lambda: _noting(done, "next"))
    work.finish()
    assert done == ["next"]


# what an event does


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ToldSession]:
    session = ToldSession(wide_san(), tmp_path, NOW)
    yield session
    session.close()


@pytest.fixture
def window(qtbot: QtBot, session: ToldSession) -> Iterator[MainWindow]:
    parts.preload()
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    window.show()
    work_off(window)
    yield window
    window.close()


def _dearest(window: MainWindow, deed: Callable[[], object]) -> int:
    return max(work_of(window, deed))


@pytest.mark.parametrize("view", [View.CLUSTER, View.SAN])
def test_a_thousand_replicas_change_in_events_of_bounded_work(
    window: MainWindow, session: ToldSession, view: View
) -> None:
    show = partial(window.navigator.show_view, view)
    later = with_changed_replicas(session.snapshot, 1)
    tree = window.navigator.trees[view]

    assert _dearest(window, show) < MOST_CALLS
    told: list[int] = []
    tree.rows.dataChanged.connect(lambda a, b, *_: told.append(b.row() - a.row() + 1))
    assert _dearest(window, lambda: window.show_snapshot(later)) < MOST_CALLS

    assert sum(told) >= 1000
    assert window.snapshot is later


def test_the_san_page_with_a_thousand_replicas_comes_in_events_of_bounded_work(
    window: MainWindow, session: ToldSession
) -> None:
    later = with_changed_replicas(session.snapshot, 1)
    page = partial(window.objects.tabs.setCurrentIndex, _SAN_TAB)

    assert _dearest(window, page) < MOST_CALLS
    assert _dearest(window, lambda: window.show_snapshot(later)) < MOST_CALLS

    counts = [table.model.rowCount() for table in window.objects.page.findChildren(ObjectTable)]
    assert [count for count in counts if count >= 1000] == [2000, 1000, 1000, 2000]


def test_thousands_are_selected_in_events_of_bounded_work(window: MainWindow) -> None:
    window.navigator.show_view(View.VMS)
    work_off(window)

    assert _dearest(window, window.navigator.tree.selectAll) < MOST_CALLS

    assert len(window.selection()) == 1000
    page = window.objects.page
    assert isinstance(page, SelectionPage)
    assert page.findChildren(ObjectTable)[0].model.rowCount() == 1000


def test_what_can_be_done_to_thousands_is_known_after_some_turns(window: MainWindow) -> None:
    window.navigator.show_view(View.VMS)
    work_off(window)

    window.navigator.tree.selectAll()
    work_off(window)

    actions = {a.objectName(): a.isEnabled() for a in window._vm_actions.menu_actions()}
    assert actions[f"vm_{VmVerb.SHUTDOWN.value}"]
    assert not actions[f"vm_{VmVerb.START.value}"]


def test_a_view_that_comes_in_pieces_selects_what_the_former_one_had(
    window: MainWindow, session: ToldSession
) -> None:
    vm = next(iter(session.snapshot.vms.values()))
    window.navigator.show_view(View.CLUSTER)
    window.open_object(vm.key)
    work_off(window)
    assert window.selection() == (vm.key,)

    window.navigator.show_view(View.VMS)
    work_off(window)

    assert window.selection() == (vm.key,)
    assert window.objects.page is not None


def test_a_filter_over_thousands_comes_in_events_of_bounded_work(window: MainWindow) -> None:
    navigator = window.navigator
    navigator.show_view(View.SAN)
    work_off(window)
    navigator.filter_line.setText("r12")

    assert _dearest(window, navigator._on_filter_settled) < MOST_CALLS

    assert [key.id for key in _keys(window)] == ["r12", *(f"r12{n}" for n in range(10))]


def _keys(window: MainWindow) -> list[Key]:
    rows = window.navigator.tree.rows
    groups = [rows.index(n, 0) for n in range(rows.rowCount())]
    below = [rows.index(n, 0, group) for group in groups for n in range(rows.rowCount(group))]
    return [key for key in map(rows.key_of, below) if key is not None]


def test_a_large_snapshot_is_one_with_many_vms_or_many_luns() -> None:
    assert is_large(large(2, 400))
    assert is_large(wide_san(400, hosts=1))
    assert not is_large(Snapshot(""))
