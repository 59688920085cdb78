"""What the parsers make of recorded answers, healthy and broken."""

from __future__ import annotations

import pytest
from recorded_lab import bridges_capture, capture

from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.monitoring.parse import (
    cib,
    crm_mon,
    drbd,
    drbd_config,
    ip,
    iscsiadm,
    lio,
    lvm,
    multipath,
    ovs,
    proc,
    sha256,
    virsh,
    xl,
)
from xenadmin_gui.monitoring.parse.domain_xml import parse_domain, wwid_of_device
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.parse.graphics import Graphics, parse_graphics

DEGRADED = "degraded-path-down-and-drbd-disconnected"


def test_xl_info_knows_that_this_xen_has_no_shadow_paging() -> None:
    xen = xl.parse_info(capture("xl-info.txt"))
    assert (xen.version, xen.cpus, xen.has_shadow_paging) == ("4.17.7", 2, False)
    assert xen.memory_bytes == 1535 * 2**20
    assert xen.memory_free_bytes == 620 * 2**20


def test_xl_info_with_shadow_paging_says_so_and_an_old_one_says_nothing() -> None:
    text = capture("xl-info.txt")
    shadow = text.replace("pv hvm hap", "pv hvm hap shadow")
    assert xl.parse_info(shadow).has_shadow_paging is True
    assert xl.parse_info(text.replace("pv hvm hap", "hvm")).has_shadow_paging is None


def test_xl_list_gives_every_domain() -> None:
    domains = xl.parse_list(capture("healthy/xen1/xl-list.txt"))
    assert [d.name for d in domains] == ["Domain-0", "vm1"]
    assert domains[1].state is VmState.RUNNING
    assert domains[1].seconds == 14.1
    assert domains[1].memory_bytes == 128 * 2**20


HEADING = "Name  ID   Mem VCPUs\tState\tTime(s)   UUID     Reason-Code\tSecurity Label\n"
DOMAIN_0 = f"Domain-0  0   768     1     r-----     1.0 {xl.DOMAIN_0}        -                -\n"


def _line(name: str, flags: str, code: str = "-") -> str:
    uuid = "11111111-2222-3333-4444-0000000000a1"
    return f"{name}     7   128     1     {flags}      14.1 {uuid}        {code}                -\n"


@pytest.mark.parametrize(
    ("flags", "code", "state"),
    [
        ("--p---", "-", VmState.PAUSED),
        ("------", "-", VmState.RUNNING),
        ("---s--", "0", VmState.RUNNING),
        ("---s--", "2", VmState.PAUSED),
        ("---s--", "3", VmState.CRASHED),
        ("----c-", "-", VmState.CRASHED),
    ],
)
def test_xl_list_flags_become_states(flags: str, code: str, state: VmState) -> None:
    text = HEADING + DOMAIN_0 + _line("web", flags, code)
    assert xl.parse_list(text)[1].state is state


def test_xl_list_reads_odd_names_and_arriving_guests() -> None:
    text = (
        HEADING + DOMAIN_0 + _line("a'; touch x; ' 7", "-b----") + _line("db--incoming", "--p---")
    )
    odd, arriving = xl.parse_list(text)[1:]
    assert odd.name == "a'; touch x; ' 7"
    assert (arriving.name, arriving.is_incoming) == ("db", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        HEADING,
        HEADING + _line("web", "-b----"),
        "Name                 Kennung  Speicher\n" + DOMAIN_0,
        HEADING + DOMAIN_0 + "web   7   12",
        HEADING + DOMAIN_0 + "web   7   12\n",
        "Fehler: xl konnte nicht mit xenstored sprechen\n",
    ],
)
def test_an_xl_list_that_cannot_be_whole_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        xl.parse_list(text)


def test_drbd_standalone_has_no_peer_line_and_is_still_recognised() -> None:
    status = drbd.parse_status(capture(f"{DEGRADED}/san1/drbdadm-status.txt"))
    events = drbd.parse_events(capture(f"{DEGRADED}/san1/drbdsetup-events2.txt"))
    for sides in (status, events):
        assert [side.connection for side in sides] == ["StandAlone", "Connecting"]
        assert [side.replication for side in sides] == ["", ""]
    assert events[0].out_of_sync_bytes == 40 * 1024


def test_drbd_sync_tells_its_percentage_in_every_tool() -> None:
    source = drbd.parse_status(capture("drbd-syncing/drbdadm-status.txt"))[1]
    target = drbd.parse_status(capture("drbd-syncing/drbdadm-status-target.txt"))[1]
    minor = drbd.parse_proc(capture("drbd-syncing/proc-drbd.txt")).minors[1]
    assert (source.replication, source.sync_percent) == ("SyncSource", 3.84)
    assert (target.replication, target.disk) == ("SyncTarget", "Inconsistent")
    assert (minor.replication, minor.sync_percent) == ("SyncSource", 4.2)


def test_proc_drbd_names_states_as_the_other_tools_do() -> None:
    minors = drbd.parse_proc(capture(f"{DEGRADED}/san1/proc-drbd.txt")).minors
    assert [m.connection for m in minors] == ["StandAlone", "Connecting"]


DRBD_9_STATUS = """r0 role:Primary
  disk:UpToDate quorum:yes
  san2 role:Secondary
    peer-disk:UpToDate

r1 role:Secondary
  volume:0 disk:UpToDate
  volume:1 disk:Inconsistent
  san2 role:Primary
    volume:0 peer-disk:UpToDate
    volume:1 replication:SyncTarget peer-disk:UpToDate done:55.10

r2 role:Primary suspended:quorum
  disk:UpToDate quorum:no
  san2 connection:Connecting

"""


def test_drbd_9_status_is_read_with_quorum_and_worst_volume() -> None:
    r0, r1, r2 = drbd.parse_status(DRBD_9_STATUS)
    assert (r0.connection, r0.replication, r0.quorum) == ("Connected", "Established", True)
    assert (r1.disk, r1.replication, r1.sync_percent) == ("Inconsistent", "SyncTarget", 55.1)
    assert (r2.connection, r2.quorum) == ("Connecting", False)


DRBD_9_EVENTS = """exists resource name:r0 role:Primary suspended:no
exists connection name:r0 peer-node-id:1 conn-name:san2 connection:Connected role:Secondary
exists device name:r0 volume:0 minor:1000 backing_dev:/dev/vg/r0 disk:UpToDate client:no quorum:yes size:1024
exists peer-device name:r0 peer-node-id:1 conn-name:san2 volume:0 replication:Established peer-disk:UpToDate peer-client:no resync-suspended:no out-of-sync:0
exists path name:r0 peer-node-id:1 conn-name:san2 local:ipv4:10.0.0.1:7000 peer:ipv4:10.0.0.2:7000 established:yes
exists -
"""  # noqa: E501 - the tool's own lines


def test_drbd_9_events_are_read_and_a_missing_end_is_noticed() -> None:
    (r0,) = drbd.parse_events(DRBD_9_EVENTS)
    assert (r0.minor, r0.size_bytes, r0.quorum) == (1000, 1024 * 1024, True)
    with pytest.raises(ParseError, match="breaks off"):
        drbd.parse_events(DRBD_9_EVENTS.removesuffix("exists -\n"))


def test_drbd_config_tells_device_and_backing_on_each_server() -> None:
    volumes = drbd_config.parse_config(capture("drbdadm-dump-xml.txt"))
    assert {(v.resource, v.host) for v in volumes} == {
        (name, host) for name in ("vm1", "vm2") for host in ("san1", "san2")
    }
    assert volumes[0].device == "/dev/drbd1"
    assert volumes[0].backing == "/dev/vg_san/vm1"


def test_multipath_with_a_lost_path() -> None:
    maps = multipath.parse_maps(capture(f"{DEGRADED}/xen1/multipathd-show-maps-json.txt"))
    assert sorted(path.state for path in maps[0].paths) == ["faulty", "ready"]
    assert maps[0].queues is False


def test_iscsi_sessions_with_their_disks_and_a_lost_one() -> None:
    up, lost = iscsiadm.parse_sessions(capture(f"{DEGRADED}/xen1/iscsiadm-session-P3.txt"))
    assert (up.portal, up.state) == ("10.10.2.10:3260", "LOGGED_IN")
    assert [(d.lun, d.device) for d in up.disks] == [(1, "sdb"), (2, "sdd")]
    assert lost.state == "FREE"


def test_lvm_reports_in_bytes() -> None:
    (group,) = lvm.parse_vgs(capture("vgs-json.txt"))
    volumes = lvm.parse_lvs(capture("lvs-json.txt"))
    assert (group.name, group.size_bytes) == ("vg_san", 2143289344)
    assert [(v.name, v.path) for v in volumes] == [
        ("vm1", "/dev/vg_san/vm1"),
        ("vm2", "/dev/vg_san/vm2"),
    ]


def test_lun_wwid_uses_only_the_hex_digits_of_the_serial() -> None:
    assert lio.wwid_of_serial("labvm001") == "36001405ab00100000000000000000000"
    long = lio.wwid_of_serial("7f" * 20)
    assert len(long) == 33
    assert long.startswith("360014057f7f")


def test_crm_mon_sees_a_lost_member() -> None:
    seen = crm_mon.parse_crm_mon(capture("failover2-after/san1/crm_mon-xml.txt"))
    assert [(n.name, n.online) for n in seen.nodes] == [("san1", True), ("san2", False)]
    promoted = [r for r in seen.resources if r.role == "Promoted"]
    assert {r.parent for r in promoted} == {"ms_drbd_vm1", "ms_drbd_vm2"}


def test_crm_mon_failure_names_its_resource() -> None:
    text = capture("healthy/san1/crm_mon-xml.txt").replace(
        "</pacemaker-result>",
        '<failures><failure op_key="vm_a_b_migrate_to_0" node="xen1" exitstatus="error"'
        ' exitreason="no memory" exitcode="1" task="migrate_to" last-rc-change="now"/></failures>'
        "</pacemaker-result>",
    )
    (failure,) = crm_mon.parse_crm_mon(text).failures
    assert (failure.resource, failure.task, failure.reason) == ("vm_a_b", "migrate_to", "no memory")


def test_crm_mon_without_a_cluster_says_why() -> None:
    text = (
        '<pacemaker-result api-version="2.25" request="crm_mon"><status code="102"'
        ' message="Not connected"><errors><error>cluster is not running</error></errors>'
        "</status></pacemaker-result>"
    )
    with pytest.raises(ParseError, match="cluster is not running"):
        crm_mon.parse_crm_mon(text)


MOVES = """<cib epoch="3" num_updates="2" admin_epoch="1"><configuration><crm_config/><resources>
<group id="g"><meta_attributes id="m"><nvpair id="x" name="is-managed" value="false"/>
</meta_attributes>
<primitive id="vm-a" class="ocf" provider="heartbeat" type="VirtualDomain"/></group></resources>
<constraints>
<rsc_location id="cli-prefer-vm-a" rsc="vm-a" role="Started" node="xen2" score="INFINITY"/>
<rsc_location id="cli-ban-vm-b-on-xen1" rsc="vm-b"><rule id="r" score="-INFINITY">
<expression id="e" attribute="#uname" operation="eq" value="xen1"/>
<date_expression id="d" operation="lt" end="2026-11-23 18:00:00Z"/></rule></rsc_location>
<rsc_location id="mine" rsc="vm-a" node="xen1" score="50"/>
</constraints></configuration></cib>"""


def test_cib_moves_with_and_without_an_end() -> None:
    config = cib.parse_cib(MOVES)
    prefer, ban = config.moves
    assert (prefer.resource, prefer.node, prefer.prefers, prefer.until) == (
        "vm-a",
        "xen2",
        True,
        None,
    )
    assert (ban.node, ban.prefers, ban.until) == ("xen1", False, 1795456800.0)
    assert config.age == (1, 3, 2)
    assert config.of_agent("VirtualDomain")[0].meta["is-managed"] == "false"


def test_domain_definition_of_a_pv_and_a_pvh_guest() -> None:
    pv = parse_domain(capture("virsh-dumpxml-pv-inactive.xml"))
    pvh = parse_domain(capture("virsh-dumpxml-pvh.xml"))
    assert (pv.kind, pvh.kind) == (VmKind.PV, VmKind.PVH)
    assert pv.memory_bytes == 128 * 2**20
    assert pv.disks[0].wwid == "36001405ab00100000000000000000000"
    assert pv.nics[0].mac == "00:16:3e:00:00:61"


def test_kvm_and_hvm_guests_are_told_apart() -> None:
    text = capture("virsh-dumpxml-pv-inactive.xml")
    hvm = text.replace("machine='xenpv'>linux", "machine='xenfv'>hvm")
    assert parse_domain(hvm).kind is VmKind.HVM
    assert parse_domain(hvm.replace("type='xen'>", "type='kvm'>", 1)).kind is VmKind.KVM


@pytest.mark.parametrize(
    "path",
    [
        "/dev/disk/by-id/dm-uuid-mpath-36001405ab00100000000000000000000",
        "/dev/mapper/36001405ab00100000000000000000000",
        "/dev/disk/by-id/wwn-0x6001405ab00100000000000000000000",
        "/dev/disk/by-id/scsi-36001405ab00100000000000000000000",
    ],
)
def test_every_name_of_a_lun_on_a_host_leads_to_its_wwid(path: str) -> None:
    assert wwid_of_device(path) == "36001405ab00100000000000000000000"


def test_other_devices_have_no_wwid() -> None:
    assert wwid_of_device("/dev/mapper/vg-data") == ""
    assert wwid_of_device("/var/lib/libvirt/images/a.qcow2") == ""


def test_domstats_of_a_kvm_host() -> None:
    text = (
        "Domain: 'web'\n  state.state=1\n  state.reason=1\n  balloon.current=1048576\n"
        "  vcpu.current=2\n  vcpu.0.state=1\n  vcpu.0.time=1500000000\n  vcpu.1.time=500000000\n"
        "\nDomain: 'off'\n  state.state=5\n  state.reason=0\n\n"
    )
    web, off = virsh.parse_domstats(text)
    assert (web.state, web.vcpus, web.memory_bytes, web.seconds) == (
        VmState.RUNNING,
        2,
        2**30,
        2.0,
    )
    assert off.state is VmState.OFF
    assert virsh.parse_domstats("") == ()


def test_capabilities_name_the_domain_types() -> None:
    assert virsh.parse_capabilities(capture("virsh-capabilities.xml")).domain_types == {"xen"}


def test_addresses_of_the_serving_san_server_hold_the_cluster_ip() -> None:
    held = ip.parse_addresses(capture("healthy/san1/ip-j-addr.txt"))
    assert {"10.10.1.10", "10.10.1.11"} <= held
    assert "127.0.0.1" not in held


def test_bridges_of_the_kernel_and_of_open_vswitch() -> None:
    assert ip.parse_bridges(bridges_capture("ip-link-bridge.json")) == ("dmz", "xenbr0")
    assert ip.parse_bridges(bridges_capture("ip-link-none.json")) == ()
    assert ip.parse_bridges(bridges_capture("ip-link-nothing.json")) == ()
    listed = bridges_capture("ovs-vsctl-list-br.txt")
    assert ovs.parse_bridges(listed) == ("dmz-br0", "ovsbr0", "vlan10")
    assert ovs.parse_bridges("") == ()
    for wild in ("ovs-vsctl: no\n", listed[:-1]):
        with pytest.raises(ParseError):
            ovs.parse_bridges(wild)


def test_sha256sum_with_an_escaped_name() -> None:
    digest = "0" * 64
    text = f"{digest}  /a/b.xml\n\\{digest}  /a/new\\nline.xml\n"
    assert sha256.parse_sha256sum(text) == (("/a/b.xml", digest), ("/a/new\nline.xml", digest))


def test_proc_files() -> None:
    assert proc.parse_uptime("12.50 3.00\n") == 12.5
    assert proc.parse_loadavg("0.15 0.1 0.0 1/80 99\n") == 0.15
    stat = "cpu  10 0 10 70 10 0 0 0 0 0\ncpu0 5 0 5 35 5 0 0 0 0 0\nctxt 1\nsoftirq 1 2\n"
    times = proc.parse_stat(stat)
    assert (times.busy, times.total, times.cpus) == (20, 100, 1)
    memory = proc.parse_meminfo("MemTotal: 100 kB\nMemAvailable: 50 kB\n")
    assert memory.available_bytes == 51200
    assert proc.parse_os_release("NAME='x'\nPRETTY_NAME=\"A B\"\n") == "A B"


@pytest.mark.parametrize(
    ("graphics", "found"),
    [
        (
            "<graphics type='vnc' port='5901' autoport='yes' listen='0.0.0.0' passwd='p'>"
            "<listen type='address' address='0.0.0.0'/></graphics>",
            Graphics("vnc", "127.0.0.1", 5901, "", "p"),
        ),
        (
            "<graphics type='vnc' port='5902'><listen type='network' network='n' address='::'/>"
            "</graphics>",
            Graphics("vnc", "::1", 5902),
        ),
        (
            "<graphics type='spice'><listen type='socket' socket='/run/q/s.sock'/></graphics>",
            Graphics("spice", path="/run/q/s.sock"),
        ),
        ("<graphics type='vnc' socket='/old'/>", Graphics("vnc", path="/old")),
        (
            "<graphics type='spice' port='-1' tlsPort='5903' listen='10.0.0.1'/>",
            Graphics("spice", "10.0.0.1"),
        ),
    ],
)
def test_where_a_screen_is_to_be_had(graphics: str, found: Graphics) -> None:
    xml = f"<domain type='xen'><devices>{graphics}</devices></domain>"
    assert parse_graphics(xml) == (found,)
    assert found.can_be_reached == (found.port is not None or bool(found.path))
    assert "'p'" not in repr(found)


def test_a_screen_that_is_none_of_ours_is_a_parse_error() -> None:
    with pytest.raises(ParseError):
        parse_graphics("<domain><devices><graphics port='many'/></devices></domain>")
