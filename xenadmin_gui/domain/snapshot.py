"""The whole cluster at one moment, and what changed between two moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.pacemaker import Pacemaker
from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.vm import Vm


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be, found by comparing answers.

    Attributes:
        code: Stable name of the kind of finding, such as ``double-run`` or ``path-lost``.
        subject: Object it is about.
        sentence: What is wrong, in English.
        next_step: What to do, one sentence; may be empty.
    """

    code: str
    health: Health
    subject: Key
    sentence: str
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The cluster as last heard of; parts that could not be asked say so themselves.

    Attributes:
        version: Counts up with every snapshot of one session.
        taken_at: Clock seconds.
        servers: Every machine by name, in the order of the cluster file.
        vms: Every VM by UUID.
    """

    cluster: str
    version: int = 0
    taken_at: float = 0.0
    servers: Mapping[str, Server] = field(default_factory=dict)
    vms: Mapping[str, Vm] = field(default_factory=dict)
    san: San = San()
    pacemaker: Pacemaker = Pacemaker()
    findings: tuple[Finding, ...] = ()

    @property
    def hosts(self) -> tuple[Server, ...]:
        """The virtualisation hosts, in the order of the cluster file."""
        return tuple(s for s in self.servers.values() if Role.HOST in s.roles)

    @property
    def san_servers(self) -> tuple[Server, ...]:
        """The SAN servers, in the order of the cluster file."""
        return tuple(s for s in self.servers.values() if Role.SAN in s.roles)

    def vms_on(self, host: str) -> tuple[Vm, ...]:
        """VMs that run on ``host`` or were last seen there, by name."""
        return tuple(sorted((v for v in self.vms.values() if v.host == host), key=lambda v: v.name))

    def vms_named(self, name: str) -> tuple[Vm, ...]:
        """VMs whose name or UUID is ``name``; several when a name is not unique."""
        return tuple(v for v in self.vms.values() if name in (v.name, v.uuid))


@dataclass(frozen=True, slots=True)
class Difference:
    """Keys of the objects that appeared, went or changed between two snapshots."""

    added: frozenset[Key] = frozenset()
    removed: frozenset[Key] = frozenset()
    changed: frozenset[Key] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def objects_of(snapshot: Snapshot) -> dict[Key, object]:
    """Return every object of ``snapshot`` that has a key."""
    san = snapshot.san
    found: dict[Key, object] = {s.key: s for s in snapshot.servers.values()}
    found.update((vm.key, vm) for vm in snapshot.vms.values())
    for group in (
        san.replicas,
        san.groups,
        san.volumes,
        san.luns,
        san.sessions,
        san.multipaths,
        san.cluster_ips,
    ):
        found.update((item.key, item) for item in group)
    return found


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """Compare two snapshots object by object."""
    before, after = objects_of(old), objects_of(new)
    both = before.keys() & after.keys()
    return Difference(
        added=frozenset(after.keys() - before.keys()),
        removed=frozenset(before.keys() - after.keys()),
        changed=frozenset(k for k in both if before[k] is not after[k] and before[k] != after[k]),
    )
