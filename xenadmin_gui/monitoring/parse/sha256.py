"""Reads ``sha256sum FILE…`` (coreutils 9)."""

from __future__ import annotations

import re

from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of

_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)")
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}


def parse_sha256sum(text: str) -> tuple[tuple[str, str], ...]:
    """Return (path, hash) for every file, ordered by path; nothing for an empty text."""
    if not text:
        return ()
    found: list[tuple[str, str]] = []
    for line in lines_of("sha256sum", text):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ParseError("sha256sum", "a line is not a hash and a path")
        escaped, digest, path = match.groups()
        if escaped:
            path = re.sub(r"\\[\\nr]", lambda found: _ESCAPES[found[0]], path)
        found.append((path, digest))
    return tuple(sorted(found))
