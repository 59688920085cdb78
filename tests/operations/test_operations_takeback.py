"""A subject that fails is taken back alone, the others go on; also when the program is killed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from filecluster import PV, WEB, FileCluster
from test_operations_cutoff import KillingJournal, in_a_process_of_its_own

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.condition import VmIs
from xenadmin_gui.operations.joined import joined
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Plan, Step
from xenadmin_gui.operations.planjson import (
    plan_from_json,
    plan_from_text,
    plan_to_json,
    plan_to_text,
)
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb


def failing(number: int = 3) -> Step:
    """Start what runs already: virsh refuses."""
    return Step(
        number=number,
        subject=Key(Kind.VM, WEB),
        title="Start web1 twice",
        host="xen1",
        command=Command(("virsh", "-c", "xen:///system", "start", "--domain", WEB)),
        done_when=VmIs(WEB, VmState.CRASHED),
        timeout_s=30.0,
    )


def both(cluster: FileCluster) -> Plan:
    """Pause web1 and pv1; then web1 fails, and a step of it that would come never does."""
    plan = VmDraft(VmVerb.PAUSE, (WEB, PV)).plan(cluster.snapshot)
    web, pv = plan.steps
    rows = (web, failing(), replace(failing(), title="Never begun"))
    first = joined(Key(Kind.VM, WEB), rows)
    return replace(
        plan,
        steps=(*first, *joined(pv.subject, (pv,), first=4)),
        lanes=2,
        take_back_failed=True,
    )


def states(task: Task) -> list[str]:
    return [str(step.state) for step in task.steps]


def vms(cluster: FileCluster) -> list[str]:
    return [cluster.state["vms"][uuid]["state"] for uuid in (WEB, PV)]


def test_the_failed_one_is_taken_back_and_the_other_goes_on(
    cluster: FileCluster, runner: Runner
) -> None:
    task = runner.run(both(cluster), cluster.context())
    assert states(task) == ["undone", "failed", "skipped", "done"]
    assert vms(cluster) == ["running", "paused"]
    assert task.state is TaskState.FAILED
    assert "web1 was not made" in task.reason
    assert "pv1" not in task.reason


def test_rolling_a_failed_task_back_spares_what_is_whole(
    cluster: FileCluster, runner: Runner
) -> None:
    task = runner.run(both(cluster), cluster.context())
    after = runner.resume(task.id, Choice.ROLL_BACK, cluster.context())
    assert after.state is TaskState.ROLLED_BACK
    assert vms(cluster) == ["running", "paused"]


def test_what_cannot_be_taken_back_is_named(cluster: FileCluster, runner: Runner) -> None:
    plan = both(cluster)
    stuck = replace(plan.steps[0], undo=(), no_undo="A pause cannot be taken back here.")
    task = runner.run(replace(plan, steps=(stuck, *plan.steps[1:])), cluster.context())
    assert states(task) == ["undo-failed", "failed", "skipped", "done"]
    assert "web1 is half made" in task.reason
    assert "A pause cannot be taken back here." in task.reason


def test_a_cancel_takes_back_what_is_not_whole(
    cluster: FileCluster, runner: Runner, journal: Journal
) -> None:
    plan = both(cluster)
    context = cluster.context()
    waits = replace(failing(2), done_when=VmIs(WEB, VmState.OFF), command=plan.steps[0].command)
    steps = (plan.steps[0], waits, *plan.steps[2:])

    def cancel(host: str, command: Command) -> None:
        if [tuple(sent[1:]) for sent in cluster.state["sent"]].count(waits.command.argv) == 2:
            context.cancel()

    cluster.after_run = cancel
    with pytest.raises(Cancelled):
        runner.run(replace(plan, steps=steps), context)
    (task,) = journal.tasks()
    assert task.state is TaskState.CANCELLED
    assert states(task)[:3] == ["undone", "cancelled", "skipped"]
    assert vms(cluster)[0] == "running"


def test_paper_without_the_word_is_a_plan_that_takes_nothing_back(cluster: FileCluster) -> None:
    plan = both(cluster)
    assert plan_from_text(plan_to_text(plan)) == plan
    old = plan_to_json(plan)
    del old["take_back_failed"]
    assert plan_from_json(old).take_back_failed is False


def boundaries(place: Path) -> Iterator[Path]:
    """Kill a run at each thing that its journal puts on disk."""
    for boundary in range(1, 120):
        here = place / f"cut-{boundary}"
        here.mkdir()

        def work(here: Path = here, boundary: int = boundary) -> None:
            cluster = FileCluster(here / "cluster.json")
            journal = KillingJournal(here / "journal.db", cluster, boundary)
            Runner(cluster, journal).run(both(cluster), cluster.context())

        if in_a_process_of_its_own(work) != -signal.SIGKILL:
            return
        yield here
    pytest.fail("the plan never came to its end")


@pytest.mark.parametrize("choice", [Choice.CONTINUE, Choice.ROLL_BACK])
def test_a_kill_anywhere_leaves_nothing_half(tmp_path: Path, choice: Choice) -> None:
    ends = set()
    for place in boundaries(tmp_path):
        cluster = FileCluster(place / "cluster.json")
        journal = Journal(place / "journal.db", clock=cluster.clock)
        found = journal.interrupted()
        if found:
            task = Runner(cluster, journal).resume(found[0].id, choice, cluster.context())
            ends.add((task.state, *vms(cluster)))
        journal.close()
    wanted = {
        Choice.CONTINUE: {(TaskState.FAILED, "running", "paused")},
        Choice.ROLL_BACK: {(TaskState.ROLLED_BACK, "running", "running")},
    }[choice]
    assert ends == wanted
