"""Ctrl-C cancels cleanly; after a kill -9 the task is offered again and nothing is done twice."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_program import TOP, Answer, Program

Demo = Callable[..., Answer]


@pytest.fixture
def option(tmp_path: Path) -> str:
    return f"--demo={tmp_path / 'demo'}"


@pytest.fixture
def demo(xenadmin: Program, option: str) -> Demo:
    return lambda *words: xenadmin(option, *words)


def running(demo: Demo, *, protected: bool) -> dict[str, Any]:
    vms: list[dict[str, Any]] = demo("vm", "list", "--json").json
    return next(
        v
        for v in vms
        if v["protected"] is protected and v["state"] == "running" and v["kind"] == "pvh"
    )


def stop_at(sign: str, number: int, *words: str) -> tuple[int, str]:
    """Run the program on a terminal and send it a signal when it says ``sign``."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "xenadmin_gui.cli.main", *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "PYTHONPATH": str(TOP), "COLUMNS": "200"},
    )
    os.close(slave)
    said, is_sent = "", False
    while True:
        try:
            part = os.read(master, 4096).decode(errors="replace")
        except OSError:
            break
        if not part:
            break
        said += part
        if sign in said and not is_sent:
            is_sent = True
            process.send_signal(number)
    os.close(master)
    status = process.wait(60)
    assert is_sent, said
    return status, said


@pytest.mark.parametrize("protected", [True, False])
@pytest.mark.parametrize("choice", ["continue", "roll-back", "leave"])
def test_a_killed_migration_is_taken_up_again(
    demo: Demo, option: str, protected: bool, choice: str
) -> None:
    vm = running(demo, protected=protected)
    status, _ = stop_at(": started", signal.SIGKILL, option, "vm", "migrate", vm["name"])
    assert status == -signal.SIGKILL

    (task,) = demo("task", "list", "--interrupted", "--json").json
    assert task["state"] == "interrupted"
    assert demo("task", "list").status == 0

    answer = demo("task", "resume", task["id"][:12], f"--{choice}", "--json")
    assert answer.status == 0, answer
    ended = {"continue": "done", "roll-back": "rolled-back", "leave": "left"}[choice]
    assert answer.json["state"] == ended
    after = demo("vm", "show", vm["name"], "--json").json
    if choice == "continue":
        assert after["host"] != vm["host"]
        commands = demo("task", "show", task["id"], "--json").json["commands"]
        argvs = [tuple(c["argv"]) for c in commands if c["exit_status"] == 0]
        assert len(argvs) == len(set(argvs))
    elif choice == "roll-back":
        assert after["host"] == vm["host"]
    assert demo("task", "list", "--interrupted", "--json").json == []
    again = demo("task", "resume", task["id"], "--leave", "--json")
    assert (again.status, again.error["code"]) == (3, "not-interrupted")


def test_ctrl_c_cancels_and_the_journal_says_so(demo: Demo, option: str) -> None:
    vm = running(demo, protected=False)
    status, said = stop_at(": started", signal.SIGINT, option, "vm", "shutdown", vm["name"])
    assert status == 1
    (task,) = demo("task", "list", "--json").json
    assert task["state"] == "cancelled"
    assert f"{task['title']}: cancelled. {task['reason']}" in said
    assert task["reason"]
    assert demo("task", "list", "--interrupted", "--json").json == []
