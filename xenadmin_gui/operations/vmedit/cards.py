"""Network cards on an Open vSwitch: a port of their own, and a VLAN of their own."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from xenadmin_gui.domain.bridges import cluster_bridges
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.devices import OVS, bridge_of, mac_of, port_of

#: VLANs that a card can be in (IEEE 802.1Q).
VLANS = range(1, 4095)


def bridge_kinds(snapshot: Snapshot) -> dict[str, bool]:
    """Return of each bridge that a host has whether it is an Open vSwitch everywhere."""
    return {one.name: one.is_ovs for one in cluster_bridges(snapshot) if one.hosts}


def set_vlan(definition: Definition, mac: str, number: int) -> None:
    """Put a card into a VLAN of its bridge; 0: into none. No error when there is no such card."""
    for nic in _cards(definition, mac):
        for old in nic.findall("vlan"):
            nic.remove(old)
        if number:
            ET.SubElement(ET.SubElement(nic, "vlan"), "tag", id=str(number))


def fit_port(definition: Definition, mac: str, kinds: Mapping[str, bool]) -> None:
    """Make a card the port that its bridge needs; on one that is not known it stays what it is.

    Args:
        kinds: Of bridges, whether one is an Open vSwitch. Linux' own bridge knows neither such
            ports nor VLANs of single cards.
    """
    for nic in _cards(definition, mac):
        is_switch = kinds.get(bridge_of(nic))
        if is_switch and port_of(nic) != OVS:
            _drop(nic, "virtualport")
            ET.SubElement(nic, "virtualport", type=OVS)
        elif is_switch is False and port_of(nic) == OVS:
            _drop(nic, "virtualport")
            _drop(nic, "vlan")


def _cards(definition: Definition, mac: str) -> list[ET.Element]:
    return [n for n in definition.devices.iterfind("interface") if mac_of(n) == mac.lower()]


def _drop(parent: ET.Element, tag: str) -> None:
    for child in parent.findall(tag):
        parent.remove(child)
