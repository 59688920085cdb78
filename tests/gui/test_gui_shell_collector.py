"""Full garbage collections wait for a window that nobody uses."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xenadmin_gui.gui import collector as collector_module
from xenadmin_gui.gui.collector import Collector


class Unused:
    """Qt's word when no window has the user's attention; one of another test may have it."""

    @staticmethod
    def applicationState() -> Qt.ApplicationState:
        return Qt.ApplicationState.ApplicationInactive


class Cycle:
    """Refers to itself: counting alone never frees it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector()
    collector.start()
    yield collector
    collector.stop()


def test_no_full_collection_happens_by_itself_until_it_is_stopped(qtbot: QtBot) -> None:
    before = gc.get_threshold()
    collector = Collector()
    collector.start()
    assert gc.get_threshold()[:2] == before[:2]
    assert gc.get_threshold()[2] > 1_000_000
    collector.stop()
    assert gc.get_threshold() == before


def test_what_lies_in_the_oldest_generation_goes_while_no_window_is_used(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector_module, "QGuiApplication", Unused)
    cycle = Cycle()
    gc.collect()
    is_gone = weakref.ref(cycle)
    del cycle
    gc.collect(1)
    assert is_gone() is not None

    collector.look()

    assert is_gone() is None
