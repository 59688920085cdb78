"""A host dies, a storage network is cut: what the program says and what Pacemaker does."""

from __future__ import annotations

from tests.contract import cluster
from tests.contract.target import Target


def _is_a(path: dict[str, str]) -> bool:
    """Whether a path runs over network A; its name ends so in both clusters."""
    return path["network"].lower().endswith("a")


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


def test_a_cut_storage_network_stops_no_vm_and_is_seen(target: Target) -> None:
    running = {v["name"] for v in cluster.vms(target) if v["state"] == "running"}
    target.cut("A")
    try:
        cluster.wait_until(
            target,
            lambda: any(
                _is_a(path) and path["state"] != "ready" for path in cluster.san(target)["paths"]
            ),
            "the paths of network A are shown as lost",
        )
        assert {v["name"] for v in cluster.vms(target) if v["state"] == "running"} == running
    finally:
        target.mend("A")
    cluster.wait_until(
        target,
        lambda: all(
            path["state"] == "ready" for path in cluster.san(target)["paths"] if _is_a(path)
        ),
        "the paths of network A are back",
    )
