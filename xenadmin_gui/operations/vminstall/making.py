"""One new VM after the other: each planned in the cluster that those before it leave."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from xenadmin_gui.domain.bridges import lacks_bridge
from xenadmin_gui.domain.guestscripts import UNPACKERS, has_tool
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.tags import as_tags
from xenadmin_gui.domain.vm import Vm, VmDisk, VmNic
from xenadmin_gui.operations.condition import AllOf, Condition, VmIs
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.imagined import with_definition, with_lun, with_volume
from xenadmin_gui.operations.joined import joined
from xenadmin_gui.operations.plan import NewGuest, Plan, Step, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import EXTENT
from xenadmin_gui.operations.san.layout import Mirror, SanLayout, san_layout
from xenadmin_gui.operations.san.lunexport import LunExport, taken_numbers
from xenadmin_gui.operations.san.serial import new_serial, wwid_of
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.sancondition import HostSays, ReplicaSideIs, SanActive
from xenadmin_gui.operations.vmedit.condition import NameFree
from xenadmin_gui.operations.vminstall.copysteps import (
    Content,
    add_content,
    add_copy,
    add_secrets,
)
from xenadmin_gui.operations.vminstall.definesteps import DefineSteps, defined_vm
from xenadmin_gui.operations.vminstall.installersteps import InstallerSteps
from xenadmin_gui.operations.vminstall.newdefinition import (
    Machine,
    definition_like,
    definition_text,
    disk_name,
    free_macs,
    taken_macs,
)
from xenadmin_gui.operations.vminstall.newvm import NewVm
from xenadmin_gui.operations.vminstall.protectsteps import hypervisor_overhead

LANES = 3
#: DRBD's metadata: less than a 1024th of the volume, and a little.
_METADATA_PART = 1024
_NOBODY_ANSWERS = '! ping -c 1 -W 1 -- "$1" >/dev/null 2>&1'


@dataclass(frozen=True, slots=True)
class PlacedDisk:
    """One disk of it: the draft of its volume, number and serial of its LUN."""

    volume: VolumeCreate
    number: int
    serial: str

    @property
    def wwid(self) -> str:
        """Of its LUN."""
        return wwid_of(self.serial)


@dataclass(frozen=True, slots=True)
class Placed:
    """A new VM with everything that was left to be chosen.

    Attributes:
        new: Its cards have MACs, its group is named.
        host: Where it is started; empty: on none.
        disks: In order.
    """

    new: NewVm
    host: str
    disks: tuple[PlacedDisk, ...]

    @property
    def wwids(self) -> tuple[str, ...]:
        """Of its LUNs."""
        return tuple(disk.wwid for disk in self.disks)


def at_new(snapshot: Snapshot, vms: tuple[NewVm, ...]) -> Snapshot:
    """Return the snapshot as seen from the server that is to serve the disks of new VMs."""
    if not vms:
        return snapshot
    draft = VolumeCreate("", 0, vms[0].group)
    return draft.at_home(snapshot)


def volume_drafts(snapshot: Snapshot, new: NewVm) -> tuple[VolumeCreate, ...]:
    """Return the drafts of the volumes that hold the disks of ``new``, DRBD's metadata besides."""
    layout = san_layout(snapshot)
    drafts = []
    for name, size in new.volumes:
        draft = VolumeCreate(name, size, new.group, initial_sync=False)
        if layout.mirror_of(draft.group_in(snapshot)) is Mirror.REPLICA_OVER_VOLUME:
            draft = replace(draft, size_bytes=size + EXTENT + size // _METADATA_PART)
        drafts.append(draft)
    return tuple(drafts)


def proposed_host(snapshot: Snapshot, new: NewVm) -> str:
    """Return where ``new`` would be started: where it says, else where most memory is free."""
    return new.host or roomiest_host(snapshot, (nic.bridge for nic in new.nics))


def roomiest_host(snapshot: Snapshot, bridges: Iterable[str] = ()) -> str:
    """Return the host with most memory free, of those that may get a VM; empty when none may.

    One in maintenance or standby, or that Pacemaker holds for lost, may not; one that lacks a
    bridge of ``bridges`` only gets it when all do.
    """
    up = [h for h in snapshot.hosts if _may_get_vms(snapshot, h) and h.memory_free_bytes]
    names = tuple(bridges)
    fitting = [host for host in up if not lacks_bridge(snapshot, host.name, names)]
    return max(fitting or up, key=lambda h: h.memory_free_bytes or 0).name if up else ""


def _may_get_vms(snapshot: Snapshot, host: Server) -> bool:
    node = snapshot.pacemaker.node(host.node_name)
    if node is not None and (node.standby or node.maintenance or node.unclean or not node.online):
        return False
    return host.state in (HostState.UP, HostState.DEGRADED)


def needed_memory(new: NewVm) -> int:
    """Return the memory that ``new`` takes on its host, the hypervisor's part with it."""
    return new.memory_bytes + hypervisor_overhead(new.memory_bytes)


def placed(snapshot: Snapshot, vms: Iterable[NewVm], content: Content) -> tuple[Placed, ...]:
    """Choose what the drafts leave open, for each VM after those before it."""
    layout = san_layout(snapshot)
    numbers, macs = set(taken_numbers(snapshot, layout)), set(taken_macs(snapshot))
    found = []
    for new in vms:
        own = free_macs(new.nics, new.uuid, content.kind, macs)
        macs |= set(own)
        cards = tuple(replace(nic, mac=mac) for nic, mac in zip(new.nics, own, strict=True))
        group = volume_drafts(snapshot, new)[0].group_in(snapshot)
        named = replace(new, nics=cards, group=group)
        begin = hashlib.sha256(new.uuid.encode()).hexdigest()[:7]
        disks = []
        for count, volume in enumerate(volume_drafts(snapshot, named), start=1):
            number = next(n for n in range(1, 16384) if n not in numbers)
            numbers.add(number)
            disks.append(
                PlacedDisk(volume, number, new_serial(snapshot, layout, f"{begin}{count:x}"))
            )
        one = Placed(named, proposed_host(snapshot, new), tuple(disks))
        found.append(one)
        snapshot = _started(snapshot, _vm(one, content), one)
    return tuple(found)


def making_plan(snapshot: Snapshot, vms: tuple[NewVm, ...], content: Content, title: str) -> Plan:
    """Make the plan of new VMs; each is a subject of its own, made wholly or not at all."""
    plan_id, steps = new_plan_id(), list[Step]()
    made_from, now = snapshot.version, snapshot
    chosen = placed(snapshot, vms, content)
    names = tuple(disk.volume.name for one in chosen for disk in one.disks)
    for one in chosen:
        rows, now = _rows(now, one, content, names, plan_id)
        steps += joined(one.new.key, *rows, plan_id=plan_id, first=len(steps) + 1)
    subjects = tuple(
        Subject(one.new.key, one.new.name, Verdict.WILL_DO, _means(one)) for one in chosen
    )
    return Plan(
        id=plan_id,
        title=title,
        subjects=subjects,
        steps=tuple(steps),
        made_from=made_from,
        lanes=LANES,
        take_back_failed=True,
        makes=tuple(
            NewGuest(
                one.new.uuid,
                one.new.name,
                content.kind,
                one.new.vcpus,
                one.new.memory_bytes,
                one.new.disk_bytes + sum(one.new.more_disks),
            )
            for one in chosen
        ),
    )


def _rows(
    snapshot: Snapshot, one: Placed, content: Content, names: tuple[str, ...], plan_id: str
) -> tuple[list[tuple[Step, ...]], Snapshot]:
    """Return the rows of steps of one VM, and the cluster as it will be.

    Args:
        names: Of all volumes that the plan makes.
    """
    new, rows = one.new, list[tuple[Step, ...]]()
    active = san_layout(snapshot).active or ""
    first_guards = content.guards if content.moment is None else content.moment.beginning
    guards = (*first_guards, *_unpacker(content, active))
    beginning = StepRow(new.key)
    add_secrets(beginning, content, new, active)
    if content.moment is not None:
        content.moment.begin(beginning)
    for index, disk in enumerate(one.disks):
        steps = disk.volume.plan(snapshot).steps
        if not rows:
            steps = _guarded(joined(new.key, beginning.steps, steps), snapshot, one, guards)
        rows.append(steps)
        name = disk.volume.name
        snapshot = with_volume(snapshot, new.group, name, disk.volume.size_bytes)
        rows.append(_filling(snapshot, new, name, content, index))
        others = tuple(other for other in names if other != name)
        export = LunExport(new.group, name, disk.number, serial=disk.serial, besides=others)
        rows.append(export.plan(snapshot).steps)
        snapshot = with_lun(snapshot, new.group, name, disk.number, disk.serial)
    if content.moment is not None:
        ending = StepRow(new.key)
        content.moment.end(ending)
        rows.append(tuple(ending.steps))
    if content.xml:
        disks = dict(zip(content.targets, one.wwids, strict=True))
        xml = definition_like(snapshot, content.xml, new, disks, content.source)
    else:
        machine = Machine(content.kind, content.boot, content.source, content.iso)
        xml = definition_text(snapshot, new, machine, one.wwids)
    vm = defined_vm(snapshot, _vm(one, content), xml, protect=new.protect)
    defining = StepRow(new.key)
    first = _first(snapshot, one, content)
    first_xml = "" if first is None else first.xml(content.source, one.wwids)
    DefineSteps(snapshot, new, vm, xml, one.host, plan_id, first, first_xml).add(defining)
    rows.append(tuple(defining.steps))
    return rows, _started(snapshot, vm, one)


def _filling(
    snapshot: Snapshot, new: NewVm, name: str, content: Content, index: int
) -> tuple[Step, ...]:
    """What is put onto the volume ``name``: the content, a copy of another disk, or nothing."""
    layout, row = san_layout(snapshot), StepRow(new.key)
    device, guards = _device(layout, new.group, name)
    server = layout.active or ""
    if index == 0:
        add_content(row, content, new, server, device, *guards)
    elif index <= len(content.more):
        add_copy(row, content, content.more[index - 1], name, server, device, *guards)
    return tuple(row.steps)


def _first(snapshot: Snapshot, one: Placed, content: Content) -> InstallerSteps | None:
    """Pacemaker may start it anywhere, libvirt does where it is told."""
    if content.installer is None:
        return None
    hosts = tuple(host.name for host in snapshot.hosts) if one.new.protect else (one.host,)
    return InstallerSteps(snapshot, one.new, content.installer.named(one.new.name), hosts)


def _guarded(
    steps: tuple[Step, ...], snapshot: Snapshot, one: Placed, more: tuple[Condition, ...]
) -> tuple[Step, ...]:
    """Have the first step look once more whether all that must be its own is free."""
    new = one.new
    macs = tuple(nic.mac for nic in new.nics)
    guards: list[Condition] = [NameFree(new.uuid, new.name, macs, is_new=True), *more]
    host = one.host or next((h.name for h in snapshot.hosts if h.is_up), "")
    for nic in new.nics:
        address = nic.address.partition("/")[0]
        if address and host:
            words = ("sh", "-c", _NOBODY_ANSWERS, "sh", address)
            said = f"Somebody answers at {address} already, as {host} finds."
            guards.append(HostSays(host, words, 0, said))
    first = replace(steps[0], only_if=AllOf((steps[0].only_if, *guards)))
    return (first, *steps[1:])


def _unpacker(content: Content, server: str) -> tuple[Condition, ...]:
    """The program that unpacks the image is there."""
    tool = "" if content.template is None else UNPACKERS.get(content.template.format, "")
    if not tool:
        return ()
    said = f"The program {tool}, which unpacks the image, is not installed on {server}."
    return (HostSays(server, has_tool(tool), 0, said),)


def _device(layout: SanLayout, group: str, name: str) -> tuple[str, tuple[Condition, ...]]:
    """What the disk is called on the server that serves, and what must hold to write there."""
    volume = layout.snapshot.san.volume(group, name)
    assert volume is not None
    active = layout.active or ""
    replica = layout.replica_of(volume)
    guards: tuple[Condition, ...] = (SanActive(active),)
    if replica is not None:
        guards += (ReplicaSideIs(replica.name, active, roles=("Primary",)),)
    return layout.device_of(volume), guards


def _vm(one: Placed, content: Content) -> Vm:
    new = one.new
    return Vm(
        uuid=new.uuid,
        name=new.name,
        state=VmState.OFF,
        kind=content.kind,
        vcpus=new.vcpus,
        memory_bytes=new.memory_bytes,
        title=new.title,
        description=new.description,
        tags=as_tags(new.tags),
        disks=tuple(
            VmDisk(disk_name(number), f"/dev/mapper/{wwid}", "xen", wwid=wwid)
            for number, wwid in enumerate(one.wwids)
        ),
        nics=tuple(VmNic(nic.mac, nic.bridge) for nic in new.nics),
    )


def _started(snapshot: Snapshot, vm: Vm, one: Placed) -> Snapshot:
    """The cluster with the VM in it, and its memory taken where it is started."""
    snapshot = with_definition(snapshot, vm)
    if not one.new.start or one.host not in snapshot.servers:
        return snapshot
    full = replace(vm, memory_bytes=needed_memory(one.new))
    snapshot = assume(VmIs(vm.uuid, VmState.RUNNING, one.host), with_definition(snapshot, full))
    return with_definition(snapshot, replace(snapshot.vms[vm.uuid], memory_bytes=vm.memory_bytes))


def _means(one: Placed) -> str:
    if not one.new.start:
        return "It stays off."
    if not one.new.protect:
        return f"It is started on {one.host}."
    if one.new.apart:
        return f"Pacemaker starts it, apart from {', '.join(one.new.apart)} while it can."
    return "Pacemaker starts it."
