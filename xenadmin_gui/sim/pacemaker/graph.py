"""Reads the transition graph that Pacemaker's scheduler writes (``crm_simulate -G``)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from xenadmin_gui.sim.memory import Action


@dataclass(frozen=True, slots=True)
class Graph:
    """Actions by id, and when a rule of the CIB will change its mind (epoch) or None."""

    actions: dict[int, Action]
    recheck_at: float | None


def read(text: str) -> Graph:
    """Read a ``<transition_graph>`` of Pacemaker 2.1.

    Raises:
        ValueError: It is none.
    """
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise ValueError(f"the scheduler wrote no graph: {error}") from error
    actions: dict[int, Action] = {}
    for synapse in root.findall("synapse"):
        inputs = [
            int(element.get("id", "0"))
            for trigger in synapse.findall("inputs/trigger")
            for element in trigger
        ]
        for element in synapse.findall("action_set/*"):
            action = _action(element)
            action.inputs = list(inputs)
            actions[action.id] = action
    for action in actions.values():
        action.inputs = [number for number in action.inputs if number in actions]
    recheck = root.get("recheck-by")
    return Graph(actions, float(recheck) if recheck else None)


def _action(element: ET.Element) -> Action:
    primitive = element.find("primitive")
    attributes = element.find("attributes")
    action = Action(
        id=int(element.get("id", "0")),
        kind=element.tag,
        task=element.get("operation", ""),
        key=element.get("operation_key", ""),
        node=element.get("on_node", ""),
        parameters=dict(attributes.attrib) if attributes is not None else {},
    )
    if primitive is not None:
        action.resource = primitive.get("id", "")
        action.agent_class = primitive.get("class", "")
        action.provider = primitive.get("provider", "")
        action.agent = primitive.get("type", "")
    return action
