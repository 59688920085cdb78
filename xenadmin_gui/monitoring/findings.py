"""Compares the parts of a snapshot with one another and says what is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import ORPHANS, SPARES, UNSET, ControlMode
from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import SEVERITY, Health, HostState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView
from xenadmin_gui.monitoring.findings_lio import find_unsaved
from xenadmin_gui.monitoring.findings_san import find_in_san
from xenadmin_gui.monitoring.findings_vms import find_in_vms


def find(
    cluster: str,
    servers: Mapping[str, Server],
    vms: Mapping[str, Vm],
    san: San,
    view: PacemakerView,
    losses: Mapping[str, tuple[str, ...]],
    others: tuple[Finding, ...],
) -> tuple[Finding, ...]:
    """Return everything that is wrong, the worst first; ``others`` are found already."""
    members = frozenset(view.servers(tuple(node.name for node in view.pacemaker.nodes)))
    found = [
        *_of_servers(servers),
        *_of_pacemaker(cluster, servers, view),
        *find_in_san(cluster, servers, vms, san),
        *_of_paths(servers, san, losses),
        *find_unsaved(servers, san),
        *others,
        *find_in_vms(servers, vms, members, view.pacemaker.is_present),
    ]
    found.sort(key=lambda finding: SEVERITY.index(finding.health))
    return tuple(found)


def _of_servers(servers: Mapping[str, Server]) -> Iterator[Finding]:
    for server in servers.values():
        if server.state is HostState.UNREACHABLE:
            silent = f"{server.name} does not answer. {server.reason}".strip()
            is_said = server.reason.startswith(f"{server.name} ")
            yield Finding(
                "host-unreachable",
                Health.FAILED,
                server.key,
                server.reason if is_said else silent,
                "Look at its power and its network; VMs on it are shown as unknown.",
            )
        elif server.state is HostState.FENCED:
            yield Finding(
                "host-fenced",
                Health.DEGRADED,
                server.key,
                f"{server.name} is off: Pacemaker has fenced it or it left the cluster.",
                "Find out why before it comes back.",
            )
        for tool, why in server.missing:
            yield Finding(
                "part-missing",
                Health.DEGRADED,
                server.key,
                f"{tool} on {server.name} cannot be read: {why}.",
                f"Run it on {server.name} by hand.",
            )


def _of_pacemaker(
    cluster: str, servers: Mapping[str, Server], view: PacemakerView
) -> Iterator[Finding]:
    subject, pacemaker = Key(Kind.CLUSTER, cluster), view.pacemaker
    if pacemaker.reason:
        yield Finding("pacemaker-unasked", Health.UNKNOWN, subject, pacemaker.reason)
        return
    if not pacemaker.is_present:
        return
    if pacemaker.with_quorum is False:
        yield Finding(
            "no-quorum",
            Health.FAILED,
            subject,
            f"The cluster has no quorum as {pacemaker.seen_from} sees it.",
            "Bring back members; nothing is started until then.",
        )
    if pacemaker.fencing_enabled is False:
        yield Finding(
            "fencing-off",
            Health.DEGRADED,
            subject,
            "Fencing is switched off: a half-dead host could go on writing to a VM's disk.",
            "Configure fence devices and set stonith-enabled to true.",
        )
    if pacemaker.mode is ControlMode.ASK:
        yield Finding(
            "maintenance-mode",
            Health.MAINTENANCE,
            subject,
            "The cluster is in maintenance mode: Pacemaker restarts and moves nothing.",
        )
    yield from _of_spared(subject, pacemaker.options)
    for node in pacemaker.nodes:
        if node.unclean:
            name = view.servers((node.name,))[0]
            yield Finding(
                "node-unclean",
                Health.FAILED,
                servers[name].key if name in servers else Key(Kind.HOST, name),
                f"Pacemaker does not know what {node.name} does and waits for it to be fenced.",
                "Check the fence device, or confirm by hand that the machine is off.",
            )
    for failure in pacemaker.failures:
        why = f": {failure.reason}" if failure.reason else ""
        yield Finding(
            "action-failed",
            Health.DEGRADED,
            Key(Kind.RESOURCE, failure.resource),
            f"{failure.task} of {failure.resource} on {failure.node} failed"
            f" ({failure.status}){why}.",
            f"Mend the cause, then clean up with crm_resource --cleanup -r {failure.resource}.",
        )


def _of_spared(subject: Key, options: Mapping[str, str]) -> Iterator[Finding]:
    """What the end of a VM's protection needs for a minute, and a task that was left never ends."""
    for mark, before in options.items():
        if not mark.startswith(SPARES):
            continue
        back = "--delete" if before == UNSET else f"--update {before}"
        yield Finding(
            "orphans-spared",
            Health.MAINTENANCE,
            subject,
            f"Pacemaker stops nothing that is configured no more, for {mark.removeprefix(SPARES)}.",
            f"Unless a task is at it: crm_attribute --name {mark} --delete, then "
            f"crm_attribute --name {ORPHANS} {back}.",
        )


def _of_paths(
    servers: Mapping[str, Server], san: San, losses: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    for host, sentences in losses.items():
        is_bare = sentences[0].startswith("No path")
        yield Finding(
            "path-lost",
            Health.FAILED if is_bare else Health.DEGRADED,
            servers[host].key if host in servers else Key(Kind.HOST, host),
            f"{host}: {' '.join(sentences)}",
            "Look at the cable, the switch and the portal of that network.",
        )
    giving_up: dict[str, int] = {}
    for device in san.multipaths:
        if device.queues is False:
            giving_up[device.host] = giving_up.get(device.host, 0) + 1
    for host, count in giving_up.items():
        yield Finding(
            "no-queueing",
            Health.DEGRADED,
            Key(Kind.HOST, host),
            f"{host} gives up I/O on {count} device(s) when a SAN failover takes long.",
            "Set no_path_retry to queue in the overrides section of multipath.conf.",
        )
