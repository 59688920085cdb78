"""``virsh attach-disk`` and ``detach-disk``: the XML of a domain gains or loses a disk."""

from __future__ import annotations

import re

_DISK = re.compile(r"    <disk .*?</disk>\n", re.DOTALL)


def has_target(xml: str, target: str) -> bool:
    """Whether a domain's XML has a disk called ``target``."""
    return any(f"dev='{target}'" in disk for disk in _DISK.findall(xml))


def disks(xml: str) -> list[tuple[str, str]]:
    """Return target and source of each disk of a domain's XML."""
    found = []
    for disk in _DISK.findall(xml):
        target = re.search(r"<target dev=['\"]([^'\"]*)", disk)
        source = re.search(r"<source (?:dev|file)=['\"]([^'\"]*)", disk)
        found.append((target[1] if target else "", source[1] if source else "-"))
    return found


def attached(xml: str, source: str, target: str) -> str:
    """Return the XML with one disk more."""
    disk = (
        "    <disk type='block' device='disk'>\n"
        "      <driver name='phy' type='raw'/>\n"
        f"      <source dev='{source}'/>\n"
        f"      <target dev='{target}' bus='xen'/>\n"
        "    </disk>\n"
    )
    disks = list(_DISK.finditer(xml))
    place = disks[-1].end() if disks else xml.index("  <devices>\n") + len("  <devices>\n")
    return xml[:place] + disk + xml[place:]


def detached(xml: str, target: str) -> str:
    """Return the XML without the disk called ``target``."""
    return _DISK.sub(lambda m: "" if f"dev='{target}'" in m.group() else m.group(), xml)
