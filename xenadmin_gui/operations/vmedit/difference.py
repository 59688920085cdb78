"""What changed between two definitions, in lines."""

from __future__ import annotations

import difflib

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.operations.vmedit.definition import Definition


def difference(before: str, after: str) -> list[str]:
    """Return what changed as lines of a unified diff; empty: nothing.

    Both are written alike first, so that only real differences show; a broken text stays raw.
    """
    old, new = _written_alike(before).splitlines(), _written_alike(after).splitlines()
    return list(difflib.unified_diff(old, new, lineterm="", n=2))[2:]


def _written_alike(text: str) -> str:
    try:
        return Definition(text).text
    except PreconditionError:
        return text
