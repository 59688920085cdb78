"""A volume grows from the mirror to the guest, and never becomes smaller."""

from __future__ import annotations

from dataclasses import replace

from labsan import EXPORTED, FREE, GIB, WWID, volume, without
from sanplans import codes, lines, sentence, served, with_sides

from xenadmin_gui.domain.san import VolumeCopy, VolumeGroup
from xenadmin_gui.operations.san.volumegrow import VolumeGrow, least_device_bytes

MIB = 1024**2


def test_an_exported_volume_grows_end_to_end() -> None:
    plan = VolumeGrow("vg_san", EXPORTED, 3 * GIB).plan(served())
    assert lines(plan) == [
        f"san1: lvextend --size {3 * GIB}b vg_san/pvh1",
        f"san2: lvextend --size {3 * GIB}b vg_san/pvh1",
        "san1: drbdadm resize pvh1",
        "xen1: iscsiadm --mode session --rescan",
        f"xen1: multipathd resize map {WWID}",
        "xen2: iscsiadm --mode session --rescan",
        f"xen2: multipathd resize map {WWID}",
    ]
    assert all(step.no_undo for step in plan.steps[:3])
    assert "cannot be taken back" in plan.subjects[0].reason


def test_a_volume_without_a_lun_concerns_no_host() -> None:
    plan = VolumeGrow("vg_san", FREE, 2 * GIB).plan(served())
    assert {step.host for step in plan.steps} == {"san1", "san2"}


def test_over_a_replica_only_the_server_that_serves_grows_it() -> None:
    groups = tuple(
        VolumeGroup(name, "vg_san", 40 * GIB, 20 * GIB, replica="pvh2") for name in ("san1", "san2")
    )
    volumes = (volume(EXPORTED, lun=WWID),)
    replicas = tuple(r for r in served().san.replicas if not r.volume)
    plan = VolumeGrow("vg_san", EXPORTED, 2 * GIB).plan(
        served(groups=groups, volumes=volumes, replicas=replicas)
    )
    on_san = [line for line in lines(plan) if line.startswith("san")]
    assert on_san == [f"san1: lvextend --size {2 * GIB}b vg_san/pvh1"]


def test_a_host_that_does_not_answer_is_named_and_left_out() -> None:
    plan = VolumeGrow("vg_san", EXPORTED, 2 * GIB).plan(without(served(), "xen2"))
    assert "xen2" not in {step.host for step in plan.steps}
    assert "xen2 cannot be asked" in plan.subjects[0].reason


def test_shrinking_is_refused_with_the_reason() -> None:
    draft = VolumeGrow("vg_san", EXPORTED, GIB // 2)
    assert codes(draft, served()) == ["shrinks"]
    assert "would be lost" in sentence(draft, served())


def test_the_size_it_has_is_refused_unless_a_side_lags() -> None:
    draft = VolumeGrow("vg_san", EXPORTED, GIB)
    assert codes(draft, served()) == ["same-size"]
    copies = (VolumeCopy("san1", GIB), VolumeCopy("san2", GIB // 2))
    lagging = served(volumes=(volume(EXPORTED, lun=WWID, copies=copies),))
    assert codes(draft, lagging) == []


def test_a_full_group_on_either_server_is_refused() -> None:
    groups = (
        VolumeGroup("san1", "vg_san", 40 * GIB, 20 * GIB),
        VolumeGroup("san2", "vg_san", 40 * GIB, GIB),
    )
    draft = VolumeGrow("vg_san", EXPORTED, 4 * GIB)
    assert codes(draft, served(groups=groups)) == ["group-full"]
    assert "on san2 has 1 GiB free" in sentence(draft, served(groups=groups))


def test_a_pair_that_is_not_in_sync_is_refused() -> None:
    cut = {"connection": "Connecting", "replication": ""}
    snapshot = with_sides(served(), EXPORTED, cut, cut)
    assert codes(VolumeGrow("vg_san", EXPORTED, 2 * GIB), snapshot) == ["not-in-sync"]


def test_a_volume_with_snapshots_is_refused() -> None:
    volumes = (volume(EXPORTED, lun=WWID), volume("snap", snapshot_of=EXPORTED))
    draft = VolumeGrow("vg_san", EXPORTED, 2 * GIB)
    assert codes(draft, served(volumes=volumes)) == ["has-snapshots"]


def test_a_replica_is_smaller_by_its_metadata() -> None:
    """The recorded laboratory: 96 MiB of volume, 98264 KiB of replica."""
    replica = served().san.replicas[0]
    size, seen = 96 * MIB, 98264 * 1024
    least = least_device_bytes(volume(EXPORTED), replica, "san1", size)
    assert seen - 16 * 1024 < least <= seen


def test_a_replica_with_room_for_more_peers_is_smaller_still() -> None:
    first = served().san.replicas[0]
    sides = tuple(replace(side, size_bytes=GIB - 7 * 32 * 1024 - 36 * 1024) for side in first.sides)
    seven = replace(first, sides=sides)
    one = least_device_bytes(volume(EXPORTED), first, "san1", 8 * GIB)
    assert least_device_bytes(volume(EXPORTED), seven, "san1", 8 * GIB) < one - 6 * 200 * 1024
