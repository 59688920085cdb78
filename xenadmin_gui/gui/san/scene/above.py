"""The hosts' half of the chain: disk of a VM, multipath device, paths, sessions, cluster IPs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Path, Session
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.san.scene.drawing import Drawing
from xenadmin_gui.gui.san.scene.picture import Link, Node, NodeId, letter_of

_NO_NETWORK = "–"


class Above:
    """Draws what lies between VMs and LUNs."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._snapshot = drawing.snapshot

    def vm(self, vm: Vm) -> list[Lun]:
        """Draw the disks of a VM down to the cluster IPs; return the LUNs that they end at."""
        luns = []
        for disk in vm.disks:
            if not disk.source and not disk.wwid:
                continue
            lun = self._disk(vm, disk, is_strong=True)
            if lun is not None and lun not in luns:
                luns.append(lun)
        return luns

    def host(self, name: str) -> list[Lun]:
        """Draw the devices that VMs use on a host (all, when none is); return the LUNs."""
        luns = []
        mine = [d for d in self._snapshot.san.multipaths if d.host == name]
        used = {d.wwid for v in self._snapshot.vms.values() if v.host == name for d in v.disks}
        shown = [d for d in mine if d.wwid in used] or mine
        for device in shown:
            self._users(device, is_strong=True)
            self.device(device, is_strong=True)
            lun = lookup.lun_of(self._snapshot, device.wwid)
            if lun is not None:
                luns.append(lun)
        return luns

    def lun(self, lun: Lun) -> None:
        """Draw each host's device of a LUN; strong where a VM uses it now."""
        for device in self._snapshot.san.multipaths:
            if device.wwid == lun.wwid:
                is_used = self._users(device, is_strong=True)
                self.device(device, is_strong=is_used)

    def _users(self, device: Multipath, *, is_strong: bool) -> bool:
        used = False
        for vm in lookup.vms_of_lun(self._snapshot, device.wwid):
            if vm.host != device.host or vm.state is VmState.OFF:
                continue
            for disk in vm.disks:
                if disk.wwid == device.wwid:
                    self._disk(vm, disk, is_strong=is_strong)
                    used = True
        return used

    def _disk(self, vm: Vm, disk: VmDisk, *, is_strong: bool) -> Lun | None:
        tr = QCoreApplication.translate
        is_local = not disk.wwid
        local = tr("Chain", "local to the host: stays behind when it fails")
        node = self._drawing.add(
            Node(
                f"disk {vm.uuid} {disk.target}",
                "disk",
                vm.name,
                tr("Chain", "{disk}, local").format(disk=disk.target) if is_local else disk.target,
                vm.health,
                vm.key,
                is_strong=is_strong,
                tip="\n".join((sentences.vm_sentence(vm), disk.source, local if is_local else "")),
            )
        )
        if is_local:
            return None
        lun = lookup.lun_of(self._snapshot, disk.wwid)
        device = lookup.multipath_of(self._snapshot, vm.host, disk.wwid)
        if device is not None:
            below = self.device(device, is_strong=is_strong)
            self._drawing.join(Link(node, below, is_strong=is_strong))
        elif vm.host is not None and vm.state is not VmState.OFF:
            missing = self._drawing.add(
                Node(
                    f"device {vm.host} {disk.wwid}",
                    "device",
                    vm.host,
                    tr("Chain", "no device"),
                    Health.FAILED,
                    Key(Kind.HOST, vm.host),
                    tip=disk.wwid,
                )
            )
            self._drawing.join(Link(node, missing, reason=tr("Chain", "no device there")))
        else:
            for other in self._snapshot.san.multipaths:
                if other.wwid == disk.wwid:
                    below = self.device(other, is_strong=False)
                    self._drawing.join(Link(node, below, is_strong=False))
        return lun

    def device(self, device: Multipath, *, is_strong: bool) -> NodeId:
        """Draw a multipath device with its paths, sessions and cluster IPs."""
        tr = QCoreApplication.translate
        usable = sum(path.is_usable for path in device.paths)
        note = tr("Chain", "{usable} of {count} paths")
        lines = (
            sentences.multipath_sentence(device),
            device.wwid,
            wording.size(lookup.size_of(self._snapshot, device.wwid, device)),
        )
        node_id = f"device {device.host} {device.wwid}"
        if self._drawing.has(node_id) and not is_strong:
            return node_id
        self._drawing.add(
            Node(
                node_id,
                "device",
                device.host,
                note.format(usable=usable, count=len(device.paths)),
                device.health,
                device.key,
                is_strong=is_strong,
                tip="\n".join(lines),
            )
        )
        for path in sorted(device.paths, key=lambda path: path.network):
            self._path(device, path, node_id, is_strong=is_strong)
        return node_id

    def _path(self, device: Multipath, path: Path, above: NodeId, *, is_strong: bool) -> None:
        tr = QCoreApplication.translate
        number = self._drawing.network(path.network)
        session = self._session_of(device.host, path.network)
        network = Key(Kind.NETWORK, path.network) if path.network else None
        tip = tr("Chain", "{network}, priority {priority}")
        node_id = self._drawing.add(
            Node(
                f"path {device.host} {device.wwid} {path.device}",
                "path",
                path.device,
                wording.path_word(path.state),
                Health.OK if path.is_usable else Health.FAILED,
                None,
                session.key if session else network,
                is_strong,
                tip.format(network=path.network or _NO_NETWORK, priority=path.priority),
            )
        )
        self._drawing.join(Link(above, node_id, number, is_strong=is_strong))
        below = self._session(device.host, path.network, session, is_strong=is_strong)
        is_ok = session is not None and session.health is Health.OK
        reason = "" if path.is_usable or not is_ok else wording.path_word(path.state)
        self._drawing.join(Link(node_id, below, number, reason=reason, is_strong=is_strong))

    def _session_of(self, host: str, network: str) -> Session | None:
        sessions = self._snapshot.san.sessions
        return next((s for s in sessions if s.host == host and s.network == network), None)

    def _session(
        self, host: str, network: str, session: Session | None, *, is_strong: bool
    ) -> NodeId:
        """One box a host and network, with its line to the cluster IP."""
        tr = QCoreApplication.translate
        number = self._drawing.network(network)
        letter = letter_of(number) if number is not None else ""
        fails_as = Key(Kind.NETWORK, network) if network and session is None else None
        state = session_word(session)
        node_id = self._drawing.add(
            Node(
                f"session {host} {network}",
                "session",
                host,
                state,
                session.health if session else Health.FAILED,
                session.key if session else None,
                fails_as,
                is_strong,
                "\n".join((session.target, session.portal, network)) if session else network,
            )
        )
        address = session.portal.rpartition(":")[0] if session else ""
        ips = self._snapshot.san.cluster_ips
        ip = next((i for i in ips if i.address == address), None) or next(
            (i for i in ips if network and i.network == network), None
        )
        if ip is None and not address:
            return node_id
        holder = tr("Chain", "on {server}").format(server=ip.holder) if ip and ip.holder else ""
        is_held = ip is None or ip.holder is not None
        portal = self._drawing.add(
            Node(
                f"portal {ip.address if ip else address}",
                "portal",
                ip.address if ip else address,
                holder if is_held else tr("Chain", "held by nobody"),
                Health.OK if is_held else Health.FAILED,
                ip.key if ip else None,
                is_strong=is_strong,
                tip=network,
            )
        )
        is_whole = session is not None and session.health is Health.OK and is_held
        reason = "" if is_whole else (state if is_held else tr("Chain", "no one answers"))
        link = Link(node_id, portal, number, letter, reason, is_strong)
        self._drawing.join(link)
        return node_id


def session_word(session: Session | None) -> str:
    """Return what an iSCSI session does, in words."""
    tr = QCoreApplication.translate
    if session is None:
        return tr("Chain", "not logged in")
    words = {
        "LOGGED_IN": tr("Chain", "logged in"),
        "FAILED": tr("Chain", "connection lost"),
        "FREE": tr("Chain", "connection given up"),
    }
    return words.get(session.state, session.state)
