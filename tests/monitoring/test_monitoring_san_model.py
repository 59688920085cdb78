"""The SAN's model from recorded answers: targets, copies, replicas that are down, both layouts."""

from __future__ import annotations

import json
import re

import pytest
from recorded_lab import (
    INFO,
    PROTECT,
    PVS,
    VM1,
    Lab,
    capture,
    san_server,
)

from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health

IQN = "iqn.2026-11.example.lab:san"
XEN1, XEN2 = "iqn.2026-11.example.lab:xen1", "iqn.2026-11.example.lab:xen2"
EVENTS = "drbdsetup events2 --now --statistics"
VGS = "vgs --reportformat json --units b -o vg_name,vg_size,vg_free,vg_missing_pv_count,vg_uuid"
LVS = (
    "lvs --reportformat json --units b -o"
    " lv_name,vg_name,lv_size,lv_attr,lv_uuid,lv_path,lv_tags,origin,data_percent"
)
UDEV = "find /sys/kernel/config/target/core -name udev_path -exec grep -H . {} +"


def found(snapshot: Snapshot, code: str) -> list[Finding]:
    return [finding for finding in snapshot.findings if finding.code == code]


def change(lab: Lab, server: str, command: str, old: str, new: str) -> None:
    answers = lab.hosts[server].answers
    text = answers[command]
    assert isinstance(text, str)
    assert old in text
    answers[command] = text.replace(old, new)


def test_one_lost_path_leaves_the_other_devices_as_they_were(lab: Lab) -> None:
    old = lab.refresh()
    answers, command = lab.hosts["xen1"].answers, "multipathd show maps json"
    text = answers[command]
    assert isinstance(text, str)
    answers[command] = re.sub(r'("chk_st" *: *)"ready"', r'\1"faulty"', text, count=1)
    new = lab.refresh()
    kept = {id(device) for device in old.san.multipaths}
    assert len([device for device in new.san.multipaths if id(device) not in kept]) == 1
    assert len(old.san.multipaths) > 2


def test_the_target_is_with_the_serving_server(lab: Lab) -> None:
    snapshot = lab.refresh()
    (target,) = snapshot.san.targets
    assert (target.iqn, target.server, target.resource) == (IQN, "san1", "p_target")
    assert target.portals == ("10.10.1.10:3260", "10.10.2.10:3260")
    assert target.initiators == (XEN1, XEN2)
    assert snapshot.servers["xen1"].initiator == XEN1
    assert [lun.initiators for lun in snapshot.san.luns] == [(XEN1, XEN2)] * 2
    assert snapshot.san.drbd_version == "8.4.11"
    assert "<resources>" in snapshot.pacemaker.configuration


def test_a_healthy_san_has_no_finding_of_its_own(lab: Lab) -> None:
    codes = {finding.code for finding in lab.refresh().findings}
    mine = ("replica-", "volume-", "lun-", "path-", "not-logged", "snapshot-", "vg-", "san-")
    assert [code for code in codes if code.startswith(mine)] == []


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        (INFO, "UDEV PATH: /dev/drbd2  readonly: 0", "UDEV PATH: /dev/drbd2  readonly: 1"),
        (PROTECT, "lun_2/write_protect:0", "lun_2/write_protect:1"),
    ],
    ids=["backstore", "access lists"],
)
def test_a_read_only_lun_is_recognised(lab: Lab, command: str, old: str, new: str) -> None:
    change(lab, "san1", command, old, new)
    assert [lun.read_only for lun in lab.refresh().san.luns] == [False, True]


def test_a_replica_knows_its_place(lab: Lab) -> None:
    replica = lab.refresh().san.replica("vm1")
    assert replica is not None
    assert (replica.minor, replica.port, replica.network) == (1, 7781, "mgmt")
    assert replica.addresses == (("san1", "10.10.0.11"), ("san2", "10.10.0.12"))
    assert (replica.config_file, replica.volume) == ("/etc/drbd.d/vm1.res", "vg_san/vm1")
    assert replica.is_in_sync


def test_a_replica_that_is_configured_and_not_running_is_down(lab: Lab) -> None:
    events = lab.hosts["san2"].answers[EVENTS]
    assert isinstance(events, str)
    lines = [line for line in events.splitlines(keepends=True) if "name:vm1 " not in line]
    lab.hosts["san2"].answers[EVENTS] = "".join(lines)
    snapshot = lab.refresh()
    replica = snapshot.san.replica("vm1")
    assert replica is not None
    side = replica.side("san2")
    assert side is not None
    assert (side.is_up, side.role, side.disk, side.device) == (False, "", "", "/dev/drbd1")
    assert replica.unasked == ()
    assert [f.subject for f in found(snapshot, "replica-down")] == [replica.key]


def test_a_resync_shows_its_pace(lab: Lab) -> None:
    server = lab.hosts["san1"]
    server.answers[EVENTS] = capture("drbd-syncing/events2-target.txt")
    server.answers["cat /proc/drbd"] = capture("drbd-syncing/proc-drbd.txt")
    side = lab.refresh().san.replica("vm2").side("san1")  # type: ignore[union-attr]
    assert side is not None
    assert (side.rate_bytes_s, side.left_s) == (1300 * 1024, 70.0)


def test_copies_of_unequal_size_are_a_finding(lab: Lab) -> None:
    change(
        lab, "san2", LVS, '"lv_size":"100663296B", "lv_attr"', '"lv_size":"104857600B", "lv_attr"'
    )
    snapshot = lab.refresh()
    volume = snapshot.san.volume("vg_san", "vm1")
    assert volume is not None
    assert [(c.server, c.size_bytes) for c in volume.copies] == [
        ("san1", 100663296),
        ("san2", 104857600),
    ]
    assert volume.health is Health.DEGRADED
    assert "96 MiB, san2 100 MiB" in found(snapshot, "sizes-differ")[0].sentence


@pytest.mark.parametrize(
    ("attributes", "percent", "health"),
    [
        ("swi-a-s---", "12.50", None),
        ("swi-a-s---", "85.00", Health.DEGRADED),
        ("swi-I-s---", "100.00", Health.FAILED),
    ],
)
def test_a_snapshot_fills_up(
    lab: Lab, attributes: str, percent: str, health: Health | None
) -> None:
    row = (
        '{"lv_name":"before", "vg_name":"vg_san", "lv_size":"4194304B", "lv_tags":"",'
        f' "lv_attr":"{attributes}", "origin":"vm1", "data_percent":"{percent}"}},'
    )
    change(lab, "san1", LVS, '"lv": [', f'"lv": [{row}')
    snapshot = lab.refresh()
    volume = snapshot.san.volume("vg_san", "before")
    assert volume is not None
    assert volume.snapshot_percent == float(percent)
    assert [f.health for f in found(snapshot, "snapshot-full")] == ([health] if health else [])


def test_a_group_that_lacks_a_disk_is_an_alarm(lab: Lab) -> None:
    change(lab, "san2", VGS, '"vg_free"', '"vg_missing_pv_count":"1", "vg_free"')
    (finding,) = found(lab.refresh(), "vg-missing-pv")
    assert (finding.subject.id, finding.health) == ("san2/vg_san", Health.FAILED)


@pytest.mark.parametrize(
    ("name", "is_told"), [("spare", True), ("spare.deleted-1795742594", False)]
)
def test_a_volume_that_no_lun_exports(lab: Lab, name: str, is_told: bool) -> None:
    row = (
        f'{{"lv_name":"{name}", "vg_name":"vg_san", "lv_size":"4194304B", "lv_tags":"",'
        ' "lv_attr":"-wi-a-----", "origin":"", "data_percent":""},'
    )
    for server in ("san1", "san2"):
        change(lab, server, LVS, '"lv": [', f'"lv": [{row}')
    assert bool(found(lab.refresh(), "volume-not-exported")) is is_told


def test_a_lun_that_no_vm_uses(lab: Lab) -> None:
    lab.hosts["xen1"].domains = ()
    snapshot = lab.refresh()
    assert snapshot.san.luns[0].key in {f.subject for f in found(snapshot, "lun-unused")}


def test_a_lun_that_pacemaker_should_offer_and_no_kernel_has(lab: Lab) -> None:
    lab.hosts["san1"].answers |= san_server("san1").answers
    assert [f.health for f in found(lab.refresh(), "san-not-served")] == [Health.FAILED]


def test_a_host_without_a_session_on_one_network(lab: Lab) -> None:
    command = "iscsiadm -m session -P 3"
    text = lab.hosts["xen1"].answers[command]
    assert isinstance(text, str)
    cut = text.index("\tCurrent Portal", text.index("Current Portal") + 10)
    lab.hosts["xen1"].answers[command] = text[:cut]
    (finding,) = found(lab.refresh(), "not-logged-in")
    assert finding.subject.id == "xen1"
    assert "sana (10.10.1.10:3260)" in finding.sentence or "sanb (10." in finding.sentence


def test_a_lun_without_a_path_over_a_network_that_is_logged_in(lab: Lab) -> None:
    command = "multipathd show maps json"
    text = lab.hosts["xen2"].answers[command]
    assert isinstance(text, str)
    maps = json.loads(text)
    groups = maps["maps"][0]["path_groups"]
    groups[-1]["paths"] = groups[-1]["paths"][:-1]
    lab.hosts["xen2"].answers[command] = json.dumps(maps)
    (finding,) = found(lab.refresh(), "path-missing")
    assert finding.subject.id == "xen2"
    assert "1 LUN" in finding.sentence


def over_replica(lab: Lab, active: str) -> None:
    """The other layout: vm1's replica is the group's physical volume; one server shows it."""
    empty = {kind: f'{{"report":[{{"{kind}":[]}}]}}' for kind in ("pv", "vg", "lv")}
    row = (
        '{"report":[{"lv":[{"lv_name":"web", "vg_name":"vg_r", "lv_size":"4194304B",'
        ' "lv_attr":"-wi-ao----", "lv_tags":""}]}]}'
    )
    group = '{"report":[{"vg":[{"vg_name":"vg_r", "vg_size":"8388608B", "vg_free":"4194304B"}]}]}'
    disk = (
        '{"report":[{"pv":[{"pv_name":"/dev/drbd1", "vg_name":"vg_r", "pv_size":"8388608B",'
        ' "pv_free":"4194304B", "pv_missing":""}]}]}'
    )
    for name in ("san1", "san2"):
        shows = name == active
        lab.hosts[name].answers |= {
            PVS: disk if shows else empty["pv"],
            VGS: group if shows else empty["vg"],
            LVS: row if shows else empty["lv"],
        }
    change(lab, "san1", UDEV, "/dev/drbd1", "/dev/vg_r/web")


def test_a_volume_over_a_replica_leads_to_it_and_to_its_lun(lab: Lab) -> None:
    over_replica(lab, "san1")
    snapshot = lab.refresh()
    (group,) = snapshot.san.groups
    (volume,) = snapshot.san.volumes
    assert (group.server, group.replica, group.pvs) == ("san1", "vm1", ("/dev/drbd1",))
    assert (volume.replica, volume.servers, volume.used_by) == ("vm1", ("san1",), (VM1,))
    assert volume.lun == snapshot.san.luns[0].wwid
    assert snapshot.san.luns[0].size_bytes == 4194304
    codes = {finding.code for finding in snapshot.findings}
    assert not codes & {"sizes-differ", "volume-not-exported", "vg-missing-pv"}


def test_a_group_that_has_moved_is_not_shown_twice(lab: Lab) -> None:
    over_replica(lab, "san1")
    lab.refresh()
    lab.hosts["san1"].die()
    lab.refresh()
    lab.hosts["san2"].answers |= {
        command: lab.hosts["san1"].answers[command] for command in (PVS, VGS, LVS)
    }
    snapshot = lab.refresh()
    assert [group.server for group in snapshot.san.groups] == ["san2"]
    assert [volume.servers for volume in snapshot.san.volumes] == [("san2",)]
