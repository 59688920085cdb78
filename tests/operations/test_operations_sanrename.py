"""A volume that nobody uses gets another name, and its replica with it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree

from labsan import EXPORTED, FREE, WWID, volume, without
from sanplans import SPARE, codes, lines, served, with_sides
from test_operations_cibpatch import LAB, patched

from xenadmin_gui.domain.san import VolumeGroup
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.volumerename import VolumeRename

RES = """# by hand
resource pv1 {
    net { protocol C; }
    on san1 {
        device /dev/drbd3 minor 3;
        disk "/dev/vg_san/pv1";
        address ipv4 10.10.0.11:7783;
    }
    on san2 {
        disk /dev/vg_san/pv1;
        address ipv4 10.10.0.12:7783;
    }
}
resource pv10 { disk /dev/vg_san/pv10; }
"""
DRAFT = VolumeRename("vg_san", FREE, "data.new")


def with_spare() -> Snapshot:
    return served(volumes=(volume(EXPORTED, lun=WWID), volume(FREE), volume(SPARE)))


def verbs(plan: Plan) -> list[str]:
    return [" ".join((line.split()[0], *line.split()[1:3])) for line in lines(plan)]


def test_a_replica_is_let_go_renamed_and_taken_over_again() -> None:
    plan = DRAFT.plan(served())
    assert verbs(plan) == [
        "san1: cibadmin --patch",
        "san1: cibadmin --patch",
        "san1: drbdadm down",
        "san2: drbdadm down",
        "san1: sh -c",
        "san2: sh -c",
        "san1: lvrename vg_san",
        "san2: lvrename vg_san",
        "san1: drbdadm up",
        "san2: drbdadm up",
        "san1: cibadmin --patch",
        "san1: cibadmin --patch",
    ]


def test_pacemaker_runs_it_as_before_under_the_new_name() -> None:
    plan, cib = DRAFT.plan(served()), LAB
    before = clone(cib, "pv1")
    for step in plan.steps:
        if step.command.argv[0] == "cibadmin":
            cib = patched(cib, step)
    assert clone(cib, "pv1") is None
    assert clone(cib, "data.new") == before
    assert "xenadmin-helper" not in cib


def clone(cib: str, replica: str) -> set[tuple[str, str]] | None:
    """Settings of the clone of a replica, its name aside; None when there is no such clone."""
    for element in ElementTree.fromstring(cib).iter("clone"):
        pairs = {(p.get("name", ""), p.get("value", "")) for p in element.iter("nvpair")}
        if ("drbd_resource", replica) in pairs:
            return pairs - {("drbd_resource", replica)}
    return None


def test_only_the_name_in_the_file_changes(tmp_path: Path) -> None:
    step = next(s for s in DRAFT.plan(served()).steps if s.command.argv[0] == "sh")
    old, new = tmp_path / "pv1.res", tmp_path / "data.new.res"
    old.write_text(RES)
    argv = (*step.command.argv[:4], str(old), str(new), *step.command.argv[6:])
    subprocess.run(argv, check=True)
    assert not old.exists()
    wanted = RES.replace("resource pv1 {", "resource data.new {")
    wanted = wanted.replace('vg_san/pv1"', 'vg_san/data.new"').replace("pv1;", "data.new;")
    assert new.read_text() == wanted
    undo = step.undo[0].command.argv
    subprocess.run((*undo[:4], str(new), str(old), *undo[6:]), check=True)
    assert old.read_text() == RES


def test_a_replica_of_its_own_comes_up_again_when_taken_back() -> None:
    plan = VolumeRename("vg_san", SPARE, "data").plan(with_spare())
    assert "cibadmin" not in " ".join(lines(plan))
    assert plan.steps[0].undo[0].command.argv == ("drbdadm", "up", SPARE)


def test_over_a_replica_one_server_renames() -> None:
    groups = tuple(
        VolumeGroup(name, "vg_san", 2**40, 2**39, replica="pvh2") for name in ("san1", "san2")
    )
    replicas = tuple(r for r in served().san.replicas if not r.volume)
    plan = DRAFT.plan(served(groups=groups, replicas=replicas))
    assert lines(plan) == ["san1: lvrename vg_san pv1 data.new"]
    assert plan.steps[0].undo[0].command.argv[-2:] == ("data.new", "pv1")


def test_what_is_used_keeps_its_name() -> None:
    assert codes(VolumeRename("vg_san", EXPORTED, "data"), served()) == ["exported"]
    assert codes(DRAFT, without(served(), "san2"))[0] == "silent"
    assert codes(VolumeRename("vg_san", FREE, EXPORTED), served()) == ["name-taken"]
    assert codes(VolumeRename("vg_san", FREE, "all"), served()) == ["bad-name"]
    cut = {"connection": "StandAlone"}
    assert codes(DRAFT, with_sides(served(), FREE, cut, cut)) == ["not-in-sync"]
