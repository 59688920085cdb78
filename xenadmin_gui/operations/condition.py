"""What must be true of the cluster before and after a step: data that is asked of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.sancondition import HostSays, SanCondition
from xenadmin_gui.operations.sanholds import pacemaker_answers, san_holds
from xenadmin_gui.operations.vmedit.condition import (
    Autostarts,
    DefinitionFileIs,
    LibvirtDefines,
    NameFree,
    NotDefined,
    VmEditCondition,
    vmedit_holds,
)


@dataclass(frozen=True, slots=True)
class Always:
    """Holds whatever happens."""


@dataclass(frozen=True, slots=True)
class VmIs:
    """The VM is in ``state``; on ``host`` and nowhere else, or wherever when that is None."""

    uuid: str
    state: VmState
    host: str | None = None


@dataclass(frozen=True, slots=True)
class VmRebooted:
    """The VM runs on ``host`` under another domain id than ``domain_id`` (Xen gives a new one)."""

    uuid: str
    host: str
    domain_id: int


@dataclass(frozen=True, slots=True)
class VmSameRun:
    """The VM was neither stopped nor started since it had ``domain_id`` on ``host``."""

    uuid: str
    host: str
    domain_id: int


@dataclass(frozen=True, slots=True)
class VmProtected:
    """The VM is run by the Pacemaker resource ``resource``; by none when that is empty."""

    uuid: str
    resource: str = ""


@dataclass(frozen=True, slots=True)
class VmTargetRole:
    """Pacemaker is configured to have the VM ``Started`` or ``Stopped``."""

    uuid: str
    role: str


@dataclass(frozen=True, slots=True)
class VmPinned:
    """A move constraint pins the VM to ``host``; to none when that is None."""

    uuid: str
    host: str | None = None


@dataclass(frozen=True, slots=True)
class VmMayMigrate:
    """Pacemaker may (or may not) live-migrate the VM."""

    uuid: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class ResourceRole:
    """An instance of a Pacemaker resource has ``role``; on ``node`` alone, or wherever if None."""

    resource: str
    role: str
    node: str | None = None


@dataclass(frozen=True, slots=True)
class HostReady:
    """The host answers and is not in maintenance."""

    host: str


@dataclass(frozen=True, slots=True)
class HostMemory:
    """The host has at least ``free_bytes`` for new VMs."""

    host: str
    free_bytes: int


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = (
    Always
    | VmIs
    | VmRebooted
    | VmSameRun
    | VmProtected
    | VmTargetRole
    | VmPinned
    | VmMayMigrate
    | ResourceRole
    | HostReady
    | HostMemory
    | AllOf
    | AnyOf
    | HostSays
    | VmEditCondition
    | SanCondition
)

#: What hosts said; None: nobody answers.
Answers: TypeAlias = Mapping[HostSays, bool | None]

NOBODY_ASKED: Answers = MappingProxyType({})


def holds(condition: Condition, snapshot: Snapshot, answers: Answers = NOBODY_ASKED) -> bool | None:
    """Say whether ``condition`` holds in ``snapshot``; None when nobody could be asked.

    Args:
        answers: What hosts said to the commands of ``HostSays``; one that is not in it is unknown.
    """
    match condition:
        case Always():
            return True
        case AllOf(parts):
            return _all(holds(part, snapshot, answers) for part in parts)
        case AnyOf(parts):
            return _any(holds(part, snapshot, answers) for part in parts)
        case HostSays():
            return answers.get(condition)
        case VmIs(uuid, state, host):
            return _vm_is(snapshot, uuid, state, host)
        case VmRebooted(uuid, host, domain_id):
            return _run(snapshot, uuid, host, lambda now: now != domain_id)
        case VmSameRun(uuid, host, domain_id):
            return _run(snapshot, uuid, host, lambda now: now == domain_id)
        case VmProtected(uuid, resource):
            return _protected(snapshot, uuid, resource)
        case VmTargetRole() | VmPinned() | VmMayMigrate():
            return _configured(snapshot, condition)
        case ResourceRole(resource, role, node):
            return _resource_role(snapshot, resource, role, node)
        case HostReady(host):
            return _ready(snapshot.servers.get(host))
        case HostMemory(host, free_bytes):
            server = snapshot.servers.get(host)
            if server is None or not server.is_up or server.memory_free_bytes is None:
                return None
            return server.memory_free_bytes >= free_bytes
        case DefinitionFileIs() | LibvirtDefines() | NotDefined() | Autostarts() | NameFree():
            return vmedit_holds(condition, snapshot)
        case _:
            return san_holds(condition, snapshot)


def questions(condition: Condition) -> tuple[HostSays, ...]:
    """Return what has to be asked of hosts to judge ``condition``."""
    match condition:
        case HostSays():
            return (condition,)
        case AllOf(parts) | AnyOf(parts):
            return tuple(q for part in parts for q in questions(part))
        case _:
            return ()


def _all(answers: Iterable[bool | None]) -> bool | None:
    known = list(answers)
    return False if False in known else None if None in known else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    known = list(answers)
    return True if True in known else None if None in known else False


def _vm_is(snapshot: Snapshot, uuid: str, state: VmState, host: str | None) -> bool | None:
    vm = snapshot.vms.get(uuid)
    if vm is None:
        # A transient VM is gone from every list once it is off; an unasked host may still run it.
        everywhere = bool(snapshot.hosts) and all(server.is_up for server in snapshot.hosts)
        return state is VmState.OFF if everywhere else None
    if vm.state is VmState.UNKNOWN:
        return None
    if vm.state is not state or len(vm.running_on) > 1:
        return False
    return host is None or vm.host == host


def _run(snapshot: Snapshot, uuid: str, host: str, judge: Callable[[int], bool]) -> bool | None:
    vm = snapshot.vms.get(uuid)
    if vm is None or vm.state is VmState.UNKNOWN:
        return None
    if vm.state is not VmState.RUNNING or vm.host != host or len(vm.running_on) > 1:
        return False
    return None if vm.domain_id is None else judge(vm.domain_id)


def _protected(snapshot: Snapshot, uuid: str, resource: str) -> bool | None:
    vm = snapshot.vms.get(uuid)
    if vm is None:
        return None
    return resource == (vm.protection.resource if vm.protection else "")


def _configured(
    snapshot: Snapshot, condition: VmTargetRole | VmPinned | VmMayMigrate
) -> bool | None:
    """What Pacemaker's configuration says of a VM; unknown unless Pacemaker answers now."""
    vm: Vm | None = snapshot.vms.get(condition.uuid)
    if vm is None or not pacemaker_answers(snapshot):
        return None
    if vm.protection is None:
        return False
    match condition:
        case VmTargetRole(_, role):
            return vm.protection.target_role == role
        case VmPinned(_, host):
            return vm.protection.pinned_to == host
        case VmMayMigrate(_, allowed):
            return vm.protection.allow_migrate is allowed


def _resource_role(snapshot: Snapshot, resource: str, role: str, node: str | None) -> bool | None:
    if not pacemaker_answers(snapshot):
        return None
    return any(
        r.role == role and (node is None or r.nodes == (node,))
        for r in snapshot.pacemaker.resources
        if r.id == resource
    )


def _ready(server: Server | None) -> bool | None:
    if server is None or server.state in (HostState.UNREACHABLE, HostState.CONNECTING):
        return None
    return server.state in (HostState.UP, HostState.DEGRADED)
