"""The commands that write a text file on a host as a whole, and that ask whether it is so."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command

_WRITE = 'umask 022; printf %s "$2" >"$1.new" && mv -f "$1.new" "$1"'
_COMPARE = 'printf %s "$2" | cmp -s - "$1"'


def write_file(path: str, text: str) -> Command:
    """Return the command that replaces ``path`` by ``text`` in one moment; it is not followed.

    The text travels as an argument, so it shows in previews and process lists: no secrets.
    """
    return Command(("sh", "-c", _WRITE, "sh", path, text))


def file_is(path: str, text: str) -> Command:
    """Return the command that ends with 0 when ``path`` holds exactly ``text``, else with 1."""
    return Command(("sh", "-c", _COMPARE, "sh", path, text))
