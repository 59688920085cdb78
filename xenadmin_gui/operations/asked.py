"""Whether a server told what a condition is about: what it did not tell is not *not there*."""

from __future__ import annotations

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind

#: What each kind of thing is read from, as ``Server.missing`` names it.
VOLUMES, GROUPS, LUNS, PATHS, SESSIONS = (
    ("lvs",),
    ("vgs",),
    ("configfs",),
    ("multipathd",),
    ("iscsiadm",),
)
FILES, DEFINED, DELETED = ("sha256sum", "definitions"), ("libvirt",), ("recycle bin",)
#: Each of the two tells the roles and states of replicas.
REPLICAS = ("drbdsetup events2", "drbdadm status")


def is_answering(snapshot: Snapshot, server: str) -> bool:
    """Whether the machine answers now."""
    machine = snapshot.servers.get(server)
    return machine is not None and machine.is_up


def why_untold(snapshot: Snapshot, server: str, tools: tuple[str, ...]) -> str:
    """Say why a server did not tell what one of ``tools`` knows; empty when it did."""
    machine = snapshot.servers.get(server)
    if machine is None:
        return f"{server} is not in the cluster file."
    if not machine.is_up:
        return f"{server} does not answer. {machine.reason}".strip()
    unread = (
        f"{tool} on {server} cannot be read: {why}."
        for tool, why in machine.missing
        if tool in tools
    )
    return next(unread, "")


def is_told(snapshot: Snapshot, server: str, tools: tuple[str, ...]) -> bool:
    """Whether a server answers and everything that ``tools`` said there could be read."""
    return not why_untold(snapshot, server, tools)


def why_no_replicas(snapshot: Snapshot, server: str) -> str:
    """Say why a server did not tell which replicas run there; empty when it did."""
    said = [why_untold(snapshot, server, (tool,)) for tool in REPLICAS]
    return said[0] if all(said) else ""


def why_no_luns(snapshot: Snapshot) -> str:
    """Say why nobody knows all the LUNs that are offered; empty when it is known.

    A SAN server that does not answer offers none, as far as anybody can tell; one that answers
    and cannot be understood may offer any.
    """
    up = [server.name for server in snapshot.san_servers if server.is_up]
    if not up:
        return "No SAN server answers."
    return next(filter(None, (why_untold(snapshot, name, LUNS) for name in up)), "")


def why_no_definitions(snapshot: Snapshot) -> str:
    """Say why the disks of some VM may not be known; empty when every host that answers told."""
    up = [host.name for host in snapshot.hosts if host.is_up]
    told = (why_untold(snapshot, name, (*FILES, *DEFINED)) for name in up)
    return next(filter(None, told), "")


def why_no_users(snapshot: Snapshot) -> str:
    """Say why a VM that nobody knows of may use any LUN; empty when every host told of its VMs.

    What a host told before it fell silent still counts. One that is surely off needs no disk. For
    drafts: an undo, about what its own plan made, must not wait for a host that is dead.
    """
    if why := why_no_definitions(snapshot):
        return why
    for host in snapshot.hosts:
        if not (host.is_up or host.os or host.state is HostState.FENCED):
            return f"{host.name} cannot be asked: what its VMs have as disks is not known."
    for vm in snapshot.vms.values():
        if vm.kind is VmKind.UNKNOWN and not (vm.definitions or vm.disks):
            return f"What {vm.name} has as disks is not known. {vm.reason}".strip()
    return ""
