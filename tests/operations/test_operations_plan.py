"""Plans and conditions as values: exact on paper, three-valued when asked."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from filecluster import DB, HA, PV, WEB, FileCluster
from hypothesis import given
from hypothesis import strategies as st

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import Pacemaker
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.operations import condition as c
from xenadmin_gui.operations.condition import holds
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.explain import why_not
from xenadmin_gui.operations.plan import (
    Action,
    Plan,
    Step,
    Subject,
    Verdict,
    WhenCancelled,
    unit_name,
)
from xenadmin_gui.operations.planjson import PlanFormatError, plan_from_text, plan_to_text
from xenadmin_gui.operations.preview import preview, preview_as_dict
from xenadmin_gui.operations.vm import VmDraft, VmVerb

texts = st.text(max_size=12)
names = st.lists(texts, max_size=3).map(tuple)
leaves = st.one_of(
    st.just(c.Always()),
    st.builds(c.VmIs, texts, st.sampled_from(VmState), st.none() | texts),
    st.builds(c.VmRebooted, texts, texts, st.integers()),
    st.builds(c.VmSameRun, texts, texts, st.integers()),
    st.builds(c.VmProtected, texts, texts),
    st.builds(c.VmTargetRole, texts, texts),
    st.builds(c.VmPinned, texts, st.none() | texts),
    st.builds(c.VmMayMigrate, texts, st.booleans()),
    st.builds(c.ResourceRole, texts, texts, st.none() | texts),
    st.builds(c.HostReady, texts),
    st.builds(c.HostMemory, texts, st.integers()),
)
conditions = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        .map(tuple)
        .flatmap(lambda parts: st.sampled_from([c.AllOf(parts), c.AnyOf(parts)]))
    ),
    max_leaves=6,
)
words = st.text(st.characters(blacklist_characters="\0"), max_size=12)
commands = st.lists(words, min_size=1, max_size=5).map(lambda argv: Command(tuple(argv)))
keys = st.builds(Key, st.sampled_from(Kind), texts)
shared = {
    "title": texts,
    "host": texts,
    "command": commands,
    "done_when": conditions,
    "only_if": conditions,
    "accepted_when": st.none() | conditions,
    "alternatives": names,
    "timeout_s": st.floats(0, 1e9),
    "watch": names,
    "unit": texts,
    "when_cancelled": st.sampled_from(WhenCancelled),
    "repeatable": st.booleans(),
    "when_late": texts,
    "if_left": texts,
}
steps = st.builds(
    Step,
    **shared,
    number=st.integers(1, 99),
    subject=keys,
    undo=st.lists(st.builds(Action, **shared), max_size=2).map(tuple),
    no_undo=texts,
    even_after_failure=st.booleans(),
    must_run=st.booleans(),
)
subjects = st.builds(Subject, keys, texts, st.sampled_from(Verdict), texts, texts, texts)
plans = st.builds(
    Plan,
    texts,
    texts,
    st.lists(subjects, max_size=2).map(tuple),
    st.lists(steps, max_size=2).map(tuple),
    st.integers(),
    st.integers(1, 9),
)


@given(plans)
def test_a_plan_comes_back_from_paper_exactly(plan: Plan) -> None:
    text = plan_to_text(plan)
    assert text.isascii()
    assert plan_from_text(text) == plan


@given(
    st.recursive(
        st.none() | st.integers() | texts, lambda x: st.lists(x) | st.dictionaries(texts, x)
    )
)
def test_anything_else_on_paper_is_a_clear_error(data: object) -> None:
    with pytest.raises(PlanFormatError):
        plan_from_text(json.dumps(data))


def test_a_plan_of_another_format_is_a_clear_error(cluster: FileCluster) -> None:
    text = plan_to_text(VmDraft(VmVerb.START, (DB,)).plan(cluster.snapshot))
    with pytest.raises(PlanFormatError, match="format 2"):
        plan_from_text(text.replace('"format": 1', '"format": 2'))


def test_secrets_cannot_get_into_a_step() -> None:
    with pytest.raises(ValueError, match="standard input"):
        Action(title="", host="", command=Command(("cat",), stdin="s"), done_when=c.Always())


def test_units_are_named_the_same_each_time() -> None:
    assert unit_name("0123456789abcdef", 3) == "xenadmin-0123456789ab-3"
    assert unit_name("0123456789abcdef", 3, undo=True) == "xenadmin-0123456789ab-3-undo"


def test_unknown_is_neither_true_nor_false(cluster: FileCluster) -> None:
    cluster.state["down"].append("xen1")
    snapshot = cluster.snapshot
    for state in VmState:
        assert holds(c.VmIs(WEB, state), snapshot) is None
    assert holds(c.HostReady("xen1"), snapshot) is None
    assert holds(c.HostMemory("xen1", 1), snapshot) is None
    assert "not known" in why_not(c.VmIs(WEB, VmState.OFF), snapshot)


def test_parts_combine_as_three_valued_logic(cluster: FileCluster) -> None:
    cluster.state["down"].append("xen2")
    snapshot = cluster.snapshot
    yes, no, unsure = c.Always(), c.VmIs(DB, VmState.RUNNING), c.HostReady("xen2")
    assert holds(c.AllOf((yes, unsure)), snapshot) is None
    assert holds(c.AllOf((no, unsure)), snapshot) is False
    assert holds(c.AnyOf((yes, unsure)), snapshot) is True
    assert holds(c.AnyOf((no, unsure)), snapshot) is None


def test_a_vm_that_nobody_has_is_off_only_when_every_host_answers(cluster: FileCluster) -> None:
    gone = c.VmIs("no-such", VmState.OFF)
    assert holds(gone, cluster.snapshot) is True
    cluster.state["down"].append("xen2")
    assert holds(gone, cluster.snapshot) is None


def test_a_double_run_is_not_running_where_it_should(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    twice = replace(snapshot.vms[WEB], running_on=("xen1", "xen2"))
    snapshot = replace(snapshot, vms={**snapshot.vms, WEB: twice})
    assert holds(c.VmIs(WEB, VmState.RUNNING, "xen1"), snapshot) is False
    assert "at once" in why_not(c.VmIs(WEB, VmState.RUNNING, "xen1"), snapshot)


def test_pacemakers_old_word_is_unknown(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    assert holds(c.VmTargetRole(HA, "Started"), snapshot) is True
    silent = replace(snapshot.pacemaker, reason="Pacemaker cannot be asked.")
    assert holds(c.VmTargetRole(HA, "Started"), replace(snapshot, pacemaker=silent)) is None
    nobody = replace(snapshot, pacemaker=Pacemaker())
    assert holds(c.VmPinned(HA, None), nobody) is None


def test_maintenance_is_not_ready(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    server = replace(snapshot.servers["xen1"], state=HostState.MAINTENANCE)
    snapshot = replace(snapshot, servers={**snapshot.servers, "xen1": server})
    assert holds(c.HostReady("xen1"), snapshot) is False


@pytest.mark.parametrize("verb", VmVerb)
def test_what_a_preview_assumes_is_what_the_run_waits_for(
    cluster: FileCluster, verb: VmVerb
) -> None:
    if verb is VmVerb.RESUME:
        cluster.state["vms"][WEB]["state"] = "paused"
    uuid = DB if verb is VmVerb.START else WEB
    snapshot = cluster.snapshot
    plan = VmDraft(verb, (uuid,)).plan(snapshot)
    after = assume(plan.steps[-1].done_when, snapshot)
    expected = None if verb is VmVerb.REBOOT else True
    assert holds(plan.steps[-1].done_when, after) is expected


def test_a_preview_moves_memory_from_host_to_host(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    shown = preview(VmDraft(VmVerb.MIGRATE, (WEB, HA), "xen2").plan(snapshot), snapshot)
    gib = 1024**3
    assert [(m.free_before_bytes, m.free_after_bytes) for m in shown.memory] == [
        (16 * gib, 20 * gib),
        (16 * gib, 12 * gib),
    ]
    assert shown.after.vms[WEB].host == "xen2"
    assert snapshot.vms[WEB].host == "xen1"


def test_a_preview_tells_what_cannot_be_taken_back(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    shown = preview(VmDraft(VmVerb.DESTROY, (WEB,)).plan(snapshot), snapshot)
    assert "cannot be taken back" in shown.notes[0]


def test_a_preview_as_plain_values(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    plan = VmDraft(VmVerb.MIGRATE, (WEB, PV), "xen2").plan(snapshot)
    shown = json.loads(json.dumps(preview_as_dict(preview(plan, snapshot))))
    assert [s["verdict"] for s in shown["subjects"]] == ["will-do", "cannot"]
    assert shown["subjects"][1]["code"] == "pv-live"
    (step,) = shown["steps"]
    assert step["host"] == "xen1"
    assert tuple(step["argv"]) == plan.steps[0].command.argv
