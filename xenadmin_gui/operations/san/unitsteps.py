"""A LUN's resource enters and leaves the group that serves the SAN; nothing in it restarts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from xenadmin_gui.operations.condition import AnyOf, Condition
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.cibpatch import CONSTRAINTS, RESOURCES, CibPatch
from xenadmin_gui.operations.san.example import bare, start_patch, stop_patch, stopped
from xenadmin_gui.operations.san.layout import SanLayout
from xenadmin_gui.operations.san.steps import StepRow, patching
from xenadmin_gui.operations.sancondition import (
    CibHas,
    CibInGroup,
    CibValue,
    GroupMembers,
    LunOffered,
    NoLun,
    ResourceUp,
)


def entry(
    row: StepRow,
    layout: SanLayout,
    unit: Element,
    wwid: str,
    *guards: Condition,
    besides: tuple[str, ...] = (),
) -> None:
    """Add the steps that have Pacemaker offer a new LUN: beside the group first, then in it.

    Args:
        besides: Ids of other new LUNs that may come into the group meanwhile.
    """
    lone = _Unit(layout, bare(unit), wwid, layout.new_unit_at)
    absent = CibHas(lone.id, present=False)
    row.add(lone.offer(lone.created(), *guards, absent), undo=(lone.halt(), lone.forget()))
    unchanged = GroupMembers(layout.group, layout.members, besides)
    row.add(lone.move_in(unchanged), undo=(lone.move_out(),))


def leaving(row: StepRow, layout: SanLayout, unit: Element, wwid: str, *guards: Condition) -> None:
    """Add the steps that have Pacemaker stop offering a LUN and forget it."""
    group = _group(layout)
    position = None if group is None else list(group).index(unit)
    lone = _Unit(layout, bare(unit), wwid, position)
    row.add(
        lone.take_out(*guards, CibInGroup(lone.id, layout.group)),
        undo=(lone.offer(lone.resumed()), lone.move_in()),
    )
    row.add(lone.forget(NoLun(wwid)), undo=(lone.put_back(),))


def standing_aside(
    row: StepRow, layout: SanLayout, unit: Element, wwid: str, *guards: Condition
) -> None:
    """Add the step that has Pacemaker stop a LUN and keep it, beside the group."""
    group = _group(layout)
    position = None if group is None else list(group).index(unit)
    lone = _Unit(layout, bare(unit), wwid, position)
    row.add(
        lone.take_out(*guards, CibInGroup(lone.id, layout.group)),
        undo=(lone.offer(lone.resumed()), lone.move_in()),
    )


def coming_back(
    row: StepRow, layout: SanLayout, unit: Element, wwid: str, device: str, *guards: Condition
) -> None:
    """Add the steps that have Pacemaker offer a LUN that stands aside from another device.

    From the moment it is offered, hosts may write to that device: there is no way back then.
    """
    written = f"Since the LUN {wwid} is offered from {device}, hosts may have written there."
    group = _group(layout)
    position = None if group is None else list(group).index(unit)
    old, changed = bare(unit), bare(unit)
    for pair in changed.findall("instance_attributes/nvpair"):
        if pair.get("name") == "path":
            pair.set("value", device)
    lone = _Unit(layout, old, wwid, position)
    moved = _Unit(layout, changed, wwid, position)
    row.add(moved.point(old), undo=(lone.point(changed),))
    row.add(moved.offer(moved.resumed(), NoLun(wwid), *guards), no_undo=written)
    row.add(moved.move_in(), no_undo=written)


def _group(layout: SanLayout) -> Element | None:
    configuration = layout.configuration
    groups = [] if configuration is None else list(configuration.iter("group"))
    return next((group for group in groups if group.get("id") == layout.group), None)


def places_like(layout: SanLayout, resource: str) -> tuple[Element, ...]:
    """Return locations for ``resource`` like those of the group: where it may not run, and where
    Pacemaker need not even look for it."""
    row = None if layout.configuration is None else layout.configuration.find("constraints")
    places = [] if row is None else row.findall("rsc_location")
    made = []
    for number, place in enumerate(p for p in places if _concerns(p, layout.group)):
        copy = bare(place)
        for part in copy.iter():
            if part.get("id"):
                part.set("id", f"xenadmin-helper-l{number}-{resource}-{part.get('id')}")
        copy.attrib.pop("rsc-pattern", None)
        copy.set("rsc", resource)
        made.append(copy)
    return tuple(made)


def _concerns(place: Element, group: str) -> bool:
    if place.get("id", "").startswith("cli-"):
        return False
    if place.get("rsc") == group:
        return True
    try:
        return bool(re.search(place.get("rsc-pattern") or r"$^", group))
    except re.error:
        return False


@dataclass(frozen=True, slots=True)
class _Unit:
    """An iSCSILogicalUnit and what can be done to it.

    While it stands beside the group, constraints have it follow the target, and keep it where the
    group may run.

    Attributes:
        position: In the group, comments counted; None: the last.
    """

    layout: SanLayout
    element: Element
    wwid: str
    position: int | None

    @property
    def id(self) -> str:
        return self.element.get("id", "")

    @property
    def _alone(self) -> str:
        return f"{RESOURCES}/primitive[@id='{self.id}']"

    @property
    def _group(self) -> str:
        return f"{RESOURCES}/group[@id='{self.layout.group}']"

    @property
    def _inside(self) -> str:
        return f"{self._group}/primitive[@id='{self.id}']"

    @property
    def _helpers(self) -> tuple[Element, ...]:
        target = self.layout.target
        after = {"id": f"xenadmin-helper-o-{self.id}", "kind": "Mandatory", "first": target}
        near = {"id": f"xenadmin-helper-c-{self.id}", "score": "INFINITY", "rsc": self.id}
        return (
            Element("rsc_order", after | {"then": self.id}),
            Element("rsc_colocation", near | {"with-rsc": target}),
            *places_like(self.layout, self.id),
        )

    def _helped(self, patch: CibPatch) -> CibPatch:
        for element in self._helpers:
            patch = patch.create(CONSTRAINTS, element)
        return patch

    def _unhelped(self, patch: CibPatch) -> CibPatch:
        for element in self._helpers:
            patch = patch.delete(f"{CONSTRAINTS}/{element.tag}[@id='{element.get('id')}']")
        return patch

    def created(self) -> CibPatch:
        """The patch that makes it, beside the group."""
        return self._helped(CibPatch().create(RESOURCES, self.element))

    def resumed(self) -> CibPatch:
        """The patch that has it run again, beside the group."""
        return self._helped(start_patch(CibPatch(), self._alone, self.element))

    def offer(self, patch: CibPatch, *only_if: Condition) -> Action:
        return patching(
            self.layout,
            f"Have Pacemaker offer the LUN {self.wwid} as {self.id}",
            patch,
            LunOffered(self.wwid),
            *only_if,
            accepted_when=CibHas(self._helpers[0].get("id", ""), present=True),
            if_left=f"{self.id} is offered, but stands beside the group {self.layout.group}.",
        )

    def point(self, before: Element) -> Action:
        """Have the stopped LUN, which is ``before``, export this one's device."""
        pairs = {
            name: next(
                pair
                for pair in element.findall("instance_attributes/nvpair")
                if pair.get("name") == "path"
            )
            for name, element in (("old", before), ("new", self.element))
        }
        old, new = pairs["old"], pairs["new"]
        row = next(row for row in before.findall("instance_attributes") if old in list(row))
        path = (
            f"{self._alone}/instance_attributes[@id='{row.get('id')}']"
            f"/nvpair[@id='{old.get('id')}']"
        )
        identity, device = new.get("id", ""), new.get("value", "")
        return patching(
            self.layout,
            f"Have {self.id} export {device}",
            CibPatch().modify(path, old, "value", device),
            CibValue(identity, device),
            CibValue(identity, old.get("value", "")),
            NoLun(self.wwid),
        )

    def move_in(self, *only_if: Condition) -> Action:
        patch = self._unhelped(CibPatch()).delete(self._alone)
        return patching(
            self.layout,
            f"Move {self.id} into the group {self.layout.group}",
            patch.create(self._group, self.element, self.position),
            CibInGroup(self.id, self.layout.group),
            *only_if,
            ResourceUp(self.id),
        )

    def move_out(self) -> Action:
        patch = CibPatch().delete(self._inside).create(RESOURCES, self.element)
        return patching(
            self.layout,
            f"Move {self.id} out of the group {self.layout.group}",
            self._helped(patch),
            CibHas(self._helpers[0].get("id", ""), present=True),
        )

    def take_out(self, *only_if: Condition) -> Action:
        patch = CibPatch().delete(self._inside).create(RESOURCES, stopped(self.element))
        return patching(
            self.layout,
            f"Take {self.id} out of the group {self.layout.group} and have Pacemaker stop it",
            patch,
            NoLun(self.wwid),
            *only_if,
            if_left=f"{self.id} stands beside the group and is kept stopped.",
        )

    def halt(self) -> Action:
        patch = self._unhelped(CibPatch())
        return patching(
            self.layout,
            f"Have Pacemaker stop offering the LUN {self.wwid}",
            stop_patch(patch, self._alone, self.element),
            AnyOf((CibHas(self.id, present=False), NoLun(self.wwid))),
        )

    def forget(self, *only_if: Condition) -> Action:
        return patching(
            self.layout,
            f"Take {self.id} out of Pacemaker's configuration",
            self._unhelped(CibPatch()).delete(self._alone),
            CibHas(self.id, present=False),
            *only_if,
        )

    def put_back(self) -> Action:
        return patching(
            self.layout,
            f"Put {self.id} back into Pacemaker's configuration, stopped",
            CibPatch().create(RESOURCES, stopped(self.element)),
            CibHas(self.id, present=True),
        )
