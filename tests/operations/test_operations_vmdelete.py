"""A VM goes to the recycle bin with its own disks, and comes back as it was."""

from __future__ import annotations

import pytest
from simcluster import SimCluster, run, settled

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.operations.vmlife.delete import VmDelete
from xenadmin_gui.operations.vmlife.restore import VmRestore


def off(sim: SimCluster, journal: Journal, name: str) -> str:
    uuid = sim.vm(name).uuid
    if sim.vm(name).state is not VmState.OFF:
        settled(sim, journal, VmDraft(VmVerb.SHUTDOWN, (uuid,)))
    return uuid


def volumes(sim: SimCluster) -> set[str]:
    return {volume.name for volume in sim.snapshot.san.volumes}


def files(sim: SimCluster, part: str) -> list[str]:
    machines = sim.world.state.machines.values()
    return [f"{m.name}:{p}" for m in machines for p in m.files if part in p and "/." not in p]


@pytest.mark.parametrize("name", ["test3", "web1"])
def test_a_vm_goes_and_comes_back(sim: SimCluster, journal: Journal, name: str) -> None:
    uuid = off(sim, journal, name)
    before = sim.vm(name)
    (volume,) = (v.name for v in sim.snapshot.san.volumes if v.lun == before.disks[0].wwid)
    settled(sim, journal, VmDelete(uuid))
    assert uuid not in sim.snapshot.vms
    assert volume not in volumes(sim)
    assert any(one.startswith(f"{volume}.deleted-") for one in volumes(sim))
    (resting,) = sim.snapshot.deleted
    assert (resting.name, resting.uuid, resting.reason) == (name, uuid, "")
    assert resting.found_on == tuple(host.name for host in sim.snapshot.hosts)
    assert before.disks[0].wwid not in [lun.wwid for lun in sim.snapshot.san.luns]
    if before.protection is not None:
        assert before.protection.resource not in sim.snapshot.pacemaker.configuration

    settled(sim, journal, VmRestore(uuid))
    after = sim.vm(name)
    assert sim.snapshot.deleted == ()
    assert (after.uuid, after.disks, after.nics) == (uuid, before.disks, before.nics)
    assert after.state is VmState.OFF
    assert after.defined_on == before.defined_on
    assert (after.protection is None) == (before.protection is None)
    assert volume in volumes(sim)
    assert files(sim, "/etc/xenadmin/deleted/") == []
    settled(sim, journal, VmDraft(VmVerb.START, (uuid,), before.defined_on[0]))
    assert sim.vm(name).state is VmState.RUNNING


def test_delete_protection_is_in_the_definition(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "test3")
    settled(sim, journal, VmEdit(uuid, delete_protection=True))
    assert "<keep:keep" in sim.vm("test3").definitions[0].xml
    assert [p.code for p in VmDelete(uuid).problems(sim.snapshot)] == ["kept"]
    assert VmDelete(uuid, purge=True).problems(sim.snapshot)
    settled(sim, journal, VmEdit(uuid, delete_protection=False))
    assert "metadata" not in sim.vm("test3").definitions[0].xml
    assert VmDelete(uuid).problems(sim.snapshot) == ()


def test_a_disk_that_another_vm_uses_stays(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "test3")
    one, other = sim.vm("test3"), sim.vm("web1")
    own, shared = one.disks[0].source, other.disks[0].source
    text = one.definitions[0].xml.replace(own, shared)
    settled(sim, journal, VmEdit(uuid, xml=text))
    plan = VmDelete(uuid).plan(sim.snapshot)
    assert "xvda stays: web1 has it too." in plan.subjects[0].reason
    assert not [s for s in plan.steps if "lvrename" in s.command.argv]


def test_for_good_needs_the_name_and_leaves_nothing(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "web1")
    lun = sim.vm("web1").disks[0].wwid
    plan = VmDelete(uuid, purge=True).plan(sim.snapshot)
    assert plan.confirm == "web1"
    settled(sim, journal, VmDelete(uuid, purge=True))
    assert sim.snapshot.deleted == ()
    assert not [name for name in volumes(sim) if name.startswith("web1")]
    assert lun not in [one.wwid for one in sim.snapshot.san.luns]
    assert files(sim, uuid) == []


def test_what_lies_in_the_bin_is_removed_for_good(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "test3")
    settled(sim, journal, VmDelete(uuid))
    assert [p.code for p in VmDelete(uuid).problems(sim.snapshot)] == ["deleted"]
    settled(sim, journal, VmDelete(uuid, purge=True))
    assert sim.snapshot.deleted == ()
    assert not [name for name in volumes(sim) if name.startswith("test3")]


def test_a_purged_volume_cannot_come_back(sim: SimCluster, journal: Journal) -> None:
    from xenadmin_gui.operations.san.volumebin import VolumeDelete

    uuid = off(sim, journal, "test3")
    settled(sim, journal, VmDelete(uuid))
    (disk,) = sim.snapshot.deleted[0].disks
    settled(sim, journal, VolumeDelete(disk.group, disk.resting, purge=True))
    assert "no-volume" in [p.code for p in VmRestore(uuid).problems(sim.snapshot)]


@pytest.mark.parametrize("is_exported", [False, True])
def test_a_volume_that_only_has_the_name_of_the_disk_is_not_taken(
    sim: SimCluster, journal: Journal, is_exported: bool
) -> None:
    from xenadmin_gui.operations.san.lunexport import LunExport
    from xenadmin_gui.operations.san.volumebin import VolumeDelete
    from xenadmin_gui.operations.san.volumecreate import VolumeCreate

    uuid = off(sim, journal, "test3")
    settled(sim, journal, VmDelete(uuid))
    (disk,) = sim.snapshot.deleted[0].disks
    assert disk.size_bytes
    assert len(disk.uuids) == 2
    settled(sim, journal, VolumeDelete(disk.group, disk.resting, purge=True))
    settled(sim, journal, VolumeCreate(disk.volume, 1 << 30, disk.group))
    if is_exported:
        settled(sim, journal, LunExport(disk.group, disk.volume, serial=disk.serial))
    (problem,) = VmRestore(uuid).problems(sim.snapshot)
    assert problem.code == "other-volume"
    assert f"{disk.group}/{disk.volume} (1" in problem.sentence
    settled(sim, journal, VmDelete(uuid, purge=True))
    assert disk.volume in volumes(sim)


def test_a_disk_that_came_out_of_the_bin_by_itself_is_found_by_its_identity(
    sim: SimCluster, journal: Journal
) -> None:
    from xenadmin_gui.operations.san.volumebin import VolumeRestore

    uuid = off(sim, journal, "test3")
    settled(sim, journal, VmDelete(uuid))
    (disk,) = sim.snapshot.deleted[0].disks
    settled(sim, journal, VolumeRestore(disk.group, disk.resting))
    settled(sim, journal, VmRestore(uuid))
    assert sim.vm("test3").disks[0].wwid == disk.wwid
    assert sim.snapshot.san.volume(disk.group, disk.volume) is not None


def test_a_delete_that_was_cut_off_is_rolled_back(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "web1")
    before = sim.vm("web1")
    real, sent = sim.run, []

    def cut(host, command, context, **rest):  # type: ignore[no-untyped-def]
        sent.append(command.argv)
        if command.argv[0] == "lvrename":
            raise KeyboardInterrupt
        return real(host, command, context, **rest)

    sim.run = cut  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        run(sim, journal, VmDelete(uuid))
    sim.run = real  # type: ignore[method-assign]
    (task,) = journal.interrupted()
    task = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert task.state is TaskState.ROLLED_BACK, [(s.title, s.means) for s in task.failures]
    sim.drill.advance(90)
    after = sim.vm("web1")
    assert (after.protection, after.disks) == (before.protection, before.disks)
    assert {c.sha256 for c in after.definitions} == {c.sha256 for c in before.definitions}
    assert files(sim, "/etc/xenadmin/deleted/") == []


def test_what_cannot_be_is_refused(snapshot: Snapshot) -> None:
    (web1,) = snapshot.vms_named("web1")
    assert "not-off" in [p.code for p in VmDelete(web1.uuid).problems(snapshot)]
    assert [p.code for p in VmDelete("nobody").problems(snapshot)] == ["no-such-vm"]
    assert [p.code for p in VmRestore("nobody").problems(snapshot)] == ["no-such-vm"]


def test_a_name_that_was_taken_meanwhile_is_told(sim: SimCluster, journal: Journal) -> None:
    from xenadmin_gui.operations.vmlife.rename import VmRename

    uuid = off(sim, journal, "test3")
    settled(sim, journal, VmDelete(uuid))
    settled(sim, journal, VmRename(off(sim, journal, "web2"), "test3"))
    assert "name-taken" in [p.code for p in VmRestore(uuid).problems(sim.snapshot)]


def test_a_garbled_file_in_the_bin_is_shown_with_a_reason(sim: SimCluster) -> None:
    path = "/etc/xenadmin/deleted/00000000-0000-4000-8000-000000000001.xml"
    sim.world.state.machines["xen1"].files[path] = "<domain><name>ä\nhalf"
    sim.drill.advance(90)
    sim.refresh(None, sim.context())
    (resting,) = sim.snapshot.deleted
    assert "cannot be read" in resting.reason
    assert VmRestore(resting.uuid).problems(sim.snapshot)


def test_the_plans_survive_the_journal(sim: SimCluster, journal: Journal) -> None:
    uuid = off(sim, journal, "web1")
    plan = VmDelete(uuid).plan(sim.snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
    settled(sim, journal, VmDelete(uuid))
    plan = VmRestore(uuid).plan(sim.snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
