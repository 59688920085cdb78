"""Plans of the SAN, carried out in the demonstration cluster from end to end."""

from __future__ import annotations

import pytest
from simcluster import SimCluster, done, few_guests

from xenadmin_gui.domain.san import Volume
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.operations.san.switchover import SanMaintenance, SanSwitchover
from xenadmin_gui.operations.san.vmdisk import DiskAttach, DiskDetach
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumegrow import VolumeGrow
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.operations.san.volumesnapshot import VolumeRevert, VolumeSnapshot
from xenadmin_gui.sim.blueprint import Blueprint

GIB = 1024**3
GROUP = "vg_san"
#: A few of the demonstration's: Pacemaker's own scheduler is slow with many.
GUESTS = ("db1", "test3", "vpn", "web1")


@pytest.fixture
def blueprint() -> Blueprint:
    return few_guests(*GUESTS)


def volume(sim: SimCluster, name: str) -> Volume:
    found = sim.snapshot.san.volume(GROUP, name)
    assert found is not None
    return found


def test_a_running_vms_volume_grows(sim: SimCluster, journal: Journal) -> None:
    wwid, before = volume(sim, "web1").lun, volume(sim, "web1").size_bytes
    done(sim, journal, VolumeGrow(GROUP, "web1", before + 5 * GIB))
    assert {copy.size_bytes for copy in volume(sim, "web1").copies} == {before + 5 * GIB}
    lun = sim.snapshot.san.lun(wwid)
    assert lun is not None
    assert lun.size_bytes is not None
    assert lun.size_bytes > before + 4 * GIB
    assert sim.vm("web1").state == "running"


def test_a_volume_is_reverted_to_its_snapshot(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeSnapshot(GROUP, "test3", "before", 2 * GIB))
    assert volume(sim, "before").snapshot_of == "test3"
    done(sim, journal, VolumeRevert(GROUP, "before"))
    assert volume(sim, "before").size_bytes > volume(sim, "test3").size_bytes
    copied = next(words for words in sim.sent if "dd" in words)
    assert f"if=/dev/{GROUP}/before" in copied


def test_a_replica_is_parted_joined_and_compared(sim: SimCluster, journal: Journal) -> None:
    def pair() -> bool:
        found = sim.snapshot.san.replica("vpn")
        return found is not None and found.is_in_sync

    done(sim, journal, ReplicaDraft(ReplicaVerb.DISCONNECT, ("vpn",)))
    assert not pair()
    done(sim, journal, ReplicaDraft(ReplicaVerb.CONNECT, ("vpn",)))
    done(sim, journal, ReplicaDraft(ReplicaVerb.VERIFY, ("vpn",)))
    assert pair()


def test_a_split_brain_ends(sim: SimCluster, journal: Journal) -> None:
    sim.drill.split_brain("vpn")
    broken = sim.refresh(None, sim.context()).san.replica("vpn")
    assert broken is not None
    assert broken.is_split_brain
    done(sim, journal, SplitBrainResolve("vpn", "san2"))
    whole = sim.snapshot.san.replica("vpn")
    assert whole is not None
    assert whole.is_in_sync
    kept = [v for v in sim.snapshot.san.volumes if v.snapshot_of == "vpn"]
    assert [v.servers for v in kept] == [("san2",)]


def test_a_host_logs_out_of_one_network_and_in_again(sim: SimCluster, journal: Journal) -> None:
    def networks() -> set[str]:
        sessions = sim.snapshot.san.sessions
        return {s.network for s in sessions if s.host == "xen1" and s.state == "LOGGED_IN"}

    done(sim, journal, InitiatorDraft(InitiatorVerb.LOGOUT, ("xen1",), ("storage-a",)))
    assert networks() == {"storage-b"}
    done(sim, journal, InitiatorDraft(InitiatorVerb.LOGIN, ("xen1",)))
    assert networks() == {"storage-a", "storage-b"}
    done(sim, journal, InitiatorDraft(InitiatorVerb.RESCAN, ("xen1",)))


def test_a_protected_vm_loses_a_disk_and_gets_it_back(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("db1")
    wwid = volume(sim, "db1-data").lun
    done(sim, journal, DiskDetach(vm.uuid, wwid))
    assert [disk.target for disk in sim.vm("db1").disks] == ["xvda"]
    assert all(wwid not in copy.xml for copy in sim.vm("db1").definitions)
    done(sim, journal, DiskAttach(vm.uuid, wwid))
    assert [disk.wwid for disk in sim.vm("db1").disks][1:] == [wwid]
    assert all(wwid in copy.xml for copy in sim.vm("db1").definitions)


def test_an_unprotected_vm_that_is_off_changes_its_disks(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("test3")
    wwid = vm.disks[0].wwid
    done(sim, journal, DiskDetach(vm.uuid, wwid))
    done(sim, journal, DiskAttach(vm.uuid, wwid))
    assert [disk.wwid for disk in sim.vm("test3").disks] == [wwid]


def test_the_san_moves_and_a_server_leaves_and_returns(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, SanSwitchover("san2"))
    assert sim.snapshot.san.active_server == "san2"
    assert sim.vm("web1").state == "running"
    done(sim, journal, SanMaintenance("san1", on=True))
    done(sim, journal, SanMaintenance("san1", on=False))
    assert all(replica.is_in_sync for replica in sim.snapshot.san.replicas)


def test_a_new_volume_is_renamed_with_its_replica(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("extra", GIB))
    done(sim, journal, VolumeRename(GROUP, "extra", "better"))
    renamed = volume(sim, "better")
    assert (renamed.servers, renamed.replica) == (("san1", "san2"), "better")
    assert sim.snapshot.san.volume(GROUP, "extra") is None
    assert 'value="better"' in sim.snapshot.pacemaker.configuration
