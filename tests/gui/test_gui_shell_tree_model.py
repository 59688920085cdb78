"""The tree gets to every wished forest by difference, and rows stay the rows they were."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from shell_work import calls_in

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.tree.approach import ROWS_A_STEP
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.tree.view import ObjectTreeView

pytestmark = pytest.mark.usefixtures("qapp")


def _cells(facts: Any) -> Cells:
    return Cells(None, (str(facts),))


def _row(name: int, *children: Row, facts: Any = None) -> Row:
    return Row(name, None, name if facts is None else facts, _cells, tuple(children))


def _forest(rng: random.Random, former: list[Row] | None = None) -> list[Row]:
    """A random forest over a few ids, so that rows come, go, move and change between two.

    Some rows of ``former`` stand in it again, the very objects with all below them, anywhere.
    """
    kept: list[Row] = []
    taken: set[Any] = set()
    for row in _every(former or []):
        ids = {below.id for below in _every([row])}
        if rng.random() < 0.3 and not ids & taken:
            kept.append(row)
            taken |= ids
    free = [name for name in range(24) if name not in taken]
    names = rng.sample(free, rng.randint(0, len(free) * 5 // 6))

    def grow(depth: int) -> list[Row]:
        rows = []
        for _ in range(rng.randint(0, 6)):
            if kept and rng.random() < 0.5:
                rows.append(kept.pop(rng.randrange(len(kept))))
            elif names:
                name = names.pop()
                below = grow(depth + 1) if depth < 3 else ()
                rows.append(_row(name, *below, facts=rng.random()))
        return rows

    return grow(0)


def _every(rows: Iterable[Row]) -> list[Row]:
    return [found for row in rows for found in (row, *_every(row.children))]


def _sorted(entries: list[Any]) -> list[Any]:
    return sorted((row_id, text, _sorted(below)) for row_id, text, below in entries)


def _shown(model: ObjectTreeModel, parent: QModelIndex | None = None) -> list[Any]:
    parent = parent or QModelIndex()
    indexes = [model.index(place, 0, parent) for place in range(model.rowCount(parent))]
    return [(model.id_of(i), model.data(i), _shown(model, i)) for i in indexes]


def _wished(rows: list[Row]) -> list[Any]:
    return [(row.id, str(row.facts), _wished(list(row.children))) for row in rows]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_every_sequence_of_forests_is_reached(seed: int) -> None:
    rng = random.Random(seed)
    model = ObjectTreeModel(["Name"])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    forest: list[Row] = []
    for _ in range(8):
        forest = _forest(rng, forest)
        model.keeps_order = rng.random() < 0.3
        before = {
            model.id_of(index): QPersistentModelIndex(index)
            for index in map(model.index_of, range(24))
            if index.isValid()
        }
        model.apply(forest)
        shown, wished = _shown(model), _wished(forest)
        assert _sorted(shown) == _sorted(wished)
        assert model.keeps_order or shown == wished
        for row_id, index in before.items():
            assert model.id_of(index) == (row_id if model.index_of(row_id).isValid() else None)
    assert not resets


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_a_forest_is_reached_from_wherever_another_wish_was_left(seed: int) -> None:
    rng = random.Random(seed)
    model = ObjectTreeModel(["Name"])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    former: list[list[Row]] = [[]]
    for _ in range(6):
        forest = _forest(rng, rng.choice(former))
        former.append(forest)
        steps = model.steps(forest, a_step=rng.randint(1, 4))
        for _ in range(rng.randint(0, 12)):
            next(steps, None)
    wished = rng.choice(former)
    for _ in model.steps(wished, a_step=1):
        assert model.is_applying
    assert _shown(model) == _wished(wished)


def test_no_step_brings_more_rows_than_it_may() -> None:
    model = ObjectTreeModel(["Name"])
    brought: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: brought.append(last - first + 1))
    steps = model.steps([_row(n, *(_row(1000 + n * 100 + m) for m in range(90))) for n in range(9)])
    counts = []
    for _ in steps:
        counts.append(sum(brought))
        brought.clear()
    counts.append(sum(brought))
    assert sum(counts) == 9 * 91
    assert max(counts) <= ROWS_A_STEP


def test_rows_that_are_the_very_same_are_not_looked_at_again() -> None:
    model = ObjectTreeModel(["Name"])
    rows = [_row(n, *(_row(1000 + n * 100 + m) for m in range(90))) for n in range(20)]
    model.apply(rows)
    changed = [_row(0, *rows[0].children, facts="new"), *rows[1:]]
    assert calls_in(lambda: model.apply(rows)) < 500
    assert calls_in(lambda: model.apply(changed)) < 1500


def test_a_moved_row_is_moved_and_not_made_anew() -> None:
    model = ObjectTreeModel(["Name"])
    model.apply([_row(1, _row(10), _row(11)), _row(2)])
    moved: list[int] = []
    removed: list[int] = []
    model.rowsMoved.connect(lambda *_: moved.append(1))
    model.rowsRemoved.connect(lambda *_: removed.append(1))
    model.apply([_row(1, _row(11)), _row(2, _row(10))])
    assert (len(moved), len(removed)) == (1, 0)


def test_only_changed_rows_are_announced() -> None:
    model = ObjectTreeModel(["Name"])
    model.apply([_row(n) for n in range(100)])
    announced: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda a, b, *_: announced.append((a.row(), b.row())))
    model.apply([_row(n, facts="new" if n in (3, 60, 61) else None) for n in range(100)])
    assert announced == [(3, 3), (60, 61)]


def test_rows_keep_their_place_while_order_is_held() -> None:
    model = ObjectTreeModel(["Name"])
    model.apply([_row(n) for n in (1, 2, 3)])
    model.keeps_order = True
    model.apply([_row(n) for n in (3, 4, 1)])
    assert [entry[0] for entry in _shown(model)] == [1, 3, 4]
    model.keeps_order = False
    model.apply([_row(n) for n in (3, 4, 1)])
    assert [entry[0] for entry in _shown(model)] == [3, 4, 1]


def test_an_index_that_outlives_its_row_finds_nothing() -> None:
    model = ObjectTreeModel(["Name"])
    model.apply([_row(1), _row(2)])
    stale = model.index(1, 0)
    model.apply([_row(1)])
    assert model.key_of(stale) is None
    assert model.rowCount(model.index(5, 0)) == 1


def test_a_row_that_came_open_without_rows_below_it_shows_the_first_that_comes(
    qtbot: QtBot,
) -> None:
    model = ObjectTreeModel([""])
    view = ObjectTreeView(model)
    qtbot.addWidget(view)
    host = Row("host", None, "host", _cells, (), is_open=True)
    model.apply([host])
    model.apply([Row("host", None, "host", _cells, (_row(1),), is_open=True)])
    assert view.isExpanded(model.index_of("host"))


def test_the_selection_is_told_once_when_a_wish_removes_rows_in_many_places(qtbot: QtBot) -> None:
    model = ObjectTreeModel([""])
    view = ObjectTreeView(model)
    qtbot.addWidget(view)
    rows = [_keyed(number) for number in range(20)]
    model.apply(rows)
    view.selectAll()
    told: list[tuple[Key, ...]] = []
    view.selection_settled.connect(told.append)

    model.apply(rows[::2])

    assert told == [tuple(row.key for row in rows[::2])]


def _keyed(number: int) -> Row:
    return Row(number, Key(Kind.VM, f"vm{number}"), number, _cells)


def test_a_selection_of_thousands_is_painted_without_a_question_about_each(qtbot: QtBot) -> None:
    model = ObjectTreeModel(["Name", "Other"])
    view = ObjectTreeView(model)
    qtbot.addWidget(view)
    model.apply([_keyed(number) for number in range(3000)])
    view.show()
    qtbot.waitExposed(view)
    view.repaint()
    view.selectAll()
    assert len(view.selection()) == 3000
    assert calls_in(view.repaint) < 2000
