"""pyte with a scroll-back of its own, and quick where a program writes much plain text.

pyte makes an object of each character and pages its history with keys; ten megabytes of output
took it minutes. Here a line that scrolls away is kept as a few runs of text, and whole lines of
plain text that scroll through are never taken apart. No Qt in here.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import pyte
from pyte import charsets
from pyte import modes as mo
from pyte.screens import Char

_log = logging.getLogger(__name__)

HISTORY_LINES = 10_000
_ASCII_OR_ONE = re.compile(r"[\x20-\x7e]+|[^\x20-\x7e]")
_WHOLE_LINES = re.compile(r"(?:[\x20-\x7e]*\r+\n)+")
_LINE_END = re.compile(r"\r+\n")
_data = itemgetter(0)
_look = itemgetter(slice(1, None))
_BLANK = Char(" ")

_Style = tuple[str, str, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that look alike: one in each column, or a single odd one.

    Attributes:
        column: Of the first one.
        width: In columns; a wide character takes two.
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


class _Cells(dict[str, Char]):
    """Characters of one look, each made once."""

    def __init__(self, look: Char) -> None:
        super().__init__()
        self.look = look

    def __missing__(self, text: str) -> Char:
        cell: Char = self.look._replace(data=text)
        self[text] = cell
        return cell


class Screen(pyte.Screen):
    """What a program has written.

    Attributes:
        history: Lines that have scrolled away at the top, the newest last.
        passed: How many lines have ever scrolled away; the oldest ones are not kept.
        answers: What the program asked and is to be answered; whoever types takes them away.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.history: deque[tuple[Run, ...]] = deque(maxlen=HISTORY_LINES)
        self.passed = 0
        self.answers: list[bytes] = []
        self._cells = _Cells(_BLANK)
        super().__init__(columns, rows)

    def write_process_input(self, data: str) -> None:
        self.answers.append(data.encode())

    def row(self, number: int) -> tuple[Run, ...]:
        """Return a line of the screen."""
        return runs_of(self.buffer[number], self.columns) if number in self.buffer else ()

    def draw(self, data: str) -> None:
        """Write text where the cursor is."""
        if mo.IRM in self.mode or not self._is_plain:
            for char in data:  # pyte leaves out what follows a character that it does not know
                super().draw(char)
            return
        for match in _ASCII_OR_ONE.finditer(data):
            piece = match.group()
            if piece.isascii() and piece.isprintable():
                self._draw_ascii(piece)
            else:
                super().draw(piece)

    def draw_lines(self, text: str) -> None:
        """Write whole lines of printable ASCII, each with its CR LF."""
        lines = _LINE_END.split(text)[:-1]
        if self.margins is None and self._is_plain and self._wraps:
            lines = self._scroll_through(lines)
        for line in lines:
            self.draw(line)
            self.carriage_return()
            self.linefeed()

    def index(self) -> None:
        """Move down; a line that leaves the screen is kept, unless a region scrolls within it."""
        top, bottom = self.margins or (0, self.lines - 1)
        if self.cursor.y == bottom and (top, bottom) == (0, self.lines - 1):
            self._keep([self.row(0)])
        super().index()

    def erase_in_display(self, how: int = 0, *args: object, **kwargs: object) -> None:
        """Erase; 3 means the scroll-back too, as in the Linux console."""
        super().erase_in_display(how, *args, **kwargs)
        if how == 3:
            self.history.clear()

    def resize(self, lines: int | None = None, columns: int | None = None) -> None:
        """Follow the view: blank lines below the cursor go first, then lines at the top."""
        lines, before = lines or self.lines, self.columns
        if lines < self.lines:
            gone = max(0, self.cursor.y + 1 - lines)
            self._keep([self.row(number) for number in range(gone)])
            stay = [self.buffer.pop(number, None) for number in range(self.lines)][gone:]
            self.buffer.clear()
            self.buffer.update(
                (number, line) for number, line in enumerate(stay[:lines]) if line is not None
            )
            self.cursor.y -= gone
            self.lines = lines
            self.set_margins()
        super().resize(lines, columns)
        self.cursor.x = min(self.cursor.x, self.columns)
        self.tabstops.update(range(before + -before % 8, self.columns, 8))

    def _keep(self, rows: list[tuple[Run, ...]]) -> None:
        self.history.extend(rows)
        self.passed += len(rows)

    @property
    def _wraps(self) -> bool:
        return mo.DECAWM in self.mode and mo.IRM not in self.mode

    @property
    def _is_plain(self) -> bool:
        return self.charset == 0 and self.g0_charset is charsets.LAT1_MAP

    def _draw_ascii(self, text: str) -> None:
        cells = self._look_now()
        at = 0
        while at < len(text):
            if self.cursor.x >= self.columns:
                if not self._wraps:
                    self.cursor.x = self.columns - 1
                    text, at = text[-1], 0
                else:
                    self.carriage_return()
                    self.linefeed()
            x = self.cursor.x
            piece = text[at : at + self.columns - x]
            self.buffer[self.cursor.y].update(
                zip(range(x, x + len(piece)), map(cells.__getitem__, piece), strict=True)
            )
            self.cursor.x = x + len(piece)
            at += len(piece)

    def _look_now(self) -> _Cells:
        if self._cells.look is not self.cursor.attrs:
            self._cells = _Cells(self.cursor.attrs)
        return self._cells

    def _scroll_through(self, lines: list[str]) -> list[str]:
        """Put lines straight into the scroll-back that only pass; return those that are left."""
        columns, y = self.columns, self.cursor.y
        first = self.cursor.x + len(lines[0])
        rows = [
            line[begin : begin + columns]
            for line in lines[1:]
            for begin in range(0, max(1, len(line)), columns)
        ]
        # The screen ends with as many rows as there is room for above the cursor.
        passing, shown = rows[: 1 - self.lines], rows[1 - self.lines :]
        below = range(y + 1, self.lines)
        much = len(rows) >= self.lines > 1 and len(passing) >= len(below)
        if not much or first > columns:
            return lines
        self.draw(lines[0])
        self._keep([self.row(number) for number in range(y + 1)])
        cells = self._look_now()
        for number, text in zip(below, passing, strict=False):
            self.buffer[number].update(enumerate(map(cells.__getitem__, text)))
            self._keep([self.row(number)])
        style = _style(self.cursor.attrs)
        self._keep(
            [
                (Run(0, len(text), text, *style),) if text and not _is_nothing(text, style) else ()
                for text in passing[len(below) :]
            ]
        )
        self.buffer.clear()
        self.cursor.x = self.cursor.y = 0
        return shown


class Stream(pyte.ByteStream):
    """Hands whole plain lines on at once; a sequence that pyte stumbles over is left out."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen

    def feed(self, data: bytes) -> None:  # type: ignore[override]  # as its own base class
        """Take output in."""
        text = self.utf8_decoder.decode(data) if self.use_utf8 else data.decode("latin-1")
        at = 0
        while at < len(text):
            if self._taking_plain_text:
                lines = _WHOLE_LINES.match(text, at)
                if lines is not None:
                    self._screen.draw_lines(lines.group())
                    at = lines.end()
                    continue
                plain = self._text_pattern.match(text, at)
                if plain is not None:
                    self._screen.draw(plain.group())
                    at = plain.end()
                    continue
            self._taking_plain_text = self._send_to_parser(text[at])
            at += 1

    def _send_to_parser(self, data: str) -> bool | None:
        try:
            taken: bool | None = super()._send_to_parser(data)
        except (TypeError, ValueError, LookupError):  # arguments that the sequence does not have
            _log.debug("a control sequence was left out", exc_info=True)
            return True  # pyte has begun anew
        return taken


def runs_of(line: dict[int, Char], columns: int) -> tuple[Run, ...]:
    """Gather the cells of a line; blanks that look like nothing are left out."""
    last = min(columns, max(line, default=-1) + 1)
    runs: list[Run] = []
    column = 0
    for _, group in groupby([line.get(n, _BLANK) for n in range(last)], _look):
        cells = list(group)
        text = "".join(map(_data, cells))
        style = _style(cells[0])
        if text.isascii() and len(text) == len(cells):
            if not _is_nothing(text, style):
                runs.append(Run(column, len(cells), text, *style))
        else:
            runs += _odd_runs(column, cells, style)
        column += len(cells)
    return tuple(runs)


def _style(cell: Char) -> _Style:
    return (cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse)


def _is_nothing(text: str, style: _Style) -> bool:
    _, ground, _, underline, reverse = style
    return not (text.strip() or ground != "default" or underline or reverse)


def _odd_runs(column: int, cells: list[Char], style: _Style) -> Iterator[Run]:
    """Give wide and composed characters runs of their own."""
    begin, text = column, ""
    at = 0
    while at < len(cells):
        data = cells[at].data
        width = 1
        while at + width < len(cells) and not cells[at + width].data:
            width += 1
        if len(data) == 1 and width == 1:
            text += data
        else:
            if text:
                yield Run(begin, len(text), text, *style)
            yield Run(column + at, width, data, *style)
            begin, text = column + at + width, ""
        at += width
    if text:
        yield Run(begin, len(text), text, *style)
