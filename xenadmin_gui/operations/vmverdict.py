"""Whether a verb makes sense for a VM as matters stand, and why not."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.pacemaker import ControlMode
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.vm import Protection, Vm
from xenadmin_gui.operations.migration import (
    TargetChoice,
    best_target,
    judge_target,
    migration_targets,
)
from xenadmin_gui.operations.pacemakersteps import STARTED, STOPPED, cluster_members
from xenadmin_gui.operations.plan import Subject, Verdict
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.verbs import VmVerb


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict about one VM, and the host that goes with it.

    Attributes:
        target: Where the VM will be started or moved to; empty when Pacemaker or nobody chooses.
    """

    subject: Subject
    target: str = ""


#: States that a verb can begin from, and the state in which it is done already.
_FROM = {
    VmVerb.START: (VmState.OFF,),
    VmVerb.SHUTDOWN: (VmState.RUNNING,),
    VmVerb.DESTROY: (VmState.RUNNING, VmState.PAUSED, VmState.CRASHED),
    VmVerb.REBOOT: (VmState.RUNNING,),
    VmVerb.PAUSE: (VmState.RUNNING,),
    VmVerb.RESUME: (VmState.PAUSED,),
    VmVerb.MIGRATE: (VmState.RUNNING,),
}
_ALREADY = {
    VmVerb.START: VmState.RUNNING,
    VmVerb.SHUTDOWN: VmState.OFF,
    VmVerb.DESTROY: VmState.OFF,
    VmVerb.PAUSE: VmState.PAUSED,
    VmVerb.RESUME: VmState.RUNNING,
}
_INSTEAD = {
    VmState.OFF: "Start it first.",
    VmState.PAUSED: "Resume it first, or force it off.",
    VmState.CRASHED: "Force it off first.",
    VmState.RUNNING: "",
    VmState.UNKNOWN: "",
}
_BY_PACEMAKER = (
    VmVerb.START,
    VmVerb.SHUTDOWN,
    VmVerb.DESTROY,
    VmVerb.REBOOT,
    VmVerb.MIGRATE,
)


def judge(snapshot: Snapshot, vm: Vm, verb: VmVerb, *, target: str | None, live: bool) -> Judgement:
    """Say whether ``verb`` will be done to ``vm``, is so already, or cannot be done, and why."""
    refused = _unclear(vm)
    if refused is not None:
        return refused
    if _is_already(vm, verb, target):
        return Judgement(_subject(vm, Verdict.ALREADY, _already_reason(vm)))
    if vm.state not in _from(vm, verb):
        word = f"{vm.name} is {vm.state}."
        return _cannot(vm, word, _INSTEAD[vm.state], f"is-{vm.state}")
    if vm.protection is not None and verb in _BY_PACEMAKER:
        refused = _pacemaker_refuses(snapshot, vm, vm.protection, verb)
    if refused is None:
        refused = _host_refuses(snapshot, vm)
    if refused is not None:
        return refused
    if verb is VmVerb.MIGRATE:
        return _judge_migration(snapshot, vm, target, live=live)
    if verb is VmVerb.START and vm.protection is None:
        return _judge_start(snapshot, vm, target)
    return Judgement(_subject(vm, Verdict.WILL_DO))


def _unclear(vm: Vm) -> Judgement | None:
    """A VM of which we do not know enough is left alone."""
    if len(vm.running_on) > 1:
        return _cannot(
            vm,
            f"{vm.name} runs on {' and '.join(vm.running_on)} at once.",
            "Decide which copy is the right one, and force off the other on its host by hand.",
            "double-run",
        )
    if vm.state is VmState.UNKNOWN:
        why = vm.reason or "Its host cannot be asked."
        return _cannot(
            vm,
            f"What {vm.name} does is not known. {why}",
            "Bring the host back, or wait until Pacemaker has fenced it.",
            "unknown",
        )
    if vm.activity:
        return _cannot(vm, f"{vm.name} is busy: {vm.activity}.", "Wait until that is over.", "busy")
    return None


def _is_already(vm: Vm, verb: VmVerb, target: str | None) -> bool:
    if verb is VmVerb.MIGRATE:
        return vm.state is VmState.RUNNING and vm.host == target
    if vm.state is not _ALREADY.get(verb):
        return False
    if vm.protection is None or verb in (VmVerb.PAUSE, VmVerb.RESUME):
        return True
    return vm.protection.target_role == (STARTED if verb is VmVerb.START else STOPPED)


def _from(vm: Vm, verb: VmVerb) -> tuple[VmState, ...]:
    """Pacemaker can also be told what is so by chance, and may start what only it saw crash."""
    states = _FROM[verb]
    if vm.protection is not None and verb in (VmVerb.START, VmVerb.SHUTDOWN):
        return (VmState.OFF, VmState.RUNNING, VmState.CRASHED)
    return states


def _already_reason(vm: Vm) -> str:
    if vm.state is VmState.OFF or vm.host is None:
        return f"{vm.name} is {vm.state} already."
    return f"{vm.name} is {vm.state} on {vm.host} already."


def _pacemaker_refuses(
    snapshot: Snapshot, vm: Vm, protection: Protection, verb: VmVerb
) -> Judgement | None:
    pacemaker = snapshot.pacemaker
    if not pacemaker.is_present or pacemaker.reason or not cluster_members(snapshot):
        reason = f"Pacemaker runs {vm.name}, and no member of the cluster can be asked."
        return _cannot(vm, reason, "Bring a cluster member back.", "no-member")
    if pacemaker.mode is not ControlMode.AUTOMATIC:
        reason = f"Pacemaker is in maintenance mode and would do nothing with {vm.name}."
        return _cannot(vm, reason, "Set the control mode to automatic.", "maintenance-mode")
    if not protection.managed:
        reason = f"Pacemaker leaves {vm.name} alone: its resource is not managed."
        return _cannot(vm, reason, "Let Pacemaker manage it again.", "unmanaged")
    if protection.blocked:
        reason = f"Pacemaker is blocked on {vm.name} by an action that failed."
        next_step = f"Clear it: crm_resource --cleanup --resource {protection.resource}."
        return _cannot(vm, reason, next_step, "blocked")
    stops_only = verb in (VmVerb.SHUTDOWN, VmVerb.DESTROY)
    policy = pacemaker.options.get("no-quorum-policy", "stop")
    if pacemaker.with_quorum is False and policy != "ignore" and not stops_only:
        reason = f"The cluster has no quorum: Pacemaker would not start {vm.name}."
        return _cannot(vm, reason, "Bring more members back.", "no-quorum")
    return None


def _host_refuses(snapshot: Snapshot, vm: Vm) -> Judgement | None:
    """The host of a VM that is not off has to answer."""
    if vm.state is VmState.OFF or vm.host is None:
        return None
    server = snapshot.servers.get(vm.host)
    if server is not None and server.is_up:
        return None
    return _cannot(vm, f"{vm.host}, where {vm.name} is, cannot be asked.", "", "host")


def _judge_start(snapshot: Snapshot, vm: Vm, target: str | None) -> Judgement:
    """An unprotected VM is started where libvirt has its definition."""
    if silent := [
        host
        for host in vm.defined_on
        if (s := snapshot.servers.get(host)) and _may_run_vms(s.state)
    ]:
        reason = (
            f"{silent[0]} has a definition of {vm.name} too and cannot be asked: it may run there."
        )
        return _cannot(vm, reason, f"Bring {silent[0]} back, or make sure that it is off.", "host")
    homes = {d.host for d in vm.definitions if d.origin == "libvirt"}
    if target is not None and target not in homes:
        reason = f"{vm.name} is not defined in the libvirt of {target}."
        return _cannot(vm, reason, _defined_on(homes), "not-defined")
    judged = [
        judge_target(snapshot, vm, server, live=False)
        for server in snapshot.hosts
        if server.name in homes and target in (None, server.name)
    ]
    best = best_target(tuple(judged))
    if best is not None:
        return Judgement(_subject(vm, Verdict.WILL_DO), best.host)
    if not judged:
        reason = f"No host has {vm.name} defined in its libvirt."
        return _cannot(vm, reason, "Define it on a host, or protect it.", "not-defined")
    reason = " ".join(choice.reason for choice in judged)
    return _cannot(vm, reason, _free_memory(judged), judged[0].code)


def _judge_migration(snapshot: Snapshot, vm: Vm, target: str | None, *, live: bool) -> Judgement:
    protection = vm.protection
    if protection is not None and protection.pinned_to not in (None, vm.host):
        reason = f"{vm.name} is pinned to {protection.pinned_to} by an earlier move."
        next_step = f"Clear it: crm_resource --resource {protection.resource} --clear."
        return _cannot(vm, reason, next_step, "pinned")
    if target is None:
        choices = migration_targets(snapshot, vm, live=live)
    else:
        choices = (judge_target(snapshot, vm, snapshot.servers[target], live=live),)
    best = best_target(choices)
    if best is None:
        return _no_target(vm, choices, target)
    if protection is not None and live and not protection.allow_migrate:
        reason = (
            f"Pacemaker may not move {vm.name} live (allow-migrate is not set): "
            "it would stop it here and start it there."
        )
        return _cannot(vm, reason, "Move it that way, with an interruption.", "not-live")
    return Judgement(_subject(vm, Verdict.WILL_DO, _why_there(best, target)), best.host)


def _no_target(vm: Vm, choices: tuple[TargetChoice, ...], target: str | None) -> Judgement:
    if not choices:
        return _cannot(vm, "There is no other host.", "", "no-target")
    first = next((c for c in choices if c.code == "pv-live"), choices[0])
    if first.code == "pv-live":
        next_step = "Move it by suspend, copy, resume: it stands still while its memory is copied."
        if vm.is_protected:
            next_step = "Move it by stopping it here and starting it there."
        return _cannot(vm, first.reason, next_step, first.code)
    reason = " ".join(choice.reason for choice in choices)
    return _cannot(vm, reason, "Choose another host." if target else "", first.code)


def _why_there(choice: TargetChoice, target: str | None) -> str:
    if target is not None or choice.free_bytes is None:
        return choice.caution
    chosen = f"{choice.host} has the most memory free that it can use: "
    return f"{chosen}{size_text(choice.free_bytes)}. {choice.caution}".strip()


def _may_run_vms(state: HostState) -> bool:
    """Whether a host in ``state`` may run VMs that we do not see."""
    return state in (HostState.UNREACHABLE, HostState.CONNECTING)


def _defined_on(homes: set[str]) -> str:
    return f"It is defined on {', '.join(sorted(homes))}." if homes else ""


def _free_memory(judged: list[TargetChoice]) -> str:
    short = any(choice.code == "no-memory" for choice in judged)
    return "Move or shut down another VM first." if short else ""


def _cannot(vm: Vm, reason: str, next_step: str, code: str) -> Judgement:
    return Judgement(_subject(vm, Verdict.CANNOT, reason, next_step, code))


def _subject(
    vm: Vm, verdict: Verdict, reason: str = "", next_step: str = "", code: str = ""
) -> Subject:
    return Subject(vm.key, vm.name, verdict, reason, next_step, code)
