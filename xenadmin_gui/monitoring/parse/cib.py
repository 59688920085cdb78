"""Reads ``cibadmin --query``: the configuration of Pacemaker (2.1, schema 3.x)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from xenadmin_gui.monitoring.parse.errors import read_xml, reading

_TOOL = "cibadmin"


@dataclass(frozen=True, slots=True)
class Primitive:
    """A resource as configured; ``parents`` are the groups and clones around it."""

    id: str
    agent: str
    parameters: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A ``cli-prefer-…`` or ``cli-ban-…`` constraint, as crm_resource leaves behind.

    Attributes:
        prefers: True for prefer, False for ban.
        until: Clock seconds at which it ends by itself; None: never.
    """

    resource: str
    node: str
    prefers: bool
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Cib:
    """The configuration; ``age`` orders two copies of it (admin epoch, epoch, updates).

    Attributes:
        configuration: Text of the ``<configuration>`` element as it was read.
    """

    age: tuple[int, int, int]
    options: dict[str, str] = field(default_factory=dict)
    primitives: tuple[Primitive, ...] = ()
    moves: tuple[Move, ...] = ()
    configuration: str = field(default="", repr=False)

    def of_agent(self, agent: str) -> tuple[Primitive, ...]:
        """Return the resources of an agent such as ``IPaddr2``."""
        return tuple(p for p in self.primitives if p.agent.rpartition(":")[2] == agent)


def parse_cib(text: str) -> Cib:
    """Read the configuration section."""
    root = read_xml(_TOOL, text, "cib")
    with reading(_TOOL):
        configuration = root.find("configuration")
        if configuration is None:
            raise ValueError("no configuration")
        defaults = _pairs(configuration, "rsc_defaults/meta_attributes")
        return Cib(
            age=(
                int(root.get("admin_epoch", "0")),
                int(root.get("epoch", "0")),
                int(root.get("num_updates", "0")),
            ),
            options=_pairs(configuration, "crm_config/cluster_property_set"),
            primitives=tuple(_primitives(configuration.find("resources"), defaults, ())),
            moves=tuple(_moves(configuration)),
            configuration=_configuration(text),
        )


def _configuration(text: str) -> str:
    """Cut the element out of the text as it stands; rewritten XML would not be what was read."""
    begin, end = text.find("<configuration"), text.rfind("</configuration>")
    if begin < 0:
        raise ValueError("no configuration")
    if end < 0:
        return text[begin : text.index(">", begin) + 1]
    return text[begin : end + len("</configuration>")]


def _primitives(
    parent: Element | None, inherited: dict[str, str], parents: tuple[str, ...]
) -> list[Primitive]:
    """Walk down groups and clones; what they set in meta attributes holds for their members."""
    found: list[Primitive] = []
    for child in parent if parent is not None else ():
        meta = {**inherited, **_pairs(child, "meta_attributes")}
        if child.tag == "primitive":
            found.append(
                Primitive(
                    id=child.attrib["id"],
                    agent=_agent(child),
                    parameters=_pairs(child, "instance_attributes"),
                    meta=meta,
                    parents=parents,
                )
            )
        elif child.tag in ("group", "clone", "master"):
            found.extend(_primitives(child, meta, (*parents, child.attrib["id"])))
    return found


def _agent(primitive: Element) -> str:
    words = [primitive.get(name, "") for name in ("class", "provider", "type")]
    return ":".join(word for word in words if word)


def _pairs(parent: Element, path: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for group in parent.iterfind(path):
        for pair in group.iterfind("nvpair"):
            if "name" in pair.attrib:
                pairs.setdefault(pair.attrib["name"], pair.get("value", ""))
    return pairs


def _moves(configuration: Element) -> list[Move]:
    found: list[Move] = []
    for location in configuration.iterfind("constraints/rsc_location"):
        name, resource = location.get("id", ""), location.get("rsc", "")
        if not resource or not name.startswith(("cli-prefer-", "cli-ban-")):
            continue
        prefers = name.startswith("cli-prefer-")
        if "node" in location.attrib:
            found.append(Move(resource, location.attrib["node"], prefers))
        for rule in location.iterfind("rule"):
            uname = rule.find("expression[@attribute='#uname']")
            end = rule.find("date_expression")
            if uname is not None:
                until = None if end is None else _seconds(end.get("end", ""))
                found.append(Move(resource, uname.attrib["value"], prefers, until))
    return found


def _seconds(when: str) -> float | None:
    """Read ``2026-11-23 18:00:00Z`` or with an offset as crm_resource writes it."""
    if not when:
        return None
    parts = when.replace("Z", "+00:00").split()
    text = parts[0] + "T" + "".join(parts[1:]) if len(parts) > 1 else parts[0]
    return datetime.fromisoformat(text).timestamp()
