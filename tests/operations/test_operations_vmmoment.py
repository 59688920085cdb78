"""A VM that runs is cloned as it is at one moment: paused for it, and never for long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from newvms import GIB, new_vm, traces
from sanplans import codes
from simcluster import SimCluster, done, few_guests

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.operations.vminstall.moment import PAUSED_AT_MOST_S

MODEL = new_vm("model", disk_bytes=5 * GIB, more_disks=(2 * GIB,), protect=False)
COPY = new_vm("copy", disk_bytes=6 * GIB, more_disks=(3 * GIB,), protect=False, start=False)
CLONE = VmClone(MODEL.uuid, COPY, running=True)


@pytest.fixture
def sim() -> Iterator[SimCluster]:
    sim = SimCluster(blueprint=few_guests("test3"))
    yield sim
    sim.close()


def runs(sim: SimCluster) -> tuple[VmState, int | None]:
    vm = sim.vm("model")
    return vm.state, vm.domain_id


def timers(sim: SimCluster) -> list[str]:
    machines = sim.world.state.machines.values()
    return [path for machine in machines for path in machine.files if path.endswith(".timer")]


def test_all_its_disks_are_taken_while_it_is_paused(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VmInstall((MODEL,), "leap-15"))
    before, real, seen = runs(sim), sim.run, []

    def looked_at(host: str, command: Command, *args: Any, **more: Any) -> CommandResult:
        if command.argv[:1] == ("lvcreate",) and "--snapshot" in command.argv:
            seen.append(sim.vm("model").state)
        return real(host, command, *args, **more)

    sim.run = looked_at  # type: ignore[method-assign]
    assert codes(replace(CLONE, running=False), sim.snapshot) == ["not-off"]
    done(sim, journal, CLONE)
    assert seen == [VmState.PAUSED] * 2
    assert runs(sim) == before
    assert timers(sim) == []
    assert not [v.name for v in sim.snapshot.san.volumes if v.snapshot_of]
    assert sim.vm("copy").state is VmState.OFF
    sim.drill.advance(2 * PAUSED_AT_MOST_S)
    assert runs(sim) == before


@pytest.mark.parametrize("choice", [Choice.CONTINUE, Choice.ROLL_BACK])
def test_a_program_that_is_killed_leaves_it_paused_for_a_moment_only(
    sim: SimCluster, journal: Journal, choice: Choice
) -> None:
    done(sim, journal, VmInstall((MODEL,), "leap-15"))
    before, there, real = runs(sim), traces(sim, "copy"), sim.run

    def killed(host: str, command: Command, *args: Any, **more: Any) -> CommandResult:
        result = real(host, command, *args, **more)
        if command.argv[:1] == ("lvcreate",) and "--snapshot" in command.argv:
            raise KeyboardInterrupt
        return result

    sim.run = killed  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        Runner(sim, journal).run(CLONE.plan(sim.snapshot), sim.context())
    sim.run = real  # type: ignore[method-assign]
    assert runs(sim)[0] is VmState.PAUSED
    sim.drill.advance(PAUSED_AT_MOST_S + 5)
    assert runs(sim) == before
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, choice, sim.context())
    ended = TaskState.FAILED if choice is Choice.CONTINUE else TaskState.ROLLED_BACK
    assert task.state is ended, [(s.title, s.means) for s in task.failures]
    assert runs(sim) == before
    assert traces(sim, "copy") == there
    assert timers(sim) == []
