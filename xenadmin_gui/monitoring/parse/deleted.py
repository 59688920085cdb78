"""Reads the hosts' recycle bin of definitions: ``grep -aH "" FILE…`` (grep 3)."""

from __future__ import annotations

import re

from xenadmin_gui.domain.deleted import BIN
from xenadmin_gui.monitoring.parse.errors import ParseError

_LINE = re.compile(rf"({re.escape(BIN)}/[^/:\n]+\.xml):(.*)", re.DOTALL)


def parse_deleted(text: str) -> dict[str, str]:
    """Return the text of each file by its path.

    Raises:
        ParseError: A line belongs to no file.
    """
    lines: dict[str, list[str]] = {}
    for line in text.split("\n")[: -1 if text.endswith("\n") else None]:
        found = _LINE.fullmatch(line)
        if found is None and line:
            raise ParseError("recycle bin", "a line belongs to no file")
        if found is not None:
            lines.setdefault(found[1], []).append(found[2])
    return {path: "\n".join(row) + "\n" for path, row in lines.items()}
