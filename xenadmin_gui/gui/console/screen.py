"""What a terminal shows: the emulator and its scroll-back, fed and read in one thread.

No Qt in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from xenadmin_gui.gui.console.emulator import HISTORY_LINES, Run, Screen, Stream

__all__ = ["HISTORY_LINES", "Frame", "Run", "TerminalScreen"]

#: ?1, DECCKM, as pyte keeps private modes.
_APPLICATION_CURSOR = 1 << 5
_CURSOR_VISIBLE = 25 << 5


@dataclass(frozen=True, slots=True)
class Frame:
    """What is to be painted.

    Attributes:
        lines: From the top; each a row of runs, blanks at its end left out.
        cursor: Column and row, or None when it is hidden or scrolled away.
        first: Number of the first line.
    """

    lines: tuple[tuple[Run, ...], ...]
    cursor: tuple[int, int] | None
    first: int


class TerminalScreen:
    """Belongs to one thread. Lines are numbered from the first one that there ever was.

    Attributes:
        version: Counts up with every change; a reader compares it.
    """

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._screen = Screen(columns, rows)
        self._stream = Stream(self._screen)
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
        self._stream.feed(data)
        self.version += 1
        answers, self._screen.answers = self._screen.answers, []
        return b"".join(answers)

    def resize(self, columns: int, rows: int) -> None:
        """Follow the view's size."""
        if (columns, rows) != self.size:
            self._screen.resize(rows, columns)
            self.version += 1

    def note(self, text: str) -> None:
        """Write a line of ours below what stands there."""
        column = self._screen.cursor.x
        self.feed((("\r\n" if column else "") + f"\x1b[0;7m {text} \x1b[0m\r\n").encode())

    @property
    def oldest(self) -> int:
        """Number of the oldest line that is kept."""
        return self._screen.passed - len(self._screen.history)

    @property
    def end(self) -> int:
        """Number behind the last line of the screen."""
        return self._screen.passed + self._screen.lines

    def frame(self, back: int = 0) -> Frame:
        """Return what to paint ``back`` lines above the end."""
        screen = self._screen
        first = max(self.oldest, screen.passed - back)
        lines = tuple(self._lines(first, first + screen.lines))
        row = screen.cursor.y + screen.passed - first
        shown = _CURSOR_VISIBLE in screen.mode and not screen.cursor.hidden
        cursor = (screen.cursor.x, row) if shown and row < screen.lines else None
        return Frame(lines, cursor, first)

    def text(self, begin: tuple[int, int], end: tuple[int, int]) -> str:
        """Return the text between two places (line, column), both included."""
        (first, left), (last, right) = sorted((begin, end))
        rows: list[str] = []
        for number, runs in enumerate(self._lines(first, last + 1), max(first, self.oldest)):
            cells = _cells(runs)
            start = left if number == first else 0
            stop = right + 1 if number == last else len(cells)
            rows.append("".join(cells[start:stop]).rstrip())
        return "\n".join(rows)

    def find(self, words: str, before: int) -> int | None:
        """Return the nearest line above ``before`` that contains ``words``, whatever the case."""
        wanted = words.casefold()
        lines = self._lines(self.oldest, before)
        for number in range(len(lines) - 1, -1, -1):
            if wanted in "".join(run.text for run in lines[number]).casefold():
                return self.oldest + number
        return None

    def _lines(self, first: int, end: int) -> list[tuple[Run, ...]]:
        """Return the lines from ``first`` until before ``end``, as many as there are."""
        screen, oldest = self._screen, self.oldest
        kept = islice(screen.history, max(0, first - oldest), max(0, end - oldest))
        rows = range(max(0, first - screen.passed), min(end - screen.passed, screen.lines))
        return [*kept, *(screen.row(number) for number in rows)]


def _cells(runs: tuple[Run, ...]) -> list[str]:
    """Return what each column adds to copied text; the rest of a wide character adds nothing."""
    cells: list[str] = []
    for run in runs:
        cells += [" "] * (run.column - len(cells))
        cells += list(run.text) if len(run.text) == run.width else [run.text]
        cells += [""] * (run.column + run.width - len(cells))
    return cells
