"""What resource agents and fencing do in the simulated world, and how long it takes them."""

from __future__ import annotations

from xenadmin_gui.sim import guests, log, power, replicas, resfile, san
from xenadmin_gui.sim.domainxml import outline
from xenadmin_gui.sim.memory import Action
from xenadmin_gui.sim.model import PAUSED, Lun, Run
from xenadmin_gui.sim.pacemaker import membership
from xenadmin_gui.sim.pacemaker.cib import Primitive, primitives
from xenadmin_gui.sim.world import World

OK, FAILED, NOT_INSTALLED, NOT_RUNNING, RUNNING_PROMOTED = 0, 1, 5, 7, 8
FENCE_S = 15.0
_NO_FENCING_S = 60.0
_SECONDS = {
    ("IPaddr2", "start"): 0.5,
    ("iSCSITarget", "start"): 1.5,
    ("iSCSILogicalUnit", "start"): 0.3,
    ("iSCSILogicalUnit", "stop"): 0.3,
    ("drbd", "start"): 1.0,
    ("drbd", "promote"): 0.6,
    ("drbd", "demote"): 0.6,
    ("drbd", "notify"): 0.05,
}
_OTHERWISE = {"monitor": 0.2, "notify": 0.05, "cancel": 0.0, "delete": 0.1}


def begin(world: World, action: Action) -> None:
    """Begin a ``rsc_op`` or ``crm_event``: sets its ``due``, or the ``job`` it waits for."""
    if action.kind == "crm_event":
        seconds = 0.1
        if action.task == "stonith":
            seconds = FENCE_S if _has_fencing(world, action.node) else _NO_FENCING_S
        action.due = world.time + seconds
        return
    if action.agent == "VirtualDomain":
        _begin_domain(world, action)
    if action.job is None and action.due is None:
        seconds = _SECONDS.get((action.agent, action.task), _OTHERWISE.get(action.task, 0.5))
        action.due = world.time + seconds


def finish(world: World, action: Action) -> tuple[int, str]:
    """End an action that is due: change the world, return the agent's exit code and reason."""
    if action.kind == "crm_event":
        return _finish_event(world, action)
    if action.task in ("notify", "cancel", "delete", "reload-agent"):
        return OK, ""
    if action.task == "monitor":
        return status(world, action.node, action.resource, action.agent, action.parameters), ""
    if action.agent == "VirtualDomain":
        return _finish_domain(world, action)
    if action.agent == "drbd":
        return _finish_drbd(world, action)
    if action.agent in ("iSCSITarget", "iSCSILogicalUnit", "IPaddr2"):
        return _finish_export(world, action)
    return _finish_plain(world, action)


def status(world: World, node: str, resource: str, agent: str, parameters: dict[str, str]) -> int:
    """Return what the monitor action of a resource's agent would."""
    state = world.state
    export = state.exports.get(node)
    is_active = False
    if agent == "VirtualDomain":
        run = domain_of(world, node, parameters)
        is_active = run is not None
    elif agent == "drbd":
        replica = state.replicas.get(parameters.get("drbd_resource", ""))
        side = replica.sides.get(node) if replica is not None else None
        if side is not None and side.is_up and side.role == "Primary":
            return RUNNING_PROMOTED
        is_active = side is not None and side.is_up
    elif agent == "iSCSITarget":
        is_active = export is not None and export.has_target
    elif agent == "iSCSILogicalUnit":
        is_active = export is not None and int(parameters.get("lun", "0")) in export.luns
    elif agent == "IPaddr2":
        is_active = export is not None and parameters.get("ip", "") in export.addresses
    else:
        is_active = resource in state.pacemaker.members[node].active
    return OK if is_active else NOT_RUNNING


def domain_of(world: World, node: str, parameters: dict[str, str]) -> Run | None:
    """Return the run on ``node`` of the domain that a VirtualDomain resource is about."""
    xml = world.state.machines[node].files.get(parameters.get("config", ""))
    if xml is None:
        name = parameters.get("config", "").rpartition("/")[2].removesuffix(".xml")
        return next((r for r in world.state.runs[node].values() if name in (r.name, r.uuid)), None)
    return world.state.runs[node].get(outline(xml).uuid)


def _begin_domain(world: World, action: Action) -> None:
    run = domain_of(world, action.node, action.parameters)
    busy = guests.busy_job(world, action.node, run.uuid) if run is not None else None
    if action.task == "start" and run is None:
        xml = world.state.machines[action.node].files.get(action.parameters.get("config", ""))
        if xml is not None:
            action.job = guests.begin_start(world, action.node, xml).id
    elif action.task == "stop" and run is not None:
        if run.state == PAUSED:
            action.due = world.time + guests.SHUTDOWN_S
        elif busy is not None and busy.kind == "shutdown":
            action.job = busy.id
        else:
            action.job = guests.begin_shutdown(world, action.node, run).id
    elif action.task == "migrate_to" and run is not None:
        target = action.parameters.get("CRM_meta_migrate_target", "")
        flags = frozenset({"live"})
        action.job = guests.begin_migration(world, action.node, run, target, flags).id


def _finish_domain(world: World, action: Action) -> tuple[int, str]:
    run = domain_of(world, action.node, action.parameters)
    job = world.state.jobs.get(action.job) if action.job is not None else None
    said = job.answer[2].strip().splitlines()[-1:] if job is not None else []
    if action.task == "stop":
        if run is not None:
            guests.destroy(world, action.node, run.uuid)
        return OK, ""
    if action.task == "start":
        config = action.parameters.get("config", "")
        if run is None and job is None:
            return NOT_INSTALLED, f"Configuration file {config} does not exist or not readable."
        return (OK, "") if run is not None else (FAILED, "".join(said))
    if action.task == "migrate_to":
        return (OK, "") if run is None else (FAILED, "".join(said) or "live migration failed")
    return (OK, "") if run is not None else (FAILED, "domain did not arrive")


def _finish_drbd(world: World, action: Action) -> tuple[int, str]:
    name, machine = action.parameters.get("drbd_resource", ""), world.state.machines[action.node]
    wanted = resfile.configured(machine).get(name)
    if wanted is None:
        return NOT_INSTALLED, "DRBD resource not found in configuration file."
    if action.task == "start" and replicas.bring_up(world, machine, wanted):
        return FAILED, ""
    replica = world.state.replicas.get(name)
    if replica is None or action.node not in replica.sides:
        return (OK, "") if action.task == "stop" else (FAILED, "")
    world.touch()
    if action.task == "promote":
        if san.promote(world, replica, action.node):
            return OK, ""
        return FAILED, "State change failed: (-2) Need access to UpToDate data"
    if action.task == "demote":
        san.demote(world, replica, action.node)
    elif action.task == "stop":
        replicas.take_down(world, replica, action.node)
    return OK, ""


def _finish_export(world: World, action: Action) -> tuple[int, str]:
    export = world.state.exports[action.node]
    is_start = action.task == "start"
    world.touch()
    if action.agent == "iSCSITarget":
        export.has_target = is_start
        export.initiators = _allowed(action) if is_start else []
        result = f"Result of {action.task} operation for {action.resource} on {action.node}: ok"
        log.note(world, action.node, result, source=log.CONTROLLER)
    elif action.agent == "iSCSILogicalUnit":
        number = int(action.parameters.get("lun", "0"))
        others = [n for n in export.luns if n != number]
        if is_start and not _offer(world, action, number):
            return FAILED, f"Device {action.parameters.get('path', '')} cannot be offered"
        if is_start and export.initiators:
            # As resource-agents 4.12.0 do: access lists that the target lacks are made.
            export.initiators = list(dict.fromkeys((*export.initiators, *_allowed(action))))
        export.luns = sorted([*others, number]) if is_start else others
    else:
        address = action.parameters.get("ip", "")
        others_held = [a for a in export.addresses if a != address]
        export.addresses = [*others_held, address] if is_start else others_held
    return OK, ""


def _allowed(action: Action) -> list[str]:
    return action.parameters.get("allowed_initiators", "").split()


def _offer(world: World, action: Action, number: int) -> bool:
    """Make the LUN that the parameters describe; False when its device cannot be opened."""
    state, parameters = world.state, action.parameters
    device, known = parameters.get("path", ""), state.luns.get(number)
    minor = device.removeprefix("/dev/drbd")
    if minor.isdecimal():
        sides = (r.sides.get(action.node) for r in state.replicas.values() if r.minor == int(minor))
        if not any(s is not None and s.is_up and s.role == "Primary" for s in sides):
            return False
    elif replicas.volume_at(state, action.node, device) is None:
        return False
    serial = parameters.get("scsi_sn", known.serial if known is not None else "")
    made = Lun(number, action.resource, device, serial, f"36001405{serial:0<25}")
    if made != known:
        state.luns[number] = made
    return True


def _finish_plain(world: World, action: Action) -> tuple[int, str]:
    active = world.state.pacemaker.members[action.node].active
    if action.task == "start" and action.resource not in active:
        active.append(action.resource)
    elif action.task == "stop" and action.resource in active:
        active.remove(action.resource)
    return OK, ""


def _finish_event(world: World, action: Action) -> tuple[int, str]:
    if action.task == "stonith":
        if not _has_fencing(world, action.node):
            return FAILED, "No such device"
        reboot = action.parameters.get("stonith_action", "reboot") != "off"
        power.fence(world, action.node, reboot=reboot)
        membership.forget(world, action.node)
    elif action.task == "clear_failcount":
        attributes = world.state.pacemaker.members[action.node].attributes
        resource = action.resource or action.key.partition("_clear_failcount")[0]
        for name in [n for n in attributes if f"-{resource}#" in n]:
            del attributes[name]
        world.touch()
    return OK, ""


def _has_fencing(world: World, node: str) -> bool:
    devices = primitives(world.state.pacemaker.configuration).values()
    return any(_fences(device, node) for device in devices)


def _fences(device: Primitive, node: str) -> bool:
    targets = device.parameters.get("pcmk_host_list", node).replace(",", " ").split()
    return device.agent_class == "stonith" and node in targets
