"""The action of the graphical console in the whole window, on a real VNC server."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.session.screen_cluster import Cluster, screen_cluster
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.actions.vm_actions import VmActions
from xenadmin_gui.gui.window.main_window import MainWindow

PATIENCE_MS = 60_000


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with screen_cluster(tmp_path_factory.mktemp("screen")) as cluster:
        yield cluster


def test_the_viewer_starts_once_and_its_end_is_told(qtbot: QtBot, cluster: Cluster) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(cluster.session)
    window.show()
    known = set(cluster.uuids.values())
    qtbot.waitUntil(
        lambda: window.snapshot is not None and known <= set(window.snapshot.vms),
        timeout=PATIENCE_MS,
    )
    window.open_object(Key(Kind.VM, cluster.uuids["bare"]))
    actions = window.findChild(VmActions)
    assert isinstance(actions, VmActions)
    screen = actions.console.screen
    assert not screen.isEnabled()
    window.open_object(Key(Kind.VM, cluster.uuids["web1"]))
    qtbot.waitUntil(screen.isEnabled, timeout=PATIENCE_MS)
    screen.trigger()
    qtbot.waitUntil(cluster.seen.exists, timeout=PATIENCE_MS)
    screen.trigger()
    assert "open already" in window.status._message.text()
    (opened,) = cluster.session._screens
    qtbot.waitUntil(lambda: not screen_is_opening(actions), timeout=PATIENCE_MS)
    os.kill(opened.pid, 15)
    qtbot.waitUntil(
        lambda: "The viewer ended" in window.status._message.text(), timeout=PATIENCE_MS
    )
    window.close()


def test_a_vm_that_starts_anew_offers_its_screen_again(qtbot: QtBot, cluster: Cluster) -> None:
    """It takes no focus; the notice goes when the screen is open."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(cluster.session)
    window.show()
    key = Key(Kind.VM, cluster.uuids["web1"])
    qtbot.waitUntil(
        lambda: window.snapshot is not None and key.id in window.snapshot.vms, timeout=PATIENCE_MS
    )
    window.open_object(key)
    actions = window.findChild(VmActions)
    assert isinstance(actions, VmActions)
    screen = actions.console.screen
    qtbot.waitUntil(screen.isEnabled, timeout=PATIENCE_MS)
    screen.trigger()
    qtbot.waitUntil(cluster.seen.exists, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not screen_is_opening(actions), timeout=PATIENCE_MS)
    notice = window.objects.notice
    assert not notice.isVisible()

    cluster.seen.unlink()
    cluster.start_anew("web1")
    (opened,) = cluster.session._screens
    os.kill(opened.pid, 15)
    qtbot.waitUntil(notice.isVisible, timeout=PATIENCE_MS)
    assert "web1" in notice.text
    assert not cluster.seen.exists()
    qtbot.mouseClick(notice._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(cluster.seen.exists, timeout=PATIENCE_MS)
    assert not notice.isVisible()
    window.close()


def screen_is_opening(actions: VmActions) -> bool:
    return any(shown.screen is None for shown in actions.console._screens._open.values())
