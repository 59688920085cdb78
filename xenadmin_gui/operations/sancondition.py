"""What must be true of the SAN before and after a step: data that is asked of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class VolumeIs:
    """The server has the volume ``group/name``, of at least ``min_bytes``."""

    server: str
    group: str
    name: str
    min_bytes: int = 0


@dataclass(frozen=True, slots=True)
class NoVolume:
    """The server has no volume ``group/name``."""

    server: str
    group: str
    name: str


@dataclass(frozen=True, slots=True)
class VolumeUnused:
    """No VM that runs or is defined uses the volume; one that is not there is not used."""

    group: str
    name: str


@dataclass(frozen=True, slots=True)
class VolumeNotExported:
    """No LUN exports the volume; one that is not there is not exported."""

    group: str
    name: str


@dataclass(frozen=True, slots=True)
class GroupRoom:
    """The server's volume group has at least ``free_bytes`` for new volumes."""

    server: str
    group: str
    free_bytes: int


@dataclass(frozen=True, slots=True)
class ReplicaSideIs:
    """A server's side of a replica is up (or not) and in one of the states; empty: whatever.

    Attributes:
        roles: ``Primary``, ``Secondary``.
        disks: ``UpToDate``, ``Inconsistent`` …
        connections: ``Connected``, ``StandAlone`` …
        replications: ``Established``, ``SyncSource`` …
    """

    replica: str
    server: str
    up: bool | None = None
    roles: tuple[str, ...] = ()
    disks: tuple[str, ...] = ()
    connections: tuple[str, ...] = ()
    replications: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplicaInSync:
    """Both sides of the replica are connected and UpToDate."""

    replica: str


@dataclass(frozen=True, slots=True)
class ReplicaSame:
    """No side of the replica counts blocks that differ (out of sync); none: not known."""

    replica: str


@dataclass(frozen=True, slots=True)
class ReplicaNumbersFree:
    """No replica but ``replica`` has the minor number or the port."""

    replica: str
    minor: int
    port: int


@dataclass(frozen=True, slots=True)
class LunOffered:
    """The LUN is offered; by ``server``, or by whichever when that is None."""

    wwid: str
    server: str | None = None


@dataclass(frozen=True, slots=True)
class NoLun:
    """No server offers the LUN."""

    wwid: str


@dataclass(frozen=True, slots=True)
class LunUnused:
    """No VM that runs or is defined has the LUN as a disk."""

    wwid: str


@dataclass(frozen=True, slots=True)
class LunNumberFree:
    """No LUN of the target but ``wwid`` has the number."""

    target: str
    number: int
    wwid: str


@dataclass(frozen=True, slots=True)
class PathsReady:
    """The host has at least ``count`` usable paths to the LUN."""

    host: str
    wwid: str
    count: int


@dataclass(frozen=True, slots=True)
class NoPaths:
    """The host has no multipath device of the LUN."""

    host: str
    wwid: str


@dataclass(frozen=True, slots=True)
class MultipathSize:
    """The host's multipath device of the LUN has at least ``min_bytes``."""

    host: str
    wwid: str
    min_bytes: int


@dataclass(frozen=True, slots=True)
class SessionIs:
    """The host is logged in at the portal (or not); ``portal`` as sessions name it."""

    host: str
    portal: str
    up: bool


@dataclass(frozen=True, slots=True)
class NoSessions:
    """The host is logged in to the SAN nowhere."""

    host: str


@dataclass(frozen=True, slots=True)
class SanActive:
    """The SAN is served by ``server``."""

    server: str


@dataclass(frozen=True, slots=True)
class NodeStandby:
    """Pacemaker's node is in standby (or not)."""

    node: str
    standby: bool


@dataclass(frozen=True, slots=True)
class NodeEmpty:
    """No resource but fencing is active on the node."""

    node: str


@dataclass(frozen=True, slots=True)
class CibHas:
    """An element with the id stands in Pacemaker's configuration (or not)."""

    element_id: str
    present: bool


@dataclass(frozen=True, slots=True)
class CibInGroup:
    """The resource is configured as a member of the group."""

    resource: str
    group: str


@dataclass(frozen=True, slots=True)
class CibValue:
    """The ``nvpair`` with that id has the value in Pacemaker's configuration."""

    element_id: str
    value: str


@dataclass(frozen=True, slots=True)
class InitiatorAllowed:
    """The kernel that serves the target has an access list of the initiator (or not)."""

    target: str
    initiator: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class GroupMembers:
    """The group is configured with exactly these members, in this order.

    Attributes:
        besides: Members that may be there too, wherever: those that other parts of a plan add.
    """

    group: str
    members: tuple[str, ...]
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HostSilent:
    """The host does not answer: what it knew of the SAN is gone with it, or stale."""

    host: str


@dataclass(frozen=True, slots=True)
class ResourceUp:
    """Pacemaker has an instance of the resource started (or promoted), and it has not failed."""

    resource: str


@dataclass(frozen=True, slots=True)
class VmHasDisk:
    """The VM has the LUN as a disk (or not)."""

    uuid: str
    wwid: str
    present: bool


@dataclass(frozen=True, slots=True)
class HostSays:
    """The command ends with ``status`` on the host; the only question not to the snapshot.

    Attributes:
        argv: A command that changes nothing.
        wrong: What is wrong when it does not hold, one sentence; may be empty.
    """

    host: str
    argv: tuple[str, ...]
    status: int = 0
    wrong: str = ""


SanCondition: TypeAlias = (
    VolumeIs
    | NoVolume
    | VolumeUnused
    | VolumeNotExported
    | GroupRoom
    | ReplicaSideIs
    | ReplicaInSync
    | ReplicaSame
    | ReplicaNumbersFree
    | LunOffered
    | NoLun
    | LunUnused
    | LunNumberFree
    | PathsReady
    | NoPaths
    | MultipathSize
    | SessionIs
    | NoSessions
    | SanActive
    | NodeStandby
    | NodeEmpty
    | CibHas
    | CibInGroup
    | CibValue
    | InitiatorAllowed
    | GroupMembers
    | HostSilent
    | ResourceUp
    | VmHasDisk
)
