"""What a task makes or deletes is shown as that, and only what it leaves half done is an alarm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.runner import Choice
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.tasks import Task, TaskState, TaskStep
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session

GIB = 1024**3
BAD = (Health.FAILED, Health.DEGRADED)
NAME = "fresh"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_demo(tmp_path / "demo", virtual=True)
    yield made
    made.close()


def seen(snapshots: list[Snapshot]) -> list[tuple[Health, str]]:
    """Health and words of the new replica, wherever it was seen."""
    replicas = [r for s in snapshots for r in s.san.replicas if r.name == NAME]
    found = [(r.health, "" if r.work is None else r.work.words) for r in replicas]
    return list(dict.fromkeys(found))


def alarms(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(f.code, f.sentence) for f in snapshot.findings if f.health in BAD]


def test_what_is_made_and_deleted_is_no_alarm_on_the_way(session: Session) -> None:
    context, watched = JobContext(clock=session.clock), list[Snapshot]()
    quiet = alarms(session.refresh(context))
    session.subscribe(lambda snapshot, changed: watched.append(snapshot))

    session.run(session.plan(VolumeCreate(NAME, GIB)), context)
    assert (Health.WORKING, "being made") in seen(watched)
    assert not [health for health, _ in seen(watched) if health in BAD]
    session.refresh(context)
    assert (seen(watched)[-1]) == (Health.OK, "")

    watched.clear()
    session.run(session.plan(VolumeDelete("vg_san", NAME)), context)
    assert (Health.WORKING, "being deleted") in seen(watched)
    assert not [health for health, _ in seen(watched) if health in BAD]
    assert {tuple(alarms(snapshot)) for snapshot in watched} == {tuple(quiet)}


def broken_off(session: Session, title: str) -> Task:
    """Begin to make the volume, and cancel when a step is called so."""
    context = JobContext(clock=session.clock)
    session.refresh(context)

    def listen(task: Task, step: TaskStep) -> None:
        if step.title.startswith(title):
            context.cancel()

    with pytest.raises(Cancelled):
        session.run(session.plan(VolumeCreate(NAME, GIB)), context, listen)
    return session.tasks()[0]


@pytest.mark.parametrize("choice", [Choice.ROLL_BACK, Choice.LEAVE])
def test_what_is_left_half_made_is_an_alarm_until_it_is_dealt_with(
    session: Session, choice: Choice
) -> None:
    task = broken_off(session, "Write the metadata")
    assert task.state is TaskState.CANCELLED
    context = JobContext(clock=session.clock)
    snapshot = session.refresh(context)
    (volume,) = (v for v in snapshot.san.volumes if v.name == NAME)
    assert volume.health is Health.FAILED
    said = [f for f in snapshot.findings if f.code == "half-done" and f.subject == volume.key]
    assert [f.health for f in said] == [Health.FAILED]
    assert task.title in said[0].sentence
    assert "leave it as it is" in said[0].next_step

    session.resume(task.id, choice, context)
    snapshot = session.refresh(context)
    assert not [f for f in snapshot.findings if f.code in ("half-done", "at-work")]
    assert [v.health for v in snapshot.san.volumes if v.name == NAME] == (
        [] if choice is Choice.ROLL_BACK else [Health.OK]
    )
