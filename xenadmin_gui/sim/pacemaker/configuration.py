"""Writes the Pacemaker configuration of a blueprint, as an administrator would have set it up."""

from __future__ import annotations

import hashlib
from xml.sax.saxutils import quoteattr

from xenadmin_gui.sim.blueprint import Blueprint, GuestPlan
from xenadmin_gui.sim.model import MANAGEMENT, State
from xenadmin_gui.sim.pacemaker.cib import VERSION

_OPTIONS = {
    "have-watchdog": "false",
    "dc-version": VERSION,
    "cluster-infrastructure": "corosync",
    "stonith-enabled": "true",
    "stonith-timeout": "90s",
    "no-quorum-policy": "stop",
    "placement-strategy": "balanced",
    "migration-limit": "2",
}
_DEFAULTS = {
    "resource-stickiness": "100",
    "migration-threshold": "3",
    "failure-timeout": "15min",
}


def write(state: State, plan: Blueprint) -> str:
    """Return the ``<configuration>`` element."""
    options = {"cluster-name": plan.name, **_OPTIONS}
    lines = [
        "<configuration>",
        "<crm_config>",
        '<cluster_property_set id="cib-bootstrap-options">'
        + _pairs("cib-bootstrap-options", options)
        + "</cluster_property_set>",
        "</crm_config>",
        "<nodes>",
        *(_node(state, plan, number) for number in range(len(plan.servers))),
        "</nodes>",
        "<resources>",
        *(_fencing(plan, server.name, state) for server in plan.servers),
        *_san(state, plan),
        *(_domain(state, guest) for guest in plan.guests if guest.is_protected),
        "</resources>",
        "<constraints>",
        *_constraints(plan),
        "</constraints>",
        "<rsc_defaults>",
        f'<meta_attributes id="rsc-options">{_pairs("rsc-options", _DEFAULTS)}</meta_attributes>',
        "</rsc_defaults>",
        "</configuration>",
    ]
    return "\n".join(lines)


def _pairs(prefix: str, values: dict[str, str]) -> str:
    return "".join(
        f'<nvpair id="{prefix}-{name}" name="{name}" value={quoteattr(value)}/>'
        for name, value in values.items()
    )


def _set(kind: str, owner: str, values: dict[str, str]) -> str:
    if not values:
        return ""
    return f'<{kind} id="{owner}-{kind}">{_pairs(f"{owner}-{kind}", values)}</{kind}>'


def _operations(owner: str, operations: list[tuple[str, str, str, str]]) -> str:
    rows = "".join(
        f'<op id="{owner}-{name}-{interval}" name="{name}" interval="{interval}" '
        + f'timeout="{timeout}"'
        + (f' role="{role}"' if role else "")
        + "/>"
        for name, interval, timeout, role in operations
    )
    return f"<operations>{rows}</operations>"


def _primitive(
    identity: str, agent: str, parameters: dict[str, str], meta: dict[str, str], *extra: str
) -> str:
    parts = agent.split(":")
    provider = f' provider="{parts[1]}"' if len(parts) == 3 else ""
    return (
        f'<primitive id="{identity}" class="{parts[0]}"{provider} type="{parts[-1]}">'
        + _set("meta_attributes", identity, meta)
        + _set("instance_attributes", identity, parameters)
        + "".join(extra)
        + "</primitive>"
    )


def _node(state: State, plan: Blueprint, number: int) -> str:
    server = plan.servers[number]
    machine = state.machines[server.name]
    attributes = _set("instance_attributes", f"node-{number + 1}", {"tier": server.kind})
    capacity = {"cpu": str(server.cpus * 4), "hv_memory": str(server.memory_mib - machine.dom0_mib)}
    utilization = _set("utilization", f"node-{number + 1}", capacity)
    return (
        f'<node id="{number + 1}" uname="{server.name}">{attributes}'
        + (utilization if server.kind == "host" else "")
        + "</node>"
    )


def _fencing(plan: Blueprint, name: str, state: State) -> str:
    management = next(n.name for n in plan.networks if n.kind == MANAGEMENT)
    address = state.machines[name].addresses[management]
    first, _, last = address.rpartition(".")
    parameters = {
        "ip": f"{first}.{int(last) + 100}",
        "username": "fence",
        "lanplus": "1",
        "pcmk_host_list": name,
    }
    identity = f"fence-{name}"
    operations = _operations(identity, [("monitor", "10min", "60s", "")])
    return _primitive(identity, "stonith:fence_ipmilan", parameters, {}, operations)


def _san(state: State, plan: Blueprint) -> list[str]:
    if not state.luns:
        return []
    initiators = " ".join(allowed_initiators(state, plan))
    portals = " ".join(f"{address}:3260" for address in state.portals.values())
    common = {"implementation": "lio-t", "allowed_initiators": initiators}
    times = [("start", "0", "60s", ""), ("stop", "0", "60s", ""), ("monitor", "60s", "60s", "")]
    times_lvm = [("start", "0", "90s", ""), ("stop", "0", "90s", ""), ("monitor", "30s", "90s", "")]
    active = {"vgname": state.group, "vg_access_mode": "system_id"}
    group = [
        '<group id="g_san">',
        _primitive(
            "p_lvm", "ocf:heartbeat:LVM-activate", active, {}, _operations("p_lvm", times_lvm)
        )
        if state.pool
        else "",
        _primitive(
            "p_target", "ocf:heartbeat:iSCSITarget",
            {"iqn": state.target, "portals": portals, **common}, {}, _operations("p_target", times),
        ),
    ]  # fmt: skip
    for lun in state.luns.values():
        parameters = {
            "target_iqn": state.target, "lun": str(lun.number), "path": lun.device,
            "scsi_sn": lun.serial, **common,
        }  # fmt: skip
        agent = "ocf:heartbeat:iSCSILogicalUnit"
        group.append(_primitive(lun.name, agent, parameters, {}, _operations(lun.name, times)))
    times = [("start", "0", "30s", ""), ("stop", "0", "30s", ""), ("monitor", "30s", "30s", "")]
    for name, address in cluster_addresses(plan).items():
        parameters = {"ip": address, "cidr_netmask": "24"}
        agent = "ocf:heartbeat:IPaddr2"
        group.append(_primitive(name, agent, parameters, {}, _operations(name, times)))
    return [*group, "</group>", *(_replica(name) for name in state.replicas)]


def allowed_initiators(state: State, plan: Blueprint) -> list[str]:
    """Return the names of the initiators that the SAN lets in."""
    let_in = [m for m in state.machines.values() if m.name not in plan.strangers]
    return [machine.initiator for machine in let_in if machine.initiator]


def cluster_addresses(plan: Blueprint) -> dict[str, str]:
    """Return the cluster addresses by the id of their resource."""
    addresses = {f"p_ip_{name}": address for name, address in plan.portals.items()}
    return ({"p_ip_management": plan.cluster_ip} if plan.cluster_ip else {}) | addresses


def _replica(name: str) -> str:
    identity = f"p_drbd_{name}"
    operations = _operations(
        identity,
        [
            ("monitor", "29s", "60s", "Promoted"),
            ("monitor", "31s", "60s", "Unpromoted"),
            ("start", "0", "240s", ""),
            ("stop", "0", "100s", ""),
            ("promote", "0", "90s", ""),
            ("demote", "0", "90s", ""),
        ],
    )
    meta = {
        "promotable": "true", "promoted-max": "1", "promoted-node-max": "1", "clone-max": "2",
        "clone-node-max": "1", "notify": "true",
    }  # fmt: skip
    primitive = _primitive(identity, "ocf:linbit:drbd", {"drbd_resource": name}, {}, operations)
    return (
        f'<clone id="ms_drbd_{name}">{_set("meta_attributes", f"ms_drbd_{name}", meta)}'
        f"{primitive}</clone>"
    )


def _domain(state: State, guest: GuestPlan) -> str:
    xml = state.machines[guest.host].files[guest.config_path]
    meta = {
        "allow-migrate": "false" if guest.kind == "pv" else "true",
        "priority": str(guest.priority),
        "xenadmin-sha256": hashlib.sha256(xml.encode()).hexdigest(),
    }
    if not guest.is_running:
        meta["target-role"] = "Stopped"
    parameters = {
        "config": guest.config_path,
        "hypervisor": "xen:///system",
        "migration_transport": "ssh",
    }
    times = [
        ("start", "0", "120s", ""), ("stop", "0", "120s", ""), ("monitor", "20s", "60s", ""),
        ("migrate_to", "0", "300s", ""), ("migrate_from", "0", "300s", ""),
    ]  # fmt: skip
    usage = {"cpu": str(guest.vcpus), "hv_memory": str(guest.memory_mib + 8)}
    return _primitive(
        guest.resource, "ocf:heartbeat:VirtualDomain", parameters, meta,
        _operations(guest.resource, times), _set("utilization", guest.resource, usage),
    )  # fmt: skip


def _constraints(plan: Blueprint) -> list[str]:
    lines = [
        f'<rsc_location id="l-fence-{s.name}" rsc="fence-{s.name}" node="{s.name}" '
        'score="-INFINITY"/>'
        for s in plan.servers
    ]
    lines.append(_tier("l-hosts", "^(vm-.*)$", "host"))
    lines += [
        f'<rsc_colocation id="apart-{guest.name}" rsc="{guest.resource}" '
        f'with-rsc="vm-{guest.apart_from}" score="-10000"/>'
        for guest in plan.guests
        if guest.is_protected and guest.apart_from
    ]
    if not plan.volumes:
        return lines
    lines.append(_tier("l-san", "^(g_san|ms_drbd_.*)$", "san"))
    domains = "".join(
        f'<resource_ref id="{guest.resource}"/>' for guest in plan.guests if guest.is_protected
    )
    lines.append(
        '<rsc_order id="o-san-first" kind="Mandatory" symmetrical="false">'
        '<resource_set id="o-san-first-0">'
        '<resource_ref id="g_san"/></resource_set>'
        f'<resource_set id="o-san-first-1" sequential="false">{domains}</resource_set></rsc_order>'
        if domains
        else ""
    )
    replicas = "".join(f'<resource_ref id="ms_drbd_{name}"/>' for name in plan.replicas)
    lines.append(
        '<rsc_colocation id="c-san" score="INFINITY">'
        '<resource_set id="c-san-0"><resource_ref id="g_san"/></resource_set>'
        f'<resource_set id="c-san-1" role="Promoted" sequential="false">{replicas}</resource_set>'
        "</rsc_colocation>"
    )
    lines += [
        f'<rsc_order id="o-{name}" kind="Mandatory" first="ms_drbd_{name}" first-action="promote" '
        'then="g_san" then-action="start"/>'
        for name in plan.replicas
    ]
    return lines


def _tier(identity: str, pattern: str, kind: str) -> str:
    return (
        f'<rsc_location id="{identity}" rsc-pattern="{pattern}" resource-discovery="never">'
        f'<rule id="{identity}-rule" score="-INFINITY">'
        f'<expression id="{identity}-expr" attribute="tier" operation="ne" value="{kind}"/>'
        "</rule></rsc_location>"
    )
