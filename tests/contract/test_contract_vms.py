"""Operations on protected and unprotected VMs do what they say, seen past the program."""

from __future__ import annotations

import pytest

from tests.contract import cluster
from tests.contract.target import Target


def _domains_on(target: Target, host: str) -> set[str]:
    lines = target.raw(host, "xl", "list", "-v").splitlines()[1:]
    return {line.split()[0] for line in lines} - {"Domain-0"}


def _other_host(target: Target, name: str) -> str:
    answer = cluster.done(target.xenadmin("vm", "migrate", name, "--targets", "--json"))
    return next(choice["host"] for choice in answer.json if choice["possible"])


@pytest.mark.parametrize("protected", [False, True], ids=["unprotected", "protected"])
def test_shutdown_and_start(target: Target, protected: bool) -> None:
    vm = cluster.pick(target, protected=protected, kind="pvh")
    name, host = vm["name"], vm["host"]

    cluster.done(target.xenadmin("vm", "shutdown", name, "--yes"))
    assert name not in _domains_on(target, host)
    assert cluster.vm(target, name)["state"] == "off"

    cluster.done(target.xenadmin("vm", "start", name, "--yes"))
    after = cluster.vm(target, name)
    assert after["state"] == "running"
    assert name in _domains_on(target, after["host"])


@pytest.mark.parametrize("protected", [False, True], ids=["unprotected", "protected"])
def test_live_migration_arrives_and_leaves_no_copy(target: Target, protected: bool) -> None:
    vm = cluster.pick(target, protected=protected, kind="pvh")
    name, source = vm["name"], vm["host"]
    destination = _other_host(target, name)

    cluster.done(target.xenadmin("vm", "migrate", name, "--to", destination, "--yes"))

    assert name in _domains_on(target, destination)
    assert name not in _domains_on(target, source)
    assert cluster.vm(target, name)["host"] == destination


def test_live_migration_of_a_pv_guest_is_refused_beforehand(target: Target) -> None:
    vm = cluster.pick(target, protected=False, kind="pv")
    answer = target.xenadmin("vm", "migrate", vm["name"], "--yes")
    assert answer.status == 3
    assert vm["name"] in _domains_on(target, vm["host"])


def test_suspend_copy_resume_moves_a_pv_guest(target: Target) -> None:
    vm = cluster.pick(target, protected=False, kind="pv")
    source = vm["host"]
    destination = next(h for h in cluster.host_states(target) if h != source)
    cluster.done(
        target.xenadmin("vm", "migrate", vm["name"], "--to", destination, "--no-live", "--yes")
    )
    assert vm["name"] in _domains_on(target, destination)
    assert vm["name"] not in _domains_on(target, source)


def test_pause_and_resume(target: Target) -> None:
    name = cluster.pick(target, protected=False, kind="pvh")["name"]
    cluster.done(target.xenadmin("vm", "pause", name, "--yes"))
    assert cluster.vm(target, name)["state"] == "paused"
    cluster.done(target.xenadmin("vm", "resume", name, "--yes"))
    assert cluster.vm(target, name)["state"] == "running"


def test_dry_run_changes_nothing_and_names_the_commands(target: Target) -> None:
    vm = cluster.pick(target, protected=False, kind="pvh")
    answer = cluster.done(target.xenadmin("vm", "shutdown", vm["name"], "--dry-run", "--json"))
    assert [(step["host"], step["argv"][:1]) for step in answer.json["steps"]] == [
        (vm["host"], ["virsh"])
    ]
    assert vm["name"] in _domains_on(target, vm["host"])


def test_force_off_of_an_unprotected_vm(target: Target) -> None:
    vm = cluster.pick(target, protected=False, kind="pvh")
    cluster.done(target.xenadmin("vm", "destroy", vm["name"], "--yes"))
    assert vm["name"] not in _domains_on(target, vm["host"])
    cluster.done(target.xenadmin("vm", "start", vm["name"], "--yes"))
