"""Why a VM's life cannot take a turn as matters stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.pacemakersteps import STOPPED, cluster_members
from xenadmin_gui.operations.vmedit.definition import Definition

LOOK_AGAIN = "Look at the list of VMs again."


def no_vm(uuid: str) -> Problem:
    """There is none with that UUID."""
    return Problem(f"There is no VM {uuid}.", LOOK_AGAIN, Key(Kind.VM, uuid), "no-such-vm", "uuid")


def not_off(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    """The VM must be off, and stay so."""
    if vm.state is not VmState.OFF:
        sentence = f"{vm.name} is {vm.state}. {vm.reason}".strip()
        return (Problem(sentence, "Shut it down first.", vm.key, "not-off"),)
    if vm.protection is not None and vm.protection.target_role != STOPPED:
        sentence = f"{vm.name} is off, but Pacemaker is told to have it started."
        step = "Shut it down first: then Pacemaker keeps it off."
        return (Problem(sentence, step, vm.key, "not-off"),)
    return ()


def unsteady(vm: Vm) -> tuple[Problem, ...]:
    """It neither simply runs nor is simply off."""
    if len(vm.running_on) > 1 or vm.state not in (VmState.RUNNING, VmState.OFF) or vm.activity:
        sentence = f"{vm.name} is {vm.activity or vm.state}. {vm.reason}".strip()
        return (Problem(sentence, "Have it run, or shut it down.", vm.key, "bad-state"),)
    return ()


def is_kept(vm: Vm) -> tuple[Problem, ...]:
    """It is protected against deletion."""
    if not any(copy.xml and kept_by(copy.xml) for copy in vm.definitions):
        return ()
    sentence = f"{vm.name} is protected against deletion."
    return (Problem(sentence, "Switch its delete protection off first.", vm.key, "kept"),)


@lru_cache(maxsize=4096)
def kept_by(text: str) -> bool:
    """Whether a definition says that its VM must not be deleted; a broken one does not."""
    try:
        return Definition(text).is_kept
    except PreconditionError:
        return False


def tied_down(vm: Vm) -> tuple[Problem, ...]:
    """A move or a ban that was not cleared names its resource."""
    protection = vm.protection
    if protection is None or (protection.pinned_to is None and not protection.banned_from):
        return ()
    sentence = f"A move of {vm.name} was not cleared in Pacemaker."
    step = f"Clear it with crm_resource --resource {protection.resource} --clear."
    return (Problem(sentence, step, vm.key, "pinned"),)


def unreadable(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    """Every host that has a definition must answer, and each definition must have been read."""
    found: list[Problem] = []
    if not vm.definitions:
        sentence = f"No host has a definition of {vm.name}."
        found.append(Problem(sentence, "Define it first.", vm.key, "not-defined"))
    silent = _silent(snapshot, vm.defined_on)
    for host in silent:
        sentence = f"{host} has a definition of {vm.name} and cannot be asked."
        found.append(Problem(sentence, f"Bring {host} back first.", vm.key, "host"))
    if any(not copy.xml and copy.host not in silent for copy in vm.definitions):
        sentence = f"A definition of {vm.name} was not read yet."
        found.append(Problem(sentence, "Wait a moment.", vm.key, "not-read"))
    return tuple(found)


def silent_hosts(snapshot: Snapshot, vm: Vm, what: str) -> tuple[Problem, ...]:
    """Every host must answer: one that does not may know what is looked for.

    Args:
        what: What it could know, as the end of a sentence.
    """
    names = ", ".join(_silent(snapshot, (host.name for host in snapshot.hosts)))
    if not names:
        return ()
    sentence = f"{names} cannot be asked {what}."
    return (Problem(sentence, f"Bring {names} back first.", vm.key, "host"),)


def no_member(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    """Pacemaker must be there to be told."""
    if cluster_members(snapshot):
        return ()
    sentence = f"No server answers on which Pacemaker could be told about {vm.name}."
    step = "Look at the servers' state in Pacemaker."
    return (Problem(sentence, step, vm.key, "no-pacemaker"),)


def _silent(snapshot: Snapshot, hosts: Iterable[str]) -> tuple[str, ...]:
    def answers(host: str) -> bool:
        server = snapshot.servers.get(host)
        return server is not None and server.is_up

    return tuple(host for host in hosts if not answers(host))
