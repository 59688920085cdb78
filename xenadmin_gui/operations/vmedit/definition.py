"""Patches a libvirt domain definition (formatdomain); what is not named here stays as it is."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable

from xenadmin_gui.domain.deleted import KEEP
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.tags import TAGS, as_tags, read_tags, tags_element
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.vmedit.devices import (
    Nic,
    add_device,
    bus_of,
    insert,
    mac_of,
    nic_of,
    source_of,
    target_of,
)

__all__ = ["KIB", "Definition", "Nic"]

KIB = 1024
_UNITS = {
    "b": 1,
    "bytes": 1,
    "KB": 10**3,
    "k": KIB,
    "KiB": KIB,
    "MB": 10**6,
    "M": KIB**2,
    "MiB": KIB**2,
    "GB": 10**9,
    "G": KIB**3,
    "GiB": KIB**3,
}

#: Elements that follow these in libvirt's own order; libvirt takes any order, people read this one.
_BEFORE_TITLE = ("name", "uuid", "genid")
_BEFORE_DESCRIPTION = (*_BEFORE_TITLE, "title")
_BEFORE_METADATA = (*_BEFORE_DESCRIPTION, "description")
_BEFORE_MEMORY = (*_BEFORE_DESCRIPTION, "description", "metadata", "maxMemory")
_BEFORE_CURRENT = (*_BEFORE_MEMORY, "memory")
_BEFORE_BOOT = ("type", "firmware", "loader", "nvram", "kernel", "initrd", "cmdline", "dtb")
_BEFORE_VCPU = (*_BEFORE_CURRENT, "currentMemory", "blkiotune", "memtune")


class Definition:
    """A definition that is being patched; ``text`` gives it back.

    Comments and everything unknown survive; white space between elements is kept.
    """

    def __init__(self, text: str) -> None:
        """Read it.

        Raises:
            PreconditionError: It is no domain definition.
        """
        parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))
        try:
            self._root = ET.fromstring(text, parser=parser)
            _keep_prefixes(text)
        except (ET.ParseError, ValueError) as error:
            raise PreconditionError(
                f"The definition cannot be read: {error}.",
                next_step="Look at it on the XML page and mend it.",
                code="bad-definition",
            ) from error
        if self._root.tag != "domain" or not self._root.findtext("name"):
            raise PreconditionError(
                "The text is no definition of a VM.",
                next_step="A definition begins with <domain> and has a <name>.",
                code="bad-definition",
            )

    @property
    def text(self) -> str:
        """The definition as it is now, ending in a new line."""
        return ET.tostring(self._root, encoding="unicode").rstrip("\n") + "\n"

    @property
    def name(self) -> str:
        """The VM's name."""
        return self._root.findtext("name", "")

    @property
    def uuid(self) -> str:
        """The VM's UUID, lower case; empty when it has none."""
        return self._root.findtext("uuid", "").strip().lower()

    def settings(self) -> tuple[object, ...]:
        """Return what the methods below can change, in plain values that can be compared."""
        return (
            self.name,
            self.uuid,
            self.title,
            self.description,
            self.vcpus,
            self._memory_kib(),
            tuple(sorted(self.disks().items())),
            tuple((nic.mac, nic.bridge, nic.vlan) for nic in self.nics()),
            self.is_kept,
            self.current_vcpus,
            self.current_memory_bytes,
            self.boot,
            self.tags,
            tuple(sorted((target_of(d), bus_of(d)) for d in self._root.iterfind("devices/disk"))),
            tuple(self._root.findtext(f"os/{tag}", "") for tag in ("kernel", "initrd")),
        )

    def set_name(self, name: str) -> None:
        """Rename it."""
        self._set("name", name, ())

    def set_uuid(self, uuid: str) -> None:
        """Give it another identity: it is then another VM."""
        self._set("uuid", uuid, ("name",))

    def set_title(self, title: str) -> None:
        """Set the short text beside its name; empty takes it away."""
        self._set_or_drop("title", title, _BEFORE_TITLE)

    def set_description(self, description: str) -> None:
        """Set the long text; empty takes it away."""
        self._set_or_drop("description", description, _BEFORE_DESCRIPTION)

    @property
    def title(self) -> str:
        """The short text beside its name."""
        return self._root.findtext("title", "").strip()

    @property
    def description(self) -> str:
        """The long text."""
        return self._root.findtext("description", "").strip()

    @property
    def vcpus(self) -> int:
        """Processors, those too that are not present from the start; 0: that is no number."""
        said = self._root.findtext("vcpu", "1").strip()
        return int(said) if said.isdecimal() else 0

    @property
    def memory_bytes(self) -> int:
        """The most memory that it may have; 0 when it does not say."""
        return self._memory_kib() * KIB

    @property
    def kind(self) -> VmKind:
        """How the guest is virtualised."""
        if self._root.get("type") in ("kvm", "qemu"):
            return VmKind.KVM
        element = self._root.find("os/type")
        machine, text = ("", "") if element is None else (element.get("machine"), element.text)
        if "xenpvh" in (machine, text):
            return VmKind.PVH
        if machine == "xenpv" or text in ("linux", "xen"):
            return VmKind.PV
        return VmKind.HVM if text == "hvm" else VmKind.UNKNOWN

    def nics(self) -> tuple[Nic, ...]:
        """Its network cards in order; what they are plugged into may be a network of libvirt's."""
        return tuple(nic_of(nic) for nic in self._root.iterfind("devices/interface"))

    def macs(self) -> tuple[str, ...]:
        """The addresses of its network cards, in lower case."""
        return tuple(filter(None, map(mac_of, self._root.iterfind("devices/interface"))))

    @property
    def is_kept(self) -> bool:
        """Whether it is protected against deletion."""
        return self._root.find(f"metadata/{KEEP}") is not None

    @property
    def tags(self) -> tuple[str, ...]:
        """Words that it is found by, in order."""
        return read_tags(self._root)

    def set_tags(self, tags: Iterable[str]) -> None:
        """Give it these tags instead of those that it has; none take the element away."""
        wanted = as_tags(tags)
        if wanted == self.tags:
            return
        self.drop_metadata(TAGS)
        if wanted:
            self.add_metadata(tags_element(wanted))

    def set_kept(self, *, on: bool) -> None:
        """Protect it against deletion, or not; libvirt keeps metadata as it is."""
        self.drop_metadata(KEEP)
        if on:
            self.add_metadata(ET.Element(KEEP))

    def add_metadata(self, element: ET.Element) -> None:
        """Add an element of this program's to the metadata."""
        metadata = self._root.find("metadata")
        if metadata is None:
            metadata = self._set("metadata", "", _BEFORE_METADATA)
            metadata.text = (
                f"{self._root.text or ''}  " if "\n" in (self._root.text or "") else None
            )
            element.tail = self._root.text
            metadata.append(element)
        else:
            insert(metadata, len(metadata), element)

    def drop_metadata(self, tag: str) -> None:
        """Take elements called ``tag`` out of the metadata, and it too when nothing is left."""
        metadata = self._root.find("metadata")
        if metadata is None:
            return
        for element in metadata.findall(tag):
            metadata.remove(element)
        if len(metadata) == 0:
            self._root.remove(metadata)

    @property
    def current_vcpus(self) -> int:
        """Processors that are present from the start."""
        element = self._root.find("vcpu")
        said = "" if element is None else element.get("current", "")
        return int(said) if said.isdecimal() else self.vcpus

    @property
    def current_memory_bytes(self) -> int:
        """The memory that it has from the start."""
        return self._kib_of("currentMemory", self._memory_kib()) * KIB

    def set_vcpus(self, count: int, *, keep_maximum: bool = False) -> None:
        """Give it ``count`` processors, all of them present from the start.

        Args:
            keep_maximum: It may have as many as before; ``count`` are present.
        """
        if keep_maximum and count < self.vcpus:
            self._set("vcpu", str(self.vcpus), _BEFORE_VCPU).set("current", str(count))
            return
        self._set("vcpu", str(count), _BEFORE_VCPU).attrib.pop("current", None)

    def set_memory(self, size_bytes: int, *, keep_maximum: bool = False) -> None:
        """Give it that much memory, all of it from the start.

        Args:
            keep_maximum: It may have as much as before; so much of it is there.
        """
        size = str(size_bytes // KIB)
        if keep_maximum and size_bytes < self.memory_bytes:
            self._set("currentMemory", size, _BEFORE_CURRENT).set("unit", "KiB")
            return
        for tag, before in (("memory", _BEFORE_MEMORY), ("currentMemory", _BEFORE_CURRENT)):
            if tag == "memory" or self._root.find(tag) is not None:
                self._set(tag, size, before).set("unit", "KiB")

    @property
    def boot(self) -> tuple[str, ...]:
        """What it starts from, in this order: ``hd``, ``cdrom``, ``network``, ``fd``."""
        return tuple(e.get("dev", "") for e in self._root.iterfind("os/boot"))

    def set_boot(self, devices: tuple[str, ...]) -> None:
        """Have it start from these, tried in order; orders at single devices go."""
        for device in self.devices:
            for order in device.findall("boot"):
                device.remove(order)
        element = self._root.find("os")
        if element is None:
            element = self._set("os", "", (*_BEFORE_VCPU, "vcpu", "cputune", "bootloader"))
        for old in element.findall("boot"):
            element.remove(old)
        places = [n for n, child in enumerate(element) if child.tag in _BEFORE_BOOT]
        place = (places[-1] if places else -1) + 1
        for number, name in enumerate(devices):
            insert(element, place + number, ET.Element("boot", dev=name))

    @property
    def devices(self) -> ET.Element:
        """The element of all devices; it is made when there is none."""
        devices = self._root.find("devices")
        return ET.SubElement(self._root, "devices") if devices is None else devices

    def disks(self) -> dict[str, str]:
        """Return the source of each disk by its target (``xvda``); empty: an empty drive."""
        return {target_of(disk): source_of(disk) for disk in self._root.iterfind("devices/disk")}

    def add_disk(self, device: str, target: str, *, bus: str, read_only: bool = False) -> None:
        """Add a block device of the host as a disk, behind the last disk."""
        disk = ET.Element("disk", type="block", device="disk")
        ET.SubElement(disk, "driver", name="phy" if bus == "xen" else "qemu", type="raw")
        ET.SubElement(disk, "source", dev=device)
        ET.SubElement(disk, "target", dev=target, bus=bus)
        if read_only:
            ET.SubElement(disk, "readonly")
        add_device(self.devices, disk)

    def remove_disk(self, target: str) -> None:
        """Take the disk called ``target`` away; it is no error when there is none."""
        self._drop("disk", lambda disk: target_of(disk) == target)

    def add_nic(self, nic: Nic) -> None:
        """Add a network card behind the last one."""
        element = ET.Element("interface", type="bridge")
        ET.SubElement(element, "mac", address=nic.mac)
        ET.SubElement(element, "source", bridge=nic.bridge)
        if nic.model:
            ET.SubElement(element, "model", type=nic.model)
        add_device(self.devices, element)

    def set_bridge(self, mac: str, bridge: str) -> None:
        """Plug the card with that MAC into another bridge; it is no error when there is none."""
        for nic in self.devices.iterfind("interface"):
            if mac_of(nic) != mac.lower():
                continue
            nic.set("type", "bridge")
            for old in nic.findall("source"):
                old.attrib.clear()
            source = nic.find("source")
            if source is None:
                source = ET.SubElement(nic, "source")
            source.set("bridge", bridge)

    def remove_nic(self, mac: str) -> None:
        """Take the card with that MAC away; it is no error when there is none."""
        self._drop("interface", lambda nic: mac_of(nic) == mac.lower())

    def replace_macs(self, new_mac: Callable[[], str]) -> None:
        """Give each network card a MAC of its own, as a clone needs."""
        for nic in self._root.iterfind("devices/interface"):
            element = nic.find("mac")
            if element is None:
                element = ET.Element("mac")
                nic.insert(0, element)
            element.set("address", new_mac())

    def _memory_kib(self) -> int:
        return self._kib_of("memory", 0)

    def _kib_of(self, tag: str, otherwise: int) -> int:
        element = self._root.find(tag)
        if element is None or not (element.text or "").strip().isdigit():
            return otherwise
        return int(element.text or "0") * _UNITS.get(element.get("unit", "KiB"), KIB) // KIB

    def _set(self, tag: str, text: str, before: tuple[str, ...]) -> ET.Element:
        element = self._root.find(tag)
        if element is None:
            element = ET.Element(tag)
            places = [n for n, child in enumerate(self._root) if child.tag in before]
            insert(self._root, (places[-1] if places else -1) + 1, element)
        element.text = text
        return element

    def _set_or_drop(self, tag: str, text: str, before: tuple[str, ...]) -> None:
        if text:
            self._set(tag, text, before)
            return
        for element in self._root.findall(tag):
            self._root.remove(element)

    def _drop(self, tag: str, fits: Callable[[ET.Element], bool]) -> None:
        devices = self.devices
        for element in [child for child in devices.iterfind(tag) if fits(child)]:
            devices.remove(element)


def definition_of(vm: Vm) -> Definition | None:
    """Return the VM's definition, of the host where it runs if that has one.

    None: none can be read.
    """
    for copy in sorted(vm.definitions, key=lambda copy: copy.host != vm.host):
        try:
            return Definition(copy.xml)
        except PreconditionError:
            continue
    return None


def _keep_prefixes(text: str) -> None:
    """Have the prefixes of foreign elements written as they were read (``ns1`` is Python's own)."""
    for _, (prefix, uri) in ET.iterparse(io.StringIO(text), events=("start-ns",)):
        if prefix and not re.fullmatch(r"ns\d+", prefix):
            ET.register_namespace(prefix, uri)
