"""What keeps new VMs from being made, all of it at once."""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import VmIs
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.imagined import with_definition, with_volume
from xenadmin_gui.operations.pacemakersteps import cluster_members
from xenadmin_gui.operations.san.commands import EXTENT
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.values import wrong_tags
from xenadmin_gui.operations.vminstall.apart import apart_problems
from xenadmin_gui.operations.vminstall.bridgechecks import (
    bridge_problems,
    is_bridge_name,
    vlan_problems,
)
from xenadmin_gui.operations.vminstall.copysteps import Content
from xenadmin_gui.operations.vminstall.making import needed_memory, proposed_host, volume_drafts
from xenadmin_gui.operations.vminstall.newdefinition import addresses_of, taken_macs
from xenadmin_gui.operations.vminstall.newvm import NewVm
from xenadmin_gui.operations.vmlife.names import wrong_name

MIB = 1024**2
FIRST_BOOT_BYTES = 32 * 1024
MOST_DISKS = 8
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MAC = re.compile(r"[0-9a-f]{2}(:[0-9a-f]{2}){5}")
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOSTNAME = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_USER = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_ZONE = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}")
_PACKAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_:-]*")
#: It goes into JSON as it is.
_HASH = re.compile(r"\$[0-9a-z]+\$[^:\s\"\\]+|[!*]")
_HYPERVISOR = {VmKind.KVM: "kvm", VmKind.PV: "xen", VmKind.PVH: "xen", VmKind.HVM: "xen"}


def cluster_problems(snapshot: Snapshot, *, protect: bool) -> Iterator[Problem]:
    """What the cluster lacks for any new VM."""
    if not snapshot.hosts:
        yield Problem("There is no host to run a VM on.", "Add one.", code="no-host")
    for host in snapshot.hosts:
        if not host.is_up:
            sentence = (
                f"{host.name} does not answer: whether names, UUIDs and MACs are free "
                "cannot be known, and the VM could not be defined there."
            )
            step = f"Bring {host.name} back, or take it out of the cluster file."
            yield Problem(sentence, step, host.key, "host", "host")
    if protect and not cluster_members(snapshot):
        sentence = "No member of the Pacemaker cluster answers that could protect a VM."
        yield Problem(
            sentence, "Bring one back, or do not protect it.", None, "no-member", "protect"
        )


def vm_problems(
    snapshot: Snapshot, vms: tuple[NewVm, ...], content: Content | None
) -> Iterator[Problem]:
    """What is wrong with each of the VMs, and between them.

    Args:
        content: None: it is not known what they are made of; that is told elsewhere.
    """
    if not vms:
        yield Problem("No VM is to be made.", "Give one a name.", code="no-vm", field="name")
    yield from _twice(vms)
    for new in vms:
        yield from _names(snapshot, new)
        yield from wrong_tags(new.key, new.tags)
        yield from _numbers(snapshot, new, content)
        yield from _cards(snapshot, new)
        yield from vlan_problems(snapshot, new)
        yield from bridge_problems(snapshot, new, proposed_host(snapshot, new))
        yield from _guest(new, content)
        yield from _volumes(snapshot, new, content)
        yield from _host(snapshot, new, content)
        yield from apart_problems(snapshot, new)
        snapshot = _after(snapshot, new, content)


def _twice(vms: tuple[NewVm, ...]) -> Iterator[Problem]:
    values = {
        "name": [new.name for new in vms],
        "uuid": [new.uuid for new in vms],
        "mac": [nic.mac.lower() for new in vms for nic in new.nics if nic.mac],
        "address": [nic.address.partition("/")[0] for new in vms for nic in new.nics],
    }
    for field, found in values.items():
        for value, count in Counter(found).items():
            if value and count > 1:
                sentence = f"{value} is given {count} times."
                yield Problem(sentence, "Give each VM its own.", None, f"{field}-twice", field)


def _names(snapshot: Snapshot, new: NewVm) -> Iterator[Problem]:
    sentence = wrong_name(new.name)
    if sentence:
        step = "Use letters, digits and - . _ +, a letter or a digit first."
        yield Problem(sentence, step, new.key, "bad-name", "name")
    elif snapshot.vms_named(new.name):
        sentence = f"There is a VM called {new.name} already."
        yield Problem(sentence, "Take another name.", new.key, "name-taken", "name")
    if _UUID.fullmatch(new.uuid) is None:
        sentence = f"{new.uuid!r} is no UUID."
        yield Problem(sentence, "Leave it to the program.", new.key, "bad-uuid", "uuid")
    elif new.uuid in snapshot.vms:
        sentence = f"{snapshot.vms[new.uuid].name} has the UUID {new.uuid} already."
        yield Problem(sentence, "Take another one.", new.key, "uuid-taken", "uuid")


def _numbers(snapshot: Snapshot, new: NewVm, content: Content | None) -> Iterator[Problem]:
    template = None if content is None else content.template
    most = max((s.cpus or 0 for s in snapshot.hosts), default=0)
    least_cpus = 1 if template is None else template.min_vcpus
    if new.vcpus < least_cpus:
        sentence = f"{new.name} needs {least_cpus} processors at least."
        yield Problem(sentence, "Give it more.", new.key, "bad-vcpus", "vcpus")
    elif most and new.vcpus > most:
        sentence = f"No host has {new.vcpus} processors; the largest has {most}."
        yield Problem(sentence, f"Give it {most} at most.", new.key, "bad-vcpus", "vcpus")
    least = 32 * MIB if template is None else template.min_memory_bytes
    if new.memory_bytes < least:
        sentence = f"{new.name} needs {size_text(least)} of memory at least."
        yield Problem(sentence, "Give it more.", new.key, "bad-memory", "memory")
    elif new.memory_bytes % MIB:
        yield Problem("Memory is given in whole MiB.", "Round it.", new.key, "bad-memory", "memory")
    smallest = 0 if content is None else content.size_bytes
    smallest = smallest if template is None else template.needed_disk_bytes
    if new.disk_bytes < smallest:
        sentence = f"The disk of {new.name} has to have {size_text(smallest)} at least."
        yield Problem(sentence, "Make it larger.", new.key, "bad-disk", "disk")
    if any(len(text) > 200 or not text.isprintable() for text in (new.title,)):
        yield Problem("A title is one short line.", "Shorten it.", new.key, "bad-title", "title")
    if any(not (char.isprintable() or char in "\n\t") for char in new.description):
        sentence = "The description holds characters that cannot be printed."
        yield Problem(sentence, "Take them out.", new.key, "bad-description", "description")


def _cards(snapshot: Snapshot, new: NewVm) -> Iterator[Problem]:
    macs = taken_macs(snapshot)
    given = {
        address.partition("/")[0]: vm.name
        for vm in snapshot.vms.values()
        for copy in vm.definitions
        for address in addresses_of(copy.xml)
    }
    for nic in new.nics:
        if not is_bridge_name(nic.bridge):
            sentence = f"{nic.bridge!r} is no name of a bridge."
            yield Problem(
                sentence, "Choose a bridge of the hosts.", new.key, "bad-bridge", "bridge"
            )
        mac = nic.mac.lower()
        if mac and (_MAC.fullmatch(mac) is None or int(mac[:2], 16) & 1):
            sentence = f"{nic.mac!r} is no MAC that a card can have."
            yield Problem(sentence, "Write one like 00:16:3e:12:34:56.", new.key, "bad-mac", "mac")
        elif mac in macs:
            sentence = f"The MAC {mac} belongs to another VM already."
            yield Problem(sentence, "Leave it to the program.", new.key, "mac-taken", "mac")
        yield from _addresses(new, nic)
        owner = given.get(nic.address.partition("/")[0])
        if nic.address and owner:
            sentence = f"{owner} was given the address {nic.address.partition('/')[0]} already."
            yield Problem(sentence, "Take another one.", new.key, "address-taken", "address")


def _addresses(new: NewVm, nic: GuestNic) -> Iterator[Problem]:
    try:
        interface = ipaddress.ip_interface(nic.address) if nic.address else None
    except ValueError:
        interface = None
        sentence = f"{nic.address!r} is no address."
        yield Problem(sentence, "Write one like 10.0.0.5/24.", new.key, "bad-address", "address")
    if interface is not None and "/" not in nic.address:
        sentence = f"{nic.address} has no prefix."
        yield Problem(sentence, "Write it like 10.0.0.5/24.", new.key, "bad-address", "address")
    for field, texts in (("gateway", (nic.gateway,)), ("dns", nic.dns)):
        for text in filter(None, texts):
            try:
                found = ipaddress.ip_address(text)
            except ValueError:
                sentence = f"{text!r} is no address."
                yield Problem(sentence, "Write one like 10.0.0.1.", new.key, f"bad-{field}", field)
                continue
            if field == "gateway" and interface is not None and found not in interface.network:
                sentence = f"The gateway {text} is not in the network of {nic.address}."
                yield Problem(sentence, "Look at both again.", new.key, "bad-gateway", "gateway")


def _guest(new: NewVm, content: Content | None) -> Iterator[Problem]:
    guest = new.guest
    disk = None if content is None else content.source.disk
    if len(guest.hostname) > 253 or _HOSTNAME.fullmatch(guest.hostname) is None:
        sentence = f"{guest.hostname!r} is no host name."
        yield Problem(sentence, "Use letters, digits and -.", new.key, "bad-hostname", "hostname")
    for field, pattern, values in (
        ("user", _USER, (guest.user,)),
        ("timezone", _ZONE, (guest.timezone,)),
        ("package", _PACKAGE, guest.packages),
        ("password", _HASH, (guest.password_hash,)),
    ):
        for value in filter(None, values):
            if pattern.fullmatch(value) is None:
                shown = "What was given" if field == "password" else repr(value)
                sentence = f"{shown} cannot be a {field}."
                yield Problem(sentence, "Look at it again.", new.key, f"bad-{field}", field)
    for key in guest.ssh_keys:
        if len(key.split()) < 2 or not key.isprintable():
            sentence = "An SSH key is one line as in a file that ends in .pub."
            yield Problem(sentence, "Give the public key.", new.key, "bad-ssh-key", "ssh_keys")
    if guest.first_boot and not guest.first_boot.startswith("#!"):
        sentence = "What runs at the first start has to begin with #!, as any script."
        yield Problem(sentence, "Begin it with #!/bin/sh.", new.key, "bad-first-boot", "first_boot")
    elif len(guest.first_boot.encode()) > FIRST_BOOT_BYTES or "\0" in guest.first_boot:
        sentence = f"The script of the first start has more than {size_text(FIRST_BOOT_BYTES)}."
        yield Problem(sentence, "Have it fetch the rest.", new.key, "bad-first-boot", "first_boot")
    if guest.packages and disk is not None and disk.customise != "cloud-init":
        sentence = "Packages can only be installed where the template has cloud-init."
        yield Problem(sentence, "Install them by a script.", new.key, "no-cloud-init", "package")


def _volumes(snapshot: Snapshot, new: NewVm, content: Content | None) -> Iterator[Problem]:
    """Each volume in the cluster that those before it leave."""
    if wrong_name(new.name):
        return
    if len(new.more_disks) >= MOST_DISKS:
        sentence = f"{new.name} gets {len(new.more_disks) + 1} disks; {MOST_DISKS} is the most."
        yield Problem(sentence, "Attach the others later.", new.key, "many-disks", "disk")
        return
    more = () if content is None else content.more
    if content is not None and content.xml and len(more) != len(new.more_disks):
        sentence = f"A clone has as many disks as the other VM: {len(more) + 1}."
        yield Problem(sentence, "Attach or detach disks later.", new.key, "disk-count", "disk")
        return
    least = (*(copy.size_bytes for copy in more), *(EXTENT for _ in new.more_disks))
    for size, smallest in zip(new.more_disks, least, strict=False):
        if size < smallest:
            sentence = f"A disk of {new.name} has to have {size_text(smallest)} at least."
            yield Problem(sentence, "Make it larger.", new.key, "bad-disk", "disk")
    for draft in volume_drafts(snapshot, new):
        problems = draft.problems(snapshot)
        for problem in problems:
            field = "disk" if problem.field == "size_bytes" else problem.field
            yield replace(problem, subject=problem.subject or new.key, field=field)
        if problems:
            return
        group = draft.group_in(snapshot)
        snapshot = with_volume(snapshot, group, draft.name, draft.size_bytes)


def _host(snapshot: Snapshot, new: NewVm, content: Content | None) -> Iterator[Problem]:
    server = snapshot.servers.get(proposed_host(snapshot, new))
    names = [host.name for host in snapshot.hosts]
    if new.host and new.host not in names:
        sentence = f"There is no host {new.host}."
        yield Problem(
            sentence, f"The hosts are {', '.join(names)}.", new.key, "no-such-host", "host"
        )
        return
    if server is None:
        if new.start and any(host.is_up for host in snapshot.hosts):
            sentence = "No host is ready to start a VM."
            step = "End the maintenance or standby of one, or do not start it."
            yield Problem(sentence, step, new.key, "host", "host")
        return
    if new.host and server.state is HostState.MAINTENANCE and new.start:
        sentence = f"{server.name} is in maintenance."
        yield Problem(sentence, "Choose another host.", new.key, "host", "host")
    wanted = _HYPERVISOR.get(VmKind.UNKNOWN if content is None else content.kind, "")
    if wanted and server.hypervisor.name and server.hypervisor.name != wanted:
        sentence = f"{server.name} runs {server.hypervisor.name}; {new.name} needs {wanted}."
        yield Problem(sentence, "Choose another template.", new.key, "hypervisor", "template")
    free, need = server.memory_free_bytes, needed_memory(new)
    if new.start and free is not None and need > free:
        sentence = f"{server.name} has {size_text(free)} free; {new.name} needs {size_text(need)}."
        if not new.host:
            sentence = (
                f"The host with most memory free, {server.name}, has {size_text(free)}; "
                f"{new.name} needs {size_text(need)}."
            )
        step = "Give it less memory, choose another host, or do not start it."
        yield Problem(sentence, step, new.key, "no-memory", "memory")


def _after(snapshot: Snapshot, new: NewVm, content: Content | None) -> Snapshot:
    """The cluster with this VM in it, for those after it; as it is when it cannot be made."""
    host = proposed_host(snapshot, new)
    kind = VmKind.UNKNOWN if content is None else content.kind
    for draft in volume_drafts(snapshot, new):
        if not draft.problems(snapshot):
            group = draft.group_in(snapshot)
            snapshot = with_volume(snapshot, group, draft.name, draft.size_bytes)
    vm = Vm(new.uuid, new.name, VmState.OFF, kind=kind, memory_bytes=needed_memory(new))
    if not new.start or host not in snapshot.servers:
        return snapshot
    snapshot = assume(VmIs(new.uuid, VmState.RUNNING, host), with_definition(snapshot, vm))
    return replace(snapshot, vms={k: v for k, v in snapshot.vms.items() if k != new.uuid})
