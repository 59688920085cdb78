"""What is filled in beforehand, so that Enter on every page makes a VM that works; no Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from xenadmin_gui.domain.bridges import cluster_bridges, lacks_bridge
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind, VmState
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.install.answers import GIB, MIB, Answers, NicAnswer
from xenadmin_gui.operations.vminstall.clone import clone_sizes
from xenadmin_gui.operations.vminstall.protectsteps import hypervisor_overhead

_MEMORY = 2 * GIB
_VCPUS = 2
_DISK = 10 * GIB
#: A proposal takes no more than this share of what is free.
_SHARE = 4


@dataclass(frozen=True, slots=True)
class HostRoom:
    """What one host could give a new VM.

    Attributes:
        free_bytes: Memory for new VMs; None when not known.
        is_ready: Whether it answers and takes VMs now.
        fits: Whether a VM of the wanted memory, with what the hypervisor needs besides, goes there;
            None when not known.
        lacks: A bridge that is wanted and that it is known not to have, or empty.
    """

    server: Server
    free_bytes: int | None
    is_ready: bool
    fits: bool | None
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class GroupRoom:
    """A volume group over all its servers: the fullest of them counts.

    Attributes:
        servers: (server, free bytes, size in bytes), in order.
    """

    name: str
    free_bytes: int
    servers: tuple[tuple[str, int, int], ...]


def host_rooms(
    snapshot: Snapshot, memory_bytes: int, bridges: tuple[str, ...] = ()
) -> tuple[HostRoom, ...]:
    """Return what each host has free for a VM of ``memory_bytes``, in the cluster file's order."""
    return tuple(
        replace(
            _room(snapshot, server, memory_bytes),
            lacks=lacks_bridge(snapshot, server.name, bridges),
        )
        for server in snapshot.hosts
    )


def best_host(rooms: Iterable[HostRoom]) -> HostRoom | None:
    """Return the host with most free memory among those that can take the VM; None: there is none.

    A tie goes to the name that comes first.
    """
    possible = [room for room in rooms if room.is_ready and room.fits and not room.lacks]
    return min(possible, key=lambda r: (-(r.free_bytes or 0), r.server.name), default=None)


def group_rooms(snapshot: Snapshot) -> tuple[GroupRoom, ...]:
    """Return every volume group with what is free on each of its servers."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for group in snapshot.san.groups:
        found.setdefault(group.name, []).append((group.server, group.free_bytes, group.size_bytes))
    return tuple(
        GroupRoom(name, min(free for _, free, _ in its), tuple(its)) for name, its in found.items()
    )


def free_name(snapshot: Snapshot, stem: str) -> str:
    """Return the next name that begins with ``stem`` and that nothing has: ``web1``, ``web2`` …

    A number at the end of ``stem`` is where counting begins: ``web3`` leads to ``web4``, and
    ``web03`` to ``web04``.
    """
    taken = {vm.name for vm in snapshot.vms.values()}
    taken |= {volume.name for volume in snapshot.san.volumes}
    taken |= {replica.name for replica in snapshot.san.replicas}
    found = re.fullmatch(r"(.*?)(\d*)", stem, re.DOTALL)
    assert found is not None
    head, digits = found[1], found[2]
    number = int(digits) + 1 if digits else 1
    while (name := f"{head}{number:0{len(digits)}d}" if digits else f"{head}{number}") in taken:
        number += 1
    return name


def usable_templates(snapshot: Snapshot) -> tuple[Template, ...]:
    """Return the templates that VMs can be made of, by name."""
    return tuple(sorted((t for t in snapshot.templates if t.is_usable), key=lambda t: t.name))


def for_install(snapshot: Snapshot, template: str = "", host: str = "") -> Answers:
    """Return what is proposed for a VM from ``template``; empty: the first that can be used.

    Args:
        host: Where it is wanted; empty: the program chooses.
    """
    usable = usable_templates(snapshot)
    chosen = snapshot.template(template) if template else next(iter(usable), None)
    memory = _memory(snapshot, chosen.min_memory_bytes if chosen else 0)
    stem = (chosen.os or chosen.name) if chosen else "vm"
    group = max(group_rooms(snapshot), key=lambda room: room.free_bytes, default=None)
    return Answers(
        template=chosen.name if chosen else template,
        names=free_name(snapshot, _stem(stem)),
        vcpus=_vcpus(snapshot, chosen.min_vcpus if chosen else 1),
        memory_bytes=memory,
        disk_bytes=_disk(group, chosen.needed_disk_bytes if chosen else 0),
        group=group.name if group else "",
        nics=(NicAnswer(bridge=next((one.name for one in cluster_bridges(snapshot)), "")),),
        host=host,
        protect=snapshot.pacemaker.is_present,
    )


def for_installer(snapshot: Snapshot, host: str = "", *, is_cd: bool) -> Answers:
    """Return what is proposed for a VM with an empty disk and an installer's CD, or its kernel."""
    proposed = for_install(replace(snapshot, templates=()), host=host)
    is_kvm = any(server.hypervisor.name == "kvm" for server in snapshot.hosts)
    kind = VmKind.KVM if is_kvm else VmKind.PVH
    return replace(proposed, is_cd=is_cd, is_kernel=not is_cd, kind=kind)


def for_clone(snapshot: Snapshot, source: Vm) -> Answers:
    """Return what is proposed for a clone of ``source``: the same again, with another name."""
    proposed = for_install(snapshot)
    sizes = tuple(-(-size // MIB) * MIB for size in clone_sizes(snapshot, source))
    nics = tuple(NicAnswer(bridge=nic.bridge) for nic in source.nics)
    return replace(
        proposed,
        source=source.uuid,
        running=source.state is VmState.RUNNING,
        template="",
        names=free_name(snapshot, source.name),
        title=source.title,
        tags=", ".join(source.tags),
        vcpus=source.vcpus or proposed.vcpus,
        memory_bytes=(source.memory_bytes or proposed.memory_bytes) // MIB * MIB,
        disk_bytes=next(iter(sizes), proposed.disk_bytes),
        more_disks=sizes[1:],
        group=next((v.group for v in _volumes(snapshot, source)), proposed.group),
        nics=nics or proposed.nics,
        protect=source.is_protected,
        priority=source.protection.priority if source.protection else 0,
    )


def snapshots_of(snapshot: Snapshot, source: Vm) -> tuple[Volume, ...]:
    """Return the snapshots of the VM's volume that can be copied, by name.

    None of a VM with several disks: those of one moment belong together, and only names tell.
    """
    own = {(volume.group, volume.name) for volume in _volumes(snapshot, source)}
    if len(own) != 1:
        return ()
    found = [v for v in snapshot.san.volumes if (v.group, v.snapshot_of) in own]
    return tuple(sorted(found, key=lambda volume: volume.name))


def _volumes(snapshot: Snapshot, source: Vm) -> tuple[Volume, ...]:
    return tuple(v for v in snapshot.san.volumes if source.uuid in v.used_by)


def _room(snapshot: Snapshot, server: Server, memory_bytes: int) -> HostRoom:
    node = snapshot.pacemaker.node(server.node_name)
    stands_by = node is not None and (node.standby or node.maintenance)
    is_ready = server.is_up and server.state is not HostState.MAINTENANCE and not stands_by
    free = server.memory_free_bytes if server.is_up else None
    need = memory_bytes + hypervisor_overhead(memory_bytes)
    return HostRoom(server, free, is_ready, None if free is None else need <= free)


def _stem(text: str) -> str:
    """Make of any text what a name can begin with."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return re.sub(r"-?\d+$", "", plain) or "vm"


def _vcpus(snapshot: Snapshot, least: int) -> int:
    most = max((server.cpus or 0 for server in snapshot.hosts), default=0)
    return max(least, 1, min(_VCPUS, most or _VCPUS))


def _memory(snapshot: Snapshot, least: int) -> int:
    """What is usual, unless that were much of what is free; never less than the template needs."""
    free = [room.free_bytes or 0 for room in host_rooms(snapshot, 0) if room.is_ready]
    share = max(free, default=0) // _SHARE // (256 * MIB) * (256 * MIB)
    whole = -(-least // MIB) * MIB
    return max(whole, min(_MEMORY, share or _MEMORY), 256 * MIB)


def _disk(group: GroupRoom | None, least: int) -> int:
    whole = -(-least // GIB) * GIB
    share = (group.free_bytes // _SHARE if group else _DISK) // GIB * GIB
    return max(whole, min(_DISK, share), GIB)
