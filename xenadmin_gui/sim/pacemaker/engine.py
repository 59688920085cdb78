"""Carries out what Pacemaker's scheduler decides, in the order its graph permits."""

from __future__ import annotations

import logging
from dataclasses import replace

from xenadmin_gui.sim.memory import Action, History, Member, Operation, Transition
from xenadmin_gui.sim.pacemaker import agents, binaries, graph
from xenadmin_gui.sim.pacemaker.cib import primitives, render
from xenadmin_gui.sim.pacemaker.digest import digest
from xenadmin_gui.sim.world import World

_log = logging.getLogger(__name__)
_RECORDED = frozenset(
    ["start", "stop", "promote", "demote", "migrate_to", "migrate_from", "monitor"]
)
_SHOWN_PENDING = _RECORDED - {"monitor"}
_PENDING_RC = 193
_FATAL = frozenset({"start", "stop"})


def settle(world: World) -> None:
    """Do what can be done now: end what is due, begin what is ready, ask the scheduler."""
    pacemaker = world.state.pacemaker
    if not pacemaker.configuration:
        return
    _watch(world)
    transition = pacemaker.transition
    if transition is not None:
        if pacemaker.is_dirty:
            transition.is_aborted = True
        _drive(world, transition)
        if any(action.state == "running" for action in transition.actions.values()):
            return
        pacemaker.transition = None
        pacemaker.is_dirty = True
        world.touch()
    if pacemaker.is_dirty and any(m.in_ccm for m in pacemaker.members.values()):
        _ask(world)


def is_idle(world: World) -> bool:
    """Whether nothing is under way and nothing is to be decided."""
    pacemaker = world.state.pacemaker
    return pacemaker.transition is None and not pacemaker.is_dirty


def on_tick(world: World, _subject: str, _detail: str) -> None:
    """Let the engine look at the clock."""
    world.touch()


def on_recheck(world: World, _subject: str, _detail: str) -> None:
    """Ask again because a rule's time has come."""
    world.state.pacemaker.is_dirty = True
    world.touch()


def on_check(world: World, node: str, resource: str) -> None:
    """Run a recurring monitor whose resource may have ended behind Pacemaker's back."""
    member = world.state.pacemaker.members[node]
    history = member.history.get(resource)
    primitive = primitives(world.state.pacemaker.configuration).get(resource)
    if history is None or primitive is None or not _is_lost(world, member, history):
        return
    suffix = f"monitor_{primitive.monitor_ms}"
    number, rc = _call(world), agents.NOT_RUNNING
    key = f"1:{world.state.pacemaker.transitions}:0:{world.state.pacemaker.uuid}"
    before = history.operations[suffix]
    failed = replace(before, rc=rc, key=key, call=number, changed_at=world.time, extra={})
    history.operations[suffix] = failed
    _remember_failure(world, member, history, suffix, failed)
    world.state.pacemaker.is_dirty = True


def _ask(world: World) -> None:
    pacemaker = world.state.pacemaker
    argv = ["crm_simulate", "-x", "now.xml", "-R", "-Q", "-G", "graph.xml"]
    text = render(world.state)
    ran = binaries.read(argv, text, now=world.time, files={"now.xml": text})
    pacemaker.is_dirty = False
    world.touch()
    if "graph.xml" not in ran.files:
        _log.error("crm_simulate ended with status %s: %s", ran.exit_status, ran.stderr.strip())
        return
    answer = graph.read(ran.files["graph.xml"])
    if answer.recheck_at is not None and answer.recheck_at > world.time:
        pacemaker.recheck_at = answer.recheck_at
        world.schedule(answer.recheck_at + 1.0, "recheck")
    if any(action.kind != "pseudo_event" for action in answer.actions.values()):
        pacemaker.transitions += 1
        pacemaker.transition = Transition(pacemaker.transitions, answer.actions)


def _drive(world: World, transition: Transition) -> None:
    is_moving = True
    while is_moving:
        is_moving = False
        for action in transition.actions.values():
            if action.state == "running" and _is_over(world, action):
                _finish(world, transition, action)
                is_moving = True
            elif action.state == "waiting" and not transition.is_aborted:
                inputs = (transition.actions[number] for number in action.inputs)
                if all(needed.state == "done" for needed in inputs):
                    _begin(world, transition, action)
                    is_moving = True


def _is_over(world: World, action: Action) -> bool:
    member = world.state.pacemaker.members.get(action.node)
    if action.kind == "rsc_op" and member is not None and not member.in_ccm:
        return True
    if action.job is not None:
        job = world.state.jobs.get(action.job)
        return job is None or job.is_done
    return action.due is not None and action.due <= world.time


def _begin(world: World, transition: Transition, action: Action) -> None:
    world.touch()
    action.started_at = world.time
    if action.kind == "pseudo_event":
        action.state = "done"
        return
    action.state = "running"
    agents.begin(world, action)
    if action.task in _SHOWN_PENDING and action.kind == "rsc_op":
        _record(world, transition, action, _PENDING_RC, "", status=-1)
    if action.due is not None:
        world.schedule(action.due, "tick")


def _finish(world: World, transition: Transition, action: Action) -> None:
    pacemaker = world.state.pacemaker
    world.touch()
    member = pacemaker.members.get(action.node)
    if action.kind == "rsc_op" and (member is None or not member.in_ccm):
        action.state = "failed"
        transition.is_aborted = True
        return
    rc, reason = agents.finish(world, action)
    expected = int(action.parameters.get("CRM_meta_op_target_rc", "0"))
    is_probe = action.task == "monitor" and _interval(action) == 0
    is_good = rc == expected or (is_probe and rc in (0, 7, 8))
    action.state = "done" if is_good else "failed"
    if rc != expected:
        transition.is_aborted = True
    if action.kind == "rsc_op":
        _write_down(world, transition, action, rc, reason, is_good=is_good)
    elif not is_good:
        world.schedule(world.time + 5.0, "recheck")


def _write_down(
    world: World, transition: Transition, action: Action, rc: int, reason: str, *, is_good: bool
) -> None:
    member = world.state.pacemaker.members[action.node]
    history = member.history.get(action.resource)
    if action.task == "cancel" and history is not None:
        history.operations.pop(f"{_cancelled(action)}", None)
    elif action.task == "delete":
        member.history.pop(action.resource, None)
    if action.task not in _RECORDED:
        return
    suffix, operation = _record(world, transition, action, rc, reason, status=0)
    history = member.history[action.resource]
    if action.task in ("stop", "promote", "demote") and is_good:
        for name in [n for n in history.operations if n.startswith("monitor_")]:
            del history.operations[name]
    if not is_good:
        _remember_failure(world, member, history, suffix, operation)


def _record(
    world: World, transition: Transition, action: Action, rc: int, reason: str, *, status: int
) -> tuple[str, Operation]:
    pacemaker = world.state.pacemaker
    member = pacemaker.members[action.node]
    history = member.history.setdefault(
        action.resource,
        History(action.resource, action.agent_class, action.provider, action.agent),
    )
    interval = _interval(action)
    expected = action.parameters.get("CRM_meta_op_target_rc", "0")
    key = f"{action.id}:{transition.number}:{expected}:{pacemaker.uuid}"
    took = round((world.time - action.started_at) * 1000)
    operation = Operation(
        action.task, interval, rc, key, -1 if status < 0 else _call(world),
        action.started_at, status, took, digest(action.parameters),
    )  # fmt: skip
    if reason:
        operation.extra["exit-reason"] = reason
    for name in ("migrate_source", "migrate_target"):
        if action.task.startswith("migrate_") and f"CRM_meta_{name}" in action.parameters:
            operation.extra[name] = action.parameters[f"CRM_meta_{name}"]
    suffix = f"{action.task}_{interval}" if interval else "last_0"
    history.operations[suffix] = operation
    pacemaker.updates += 1
    return suffix, operation


def _remember_failure(
    world: World, member: Member, history: History, suffix: str, operation: Operation
) -> None:
    history.operations["last_failure_0"] = operation
    what = f"{history.resource}#{operation.task}_{operation.interval_ms}"
    before = member.attributes.get(f"fail-count-{what}", "0")
    is_fatal = operation.task in _FATAL or before == "INFINITY"
    member.attributes[f"fail-count-{what}"] = "INFINITY" if is_fatal else str(int(before) + 1)
    member.attributes[f"last-failure-{what}"] = str(int(world.time))
    world.state.pacemaker.updates += 1
    world.touch()
    _log.info("simulated %s failed on %s (%s)", what, member.name, suffix)


def _watch(world: World) -> None:
    """Plan a monitor for every domain that Pacemaker takes for running and that does not run."""
    pacemaker = world.state.pacemaker
    planned = {(e.subject, e.detail) for e in world.state.agenda if e.kind == "check"}
    for member in pacemaker.members.values():
        if not member.in_ccm or member.lost_at is not None:
            continue
        for history in member.history.values():
            if history.agent != "VirtualDomain" or (member.name, history.resource) in planned:
                continue
            if _is_lost(world, member, history):
                interval = primitives(pacemaker.configuration)[history.resource].monitor_ms
                world.schedule(world.time + interval / 2000, "check", member.name, history.resource)


def _is_lost(world: World, member: Member, history: History) -> bool:
    pacemaker = world.state.pacemaker
    monitors = [op for op in history.operations.values() if op.interval_ms]
    if not monitors or any(op.rc or op.status for op in monitors):
        return False
    primitive = primitives(pacemaker.configuration).get(history.resource)
    if primitive is None or not world.state.machines[member.name].is_powered:
        return False
    running = pacemaker.transition.actions.values() if pacemaker.transition else ()
    if any(a.resource == history.resource and a.state == "running" for a in running):
        return False
    last = history.operations.get("last_0")
    if last is not None and last.task in ("stop", "migrate_to"):
        return False
    return agents.domain_of(world, member.name, primitive.parameters) is None


def _interval(action: Action) -> int:
    return int(action.parameters.get("CRM_meta_interval", "0"))


def _cancelled(action: Action) -> str:
    return f"{action.parameters.get('CRM_meta_operation', 'monitor')}_{_interval(action)}"


def _call(world: World) -> int:
    world.state.pacemaker.calls += 1
    return world.state.pacemaker.calls
