"""Reads ``drbdadm dump-xml``: which device a resource has, and what lies below it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.monitoring.parse.errors import read_xml, reading


@dataclass(frozen=True, slots=True)
class DrbdVolume:
    """The first volume of a resource on one host; ``backing`` is empty when diskless."""

    resource: str
    host: str
    device: str
    backing: str
    minor: int


def parse_config(text: str) -> tuple[DrbdVolume, ...]:
    """Read the configuration: one entry a resource and host."""
    root = read_xml("drbdadm dump-xml", text, "config")
    found: list[DrbdVolume] = []
    with reading("drbdadm dump-xml"):
        for resource in root.iterfind("resource"):
            for host in resource.iterfind("host"):
                volume = host.find("volume")
                device = None if volume is None else volume.find("device")
                if volume is None or device is None:
                    continue
                minor = int(device.attrib["minor"])
                disk = (volume.findtext("disk") or "").strip()
                found.append(
                    DrbdVolume(
                        resource=resource.attrib["name"],
                        host=host.attrib["name"],
                        device=(device.text or "").strip() or f"/dev/drbd{minor}",
                        backing="" if disk == "none" else disk,
                        minor=minor,
                    )
                )
    return tuple(found)
