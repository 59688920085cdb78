"""What can be done with an object of the SAN: verbs, and why one cannot be used now."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.san import forms
from xenadmin_gui.gui.san.bin_dialog import BinDialog
from xenadmin_gui.gui.san.entry import Entry, plain, ready
from xenadmin_gui.gui.san.followup import export_of
from xenadmin_gui.gui.san.splitbrain_wizard import SplitBrainWizard
from xenadmin_gui.gui.san.vm_entries import logouts, of_session, of_vm
from xenadmin_gui.operations.san.access import is_let_in
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.layout import ServedBy, san_layout
from xenadmin_gui.operations.san.liosave import LioSave
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.operations.san.switchover import SanMaintenance, SanSwitchover
from xenadmin_gui.operations.san.verifyschedule import USUAL, VerifySchedule
from xenadmin_gui.operations.san.vmdisk import DiskDetach
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.operations.san.volumesnapshot import VolumeRevert

tr = QCoreApplication.translate


def entries_for(snapshot: Snapshot, key: Key) -> list[Entry]:
    """Return the verbs of the object ``key``; none when it has no verbs here."""
    san = snapshot.san
    if key.kind is Kind.VOLUME:
        group, _, name = key.id.partition("/")
        volume = san.volume(group, name)
        return [] if volume is None else _of_volume(snapshot, volume)
    if key.kind is Kind.LUN:
        lun = san.lun(key.id)
        return [] if lun is None else _of_lun(snapshot, lun)
    if key.kind is Kind.VM:
        vm = snapshot.vms.get(key.id)
        return [] if vm is None else of_vm(snapshot, vm)
    if key.kind is Kind.SESSION:
        return of_session(snapshot, key)
    if key.kind is Kind.REPLICA:
        replica = san.replica(key.id)
        return [] if replica is None else _of_replica(snapshot, replica)
    if key.kind is Kind.SAN_SERVER:
        return _of_server(snapshot, key.id)
    if key.kind is Kind.HOST:
        return _of_host(snapshot, key.id)
    if key.kind is Kind.VOLUME_GROUP:
        return [_new_volume(snapshot)]
    return []


def for_the_whole(snapshot: Snapshot, bin_days: int) -> list[Entry]:
    """Return what the SAN menu offers whatever is selected.

    Args:
        bin_days: How long the recycle bin keeps a volume when nobody says otherwise.
    """
    recycled = Entry(
        tr("SanActions", "Recycle &bin…"), "", partial(BinDialog, snapshot, bin_days), "remove"
    )
    return [_new_volume(snapshot), recycled]


def of_servers(snapshot: Snapshot) -> list[Entry]:
    """Return what can be done with each SAN server, by name; for a menu of them all."""
    named = []
    for server in snapshot.san_servers:
        switch, rest = _of_server(snapshot, server.name)
        is_active = snapshot.san.active_server == server.name
        named += [rest] if is_active else [switch, rest]
    named = [replace(entry, text=entry.button.replace("&", "&&")) for entry in named]
    return [replace(entry, begins_group=number == 0) for number, entry in enumerate(named)]


def _new_volume(snapshot: Snapshot) -> Entry:
    text = tr("SanActions", "&New volume…")
    why_not = "" if snapshot.san.groups else tr("SanActions", "No volume group is known.")
    button = tr("SanActions", "Create the volume")
    return Entry(text, button, partial(forms.new_volume, snapshot), "add", why_not)


def _of_volume(snapshot: Snapshot, volume: Volume) -> list[Entry]:
    if volume.deleted_at is not None:
        return _of_deleted(snapshot, volume)
    if volume.snapshot_of:
        return _of_snapshot(snapshot, volume)
    export = export_of(snapshot, volume.group, volume.name)
    delete = VolumeDelete(volume.group, volume.name, at=snapshot.taken_at)
    grow, snap, rename = (
        partial(form, snapshot, volume) for form in (forms.grow, forms.take_snapshot, forms.rename)
    )
    name = volume.name
    renamed = tr("SanActions", "A LUN exports it: withdraw that first.") if volume.lun else ""
    return [
        plain(
            snapshot,
            tr("SanActions", "&Export as LUN"),
            tr("SanActions", "Export {0}").format(name),
            export,
            "lun",
        ),
        Entry(
            tr("SanActions", "Export as LUN with a &number…"),
            tr("SanActions", "Export {0}").format(name),
            partial(forms.export, snapshot, volume),
            "",
            ready(snapshot, export),
        ),
        Entry(
            tr("SanActions", "&Grow…"), tr("SanActions", "Grow {0}").format(name), grow, "volume"
        ),
        Entry(
            tr("SanActions", "Take a &snapshot…"),
            tr("SanActions", "Take the snapshot"),
            snap,
            "copy",
        ),
        Entry(
            tr("SanActions", "&Rename…"),
            tr("SanActions", "Rename {0}").format(name),
            rename,
            "",
            renamed,
        ),
        _move(snapshot, volume),
        plain(
            snapshot,
            tr("SanActions", "Put into the recycle &bin"),
            tr("SanActions", "Put {0} into the recycle bin").format(name),
            delete,
            "remove",
            destructive=True,
            group=True,
        ),
    ]


def _move(snapshot: Snapshot, volume: Volume) -> Entry:
    others = [g.name for g in snapshot.san.groups if g.name != volume.group]
    why_not = tr("SanActions", "There is no other volume group.")
    if others:
        why_not = ready(snapshot, VolumeMove(volume.group, volume.name, others[0]))
    form = partial(forms.move, snapshot, volume)
    button = tr("SanActions", "Move {0}").format(volume.name)
    text = tr("SanActions", "&Move to another volume group…")
    return Entry(text, button, form, "", why_not, is_destructive=True)


def _of_deleted(snapshot: Snapshot, volume: Volume) -> list[Entry]:
    name = volume.former_name
    restore = VolumeRestore(volume.group, volume.name)
    purge = VolumeDelete(volume.group, volume.name, purge=True)
    return [
        plain(
            snapshot,
            tr("SanActions", "&Restore…"),
            tr("SanActions", "Restore {0}").format(name),
            restore,
            "undo",
        ),
        plain(
            snapshot,
            tr("SanActions", "Remove for &good…"),
            tr("SanActions", "Remove {0} for good").format(name),
            purge,
            "remove",
            destructive=True,
            group=True,
        ),
    ]


def _of_snapshot(snapshot: Snapshot, volume: Volume) -> list[Entry]:
    revert = VolumeRevert(volume.group, volume.name)
    purge = VolumeDelete(volume.group, volume.name, purge=True)
    return [
        plain(
            snapshot,
            tr("SanActions", "Re&vert the volume to it"),
            tr("SanActions", "Revert to {0}").format(volume.name),
            revert,
            "undo",
            destructive=True,
        ),
        plain(
            snapshot,
            tr("SanActions", "Remove the snapshot"),
            tr("SanActions", "Remove {0}").format(volume.name),
            purge,
            "remove",
            destructive=True,
            group=True,
        ),
    ]


def _of_lun(snapshot: Snapshot, lun: Lun) -> list[Entry]:
    users = [vm for vm in snapshot.vms.values() if any(d.wwid == lun.wwid for d in vm.disks)]
    taken = ""
    if users:
        taken = tr("SanActions", "It is a disk of {vm} already.").format(vm=users[0].name)
    attach = partial(forms.attach, snapshot, lun)
    name = tr("SanActions", "LUN {number}").format(number=lun.number)
    found = [
        Entry(
            tr("SanActions", "&Attach to a VM…"),
            tr("SanActions", "Attach {0}").format(name),
            attach,
            "vm",
            taken,
        )
    ]
    for vm in users:
        text = tr("SanActions", "&Detach from {vm}").format(vm=vm.name)
        detach = DiskDetach(vm.uuid, lun.wwid)
        found.append(
            plain(
                snapshot,
                text,
                tr("SanActions", "Detach {0}").format(name),
                detach,
                "remove",
                destructive=True,
            )
        )
    withdraw = LunWithdraw(lun.wwid)
    found.append(
        plain(
            snapshot,
            tr("SanActions", "&Withdraw"),
            tr("SanActions", "Withdraw {0}").format(name),
            withdraw,
            "remove",
            destructive=True,
            group=True,
        )
    )
    return found


def _of_replica(snapshot: Snapshot, replica: Replica) -> list[Entry]:
    passive = next((side.server for side in replica.sides if side.role != "Primary"), "")
    verbs = {
        ReplicaVerb.CONNECT: tr("SanActions", "&Connect"),
        ReplicaVerb.DISCONNECT: tr("SanActions", "&Disconnect"),
        ReplicaVerb.VERIFY: tr("SanActions", "Com&pare both sides"),
        ReplicaVerb.PAUSE_SYNC: tr("SanActions", "&Hold the synchronisation"),
        ReplicaVerb.RESUME_SYNC: tr("SanActions", "Go on s&ynchronising"),
    }
    found = [
        plain(snapshot, text, text.replace("&", ""), ReplicaDraft(verb, (replica.name,)))
        for verb, text in verbs.items()
    ]
    found.insert(3, _schedule(snapshot, replica))
    if replica.is_split_brain:
        text = tr("SanActions", "Re&solve the split brain…")
        button = tr("SanActions", "Resolve the split brain of {0}").format(replica.name)
        ways = [SplitBrainResolve(replica.name, side.server) for side in replica.sides]
        whys = [ready(snapshot, way) for way in ways]
        assistant = partial(SplitBrainWizard, snapshot, replica.name)
        why_not = "" if "" in whys else whys[0]
        found.insert(0, Entry(text, button, assistant, "mend", why_not, is_destructive=True))
    for verb, text in (
        (ReplicaVerb.INVALIDATE, tr("SanActions", "Copy everything anew to {server}")),
        (ReplicaVerb.PROMOTE, tr("SanActions", "Promote by hand on {server}")),
    ):
        named = text.format(server=passive)
        draft_ = ReplicaDraft(verb, (replica.name,), passive)
        first = verb is ReplicaVerb.INVALIDATE
        found.append(plain(snapshot, named, named, draft_, destructive=True, group=first))
    return found


def _schedule(snapshot: Snapshot, replica: Replica) -> Entry:
    text = tr("SanActions", "Compare both sides by a &schedule…")
    why_not = ready(snapshot, VerifySchedule((replica.name,), USUAL))
    button = tr("SanActions", "Set the schedule")
    return Entry(text, button, partial(forms.schedule, snapshot, replica), "", why_not)


def _of_server(snapshot: Snapshot, name: str) -> list[Entry]:
    node = snapshot.pacemaker.node(snapshot.servers[name].node_name)
    is_out = node is not None and node.standby
    switch = plain(
        snapshot,
        tr("SanActions", "&Switch the SAN over to {name}").format(name=name),
        tr("SanActions", "Switch over to {0}").format(name),
        SanSwitchover(name),
        "migrate",
        destructive=True,
    )
    if snapshot.san.active_server == name:
        switch = replace(switch, why_not=tr("SanActions", "It serves the SAN already."))
    rest = SanMaintenance(name, on=not is_out)
    text = tr("SanActions", "Take out for &maintenance")
    button = tr("SanActions", "Take {0} out for maintenance").format(name)
    if is_out:
        text = tr("SanActions", "Take back &into service")
        button = tr("SanActions", "Take {0} back into service").format(name)
    if san_layout(snapshot).served_by is ServedBy.LIO:
        return [_save(snapshot, name)]
    return [
        switch,
        plain(snapshot, text, button, rest, "settings", destructive=not is_out),
    ]


def _save(snapshot: Snapshot, name: str) -> Entry:
    text = tr("SanActions", "&Save LIO's configuration as it runs…")
    button = tr("SanActions", "Save it on {0}").format(name)
    return plain(snapshot, text, button, LioSave(name), "save", destructive=True)


def _of_host(snapshot: Snapshot, name: str) -> list[Entry]:
    verbs = {
        InitiatorVerb.RESCAN: tr("SanActions", "Look for new L&UNs"),
        InitiatorVerb.LOGIN: tr("SanActions", "&Log in to the SAN"),
    }
    found = [
        plain(snapshot, text, text.replace("&", ""), InitiatorDraft(verb, (name,)))
        for verb, text in verbs.items()
    ]
    return [*found, *logouts(snapshot, name), _access(snapshot, name)]


def _access(snapshot: Snapshot, host: str) -> Entry:
    """Whether the SAN lets the host in: the other way round."""
    is_in = is_let_in(snapshot, snapshot.servers[host].initiator)
    verb = InitiatorVerb.FORBID if is_in else InitiatorVerb.ALLOW
    text = tr("SanActions", "L&et it in to the SAN…")
    button = tr("SanActions", "Let {0} in to the SAN").format(host)
    if is_in:
        text = tr("SanActions", "Shut it out o&f the SAN…")
        button = tr("SanActions", "Shut {0} out of the SAN").format(host)
    why_not = ready(snapshot, InitiatorDraft(verb, (host,), restart=True))
    form = partial(forms.access, snapshot, host, verb)
    return Entry(text, button, form, "", why_not, is_destructive=True, begins_group=True)
