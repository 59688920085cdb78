"""A host dies, a storage network is cut: what the program says and what Pacemaker does."""

from __future__ import annotations

import pytest

from tests.contract import cluster
from tests.contract.target import Target


def _ready(target: Target, network: str) -> set[tuple[str, str]]:
    """Host and LUN of the paths over a storage network that are ready; its name ends so in both
    clusters."""
    return {
        (path["host"], path["lun"])
        for path in cluster.san(target)["paths"]
        if path["network"].upper().endswith(network) and path["state"] == "ready"
    }


def test_a_dead_host_is_a_state_and_its_protected_vms_run_elsewhere(target: Target) -> None:
    victim = cluster.pick(target, protected=True, kind="pvh")
    name, dead = victim["name"], victim["host"]
    bystanders = [
        v["name"]
        for v in cluster.vms(target)
        if v["host"] == dead and not v["protected"] and v["state"] == "running"
    ]

    target.power(dead, on=False)
    try:
        cluster.wait_until(
            target,
            lambda: cluster.host_states(target)[dead] in ("unreachable", "fenced"),
            f"{dead} is shown as lost",
        )
        cluster.wait_until(
            target,
            lambda: (v := cluster.vm(target, name))["state"] == "running" and v["host"] != dead,
            f"{name} runs elsewhere",
        )
        for bystander in bystanders:
            assert cluster.vm(target, bystander)["state"] != "running"
    finally:
        target.power(dead, on=True)
    cluster.wait_until(target, lambda: cluster.host_states(target)[dead] == "up", f"{dead} is back")
    for bystander in bystanders:
        cluster.done(target.xenadmin("vm", "start", bystander, "--yes"))
    assert (
        cluster.vm(target, name)["host"] != dead or cluster.vm(target, name)["state"] == "running"
    )


@pytest.mark.parametrize("network", ["A", "B"])
def test_a_cut_storage_network_stops_no_vm_and_is_seen(target: Target, network: str) -> None:
    running = {v["name"] for v in cluster.vms(target) if v["state"] == "running"}
    ready = _ready(target, network)
    writer = cluster.pick(target, protected=False, kind="pvh")
    target.begin_to_write(writer["name"], writer["host"])
    target.cut(network)
    try:
        cluster.wait_until(
            target,
            lambda: _ready(target, network) < ready,
            f"the paths of network {network} are shown as lost",
        )
        assert {v["name"] for v in cluster.vms(target) if v["state"] == "running"} == running
    finally:
        target.mend(network)
    cluster.wait_until(
        target,
        lambda: _ready(target, network) >= ready,
        f"the paths of network {network} are back",
    )
    cluster.no_write_lost(
        target.written(writer["name"], writer["host"]), f"storage network {network} cut"
    )


def test_a_host_without_management_is_unreachable_and_its_vms_are_not_called_off(
    target: Target,
) -> None:
    vm = cluster.pick(target, protected=False, kind="pvh")
    host = vm["host"]
    target.cut("management", host)
    try:
        cluster.wait_until(
            target,
            lambda: cluster.host_states(target)[host] == "unreachable",
            f"{host} is shown as unreachable",
        )
        assert cluster.vm(target, vm["name"])["state"] in ("running", "unknown")
        refused = target.xenadmin("vm", "start", vm["name"], "--yes")
        assert refused.status in (3, 4), refused.stdout  # never a second time elsewhere
    finally:
        target.mend("management", host)
    cluster.wait_until(target, lambda: cluster.host_states(target)[host] == "up", f"{host} is back")
    assert cluster.vm(target, vm["name"])["state"] == "running"
