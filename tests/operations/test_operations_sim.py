"""Plans on the simulated cluster, where Pacemaker's own programs decide."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from simcluster import SimCluster, few_guests, run

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import StepState, Task, TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.sim.blueprint import Blueprint

CUT_OFF = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from simcluster import SimCluster, few_guests
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.vm import VmDraft, VmVerb

place, name = Path(sys.argv[2]), sys.argv[3]
cluster = SimCluster(place / "world", few_guests(name, "web1"))
journal = Journal(place / "journal.db", clock=cluster.clock)
draft = VmDraft(VmVerb.MIGRATE, (cluster.vm(name).uuid,))
run = cluster.run

def dying(host, command, context, **more):
    result = run(host, command, context, **more)
    if command.argv[0] in ("systemd-run", "crm_resource"):
        os.kill(os.getpid(), signal.SIGKILL)
    return result

cluster.run = dying
Runner(cluster, journal).run(draft.plan(cluster.snapshot), cluster.context())
"""


@pytest.fixture
def blueprint() -> Blueprint:
    return few_guests("build", "legacy", "mail", "test3", "wiki")


def do(sim: SimCluster, journal: Journal, verb: VmVerb, name: str, **more: Any) -> Task:
    draft = VmDraft(verb, (sim.vm(name).uuid,), **more)
    return run(sim, journal, draft)


def where(sim: SimCluster, name: str) -> tuple[str, str | None]:
    vm = sim.vm(name)
    return str(vm.state), vm.host


def test_a_move_that_takes_longer_than_thought_is_waited_for(
    sim: SimCluster, journal: Journal
) -> None:
    plan = VmDraft(VmVerb.MIGRATE, (sim.vm("build").uuid,)).plan(sim.snapshot)
    (step,) = plan.steps
    hurried = replace(plan, steps=(replace(step, timeout_s=1.0),))
    task = Runner(sim, journal).run(hurried, sim.context())
    assert task.state is TaskState.DONE, task.reason
    # What is no such unit has no more time than it was given.
    sim.refresh(None, sim.context())
    again = VmDraft(VmVerb.MIGRATE, (sim.vm("build").uuid,)).plan(sim.snapshot)
    late = replace(again, steps=(replace(again.steps[0], timeout_s=1.0, ends_by_itself=False),))
    assert Runner(sim, journal).run(late, sim.context()).state is TaskState.FAILED


def test_an_unprotected_vm_through_its_life(sim: SimCluster, journal: Journal) -> None:
    ends = [
        (VmVerb.START, "running", "xen2"),
        (VmVerb.PAUSE, "paused", "xen2"),
        (VmVerb.RESUME, "running", "xen2"),
        (VmVerb.REBOOT, "running", "xen2"),
        (VmVerb.MIGRATE, "running", "xen4"),
        (VmVerb.SHUTDOWN, "off", None),
        (VmVerb.START, "running", "xen4"),
        (VmVerb.DESTROY, "off", None),
    ]
    for verb, state, host in ends:
        task = do(sim, journal, verb, "test3")
        assert (task.state, *where(sim, "test3")) == (TaskState.DONE, state, host), (verb, task)


def test_a_protected_vm_is_stopped_and_started_by_pacemaker(
    sim: SimCluster, journal: Journal
) -> None:
    assert do(sim, journal, VmVerb.SHUTDOWN, "wiki").state is TaskState.DONE
    assert where(sim, "wiki")[0] == "off"
    assert do(sim, journal, VmVerb.START, "wiki").state is TaskState.DONE
    assert where(sim, "wiki")[0] == "running"
    assert {sent[1] for sent in sim.sent} == {"crm_resource"}


def test_a_protected_vm_moves_and_is_not_pinned_afterwards(
    sim: SimCluster, journal: Journal
) -> None:
    task = do(sim, journal, VmVerb.MIGRATE, "mail", target="xen4")
    assert (task.state, where(sim, "mail")) == (TaskState.DONE, ("running", "xen4"))
    protection = sim.vm("mail").protection
    assert protection is not None
    assert protection.pinned_to is None


def test_a_pv_guest_is_told_beforehand_and_moves_with_an_interruption(
    sim: SimCluster, journal: Journal
) -> None:
    (subject,) = VmDraft(VmVerb.MIGRATE, (sim.vm("legacy").uuid,)).verdicts(sim.snapshot)
    assert (subject.verdict, subject.code) == (Verdict.CANNOT, "pv-live")
    task = do(sim, journal, VmVerb.MIGRATE, "legacy", live=False, target="xen4")
    assert (task.state, where(sim, "legacy")) == (TaskState.DONE, ("running", "xen4"))


def test_what_fits_nowhere_else_says_so(snapshot: Snapshot) -> None:
    (erp,) = snapshot.vms_named("erp")
    (subject,) = VmDraft(VmVerb.MIGRATE, (erp.uuid,)).verdicts(snapshot)
    assert (subject.verdict, subject.code) == (Verdict.CANNOT, "no-memory")
    assert "erp needs 40 GiB, xen1 has 12 GiB free." in subject.reason


def test_a_source_that_dies_during_a_move_leaves_no_false_success(
    sim: SimCluster, journal: Journal
) -> None:
    send = sim.run

    def dying(host: str, command: Any, context: Any, **more: Any) -> Any:
        result = send(host, command, context, **more)
        if command.argv[0] == "systemd-run":
            sim.drill.power_off("xen3")
        return result

    sim.run = dying  # type: ignore[method-assign]
    task = do(sim, journal, VmVerb.MIGRATE, "build", target="xen4")
    assert (task.state, task.steps[0].state) == (TaskState.FAILED, StepState.FAILED)
    assert sim.vm("build").state is not VmState.RUNNING
    assert task.steps[0].means


@pytest.mark.parametrize("name", ["build", "mail"])
@pytest.mark.parametrize("choice", [Choice.CONTINUE, Choice.ROLL_BACK])
def test_a_killed_move_is_taken_up_again(tmp_path: Path, name: str, choice: Choice) -> None:
    began = {"build": "xen3", "mail": "xen2"}[name]
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", CUT_OFF, here, str(tmp_path), name], timeout=120)
    assert done.returncode == -signal.SIGKILL
    sim = SimCluster(tmp_path / "world")
    journal = Journal(tmp_path / "journal.db", clock=sim.clock)
    (task,) = journal.interrupted()
    end = Runner(sim, journal).resume(task.id, choice, sim.context())
    state, host = where(sim, name)
    assert state == "running"
    assert (host == began) is (choice is Choice.ROLL_BACK)
    assert end.state is (TaskState.DONE if choice is Choice.CONTINUE else TaskState.ROLLED_BACK)
    again = [c for c in journal.commands(task.id)[1:] if c.exit_status == 0]
    moves = [c for c in again if "systemd-run" in c.argv or "--move" in c.argv]
    assert len(moves) == (0 if choice is Choice.CONTINUE else 1)
    journal.close()
    sim.close()
