"""Reads ``drbdadm dump-xml``: devices, what lies below them, addresses (DRBD 8.4 and 9)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from xenadmin_gui.monitoring.parse.errors import read_xml, reading

_ADDRESSES = ("host", "connection/host", "connection/path/host")


@dataclass(frozen=True, slots=True)
class DrbdVolume:
    """The first volume of a resource on one host.

    Attributes:
        backing: Device below it; empty when diskless.
        address: Where its host talks to the other; empty when not said.
        port: TCP port there; None when not said.
        file: File that configures it; empty when not said.
        verify_alg: With what both sides can be compared; empty: DRBD refuses to.
    """

    resource: str
    host: str
    device: str
    backing: str
    minor: int
    address: str = ""
    port: int | None = None
    file: str = ""
    verify_alg: str = ""


def parse_config(text: str) -> tuple[DrbdVolume, ...]:
    """Read the configuration: one entry a resource and host."""
    root = read_xml("drbdadm dump-xml", text, "config")
    found: list[DrbdVolume] = []
    with reading("drbdadm dump-xml"):
        common = _verify_alg(root.find("common"))
        for resource in root.iterfind("resource"):
            addresses = _addresses(resource)
            for host in resource.iterfind("host"):
                address, port = addresses.get(host.attrib["name"], ("", None))
                volume = _volume(resource, host, address, port)
                if volume is not None:
                    verify_alg = _verify_alg(resource) or common
                    found.append(replace(volume, verify_alg=verify_alg))
    return tuple(found)


def _volume(resource: Element, host: Element, address: str, port: int | None) -> DrbdVolume | None:
    volume = host.find("volume")
    device = None if volume is None else volume.find("device")
    if volume is None or device is None:
        return None
    minor = int(device.attrib["minor"])
    disk = (volume.findtext("disk") or "").strip()
    return DrbdVolume(
        resource=resource.attrib["name"],
        host=host.attrib["name"],
        device=(device.text or "").strip() or f"/dev/drbd{minor}",
        backing="" if disk == "none" else disk,
        minor=minor,
        address=address,
        port=port,
        file=resource.get("conf-file-line", "").rpartition(":")[0],
    )


def _verify_alg(place: Element | None) -> str:
    """What the network settings of a resource, a connection of it, or all say."""
    option = ".//section[@name='net']/option[@name='verify-alg']"
    found = None if place is None else place.find(option)
    return "" if found is None else found.get("value", "")


def _addresses(resource: Element) -> dict[str, tuple[str, int | None]]:
    """Return address and port by host; 8.4 tells them with the host, 9 with the connection."""
    found: dict[str, tuple[str, int | None]] = {}
    for place in _ADDRESSES:
        for host in resource.iterfind(place):
            address = host.find("address")
            if address is not None and (address.text or "").strip():
                port = address.get("port")
                found.setdefault(
                    host.attrib["name"], ((address.text or "").strip(), int(port) if port else None)
                )
    return found
