"""*Add cluster* over real SSH: four servers that answer what the laboratory's machines said."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import ExitStack
from getpass import getuser
from pathlib import Path

import pytest

from tests.transport.servers import SshServer, have_sshd, make_key
from xenadmin_gui.domain.config import SshConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.cluster_file import parse
from xenadmin_gui.session.cluster_write import render
from xenadmin_gui.session.discovery import Discovery, Start, discover, has_failures
from xenadmin_gui.session.opening import SshConnections

CAPTURES = Path(__file__).parents[1] / "captures" / "lab-healthy"
NODES = {"san1": 11, "san2": 12, "xen1": 21, "xen2": 22}
#: What is asked, and the file in which a machine's answer was kept.
ANSWERS = {
    "ip -j addr": "ip-addr.json",
    "drbdadm dump-xml": "drbdadm-dump.xml",
    "iscsiadm -m session -P 3": "iscsiadm-session-P3.txt",
    "virsh -c xen:///system capabilities": "virsh-capabilities.xml",
}
PROGRAMS = ("uname", "ip", "corosync-cmapctl", "crm_node", "drbdadm", "iscsiadm", "virsh", "find")
#: As corosync-cmapctl 3.1.7 writes it; it was not recorded.
CMAP = "".join(
    f"nodelist.node.{i}.name (str) = {name}\n"
    f"nodelist.node.{i}.nodeid (u32) = {i + 1}\n"
    f"nodelist.node.{i}.ring0_addr (str) = 10.10.0.{last}\n"
    f"nodelist.node.{i}.ring1_addr (str) = 10.10.1.{last}\n"
    for i, (name, last) in enumerate(NODES.items())
)


def write_programs(directory: Path, name: str) -> Path:
    """Write the tools of the machine called ``name``; what it does not have ends with 127."""
    directory.mkdir()
    (directory / "cmap.txt").write_text(CMAP)
    (directory / "name.txt").write_text(f"{name}\n")
    answers = {line: CAPTURES / name / file for line, file in ANSWERS.items()}
    answers |= {"corosync-cmapctl": directory / "cmap.txt", "uname -n": directory / "name.txt"}
    cases = "\n".join(
        f"{shlex.quote(line)}) exec /bin/cat {shlex.quote(str(file))} ;;"
        for line, file in answers.items()
        if file.exists()
    )
    script = f'#!/bin/sh\nset -- "${{0##*/}}" "$@"\ncase "$*" in\n{cases}\n*) exit 127 ;;\nesac\n'
    for program in PROGRAMS:
        (directory / program).write_text(script)
        (directory / program).chmod(0o755)
    return directory


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SshConfig]:
    """The cluster's machines on loopback; ``~/.ssh/config`` leads their addresses there."""
    if not have_sshd():
        pytest.skip("openssh-server is not installed")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    key = make_key(tmp_path / "id")
    lines: list[str] = []
    with ExitStack() as stack:
        for name, last in NODES.items():
            programs = write_programs(tmp_path / f"{name}-programs", name)
            server = SshServer(tmp_path / name, key, programs=programs)
            stack.enter_context(server)
            lines.append(f"Host {name} 10.10.0.{last}\n")
            lines.append(f"  HostName 127.0.0.1\n  Port {server.port}\n")
        config = tmp_path / "ssh_config"
        config.write_text("".join(lines))
        yield SshConfig(
            user=getuser(),
            identity=str(key),
            known_hosts=str(tmp_path / "known_hosts"),
            config=str(config),
        )


def test_a_cluster_is_found_over_ssh_key_by_key(ssh: SshConfig) -> None:
    connections = SshConnections()
    start = Start("lab", "san1", ssh=ssh)
    unknown: list[int] = []
    found = Discovery(None, ())
    for _ in range(3):
        found = discover(start, connections, JobContext())
        unknown.append(len(found.unknown_keys))
        for error in found.unknown_keys:
            connections.accept_host_key(error)
    assert unknown == [1, 3, 0]
    assert not has_failures(found), found.checks
    config = found.config
    assert config is not None
    assert [(s.name, s.address, *s.roles) for s in config.servers] == [
        ("san1", "san1", Role.SAN),
        ("san2", "10.10.0.12", Role.SAN),
        ("xen1", "10.10.0.21", Role.HOST),
        ("xen2", "10.10.0.22", Role.HOST),
    ]
    assert [(n.name, n.kind, n.cidr) for n in config.networks] == [
        ("management", "management", "10.10.0.0/24"),
        ("storage-a", "storage", "10.10.1.0/24"),
        ("storage-b", "storage", "10.10.2.0/24"),
    ]
    assert [s.networks["management"] for s in config.servers] == [
        f"10.10.0.{last}" for last in NODES.values()
    ]
    assert parse(render(config), file="lab.yaml", name="lab") == config
