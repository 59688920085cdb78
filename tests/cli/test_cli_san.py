"""The SAN on the command line: seen in JSON, changed end to end, and what loses data refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli_program import Answer, Program

GIB = 1024**3


@pytest.fixture
def demo(xenadmin: Program, tmp_path: Path) -> Program:
    """The command line on one simulated cluster that is kept."""

    def call(*words: str) -> Answer:
        return xenadmin(f"--demo={tmp_path / 'demo'}", *words)

    return call


def volume(demo: Program, name: str) -> dict[str, Any]:
    found: dict[str, Any] = demo("volume", "show", name, "--json").json
    return found


def test_the_lists_have_the_promised_keys(demo: Program) -> None:
    volumes, paths = demo("volume", "list", "--json").json, demo("path", "list", "--json").json
    luns, replicas = demo("lun", "list", "--json").json, demo("replica", "list", "--json").json
    sessions = demo("session", "list", "--json").json
    for one in volumes:
        assert {"name", "group", "size_bytes", "lun", "used_by", "state"} <= one.keys()
    for one in paths:
        assert {"host", "lun", "network", "state"} <= one.keys()
    assert {path["lun"] for path in paths} == {lun["wwid"] for lun in luns}
    assert all(len(replica["sides"]) == 2 for replica in replicas)
    assert {session["state"] for session in sessions} == {"LOGGED_IN"}


@pytest.mark.parametrize(("text", "size"), [("512MiB", 512 * 1024**2), ("2G", 2 * GIB)])
def test_sizes_are_read_in_binary_units(demo: Program, text: str, size: int) -> None:
    shown = demo("volume", "create", "new", "--size", text, "--dry-run", "--json").json
    made = next(step for step in shown["steps"] if step["argv"][0] == "lvcreate")
    assert f"{size}b" in made["argv"]


@pytest.mark.parametrize("text", ["2", "2GBit", "-1G", "0G", ""])
def test_a_size_that_is_none_is_a_wrong_use(demo: Program, text: str) -> None:
    answer = demo("volume", "create", "new", f"--size={text}", "--json")
    assert answer.status == 2
    assert "write 2GiB, 500MiB or 2G" in answer.error["sentence"]


def test_a_vm_on_a_host_that_cannot_be_asked_keeps_its_lun(demo: Program) -> None:
    """Each call is a program of its own: what the VM has is known from the call before."""
    assert demo("drill", "cut", "management", "xen3").status == 0
    build = demo("vm", "show", "build", "--json").json
    assert (build["state"], build["host"], build["kind"]) == ("unknown", "xen3", "pvh")
    wwid = build["disks"][0]["wwid"]
    for words in (("lun", "withdraw", wwid), ("vm", "attach-disk", "test3", wwid)):
        answer = demo(*words, "--json")
        assert (answer.status, answer.error["code"]) == (3, "in-use")
        assert "build" in answer.error["sentence"]


def test_a_lun_in_use_is_not_withdrawn(demo: Program) -> None:
    answer = demo("lun", "withdraw", "web1", "--json")
    assert answer.status == 3
    assert answer.error["code"] == "in-use"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("san", "show"), "active server  san1"),
        (("volume", "show", "vg_san/web1"), "used by  web1"),
        (("lun", "show", "web1"), "storage-b"),
        (("replica", "show", "web1"), "Both copies are the same."),
        (("session", "list", "--host", "xen1"), "LOGGED_IN"),
        (("impact", "san1"), "No VM stops"),
    ],
)
def test_people_get_it_in_words(demo: Program, words: tuple[str, ...], shown: str) -> None:
    answer = demo(*words)
    assert answer.status == 0
    assert shown in answer.out


@pytest.mark.parametrize(
    ("words", "host", "command"),
    [
        (("san", "switchover"), "san1", "crm_resource --resource g_san --move --node san2"),
        (("san", "maintenance", "san2", "on"), "san1", "crm_attribute --node san2"),
        (("volume", "grow", "web1", "--size", "30GiB"), "san2", "lvextend"),
        (("volume", "snapshot", "web1", "--name", "s"), "san1", "lvcreate --snapshot"),
        (("vm", "detach-disk", "db1", "xvdb"), "xen1", "detach-disk"),
        (("session", "rescan", "xen3"), "xen3", "iscsiadm --mode session --rescan"),
        (("replica", "disconnect", "web1"), "san2", "drbdadm disconnect web1"),
        (("replica", "verify", "web1"), "san1", "drbdadm verify"),
    ],
)
def test_a_verb_shows_the_very_commands(
    demo: Program, words: tuple[str, ...], host: str, command: str
) -> None:
    shown = demo(*words, "--dry-run", "--json")
    assert shown.status == 0, shown.err
    steps = [(step["host"], " ".join(step["argv"])) for step in shown.json["steps"]]
    assert any(on == host and command in text for on, text in steps), steps


def test_a_new_volume_is_exported_to_every_host(demo: Program) -> None:
    assert demo("volume", "create", "new", "--size", "1GiB", "--no-sync").status == 0
    assert volume(demo, "new")["state"] == "unexported"
    assert demo("lun", "export", "new").status == 0
    paths = demo("lun", "show", "new", "--json").json["paths"]
    assert len({(path["host"], path["network"]) for path in paths}) == 8
    assert demo("volume", "delete", "new", "--json").error["sentence"]


def test_what_loses_data_needs_the_name_and_not_just_yes(demo: Program) -> None:
    demo("drill", "split-brain", "web1")
    resolve = ("replica", "resolve", "web1", "--loser", "san2")
    assert demo(*resolve, "--dry-run", "--json").json["confirm"] == "web1"
    for words in ((*resolve, "--yes"), (*resolve, "--confirm", "other")):
        answer = demo(*words, "--json")
        assert answer.status == 2
        assert "loses data" in answer.error["sentence"]
    known = demo("replica", "resolve", "web1", "--json").json
    assert (known["split_brain"], known["recommended_loser"]) == (True, "san2")
    assert [side["same_until_then"] for side in known["sides"]] == [True, True]
    answer = demo(*resolve, "--confirm", "web1")
    assert answer.status == 0, answer.out + answer.err
    assert demo("replica", "show", "web1", "--json").json["in_sync"] is True


@pytest.mark.parametrize("age", ["30x", "", "-1d", "d"])
def test_an_age_that_is_none_is_a_wrong_use(demo: Program, age: str) -> None:
    answer = demo("volume", "purge-bin", f"--older-than={age}", "--json")
    assert answer.status == 2
    assert "write 30d, 12h or 2w" in answer.error["sentence"]


def test_the_bin_is_emptied_by_age_and_only_with_its_name(demo: Program) -> None:
    assert demo("volume", "create", "spare", "--size", "64MiB", "--no-sync").status == 0
    assert demo("volume", "delete", "spare").status == 0
    young = demo("volume", "purge-bin", "--json")
    assert (young.status, young.error["code"]) == (3, "bin-young")
    asked = demo("volume", "purge-bin", "--older-than", "0d", "--yes", "--json")
    assert asked.status == 2
    assert "--confirm spare" in asked.error["next_step"]
    assert demo("volume", "purge-bin", "--older-than", "0d", "--confirm", "spare").status == 0
    assert demo("volume", "list", "--deleted", "--json").json == []


def test_whom_the_san_lets_in_is_listed_and_a_change_says_what_it_costs(demo: Program) -> None:
    listed = demo("san", "initiators", "--json").json
    assert {(r["host"], r["allowed"], r["sessions"]) for r in listed} == {
        (f"xen{n}", True, 2) for n in range(1, 5)
    }
    stranger = "iqn.2024-03.com.example:xen9"
    refused = demo("san", "initiators", "--allow", stranger, "--json")
    assert (refused.status, refused.error["code"]) == (3, "restart")
    shown = demo("san", "initiators", "--allow", stranger, "--restart", "--dry-run", "--json").json
    assert "restarts g_san" in shown["subjects"][0]["reason"]
    assert demo("san", "initiators", "--forbid", "xen1", "--json").error["code"] == "has-vms"


def test_a_schedule_is_set_shown_and_ended(demo: Program) -> None:
    empty = demo("replica", "verify", "vpn", "--schedule", " ", "--json")
    assert empty.status == 2
    bad = demo("replica", "verify", "vpn", "--schedule", "it's", "--json")
    assert (bad.status, bad.error["code"]) == (3, "bad-calendar")
    shown = demo("replica", "verify", "--all", "--schedule", "Sun 03:00", "--dry-run", "--json")
    assert len({s["id"] for s in shown.json["subjects"]}) > 10
    assert demo("replica", "verify", "vpn", "--schedule", "Sun 03:00").status == 0
    assert demo("replica", "show", "vpn", "--json").json["schedule"] == "Sun 03:00"
    assert "by the schedule Sun 03:00" in demo("replica", "show", "vpn").out
    assert demo("replica", "verify", "vpn", "--unschedule").status == 0
    assert demo("replica", "show", "vpn", "--json").json["schedule"] is None
