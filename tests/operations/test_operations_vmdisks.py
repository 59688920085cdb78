"""New VMs and clones with several disks: each a volume, a LUN and a copy of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from newvms import GIB, new_vm
from sanplans import codes, lines
from simcluster import SimCluster

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import VmDisk
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vminstall.clone import VmClone, clone_sizes
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.sim.tools.newguest import CONTENTS

TWO = new_vm("new1", start=False, more_disks=(2 * GIB,))
COPY = new_vm("new2", start=False, disk_bytes=5 * GIB, more_disks=(3 * GIB,))


@pytest.fixture(scope="module")
def cluster() -> Iterator[SimCluster]:
    made = SimCluster()
    yield made
    made.close()


def test_room_and_sizes_of_all_disks_count(cluster: SimCluster) -> None:
    def found(*more: int) -> list[str]:
        draft = VmInstall((new_vm("new1", more_disks=more),), "debian-12")
        return codes(draft, cluster.snapshot)

    free = min(group.free_bytes for group in cluster.snapshot.san.groups)
    assert found(free - 8 * GIB) == []
    assert set(found(free - 3 * GIB)) == {"group-full"}
    assert set(found(free // 2, free // 2)) == {"group-full"}
    assert found(1) == ["bad-disk"]
    assert found(*[GIB] * 8) == ["many-disks"]
    assert found(*[GIB] * 7) == []


def db1(cluster: SimCluster) -> Snapshot:
    """The demonstration's VM with two disks, off."""
    (vm,) = cluster.snapshot.vms_named("db1")
    off = replace(vm, state=VmState.OFF, host=None, protection=None)
    return replace(cluster.snapshot, vms={**cluster.snapshot.vms, vm.uuid: off})


def test_a_clone_has_as_many_disks_as_its_model(cluster: SimCluster) -> None:
    snapshot = db1(cluster)
    (vm,) = snapshot.vms_named("db1")
    sizes = clone_sizes(snapshot, vm)
    assert [-(-size // GIB) for size in sizes] == [40, 120]
    draft = VmClone(vm.uuid, new_vm("copy", disk_bytes=sizes[0]), as_it_is=True)
    assert codes(draft, snapshot) == ["disk-count"]
    new = replace(draft.new, more_disks=(sizes[1],))
    assert codes(replace(draft, new=new), snapshot) == []
    small = replace(new, more_disks=(GIB,))
    assert codes(replace(draft, new=small), snapshot) == ["bad-disk"]
    plan = replace(draft, new=new).plan(snapshot)
    text = "\n".join(lines(plan))
    assert text.count('dd if="$1"') + text.count('dd if="$$1"') == 2
    (xml,) = {s.command.argv[-1] for s in plan.steps if "<domain" in s.command.argv[-1]}
    for disk in vm.disks:
        assert disk.wwid not in xml
    assert xml.count("/dev/mapper/36") + xml.count("dm-uuid-mpath-36") == 2
    cd = VmDisk("hdc", "/srv/a.iso", "ide", read_only=True, device="cdrom")
    other = VmDisk("xvdz", "/srv/a.img")
    for disk, wanted in ((cd, []), (other, ["not-on-san"])):
        more = replace(vm, disks=(*vm.disks, disk))
        with_it = replace(snapshot, vms={**snapshot.vms, vm.uuid: more})
        assert codes(replace(draft, new=new), with_it) == wanted


def test_each_disk_needs_a_snapshot_of_its_own(cluster: SimCluster) -> None:
    snapshot = db1(cluster)
    (vm,) = snapshot.vms_named("db1")
    new = new_vm("copy", disk_bytes=40 * GIB, more_disks=(120 * GIB,))
    draft = VmClone(vm.uuid, new, "s1", as_it_is=True, more_snapshots=("s2",))
    volumes = [v for v in snapshot.san.volumes if v.name in ("db1", "db1-data")]
    made = [
        replace(v, name=f"s{n}", snapshot_of=v.name, lun="", used_by=())
        for n, v in enumerate(volumes, start=1)
    ]
    taken = replace(snapshot, san=replace(snapshot.san, volumes=(*snapshot.san.volumes, *made)))
    assert codes(draft, snapshot) == ["no-snapshot", "no-snapshot"]
    assert codes(draft, taken) == []
    assert codes(replace(draft, more_snapshots=()), taken) == ["no-snapshot"]
    assert codes(replace(draft, more_snapshots=("s2", "s3")), taken) == ["no-snapshot"]
    text = "\n".join(lines(draft.plan(taken)))
    assert "/dev/vg_san/s1" in text
    assert "/dev/vg_san/s2" in text


def test_all_disks_are_made_and_each_is_copied(cluster: SimCluster, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    runner = Runner(cluster, journal)

    def run(draft: VmInstall | VmClone) -> None:
        plan = draft.plan(cluster.snapshot)
        assert lines(plan)
        task = runner.run(plan, cluster.context())
        assert task.state is TaskState.DONE, task.reason

    run(VmInstall((TWO,), "leap-15"))
    run(VmClone(TWO.uuid, COPY))
    snapshot = cluster.refresh(None, cluster.context())
    one, two = snapshot.vms[TWO.uuid], snapshot.vms[COPY.uuid]
    assert [disk.target for disk in two.disks] == ["xvda", "xvdb"]
    assert not {disk.wwid for disk in one.disks} & {disk.wwid for disk in two.disks}
    volumes = {v.name: v for v in snapshot.san.volumes}
    for vm in (one, two):
        names = (vm.name, f"{vm.name}-disk2")
        assert [disk.wwid for disk in vm.disks] == [volumes[name].lun for name in names]
        assert all(volumes[name].servers == ("san1", "san2") for name in names)
    replicas = {r.name: r.sides[0].device for r in snapshot.san.replicas}
    with cluster.world.transaction() as state:
        files = state.machines[snapshot.san.active_server or ""].files
        copied = files[f"{CONTENTS}{replicas['new2-disk2']}"]
        assert copied == f"what {replicas['new1-disk2']} holds"
    journal.close()
