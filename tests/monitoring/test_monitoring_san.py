"""The SAN and the machines as the snapshot shows them: healthy, half lost, disagreeing."""

from __future__ import annotations

import pytest
from recorded_lab import (
    ALL_ONLINE,
    PVH1,
    SCHEDULES,
    VERIFIED,
    VM1,
    Lab,
    capture,
    cib_text,
    crm_mon_text,
    pacemaker_says,
    san_server,
    serving_answers,
    xen_host,
)

from xenadmin_gui.domain.pacemaker import ControlMode
from xenadmin_gui.domain.states import Health, HostState

DEGRADED = "degraded-path-down-and-drbd-disconnected"
LUN1 = "36001405ab00100000000000000000000"


def codes(snapshot: object) -> set[str]:
    return {finding.code for finding in snapshot.findings}  # type: ignore[attr-defined]


def replace_answers(lab: Lab, name: str, other: object) -> None:
    lab.hosts[name].answers = other.answers  # type: ignore[attr-defined]


def test_the_chain_from_vm_to_backing_is_closed(lab: Lab) -> None:
    san = lab.refresh().san
    volume = next(v for v in san.volumes if v.name == "vm1")
    lun = next(one for one in san.luns if one.wwid == volume.lun)
    replica = next(r for r in san.replicas if r.name == volume.replica)
    assert volume.used_by == (VM1,)
    assert volume.servers == ("san1", "san2")
    assert (lun.wwid, lun.number, lun.device, lun.server) == (LUN1, 1, "/dev/drbd1", "san1")
    assert lun.resource == "p_lu_vm1"
    assert replica.primary == "san1"
    assert replica.health is Health.OK
    assert {m.host for m in san.multipaths if m.wwid == lun.wwid} == {"xen1", "xen2"}


def test_sessions_and_paths_carry_the_name_of_their_network(lab: Lab) -> None:
    san = lab.refresh().san
    assert {(s.host, s.portal, s.network) for s in san.sessions} == {
        (host, f"10.10.{n}.10:3260", network)
        for host in ("xen1", "xen2")
        for n, network in ((1, "sana"), (2, "sanb"))
    }
    for multipath in san.multipaths:
        assert {path.network for path in multipath.paths} == {"sana", "sanb"}


def test_cluster_ips_are_with_the_serving_server(lab: Lab) -> None:
    san = lab.refresh().san
    assert {(ip.network, ip.holder) for ip in san.cluster_ips} == {
        ("mgmt", "san1"),
        ("sana", "san1"),
        ("sanb", "san1"),
    }
    assert san.active_server == "san1"


def test_a_lost_path_degrades_the_host_and_names_the_network(lab: Lab) -> None:
    replace_answers(lab, "xen1", xen_host("xen1", DEGRADED))
    snapshot = lab.refresh()
    server = snapshot.servers["xen1"]
    assert server.state is HostState.DEGRADED
    assert "sana" in server.reason
    finding = next(f for f in snapshot.findings if f.code == "path-lost")
    assert finding.subject == server.key
    assert finding.health is Health.DEGRADED


def test_standalone_on_either_side_is_an_alarm(lab: Lab) -> None:
    replace_answers(lab, "san1", san_server("san1", DEGRADED, serves=True))
    replace_answers(lab, "san2", san_server("san2", DEGRADED))
    snapshot = lab.refresh()
    assert [r.health for r in snapshot.san.replicas] == [Health.FAILED, Health.FAILED]
    alone = [f for f in snapshot.findings if f.code == "replica-standalone"]
    assert ["san1" in f.sentence or "san2" in f.sentence for f in alone] == [True, True]


def test_sides_that_contradict_each_other_are_an_alarm(lab: Lab) -> None:
    replace_answers(lab, "san2", san_server("san2", DEGRADED))
    assert "pair-disagrees" in codes(lab.refresh())


def test_a_dead_san_server_leaves_its_side_unasked(lab: Lab) -> None:
    lab.hosts["san2"].is_dead = True
    snapshot = lab.refresh()
    for replica in snapshot.san.replicas:
        assert replica.unasked == ("san2",)
        assert [side.server for side in replica.sides] == ["san1"]
    assert "replica-unasked" in codes(snapshot)
    assert "replica-degraded" not in codes(snapshot)
    assert snapshot.servers["san2"].state is HostState.UNREACHABLE


def test_losing_the_serving_san_server_moves_everything_to_the_other(lab: Lab) -> None:
    assert lab.refresh().pacemaker.is_present
    lab.hosts["san1"].die()
    replace_answers(lab, "san2", san_server("san2", "failover-after"))
    lab.hosts["san2"].answers |= serving_answers()
    snapshot = lab.refresh()
    assert snapshot.pacemaker.seen_from == "san2"
    assert snapshot.san.active_server == "san2"
    assert {ip.holder for ip in snapshot.san.cluster_ips} == {"san2"}
    assert {lun.server for lun in snapshot.san.luns} == {"san2"}
    assert len(snapshot.san.volumes) == 2


def test_with_both_san_servers_gone_the_volumes_stay_known_and_nobody_serves(lab: Lab) -> None:
    lab.refresh()
    lab.hosts["san1"].die()
    lab.hosts["san2"].die()
    san = lab.refresh().san
    assert len(san.volumes) == 2
    assert [r.health for r in san.replicas] == [Health.UNKNOWN, Health.UNKNOWN]
    assert [lun.server for lun in san.luns] == [None, None]
    assert san.active_server is None


def test_replicas_survive_without_events2(lab: Lab) -> None:
    for name in ("san1", "san2"):
        lab.hosts[name].answers["drbdsetup events2 --now --statistics"] = "Unsinn\n"
    snapshot = lab.refresh()
    assert [r.health for r in snapshot.san.replicas] == [Health.OK, Health.OK]
    assert snapshot.servers["san1"].state is HostState.DEGRADED
    for name in ("san1", "san2"):
        lab.hosts[name].answers["drbdadm status"] = "Unsinn\n"
    assert [r.primary for r in lab.refresh().san.replicas] == ["san1", "san1"]


def test_garbled_pacemaker_on_one_member_uses_the_other(lab: Lab) -> None:
    lab.hosts["san1"].answers["crm_mon --output-as=xml -r"] = "<pacemaker-result>"
    snapshot = lab.refresh()
    assert snapshot.pacemaker.seen_from == "san2"
    assert snapshot.servers["san1"].state is HostState.DEGRADED


def test_the_partition_with_quorum_is_believed(lab: Lab) -> None:
    alone = crm_mon_text(ALL_ONLINE | {"san2": "unclean"}, quorum="false", dc="san1")
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE))
    lab.hosts["san1"].answers["crm_mon --output-as=xml -r"] = alone
    pacemaker = lab.refresh().pacemaker
    assert pacemaker.seen_from in ("san2", "xen1")
    assert pacemaker.with_quorum is True


def test_fenced_standby_and_maintenance_are_states(lab: Lab) -> None:
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE | {"xen1": "offline", "xen2": "standby"}))
    for name in ("san1", "san2"):
        lab.hosts[name].answers["cibadmin --query"] = cib_text(maintenance="true")
    lab.hosts["xen1"].is_dead = True
    snapshot = lab.refresh()
    assert snapshot.servers["xen1"].state is HostState.FENCED
    assert snapshot.servers["xen2"].state is HostState.MAINTENANCE
    assert snapshot.pacemaker.mode is ControlMode.ASK


def test_a_reachable_host_outside_the_cluster_is_degraded(lab: Lab) -> None:
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE | {"xen2": "offline"}))
    server = lab.refresh().servers["xen2"]
    assert server.state is HostState.DEGRADED
    assert "member" in server.reason


def test_pv_live_migration_is_known_to_be_impossible(lab: Lab) -> None:
    hypervisor = lab.refresh().servers["xen1"].hypervisor
    assert (hypervisor.name, hypervisor.version) == ("xen", "4.17.7")
    assert hypervisor.pv_live_migration is False


def test_unchanged_objects_keep_their_identity(lab: Lab) -> None:
    first = lab.refresh()
    second = lab.refresh()
    assert second.vms[VM1] is first.vms[VM1]
    assert second.vms[PVH1] is first.vms[PVH1]
    for name in ("replicas", "volumes", "luns", "sessions", "multipaths", "cluster_ips"):
        for old, new in zip(getattr(first.san, name), getattr(second.san, name), strict=True):
            assert old is new, name


def test_a_server_without_drbd_and_target_is_whole(lab: Lab) -> None:
    host = lab.hosts["san2"]
    host.answers = {k: v for k, v in host.answers.items() if "drbd" not in k}
    host.answers["cat /proc/drbd"] = (1, "", "cat: /proc/drbd: No such file or directory\n")
    server = lab.refresh().servers["san2"]
    assert server.missing == ()
    assert server.state is HostState.UP


@pytest.mark.parametrize("name", ["xen1", "san1"])
def test_german_answers_are_missing_parts_and_nothing_worse(lab: Lab, name: str) -> None:
    host = lab.hosts[name]
    for line in list(host.answers):
        host.answers[line] = (1, "", "Fehler: Vorgang nicht zulässig\n")
    server = lab.refresh().servers[name]
    assert server.state is HostState.DEGRADED
    assert server.memory_bytes is None
    assert ("ip", "Fehler: Vorgang nicht zulässig") in server.missing


def test_finding_of_queueing_comes_from_the_maps(lab: Lab) -> None:
    assert "no-queueing" in codes(lab.refresh())
    for name in ("xen1", "xen2"):
        text = capture(f"healthy/{name}/multipathd-show-maps-json.txt").replace("12 chk", "on")
        lab.hosts[name].answers["multipathd show maps json"] = text
    assert "no-queueing" not in codes(lab.refresh())


def test_a_schedule_and_its_newest_result_come_from_either_server(lab: Lab) -> None:
    def results(**ended: str) -> str:
        folder = "/var/lib/xenadmin/verify"
        return "".join(
            f"{folder}/{name}.result:{line}\n"
            for name, at in ended.items()
            for line in ("begun=1", f"ended={at}", "result=differs", "out_of_sync_kib=8")
        )

    name = lab.refresh().san.replicas[0].name
    timer = f"/etc/systemd/system/xenadmin-verify-{name}.timer:OnCalendar=Sun 03:00\n"
    lab.hosts["san1"].answers |= {SCHEDULES: timer, VERIFIED: results(**{name: "50"})}
    lab.hosts["san2"].answers |= {VERIFIED: results(**{name: "90"})}
    lab.clock.advance(120.0)
    replica = next(r for r in lab.refresh().san.replicas if r.name == name)
    assert replica.schedule == "Sun 03:00"
    assert replica.verified is not None
    found = replica.verified
    assert (found.server, found.ended, found.out_of_sync_bytes) == ("san2", 90.0, 8192)
