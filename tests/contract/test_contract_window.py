"""Start, shut down and migrate through the real window, by keyboard; seen past the program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

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
_PROTECTED = [False, True] if os.environ.get("XENADMIN_CONTRACT") == "lab" else [False]


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
