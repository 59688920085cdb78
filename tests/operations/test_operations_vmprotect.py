"""A running VM is protected and unprotected; Pacemaker's real scheduler restarts nothing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from simcluster import SimCluster

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vmlife.protect import VmProtect, VmUnprotect


def done(sim: SimCluster, journal: Journal, draft: Draft) -> Task:
    task = Runner(sim, journal).run(draft.plan(sim.snapshot), sim.context())
    assert task.state is TaskState.DONE, [(s.title, s.means, s.said) for s in task.failures]
    sim.drill.advance(90)
    sim.refresh(None, sim.context())
    return task


def runs(sim: SimCluster) -> dict[str, tuple[str, int]]:
    """Where each domain runs, and since which start."""
    found = sim.world.state.runs
    return {uuid: (host, run.domain_id) for host in found for uuid, run in found[host].items()}


def started(sim: SimCluster, journal: Journal, name: str) -> str:
    vm = sim.vm(name)
    if vm.state is not VmState.RUNNING:
        done(sim, journal, VmDraft(VmVerb.START, (vm.uuid,)))
    return vm.uuid


def test_a_running_vm_is_protected_where_it_is(sim: SimCluster, journal: Journal) -> None:
    uuid = started(sim, journal, "test3")
    before = runs(sim)
    done(sim, journal, VmProtect(uuid, priority=7))
    assert runs(sim) == before
    vm = sim.vm("test3")
    assert vm.protection is not None
    assert (vm.protection.priority, vm.protection.target_role) == (7, "Started")
    assert vm.protection.pinned_to is None
    assert {copy.origin for copy in vm.definitions} == {"file"}
    assert vm.defined_on == tuple(sorted(host.name for host in sim.snapshot.hosts))
    assert "xenadmin-helper" not in sim.snapshot.pacemaker.configuration
    sim.drill.power_off(vm.host or "")
    sim.drill.advance(300)
    after = sim.vm("test3")
    assert (after.state, after.host) != (VmState.RUNNING, vm.host)
    assert after.state is VmState.RUNNING


def test_a_running_vm_is_unprotected_where_it_is(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    before = runs(sim)
    done(sim, journal, VmUnprotect(vm.uuid))
    sim.drill.advance(3600)
    assert runs(sim) == before
    after = sim.vm("web1")
    assert after.protection is None
    assert [(c.host, c.origin) for c in after.definitions] == [(vm.host, "libvirt")]
    assert vm.protection is not None
    assert vm.protection.resource not in [r.id for r in sim.snapshot.pacemaker.resources]
    assert "stop-orphan-resources" not in sim.snapshot.pacemaker.configuration
    done(sim, journal, VmProtect(vm.uuid))
    assert runs(sim) == before
    assert sim.vm("web1").protection is not None


@pytest.mark.parametrize("by_hand", ["true", "false"])
def test_what_somebody_set_about_orphans_is_set_again(
    sim: SimCluster, journal: Journal, by_hand: str
) -> None:
    words = ("crm_attribute", "--name", "stop-orphan-resources", "--update", by_hand)
    sim.run("xen1", Command(words), sim.context(), timeout_s=30.0, origin="", plan_id="")
    sim.refresh(None, sim.context())
    before = runs(sim)
    done(sim, journal, VmUnprotect(sim.vm("web1").uuid))
    assert runs(sim) == before
    configuration = ElementTree.fromstring(sim.snapshot.pacemaker.configuration)
    pairs = [p for p in configuration.iter("nvpair") if p.get("name") == "stop-orphan-resources"]
    assert [pair.get("value") for pair in pairs] == [by_hand]


def options(sim: SimCluster) -> dict[str, str]:
    """Pacemaker's cluster options as they are configured now."""
    configuration = ElementTree.fromstring(sim.world.state.pacemaker.configuration)
    pairs = configuration.iterfind("crm_config/cluster_property_set/nvpair")
    return {pair.get("name", ""): pair.get("value", "") for pair in pairs}


@pytest.mark.parametrize("is_late", [False, True])
def test_two_that_end_at_once_do_not_take_what_spares_orphans_from_each_other(
    sim: SimCluster, journal: Journal, tmp_path: Path, is_late: bool
) -> None:
    """While the first is out and still remembered, the second comes to its end; or is cut off."""
    words = ("crm_attribute", "--name", "stop-orphan-resources", "--update", "true")
    sim.run("xen1", Command(words), sim.context(), timeout_s=30.0, origin="", plan_id="")
    names = [vm.name for vm in sim.snapshot.vms.values() if vm.protection and vm.running_on]
    one, two = (sim.vm(name) for name in names[:2])
    before, real = runs(sim), sim.run
    second = Journal(tmp_path / "second.db", clock=sim.clock)
    plans = [VmUnprotect(vm.uuid).plan(sim.snapshot) for vm in (one, two)]
    seen: list[str] = []

    def meanwhile(host, command, context, **rest):  # type: ignore[no-untyped-def]
        if "--refresh" in command.argv and len(seen) < 2:
            seen.append(command.argv[3])
            sim.drill.advance(60)
            assert runs(sim) == before
            if len(seen) == 2 and is_late:
                raise KeyboardInterrupt
            if len(seen) == 1:
                sim.refresh(None, sim.context())
                plan = VmUnprotect(two.uuid).plan(sim.snapshot) if is_late else plans[1]
                with suppress(KeyboardInterrupt):
                    Runner(sim, second).run(plan, sim.context())
                assert options(sim)["stop-orphan-resources"] == "false"
        return real(host, command, context, **rest)

    sim.run = meanwhile  # type: ignore[method-assign]
    assert Runner(sim, journal).run(plans[0], sim.context()).state is TaskState.DONE
    sim.run = real  # type: ignore[method-assign]
    sim.drill.advance(600)
    assert runs(sim) == before
    for task in second.interrupted():
        assert options(sim)["stop-orphan-resources"] == "false"
        assert Runner(sim, second).resume(task.id, Choice.CONTINUE, sim.context()).state is (
            TaskState.DONE
        )
    second.close()
    sim.drill.advance(600)
    assert runs(sim) == before
    assert options(sim)["stop-orphan-resources"] == "true"
    assert not [name for name in options(sim) if name.startswith("xenadmin-spares")]
    assert len(seen) == 2


def test_a_vm_that_is_off_stays_off(sim: SimCluster, journal: Journal) -> None:
    uuid = sim.vm("web1").uuid
    done(sim, journal, VmDraft(VmVerb.SHUTDOWN, (uuid,)))
    done(sim, journal, VmUnprotect(uuid, "xen2"))
    assert sim.vm("web1").defined_on == ("xen2",)
    done(sim, journal, VmProtect(uuid))
    vm = sim.vm("web1")
    assert vm.state is VmState.OFF
    assert vm.protection is not None
    assert vm.protection.target_role == "Stopped"


def cut_off_in_unprotecting(sim: SimCluster, journal: Journal) -> None:
    """The program ends when web1 is about to be forgotten by Pacemaker."""
    real = sim.run

    def cut(host, command, context, **rest):  # type: ignore[no-untyped-def]
        if "--refresh" in command.argv:
            raise KeyboardInterrupt
        return real(host, command, context, **rest)

    sim.run = cut  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        Runner(sim, journal).run(VmUnprotect(sim.vm("web1").uuid).plan(sim.snapshot), sim.context())
    sim.run = real  # type: ignore[method-assign]


def test_ending_it_can_be_taken_back_in_the_middle(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    before = runs(sim)
    cut_off_in_unprotecting(sim, journal)
    sim.drill.advance(60)
    assert runs(sim) == before
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert task.state is TaskState.ROLLED_BACK, [(s.title, s.means, s.said) for s in task.failures]
    sim.drill.advance(300)
    assert runs(sim) == before
    assert sim.vm("web1").protection == vm.protection


def test_what_is_left_in_the_middle_says_what_stays_and_how_that_ends(
    sim: SimCluster, journal: Journal
) -> None:
    """A task that is left changes nothing any more: its mark is told of, and is a finding."""
    cut_off_in_unprotecting(sim, journal)
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, Choice.LEAVE, sim.context())
    assert task.state is TaskState.LEFT
    assert "The mark xenadmin-spares-" in task.reason
    sim.refresh(None, sim.context())
    (finding,) = [f for f in sim.snapshot.findings if f.code == "orphans-spared"]
    for line in finding.next_step.partition(": ")[2].rstrip(".").split(", then "):
        command = Command(tuple(line.split()))
        assert sim.run(
            "xen1", command, sim.context(), timeout_s=30.0, origin="", plan_id=""
        ).succeeded
    sim.refresh(None, sim.context())
    assert "orphans-spared" not in [f.code for f in sim.snapshot.findings]
    assert "stop-orphan-resources" not in options(sim)


def test_what_cannot_be_is_refused(sim: SimCluster) -> None:
    protected, other = sim.vm("web1").uuid, sim.vm("test3").uuid
    wrong = {
        "protected": VmProtect(protected),
        "unprotected": VmUnprotect(other),
        "bad-priority": VmProtect(other, priority=10**7),
        "no-such-vm": VmProtect("nobody"),
        "host": VmUnprotect(protected, "xen99"),
    }
    for code, draft in wrong.items():
        assert code in [problem.code for problem in draft.problems(sim.snapshot)]


def test_the_plans_survive_the_journal(sim: SimCluster) -> None:
    for draft in (VmProtect(sim.vm("test3").uuid), VmUnprotect(sim.vm("web1").uuid)):
        plan = draft.plan(sim.snapshot)
        assert plan_from_text(plan_to_text(plan)) == plan
