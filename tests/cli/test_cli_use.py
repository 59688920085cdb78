"""What is said before any cluster is asked: help, wrong use, cluster files, dead clusters."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from cli_program import Program, run_program

FILE = """\
version: 1
ssh: {{user: nobody}}
san_servers:
  - {{name: san1, address: 127.0.0.1, port: {port}}}
hosts:
  - {{name: xen1, address: localhost, port: {port}}}
intervals: {{connect_timeout_s: 2}}
"""


@pytest.fixture
def clusters(home: Path) -> Path:
    folder = home / ".config" / "xenadmin" / "clusters"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def dead(clusters: Path) -> str:
    """A cluster whose ports are closed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (clusters / "dead.yaml").write_text(FILE.format(port=port))
    return "dead"


def test_help_comes_without_any_heavy_library() -> None:
    script = (
        "import sys\n"
        "from xenadmin_gui.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'paramiko', 'libvirt', 'PySide6', 'yaml', 'sqlite3', 'keyring'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0].startswith("usage: xenadmin [--cluster NAME | --demo[=DIR]]")
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("vm",),
        ("vm", "lst"),
        ("vm", "start"),
        ("--demo", "vm", "list", "--nonsense"),
        ("vm", "list", "--cluster", "a", "--demo"),
        ("--cluster", "a", "vm", "list", "--demo"),
        ("--demo", "drill", "advance", "soon"),
        ("--demo", "drill", "advance", "-5"),
        ("--demo", "task", "resume", "abc"),
        ("--demo", "task", "resume", "abc", "--continue", "--leave"),
        ("--demo", "events", "--limit", "0"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(xenadmin: Program, words: tuple[str, ...]) -> None:
    answer = xenadmin(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("xenadmin: ")


def test_wrong_use_is_told_in_json_too(xenadmin: Program) -> None:
    answer = xenadmin("vm", "lst", "--json")
    assert answer.status == 2
    assert answer.error["code"] == "usage"
    assert "lst" in answer.error["sentence"]


def test_without_a_cluster_file_the_next_step_is_told(xenadmin: Program) -> None:
    answer = xenadmin("vm", "list")
    assert answer.status == 2
    assert "Add cluster" in answer.err


def test_several_cluster_files_need_a_name(xenadmin: Program, clusters: Path) -> None:
    for name in ("one", "two"):
        (clusters / f"{name}.yaml").write_text(FILE.format(port=1))
    answer = xenadmin("vm", "list", "--json")
    assert answer.status == 2
    assert answer.error["next_step"] == "Say --cluster with one of one, two."


def test_an_unknown_cluster_is_wrong_use_and_names_the_known(xenadmin: Program, dead: str) -> None:
    answer = xenadmin("--cluster", "lab", "vm", "list", "--json")
    assert answer.status == 2
    assert answer.error["next_step"] == "There are dead."


def test_cluster_list_shows_wrong_files_too(xenadmin: Program, clusters: Path, dead: str) -> None:
    (clusters / "bad.yaml").write_text("version: 1\nhosts: 5\n")
    answer = xenadmin("cluster", "list", "--json")
    assert answer.status == 0
    bad, good = answer.json
    assert (good["name"], good["hosts"], good["san_servers"]) == ("dead", ["xen1"], ["san1"])
    assert good["error"] is None
    assert "line 2: hosts: expected a list" in bad["error"]["sentence"]
    assert "bad.yaml" in xenadmin("cluster", "list").out


def test_a_wrong_cluster_file_names_file_line_and_key(xenadmin: Program, clusters: Path) -> None:
    (clusters / "bad.yaml").write_text("version: 1\nhosts: 5\n")
    answer = xenadmin("vm", "list")
    assert answer.status == 2
    assert f"{clusters / 'bad.yaml'}, line 2: hosts: expected a list" in answer.err


@pytest.mark.parametrize("words", [("vm", "list"), ("host", "list"), ("vm", "start", "web")])
def test_a_cluster_where_nothing_answers_is_4(
    xenadmin: Program, dead: str, words: tuple[str, ...]
) -> None:
    answer = xenadmin("--cluster", dead, *words, "--json")
    assert answer.status == 4
    assert answer.out == ""
    assert answer.error["code"] == "unreachable"
    assert "No server of the cluster answers." in answer.error["sentence"]


def test_the_check_of_a_dead_cluster_says_what_was_tried(xenadmin: Program, dead: str) -> None:
    answer = xenadmin("--cluster", dead, "cluster", "check", "--json")
    assert answer.status == 4
    told = [(c["subject"], c["name"], c["verdict"]) for c in answer.json if c["subject"] == "xen1"]
    assert told == [
        ("xen1", "reachable", "failed"),
        ("xen1", "host key", "skipped"),
        ("xen1", "log-in", "skipped"),
    ]


def test_the_journal_of_a_dead_cluster_can_be_read(xenadmin: Program, dead: str) -> None:
    answer = xenadmin("--cluster", dead, "task", "list", "--json")
    assert (answer.status, answer.json) == (0, [])


def test_drills_are_not_for_real_clusters(xenadmin: Program, dead: str) -> None:
    answer = xenadmin("--cluster", dead, "drill", "power-off", "xen1", "--json")
    assert answer.status == 3
    assert answer.error["code"] == "not-simulated"


def test_a_german_terminal_without_utf8_gets_signs_it_can_show(dead: str) -> None:
    answer = run_program(
        "--cluster",
        dead,
        "cluster",
        "check",
        LANG="de_DE",
        LC_ALL="de_DE",
        PYTHONIOENCODING="latin-1",
    )
    assert answer.status == 4
    assert "X failed" in answer.out
