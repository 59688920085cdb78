"""The whole command line on the simulated cluster: seen, run, refused, broken and mended."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_program import Answer, Program, run_program

VmPick = Callable[..., dict[str, Any]]


@pytest.fixture
def demo(xenadmin: Program, tmp_path: Path) -> Program:
    """The command line on one simulated cluster that is kept."""

    def call(*words: str) -> Answer:
        return xenadmin(f"--demo={tmp_path / 'demo'}", *words)

    return call


@pytest.fixture
def pick(demo: Program) -> VmPick:
    """Find a VM with these properties."""

    def choose(**wanted: object) -> dict[str, Any]:
        for vm in demo("vm", "list", "--json").json:
            if all(vm[key] == value for key, value in wanted.items()):
                found: dict[str, Any] = vm
                return found
        raise AssertionError(f"no VM with {wanted}")

    return choose


def vm_of(demo: Program, name: str) -> dict[str, Any]:
    found: dict[str, Any] = demo("vm", "show", name, "--json").json
    return found


def test_the_inventory_in_json_has_the_promised_keys(demo: Program) -> None:
    vms, hosts = demo("vm", "list", "--json").json, demo("host", "list", "--json").json
    assert len(vms) == 14
    assert len(hosts) == 4
    for vm in vms:
        assert {"name", "uuid", "state", "host", "protected", "vcpus", "memory_bytes"} <= vm.keys()
        assert vm["state"] in ("running", "paused", "off", "crashed", "unknown")
    for host in hosts:
        assert {"name", "state", "vms", "memory_bytes", "memory_free_bytes"} <= host.keys()
        assert host["vms"] == sum(v["host"] == host["name"] and v["state"] != "off" for v in vms)


@pytest.mark.parametrize(
    "words",
    [
        ("cluster", "show"),
        ("cluster", "check"),
        ("host", "list"),
        ("vm", "list"),
        ("san", "show"),
        ("task", "list"),
        ("events",),
    ],
)
def test_every_list_is_for_people_and_for_scripts(demo: Program, words: tuple[str, ...]) -> None:
    people, scripts = demo(*words), demo(*words, "--json")
    assert people.status == scripts.status
    assert people.status in ((0, 1) if words == ("cluster", "check") else (0,))
    assert people.out
    assert isinstance(scripts.json, list | dict)
    assert all(line == line.rstrip() for line in people.out.splitlines())


def test_options_may_stand_before_and_behind(xenadmin: Program, tmp_path: Path) -> None:
    option = f"--demo={tmp_path / 'demo'}"
    before = xenadmin("--json", option, "host", "list")
    behind = xenadmin("host", "list", option, "--json")
    assert [h["name"] for h in before.json] == [h["name"] for h in behind.json]


def test_a_demo_without_a_directory_is_thrown_away(xenadmin: Program, home: Path) -> None:
    name = xenadmin("--demo", "vm", "list", "--json").json[0]["name"]
    assert xenadmin("--demo", "vm", "destroy", name, "--yes").status in (0, 3)
    assert xenadmin("--demo", "task", "list", "--json").json == []
    assert not list(home.rglob("*.sqlite"))


@pytest.mark.parametrize("protected", [True, False])
def test_shutdown_and_start_follow_on_from_one_another(
    demo: Program, pick: VmPick, protected: bool
) -> None:
    name = pick(protected=protected, state="running", kind="pvh")["name"]
    assert demo("vm", "shutdown", name).status == 0
    assert vm_of(demo, name)["state"] == "off"
    again = demo("vm", "shutdown", name, "--json")
    assert again.status == 0
    assert [v["verdict"] for v in again.json["verdicts"]] == ["already"]
    assert again.json["id"] is None
    done = demo("vm", "start", name, "--json")
    assert (done.status, done.json["state"]) == (0, "done")
    assert vm_of(demo, name)["state"] == "running"
    titles = [task["title"] for task in demo("task", "list", "--json").json]
    assert titles == [f"Start {name}", f"Shut down {name}"]
    told = [event["sentence"] for event in demo("events", "--json").json]
    assert f"{name} is off." in told


@pytest.mark.parametrize("protected", [True, False])
def test_a_migration_arrives(demo: Program, pick: VmPick, protected: bool) -> None:
    vm = pick(protected=protected, state="running", kind="pvh")
    targets = demo("vm", "migrate", vm["name"], "--targets", "--json").json
    assert all(choice["possible"] or choice["reason"] for choice in targets)
    target = next(choice["host"] for choice in targets if choice["possible"])
    answer = demo("vm", "migrate", vm["name"], "--to", target, "--json")
    assert answer.status == 0, answer
    assert vm_of(demo, vm["name"])["host"] == target


def test_a_pv_guest_is_refused_live_beforehand_with_the_way_out(
    demo: Program, pick: VmPick
) -> None:
    name = pick(kind="pv", state="running")["name"]
    answer = demo("vm", "migrate", name, "--json")
    assert answer.status == 3
    assert answer.error["code"] == "pv-live"
    assert answer.error["next_step"]


def test_a_dry_run_shows_the_very_commands_and_does_nothing(demo: Program, pick: VmPick) -> None:
    name = pick(protected=False, state="running", kind="pvh")["name"]
    answer = demo("vm", "destroy", name, "--dry-run", "--json")
    assert answer.status == 0
    (step,) = answer.json["steps"]
    assert step["argv"][:4] == ["virsh", "-c", "xen:///system", "destroy"]
    assert vm_of(demo, name)["state"] == "running"
    people = demo("vm", "destroy", name, "--dry-run")
    assert f"{step['host']}$ {shlex.join(step['argv'])}" in people.out
    assert demo("task", "list", "--json").json == []


def test_a_mixed_selection_is_shown_and_needs_a_yes(demo: Program, pick: VmPick) -> None:
    running = pick(state="running", protected=False, kind="pvh")["name"]
    off = pick(state="off")["name"]
    refused = demo("vm", "reboot", running, off)
    assert refused.status == 2
    assert f"{running}: will do" in refused.out
    assert f"{off}: cannot, because: {off} is off." in refused.out
    assert "nobody to ask" in refused.err
    assert vm_of(demo, running)["state"] == "running"
    done = demo("vm", "reboot", running, off, "--yes", "--json")
    assert done.status == 3
    assert done.json["state"] == "done"
    assert [v["verdict"] for v in done.json["verdicts"]] == ["will-do", "cannot"]


def test_force_off_is_always_asked_about(demo: Program, pick: VmPick) -> None:
    name = pick(state="running", protected=False)["name"]
    assert demo("vm", "destroy", name).status == 2
    assert vm_of(demo, name)["state"] == "running"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("vm", "start", "no-such"), "no-such-vm"),
        (("vm", "show", "a'; touch x; '"), "no-such-vm"),
        (("vm", "start", "--", "-odd"), "no-such-vm"),
        (("host", "show", "xen99"), "no-such-host"),
        (("vm", "list", "--host", "xen99"), "no-such-host"),
        (("task", "show", "abcdef"), "no-such-task"),
        (("task", "resume", "abcdef", "--leave"), "no-such-task"),
    ],
)
def test_what_is_not_there_is_3(demo: Program, words: tuple[str, ...], code: str) -> None:
    answer = demo("--json", *words)
    assert answer.status == 3
    assert answer.error["code"] == code


def test_a_host_that_loses_its_power_loses_its_protected_vms_to_others(
    demo: Program, pick: VmPick
) -> None:
    vm = pick(protected=True, state="running")
    drilled = demo("drill", "power-off", vm["host"], "--json")
    assert drilled.status == 0
    demo("drill", "advance", "300")
    after = vm_of(demo, vm["name"])
    assert after["state"] == "running"
    assert after["host"] != vm["host"]
    states = {h["name"]: h["state"] for h in demo("host", "list", "--json").json}
    assert states[vm["host"]] in ("unreachable", "fenced")
    assert demo("cluster", "check").status == 4
    assert demo("drill", "power-on", vm["host"]).status == 0
    demo("drill", "advance", "600")
    states = {h["name"]: h["state"] for h in demo("host", "list", "--json").json}
    assert states[vm["host"]] == "up"


def test_a_cut_network_is_seen_and_mended(demo: Program) -> None:
    network = next(p["network"] for p in demo("san", "show", "--json").json["paths"])

    def lost() -> int:
        paths = demo("san", "show", "--json").json["paths"]
        return sum(p["network"] == network and p["state"] != "ready" for p in paths)

    before = lost()
    assert demo("drill", "cut", network).status == 0
    demo("drill", "advance", "120")
    assert lost() > before
    assert demo("drill", "mend", network).status == 0
    demo("drill", "advance", "300")
    assert lost() <= before


def test_time_stands_still_between_calls(demo: Program) -> None:
    first = demo("drill", "advance", "0", "--json").json["time"]
    second = demo("drill", "advance", "100", "--json").json["time"]
    assert 100 <= second - first < 130


def test_a_german_environment_changes_nothing(demo: Program, tmp_path: Path) -> None:
    names = [vm["name"] for vm in demo("vm", "list", "--json").json]
    answer = run_program(
        f"--demo={tmp_path / 'demo'}",
        "vm",
        "list",
        "--json",
        LANG="de_DE.UTF-8",
        LC_ALL="de_DE.UTF-8",
        LANGUAGE="de",
    )
    assert answer.status == 0, answer.err
    assert [vm["name"] for vm in json.loads(answer.out)] == names


def test_a_definition_comes_as_it_is_and_goes_back(demo: Program, tmp_path: Path) -> None:
    text = demo("vm", "show", "web1", "--xml").out
    assert text == demo("vm", "show", "web1", "--xml", "--json").json["xml"].rstrip("\n") + "\n"
    (tmp_path / "web1.xml").write_text(text.replace("<name>", "\t<name>"), "utf-8")
    done = demo("vm", "set", "web1", "--xml", str(tmp_path / "web1.xml"), "--json")
    assert (done.status, done.json["state"]) == (0, "done")
    assert "\t<name>" in demo("vm", "show", "web1", "--xml").out


def test_a_cd_without_a_name_is_no_wish_to_eject(demo: Program) -> None:
    answer = demo("vm", "cd", "erp", "--insert", "", "--json")
    assert (answer.status, answer.error["code"]) == (2, "usage")


def test_a_vm_gets_other_settings(demo: Program) -> None:
    done = demo("vm", "set", "web1", "--memory", "3GiB", "--title", "it's the shop", "--json")
    assert done.status == 0
    assert done.json["state"] == "done"
    shown = demo("vm", "set", "web1", "--memory", "3GiB", "--dry-run", "--json")
    assert shown.json["steps"] == []
    assert demo("vm", "set", "web1").status == 3
    assert demo("vm", "set", "web1", "--memory", "much").status == 2
