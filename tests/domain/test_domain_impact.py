"""What a failure of each kind of object means for the VMs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.impact import impact
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import Pacemaker
from xenadmin_gui.domain.san import (
    ClusterIp,
    Lun,
    Multipath,
    Path,
    Replica,
    ReplicaSide,
    San,
    Session,
    Target,
    Volume,
    VolumeGroup,
)
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.vm import Protection, Vm, VmDisk

IQN = "iqn.2026-11.example:san"


def replica(name: str, minor: int, disks: tuple[str, str] = ("UpToDate", "UpToDate")) -> Replica:
    sides = (
        ReplicaSide("san1", "Primary", disks[0], "Connected", device=f"/dev/drbd{minor}"),
        ReplicaSide("san2", "Secondary", disks[1], "Connected", device=f"/dev/drbd{minor}"),
    )
    return Replica(name, sides, minor=minor, volume=f"vg/{name}", network="drbd")


def lun(name: str, number: int, device: str) -> Lun:
    return Lun(f"wwid-{name}", IQN, number, device, resource=f"p_lu_{name}", server="san1")


def multipath(host: str, name: str, state_b: str = "ready") -> Multipath:
    paths = (Path("sda", "a", "ready"), Path("sdb", "b", state_b))
    return Multipath(host, f"wwid-{name}", paths)


def vm(name: str, host: str | None, state: VmState = VmState.RUNNING) -> Vm:
    disk = VmDisk("xvda", f"/dev/mapper/wwid-{name}", wwid=f"wwid-{name}")
    return Vm(f"uuid-{name}", name, state, host, disks=(disk,))


def cluster() -> Snapshot:
    """web on xen1 has a mirrored volume, db on xen2 one that is not; db lost network b."""
    both = ("san1", "san2")
    san = San(
        replicas=(replica("web", 1),),
        groups=tuple(VolumeGroup(server, "vg", 8, 4) for server in both),
        volumes=(
            Volume("db", "vg", 4, ("san1",), lun="wwid-db", used_by=("uuid-db",)),
            Volume("off", "vg", 4, ("san1",), lun="wwid-off", used_by=("uuid-off",)),
            Volume("web", "vg", 4, both, "wwid-web", "web", used_by=("uuid-web",)),
        ),
        luns=(
            lun("web", 1, "/dev/drbd1"),
            lun("db", 2, "/dev/vg/db"),
            lun("off", 3, "/dev/vg/off"),
        ),
        sessions=tuple(
            Session(host, IQN, f"10.0.{n}.1:3260", network, "LOGGED_IN")
            for host in ("xen1", "xen2")
            for n, network in ((1, "a"), (2, "b"))
        ),
        multipaths=(
            multipath("xen1", "web"),
            multipath("xen1", "db"),
            multipath("xen2", "db", "faulty"),
        ),
        cluster_ips=(ClusterIp("10.0.1.1", "a", "p_ip_a", "san1"),),
        targets=(Target(IQN, server="san1", resource="p_target"),),
        active_server="san1",
    )
    servers = {
        name: Server(name, frozenset({role}), HostState.UP)
        for name, role in (
            ("san1", Role.SAN),
            ("san2", Role.SAN),
            ("xen1", Role.HOST),
            ("xen2", Role.HOST),
        )
    }
    vms = (vm("web", "xen1"), vm("db", "xen2"), vm("off", None, VmState.OFF))
    by_uuid = {v.uuid: v for v in vms}
    return Snapshot("test", servers=servers, vms=by_uuid, san=san, pacemaker=Pacemaker("san1"))


CASES = [
    (Key(Kind.VM, "uuid-web"), "web", ""),
    (Key(Kind.HOST, "xen1"), "web", ""),
    (Key(Kind.SAN_SERVER, "san1"), "db", "web"),
    (Key(Kind.SAN_SERVER, "san2"), "", "web"),
    (Key(Kind.REPLICA, "web"), "web", ""),
    (Key(Kind.VOLUME, "vg/db"), "db", ""),
    (Key(Kind.VOLUME_GROUP, "san1/vg"), "db", "web"),
    (Key(Kind.VOLUME_GROUP, "san2/vg"), "", "web"),
    (Key(Kind.LUN, "wwid-db"), "db", ""),
    (Key(Kind.LUN, "wwid-off"), "", ""),
    (Key(Kind.TARGET, IQN), "db web", ""),
    (Key(Kind.SESSION, "xen1/10.0.1.1:3260"), "", "web"),
    (Key(Kind.SESSION, "xen2/10.0.1.1:3260"), "db", ""),
    (Key(Kind.SESSION, "xen2/10.0.2.1:3260"), "", ""),
    (Key(Kind.MULTIPATH, "xen1/wwid-web"), "web", ""),
    (Key(Kind.MULTIPATH, "xen1/wwid-db"), "", ""),
    (Key(Kind.NETWORK, "a"), "db", "web"),
    (Key(Kind.NETWORK, "b"), "", "web"),
    (Key(Kind.NETWORK, "drbd"), "", "web"),
    (Key(Kind.CLUSTER_IP, "10.0.1.1"), "db", "web"),
    (Key(Kind.RESOURCE, "p_lu_web"), "web", ""),
    (Key(Kind.RESOURCE, "p_ip_a"), "db", "web"),
    (Key(Kind.LUN, "nobody knows it"), "", ""),
]


@pytest.mark.parametrize(("key", "stops", "loses"), CASES, ids=[str(key) for key, _, _ in CASES])
def test_what_a_failure_means(key: Key, stops: str, loses: str) -> None:
    said = impact(cluster(), key)
    assert said.stops == tuple(f"uuid-{name}" for name in stops.split())
    assert said.loses == tuple(f"uuid-{name}" for name in loses.split())
    assert said.sentence.endswith(".")
    assert all(name in said.sentence for name in (*stops.split(), *loses.split()))


def with_san(snapshot: Snapshot, san: San) -> Snapshot:
    return replace(snapshot, san=san)


def test_without_a_good_second_copy_the_active_server_takes_its_vms_along() -> None:
    snapshot = cluster()
    bad = replica("web", 1, ("UpToDate", "Inconsistent"))
    snapshot = with_san(snapshot, replace(snapshot.san, replicas=(bad,)))
    assert impact(snapshot, Key(Kind.SAN_SERVER, "san1")).stops == ("uuid-db", "uuid-web")
    assert impact(snapshot, Key(Kind.SAN_SERVER, "san2")).stops == ()


def test_a_group_over_a_replica_is_one_for_both_servers() -> None:
    snapshot = cluster()
    web = Volume("web", "vg_r", 4, ("san1",), "wwid-web", "r0", used_by=("uuid-web",))
    group = VolumeGroup("san1", "vg_r", 8, 4, replica="r0", pvs=("/dev/drbd1",))
    san = replace(snapshot.san, replicas=(replica("r0", 1),), groups=(group,), volumes=(web,))
    snapshot = with_san(snapshot, san)
    assert impact(snapshot, group.key).stops == ("uuid-web",)
    assert impact(snapshot, Key(Kind.REPLICA, "r0")).stops == ("uuid-web",)
    assert "uuid-web" in impact(snapshot, Key(Kind.SAN_SERVER, "san2")).loses


def test_of_a_host_it_is_said_who_starts_its_vms_again() -> None:
    snapshot = cluster()
    web = replace(snapshot.vms["uuid-web"], protection=Protection("vm-web"))
    snapshot = replace(snapshot, vms={**snapshot.vms, web.uuid: web})
    assert "Pacemaker starts" in impact(snapshot, Key(Kind.HOST, "xen1")).sentence
    assert "Pacemaker starts" not in impact(snapshot, Key(Kind.HOST, "xen2")).sentence


def test_without_pacemaker_nobody_takes_a_server_over() -> None:
    alone = replace(cluster(), pacemaker=Pacemaker())
    said = impact(alone, Key(Kind.SAN_SERVER, "san1"))
    assert (said.stops, said.loses) == (("uuid-db", "uuid-web"), ())
    unasked = replace(alone, pacemaker=Pacemaker(reason="san1 does not answer."))
    assert impact(unasked, Key(Kind.SAN_SERVER, "san1")).stops == ("uuid-db",)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_object_has_an_answer(kind: Kind) -> None:
    found = impact(Snapshot("lab"), Key(kind, "none/such"))
    assert (found.stops, found.loses) == ((), ())
    assert found.sentence
