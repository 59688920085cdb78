"""The contract suite against the running lab."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tests.lab import in_use
from tests.lab.layout import Lab
from tests.lab.processes import CLIENTS, prefer

TOP = Path(__file__).resolve().parents[2]


def replace_by_pytest(lab: Lab, words: Sequence[str]) -> NoReturn:
    """Become pytest on ``tests/contract``, from the project's own environment; does not return."""
    python = str(TOP / ".venv" / "bin" / "python")
    os.environ.update(XENADMIN_CONTRACT="lab", XENADMIN_LAB=str(lab.root))
    os.chdir(TOP)
    in_use.share(lab)
    prefer(os.getpid(), CLIENTS)
    chosen = any(word.startswith("tests/") for word in words)
    where = () if chosen else ("tests/contract",)
    os.execv(python, [python, "-m", "pytest", "-v", "-rP", "--durations=0", *where, *words])
