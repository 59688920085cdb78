"""Each state of a path that multipath's checkers tell is shown with what it means."""

from __future__ import annotations

import pytest

from xenadmin_gui.domain.san import Multipath, Path, San
from xenadmin_gui.domain.states import Health
from xenadmin_gui.monitoring.assemble_paths import path_losses


@pytest.mark.parametrize(
    ("state", "health", "means", "has_advice"),
    [
        ("ready", Health.OK, "carries I/O", False),
        ("ghost", Health.OK, "stands by", True),
        ("faulty", Health.FAILED, "does not answer", True),
        ("shaky", Health.DEGRADED, "comes and goes", True),
        ("delayed", Health.DEGRADED, "waits a while", False),
        ("i/o timeout", Health.FAILED, "in time", True),
        ("disconnected", Health.FAILED, "no more", True),
        ("wild", Health.FAILED, "not known", True),
    ],
)
def test_what_a_state_means(state: str, health: Health, means: str, has_advice: bool) -> None:
    path = Path("sda", "storage-a", state)
    assert path.health is health
    assert means in path.meaning[0]
    assert bool(path.meaning[1]) is has_advice


def test_a_path_that_comes_and_goes_is_told_as_that() -> None:
    def said(*states: str) -> tuple[str, ...]:
        paths = tuple(Path(f"sd{n}", f"storage-{'ab'[n]}", s) for n, s in enumerate(states))
        return path_losses(San(multipaths=(Multipath("xen1", "36", paths),))).get("xen1", ())

    assert said("ready", "ghost") == ()
    assert said("ready", "shaky") == ("Paths to 1 LUN over network storage-b come and go (shaky).",)
    assert said("faulty", "ready") == ("Paths to 1 LUN over network storage-a are lost.",)
    assert said("faulty", "shaky")[0] == "No path is left to 1 LUN."
