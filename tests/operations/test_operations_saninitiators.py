"""Hosts log in, log out and look for LUNs; no VM loses its last path by it."""

from __future__ import annotations

from dataclasses import replace

from labsan import HOSTS, IQN, WWID, without
from sanplans import codes, lines, sentence, served

from xenadmin_gui.domain.san import ClusterIp, Multipath, Target
from xenadmin_gui.domain.san import Path as SanPath
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.portals import known_portals

LOGIN, LOGOUT, RESCAN = InitiatorVerb.LOGIN, InitiatorVerb.LOGOUT, InitiatorVerb.RESCAN
BOTH = (SanPath("sda", "sana", "ready"), SanPath("sdb", "sanb", "ready"))
ONE = (SanPath("sda", "sana", "ready"), SanPath("sdb", "sanb", "faulty"))


def paths(*usable: SanPath) -> Snapshot:
    return served(multipaths=tuple(Multipath(host, WWID, usable) for host in HOSTS))


def logged_out(host: str, network: str) -> Snapshot:
    sessions = served().san.sessions
    return served(
        sessions=tuple(s for s in sessions if (s.host, s.network) != (host, network)),
        targets=(Target(IQN, ("10.10.1.10:3260", "10.10.2.10:3260")),),
    )


def test_a_host_logs_in_where_it_is_not() -> None:
    plan = InitiatorDraft(LOGIN, ("xen1", "xen2")).plan(logged_out("xen1", "sanb"))
    portal = f"--targetname {IQN} --portal 10.10.2.10:3260"
    assert lines(plan) == [
        "xen1: iscsiadm --mode discovery --type sendtargets --portal 10.10.2.10:3260",
        f"xen1: iscsiadm --mode node {portal} --login",
    ]
    assert plan.steps[1].undo[0].command.argv[-1] == "--logout"
    verdicts = [subject.verdict for subject in plan.subjects]
    assert verdicts == [Verdict.WILL_DO, Verdict.ALREADY]


def test_a_new_host_finds_its_portals_by_the_clusters_addresses() -> None:
    addresses = (ClusterIp("10.10.1.10", "sana"), ClusterIp("10.10.2.10/24", "sanb"))
    snapshot = served(sessions=(), targets=(Target(IQN),), cluster_ips=addresses)
    portals = known_portals(snapshot)
    assert [(p.address, p.network) for p in portals] == [
        ("10.10.1.10:3260", "sana"),
        ("10.10.2.10:3260", "sanb"),
    ]
    plan = InitiatorDraft(LOGIN, ("xen1",), ("sanb",)).plan(snapshot)
    assert [step.command.argv[-1] for step in plan.steps] == ["10.10.2.10:3260", "--login"]


def test_a_session_that_iscsid_mends_is_left_to_it() -> None:
    broken = tuple(
        replace(s, state="FREE") if (s.host, s.network) == ("xen1", "sana") else s
        for s in served().san.sessions
    )
    plan = InitiatorDraft(LOGIN, ("xen1",)).plan(served(sessions=broken))
    assert plan.steps == ()
    assert "goes on trying to reach 10.10.1.10:3260" in plan.subjects[0].reason


def test_the_management_address_is_no_portal() -> None:
    addresses = (ClusterIp("10.10.0.10", "lan"), ClusterIp("10.10.1.10", "sana"))
    snapshot = served(targets=(Target(IQN),), cluster_ips=addresses)
    assert InitiatorDraft(LOGIN, ("xen1",)).plan(snapshot).steps == ()


def test_one_of_two_paths_may_go() -> None:
    plan = InitiatorDraft(LOGOUT, ("xen1",), ("sana",)).plan(paths(*BOTH))
    assert lines(plan) == [
        f"xen1: iscsiadm --mode node --targetname {IQN} --portal 10.10.1.10:3260 --logout"
    ]
    assert "one session left" in plan.subjects[0].reason


def test_the_last_path_of_a_lun_in_use_stays() -> None:
    draft = InitiatorDraft(LOGOUT, ("xen1",), ("sana",))
    assert codes(draft, paths(*ONE)) == ["last-path"]
    assert "web1" in sentence(draft, paths(*ONE))
    assert codes(InitiatorDraft(LOGOUT, ("xen1",)), paths(*BOTH)) == ["last-path"]


def test_a_host_without_vms_may_log_out_of_all() -> None:
    plan = InitiatorDraft(LOGOUT, ("xen2",)).plan(paths(*BOTH))
    assert [step.command.argv[-1] for step in plan.steps] == ["--logout", "--logout"]


def test_a_rescan_surely_runs() -> None:
    plan = InitiatorDraft(RESCAN, ("xen1",)).plan(served())
    rescan, tidy = plan.steps
    assert rescan.command.argv[-4:] == ("iscsiadm", "--mode", "session", "--rescan")
    assert rescan.unit in tidy.command.argv[-1]


def test_a_rescan_of_one_network_is_of_its_session() -> None:
    plan = InitiatorDraft(RESCAN, ("xen1",), ("sanb",)).plan(served())
    assert plan.steps[0].command.argv[-3:] == ("--portal", "10.10.2.10:3260", "--rescan")


def test_unknown_hosts_and_networks_are_refused() -> None:
    assert codes(InitiatorDraft(RESCAN, ("xen9",)), served()) == ["no-host"]
    assert codes(InitiatorDraft(RESCAN, ("xen1",)), without(served(), "xen1")) == ["silent"]
    assert codes(InitiatorDraft(LOGIN, ("xen1",), ("lan",)), served()) == ["no-portal"]
    nowhere = replace(served(), san=replace(served().san, sessions=()))
    assert codes(InitiatorDraft(LOGIN, ("xen1",)), nowhere) == ["no-portal"]
