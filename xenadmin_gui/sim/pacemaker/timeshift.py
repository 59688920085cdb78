"""Moves the times in Pacemaker's texts: its programs only know this machine's clock.

A world lives in a time of its own. What a program is given is moved to this machine's time, what
it answers is moved back, so that failures, pending actions and constraints age in world time.
"""

from __future__ import annotations

import calendar
import re
import time

# Whole CIBs pass through here all the time: patterns begin with a text or a set of characters, for
# which re looks fast; with \b at the beginning it tries every place.
_EPOCHS = tuple(
    re.compile(rf'(?P<before>{name}=")(?P<at>\d+)(?=")')
    for name in ("last-rc-change", "last-run", "queue-time-start", "recheck-by")
)
_LAST_FAILURE = re.compile(
    r'(?P<before><nvpair [^>]*name="last-failure-[^"]*"[^>]*value=")(?P<at>\d+)(?=")'
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")
_WORDS = re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\b")
_ISO_FORMAT = "%Y-%m-%d %H:%M:%SZ"
_WORDS_FORMAT = "%a %b %d %H:%M:%S %Y"


def shift(text: str, seconds: int) -> str:
    """Return ``text`` (a CIB, a graph or a program's output) with its times moved."""
    if not seconds:
        return text
    for pattern in (*_EPOCHS, _LAST_FAILURE):
        text = pattern.sub(lambda m: f"{m['before']}{int(m['at']) + seconds}", text)
    text = _ISO.sub(lambda m: _moved(m[0], _ISO_FORMAT, seconds), text)
    return _WORDS.sub(lambda m: _words(m[0], seconds), text)


def in_words(at: float) -> str:
    """Return a time as Pacemaker prints it: ``Mon Nov 23 17:26:50 2026``."""
    return time.strftime("%a %b %e %H:%M:%S %Y", time.gmtime(at))


def _moved(text: str, form: str, seconds: int) -> str:
    return time.strftime(form, time.gmtime(calendar.timegm(time.strptime(text, form)) + seconds))


def _words(text: str, seconds: int) -> str:
    try:
        return in_words(calendar.timegm(time.strptime(text, _WORDS_FORMAT)) + seconds)
    except ValueError:
        return text
