"""While a new VM's disk is filled it is told how far that is, and how fast it goes."""

from __future__ import annotations

from newvms import GIB, new_vm
from simcluster import SimCluster

from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vminstall.install import VmInstall


def test_bytes_and_rate_are_told_until_the_copy_is_done(sim: SimCluster, journal: Journal) -> None:
    told: list[Progress] = []
    new = new_vm("new1", disk_bytes=8 * GIB, protect=False, start=False)
    plan = VmInstall((new,), "leap-15").plan(sim.snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
    context = JobContext(clock=sim.clock, on_progress=told.append)
    assert Runner(sim, journal).run(plan, context).state is TaskState.DONE
    parts = [one for one in told if one.done % 1]
    assert len(parts) > 1
    assert [one.done for one in parts] == sorted(one.done for one in parts)
    assert "are written, 120 MiB in a second." in parts[1].text
    assert all(one.total == len(plan.steps) for one in parts)
