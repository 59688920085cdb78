"""The emulator: what programs write is what is shown, and what has scrolled away is still there."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

from xenadmin_gui.gui.console.screen import TerminalScreen


def shown(screen: TerminalScreen, back: int = 0) -> list[str]:
    rows = []
    for runs in screen.frame(back).lines:
        row = ""
        for run in runs:
            row = row.ljust(run.column) + run.text
        rows.append(row.rstrip())
    return rows


def test_text_and_colours_become_runs() -> None:
    screen = TerminalScreen(20, 3)
    screen.feed("ok \x1b[1;31mfailed\x1b[0m grüße\r\n".encode())
    first = screen.frame().lines[0]
    assert [(run.column, run.text, run.fg, run.bold) for run in first] == [
        (0, "ok ", "default", False),
        (3, "failed", "red", True),
        (9, " grüße", "default", False),
    ]
    assert screen.frame().cursor == (0, 1)


def test_what_scrolled_away_is_kept_and_copied() -> None:
    screen = TerminalScreen(10, 3)
    screen.feed(b"".join(b"line %d\r\n" % n for n in range(6)))
    assert shown(screen) == ["line 4", "line 5", ""]
    assert shown(screen, back=2)[0] == "line 2"
    assert screen.frame(back=2).first == 2
    assert screen.text((0, 5), (2, 3)) == "0\nline 1\nline"


def test_the_nearest_line_above_is_found_whatever_the_case() -> None:
    screen = TerminalScreen(12, 3)
    screen.feed(b"Alpha\r\nbeta\r\nalpha 2\r\n\r\n\r\n")
    newest = screen.find("ALPHA", screen.end)
    assert newest == 2
    assert screen.find("alpha", newest) == 0
    assert screen.find("alpha", 0) is None


def test_a_question_of_the_program_is_answered() -> None:
    screen = TerminalScreen(20, 5)
    assert screen.feed(b"abc\x1b[6n") == b"\x1b[1;4R"


def test_bytes_cut_in_the_middle_of_a_character_are_no_harm() -> None:
    screen = TerminalScreen(20, 2)
    word = "grüße €".encode()
    for byte in word:
        screen.feed(bytes([byte]))
    assert shown(screen)[0] == "grüße €"


def test_rubbish_is_no_harm() -> None:
    screen = TerminalScreen(20, 5)
    screen.feed(bytes(range(256)) * 50)
    screen.feed(b"\x1b[999;999H\x1b[?99999h\x1b]0;title")
    screen.resize(2, 2)
    screen.resize(200, 60)
    assert len(screen.frame().lines) == 60


def test_a_real_full_screen_program_draws_and_leaves(tmp_path: Path) -> None:
    """``vim`` is not everywhere; ``less`` uses the same things: cursor, clearing, reverse."""
    ours, its = pty.openpty()
    screen = TerminalScreen(60, 10)
    environment = {**os.environ, "TERM": "linux", "LC_ALL": "C.UTF-8", "LESS": ""}
    text = "\n".join(f"row {n}" for n in range(50))
    script = 'stty cols 60 rows 10; printf \'%s\\n\' "$1" >"$2"; exec less "$2"'
    place = str(tmp_path / "text")
    process = subprocess.Popen(
        ["sh", "-c", script, "sh", text, place],
        stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(its)
    try:
        while "row 8" not in shown(screen):
            screen.feed(os.read(ours, 4096))
        os.write(ours, b"G")
        while "row 49" not in shown(screen):
            screen.feed(os.read(ours, 4096))
        os.write(ours, b"q")
        assert process.wait(20) == 0
    finally:
        process.kill()
        os.close(ours)
