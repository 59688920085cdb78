"""New VMs by a network installer: its kernel first, their own disk ever after; secret answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from newvms import new_vm, traces
from sanplans import codes, lines, titles
from simcluster import SimCluster

from xenadmin_gui.domain.installer import INSTALLERS, Installer
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import StepState, TaskState
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.sim.guests import begin_shutdown

SECRET = "correct-horse"
DEBIAN = Installer(
    kernel=f"{INSTALLERS}/debian-12/linux",
    initrd=f"{INSTALLERS}/debian-12/initrd.gz",
    answers=f"#_preseed_V1\nd-i passwd/root-password password {SECRET}\n",
)
PROTECTED, PLAIN = new_vm("new1"), new_vm("new2", protect=False)
GRUB = "grub-i386-xen_pvh.bin</kernel>"


@pytest.fixture(scope="module")
def cluster() -> Iterator[SimCluster]:
    made = SimCluster()
    yield made
    made.close()


def test_what_cannot_be_is_told(cluster: SimCluster) -> None:
    draft, snapshot = VmInstall((PROTECTED,), installer=DEBIAN), cluster.snapshot
    assert codes(draft, snapshot) == []
    for changes, code in (
        ({"kernel": "linux"}, "bad-kernel"),
        ({"answers": "Dear diary"}, "bad-answers"),
        ({"kind": VmKind.HVM}, "bad-boot"),
        ({"boot": "firmware"}, "bad-boot"),
        ({"kind": VmKind.KVM}, "hypervisor"),
    ):
        assert codes(replace(draft, installer=replace(DEBIAN, **changes)), snapshot) == [code]
    still = replace(PROTECTED, start=False)
    assert codes(replace(draft, vms=(still,)), snapshot) == ["not-started"]
    assert codes(replace(draft, template="leap-15"), snapshot) == ["bad-source"]


def test_it_starts_with_the_installer_and_then_from_its_disk(cluster: SimCluster) -> None:
    for new, ends in ((PROTECTED, "destroy"), (PLAIN, "restart")):
        plan = VmInstall((new,), installer=DEBIAN).plan(cluster.snapshot)
        given = [s.command.argv[-1] for s in plan.steps if "<domain" in s.command.argv[-1]]
        first = next(xml for xml in given if "/linux</kernel>" in xml)
        assert f"{INSTALLERS}/{new.uuid}/initrd</initrd>" in first
        assert f"<on_reboot>{ends}</on_reboot>" in first
        assert "auto=true priority=critical console=hvc0</cmdline>" in first
        assert GRUB in given[-1]
        assert "<initrd>" not in given[-1]
        assert "<on_reboot>restart</on_reboot>" in given[-1]
        said = titles(plan)
        assert said.index("tart new") < said.index("from its own disk the next time")
    without = VmInstall((PLAIN,), installer=replace(DEBIAN, answers=""))
    text = "\n".join(lines(without.plan(cluster.snapshot)))
    assert "/run/xenadmin" not in text
    assert f"{DEBIAN.initrd}</initrd>" in text


def test_answers_are_in_no_plan_that_is_shown_or_kept(cluster: SimCluster) -> None:
    plan = VmInstall((PROTECTED,), installer=DEBIAN).plan(cluster.snapshot)
    kept = plan_to_text(plan)
    assert SECRET not in kept
    assert SECRET not in repr(preview(plan, cluster.snapshot))
    assert any(step.needs_input for step in plan_from_text(kept).steps)


def test_the_installer_runs_and_nothing_of_it_is_left(cluster: SimCluster, tmp_path: Path) -> None:
    draft = VmInstall((PROTECTED, PLAIN), installer=DEBIAN)
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    runner = Runner(cluster, journal)
    task = runner.run(draft.plan(cluster.snapshot), cluster.context())
    assert task.state is TaskState.DONE, task.reason
    assert SECRET.encode() not in (tmp_path / "journal.db").read_bytes()
    with cluster.world.transaction() as state:
        runs = {run.uuid: (host, run) for host, its in state.runs.items() for run in its.values()}
        for new in draft.vms:
            assert "/linux</kernel>" in runs[new.uuid][1].xml
        left = [p for m in state.machines.values() for p in m.files if new.uuid in p]
        assert not [path for path in left if path.startswith((INSTALLERS, "/run/"))]
        host, run = runs[PLAIN.uuid]
        begin_shutdown(cluster.world, host, run, then_start=True)
    cluster.clock.advance(60)
    with cluster.world.transaction() as state:
        assert GRUB in state.runs[host][PLAIN.uuid].xml
    journal.close()


def test_a_plan_that_lost_its_answers_leaves_nothing(tmp_path: Path) -> None:
    cluster = SimCluster()
    before = traces(cluster, "new1")
    plan = VmInstall((PROTECTED,), installer=DEBIAN).plan(cluster.snapshot)
    forgotten = plan_from_text(plan_to_text(plan))
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    task = Runner(cluster, journal).run(forgotten, cluster.context())
    assert task.state is TaskState.FAILED
    assert [s.state for s in task.steps if s.state is StepState.FAILED] == [StepState.FAILED]
    assert traces(cluster, "new1") == before
    journal.close()
    cluster.close()
