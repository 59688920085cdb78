"""A definition's CD drives, and the bus that a disk of it is on."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterable
from string import ascii_lowercase

from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.devices import (
    add_device,
    bus_of,
    insert,
    source_of,
    target_of,
)

#: Buses that a disk can be on, by the kind of VM, and the letters that its name then begins with.
#: A guest that knows Xen has Xen's own disks only: no device model emulates others (xl.cfg).
DISK_BUSES = {VmKind.HVM: ("xen", "ide", "scsi"), VmKind.KVM: ("virtio", "scsi", "sata", "ide")}
PREFIXES = {"xen": "xvd", "virtio": "vd", "scsi": "sd", "sata": "sd", "ide": "hd"}
#: A CD drive of each kind: its bus, and the names that it may have, the usual one first.
_CD = {VmKind.HVM: ("ide", ("hdc", "hdd", "hdb")), VmKind.KVM: ("sata", ("sda", "sdb", "sdc"))}
_IDE = "abcd"


def disk_buses(definition: Definition) -> dict[str, str]:
    """Return the bus of each disk that is no CD drive, by its name."""
    disks = definition.devices.iterfind("disk")
    return {target_of(one): bus_of(one) for one in disks if one.get("device") != "cdrom"}


def cd_drives(definition: Definition) -> dict[str, str]:
    """Return what is in each CD drive by the drive's name; empty: nothing."""
    return {target_of(one): source_of(one) for one in _cds(definition)}


def set_cd(definition: Definition, path: str, drive: str = "") -> None:
    """Put the CD ``path`` into a drive; a path below /dev is a block device. Empty: take it out.

    Args:
        drive: Its name; empty: the first one. One that is missing is added, unless nothing is to
            be put in.
    """
    found = [one for one in _cds(definition) if drive in ("", target_of(one))]
    if not found:
        if path:
            found = [_new_drive(definition, drive)]
        else:
            return
    disk = found[0]
    for old in disk.findall("source"):
        _drop(disk, old)
    if not path:
        return
    kind = "block" if path.startswith("/dev/") else "file"
    disk.set("type", kind)
    source = ET.Element("source", {"dev" if kind == "block" else "file": path})
    insert(disk, 1 if disk.find("driver") is not None else 0, source)


def free_drive(definition: Definition) -> str:
    """Return the name that a new CD drive would get; empty: such a VM cannot have one."""
    return cd_place(definition.kind, definition.disks())[1]


def is_place_free(kind: VmKind, name: str, taken: Collection[str]) -> bool:
    """Whether no disk is called ``name``, and none is in its place.

    An HVM guest's device model has four places, which xvda and hda, xvdb and hdb … share
    (xl-disk-configuration(5)): with a CD in hdc it does not start when a disk is called xvdc.
    """
    if kind is VmKind.HVM and name[-1] in _IDE and not name.startswith("sd"):
        return not {f"xvd{name[-1]}", f"hd{name[-1]}"} & set(taken)
    return name not in taken


def bus_target(definition: Definition, target: str, bus: str) -> str:
    """Return the name that the disk would have on ``bus``: its letter if that is free.

    Empty: every name is taken.
    """
    prefix = PREFIXES[bus]
    letters = _IDE if bus == "ide" else ascii_lowercase
    names = [prefix + letter for letter in (target[-1:], *letters) if letter in letters]
    return _first_free(definition.kind, names, set(definition.disks()) - {target})


def set_bus(definition: Definition, target: str, bus: str) -> None:
    """Put a disk on another bus; its place on the old one goes. No error when it is there."""
    for disk in definition.devices.iterfind("disk"):
        element = disk.find("target")
        if target_of(disk) != target or element is None or bus_of(disk) == bus:
            continue
        element.set("dev", bus_target(definition, target, bus) or target)
        element.set("bus", bus)
        for address in disk.findall("address"):
            _drop(disk, address)


def cd_place(kind: VmKind, taken: Collection[str]) -> tuple[str, str]:
    """Return bus and name of a CD drive beside disks; the name is empty when there is no place."""
    bus, names = _CD.get(kind, ("ide", ()))
    return bus, _first_free(kind, names, taken)


def _first_free(kind: VmKind, names: Iterable[str], taken: Collection[str]) -> str:
    return next((name for name in names if is_place_free(kind, name, taken)), "")


def _cds(definition: Definition) -> list[ET.Element]:
    return [one for one in definition.devices.iterfind("disk") if one.get("device") == "cdrom"]


def _new_drive(definition: Definition, name: str) -> ET.Element:
    bus, free = cd_place(definition.kind, definition.disks())
    disk = ET.Element("disk", type="file", device="cdrom")
    ET.SubElement(disk, "driver", name="qemu", type="raw")
    ET.SubElement(disk, "target", dev=name or free, bus=bus)
    ET.SubElement(disk, "readonly")
    add_device(definition.devices, disk)
    return disk


def _drop(parent: ET.Element, child: ET.Element) -> None:
    """Take a child away; the white space before what follows stays."""
    children = list(parent)
    place = children.index(child)
    if place == len(children) - 1 and place > 0:
        children[place - 1].tail = child.tail
    parent.remove(child)
