"""The objects of a cluster in plain JSON types: stable, documented in docs/cli.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.session.check import Check
from xenadmin_gui.session.eventlog import Event

Record = dict[str, Any]


def vm_record(vm: Vm) -> Record:
    """Return a VM as ``vm list`` shows it."""
    return {
        "name": vm.name,
        "uuid": vm.uuid,
        "state": vm.state.value,
        "host": vm.host,
        "protected": vm.is_protected,
        "vcpus": vm.vcpus,
        "memory_bytes": vm.memory_bytes,
        "kind": vm.kind.value,
        "cpu_percent": vm.cpu_percent,
        "activity": vm.activity or (vm.work.words if vm.work else ""),
        "reason": vm.reason,
        "running_on": list(vm.running_on),
        "resource": vm.protection.resource if vm.protection else None,
        "tags": list(vm.tags),
    }


def vm_details(vm: Vm, snapshot: Snapshot) -> Record:
    """Return a VM as ``vm show`` shows it."""
    protection = vm.protection
    return {
        **vm_record(vm),
        "title": vm.title,
        "at_next_start": list(vm.at_next_start),
        "description": vm.description,
        "autostart": vm.autostart,
        "domain_id": vm.domain_id,
        "defined_on": list(vm.defined_on),
        "disks": [
            {
                "target": disk.target,
                "source": disk.source,
                "read_only": disk.read_only,
                "wwid": disk.wwid or None,
                "device": disk.device,
                "bus": disk.bus,
            }
            for disk in vm.disks
        ],
        "nics": [
            {"mac": nic.mac, "bridge": nic.bridge, "model": nic.model, "vlan": nic.vlan or None}
            for nic in vm.nics
        ],
        "protection": None
        if protection is None
        else {
            "resource": protection.resource,
            "target_role": protection.target_role,
            "allow_migrate": protection.allow_migrate,
            "managed": protection.managed,
            "priority": protection.priority,
            "failed": protection.failed,
            "blocked": protection.blocked,
            "pinned_to": protection.pinned_to,
        },
        "findings": [finding_record(f) for f in snapshot.findings if f.subject == vm.key],
    }


def host_record(host: Server, snapshot: Snapshot) -> Record:
    """Return a host as ``host list`` shows it; ``vms`` counts those that run there."""
    return {
        "name": host.name,
        "state": host.state.value,
        "vms": len(vms_running_on(host.name, snapshot)),
        "memory_bytes": host.memory_bytes,
        "memory_free_bytes": host.memory_free_bytes,
        "address": host.address,
        "roles": sorted(role.value for role in host.roles),
        "cpus": host.cpus,
        "load_percent": host.load_percent,
        "uptime_s": host.uptime_s,
        "reason": host.reason,
    }


def host_details(host: Server, snapshot: Snapshot) -> Record:
    """Return a host as ``host show`` shows it."""
    return {
        **host_record(host, snapshot),
        "os": host.os,
        "hypervisor": {
            "name": host.hypervisor.name,
            "version": host.hypervisor.version,
            "pv_live_migration": host.hypervisor.pv_live_migration,
        },
        "bridges": None
        if host.bridges is None
        else [{"name": b.name, "openvswitch": b.is_ovs} for b in host.bridges],
        "round_trip_s": host.round_trip_s,
        "missing": [{"part": part, "reason": reason} for part, reason in host.missing],
        "vm_names": [vm.name for vm in vms_running_on(host.name, snapshot)],
        "paths": [
            {
                "wwid": multipath.wwid,
                "device": multipath.device,
                "health": multipath.health.value,
                "usable": sum(path.is_usable for path in multipath.paths),
                "paths": len(multipath.paths),
            }
            for multipath in snapshot.san.multipaths
            if multipath.host == host.name
        ],
        "findings": [finding_record(f) for f in snapshot.findings if f.subject == host.key],
    }


def vms_running_on(host: str, snapshot: Snapshot) -> tuple[Vm, ...]:
    """Return the VMs that are in the host's memory, or were when it was last heard of."""
    return tuple(vm for vm in snapshot.vms_on(host) if vm.state is not VmState.OFF)


def cluster_record(config: ClusterConfig, file: str) -> Record:
    """Return a cluster file as ``cluster list`` shows it."""
    return {
        "name": config.name,
        "title": config.title,
        "file": file,
        "hosts": [s.name for s in config.servers if Role.HOST in s.roles],
        "san_servers": [s.name for s in config.servers if Role.SAN in s.roles],
        "error": None,
    }


def cluster_details(config: ClusterConfig, snapshot: Snapshot) -> Record:
    """Return the cluster as a whole, as ``cluster show`` shows it."""
    pacemaker = snapshot.pacemaker
    states = [vm.state for vm in snapshot.vms.values()]
    return {
        "name": config.name,
        "title": config.title,
        "hosts": [host_record(h, snapshot) for h in snapshot.hosts],
        "san_servers": [host_record(s, snapshot) for s in snapshot.san_servers],
        "vms": {state.value: states.count(state) for state in VmState},
        "active_san_server": snapshot.san.active_server,
        "pacemaker": {
            "present": pacemaker.is_present,
            "seen_from": pacemaker.seen_from or None,
            "dc": pacemaker.dc or None,
            "quorum": pacemaker.with_quorum,
            "fencing": pacemaker.fencing_enabled,
            "mode": pacemaker.mode.value,
            "nodes": [
                {"name": n.name, "online": n.online, "standby": n.standby, "unclean": n.unclean}
                for n in pacemaker.nodes
            ],
        },
        "findings": [finding_record(f) for f in snapshot.findings],
    }


def finding_record(finding: Finding) -> Record:
    """Return something that is not as it should be."""
    return {
        "code": finding.code,
        "health": finding.health.value,
        "subject": str(finding.subject),
        "sentence": finding.sentence,
        "next_step": finding.next_step,
    }


def check_records(checks: Sequence[Check]) -> list[Record]:
    """Return checks as ``cluster check`` shows them."""
    return [
        {
            "subject": check.subject,
            "name": check.name,
            "verdict": check.verdict.value,
            "sentence": check.sentence,
            "next_step": check.next_step,
        }
        for check in checks
    ]


def event_record(event: Event) -> Record:
    """Return one event; ``at`` in seconds since the epoch."""
    return {
        "id": event.id,
        "at": event.at,
        "health": event.health.value,
        "subject": str(event.subject),
        "name": event.name,
        "code": event.code,
        "sentence": event.sentence,
    }
