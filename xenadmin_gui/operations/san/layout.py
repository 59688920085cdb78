"""Which kind of SAN a snapshot shows: who serves it, what mirrors it, and with which resources."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.san import LioService, Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.pacemakersteps import cluster_members
from xenadmin_gui.operations.san.cibpatch import configuration_of

TARGET, UNIT, ADDRESS, REPLICA = "iSCSITarget", "iSCSILogicalUnit", "IPaddr2", "drbd"


class ServedBy(StrEnum):
    """Who has the SAN served."""

    PACEMAKER = "pacemaker"
    LIO = "lio"
    NOBODY = "nobody"


class Mirror(StrEnum):
    """What mirrors a volume."""

    REPLICA_OVER_VOLUME = "replica-over-volume"
    VOLUME_OVER_REPLICA = "volume-over-replica"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class LogicalUnit:
    """An iSCSILogicalUnit of the group as configured; texts are empty when not set."""

    id: str
    path: str
    number: str
    serial: str
    target: str


@dataclass(frozen=True, slots=True)
class PromotableClone:
    """A DRBD resource as Pacemaker runs it: ids of the clone and the primitive in it."""

    clone: str
    primitive: str
    replica: str


@dataclass(frozen=True, slots=True)
class SanLayout:
    """How the SAN is built.

    Attributes:
        reason: Why it cannot be changed from here; empty when it can.
        configuration: Pacemaker's configuration; None when it is not known.
        served_by: Who has it served, as far as that is known.
        group: Id of the resource group that serves it; empty when Pacemaker does not serve it.
        members: Ids of the group's resources, in order.
        target: Id of its iSCSITarget.
        iqn: Of that target; without Pacemaker, of the one of the active server that was asked
            for, else of its only one or that with most LUNs; empty when none of these is clear.
        tag: Number of that target's portal group, likewise, without Pacemaker; else None.
        choices: The targets that a LUN may be offered by, each as ``--target`` takes it.
        service: What loads LIO's configuration on the active server; None: nothing known.
        new_unit_at: Position for one more LUN: before the first address after the target, counted
            as a patch counts; None: at the end.
        clones: The replicas that Pacemaker runs.
        active: Server that serves it now; None when none does.
        servers: SAN servers by name; ``answering`` those of them that answer.
        members_up: Servers on which Pacemaker's commands work now, the active one first.
        hosts: Hosts that answer.
    """

    snapshot: Snapshot = field(repr=False)
    reason: str = ""
    served_by: ServedBy = ServedBy.NOBODY
    configuration: Element | None = field(default=None, repr=False, compare=False)
    group: str = ""
    members: tuple[str, ...] = ()
    target: str = ""
    iqn: str = ""
    tag: int | None = None
    choices: tuple[str, ...] = ()
    service: LioService | None = None
    new_unit_at: int | None = None
    units: tuple[LogicalUnit, ...] = ()
    clones: tuple[PromotableClone, ...] = ()
    active: str | None = None
    servers: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    members_up: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()

    @property
    def passive(self) -> tuple[str, ...]:
        """The SAN servers that do not serve now."""
        return tuple(name for name in self.servers if name != self.active)

    def node(self, server: str) -> str:
        """What Pacemaker and DRBD call a server."""
        return self.snapshot.servers[server].node_name

    def clone_of(self, replica: str) -> PromotableClone | None:
        """Return how Pacemaker runs a replica."""
        return next((clone for clone in self.clones if clone.replica == replica), None)

    def replica_of(self, volume: Volume) -> Replica | None:
        """Return the replica whose disk is the volume (replica over volume)."""
        name = f"{volume.group}/{volume.name}"
        replicas = self.snapshot.san.replicas
        return next((replica for replica in replicas if replica.volume == name), None)

    def device_of(self, volume: Volume) -> str:
        """Return what a LUN of the volume exports: its replica's device, or the volume itself."""
        replica = self.replica_of(volume)
        return f"/dev/{volume.group}/{volume.name}" if replica is None else replica.device

    def mirror_of(self, group: str) -> Mirror:
        """Say what mirrors the volumes of a volume group."""
        san = self.snapshot.san
        if any(g.replica for g in san.groups if g.name == group):
            return Mirror.VOLUME_OVER_REPLICA
        is_below = any(r.volume.partition("/")[0] == group for r in san.replicas)
        if is_below or (self.has_own_disks(group) and san.drbd_version):
            return Mirror.REPLICA_OVER_VOLUME
        return Mirror.PLAIN

    def has_own_disks(self, group: str) -> bool:
        """Whether several servers have the group, each of them on its own disks."""
        uuids = [g.uuid for g in self.snapshot.san.groups if g.name == group]
        return len(uuids) > 1 and (not all(uuids) or len(set(uuids)) > 1)

    def is_mirror_open(self, group: str) -> bool:
        """Whether nothing says yet if the volumes of the group are mirrored.

        Pacemaker moves the SAN from server to server, each has its own disks below the group, and
        DRBD is not in use there so far, nor a volume without it.
        """
        is_used = any(v.group == group and v.lun for v in self.snapshot.san.volumes)
        is_plain = self.mirror_of(group) is Mirror.PLAIN
        return bool(self.group) and is_plain and self.has_own_disks(group) and not is_used

    def homes_of(self, group: str) -> tuple[str, ...]:
        """Return the servers that a volume of the group has to be made on."""
        if self.mirror_of(group) is Mirror.REPLICA_OVER_VOLUME:
            return self.servers
        return (self.active,) if self.active else ()


def san_layout(snapshot: Snapshot, target: str = "") -> SanLayout:
    """Recognise the SAN of ``snapshot``; pure.

    Args:
        target: The one that matters where there are several: its IQN, ``IQN/tpg2`` for one of its
            portal groups; empty: the most fitting one.
    """
    configuration = configuration_of(snapshot.pacemaker.configuration)
    active = snapshot.san.active_server
    servers = tuple(server.name for server in snapshot.san_servers)
    members = [server.name for server in cluster_members(snapshot)]
    members.sort(key=lambda name: name != active)
    found = None if configuration is None else _serving(configuration, snapshot, target)
    group = None if found is None else found[0]
    served_by = _served_by(snapshot, configuration, group)
    base = SanLayout(
        snapshot=snapshot,
        reason=_reason(snapshot, configuration, served_by, members),
        served_by=served_by,
        configuration=configuration,
        active=active,
        servers=servers,
        answering=tuple(s.name for s in snapshot.san_servers if s.is_up),
        members_up=tuple(members),
        hosts=tuple(host.name for host in snapshot.hosts if host.is_up),
    )
    if served_by is ServedBy.LIO:
        return _by_lio(base, target)
    if configuration is None or found is None:
        return base
    group, chosen = found
    return replace(
        base,
        group=group.get("id", ""),
        members=tuple(p.get("id", "") for p in group.iter("primitive")),
        target=chosen.get("id", ""),
        iqn=parameter(chosen, "iqn"),
        choices=tuple(parameter(one, "iqn") for _, one in _groups_of(configuration)),
        new_unit_at=_place_for_unit(group, chosen),
        units=tuple(_unit(p) for p in group.iter("primitive") if p.get("type") == UNIT),
        clones=tuple(_clones(configuration)),
    )


def parameter(primitive: Element, name: str) -> str:
    """Return an instance attribute of a primitive; empty when it is not set."""
    pairs = primitive.findall("instance_attributes/nvpair")
    return next((pair.get("value", "") for pair in pairs if pair.get("name") == name), "")


def _groups_of(configuration: Element) -> list[tuple[Element, Element]]:
    """Every target that a group runs, with the group."""
    return [
        (group, primitive)
        for group in configuration.iter("group")
        for primitive in group.iter("primitive")
        if primitive.get("type") == TARGET
    ]


def _serving(
    configuration: Element, snapshot: Snapshot, wanted: str
) -> tuple[Element, Element] | None:
    """The group and the target that are wanted; else those seen from, with most LUNs, or first."""
    found = _groups_of(configuration)
    if wanted:
        named = [one for one in found if wanted in (parameter(one[1], "iqn"), one[1].get("id"))]
        return named[0] if named else None
    here = {t.iqn for t in snapshot.san.targets if t.server == (snapshot.san.view or None)}
    found = [one for one in found if parameter(one[1], "iqn") in here] or found
    iqns = [
        parameter(unit, "target_iqn")
        for unit in configuration.iter("primitive")
        if unit.get("type") == UNIT
    ]
    return max(found, key=lambda one: iqns.count(parameter(one[1], "iqn")), default=None)


def _by_lio(base: SanLayout, wanted: str) -> SanLayout:
    """The layout of a SAN that LIO serves by itself."""
    snapshot = base.snapshot
    targets = [t for t in snapshot.san.targets if t.server == base.active]
    places: list[tuple[str, int | None]] = []
    for target in targets:
        places += [(target.iqn, tag) for tag in target.tags] or [(target.iqn, None)]
    chosen = _chosen(base, places, wanted)
    services = snapshot.san.lio_services
    return replace(
        base,
        iqn="" if chosen is None else chosen[0],
        tag=None if chosen is None else chosen[1],
        choices=tuple(_named(place, places) for place in places),
        service=next((s for s in services if s.server == base.active), None),
    )


def _chosen(
    base: SanLayout, places: list[tuple[str, int | None]], wanted: str
) -> tuple[str, int | None] | None:
    """The one that is named; else the only one, or that which alone has most LUNs."""
    if wanted:
        places = [place for place in places if wanted in (place[0], _full(place))]
    if len(places) < 2:
        return places[0] if places else None
    luns = [lun for lun in base.snapshot.san.luns if lun.server == base.active]
    counts = [
        sum(lun.target == iqn and lun.tag in (tag, None) for lun in luns) for iqn, tag in places
    ]
    most = max(counts)
    return places[counts.index(most)] if counts.count(most) == 1 else None


def _full(place: tuple[str, int | None]) -> str:
    return f"{place[0]}/tpg{place[1]}"


def _named(place: tuple[str, int | None], places: list[tuple[str, int | None]]) -> str:
    """What a target is called: by its IQN alone when it has one portal group."""
    is_single = sum(iqn == place[0] for iqn, _ in places) == 1
    return place[0] if is_single else _full(place)


def _served_by(
    snapshot: Snapshot, configuration: Element | None, group: Element | None
) -> ServedBy:
    """Who serves; LIO only where Pacemaker is known not to have a hand in it."""
    pacemaker = snapshot.pacemaker
    if group is not None:
        return ServedBy.PACEMAKER
    if pacemaker.reason or (pacemaker.is_present and configuration is None):
        return ServedBy.NOBODY
    if any(pacemaker.node(server.node_name) is not None for server in snapshot.san_servers):
        return ServedBy.NOBODY
    return ServedBy.LIO if snapshot.san.serving else ServedBy.NOBODY


def _reason(
    snapshot: Snapshot, configuration: Element | None, served_by: ServedBy, members: list[str]
) -> str:
    pacemaker = snapshot.pacemaker
    if served_by is ServedBy.PACEMAKER and members and not pacemaker.reason:
        return ""
    if served_by is ServedBy.LIO:
        who = snapshot.san.serving
        if len(who) > 1 and not snapshot.san.view:
            return f"{' and '.join(who)} serve targets of their own, without Pacemaker."
        return ""
    if not pacemaker.is_present and not pacemaker.reason:
        silent = [server.name for server in snapshot.san_servers if not server.is_up]
        if silent:
            return f"{' and '.join(silent)} cannot be asked: who serves this SAN is not known."
        return "Nobody serves this SAN: it has no Pacemaker, and no server has a target of LIO."
    if pacemaker.reason or not members:
        return pacemaker.reason or "No member of the Pacemaker cluster answers."
    if configuration is None:
        return "Pacemaker's configuration could not be read."
    return "Pacemaker does not serve this SAN: no resource group of it has an iSCSITarget."


def _place_for_unit(group: Element, target: Element) -> int | None:
    """Before the first address behind the target; comments count, as they do in a patch."""
    is_behind_target = False
    for position, child in enumerate(group):
        if child is target:
            is_behind_target = True
        elif is_behind_target and child.get("type") == ADDRESS:
            return position
    return None


def _unit(primitive: Element) -> LogicalUnit:
    return LogicalUnit(
        id=primitive.get("id", ""),
        path=parameter(primitive, "path"),
        number=parameter(primitive, "lun"),
        serial=parameter(primitive, "scsi_sn"),
        target=parameter(primitive, "target_iqn"),
    )


def _clones(configuration: Element) -> list[PromotableClone]:
    found = []
    for tag in ("clone", "master"):
        for clone in configuration.iter(tag):
            for primitive in clone.iter("primitive"):
                if primitive.get("type") == REPLICA:
                    name = parameter(primitive, "drbd_resource")
                    ids = (clone.get("id", ""), primitive.get("id", ""))
                    found.append(PromotableClone(*ids, name))
    return found
