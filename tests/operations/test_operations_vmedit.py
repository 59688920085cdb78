"""A VM's settings change on every host that has its definition, or on none."""

from __future__ import annotations

import pytest
from simcluster import SimCluster, run

from xenadmin_gui.domain.errors import Cancelled, PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import Task, TaskState, TaskStep
from xenadmin_gui.operations.vmedit.condition import text_hash
from xenadmin_gui.operations.vmedit.edit import VmEdit

GIB = 1024**3


def hashes(sim: SimCluster, name: str) -> set[str]:
    return {copy.sha256 for copy in sim.vm(name).definitions}


def test_a_protected_vm_changes_on_every_host_alike(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    draft = VmEdit(vm.uuid, vcpus=3, memory_bytes=3 * GIB, title="The shop's front")
    assert run(sim, journal, draft).state is TaskState.DONE
    after = sim.vm("web1")
    assert len(after.definitions) == len(vm.definitions) > 1
    assert len(hashes(sim, "web1")) == 1
    (after_text,) = {copy.xml for copy in after.definitions}
    assert after_text != vm.definitions[0].xml
    assert "The shop's front" in after_text
    assert after.state == "running"


def test_an_unprotected_vm_is_given_to_its_libvirt(sim: SimCluster, journal: Journal) -> None:
    uuid = sim.vm("test3").uuid
    assert run(sim, journal, VmEdit(uuid, vcpus=4)).state is TaskState.DONE
    assert sim.vm("test3").vcpus == 4
    again = VmEdit(uuid, vcpus=4).plan(sim.snapshot)
    assert [subject.verdict for subject in again.subjects] == [Verdict.ALREADY]
    assert again.steps == ()


def test_a_change_that_fails_on_one_host_is_taken_back_on_all(
    sim: SimCluster, journal: Journal
) -> None:
    before = hashes(sim, "web1")
    plan = VmEdit(sim.vm("web1").uuid, vcpus=1).plan(sim.snapshot)
    sim.drill.power_off("xen3")
    sim.refresh(["xen3"], sim.context())
    task = Runner(sim, journal).run(plan, sim.context())
    assert task.state is TaskState.FAILED
    sim.drill.power_on("xen3")
    sim.drill.advance(120)
    sim.refresh(None, sim.context())
    assert hashes(sim, "web1") == before
    task = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert task.state is TaskState.ROLLED_BACK
    assert hashes(sim, "web1") == before


def test_a_change_that_is_cancelled_is_taken_back(sim: SimCluster, journal: Journal) -> None:
    before = hashes(sim, "web1")
    context = sim.context()

    def stop(task: Task, step: TaskStep) -> None:
        if step.number == 3:
            context.cancel()

    with pytest.raises(Cancelled):
        Runner(sim, journal).run(
            VmEdit(sim.vm("web1").uuid, vcpus=1).plan(sim.snapshot), context, stop
        )
    sim.refresh(None, sim.context())
    assert hashes(sim, "web1") == before


def test_nothing_is_changed_while_a_host_with_a_definition_is_silent(sim: SimCluster) -> None:
    sim.drill.power_off("xen3")
    vm = sim.vm("web1")
    with pytest.raises(PreconditionError, match="xen3 has a definition"):
        VmEdit(vm.uuid, vcpus=1).plan(sim.snapshot)


def test_a_whole_definition_is_taken_as_it_is(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    text = vm.definitions[0].xml.replace("</devices>", "<strange setting='1'/></devices>")
    draft = VmEdit(vm.uuid, xml=text)
    after = draft.text_after(sim.snapshot, vm.definitions[0].xml)
    assert run(sim, journal, draft).state is TaskState.DONE
    assert hashes(sim, "web1") == {text_hash(after)}
    assert 'strange setting="1"' in after


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({}, "bad-settings"),
        ({"vcpus": 0}, "bad-vcpus"),
        ({"vcpus": 1000}, "bad-vcpus"),
        ({"memory_bytes": 1024}, "bad-memory"),
        ({"memory_bytes": GIB + 1}, "bad-memory"),
        ({"memory_bytes": 10**15}, "bad-memory"),
        ({"title": "two\nlines"}, "bad-title"),
        ({"xml": "<domain"}, "bad-definition"),
        ({"xml": "<domain><name>web1</name><uuid>0</uuid></domain>"}, "other-uuid"),
    ],
)
def test_wrong_settings_are_refused(
    snapshot: Snapshot, settings: dict[str, object], code: str
) -> None:
    (web1,) = snapshot.vms_named("web1")
    draft = VmEdit(web1.uuid, **settings)  # type: ignore[arg-type]
    assert code in [problem.code for problem in draft.problems(snapshot)]


def test_the_plan_survives_the_journal(snapshot: Snapshot) -> None:
    for name in ("web1", "test3"):
        (vm,) = snapshot.vms_named(name)
        plan = VmEdit(vm.uuid, vcpus=4).plan(snapshot)
        assert plan_from_text(plan_to_text(plan)) == plan
