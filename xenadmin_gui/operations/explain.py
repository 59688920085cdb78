"""Why a condition does not hold, as a sentence for the administrator."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.condition import (
    NOBODY_ASKED,
    AllOf,
    Always,
    Answers,
    AnyOf,
    Condition,
    HostMemory,
    HostReady,
    ResourceRole,
    VmIs,
    VmMayMigrate,
    VmPinned,
    VmProtected,
    VmRebooted,
    VmSameRun,
    VmTargetRole,
    holds,
)
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.sanexplain import san_why_not
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.condition import (
    Autostarts,
    DefinitionFileIs,
    LibvirtDefines,
    NameFree,
    NotDefined,
    vmedit_why_not,
)


def why_not(condition: Condition, snapshot: Snapshot, answers: Answers = NOBODY_ASKED) -> str:
    """Say why ``condition`` does not hold, or cannot be judged; empty when it holds."""
    if holds(condition, snapshot, answers) is True:
        return ""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return _of_parts(parts, snapshot, answers)
        case HostSays():
            return _of_answer(condition, answers)
        case VmIs(uuid) | VmSameRun(uuid) | VmRebooted(uuid):
            return _of_run(condition, uuid, snapshot)
        case VmProtected(uuid, resource):
            return _of_protection(uuid, resource, snapshot)
        case VmTargetRole() | VmPinned() | VmMayMigrate():
            return _of_configuration(condition, snapshot)
        case ResourceRole(resource, role, node):
            where = f" on {node}" if node else ""
            said = f"Pacemaker does not say that {resource} is {role}{where}."
            return _pacemaker_silent(snapshot) or said
        case HostReady(host):
            server = snapshot.servers.get(host)
            if server is None:
                return f"{host} is not in the cluster file."
            return f"{host} is {server.state}. {server.reason}".strip()
        case HostMemory(host, free_bytes):
            return _of_memory(host, free_bytes, snapshot)
        case Always():
            return ""
        case DefinitionFileIs() | LibvirtDefines() | NotDefined() | Autostarts() | NameFree():
            return vmedit_why_not(condition, snapshot)
        case _:
            return san_why_not(condition, snapshot)


def vm_now(uuid: str, snapshot: Snapshot) -> str:
    """Say what a VM does as far as known: ``web1 is running on xen2.``"""
    vm = snapshot.vms.get(uuid)
    if vm is None:
        return f"No host that answers has the VM {uuid}."
    if len(vm.running_on) > 1:
        return f"{vm.name} runs on {' and '.join(vm.running_on)} at once."
    if vm.state is VmState.UNKNOWN:
        return f"What {vm.name} does is not known. {vm.reason}".strip()
    if vm.host is None or vm.state is VmState.OFF:
        return f"{vm.name} is {vm.state}."
    return f"{vm.name} is {vm.state} on {vm.host}."


def _of_parts(parts: tuple[Condition, ...], snapshot: Snapshot, answers: Answers) -> str:
    """The first part that is surely wrong says most; else the first that is not known."""
    wrong = [part for part in parts if holds(part, snapshot, answers) is False]
    unknown = [part for part in parts if holds(part, snapshot, answers) is None]
    return why_not((wrong or unknown)[0], snapshot, answers) if wrong or unknown else ""


def _of_answer(question: HostSays, answers: Answers) -> str:
    command = Command(question.argv).as_shell()
    if answers.get(question) is None:
        return f"{question.host} does not say what comes of '{command}'."
    return question.wrong or f"On {question.host} '{command}' does not end as it should yet."


def _of_run(condition: VmIs | VmSameRun | VmRebooted, uuid: str, snapshot: Snapshot) -> str:
    now = vm_now(uuid, snapshot)
    if holds(condition, snapshot) is None:
        return now
    vm = snapshot.vms.get(uuid)
    if vm is not None and vm.state is VmState.RUNNING and vm.host == getattr(condition, "host", ""):
        if isinstance(condition, VmSameRun):
            return f"{vm.name} was stopped and started again meanwhile."
        if isinstance(condition, VmRebooted):
            return f"{vm.name} has not rebooted yet."
    return now


def _of_protection(uuid: str, resource: str, snapshot: Snapshot) -> str:
    vm = snapshot.vms.get(uuid)
    if vm is None:
        return vm_now(uuid, snapshot)
    if not resource:
        return f"{vm.name} is protected by Pacemaker now."
    if vm.protection is None:
        return f"{vm.name} is not protected by Pacemaker any more."
    return f"{vm.name} is run by another resource now: {vm.protection.resource}."


def _of_configuration(condition: VmTargetRole | VmPinned | VmMayMigrate, snapshot: Snapshot) -> str:
    vm = snapshot.vms.get(condition.uuid)
    if vm is None:
        return vm_now(condition.uuid, snapshot)
    if silent := _pacemaker_silent(snapshot):
        return silent
    if vm.protection is None:
        return f"{vm.name} is not protected by Pacemaker any more."
    match condition:
        case VmTargetRole():
            return f"Pacemaker is configured to have {vm.name} {vm.protection.target_role}."
        case VmPinned():
            pin = vm.protection.pinned_to
            return f"{vm.name} is pinned to {pin}." if pin else f"{vm.name} is not pinned."
        case VmMayMigrate(_, allowed):
            word = "may not" if allowed else "may"
            return f"Pacemaker {word} move {vm.name} live."


def _of_memory(host: str, free_bytes: int, snapshot: Snapshot) -> str:
    server = snapshot.servers.get(host)
    if server is None or not server.is_up or server.memory_free_bytes is None:
        return f"How much memory {host} has free is not known."
    free = size_text(server.memory_free_bytes)
    return f"{host} has {free} of memory free, {size_text(free_bytes)} are needed."


def _pacemaker_silent(snapshot: Snapshot) -> str:
    pacemaker = snapshot.pacemaker
    if pacemaker.is_present and not pacemaker.reason:
        return ""
    return pacemaker.reason or "No member of the Pacemaker cluster answers."
