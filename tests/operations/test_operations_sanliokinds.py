"""Which kind of SAN is recognised without Pacemaker, and what is refused or planned there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from labsan import FREE, lab_snapshot
from labsan import IQN as LAB_IQN
from sanplans import codes, lines
from simcluster import SimCluster
from test_operations_sanlio import GIB, GROUP, IQN, SERVER, done

from xenadmin_gui.domain.lio import LioService
from xenadmin_gui.domain.pacemaker import Node, Pacemaker
from xenadmin_gui.domain.san import San, Target
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.kind import kind_sentence
from xenadmin_gui.operations.san.layout import ServedBy, san_layout
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.switchover import SanMaintenance
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.session.check import Verdict, check_cluster
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.build import config_of
from xenadmin_gui.sim.connector import SimConnector
from xenadmin_gui.sim.small import small_blueprint


@pytest.fixture
def blueprint() -> Blueprint:
    return small_blueprint()


def test_the_kind_is_recognised(sim: SimCluster) -> None:
    layout = san_layout(sim.snapshot)
    assert (layout.served_by, layout.active, layout.iqn) == (ServedBy.LIO, SERVER, IQN)
    sentence = "Single server, LIO by systemd (rtslib-fb-targetctl.service)."
    assert kind_sentence(layout) == sentence
    assert [f.sentence for f in sim.snapshot.findings] == []


def changed(snapshot: Snapshot, **san: Any) -> Snapshot:
    return replace(snapshot, san=replace(snapshot.san, **san))


def test_what_is_refused(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    snapshot, export = sim.snapshot, LunExport(GROUP, "data")
    unit = "rtslib-fb-targetctl.service"
    assert codes(export, snapshot) == []
    assert codes(replace(export, number=256), snapshot) == ["number-taken"]
    assert codes(export, changed(snapshot, lio_services=())) == ["not-kept"]
    off = (LioService(SERVER, unit, is_enabled=False),)
    assert codes(export, changed(snapshot, lio_services=off)) == ["not-kept"]
    (target,) = snapshot.san.targets
    two = (target, replace(target, iqn="iqn.2026-11.example:two"))
    assert codes(export, changed(snapshot, targets=two, luns=())) == ["many-targets"]
    split = (replace(target, tags=(1, 2)),)
    assert codes(export, changed(snapshot, targets=split, luns=())) == ["many-targets"]
    apart = (target, replace(two[1], server="store2"))
    shared_out = changed(snapshot, targets=apart)
    assert codes(VolumeCreate("more", GIB), shared_out) == []
    assert codes(VolumeCreate("more", GIB, server="store2"), shared_out) == ["san-degraded"]
    assert codes(SanMaintenance(SERVER, on=True), snapshot) == ["no-pacemaker"]
    assert codes(InitiatorDraft(InitiatorVerb.FORBID, ("xen1",)), snapshot) == ["has-vms"]
    idle = replace(changed(snapshot, sessions=()), vms={})
    both = InitiatorDraft(InitiatorVerb.FORBID, ("xen1", "xen2"))
    assert codes(both, idle) == ["last-initiator"]


def test_the_target_is_the_one_named_else_the_most_fitting_one(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VolumeCreate("data", GIB))
    snapshot, export = sim.snapshot, LunExport(GROUP, "data")
    (target,) = snapshot.san.targets
    other = "iqn.2026-11.example:two"
    two = changed(snapshot, targets=(target, replace(target, iqn=other)))
    split = changed(snapshot, targets=(replace(target, tags=(1, 2)),))

    def place(snapshot: Snapshot, wanted: str = "") -> str:
        commands = lines(replace(export, target=wanted).plan(snapshot))
        return next(line.split()[2] for line in commands if "/luns create" in line)

    assert place(two) == f"/iscsi/{IQN}/tpg1/luns"
    assert place(two, other) == f"/iscsi/{other}/tpg1/luns"
    assert place(split) == f"/iscsi/{IQN}/tpg1/luns"
    assert place(split, f"{IQN}/tpg2") == f"/iscsi/{IQN}/tpg2/luns"
    assert san_layout(split).choices == (f"{IQN}/tpg1", f"{IQN}/tpg2")
    assert codes(replace(export, target="iqn.nobody"), two) == ["many-targets"]
    # Each portal group counts its LUNs by itself.
    assert " lun=1 " in "".join(lines(replace(export, target=f"{IQN}/tpg2").plan(split)))


def test_pacemaker_that_does_not_answer_is_not_taken_for_none(sim: SimCluster) -> None:
    def served_by(pacemaker: Pacemaker) -> ServedBy:
        return san_layout(replace(sim.snapshot, pacemaker=pacemaker)).served_by

    of_hosts = Pacemaker(
        seen_from="xen1", configuration="<configuration/>", nodes=(Node("xen1", online=True),)
    )
    assert served_by(of_hosts) is ServedBy.LIO
    assert served_by(replace(of_hosts, configuration="")) is ServedBy.NOBODY
    assert served_by(replace(of_hosts, reason="xen1 does not answer.")) is ServedBy.NOBODY
    stopped = replace(of_hosts, nodes=(Node(SERVER, online=False),))
    assert served_by(stopped) is ServedBy.NOBODY
    assert served_by(Pacemaker(reason="crm_mon: Connection refused")) is ServedBy.NOBODY
    empty = replace(sim.snapshot, san=San())
    assert san_layout(empty).reason.startswith("Nobody serves this SAN")


def pair() -> Snapshot:
    """The laboratory as it would be without Pacemaker."""
    snapshot = lab_snapshot()
    services = (LioService("san1", "target.service", is_enabled=True),)
    targets = (Target(LAB_IQN, server="san1", tags=(1,)),)
    bare = changed(snapshot, lio_services=services, targets=targets)
    return replace(bare, pacemaker=Pacemaker())


def test_a_pair_with_replicas_and_without_pacemaker_has_drbd_do_it_alone() -> None:
    snapshot = pair()
    assert kind_sentence(san_layout(snapshot)) == "2 SAN servers, LIO by systemd (target.service)."
    made = lines(VolumeCreate("new", GIB).plan(snapshot))
    assert made[-1] == "san1: drbdadm primary new"
    assert not any("cibadmin" in line for line in made)
    gone = lines(VolumeDelete("vg_san", FREE).plan(snapshot))
    assert gone[:3] == [
        f"san1: drbdadm secondary {FREE}",
        f"san1: drbdadm down {FREE}",
        f"san2: drbdadm down {FREE}",
    ]
    renamed = lines(VolumeRename("vg_san", FREE, "other").plan(snapshot))
    assert renamed[-1] == "san1: drbdadm primary other"
    offered = lines(LunExport("vg_san", FREE).plan(snapshot))
    assert "create name=pv1 dev=/dev/drbd3 " in offered[1]
    assert "/etc/target/saveconfig.json" in offered[0]


def test_the_check_of_the_cluster_names_the_kind_and_asks_for_no_pacemaker(
    sim: SimCluster,
) -> None:
    config = config_of(small_blueprint())
    connector = SimConnector(sim.world, sim.clock)
    checks = check_cluster(config, connector, sim.snapshot, sim.context())
    assert [c.sentence for c in checks if c.name == "SAN"] == [
        "Single server, LIO by systemd (rtslib-fb-targetctl.service)."
    ]
    assert [c.sentence for c in checks if c.verdict is Verdict.FAILED] == []
    connector.close()
