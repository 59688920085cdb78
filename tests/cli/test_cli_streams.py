"""Streams that nobody reads, damaged files, mistakes: told in words, never in Python's."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import TOP, Program

from xenadmin_gui.cli.main import main
from xenadmin_gui.session import opening

FULL = os.strerror(errno.ENOSPC)
FILE = """\
version: 1
hosts:
  - {name: xen1, address: 127.0.0.1, port: 1}
"""


@pytest.fixture
def lone(home: Path) -> Path:
    """A cluster of one host; returns where its records lie."""
    folder = home / ".config" / "xenadmin" / "clusters"
    folder.mkdir(parents=True)
    (folder / "lone.yaml").write_text(FILE)
    return home / ".local" / "state" / "xenadmin" / "clusters" / "lone"


def in_shell(script: str) -> tuple[int, str]:
    """Run a line of the shell with ``xenadmin`` in it; return its status and what it said."""
    call = f"{sys.executable} -m xenadmin_gui.cli.main"
    done = subprocess.run(
        ["sh", "-c", script.replace("xenadmin", call, 1)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TOP)},
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("script", "status", "said"),
    [
        ("xenadmin task list >&-", 0, ""),
        ("xenadmin task list 2>&-", 0, "TASK"),
        ("xenadmin vm list >&- 2>&-", 4, ""),
        (
            "xenadmin task list >/dev/full",
            1,
            f"xenadmin: The system refuses: {FULL}.",
        ),
        ("xenadmin task list 2>/dev/full >/dev/full", 1, ""),
    ],
)
def test_a_stream_that_takes_nothing_is_no_mistake(
    lone: Path, script: str, status: int, said: str
) -> None:
    ended, text = in_shell(script)
    assert ended == status
    assert text.strip().startswith(said)
    assert "Traceback" not in text
    assert "Exception" not in text


@pytest.mark.parametrize("name", ["journal", "events", "definitions"])
def test_damaged_records_are_moved_aside_and_told_once(
    xenadmin: Program, lone: Path, name: str
) -> None:
    lone.mkdir(parents=True)
    (lone / f"{name}.sqlite").write_bytes(b"no database" * 100)
    answer = xenadmin("task", "list", "--json")
    assert (answer.status, answer.json) == (0, [])
    (aside,) = lone.glob(f"{name}.sqlite.broken-*")
    assert aside.read_bytes() == b"no database" * 100
    assert f"kept as {aside.name}" in answer.err
    assert xenadmin("task", "list", "--json").err == ""


def test_a_mistake_of_the_program_is_told_in_words(
    lone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(name: str) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(opening, "open_cluster", wrong)
    assert main(["task", "list"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("xenadmin: That is a mistake in xenadmin itself (ZeroDivisionError")
    assert "--verbose" in said
    assert "Traceback" not in said


def test_where_nothing_answers_the_next_step_is_told(xenadmin: Program, lone: Path) -> None:
    answer = xenadmin("vm", "list", "--json")
    assert (answer.status, answer.error["code"]) == (4, "unreachable")
    assert "cluster check" in answer.error["next_step"]
