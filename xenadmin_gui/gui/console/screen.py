"""What a terminal shows: the emulator (pyte) and its scroll-back, fed and read by two threads.

No Qt in here.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pyte
from pyte.screens import Char

HISTORY_LINES = 10_000
#: ?1, DECCKM, as pyte keeps private modes.
_APPLICATION_CURSOR = 1 << 5
_CURSOR_VISIBLE = 25 << 5
#: Bytes that are parsed before readers get a turn.
_PIECE = 4096


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that look alike.

    Attributes:
        column: Of the first one.
        width: In columns; wide characters take two.
        fg, bg: ``default``, a colour's name, or six hexadecimal digits.
    """

    column: int
    width: int
    text: str
    fg: str = "default"
    bg: str = "default"
    bold: bool = False
    underline: bool = False
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What is to be painted.

    Attributes:
        lines: From the top; each a row of runs, blanks at its end left out.
        cursor: Column and row, or None when it is hidden or scrolled away.
        first: Number of the first line, counted from the oldest that is kept.
        total: Lines that there are, scroll-back and screen.
    """

    lines: tuple[tuple[Run, ...], ...]
    cursor: tuple[int, int] | None
    first: int
    total: int


class _Screen(pyte.HistoryScreen):
    """Answers go to whoever types; pyte pages its history with keys, which nobody wants here."""

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows, history=HISTORY_LINES, ratio=0.5)
        self.answers: list[bytes] = []

    def write_process_input(self, data: str) -> None:
        self.answers.append(data.encode())


class TerminalScreen:
    """Thread-safe.

    Attributes:
        version: Counts up with every change; a reader compares it.
    """

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._lock = threading.Lock()
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.version = 0

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._screen.columns, self._screen.lines

    @property
    def is_application_cursor(self) -> bool:
        """Whether the program wants the other codes for the arrow keys (DECCKM)."""
        return _APPLICATION_CURSOR in self._screen.mode

    def feed(self, data: bytes) -> bytes:
        """Take output in; return what the program asked and is to be answered."""
        answers: list[bytes] = []
        for start in range(0, len(data), _PIECE):
            with self._lock:
                self._stream.feed(data[start : start + _PIECE])
                answers += self._screen.answers
                self._screen.answers = []
                self.version += 1
        return b"".join(answers)

    def resize(self, columns: int, rows: int) -> None:
        """Follow the view's size."""
        with self._lock:
            if (columns, rows) != self.size:
                self._screen.resize(rows, columns)
                self.version += 1

    def note(self, text: str) -> None:
        """Write a line of ours below what stands there."""
        column = self._screen.cursor.x
        self.feed((("\r\n" if column else "") + f"\x1b[0;7m {text} \x1b[0m\r\n").encode())

    @property
    def total(self) -> int:
        """Lines that there are, scroll-back and screen."""
        return len(self._screen.history.top) + self._screen.lines

    def frame(self, back: int = 0) -> Frame:
        """Return what to paint ``back`` lines above the end."""
        with self._lock:
            screen = self._screen
            top = screen.history.top
            total = len(top) + screen.lines
            first = max(0, len(top) - back)
            lines = tuple(_runs(self._line(n), screen.columns) for n in range(first, total))
            lines = lines[: screen.lines]
            row = screen.cursor.y + len(top) - first
            shown = _CURSOR_VISIBLE in screen.mode and not screen.cursor.hidden
            cursor = (screen.cursor.x, row) if shown and row < screen.lines else None
            return Frame(lines, cursor, first, total)

    def text(self, begin: tuple[int, int], end: tuple[int, int]) -> str:
        """Return the text between two places (line from the oldest, column), both included."""
        with self._lock:
            (first, left), (last, right) = sorted((begin, end))
            rows: list[str] = []
            for number in range(first, min(last, self.total - 1) + 1):
                whole = "".join(run_text(run) for run in _padded(self._line(number), self.size[0]))
                start = left if number == first else 0
                stop = right + 1 if number == last else len(whole)
                rows.append(whole[start:stop].rstrip())
            return "\n".join(rows)

    def find(self, words: str, before: int) -> int | None:
        """Return the nearest line above ``before`` that contains ``words``, whatever the case."""
        wanted = words.casefold()
        with self._lock:
            for number in range(min(before, self.total) - 1, -1, -1):
                runs = _runs(self._line(number), self.size[0])
                if wanted in "".join(run.text for run in runs).casefold():
                    return number
        return None

    def _line(self, number: int) -> dict[int, Char]:
        top = self._screen.history.top
        line: dict[int, Char]
        line = top[number] if number < len(top) else self._screen.buffer[number - len(top)]
        return line


def run_text(char: Char) -> str:
    """Return what a cell adds to copied text; the second half of a wide character adds nothing."""
    return str(char.data)


def _padded(line: dict[int, Char], columns: int) -> list[Char]:
    blank = Char(" ")
    return [line.get(column, blank) for column in range(columns)]


def _runs(line: dict[int, Char], columns: int) -> tuple[Run, ...]:
    """Gather the cells of a line; blanks that look like nothing are left out."""
    runs: list[Run] = []
    begin, text, style = 0, "", None
    width = 0
    for column in range(min(columns, max(line, default=-1) + 1)):
        cell = line.get(column)
        now = None if cell is None else _style(cell)
        if now != style and style is not None:
            runs.append(Run(begin, width, text, *style))
        if now != style:
            begin, text, width, style = column, "", 0, now
        if cell is not None:
            text += cell.data
            width += 1
    if style is not None:
        runs.append(Run(begin, width, text, *style))
    return tuple(run for run in runs if run.text.strip() or run.bg != "default" or run.reverse)


def _style(cell: Char) -> tuple[str, str, bool, bool, bool]:
    return (cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse)
