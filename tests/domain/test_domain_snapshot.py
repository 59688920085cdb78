"""Values of the ground: what two snapshots differ in, what health follows from states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Multipath, Path, Replica, ReplicaSide, San, Session
from xenadmin_gui.domain.snapshot import Snapshot, difference, objects_of
from xenadmin_gui.domain.states import Health, HostState, VmState, worst
from xenadmin_gui.domain.vm import Protection, Vm


def server(name: str) -> Server:
    return Server(name, frozenset({Role.HOST}), HostState.UP)


def vm(uuid: str, state: VmState = VmState.RUNNING) -> Vm:
    return Vm(uuid, f"vm-{uuid}", state)


def snapshot(*vms: Vm, san: San | None = None) -> Snapshot:
    return Snapshot(
        "c",
        servers={"xen1": server("xen1")},
        vms={one.uuid: one for one in vms},
        san=san or San(),
    )


def test_difference_names_what_came_went_and_changed() -> None:
    session = Session("xen1", "iqn", "10.0.0.1:3260", "sana", "LOGGED_IN")
    old = snapshot(vm("a"), vm("b"), san=San(sessions=(session,)))
    new = snapshot(
        vm("b", VmState.PAUSED), vm("c"), san=San(sessions=(replace(session, state="FREE"),))
    )
    changed = difference(old, new)
    assert changed.added == {vm("c").key}
    assert changed.removed == {vm("a").key}
    assert changed.changed == {vm("b").key, session.key}


def test_equal_snapshots_made_of_other_objects_do_not_differ() -> None:
    assert not difference(snapshot(vm("a")), snapshot(vm("a")))


def test_objects_of_finds_every_object_by_its_key() -> None:
    found = objects_of(snapshot(vm("a")))
    assert found[Key(Kind.VM, "a")] == vm("a")
    assert found[Key(Kind.HOST, "xen1")] == server("xen1")


def test_keys_of_the_same_id_and_another_kind_differ() -> None:
    assert Key(Kind.HOST, "x") != Key(Kind.SAN_SERVER, "x")
    assert Key.parse(str(Key(Kind.MULTIPATH, "xen1/36:0"))) == Key(Kind.MULTIPATH, "xen1/36:0")


def test_a_key_needs_a_colon() -> None:
    with pytest.raises(ValueError, match="kind:id"):
        Key.parse("vm")


def test_worst_health_counts() -> None:
    assert worst([Health.OK, Health.UNKNOWN, Health.DEGRADED]) is Health.DEGRADED
    assert worst([]) is Health.OK


def test_a_double_run_is_a_failure_whatever_the_state() -> None:
    assert replace(vm("a"), running_on=("xen1", "xen2")).health is Health.FAILED
    assert replace(vm("a", VmState.UNKNOWN)).health is Health.UNKNOWN
    failed = Protection("r", failed=True)
    assert replace(vm("a"), protection=failed).health is Health.DEGRADED
    assert replace(vm("a", VmState.OFF), protection=failed).health is Health.FAILED


def side(name: str, **changes: object) -> ReplicaSide:
    peer = "Secondary" if name == "san1" else "Primary"
    role = "Primary" if name == "san1" else "Secondary"
    made = ReplicaSide(name, role, "UpToDate", "Connected", "Established", peer, "UpToDate")
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_replica_is_judged_by_both_sides() -> None:
    assert Replica("r", (side("san1"), side("san2"))).health is Health.OK
    syncing = side("san2", replication="SyncTarget", disk="Inconsistent")
    assert Replica("r", (side("san1"), syncing)).health is Health.WORKING
    alone = side("san2", connection="StandAlone", replication="", peer_role="", peer_disk="")
    assert Replica("r", (side("san1"), alone)).disagreement
    assert Replica("r", (side("san1"),), unasked=("san2",)).health is Health.DEGRADED
    assert Replica("r", (), unasked=("san1", "san2")).health is Health.UNKNOWN


def test_a_multipath_with_one_path_left_is_degraded_and_with_none_failed() -> None:
    good, bad = Path("sda", "sana", "ready"), Path("sdb", "sanb", "faulty")
    assert Multipath("xen1", "36", (good, replace(bad, state="ghost"))).health is Health.OK
    assert Multipath("xen1", "36", (good, bad)).health is Health.DEGRADED
    assert Multipath("xen1", "36", (bad,)).health is Health.FAILED
