"""The SAN moves on purpose, and a server goes out of service and comes back."""

from __future__ import annotations

from dataclasses import replace

from labsan import WWID, without
from sanplans import SPARE, codes, lines, sentence, served, with_node, with_sides

from xenadmin_gui.operations.condition import holds
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.san.switchover import SanMaintenance, SanSwitchover

PATHS = ["xen1: multipathd show maps json", "xen2: multipathd show maps json"]


def test_a_switchover_moves_the_group_and_forgets_the_pin() -> None:
    plan = SanSwitchover("san2").plan(served())
    assert lines(plan) == [
        "san1: crm_resource --resource g_san --move --node san2 --lifetime PT15M",
        "san1: crm_resource --resource g_san --clear",
        *PATHS,
    ]
    assert plan.steps[0].alternatives == ("san2",)
    assert [undo.command.argv[-1] for undo in plan.steps[0].undo] == ["PT15M", "--clear"]
    moved = served(active_server="san2")
    assert holds(plan.steps[0].done_when, moved) is False, "its LUNs are not offered there yet"
    there = tuple(replace(lun, server="san2") for lun in moved.san.luns)
    moved = replace(moved, san=replace(moved.san, luns=there))
    assert holds(plan.steps[0].done_when, moved) is True
    assert {lun.wwid for lun in there} == {WWID}


def test_a_switchover_to_where_it_is_needs_nothing() -> None:
    plan = SanSwitchover("san1").plan(served())
    assert (plan.steps, plan.subjects[0].verdict) == ((), Verdict.ALREADY)


def test_a_switchover_is_refused_unless_every_replica_is_in_sync() -> None:
    snapshot = with_sides(served(), "pvh2", {}, {"disk": "Inconsistent"})
    assert codes(SanSwitchover("san2"), snapshot) == ["not-in-sync"]
    assert "pvh2" in sentence(SanSwitchover("san2"), snapshot)


def test_a_replica_that_pacemaker_does_not_run_is_no_matter() -> None:
    snapshot = with_sides(served(), SPARE, {}, {"disk": "Inconsistent"})
    assert codes(SanSwitchover("san2"), snapshot) == []


def test_a_switchover_needs_the_other_server_in_service() -> None:
    draft = SanSwitchover("san2")
    assert codes(draft, without(served(), "san2")) == ["silent"]
    assert codes(draft, with_node(served(), "san2", standby=True)) == ["standby"]
    assert codes(draft, with_node(served(), "san2", online=False)) == ["offline"]
    assert codes(SanSwitchover("xen1"), served()) == ["no-server"]


def test_maintenance_empties_the_server_that_serves() -> None:
    plan = SanMaintenance("san1", on=True).plan(served())
    assert lines(plan) == [
        "san1: crm_attribute --node san1 --name standby --update on",
        *PATHS,
    ]
    out = plan.steps[0]
    gone = with_node(served(active_server="san2"), "san1", standby=True)
    assert holds(out.done_when, gone) is False, "the LUN's resource still runs there"
    assert "--update off" in out.undo[0].command.as_shell()
    assert "nothing is mirrored" in plan.subjects[0].reason


def test_both_servers_are_not_taken_out() -> None:
    snapshot = with_node(served(), "san2", standby=True)
    assert codes(SanMaintenance("san1", on=True), snapshot) == ["standby"]
    assert codes(SanMaintenance("san1", on=True), without(served(), "san2")) == ["silent"]


def test_the_only_good_data_is_not_taken_out() -> None:
    snapshot = with_sides(served(), "pv1", {}, {"disk": "Outdated"})
    assert codes(SanMaintenance("san1", on=True), snapshot) == ["not-in-sync"]


def test_coming_back_waits_for_every_resync() -> None:
    snapshot = with_node(served(), "san2", standby=True)
    plan = SanMaintenance("san2", on=False).plan(snapshot)
    assert lines(plan) == [
        "san1: crm_attribute --node san2 --name standby --update off",
        "san1: drbdadm status pvh1",
        "san1: drbdadm status pvh2",
        "san1: drbdadm status pv1",
    ]
    behind = with_sides(served(), "pv1", {}, {"disk": "Inconsistent", "replication": "SyncTarget"})
    assert holds(plan.steps[3].done_when, behind) is False
    assert holds(plan.steps[3].done_when, served()) is True


def test_a_server_in_service_only_waits() -> None:
    plan = SanMaintenance("san2", on=False).plan(served())
    assert {step.command.argv[0] for step in plan.steps} == {"drbdadm"}
