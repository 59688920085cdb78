"""What may be given for a VM's settings, and what is wrong with what was given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from xenadmin_gui.domain.bridges import lacks_bridge
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.definition import Definition, Nic
from xenadmin_gui.operations.vminstall.newdefinition import free_macs, taken_macs

MIB = 1024**2
LEAST_MEMORY = 32 * MIB
TITLE_CHARS = 200
#: What a VM with a firmware may start from, in libvirt's words.
BOOT_DEVICES = ("hd", "cdrom", "network", "fd")
_MAC = re.compile(r"[0-9a-f]{2}(:[0-9a-f]{2}){5}")
#: A name of a network interface in Linux (dev_valid_name), without what a shell would take.
_BRIDGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,14}")

Wrong = Callable[[str, str, str], None]


def with_macs(snapshot: Snapshot, vm: Vm, nics: tuple[Nic, ...]) -> tuple[Nic, ...]:
    """Give each card without a MAC one that no VM has."""
    wanted = [GuestNic(nic.bridge, nic.mac) for nic in nics]
    macs = free_macs(wanted, vm.uuid, vm.kind, taken_macs(snapshot))
    return tuple(Nic(mac, nic.bridge, nic.model) for mac, nic in zip(macs, nics, strict=True))


def wrong_vcpus(snapshot: Snapshot, vm: Vm, count: int) -> list[Problem]:
    """Say what is wrong with a number of processors."""
    most = max((s.cpus or 0 for s in snapshot.hosts), default=0)
    if count < 1:
        sentence, step = "A VM needs a processor.", "Give it one at least."
    elif most and count > most:
        sentence = f"No host has {count} processors; the largest has {most}."
        step = f"Give it {most} at most."
    else:
        return []
    return [Problem(sentence, step, vm.key, "bad-vcpus", "vcpus")]


def wrong_memory(snapshot: Snapshot, vm: Vm, size: int) -> list[Problem]:
    """Say what is wrong with an amount of memory, in bytes."""
    most = max((s.memory_bytes or 0 for s in snapshot.hosts), default=0)
    sentence = ""
    if size < LEAST_MEMORY:
        sentence, next_step = (
            f"{size_text(size)} of memory is too little to start anything.",
            f"Give it {size_text(LEAST_MEMORY)} at least.",
        )
    elif size % MIB:
        sentence, next_step = "Memory is given in whole MiB.", "Round it."
    elif most and size > most:
        sentence, next_step = (
            f"No host has {size_text(size)} of memory; the largest has {size_text(most)}.",
            "Give it less.",
        )
    return [Problem(sentence, next_step, vm.key, "bad-memory", "memory")] if sentence else []


def wrong_xml(vm: Vm, text: str) -> list[Problem]:
    """Say what is wrong with a whole definition."""
    try:
        definition = Definition(text)
    except PreconditionError as error:
        return [Problem(error.sentence, error.next_step, vm.key, error.code, "xml")]
    found = []
    if definition.uuid != vm.uuid:
        sentence = f"The UUID in the definition is not that of {vm.name}: {definition.uuid}."
        found.append(Problem(sentence, f"Leave it {vm.uuid}.", vm.key, "other-uuid", "xml"))
    if definition.name != vm.name:
        sentence = f"The definition renames {vm.name} to {definition.name}."
        found.append(Problem(sentence, "Rename it by its own action.", vm.key, "renames", "xml"))
    return found


def wrong_nics(
    snapshot: Snapshot,
    vm: Vm,
    added: tuple[Nic, ...],
    removed: tuple[str, ...],
    bridges: tuple[tuple[str, str], ...],
) -> Iterator[Problem]:
    """Say what is wrong with network cards to add, to remove, or to plug in elsewhere."""
    own = {nic.mac for nic in vm.nics}
    taken = taken_macs(snapshot)

    def wrong(sentence: str, step: str, code: str) -> Problem:
        return Problem(sentence, step, vm.key, code, "nics")

    for mac in (*removed, *(mac for mac, _ in bridges)):
        if mac.lower() not in own:
            sentence = f"{vm.name} has no network card {mac}."
            yield wrong(sentence, "Look at its cards again.", "no-nic")
    for nic in added:
        if nic.mac and _MAC.fullmatch(nic.mac.lower()) is None:
            sentence = f"{nic.mac!r} is no address of a network card."
            yield wrong(sentence, "Write one like 00:16:3e:12:34:56.", "bad-mac")
        elif nic.mac and int(nic.mac[:2], 16) & 1:
            sentence = f"{nic.mac} is an address of a group of network cards."
            yield wrong(sentence, "Take one whose first byte is even.", "bad-mac")
        elif nic.mac.lower() in taken:
            sentence = f"A VM has the address {nic.mac} already."
            yield wrong(sentence, "Leave it out: a free one is taken.", "mac-taken")
    for bridge in (*(nic.bridge for nic in added), *(bridge for _, bridge in bridges)):
        if _BRIDGE.fullmatch(bridge) is None:
            sentence = f"{bridge!r} is no name of a bridge."
            step = "Look with 'ip link' on a host what its bridges are."
            yield wrong(sentence, step, "bad-bridge")
        elif vm.host and lacks_bridge(snapshot, vm.host, (bridge,)):
            sentence = f"{vm.host}, where {vm.name} is, has no bridge {bridge}."
            yield wrong(sentence, "Choose another bridge, or move the VM first.", "no-bridge")


def wrong_boot(vm: Vm, devices: tuple[str, ...]) -> list[Problem]:
    """Say what is wrong with an order of devices to start from."""
    sentence, step = "", f"There are {', '.join(BOOT_DEVICES)}."
    if vm.kind not in (VmKind.HVM, VmKind.KVM):
        sentence = f"{vm.name} is {vm.kind}: it starts from its kernel, in no order of devices."
        step = "Change its kernel, or its boot loader, in its definition."
    elif not devices:
        sentence = "A VM has to start from something."
    elif len(set(devices)) < len(devices) or not set(devices) <= set(BOOT_DEVICES):
        sentence = f"{', '.join(devices)} is no order of devices to start from."
    return [Problem(sentence, step, vm.key, "bad-boot", "boot")] if sentence else []
