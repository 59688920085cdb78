"""Which volumes are a VM's own, and the plans that take them to the recycle bin and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.deleted import DeletedDisk
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Volume, deleted_name
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.operations.draft import Draft, Problem
from xenadmin_gui.operations.imagined import (
    with_lun,
    with_volume,
    without_definition,
    without_lun,
    without_volume,
)
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.lunexport import LunExport, taken_numbers
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.sanholds import lun_of, volume_of
from xenadmin_gui.operations.sizes import size_text


@dataclass(frozen=True, slots=True)
class OwnDisk:
    """A disk whose LUN and volume no other VM uses."""

    disk: VmDisk
    lun: Lun
    volume: Volume

    def deleted(self, at: float) -> DeletedDisk:
        """Return it as it is in the bin, deleted ``at`` clock seconds."""
        return DeletedDisk(
            self.disk.target,
            self.volume.group,
            self.volume.name,
            deleted_name(self.volume.name, at),
            self.lun.wwid,
            self.lun.serial,
            self.lun.number,
            self.lun.device,
            self.volume.size_bytes,
            self.volume.uuids,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of disks: plans one after the other, or why there are none."""

    plans: tuple[Plan, ...] = ()
    problems: tuple[Problem, ...] = ()


def own_disks(snapshot: Snapshot, vm: Vm) -> tuple[tuple[OwnDisk, ...], tuple[str, ...]]:
    """Return the VM's own disks, and a sentence for each that stays where it is."""
    own: dict[str, OwnDisk] = {}
    stays: list[str] = []
    for disk in vm.disks:
        others = [
            other.name
            for other in snapshot.vms.values()
            if other.uuid != vm.uuid and any(_is_same(disk, one) for one in other.disks)
        ]
        lun = lun_of(snapshot, disk.wwid) if disk.wwid else None
        volume = next((v for v in snapshot.san.volumes if lun and v.lun == lun.wwid), None)
        if disk.source and disk.device == "cdrom":
            stays.append(f"{disk.target} stays: {disk.source} is a CD.")
            continue
        if not disk.source or (lun is not None and lun.wwid in own):
            continue
        if others:
            stays.append(f"{disk.target} stays: {', '.join(sorted(others))} has it too.")
        elif lun is None or volume is None:
            stays.append(f"{disk.target} stays: {disk.source} is no volume of the SAN.")
        else:
            own[lun.wwid] = OwnDisk(disk, lun, volume)
    return tuple(own.values()), tuple(stays)


def _is_same(disk: VmDisk, other: VmDisk) -> bool:
    return disk.source == other.source or bool(disk.wwid and disk.wwid == other.wwid)


def to_bin(
    snapshot: Snapshot, uuid: str, disks: tuple[OwnDisk, ...], *, at: float, purge: bool
) -> Outcome:
    """Withdraw the LUNs of a VM that is no more, and put their volumes into the bin.

    Args:
        at: Clock seconds that the names in the bin tell.
        purge: Remove the volumes for good.
    """
    imagined = without_definition(snapshot, uuid)
    plans: list[Plan] = []
    problems: list[Problem] = []
    for one in disks:
        group, name = one.volume.group, one.volume.name
        withdraw = LunWithdraw(one.lun.wwid)
        problems += _plan(withdraw, imagined, plans)
        imagined = without_lun(imagined, one.lun.wwid)
        problems += _plan(VolumeDelete(group, name, purge, at), imagined, plans)
        imagined = without_volume(imagined, group, name)
    return Outcome(tuple(plans), tuple(problems))


def from_bin(snapshot: Snapshot, disks: tuple[DeletedDisk, ...]) -> Outcome:
    """Take volumes out of the bin and offer them under the WWIDs that they had."""
    plans: list[Plan] = []
    problems: list[Problem] = []
    imagined = snapshot
    exported: list[str] = []
    for disk in disks:
        if wrong := _not_the_disk(snapshot, disk):
            problems.append(wrong)
            continue
        if lun_of(snapshot, disk.wwid) is not None:
            continue
        resting = volume_of(imagined, disk.group, disk.resting)
        if resting is not None:
            problems += _plan(VolumeRestore(disk.group, disk.resting), imagined, plans)
            imagined = with_volume(imagined, disk.group, disk.volume, resting.size_bytes)
            imagined = _as_it_was(imagined, disk)
        elif volume_of(imagined, disk.group, disk.volume) is None:
            sentence = f"The volume {disk.group}/{disk.volume} of {disk.target} is no longer there."
            key = Key(Kind.VOLUME, f"{disk.group}/{disk.resting}")
            step = "It was removed for good: install the VM again."
            problems.append(Problem(sentence, step, key, "no-volume"))
            continue
        number = disk.number if _is_free(imagined, disk.number) else None
        export = LunExport(
            disk.group, disk.volume, number, serial=disk.serial, besides=tuple(exported)
        )
        problems += _plan(export, imagined, plans)
        exported.append(disk.volume)
        number = number if number is not None else _next_free(imagined)
        imagined = with_lun(imagined, disk.group, disk.volume, number, disk.serial)
    return Outcome(tuple(plans), tuple(problems))


def purge_bin(snapshot: Snapshot, disks: tuple[DeletedDisk, ...]) -> Outcome:
    """Remove volumes of the bin for good; what is there no more, or is another, is left alone."""
    plans: list[Plan] = []
    problems: list[Problem] = []
    for disk in disks:
        resting = volume_of(snapshot, disk.group, disk.resting)
        if resting is not None and is_the_disk(resting, disk):
            draft = VolumeDelete(disk.group, disk.resting, purge=True)
            problems += _plan(draft, snapshot, plans)
    return Outcome(tuple(plans), tuple(problems))


def is_the_disk(volume: Volume, disk: DeletedDisk) -> bool | None:
    """Whether a volume is what a deleted VM had, whatever either is called; None: not known."""
    if not disk.uuids or not volume.uuids:
        return None
    return any(uuid in disk.uuids for uuid in volume.uuids)


def _not_the_disk(snapshot: Snapshot, disk: DeletedDisk) -> Problem | None:
    """Say that what has the disk's LUN or name by now is another volume, or may be one."""
    volume = _in_place_of(snapshot, disk)
    if volume is None:
        return None
    is_same = is_the_disk(volume, disk)
    if is_same:
        return None
    where, step = f"{volume.group}/{volume.name}", "Rename or withdraw it, or attach it by hand."
    if is_same is None:
        sentence = f"Whether {where} is the volume that {disk.target} was cannot be known."
        return Problem(sentence, step, volume.key, "unknown-volume")
    sentence = (
        f"{where} ({size_text(volume.size_bytes)}) is another volume than the one that"
        f" {disk.target} was ({size_text(disk.size_bytes)})."
    )
    return Problem(sentence, step, volume.key, "other-volume")


def _in_place_of(snapshot: Snapshot, disk: DeletedDisk) -> Volume | None:
    """Return what would be taken for the disk: what its LUN exports, else what has its name."""
    if lun_of(snapshot, disk.wwid) is not None:
        return next((v for v in snapshot.san.volumes if v.lun == disk.wwid), None)
    resting = volume_of(snapshot, disk.group, disk.resting)
    return resting or volume_of(snapshot, disk.group, disk.volume)


def _as_it_was(imagined: Snapshot, disk: DeletedDisk) -> Snapshot:
    """A replica that comes back has the numbers of its own file, not new ones."""
    minor = disk.device.removeprefix("/dev/drbd")
    if not minor.isdecimal():
        return imagined
    replicas = tuple(
        replace(
            replica,
            minor=int(minor),
            sides=tuple(replace(side, device=disk.device) for side in replica.sides),
        )
        if replica.name == disk.volume
        else replica
        for replica in imagined.san.replicas
    )
    return replace(imagined, san=replace(imagined.san, replicas=replicas))


def _plan(draft: Draft, imagined: Snapshot, plans: list[Plan]) -> tuple[Problem, ...]:
    """Add the draft's plan, or return why there is none; the form has no field for that."""
    problems = draft.problems(imagined)
    if not problems:
        plans.append(draft.plan(imagined))
    return tuple(replace(problem, field="") for problem in problems)


def _is_free(snapshot: Snapshot, number: int) -> bool:
    return number not in taken_numbers(snapshot, san_layout(snapshot))


def _next_free(snapshot: Snapshot) -> int:
    number = 1
    while not _is_free(snapshot, number):
        number += 1
    return number
