"""VMs made on the command line: from a template, several at once, from another VM."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_program import TOP, Answer, Program
from test_cli_killed import stop_at

from xenadmin_gui.sim.demo import demo_world

GIB = 1024**3


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "demo"


@pytest.fixture
def demo(xenadmin: Program, place: Path) -> Program:
    """The command line on one simulated cluster that is kept."""

    def call(*words: str) -> Answer:
        return xenadmin(f"--demo={place}", *words)

    return call


def shown(demo: Program, name: str) -> dict[str, Any]:
    found: dict[str, Any] = demo("vm", "show", name, "--json").json
    return found


def names_of(demo: Program) -> dict[str, list[str]]:
    """Every name that a VM leaves somewhere."""
    return {
        "vms": sorted(vm["name"] for vm in demo("vm", "list", "--json").json),
        "volumes": sorted(v["name"] for v in demo("volume", "list", "--json").json),
        "luns": sorted(lun["wwid"] for lun in demo("lun", "list", "--json").json),
        "replicas": sorted(r["name"] for r in demo("replica", "list", "--json").json),
    }


def spoil(place: Path, path: str, text: str) -> None:
    """Put a file on san1, past the program."""
    world = demo_world(place)
    with world.transaction() as state:
        state.machines["san1"].files[path] = text
        world.touch()


def test_a_protected_vm_is_installed_and_runs(demo: Program, place: Path) -> None:
    words = ("--template", "debian-12", "--address", "10.20.0.91/24", "--gateway", "10.20.0.1")
    answer = demo("vm", "install", "shop1", *words, "--memory", "2GiB", "--priority", "7")
    assert answer.status == 0, answer.err
    vm = shown(demo, "shop1")
    assert (vm["state"], vm["protected"], vm["kind"]) == ("running", True, "pvh")
    assert len(vm["defined_on"]) == 4
    world = demo_world(place)
    with world.transaction() as state:
        files = state.machines["san1"].files
        assert any("told" in text for path, text in files.items() if "/dev/.contents/" in path)
        assert not state.units.get("san1")
    assert demo("vm", "shutdown", "shop1").status == 0
    assert demo("vm", "start", "shop1").status == 0


def test_an_unprotected_vm_is_left_off_when_that_is_said(demo: Program) -> None:
    words = ("--template", "leap-15", "--no-protect", "--no-start", "--disk", "10GiB")
    assert demo("vm", "install", "shop1", *words).status == 0
    vm = shown(demo, "shop1")
    assert (vm["state"], vm["protected"]) == ("off", False)
    assert demo("vm", "start", "shop1").status == 0


def test_one_of_three_fails_and_nothing_is_left_of_it(demo: Program, place: Path) -> None:
    demo("vm", "list")
    spoil(place, "/etc/drbd.d/shop2.res", "# somebody's\n")
    before = names_of(demo)
    words = ("--template", "leap-15", "--address", "10.20.0.91/24", "--json")
    answer = demo("vm", "install", "shop{1..3}", *words)
    assert answer.status == 1, answer.err
    task = answer.json
    assert task["state"] == "failed"
    assert "shop2 was not made and nothing is left of it." in task["reason"]
    assert "shop1" not in task["reason"]
    after = names_of(demo)
    assert set(after["vms"]) - set(before["vms"]) == {"shop1", "shop3"}
    assert set(after["volumes"]) - set(before["volumes"]) == {"shop1", "shop3"}
    assert {shown(demo, name)["state"] for name in ("shop1", "shop3")} == {"running"}
    assert len(after["luns"]) == len(before["luns"]) + 2
    world = demo_world(place)
    with world.transaction() as state:
        assert state.machines["san1"].files["/etc/drbd.d/shop2.res"] == "# somebody's\n"


def test_the_rest_is_made_by_the_same_words_once_more(demo: Program, place: Path) -> None:
    demo("vm", "list")
    spoil(place, "/etc/drbd.d/shop2.res", "# somebody's\n")
    words = ("shop{1..2}", "--template", "leap-15", "--address", "10.20.0.91/24", "--no-start")
    answer = demo("vm", "install", *words)
    assert answer.status == 1
    assert "Say the same with --missing to try the rest again." in answer.err
    world = demo_world(place)
    with world.transaction() as state:
        del state.machines["san1"].files["/etc/drbd.d/shop2.res"]
        world.touch()
    (task,) = demo("task", "list", "--json").json
    later = ("task", "resume", task["id"][:12], "--missing", "--json")
    rest = demo(*later, "--dry-run").json
    assert [vm["name"] for vm in rest["new_vms"]] == ["shop2"]
    assert ["log in to shop2" in caution for caution in rest["cautions"]] == [True]
    answer = demo("vm", "install", *words, "--missing", "--json")
    assert answer.status == 0, answer.err
    assert [verdict["name"] for verdict in answer.json["verdicts"]] == ["shop2"]
    with demo_world(place).transaction() as state:
        texts = " ".join(state.machines["xen1"].files.values())
    assert texts.count("10.20.0.92/24") == texts.count("10.20.0.91/24") > 0
    answer = demo("vm", "install", *words, "--missing")
    assert (answer.status, answer.out) == (0, "Every VM of shop{1..2} is there already.\n")
    refused = demo(*later)
    assert (refused.status, refused.error["code"]) == (3, "name-taken")


def test_an_address_that_somebody_has_is_found_before_anything_is_made(demo: Program) -> None:
    before = names_of(demo)
    words = ("--template", "leap-15", "--address", "10.20.0.21/24", "--json")
    answer = demo("vm", "install", "shop1", *words)
    assert answer.status == 1
    assert "Somebody answers at 10.20.0.21 already" in answer.json["steps"][0]["said"]
    assert demo("task", "show", answer.json["id"], "--json").json["commands"] == []
    assert names_of(demo) == before


def test_a_damaged_image_is_never_written(demo: Program, place: Path) -> None:
    demo("vm", "list")
    world = demo_world(place)
    with world.transaction() as state:
        files = state.machines["san1"].files
        path = next(p for p in files if p.endswith("leap-15/disk.raw.xz"))
        text = files[path].replace("leap", "help")
    spoil(place, path, text)
    before = names_of(demo)
    answer = demo("vm", "install", "shop1", "--template", "leap-15", "--json")
    assert answer.status == 1
    failed = next(step for step in answer.json["steps"] if step["state"] == "failed")
    assert "the image is damaged" in failed["said"]
    assert names_of(demo) == before


def test_a_dead_host_is_a_reason_not_to_begin(demo: Program) -> None:
    demo("drill", "power-off", "xen3")
    demo("drill", "advance", "60")
    answer = demo("vm", "install", "shop1", "--template", "leap-15", "--json")
    assert answer.status == 3
    assert answer.error["code"] == "host"
    assert "xen3 does not answer" in answer.error["sentence"]


def test_a_cancel_in_the_copy_leaves_no_trace(demo: Program, place: Path) -> None:
    before = names_of(demo)
    words = ("vm", "install", "shop1", "--template", "leap-15")
    status, said = stop_at(
        "volume of shop1 on san1: started", signal.SIGINT, f"--demo={place}", *words
    )
    assert status == 1, said
    assert ": cancelled." in said
    assert demo("task", "list", "--json").json[0]["state"] == "cancelled"
    assert names_of(demo) == before
    assert demo("vm", "install", "shop1", "--template", "leap-15").status == 0


@pytest.mark.parametrize("choice", ["continue", "roll-back"])
def test_a_killed_install_is_taken_up_again(demo: Program, place: Path, choice: str) -> None:
    before = names_of(demo)
    words = ("vm", "install", "shop1", "--template", "leap-15")
    sign = "volume of shop1 on san1: started"
    assert stop_at(sign, signal.SIGKILL, f"--demo={place}", *words)[0] == -signal.SIGKILL
    (task,) = demo("task", "list", "--interrupted", "--json").json
    answer = demo("task", "resume", task["id"], f"--{choice}", "--json")
    assert answer.status == 0, answer
    if choice == "continue":
        assert shown(demo, "shop1")["state"] == "running"
    else:
        assert names_of(demo) == before


def test_a_vm_is_installed_from_a_cd_that_every_host_has(demo: Program, place: Path) -> None:
    demo("vm", "list")
    words = ("vm", "install", "shop1", "--iso", "/srv/netinst.iso", "--disk", "10GiB", "--json")
    before = names_of(demo)
    refused = demo(*words)
    assert refused.status == 1
    assert "has no file /srv/netinst.iso" in refused.json["steps"][0]["said"]
    assert names_of(demo) == before
    world = demo_world(place)
    with world.transaction() as state:
        for machine in state.machines.values():
            machine.files["/srv/netinst.iso"] = "a CD"
        world.touch()
    assert demo(*words).status == 0
    vm = shown(demo, "shop1")
    assert (vm["state"], vm["kind"]) == ("running", "hvm")


def test_a_clone_has_an_identity_of_its_own(demo: Program) -> None:
    assert demo("vm", "install", "shop1", "--template", "debian-12", "--no-start").status == 0
    answer = demo("vm", "clone", "shop1", "shop2", "--address", "10.20.0.92/24", "--json")
    assert answer.status == 0, answer.err
    one, two = shown(demo, "shop1"), shown(demo, "shop2")
    assert (two["state"], two["protected"]) == ("running", True)
    assert one["uuid"] != two["uuid"]
    assert {n["mac"] for n in one["nics"]} & {n["mac"] for n in two["nics"]} == set()
    assert {d["wwid"] for d in one["disks"]} & {d["wwid"] for d in two["disks"]} == set()
    refused = demo("vm", "clone", "shop2", "shop3", "--json")
    assert (refused.status, refused.error["code"]) == (3, "not-off")


def test_a_running_vm_is_cloned_from_a_snapshot(demo: Program) -> None:
    assert demo("vm", "install", "shop1", "--template", "leap-15").status == 0
    assert demo("volume", "snapshot", "shop1", "--name", "monday").status == 0
    answer = demo("vm", "clone", "shop1", "shop2", "--snapshot", "monday")
    assert answer.status == 0, answer.err
    assert shown(demo, "shop2")["state"] == "running"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("shop{3..1}", "--template", "leap-15"), "counts backwards"),
        (("shop1",), "Which template?"),
        (("shop1", "--template", "leap-15", "--address", "10.0.0.5"), "has no prefix"),
        (("shop1", "--template", "leap-15", "--address", "10.0.0.5/24", "--dhcp"), "not both"),
        (("shop1", "--template", "leap-15", "--mac", "a", "--mac", "b"), "more addresses"),
        (("shop1", "--template", "leap-15", "--ssh-key", "/nowhere"), "cannot be read"),
        (("shop1", "--template", "leap-15", "--preset", "/nowhere"), "cannot be read"),
        (("shop1", "--template", "leap-15", "--password"), "none was given"),
    ],
)
def test_a_wrong_use_is_told(demo: Program, words: tuple[str, ...], said: str) -> None:
    answer = demo("vm", "install", *words, "--json")
    assert answer.status == 2
    assert said in answer.error["sentence"]


def test_a_preset_is_kept_and_used(demo: Program, tmp_path: Path) -> None:
    preset, key = tmp_path / "preset.yaml", tmp_path / "id.pub"
    key.write_text("ssh-ed25519 AAAA me@here\n")
    words = ("--template", "leap-15", "--vcpus", "3", "--memory", "3GiB", "--no-protect")
    words += (
        "--disk",
        "9GiB",
        "--disk",
        "3GiB",
        "--dns",
        "10.20.0.2",
        "--ssh-key",
        str(key),
        "--timezone",
        "Europe/Berlin",
    )
    words += ("--tag", "shop", "--tag", "Front")
    saving = ("--save-preset", str(preset), "--dry-run")
    assert demo("vm", "install", "shop1", *words, *saving).status == 0
    answer = demo("vm", "install", "shop2", "--preset", str(preset), "--dry-run", "--json")
    assert answer.status == 0, answer.err
    text = answer.out
    for word in (
        "ssh-ed25519 AAAA me@here",
        "Europe/Berlin",
        "10.20.0.2",
        "3145728",
        "shop2-disk2",
        "front shop",
    ):
        assert word in text
    assert "VirtualDomain" not in text
    preset.write_text(preset.read_text().replace("vcpus: 3", "vcpus: many"))
    wrong = demo("vm", "install", "shop2", "--preset", str(preset), "--dry-run", "--json")
    assert (wrong.status, wrong.error["code"]) == (2, "config")


def test_a_password_is_shown_as_dots_and_its_hash_nowhere(place: Path) -> None:
    words = ("vm", "install", "shop1", "--template", "leap-15", "--password", "--dry-run", "--json")
    done = subprocess.run(
        [sys.executable, "-m", "xenadmin_gui.cli.main", f"--demo={place}", *words],
        input="correct horse\n",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(TOP)},
    )
    assert done.returncode == 0, done.stderr
    assert "correct horse" not in done.stdout
    assert "$6$" not in done.stdout
    assert "\\u2022" in done.stdout or "•••" in done.stdout
