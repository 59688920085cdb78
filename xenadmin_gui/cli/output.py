"""Prints: tables with words and signs for people, JSON for scripts."""

from __future__ import annotations

import json
import os
import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TextIO

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.states import Health

_SIGNS = {
    Health.OK: ("●", "*"),
    Health.WORKING: ("◐", "~"),
    Health.DEGRADED: ("▲", "!"),
    Health.FAILED: ("■", "X"),
    Health.OFF: ("○", "o"),
    Health.UNKNOWN: ("?", "?"),
    Health.PAUSED: ("⏸", "="),
    Health.MAINTENANCE: ("◆", "m"),
}


class Output:
    """Where an answer goes.

    Attributes:
        as_json: Whether scripts listen: nothing but one JSON text on standard output.
    """

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None):
        self.as_json = as_json
        self._out = out or sys.stdout or _nowhere()
        self._err = err or sys.stderr or _nowhere()
        self._shapes = _can_say("●▲■○◐◆⏸…", self._out)

    @property
    def is_talking(self) -> bool:
        """Whether a person sees progress lines: a terminal, and no JSON."""
        return not self.as_json and self._err.isatty()

    def sign(self, health: Health) -> str:
        """Return the shape of ``health``; ASCII where the terminal has no such characters."""
        return _SIGNS[health][0 if self._shapes else 1]

    def state(self, health: Health, word: object) -> str:
        """Return a state as sign and word."""
        return f"{self.sign(health)} {word}"

    def json(self, value: object) -> None:
        """Print one JSON text."""
        plain = not _can_say("ä€", self._out)
        text = json.dumps(value, indent=2, ensure_ascii=plain)
        self._write(self._out, text.encode("utf-8", "backslashreplace").decode("utf-8"))

    def line(self, text: str = "") -> None:
        """Print a line for people, without anything that a terminal would obey."""
        self._write(self._out, printable(text))

    def text(self, text: str) -> None:
        """Print lines that came from elsewhere."""
        for line in text.splitlines():
            self.line(line.expandtabs())

    def document(self, text: str) -> None:
        """Print a text that programs read too: as it is, but for what a terminal would obey."""
        if self._out.isatty():
            text = "\n".join("\t".join(map(printable, ln.split("\t"))) for ln in text.split("\n"))
        self._write(self._out, text)

    def note(self, text: str) -> None:
        """Say something beside the answer, on standard error."""
        if self.as_json:
            self._write(self._err, json.dumps({"warning": text}))
        else:
            self._write(self._err, printable(text))

    def error(self, error: XenadminError) -> None:
        """Tell an error on standard error."""
        if self.as_json:
            told = {"code": error.code, "sentence": error.sentence, "next_step": error.next_step}
            self._write(self._err, json.dumps({"error": told}))
            return
        self._write(self._err, f"xenadmin: {printable(error.sentence)}")
        if error.next_step:
            self._write(self._err, printable(error.next_step))

    def table(self, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print aligned columns; a title that begins with ``>`` aligns its column right."""
        cells = [[printable(cell) for cell in row] for row in rows]
        heads = [title.lstrip(">") for title in titles]
        widths = [max(map(width, column)) for column in zip(heads, *cells, strict=True)]
        for row in (heads, *cells):
            padded = [
                " " * (size - width(cell)) + cell
                if title.startswith(">")
                else cell + " " * (size - width(cell))
                for title, cell, size in zip(titles, row, widths, strict=True)
            ]
            self.line("  ".join(padded).rstrip())

    def fields(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Print ``name  value`` lines, those without a value left out."""
        told = [(name, value) for name, value in pairs if value]
        size = max((len(name) for name, _ in told), default=0)
        for name, value in told:
            self.line(f"{name:<{size}}  {value}")

    def _write(self, stream: TextIO, text: str) -> None:
        encoding = stream.encoding or "utf-8"
        safe = text.encode(encoding, "backslashreplace").decode(encoding)
        stream.write(safe + "\n")
        stream.flush()


def printable(text: str) -> str:
    """Return ``text`` without anything that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def width(text: str) -> int:
    """Return how many terminal cells ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def size(value: int | None) -> str:
    """Return bytes for people, in binary units; a dash when not measured."""
    if value is None:
        return "-"
    amount, units = float(value), ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
    while amount >= 1024 and len(units) > 1:
        amount /= 1024
        units.pop(0)
    digits = 0 if amount >= 100 or amount == int(amount) else 1
    return f"{amount:.{digits}f} {units[0]}"


def number(value: float | None, unit: str = "") -> str:
    """Return a number for people; a dash when not measured."""
    return "-" if value is None else f"{value:.0f}{unit}"


def moment(seconds: float | None) -> str:
    """Return the local date and time for people."""
    if seconds is None:
        return "-"
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(seconds))


def _nowhere() -> TextIO:
    """Who closes a stream does not want to hear; Python then has None in its place."""
    return open(os.devnull, "w", encoding="utf-8")


def _can_say(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
