"""The SAN's verbs of a VM and of a session: disks that come and go, ways out of the SAN."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.san import forms
from xenadmin_gui.gui.san.entry import Entry, plain
from xenadmin_gui.gui.tree.views import natural
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.vmdisk import DiskDetach

tr = QCoreApplication.translate


def of_vm(snapshot: Snapshot, vm: Vm) -> list[Entry]:
    """Return the verbs of a VM's disks; none on a cluster without LUNs."""
    if not snapshot.san.luns:
        return []
    why_not = ""
    if not forms.free_luns(snapshot):
        why_not = tr("SanActions", "Every LUN is a disk of a VM: make a new one first.")
    attach = Entry(
        tr("SanActions", "&Attach a disk…"),
        tr("SanActions", "Attach the disk"),
        partial(forms.attach_to, snapshot, vm),
        "volume",
        why_not,
        begins_group=True,
    )
    numbers = {lun.wwid: lun.number for lun in snapshot.san.luns}
    found = [attach]
    for disk in vm.disks:
        if disk.wwid not in numbers or disk.device == "cdrom":
            continue
        text = tr("SanActions", "Detach {disk} (LUN {number})")
        text = text.format(disk=disk.target or disk.wwid, number=numbers[disk.wwid])
        detach = DiskDetach(vm.uuid, disk.wwid)
        found.append(plain(snapshot, text, text, detach, "remove", destructive=True))
    return found


def of_session(snapshot: Snapshot, key: Key) -> list[Entry]:
    """Return the verbs of a session: out of its network, or in again."""
    found = [session for session in snapshot.san.sessions if session.key == key]
    if not found or not found[0].network:
        return []
    session = found[0]
    text = tr("SanActions", "&Log in to the SAN on {network}").format(network=session.network)
    draft = InitiatorDraft(InitiatorVerb.LOGIN, (session.host,), (session.network,))
    back = plain(snapshot, text, text.replace("&", ""), draft)
    return [*logouts(snapshot, session.host, session.network), back]


def logouts(snapshot: Snapshot, host: str, only: str = "") -> list[Entry]:
    """Return a way out of the SAN over each network that a host has a session on.

    Args:
        only: One of the networks; empty: each.
    """
    sessions = snapshot.san.sessions
    networks = {s.network for s in sessions if s.host == host and s.network}
    wanted = sorted((n for n in networks if only in ("", n)), key=natural)
    found = []
    for network in wanted:
        text = tr("SanActions", "Log &out of the SAN on {network}").format(network=network)
        draft = InitiatorDraft(InitiatorVerb.LOGOUT, (host,), (network,))
        is_first = network == wanted[0]
        button = text.replace("&", "")
        found.append(plain(snapshot, text, button, draft, destructive=True, group=is_first))
    return found
