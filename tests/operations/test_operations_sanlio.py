"""A SAN that LIO serves without Pacemaker: everything by targetcli, and kept for the next start."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from newvms import new_vm
from sanplans import codes
from simcluster import SimCluster

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.vmdisk import DiskAttach, DiskDetach
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumegrow import VolumeGrow
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.operations.san.volumesnapshot import VolumeSnapshot
from xenadmin_gui.operations.tasks import StepState, Task, TaskState
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.operations.vmlife.delete import VmDelete
from xenadmin_gui.operations.vmlife.restore import VmRestore
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.saveconfig import PATH
from xenadmin_gui.sim.small import small_blueprint

GIB = 1024**3
SERVER, GROUP, IQN = "store1", "vg_store", "iqn.2024-03.net.example:san"
PATHS = {("xen1", 2), ("xen2", 2)}
#: Settings that an administrator made with targetcli, and saved.
BY_HAND = (
    ("/backstores/block/spare", "attribute", "emulate_tpu=1"),
    ("/backstores/block/shop", "attribute", "queue_depth=64"),
    (f"/iscsi/{IQN}/tpg1", "attribute", "login_timeout=20"),
    (f"/iscsi/{IQN}/tpg1/acls/iqn.2024-03.net.example:xen1", "auth", "userid=xen1"),
)


@pytest.fixture
def blueprint() -> Blueprint:
    return small_blueprint()


def do(sim: SimCluster, journal: Journal, draft: Draft) -> Task:
    snapshot = sim.refresh(None, sim.context())
    plan = draft.plan(snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
    task = Runner(sim, journal).run(plan, sim.context())
    sim.refresh(None, sim.context())
    return task


def done(sim: SimCluster, journal: Journal, draft: Draft) -> None:
    task = do(sim, journal, draft)
    wrong = [f"{s.number}: {s.title}: {s.said} {s.means}" for s in task.failures]
    assert task.state is TaskState.DONE, wrong


def on_server(sim: SimCluster, *argv: str) -> None:
    """What the administrator does by hand."""
    told = {"timeout_s": 60.0, "origin": "", "plan_id": ""}
    result = sim.run(SERVER, Command(argv), sim.context(), **told)  # type: ignore[arg-type]
    assert result.exit_status == 0, result.stderr


def set_by_hand(sim: SimCluster) -> None:
    for place, kind, words in BY_HAND:
        on_server(sim, "targetcli", place, "set", kind, words)
    on_server(sim, "targetcli", "saveconfig")


def volume(sim: SimCluster, name: str) -> Volume:
    found = sim.snapshot.san.volume(GROUP, name)
    assert found is not None
    return found


def paths(sim: SimCluster, wwid: str) -> set[tuple[str, int]]:
    devices = sim.snapshot.san.multipaths
    return {(m.host, sum(p.is_usable for p in m.paths)) for m in devices if m.wwid == wwid}


def saved(sim: SimCluster) -> str:
    with sim.world.transaction() as state:
        return state.machines[SERVER].files[PATH]


def whole(text: str, *but: str) -> Any:
    """A saved configuration without the order and some backstores, and the LUNs of these."""
    tree = json.loads(text)
    (group,) = tree["targets"][0]["tpgs"]
    gone = {n["index"] for n in group["luns"] if n["storage_object"].rpartition("/")[2] in but}
    stores = {s["name"]: s for s in tree["storage_objects"] if s["name"] not in but}
    luns = {n["index"]: n for n in group["luns"] if n["index"] not in gone}
    lists = {
        a["node_wwn"]: {m["index"]: m for m in a.pop("mapped_luns") if m["index"] not in gone}
        | {"itself": a}
        for a in group["node_acls"]
    }
    return stores, luns, lists, group["attributes"], group["portals"]


def targetcli_calls(sim: SimCluster) -> list[str]:
    return [" ".join(words[2:]) for words in sim.sent if words[:2] == (SERVER, "targetcli")]


def interrupt(sim: SimCluster, word: str, then: Callable[[], None]) -> None:
    """Have something happen once, right before a command on the SAN server with that word."""
    run, left = sim.run, [then]

    def interfering(host: str, command: Command, *rest: Any, **more: Any) -> Any:
        if left and host == SERVER and word in command.argv:
            left.pop()()
        return run(host, command, *rest, **more)

    sim.run = interfering  # type: ignore[method-assign]


def test_a_volume_is_made_exported_used_grown_withdrawn_and_deleted(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    done(sim, journal, LunExport(GROUP, "data", number=7))
    wwid = volume(sim, "data").lun
    assert paths(sim, wwid) == PATHS
    done(sim, journal, DiskAttach(sim.vm("shop").uuid, wwid))
    assert codes(LunWithdraw(wwid), sim.snapshot) == ["in-use"]
    done(sim, journal, VolumeGrow(GROUP, "data", 2 * GIB))
    done(sim, journal, VolumeSnapshot(GROUP, "data", "before", GIB))
    done(sim, journal, VolumeDelete(GROUP, "before", purge=True))
    done(sim, journal, DiskDetach(sim.vm("shop").uuid, wwid))
    done(sim, journal, LunWithdraw(wwid))
    assert paths(sim, wwid) == set()
    done(sim, journal, VolumeDelete(GROUP, "data"))
    done(sim, journal, VolumeRestore(GROUP, "data"))
    done(sim, journal, VolumeRename(GROUP, "data", "other"))
    assert volume(sim, "other").size_bytes == 2 * GIB
    assert '"data"' not in saved(sim)


def test_what_was_exported_is_there_after_the_next_start_of_the_server(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    done(sim, journal, LunExport(GROUP, "data"))
    wwid = volume(sim, "data").lun
    sim.drill.power_off(SERVER)
    sim.drill.power_on(SERVER)
    sim.drill.advance(180)
    sim.refresh(None, sim.context())
    assert volume(sim, "data").lun == wwid
    assert paths(sim, wwid) == PATHS


def test_settings_made_by_hand_survive_every_operation(sim: SimCluster, journal: Journal) -> None:
    set_by_hand(sim)
    before = whole(saved(sim))
    done(sim, journal, VolumeCreate("data", GIB))
    done(sim, journal, LunExport(GROUP, "data"))
    assert whole(saved(sim), "data") == before
    done(sim, journal, LunWithdraw(volume(sim, "data").lun))
    done(sim, journal, VolumeDelete(GROUP, "data", purge=True))
    assert whole(saved(sim)) == before
    sim.drill.power_off(SERVER)
    sim.drill.power_on(SERVER)
    sim.drill.advance(180)
    sim.refresh(None, sim.context())
    on_server(sim, "targetcli", "saveconfig")
    assert whole(saved(sim)) == before


def freed(sim: SimCluster, journal: Journal) -> str:
    """Take the LUN of ``spare`` from its VM, so that it may be withdrawn."""
    wwid = volume(sim, "spare").lun
    done(sim, journal, DiskDetach(sim.vm("spare").uuid, wwid))
    return wwid


def test_a_withdrawal_that_is_rolled_back_brings_the_settings_back(
    sim: SimCluster, journal: Journal
) -> None:
    set_by_hand(sim)
    wwid, before = freed(sim, journal), whole(saved(sim))
    unsaved = targetcli_calls(sim)

    def add_something() -> None:
        on_server(sim, "targetcli", f"/iscsi/{IQN}/tpg1", "set", "attribute", "netif_timeout=9")

    # Somebody else is at targetcli right after the backstore went: saving would keep that.
    interrupt(sim, "/backstores/block", add_something)
    task = do(sim, journal, LunWithdraw(wwid))
    assert task.state is TaskState.FAILED
    assert "differ" in task.failures[-1].said or "differ" in task.failures[-1].means
    assert "saveconfig" not in targetcli_calls(sim)[len(unsaved) :]
    on_server(sim, "targetcli", f"/iscsi/{IQN}/tpg1", "set", "attribute", "netif_timeout=2")
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    sim.refresh(None, sim.context())
    assert volume(sim, "spare").lun == wwid
    assert whole(saved(sim)) == before
    on_server(sim, "targetcli", "saveconfig")
    assert whole(saved(sim)) == before


def test_an_export_that_is_rolled_back_leaves_nothing(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    before = whole(saved(sim))
    interrupt(sim, "saveconfig", lambda: sim.drill.power_off("xen2"))
    task = do(sim, journal, LunExport(GROUP, "data"))
    assert task.state is TaskState.FAILED
    assert '"data"' in saved(sim)
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    sim.refresh(None, sim.context())
    assert volume(sim, "data").lun == ""
    assert whole(saved(sim)) == before
    on_server(sim, "targetcli", "saveconfig")
    assert whole(saved(sim)) == before


def with_a_disk_that_was_late(text: str) -> str:
    tree = json.loads(text)
    late = {**tree["storage_objects"][0], "name": "late", "dev": "/dev/sdz", "wwn": "0123"}
    tree["storage_objects"].append(late)
    return json.dumps(tree)


def with_a_setting_that_is_not_loaded(text: str) -> str:
    return text.replace('"login_timeout": 15', '"login_timeout": 99')


@pytest.mark.parametrize("edited", [with_a_disk_that_was_late, with_a_setting_that_is_not_loaded])
def test_nothing_is_begun_where_saving_would_lose_something(
    sim: SimCluster, journal: Journal, edited: Callable[[str], str]
) -> None:
    wwid = freed(sim, journal)
    done(sim, journal, VolumeCreate("data", GIB))
    with sim.world.transaction() as state:
        text = edited(state.machines[SERVER].files[PATH])
        state.machines[SERVER].files[PATH] = text
        sim.world.touch()
    for draft in (LunExport(GROUP, "data"), LunWithdraw(wwid)):
        sent = len(sim.sent)
        task = do(sim, journal, draft)
        assert task.state is TaskState.FAILED
        (failure,) = task.failures
        assert failure.number == 1
        assert "differ in other objects" in f"{failure.said} {failure.means}"
        assert [
            words for words in sim.sent[sent:] if words[1] not in ("python3", "cmp", "sh")
        ] == []
    assert saved(sim) == text


def test_what_is_not_saved_by_somebody_else_is_not_saved_in_passing(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    on_server(sim, "targetcli", "/backstores/block/shop", "set", "attribute", "emulate_tpu=1")
    before = saved(sim)
    task = do(sim, journal, LunExport(GROUP, "data"))
    assert (task.state, task.failures[0].number) == (TaskState.FAILED, 1)
    assert saved(sim) == before


def test_a_read_only_lun_is_one_here(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    done(sim, journal, LunExport(GROUP, "data", read_only=True))
    lun = sim.snapshot.san.lun(volume(sim, "data").lun)
    assert lun is not None
    assert lun.read_only


def test_vms_are_made_at_once_deleted_and_restored_under_the_same_wwid(
    sim: SimCluster, journal: Journal
) -> None:
    two = tuple(new_vm(name, group=GROUP, protect=False) for name in ("one", "two"))
    done(sim, journal, VmInstall(two, "debian-12"))
    assert {sim.vm(vm.name).state for vm in two} == {VmState.RUNNING}
    assert all(f'"name": "{vm.name}"' in saved(sim) for vm in two)
    uuid, wwid = sim.vm("spare").uuid, volume(sim, "spare").lun
    done(sim, journal, VmDelete(uuid))
    assert sim.snapshot.san.lun(wwid) is None
    sim.drill.advance(90)
    sim.refresh(None, sim.context())
    done(sim, journal, VmRestore(uuid))
    assert volume(sim, "spare").lun == wwid
    assert {vm.name for vm in sim.snapshot.vms.values()} >= {"one", "two", "spare"}


def test_a_host_is_let_in_without_a_restart_and_shut_out_again(tmp_path: Path) -> None:
    plan = small_blueprint()
    guests = tuple(guest for guest in plan.guests if guest.host == "xen1")
    sim = SimCluster(blueprint=replace(plan, guests=guests, strangers=("xen2",)))
    journal = Journal(tmp_path / "sim.db", clock=sim.clock)
    before = whole(saved(sim))
    done(sim, journal, InitiatorDraft(InitiatorVerb.ALLOW, ("xen2",)))
    done(sim, journal, InitiatorDraft(InitiatorVerb.LOGIN, ("xen2",)))
    assert paths(sim, volume(sim, "shop").lun) == PATHS
    assert "example:xen2" in saved(sim)
    assert not any("restart" in call for call in targetcli_calls(sim))
    assert codes(InitiatorDraft(InitiatorVerb.FORBID, ("xen2",)), sim.snapshot) == ["has-sessions"]
    done(sim, journal, InitiatorDraft(InitiatorVerb.LOGOUT, ("xen2",)))
    early = InitiatorDraft(InitiatorVerb.FORBID, ("xen2",)).plan(sim.snapshot)
    done(sim, journal, InitiatorDraft(InitiatorVerb.LOGIN, ("xen2",)))
    late = Runner(sim, journal).run(early, sim.context())
    assert "xen2 is logged in to the SAN." in late.failures[0].said
    done(sim, journal, InitiatorDraft(InitiatorVerb.LOGOUT, ("xen2",)))
    done(sim, journal, InitiatorDraft(InitiatorVerb.FORBID, ("xen2",)))
    assert whole(saved(sim)) == before
    journal.close()
    sim.close()


def test_steps_already_done_are_not_done_twice(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    done(sim, journal, LunExport(GROUP, "data"))
    done(sim, journal, LunWithdraw(volume(sim, "data").lun))
    task = do(sim, journal, LunExport(GROUP, "data"))
    assert task.state is TaskState.DONE
    assert {step.state for step in task.steps} <= {StepState.DONE, StepState.ALREADY}
