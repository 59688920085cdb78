"""What somebody else makes in the same moment is neither used nor removed."""

from __future__ import annotations

from typing import Any

from newvms import GIB, GROUP, new_vm
from simcluster import SimCluster

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.template import Template
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.sanholds import volume_of
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.sim.library import large_file


def run_while_somebody_is_faster(sim: SimCluster, journal: Journal, draft: Draft) -> Task:
    """Run it while another administrator does its first step between the check and the command."""
    plan, theirs, real = draft.plan(sim.snapshot), draft.plan(sim.snapshot), sim.run
    done: list[str] = []

    def faster(host: str, command: Command, context: Any, **rest: Any) -> Any:
        if command.argv == plan.steps[0].command.argv and not done:
            done.append(host)
            real(host, theirs.steps[0].command, context, **rest)
        return real(host, command, context, **rest)

    sim.run = faster  # type: ignore[method-assign]
    try:
        task = Runner(sim, journal).run(plan, sim.context())
    finally:
        sim.run = real  # type: ignore[method-assign]
    assert done
    return task


def test_a_new_vm_spares_a_volume_that_appeared_meanwhile(
    sim: SimCluster, journal: Journal
) -> None:
    draft = VmInstall((new_vm("app1"),), "debian-12")
    task = run_while_somebody_is_faster(sim, journal, draft)
    assert task.state is TaskState.FAILED
    sent = [c.argv[0] for c in journal.commands(task.id)]
    assert sent == ["lvcreate"]
    sim.refresh(None, sim.context())
    assert volume_of(sim.snapshot, GROUP, "app1") is not None


def test_rolling_back_spares_a_volume_that_appeared_meanwhile(
    sim: SimCluster, journal: Journal
) -> None:
    task = run_while_somebody_is_faster(sim, journal, VolumeCreate("data9", GIB, GROUP))
    assert task.state is TaskState.FAILED
    back = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert back.state is TaskState.ROLLED_BACK
    assert [c.argv[0] for c in journal.commands(task.id)] == ["lvcreate"]
    sim.refresh(None, sim.context())
    assert volume_of(sim.snapshot, GROUP, "data9") is not None


def test_a_template_of_a_running_vm_spares_the_snapshot_that_another_one_reads(
    sim: SimCluster, journal: Journal
) -> None:
    golden = Template("golden", image="disk.raw.zst")
    draft = TemplateFromVm(sim.vm("web1").uuid, golden, snapshot=True)
    task = run_while_somebody_is_faster(sim, journal, draft)
    assert task.state is TaskState.DONE
    sim.refresh(None, sim.context())
    assert len([v for v in sim.snapshot.san.volumes if "-template" in v.name]) == 1


def test_taking_an_import_back_spares_the_template_that_somebody_else_made(
    sim: SimCluster, journal: Journal
) -> None:
    path = "/root/golden.raw.zst"
    sim.world.state.machines["san1"].files[path] = large_file("image of gold", 300 << 20)
    golden = Template("golden", image="disk.raw.zst")
    draft = TemplateImport(golden, "san1", path, file_bytes=300 << 20, push=False)
    task = run_while_somebody_is_faster(sim, journal, draft)
    assert task.state is TaskState.FAILED
    back = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert back.state is TaskState.ROLLED_BACK
    sim.refresh(["san1"], sim.context())
    made = sim.snapshot.template("golden")
    assert made is not None
    assert (made.servers, made.reason) == (("san1",), "")
