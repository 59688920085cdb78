"""A VM changed while it runs and for its next start, seen past the program and inside the guest."""

from __future__ import annotations

import pytest

from tests.contract import cluster
from tests.contract.target import NewVm, Target
from tests.contract.test_contract_install import ready

_MIB = 2**20
_NAME = "new1"


def _set(target: Target, *words: str) -> None:
    cluster.done(target.xenadmin("vm", "set", _NAME, *words, "--yes", "--json"))


def _shown(target: Target) -> cluster.Vm:
    shown: cluster.Vm = cluster.done(target.xenadmin("vm", "show", _NAME, "--json")).json
    return shown


def _domain(target: Target) -> list[str]:
    """Name, id, MiB, processors and so on of the domain, as Xen has them."""
    host = cluster.vm(target, _NAME)["host"]
    lines = target.raw(host, "xl", "list").splitlines()
    return next(line.split() for line in lines if line.split()[0] == _NAME)


@pytest.fixture(scope="module")
def installed(target: Target) -> NewVm:
    return ready(target, _NAME, 1)


def test_memory_changes_while_it_runs(target: Target, installed: NewVm) -> None:
    was = cluster.vm(target, _NAME)["memory_bytes"] // _MIB
    _set(target, "--memory", f"{was - 32}MiB", "--live")
    cluster.wait_until(
        target, lambda: int(_domain(target)[2]) <= was - 31, "Xen has taken the memory back"
    )
    _set(target, "--memory", f"{was}MiB", "--live")
    cluster.wait_until(target, lambda: int(_domain(target)[2]) >= was - 1, "it has it again")


def test_a_card_comes_and_goes_while_it_runs(target: Target, installed: NewVm) -> None:
    bridge = _shown(target)["nics"][0]["bridge"]
    mac = "00:16:3e:7c:00:01"
    _set(target, "--add-nic", f"{bridge},{mac}", "--live")
    assert mac in [nic["mac"] for nic in _shown(target)["nics"]]
    said = target.inside(installed.address, "cat /sys/class/net/*/address")
    assert said is None or mac in said
    _set(target, "--remove-nic", mac, "--live")
    assert mac not in [nic["mac"] for nic in _shown(target)["nics"]]
    said = target.inside(installed.address, "cat /sys/class/net/*/address")
    assert said is None or mac not in said


def test_processors_change_at_the_next_start(target: Target, installed: NewVm) -> None:
    was = int(_domain(target)[3])
    _set(target, "--vcpus", str(was + 1))
    assert int(_domain(target)[3]) == was
    assert _shown(target)["at_next_start"]
    for verb in ("shutdown", "start"):
        cluster.done(target.xenadmin("vm", verb, _NAME, "--yes", "--json"))
    assert int(_domain(target)[3]) == was + 1
    assert not _shown(target)["at_next_start"]
    said = target.inside(installed.address, "nproc")
    assert said is None or int(said) == was + 1
