"""A SAN without Pacemaker that runs what it has not saved: said, and saved when that is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sanplans import codes
from simcluster import SimCluster, done, run

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.san.liosave import LioSave
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.saveconfig import PATH
from xenadmin_gui.sim.small import small_blueprint

GIB = 1024**3
SERVER, GROUP, IQN = "store1", "vg_store", "iqn.2024-03.net.example:san"
LIST = f"/iscsi/{IQN}/tpg1/acls/iqn.2024-03.net.example:xen1"


@pytest.fixture
def blueprint() -> Blueprint:
    return small_blueprint()


def by_hand(sim: SimCluster, *argv: str) -> None:
    told = {"timeout_s": 60.0, "origin": "", "plan_id": ""}
    result = sim.run(SERVER, Command(argv), sim.context(), **told)  # type: ignore[arg-type]
    assert result.exit_status == 0, result.stderr
    sim.refresh([SERVER], sim.context())


def unsaved(sim: SimCluster) -> list[Finding]:
    return [f for f in sim.snapshot.findings if f.code == "lio-unsaved"]


def test_an_unsaved_backstore_is_told_and_saved_without_a_loss(
    sim: SimCluster, journal: Journal
) -> None:
    sim.refresh([SERVER], sim.context())
    assert unsaved(sim) == []
    assert codes(LioSave(SERVER), sim.snapshot) == ["saved"]
    done(sim, journal, VolumeCreate("extra", GIB))
    words = ("name=extra", f"dev=/dev/{GROUP}/extra", "readonly=false", "wwn=12345678")
    by_hand(sim, "targetcli", "/backstores/block", "create", *words)
    (said,) = unsaved(sim)
    assert "Gone after its next start: storage_objects/block/extra." in said.sentence
    assert said.subject == sim.snapshot.servers[SERVER].key

    plan = LioSave(SERVER).plan(sim.snapshot)
    assert plan.confirm == ""
    done(sim, journal, LioSave(SERVER))
    assert unsaved(sim) == []
    assert '"name": "extra"' in sim.world.state.machines[SERVER].files[PATH]


def test_what_saving_loses_is_named_and_comes_back_when_it_is_rolled_back(
    sim: SimCluster, journal: Journal
) -> None:
    by_hand(sim, "targetcli", LIST, "set", "auth", "userid=admin")
    by_hand(sim, "targetcli", "saveconfig")
    before = sim.world.state.machines[SERVER].files[PATH]
    by_hand(sim, "targetcli", LIST, "set", "auth", "userid=other")
    (said,) = unsaved(sim)
    place = f"targets/{IQN}/tpgs/tpg1/node_acls/iqn.2024-03.net.example:xen1/chap_userid"
    assert said.sentence.endswith(f"Set otherwise than it was saved: {place}.")

    plan = LioSave(SERVER).plan(sim.snapshot)
    assert plan.confirm == SERVER
    assert place in plan.subjects[0].reason
    task = run(sim, journal, LioSave(SERVER))
    assert task.state is TaskState.DONE
    assert sim.world.state.machines[SERVER].files[PATH] != before
    copy = PATH.replace("saveconfig", "xenadmin-before-save")
    assert sim.world.state.machines[SERVER].files[copy] == before


def test_it_is_refused_when_something_else_differs_by_then(
    sim: SimCluster, journal: Journal
) -> None:
    by_hand(sim, "targetcli", LIST, "set", "auth", "userid=other")
    plan = LioSave(SERVER).plan(sim.snapshot)
    by_hand(sim, "targetcli", LIST, "set", "auth", "password=secret")
    task = Runner(sim, journal).run(plan, sim.context())
    assert task.state is TaskState.FAILED
    assert "nothing was sent" in task.reason
    assert "secret" not in "".join(f.sentence for f in unsaved(sim))


def test_pacemaker_and_a_silent_server_are_reasons_against_it(sim: SimCluster) -> None:
    snapshot = sim.snapshot
    san = replace(snapshot.san, lio_services=())
    assert codes(LioSave(SERVER), replace(snapshot, san=san)) == ["not-told"]
    assert codes(LioSave("nobody"), snapshot) == ["no-server"]
