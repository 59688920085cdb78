"""The CIB of the simulated cluster: what was configured, and a status rendered from the world."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from xenadmin_gui.sim.memory import History, Member, Operation
from xenadmin_gui.sim.model import State
from xenadmin_gui.sim.pacemaker.timeshift import in_words
from xenadmin_gui.sim.reach import partitions

FEATURE_SET = "3.16.1"
VERSION = "2.1.5-a3f44794f94"
_PROMOTABLE = "10000"
_MARKUP = re.compile(r'[&<>"\n\r\t]')


@dataclass(frozen=True, slots=True)
class Primitive:
    """A configured resource.

    Attributes:
        monitors: Interval and time-out of its recurring monitors in milliseconds, by role.
    """

    id: str
    agent_class: str
    provider: str
    agent: str
    parameters: dict[str, str]
    monitors: dict[str, tuple[int, int]]

    @property
    def monitor_ms(self) -> int:
        """Its shortest monitor interval; 0 when it is not monitored."""
        return min((interval for interval, _ in self.monitors.values()), default=0)


@lru_cache(maxsize=8)
def primitives(configuration: str) -> dict[str, Primitive]:
    """Return every primitive of a ``<configuration>`` by id."""
    found = {}
    for element in ET.fromstring(configuration).iter("primitive"):
        parameters = {
            pair.get("name", ""): pair.get("value", "")
            for pair in element.findall("instance_attributes/nvpair")
        }
        monitors = {
            op.get("role", ""): (
                milliseconds(op.get("interval", "0")),
                milliseconds(op.get("timeout", "20s")),
            )
            for op in element.findall("operations/op")
            if op.get("name") == "monitor"
        }
        found[element.get("id", "")] = Primitive(
            element.get("id", ""), element.get("class", ""), element.get("provider", ""),
            element.get("type", ""), parameters, monitors,
        )  # fmt: skip
    return found


@lru_cache(maxsize=8)
def options(configuration: str) -> dict[str, str]:
    """Return the cluster options of a ``<configuration>``."""
    pairs = ET.fromstring(configuration).findall("crm_config/cluster_property_set/nvpair")
    return {pair.get("name", ""): pair.get("value", "") for pair in pairs}


def milliseconds(interval: str) -> int:
    """Read an interval such as ``30s``, ``5min``, ``100ms`` or plain seconds."""
    match = re.fullmatch(r"(\d+)\s*(ms|s|sec|m|min|h|hr)?", interval.strip())
    if match is None:
        return 0
    factor = {"ms": 1, None: 1000, "s": 1000, "sec": 1000, "m": 60000, "min": 60000}
    return int(match[1]) * factor.get(match[2], 3600000)


def view(state: State, viewer: str = "") -> tuple[list[str], bool]:
    """Return the members that ``viewer`` hears (the best partition by default), and its quorum."""
    groups = partitions(state)
    group = next((g for g in groups if viewer in g), groups[0] if groups and not viewer else [])
    return group, is_quorate(state, len(group))


def is_quorate(state: State, votes: int) -> bool:
    """Whether so many members are a majority; of a pair one is enough."""
    total = len(state.pacemaker.members)
    return votes * 2 > total or (total == 2 and votes == 1)


def render(state: State, viewer: str = "") -> str:
    """Return the whole CIB as seen by ``viewer``; by the best partition when empty."""
    pacemaker = state.pacemaker
    group, quorate = view(state, viewer)
    ours = partitions(state)[:1]
    is_best = not viewer or (bool(ours) and viewer in ours[0])
    heard = {n for n, m in pacemaker.members.items() if m.in_ccm} if is_best else set(group)
    controller = min(
        (m for m in pacemaker.members.values() if m.name in heard and m.name in group),
        key=lambda m: int(m.id),
        default=None,
    )
    header = dict(pacemaker.header)
    header["num_updates"] = str(pacemaker.updates)
    header["have-quorum"] = "1" if quorate else "0"
    if controller is not None:
        header["dc-uuid"] = controller.id
    text = [f"<cib {_attributes(header)}>\n  ", pacemaker.configuration.strip(), "\n  <status>\n"]
    for member in pacemaker.members.values():
        text += _node_state(state, member, is_heard=member.name in heard)
    text.append("  </status>\n</cib>\n")
    return "".join(text)


def adopt(state: State, text: str, before: str) -> bool:
    """Take over what a program made of the CIB; say whether anything changed."""
    if text == before:
        return False
    pacemaker = state.pacemaker
    start, end = text.index("<configuration"), text.index("</configuration>")
    fresh = text[start : end + len("</configuration>")]
    root = ET.fromstring(text)
    _adopt_attributes(state, root)
    if fresh.strip() != pacemaker.configuration.strip():
        pacemaker.configuration = fresh
        pacemaker.header = {k: v for k, v in root.attrib.items() if k != "num_updates"}
        pacemaker.header["cib-last-written"] = in_words(state.time)
        pacemaker.updates = 0
    else:
        pacemaker.updates += 1
    return True


def _adopt_attributes(state: State, root: ET.Element) -> None:
    for node in root.findall("status/node_state"):
        member = state.pacemaker.members.get(node.get("uname", ""))
        if member is None:
            continue
        pairs = node.findall("transient_attributes/instance_attributes/nvpair")
        member.attributes = {
            pair.get("name", ""): pair.get("value", "")
            for pair in pairs
            if not pair.get("name", "").startswith(("#", "master-"))
        }


def _attributes(values: dict[str, str]) -> str:
    # Nearly every value is plain; a CIB has some thousands.
    return " ".join(
        f"{name}={quoteattr(value)}" if _MARKUP.search(value) else f'{name}="{value}"'
        for name, value in values.items()
    )


def _node_state(state: State, member: Member, *, is_heard: bool) -> list[str]:
    is_online = is_heard and member.join == "member"
    head = {
        "id": member.id,
        "uname": member.name,
        "in_ccm": "true" if is_heard else "false",
        "crmd": member.crmd if is_heard else "offline",
        "crm-debug-origin": "do_update_resource" if is_online else "post_cache_update",
        "join": member.join if is_heard else "down",
        "expected": member.expected,
    }
    pairs = _transient(state, member) if is_online else {}
    text = [f"    <node_state {_attributes(head)}>\n"]
    if pairs:
        text.append(f'      <transient_attributes id="{member.id}">\n')
        text.append(f'        <instance_attributes id="status-{member.id}">\n')
        for name, value in pairs.items():
            identity = "status-" + member.id + "-" + re.sub(r"[^A-Za-z0-9_.-]", ".", name)
            pair = _attributes({"id": identity, "name": name, "value": value})
            text.append(f"          <nvpair {pair}/>\n")
        text.append("        </instance_attributes>\n      </transient_attributes>\n")
    if member.history or is_online:
        text.append(f'      <lrm id="{member.id}">\n        <lrm_resources>\n')
        for history in member.history.values():
            text += _history(state, member, history)
        text.append("        </lrm_resources>\n      </lrm>\n")
    text.append("    </node_state>\n")
    return text


def _transient(state: State, member: Member) -> dict[str, str]:
    pairs = {"#feature-set": FEATURE_SET}
    for primitive in primitives(state.pacemaker.configuration).values():
        if primitive.agent == "drbd":
            replica = state.replicas.get(primitive.parameters.get("drbd_resource", ""))
            side = replica.sides.get(member.name) if replica is not None else None
            if side is not None and side.is_up and side.disk == "UpToDate":
                pairs[f"master-{primitive.id}"] = _PROMOTABLE
    return pairs | member.attributes


def _history(state: State, member: Member, history: History) -> list[str]:
    head = {"id": history.resource, "type": history.agent, "class": history.agent_class}
    if history.provider:
        head["provider"] = history.provider
    text = [f"          <lrm_resource {_attributes(head)}>\n"]
    for suffix, operation in history.operations.items():
        text.append("            <lrm_rsc_op ")
        text.append(_attributes(_operation(member, history.resource, suffix, operation)))
        text.append("/>\n")
    text.append("          </lrm_resource>\n")
    return text


def _operation(member: Member, resource: str, suffix: str, op: Operation) -> dict[str, str]:
    key = f"{op.status}:{op.rc};{op.key}"
    return {
        "id": f"{resource}_{suffix}",
        "operation_key": f"{resource}_{op.task}_{op.interval_ms}",
        "operation": op.task,
        "crm-debug-origin": "do_update_resource",
        "crm_feature_set": FEATURE_SET,
        "transition-key": op.key,
        "transition-magic": key,
        "exit-reason": op.extra.get("exit-reason", ""),
        "on_node": member.name,
        "call-id": str(op.call),
        "rc-code": str(op.rc),
        "op-status": str(op.status),
        "interval": str(op.interval_ms),
        "last-rc-change": str(int(op.changed_at)),
        "exec-time": str(op.duration_ms),
        "queue-time": "0",
        **({"op-digest": op.digest} if op.digest else {}),
    } | {name: value for name, value in op.extra.items() if name != "exit-reason"}
