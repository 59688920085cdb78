"""Merges what all hosts and Pacemaker say of each VM; not being able to ask is never *off*."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.pacemaker import Resource
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.domain.vm import Protection, Vm
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView, protections
from xenadmin_gui.monitoring.contact import Contact, HostContact
from xenadmin_gui.monitoring.inventory import Inventory, Known, best_xml, defined_xml
from xenadmin_gui.monitoring.nextstart import at_next_start
from xenadmin_gui.monitoring.parse.domain_xml import DomainXml
from xenadmin_gui.monitoring.placement import Placement, Sighting, place

_ACTIVITIES = {
    "Starting": "starting",
    "Stopping": "stopping",
    "Migrating": "migrating",
}
_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every VM is judged against.

    Attributes:
        silence: Why a host does not tell what runs on it; those that do are not in it.
        never: Hosts among them that never told anything.
    """

    view: PacemakerView
    resources: Mapping[str, Resource]
    silence: Mapping[str, str]
    never: frozenset[str]


def assemble_vms(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    view: PacemakerView,
    previous: Mapping[str, Vm],
    now: float,
    inventory: Inventory,
    remembered: Mapping[str, Vm],
    recall: Callable[[str], DomainXml | None],
) -> dict[str, Vm]:
    """Return every VM by UUID, ordered by name.

    Args:
        remembered: As an earlier run of the program left them.
        recall: Gives the definition that an earlier run saw last, if it saw one.
    """
    hosts = [server.name for server in config.servers if Role.HOST in server.roles]
    inventory.take({host: contacts[host].report for host in hosts})
    sightings = _sightings(hosts, contacts)
    protected = {inventory.uuid_of(p.config, p.resource): p for p in protections(view, now)}
    silence = {host: why for host in hosts if (why := _silence(contacts[host], host, view))}
    scene = _Scene(
        view=view,
        resources={r.id: r for r in reversed(view.pacemaker.resources)},
        silence=silence,
        never=frozenset(host for host in silence if contacts[host].report is None),
    )
    untold = _untold(remembered, hosts, contacts)
    built: list[Vm] = []
    for uuid in dict.fromkeys((*inventory.known, *sightings, *protected, *untold)):
        known = inventory.known.get(uuid, _NOTHING)
        seen, protection = sightings.get(uuid, []), protected.get(uuid)
        before = previous.get(uuid)
        if known is _NOTHING and not seen and protection is None:
            before = before or untold[uuid]
            built.append(_recalled(_vm(uuid, known, seen, None, scene, before), recall(uuid)))
            continue
        if not seen and protection is None and not _is_left(known, silence):
            continue
        built.append(_vm(uuid, known, seen, protection, scene, before))
    built.sort(key=lambda vm: (vm.name, vm.uuid))
    return {vm.uuid: vm for vm in built}


def _sightings(hosts: list[str], contacts: Mapping[str, HostContact]) -> dict[str, list[Sighting]]:
    found: dict[str, list[Sighting]] = {}
    for host in hosts:
        report = contacts[host].fresh
        if report is None:
            continue
        for running in report.running or ():
            found.setdefault(running.uuid, []).append(Sighting(host, running, report.at))
    return found


def _untold(
    remembered: Mapping[str, Vm], hosts: list[str], contacts: Mapping[str, HostContact]
) -> dict[str, Vm]:
    """VMs of which only a host could tell that has been silent since the program began."""
    silent = {h for h in hosts if contacts[h].contact is Contact.SILENT}
    mute = {host for host in silent if contacts[host].report is None}
    return {
        uuid: vm for uuid, vm in remembered.items() if vm.host in mute or (mute and vm.host is None)
    }


def _is_left(known: Known, silence: Mapping[str, str]) -> bool:
    """A transient domain is gone when its host tells of it no more."""
    if known.definitions:
        return True
    return any(host in silence for host, _ in known.records)


def _silence(contact: HostContact, host: str, view: PacemakerView) -> str:
    """Say why ``host`` does not tell what runs on it; empty when it does or is surely off."""
    if contact.contact is Contact.CONNECTING:
        return f"{host} has not answered yet."
    if contact.contact is Contact.SILENT:
        return "" if view.is_gone(host) else f"{host} cannot be asked."
    report = contact.report
    if report is not None and report.running is not None:
        return ""
    why = "" if report is None else report.missing_reason("xl list", "virsh domstats", "libvirt")
    return f"{host} answers, but not what runs on it ({why or 'nothing was said'})."


def _vm(
    uuid: str,
    known: Known,
    sightings: list[Sighting],
    protection: Protection | None,
    scene: _Scene,
    previous: Vm | None,
) -> Vm:
    resource = scene.resources.get(protection.resource) if protection is not None else None
    if sightings:
        placement = place(sightings, None if previous is None else previous.host)
    else:
        placement = _absent(known, protection is not None, resource, scene, previous)
    running = None if placement.sighting is None else placement.sighting.running
    xml = best_xml(known, placement.host)
    words = defined_xml(known) or xml
    activity = placement.activity
    if not activity and resource is not None and resource.pending:
        activity = _ACTIVITIES.get(resource.pending, "")
    vcpus = None if running is None else running.vcpus
    memory = None if running is None else running.memory_bytes
    return Vm(
        uuid=uuid,
        name=xml.name if xml is not None else _name(uuid, known, placement, protection, previous),
        state=placement.state,
        host=placement.host,
        kind=VmKind.UNKNOWN if xml is None else xml.kind,
        domain_id=None if running is None else running.domain_id,
        vcpus=vcpus if xml is None else xml.vcpus,
        memory_bytes=memory if xml is None else xml.memory_bytes,
        cpu_seconds=None if running is None else running.seconds,
        cpu_percent=None if running is None else running.cpu_percent,
        protection=protection,
        autostart=next((r.autostart for _, r in known.records if r.is_persistent), None),
        autostart_on=tuple(h for h, r in known.records if r.is_persistent and r.autostart),
        title="" if words is None else words.title,
        description="" if words is None else words.description,
        tags=() if words is None else words.tags,
        disks=() if xml is None else xml.disks,
        nics=() if xml is None else xml.nics,
        graphics=() if xml is None else xml.graphics,
        definitions=known.definitions,
        running_on=placement.running_on,
        at_next_start=at_next_start(xml, words) if running is not None else (),
        activity=activity,
        reason=placement.reason,
    )


def _recalled(vm: Vm, xml: DomainXml | None) -> Vm:
    """A VM of which nobody tells now has what it had: its disks are not free for that."""
    if xml is None:
        return vm
    return replace(
        vm,
        kind=xml.kind,
        vcpus=xml.vcpus,
        memory_bytes=xml.memory_bytes,
        title=xml.title,
        description=xml.description,
        tags=xml.tags,
        disks=xml.disks,
        nics=xml.nics,
        graphics=xml.graphics,
    )


def _absent(
    known: Known,
    is_protected: bool,
    resource: Resource | None,
    scene: _Scene,
    previous: Vm | None,
) -> Placement:
    """Judge a VM that nobody shows: off only when every host that could run it has answered."""
    silence = scene.silence
    if not silence:
        return Placement(VmState.OFF)
    last = previous.host if previous is not None and previous.state is not VmState.OFF else None
    if last is not None and last in silence:
        return Placement(VmState.UNKNOWN, last, reason=silence[last])
    for host in scene.view.servers(resource.nodes) if resource is not None else ():
        if host in silence:
            said = f"{silence[host]} Pacemaker says that it runs there."
            return Placement(VmState.UNKNOWN, host, reason=said)
    defined_on = known.defined_on
    could = {host for host in silence if host in defined_on}
    if is_protected:
        could.update(silence)
    elif not known.definitions or any(d.origin == "file" for d in known.definitions):
        could.update(scene.never)
    could.update(host for host, _ in known.records if host in silence)
    if not could:
        return Placement(VmState.OFF)
    whys = " ".join(why for host, why in silence.items() if host in could)
    return Placement(VmState.UNKNOWN, None, reason=f"It may run there: {whys}")


def _name(
    uuid: str,
    known: Known,
    placement: Placement,
    protection: Protection | None,
    previous: Vm | None,
) -> str:
    """Name a VM whose definition nobody shows."""
    if placement.sighting is not None:
        return placement.sighting.running.name
    if known.records:
        return known.records[0][1].name
    if previous is not None:
        return previous.name
    return protection.resource if protection is not None else uuid
