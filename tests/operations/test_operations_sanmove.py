"""A volume moves to another volume group, and its VM finds its disk again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sanplans import codes, lines
from simcluster import SimCluster, few_guests, run

from xenadmin_gui.domain.command import Command
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.operations.san.volumesnapshot import VolumeSnapshot
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vm import VmDraft
from xenadmin_gui.sim.blueprint import Blueprint

GIB, MIB = 1024**3, 1024**2
GROUP, FAST = "vg_san", "vg_fast"


@pytest.fixture
def blueprint() -> Blueprint:
    """A few guests and a second, smaller volume group."""
    return few_guests("vpn", "test3", more_groups={FAST: 65536})


def commands(plan: Plan) -> list[str]:
    return [step.command.argv[0] for step in plan.steps]


def facts(sim: SimCluster) -> object:
    """What has to be as before when a move is taken back."""
    snapshot = sim.refresh(None, sim.context())
    return (
        sorted((v.group, v.name, v.lun) for v in snapshot.san.volumes),
        sorted(r.name for r in snapshot.san.replicas),
        sorted((lun.wwid, lun.number, lun.device, lun.server) for lun in snapshot.san.luns),
        sorted((m.host, m.wwid, len(m.paths)) for m in snapshot.san.multipaths),
    )


def test_the_lun_stays_and_lies_in_the_other_group(sim: SimCluster, journal: Journal) -> None:
    old = sim.snapshot.san.volume(GROUP, "test3")
    assert old is not None
    paths = {(m.host, len(m.paths)) for m in sim.snapshot.san.multipaths if m.wwid == old.lun}
    task = run(sim, journal, VolumeMove(GROUP, "test3", FAST, "test3b"))
    assert task.state is TaskState.DONE, task.failures
    new = sim.snapshot.san.volume(FAST, "test3b")
    assert new is not None
    assert (new.lun, new.used_by, set(new.servers)) == (old.lun, old.used_by, {"san1", "san2"})
    assert paths == {
        (m.host, len(m.paths)) for m in sim.snapshot.san.multipaths if m.wwid == old.lun
    }
    assert [v.group for v in sim.snapshot.san.volumes if v.former_name == "test3"] == [GROUP]
    assert all(v.deleted_at for v in sim.snapshot.san.volumes if v.former_name == "test3")
    replica = sim.snapshot.san.replica("test3b")
    assert replica is not None
    assert replica.is_in_sync
    group = sim.world.state.pacemaker.configuration
    assert group.index("p_lu_test3") < group.index("p_ip_storage-a")
    uuid = sim.vm("test3").uuid
    assert run(sim, journal, VmDraft(VmVerb.START, (uuid,))).state is TaskState.DONE


def test_nobody_can_write_to_the_old_volume_while_it_is_copied(sim: SimCluster) -> None:
    plan = VolumeMove(GROUP, "test3", FAST, "test3b").plan(sim.snapshot)
    shown = lines(plan)
    copy = next(n for n, line in enumerate(shown) if " dd " in line)
    outs = [n for n, s in enumerate(plan.steps) if "have Pacemaker stop it" in s.title]
    back = [n for n, s in enumerate(plan.steps) if s.title.startswith("Have Pacemaker offer")]
    assert outs[0] < copy < back[0]
    assert "if=/dev/drbd2" in shown[copy]
    assert "iflag=direct," in shown[copy]
    after = preview(plan, sim.snapshot).after
    assert any((v.group, v.name) == (FAST, "test3b") for v in after.san.volumes)


def test_a_move_that_fails_at_its_end_is_taken_back(sim: SimCluster, journal: Journal) -> None:
    before = facts(sim)
    send = sim.run

    def failing(host: str, command: Command, context: Any, **more: Any) -> Any:
        broken = Command(("test", "-e", "/no/such/disk"))
        return send(host, broken if "dd" in command.argv else command, context, **more)

    sim.run = failing  # type: ignore[method-assign]
    task = run(sim, journal, VolumeMove(GROUP, "test3", FAST, "test3b"))
    sim.run = send  # type: ignore[method-assign]
    assert task.state is TaskState.FAILED
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    assert facts(sim) == before


def test_nothing_goes_back_to_the_old_data_once_hosts_may_write_to_the_new(
    sim: SimCluster, journal: Journal
) -> None:
    send = sim.run

    def failing(host: str, command: Command, context: Any, **more: Any) -> Any:
        broken = Command(("test", "-e", "/no/such/disk"))
        return send(host, broken if "lvrename" in command.argv else command, context, **more)

    sim.run = failing  # type: ignore[method-assign]
    task = run(sim, journal, VolumeMove(GROUP, "test3", FAST, "test3b"))
    sim.run = send  # type: ignore[method-assign]
    assert task.state is TaskState.FAILED
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.FAILED
    sim.refresh(None, sim.context())
    new = sim.snapshot.san.volume(FAST, "test3b")
    assert new is not None
    assert new.lun
    assert {lun.device for lun in sim.snapshot.san.luns if lun.wwid == new.lun} != {"/dev/drbd2"}


def test_a_volume_that_no_lun_exports_moves_too(sim: SimCluster, journal: Journal) -> None:
    assert (
        run(sim, journal, VolumeCreate("spare", 64 * MIB, GROUP, initial_sync=False)).state
        == "done"
    )
    draft = VolumeMove(GROUP, "spare", FAST)
    assert draft.name_there(sim.snapshot) == "spare-vg_fast"
    assert run(sim, journal, draft).state is TaskState.DONE
    assert sim.snapshot.san.volume(FAST, "spare-vg_fast") is not None


def test_why_a_volume_stays_where_it_is(sim: SimCluster, journal: Journal) -> None:
    shown = sim.snapshot
    assert codes(VolumeMove(GROUP, "nothing", FAST), shown) == ["no-volume"]
    assert codes(VolumeMove(GROUP, "test3", GROUP), shown) == ["same"]
    assert codes(VolumeMove(GROUP, "test3", "vg'x"), shown) == ["no-group"]
    assert codes(VolumeMove(GROUP, "vpn", FAST), shown) == ["in-use"]
    assert codes(VolumeMove(GROUP, "test3", FAST, "a b"), shown) == ["bad-name"]
    assert codes(VolumeMove(GROUP, "test3", FAST, "vpn"), shown) == ["name-taken"]
    groups = tuple(replace(g, free_bytes=GIB) for g in shown.san.groups)
    full = replace(shown, san=replace(shown.san, groups=groups))
    assert set(codes(VolumeMove(GROUP, "test3", FAST), full)) == {"group-full"}
    assert run(sim, journal, VolumeSnapshot(GROUP, "test3", "kept", GIB)).state is TaskState.DONE
    assert codes(VolumeMove(GROUP, "test3", FAST), sim.snapshot) == ["has-snapshots"]
    assert codes(VolumeMove(GROUP, "kept", FAST), sim.snapshot) == ["not-a-volume"]
