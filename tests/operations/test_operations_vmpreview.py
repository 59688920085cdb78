"""Where new VMs are proposed to run, and what a preview shows of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from newvms import GIB, new_vm
from simcluster import SimCluster

from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.preview import preview, preview_as_dict
from xenadmin_gui.operations.vminstall.install import VmInstall

FIXED = GuestNic("xenbr0", address="10.20.0.91/24", gateway="10.20.0.1", dns=("10.20.0.2",))
PLAIN = VmInstall((new_vm("new1", protect=False, nics=(FIXED,)),), "leap-15")
PROTECTED = new_vm("new1", nics=(FIXED,))


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    cluster = SimCluster()
    yield cluster.snapshot
    cluster.close()


def proposed(snapshot: Snapshot) -> str:
    """The host that the plan starts the new VM on."""
    (subject,) = PLAIN.plan(snapshot).subjects
    return subject.reason.removeprefix("It is started on ").rstrip(".")


@pytest.mark.parametrize(
    "trouble",
    [{"standby": True}, {"maintenance": True}, {"unclean": True}, {"online": False}],
)
def test_a_host_that_pacemaker_gives_no_vms_is_not_proposed(
    snapshot: Snapshot, trouble: dict[str, bool]
) -> None:
    first = proposed(snapshot)
    most = max(snapshot.hosts, key=lambda host: host.memory_free_bytes or 0)
    assert first == most.name
    pacemaker = snapshot.pacemaker
    nodes = tuple(
        replace(node, **trouble) if node.name == most.node_name else node  # type: ignore[arg-type]
        for node in pacemaker.nodes
    )
    less = replace(snapshot, pacemaker=replace(pacemaker, nodes=nodes))
    assert proposed(less) not in ("", first)


def test_the_preview_shows_the_vms_that_there_will_be(snapshot: Snapshot) -> None:
    plain = new_vm("new2", protect=False, vcpus=2)
    off = new_vm("new3", start=False)
    plan = VmInstall((PROTECTED, plain, off), "debian-12").plan(snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
    shown = preview(plan, snapshot)
    found = [(new.vm.name, new.vm.state, bool(new.vm.host)) for new in shown.new_vms]
    assert found == [
        ("new1", VmState.RUNNING, False),
        ("new2", VmState.RUNNING, True),
        ("new3", VmState.OFF, False),
    ]
    assert [new.vm.is_protected for new in shown.new_vms] == [True, False, True]
    (changed,) = [m for m in shown.memory if m.free_before_bytes != m.free_after_bytes]
    assert changed.host == shown.new_vms[1].vm.host
    assert "Pacemaker chooses the host that new1 starts on." in shown.notes
    (second,) = [new for new in preview_as_dict(shown)["new_vms"] if new["name"] == "new2"]
    assert (second["vcpus"], second["disk_bytes"]) == (2, 4 * GIB)
