"""Volumes over one replica: LVM works on the server that serves, and the plans know it."""

from __future__ import annotations

import pytest
from sanplans import codes
from simcluster import SimCluster, done, few_guests

from xenadmin_gui.domain.san import Volume
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.san.binpurge import BinPurge
from xenadmin_gui.operations.san.layout import Mirror, san_layout
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.operations.san.switchover import SanSwitchover
from xenadmin_gui.operations.san.verifyschedule import VerifySchedule
from xenadmin_gui.operations.san.vmdisk import DiskAttach
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumegrow import VolumeGrow
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.operations.san.volumesnapshot import VolumeRevert, VolumeSnapshot
from xenadmin_gui.sim.blueprint import POOL, VOLUME_OVER_REPLICA, Blueprint

GIB, MIB = 1024**3, 1024**2
GROUP, OTHER = "vg_san", "vg_more"


@pytest.fixture
def blueprint() -> Blueprint:
    more = {OTHER: 100 * 1024}
    return few_guests("vpn", "test3", layout=VOLUME_OVER_REPLICA, more_groups=more)


def volume(sim: SimCluster, name: str) -> Volume:
    found = sim.snapshot.san.volume(GROUP, name)
    assert found is not None
    return found


def paths(sim: SimCluster, wwid: str) -> set[tuple[str, int]]:
    devices = sim.snapshot.san.multipaths
    return {(m.host, sum(p.is_usable for p in m.paths)) for m in devices if m.wwid == wwid}


ALL_PATHS = {(f"xen{n}", 2) for n in range(1, 5)}


def test_the_layout_is_recognised_and_healthy(sim: SimCluster) -> None:
    san = sim.snapshot.san
    assert [r.name for r in san.replicas] == [POOL]
    assert {(g.server, g.replica) for g in san.groups if g.name == GROUP} == {("san1", POOL)}
    assert san_layout(sim.snapshot).mirror_of(GROUP) is Mirror.VOLUME_OVER_REPLICA
    assert volume(sim, "vpn").servers == ("san1",)
    assert paths(sim, volume(sim, "vpn").lun) == ALL_PATHS
    assert [f.sentence for f in sim.snapshot.findings if f.health not in ("ok", "off")] == []


def test_a_volume_is_made_exported_grown_and_given_to_a_vm(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeCreate("data", GIB, GROUP))
    assert {words[1] for words in sim.sent if words[0] == "san2"} & {"lvcreate", "drbdadm"} == set()
    done(sim, journal, LunExport(GROUP, "data"))
    wwid = volume(sim, "data").lun
    assert paths(sim, wwid) == ALL_PATHS
    done(sim, journal, DiskAttach(sim.vm("vpn").uuid, wwid))
    done(sim, journal, VolumeGrow(GROUP, "data", 2 * GIB))
    assert volume(sim, "data").size_bytes == 2 * GIB
    lun = sim.snapshot.san.lun(wwid)
    assert lun is not None
    assert lun.size_bytes == 2 * GIB


def test_everything_moves_with_a_switchover(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("data", GIB, GROUP))
    done(sim, journal, LunExport(GROUP, "data"))
    done(sim, journal, SanSwitchover("san2"))
    san = sim.snapshot.san
    assert san.active_server == "san2"
    assert {(g.server, g.replica) for g in san.groups if g.name == GROUP} == {("san2", POOL)}
    assert volume(sim, "data").servers == ("san2",)
    assert paths(sim, volume(sim, "data").lun) == ALL_PATHS
    assert sim.vm("vpn").state == "running"
    done(sim, journal, VolumeCreate("later", 64 * MIB, GROUP))
    assert volume(sim, "later").servers == ("san2",)


def test_a_volume_goes_into_the_bin_comes_back_and_goes_for_good(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeCreate("data", GIB, GROUP))
    done(sim, journal, LunExport(GROUP, "data"))
    assert codes(VolumeDelete(GROUP, "data"), sim.snapshot) == ["exported"]
    done(sim, journal, LunWithdraw(volume(sim, "data").lun))
    done(sim, journal, VolumeDelete(GROUP, "data"))
    done(sim, journal, VolumeRestore(GROUP, "data"))
    done(sim, journal, VolumeRename(GROUP, "data", "data2"))
    assert volume(sim, "data2").deleted_at is None
    done(sim, journal, VolumeDelete(GROUP, "data2"))
    done(sim, journal, BinPurge(0))
    assert {v.name for v in sim.snapshot.san.volumes} == {"vpn", "test3"}
    replica = sim.snapshot.san.replica(POOL)
    assert replica is not None
    assert replica.is_in_sync


def test_a_snapshot_is_taken_where_it_is_served_and_copied_back(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeSnapshot(GROUP, "test3", "before", 64 * MIB))
    assert volume(sim, "before").servers == ("san1",)
    assert codes(VolumeGrow(GROUP, "test3", 99 * GIB), sim.snapshot) == ["has-snapshots"]
    assert codes(VolumeMove(GROUP, "test3", OTHER), sim.snapshot)
    done(sim, journal, VolumeRevert(GROUP, "before"))
    sent = {words[0] for words in sim.sent if words[1].startswith(("lv", "dd", "systemd-run"))}
    assert sent == {"san1"}


def test_a_volume_moves_out_of_the_pool_and_the_plan_says_that_it_loses_its_mirror(
    sim: SimCluster, journal: Journal
) -> None:
    wwid, move = volume(sim, "test3").lun, VolumeMove(GROUP, "test3", OTHER)
    assert "It lies on san1 only, without a mirror" in move.plan(sim.snapshot).subjects[0].reason
    done(sim, journal, move)
    moved = sim.snapshot.san.volume(OTHER, "test3")
    assert moved is not None
    assert (moved.lun, moved.servers, moved.replica) == (wwid, ("san1",), "")
    assert paths(sim, wwid) == ALL_PATHS
    assert [v.former_name for v in sim.snapshot.san.volumes if v.deleted_at] == ["test3"]


def test_the_pool_cannot_be_parted_from_its_disk_or_lose_where_it_is_served(
    sim: SimCluster,
) -> None:
    snapshot = sim.snapshot
    assert codes(ReplicaDraft(ReplicaVerb.INVALIDATE, (POOL,), "san1"), snapshot) == ["in-use"]
    assert codes(ReplicaDraft(ReplicaVerb.PROMOTE, (POOL,), "san2"), snapshot) == ["in-use"]
    assert codes(SplitBrainResolve(POOL, "san1"), snapshot) == ["no-split-brain"]
    assert codes(VolumeCreate("data", GIB, GROUP, mirrored=False), snapshot) == ["mirrored"]
    assert codes(LunExport(GROUP, "vpn", read_only=True), snapshot) == ["read-only"]


def test_the_one_replica_is_compared_by_a_schedule(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VerifySchedule((POOL,), "Sun 03:00"))
    # A verify of the whole pool takes its hours.
    sim.world.advance_to(sim.world.time + 9 * 86400)
    replica = sim.refresh(None, sim.context()).san.replica(POOL)
    assert replica is not None
    assert replica.verified is not None
    assert replica.verified.result == "same"
