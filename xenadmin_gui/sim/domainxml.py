"""The few things that a simulated libvirt must know of a domain's XML, and writing one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

_UNITS = {"b": 1 / 1048576, "KiB": 1 / 1024, "MiB": 1.0, "GiB": 1024.0, "k": 1 / 1024}
_WWID = re.compile(r"(3600[0-9a-f]{29})")
_KINDS = {"xenpv": "pv", "xenpvh": "pvh", "xenfv": "hvm"}
_OS = {
    "pv": ("xenpv", "linux"),
    "pvh": ("xenpvh", "xenpvh"),
    "hvm": ("xenfv", "hvm"),
}

_SCREEN = (
    "    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'>\n"
    "      <listen type='address' address='127.0.0.1'/>\n"
    "    </graphics>\n"
    "    <video>\n"
    "      <model type='cirrus' vram='8192' heads='1' primary='yes'/>\n"
    "    </video>\n"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a definition says; ``kind`` is pv, pvh or hvm."""

    uuid: str
    name: str
    kind: str
    vcpus: int
    memory_mib: int
    wwids: tuple[str, ...]


@lru_cache(maxsize=4096)
def outline(xml: str) -> Outline:
    """Read a domain's XML.

    Raises:
        ValueError: It is none.
    """
    try:
        root = ET.fromstring(xml)
    except ET.ParseError as error:
        raise ValueError(f"(domain_definition):{error}") from error
    name, uuid = root.findtext("name"), root.findtext("uuid")
    if root.tag != "domain" or not name or not uuid:
        raise ValueError("a domain needs a name and a uuid")
    memory = root.find("memory")
    amount = int((memory.text or "0").strip()) if memory is not None else 0
    unit = memory.get("unit", "KiB") if memory is not None else "KiB"
    kind = root.find("os/type")
    machine = kind.get("machine", "") if kind is not None else ""
    sources = [source.get("dev", "") for source in root.findall("devices/disk/source")]
    return Outline(
        uuid=uuid.strip().lower(),
        name=name,
        kind=_KINDS.get(machine, "hvm"),
        vcpus=int((root.findtext("vcpu") or "1").strip()),
        memory_mib=round(amount * _UNITS.get(unit, 1 / 1024)),
        wwids=tuple(m.group(1) for m in map(_WWID.search, sources) if m),
    )


def live_xml(xml: str, domain_id: int) -> str:
    """Return the definition as libvirt shows it while the domain runs."""
    return re.sub(
        r"<domain type=(['\"])xen\1>", f"<domain type='xen' id='{domain_id}'>", xml, count=1
    )


def write(
    *, uuid: str, name: str, kind: str, vcpus: int, memory_mib: int, wwids: list[str], mac: str,
    bridge: str, title: str = "",
) -> str:  # fmt: skip
    """Return a definition as libvirt 9.0 prints an inactive one (capture virsh-dumpxml-…)."""
    machine, os_type = _OS[kind]
    boot = (
        f"    <kernel>/var/lib/xen/boot/{os_type}-vmlinuz</kernel>\n"
        f"    <initrd>/var/lib/xen/boot/{os_type}-initrd.img</initrd>\n"
        "    <cmdline>root=/dev/xvda ro console=hvc0</cmdline>\n"
        if kind != "hvm"
        else "    <loader type='rom'>/usr/lib/xen/boot/hvmloader</loader>\n    <boot dev='hd'/>\n"
    )
    disks = "".join(
        "    <disk type='block' device='disk'>\n"
        "      <driver name='phy' type='raw'/>\n"
        f"      <source dev='/dev/disk/by-id/dm-uuid-mpath-{wwid}'/>\n"
        f"      <target dev='xvd{chr(97 + number)}' bus='xen'/>\n"
        "    </disk>\n"
        for number, wwid in enumerate(wwids)
    )
    kib = memory_mib * 1024
    return (
        "<domain type='xen'>\n"
        f"  <name>{escape(name)}</name>\n"
        f"  <uuid>{uuid}</uuid>\n"
        + (f"  <title>{escape(title)}</title>\n" if title else "")
        + f"  <memory unit='KiB'>{kib}</memory>\n"
        f"  <currentMemory unit='KiB'>{kib}</currentMemory>\n"
        f"  <vcpu placement='static'>{vcpus}</vcpu>\n"
        "  <os>\n"
        f"    <type arch='x86_64' machine='{machine}'>{os_type}</type>\n"
        f"{boot}"
        "  </os>\n"
        "  <clock offset='utc'/>\n"
        "  <on_poweroff>destroy</on_poweroff>\n"
        "  <on_reboot>restart</on_reboot>\n"
        "  <on_crash>restart</on_crash>\n"
        "  <devices>\n"
        f"{disks}"
        "    <controller type='xenbus' index='0'/>\n"
        "    <interface type='bridge'>\n"
        f"      <mac address='{mac}'/>\n"
        f"      <source bridge={quoteattr(bridge)}/>\n"
        "    </interface>\n"
        "    <console type='pty'>\n"
        "      <target type='xen' port='0'/>\n"
        "    </console>\n"
        "    <input type='mouse' bus='xen'/>\n"
        "    <input type='keyboard' bus='xen'/>\n"
        + (_SCREEN if kind == "hvm" else "")
        + "    <memballoon model='xen'/>\n"
        "  </devices>\n"
        "</domain>\n"
    )
