"""Plans about the SAN that were cut off anywhere: continued or rolled back, no half LUN is left.

One run keeps a copy of world and journal at each thing that the journal puts on disk: what a
program leaves that is killed there. ``XENADMIN_CUT_EVERY=1`` keeps all of them, else few are.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from simcluster import SimCluster, few_guests
from test_operations_cutoff import in_a_process_of_its_own

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.sanholds import cib_ids
from xenadmin_gui.operations.tasks import TaskState

GIB = 1024**3
GROUP, NAME = "vg_san", "spare"
EVERY = int(os.environ.get("XENADMIN_CUT_EVERY", "41"))

Make = Callable[[Snapshot], Draft]
Facts = dict[str, object]


def lun_in(snapshot: Snapshot) -> str:
    return next((v.lun for v in snapshot.san.volumes if v.name == NAME), "")


STORY: list[tuple[str, Make]] = [
    ("create", lambda snapshot: VolumeCreate(NAME, GIB)),
    ("export", lambda snapshot: LunExport(GROUP, NAME)),
    ("withdraw", lambda snapshot: LunWithdraw(lun_in(snapshot))),
    ("delete", lambda snapshot: VolumeDelete(GROUP, NAME)),
    ("restore", lambda snapshot: VolumeRestore(GROUP, NAME)),
    ("purge", lambda snapshot: VolumeDelete(GROUP, NAME, purge=True)),
]
CUT = ["create", "export", "withdraw", "delete", "restore"]


class CopyingJournal(Journal):
    """Keeps a copy of the place before and after everything that it puts on disk."""

    def __init__(self, place: Path, cluster: SimCluster, copies: Path) -> None:
        self._place, self._copies, self._number = place, copies, 0
        super().__init__(place / "journal.db", clock=cluster.clock)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._copy()
        with super()._transaction() as connection:
            yield connection
        self._copy()

    def _copy(self) -> None:
        self._number += 1
        if self._number % EVERY != EVERY // 2:
            return
        shutil.copytree(self._place, self._copies / str(self._number))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the whole story; each act leaves the place before it, its copies, and what was then."""
    place = tmp_path_factory.mktemp("san")

    def tell() -> None:
        here = place / "now"
        (here / "world").mkdir(parents=True)
        cluster = SimCluster(here / "world", few_guests("test3", "vpn"))
        for act, make in STORY:
            (place / act).mkdir()
            shutil.copytree(here, place / act / "before")
            journal = CopyingJournal(here, cluster, place / act)
            snapshot = cluster.refresh(None, cluster.context())
            task = Runner(cluster, journal).run(make(snapshot).plan(snapshot), cluster.context())
            journal.close()
            assert task.state is TaskState.DONE, (act, task)
            (place / act / "facts").write_text(repr(facts(cluster)))
            (here / "journal.db").unlink()
        cluster.close()

    assert in_a_process_of_its_own(tell) == 0
    return place


def facts(cluster: SimCluster) -> Facts:
    """What is there of the volume, its replica, its LUN; and when the target last started."""
    snapshot = cluster.refresh(None, cluster.context())
    san = snapshot.san
    ids = cib_ids(snapshot.pacemaker.configuration)
    wwid = lun_in(snapshot)
    volumes = [v for v in san.volumes if v.former_name == NAME]
    return {
        "volumes": sorted((v.deleted_at is not None, v.servers) for v in volumes),
        "replicas": [
            (side.server, side.is_up, side.role, side.disk)
            for replica in san.replicas
            for side in replica.sides
            if replica.name == NAME
        ],
        "cib": sorted(i for i in ids if NAME in i or "xenadmin-helper" in i),
        "luns": [lun.server for lun in san.luns if wwid and lun.wwid == wwid],
        "paths": sorted((m.host, len(m.paths)) for m in san.multipaths if m.wwid == wwid),
        "devices": len(san.multipaths),
        "target": started_at(cluster, "p_target"),
        "address": started_at(cluster, "p_ip_management"),
    }


def started_at(cluster: SimCluster, resource: str) -> float:
    """World seconds at which a resource was last started or stopped on san1; 0 if never."""
    with cluster.world.transaction() as state:
        history = state.pacemaker.members["san1"].history.get(resource)
        return 0.0 if history is None else history.operations["last_0"].changed_at


def cuts_of(story: Path, act: str, choice: Choice) -> list[Path]:
    """Return the copies to take up; where few were kept, each choice has others."""
    numbers = sorted(int(p.name) for p in (story / act).iterdir() if p.name.isdecimal())
    if EVERY > 1:
        numbers = numbers[choice is Choice.ROLL_BACK :: 2] or numbers
    return [story / act / str(number) for number in numbers]


def take_up(place: Path, choice: Choice) -> tuple[TaskState | None, Facts]:
    """Take the interrupted task up in a copy of ``place``; None when there is none."""
    copy = place.with_name(f"{place.name}-{choice}")
    shutil.copytree(place, copy)
    cluster = SimCluster(copy / "world")
    journal = Journal(copy / "journal.db", clock=cluster.clock)
    try:
        found = journal.interrupted()
        if not found:
            return None, facts(cluster)
        task = Runner(cluster, journal).resume(found[0].id, choice, cluster.context())
        ends = {Choice.CONTINUE: TaskState.DONE, Choice.ROLL_BACK: TaskState.ROLLED_BACK}
        trouble = "" if task.state is ends[choice] else f"{task.reason} {task.failures}"
        return task.state, facts(cluster) | ({"trouble": trouble} if trouble else {})
    finally:
        journal.close()
        cluster.close()
        shutil.rmtree(copy)


def strange(story: Path, act: str, choice: Choice, wanted: str) -> list[tuple[str, Facts]]:
    """Return every cut that does not end as wanted, with what it left."""
    ends = [(place.name, *take_up(place, choice)) for place in cuts_of(story, act, choice)]
    return [(name, now) for name, state, now in ends if state is not None and repr(now) != wanted]


@pytest.mark.parametrize("act", CUT)
def test_what_was_cut_off_is_brought_to_its_end(story: Path, act: str) -> None:
    whole = (story / act / "facts").read_text()
    assert strange(story, act, Choice.CONTINUE, whole) == []


@pytest.mark.parametrize("act", CUT)
def test_what_was_cut_off_is_taken_back_as_if_nothing_had_been(story: Path, act: str) -> None:
    cluster = SimCluster(story / act / "before" / "world")
    before = repr(facts(cluster))
    cluster.close()
    assert strange(story, act, Choice.ROLL_BACK, before) == []
