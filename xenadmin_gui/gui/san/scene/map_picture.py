"""The map of the whole: both SAN servers, networks A and B, the hosts with their VMs."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState, worst
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.san.scene.above import session_word
from xenadmin_gui.gui.san.scene.drawing import Drawing
from xenadmin_gui.gui.san.scene.picture import Link, Node, Picture, letter_of
from xenadmin_gui.gui.tree.notes import host_note, server_health
from xenadmin_gui.gui.tree.views import natural

#: In a cluster with more VMs the map shows shapes only; a shape's name is its tool tip.
_MOST_NAMED = 80

#: With more hosts a host's box has its words in one line.
_MOST_HIGH = 6


def map_picture(snapshot: Snapshot) -> Picture:
    """Return SAN servers, storage networks and hosts in one picture."""
    tr = QCoreApplication.translate
    drawing = Drawing(snapshot)
    for server in snapshot.san_servers:
        drawing.add(_san_server(snapshot, server))
    _replication(snapshot, drawing)
    for number, name in enumerate(drawing.networks):
        _network(snapshot, drawing, number, name)
    vms: dict[str, list[Vm]] = defaultdict(list)
    for vm in snapshot.vms.values():
        if vm.host is not None and vm.state is not VmState.OFF:
            vms[vm.host].append(vm)
    for host in snapshot.hosts:
        drawing.add(_host(snapshot, host, vms[host.name]))
    _sessions(snapshot, drawing)
    columns = (
        ("server", tr("Map", "SAN")),
        ("network", tr("Map", "Storage networks")),
        ("host", tr("Map", "Hosts and their VMs")),
    )
    return drawing.picture(columns)


def _san_server(snapshot: Snapshot, server: Server) -> Node:
    tr = QCoreApplication.translate
    is_active = server.name in snapshot.san.servers_on_duty
    note = tr("Chain", "serves now") if is_active else tr("Chain", "stands by")
    return Node(
        f"server {server.name}",
        "server",
        server.name,
        note if server.is_up else wording.host_state_word(server.state),
        server_health(snapshot, server),
        server.key,
        tip=sentences.server_sentence(server),
    )


def _replication(snapshot: Snapshot, drawing: Drawing) -> None:
    """The line between the two servers: whether the replicas are mirrored."""
    tr = QCoreApplication.translate
    names = [server.name for server in snapshot.san_servers]
    replicas = snapshot.san.replicas
    if len(names) != 2 or not replicas:
        return
    apart = sum(any(s.connection != "Connected" for s in r.sides) or not r.sides for r in replicas)
    reason = tr("Map", "%n replica(s) not mirrored", None, apart) if apart else ""
    health = worst([replica.health for replica in replicas])
    link = Link(f"server {names[0]}", f"server {names[1]}", reason=reason, health=health)
    drawing.join(link)


def _network(snapshot: Snapshot, drawing: Drawing, number: int, name: str) -> None:
    tr = QCoreApplication.translate
    sessions = [s for s in snapshot.san.sessions if s.network == name]
    up = sum(s.health is Health.OK for s in sessions)
    health = Health.OK if up == len(sessions) else Health.DEGRADED if up else Health.FAILED
    node_id = drawing.add(
        Node(
            f"network {name}",
            "network",
            f"{letter_of(number)}  {name}",
            tr("Map", "{up} of {count} sessions").format(up=up, count=len(sessions)),
            health,
            None,
            Key(Kind.NETWORK, name),
        )
    )
    for address in snapshot.san.cluster_ips:
        if address.network != name:
            continue
        if address.holder is not None:
            drawing.join(Link(f"server {address.holder}", node_id, number, letter_of(number)))
        else:
            for server in snapshot.san_servers:
                reason = tr("Map", "cluster IP held by nobody")
                drawing.join(Link(f"server {server.name}", node_id, number, reason=reason))


def _host(snapshot: Snapshot, host: Server, vms: list[Vm]) -> Node:
    count = QCoreApplication.translate("Map", "%n VM(s)", None, len(vms))
    said = count if host.is_up else wording.host_state_word(host.state)
    why, _ = host_note(snapshot, host.name) if host.is_up else ("", None)
    is_named = len(snapshot.vms) <= _MOST_NAMED
    is_flat = len(snapshot.hosts) > _MOST_HIGH and not is_named
    return Node(
        f"host {host.name}",
        "host",
        host.name,
        " · ".join(part for part in (said, why) if part),
        server_health(snapshot, host),
        host.key,
        is_flat=is_flat,
        tip=sentences.server_sentence(host),
        inside=tuple(
            _vm(vm, is_named=is_named) for vm in sorted(vms, key=lambda vm: natural(vm.name))
        ),
    )


def _vm(vm: Vm, *, is_named: bool) -> Node:
    tip = f"{vm.name}: {sentences.vm_sentence(vm)}"
    return Node(f"vm {vm.uuid}", "host", vm.name, "", vm.health, vm.key, tip=tip, is_named=is_named)


def _sessions(snapshot: Snapshot, drawing: Drawing) -> None:
    for session in snapshot.san.sessions:
        number = drawing.network(session.network)
        if number is None:
            continue
        reason = "" if session.health is Health.OK else session_word(session)
        link = Link(
            f"network {session.network}",
            f"host {session.host}",
            number,
            reason=reason,
            health=session.health,
        )
        drawing.join(link)
