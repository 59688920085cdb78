"""Makes the state of each machine: how it answers, what Pacemaker says of it, what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.host import Bridge, Hypervisor, Role, Server
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView
from xenadmin_gui.monitoring.contact import Contact, HostContact
from xenadmin_gui.monitoring.report import HostReport


def assemble_servers(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    view: PacemakerView,
    losses: Mapping[str, tuple[str, ...]],
    previous: Mapping[str, Server],
    now: float,
) -> dict[str, Server]:
    """Return every machine by name, in the order of the cluster file.

    Args:
        losses: By host, a sentence for each lost way to the SAN.
    """
    found: dict[str, Server] = {}
    for server in config.servers:
        contact = contacts[server.name]
        state, reason = _state(server, contact, view, losses.get(server.name, ()))
        before = previous.get(server.name)
        since = before.state_since if before is not None and before.state is state else now
        if contact.contact is Contact.SILENT and state is not HostState.FENCED:
            since = contact.since
        found[server.name] = _server(config, server, contact, state, since, reason)
    return found


def _state(
    server: ServerConfig, contact: HostContact, view: PacemakerView, losses: tuple[str, ...]
) -> tuple[HostState, str]:
    node = view.node_of(server.name)
    if contact.contact is Contact.CONNECTING:
        return HostState.CONNECTING, contact.reason
    if contact.contact is Contact.SILENT:
        if view.is_gone(server.name):
            said = f"Pacemaker says that {server.name} is off. {contact.reason}".strip()
            return HostState.FENCED, said
        return HostState.UNREACHABLE, contact.reason
    troubles = list(losses)
    report = contact.report
    if report is not None:
        troubles += [f"{tool} cannot be read: {why}." for tool, why in report.missing]
    if node is not None and not view.pacemaker.reason:
        if node.unclean:
            troubles.insert(0, "Pacemaker holds it for failed and waits for it to be fenced.")
        elif not node.online:
            troubles.insert(0, "It is not a member of the Pacemaker cluster now.")
        if node.maintenance or node.standby:
            word = "maintenance" if node.maintenance else "standby"
            return HostState.MAINTENANCE, " ".join([f"It is in {word}.", *troubles])
    if troubles:
        return HostState.DEGRADED, " ".join(troubles)
    return HostState.UP, ""


def _server(
    cluster: ClusterConfig,
    config: ServerConfig,
    contact: HostContact,
    state: HostState,
    since: float,
    reason: str,
) -> Server:
    server = Server(
        name=config.name,
        roles=config.roles,
        state=state,
        address=config.address,
        state_since=since,
        reason=reason,
        libvirt_uri=config.libvirt_uri,
        migration_uri=config.migration_uri,
        node=config.node,
        addresses=_addresses(cluster, config),
    )
    report = contact.report
    if report is None:
        return server
    server = replace(
        server,
        seen_at=report.at,
        cpus=_cpus(report),
        memory_bytes=_memory(report),
        os=report.os or "",
        hypervisor=_hypervisor(config, report),
        initiator=report.initiator or "",
        bridges=_bridges(report),
    )
    if contact.fresh is None:
        return server
    return replace(
        server,
        memory_free_bytes=_free(report),
        load_percent=report.load_percent,
        uptime_s=report.uptime_s,
        round_trip_s=report.round_trip_s,
        missing=report.missing,
    )


def _addresses(cluster: ClusterConfig, config: ServerConfig) -> tuple[tuple[str, str], ...]:
    storage = [network.name for network in cluster.storage_networks]
    ordered = [*storage, *(name for name in config.networks if name not in storage)]
    return tuple((name, config.networks[name]) for name in ordered if name in config.networks)


def _cpus(report: HostReport) -> int | None:
    if report.xen is not None:
        return report.xen.cpus
    return report.cpu.cpus if report.cpu is not None else None


def _memory(report: HostReport) -> int | None:
    if report.xen is not None:
        return report.xen.memory_bytes
    return report.memory.total_bytes if report.memory is not None else None


def _free(report: HostReport) -> int | None:
    if report.xen is not None:
        return report.xen.memory_free_bytes
    return report.memory.available_bytes if report.memory is not None else None


def _bridges(report: HostReport) -> tuple[Bridge, ...] | None:
    if report.bridges is None or report.ovs_bridges is None:
        return None
    found = [Bridge(name) for name in report.bridges]
    found += [Bridge(name, is_ovs=True) for name in report.ovs_bridges]
    return tuple(sorted(found, key=lambda bridge: bridge.name))


def _hypervisor(config: ServerConfig, report: HostReport) -> Hypervisor:
    if Role.HOST not in config.roles:
        return Hypervisor()
    if report.xen is not None:
        return Hypervisor("xen", report.xen.version, report.xen.has_shadow_paging)
    types = report.capabilities.domain_types if report.capabilities is not None else frozenset()
    if "xen" in types or "kvm" in types:
        return Hypervisor("xen" if "xen" in types else "kvm")
    return Hypervisor()
