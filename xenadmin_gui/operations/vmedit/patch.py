"""Puts the settings of a draft into one copy of a definition; what is not named there stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xenadmin_gui.operations.vmedit.cards import fit_port, set_vlan
from xenadmin_gui.operations.vmedit.definition import Definition, Nic
from xenadmin_gui.operations.vmedit.drives import set_bus, set_cd

if TYPE_CHECKING:
    from xenadmin_gui.operations.vmedit.edit import VmEdit


@dataclass(frozen=True, slots=True)
class Patch:
    """A draft's settings, and what they depend on besides the definition.

    Attributes:
        added: The draft's new cards, each with a MAC.
        kinds: Of bridges, whether one is an Open vSwitch.
        at_once: Processors and memory are set within what the running VM may have.
    """

    draft: VmEdit
    added: tuple[Nic, ...]
    kinds: Mapping[str, bool]
    at_once: bool

    def of(self, text: str) -> str:
        """Return the definition with the settings in it.

        Raises:
            PreconditionError: It is no definition.
        """
        draft = self.draft
        if draft.xml is not None:
            return Definition(draft.xml).text
        definition = Definition(text)
        if draft.vcpus is not None:
            definition.set_vcpus(draft.vcpus, keep_maximum=self.at_once)
        if draft.memory_bytes is not None:
            definition.set_memory(draft.memory_bytes, keep_maximum=self.at_once)
        if draft.title is not None:
            definition.set_title(draft.title.strip())
        if draft.description is not None:
            definition.set_description(draft.description.strip())
        if draft.delete_protection is not None:
            definition.set_kept(on=draft.delete_protection)
        if draft.add_tags or draft.remove_tags:
            definition.set_tags(tags_after(definition.tags, draft.add_tags, draft.remove_tags))
        self._set_cards(definition)
        if draft.cd is not None:
            set_cd(definition, draft.cd, draft.drive)
        for target, bus in draft.buses:
            set_bus(definition, target, bus)
        if draft.boot is not None:
            definition.set_boot(draft.boot)
        return definition.text

    def _set_cards(self, definition: Definition) -> None:
        draft = self.draft
        for mac in draft.remove_nics:
            definition.remove_nic(mac)
        for mac, bridge in draft.bridges:
            definition.set_bridge(mac, bridge)
            fit_port(definition, mac, self.kinds)
        for nic in self.added:
            definition.add_nic(nic)
            fit_port(definition, nic.mac, self.kinds)
            set_vlan(definition, nic.mac, nic.vlan)
        for mac, number in draft.vlans:
            if number:
                fit_port(definition, mac, self.kinds)
            set_vlan(definition, mac, number)


def tags_after(
    tags: Iterable[str], added: Iterable[str], removed: Iterable[str]
) -> tuple[str, ...]:
    """Return tags with others added and some taken away; lower and upper case are the same."""
    gone = {tag.lower() for tag in removed}
    return tuple(tag for tag in (*tags, *added) if tag.lower() not in gone)
