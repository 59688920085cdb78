"""The recorded lab: what each of its machines says, and the whole under a monitor."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recorded_hosts import FakeConnector, FakeHost, ManualClock

from xenadmin_gui.domain.config import ClusterConfig, NetworkConfig, ServerConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.monitor import Monitor
from xenadmin_gui.monitoring.parse.domain_xml import parse_domain
from xenadmin_gui.transport.protocols import DomainRecord

CAPTURES = Path(__file__).parent.parent / "captures" / "shared-lab"
VM1 = "11111111-2222-3333-4444-0000000000a1"
PVH1 = "11111111-2222-3333-4444-0000000000a2"


def capture(name: str) -> str:
    """Return the text of a capture."""
    return (CAPTURES / name).read_text()


def bridges_capture(name: str) -> str:
    """Return what a machine says of its bridges."""
    return (CAPTURES.parent / "bridges" / name).read_text()


def target_capture(name: str) -> str:
    """Return what the configfs of a serving SAN server says."""
    return (CAPTURES.parent / "lab-target" / name).read_text()


#: As drbd-utils 9 dumps it: addresses stand with the connection.
DRBD_9_CONFIG = """<config file="/etc/drbd.conf">
  <resource name="r0" conf-file-line="/etc/drbd.d/r0.res:3">
    <host name="san1"><volume vnr="0"><device minor="1000">/dev/drbd1000</device>
      <disk>/dev/sdb</disk><meta-disk>internal</meta-disk></volume></host>
    <host name="san2"><volume vnr="0"><device minor="1000">/dev/drbd1000</device>
      <disk>/dev/sdb</disk><meta-disk>internal</meta-disk></volume></host>
    <connection>
      <host name="san1"><address family="ipv4" port="7789">10.10.0.11</address></host>
      <host name="san2"><address family="ipv4" port="7789">10.10.0.12</address></host>
    </connection>
  </resource>
</config>
"""


def common(name: str) -> dict[str, str | tuple[int | None, str, str]]:
    stat = "cpu  100 0 100 800 0 0 0 0 0 0\ncpu0 100 0 100 800 0 0 0 0 0 0\nsoftirq 1\n"
    return {
        "cat /proc/uptime": "1000.00 500.00\n",
        "cat /proc/loadavg": "0.10 0.20 0.30 1/100 1234\n",
        "cat /proc/stat": stat,
        "cat /proc/meminfo": "MemTotal: 655360 kB\nMemFree: 1 kB\nMemAvailable: 400000 kB\n",
        "cat /etc/os-release": 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian"\n',
        "ip -j addr": "[]\n",
    }


def xen_host(name: str, folder: str = "healthy") -> FakeHost:
    answers = common(name)
    answers |= {
        "ip -j link show type bridge": bridges_capture("ip-link-bridge.json"),
        "xl info": capture("xl-info.txt").replace("xen1", name),
        "xl list -v": capture(f"{folder}/{name}/xl-list.txt"),
        "multipathd show maps json": capture(f"{folder}/{name}/multipathd-show-maps-json.txt"),
        "iscsiadm -m session -P 3": capture(f"{folder}/{name}/iscsiadm-session-P3.txt"),
        "virsh -c xen:///system capabilities": capture("virsh-capabilities.xml"),
        "cat /etc/iscsi/initiatorname.iscsi": (
            f"## DO NOT EDIT OR REMOVE THIS FILE!\nInitiatorName=iqn.2026-11.example.lab:{name}\n"
        ),
        "find /etc/xenadmin/domains -maxdepth 1 -name *.xml -exec sha256sum {} +": (
            1,
            "",
            "find: '/etc/xenadmin/domains': No such file or directory\n",
        ),
        "find /etc/xenadmin/deleted -maxdepth 1 -name *.xml -exec grep -aH  {} +": (
            1,
            "",
            "find: '/etc/xenadmin/deleted': No such file or directory\n",
        ),
    }
    return FakeHost(name, answers)


PVS = "pvs --reportformat json --units b -o pv_name,vg_name,pv_size,pv_free,pv_missing"
INFO = "find /sys/kernel/config/target/core -mindepth 3 -maxdepth 3 -name info -exec grep -H . {} +"
TREE = "find /sys/kernel/config/target/iscsi -mindepth 4 -maxdepth 4 -type d"
PROTECT = (
    "find /sys/kernel/config/target/iscsi -mindepth 6 -maxdepth 6 -name write_protect"
    " -exec grep -H . {} +"
)
_IN_LIBRARY = (
    "find /var/lib/xenadmin/templates -ignore_readdir_race -mindepth 2 -maxdepth 2 -type f"
    " -not -path /var/lib/xenadmin/templates/.*"
)
LIBRARY_FILES = f"{_IN_LIBRARY} -printf %s\\t%P\\n"
LIBRARY_TEXTS = f"{_IN_LIBRARY} -name template.yaml -size -129 -exec grep -aH  {{}} +"
LIBRARY_ROOM = (
    'sh -c df --block-size=1 --output=avail "$1" 2>/dev/null ||'
    ' df --block-size=1 --output=avail "$2" sh /var/lib/xenadmin/templates /var/lib'
)
SCHEDULES = (
    "find /etc/systemd/system -maxdepth 1 -name xenadmin-verify-*.timer"
    " -exec grep -H ^OnCalendar= {} +"
)
VERIFIED = "find /var/lib/xenadmin/verify -maxdepth 1 -name *.result -exec grep -aH  {} +"
_CORE = "/sys/kernel/config/target/core"
_ISCSI = "/sys/kernel/config/target/iscsi/iqn.2026-11.example.lab:san/tpgt_1"


def san_server(name: str, folder: str = "healthy", *, serves: bool = False) -> FakeHost:
    answers = common(name)
    lvs = "lv_name,vg_name,lv_size,lv_attr,lv_uuid,lv_path,lv_tags,origin,data_percent"
    vgs = "vg_name,vg_size,vg_free,vg_missing_pv_count,vg_uuid"
    none = (1, "", "find: '/sys/kernel/config/target': No such file or directory\n")
    no_library = (1, "", "find: '/var/lib/xenadmin/templates': No such file or directory\n")
    answers |= {
        SCHEDULES: "",
        VERIFIED: (1, "", "find: '/var/lib/xenadmin/verify': No such file or directory\n"),
        LIBRARY_FILES: no_library,
        LIBRARY_TEXTS: no_library,
        LIBRARY_ROOM: "       Avail\n 10737418240\n",
        "ip -j addr": capture(f"{folder}/{name}/ip-j-addr.txt"),
        "drbdadm status": capture(f"{folder}/{name}/drbdadm-status.txt"),
        "drbdsetup events2 --now --statistics": capture(f"{folder}/{name}/drbdsetup-events2.txt"),
        "cat /proc/drbd": capture(f"{folder}/{name}/proc-drbd.txt"),
        "drbdadm dump-xml": capture("drbdadm-dump-xml.txt"),
        f"vgs --reportformat json --units b -o {vgs}": capture("vgs-json.txt"),
        f"lvs --reportformat json --units b -o {lvs}": capture("lvs-json.txt"),
        f"find {_CORE} -name udev_path -exec grep -H . {{}} +": none,
        f"find {_CORE} -name vpd_unit_serial -exec grep -H . {{}} +": none,
        "find /sys/kernel/config/target/iscsi -type l -printf %p\\t%l\\n": none,
        PVS: capture("pvs-json.txt"),
        INFO: none,
        TREE: none,
        PROTECT: none,
        "crm_mon --output-as=xml -r": capture(f"{folder}/{name}/crm_mon-xml.txt"),
        "cibadmin --query": capture("cibadmin-Q.xml"),
    }
    if serves:
        answers |= serving_answers()
    return FakeHost(name, answers)


def serving_answers() -> dict[str, str | tuple[int | None, str, str]]:
    """What configfs of the serving SAN server says."""
    stores = [(0, "p_lu_vm1", "/dev/drbd1", "labvm001"), (1, "p_lu_vm2", "/dev/drbd2", "labvm002")]
    paths = [f"{_CORE}/iblock_{n}/{s}/udev_path:{d}\n" for n, s, d, _ in stores]
    serials = [
        f"{_CORE}/iblock_{n}/{s}/wwn/vpd_unit_serial:T10 VPD Unit Serial Number: {sn}\n"
        for n, s, _, sn in stores
    ]
    up = "../" * 6
    links = [
        f"{_ISCSI}/lun/lun_{n + 1}/a1b2c3d4e{n}\t{up}target/core/iblock_{n}/{s}\n"
        for n, s, _, _ in stores
    ]
    hosts = [f"{_ISCSI}/acls/iqn.2026-11.example.lab:{name}" for name in ("xen1", "xen2")]
    mapped = f"{up}../target/iscsi/iqn.2026-11.example.lab:san/tpgt_1/lun"
    lists = [f"{host}/lun_{n + 1}" for host in hosts for n, _, _, _ in stores]
    links += [f"{place}/f00\t{mapped}/{place.rpartition('/')[2]}\n" for place in lists]
    portals = [f"{_ISCSI}/np/10.10.{n}.10:3260" for n in (1, 2)]
    numbers = [f"{_ISCSI}/lun/lun_{n + 1}" for n, _, _, _ in stores]
    info = (
        "{place}/info:Status: ACTIVATED  Max Queue Depth: 0  SectorSize: 512  HwMaxSectors: 65528\n"
        "{place}/info:        iBlock device: {name}  UDEV PATH: {device}  readonly: 0\n"
        "{place}/info:        Major: 147 Minor: 1  CLAIMED: IBLOCK\n"
    )
    infos = [
        info.format(place=f"{_CORE}/iblock_{n}/{s}", name=d.rpartition("/")[2], device=d)
        for n, s, d, _ in stores
    ]
    return {
        f"find {_CORE} -name udev_path -exec grep -H . {{}} +": "".join(paths),
        f"find {_CORE} -name vpd_unit_serial -exec grep -H . {{}} +": "".join(serials),
        "find /sys/kernel/config/target/iscsi -type l -printf %p\\t%l\\n": "".join(links),
        INFO: "".join(infos),
        TREE: "".join(f"{place}\n" for place in (*portals, *hosts, *numbers)),
        PROTECT: "".join(f"{place}/write_protect:0\n" for place in lists),
    }


def record(
    xml_name: str, host_id: int | None, *, persistent: bool = True, state: str = "running"
) -> DomainRecord:
    text = capture(xml_name)
    xml = parse_domain(text)
    return DomainRecord(xml.uuid, xml.name, VmState(state), host_id, persistent, False, text)


def lab_config() -> ClusterConfig:
    """The lab's cluster file as values."""
    host, san = frozenset({Role.HOST}), frozenset({Role.SAN})
    return ClusterConfig(
        "lab",
        servers=(
            ServerConfig("san1", san, "10.10.0.11"),
            ServerConfig("san2", san, "10.10.0.12"),
            ServerConfig("xen1", host, "10.10.0.21"),
            ServerConfig("xen2", host, "10.10.0.22"),
        ),
        networks=(
            NetworkConfig("mgmt", "management", "10.10.0.0/24"),
            NetworkConfig("sana", "storage", "10.10.1.0/24"),
            NetworkConfig("sanb", "storage", "10.10.2.0/24"),
        ),
    )


class Lab:
    """A whole cluster of recorded text under a Monitor."""

    def __init__(self, remembered: Mapping[str, Vm] | None = None) -> None:
        self.clock = ManualClock()
        self.hosts = {
            "san1": san_server("san1", serves=True),
            "san2": san_server("san2"),
            "xen1": xen_host("xen1"),
            "xen2": xen_host("xen2"),
        }
        self.hosts["xen1"].domains = (record("virsh-dumpxml-pv-inactive.xml", 2),)
        self.hosts["xen2"].domains = (record("virsh-dumpxml-pvh.xml", None, state="off"),)
        self.config = lab_config()
        self.connector = FakeConnector(self.hosts)
        self.monitor = Monitor(self.config, self.connector, self.clock, remembered)

    def refresh(self, *names: str, force: bool = False) -> Snapshot:
        return self.monitor.refresh(names or None, JobContext(clock=self.clock), force=force)


XL_HEADING = "Name  ID   Mem VCPUs\tState\tTime(s)   UUID     Reason-Code\tSecurity Label\n"
XL_DOMAIN_0 = (
    "Domain-0  0   768     1     r-----     {seconds:.1f} 00000000-0000-0000-0000-000000000000"
    "        -                -\n"
)


def xl_list(*lines: tuple[str, int, str, float, str], seconds: float = 1.0) -> str:
    """Render ``xl list -v`` from (name, id, flags, seconds, uuid)."""
    text = XL_HEADING + XL_DOMAIN_0.format(seconds=seconds)
    for name, number, flags, used, uuid in lines:
        text += f"{name}  {number}   128     1     {flags}      {used:.1f} {uuid}        -     -\n"
    return text


CIB = """<cib epoch="9" num_updates="1" admin_epoch="0"><configuration>
<crm_config><cluster_property_set id="o">
<nvpair id="o1" name="stonith-enabled" value="{fencing}"/>
<nvpair id="o2" name="maintenance-mode" value="{maintenance}"/></cluster_property_set></crm_config>
<nodes/><resources>
<primitive id="vm-vm1" class="ocf" provider="heartbeat" type="VirtualDomain">
<instance_attributes id="i"><nvpair id="i1" name="config"
 value="/etc/xenadmin/domains/11111111-2222-3333-4444-0000000000a1.xml"/></instance_attributes>
<meta_attributes id="m"><nvpair id="m1" name="allow-migrate" value="true"/>
<nvpair id="m2" name="target-role" value="{role}"/><nvpair id="m3" name="priority" value="10"/>
</meta_attributes></primitive></resources><constraints>{constraints}</constraints>
</configuration></cib>"""


def cib_text(
    *,
    role: str = "Started",
    constraints: str = "",
    fencing: str = "true",
    maintenance: str = "false",
) -> str:
    """Render a CIB that protects vm1."""
    return CIB.format(role=role, constraints=constraints, fencing=fencing, maintenance=maintenance)


def crm_mon_text(
    nodes: dict[str, str], resource: str = "", *, quorum: str = "true", dc: str = "san1"
) -> str:
    """Render crm_mon's XML.

    Args:
        nodes: ``online``, ``offline``, ``unclean`` or ``standby`` by node name.
        resource: Attributes and children of the resource vm-vm1.
    """
    rows = []
    for name, word in nodes.items():
        online = "true" if word in ("online", "standby", "online-unclean") else "false"
        unclean = "true" if "unclean" in word else "false"
        standby = "true" if word == "standby" else "false"
        rows.append(
            f'<node name="{name}" id="{name}" online="{online}" standby="{standby}"'
            f' unclean="{unclean}" maintenance="false" pending="false" is_dc="false"'
            ' resources_running="0" type="member"/>'
        )
    return (
        '<pacemaker-result api-version="2.25" request="crm_mon --output-as=xml -r"><summary>'
        f'<current_dc present="true" version="2.1.5" name="{dc}" with_quorum="{quorum}"/>'
        f"</summary><nodes>{''.join(rows)}</nodes><resources>{resource}</resources>"
        '<status code="0" message="OK"/></pacemaker-result>\n'
    )


def vm1_resource(role: str, *nodes: str, extra: str = "") -> str:
    """Render vm1's resource in crm_mon's XML."""
    inside = "".join(f'<node name="{node}" id="{node}" cached="true"/>' for node in nodes)
    return (
        f'<resource id="vm-vm1" resource_agent="ocf:heartbeat:VirtualDomain" role="{role}"'
        f' active="true" orphaned="false" blocked="false" managed="true" failed="false" {extra}>'
        f"{inside}</resource>"
    )


ALL_ONLINE = {"san1": "online", "san2": "online", "xen1": "online", "xen2": "online"}
HASHES = "find /etc/xenadmin/domains -maxdepth 1 -name *.xml -exec sha256sum {} +"
VM1_FILE = f"/etc/xenadmin/domains/{VM1}.xml"


def protect_vm1(lab: Lab) -> None:
    """Make vm1 a resource of Pacemaker: files on both hosts, transient where it runs."""
    for name in ("san1", "san2"):
        pacemaker_says(lab, crm_mon_text(ALL_ONLINE, vm1_resource("Started", "xen1")))
        lab.hosts[name].answers["cibadmin --query"] = cib_text()
    for name in ("xen1", "xen2"):
        host = lab.hosts[name]
        host.answers[HASHES] = f"{'a' * 64}  {VM1_FILE}\n"
        host.answers[f"cat {VM1_FILE}"] = capture("virsh-dumpxml-pv-inactive.xml")
    lab.hosts["xen1"].domains = (record("virsh-dumpxml-pv-inactive.xml", 2, persistent=False),)
    for name in ("san1", "san2"):
        lab.hosts[name].answers["cibadmin --query"] = cib_text()


def pacemaker_says(lab: Lab, text: str) -> None:
    """Let every member tell ``text``."""
    for name in ("san1", "san2", "xen1"):
        lab.hosts[name].answers["crm_mon --output-as=xml -r"] = text
