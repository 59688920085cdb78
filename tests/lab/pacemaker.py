"""The cluster's state, as read from crm_mon."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass


@dataclass(frozen=True)
class ClusterState:
    """What crm_mon says.

    Attributes:
        online: names of the members that are online and not pending or unclean.
        unclean: members that wait for fencing.
        running: resource id to the hosts it is active on.
        promoted: hosts on which a promotable resource is promoted, by resource id.
    """

    quorate: bool
    online: frozenset[str]
    unclean: frozenset[str]
    running: dict[str, tuple[str, ...]]
    promoted: dict[str, tuple[str, ...]]


def parse_crm_mon(xml_text: str) -> ClusterState:
    """Read the output of `crm_mon --output-as=xml -1`."""
    root = ET.fromstring(xml_text)
    nodes = root.findall("nodes/node")
    dc = root.find("summary/current_dc")
    running: dict[str, tuple[str, ...]] = {}
    promoted: dict[str, tuple[str, ...]] = {}
    for resource in root.iter("resource"):
        if resource.get("active") != "true" or resource.get("failed") == "true":
            continue
        if resource.get("pending") == "Starting" or resource.get("role") == "Starting":
            continue
        name = resource.get("id", "").partition(":")[0]
        where = tuple(n.get("name", "") for n in resource.findall("node"))
        running[name] = running.get(name, ()) + where
        if resource.get("role") in ("Promoted", "Master"):
            promoted[name] = promoted.get(name, ()) + where
    return ClusterState(
        quorate=dc is not None and dc.get("with_quorum") == "true",
        online=frozenset(
            n.get("name", "")
            for n in nodes
            if n.get("online") == "true"
            and n.get("pending") != "true"
            and n.get("unclean") != "true"
        ),
        unclean=frozenset(n.get("name", "") for n in nodes if n.get("unclean") == "true"),
        running=running,
        promoted=promoted,
    )
