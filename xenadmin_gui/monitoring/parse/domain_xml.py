"""Reads a libvirt domain definition (formatdomain; libvirt 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.tags import read_tags
from xenadmin_gui.domain.vm import VmDisk, VmNic
from xenadmin_gui.monitoring.parse.errors import ParseError, read_xml, reading

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WWID = re.compile(
    r"/dev/(?:disk/by-id/(?:dm-uuid-mpath-|scsi-)|mapper/)(?P<wwid>[0-9a-f]{17}|[0-9a-f]{33})"
    r"|/dev/disk/by-id/wwn-0x(?P<wwn>[0-9a-f]{16}|[0-9a-f]{32})"
)
_UNITS = {
    "b": 1,
    "bytes": 1,
    "KB": 10**3,
    "k": 2**10,
    "KiB": 2**10,
    "MB": 10**6,
    "M": 2**20,
    "MiB": 2**20,
    "GB": 10**9,
    "G": 2**30,
    "GiB": 2**30,
    "TB": 10**12,
    "T": 2**40,
    "TiB": 2**40,
}


@dataclass(frozen=True, slots=True)
class DomainXml:
    """What we use of a definition."""

    uuid: str
    name: str
    kind: VmKind
    vcpus: int
    memory_bytes: int
    title: str = ""
    description: str = ""
    disks: tuple[VmDisk, ...] = ()
    nics: tuple[VmNic, ...] = ()
    tags: tuple[str, ...] = ()
    graphics: tuple[str, ...] = ()


@lru_cache(maxsize=16384)
def parse_domain(text: str) -> DomainXml:
    """Read a definition; the same text gives the same object."""
    tool = "domain XML"
    root = read_xml(tool, text, "domain")
    with reading(tool):
        uuid = root.findtext("uuid", "").strip().lower()
        name = root.findtext("name", "")
        if not _UUID.fullmatch(uuid) or not name:
            raise ParseError(tool, "the definition has no UUID or no name")
        return DomainXml(
            uuid=uuid,
            name=name,
            kind=_kind(root),
            vcpus=int(root.findtext("vcpu", "1")),
            memory_bytes=_memory(root),
            title=root.findtext("title", "").strip(),
            description=root.findtext("description", "").strip(),
            disks=tuple(_disk(disk) for disk in root.iterfind("devices/disk")),
            nics=tuple(_nic(nic) for nic in root.iterfind("devices/interface")),
            tags=read_tags(root),
            graphics=tuple(
                kind
                for graphics in root.iterfind("devices/graphics")
                if (kind := graphics.get("type", "")) in ("vnc", "spice")
            ),
        )


def wwid_of_device(path: str) -> str:
    """Return the WWID that a device path on a host names, or an empty text."""
    match = _WWID.fullmatch(path)
    if match is None:
        return ""
    return match["wwid"] or f"3{match['wwn']}"


def _memory(root: Element) -> int:
    memory = root.find("memory")
    if memory is None or not memory.text:
        raise ParseError("domain XML", "the definition has no memory")
    return int(memory.text) * _UNITS[memory.get("unit", "KiB")]


def _kind(root: Element) -> VmKind:
    domain_type = root.get("type", "")
    if domain_type in ("kvm", "qemu"):
        return VmKind.KVM
    os_type = root.find("os/type")
    words = {os_type.text or "", os_type.get("machine", "")} if os_type is not None else set()
    if domain_type != "xen":
        return VmKind.UNKNOWN
    if "xenpvh" in words:
        return VmKind.PVH
    if words & {"xenpv", "linux", "xen"} or root.find("bootloader") is not None:
        return VmKind.PV
    return VmKind.HVM if "hvm" in words else VmKind.UNKNOWN


def _disk(disk: Element) -> VmDisk:
    source, target = disk.find("source"), disk.find("target")
    path = ""
    if source is not None:
        path = next((v for k in ("dev", "file", "name", "volume") if (v := source.get(k))), "")
    return VmDisk(
        target="" if target is None else target.get("dev", ""),
        source=path,
        bus="" if target is None else target.get("bus", ""),
        read_only=disk.find("readonly") is not None,
        wwid=wwid_of_device(path),
        device=disk.get("device", "disk"),
    )


def _nic(nic: Element) -> VmNic:
    mac, source, model = nic.find("mac"), nic.find("source"), nic.find("model")
    tag = nic.find("vlan/tag")
    vlan = "" if tag is None else tag.get("id", "")
    bridge = ""
    if source is not None:
        bridge = next((v for k in ("bridge", "network", "dev") if (v := source.get(k))), "")
    return VmNic(
        mac="" if mac is None else mac.get("address", "").lower(),
        bridge=bridge,
        model="" if model is None else model.get("type", ""),
        is_bridge=source is not None and bool(source.get("bridge")),
        vlan=int(vlan) if vlan.isdecimal() else 0,
    )
