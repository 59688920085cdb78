"""Merges what all hosts and Pacemaker say of each VM; not being able to ask is never *off*."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.pacemaker import Resource
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.domain.vm import Definition, Protection, Vm
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView, protections
from xenadmin_gui.monitoring.contact import Contact, HostContact
from xenadmin_gui.monitoring.parse.domain_xml import DomainXml, parse_domain
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.placement import Placement, Sighting, place
from xenadmin_gui.monitoring.report import HostReport
from xenadmin_gui.transport.protocols import DomainRecord

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ACTIVITIES = {
    "Starting": "starting",
    "Stopping": "stopping",
    "Migrating": "migrating",
    "Promoting": "promoting",
    "Demoting": "demoting",
}


@dataclass(slots=True)
class _Facts:
    """Everything said about one UUID."""

    uuid: str
    sightings: list[Sighting] = field(default_factory=list)
    records: list[tuple[str, DomainRecord]] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    protection: Protection | None = None

    @property
    def defined_on(self) -> frozenset[str]:
        return frozenset(definition.host for definition in self.definitions)


def assemble_vms(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    view: PacemakerView,
    previous: Mapping[str, Vm],
    now: float,
) -> dict[str, Vm]:
    """Return every VM by UUID, ordered by name."""
    hosts = [server.name for server in config.servers if Role.HOST in server.roles]
    facts: dict[str, _Facts] = {}
    paths: dict[str, str] = {}
    for host in hosts:
        _collect(contacts[host], host, facts, paths)
    for protection in protections(view, now):
        uuid = _uuid_of(protection, paths)
        facts.setdefault(uuid, _Facts(uuid)).protection = protection
    resources = {r.id: r for r in reversed(view.pacemaker.resources)}
    silence = {host: why for host in hosts if (why := _silence(contacts[host], host, view))}
    never = frozenset(h for h in silence if contacts[h].report is None)
    built = [
        _vm(one, view, resources, silence, never, previous.get(one.uuid)) for one in facts.values()
    ]
    built.sort(key=lambda vm: (vm.name, vm.uuid))
    return {vm.uuid: vm for vm in built}


def _collect(
    contact: HostContact, host: str, facts: dict[str, _Facts], paths: dict[str, str]
) -> None:
    """Add one host's word; definitions count even when the answer is old."""
    report = contact.report
    if report is None:
        return
    shown = None if report.running is None else {one.uuid for one in report.running}
    for record in report.libvirt or ():
        if not record.is_persistent and shown is not None and record.uuid not in shown:
            continue
        one = facts.setdefault(record.uuid, _Facts(record.uuid))
        one.records.append((host, record))
        if record.is_persistent:
            digest = _sha256(record.xml)
            one.definitions.append(Definition(host, "libvirt", digest, record.xml))
    for file in report.files or ():
        if (uuid := _uuid_of_file(file.path, file.xml)) is not None:
            paths[file.path] = uuid
            one = facts.setdefault(uuid, _Facts(uuid))
            one.definitions.append(Definition(host, "file", file.sha256, file.xml))
    if contact.fresh is not None:
        for running in report.running or ():
            one = facts.setdefault(running.uuid, _Facts(running.uuid))
            one.sightings.append(Sighting(host, running, report.at))


def _silence(contact: HostContact, host: str, view: PacemakerView) -> str:
    """Say why ``host`` does not tell what runs on it; empty when it does or is surely off."""
    if contact.contact is Contact.CONNECTING:
        return f"{host} has not answered yet."
    if contact.contact is Contact.SILENT:
        return "" if view.is_gone(host) else f"{host} cannot be asked."
    if contact.report is None or contact.report.running is None:
        return _unreadable(host, contact.report)
    return ""


def _unreadable(host: str, report: HostReport | None) -> str:
    why = "" if report is None else report.missing_reason("xl list", "virsh domstats", "libvirt")
    return f"{host} answers, but not what runs on it ({why or 'nothing was said'})."


def _vm(
    facts: _Facts,
    view: PacemakerView,
    resources: Mapping[str, Resource],
    silence: Mapping[str, str],
    never: frozenset[str],
    previous: Vm | None,
) -> Vm:
    protection = facts.protection
    resource = resources.get(protection.resource) if protection is not None else None
    placement = _place(facts, view, resource, silence, never, previous)
    sighting = placement.sighting
    running = None if sighting is None else sighting.running
    xml = _best_xml(facts, placement.host)
    activity = placement.activity
    if not activity and resource is not None:
        activity = _ACTIVITIES.get(resource.pending, "")
    autostart = next((r.autostart for _, r in facts.records if r.is_persistent), None)
    name = _name(facts, xml, previous)
    return Vm(
        uuid=facts.uuid,
        name=running.name if running is not None and xml is None else name,
        state=placement.state,
        host=placement.host,
        kind=VmKind.UNKNOWN if xml is None else xml.kind,
        domain_id=None if running is None else running.domain_id,
        vcpus=xml.vcpus if xml is not None else (running.vcpus if running else None),
        memory_bytes=(
            xml.memory_bytes if xml is not None else (running.memory_bytes if running else None)
        ),
        cpu_seconds=None if running is None else running.seconds,
        cpu_percent=None if running is None else running.cpu_percent,
        protection=protection,
        autostart=autostart,
        title="" if xml is None else xml.title,
        description="" if xml is None else xml.description,
        disks=() if xml is None else xml.disks,
        nics=() if xml is None else xml.nics,
        definitions=tuple(facts.definitions),
        running_on=placement.running_on,
        activity=activity,
        reason=placement.reason,
    )


def _place(
    facts: _Facts,
    view: PacemakerView,
    resource: Resource | None,
    silence: Mapping[str, str],
    never: frozenset[str],
    previous: Vm | None,
) -> Placement:
    if facts.sightings:
        return place(facts.sightings, None if previous is None else previous.host)
    if not silence:
        return Placement(VmState.OFF)
    last = previous.host if previous is not None and previous.state is not VmState.OFF else None
    if last is not None and last in silence:
        return Placement(VmState.UNKNOWN, last, reason=silence[last])
    for host in view.servers(resource.nodes) if resource is not None else ():
        if host in silence:
            said = f"{silence[host]} Pacemaker says that it runs there."
            return Placement(VmState.UNKNOWN, host, reason=said)
    could = {host for host in silence if host in facts.defined_on}
    if facts.protection is not None:
        could.update(silence)
    elif not facts.definitions or any(d.origin == "file" for d in facts.definitions):
        could.update(never)
    if not could:
        return Placement(VmState.OFF)
    whys = " ".join(why for host, why in silence.items() if host in could)
    return Placement(VmState.UNKNOWN, None, reason=f"It may run there: {whys}")


def _name(facts: _Facts, xml: DomainXml | None, previous: Vm | None) -> str:
    if xml is not None:
        return xml.name
    if previous is not None:
        return previous.name
    if facts.records:
        return facts.records[0][1].name
    return facts.protection.resource if facts.protection is not None else facts.uuid


def _best_xml(facts: _Facts, host: str | None) -> DomainXml | None:
    """The running host's word first, then files, then any definition."""
    texts = [record.xml for where, record in facts.records if where == host]
    texts += [d.xml for d in facts.definitions if d.origin == "file"]
    texts += [record.xml for _, record in facts.records]
    for text in texts:
        xml = _parsed(text)
        if xml is not None:
            return xml
    return None


def _uuid_of(protection: Protection, paths: Mapping[str, str]) -> str:
    """The file knows best, then its name; a resource that nobody can resolve stands for itself."""
    if protection.config in paths:
        return paths[protection.config]
    found = _UUID.search(protection.config)
    return found[0] if found is not None else protection.resource


def _uuid_of_file(path: str, text: str) -> str | None:
    xml = _parsed(text)
    if xml is not None:
        return xml.uuid
    found = _UUID.search(path)
    return None if found is None else found[0]


@lru_cache(maxsize=16384)
def _parsed(text: str) -> DomainXml | None:
    if not text:
        return None
    try:
        return parse_domain(text)
    except ParseError:
        return None


@lru_cache(maxsize=16384)
def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
