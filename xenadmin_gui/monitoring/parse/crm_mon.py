"""Reads ``crm_mon --output-as=xml -r`` (Pacemaker 2.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.pacemaker import Failure, Node, Resource
from xenadmin_gui.monitoring.parse.errors import ParseError, read_xml, reading

_TOOL = "crm_mon"


@dataclass(frozen=True, slots=True)
class CrmMon:
    """What one member's Pacemaker sees.

    Attributes:
        dc: Name of the designated controller; empty when there is none.
        running: False while pacemakerd starts up or shuts down.
    """

    version: str
    dc: str
    with_quorum: bool | None
    nodes: tuple[Node, ...]
    resources: tuple[Resource, ...]
    failures: tuple[Failure, ...]
    running: bool = True


def parse_crm_mon(text: str) -> CrmMon:
    """Read the whole answer."""
    root = read_xml(_TOOL, text, "pacemaker-result")
    with reading(_TOOL):
        _check_status(root)
        dc = root.find("summary/current_dc")
        nodes = root.find("nodes")
        if nodes is None or root.find("resources") is None:
            raise ParseError(_TOOL, "nodes or resources are missing")
        daemon = root.find("pacemakerd")
        quorum = None if dc is None else dc.get("with_quorum")
        return CrmMon(
            version="" if dc is None else dc.get("version", ""),
            dc="" if dc is None else dc.get("name", ""),
            with_quorum=None if quorum is None else quorum == "true",
            nodes=tuple(_node(node) for node in nodes.iterfind("node")),
            resources=tuple(_resources(root.find("resources"))),
            failures=tuple(_failure(failure) for failure in root.iterfind("failures/failure")),
            running=daemon is None or daemon.get("state", "running") == "running",
        )


def _check_status(root: Element) -> None:
    status = root.find("status")
    if status is not None and status.get("code", "0") != "0":
        errors = " ".join(e.text or "" for e in status.iterfind("errors/error")).strip()
        raise ParseError(_TOOL, errors or status.get("message", "it failed"))


def _node(node: Element) -> Node:
    return Node(
        name=node.attrib["name"],
        online=node.attrib["online"] == "true",
        standby=_is(node, "standby"),
        maintenance=_is(node, "maintenance"),
        pending=_is(node, "pending"),
        unclean=node.attrib["unclean"] == "true",
        is_dc=_is(node, "is_dc"),
        resources_running=int(node.get("resources_running", "0")),
        type=node.get("type", "member"),
    )


def _resources(parent: Element | None, name: str = "") -> list[Resource]:
    """Walk down groups, clones, bundles and their replicas."""
    found: list[Resource] = []
    for child in parent if parent is not None else ():
        if child.tag == "resource":
            found.append(_resource(child, name))
        elif child.tag in ("group", "clone", "bundle", "replica"):
            found.extend(_resources(child, child.get("id", "") if child.tag != "replica" else name))
    return found


def _resource(element: Element, parent: str) -> Resource:
    return Resource(
        id=element.attrib["id"].split(":")[0],
        agent=element.get("resource_agent", ""),
        role=element.attrib["role"],
        nodes=tuple(node.attrib["name"] for node in element.iterfind("node")),
        parent=parent,
        managed=_is(element, "managed"),
        failed=_is(element, "failed"),
        blocked=_is(element, "blocked"),
        orphaned=_is(element, "orphaned"),
        pending=element.get("pending", ""),
    )


def _failure(element: Element) -> Failure:
    key = element.get("op_key", "") or element.get("id", "")
    resource = re.sub(r"_[a-z_]+?_\d+$", "", key)
    task = element.get("task", "")
    if task and (cut := key.rfind(f"_{task}_")) > 0:
        resource = key[:cut]
    return Failure(
        resource=resource,
        task=task,
        node=element.get("node", ""),
        status=element.get("exitstatus", ""),
        reason=element.get("exitreason", ""),
        when=element.get("last-rc-change", ""),
    )


def _is(element: Element, name: str) -> bool:
    return element.get(name) == "true"
