"""Patches a libvirt domain definition (formatdomain); what is not named here stays as it is."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xenadmin_gui.domain.deleted import KEEP
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.states import VmKind

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


@dataclass(frozen=True, slots=True)
class Nic:
    """A network card to add: MAC in lower case, bridge it is plugged into, model or empty."""

    mac: str
    bridge: str
    model: str = ""


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
        nics = self._root.iterfind("devices/interface")
        return (
            self.name,
            self.uuid,
            self._root.findtext("title", "").strip(),
            self._root.findtext("description", "").strip(),
            self.vcpus,
            self._memory_kib(),
            tuple(sorted(self.disks().items())),
            tuple((_mac(nic), _bridge(nic)) for nic in nics),
            self.is_kept,
            self.current_vcpus,
            self.current_memory_bytes,
            self.boot,
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
    def vcpus(self) -> int:
        """Processors, those too that are not present from the start."""
        return int(self._root.findtext("vcpu", "1"))

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

    def macs(self) -> tuple[str, ...]:
        """The addresses of its network cards, in lower case."""
        return tuple(filter(None, map(_mac, self._root.iterfind("devices/interface"))))

    @property
    def is_kept(self) -> bool:
        """Whether it is protected against deletion."""
        return self._root.find(f"metadata/{KEEP}") is not None

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
            _insert(metadata, len(metadata), element)

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
        for device in self._devices():
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
            _insert(element, place + number, ET.Element("boot", dev=name))

    def disks(self) -> dict[str, str]:
        """Return the source of each disk by its target (``xvda``); empty: an empty drive."""
        return {_target(disk): _source(disk) for disk in self._root.iterfind("devices/disk")}

    def add_disk(self, device: str, target: str, *, bus: str, read_only: bool = False) -> None:
        """Add a block device of the host as a disk, behind the last disk."""
        disk = ET.Element("disk", type="block", device="disk")
        ET.SubElement(disk, "driver", name="phy" if bus == "xen" else "qemu", type="raw")
        ET.SubElement(disk, "source", dev=device)
        ET.SubElement(disk, "target", dev=target, bus=bus)
        if read_only:
            ET.SubElement(disk, "readonly")
        self._add_device(disk)

    def remove_disk(self, target: str) -> None:
        """Take the disk called ``target`` away; it is no error when there is none."""
        self._drop("disk", lambda disk: _target(disk) == target)

    def add_nic(self, nic: Nic) -> None:
        """Add a network card behind the last one."""
        element = ET.Element("interface", type="bridge")
        ET.SubElement(element, "mac", address=nic.mac)
        ET.SubElement(element, "source", bridge=nic.bridge)
        if nic.model:
            ET.SubElement(element, "model", type=nic.model)
        self._add_device(element)

    def set_bridge(self, mac: str, bridge: str) -> None:
        """Plug the card with that MAC into another bridge; it is no error when there is none."""
        for nic in self._devices().iterfind("interface"):
            if _mac(nic) != mac.lower():
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
        self._drop("interface", lambda nic: _mac(nic) == mac.lower())

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

    def _devices(self) -> ET.Element:
        devices = self._root.find("devices")
        if devices is None:
            devices = ET.SubElement(self._root, "devices")
        return devices

    def _set(self, tag: str, text: str, before: tuple[str, ...]) -> ET.Element:
        element = self._root.find(tag)
        if element is None:
            element = ET.Element(tag)
            places = [n for n, child in enumerate(self._root) if child.tag in before]
            _insert(self._root, (places[-1] if places else -1) + 1, element)
        element.text = text
        return element

    def _set_or_drop(self, tag: str, text: str, before: tuple[str, ...]) -> None:
        if text:
            self._set(tag, text, before)
            return
        for element in self._root.findall(tag):
            self._root.remove(element)

    def _add_device(self, element: ET.Element) -> None:
        devices = self._devices()
        alike = [n for n, child in enumerate(devices) if child.tag == element.tag]
        _indent(element, devices)
        _insert(devices, alike[-1] + 1 if alike else len(devices), element)

    def _drop(self, tag: str, fits: Callable[[ET.Element], bool]) -> None:
        devices = self._devices()
        for element in [child for child in devices.iterfind(tag) if fits(child)]:
            devices.remove(element)


def _keep_prefixes(text: str) -> None:
    """Have the prefixes of foreign elements written as they were read (``ns1`` is Python's own)."""
    for _, (prefix, uri) in ET.iterparse(io.StringIO(text), events=("start-ns",)):
        if prefix and not re.fullmatch(r"ns\d+", prefix):
            ET.register_namespace(prefix, uri)


def _insert(parent: ET.Element, place: int, element: ET.Element) -> None:
    """Put ``element`` in with the white space that its neighbours have."""
    if place > 0:
        before = parent[place - 1]
        element.tail, before.tail = before.tail, parent.text if len(parent) > 0 else before.tail
    else:
        element.tail = parent.text
    parent.insert(place, element)


def _indent(element: ET.Element, parent: ET.Element) -> None:
    """Indent the children of a new device as deep as its neighbours' are."""
    margin = parent.text or ""
    if "\n" not in margin or not len(element):
        return
    element.text = margin + "  "
    for child in element:
        child.tail = margin + "  "
    element[-1].tail = margin


def _target(disk: ET.Element) -> str:
    target = disk.find("target")
    return "" if target is None else target.get("dev", "")


def _source(disk: ET.Element) -> str:
    source = disk.find("source")
    return "" if source is None else next(_paths(source), "")


def _paths(source: ET.Element) -> Iterator[str]:
    return (source.attrib[key] for key in ("dev", "file", "name", "volume") if key in source.attrib)


def _bridge(nic: ET.Element) -> str:
    source = nic.find("source")
    return "" if source is None else source.get("bridge", source.get("network", ""))


def _mac(nic: ET.Element) -> str:
    mac = nic.find("mac")
    return "" if mac is None else mac.get("address", "").lower()
