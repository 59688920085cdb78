"""A VM from a template, ready to log in to; its clone; deleted and restored."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract import cluster
from tests.contract.target import NewVm, Target

_GIB = 2**30


def _do(target: Target, *words: str) -> None:
    cluster.done(target.xenadmin(*words, "--yes", "--json"))


def _domains(target: Target, host: str) -> set[str]:
    lines = target.raw(host, "xl", "list", "-v").splitlines()[1:]
    return {line.split()[0] for line in lines}


def _is_itself(target: Target, name: str, new: NewVm) -> None:
    """It runs where the program says, and inside it is who it was told to be."""
    vm = cluster.vm(target, name)
    assert vm["state"] == "running"
    assert name in _domains(target, vm["host"])
    said = target.inside(new.address, "hostname; df -B1 --output=size / | tail -1")
    if said is not None:
        hostname, size = said.split()
        assert hostname == name
        assert int(size) > 0.85 * _GIB


def ready(target: Target, name: str, number: int) -> NewVm:
    """A VM of that name, running: that of an earlier case, or a new one."""
    new = target.new_vm(number)
    found = next((v for v in cluster.vms(target) if v["name"] == name), None)
    if found is None:
        _do(target, "vm", "install", name, *new.words, "--no-protect")
    elif found["state"] != "running":
        _do(target, "vm", "start", name)
    return new


@pytest.fixture(scope="module")
def installed(target: Target) -> NewVm:
    return ready(target, "new1", 1)


def test_a_vm_from_a_template_is_who_it_was_told_to_be(target: Target, installed: NewVm) -> None:
    _is_itself(target, "new1", installed)


def test_a_clone_is_somebody_else(target: Target, installed: NewVm) -> None:
    _do(target, "vm", "shutdown", "new1")
    new = target.new_vm(2)
    template, address = new.words[1], new.words[new.words.index("--address") + 1]
    _do(
        target, "vm", "clone", "new1", "new2", "--like", template, "--address", address,
        "--no-protect",
    )  # fmt: skip
    _is_itself(target, "new2", new)
    _do(target, "vm", "destroy", "new2")
    _do(target, "vm", "delete", "new2", "--purge", "--confirm", "new2")
    assert "new2" not in {v["name"] for v in cluster.vms(target)}


def test_a_template_of_a_vm_makes_another_one(target: Target, installed: NewVm) -> None:
    if cluster.vm(target, "new1")["state"] == "running":
        _do(target, "vm", "shutdown", "new1")
    _do(target, "template", "from-vm", "new1", "like-new1", "--format", "raw.gz")
    _do(target, "template", "verify", "like-new1")
    new = target.new_vm(4)
    words = ("like-new1" if word == new.words[1] else word for word in new.words)
    _do(target, "vm", "install", "new4", *words, "--no-protect")
    _is_itself(target, "new4", new)


def test_a_deleted_vm_comes_back_whole(target: Target, installed: NewVm) -> None:
    if cluster.vm(target, "new1")["state"] == "running":
        _do(target, "vm", "shutdown", "new1")
    _do(target, "vm", "delete", "new1")
    assert "new1" not in {v["name"] for v in cluster.vms(target)}
    for host in cluster.hosts(target):
        assert "new1" not in target.raw(host, "virsh", "list", "--all", "--name").split()
    binned: list[dict[str, Any]] = cluster.done(
        target.xenadmin("vm", "list", "--deleted", "--json")
    ).json
    assert "new1" in {one["name"] for one in binned}

    _do(target, "vm", "restore", "new1")
    _do(target, "vm", "start", "new1")
    _is_itself(target, "new1", installed)
