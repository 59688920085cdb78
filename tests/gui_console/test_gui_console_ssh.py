"""Shells on a real sshd, in their window: vim, top, and more output than anybody reads."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.session.ssh_session import HOST, ssh_session
from tests.transport.servers import have_sshd
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.console.emulator import HISTORY_LINES
from xenadmin_gui.gui.console.pane import TerminalPane
from xenadmin_gui.gui.console.wire import MOST_A_TURN
from xenadmin_gui.session.session import Session

PATIENCE_MS = 60_000
_VIM = shutil.which("vim") or shutil.which("vi")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    if not have_sshd():
        pytest.skip("openssh-server is not installed")
    with ssh_session(tmp_path_factory.mktemp("ssh")) as session:
        yield session


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> Iterator[TerminalPane]:
    """A shell with a prompt of its own, 80 columns and more."""
    bridge = Bridge(session)
    bridge.start()
    pane = TerminalPane(session, bridge, Key(Kind.HOST, HOST))
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    qtbot.waitUntil(lambda: pane.wire.is_open, timeout=PATIENCE_MS)
    pane.wire.write(b"exec env PS1='now: ' LC_ALL=C.UTF-8 sh\r")
    shows(qtbot, pane, "\nnow:")
    yield pane
    pane.shut_down()
    bridge.close()


def text_of(pane: TerminalPane) -> str:
    """What is on the screen; the scroll-back is left out."""
    screen = pane.screen_
    rows = screen.size[1]
    return "\n" + screen.text((screen.end - rows, 0), (screen.end - 1, screen.size[0]))


def shows(qtbot: QtBot, pane: TerminalPane, text: str) -> None:
    qtbot.waitUntil(lambda: text in text_of(pane), timeout=PATIENCE_MS)


@pytest.mark.skipif(_VIM is None, reason="vim is not installed")
def test_a_file_is_written_in_vim(qtbot: QtBot, pane: TerminalPane, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_text("".join(f"row {n}\n" for n in range(200)))
    pane.wire.write(f"cd {tmp_path}; {_VIM} -u NONE -i NONE {file.name}\r".encode())
    shows(qtbot, pane, "row 9\n")
    before = pane.screen_.end
    QTest.keyClicks(pane.view, "G")
    shows(qtbot, pane, "row 199\n")
    QTest.keyClicks(pane.view, "ogrown")
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    QTest.keyClicks(pane.view, "gg")
    shows(qtbot, pane, "\nrow 0\n")
    assert pane.screen_.end == before  # vim's own scrolling leaves nothing behind
    QTest.keyClicks(pane.view, ":wq")
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    shows(qtbot, pane, "\nnow:")
    assert file.read_text().endswith("row 199\ngrown\n")


def test_top_draws_and_leaves(qtbot: QtBot, pane: TerminalPane) -> None:
    pane.wire.write(b"top\r")
    shows(qtbot, pane, "COMMAND")
    QTest.keyClicks(pane.view, "q")
    shows(qtbot, pane, "\nnow:")


def test_ten_megabytes_come_in_pieces_and_end_right(qtbot: QtBot, pane: TerminalPane) -> None:
    """Between two pieces other events have their turn, and no piece is a large one."""
    fed: list[int] = []
    turns: list[int] = []
    pane.wire.fed.connect(fed.append)
    other = QTimer(pane, interval=0)
    other.timeout.connect(lambda: turns.append(len(fed)))
    other.start()
    pane.wire.write(b"seq -f %0100.0f 100000; echo what remains\r")
    shows(qtbot, pane, "\nwhat remains\nnow:")
    other.stop()
    assert sum(fed) > 100_000 * 102
    assert max(fed) <= MOST_A_TURN
    assert len(set(turns)) > len(fed) / 2
    screen = pane.screen_
    assert screen.end - screen.oldest == HISTORY_LINES + screen.size[1]
    whole = screen.text((screen.oldest, 0), (screen.end - 1, screen.size[0])).split()
    numbers = [int(word) for word in whole if word.isdecimal()]
    assert numbers == list(range(100_001 - len(numbers), 100_001))
    assert len(numbers) > 9900
