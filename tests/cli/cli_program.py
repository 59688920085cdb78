"""Calls of the command line and their answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
