"""Start, shut down and migrate through the real window, by keyboard; seen past the program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contract import cluster
from tests.contract.target import Target
from tests.contract.window import Window


@pytest.fixture(scope="module")
def window(target: Target, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    home = target.home
    pictures = os.environ.get("XENADMIN_PICTURES")
    place = Path(pictures) if pictures else tmp_path_factory.mktemp("pictures")
    target.real_time()
    opened = Window(target, home, place)
    yield opened
    opened.close()


def _runs_on(target: Target, name: str) -> list[str]:
    return [
        host
        for host in cluster.hosts(target)
        if any(
            line.split()[0] == name
            for line in target.raw(host, "xl", "list", "-v").splitlines()[1:]
        )
    ]


#: The simulator keeps real time under a window: one VM there, for the sake of the minutes.
_IS_LAB = os.environ.get("XENADMIN_CONTRACT") == "lab"
_PROTECTED = [False, True] if _IS_LAB else [False]


@pytest.mark.parametrize("protected", _PROTECTED)
def test_shutdown_start_and_migrate(target: Target, window: Window, protected: bool) -> None:
    vm = cluster.pick(target, protected=protected, kind="pvh")
    name, source = vm["name"], vm["host"]
    window.go_to(name)
    window.picture(f"{target.name}-{'protected' if protected else 'unprotected'}-vm")

    window.order("ctrl+shift+d", "Tab space")  # Return would be the safe Cancel
    cluster.wait_until(target, lambda: _runs_on(target, name) == [], f"{name} is off", step_s=2)
    window.press("Escape")

    window.go_to(name)
    window.order("ctrl+shift+s", "Return")
    cluster.wait_until(target, lambda: _runs_on(target, name) != [], f"{name} runs", step_s=2)
    window.press("Escape")

    source = _runs_on(target, name)[0]
    window.go_to(name)
    window.order("ctrl+shift+m", "Return", "Return")
    cluster.wait_until(
        target,
        lambda: _runs_on(target, name) not in ([], [source]) and len(_runs_on(target, name)) == 1,
        f"{name} has left {source}",
        step_s=2,
    )
    window.picture(f"{target.name}-{'protected' if protected else 'unprotected'}-migrated")
    window.press("Escape")


@pytest.mark.skipif(not _IS_LAB, reason="an hour of real time; tests/gui_install has the pages")
def test_three_vms_through_the_assistant(target: Target, window: Window) -> None:
    news = [target.new_vm(number) for number in (1, 2, 3)]
    keys = target.home / ".ssh"  # the assistant offers the keys of its user
    keys.mkdir(mode=0o700, exist_ok=True)
    given = Path(news[0].words[news[0].words.index("--ssh-key") + 1])
    (keys / "lab.pub").write_text(given.read_text())
    window.open("ctrl+n")
    window.fill(
        "Return",
        "=new{1..3} Return",
        "=1 Tab ctrl+a =256_MiB Return",
        "=1_GiB Return",
        f"alt+i Down Tab ={news[0].address}/24 Return",
    )
    window.picture("lab-assistant-guest")
    window.fill("Return", "Return", "space Return")  # guest, placement; not protected
    window.picture("lab-assistant-summary")
    window.order("Return", "Return")
    cluster.wait_until(
        target, lambda: _last_task(target)["state"] != "running", "three VMs are made",
        step_s=60, patience_s=5400,
    )  # fmt: skip
    window.picture("lab-assistant-end")
    for number, new in enumerate(news, start=1):
        assert len(_runs_on(target, f"new{number}")) == 1
        said = target.inside(new.address, "hostname; df -B1 --output=size / | tail -1")
        assert said is not None
        hostname, size = said.split()
        assert (hostname, int(size) > 0.85 * 2**30) == (f"new{number}", True)


def _last_task(target: Target) -> dict[str, Any]:
    tasks: list[dict[str, Any]] = cluster.done(target.xenadmin("task", "list", "--json")).json
    return tasks[0]
