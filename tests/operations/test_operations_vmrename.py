"""A VM gets another name on every host that has its definition, or on none."""

from __future__ import annotations

import pytest
from simcluster import SimCluster, run

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import StepState, TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vmlife.names import wrong_name
from xenadmin_gui.operations.vmlife.rename import VmRename


def off(sim: SimCluster, journal: Journal, name: str) -> str:
    """Shut the VM down and return its UUID."""
    uuid = sim.vm(name).uuid
    if sim.vm(name).state is not VmState.OFF:
        assert run(sim, journal, VmDraft(VmVerb.SHUTDOWN, (uuid,))).state is TaskState.DONE
    return uuid


def test_an_unprotected_vm_is_renamed_with_its_uuid_and_autostart(
    sim: SimCluster, journal: Journal
) -> None:
    uuid = off(sim, journal, "test3")
    (host,) = sim.vm("test3").defined_on
    sim.world.state.definitions[host][uuid].autostart = True
    sim.drill.advance(90)
    assert sim.vm("test3").autostart_on == (host,)
    task = run(sim, journal, VmRename(uuid, "prod3"))
    assert task.state is TaskState.DONE, task.failures
    after = sim.vm("prod3")
    assert (after.uuid, after.autostart_on) == (uuid, (host,))
    assert not sim.snapshot.vms_named("test3")
    start = VmDraft(VmVerb.START, (uuid,), host)
    assert run(sim, journal, start).state is TaskState.DONE
    assert sim.vm("prod3").state is VmState.RUNNING


def test_a_protected_vm_keeps_its_resource(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "web1")
    before = sim.vm("web1").protection
    plan = VmRename(uuid, "shop").plan(sim.snapshot)
    assert before is not None
    assert before.resource in plan.subjects[0].reason
    assert run(sim, journal, VmRename(uuid, "shop")).state is TaskState.DONE
    after = sim.vm("shop")
    assert after.protection == before
    assert len({copy.sha256 for copy in after.definitions}) == 1
    assert run(sim, journal, VmDraft(VmVerb.START, (uuid,))).state is TaskState.DONE
    assert sim.vm("shop").state is VmState.RUNNING


def test_a_rename_that_libvirt_refuses_is_taken_back(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "test3")
    plan = VmRename(uuid, "prod3").plan(sim.snapshot)
    host = plan.steps[0].host
    other = sim.world.state.definitions[host][uuid]
    text = other.xml.replace(uuid, uuid[:-1] + ("0" if uuid[-1] != "0" else "1"))
    stranger = text.replace("<name>test3", "<name>prod3")
    real = sim.run

    def meanwhile(host: str, command, context, **rest):  # type: ignore[no-untyped-def]
        if "undefine" in command.argv:
            from xenadmin_gui.sim import guests

            guests.define(sim.world, host, stranger)
        return real(host, command, context, **rest)

    sim.run = meanwhile  # type: ignore[method-assign]
    task = Runner(sim, journal).run(plan, sim.context())
    assert task.state is TaskState.FAILED
    undone = [step.state for step in task.steps if "forget the definition" in step.title]
    assert undone == [StepState.UNDONE]
    assert sim.vm("test3").uuid == uuid


@pytest.mark.parametrize(
    ("name", "new_name", "code"),
    [
        ("web1", "shop", "not-off"),
        ("test3", "web1", "bad-name"),
        ("test3", "test3", "bad-name"),
        ("test3", "a/b", "bad-name"),
        ("test3", "<x>", "bad-name"),
        ("test3", "it's", "bad-name"),
        ("test3", "", "bad-name"),
        ("test3", "42", "bad-name"),
    ],
)
def test_what_cannot_be_is_refused(snapshot: Snapshot, name: str, new_name: str, code: str) -> None:
    (vm,) = snapshot.vms_named(name)
    problems = VmRename(vm.uuid, new_name).problems(snapshot)
    assert code in [problem.code for problem in problems]


def test_a_silent_host_might_have_a_vm_of_that_name(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "test3")
    sim.drill.power_off("xen1" if "xen1" not in sim.vm("test3").defined_on else "xen2")
    problems = VmRename(uuid, "prod3").problems(sim.refresh(None, sim.context()))
    assert [problem.code for problem in problems] == ["host"]


@pytest.mark.parametrize("name", ["web1", "a", "web-1.example+x_2", "9lives"])
def test_plain_names_are_taken(name: str) -> None:
    assert wrong_name(name) == ""


def test_the_plan_survives_the_journal(sim: SimCluster, journal: Journal) -> None:
    plan = VmRename(off(sim, journal, "test3"), "prod3").plan(sim.snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
