"""What may be given for a VM's settings, and what is wrong with what was given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from xenadmin_gui.domain.bridges import lacks_bridge
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.tags import MOST_CHARS, is_tag
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.cards import VLANS, bridge_kinds
from xenadmin_gui.operations.vmedit.definition import Definition, Nic
from xenadmin_gui.operations.vmedit.devices import target_of
from xenadmin_gui.operations.vminstall.newdefinition import free_macs, taken_macs

if TYPE_CHECKING:
    from xenadmin_gui.operations.vmedit.edit import VmEdit

MIB = 1024**2
LEAST_MEMORY = 32 * MIB
TITLE_CHARS = 200
#: What a VM with a firmware may start from, in libvirt's words.
BOOT_DEVICES = ("hd", "cdrom", "network", "fd")
_MAC = re.compile(r"[0-9a-f]{2}(:[0-9a-f]{2}){5}")
_FREE_MAC = "Take one that no card has."
#: A name of a network interface in Linux (dev_valid_name), without what a shell would take.
_BRIDGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,14}")


def with_macs(snapshot: Snapshot, vm: Vm, nics: tuple[Nic, ...]) -> tuple[Nic, ...]:
    """Give each card without a MAC one that no VM has."""
    wanted = [GuestNic(nic.bridge, nic.mac) for nic in nics]
    macs = free_macs(wanted, vm.uuid, vm.kind, taken_macs(snapshot))
    return tuple(replace(nic, mac=mac) for mac, nic in zip(macs, nics, strict=True))


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


def wrong_xml(snapshot: Snapshot, vm: Vm, text: str) -> list[Problem]:
    """Say what is wrong with a whole definition."""
    try:
        definition = Definition(text)
    except PreconditionError as error:
        return [Problem(error.sentence, error.next_step, vm.key, error.code, "xml")]

    def wrong(sentence: str, step: str, code: str) -> Problem:
        return Problem(sentence, step, vm.key, code, "xml")

    found = []
    if definition.uuid != vm.uuid:
        sentence = f"The UUID in the definition is not that of {vm.name}: {definition.uuid}."
        found.append(wrong(sentence, f"Leave it {vm.uuid}.", "other-uuid"))
    if definition.name != vm.name:
        sentence = f"The definition renames {vm.name} to {definition.name}."
        found.append(wrong(sentence, "Rename it by its own action.", "renames"))
    numbers = (
        *wrong_vcpus(snapshot, vm, definition.vcpus),
        *wrong_memory(snapshot, vm, definition.memory_bytes),
    )
    found += [replace(problem, field="xml") for problem in numbers]
    targets = [target_of(disk) for disk in definition.devices.iterfind("disk")]
    if twice := _twice(targets):
        found.append(wrong(f"Two disks are called {twice}.", "Rename one.", "bad-target"))
    macs, own = definition.macs(), set[str]()
    for copy in vm.definitions:
        own |= set(_macs_in(copy.xml))
    if twice := _twice(macs):
        found.append(wrong(f"Two network cards have the MAC {twice}.", _FREE_MAC, "mac-taken"))
    for mac in sorted((set(macs) - own) & taken_macs(snapshot)):
        found.append(wrong(f"A VM has the address {mac} already.", _FREE_MAC, "mac-taken"))
    return found


def wrong_tags(key: Key | None, tags: Iterable[str]) -> list[Problem]:
    """Say what is wrong with words that a VM is to be found by."""
    step = f"Use letters, digits and . _ + / = : -, at most {MOST_CHARS}, without blanks."
    return [
        Problem(f"{tag!r} is no tag.", step, key, "bad-tag", "tags")
        for tag in tags
        if not is_tag(tag)
    ]


def wrong_vlans(snapshot: Snapshot, vm: Vm, draft: VmEdit) -> Iterator[Problem]:
    """Say what is wrong with VLANs of cards: there are such on an Open vSwitch only."""
    moved = {mac.lower(): bridge for mac, bridge in draft.bridges}
    bridges = {nic.mac: nic.bridge for nic in vm.nics} | moved
    kinds = bridge_kinds(snapshot)
    wanted = [(bridges.get(mac.lower()), number, mac) for mac, number in draft.vlans]
    wanted += [(nic.bridge, nic.vlan, nic.mac) for nic in draft.add_nics]
    for bridge, number, mac in wanted:
        sentence, step = "", ""
        if bridge is None:
            sentence = f"{vm.name} has no network card {mac}."
            step = "Look at its cards again."
        elif number and number not in VLANS:
            sentence = f"There is no VLAN {number}."
            step = f"They go from {VLANS[0]} to {VLANS[-1]}."
        elif number and not kinds.get(bridge):
            sentence = f"{bridge} is no Open vSwitch: such a bridge knows no VLAN of one card."
            step = f"Plug the card into a bridge that is in the VLAN {number}."
        if sentence:
            yield Problem(sentence, step, vm.key, "bad-vlan", "nics")


def wrong_at_once(snapshot: Snapshot, vm: Vm, draft: VmEdit) -> Iterator[Problem]:
    """Say what a running VM cannot have at once: more than it was started with, for one."""
    step = "Leave out that it counts at once: then it has that at its next start."
    most = vm.memory_bytes
    if draft.vcpus is not None and vm.vcpus is not None and draft.vcpus > vm.vcpus:
        sentence = f"While it runs, {vm.name} can have {vm.vcpus} processors at most."
        yield Problem(sentence, step, vm.key, "above-maximum", "vcpus")
    if draft.memory_bytes is not None and most is not None and draft.memory_bytes > most:
        sentence = f"While it runs, {vm.name} can have {size_text(most)} of memory at most."
        yield Problem(sentence, step, vm.key, "above-maximum", "memory")
    kinds = bridge_kinds(snapshot)
    plugged = (*(nic.bridge for nic in draft.add_nics), *(bridge for _, bridge in draft.bridges))
    for bridge in dict.fromkeys(plugged):
        if kinds.get(bridge):
            sentence = (
                f"While it runs, no card can be plugged into {bridge}: it is an Open vSwitch."
            )
            yield Problem(sentence, step, vm.key, "no-live-switch", "nics")


def _twice(words: Iterable[str]) -> str:
    """Return a word that is there more than once; empty: there is none."""
    counted = Counter(words)
    return next((word for word, count in counted.items() if word and count > 1), "")


def _macs_in(xml: str) -> tuple[str, ...]:
    try:
        return Definition(xml).macs()
    except PreconditionError:
        return ()


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
