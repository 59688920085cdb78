"""Volumes and replicas come, grow and go by the commands alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sim_bench import Bench
from test_sim_formats import lab_blueprint

from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.sim.build import build, config_of
from xenadmin_gui.sim.wiring import open_world

SAN = ("san1", "san2")
MIB = 1024**2
RES = "/etc/drbd.d/vm9.res"


@pytest.fixture
def lab() -> Iterator[Bench]:
    plan = lab_blueprint()
    made = Bench(open_world(build(plan)), config_of(plan))
    yield made
    made.close()


def make_replica(lab: Bench) -> None:
    text = lab.run("san1", "cat", "/etc/drbd.d/vm1.res").stdout
    text = text.replace("vm1", "vm9").replace("drbd1", "drbd9").replace("minor 1;", "minor 9;")
    for server in SAN:
        size = f"{96 * MIB}b"
        lab.run(server, "lvcreate", "--yes", "--size", size, "--name", "vm9", "vg_san")
        lab.run(server, *write_file(RES, text.replace(":7781", ":7789")).argv)
        assert lab.run(server, "drbdadm", "create-md", "--force", "vm9").exit_status == 0
        assert lab.run(server, "drbdadm", "up", "vm9").exit_status == 0


def test_a_new_replica_is_inconsistent_until_it_is_forced(lab: Bench) -> None:
    make_replica(lab)
    said = lab.run("san1", "drbdadm", "status", "vm9").stdout
    assert "\n  disk:Inconsistent" in said
    assert "peer-disk:Inconsistent" in said
    assert lab.run("san1", "drbdadm", "primary", "vm9").exit_status == 17
    lab.run("san1", "drbdadm", "primary", "--force", "vm9")
    assert "replication:SyncSource" in lab.run("san1", "drbdadm", "status", "vm9").stdout


def test_a_cleared_bitmap_makes_both_sides_good(lab: Bench) -> None:
    make_replica(lab)
    lab.run("san2", "drbdadm", "new-current-uuid", "--clear-bitmap", "vm9/0")
    said = lab.run("san1", "drbdadm", "status", "vm9").stdout
    assert "\n  disk:UpToDate" in said
    assert "peer-disk:UpToDate" in said


def test_metadata_follows_its_volume_into_the_bin_and_back(lab: Bench) -> None:
    make_replica(lab)
    lab.run("san1", "drbdadm", "new-current-uuid", "--clear-bitmap", "vm9/0")
    for server in SAN:
        lab.run(server, "drbdadm", "down", "vm9")
        lab.run(server, "lvrename", "vg_san", "vm9", "vm9.deleted-1")
    assert lab.run("san1", "drbdadm", "up", "vm9").exit_status != 0
    for server in SAN:
        lab.run(server, "lvrename", "vg_san", "vm9.deleted-1", "vm9")
        assert lab.run(server, "drbdadm", "up", "vm9").exit_status == 0
    assert "peer-disk:UpToDate" in lab.run("san1", "drbdadm", "status", "vm9").stdout


def test_a_grown_volume_grows_its_replica(lab: Bench) -> None:
    for server in SAN:
        lab.run(server, "lvextend", "--size", f"{128 * MIB}b", "vg_san/vm1")
    assert lab.run("san1", "drbdadm", "resize", "vm1").exit_status == 0
    events = lab.run("san1", "drbdsetup", "events2", "--now", "--statistics").stdout
    assert f"size:{128 * 1024 - 16} " in events


def test_lvm_refuses_as_it_does(lab: Bench) -> None:
    busy = lab.run("san1", "lvremove", "--yes", "vg_san/vm1")
    assert (busy.exit_status, busy.stderr) == (5, "  Logical volume vg_san/vm1 in use.\n")
    full = lab.run("san1", "lvcreate", "--yes", "--size", "9t", "--name", "big", "vg_san")
    assert full.exit_status == 5
    assert "insufficient free space" in full.stderr


def test_a_written_file_is_found_to_be_so(lab: Bench) -> None:
    lab.run("san1", *write_file("/etc/x", "a\n").argv)
    assert lab.run("san1", *file_is("/etc/x", "a\n").argv).exit_status == 0
    assert lab.run("san1", *file_is("/etc/x", "b\n").argv).exit_status == 1


def test_a_split_brain_is_resolved_by_throwing_one_side_away(lab: Bench) -> None:
    for server in SAN:
        lab.run(server, "drbdadm", "disconnect", "vm1")
    lab.run("san2", "drbdadm", "primary", "vm1")
    for server in SAN:
        lab.run(server, "drbdadm", "connect", "vm1")
    assert "connection" not in lab.run("san1", "drbdadm", "status", "vm1").stdout
    lab.run("san2", "drbdadm", "secondary", "vm1")
    lab.run("san2", "drbdadm", "connect", "--discard-my-data", "vm1")
    lab.run("san1", "drbdadm", "connect", "vm1")
    lab.drill.advance(60)
    assert "peer-disk:UpToDate" in lab.run("san1", "drbdadm", "status", "vm1").stdout


def test_a_host_sees_the_new_size_after_rescan_and_resize(lab: Bench) -> None:
    wwid = next(iter(lab.world.state.luns.values())).wwid
    device_has = '[ "$(blockdev --getsize64 "$1")" -ge "$2" ]'

    def is_grown() -> bool:
        words = ("sh", "-c", device_has, "sh", f"/dev/mapper/{wwid}", str(127 * MIB))
        return lab.run("xen1", *words).exit_status == 0

    for server in SAN:
        lab.run(server, "lvextend", "--size", f"{128 * MIB}b", "vg_san/vm1")
    lab.run("san1", "drbdadm", "resize", "vm1")
    lab.run("xen1", "iscsiadm", "--mode", "session", "--rescan")
    assert not is_grown()
    lab.run("xen1", "multipathd", "resize", "map", wwid)
    assert is_grown()


def test_a_disk_is_attached_and_detached(lab: Bench) -> None:
    words = ("--domain", "vm2", "--target", "xvdb", "--live", "--config")
    source = "/dev/mapper/" + next(iter(lab.world.state.luns.values())).wwid
    assert lab.virsh("xen2", "attach-disk", *words, "--source", source).exit_status == 0
    assert source in lab.virsh("xen2", "dumpxml", "vm2").stdout
    assert lab.virsh("xen2", "detach-disk", *words).exit_status == 0
    assert source not in lab.virsh("xen2", "dumpxml", "vm2").stdout


def test_a_drilled_split_brain_stays_until_resolved(lab: Bench) -> None:
    lab.drill.split_brain("vm1")
    assert "cs:StandAlone" in lab.run("san1", "cat", "/proc/drbd").stdout
