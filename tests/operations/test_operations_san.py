"""Drafts about volumes and LUNs: what they refuse, what their plans look like."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from labsan import FREE, GIB, HOSTS, SANS, WWID, lab_cib, lab_snapshot, volume, without

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.pacemaker import Pacemaker
from xenadmin_gui.domain.san import San, VolumeGroup
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition, HostReady, holds
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.explain import why_not
from xenadmin_gui.operations.planjson import (
    plan_from_json,
    plan_from_text,
    plan_to_json,
    plan_to_text,
)
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.san.layout import Mirror, san_layout
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.serial import new_serial, wwid_of
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.sancondition import (
    CibHas,
    CibInGroup,
    GroupMembers,
    GroupRoom,
    HostSays,
    LunOffered,
    NoLun,
    NoVolume,
    PathsReady,
    ReplicaInSync,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
    VolumeNotExported,
    VolumeUnused,
)

RESTING = f"{FREE}.deleted-1795000000"


def code_of(draft: Draft, snapshot: Snapshot) -> str:
    problems = draft.problems(snapshot)
    return problems[0].code if problems else ""


def over_replica() -> Snapshot:
    """The other layout: the group's disk is a replica, its volumes are on the active server."""
    here = VolumeGroup("san1", "vg_san", 40 * GIB, 20 * GIB, replica="r0", pvs=("/dev/drbd9",))
    lone = volume("data", replica="r0", servers=("san1",))
    return lab_snapshot(groups=(here,), volumes=(lone,), replicas=())


def binned() -> Snapshot:
    snapshot = lab_snapshot()
    san = snapshot.san
    volumes = tuple(replace(v, name=RESTING) if v.name == FREE else v for v in san.volumes)
    replicas = tuple(r for r in san.replicas if r.name != FREE)
    return replace(snapshot, san=replace(san, volumes=volumes, replicas=replicas))


def without_vms(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, vms={})


def without_pacemaker() -> Snapshot:
    """Nor does any kernel have a target."""
    snapshot = lab_snapshot()
    luns = tuple(replace(lun, server=None) for lun in snapshot.san.luns)
    return replace(snapshot, pacemaker=Pacemaker(), san=replace(snapshot.san, luns=luns))


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (VolumeCreate("new", GIB), ""),
        (VolumeCreate("", GIB), "bad-name"),
        (VolumeCreate("-new", GIB), "bad-name"),
        (VolumeCreate("a b", GIB), "bad-name"),
        (VolumeCreate("new_mimage", GIB), "bad-name"),
        (VolumeCreate("snapshot1", GIB), "bad-name"),
        (VolumeCreate("a+b", GIB), "bad-name"),
        (VolumeCreate("all", GIB), "bad-name"),
        (VolumeCreate("12", GIB), "bad-name"),
        (VolumeCreate("new.deleted-1", GIB), "bad-name"),
        (VolumeCreate("x" * 81, GIB), "bad-name"),
        (VolumeCreate("new", 1024), "bad-size"),
        (VolumeCreate(FREE, GIB), "name-taken"),
        (VolumeCreate("new", 21 * GIB), "group-full"),
        (VolumeCreate("new", GIB, group="vg_other"), "no-group"),
        (LunExport("vg_san", FREE), ""),
        (LunExport("vg_san", "nothing"), "no-volume"),
        (LunExport("vg_san", "pvh1"), "exported"),
        (LunExport("vg_san", FREE, number=1), "number-taken"),
        (LunExport("vg_san", FREE, number=99999), "number-taken"),
        (LunExport("vg_san", FREE, read_only=True), "read-only"),
        (LunWithdraw(WWID), "in-use"),
        (LunWithdraw("36001405ffff"), "no-lun"),
        (VolumeDelete("vg_san", FREE), ""),
        (VolumeDelete("vg_san", "pvh1"), "in-use"),
        (VolumeDelete("vg_san", "nothing"), "no-volume"),
        (VolumeRestore("vg_san", FREE), "no-volume"),
    ],
)
def test_what_a_draft_refuses_in_the_healthy_laboratory(draft: Draft, code: str) -> None:
    assert code_of(draft, lab_snapshot(cib_without(FREE))) == code
    if code:
        with pytest.raises(PreconditionError):
            draft.plan(lab_snapshot(cib_without(FREE)))


@pytest.mark.parametrize(
    ("make", "draft", "code"),
    [
        (lambda: without(lab_snapshot(), "san2"), VolumeCreate("new", GIB), "san-degraded"),
        (lambda: without(lab_snapshot(), "san2"), VolumeDelete("vg_san", FREE), "san-degraded"),
        (without_pacemaker, VolumeCreate("new", GIB), "no-pacemaker"),
        (without_pacemaker, LunWithdraw(WWID), "no-pacemaker"),
        (lambda: without_vms(lab_snapshot()), LunWithdraw(WWID), ""),
        (binned, VolumeDelete("vg_san", RESTING), "deleted"),
        (binned, VolumeDelete("vg_san", RESTING, purge=True), ""),
        (binned, VolumeRestore("vg_san", FREE), ""),
        (binned, VolumeRestore("vg_san", RESTING), ""),
        (binned, LunExport("vg_san", RESTING), "deleted"),
        (lambda: lab_snapshot(replicas=()), VolumeCreate("new", GIB), "no-network"),
        (over_replica, VolumeCreate("new", GIB), ""),
        (over_replica, VolumeCreate("a+b", GIB), ""),
        (lambda: without(over_replica(), "san2"), VolumeCreate("new", GIB), ""),
    ],
)
def test_what_a_draft_refuses_when_things_are_otherwise(
    make: Callable[[], Snapshot], draft: Draft, code: str
) -> None:
    assert code_of(draft, make()) == code


def cib_without(name: str) -> str:
    return re.sub(rf'<primitive id="p_lu_{name}".*?</primitive>', "", lab_cib(), flags=re.DOTALL)


def test_both_layouts_are_recognised() -> None:
    layout = san_layout(lab_snapshot())
    assert (layout.group, layout.target, layout.active) == ("g_san", "p_target", "san1")
    assert layout.mirror_of("vg_san") is Mirror.REPLICA_OVER_VOLUME
    assert san_layout(over_replica()).mirror_of("vg_san") is Mirror.VOLUME_OVER_REPLICA
    assert san_layout(over_replica()).homes_of("vg_san") == ("san1",)
    assert layout.members_up == ("san1", "san2")
    assert layout.members[layout.new_unit_at or 0] == "p_ip_mgmt"


def test_a_creation_over_a_replica_is_one_volume_on_the_active_server() -> None:
    (step,) = VolumeCreate("new", GIB).plan(over_replica()).steps
    assert (step.host, step.command.argv[0]) == ("san1", "lvcreate")
    assert holds(step.only_if, over_replica()) is True


def test_a_creation_under_a_replica_is_mirrored_on_both_servers() -> None:
    plan = VolumeCreate("new", 2 * GIB + 1).plan(lab_snapshot())
    assert [(s.host, s.command.argv[:2]) for s in plan.steps[:2]] == [
        (server, ("lvcreate", "--yes")) for server in SANS
    ]
    assert f"{2 * GIB + 4 * 1024**2}b" in plan.steps[0].command.argv
    text = plan.steps[2].command.argv[-1]
    assert "device /dev/drbd4 minor 4;" in text
    assert "address ipv4 10.10.0.12:7784;" in text
    assert "node-id" not in text
    nine = VolumeCreate("new", GIB).plan(lab_snapshot(drbd_version="9.2.4"))
    assert "node-id 1;" in nine.steps[2].command.argv[-1]


def test_an_export_waits_for_every_path_of_every_host() -> None:
    plan = LunExport("vg_san", FREE).plan(lab_snapshot(cib_without(FREE)))
    wwid = next(
        part.wwid for step in plan.steps[2:] for part in [step.done_when] if hasattr(part, "wwid")
    )
    assert [step.done_when for step in plan.steps[2:]] == [
        PathsReady(host, wwid, 2) for host in HOSTS
    ]
    assert all(step.even_after_failure for step in plan.steps[2:])


def test_an_export_over_a_replica_offers_the_volume_itself() -> None:
    plan = LunExport("vg_san", "data").plan(over_replica())
    assert 'value="/dev/vg_san/data"' in plan.steps[0].command.argv[-1]


def test_a_withdrawal_frees_the_hosts_before_the_target() -> None:
    plan = LunWithdraw(WWID).plan(without_vms(lab_snapshot()))
    tools = [step.command.argv[0] for step in plan.steps]
    assert tools == ["multipath", "sh", "multipath", "sh", "cibadmin", "cibadmin"]


def test_what_is_lost_has_to_be_typed() -> None:
    plan = VolumeDelete("vg_san", RESTING, purge=True).plan(binned())
    assert plan.confirm == FREE
    assert any(step.no_undo for step in plan.steps)
    assert VolumeDelete("vg_san", FREE).plan(lab_snapshot()).confirm == ""


DRAFTS: list[tuple[Draft, Callable[[], Snapshot]]] = [
    (VolumeCreate("new", GIB), lab_snapshot),
    (VolumeCreate("new", GIB, initial_sync=False), lab_snapshot),
    (LunExport("vg_san", FREE), lambda: lab_snapshot(cib_without(FREE))),
    (LunWithdraw(WWID), lambda: without_vms(lab_snapshot())),
    (VolumeDelete("vg_san", FREE), lab_snapshot),
    (VolumeDelete("vg_san", RESTING, purge=True), binned),
    (VolumeRestore("vg_san", FREE), binned),
]


@pytest.mark.parametrize(("draft", "make"), DRAFTS)
def test_a_plan_goes_through_json_and_can_be_taken_back(
    draft: Draft, make: Callable[[], Snapshot]
) -> None:
    plan = draft.plan(make())
    assert plan_from_text(plan_to_text(plan)) == plan
    for step in plan.steps:
        is_harmless = step.command.argv[:2] in (("drbdadm", "down"), ("drbdadm", "create-md"))
        spare = step.command.argv[:2] in (("rm", "--force"), ("drbdadm", "new-current-uuid"))
        assert step.undo or step.no_undo or is_harmless or spare, step.title


def test_a_plan_of_an_earlier_version_asks_for_nothing() -> None:
    data = plan_to_json(VolumeCreate("new", GIB).plan(lab_snapshot()))
    del data["confirm"]
    assert plan_from_json(data).confirm == ""


def test_a_preview_shows_the_volume_and_the_room_that_it_takes() -> None:
    snapshot = lab_snapshot()
    after = preview(VolumeCreate("new", GIB).plan(snapshot), snapshot).after
    made = next(v for v in after.san.volumes if v.name == "new")
    assert made.servers == SANS
    assert [g.free_bytes for g in after.san.groups] == [19 * GIB] * 2


def test_a_serial_is_new_and_gives_the_wwid_that_lio_makes_of_it() -> None:
    assert wwid_of("labvm001") == WWID
    layout = san_layout(lab_snapshot())
    serial = new_serial(lab_snapshot(), layout)
    assert len(serial) == 8
    assert wwid_of(serial).startswith(f"36001405{serial}")


QUIET = without(lab_snapshot(), "san1")


@pytest.mark.parametrize(
    ("condition", "healthy", "silent"),
    [
        (VolumeIs("san1", "vg_san", FREE, GIB), True, None),
        (VolumeIs("san1", "vg_san", FREE, 2 * GIB), False, None),
        (NoVolume("san1", "vg_san", FREE), False, None),
        (NoVolume("san2", "vg_san", "new"), True, True),
        (VolumeUnused("vg_san", "pvh1"), False, False),
        (VolumeNotExported("vg_san", FREE), True, True),
        (GroupRoom("san1", "vg_san", 20 * GIB), True, None),
        (GroupRoom("san1", "vg_san", 21 * GIB), False, None),
        (ReplicaSideIs(FREE, "san1", up=True, roles=("Primary",)), True, None),
        (ReplicaSideIs(FREE, "san2", roles=("Primary",)), False, False),
        (ReplicaSideIs("new", "san1", up=False), True, None),
        (ReplicaInSync(FREE), True, True),
        (LunOffered(WWID), True, None),
        (LunOffered(WWID, "san2"), False, False),
        (NoLun(WWID), False, None),
        (NoLun("36001405f"), True, True),
        (SanActive("san1"), True, True),
        (PathsReady("xen1", WWID, 2), True, True),
        (CibHas("p_target", present=True), True, True),
        (CibHas("nothing", present=True), False, False),
        (CibInGroup("p_target", "g_san"), True, True),
        (GroupMembers("g_san", ("p_target",)), False, False),
    ],
)
def test_conditions_know_what_nobody_says(
    condition: Condition, healthy: bool, silent: bool | None
) -> None:
    assert holds(condition, lab_snapshot()) is healthy
    assert holds(condition, QUIET) is silent
    if healthy is False:
        assert why_not(condition, lab_snapshot()).endswith(".")


def test_what_a_host_says_is_unknown_until_it_is_asked() -> None:
    asked = HostSays("san1", ("test", "-e", "/etc/drbd.d/x.res"), 1, "There is a file already.")
    snapshot = lab_snapshot()
    assert holds(asked, snapshot) is None
    assert holds(AllOf((asked, HostReady("nobody"))), snapshot) is None
    assert holds(AnyOf((asked, HostReady("san1"))), snapshot) is True
    assert holds(asked, snapshot, {asked: False}) is False
    assert why_not(asked, snapshot, {asked: False}) == "There is a file already."
    assert "test -e" in why_not(asked, snapshot)


def test_an_empty_san_is_no_ground_for_a_plan() -> None:
    empty: Any = replace(lab_snapshot(), san=San())
    assert code_of(VolumeCreate("new", GIB), empty) == "no-group"
