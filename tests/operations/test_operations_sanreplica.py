"""What is done to replicas by hand, and the end of a split brain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from labsan import FREE, GIB, without
from sanplans import SPARE, codes, lines, sentence, served, split, titles, with_sides

from xenadmin_gui.domain.pacemaker import ControlMode
from xenadmin_gui.domain.san import VolumeGroup
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import holds
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.operations.san.verifyschedule import VerifySchedule
from xenadmin_gui.operations.san.volumesnapshot import full_room
from xenadmin_gui.operations.sancondition import ReplicaSame

PAIR = (FREE,)
ALONE = {"connection": "StandAlone", "replication": ""}
WAITING = {"connection": "Connecting", "replication": ""}


def draft(verb: ReplicaVerb, server: str = "", replicas: tuple[str, ...] = PAIR) -> ReplicaDraft:
    return ReplicaDraft(verb, replicas, server)


def resyncing(replication: str, other: str) -> Snapshot:
    return with_sides(
        served(),
        FREE,
        {"replication": replication},
        {"replication": other, "disk": "Inconsistent"},
    )


def test_only_sides_that_stand_alone_are_connected() -> None:
    one = with_sides(served(), FREE, ALONE, WAITING)
    assert lines(draft(ReplicaVerb.CONNECT).plan(one)) == ["san1: drbdadm connect pv1"]
    both = with_sides(served(), FREE, ALONE, ALONE)
    plan = draft(ReplicaVerb.CONNECT).plan(both)
    assert lines(plan) == ["san1: drbdadm connect pv1", "san2: drbdadm connect pv1"]
    assert holds(plan.steps[0].done_when, one) is False
    assert holds(plan.steps[0].done_when, with_sides(served(), FREE, WAITING, ALONE)) is True
    assert holds(plan.steps[1].done_when, with_sides(served(), FREE, WAITING, WAITING)) is False


def test_a_connected_replica_has_nothing_to_connect() -> None:
    plan = draft(ReplicaVerb.CONNECT).plan(served())
    assert plan.steps == ()
    assert plan.subjects[0].verdict is Verdict.ALREADY


def test_a_split_brain_is_not_simply_connected() -> None:
    assert codes(draft(ReplicaVerb.CONNECT), split(served(), FREE)) == ["split-brain"]


def test_the_side_that_does_not_serve_is_disconnected() -> None:
    plan = draft(ReplicaVerb.DISCONNECT).plan(served())
    assert lines(plan) == ["san2: drbdadm disconnect pv1"]
    assert plan.steps[0].undo[0].command.argv == ("drbdadm", "connect", "pv1")
    assert "nothing is mirrored" in plan.subjects[0].reason


def test_a_primary_that_lives_on_the_other_disk_is_not_parted() -> None:
    snapshot = with_sides(served(), FREE, {"disk": "Diskless"}, {})
    assert codes(draft(ReplicaVerb.DISCONNECT), snapshot) == ["needs-peer"]


def test_a_verify_waits_and_looks_at_the_result() -> None:
    plan = draft(ReplicaVerb.VERIFY).plan(served())
    start, wait, same, tidy = plan.steps
    assert start.command.argv[-3:] == ("drbdadm", "verify", "pv1")
    assert start.unit in start.command.argv[1]
    runs = with_sides(served(), FREE, {"replication": "VerifyS"}, {"replication": "VerifyT"})
    assert holds(wait.done_when, runs) is False
    assert holds(wait.done_when, served()) is True
    clean = with_sides(served(), FREE, {"out_of_sync_bytes": 0}, {"out_of_sync_bytes": 0})
    dirty = with_sides(served(), FREE, {"out_of_sync_bytes": 8192}, {"out_of_sync_bytes": 0})
    assert holds(same.done_when, clean) is True
    assert holds(same.done_when, dirty) is False
    assert holds(ReplicaSame("other"), clean) is None
    assert tidy.even_after_failure


def test_without_an_algorithm_nothing_is_compared_now_or_by_a_schedule() -> None:
    snapshot = served()
    plain = tuple(replace(r, verify_alg="") for r in snapshot.san.replicas)
    bare = replace(snapshot, san=replace(snapshot.san, replicas=plain))
    assert codes(draft(ReplicaVerb.VERIFY), bare) == ["no-verify-alg"]
    assert codes(VerifySchedule((FREE,), "Sun 03:00"), bare) == ["no-verify-alg"]
    assert codes(VerifySchedule((FREE,), ""), bare) == []


def test_only_a_pair_in_sync_is_verified() -> None:
    assert codes(draft(ReplicaVerb.VERIFY), resyncing("SyncSource", "SyncTarget")) == [
        "not-in-sync"
    ]


def test_several_replicas_are_verified_one_after_the_other() -> None:
    plan = draft(ReplicaVerb.VERIFY, replicas=("pv1", "pvh2")).plan(served())
    assert [subject.name for subject in plan.subjects] == ["pv1", "pvh2"]
    assert [step.number for step in plan.steps] == list(range(1, 9))
    assert [step.subject for step in plan.steps] == [plan.subjects[0].key] * 4 + [
        plan.subjects[1].key
    ] * 4


def test_a_resync_is_paused_and_goes_on() -> None:
    runs, waits = resyncing("SyncSource", "SyncTarget"), resyncing("PausedSyncS", "PausedSyncT")
    plan = draft(ReplicaVerb.PAUSE_SYNC).plan(runs)
    assert lines(plan) == ["san1: drbdadm pause-sync pv1"]
    assert (holds(plan.steps[0].done_when, runs), holds(plan.steps[0].done_when, waits)) == (
        False,
        True,
    )
    assert lines(draft(ReplicaVerb.RESUME_SYNC).plan(waits)) == ["san1: drbdadm resume-sync pv1"]
    assert codes(draft(ReplicaVerb.PAUSE_SYNC), served()) == ["no-resync"]


def test_invalidating_names_what_is_lost() -> None:
    plan = draft(ReplicaVerb.INVALIDATE, "san2").plan(served())
    assert plan.confirm == FREE
    assert plan.steps[0].command.argv[-3:] == ("drbdadm", "invalidate", "pv1")
    assert plan.steps[0].no_undo.startswith("What san2 has of pv1 is dropped")


@pytest.mark.parametrize(
    ("sides", "server", "code"),
    [
        (({}, {}), "", "no-server"),
        (({}, {}), "san1", "in-use"),
        ((WAITING, ALONE), "san2", "not-connected"),
        (({}, {"peer_disk": "Outdated"}), "san2", "no-source"),
        (({}, {"is_up": False}), "san2", "down"),
    ],
)
def test_the_only_good_side_is_not_invalidated(
    sides: tuple[dict[str, str], ...], server: str, code: str
) -> None:
    snapshot = with_sides(served(), FREE, *sides)
    assert codes(draft(ReplicaVerb.INVALIDATE, server), snapshot) == [code]


def test_a_promotion_by_hand_needs_the_other_side_gone() -> None:
    emergency = draft(ReplicaVerb.PROMOTE, "san2", (SPARE,))
    assert codes(emergency, served()) == ["in-use"]
    alone = with_sides(without(served(), "san1"), SPARE, {}, WAITING | {"disk": "Outdated"})
    plan = emergency.plan(alone)
    assert lines(plan) == ["san2: drbdadm primary --force spare"]
    assert plan.confirm == SPARE
    assert "split brain" in plan.subjects[0].reason


def test_a_promotion_by_hand_does_not_fight_with_pacemaker() -> None:
    emergency = draft(ReplicaVerb.PROMOTE, "san2", ("pvh2",))
    snapshot = with_sides(served(), "pvh2", {"role": "Secondary"}, {})
    assert codes(emergency, snapshot) == ["pacemaker"]
    off = replace(snapshot.pacemaker, mode=ControlMode.OFF)
    assert codes(emergency, replace(snapshot, pacemaker=off)) == []


def test_a_split_brain_is_resolved_step_by_step() -> None:
    plan = SplitBrainResolve(FREE, "san2").plan(split(served(), FREE))
    kept = "pv1.split-1795452000"
    assert lines(plan) == [
        f"san2: lvcreate --snapshot --size {full_room(GIB)}b --name {kept} vg_san/pv1",
        "san2: drbdadm disconnect pv1",
        "san2: drbdadm secondary pv1",
        "san2: drbdadm connect --discard-my-data pv1",
        "san1: drbdadm connect pv1",
        "san1: drbdadm status pv1",
    ]
    assert plan.confirm == FREE
    assert "what san2 wrote since the split is dropped" in titles(plan)
    assert kept in plan.steps[3].no_undo


def test_a_winner_that_already_waits_is_not_connected_again() -> None:
    snapshot = with_sides(served(), FREE, WAITING, ALONE | {"role": "Primary"})
    plan = SplitBrainResolve(FREE, "san2").plan(snapshot)
    assert "san1: drbdadm connect pv1" not in lines(plan)
    discard = plan.steps[3]
    assert holds(discard.done_when, with_sides(served(), FREE, WAITING, WAITING)) is False


def test_a_replica_below_a_group_has_no_snapshot_and_says_so() -> None:
    plan = SplitBrainResolve("pvh2", "san2").plan(split(served(), "pvh2"))
    assert lines(plan)[0] == "san2: drbdadm disconnect pvh2"
    assert "Nothing keeps it" in plan.subjects[0].reason


def test_who_serves_the_hosts_does_not_lose() -> None:
    resolve = SplitBrainResolve(FREE, "san1")
    assert codes(resolve, split(served(), FREE)) == ["in-use"]
    assert "what the VMs see" in sentence(resolve, split(served(), FREE))


def test_a_split_brain_needs_both_servers_a_good_winner_and_room() -> None:
    resolve, broken = SplitBrainResolve(FREE, "san2"), split(served(), FREE)
    assert codes(resolve, served()) == ["no-split-brain"]
    assert codes(resolve, without(broken, "san1")) == ["silent"]
    bad = with_sides(broken, FREE, {"disk": "Inconsistent"}, {})
    assert codes(resolve, bad) == ["bad-winner"]
    groups = tuple(VolumeGroup(name, "vg_san", GIB, 0) for name in ("san1", "san2"))
    full = replace(broken, san=replace(broken.san, groups=groups))
    assert codes(resolve, full) == ["group-full"]
