"""Which commands one cycle runs on which server, and who reads their answers."""

from __future__ import annotations

from dataclasses import replace

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.deleted import BIN
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.lio import SAVED
from xenadmin_gui.domain.lioscripts import unsaved_changes
from xenadmin_gui.domain.template import DESCRIPTION, LIBRARY
from xenadmin_gui.domain.verification import (
    RESULT_FOLDER,
    RESULT_SUFFIX,
    UNIT_FOLDER,
    UNIT_PREFIX,
)
from xenadmin_gui.monitoring.absent import (
    no_drbd,
    no_ovs,
    no_pacemaker,
    no_sessions,
    no_such_file,
    no_such_unit,
    not_installed,
)
from xenadmin_gui.monitoring.parse import (
    cib,
    crm_mon,
    deleted,
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
    template,
    verification,
    virsh,
    xl,
)
from xenadmin_gui.monitoring.part import Part, part

#: Fields of the parts that are asked now and then only; the last answer stays until then.
SLOW_FIELDS = (
    "deleted",
    *("capabilities", "initiator", "read_only", "protected"),
    *("schedules", "verified", "lio_services", "lio_unsaved"),
    *("library_files", "library_texts", "library_room"),
)
DEFINITIONS = "/etc/xenadmin/domains"
_LV_COLUMNS = "lv_name,vg_name,lv_size,lv_attr,lv_uuid,lv_path,lv_tags,origin,data_percent"
_PV_COLUMNS = "pv_name,vg_name,pv_size,pv_free,pv_missing"
_LIO = "/sys/kernel/config/target"


_EVERYWHERE = (
    part("uptime_s", "/proc/uptime", "cat /proc/uptime", proc.parse_uptime),
    part("load", "/proc/loadavg", "cat /proc/loadavg", proc.parse_loadavg),
    part("cpu", "/proc/stat", "cat /proc/stat", proc.parse_stat),
    part("memory", "/proc/meminfo", "cat /proc/meminfo", proc.parse_meminfo),
    part("os", "os-release", "cat /etc/os-release", proc.parse_os_release),
    part("addresses", "ip", "ip -j addr", ip.parse_addresses),
)

_XEN = (
    part("xen", "xl info", "xl info", xl.parse_info),
    part("domains", "xl list", "xl list -v", xl.parse_list),
)

_HOST = (
    part("bridges", "ip link", "ip -j link show type bridge", ip.parse_bridges),
    replace(
        part(
            "ovs_bridges",
            "ovs-vsctl",
            "ovs-vsctl --timeout=5 list-br",
            ovs.parse_bridges,
            (),
            no_ovs,
        ),
        is_optional=True,
    ),
    part(
        "maps",
        "multipathd",
        "multipathd show maps json",
        multipath.parse_maps,
        (),
        not_installed,
    ),
    part(
        "sessions",
        "iscsiadm",
        "iscsiadm -m session -P 3",
        iscsiadm.parse_sessions,
        (),
        no_sessions,
    ),
    part(
        "hashes",
        "sha256sum",
        f"find {DEFINITIONS} -maxdepth 1 -name *.xml -exec sha256sum {{}} +",
        sha256.parse_sha256sum,
        (),
        no_such_file,
    ),
)

_HOST_SLOW = (
    part(
        "initiator",
        "initiatorname.iscsi",
        "cat /etc/iscsi/initiatorname.iscsi",
        iscsiadm.parse_initiator,
        "",
        no_such_file,
    ),
    part(
        "deleted",
        "recycle bin",
        (
            *("find", BIN, "-maxdepth", "1", "-name", "*.xml"),
            *("-exec", "grep", "-aH", "", "{}", "+"),
        ),
        deleted.parse_deleted,
        {},
        no_such_file,
    ),
)

_SAN = (
    part("drbd_status", "drbdadm status", "drbdadm status", drbd.parse_status, (), no_drbd),
    part(
        "drbd_events",
        "drbdsetup events2",
        "drbdsetup events2 --now --statistics",
        drbd.parse_events,
        (),
        no_drbd,
    ),
    part(
        "drbd_proc",
        "/proc/drbd",
        "cat /proc/drbd",
        drbd.parse_proc,
        drbd.DrbdKernel(""),
        no_such_file,
    ),
    part(
        "drbd_config",
        "drbdadm dump-xml",
        "drbdadm dump-xml",
        drbd_config.parse_config,
        (),
        no_drbd,
    ),
    part(
        "vgs",
        "vgs",
        "vgs --reportformat json --units b -o vg_name,vg_size,vg_free,vg_missing_pv_count,vg_uuid",
        lvm.parse_vgs,
        (),
        not_installed,
    ),
    part(
        "lvs",
        "lvs",
        f"lvs --reportformat json --units b -o {_LV_COLUMNS}",
        lvm.parse_lvs,
        (),
        not_installed,
    ),
    part(
        "udev_paths",
        "configfs",
        f"find {_LIO}/core -name udev_path -exec grep -H . {{}} +",
        lio.parse_udev_paths,
        {},
        no_such_file,
    ),
    part(
        "serials",
        "configfs",
        f"find {_LIO}/core -name vpd_unit_serial -exec grep -H . {{}} +",
        lio.parse_serials,
        {},
        no_such_file,
    ),
    part(
        "lun_links",
        "configfs",
        ("find", f"{_LIO}/iscsi", "-type", "l", "-printf", "%p\\t%l\\n"),
        lio.parse_links,
        lio.LunLinks(),
        no_such_file,
    ),
    part(
        "pvs",
        "pvs",
        f"pvs --reportformat json --units b -o {_PV_COLUMNS}",
        lvm.parse_pvs,
        (),
        not_installed,
    ),
    part(
        "targets",
        "configfs",
        f"find {_LIO}/iscsi -mindepth 4 -maxdepth 4 -type d",
        lio.parse_targets,
        (),
        no_such_file,
    ),
)

_SAN_SLOW = (
    part(
        "lio_services",
        "systemctl",
        ("systemctl", "list-unit-files", "--no-legend", *SAVED),
        lio.parse_services,
        {},
        no_such_unit,
    ),
    part(
        "lio_unsaved",
        "LIO's saved configuration",
        unsaved_changes(*SAVED.values()),
        lio.parse_unsaved,
        None,
        not_installed,
    ),
    part(
        "read_only",
        "configfs settings",
        f"find {_LIO}/core -mindepth 3 -maxdepth 3 -name info -exec grep -H . {{}} +",
        lio.parse_read_only,
        {},
        no_such_file,
    ),
    part(
        "protected",
        "configfs settings",
        f"find {_LIO}/iscsi -mindepth 6 -maxdepth 6 -name write_protect -exec grep -H . {{}} +",
        lio.parse_write_protect,
        {},
        no_such_file,
    ),
    part(
        "schedules",
        "comparisons by a schedule",
        (
            *("find", UNIT_FOLDER, "-maxdepth", "1", "-name", f"{UNIT_PREFIX}*.timer"),
            *("-exec", "grep", "-H", "^OnCalendar=", "{}", "+"),
        ),
        verification.parse_schedules,
        {},
        no_such_file,
    ),
    part(
        "verified",
        "comparisons by a schedule",
        (
            *("find", RESULT_FOLDER, "-maxdepth", "1", "-name", f"*{RESULT_SUFFIX}"),
            *("-exec", "grep", "-aH", "", "{}", "+"),
        ),
        verification.parse_results,
        {},
        no_such_file,
    ),
)

#: Folders that begin with a dot are being filled just now.
_IN_LIBRARY = (
    *("find", LIBRARY, "-ignore_readdir_race", "-mindepth", "2", "-maxdepth", "2"),
    *("-type", "f", "-not", "-path", f"{LIBRARY}/.*"),
)
_ROOM = 'df --block-size=1 --output=avail "$1" 2>/dev/null || df --block-size=1 --output=avail "$2"'

_LIBRARY = (
    part(
        "library_files",
        "template library",
        (*_IN_LIBRARY, "-printf", "%s\\t%P\\n"),
        template.parse_files,
        {},
        no_such_file,
    ),
    part(
        "library_texts",
        "template library",
        (
            *_IN_LIBRARY,
            *("-name", DESCRIPTION, "-size", f"-{(template.LARGEST_TEXT >> 9) + 1}"),
            *("-exec", "grep", "-aH", "", "{}", "+"),
        ),
        template.parse_texts,
        {},
        no_such_file,
    ),
    part(
        "library_room",
        "df",
        ("sh", "-c", _ROOM, "sh", LIBRARY, "/var/lib"),
        template.parse_room,
        None,
        not_installed,
    ),
)

_PACEMAKER = (
    part(
        "crm_mon",
        "crm_mon",
        "crm_mon --output-as=xml -r",
        crm_mon.parse_crm_mon,
        None,
        not_installed,
    ),
    part("cib", "cibadmin", "cibadmin --query", cib.parse_cib, None, not_installed),
)


def parts_for(server: ServerConfig, *, slow: bool, pacemaker: bool) -> tuple[Part, ...]:
    """Return what a cycle asks of ``server``.

    Args:
        slow: Whether the parts that hardly ever change are due too.
        pacemaker: Whether a host that is no SAN server is asked for Pacemaker's view.
    """
    parts: tuple[Part, ...] = _EVERYWHERE
    is_host = Role.HOST in server.roles
    if is_host:
        virsh_parts = _virsh(server.libvirt_uri)
        is_xen = server.libvirt_uri.startswith("xen")
        parts += (_XEN if is_xen else virsh_parts[:1]) + _HOST
        if slow:
            parts += virsh_parts[1:] + _HOST_SLOW
    if Role.SAN in server.roles:
        parts += _SAN + (_SAN_SLOW + _LIBRARY if slow else ())
        parts += _PACEMAKER
    elif pacemaker:
        parts += tuple(replace(part, is_absent=no_pacemaker) for part in _PACEMAKER)
    return parts


def definition_command(path: str) -> Command:
    """Return the command that reads one definition file."""
    return Command(("cat", path))


def _virsh(uri: str) -> tuple[Part, Part]:
    stats = ("virsh", "-c", uri, "-q", "domstats", "--state", "--vcpu", "--balloon", "--raw")
    return (
        part("domstats", "virsh domstats", stats, virsh.parse_domstats),
        part(
            "capabilities",
            "virsh capabilities",
            ("virsh", "-c", uri, "capabilities"),
            virsh.parse_capabilities,
        ),
    )
