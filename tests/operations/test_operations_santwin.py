"""An active-active SAN without Pacemaker: volumes are administered on the server that serves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from newvms import new_vm
from sanplans import codes
from simcluster import SimCluster, done

from xenadmin_gui.domain.impact import impact
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.kind import kind_sentence
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.operations.san.switchover import SanMaintenance, SanSwitchover
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumegrow import VolumeGrow
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.operations.san.volumesnapshot import VolumeSnapshot
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.small import twin_blueprint

GIB = 1024**3
GROUP = "vg_store"
TARGETS = {"store1": "iqn.2024-03.net.example:san", "store2": "iqn.2024-03.net.example:san-store2"}


@pytest.fixture
def blueprint() -> Blueprint:
    return twin_blueprint()


@pytest.fixture
def seen(sim: SimCluster) -> Snapshot:
    return sim.snapshot


def test_both_are_found_with_what_each_serves(seen: Snapshot) -> None:
    san = seen.san
    assert san.servers_on_duty == ("store1", "store2")
    assert {t.iqn: t.server for t in san.targets} == {iqn: s for s, iqn in TARGETS.items()}
    servers = {lun.wwid: lun.server for lun in san.luns}
    assert {v.name: servers[v.lun] for v in san.volumes} == {
        "shop": "store1",
        "office": "store2",
        "spare": "store2",
    }
    assert {r.name: r.primary for r in san.replicas} == {
        "shop": "store1",
        "office": "store2",
        "spare": "store2",
    }
    assert {(s.host, s.target, s.network) for s in san.sessions} == {
        (host, iqn, network)
        for host in ("xen1", "xen2")
        for iqn in TARGETS.values()
        for network in ("storage-a", "storage-b")
    }
    assert {(len(m.paths), m.health) for m in san.multipaths} == {(2, Health.OK)}
    assert [f.sentence for f in seen.findings if f.health in (Health.FAILED, Health.DEGRADED)] == []
    assert kind_sentence(san_layout(seen)) == (
        "Active-active, LIO by systemd (rtslib-fb-targetctl.service): "
        "store1 and store2 each serve their own."
    )


def hosts_of(sim: SimCluster, program: str) -> set[str]:
    return {host for host, *argv in sim.sent if argv[0] == program}


@pytest.mark.parametrize("server", ["store1", "store2"])
def test_a_volume_lives_and_dies_where_it_is_served(
    sim: SimCluster, journal: Journal, server: str
) -> None:
    def do(draft: Draft) -> None:
        sim.refresh(None, sim.context())
        done(sim, journal, draft)
        sim.refresh(None, sim.context())

    do(VolumeCreate("data", GIB, server=server))
    replica = sim.snapshot.san.replica("data")
    assert replica is not None
    assert (replica.primary, replica.is_in_sync) == (server, True)
    do(VolumeRename(GROUP, "data", "files"))
    do(LunExport(GROUP, "files"))
    (lun,) = (lun for lun in sim.snapshot.san.luns if lun.store.endswith("/files"))
    assert (lun.server, lun.target) == (server, TARGETS[server])
    assert lun.number == (2 if server == "store1" else 3)
    assert [len(m.paths) for m in sim.snapshot.san.multipaths if m.wwid == lun.wwid] == [2, 2]
    do(VolumeGrow(GROUP, "files", 2 * GIB))
    do(VolumeSnapshot(GROUP, "files", "before", GIB))
    do(VolumeDelete(GROUP, "before", purge=True))
    do(LunWithdraw(lun.wwid))
    do(VolumeDelete(GROUP, "files"))
    do(VolumeRestore(GROUP, "files"))
    assert hosts_of(sim, "targetcli") == {server}
    back = sim.snapshot.san.replica("files")
    assert back is not None
    assert back.is_in_sync


def test_what_has_to_be_said_and_what_stays_impossible(seen: Snapshot) -> None:
    assert codes(VolumeCreate("data", GIB), seen) == []  # most of the group is store2's
    one_each = changed(seen, luns=[lun for lun in seen.san.luns if lun.number == 1])
    volumes = [replace(v, lun="" if v.name == "spare" else v.lun) for v in seen.san.volumes]
    one_each = changed(one_each, volumes=tuple(volumes))
    assert codes(VolumeCreate("data", GIB), one_each) == ["which-server"]
    assert codes(VolumeCreate("data", GIB, server="store1"), one_each) == []
    assert codes(VolumeCreate("data", GIB, server="xen1"), seen) == ["not-serving"]
    assert codes(SanSwitchover("store2"), seen) == ["no-pacemaker"]
    assert codes(SanMaintenance("store2", on=True), seen) == ["no-pacemaker"]


def changed(snapshot: Snapshot, **san: Any) -> Snapshot:
    return replace(snapshot, san=replace(snapshot.san, **san))


def test_a_host_is_let_in_by_both(sim: SimCluster, journal: Journal) -> None:
    name = "iqn.2026-11.net.example:xen9"
    done(sim, journal, InitiatorDraft(InitiatorVerb.ALLOW, (name,)))
    assert [name in target.initiators for target in sim.snapshot.san.targets] == [True, True]
    assert hosts_of(sim, "targetcli") == {"store1", "store2"}


def test_a_vm_is_installed_on_the_server_that_serves_its_volume(
    sim: SimCluster, journal: Journal
) -> None:
    vm = new_vm("fresh", group=GROUP, protect=False, host="xen1")
    done(sim, journal, VmInstall((vm,), "debian-12"))
    made = sim.refresh(None, sim.context()).vms[vm.uuid]
    lun = sim.snapshot.san.lun(made.disks[0].wwid)
    assert lun is not None
    assert (lun.server, lun.target, made.state) == ("store2", TARGETS["store2"], VmState.RUNNING)


def test_the_fall_of_one_server_stops_its_own_vms_only(seen: Snapshot) -> None:
    names = {uuid: vm.name for uuid, vm in seen.vms.items()}
    fallen = impact(seen, seen.servers["store2"].key)
    assert [names[uuid] for uuid in fallen.stops] == ["office"]


def test_in_a_split_brain_who_serves_the_volume_cannot_lose(
    sim: SimCluster, journal: Journal
) -> None:
    sim.drill.split_brain("shop")
    sim.refresh(None, sim.context())
    assert codes(SplitBrainResolve("shop", "store1"), sim.snapshot) == ["in-use"]
    done(sim, journal, SplitBrainResolve("shop", "store2"))
    healed = sim.refresh(None, sim.context()).san.replica("shop")
    assert healed is not None
    assert (healed.is_in_sync, healed.primary) == (True, "store1")


def test_replicas_are_compared_and_paused_as_ever(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, ReplicaDraft(ReplicaVerb.VERIFY, ("shop",)))
    assert ("store1", "drbdadm", "verify", "shop") in [(h, *a[-3:]) for h, *a in sim.sent]
    plan = ReplicaDraft(ReplicaVerb.DISCONNECT, ("shop",)).plan(sim.snapshot)
    assert [step.host for step in plan.steps] == ["store2"]
