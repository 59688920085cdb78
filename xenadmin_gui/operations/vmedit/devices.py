"""The disks and network cards below a definition's ``<devices>``, read and written in place."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nic:
    """A network card.

    Attributes:
        mac: In lower case; empty in a draft: it gets a free one.
        bridge: That it is plugged into.
        model: As libvirt calls it, or empty.
        vlan: VLAN of its own, on a bridge that is an Open vSwitch; 0: none.
    """

    mac: str
    bridge: str
    model: str = ""
    vlan: int = 0


#: Bus by the letters that a disk's target begins with, as libvirt guesses it (domain_conf).
BUSES = {"xvd": "xen", "vd": "virtio", "sd": "scsi", "hd": "ide"}
OVS = "openvswitch"


def add_device(devices: ET.Element, element: ET.Element) -> None:
    """Put a device behind the last one of its kind."""
    alike = [n for n, child in enumerate(devices) if child.tag == element.tag]
    indent(element, devices)
    insert(devices, alike[-1] + 1 if alike else len(devices), element)


def insert(parent: ET.Element, place: int, element: ET.Element) -> None:
    """Put ``element`` in with the white space that its neighbours have."""
    if place > 0:
        before = parent[place - 1]
        element.tail, before.tail = before.tail, parent.text if len(parent) > 0 else before.tail
    else:
        element.tail = parent.text
    parent.insert(place, element)


def indent(element: ET.Element, parent: ET.Element) -> None:
    """Indent the children of a new device as deep as its neighbours' are."""
    margin = parent.text or ""
    if "\n" not in margin or not len(element):
        return
    element.text = margin + "  "
    for child in element:
        child.tail = margin + "  "
    element[-1].tail = margin


def target_of(disk: ET.Element) -> str:
    """Return what a disk is called, ``xvda``; empty when it does not say."""
    target = disk.find("target")
    return "" if target is None else target.get("dev", "")


def bus_of(disk: ET.Element) -> str:
    """Return a disk's bus; where it does not say, what libvirt takes it for."""
    target = disk.find("target")
    said = "" if target is None else target.get("bus", "")
    return said or bus_by_name(target_of(disk))


def bus_by_name(target: str) -> str:
    """Return the bus of a disk with that name; empty when it is no such name."""
    return next((bus for prefix, bus in BUSES.items() if target.startswith(prefix)), "")


def source_of(disk: ET.Element) -> str:
    """Return what a disk is on its host; empty: an empty drive."""
    source = disk.find("source")
    return "" if source is None else next(_paths(source), "")


def _paths(source: ET.Element) -> Iterator[str]:
    return (source.attrib[key] for key in ("dev", "file", "name", "volume") if key in source.attrib)


def bridge_of(nic: ET.Element) -> str:
    """Return the bridge, or libvirt's network, that a card is plugged into."""
    source = nic.find("source")
    return "" if source is None else source.get("bridge", source.get("network", ""))


def vlan_of(nic: ET.Element) -> int:
    """Return the VLAN of a card's own; 0: it has none. Of a trunk the first."""
    tag = nic.find("vlan/tag")
    said = "" if tag is None else tag.get("id", "")
    return int(said) if said.isdecimal() else 0


def port_of(nic: ET.Element) -> str:
    """Return the kind of switch port that a card is (``openvswitch``); empty: a plain bridge's."""
    port = nic.find("virtualport")
    return "" if port is None else port.get("type", "")


def mac_of(nic: ET.Element) -> str:
    """Return a card's address in lower case."""
    mac = nic.find("mac")
    return "" if mac is None else mac.get("address", "").lower()


def nic_of(nic: ET.Element) -> Nic:
    """Return what a card is."""
    model = nic.find("model")
    kind = "" if model is None else model.get("type", "")
    return Nic(mac_of(nic), bridge_of(nic), kind, vlan_of(nic))
