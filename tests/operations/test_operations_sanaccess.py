"""Whom the SAN lets in: one patch of the configuration, and the restart that it brings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from labsan import lab_snapshot
from sanplans import codes, lines, sentence
from simcluster import SimCluster, few_guests, run

from xenadmin_gui.domain.errors import StalePlanError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.access import is_let_in
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.sim.blueprint import Blueprint

LOGIN, ALLOW, FORBID = InitiatorVerb.LOGIN, InitiatorVerb.ALLOW, InitiatorVerb.FORBID
XEN4 = "iqn.2024-03.com.example:xen4"


@pytest.fixture
def blueprint() -> Blueprint:
    """A few guests, and xen4 whom nobody lets in."""
    return few_guests("vpn", "test3", strangers=("xen4",))


def lists(sim: SimCluster) -> set[int]:
    """How many initiators each list of the configuration names."""
    text = sim.world.state.pacemaker.configuration
    parts = text.split('name="allowed_initiators" value="')[1:]
    return {len(part.split('"')[0].split()) for part in parts}


def all_off(snapshot: Snapshot) -> Snapshot:
    vms = {u: replace(vm, state=VmState.OFF, host=None) for u, vm in snapshot.vms.items()}
    return replace(snapshot, vms=vms)


def test_a_new_host_cannot_log_in_before_it_is_let_in(sim: SimCluster, journal: Journal) -> None:
    assert is_let_in(sim.snapshot, XEN4) is False
    assert run(sim, journal, InitiatorDraft(LOGIN, ("xen4",))).state is TaskState.FAILED
    before = {(m.host, m.wwid, len(m.paths)) for m in sim.snapshot.san.multipaths}
    assert codes(InitiatorDraft(ALLOW, ("xen4",)), sim.snapshot) == ["restart"]
    assert run(sim, journal, InitiatorDraft(ALLOW, ("xen4",), restart=True)).state is TaskState.DONE
    assert lists(sim) == {4}
    assert is_let_in(sim.snapshot, XEN4) is True
    assert before <= {(m.host, m.wwid, len(m.paths)) for m in sim.snapshot.san.multipaths}
    assert sim.vm("vpn").state == "running"
    assert run(sim, journal, InitiatorDraft(LOGIN, ("xen4",))).state is TaskState.DONE
    assert sum(s.host == "xen4" for s in sim.snapshot.san.sessions) == 2


def test_what_serves_the_san_is_restarted_as_the_plan_says(
    sim: SimCluster, journal: Journal
) -> None:
    plan = InitiatorDraft(ALLOW, ("xen4",), restart=True).plan(sim.snapshot)
    assert plan.subjects[0].reason.startswith("Pacemaker restarts g_san for that: the I/O of vpn")
    assert XEN4 in preview(plan, sim.snapshot).after.san.targets[0].initiators
    starts = [
        o.call
        for o in sim.world.state.pacemaker.members["san1"]
        .history["p_ip_storage-a"]
        .operations.values()
    ]
    Runner(sim, journal).run(plan, sim.context())
    after = sim.world.state.pacemaker.members["san1"].history["p_ip_storage-a"].operations
    assert min(o.call for o in after.values()) > max(starts)


def test_being_let_in_is_taken_back(sim: SimCluster, journal: Journal) -> None:
    runner, run = Runner(sim, journal), sim.run

    def losing_a_host(host: str, command: Any, context: Any, **more: Any) -> Any:
        result = run(host, command, context, **more)
        if command.argv[0] == "cibadmin":
            sim.drill.power_off("xen1")
        return result

    sim.run = losing_a_host  # type: ignore[method-assign]
    task = runner.run(
        InitiatorDraft(ALLOW, ("xen4",), restart=True).plan(sim.snapshot), sim.context()
    )
    sim.run = run  # type: ignore[method-assign]
    assert task.state is TaskState.FAILED
    assert lists(sim) == {4}
    ended = runner.resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    assert lists(sim) == {3}
    assert is_let_in(sim.refresh(None, sim.context()), XEN4) is False


def test_a_host_with_sessions_or_vms_is_not_shut_out(sim: SimCluster, journal: Journal) -> None:
    shown = sim.snapshot
    busy = sim.vm("vpn").host
    assert busy is not None
    assert codes(InitiatorDraft(FORBID, (busy,), restart=True), shown) == ["has-vms"]
    assert codes(InitiatorDraft(FORBID, ("xen1",), restart=True), shown) == ["has-sessions"]
    assert (
        run(sim, journal, InitiatorDraft(InitiatorVerb.LOGOUT, ("xen1",))).state is TaskState.DONE
    )
    assert (
        run(sim, journal, InitiatorDraft(FORBID, ("xen1",), restart=True)).state is TaskState.DONE
    )
    assert lists(sim) == {2}
    assert run(sim, journal, InitiatorDraft(LOGIN, ("xen1",))).state is TaskState.FAILED


def test_a_host_that_logged_in_since_the_plan_was_made_is_not_shut_out(
    sim: SimCluster, journal: Journal
) -> None:
    assert (
        run(sim, journal, InitiatorDraft(InitiatorVerb.LOGOUT, ("xen1",))).state is TaskState.DONE
    )
    plan = InitiatorDraft(FORBID, ("xen1",), restart=True).plan(sim.snapshot)
    assert run(sim, journal, InitiatorDraft(LOGIN, ("xen1",))).state is TaskState.DONE
    with pytest.raises(StalePlanError, match="xen1 is logged in to the SAN"):
        Runner(sim, journal).run(plan, sim.context())
    assert lists(sim) == {3}


def test_one_patch_changes_each_list_and_nothing_else() -> None:
    shown = all_off(lab_snapshot())
    plan = InitiatorDraft(ALLOW, ("iqn.2026-11.example.lab:xen3",)).plan(shown)
    patches = [line for line in lines(plan) if "cibadmin --patch" in line]
    assert len(patches) == 1
    assert patches[0].count("<change operation=") == 4
    assert patches[0].count("<change-attr") == 4
    kept = "iqn.2026-11.example.lab:xen1 iqn.2026-11.example.lab:xen2"
    assert f"{kept} iqn.2026-11.example.lab:xen3" in patches[0]


def test_what_is_so_already_is_no_step() -> None:
    shown = lab_snapshot()
    plan = InitiatorDraft(ALLOW, ("iqn.2026-11.example.lab:xen1",)).plan(shown)
    assert plan.steps == ()
    assert [s.verdict for s in plan.subjects] == [Verdict.ALREADY]


@pytest.mark.parametrize(
    ("names", "code"),
    [((), "none"), (("nobody",), "no-host"), (("iqn.2024-03.x:a b",), "no-iqn")],
)
def test_who_is_not_known_is_refused(names: tuple[str, ...], code: str) -> None:
    assert codes(InitiatorDraft(ALLOW, names), all_off(lab_snapshot())) == [code]


def test_the_last_one_is_not_shut_out() -> None:
    both = tuple(f"iqn.2026-11.example.lab:xen{n}" for n in (1, 2))
    shown = all_off(lab_snapshot())
    hosts = {n: s for n, s in shown.servers.items() if n not in ("xen1", "xen2")}
    gone = replace(shown, servers=hosts, san=replace(shown.san, sessions=()))
    assert codes(InitiatorDraft(FORBID, both), gone) == ["last-initiator"]
    assert "lets everybody in" in sentence(InitiatorDraft(FORBID, both), gone)


def test_a_host_whose_disks_would_fail_instead_of_waiting_keeps_it_back(sim: SimCluster) -> None:
    shown = sim.snapshot
    devices = tuple(replace(m, queues=False) for m in shown.san.multipaths)
    failing = replace(shown, san=replace(shown.san, multipaths=devices))
    assert "no-queueing" in codes(InitiatorDraft(ALLOW, ("xen4",), restart=True), failing)
