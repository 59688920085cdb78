"""The whole cluster at one moment, and what changed between two moments."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from xenadmin_gui.domain.deleted import DeletedVm
from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import Pacemaker
from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm

_OF_SAN = frozenset(
    {
        Kind.SAN_SERVER,
        Kind.REPLICA,
        Kind.VOLUME_GROUP,
        Kind.VOLUME,
        Kind.TARGET,
        Kind.LUN,
        Kind.SESSION,
        Kind.MULTIPATH,
        Kind.CLUSTER_IP,
        Kind.NETWORK,
    }
)
#: Findings about a host that are about its way to the SAN, and about the SAN as a whole.
_ABOUT_SAN = ("path-lost", "path-missing", "not-logged-in", "no-queueing", "san-not-served")


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

    @property
    def is_of_san(self) -> bool:
        """Whether it belongs to what is told of the SAN."""
        return self.subject.kind in _OF_SAN or self.code in _ABOUT_SAN


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The cluster as last heard of; parts that could not be asked say so themselves.

    Attributes:
        version: Counts up with every snapshot of one session.
        taken_at: Clock seconds.
        servers: Every machine by name, in the order of the cluster file.
        vms: Every VM by UUID.
        templates: The library of the SAN servers, by name; those that cannot be used too.
        library_room: (SAN server, bytes free where its library lies).
        deleted: VMs in the recycle bin, those deleted last first.
    """

    cluster: str
    version: int = 0
    taken_at: float = 0.0
    servers: Mapping[str, Server] = field(default_factory=dict)
    vms: Mapping[str, Vm] = field(default_factory=dict)
    san: San = San()
    pacemaker: Pacemaker = Pacemaker()
    findings: tuple[Finding, ...] = ()
    templates: tuple[Template, ...] = ()
    library_room: tuple[tuple[str, int], ...] = ()
    deleted: tuple[DeletedVm, ...] = ()

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

    def template(self, name: str) -> Template | None:
        """Return the template called ``name``."""
        return next((one for one in self.templates if one.name == name), None)


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
    return {item.key: item for group in _groups(snapshot) for item in group}


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """Compare two snapshots object by object; objects that are the same cost nothing."""
    added: set[Key] = set()
    removed: set[Key] = set()
    changed: set[Key] = set()
    for before, after in zip(_groups(old), _groups(new), strict=True):
        if before is after:
            continue
        kept = set(map(id, before)) & set(map(id, after))
        gone = {item.key: item for item in before if id(item) not in kept}
        for item in after:
            if id(item) in kept:
                continue
            key = item.key
            other = gone.pop(key, None)
            if other is None:
                added.add(key)
            elif other != item:
                changed.add(key)
        removed.update(gone)
    return Difference(frozenset(added), frozenset(removed), frozenset(changed))


class _Keyed(Protocol):
    @property
    def key(self) -> Key: ...


def _groups(snapshot: Snapshot) -> tuple[Collection[_Keyed], ...]:
    """The objects by kind; a kind that is the same collection in two snapshots is unchanged."""
    san = snapshot.san
    return (
        tuple(snapshot.servers.values()),
        tuple(snapshot.vms.values()),
        san.replicas,
        san.groups,
        san.volumes,
        san.luns,
        san.sessions,
        san.multipaths,
        san.cluster_ips,
        san.targets,
        snapshot.templates,
    )
