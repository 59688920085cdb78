"""How the resource of a protected VM leaves Pacemaker's configuration, and is put back."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.san.cibpatch import RESOURCES, CibPatch, find_id
from xenadmin_gui.operations.san.example import bare
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.ties import Tie, tied, ties_of, untied


@dataclass(frozen=True, slots=True)
class Unprotecting:
    """The resource of a protected VM as it stands, and what is needed to put it back.

    Attributes:
        element: The resource as configured.
        ties: Everything that names it.
    """

    layout: SanLayout
    element: Element
    ties: tuple[Tie, ...]
    position: int | None = None

    @property
    def resource(self) -> str:
        """Id of the resource."""
        return self.element.get("id", "")

    def patch_out(self) -> CibPatch:
        """Return the patch that takes the resource and its ties out."""
        patch = untied(CibPatch(), self.ties, places=False)
        patch = untied(patch, self.ties, places=True)
        return patch.delete(f"{RESOURCES}/primitive[@id='{self.resource}']")

    def patch_back(self) -> CibPatch:
        """Return the patch that puts them back as they were."""
        patch = CibPatch().create(RESOURCES, bare(self.element), self.position)
        return tied(tied(patch, self.ties, places=True), self.ties, places=False)


def unprotecting(snapshot: Snapshot, resource: str) -> Unprotecting | None:
    """Return how a VM's resource leaves the configuration; None: it stands in none that is known.

    A resource inside a group or a clone is none of ours: None too.
    """
    layout = san_layout(snapshot)
    if layout.configuration is None or not layout.members_up:
        return None
    found = find_id(layout.configuration, resource)
    resources = layout.configuration.find("resources")
    if found is None or resources is None or found not in list(resources):
        return None
    ties = tuple(
        tie
        for tie in ties_of(layout.configuration, resource)
        if not tie.element.get("id", "").startswith("cli-")
    )
    return Unprotecting(layout, found, ties, list(resources).index(found))
