"""The SAN changed by command line, and broken; seen past the program where tools can say it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contract import cluster
from tests.contract.target import Target

_GIB = 2**30
_USABLE = _GIB - 2**20  # DRBD keeps its metadata at the end of the volume
_NAME = "contract1"


def _list(target: Target, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cluster.done(target.xenadmin(*words, "--json")).json
    return found


def _do(target: Target, *words: str) -> None:
    cluster.done(target.xenadmin(*words, "--yes", "--json"))


def _volume(target: Target, *words: str) -> dict[str, Any]:
    listed = _list(target, "volume", "list", *words)
    return next(v for v in listed if _NAME in (v["name"], v["former_name"]))


def _lv_sizes(target: Target, server: str) -> dict[str, int]:
    text = target.raw(
        server, "lvs", "--reportformat", "json", "--units", "b", "-o", "lv_name,vg_name,lv_size"
    )
    rows = json.loads(text)["report"][0]["lv"]
    return {row["lv_name"]: int(row["lv_size"].rstrip("B")) for row in rows}


def _san_servers(target: Target) -> list[str]:
    return [server["name"] for server in cluster.san(target)["servers"]]


def _writer(target: Target) -> dict[str, Any]:
    return cluster.pick(target, protected=False, kind="pvh")


def _in_sync(target: Target) -> bool:
    return all(replica["in_sync"] for replica in cluster.san(target)["replicas"])


@pytest.fixture(scope="module")
def exported(target: Target) -> str:
    """A mirrored volume of 2 GiB that every host sees as a LUN; returns its WWID."""
    servers, hosts = _san_servers(target), cluster.hosts(target)
    _do(target, "volume", "create", _NAME, "--size", "2GiB", "--no-sync")
    for server in servers:
        assert _lv_sizes(target, server)[_NAME] >= 2 * _GIB
        assert _NAME in target.raw(server, "drbdadm", "status")
    _do(target, "lun", "export", _NAME)
    wwid = str(_volume(target)["lun"])
    for host in hosts:
        assert cluster.ready_paths(target, host, wwid) == 2
    return wwid


def test_a_disk_lives_from_volume_to_guest_and_back(target: Target, exported: str) -> None:
    vm = _writer(target)
    name, host = vm["name"], vm["host"]
    wwid = exported

    _do(target, "vm", "attach-disk", name, wwid, "--target", "xvdq")
    assert 2 * _USABLE <= target.disk_bytes(name, host, "xvdq", wwid) <= 2 * _GIB
    refused = target.xenadmin("lun", "withdraw", wwid, "--yes", "--confirm", _NAME)
    assert refused.status == 3

    _do(target, "volume", "grow", _NAME, "--size", "3GiB")
    assert target.disk_bytes(name, host, "xvdq", wwid) >= 3 * _USABLE

    _do(target, "vm", "detach-disk", name, wwid)
    _do(target, "lun", "withdraw", wwid)
    for each in cluster.hosts(target):
        assert cluster.ready_paths(target, each, wwid) == 0

    _do(target, "volume", "delete", _NAME)
    assert _volume(target, "--deleted")["former_name"] == _NAME
    _do(target, "volume", "restore", _NAME)
    assert _volume(target)["state"] == "unexported"
    _do(target, "volume", "delete", _NAME)
    binned = _volume(target, "--deleted")["name"]
    cluster.done(
        target.xenadmin("volume", "delete", binned, "--purge", "--yes", "--confirm", _NAME)
    )
    for server in _san_servers(target):
        assert not [lv for lv in _lv_sizes(target, server) if lv.startswith(_NAME)]


def test_a_planned_switchover_loses_no_write(target: Target) -> None:
    vm = _writer(target)
    before = cluster.san(target)["active_server"]
    target.begin_to_write(vm["name"], vm["host"])

    _do(target, "san", "switchover")

    after = cluster.san(target)
    assert after["active_server"] not in (None, before)
    target.let_pass(10)
    cluster.no_write_lost(target.written(vm["name"], vm["host"]), "switchover")


def test_the_active_server_killed_loses_no_write(target: Target) -> None:
    vm = _writer(target)
    dead = cluster.san(target)["active_server"]
    target.begin_to_write(vm["name"], vm["host"])
    target.power(dead, on=False)
    try:
        cluster.wait_until(
            target,
            lambda: cluster.san(target)["active_server"] not in (None, dead),
            f"another server serves in place of {dead}",
        )
        target.let_pass(20)
        cluster.no_write_lost(target.written(vm["name"], vm["host"]), "active server killed")
    finally:
        target.power(dead, on=True)
    cluster.wait_until(
        target,
        lambda: _in_sync(target),
        "every replica is in sync again",
    )


def test_a_cut_replication_is_seen_and_made_good(target: Target) -> None:
    vm = _writer(target)
    target.begin_to_write(vm["name"], vm["host"])
    target.cut("replication")
    try:
        cluster.wait_until(
            target,
            lambda: not any(replica["in_sync"] for replica in cluster.san(target)["replicas"]),
            "no replica is called in sync",
        )
        target.let_pass(20)
    finally:
        target.mend("replication")
    cluster.wait_until(target, lambda: _in_sync(target), "every replica is in sync again")
    assert not any(replica["split_brain"] for replica in cluster.san(target)["replicas"])
    cluster.no_write_lost(target.written(vm["name"], vm["host"]), "replication cut")


def test_a_split_brain_is_seen_and_resolved(target: Target) -> None:
    san = cluster.san(target)
    replica = san["replicas"][0]
    name, active = replica["name"], replica["primary"]
    loser = next(side["server"] for side in replica["sides"] if side["server"] != active)
    target.split_brain(name)

    def shown() -> dict[str, Any]:
        return next(r for r in cluster.san(target)["replicas"] if r["name"] == name)

    cluster.wait_until(target, lambda: shown()["split_brain"], "the split brain is shown")
    cluster.done(
        target.xenadmin("replica", "resolve", name, "--loser", loser, "--yes", "--confirm", name)
    )
    assert shown()["in_sync"]
    assert "StandAlone" not in target.raw(loser, "cat", "/proc/drbd")
