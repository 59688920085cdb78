"""Templates, clones, deletions and moves that were cut off: taken back, or brought to their end.

The program ends right before or right after a command, as when it is killed there; few places are
tried, ``XENADMIN_CUT_EVERY=1`` tries all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from newvms import GIB, GROUP, new_vm, traces
from simcluster import SimCluster

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import LIBRARY, Template
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vmlife.delete import VmDelete
from xenadmin_gui.sim.demo import demo_blueprint
from xenadmin_gui.sim.library import large_file

FAST = "vg_fast"
GOLD = Template("golden", image="disk.raw.zst")
PATH = "/root/golden.raw.zst"
EVERY = int(os.environ.get("XENADMIN_CUT_EVERY", "0"))


@dataclass(frozen=True)
class Act:
    """A kind of plan.

    Attributes:
        back: Commands around which it is cut off and taken back; the first is 1.
        on: The command around which it is cut off and continued.
        ended: What is there once it has come to its end.
    """

    draft: Callable[[Snapshot], Draft]
    back: tuple[int, ...]
    on: int
    ended: Callable[[Snapshot], bool]


def uuid_of(snapshot: Snapshot) -> str:
    return snapshot.vms_named("test3")[0].uuid


ACTS = {
    "template": Act(
        lambda s: TemplateFromVm(uuid_of(s), GOLD, snapshot=True),
        (1, 2, 5),
        3,
        lambda s: bool((t := s.template("golden")) and t.servers == ("san1", "san2")),
    ),
    "import": Act(
        lambda s: TemplateImport(GOLD, "san1", PATH, file_bytes=300 << 20),
        (1, 2, 3, 4),
        2,
        lambda s: bool((t := s.template("golden")) and t.servers == ("san1", "san2")),
    ),
    "clone": Act(
        lambda s: VmClone(
            uuid_of(s),
            new_vm("copy", disk_bytes=20 * GIB, protect=False, group=GROUP),
            as_it_is=True,
        ),
        (1, 9, 20),
        12,
        lambda s: [str(vm.state) for vm in s.vms_named("copy")] == ["running"],
    ),
    "delete": Act(
        lambda s: VmDelete(uuid_of(s)),
        (2, 9, 14),
        11,
        lambda s: not s.vms_named("test3") and [vm.name for vm in s.deleted] == ["test3"],
    ),
    "move": Act(
        lambda s: VolumeMove(GROUP, "test3", FAST, "test3b"),
        (2, 7),
        13,
        lambda s: bool((v := s.san.volume(FAST, "test3b")) and v.used_by == (uuid_of(s),)),
    ),
}


@pytest.fixture
def sim() -> Iterator[SimCluster]:
    """Two guests and a second volume group."""
    plan = demo_blueprint()
    few = tuple(replace(g, apart_from="") for g in plan.guests if g.name in ("vpn", "test3"))
    sim = SimCluster(blueprint=replace(plan, guests=few, more_groups={FAST: 65536}))
    with sim.world.transaction() as state:
        state.machines["san1"].files[PATH] = large_file("image", 300 << 20)
    yield sim
    sim.close()


@pytest.fixture
def book(tmp_path: Path, sim: SimCluster) -> Iterator[Journal]:
    journal = Journal(tmp_path / "sim.db", clock=sim.clock)
    yield journal
    journal.close()


def cut_off(sim: SimCluster, book: Journal, draft: Draft, number: int, *, late: bool) -> bool:
    """End the program before a plan's command, or after it; False when there are not so many."""
    plan, real, count = draft.plan(sim.snapshot), sim.run, 0
    own = {step.command.argv for step in plan.steps}

    def cut(host: str, command: Command, context: Any, **rest: Any) -> Any:
        nonlocal count
        count += command.argv in own
        is_here = command.argv in own and count == number
        if is_here and not late:
            raise KeyboardInterrupt
        result = real(host, command, context, **rest)
        if is_here:
            raise KeyboardInterrupt
        return result

    sim.run = cut  # type: ignore[method-assign]
    try:
        Runner(sim, book).run(plan, sim.context())
    except KeyboardInterrupt:
        return True
    finally:
        sim.run = real  # type: ignore[method-assign]
    return False


def facts(sim: SimCluster) -> dict[str, object]:
    """Everything that an act changes; what is known of stale disks has had time to settle."""
    sim.drill.advance(90)
    found = traces(sim, "copy") | {"luns": sorted(map(repr, sim.snapshot.san.luns))}
    with sim.world.transaction() as state:
        found["library"] = sorted(
            f"{machine.name}:{path}"
            for machine in state.machines.values()
            for path in machine.files
            if path.startswith((LIBRARY, "/etc/xenadmin/deleted/")) and "/." not in path[20:]
        )
    return found


@pytest.mark.parametrize("name", ACTS)
def test_what_was_cut_off_is_taken_back_and_later_brought_to_its_end(
    sim: SimCluster, book: Journal, name: str
) -> None:
    act, before = ACTS[name], facts(sim)
    steps = len(act.draft(sim.snapshot).plan(sim.snapshot).steps)
    numbers = act.back if EVERY == 0 else tuple(range(1, max(act.back) + 1, EVERY))
    for number in numbers:
        for late in (False, True) if EVERY else (bool(number % 2),):
            assert cut_off(sim, book, act.draft(sim.snapshot), number, late=late), (number, steps)
            (task,) = book.interrupted()
            ended = Runner(sim, book).resume(task.id, Choice.ROLL_BACK, sim.context())
            assert ended.state is TaskState.ROLLED_BACK, (number, late, ended.failures)
            assert facts(sim) == before, (number, late)
    assert cut_off(sim, book, act.draft(sim.snapshot), act.on, late=True), steps
    (task,) = book.interrupted()
    ended = Runner(sim, book).resume(task.id, Choice.CONTINUE, sim.context())
    assert ended.state is TaskState.DONE, ended.failures
    facts(sim)
    assert act.ended(sim.refresh(None, sim.context()))
