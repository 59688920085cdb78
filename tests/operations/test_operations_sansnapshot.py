"""Snapshots are taken where the SAN is served; a revert copies them back through the mirror."""

from __future__ import annotations

from dataclasses import replace

from labsan import EXPORTED, GIB, WWID, volume
from sanplans import codes, lines, sentence, served, with_sides

from xenadmin_gui.domain.san import VolumeCopy, VolumeGroup
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.san.volumesnapshot import VolumeRevert, VolumeSnapshot, full_room

MIB = 1024**2
WIDE = full_room(GIB)


def kept(*, on: str = "san1", size: int = 128 * MIB, attributes: str = "swi-a-s---") -> Snapshot:
    """pvh1 with a snapshot, its VM off, its replica of 1 GiB less the metadata."""
    snap = volume(
        "before",
        snapshot_of=EXPORTED,
        servers=(on,),
        copies=(VolumeCopy(on, size, attributes),),
        attributes=attributes,
    )
    snap = replace(snap, size_bytes=size)
    snapshot = served(volumes=(volume(EXPORTED, lun=WWID), snap))
    sized = {"size_bytes": GIB - 72 * 1024}
    snapshot = with_sides(snapshot, EXPORTED, sized, sized)
    off = {u: replace(vm, state=VmState.OFF, host=None) for u, vm in snapshot.vms.items()}
    return replace(snapshot, vms=off)


def test_a_snapshot_is_taken_on_the_server_that_serves() -> None:
    plan = VolumeSnapshot("vg_san", EXPORTED, "before", 100 * MIB).plan(served())
    assert lines(plan) == [
        f"san1: lvcreate --snapshot --size {100 * MIB}b --name before vg_san/pvh1"
    ]
    (undo,) = plan.steps[0].undo
    assert undo.command.argv == ("lvremove", "--yes", "vg_san/before")


def test_a_snapshot_is_never_larger_than_it_can_use() -> None:
    plan = VolumeSnapshot("vg_san", EXPORTED, "before", 30 * GIB).plan(served())
    assert f"{WIDE}b" in plan.steps[0].command.argv
    assert GIB < WIDE < GIB + 16 * MIB


def test_a_snapshot_needs_a_name_and_room() -> None:
    groups = tuple(VolumeGroup(name, "vg_san", 40 * GIB, 0) for name in ("san1", "san2"))
    assert codes(VolumeSnapshot("vg_san", EXPORTED, "snapshot1", GIB), served()) == ["bad-name"]
    assert codes(VolumeSnapshot("vg_san", EXPORTED, "pv1", GIB), served()) == ["name-taken"]
    full = served(groups=groups)
    assert codes(VolumeSnapshot("vg_san", EXPORTED, "before", GIB), full) == ["group-full"]


def test_a_revert_gives_the_snapshot_room_then_copies_and_tidies() -> None:
    plan = VolumeRevert("vg_san", "before").plan(kept())
    unit = plan.steps[1].unit
    assert lines(plan) == [
        f"san1: lvextend --size {WIDE}b vg_san/before",
        f"san1: systemd-run --unit={unit} --property=RemainAfterExit=yes --setenv=LC_ALL=C "
        "dd if=/dev/vg_san/before of=/dev/drbd1 bs=4M iflag=fullblock,count_bytes "
        f"count={GIB - 72 * 1024} conv=fsync,nocreat",
        f"san1: systemctl stop {unit}.service",
    ]
    assert unit.startswith(f"xenadmin-{plan.id[:12]}")
    assert plan.confirm == EXPORTED
    assert "is lost" in plan.steps[1].no_undo


def test_a_wide_snapshot_is_not_widened() -> None:
    plan = VolumeRevert("vg_san", "before").plan(kept(size=WIDE))
    assert [step.command.argv[0] for step in plan.steps] == ["systemd-run", "systemctl"]


def test_a_revert_under_a_running_vm_is_refused() -> None:
    snapshot = kept()
    snapshot = replace(snapshot, vms=served().vms)
    assert codes(VolumeRevert("vg_san", "before"), snapshot) == ["in-use"]
    assert "web1" in sentence(VolumeRevert("vg_san", "before"), snapshot)


def test_a_snapshot_on_the_other_server_needs_a_switchover() -> None:
    assert codes(VolumeRevert("vg_san", "before"), kept(on="san2")) == ["other-server"]


def test_a_snapshot_that_became_full_is_refused() -> None:
    assert codes(VolumeRevert("vg_san", "before"), kept(attributes="swi-I-s---")) == [
        "snapshot-full"
    ]


def test_a_revert_without_room_for_what_it_overwrites_is_refused() -> None:
    snapshot = kept()
    groups = tuple(VolumeGroup(name, "vg_san", 40 * GIB, MIB) for name in ("san1", "san2"))
    full = replace(snapshot, san=replace(snapshot.san, groups=groups))
    assert codes(VolumeRevert("vg_san", "before"), full) == ["group-full"]
