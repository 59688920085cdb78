"""The network cards in the definition of a new VM, plugged in as their bridges want it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from xenadmin_gui.domain.bridges import bridge_of
from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.snapshot import Snapshot

#: What libvirt says of a card that runs, and what belongs to the other VM only.
_NOT_OURS = ("target", "alias", "address")


def new_card(snapshot: Snapshot, nic: GuestNic, model: str) -> Element:
    """Return a card that has a MAC; ``model`` is empty where the hypervisor has but one."""
    card = Element("interface", type="bridge")
    SubElement(card, "mac", address=nic.mac)
    SubElement(card, "source", bridge=nic.bridge)
    if bridge_of(snapshot, nic.bridge).is_ovs:
        SubElement(card, "virtualport", type="openvswitch")
    _set_vlan(card, nic)
    if model:
        SubElement(card, "model", type=model)
    return card


def give_cards(snapshot: Snapshot, devices: Element, nics: Iterable[GuestNic]) -> None:
    """Have the cards in ``devices`` be ``nics``; what a card has besides MAC and bridge stays."""
    old = devices.findall("interface")
    model = next((m.get("type", "") for c in old if (m := c.find("model")) is not None), "")
    place = list(devices).index(old[0]) if old else len(devices)
    for card in old:
        devices.remove(card)
    for number, nic in enumerate(nics):
        card = new_card(snapshot, nic, model)
        if number < len(old) and _bridge(old[number]) == nic.bridge:
            card = _renewed(old[number], nic)
        devices.insert(place + number, card)


def _renewed(card: Element, nic: GuestNic) -> Element:
    for tag in _NOT_OURS:
        for part in card.findall(tag):
            card.remove(part)
    mac = card.find("mac")
    if mac is None:
        mac = SubElement(card, "mac")
    mac.set("address", nic.mac)
    if nic.vlan:
        _set_vlan(card, nic)
    return card


def _set_vlan(card: Element, nic: GuestNic) -> None:
    for old in card.findall("vlan"):
        card.remove(old)
    if nic.vlan:
        SubElement(SubElement(card, "vlan"), "tag", id=str(nic.vlan))


def _bridge(card: Element) -> str:
    source = card.find("source")
    return "" if source is None else source.get("bridge", "")
