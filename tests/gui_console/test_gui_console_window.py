"""Consoles and shells in their window, on the simulated cluster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.console.console_window import ConsoleWindow
from xenadmin_gui.gui.console.pane import TerminalPane
from xenadmin_gui.gui.console.screen import TerminalScreen
from xenadmin_gui.gui.console.terminal_view import TerminalView
from xenadmin_gui.session.consoles import place_of
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session

PATIENCE_MS = 20_000


@pytest.fixture
def session() -> Iterator[Session]:
    session = open_demo()
    session.start()
    yield session
    session.close()


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[ConsoleWindow]:
    bridge = Bridge(session)
    bridge.start()
    qtbot.waitUntil(
        lambda: bridge.snapshot is not None and len(bridge.snapshot.vms) == 14, timeout=PATIENCE_MS
    )
    window = ConsoleWindow(session, bridge)
    qtbot.addWidget(window)
    yield window
    window.shut_down()
    bridge.close()


def shows(qtbot: QtBot, pane: TerminalPane, text: str) -> None:
    screen = pane.screen_
    qtbot.waitUntil(
        lambda: text in screen.text((0, 0), (screen.end - 1, screen.size[0])),
        timeout=PATIENCE_MS,
    )


def vm_key(session: Session, name: str) -> Key:
    (vm,) = session.snapshot.vms_named(name)
    return vm.key


def test_a_shell_runs_what_is_typed(qtbot: QtBot, window: ConsoleWindow) -> None:
    pane = window.open_terminal(Key(Kind.SAN_SERVER, "san2"))
    shows(qtbot, pane, "root@san2:~#")
    QTest.keyClicks(pane.view, "hostname")
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    shows(qtbot, pane, "\nsan2\n")
    assert "san2" in pane.state.text()
    QTest.keyClick(
        pane.view,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    assert window.focusWidget() is pane.again_button  # the window's shortcuts work again
    assert window.open_terminal(Key(Kind.SAN_SERVER, "san2")) is pane


def test_a_console_follows_its_vm_to_another_host(
    qtbot: QtBot, window: ConsoleWindow, session: Session
) -> None:
    pane = window.open_terminal(vm_key(session, "web1"))
    shows(qtbot, pane, "Connected to domain 'web1'")
    vm = session.snapshot.vms[pane.key.id]
    anew = {**session.snapshot.vms, vm.uuid: replace(vm, domain_id=4711)}
    started_anew = replace(session.snapshot, vms=anew)
    assert place_of(started_anew, pane.key) != place_of(session.snapshot, pane.key)
    window.tabs.setFocus()
    assert session.drill is not None
    session.drill.power_off("xen1")
    shows(qtbot, pane, "lost")
    session.drill.advance(120)
    qtbot.waitUntil(lambda: pane.wire.is_open, timeout=PATIENCE_MS)
    assert pane.state.text().split()[-1] in ("xen2", "xen3", "xen4")
    assert window.focusWidget() is window.tabs.tabBar()


def test_a_vm_that_is_off_is_waited_for(
    qtbot: QtBot, window: ConsoleWindow, session: Session
) -> None:
    pane = window.open_terminal(vm_key(session, "test3"))
    qtbot.waitUntil(lambda: "Waits" in pane.state.text(), timeout=PATIENCE_MS)


def test_closing_the_last_tab_hides_the_window_and_hangs_up(
    qtbot: QtBot, window: ConsoleWindow
) -> None:
    pane = window.open_terminal(Key(Kind.SAN_SERVER, "san1"))
    qtbot.waitUntil(lambda: pane.wire.is_open, timeout=PATIENCE_MS)
    window.tabs.tabCloseRequested.emit(0)
    assert not pane.wire.is_open
    assert window.isHidden()


def test_a_tab_gets_a_window_of_its_own_and_goes_on(qtbot: QtBot, window: ConsoleWindow) -> None:
    first = window.open_terminal(Key(Kind.SAN_SERVER, "san1"))
    assert not window.own_window.isEnabled()
    second = window.open_terminal(Key(Kind.SAN_SERVER, "san2"))
    shows(qtbot, second, "root@san2:~#")
    qtbot.mouseClick(window.own_window, Qt.MouseButton.LeftButton)
    other = second.window()
    assert isinstance(other, ConsoleWindow)
    assert other is not window
    assert second.wire.is_open
    assert not other.own_window.isEnabled()
    QTest.keyClicks(second.view, "hostname")
    QTest.keyClick(second.view, Qt.Key.Key_Return)
    shows(qtbot, second, "\nsan2\n")
    assert window.open_terminal(second.key) is second
    assert first.window() is window
    window.shut_down()
    assert other.isHidden()


@pytest.fixture
def view(qtbot: QtBot) -> TerminalView:
    view = TerminalView(TerminalScreen())
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    return view


@pytest.mark.parametrize(
    ("key", "modifier", "sent"),
    [
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, b"\x03"),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier, b"\x1d"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, b"\t"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, b"\x1b[A"),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, b"\x1b[21~"),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, b"\x7f"),
    ],
)
def test_keys_go_to_the_program(
    qtbot: QtBot, view: TerminalView, key: Qt.Key, modifier: Qt.KeyboardModifier, sent: bytes
) -> None:
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClick(view, key, modifier)
    assert typed.args == [sent]


def test_arrows_follow_the_mode_that_the_program_sets(qtbot: QtBot, view: TerminalView) -> None:
    view.screen_.feed(b"\x1b[?1h")
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert typed.args == [b"\x1bOA"]


def test_the_clipboard_is_typed_and_marked_text_copied(qtbot: QtBot, view: TerminalView) -> None:
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QGuiApplication.clipboard().setText("two\nlines")
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClick(view, Qt.Key.Key_V, control)
    assert typed.args == [b"two\rlines"]
    view.screen_.feed(b"hello world")
    view.refresh()
    view.scroll_to(0)
    QTest.keyClick(view, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "hello world"


def test_a_run_of_text_is_as_wide_as_its_cells(view: TerminalView) -> None:
    for font in (view._plain, view._bold):
        width = QFontMetricsF(font).horizontalAdvance("m" * 100)
        assert width == pytest.approx(100 * view._cell.width(), abs=2)


def test_much_output_is_painted_seldom(qtbot: QtBot, view: TerminalView) -> None:
    qtbot.waitUntil(lambda: view._seen == view.screen_.version, timeout=PATIENCE_MS)
    painted = view._seen
    for _ in range(50):
        view.screen_.feed(b"x" * 1000 + b"\r\n")
        view.refresh_soon()
    assert view._seen <= painted + 1  # at most one picture at once, the others later
    view.refresh()
    assert view._seen == view.screen_.version
