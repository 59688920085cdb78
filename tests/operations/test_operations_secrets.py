"""A new VM's password: its hash is on the server that needs it for a while, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from newvms import new_vm, traces
from simcluster import SimCluster

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guest import GuestSettings
from xenadmin_gui.domain.secretfiles import FOLDER
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vminstall.install import VmInstall

HASH = "$6$0123456789abcdef$averysecrethash"
GUEST = GuestSettings("new1", password_hash=HASH)


def secrets(sim: SimCluster) -> list[str]:
    machines = sim.world.state.machines.values()
    return [text for m in machines for path, text in m.files.items() if path.startswith(FOLDER)]


def cut_off(sim: SimCluster, journal: Journal, draft: VmInstall, at: str) -> list[str]:
    """End the program before it sends the command with ``at`` in it; return what lay in memory."""
    real, seen = sim.run, list[str]()

    def cut(host: str, command: Command, context: Any, **rest: Any) -> Any:
        if at in " ".join(command.argv):
            seen.extend(secrets(sim))
            raise KeyboardInterrupt
        return real(host, command, context, **rest)

    sim.run = cut  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        Runner(sim, journal).run(draft.plan(sim.snapshot), sim.context())
    sim.run = real  # type: ignore[method-assign]
    return seen


@pytest.mark.parametrize("template", ["debian-12", "leap-15"])
def test_a_plan_that_was_killed_finds_the_hash_on_the_server(
    sim: SimCluster, journal: Journal, tmp_path: Path, template: str
) -> None:
    draft = VmInstall((new_vm("new1", guest=GUEST, protect=False, start=False),), template)
    plan = draft.plan(sim.snapshot)
    assert HASH not in " ".join(step.command.as_shell() for step in plan.steps)
    assert "•••" in plan.steps[0].command.as_shell()
    again = plan_from_text(plan_to_text(plan))
    assert again.steps[1:] == plan.steps[1:]
    assert (again.steps[0].command.argv, again.steps[0].needs_input) == (
        plan.steps[0].command.argv,
        True,
    )
    assert cut_off(sim, journal, draft, "unshare") == [HASH]
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, Choice.CONTINUE, sim.context())
    assert task.state is TaskState.DONE, task.failures
    assert secrets(sim) == []
    assert not any(HASH in word for words in sim.sent for word in words)
    journal.close()
    assert not any(HASH.encode() in path.read_bytes() for path in tmp_path.iterdir())


def test_one_that_was_killed_before_it_was_sent_leaves_nothing_and_asks_again(
    sim: SimCluster, journal: Journal
) -> None:
    draft = VmInstall((new_vm("new1", guest=GUEST, protect=False),), "leap-15")
    before = traces(sim, "new1")
    assert cut_off(sim, journal, draft, FOLDER) == []
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, Choice.CONTINUE, sim.context())
    assert task.state is TaskState.FAILED
    assert "went with the program that was ended" in task.reason
    assert "give the password once more" in task.failures[0].next_step
    assert traces(sim, "new1") == before
    assert secrets(sim) == []


def test_rolling_back_takes_the_hash_away(sim: SimCluster, journal: Journal) -> None:
    draft = VmInstall((new_vm("new1", guest=GUEST, protect=False),), "leap-15")
    before = traces(sim, "new1")
    assert cut_off(sim, journal, draft, "lvcreate") == [HASH]
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert task.state is TaskState.ROLLED_BACK
    assert traces(sim, "new1") == before
    assert secrets(sim) == []
