"""A VM's life on the command line, end to end on one simulated cluster."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import Answer, Program


@pytest.fixture
def demo(xenadmin: Program, tmp_path: Path) -> Program:
    """The command line on one simulated cluster that is kept."""

    def call(*words: str) -> Answer:
        return xenadmin(f"--demo={tmp_path / 'demo'}", *words)

    return call


def test_a_vm_is_renamed_deleted_and_restored(demo: Program) -> None:
    assert demo("vm", "shutdown", "web1").status == 0
    assert demo("vm", "rename", "web1", "shop").status == 0
    refused = demo("vm", "delete", "shop", "--json")
    assert refused.status == 2
    assert demo("vm", "delete", "shop", "--yes").status == 0
    assert demo("vm", "show", "shop", "--json").error["code"] == "no-such-vm"
    (resting,) = demo("vm", "list", "--deleted", "--json").json
    assert (resting["name"], resting["protected"], resting["reason"]) == ("shop", True, "")
    assert "web1" in demo("vm", "list", "--deleted").out
    assert demo("vm", "history", "shop", "--json").json[0]["present"] is False
    assert demo("vm", "restore", "shop").status == 0
    shown = demo("vm", "show", "shop", "--json").json
    assert (shown["state"], shown["protected"]) == ("off", True)
    assert demo("vm", "restore", "shop", "--json").error["code"] == "no-such-vm"


def test_for_good_needs_the_name(demo: Program) -> None:
    demo("vm", "shutdown", "test3")
    refused = demo("vm", "delete", "test3", "--purge", "--yes", "--json")
    assert refused.status == 2
    assert demo("vm", "delete", "test3", "--purge", "--confirm", "test3").status == 0
    assert demo("vm", "list", "--deleted", "--json").json == []


def test_the_history_goes_back(demo: Program) -> None:
    assert demo("vm", "set", "web1", "--vcpus", "3").status == 0
    changed = demo("vm", "history", "web1", "--diff", "1").out
    assert '+  <vcpu placement="static">3</vcpu>' in changed
    assert demo("vm", "history", "web1", "--roll-back", "1").status == 0
    assert demo("vm", "show", "web1", "--json").json["vcpus"] == 2
    missing = demo("vm", "history", "web1", "--diff", "99", "--json")
    assert (missing.status, missing.error["code"]) == (3, "no-such-version")


def test_protection_ends_and_begins(demo: Program) -> None:
    before = demo("vm", "show", "web1", "--json").json
    assert demo("vm", "unprotect", "web1").status == 0
    assert demo("vm", "protect", "web1", "--priority", "5").status == 0
    after = demo("vm", "show", "web1", "--json").json
    assert after["protection"]["priority"] == 5
    assert (after["host"], after["domain_id"]) == (before["host"], before["domain_id"])


def test_tags_are_given_listed_and_taken_away(demo: Program) -> None:
    assert demo("vm", "set", "web1", "--tag", "Web", "--tag", "prod").status == 0
    assert demo("vm", "set", "web2", "--tag", "web").status == 0
    listed = demo("vm", "list", "--tag", "web", "--tag", "PROD", "--json").json
    assert [(vm["name"], vm["tags"]) for vm in listed] == [("web1", ["prod", "web"])]
    assert demo("vm", "set", "web1", "--untag", "prod").status == 0
    assert demo("vm", "list", "--tag", "prod", "--json").json == []


def test_a_definition_is_shown_and_given_back_as_a_file(demo: Program, tmp_path: Path) -> None:
    file = tmp_path / "web1.xml"
    file.write_text(demo("vm", "show", "web1", "--xml").out.replace(">2</vcpu>", ">3</vcpu>"))
    assert demo("vm", "set", "web1", "--xml", str(file)).status == 0
    assert demo("vm", "show", "web1", "--json").json["vcpus"] == 2
    assert ">3</vcpu>" in demo("vm", "show", "web1", "--xml").out
    assert demo("vm", "set", "web1", "--xml", "/nowhere", "--json").status == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("vm", "set", "web1", "--vcpus", "1", "--live"), "Live: 1 processor."),
        (("vm", "set", "web1", "--add-nic", "xenbr0"), "until its next start"),
        (("vm", "set", "web1", "--delete-protection", "on"), "delete protection on"),
        (("vm", "set", "erp", "--bus", "xvda=ide"), "see to its fstab"),
        (("vm", "cd", "erp", "--insert", "/srv/a.iso"), "until its next start"),
    ],
)
def test_the_preview_says_when_it_counts(demo: Program, words: tuple[str, ...], said: str) -> None:
    assert said in demo(*words, "--dry-run").out


@pytest.mark.parametrize(
    "words",
    [
        *(("--nic", "xenbr0"), ("--add-nic", ","), ("--boot", ""), ("--autostart", "maybe")),
        *(("--vlan", "x=y"), ("--bus", "xvda"), ("--add-nic", "a,b,c"), ("--tag", "two words")),
    ],
)
def test_what_makes_no_sense_is_a_wrong_use(demo: Program, words: tuple[str, ...]) -> None:
    assert demo("vm", "set", "web1", *words, "--json").status in (2, 3)
