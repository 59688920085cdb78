"""The first replica of a SAN: what it is made of while there is no other one to go by."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from labsan import GIB, lab_snapshot, volume
from sanplans import codes, lines
from simcluster import SimCluster, done, few_guests

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.san.binpurge import BinPurge
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.vmdisk import DiskDetach
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.sim.blueprint import Blueprint

ADDRESSES = {"san1": "10.10.1.11", "san2": "10.10.1.12"}


def bare(version: str = "", **san: object) -> Snapshot:
    """The laboratory without a replica; Pacemaker's clones of them are gone too."""
    snapshot = lab_snapshot(replicas=(), volumes=(), luns=(), drbd_version=version, **san)
    servers = {
        name: replace(s, address="san.example.org", addresses=(("sana", ADDRESSES[name]),))
        if name in ADDRESSES
        else s
        for name, s in snapshot.servers.items()
    }
    return replace(snapshot, servers=servers, vms={})


def file_of(snapshot: Snapshot, draft: VolumeCreate) -> str:
    plan = draft.plan(snapshot)
    return next(s.command.argv[-1] for s in plan.steps if s.command.argv[-2:-1] == (RES,))


RES = "/etc/drbd.d/new.res"
WRITTEN = """resource new {
    net {
        protocol C;
        verify-alg crc32c;
    }
    on san1 {
        device /dev/drbd1 minor 1;
        disk /dev/vg_san/new;
        meta-disk internal;
        address ipv4 10.10.1.11:7788;
    }
    on san2 {
        device /dev/drbd1 minor 1;
        disk /dev/vg_san/new;
        meta-disk internal;
        address ipv4 10.10.1.12:7788;
    }
}
"""


def test_the_first_one_says_itself_how_it_mirrors() -> None:
    assert file_of(bare("8.4.11"), VolumeCreate("new", GIB)) == WRITTEN
    assert "node-id 1;" in file_of(bare("9.2.4"), VolumeCreate("new", GIB))


def test_where_nothing_says_whether_it_is_mirrored_one_has_to() -> None:
    snapshot = bare()
    assert codes(VolumeCreate("new", GIB), snapshot) == ["mirror-open"]
    said = lines(VolumeCreate("new", GIB, mirrored=True).plan(snapshot))
    assert [line for line in said if "modprobe" in line] == [
        "san1: modprobe drbd",
        "san2: modprobe drbd",
    ]
    plain = lines(VolumeCreate("new", GIB, mirrored=False).plan(snapshot))
    assert [line.split(":")[0] for line in plain] == ["san1"]


def test_what_is_known_decides() -> None:
    snapshot = bare()
    used = replace(snapshot, san=replace(snapshot.san, volumes=(volume("data", lun="x"),)))
    assert codes(VolumeCreate("new", GIB), used) == []
    assert codes(VolumeCreate("new", GIB, mirrored=True), used) == ["not-mirrored"]
    same = tuple(replace(g, uuid="MoQ9gm") for g in snapshot.san.groups)
    shared = replace(snapshot, san=replace(snapshot.san, groups=same, drbd_version="8.4.11"))
    assert [s.host for s in VolumeCreate("new", GIB).plan(shared).steps] == ["san1"]
    lone = replace(snapshot, san=replace(snapshot.san, groups=same[:1]))
    assert codes(VolumeCreate("new", GIB, mirrored=True), lone) == ["not-mirrored"]
    assert codes(VolumeCreate("new", GIB, mirrored=False), bare("8.4.11")) == ["mirrored"]


def test_an_unknown_network_is_named_with_those_that_there_are() -> None:
    (problem,) = VolumeCreate("new", GIB, network="sanx").problems(bare("8.4.11"))
    assert (problem.code, problem.next_step) == ("no-network", "The networks are sana.")


@pytest.fixture
def blueprint() -> Blueprint:
    return few_guests("test3")


def test_the_last_one_goes_and_a_first_one_comes_and_the_second_one_is_like_it(
    sim: SimCluster, journal: Journal
) -> None:
    (old,) = sim.snapshot.san.volumes
    vm = sim.vm("test3")
    done(sim, journal, DiskDetach(vm.uuid, old.lun))
    done(sim, journal, LunWithdraw(old.lun))
    done(sim, journal, VolumeRename(old.group, old.name, "old"))
    cib = sim.snapshot.pacemaker.configuration
    for kind in ("colocation", "order"):
        assert re.search(rf"<rsc_{kind} [^>]*ms_drbd_old", cib), kind
    done(sim, journal, VolumeDelete(old.group, "old"))
    done(sim, journal, BinPurge(0))
    assert sim.snapshot.san.replicas == ()
    done(sim, journal, VolumeCreate("first", GIB))
    done(sim, journal, LunExport("vg_san", "first"))
    done(sim, journal, VolumeCreate("second", GIB, initial_sync=False))
    san = sim.snapshot.san
    assert {r.name: r.is_in_sync for r in san.replicas} == {"first": True, "second": True}
    assert san.replicas[0].addresses == san.replicas[1].addresses
    assert san.volumes[0].lun
