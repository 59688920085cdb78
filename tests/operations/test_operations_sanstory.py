"""Volumes and LUNs on the simulated cluster, while machines fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from simcluster import SimCluster, run
from test_operations_sancutoff import GIB, GROUP, NAME, facts, lun_in

from xenadmin_gui.domain.errors import StalePlanError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AllOf
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.commands import attach_disk
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.sancondition import HostSays, NoLun
from xenadmin_gui.operations.tasks import StepState, TaskState
from xenadmin_gui.operations.work import Work


def right_after(sim: SimCluster, *words: str, then: Callable[[], None]) -> None:
    """Have something happen once, right after a command with these words was run."""
    run, left = sim.run, [then]

    def interfering(host: str, command: Any, context: Any, **more: Any) -> Any:
        result = run(host, command, context, **more)
        if left and all(any(word in part for part in (host, *command.argv)) for word in words):
            left.pop()()
        return result

    sim.run = interfering  # type: ignore[method-assign]


def test_a_host_that_dies_before_it_looked_keeps_no_other_from_the_lun(
    sim: SimCluster, journal: Journal
) -> None:
    run(sim, journal, VolumeCreate(NAME, GIB, initial_sync=False))
    before = facts(sim)
    right_after(sim, "p_lu_spare", "group[@id=", then=lambda: sim.drill.power_off("xen2"))
    task = run(sim, journal, LunExport(GROUP, NAME))
    assert [s.state for s in task.steps if s.host == "xen2"] == [StepState.FAILED]
    assert task.state is TaskState.FAILED
    assert [host for host, count in facts(sim)["paths"] if count == 2] == ["xen1", "xen3", "xen4"]  # type: ignore[attr-defined]
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    kept = ("volumes", "replicas", "cib", "luns", "paths", "target", "address")
    after = facts(sim)
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_a_san_that_fails_over_while_a_lun_is_made_offers_it_on_the_other_server(
    sim: SimCluster, journal: Journal
) -> None:
    run(sim, journal, VolumeCreate(NAME, GIB, initial_sync=False))
    right_after(sim, "cibadmin", "p_lu_spare", then=lambda: sim.drill.power_off("san1"))
    task = run(sim, journal, LunExport(GROUP, NAME))
    assert task.state is TaskState.DONE, task.failures
    now = facts(sim)
    assert now["luns"] == ["san2"]
    assert now["paths"] == [(f"xen{n}", 2) for n in range(1, 5)]
    assert not [name for name in now["cib"] if "helper" in name]  # type: ignore[attr-defined]


def test_a_san_that_fails_over_while_a_volume_is_made_is_cleared_up(
    sim: SimCluster, journal: Journal
) -> None:
    before = facts(sim)
    right_after(sim, "create-md", "san2", then=lambda: sim.drill.power_off("san1"))
    task = run(sim, journal, VolumeCreate(NAME, GIB))
    assert task.state is TaskState.FAILED
    sim.drill.power_on("san1")
    sim.drill.advance(300.0)
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    after = facts(sim)
    assert [after[name] for name in ("volumes", "replicas", "cib")] == [
        before[name] for name in ("volumes", "replicas", "cib")
    ]


def test_somebody_elses_volume_of_the_same_name_is_not_touched(
    sim: SimCluster, journal: Journal
) -> None:
    snapshot = sim.refresh(None, sim.context())
    plan = VolumeCreate(NAME, GIB).plan(snapshot)
    run(sim, journal, VolumeCreate(NAME, 2 * GIB, initial_sync=False))
    with pytest.raises(StalePlanError, match="changed since the plan was made"):
        Runner(sim, journal).run(plan, sim.context())


def test_a_lun_that_a_vm_got_meanwhile_is_not_withdrawn(sim: SimCluster, journal: Journal) -> None:
    """Definitions are read once a minute; the host that holds it open knows at once."""
    run(sim, journal, VolumeCreate(NAME, GIB, initial_sync=False))
    run(sim, journal, LunExport(GROUP, NAME))
    wwid = lun_in(sim.snapshot)
    plan = LunWithdraw(wwid).plan(sim.snapshot)
    vm = sim.vm("build")
    host = sim.snapshot.servers[vm.host or ""]
    give = attach_disk(host, vm, wwid, "xvdz", live=True, config=True)
    more = {"timeout_s": 60.0, "origin": "test", "plan_id": ""}
    assert sim.run(host.name, give, sim.context(), **more).succeeded  # type: ignore[arg-type]
    task = Runner(sim, journal).run(plan, sim.context())
    assert task.state is TaskState.FAILED
    assert "in use" in next(step.said for step in task.failures if step.host == host.name)
    ended = Runner(sim, journal).resume(task.id, Choice.ROLL_BACK, sim.context())
    assert ended.state is TaskState.ROLLED_BACK, ended.failures
    assert facts(sim)["paths"] == [(f"xen{n}", 2) for n in range(1, 5)]


def test_a_hand_made_setting_survives_a_whole_life(sim: SimCluster, journal: Journal) -> None:
    comment = "<!-- ask Anna before you touch this -->"
    with sim.world.transaction() as state:
        text = state.pacemaker.configuration
        state.pacemaker.configuration = text.replace("<constraints>", f"<constraints>{comment}")
    run(sim, journal, VolumeCreate(NAME, GIB, initial_sync=False))
    run(sim, journal, LunExport(GROUP, NAME))
    run(sim, journal, LunWithdraw(lun_in(sim.snapshot)))
    assert comment in sim.snapshot.pacemaker.configuration
    assert san_layout(sim.snapshot).reason == ""


def test_a_host_is_asked_once_between_two_readings(sim: SimCluster, journal: Journal) -> None:
    plan = VolumeCreate(NAME, GIB).plan(sim.snapshot)
    work = Work(plan, sim, journal, sim.context(), None)
    asked = HostSays("san2", ("test", "-e", "/etc/drbd.d/web1.res"))
    settled = AllOf((NoLun(lun_of(sim.snapshot)), asked))
    assert work.holds(settled) is False
    assert sim.sent == []
    assert [work.holds(asked), work.holds(AllOf((asked, asked)))] == [True, True]
    assert sim.sent == [("san2", *asked.argv)]
    sim.drill.power_off("san2")
    assert work.holds(asked) is True
    work.refresh(())
    assert work.holds(asked) is None
    assert "san2 does not say" in work.why_not(asked)


def lun_of(snapshot: Snapshot) -> str:
    return snapshot.san.luns[0].wwid
