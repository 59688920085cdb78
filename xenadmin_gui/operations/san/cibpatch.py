"""Patches of Pacemaker's configuration: what is named is changed, the rest stays as it is.

``cibadmin --patch`` takes a difference of format 2 without versions (Pacemaker 2.1.5): creates,
deletes and modifies by path, all or nothing. A path is the tags from ``/cib`` on, each with its id;
what is to be deleted and is not there is passed over, a parent that is not there fails the patch.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.command import Command

#: A position beyond all children means behind the last one; without one it would be the first.
_LAST = 99999

CONFIGURATION = "/cib/configuration"
RESOURCES = f"{CONFIGURATION}/resources"
CONSTRAINTS = f"{CONFIGURATION}/constraints"


@dataclass(frozen=True, slots=True)
class CibPatch:
    """A row of changes; each method returns a longer one."""

    changes: tuple[str, ...] = ()

    def create(self, parent: str, element: Element, position: int | None = None) -> CibPatch:
        """Add ``element`` to what has the path ``parent``.

        Args:
            position: Before the child with that number from 0, comments counted as children;
                None: behind the last.
        """
        place = str(_LAST if position is None else position)
        change = Element("change", operation="create", path=parent, position=place)
        change.append(element)
        return CibPatch((*self.changes, _text(change)))

    def delete(self, path: str) -> CibPatch:
        """Remove the element with that path, and all in it."""
        change = Element("change", operation="delete", path=path)
        return CibPatch((*self.changes, _text(change)))

    def modify(self, path: str, element: Element, name: str, value: str) -> CibPatch:
        """Set an attribute of ``element``, which has that path and keeps its other attributes."""
        change = Element("change", operation="modify", path=path)
        row = ElementTree.SubElement(change, "change-list")
        ElementTree.SubElement(row, "change-attr", name=name, operation="set", value=value)
        result = ElementTree.SubElement(change, "change-result")
        ElementTree.SubElement(result, element.tag, {**element.attrib, name: value})
        return CibPatch((*self.changes, _text(change)))

    def command(self) -> Command:
        """Return the one command that makes all changes."""
        text = f'<diff format="2">{"".join(self.changes)}</diff>'
        return Command(("cibadmin", "--patch", "--xml-text", text))


def configuration_of(text: str) -> Element | None:
    """Read the text of a CIB's ``<configuration>``, comments kept; None when it is none."""
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    try:
        root = ElementTree.fromstring(text, parser)
    except ElementTree.ParseError:
        return None
    return root if root.tag == "configuration" else None


def path_of(configuration: Element, element: Element) -> str:
    """Return the path of an element of ``configuration``.

    Raises:
        KeyError: It does not stand there.
    """
    parents = {child: parent for parent in configuration.iter() for child in parent}
    parts: list[str] = []
    at = element
    while at is not configuration:
        identity = at.get("id")
        parts.append(f"{at.tag}[@id='{identity}']" if identity else str(at.tag))
        at = parents[at]
    return "/".join((CONFIGURATION, *reversed(parts)))


def find_id(configuration: Element, identity: str) -> Element | None:
    """Return the element of ``configuration`` with that id."""
    return next((e for e in configuration.iter() if e.get("id") == identity), None)


def path_of_id(configuration: Element, identity: str) -> str:
    """Return the path of the element with that id.

    Raises:
        KeyError: There is none.
    """
    element = find_id(configuration, identity)
    if element is None:
        raise KeyError(identity)
    return path_of(configuration, element)


def _text(change: Element) -> str:
    return ElementTree.tostring(change, encoding="unicode")
