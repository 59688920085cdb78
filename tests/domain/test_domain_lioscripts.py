"""The scripts that ask rtslib, run by a real Python beside a stand-in of that library.

The configuration is one that rtslib saved in the laboratory; no LIO is needed.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xenadmin_gui.domain.lioscripts import restore_store, same_config

CAPTURE = Path(__file__).parents[1] / "captures/shared-lab/saveconfig.json"
#: What rtslib runs is in one file; what it is to restore, it writes into another.
LIBRARY = """\
import json
class RTSRoot:
    def dump(self):
        return json.load(open("running.json"))
    def restore(self, config):
        json.dump(config, open("restored.json", "w"))
        return []
"""
Tree = dict[str, Any]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "rtslib_fb.py").write_text(LIBRARY)
    return tmp_path


def ask(folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        argv, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def verdict(folder: Path, change: Callable[[Tree, Tree], None], *but: str) -> tuple[int, str]:
    """Exit status and words for a file and a running configuration that ``change`` made differ."""
    saved, runs = (json.loads(CAPTURE.read_text()) for _ in range(2))
    change(saved, runs)
    (folder / "saved.json").write_text(json.dumps(saved))
    (folder / "running.json").write_text(json.dumps(runs))
    said = ask(folder, *same_config("saved.json", but))
    assert not said.stderr
    return said.returncode, said.stdout.strip()


def group(tree: Tree) -> Tree:
    found: Tree = tree["targets"][0]["tpgs"][0]
    return found


def turned(saved: Tree, runs: Tree) -> None:
    """The order, the names of links, and what the kernel has learnt since do not count."""
    for tree in (runs["storage_objects"], runs["targets"], group(runs)["luns"]):
        tree.reverse()
    group(runs)["node_acls"].reverse()
    group(runs)["portals"].reverse()
    group(runs)["luns"][0]["alias"] = "0000000000"
    runs["storage_objects"][0]["attributes"]["emulate_new"] = 1


def hand_set(saved: Tree, runs: Tree) -> None:
    saved["storage_objects"][0]["attributes"]["emulate_tpu"] = 1


def password(saved: Tree, runs: Tree) -> None:
    group(saved)["node_acls"][0]["chap_password"] = "secret"


def late_disk(saved: Tree, runs: Tree) -> None:
    runs["storage_objects"].pop()


def unsaved_list(saved: Tree, runs: Tree) -> None:
    group(saved)["node_acls"].pop()


def unsaved_portal(saved: Tree, runs: Tree) -> None:
    group(runs)["portals"].append({"ip_address": "10.9.9.9", "port": 3260})


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (turned, 0),
        (hand_set, 1),
        (password, 1),
        (late_disk, 1),
        (unsaved_list, 1),
        (unsaved_portal, 1),
    ],
)
def test_what_saving_would_lose_or_add_is_a_difference(
    library: Path, change: Callable[[Tree, Tree], None], status: int
) -> None:
    told, words = verdict(library, change)
    assert told == status
    assert bool(words) is bool(status)
    assert "secret" not in words


def test_a_backstore_at_hand_is_passed_over_with_its_lun_and_its_entries(library: Path) -> None:
    def taken_away(saved: Tree, runs: Tree) -> None:
        store = runs["storage_objects"].pop()
        path = f"/backstores/block/{store['name']}"
        gone = [lun["index"] for lun in group(runs)["luns"] if lun["storage_object"] == path]
        group(runs)["luns"] = [n for n in group(runs)["luns"] if n["index"] not in gone]
        for one in group(runs)["node_acls"]:
            one["mapped_luns"] = [m for m in one["mapped_luns"] if m["tpg_lun"] not in gone]

    name = json.loads(CAPTURE.read_text())["storage_objects"][-1]["name"]
    assert verdict(library, taken_away)[0] == 1
    assert verdict(library, taken_away, name)[0] == 0
    assert verdict(library, taken_away, "another")[0] == 1


def test_an_initiator_at_hand_is_passed_over_with_its_list(library: Path) -> None:
    (first, _) = group(json.loads(CAPTURE.read_text()))["node_acls"]
    (last,) = group(json.loads(CAPTURE.read_text()))["node_acls"][1:]
    assert verdict(library, unsaved_list, last["node_wwn"])[0] == 0
    assert verdict(library, unsaved_list, first["node_wwn"])[0] == 1


def test_a_backstore_comes_back_from_the_copy_with_its_attributes(library: Path) -> None:
    saved = json.loads(CAPTURE.read_text())
    wanted = saved["storage_objects"][0]
    said = ask(library, *restore_store(str(CAPTURE), wanted["name"]).argv)
    assert said.returncode == 0, said.stderr
    restored = json.loads((library / "restored.json").read_text())
    assert restored == {"storage_objects": [wanted], "targets": []}
    assert ask(library, *restore_store(str(CAPTURE), "nothing").argv).returncode == 1
