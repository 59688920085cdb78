"""A VM's name is an argument and nothing else, however odd it is."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from cli_program import Program

from xenadmin_gui.sim.build import build
from xenadmin_gui.sim.demo import demo_blueprint
from xenadmin_gui.sim.wiring import keep_world

NAMES = ("a'; touch x; '", "-odd", "12", "größer $(id)", "b\x9b31m\u202e")


@pytest.fixture
def option(tmp_path: Path) -> str:
    """The demonstration cluster with odd names for VMs that are not protected."""
    plan = demo_blueprint()
    odd = [
        replace(guest, name=name, is_protected=False, apart_from="")
        for name, guest in zip(NAMES, plan.guests, strict=False)
    ]
    rest = plan.guests[len(NAMES) :]
    guests = (*odd, *(g for g in rest if g.apart_from not in {o.name for o in plan.guests[:5]}))
    keep_world(build(replace(plan, guests=guests)), tmp_path / "demo")
    return f"--demo={tmp_path / 'demo'}"


def test_they_are_listed_without_what_a_terminal_obeys(xenadmin: Program, option: str) -> None:
    names = {vm["name"] for vm in xenadmin(option, "vm", "list", "--json").json}
    assert set(NAMES) <= names
    out = xenadmin(option, "vm", "list").out
    assert "\x9b" not in out
    assert r"b\x9b31m\u202e" in out


@pytest.mark.parametrize("name", NAMES)
def test_they_can_be_shut_down_and_started(xenadmin: Program, option: str, name: str) -> None:
    shown = xenadmin(option, "--json", "vm", "show", "--", name).json
    for verb, state in (("shutdown", "off"), ("start", "running")):
        answer = xenadmin(option, "--json", "vm", verb, "--", name)
        assert answer.status == 0, answer
        assert xenadmin(option, "--json", "vm", "show", "--", name).json["state"] == state
    (task,) = [t for t in xenadmin(option, "task", "list", "--json").json if "Start" in t["title"]]
    commands = xenadmin(option, "task", "show", task["id"], "--json").json["commands"]
    words = commands[-1]["argv"]
    assert name in words or shown["uuid"] in words
    people = xenadmin(option, "task", "show", task["id"]).out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x80-\x9f]", people)
