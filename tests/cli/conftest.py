"""The command line in a home of its own, inside the test's process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from cli_program import Answer, Program

from xenadmin_gui.cli.main import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without anything; no agent, no settings."""
    for name in list(os.environ):
        if name.startswith("XDG_") or name == "SSH_AUTH_SOCK":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def xenadmin(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Call it in this process, with nobody at the keyboard."""

    def call(*words: str) -> Answer:
        with open(os.devnull) as nobody, monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", nobody)
            capsys.readouterr()
            try:
                status = main(words)
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return call
