"""Makes a fresh world's Pacemaker remember how everything came to run where it does."""

from __future__ import annotations

from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.log import CONTROLLER
from xenadmin_gui.sim.memory import History, Member, Operation
from xenadmin_gui.sim.model import Logged, State
from xenadmin_gui.sim.pacemaker import configuration
from xenadmin_gui.sim.pacemaker.cib import FEATURE_SET, Primitive, primitives
from xenadmin_gui.sim.pacemaker.digest import digest
from xenadmin_gui.sim.pacemaker.timeshift import in_words

_EARLIER_S = 3600.0


def begin(state: State, plan: Blueprint) -> None:
    """Configure Pacemaker, make every machine a member and write the histories."""
    pacemaker = state.pacemaker
    pacemaker.configuration = configuration.write(state, plan)
    pacemaker.header = {
        "crm_feature_set": FEATURE_SET,
        "validate-with": "pacemaker-3.9",
        "epoch": "42",
        "num_updates": "0",
        "admin_epoch": "0",
        "cib-last-written": in_words(state.time - _EARLIER_S),
        "update-origin": plan.servers[0].name,
        "update-client": "cibadmin",
        "update-user": "root",
    }
    for number, server in enumerate(plan.servers, start=1):
        pacemaker.members[server.name] = Member(str(number), server.name)
        joined = "State transition S_PENDING -> S_NOT_DC"
        since = state.machines[server.name].powered_at
        state.logs[server.name] = [Logged(since, 1, CONTROLLER, joined)]
    running = {
        guest.resource: guest.host
        for guest in plan.guests
        if guest.is_protected and guest.is_running
    }
    for primitive in primitives(pacemaker.configuration).values():
        _remember(state, plan, primitive, running)


def _remember(state: State, plan: Blueprint, primitive: Primitive, running: dict[str, str]) -> None:
    hosts = [server.name for server in plan.hosts]
    servers = [server.name for server in plan.san_servers]
    if primitive.agent == "VirtualDomain":
        _spread(state, primitive, hosts, running.get(primitive.id, ""))
    elif primitive.agent == "drbd":
        for name in servers:
            _replica(state, primitive, name, is_primary=name == servers[0])
    elif primitive.agent_class == "stonith":
        target = primitive.parameters["pcmk_host_list"]
        names = [server.name for server in plan.servers]
        holder = names[(names.index(target) + 1) % len(names)]
        _spread(state, primitive, names, holder)
        state.pacemaker.members[holder].active.append(primitive.id)
    else:
        _spread(state, primitive, servers, servers[0])
        if primitive.agent == "LVM-activate":
            state.pacemaker.members[servers[0]].active.append(primitive.id)


def _spread(state: State, primitive: Primitive, nodes: list[str], holder: str) -> None:
    for node in nodes:
        history = _history(state, node, primitive)
        if node == holder:
            history.operations["last_0"] = _operation(state, primitive, "start", 0)
            _monitor(state, primitive, history, "", 0)
        else:
            history.operations["last_0"] = _operation(state, primitive, "monitor", 7)


def _replica(state: State, primitive: Primitive, node: str, *, is_primary: bool) -> None:
    history = _history(state, node, primitive)
    task, role, rc = ("promote", "Promoted", 8) if is_primary else ("start", "Unpromoted", 0)
    history.operations["last_0"] = _operation(state, primitive, task, 0)
    _monitor(state, primitive, history, role, rc)


def _history(state: State, node: str, primitive: Primitive) -> History:
    history = History(primitive.id, primitive.agent_class, primitive.provider, primitive.agent)
    state.pacemaker.members[node].history[primitive.id] = history
    return history


def _monitor(state: State, primitive: Primitive, history: History, role: str, rc: int) -> None:
    interval, timeout = primitive.monitors[role]
    operation = _operation(state, primitive, "monitor", rc, interval=interval, timeout=timeout)
    history.operations[f"monitor_{interval}"] = operation


def _operation(
    state: State, primitive: Primitive, task: str, rc: int, *, interval: int = 0, timeout: int = 0
) -> Operation:
    state.pacemaker.calls += 1
    number = state.pacemaker.calls
    times = {"CRM_meta_interval": str(interval), "CRM_meta_timeout": str(timeout)}
    return Operation(
        task, interval, rc, f"{number}:0:{rc}:{state.pacemaker.uuid}", number,
        state.time - _EARLIER_S, 0, 700, digest(primitive.parameters | times),
    )  # fmt: skip
