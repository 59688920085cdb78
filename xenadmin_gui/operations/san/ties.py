"""What ties a replica's clone to the group that serves the SAN: constraints and references."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from xenadmin_gui.operations.san.cibpatch import CONSTRAINTS, CibPatch, path_of
from xenadmin_gui.operations.san.example import NewIds, bare, copy_of

_NAMING = ("rsc", "with-rsc", "first", "then")


@dataclass(frozen=True, slots=True)
class Tie:
    """An element of the configuration that names a clone.

    Attributes:
        element: The constraint, or the reference in a set.
        parent: Path of what it stands in.
        position: Its number among its siblings, comments counted; None: the last.
        is_place: A location: it says where the clone may run, and ties it to nothing.
    """

    element: Element
    parent: str
    position: int | None = None
    is_place: bool = False

    @property
    def path(self) -> str:
        return f"{self.parent}/{self.element.tag}[@id='{self.element.get('id')}']"


def ties_of(configuration: Element, clone: str, *, is_leaving: bool = False) -> tuple[Tie, ...]:
    """Return everything in the constraints that names ``clone``, in document order.

    A constraint whose sets name nothing else is a tie as a whole.

    Args:
        is_leaving: The clone goes: a set that would be left empty, which Pacemaker does not take,
            goes with it, and so does a constraint that would name one resource only.
    """
    found: list[Tie] = []
    row = configuration.find("constraints")
    for position, constraint in enumerate([] if row is None else list(row)):
        named = {constraint.get(name) for name in _NAMING}
        if clone in named or _names_only(constraint, clone):
            is_place = constraint.tag == "rsc_location"
            found.append(Tie(constraint, CONSTRAINTS, position, is_place))
            continue
        others = [r for r in constraint.iter("resource_ref") if r.get("id") != clone]
        sets = [r for r in constraint.iter("resource_set") if _references(r, clone)]
        if sets and is_leaving and len(others) < 2:
            found.append(Tie(constraint, CONSTRAINTS, position))
            continue
        for resources in sets:
            own = _references(resources, clone)
            if is_leaving and len(own) == len(resources.findall("resource_ref")):
                place = list(constraint).index(resources)
                found.append(Tie(resources, path_of(configuration, constraint), place))
                continue
            path = path_of(configuration, resources)
            found += [Tie(one, path, list(resources).index(one)) for one in own]
    return tuple(found)


def _references(resources: Element, clone: str) -> list[Element]:
    return [r for r in resources.findall("resource_ref") if r.get("id") == clone]


def completed(
    ties: tuple[Tie, ...], example: tuple[Tie, ...], group: str, clone: str
) -> tuple[Tie, ...]:
    """Add what a new clone lacks of the ties of its example, whose sets go with it."""
    kinds = {_kind(tie) for tie in ties}
    lost = {_kind(tie) for tie in example if _names_others(tie)} - kinds
    return ties + tuple(tie for tie in default_ties(group, clone) if _kind(tie) in lost)


def _kind(tie: Tie) -> str:
    """``rsc_colocation``, ``rsc_order`` …: of the constraint that it is, or is in."""
    named = [k for k in ("rsc_colocation", "rsc_order") if k in (tie.element.tag, *_steps(tie))]
    return named[0] if named else tie.element.tag


def _steps(tie: Tie) -> list[str]:
    return [step.partition("[")[0] for step in tie.parent.split("/")]


def default_ties(group: str, clone: str) -> tuple[Tie, ...]:
    """Return the ties of the first replica: the group runs where, and after, it is promoted."""
    together = Element(
        "rsc_colocation",
        {"id": f"c_{clone}", "score": "INFINITY", "rsc": group, "with-rsc": clone},
    )
    together.set("with-rsc-role", "Promoted")
    after = Element("rsc_order", {"id": f"o_{clone}", "kind": "Mandatory", "first": clone})
    after.attrib.update({"first-action": "promote", "then": group, "then-action": "start"})
    return Tie(together, CONSTRAINTS), Tie(after, CONSTRAINTS)


def helping_tie(group: str, clone: str) -> Tie:
    """Return the colocation that has a replica promoted where the group runs already."""
    values = {"id": f"xenadmin-helper-{clone}", "score": "INFINITY", "rsc": clone}
    element = Element("rsc_colocation", values | {"rsc-role": "Promoted", "with-rsc": group})
    return Tie(element, CONSTRAINTS)


def ties_like(ties: tuple[Tie, ...], ids: NewIds, group: str) -> tuple[Tie, ...]:
    """Return the ties of a new clone, made after those of the example."""
    made = []
    for tie in ties:
        if not tie.is_place and (not _concerns(tie, group) or _names_others(tie)):
            continue
        if tie.element.tag == "resource_ref":
            reference = Element("resource_ref", id=ids.of(tie.element.get("id", "")))
            made.append(Tie(reference, tie.parent))
            continue
        copy = copy_of(tie.element, ids)
        for element in copy.iter():
            for name in _NAMING:
                if element.get(name) in ids.made:
                    element.set(name, ids.made[element.attrib[name]])
        made.append(Tie(copy, tie.parent, None, tie.is_place))
    return tuple(made)


def tied(patch: CibPatch, ties: tuple[Tie, ...], *, places: bool) -> CibPatch:
    """Put ties into the configuration: the locations, or the others."""
    for tie in ties:
        if tie.is_place is places:
            patch = patch.create(tie.parent, bare(tie.element), tie.position)
    return patch


def untied(patch: CibPatch, ties: tuple[Tie, ...], *, places: bool) -> CibPatch:
    """Take ties out of the configuration: the locations, or the others."""
    for tie in ties:
        if tie.is_place is places:
            patch = patch.delete(tie.path)
    return patch


def _names_only(constraint: Element, clone: str) -> bool:
    """Whether the constraint has sets, and each reference in them is to the clone."""
    references = [reference.get("id") for reference in constraint.iter("resource_ref")]
    return bool(references) and all(name == clone for name in references)


def _names_others(tie: Tie) -> bool:
    """Whether it is a set, or a constraint with sets of other resources too: none to copy."""
    references = {reference.get("id") for reference in tie.element.iter("resource_ref")}
    return tie.element.tag == "resource_set" or len(references) > 1


def _concerns(tie: Tie, group: str) -> bool:
    """Whether a tie has to do with the group; a reference in a set is taken to."""
    if tie.element.tag == "resource_ref":
        return True
    names = {tie.element.get(name) for name in _NAMING}
    names |= {reference.get("id") for reference in tie.element.iter("resource_ref")}
    return group in names
