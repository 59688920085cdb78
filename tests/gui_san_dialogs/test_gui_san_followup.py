"""What follows a new volume: its export, then the VM that gets it; nothing after a failure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.san.followup import FollowUps
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.vmdisk import DiskAttach
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.session.opening import open_demo


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


def ended(state: TaskState = TaskState.DONE, name: str = "web1") -> Task:
    key = Key(Kind.VOLUME, f"vg_san/{name}")
    return Task("t1", "Create", state, 0.0, 0.0, 1.0, "anna@desk3", subjects=(key,))


def test_the_export_comes_first_and_the_vm_after_it(snapshot: Snapshot) -> None:
    (vm,) = snapshot.vms_named("db1")
    volume = snapshot.san.volume("vg_san", "web1")
    assert volume is not None
    wanted = FollowUps()
    wanted.expect("vg_san", "web1", vm=vm.uuid)
    first, second = (wanted.after(ended(), snapshot) for _ in range(2))
    assert first is not None
    assert second is not None
    assert isinstance(first.draft, LunExport)
    assert second.draft == DiskAttach(vm.uuid, volume.lun)
    assert wanted.after(ended(), snapshot) is None


def test_without_a_vm_the_export_is_all(snapshot: Snapshot) -> None:
    wanted = FollowUps()
    wanted.expect("vg_san", "web1", vm="")
    assert wanted.after(ended(), snapshot) is not None
    assert wanted.after(ended(), snapshot) is None


def test_nothing_follows_a_failure(snapshot: Snapshot) -> None:
    wanted = FollowUps()
    wanted.expect("vg_san", "web1", vm="")
    assert wanted.after(ended(TaskState.FAILED), snapshot) is None
    assert wanted.after(ended(), snapshot) is None


def test_another_volume_is_none_of_its_business(snapshot: Snapshot) -> None:
    wanted = FollowUps()
    wanted.expect("vg_san", "web1", vm="")
    assert wanted.after(ended(name="db1"), snapshot) is None
