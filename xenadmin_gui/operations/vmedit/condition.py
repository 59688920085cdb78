"""What must be true of a VM's definitions before and after a change."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.operations.asked import DEFINED, DELETED, FILES, why_untold
from xenadmin_gui.operations.vmedit.definition import Definition


@dataclass(frozen=True, slots=True)
class DefinitionFileIs:
    """The definition file of the VM on ``host`` has this SHA-256."""

    uuid: str
    host: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LibvirtDefines:
    """The libvirt of ``host`` defines the VM with these settings (``settings_hash``).

    libvirt writes a definition in its own way, so texts cannot be compared.
    """

    uuid: str
    host: str
    settings: str


@dataclass(frozen=True, slots=True)
class NotDefined:
    """The VM has no definition of ``origin`` (``libvirt``, ``file``, ``deleted``) on ``host``."""

    uuid: str
    host: str
    origin: str


@dataclass(frozen=True, slots=True)
class Autostarts:
    """The libvirt of ``host`` starts the VM with the host (or not)."""

    uuid: str
    host: str
    on: bool


@dataclass(frozen=True, slots=True)
class NameFree:
    """No other VM is called ``name``; unknown while a host cannot be asked.

    Attributes:
        macs: No other VM has one of these either; lower case.
        is_new: There is no VM with that UUID yet.
    """

    uuid: str
    name: str
    macs: tuple[str, ...] = ()
    is_new: bool = False


VmEditCondition: TypeAlias = DefinitionFileIs | LibvirtDefines | NotDefined | Autostarts | NameFree


def vmedit_holds(condition: VmEditCondition, snapshot: Snapshot) -> bool | None:
    """Say whether ``condition`` holds in ``snapshot``; None when the host cannot be asked."""
    if isinstance(condition, NameFree):
        every_host = all(server.is_up for server in snapshot.hosts)
        return False if _in_the_way(condition, snapshot) else True if every_host else None
    server = snapshot.servers.get(condition.host)
    vm = snapshot.vms.get(condition.uuid)
    if server is None or not server.is_up:
        return None
    if isinstance(condition, NotDefined):
        if vm is not None and copies(vm.definitions, condition.host, condition.origin):
            return False
        return None if _untold(condition, snapshot) else True
    if vm is None:
        return None
    match condition:
        case DefinitionFileIs(_, host, sha256):
            return any(c.sha256 == sha256 for c in copies(vm.definitions, host, "file"))
        case Autostarts(_, host, on):
            return (host in vm.autostart_on) is on
        case LibvirtDefines(_, host, settings):
            texts = [c.xml for c in copies(vm.definitions, host, "libvirt") if c.xml]
            return any(settings_hash(text) == settings for text in texts)


def vmedit_why_not(condition: VmEditCondition, snapshot: Snapshot) -> str:
    """Say why it does not hold, one sentence."""
    vm = snapshot.vms.get(condition.uuid)
    name = condition.uuid if vm is None else vm.name
    if isinstance(condition, NameFree):
        said = f"It is not known that no other VM is called {condition.name}."
        return _in_the_way(condition, snapshot) or said
    server = snapshot.servers.get(condition.host)
    if server is None or not server.is_up:
        return f"{condition.host}, which has a definition of {name}, cannot be asked."
    if isinstance(condition, NotDefined):
        if vm is None or not copies(vm.definitions, condition.host, condition.origin):
            return _untold(condition, snapshot)
        return f"{condition.host} still has the definition of {name}."
    return f"The definition of {name} on {condition.host} is another one."


def _untold(condition: NotDefined, snapshot: Snapshot) -> str:
    """Why its definitions of that origin may not all be known; empty when they are."""
    tools = {"file": FILES, "libvirt": DEFINED, "deleted": DELETED}
    return why_untold(snapshot, condition.host, tools[condition.origin])


def _in_the_way(condition: NameFree, snapshot: Snapshot) -> str:
    """Say which VM has what should be free; empty when none is known to."""
    for vm in snapshot.vms.values():
        if vm.uuid == condition.uuid:
            if condition.is_new:
                return f"There is a VM with the UUID {vm.uuid} already: {vm.name}."
        elif condition.name in (vm.name, vm.uuid):
            return f"There is a VM called {condition.name} already."
        elif found := [nic.mac for nic in vm.nics if nic.mac.lower() in condition.macs]:
            return f"{vm.name} has the MAC {found[0]} already."
    return ""


def copies(definitions: tuple[Copy, ...], host: str, origin: str) -> tuple[Copy, ...]:
    """Return the copies of one origin (``file`` or ``libvirt``) on a host."""
    return tuple(c for c in definitions if c.host == host and c.origin == origin)


@lru_cache(maxsize=4096)
def settings_hash(text: str) -> str:
    """Return a hash of what this program changes in a definition; of a broken one: empty."""
    try:
        return hashlib.sha256(repr(Definition(text).settings()).encode()).hexdigest()
    except PreconditionError:
        return ""


def text_hash(text: str) -> str:
    """Return what ``sha256sum`` says of a file with this text."""
    return hashlib.sha256(text.encode()).hexdigest()
