"""A volume made while the SAN moves, brought back from a snapshot, verified, renamed; a SAN server
in maintenance."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.contract import cluster
from tests.contract.target import Answer, Target

_NAME, _LATER = "contract2", "contract3"
_MIB = 2**20


def _do(target: Target, *words: str) -> Any:
    return cluster.done(target.xenadmin(*words, "--yes", "--json")).json


def _volume(target: Target, name: str) -> dict[str, Any]:
    listed = cluster.done(target.xenadmin("volume", "list", "--json")).json
    return next(v for v in listed if v["name"] == name)


def _lvs(target: Target, server: str) -> set[str]:
    text = target.raw(server, "lvs", "--reportformat", "json", "-o", "lv_name")
    return {row["lv_name"] for row in json.loads(text)["report"][0]["lv"]}


def _servers(target: Target) -> tuple[str, str]:
    """The SAN server that serves, and the other one."""
    san = cluster.san(target)
    active = str(san["active_server"])
    return active, next(s["name"] for s in san["servers"] if s["name"] != active)


def _taken_up(target: Target, answer: Answer) -> None:
    """What a plan left that the move of the SAN has stopped is continued, as its words say."""
    if answer.status == 0:
        return
    print(f"\nstopped: {answer.stderr or answer.stdout}")
    tasks = cluster.done(target.xenadmin("task", "list", "--json")).json
    task = tasks[0]["id"]
    cluster.done(target.xenadmin("task", "resume", str(task), "--continue", "--yes", "--json"))


def _while_the_san_moves(target: Target, begun: str, *words: str) -> None:
    """Run a command; Pacemaker moves the SAN as soon as ``begun`` stands in the CIB."""
    active, other = _servers(target)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(target.xenadmin, *words, "--yes", "--json")
        pause = threading.Event()
        while not running.done() and begun not in target.raw(other, "cibadmin", "--query"):
            pause.wait(2)
        assert not running.done(), running.result()
        target.raw(
            other, "crm_resource", "--resource", "g_san", "--move", "--node", other,
            "--lifetime", "PT15M",
        )  # fmt: skip
        answer = running.result()
    _taken_up(target, answer)
    cluster.wait_until(target, lambda: _servers(target)[0] == other, f"{other} serves")
    target.raw(active, "crm_resource", "--resource", "g_san", "--clear")


def _made(target: Target) -> None:
    size = f"{128 if target.name == 'lab' else 1024}MiB"
    create = ("volume", "create", _NAME, "--size", size, "--no-sync")
    export = ("lun", "export", _NAME)
    if target.name == "lab":
        _while_the_san_moves(target, f"drbd_{_NAME}", *create)
        _while_the_san_moves(target, f"lu_{_NAME}", *export)
    else:  # a simulated cluster has one program at a time
        _do(target, *create)
        _do(target, *export)


def _purged(target: Target, name: str) -> None:
    words = ("volume", "delete", name, "--purge", "--yes", "--json", "--confirm", name)
    cluster.done(target.xenadmin(*words))
    for server in _servers(target):
        assert name not in _lvs(target, server)


@pytest.fixture(scope="module")
def wwid(target: Target) -> str:
    _made(target)
    return str(_volume(target, _NAME)["lun"])


def test_create_and_export_outlive_a_switchover(target: Target, wwid: str) -> None:
    for server in _servers(target):
        assert _NAME in _lvs(target, server)
        assert _NAME in target.raw(server, "drbdadm", "status")
    for host in cluster.hosts(target):
        assert cluster.ready_paths(target, host, wwid) == 2
    volume = _volume(target, _NAME)
    assert (volume["health"], volume["state"]) == ("ok", "exported")


def test_both_copies_are_compared(target: Target, wwid: str) -> None:
    _do(target, "replica", "verify", _NAME)
    sides = cluster.done(target.xenadmin("replica", "show", _NAME, "--json")).json["sides"]
    assert [side["out_of_sync_bytes"] for side in sides] == [0, 0]


def test_a_snapshot_brings_back_what_was(target: Target, wwid: str) -> None:
    host = cluster.hosts(target)[0]
    target.stamp(host, wwid, "before")
    _do(target, "volume", "snapshot", _NAME, "--name", f"{_NAME}-snap")
    target.stamp(host, wwid, "after")
    cluster.done(
        target.xenadmin("volume", "revert", f"{_NAME}-snap", "--yes", "--json", "--confirm", _NAME)
    )
    assert target.stamped(host, wwid) in ("before", None)
    _purged(target, f"{_NAME}-snap")


def test_a_volume_gets_another_name_and_goes(target: Target, wwid: str) -> None:
    cluster.done(target.xenadmin("lun", "withdraw", wwid, "--yes", "--json", "--confirm", _NAME))
    _do(target, "volume", "rename", _NAME, _LATER)
    for server in _servers(target):
        assert {_NAME, _LATER} & _lvs(target, server) == {_LATER}
    assert _volume(target, _LATER)["state"] == "unexported"
    _purged(target, _LATER)
    for server in _servers(target):
        assert _NAME not in _lvs(target, server)
        assert _LATER not in target.raw(server, "drbdadm", "status")


def test_a_server_goes_into_maintenance_and_comes_back(target: Target) -> None:
    active, other = _servers(target)
    vm = cluster.pick(target, protected=False, kind="pvh")
    target.begin_to_write(vm["name"], vm["host"])
    _do(target, "san", "maintenance", active, "on")
    assert cluster.san(target)["active_server"] == other
    target.let_pass(10)
    cluster.no_write_lost(target.written(vm["name"], vm["host"]), "maintenance")

    _do(target, "san", "maintenance", active, "off")
    assert all(replica["in_sync"] for replica in cluster.san(target)["replicas"])
    assert cluster.san(target)["active_server"] == other
