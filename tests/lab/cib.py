"""The lab's Pacemaker configuration as the XML of a CIB.

As XML and not through crmsh, for that asks every agent for its metadata first: minutes on a
processor in software.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from tests.lab.layout import CLUSTER_IP_OCTET, GUESTS, NETWORKS, TARGET_IQN, Guest, Host, Lab

BMC_USER, BMC_PASSWORD = "fence", "lab"
_PROPERTIES = {
    "stonith-enabled": "true",
    "stonith-timeout": "180s",
    "no-quorum-policy": "stop",
    "cluster-recheck-interval": "2min",
    "dc-deadtime": "60s",
    "start-failure-is-fatal": "false",
    "placement-strategy": "balanced",
    "concurrent-fencing": "true",
    # Pacemaker holds back under load, and high load is normal here.
    "load-threshold": "1000%",
}
_DEFAULTS = {
    "resource-stickiness": "100",
    "migration-threshold": "5",
    "failure-timeout": "600s",
}


def configuration(lab: Lab) -> str:
    """The configuration section, for `cibadmin --replace --scope configuration`.

    Monitors are rare: each one is a shell script of many processes on a processor in software.
    """
    root = ET.Element("configuration")
    config = ET.SubElement(root, "crm_config")
    _pairs(config, "cluster_property_set", "cib-bootstrap-options", _PROPERTIES)
    _nodes(lab, ET.SubElement(root, "nodes"))
    resources = ET.SubElement(root, "resources")
    constraints = ET.SubElement(root, "constraints")
    for host in lab.hosts:
        _fence(host, resources, constraints)
    for guest in GUESTS:
        _replica(guest, resources, constraints)
    _san_service(lab, resources, constraints)
    _storage_log_in(resources, constraints)
    for guest in GUESTS:
        if guest.protected:
            _protected(guest, resources, constraints)
    defaults = ET.SubElement(root, "rsc_defaults")
    _pairs(defaults, "meta_attributes", "rsc-options", _DEFAULTS)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode")


def _pairs(parent: ET.Element, tag: str, name: str, values: Mapping[str, str]) -> None:
    """Add a block of name-value pairs, if there are any."""
    if not values:
        return
    block = ET.SubElement(parent, tag, id=name)
    for key, value in values.items():
        ET.SubElement(block, "nvpair", id=f"{name}-{key}", name=key, value=value)


def _nodes(lab: Lab, nodes: ET.Element) -> None:
    for host in lab.hosts:
        node = ET.SubElement(nodes, "node", id=str(host.node_id), uname=host.name)
        name = f"nodes-{host.node_id}"
        _pairs(node, "instance_attributes", name, {"xenadmin-role": host.role})
        if host.role == "host":
            # What guests may have: what dom0 leaves of the memory.
            room = {"cpu": "4", "hv_memory": "640"}
            _pairs(node, "utilization", f"{name}-utilization", room)


def _primitive(
    parent: ET.Element,
    name: str,
    agent: str,
    params: Mapping[str, str],
    operations: Iterable[tuple[str, int, int] | tuple[str, int, int, str]],
    meta: Mapping[str, str] | None = None,
    utilization: Mapping[str, str] | None = None,
) -> None:
    """Add a resource.

    Args:
        agent: class:provider:type, or class:type.
        operations: action, interval and time-out in seconds, and a role if it has one.
    """
    kind, *provider, type_ = agent.split(":")
    primitive = ET.SubElement(parent, "primitive", {"id": name, "class": kind})
    if provider:
        primitive.set("provider", provider[0])
    primitive.set("type", type_)
    _pairs(primitive, "instance_attributes", f"{name}-instance_attributes", params)
    block = ET.SubElement(primitive, "operations")
    for action, interval_s, timeout_s, *role in operations:
        op = ET.SubElement(block, "op", id=f"{name}-{action}-{interval_s}s", name=action)
        op.set("interval", f"{interval_s}s")
        op.set("timeout", f"{timeout_s}s")
        if role:
            op.set("role", role[0])
    _pairs(primitive, "meta_attributes", f"{name}-meta_attributes", meta or {})
    _pairs(primitive, "utilization", f"{name}-utilization", utilization or {})


def _only_on(constraints: ET.Element, resource: str, role: str) -> None:
    """Keep a resource off hosts of another role, and do not even look for it there."""
    name = f"l_{resource}"
    location = ET.SubElement(constraints, "rsc_location", id=name, rsc=resource)
    location.set("resource-discovery", "never")
    rule = ET.SubElement(location, "rule", id=f"{name}-rule", score="-INFINITY")
    ET.SubElement(
        rule,
        "expression",
        id=f"{name}-rule-expression",
        attribute="xenadmin-role",
        operation="ne",
        value=role,
    )


def _prefer(constraints: ET.Element, name: str, resource: str, node: str, score: str) -> None:
    ET.SubElement(constraints, "rsc_location", id=name, rsc=resource, score=score, node=node)


def _fence(host: Host, resources: ET.Element, constraints: ET.Element) -> None:
    params = {
        "ip": host.bmc_address,
        "ipport": "443",
        "ssl_insecure": "1",
        "username": BMC_USER,
        "password": BMC_PASSWORD,
        "systems_uri": "/redfish/v1/Systems/1",
        "pcmk_host_list": host.name,
        **{f"pcmk_{action}_timeout": "180s" for action in ("monitor", "status", "reboot", "off")},
    }
    name = f"fence_{host.name}"
    operations = [("start", 0, 300), ("stop", 0, 60), ("monitor", 1800, 300)]
    _primitive(resources, name, "stonith:fence_redfish", params, operations)
    _prefer(constraints, f"l_{name}", name, host.name, "-INFINITY")


def _replica(guest: Guest, resources: ET.Element, constraints: ET.Element) -> None:
    clone = ET.SubElement(resources, "clone", id=f"ms_drbd_{guest.name}")
    _primitive(
        clone,
        f"p_drbd_{guest.name}",
        "ocf:linbit:drbd",
        {"drbd_resource": guest.name},
        [
            ("monitor", 117, 180, "Promoted"),
            ("monitor", 123, 180, "Unpromoted"),
            ("start", 0, 240),
            ("stop", 0, 180),
            ("promote", 0, 180),
            ("demote", 0, 180),
            ("notify", 0, 180),
        ],
    )
    meta = {
        "promotable": "true",
        "promoted-max": "1",
        "promoted-node-max": "1",
        "clone-max": "2",
        "clone-node-max": "1",
        "notify": "true",
        "interleave": "true",
    }
    _pairs(clone, "meta_attributes", f"ms_drbd_{guest.name}-meta_attributes", meta)
    _only_on(constraints, f"ms_drbd_{guest.name}", "san")


def _san_service(lab: Lab, resources: ET.Element, constraints: ET.Element) -> None:
    """Target, LUNs and, last, the cluster IPs, as one group.

    An address that answers before the LUNs are there gives initiators a hard error.
    """
    group = ET.SubElement(resources, "group", id="g_san")
    operations = [("start", 0, 180), ("stop", 0, 180), ("monitor", 180, 180)]
    common = {
        "implementation": "lio-t",
        "allowed_initiators": " ".join(h.iqn for h in lab.with_role("host")),
    }
    storage = [n for n in NETWORKS if n.kind == "storage"]
    portals = " ".join(f"{n.prefix}.{CLUSTER_IP_OCTET}:3260" for n in storage)
    target = {"iqn": TARGET_IQN, "portals": portals, **common}
    _primitive(group, "p_target", "ocf:heartbeat:iSCSITarget", target, operations)
    for guest in GUESTS:
        unit = {
            "target_iqn": TARGET_IQN,
            "lun": str(guest.lun),
            "path": f"/dev/drbd{guest.drbd_minor}",
            "scsi_sn": guest.serial,
            **common,
        }
        _primitive(group, f"p_lu_{guest.name}", "ocf:heartbeat:iSCSILogicalUnit", unit, operations)
    for number, network in enumerate(NETWORKS, start=1):
        address = {
            "ip": f"{network.prefix}.{CLUSTER_IP_OCTET}",
            "cidr_netmask": "24",
            "nic": f"eth{number}",
        }
        _primitive(
            group,
            f"p_ip_{network.name}",
            "ocf:heartbeat:IPaddr2",
            address,
            [("start", 0, 120), ("stop", 0, 120), ("monitor", 90, 180)],
        )
    _only_on(constraints, "g_san", "san")
    together = ET.SubElement(constraints, "rsc_colocation", id="c_san", score="INFINITY")
    members = ET.SubElement(together, "resource_set", id="c_san-group")
    ET.SubElement(members, "resource_ref", id="g_san")
    promoted = ET.SubElement(together, "resource_set", id="c_san-replicas", role="Promoted")
    for guest in GUESTS:
        ET.SubElement(promoted, "resource_ref", id=f"ms_drbd_{guest.name}")
        order = _order(constraints, f"o_{guest.name}", f"ms_drbd_{guest.name}", "g_san")
        order.attrib |= {"first-action": "promote", "then-action": "start"}


def _order(constraints: ET.Element, name: str, first: str, then: str) -> ET.Element:
    order = ET.SubElement(constraints, "rsc_order", id=name, kind="Mandatory")
    order.attrib |= {"first": first, "then": then}
    return order


def _storage_log_in(resources: ET.Element, constraints: ET.Element) -> None:
    """The Xen hosts' log-in to the SAN; once logged in they outlive a failover of the SAN."""
    clone = ET.SubElement(resources, "clone", id="cl_iscsi")
    operations = [("start", 0, 240), ("stop", 0, 100), ("monitor", 120, 100)]
    _primitive(clone, "p_iscsi", "systemd:lab-iscsi", {}, operations)
    _pairs(clone, "meta_attributes", "cl_iscsi-meta_attributes", {"interleave": "true"})
    _only_on(constraints, "cl_iscsi", "host")
    # Not symmetrical: nobody logs out when the SAN service moves.
    _order(constraints, "o_iscsi", "g_san", "cl_iscsi").set("symmetrical", "false")


def _protected(guest: Guest, resources: ET.Element, constraints: ET.Element) -> None:
    name = f"vm_{guest.name}"
    params = {
        "config": guest.definition,
        "hypervisor": "xen:///system",
        "migration_transport": "ssh",
        "migrate_options": "--p2p",
        "autoset_utilization_cpu": "false",
        "autoset_utilization_hv_memory": "false",
        "autoset_utilization_host_memory": "false",
    }
    _primitive(
        resources,
        name,
        "ocf:heartbeat:VirtualDomain",
        params,
        [
            ("start", 0, 300),
            ("stop", 0, 300),
            ("migrate_to", 0, 600),
            ("migrate_from", 0, 300),
            ("monitor", 60, 180),
        ],
        {"allow-migrate": "true"},
        {"cpu": "1", "hv_memory": str(guest.memory_mib)},
    )
    _only_on(constraints, name, "host")
    _prefer(constraints, f"l_home_{name}", name, guest.home, "50")
    _order(constraints, f"o_{name}", "cl_iscsi", name)
