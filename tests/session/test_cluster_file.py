"""A cluster file that is wrong says where, which key, what was expected and what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import ConfigError, ExitCode
from xenadmin_gui.domain.host import Role
from xenadmin_gui.session.cluster_file import ClusterFileError, load, parse

SAMPLE = Path(__file__).parents[2] / "resources" / "clusters" / "sample.yaml"

GOOD = """\
version: 1
networks:
  - {name: net-a, kind: storage, cidr: 10.1.0.0/24}
san_servers:
  - {name: san1, address: 10.0.0.1, networks: {net-a: 10.1.0.1}}
hosts:
  - {name: xen1, address: 10.0.0.2, networks: {net-a: 10.1.0.2}}
  - {name: xen2, address: xen2.example.org, jump: xen1}
intervals: {poll_s: 2}
"""


def read(text: str) -> ClusterConfig:
    return parse(text, file="c.yaml", name="c")


def problems(text: str) -> ClusterFileError:
    with pytest.raises(ClusterFileError) as caught:
        read(text)
    return caught.value


def test_the_sample_file_is_right() -> None:
    config = load(SAMPLE)
    assert [s.name for s in config.servers] == ["san1", "san2", "xen1", "xen2"]
    assert [n.name for n in config.storage_networks] == ["storage-a", "storage-b"]
    assert config.server("xen2").migration_target == "xen+ssh://xen2/system"


def test_defaults_hold_where_the_file_is_silent() -> None:
    config = read(GOOD)
    assert (config.name, config.ssh.user, config.ssh.port) == ("c", "root", 22)
    assert (config.poll_interval_s, config.command_timeout_s) == (2.0, 30.0)
    assert config.server("xen2").jump == "xen1"


def test_a_machine_in_both_lists_has_both_roles() -> None:
    config = read(
        "version: 1\n"
        "san_servers: [{name: one, address: 10.0.0.1, port: 2222}]\n"
        "hosts: [{name: one, libvirt_uri: 'qemu:///system'}]\n"
    )
    (server,) = config.servers
    assert server.roles == {Role.SAN, Role.HOST}
    assert (server.port, server.libvirt_uri) == (2222, "qemu:///system")


def test_a_home_directory_is_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    assert read(GOOD + "ssh: {identity: ~/.ssh/key}\n").ssh.identity == "/home/anna/.ssh/key"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "expected", "found"),
    [
        ("version: 1", "version: 2", 1, "version", "version: 1", "the number 2"),
        ("version: 1", "Version: 1", 1, "Version", "did you mean 'version'", "'Version'"),
        ("version: 1", "version: '1'", 1, "version", "whole number", "'1'"),
        ("hosts:", "host:", 6, "host", "did you mean 'hosts'", "'host'"),
        ("address: 10.0.0.2", "adress: 10.0.0.2", 7, "hosts[0].adress", "did you mean", "'adress'"),
        ("address: 10.0.0.2", "address: 10.0.0.256", 7, "hosts[0].address", "IP", "'10.0.0.256'"),
        ("address: 10.0.0.2", "address: -oProxy", 7, "hosts[0].address", "host name", "'-oProxy'"),
        ("address: 10.0.0.2", "address: 5", 7, "hosts[0].address", "in quotes", "the number 5"),
        ("address: 10.0.0.2", "address: ", 7, "hosts[0].address", "host name", "nothing"),
        ("address: 10.0.0.2", "port: 22", 7, "hosts[0].address", "host name", "nothing"),
        ("address: 10.0.0.2", "address: [x]", 7, "hosts[0].address", "host name", "a list"),
        ("name: xen1", "name: no", 7, "hosts[0].name", "in quotes", "a yes/no value no"),
        ("name: xen1", "name: 'x; rm'", 7, "hosts[0].name", "letters, digits", "'x; rm'"),
        ("name: xen2", "name: xen1", 8, "hosts[1].name", "only once", "'xen1'"),
        ("jump: xen1", "jump: xen9", 8, "hosts[1].jump", "did you mean 'xen1'", "'xen9'"),
        ("jump: xen1", "jump: xen2", 8, "hosts[1].jump", "lead back", "'xen2'"),
        ("jump: xen1", "jump: 'a b@c:22'", 8, "hosts[1].jump", "user@host", "'a b@c:22'"),
        ("jump: xen1", "port: 70000", 8, "hosts[1].port", "1 to 65535", "the number 70000"),
        ("jump: xen1", "port: 22:10", 8, "hosts[1].port", "1 to 65535", "the number 22:10"),
        ("jump: xen1", "user: 'a b'", 8, "hosts[1].user", "user name", "'a b'"),
        ("jump: xen1", "node: xen1", 8, "hosts[1].node", "the node of xen1", "'xen1'"),
        (
            "jump: xen1",
            "libvirt_uri: 'xen+ssh://x/'",
            8,
            "hosts[1].libvirt_uri",
            "xen:///system",
            "'xen+ssh://x/'",
        ),
        (
            "jump: xen1",
            "migration_uri: 'xen:///system'",
            8,
            "hosts[1].migration_uri",
            "xen+ssh://HOST/system",
            "'xen:///system'",
        ),
        (
            "xen2.example.org, jump: xen1",
            "10.0.0.2",
            8,
            "hosts[1].address",
            "those of xen1",
            "'10.0.0.2'",
        ),
        ("net-a: 10.1.0.2", "net-b: 10.1.0.2", 7, "hosts[0].networks.net-b", "'net-a'", "'net-b'"),
        ("net-a: 10.1.0.2", "net-a: 10.2.0.2", 7, "hosts[0].networks.net-a", "in 10.1.0.0/24", ""),
        ("net-a: 10.1.0.2", "net-a: 10.1.0.1", 7, "hosts[0].networks", "another address", ""),
        ("10.1.0.0/24", "10.1.0.1/24", 3, "networks[0].cidr", "without host bits", "'10.1.0.1/24'"),
        ("10.1.0.0/24", "10.1.0.0", 3, "networks[0].cidr", "10.10.1.0/24", "'10.1.0.0'"),
        ("kind: storage", "kind: san", 3, "networks[0].kind", "management or storage", "'san'"),
        ("kind: storage, ", "", 3, "networks[0].kind", "management or storage", "nothing"),
        ("poll_s: 2", "poll_s: 0", 9, "intervals.poll_s", "from 0.5 to 3600", "the number 0"),
        ("poll_s: 2", "poll_s: fast", 9, "intervals.poll_s", "a number of seconds", "'fast'"),
        ("poll_s: 2", "poll_s: .nan", 9, "intervals.poll_s", "a number of seconds", "number .nan"),
        ("poll_s: 2", "poll: 2", 9, "intervals.poll", "did you mean 'poll_s'", "'poll'"),
        ("poll_s: 2", "poll_s: 2, poll_s: 3", 9, "intervals.poll_s", "each key once", "line 9"),
        ("{poll_s: 2}", "5", 9, "intervals", "a mapping", "the number 5"),
        ("{poll_s: 2}", "[5", 10, "", "valid YAML", ""),
        ("intervals: {", "\tintervals: {", 9, "", "valid YAML", ""),
    ],
)
def test_an_error_names_line_key_expected_and_found(
    old: str, new: str, line: int, key: str, expected: str, found: str
) -> None:
    assert old in GOOD
    error = problems(GOOD.replace(old, new, 1))
    first = next(p for p in error.problems if p.key == key)
    assert first.line == line
    assert expected in first.expected
    assert found in first.found


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n...\n", "42", "[]", "null\n"])
def test_a_file_that_says_nothing_is_an_error(text: str) -> None:
    assert "expected" in problems(text).sentence


def test_every_problem_is_told_and_the_first_is_the_sentence() -> None:
    bad = GOOD.replace("kind: storage", "kind: san").replace("poll_s: 2", "poll_s: x")
    error = problems(bad)
    assert [p.line for p in error.problems] == [3, 9]
    assert error.sentence == (
        "c.yaml, line 3: networks[0].kind: expected management or storage, found 'san'."
    )
    assert error.next_step == "Correct it; there is 1 more."
    assert error.exit_code is ExitCode.USAGE


def test_lists_that_disagree_about_a_machine_are_an_error() -> None:
    error = problems(
        "version: 1\nsan_servers: [{name: one, address: 10.0.0.1}]\n"
        "hosts: [{name: one, address: 10.0.0.2}]\n"
    )
    assert (error.problems[0].line, error.problems[0].key) == (3, "hosts[0].address")


def test_deep_nesting_is_refused_before_it_is_built() -> None:
    assert "nesting" in problems("version: " + "[" * 50_000).sentence


def test_the_name_in_the_file_is_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(GOOD + "name: lab\n")
    with pytest.raises(ConfigError, match="'other', as the file is called"):
        load(path)


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_bytes(b"version: 1\ntitle: B\xfcro\n")
    with pytest.raises(ConfigError, match="line 2"):
        load(path)


def test_a_missing_file_is_told_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "none.yaml")
    assert "cluster list" in caught.value.next_step
