"""What is wrong with a CD, or with a bus that a disk is to be on."""

from __future__ import annotations

from collections.abc import Iterator

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.vmedit.definition import definition_of
from xenadmin_gui.operations.vmedit.drives import (
    DISK_BUSES,
    bus_target,
    cd_drives,
    free_drive,
    set_bus,
)

#: Of these a CD can be changed while they run (libxl_cdrom_insert: "requires an HVM domain").
_EMULATED = (VmKind.HVM, VmKind.KVM)


def running_drive(vm: Vm, drive: str) -> str | None:
    """Return the CD drive that the VM has now and whose CD can change at once; None: there is none.

    Args:
        drive: Its name; empty: the first one.
    """
    cds = [disk.target for disk in vm.disks if disk.device == "cdrom"]
    found = [target for target in cds if drive in ("", target)]
    return found[0] if found and vm.kind in _EMULATED else None


def wrong_cd(snapshot: Snapshot, vm: Vm, path: str, drive: str) -> Iterator[Problem]:
    """Say what is wrong with a CD that is to be put in; an empty path is one that is taken out."""

    def wrong(sentence: str, step: str, code: str) -> Problem:
        return Problem(sentence, step, vm.key, code, "cd")

    now = definition_of(vm)
    if now is None:
        return
    drives = cd_drives(now)
    if not drives and vm.kind in (VmKind.PV, VmKind.PVH):
        sentence = f"{vm.name} is {vm.kind}: only a VM with a firmware has a CD drive."
        step = "Attach a volume with the files as a disk instead."
        yield wrong(sentence, step, "no-cd-drive")
        return
    if drive and drive not in drives:
        there = ", ".join(drives) or "none yet"
        yield wrong(f"{vm.name} has no CD drive {drive}.", f"There is {there}.", "no-cd-drive")
    elif not drives and (not path or not free_drive(now)):
        sentence = f"{vm.name} has no CD drive."
        yield wrong(sentence, "Put a CD in, and it gets one.", "no-cd-drive")
    if not path:
        return
    if not path.startswith("/") or not path.isprintable() or path != path.strip():
        sentence = f"{path!r} is no path of a file on the hosts."
        step = "Give one that begins with / and is there on every host."
        yield wrong(sentence, step, "bad-cd")
    users = sorted(
        other.name
        for other in snapshot.vms.values()
        for disk in other.disks
        if disk.device == "disk" and (disk.source == path or (disk.wwid and disk.wwid in path))
    )
    if users:
        sentence = f"{path} is a disk of {', '.join(users)} already."
        yield wrong(sentence, "Detach it there first.", "in-use")


def wrong_buses(vm: Vm, buses: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    """Say what is wrong with disks that are to be on other buses."""

    def wrong(sentence: str, step: str, code: str) -> Problem:
        return Problem(sentence, step, vm.key, code, "buses")

    now = definition_of(vm)
    if now is None or not buses:
        return
    possible = DISK_BUSES.get(vm.kind, ())
    if not possible:
        sentence = f"{vm.name} is {vm.kind}: it has Xen's own disks only, no emulated ones."
        yield wrong(sentence, "Only a VM with a firmware has other buses.", "no-bus")
        return
    disks, cds = now.disks(), cd_drives(now)
    for target, bus in buses:
        if target not in disks:
            yield wrong(f"{vm.name} has no disk {target}.", "Look at its disks again.", "no-disk")
        elif target in cds:
            sentence = f"{target} is a CD drive: it stays on its bus."
            yield wrong(sentence, "Choose a disk.", "no-bus")
        elif bus not in possible:
            sentence = f"A disk of {vm.name} cannot be on the bus {bus!r}."
            yield wrong(sentence, f"There are {', '.join(possible)}.", "no-bus")
        elif not bus_target(now, target, bus):
            sentence = f"Every place on the bus {bus} of {vm.name} is taken."
            yield wrong(sentence, "Choose another bus.", "no-bus")
        else:
            set_bus(now, target, bus)
