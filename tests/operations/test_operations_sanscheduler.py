"""What Pacemaker's scheduler does about the patches: nothing that runs is restarted."""

from __future__ import annotations

import re
from dataclasses import replace

from labsan import FREE, GIB, WWID, lab_snapshot
from test_operations_cibpatch import LAB, NOW, export_plan, patched

from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.sim.pacemaker import binaries

_ACTION = re.compile(r"^\s+\* Resource action: (?P<resource>\S+)\s+(?P<task>\S+) on", re.MULTILINE)
_RUNNING = ("start", "stop", "promote", "demote")


def settled(cib: str) -> tuple[str, set[tuple[str, str]]]:
    """Let the scheduler have its way; return the CIB afterwards and what was started or stopped."""
    argv = ["crm_simulate", "--simulate", "--xml-file=/in.xml", "--save-output=/out.xml"]
    ran = binaries.run(argv, cib, now=NOW, files={"/in.xml": cib})
    assert ran.exit_status == 0, ran.stderr
    done = {(m["resource"], re.sub(r"=.*", "", m["task"])) for m in _ACTION.finditer(ran.stdout)}
    return ran.files["/out.xml"], {d for d in done if d[1] in _RUNNING}


def acts(cib: str, action: Action) -> tuple[str, set[tuple[str, str]]]:
    return settled(patched(cib, action))


def test_an_export_starts_one_resource_and_restarts_none() -> None:
    cib = LAB
    plan = export_plan(cib)
    cib, beside = acts(cib, plan.steps[0])
    assert beside == {("p_lu_spare", "start")}
    cib, inside = acts(cib, plan.steps[1])
    assert inside == set()
    cib, out = acts(cib, plan.steps[1].undo[0])
    assert out == set()
    cib, halted = acts(cib, plan.steps[0].undo[0])
    assert halted == {("p_lu_spare", "stop")}
    assert acts(cib, plan.steps[0].undo[1])[1] == set()


def test_a_withdrawal_stops_one_resource_and_its_undo_starts_it_again() -> None:
    cib = LAB
    plan = LunWithdraw(WWID).plan(replace(lab_snapshot(cib), vms={}))
    out, forget = [step for step in plan.steps if step.command.argv[0] == "cibadmin"]
    cib, stopped = acts(cib, out)
    assert stopped == {("p_lu_pvh1", "stop")}
    gone, nothing = acts(cib, forget)
    assert nothing == set()
    gone, nothing = acts(gone, forget.undo[0])
    assert nothing == set()
    back, started = acts(gone, out.undo[0])
    assert started == {("p_lu_pvh1", "start")}
    assert acts(back, out.undo[1])[1] == set()


def test_a_new_replica_comes_and_goes_without_the_group() -> None:
    cib = LAB
    plan = VolumeCreate("new", GIB).plan(lab_snapshot(cib))
    begin, tie_up = [step for step in plan.steps if step.command.argv[0] == "cibadmin"]
    cib, began = acts(cib, begin)
    assert {resource.partition(":")[0] for resource, _ in began} == {"p_drbd_new"}
    assert ("start" in {task for _, task in began}) is True
    cib = with_promotion_scores(cib)
    cib, promoted = acts(cib, with_no_change(begin))
    assert promoted <= {("p_drbd_new", "promote"), ("p_drbd_new:0", "promote")}
    cib, tied = acts(cib, tie_up)
    assert tied == set()
    cib, untied = acts(cib, tie_up.undo[0])
    assert untied == set()
    cib, halted = acts(cib, begin.undo[0])
    assert {resource.partition(":")[0] for resource, _ in halted} == {"p_drbd_new"}
    assert acts(cib, begin.undo[1])[1] == set()


def test_a_deletion_stops_one_replica_and_nothing_else() -> None:
    cib = LAB
    # The recorded group still exports it: that LUN goes first.
    unit = re.search(r'<primitive id="p_lu_pv1".*?</primitive>', cib, re.DOTALL)
    assert unit is not None
    cib, _ = settled(cib.replace(unit[0], ""))
    plan = VolumeDelete("vg_san", FREE).plan(lab_snapshot(cib))
    halt, forget = [step for step in plan.steps if step.command.argv[0] == "cibadmin"]
    cib, halted = acts(cib, halt)
    assert {resource.partition(":")[0] for resource, _ in halted} == {"p_drbd_pv1"}
    assert {task for _, task in halted} == {"demote", "stop"}
    assert acts(cib, forget)[1] == set()


def with_promotion_scores(cib: str) -> str:
    """The agent says which side may be promoted once it runs; crm_simulate has no agent."""
    pair = '<nvpair id="{0}-new" name="master-p_drbd_new" value="10000"/>'
    row = re.compile(r'<instance_attributes id="(status-[12])">')
    return row.sub(lambda match: match[0] + pair.format(match[1]), cib)


def with_no_change(action: Action) -> Action:
    """The same patch with nothing in it."""
    text = '<diff format="2"><change operation="delete" path="/cib/configuration/acls"/></diff>'
    command = replace(action.command, argv=("cibadmin", "--patch", "--xml-text", text))
    return replace(action, command=command)
