"""The SAN's half of the chain: LUN, replica, volume, volume group and both servers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Replica, ReplicaSide, Volume
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.san.scene.drawing import Drawing
from xenadmin_gui.gui.san.scene.picture import Link, Node, NodeId
from xenadmin_gui.gui.tree.notes import server_health


class Below:
    """Draws what a LUN is made of; in each of the ways that a SAN is built.

    ``only`` is the server whose copies alone are drawn; empty: every server's.
    """

    def __init__(self, drawing: Drawing, only: str = "") -> None:
        self._only = only
        self._drawing = drawing
        self._snapshot = drawing.snapshot

    def lun(self, lun: Lun) -> None:
        """Draw a LUN, the cluster IPs that lead to it where they are drawn, and what is below."""
        tr = QCoreApplication.translate
        lines = (sentences.lun_sentence(lun), lun.wwid, lun.target, wording.size(lun.size_bytes))
        node_id = self._drawing.add(
            Node(
                f"lun {lun.wwid}",
                "lun",
                tr("Chain", "LUN {number}").format(number=lun.number),
                wording.size(lookup.size_of(self._snapshot, lun.wwid, None)),
                lun.health,
                lun.key,
                tip="\n".join(lines),
            )
        )
        reason = "" if lun.server else tr("Chain", "offered by nobody")
        for number, network in enumerate(self._drawing.networks):
            for address in self._snapshot.san.cluster_ips:
                portal = f"portal {address.address}"
                if address.network == network and self._drawing.has(portal):
                    self._drawing.join(Link(portal, node_id, number, reason=reason))
        replica = lookup.replica_of(self._snapshot, lun)
        if replica is not None:
            self._drawing.join(Link(node_id, self.replica(replica)))
            return
        for volume in lookup.volumes_of_lun(self._snapshot, lun.wwid):
            self._drawing.join(Link(node_id, self.volume(volume)))

    def replica(self, replica: Replica) -> NodeId:
        """Draw a replica with each side's copy, down to the servers."""
        node_id = self._replica_box(replica)
        volumes = lookup.volumes_of_replica(self._snapshot, replica.name)
        groups = [g for g in self._snapshot.san.groups if g.replica == replica.name]
        for side in replica.sides:
            if self._only not in ("", side.server):
                continue
            reason = broken_side(replica, side)
            below = [v for v in volumes if side.server in v.servers and not groups]
            if below:
                for volume in below:
                    copy = self._copy(volume, side.server)
                    self._drawing.join(Link(node_id, copy, reason=reason))
            else:
                self._drawing.join(Link(node_id, self._server(side.server), reason=reason))
        for server in replica.unasked:
            found = self._snapshot.servers.get(server)
            if replica.side(server) is not None or found is None or self._only not in ("", server):
                continue
            for volume in volumes if not groups else ():
                reason = wording.host_state_word(found.state)
                self._drawing.join(Link(node_id, self._copy(volume, server), reason=reason))
        return node_id

    def volume(self, volume: Volume) -> NodeId:
        """Draw a volume: a copy on each server, or the one above a replica."""
        san = self._snapshot.san
        for group in san.groups:
            replica = san.replica(group.replica) if group.name == volume.group else None
            if replica is not None:
                node_id = self._drawing.add(self._volume_box(volume, ""))
                above = self._group(volume.group, group.server, is_shared=True)
                self._drawing.join(Link(node_id, above))
                self._drawing.join(Link(above, self.replica(replica)))
                return node_id
        servers = [s for s in volume.servers if self._only in ("", s)]
        copies = [self._copy(volume, server) for server in servers]
        return copies[0] if copies else self._drawing.add(self._volume_box(volume, ""))

    def _replica_box(self, replica: Replica) -> NodeId:
        percents = [s.sync_percent for s in replica.sides if s.sync_percent is not None]
        note = wording.health_word(replica.health)
        if replica.work is not None:
            note = sentences.work_words(replica.work)
        if percents:
            note = f"{note} {wording.percent(min(percents))}"
        lines = [sentences.replica_sentence(replica), phrase(replica.disagreement)]
        lines += [f"{s.server}: {s.role}, {s.disk}, {s.connection or '–'}" for s in replica.sides]
        return self._drawing.add(
            Node(
                f"replica {replica.name}",
                "replica",
                replica.name,
                note,
                replica.health,
                replica.key,
                tip="\n".join(line for line in lines if line),
            )
        )

    def _copy(self, volume: Volume, server: str) -> NodeId:
        node_id = self._drawing.add(self._volume_box(volume, server))
        group = self._group(volume.group, server, is_shared=False)
        self._drawing.join(Link(node_id, group))
        machine = self._server(server)
        found = self._snapshot.servers.get(server)
        reason = "" if found is None or found.is_up else wording.host_state_word(found.state)
        self._drawing.join(Link(group, machine, reason=reason))
        return node_id

    def _volume_box(self, volume: Volume, server: str) -> Node:
        copy = volume.copy(server)
        amount = copy.size_bytes if copy is not None else volume.size_bytes
        note = " · ".join(part for part in (wording.size(amount), server) if part)
        lines = (f"{volume.group}/{volume.name}", server, volume.attributes)
        return Node(
            f"volume {volume.group}/{volume.name} {server}",
            "volume",
            volume.former_name,
            note,
            volume.health if not server or server in volume.servers else Health.UNKNOWN,
            volume.key,
            tip="\n".join(line for line in lines if line),
        )

    def _group(self, name: str, server: str, *, is_shared: bool) -> NodeId:
        tr = QCoreApplication.translate
        groups = self._snapshot.san.groups
        group = next((g for g in groups if g.name == name and g.server == server), None)
        note = tr("Chain", "not known there")
        if group is not None:
            note = tr("Chain", "{size} free").format(size=wording.size(group.free_bytes))
            if group.missing_pvs:
                note = tr("Chain", "a disk is missing")
        return self._drawing.add(
            Node(
                f"group {name} {'' if is_shared else server}",
                "group",
                name,
                note,
                group.health if group else Health.UNKNOWN,
                group.key if group else None,
                tip="\n".join(group.pvs) if group else "",
            )
        )

    def _server(self, name: str) -> NodeId:
        tr = QCoreApplication.translate
        server = self._snapshot.servers.get(name)
        is_active = name in self._snapshot.san.servers_on_duty
        said = tr("Chain", "serves now") if is_active else tr("Chain", "stands by")
        return self._drawing.add(
            Node(
                f"server {name}",
                "server",
                name,
                said if server is None or server.is_up else wording.host_state_word(server.state),
                server_health(self._snapshot, server) if server else Health.UNKNOWN,
                server.key if server else Key(Kind.SAN_SERVER, name),
                tip=sentences.server_sentence(server) if server else "",
            )
        )


def broken_side(replica: Replica, side: ReplicaSide) -> str:
    """Return why nothing is written to a side's copy; empty while it is."""
    tr = QCoreApplication.translate
    if not side.is_up:
        return tr("Chain", "DRBD is down")
    if side.disk in ("Diskless", "Failed", "Detaching"):
        return tr("Chain", "disk: {state}").format(state=side.disk)
    if side.connection != "Connected" and side.server != replica.primary:
        return tr("Chain", "not mirrored: {state}").format(state=side.connection or "–")
    return ""
