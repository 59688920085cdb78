"""The bridges of a cluster: which hosts have them, and which lack them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm


@dataclass(frozen=True, slots=True)
class ClusterBridge:
    """A bridge by its name, over all hosts.

    Attributes:
        vms: How many VMs have a card in it.
        hosts: Those that have it.
        lacking: Those that are known not to have it.
        is_ovs: Whether it is Open vSwitch's wherever it is known.
    """

    name: str
    vms: int
    hosts: tuple[str, ...]
    lacking: tuple[str, ...]
    is_ovs: bool = False


def cluster_bridges(snapshot: Snapshot) -> tuple[ClusterBridge, ...]:
    """Return the bridges that a host has or a VM uses.

    The one most used comes first, then the one that fewest hosts lack, then names.
    """
    used = Counter(name for vm in snapshot.vms.values() for name in set(bridges_needed(vm)))
    names = set(used)
    names |= {bridge.name for host in snapshot.hosts for bridge in host.bridges or ()}
    found = [_bridge(snapshot, name, used[name]) for name in names]
    return tuple(sorted(found, key=lambda one: (-one.vms, len(one.lacking), one.name)))


def bridge_of(snapshot: Snapshot, name: str) -> ClusterBridge:
    """Return what is known of the bridge ``name``; it may be nowhere."""
    used = sum(name in bridges_needed(vm) for vm in snapshot.vms.values())
    return _bridge(snapshot, name, used)


def bridges_needed(vm: Vm) -> tuple[str, ...]:
    """Return the bridges that the VM's cards are plugged into, in their order."""
    return tuple(nic.bridge for nic in vm.nics if nic.is_bridge and nic.bridge)


def lacks_bridge(snapshot: Snapshot, host: str, names: Iterable[str]) -> str:
    """Return the first of ``names`` that ``host`` is known not to have, or an empty text."""
    server = snapshot.servers.get(host)
    if server is None:
        return ""
    return next((name for name in names if server.has_bridge(name) is False), "")


def _bridge(snapshot: Snapshot, name: str, vms: int) -> ClusterBridge:
    has = {host.name: host.has_bridge(name) for host in snapshot.hosts}
    kinds = [b.is_ovs for host in snapshot.hosts for b in host.bridges or () if b.name == name]
    return ClusterBridge(
        name,
        vms,
        hosts=tuple(host for host, known in has.items() if known),
        lacking=tuple(host for host, known in has.items() if known is False),
        is_ovs=bool(kinds) and all(kinds),
    )
