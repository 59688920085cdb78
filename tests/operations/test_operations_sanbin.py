"""The recycle bin is emptied of what lies in it long enough."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sanplans import codes, lines
from simcluster import SimCluster, done, few_guests

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.san import deleted_name
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.san.binpurge import CONFIRM_SEVERAL, DAY_S, BinPurge
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.sim.blueprint import Blueprint

GROUP = "vg_san"
MIB = 1024**2


def with_bin(snapshot: Snapshot, **ages_days: float) -> Snapshot:
    """The same with volumes in the recycle bin, each that many days old."""
    example = next(v for v in snapshot.san.volumes if v.name == "vpn")
    made = tuple(
        replace(
            example, name=deleted_name(name, snapshot.taken_at - days * DAY_S), lun="", used_by=()
        )
        for name, days in ages_days.items()
    )
    return replace(snapshot, san=replace(snapshot.san, volumes=(*snapshot.san.volumes, *made)))


def test_only_what_is_old_enough_goes(snapshot: Snapshot) -> None:
    shown = with_bin(snapshot, old=31, young=29)
    plan = BinPurge(30 * DAY_S).plan(shown)
    removed = [line for line in lines(plan) if "lvremove" in line]
    assert len(removed) == 2
    assert all("/old.deleted-" in line for line in removed)
    assert plan.confirm == "old"
    assert not any(v.former_name == "old" for v in preview(plan, shown).after.san.volumes)


def test_several_ask_for_the_bins_name_and_tell_what_is_lost(snapshot: Snapshot) -> None:
    shown = with_bin(snapshot, one=40, other=50)
    plan = BinPurge(30 * DAY_S).plan(shown)
    assert plan.confirm == CONFIRM_SEVERAL
    assert plan.title == "Remove other, one from the recycle bin for good"
    assert sum("lost for good" in note for note in preview(plan, shown).notes) == 4
    assert [s.number for s in plan.steps] == list(range(1, len(plan.steps) + 1))


def test_what_cannot_go_stays_and_says_why(snapshot: Snapshot) -> None:
    shown = with_bin(snapshot, one=40, other=50)
    vm = next(iter(snapshot.vms))
    used = tuple(
        replace(v, used_by=(vm,)) if v.former_name == "one" else v for v in shown.san.volumes
    )
    # A volume of the bin that a VM uses is removed by nobody: its step would be refused.
    plan = BinPurge(0).plan(replace(shown, san=replace(shown.san, volumes=used)))
    verdicts = {s.name: s.verdict for s in plan.subjects}
    assert verdicts == {"one": Verdict.CANNOT, "other": Verdict.WILL_DO}
    assert plan.confirm == "other"


def test_nothing_old_enough_is_no_plan(snapshot: Snapshot) -> None:
    assert codes(BinPurge(DAY_S), snapshot) == ["bin-young"]
    assert codes(BinPurge(30 * DAY_S), with_bin(snapshot, young=29)) == ["bin-young"]
    assert codes(BinPurge(-1), snapshot) == ["bad-age"]
    with pytest.raises(PreconditionError, match="older than 30 days"):
        BinPurge(30 * DAY_S).plan(with_bin(snapshot, young=29))


@pytest.fixture
def blueprint() -> Blueprint:
    return few_guests("vpn")


def test_the_bin_is_emptied_on_both_servers(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("spare", 64 * MIB, initial_sync=False))
    done(sim, journal, VolumeDelete(GROUP, "spare"))
    done(sim, journal, BinPurge(0))
    assert not any(v.former_name == "spare" for v in sim.snapshot.san.volumes)
    files = [f for m in sim.world.state.machines.values() for f in m.files if "spare" in f]
    assert files == []
