"""Pacemaker takes a replica over or lets it go, without the running group ever waiting for it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition, ResourceRole
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.cibpatch import RESOURCES, CibPatch, find_id
from xenadmin_gui.operations.san.example import (
    bare,
    new_clone,
    start_patch,
    stop_patch,
    stopped,
)
from xenadmin_gui.operations.san.layout import PromotableClone, SanLayout
from xenadmin_gui.operations.san.replicafile import sibling_of
from xenadmin_gui.operations.san.steps import PACEMAKER_S, StepRow, patching
from xenadmin_gui.operations.san.ties import (
    Tie,
    completed,
    default_ties,
    helping_tie,
    tied,
    ties_like,
    ties_of,
    untied,
)
from xenadmin_gui.operations.sancondition import CibHas, ReplicaInSync, ReplicaSideIs, SanActive


def takeover(
    row: StepRow,
    layout: SanLayout,
    volume_group: str,
    replica: str,
    *,
    sync_s: float = 0.0,
    instead: bool = False,
) -> None:
    """Add the steps that have Pacemaker run ``replica`` and tie it to the group of the SAN.

    It is tied once both sides are in sync: a group that needs a replica which cannot be promoted
    on the other server would not start there when this one fails.

    Args:
        volume_group: Its other replicas are the example.
        sync_s: How long the first resync may take besides.
        instead: The example is gone by then, and what goes with it.
    """
    sibling = sibling_of(layout, volume_group)
    example = None if sibling is None else layout.clone_of(sibling.name)
    element, ids = new_clone(layout, example, replica)
    ties: tuple[Tie, ...] = ()
    if example is not None and layout.configuration is not None:
        known = ties_of(layout.configuration, example.clone, is_leaving=instead)
        ties = ties_like(known, ids, layout.group)
        ties = completed(ties, known, layout.group, element.get("id", ""))
    if all(tie.is_place for tie in ties):
        ties += default_ties(layout.group, element.get("id", ""))
    clone = _Clone(layout, replica, element, None, ties, sync_s)
    absent = CibHas(clone.id, present=False)
    row.add(clone.begin(clone.created(), absent), undo=(clone.halt(), clone.forget()))
    row.add(clone.tie_up(), undo=(clone.untie(),))


def letting_go(row: StepRow, layout: SanLayout, owned: PromotableClone, *guards: Condition) -> None:
    """Add the steps that have Pacemaker stop a replica on both servers and forget it."""
    configuration = layout.configuration
    found = None if configuration is None else find_id(configuration, owned.clone)
    resources = None if configuration is None else configuration.find("resources")
    if configuration is None or found is None or resources is None:
        return
    position = list(resources).index(found) if found in list(resources) else None
    ties = ties_of(configuration, owned.clone, is_leaving=True)
    clone = _Clone(layout, owned.replica, bare(found), position, ties)
    present = CibHas(clone.id, present=True)
    row.add(clone.halt(*guards, present), undo=(clone.begin(clone.resumed()), clone.tie_up()))
    row.add(clone.forget(clone.is_down), undo=(clone.put_back(),))


@dataclass(frozen=True, slots=True)
class _Clone:
    """A replica's clone, its ties, and what can be done to both.

    Attributes:
        element: As it is while it runs.
        position: Among the resources; None: the last.
        sync_s: How long its first resync may take.
    """

    layout: SanLayout
    replica: str
    element: Element
    position: int | None
    ties: tuple[Tie, ...]
    sync_s: float = 0.0

    @property
    def id(self) -> str:
        return self.element.get("id", "")

    @property
    def path(self) -> str:
        return f"{RESOURCES}/{self.element.tag}[@id='{self.id}']"

    @property
    def helper(self) -> Tie:
        return helping_tie(self.layout.group, self.id)

    @property
    def is_down(self) -> Condition:
        servers = self.layout.answering
        return AllOf(tuple(ReplicaSideIs(self.replica, name, up=False) for name in servers))

    @property
    def is_promoted(self) -> Condition:
        """Promoted where the SAN is served, wherever that is by then."""
        primitive = next(p.get("id", "") for p in self.element.iter("primitive"))
        node = self.layout.node
        return AnyOf(
            tuple(
                AllOf((SanActive(name), ResourceRole(primitive, "Promoted", node(name))))
                for name in self.layout.servers
            )
        )

    def created(self) -> CibPatch:
        """The patch that makes it, tied to nothing."""
        patch = CibPatch().create(RESOURCES, self.element, self.position)
        return tied(tied(patch, self.ties, places=True), (self.helper,), places=False)

    def resumed(self) -> CibPatch:
        """The patch that has it run again, tied to nothing."""
        patch = start_patch(CibPatch(), self.path, self.element)
        return tied(patch, (self.helper,), places=False)

    def begin(self, patch: CibPatch, *only_if: Condition) -> Action:
        return patching(
            self.layout,
            f"Have Pacemaker run the replica {self.replica}, promoted where the SAN is served",
            patch,
            AllOf((CibHas(self.id, present=True), self.is_promoted, ReplicaInSync(self.replica))),
            *only_if,
            timeout_s=PACEMAKER_S + self.sync_s,
            accepted_when=CibHas(self.helper.element.get("id", ""), present=True),
            if_left=f"Pacemaker runs {self.replica}; {self.layout.group} does not need it yet.",
        )

    def tie_up(self) -> Action:
        patch = untied(CibPatch(), (self.helper,), places=False)
        return patching(
            self.layout,
            f"Tie {self.layout.group} to the replica {self.replica}",
            tied(patch, self.ties, places=False),
            CibHas(self.helper.element.get("id", ""), present=False),
            CibHas(self.id, present=True),
            self.is_promoted,
        )

    def untie(self) -> Action:
        patch = tied(CibPatch(), (self.helper,), places=False)
        return patching(
            self.layout,
            f"Untie {self.layout.group} from the replica {self.replica}",
            untied(patch, self.ties, places=False),
            CibHas(self.helper.element.get("id", ""), present=True),
        )

    def halt(self, *only_if: Condition) -> Action:
        patch = untied(CibPatch(), (*self.ties, self.helper), places=False)
        return patching(
            self.layout,
            f"Have Pacemaker stop the replica {self.replica}",
            stop_patch(patch, self.path, self.element),
            AnyOf((CibHas(self.id, present=False), self.is_down)),
            *only_if,
            if_left=f"Pacemaker keeps the replica {self.replica} stopped.",
        )

    def forget(self, *only_if: Condition) -> Action:
        patch = untied(CibPatch(), (*self.ties, self.helper), places=False)
        return patching(
            self.layout,
            f"Take the replica {self.replica} out of Pacemaker's configuration",
            untied(patch, self.ties, places=True).delete(self.path),
            CibHas(self.id, present=False),
            *only_if,
        )

    def put_back(self) -> Action:
        patch = CibPatch().create(RESOURCES, stopped(self.element), self.position)
        return patching(
            self.layout,
            f"Put the replica {self.replica} back into Pacemaker's configuration, stopped",
            tied(patch, self.ties, places=True),
            CibHas(self.id, present=True),
        )
