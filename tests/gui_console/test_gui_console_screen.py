"""The emulator: what programs write is what is shown, and what has scrolled away is still there."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from xenadmin_gui.gui.console.emulator import HISTORY_LINES, Screen, Stream, runs_of
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


def test_a_sequence_with_too_many_arguments_is_left_out() -> None:
    screen = TerminalScreen(20, 2)
    screen.feed(b"one\x1b[1;2;3;4A\x1b[?7Btwo")
    assert shown(screen)[0] == "onetwo"


def test_text_after_a_strange_character_is_shown() -> None:
    screen = TerminalScreen(20, 2)
    screen.feed(b"a\x01b\x16c")
    assert shown(screen)[0] == "abc"


def test_wide_and_composed_characters_keep_their_columns() -> None:
    screen = TerminalScreen(20, 2)
    screen.feed("a中b e\u0301x\u20d7y".encode())
    assert [(run.column, run.width, run.text) for run in screen.frame().lines[0]] == [
        (0, 1, "a"),
        (1, 2, "中"),
        (3, 3, "b é"),
        (6, 1, "x\u20d7"),
        (7, 1, "y"),
    ]
    assert screen.text((0, 1), (0, 3)) == "中b"
    assert screen.text((0, 6), (0, 7)) == "x\u20d7y"


def test_a_smaller_window_loses_blank_lines_first_and_keeps_the_others() -> None:
    screen = TerminalScreen(20, 6)
    screen.feed(b"one\r\ntwo\r\nthree")
    screen.resize(20, 4)
    assert shown(screen) == ["one", "two", "three", ""]
    screen.resize(20, 2)
    assert shown(screen) == ["two", "three"]
    assert shown(screen, back=1)[0] == "one"
    screen.feed(b"!")
    assert shown(screen)[1] == "three!"


def test_a_wider_window_has_tabs_in_its_new_columns() -> None:
    screen = TerminalScreen(10, 2)
    screen.resize(40, 2)
    screen.feed(b"a\tb\tc\td")
    assert shown(screen)[0] == "a       b       c       d"


def test_the_scroll_back_is_bounded_and_lines_keep_their_numbers() -> None:
    screen = TerminalScreen(20, 4)
    screen.feed(b"".join(b"line %d\r\n" % n for n in range(HISTORY_LINES + 500)))
    assert screen.end - screen.oldest == HISTORY_LINES + 4
    assert screen.oldest == 500 - 3
    assert screen.text((7000, 0), (7000, 19)) == "line 7000"
    assert screen.find("line 7000", screen.end) == 7000


def _pieces() -> st.SearchStrategy[bytes]:
    widths = st.sampled_from((0, 1, 6, 7, 8, 14, 15, 30))
    lines = st.lists(widths, min_size=1, max_size=12).map(
        lambda some: b"".join(b"abcdefghijklmnopqrstuvwxyz 012345"[:n] + b"\r\n" for n in some)
    )
    places = st.tuples(st.integers(1, 3), st.integers(1, 7)).map(lambda at: b"\x1b[%d;%dH" % at)
    looks = st.sampled_from((b"\x1b[1;31m", b"\x1b[0;4m", b"\x1b[2J", b"\x1b[K", b"\x1b[L"))
    modes = st.sampled_from((b"\x1b[?7l", b"\x1b[?7h", b"\x1b[4h", b"\x1b[4l", b"\x1bM"))
    texts = st.sampled_from((b"\t", b"no end", "ü中".encode()))
    return st.one_of(lines, lines, places, looks, modes, texts)


@settings(max_examples=60, deadline=None)
@given(st.lists(_pieces(), max_size=8))
def test_the_quick_way_shows_what_pyte_shows(pieces: list[bytes]) -> None:
    ours, theirs = Screen(7, 3), pyte.HistoryScreen(7, 3, history=1000)
    quick, slow = Stream(ours), pyte.ByteStream(theirs)
    for piece in pieces:
        quick.feed(piece)
        slow.feed(piece)
        assert (ours.cursor.x, ours.cursor.y) == (theirs.cursor.x, theirs.cursor.y)
        assert [ours.row(n) for n in range(3)] == [runs_of(theirs.buffer[n], 7) for n in range(3)]
    assert list(ours.history) == [runs_of(line, 7) for line in theirs.history.top]


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
