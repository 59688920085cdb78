"""What scripts read is written down: every key of the JSON stands in docs/cli.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from cli_program import TOP

RECORDS = (
    "cli/records.py",
    "cli/sanrecords.py",
    "cli/parting.py",
    "cli/task.py",
    "cli/running.py",
    "operations/preview.py",
    "operations/tasks.py",
)


def keys_in(source: str) -> Iterator[str]:
    """The keys of all records that a module makes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Dict):
            for key in node.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value


@pytest.mark.parametrize("module", RECORDS)
def test_every_key_is_documented(module: str) -> None:
    page = (TOP / "docs" / "cli.md").read_text("utf-8").partition("## JSON")[2]
    keys = set(keys_in((TOP / "xenadmin_gui" / module).read_text("utf-8")))
    assert keys
    assert sorted(keys - set(re.findall(r"[A-Za-z_0-9]+", page))) == []
