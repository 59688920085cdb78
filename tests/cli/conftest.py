"""The command line in a home of its own, as a subprocess and inside the test's process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from xenadmin_gui.cli.main import main

TOP = Path(__file__).parents[2]
PATIENCE_S = 120


@dataclass(frozen=True)
class Answer:
    """How a call ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        """The error that was told in JSON."""
        told: dict[str, str] = json.loads(self.err.splitlines()[-1])["error"]
        return told


Program = Callable[..., Answer]


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
        with open(os.devnull) as nobody:
            monkeypatch.setattr(sys, "stdin", nobody)
            capsys.readouterr()
            try:
                status = main(words)
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return call


def start_program(*words: str, **environment: str) -> subprocess.Popen[str]:
    """Start it as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "xenadmin_gui.cli.main", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TOP), **environment},
    )


def run_program(*words: str, **environment: str) -> Answer:
    """Run it as a process of its own."""
    process = start_program(*words, **environment)
    out, err = process.communicate(timeout=PATIENCE_S)
    return Answer(process.returncode, out, err)
