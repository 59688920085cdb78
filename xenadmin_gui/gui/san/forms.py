"""The forms of the SAN's operations, each with what is most likely wanted filled in."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from xenadmin_gui.domain.san import Lun, Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.draft_form import (
    GIB,
    DraftForm,
    Row,
    check_row,
    choice_row,
    number_row,
    size_row,
    text_row,
)
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.san.followup import export_of
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.san.home import at_volume
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.lunexport import taken_numbers
from xenadmin_gui.operations.san.replicafile import mirror_networks, sibling_of
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.verifyschedule import USUAL, VerifySchedule
from xenadmin_gui.operations.san.vmdisk import DiskAttach
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumegrow import VolumeGrow
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.operations.san.volumesnapshot import VolumeSnapshot

#: Room for what is written while a snapshot lives, as a share of the volume.
_SNAPSHOT_SHARE = 5


tr = QCoreApplication.translate


def group_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return every volume group with what is free on the fuller of its servers."""
    groups: dict[str, int] = {}
    for group in snapshot.san.groups:
        groups[group.name] = min(groups.get(group.name, group.free_bytes), group.free_bytes)
    free = tr("SanForms", "{group}, {size} free")
    return [(n, free.format(group=n, size=wording.size(f))) for n, f in groups.items()]


def new_volume(snapshot: Snapshot, parent: QWidget | None) -> DraftForm:
    """Ask for name and size of a new volume."""
    layout, choices = san_layout(snapshot), group_choices(snapshot)

    def draft(said: dict[str, object]) -> Draft:
        group = cast(str, said["group"]) or ""
        mirrored = said.get("mirrored") if layout.is_mirror_open(group) else None
        return VolumeCreate(
            cast(str, said["name"]),
            cast(int, said["size_bytes"]),
            group,
            cast(bool, said["initial_sync"]),
            cast("bool | None", mirrored),
            cast(str, said.get("network", "")) or "",
            cast(str, said.get("server", "")) or "",
        )

    return DraftForm(
        snapshot,
        tr("SanForms", "What should the new volume be?"),
        tr(
            "SanForms",
            "It is made on both SAN servers and mirrored. Without the first synchronisation it is "
            "ready at once, and a later comparison shows differences where nothing was written.",
        ),
        [
            text_row("name", tr("SanForms", "&Name"), hint=tr("SanForms", "such as web7")),
            size_row("size_bytes", tr("SanForms", "&Size"), 20 * GIB),
            choice_row("group", tr("SanForms", "Volume &group"), choices),
            *_server_row(snapshot),
            *_first_replica(layout, [name for name, _ in choices]),
            check_row("initial_sync", tr("SanForms", "S&ynchronise both sides first"), is_on=True),
            check_row("then_export", tr("SanForms", "Then &export it to every host"), is_on=False),
            choice_row("then_vm", tr("SanForms", "Then &attach it to"), _takers(snapshot)),
        ],
        draft,
        parent,
    )


def _server_row(snapshot: Snapshot) -> list[Row]:
    """Who serves the volume, where several servers serve at once."""
    serving = snapshot.san.serving
    if len(serving) < 2:
        return []
    usual = tr("SanForms", "as most of the group")
    choices = [("", usual), *((name, name) for name in serving)]
    return [choice_row("server", tr("SanForms", "Ser&ved by"), choices)]


def _first_replica(layout: SanLayout, groups: list[str]) -> list[Row]:
    """What has to be said of the first replica of a SAN, or of a group that nothing is known of."""
    rows = []
    is_open = [layout.is_mirror_open(group) for group in groups]
    if any(is_open):
        rows.append(check_row("mirrored", tr("SanForms", "&Mirror it by DRBD"), is_on=True))
    over = [layout.mirror_of(group) is Mirror.REPLICA_OVER_VOLUME for group in groups]
    if any((*is_open, *over)) and not any(sibling_of(layout, group) for group in groups):
        networks = [(name, name) for name in mirror_networks(layout)]
        rows.append(choice_row("network", tr("SanForms", "Mirror over the net&work"), networks))
    return rows


def _takers(snapshot: Snapshot) -> list[tuple[str, str]]:
    vms = sorted(snapshot.vms.values(), key=lambda vm: vm.name)
    return [("", tr("SanForms", "no VM")), *((vm.uuid, vm.name) for vm in vms)]


def grow(snapshot: Snapshot, volume: Volume, parent: QWidget) -> DraftForm:
    """Ask for the new size of a volume."""
    return DraftForm(
        snapshot,
        tr("SanForms", "How large should {volume} be?").format(volume=volume.name),
        tr(
            "SanForms",
            "It has {size} now. It grows while it is used; it cannot be made smaller again.",
        ).format(size=wording.size(volume.size_bytes)),
        [size_row("size_bytes", tr("SanForms", "New &size"), volume.size_bytes + 10 * GIB)],
        lambda said: VolumeGrow(volume.group, volume.name, cast(int, said["size_bytes"])),
        parent,
    )


def take_snapshot(snapshot: Snapshot, volume: Volume, parent: QWidget) -> DraftForm:
    """Ask for name and size of a snapshot."""
    share = max(volume.size_bytes // _SNAPSHOT_SHARE, GIB // 4)
    return DraftForm(
        snapshot,
        tr("SanForms", "What should the snapshot of {volume} be called?").format(
            volume=volume.name
        ),
        tr(
            "SanForms",
            "It keeps what the volume holds now. It needs room for what is written from now on; "
            "when it is full, it is lost, and the volume goes on.",
        ),
        [
            text_row("snapshot", tr("SanForms", "&Name"), f"{volume.name}-snap"),
            size_row("size_bytes", tr("SanForms", "&Room for changes"), share),
        ],
        lambda said: VolumeSnapshot(
            volume.group, volume.name, cast(str, said["snapshot"]), cast(int, said["size_bytes"])
        ),
        parent,
    )


def move(snapshot: Snapshot, volume: Volume, parent: QWidget | None) -> DraftForm:
    """Ask which volume group a volume moves to, and what it is called there."""
    choices = [(n, text) for n, text in group_choices(snapshot) if n != volume.group]
    proposed = VolumeMove(volume.group, volume.name, choices[0][0] if choices else "")
    return DraftForm(
        snapshot,
        tr("SanForms", "Which group should {volume} move to?").format(volume=volume.name),
        tr(
            "SanForms",
            "Its VMs have to be off: every block is copied, and the LUN is not offered meanwhile. "
            "The LUN stays the same for the hosts; the old volume lies in the recycle bin then.",
        ),
        [
            choice_row("to_group", tr("SanForms", "Volume &group"), choices),
            text_row("new_name", tr("SanForms", "&Name there"), proposed.name_there(snapshot)),
        ],
        lambda said: VolumeMove(
            volume.group,
            volume.name,
            cast(str, said["to_group"]) or "",
            cast(str, said["new_name"]),
            snapshot.taken_at,
        ),
        parent,
    )


def rename(snapshot: Snapshot, volume: Volume, parent: QWidget) -> DraftForm:
    """Ask for a new name."""
    return DraftForm(
        snapshot,
        tr("SanForms", "What should {volume} be called?").format(volume=volume.name),
        tr(
            "SanForms",
            "Only a volume that no LUN exports can be renamed; its replica gets the same name.",
        ),
        [text_row("new_name", tr("SanForms", "&New name"), volume.name)],
        lambda said: VolumeRename(volume.group, volume.name, cast(str, said["new_name"])),
        parent,
    )


def export(snapshot: Snapshot, volume: Volume, parent: QWidget | None) -> DraftForm:
    """Ask for the number of a LUN; what a free one would be is filled in."""
    usual = export_of(snapshot, volume.group, volume.name)
    here = at_volume(snapshot, volume.group, volume.name)
    layout = san_layout(here)
    choices = layout.choices
    target = layout.iqn
    if layout.iqn not in choices:
        target = next((c for c in choices if c == f"{layout.iqn}/tpg{layout.tag}"), "")
    ordered = sorted(choices, key=lambda choice: choice != target)
    taken, highest = taken_numbers(snapshot, layout), serving(layout).highest_number
    first = next(number for number in count(1) if number not in taken)
    note = tr("SanForms", "Taken already: {numbers}.").format(
        numbers=", ".join(map(str, sorted(taken))) or "–"
    )
    read_only = check_row("read_only", tr("SanForms", "Hosts may only &read it"), is_on=False)
    problems = replace(usual, read_only=True).problems(snapshot)
    if why := next((p for p in problems if p.field == "read_only"), None):
        read_only.editor.setEnabled(False)
        read_only.editor.setToolTip(sentence_of(why))
        note += "\n\n" + sentence_of(why)
    return DraftForm(
        snapshot,
        tr("SanForms", "Which number should the LUN of {volume} have?").format(volume=volume.name),
        note,
        [
            number_row("number", tr("SanForms", "&Number"), first, highest),
            *_target_row(ordered),
            read_only,
        ],
        lambda said: replace(
            usual,
            number=cast(int, said["number"]),
            read_only=cast(bool, said["read_only"]),
            target=cast(str, said.get("target", "")) or "",
        ),
        parent,
    )


def _target_row(choices: list[str]) -> list[Row]:
    """Nothing to choose where there is one target."""
    if len(choices) < 2:
        return []
    return [choice_row("target", tr("SanForms", "&Target"), [(name, name) for name in choices])]


def free_luns(snapshot: Snapshot) -> list[Lun]:
    """Return the LUNs that are a disk of no VM."""
    used = {disk.wwid for vm in snapshot.vms.values() for disk in vm.disks}
    return [lun for lun in snapshot.san.luns if lun.wwid not in used]


def attach_to(snapshot: Snapshot, vm: Vm, parent: QWidget | None) -> DraftForm:
    """Ask which LUN a VM gets as a disk."""
    names = {volume.lun: volume.name for volume in snapshot.san.volumes if volume.lun}
    text = tr("SanForms", "LUN {number}: {volume}, {size}")
    choices = [
        (
            lun.wwid,
            text.format(
                number=lun.number,
                volume=names.get(lun.wwid, lun.device or lun.wwid),
                size=wording.size(lun.size_bytes),
            ),
        )
        for lun in free_luns(snapshot)
    ]
    return DraftForm(
        snapshot,
        tr("SanForms", "Which LUN should {vm} get as a disk?").format(vm=vm.name),
        tr("SanForms", "A VM that runs gets it at once; every definition of the VM is changed."),
        [
            choice_row("wwid", tr("SanForms", "&LUN"), choices),
            text_row(
                "target", tr("SanForms", "&Name in the VM"), hint=tr("SanForms", "such as xvdb")
            ),
        ],
        lambda said: DiskAttach(vm.uuid, cast(str, said["wwid"]) or "", cast(str, said["target"])),
        parent,
    )


def attach(snapshot: Snapshot, lun: Lun, parent: QWidget) -> DraftForm:
    """Ask which VM gets a LUN as a disk."""
    vms = sorted(snapshot.vms.values(), key=lambda vm: vm.name)
    choices = [(vm.uuid, f"{vm.name} – {wording.vm_state_word(vm.state)}") for vm in vms]
    return DraftForm(
        snapshot,
        tr("SanForms", "Which VM gets this LUN as a disk?"),
        tr("SanForms", "A VM that runs gets it at once; every definition of the VM is changed."),
        [choice_row("uuid", tr("SanForms", "&VM"), choices)],
        lambda said: DiskAttach(cast(str, said["uuid"]) or "", lun.wwid),
        parent,
    )


def access(snapshot: Snapshot, host: str, verb: InitiatorVerb, parent: QWidget | None) -> DraftForm:
    """Ask whether the VMs' I/O may wait while the SAN lets a host in or shuts it out."""
    question = tr("SanForms", "Should the SAN let {host} in?").format(host=host)
    if verb is InitiatorVerb.FORBID:
        question = tr("SanForms", "Should the SAN shut {host} out?").format(host=host)
    return DraftForm(
        snapshot,
        question,
        tr(
            "SanForms",
            "The initiator's name goes on the lists of the target and of every LUN, or off them. "
            "Pacemaker's agents read the lists at their start only: what serves the SAN is "
            "restarted, and the guests' I/O waits meanwhile as during a switchover.",
        ),
        [check_row("restart", tr("SanForms", "The I/O of VMs that run &may wait"), is_on=False)],
        lambda said: InitiatorDraft(verb, (host,), restart=cast(bool, said["restart"])),
        parent,
    )


def schedule(snapshot: Snapshot, replica: Replica, parent: QWidget | None) -> DraftForm:
    """Ask when both sides of a replica, or of every one, are to be compared."""
    names = tuple(one.name for one in snapshot.san.replicas)

    def chosen(said: dict[str, object]) -> Draft:
        which = names if said["every"] else (replica.name,)
        return VerifySchedule(which, cast(str, said["calendar"]))

    return DraftForm(
        snapshot,
        tr("SanForms", "When should both sides of {replica} be compared?").format(
            replica=replica.name
        ),
        tr(
            "SanForms",
            "systemd on the SAN servers does it, whether this program runs or not: such as "
            "'Sun 03:00', 'Mon..Fri 01:30' or 'monthly'. Without a time the schedule ends. It "
            "reads both disks from end to end, one replica after the other.",
        ),
        [
            text_row("calendar", tr("SanForms", "&Time"), replica.schedule or USUAL),
            check_row("every", tr("SanForms", "&Every replica"), is_on=False),
        ],
        chosen,
        parent,
    )
