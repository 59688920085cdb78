"""The page of a VM: what it does, where, on what, and who looks after it."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.domain.vm import Protection, Vm, VmDisk, VmNic
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.pages.blocks import Block, Fact, Facts, Table, blocks_in
from xenadmin_gui.gui.pages.cluster_overview import findings_blocks
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.tree.row import Cells, Row


def vm_blocks(snapshot: Snapshot, vm: Vm) -> tuple[Block, ...]:
    """Return the page of one VM."""
    tr = QCoreApplication.translate
    mine = tuple(f for f in snapshot.findings if f.subject == vm.key)
    blocks: list[Block] = [
        *blocks_in(findings_blocks(snapshot, mine, phrase(vm.reason))),
        Facts(tr("Pages", "State"), _state(snapshot, vm)),
        Facts(tr("Pages", "Protection"), _protection(vm)),
        _disks(snapshot, vm),
        _nics(vm),
        _definitions(vm),
    ]
    text = "\n".join(part for part in (vm.title, vm.description) if part)
    notes = [Fact(tr("Pages", "Description"), text)] if text else []
    if vm.tags:
        notes.append(Fact(tr("Pages", "Tags"), ", ".join(vm.tags)))
    if notes:
        blocks.append(Facts(tr("Pages", "Notes"), tuple(notes)))
    return tuple(blocks)


def _state(snapshot: Snapshot, vm: Vm) -> tuple[Fact, ...]:
    tr = QCoreApplication.translate
    host = snapshot.servers.get(vm.host) if vm.host else None
    facts = [Fact(tr("Pages", "State"), sentences.vm_sentence(vm), vm.health)]
    if vm.activity:
        facts.append(Fact(tr("Pages", "Being done"), vm.activity, Health.WORKING))
    if host is not None:
        label = tr("Pages", "Last seen on") if vm.state is VmState.UNKNOWN else tr("Pages", "Host")
        facts.append(Fact(label, host.name, key=host.key))
    facts += [
        Fact(tr("Pages", "CPU"), _cpu(vm), tip=tr("Pages", "100 % is one full processor")),
        Fact(tr("Pages", "Memory"), wording.size(vm.memory_bytes)),
        Fact(tr("Pages", "Kind"), wording.vm_kind_word(vm.kind)),
        Fact(tr("Pages", "UUID"), vm.uuid, is_mono=True),
    ]
    if vm.at_next_start:
        label = tr("Pages", "From its next start")
        tip = tr("Pages", "What runs has it otherwise than the definition says.")
        facts.append(Fact(label, changed_words(vm), Health.WORKING, tip=tip))
    if vm.domain_id is not None:
        facts.append(Fact(tr("Pages", "Domain number"), str(vm.domain_id)))
    return tuple(facts)


def changed_words(vm: Vm) -> str:
    """Return what of the VM changes at its next start, as a list."""
    tr = QCoreApplication.translate
    words = {
        "processors": tr("Pages", "processors"),
        "memory": tr("Pages", "memory"),
        "disks": tr("Pages", "disks"),
        "network cards": tr("Pages", "network cards"),
    }
    found = [words.get(word, word) for word in vm.at_next_start]
    return tr("Pages", "changed: {what}").format(what=wording.listing(found))


def _cpu(vm: Vm) -> str:
    tr = QCoreApplication.translate
    if vm.vcpus is None:
        return wording.percent(vm.cpu_percent)
    count = tr("Pages", "%n processor(s)", None, vm.vcpus)
    if vm.cpu_percent is None:
        return count
    return f"{wording.percent(vm.cpu_percent)}, {count}"


def _protection(vm: Vm) -> tuple[Fact, ...]:
    tr = QCoreApplication.translate
    protection = vm.protection
    if protection is None:
        autostart = tr("Pages", "starts with its host") if vm.autostart else tr("Pages", "no")
        return (
            Fact(
                tr("Pages", "Protected"),
                tr("Pages", "no: nobody restarts it when its host fails"),
                Health.DEGRADED if vm.state is VmState.RUNNING else None,
            ),
            Fact(
                tr("Pages", "Start with the host"),
                wording.not_measured() if vm.autostart is None else autostart,
            ),
        )
    return (
        Fact(tr("Pages", "Protected"), _protected_sentence(protection), _health(protection)),
        Fact(tr("Pages", "Resource"), protection.resource, is_mono=True),
        Fact(
            tr("Pages", "Wanted"),
            tr("Pages", "running") if protection.target_role != "Stopped" else tr("Pages", "off"),
        ),
        Fact(
            tr("Pages", "Live migration"),
            tr("Pages", "allowed") if protection.allow_migrate else tr("Pages", "not allowed"),
        ),
        Fact(tr("Pages", "Priority"), str(protection.priority)),
        Fact(tr("Pages", "Definition used"), protection.config or "–", is_mono=True),
    )


def _protected_sentence(protection: Protection) -> str:
    tr = QCoreApplication.translate
    if protection.blocked:
        return tr("Pages", "blocked: Pacemaker can do nothing more for it")
    if protection.failed:
        return tr("Pages", "Pacemaker counts a failure against it")
    if not protection.managed:
        return tr("Pages", "not managed: Pacemaker leaves it alone for now")
    if protection.pinned_to:
        text = tr("Pages", "yes, pinned to {host} by a move")
        return text.format(host=protection.pinned_to)
    return tr("Pages", "yes: Pacemaker restarts it elsewhere when its host fails")


def _health(protection: Protection) -> Health | None:
    if protection.blocked:
        return Health.FAILED
    if protection.failed:
        return Health.DEGRADED
    return Health.MAINTENANCE if not protection.managed else None


def _disks(snapshot: Snapshot, vm: Vm) -> Table:
    tr = QCoreApplication.translate
    rows = []
    for disk in vm.disks:
        multipath = lookup.multipath_of(snapshot, vm.host, disk.wwid) if disk.wwid else None
        lun = lookup.lun_of(snapshot, disk.wwid) if disk.wwid else None
        size = lookup.size_of(snapshot, disk.wwid, multipath)
        paths = sentences.multipath_sentence(multipath) if multipath else "–"
        key = multipath.key if multipath else lun.key if lun else None
        health = multipath.health if multipath else None
        rows.append(Row(("disk", disk.target), key, (disk, paths, size, health), _describe_disk))
    return Table(
        tr("Pages", "Disks"),
        (
            tr("Pages", "Disk"),
            tr("Pages", "GiB"),
            tr("Pages", "Paths"),
            tr("Pages", "Source on the host"),
        ),
        tuple(rows),
        (1,),
        tr("Pages", "No disk is known: its definition has not been read yet."),
    )


def _describe_disk(facts: tuple[VmDisk, str, int | None, Health | None]) -> Cells:
    disk, paths, size, health = facts
    amount = "–" if size is None else wording.gib(size)
    source = disk.source
    if disk.device == "cdrom" and source:
        source = QCoreApplication.translate("Pages", "CD: {source}").format(source=source)
    source = source or QCoreApplication.translate("Pages", "empty drive")
    if disk.read_only and disk.device != "cdrom":
        source = QCoreApplication.translate("Pages", "{source}, read-only").format(source=source)
    return Cells(health, (disk.target, amount, paths, source), tip=disk.wwid or source)


def _nics(vm: Vm) -> Table:
    tr = QCoreApplication.translate
    return Table(
        tr("Pages", "Network cards"),
        (tr("Pages", "MAC"), tr("Pages", "Bridge"), tr("Pages", "Model")),
        tuple(Row(("nic", nic.mac), None, nic, _describe_nic) for nic in vm.nics),
        (),
        tr("Pages", "No network card is known."),
    )


def _describe_nic(nic: VmNic) -> Cells:
    bridge = nic.bridge
    if nic.vlan:
        text = QCoreApplication.translate("Pages", "{bridge}, VLAN {number}")
        bridge = text.format(bridge=bridge, number=nic.vlan)
    return Cells(None, (nic.mac, bridge, nic.model or "–"))


def _definitions(vm: Vm) -> Table:
    """One row a copy; copies of one origin that differ are marked."""
    tr = QCoreApplication.translate
    hashes: dict[str, set[str]] = defaultdict(set)
    for definition in vm.definitions:
        hashes[definition.origin].add(definition.sha256)
    rows = [
        Row(
            ("definition", d.origin, d.host),
            Key(Kind.HOST, d.host),
            (d.host, d.origin, d.sha256[:12], len(hashes[d.origin]) > 1),
            _describe_definition,
        )
        for d in sorted(vm.definitions, key=lambda d: (d.origin, d.host))
    ]
    return Table(
        tr("Pages", "Definitions"),
        (
            tr("Pages", "Lies on"),
            tr("Pages", "As"),
            tr("Pages", "Hash"),
            tr("Pages", "Agrees"),
        ),
        tuple(rows),
        (),
        tr("Pages", "No definition has been read yet."),
    )


def _describe_definition(facts: tuple[str, str, str, bool]) -> Cells:
    host, origin, digest, differs = facts
    tr = QCoreApplication.translate
    place = tr("Pages", "libvirt") if origin == "libvirt" else tr("Pages", "file")
    verdict = tr("Pages", "no: copies differ") if differs else tr("Pages", "yes")
    return Cells(Health.DEGRADED if differs else Health.OK, (host, place, digest, verdict))
