"""The definition of a new VM: what its siblings have, and nothing that it does not need."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import (
    Element,
    ParseError,
    SubElement,
    fromstring,
    indent,
    tostring,
)

from xenadmin_gui.domain.deleted import KEEP, NAMESPACE
from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.guestfiles import GuestDisk
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.tags import as_tags, tags_element
from xenadmin_gui.domain.template import Boot
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.drives import cd_place
from xenadmin_gui.operations.vminstall.newcards import give_cards, new_card
from xenadmin_gui.operations.vminstall.newvm import NewVm

__all__ = [
    "Machine",
    "Source",
    "definition_like",
    "definition_text",
    "free_macs",
    "origin_of",
    "taken_macs",
]

ORIGIN = f"{{{NAMESPACE}}}origin"
_OS = {
    VmKind.PV: ("linux", "xenpv"),
    VmKind.PVH: ("xenpvh", "xenpvh"),
    VmKind.HVM: ("hvm", "xenfv"),
    VmKind.KVM: ("hvm", "q35"),
}
_GRUB = {
    VmKind.PVH: "/usr/lib/grub-xen/grub-i386-xen_pvh.bin",
    VmKind.PV: "/usr/lib/grub-xen/grub-x86_64-xen.bin",
}
_BY_ID = "/dev/disk/by-id/dm-uuid-mpath-"


@dataclass(frozen=True, slots=True)
class Source:
    """What a VM's disk was made of, and how it is told who it is."""

    template: str
    disk: GuestDisk


@dataclass(frozen=True, slots=True)
class Machine:
    """How a VM is built.

    Attributes:
        iso: Path on the hosts of a CD in its drive; empty: it has no drive.
        on_reboot: What becomes of it when the guest wants to start anew.
    """

    kind: VmKind
    boot: Boot
    source: Source
    iso: str = ""
    on_reboot: str = "restart"


def disk_name(number: int, *, is_kvm: bool = False) -> str:
    """Return what a disk is called: number 0 is ``xvda``."""
    return f"{'vd' if is_kvm else 'xvd'}{chr(ord('a') + number)}"


def definition_text(
    snapshot: Snapshot, new: NewVm, machine: Machine, wwids: tuple[str, ...]
) -> str:
    """Return the definition of ``new``, with the LUNs as its disks; its cards have MACs."""
    kind = machine.kind
    sibling = _sibling(snapshot, kind)
    root = Element("domain", type="kvm" if kind is VmKind.KVM else "xen")
    if kind is VmKind.KVM and sibling is not None:
        root.set("type", sibling.get("type", "kvm"))
    SubElement(root, "name").text = new.name
    SubElement(root, "uuid").text = new.uuid
    if new.title:
        SubElement(root, "title").text = new.title
    if new.description:
        SubElement(root, "description").text = new.description
    metadata = SubElement(root, "metadata")
    metadata.append(_origin(new, machine.source))
    if new.tags:
        metadata.append(tags_element(as_tags(new.tags)))
    for tag in ("memory", "currentMemory"):
        SubElement(root, tag, unit="KiB").text = str(new.memory_bytes // 1024)
    SubElement(root, "vcpu", placement="static").text = str(new.vcpus)
    _add_boot(root, kind, machine.boot, sibling)
    SubElement(root, "clock", offset="utc")
    ends = (("poweroff", "destroy"), ("reboot", machine.on_reboot), ("crash", "destroy"))
    for tag, text in ends:
        SubElement(root, f"on_{tag}").text = text
    names = [disk_name(n, is_kvm=kind is VmKind.KVM) for n in range(len(wwids) + 1)]
    if machine.iso:
        # An HVM guest's CD, hdc, is in the place of xvdc.
        names = [name for name in names if name != "xvdc"]
    disks = dict(zip(names, wwids, strict=False))
    _add_devices(snapshot, root, new, kind, disks, sibling)
    if machine.iso:
        _add_cd(root, kind, machine.iso)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def definition_like(
    snapshot: Snapshot, example: str, new: NewVm, wwids: dict[str, str], source: Source
) -> str:
    """Return another VM's definition as that of ``new``; what is not its own stays as it is.

    Args:
        wwids: LUN by what the definition calls the disk.
    """
    definition = Definition(example)
    definition.set_name(new.name)
    definition.set_uuid(new.uuid)
    definition.set_title(new.title)
    definition.set_description(new.description)
    definition.set_vcpus(new.vcpus)
    definition.set_memory(new.memory_bytes)
    for tag in (KEEP, ORIGIN):
        definition.drop_metadata(tag)
    definition.add_metadata(_origin(new, source))
    definition.set_tags(new.tags)
    root = fromstring(definition.text)
    for disk in root.iterfind("devices/disk"):
        target, place = disk.find("target"), disk.find("source")
        name = "" if target is None else target.get("dev", "")
        if place is not None and name in wwids:
            place.attrib.clear()
            place.set("dev", _device(snapshot, wwids[name]))
    devices = root.find("devices")
    if devices is not None:
        give_cards(snapshot, devices, new.nics)
    return Definition(tostring(root, encoding="unicode")).text


def origin_of(xml: str) -> Source | None:
    """Return what a VM was made of, as its definition tells; None when it does not."""
    root = _domain(xml)
    found = None if root is None else root.find(f"metadata/{ORIGIN}")
    if found is None:
        return None
    partition = found.get("partition", "")
    disk = GuestDisk(
        partition=int(partition) if partition.isdecimal() else 0,
        filesystem=found.get("filesystem", "ext4"),
        network=found.get("network", "none"),
        customise=found.get("customise", "none"),
        user=found.get("user", "root"),
    )
    return Source(found.get("template", ""), disk)


def addresses_of(xml: str) -> tuple[str, ...]:
    """Return the addresses that a VM was given when it was made."""
    root = _domain(xml)
    found = None if root is None else root.find(f"metadata/{ORIGIN}")
    return () if found is None else tuple(found.get("addresses", "").split())


def taken_macs(snapshot: Snapshot) -> frozenset[str]:
    """Return the MACs of every VM, in lower case: those it has, and those it is defined with."""
    found: set[str] = set()
    for vm in snapshot.vms.values():
        found |= {nic.mac.lower() for nic in vm.nics}
        for copy in vm.definitions:
            root = _domain(copy.xml)
            if root is not None:
                found |= {e.get("address", "").lower() for e in root.iter("mac")}
    return frozenset(found - {""})


def free_macs(
    nics: Iterable[GuestNic], uuid: str, kind: VmKind, taken: Iterable[str]
) -> tuple[str, ...]:
    """Return a MAC for each card: its own, or one made of the UUID that nobody has."""
    prefix = "52:54:00" if kind is VmKind.KVM else "00:16:3e"
    used, made = set(taken), []
    for number, nic in enumerate(nics):
        mac, attempt = nic.mac.lower(), 0
        while not mac or (not nic.mac and mac in used):
            digest = hashlib.sha256(f"{uuid}/{number}/{attempt}".encode()).hexdigest()
            mac = f"{prefix}:{digest[:2]}:{digest[2:4]}:{digest[4:6]}"
            attempt += 1
        used.add(mac)
        made.append(mac)
    return tuple(made)


def _domain(xml: str) -> Element | None:
    if not xml:
        return None
    try:
        root = fromstring(xml)
    except ParseError:
        return None
    return root if root.tag == "domain" else None


def _sibling(snapshot: Snapshot, kind: VmKind) -> Element | None:
    """The definition of a VM of that kind, the protected ones first."""
    alike = [vm for vm in snapshot.vms.values() if vm.kind is kind]
    for vm in sorted(alike, key=lambda vm: (not vm.is_protected, vm.name)):
        for copy in vm.definitions:
            root = _domain(copy.xml)
            if root is not None:
                return root
    return None


def _origin(new: NewVm, source: Source) -> Element:
    disk = source.disk
    values = {
        "template": source.template,
        "partition": str(disk.partition),
        "filesystem": disk.filesystem,
        "network": disk.network,
        "customise": disk.customise,
        "user": disk.user,
        "addresses": " ".join(nic.address for nic in new.nics if nic.address),
    }
    return Element(ORIGIN, values)


def _add_boot(root: Element, kind: VmKind, boot: Boot, sibling: Element | None) -> None:
    text, machine = _OS[kind]
    if boot.method == "pygrub" and kind in (VmKind.PV, VmKind.PVH):
        SubElement(root, "bootloader").text = "pygrub"
    system = SubElement(root, "os")
    known = None if sibling is None else sibling.find("os/type")
    if known is not None and kind is VmKind.KVM:
        machine = known.get("machine", machine)
    SubElement(system, "type", arch="x86_64", machine=machine).text = text
    if kind in (VmKind.HVM, VmKind.KVM):
        _add_firmware(system, kind, sibling)
        SubElement(system, "boot", dev="hd")
    elif boot.method == "grub-pvh":
        SubElement(system, "kernel").text = _grub(kind, sibling)
    if boot.method == "kernel":
        for tag in ("kernel", "initrd", "cmdline"):
            if getattr(boot, tag):
                SubElement(system, tag).text = getattr(boot, tag)
    if kind in (VmKind.HVM, VmKind.KVM):
        features = SubElement(root, "features")
        for tag in ("acpi", "apic", "pae"):
            SubElement(features, tag)


def _add_firmware(system: Element, kind: VmKind, sibling: Element | None) -> None:
    loader = None if sibling is None else sibling.find("os/loader")
    if loader is not None and loader.get("type") == "rom":
        SubElement(system, "loader", type="rom").text = loader.text
    elif kind is VmKind.HVM:
        SubElement(system, "loader", type="rom").text = "/usr/lib/xen/boot/hvmloader"


def grub_path(snapshot: Snapshot, kind: VmKind) -> str:
    """Return where the hosts have the boot loader that starts VMs from their own disk."""
    return _grub(kind, _sibling(snapshot, kind))


def _grub(kind: VmKind, sibling: Element | None) -> str:
    known = "" if sibling is None else sibling.findtext("os/kernel", "")
    return known if "grub" in known else _GRUB[kind]


def _add_devices(
    snapshot: Snapshot,
    root: Element,
    new: NewVm,
    kind: VmKind,
    wwids: dict[str, str],
    sibling: Element | None,
) -> None:
    devices = SubElement(root, "devices")
    emulator = "" if sibling is None else sibling.findtext("devices/emulator", "")
    if emulator and kind in (VmKind.HVM, VmKind.KVM):
        SubElement(devices, "emulator").text = emulator
    is_kvm = kind is VmKind.KVM
    driver = {"name": "qemu", "type": "raw", "cache": "none", "io": "native"}
    for name, wwid in wwids.items():
        disk = SubElement(devices, "disk", type="block", device="disk")
        SubElement(disk, "driver", driver if is_kvm else {"name": "phy", "type": "raw"})
        SubElement(disk, "source", dev=_device(snapshot, wwid))
        bus = "virtio" if is_kvm else "xen"
        SubElement(disk, "target", dev=name, bus=bus)
    for nic in new.nics:
        devices.append(new_card(snapshot, nic, "virtio" if is_kvm else ""))
    console = SubElement(devices, "console", type="pty")
    SubElement(console, "target", type="serial" if is_kvm else "xen", port="0")
    if kind in (VmKind.HVM, VmKind.KVM):
        SubElement(devices, "graphics", type="vnc", port="-1", autoport="yes", listen="127.0.0.1")


def _add_cd(root: Element, kind: VmKind, path: str) -> None:
    """A drive behind the disk: an empty disk starts nothing, so the first start is from the CD."""
    disks = root.findall("devices/disk")
    devices = root.find("devices")
    system = root.find("os")
    if devices is None or system is None:
        return
    names = [target.get("dev", "") for target in root.iterfind("devices/disk/target")]
    bus, name = cd_place(kind, names)
    drive = Element("disk", type="file", device="cdrom")
    SubElement(drive, "driver", name="qemu", type="raw")
    SubElement(drive, "source", file=path)
    SubElement(drive, "target", dev=name, bus=bus)
    SubElement(drive, "readonly")
    devices.insert(list(devices).index(disks[-1]) + 1, drive)
    SubElement(system, "boot", dev="cdrom")


def _device(snapshot: Snapshot, wwid: str) -> str:
    """What a host calls the LUN, as most of the other VMs' definitions do."""
    sources = [disk.source for vm in snapshot.vms.values() for disk in vm.disks if disk.wwid]
    by_id = sum(source.startswith(_BY_ID) for source in sources)
    return f"{_BY_ID if by_id * 2 > len(sources) else '/dev/mapper/'}{wwid}"
