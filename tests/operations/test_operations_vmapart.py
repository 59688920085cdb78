"""A new VM is kept apart from protected ones by Pacemaker, as long as it can."""

from __future__ import annotations

import pytest
from newvms import new_vm
from sanplans import codes
from simcluster import SimCluster, done

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.operations.vmlife.protect import VmUnprotect


def test_it_is_started_on_another_host_and_what_it_left_goes_with_it(
    sim: SimCluster, journal: Journal
) -> None:
    new = new_vm("new1", apart=("web1", sim.vm("web2").uuid))
    done(sim, journal, VmInstall((new,), "debian-12"))
    sim.drill.advance(60)
    hosts = [sim.vm(name).host for name in ("new1", "web1", "web2")]
    assert hosts[0] not in hosts[1:]
    assert 'id="apart-vm-new1-vm-web1"' in sim.snapshot.pacemaker.configuration
    done(sim, journal, VmUnprotect(sim.vm("web1").uuid))
    assert "apart-vm-new1-vm-web1" not in sim.snapshot.pacemaker.configuration
    assert "apart-vm-new1-vm-web2" in sim.snapshot.pacemaker.configuration


@pytest.mark.parametrize(
    ("apart", "protect", "found"),
    [
        (("web1",), True, []),
        (("web1",), False, ["apart"]),
        (("nobody",), True, ["apart"]),
        (("test3",), True, ["apart"]),
    ],
)
def test_only_protected_vms_keep_away_from_protected_ones(
    snapshot: Snapshot, apart: tuple[str, ...], protect: bool, found: list[str]
) -> None:
    draft = VmInstall((new_vm("new1", apart=apart, protect=protect),), "debian-12")
    assert codes(draft, snapshot) == found
