"""From one machine a whole cluster is found, and what was not found is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session_paper import Answers, Machine, PaperConnector, addresses

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import HostKeyUnknownError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session import look
from xenadmin_gui.session.check import Check, Verdict
from xenadmin_gui.session.discovery import Discovery, Start, discover

CAPTURES = Path(__file__).parents[1] / "captures" / "shared-lab"
CAPABILITIES = (CAPTURES / "virsh-capabilities.xml").read_text()
DUMP = (CAPTURES / "drbdadm-dump-xml.txt").read_text()
SESSIONS = (CAPTURES / "healthy" / "xen1" / "iscsiadm-session-P3.txt").read_text()
XEN_URI = ("virsh", "-c", "xen:///system", "capabilities")
NODES = {"san1": 11, "san2": 12, "xen1": 21, "xen2": 22}
CMAP = "".join(
    f"nodelist.node.{i}.name (str) = {name}\n"
    f"nodelist.node.{i}.ring0_addr (str) = 10.10.0.{last}\n"
    f"nodelist.node.{i}.ring1_addr (str) = 10.10.1.{last}\n"
    for i, (name, last) in enumerate(NODES.items())
)


def answers(name: str) -> Answers:
    last = NODES[name]
    vip = " 10.10.1.100/24" if name == "san1" else ""
    said: Answers = {
        ("uname", "-n"): f"{name}\n",
        ("corosync-cmapctl",): CMAP,
        ("ip", "-j", "addr"): addresses(
            eth0=f"192.0.2.{last}/24" if name == "xen1" else "192.0.3.1/24",
            eth1=f"10.10.0.{last}/24",
            eth2=f"10.10.1.{last}/24{vip}",
            eth3=f"10.10.2.{last}/24",
            virbr0="192.168.122.1/24",
        ),
    }
    if name.startswith("san"):
        said["drbdadm", "dump-xml"] = DUMP
    else:
        said[XEN_URI] = CAPABILITIES
        said["iscsiadm", "-m", "session", "-P", "3"] = SESSIONS
    return said


def cluster(**ways: str) -> PaperConnector:
    """Machines reached at 10.10.0.N unless ``ways`` says otherwise."""
    return PaperConnector(
        [
            Machine(answers(name), {ways.get(name, f"10.10.0.{last}")})
            for name, last in NODES.items()
        ]
    )


def search(connector: PaperConnector, address: str = "10.10.0.11") -> Discovery:
    told: list[Check] = []
    found = discover(Start("lab", address), lambda _: connector, JobContext(), told.append)
    assert tuple(told) == found.checks
    return found


def failures(found: Discovery) -> list[str]:
    return [f"{c.subject} {c.name}" for c in found.checks if c.verdict is Verdict.FAILED]


def test_a_whole_cluster_is_found_from_a_san_server() -> None:
    found = search(cluster())
    assert failures(found) == []
    config = found.config
    assert config is not None
    assert [(s.name, s.address, sorted(s.roles)) for s in config.servers] == [
        ("san1", "10.10.0.11", [Role.SAN]),
        ("san2", "10.10.0.12", [Role.SAN]),
        ("xen1", "10.10.0.21", [Role.HOST]),
        ("xen2", "10.10.0.22", [Role.HOST]),
    ]
    assert [(n.name, n.kind, n.cidr) for n in config.networks] == [
        ("management", "management", "10.10.0.0/24"),
        ("storage-a", "storage", "10.10.1.0/24"),
        ("storage-b", "storage", "10.10.2.0/24"),
    ]
    assert config.server("san1").networks["storage-a"] == "10.10.1.11"


def test_machines_that_only_the_first_one_reaches_are_reached_through_it() -> None:
    ways = {name: f"10.10.0.{last} via xen1" for name, last in NODES.items() if name != "xen1"}
    connector = cluster(xen1="gate.example.org", **ways)
    found = search(connector, "gate.example.org")
    assert failures(found) == []
    config = found.config
    assert config is not None
    assert config.server("xen1").address == "gate.example.org"
    assert {s.jump for s in config.servers} == {None, "xen1"}
    tried_directly = [way for way in connector.asked if " via " not in way]
    assert tried_directly == ["gate.example.org", "10.10.0.11", "10.10.1.11"]


def test_a_machine_that_does_not_answer_is_left_out_and_told() -> None:
    found = search(cluster(san2="nowhere"))
    assert failures(found) == ["san2 connect"]
    assert found.config is not None
    assert [s.name for s in found.config.servers] == ["san1", "xen1", "xen2"]


def test_a_first_machine_that_does_not_answer_ends_the_search() -> None:
    found = search(cluster(), "10.99.99.99")
    assert found.config is None
    assert failures(found) == ["10.99.99.99 connect"]


@pytest.mark.parametrize("name", ["san1", "xen2"])
def test_an_unknown_host_key_is_handed_on(name: str) -> None:
    connector = cluster()
    error = HostKeyUnknownError(name, "ssh-ed25519", "SHA256:abc")
    connector.machines[list(NODES).index(name)].trouble = error
    found = search(connector)
    assert found.unknown_keys == (error,)
    assert failures(found) == [f"{'10.10.0.11' if name == 'san1' else name} connect"]


def test_a_single_storage_network_is_a_failed_check() -> None:
    connector = cluster()
    for machine in connector.machines:
        text = machine.answers["ip", "-j", "addr"].replace("10.10.2.", "172.16.9.")
        machine.answers["ip", "-j", "addr"] = text
    assert failures(search(connector)) == ["san1 storage networks"]


def test_without_corosync_the_peers_of_drbd_are_found() -> None:
    connector = cluster()
    for machine in connector.machines:
        del machine.answers["corosync-cmapctl",]
    found = search(connector)
    assert found.config is not None
    assert [s.name for s in found.config.servers] == ["san1", "san2"]


def test_corosync_conf_is_read_where_corosync_does_not_run() -> None:
    conf = "totem { version: 2 }\nnodelist {\n node {\n ring0_addr: 10.0.0.1\n name: a\n }\n}\n"
    said = _results({"conf": conf})
    assert look.understand(said).members == (look.Member("a", ("10.0.0.1",)),)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(look._COMMANDS)), st.text()))
def test_garbled_answers_are_reported_not_raised(texts: dict[str, str]) -> None:
    look.understand(_results(texts))


def _results(texts: dict[str, str]) -> dict[str, CommandResult]:
    return {
        name: CommandResult("h", Command(argv), 0 if name in texts else 127, texts.get(name, ""))
        for name, argv in look._COMMANDS.items()
    }
