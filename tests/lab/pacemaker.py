"""The lab's Pacemaker configuration as text for crmsh, and its state as read from crm_mon."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from tests.lab.layout import CLUSTER_IP_OCTET, GUESTS, NETWORKS, TARGET_IQN, Guest, Host, Lab

BMC_USER, BMC_PASSWORD = "fence", "lab"
_ONLY_ON = "resource-discovery=never rule -inf: xenadmin-role ne"


def _op(name: str, timeout_s: int, interval_s: int = 0, role: str = "") -> str:
    role = f" role={role}" if role else ""
    return f"op {name} interval={interval_s}s timeout={timeout_s}s{role}"


def configuration(lab: Lab) -> str:
    """Everything the cluster runs, for `crm configure load update`.

    Monitors are rare: each one is a shell script of many processes on a processor in software.
    """
    lines = [_properties()]
    for host in lab.hosts:
        # What guests may have: one CPU and what dom0 leaves of the memory.
        room = " utilization cpu=4 hv_memory=640" if host.role == "host" else ""
        lines.append(f"node {host.node_id}: {host.name} attributes xenadmin-role={host.role}{room}")
    lines += [_fence(host) for host in lab.hosts]
    lines += [_replica(guest) for guest in GUESTS]
    lines += _target(lab)
    lines += _storage_log_in()
    lines += [_protected(guest) for guest in GUESTS if guest.protected]
    return "\n".join(lines) + "\n"


def _properties() -> str:
    """Options of the cluster; Pacemaker must not hold back under load, which is normal here."""
    return (
        "property stonith-enabled=true stonith-timeout=180s no-quorum-policy=stop "
        "cluster-recheck-interval=2min dc-deadtime=60s start-failure-is-fatal=false "
        "placement-strategy=balanced load-threshold=1000% concurrent-fencing=true\n"
        "rsc_defaults resource-stickiness=100 migration-threshold=5 failure-timeout=600s"
    )


def _fence(host: Host) -> str:
    name = f"fence_{host.name}"
    return (
        f"primitive {name} stonith:fence_redfish params ip={host.bmc_address} ipport=443 "
        f"ssl_insecure=1 username={BMC_USER} password={BMC_PASSWORD} "
        f"systems_uri=/redfish/v1/Systems/1 pcmk_host_list={host.name} pcmk_monitor_timeout=180s "
        "pcmk_status_timeout=180s pcmk_reboot_timeout=180s pcmk_off_timeout=180s "
        f"{_op('start', 300)} {_op('stop', 60)} {_op('monitor', 300, 1800)}\n"
        f"location l_{name} {name} -inf: {host.name}"
    )


def _replica(guest: Guest) -> str:
    drbd = f"p_drbd_{guest.name}"
    return (
        f"primitive {drbd} ocf:linbit:drbd params drbd_resource={guest.name} "
        f"{_op('monitor', 180, 117, 'Promoted')} {_op('monitor', 180, 123, 'Unpromoted')} "
        f"{_op('start', 240)} {_op('stop', 180)} {_op('promote', 180)} {_op('demote', 180)} "
        f"{_op('notify', 180)}\n"
        f"clone ms_drbd_{guest.name} {drbd} meta promotable=true promoted-max=1 "
        "promoted-node-max=1 clone-max=2 clone-node-max=1 notify=true interleave=true\n"
        f"location l_drbd_{guest.name} ms_drbd_{guest.name} {_ONLY_ON} san"
    )


def _target(lab: Lab) -> list[str]:
    """The SAN service as one group, the cluster IPs last.

    An address that answers before the LUNs are there gives initiators a hard error.
    """
    ops = f"{_op('start', 180)} {_op('stop', 180)} {_op('monitor', 180, 180)}"
    initiators = " ".join(h.iqn for h in lab.with_role("host"))
    portals = " ".join(
        f"{n.prefix}.{CLUSTER_IP_OCTET}:3260" for n in NETWORKS if n.kind == "storage"
    )
    lines = [
        f"primitive p_target ocf:heartbeat:iSCSITarget params iqn={TARGET_IQN} "
        f'implementation=lio-t portals="{portals}" allowed_initiators="{initiators}" {ops}'
    ]
    members = ["p_target"]
    for guest in GUESTS:
        lines.append(
            f"primitive p_lu_{guest.name} ocf:heartbeat:iSCSILogicalUnit params "
            f"target_iqn={TARGET_IQN} implementation=lio-t lun={guest.lun} "
            f"path=/dev/drbd{guest.drbd_minor} scsi_sn={guest.serial} "
            f'allowed_initiators="{initiators}" {ops}'
        )
        members.append(f"p_lu_{guest.name}")
    for number, network in enumerate(NETWORKS, start=1):
        lines.append(
            f"primitive p_ip_{network.name} ocf:heartbeat:IPaddr2 params "
            f"ip={network.prefix}.{CLUSTER_IP_OCTET} cidr_netmask=24 nic=eth{number} "
            f"{_op('monitor', 180, 90)} {_op('start', 120)} {_op('stop', 120)}"
        )
        members.append(f"p_ip_{network.name}")
    promoted = " ".join(f"ms_drbd_{g.name}:Promoted" for g in GUESTS)
    lines += [
        f"group g_san {' '.join(members)}",
        f"location l_san g_san {_ONLY_ON} san",
        f"colocation c_san inf: g_san {promoted}",
    ]
    lines += [f"order o_{g.name} Mandatory: ms_drbd_{g.name}:promote g_san:start" for g in GUESTS]
    return lines


def _storage_log_in() -> list[str]:
    """The Xen hosts' log-in to the SAN; once logged in they outlive a failover of the SAN."""
    return [
        f"primitive p_iscsi systemd:lab-iscsi {_op('start', 240)} {_op('stop', 100)} "
        f"{_op('monitor', 100, 120)}",
        "clone cl_iscsi p_iscsi meta interleave=true",
        f"location l_iscsi cl_iscsi {_ONLY_ON} host",
        # Not symmetrical: nobody logs out when the SAN service moves.
        "order o_iscsi Mandatory: g_san cl_iscsi symmetrical=false",
    ]


def _protected(guest: Guest) -> str:
    name = f"vm_{guest.name}"
    return (
        f"primitive {name} ocf:heartbeat:VirtualDomain params config={guest.definition} "
        "hypervisor=xen:///system migration_transport=ssh migrate_options=--p2p "
        "autoset_utilization_cpu=false autoset_utilization_hv_memory=false "
        "autoset_utilization_host_memory=false "
        f"{_op('start', 300)} {_op('stop', 300)} {_op('migrate_to', 600)} "
        f"{_op('migrate_from', 300)} {_op('monitor', 180, 60)} meta allow-migrate=true "
        f"utilization cpu=1 hv_memory={guest.memory_mib}\n"
        f"location l_{name} {name} {_ONLY_ON} host\n"
        f"location l_home_{name} {name} 50: {guest.home}\n"
        f"order o_{name} Mandatory: cl_iscsi {name}"
    )


@dataclass(frozen=True)
class ClusterState:
    """What crm_mon says.

    Attributes:
        online: names of the members that are online and not pending or unclean.
        unclean: members that wait for fencing.
        running: resource id to the hosts it is active on.
        promoted: hosts on which a promotable resource is promoted, by resource id.
    """

    quorate: bool
    online: frozenset[str]
    unclean: frozenset[str]
    running: dict[str, tuple[str, ...]]
    promoted: dict[str, tuple[str, ...]]


def parse_crm_mon(xml_text: str) -> ClusterState:
    """Read the output of `crm_mon --output-as=xml -1`."""
    root = ET.fromstring(xml_text)
    nodes = root.findall("nodes/node")
    dc = root.find("summary/current_dc")
    running: dict[str, tuple[str, ...]] = {}
    promoted: dict[str, tuple[str, ...]] = {}
    for resource in root.iter("resource"):
        if resource.get("active") != "true" or resource.get("failed") == "true":
            continue
        if resource.get("pending") == "Starting" or resource.get("role") == "Starting":
            continue
        name = resource.get("id", "").partition(":")[0]
        where = tuple(n.get("name", "") for n in resource.findall("node"))
        running[name] = running.get(name, ()) + where
        if resource.get("role") in ("Promoted", "Master"):
            promoted[name] = promoted.get(name, ()) + where
    return ClusterState(
        quorate=dc is not None and dc.get("with_quorum") == "true",
        online=frozenset(
            n.get("name", "")
            for n in nodes
            if n.get("online") == "true"
            and n.get("pending") != "true"
            and n.get("unclean") != "true"
        ),
        unclean=frozenset(n.get("name", "") for n in nodes if n.get("unclean") == "true"),
        running=running,
        promoted=promoted,
    )
