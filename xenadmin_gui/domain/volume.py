"""LVM on the SAN servers: volume groups, volumes, snapshots and the recycle bin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.work import Work, health_in

SNAPSHOT_FULL_PERCENT = 80.0
_DELETED = re.compile(r"(?P<name>.+)\.deleted-(?P<at>\d{1,12})")
#: Position of the state and of the health in lv_attr (lvs(8)).
_STATE, _HEALTH = 4, 8


def deleted_name(name: str, at: float) -> str:
    """Return what a volume is called in the recycle bin; ``at`` is Clock seconds."""
    return f"{name}.deleted-{int(at)}"


def is_deleted_name(name: str) -> bool:
    """Whether a volume that is called so lies in the recycle bin."""
    return _DELETED.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class VolumeGroup:
    """An LVM volume group on a SAN server; sizes in bytes.

    Attributes:
        missing_pvs: Physical volumes that LVM knows of and does not find.
        replica: The replica that is its physical volume (volume over replica), or empty.
        pvs: Devices of its physical volumes; empty when not known.
        uuid: The same on several servers: they see the same disks; empty when not known.
    """

    server: str
    name: str
    size_bytes: int
    free_bytes: int
    missing_pvs: int = 0
    replica: str = ""
    pvs: tuple[str, ...] = ()
    uuid: str = ""

    @property
    def key(self) -> Key:
        return Key(Kind.VOLUME_GROUP, f"{self.server}/{self.name}")

    @property
    def health(self) -> Health:
        return Health.FAILED if self.missing_pvs else Health.OK


@dataclass(frozen=True, slots=True)
class VolumeCopy:
    """A volume as one server's lvs shows it; ``attributes`` is its lv_attr.

    LVM's ``uuid`` stays when it is renamed and is never given again; empty: not known.
    """

    server: str
    size_bytes: int
    attributes: str = ""
    tags: tuple[str, ...] = ()
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Volume:
    """A logical volume of the SAN; the same volume on both servers is one object.

    Attributes:
        group: Volume group.
        servers: SAN servers that have it.
        lun: WWID of the LUN that exports it, or empty.
        replica: The replica that mirrors it, above it or below its group; empty without one.
        used_by: UUIDs of the VMs whose disks end here.
        attributes: The lv_attr text of lvs.
        snapshot_of: Name of the origin for a snapshot, else empty.
        snapshot_percent: Fill level of a snapshot, 0 to 100, else None.
        copies: What each server says of it, in the order of ``servers``.
        work: The task that makes or deletes it, or left that half done; None: none.
    """

    name: str
    group: str
    size_bytes: int
    servers: tuple[str, ...] = ()
    lun: str = ""
    replica: str = ""
    used_by: tuple[str, ...] = ()
    attributes: str = ""
    tags: tuple[str, ...] = ()
    snapshot_of: str = ""
    snapshot_percent: float | None = None
    copies: tuple[VolumeCopy, ...] = ()
    work: Work | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.VOLUME, f"{self.group}/{self.name}")

    def copy(self, server: str) -> VolumeCopy | None:
        """Return what ``server`` says of it; None when it does not have it or did not tell."""
        return next((copy for copy in self.copies if copy.server == server), None)

    @property
    def uuids(self) -> tuple[str, ...]:
        """What LVM knows its copies by, whatever they are called; those that are known."""
        return tuple(dict.fromkeys(copy.uuid for copy in self.copies if copy.uuid))

    @property
    def deleted_at(self) -> float | None:
        """Clock seconds when it went to the recycle bin; None when it is not there."""
        match = _DELETED.fullmatch(self.name)
        return float(match["at"]) if match is not None else None

    @property
    def former_name(self) -> str:
        """Its name before it went to the recycle bin; its name when it is not there."""
        match = _DELETED.fullmatch(self.name)
        return match["name"] if match is not None else self.name

    @property
    def sizes_differ(self) -> bool:
        """Whether the servers' copies are not equally large."""
        return len({copy.size_bytes for copy in self.copies}) > 1

    @property
    def health(self) -> Health:
        """A lost disk or a broken snapshot is a failure; what is about to break, degraded."""
        return health_in(self.work, self._own_health)

    @property
    def _own_health(self) -> Health:
        attributes = [copy.attributes for copy in self.copies] or [self.attributes]
        if any(_at(text, _HEALTH) == "p" or _at(text, _STATE) in "IS" for text in attributes):
            return Health.FAILED
        percent = self.snapshot_percent if self.snapshot_percent is not None else 0.0
        if percent >= 100.0:
            return Health.FAILED
        if percent >= SNAPSHOT_FULL_PERCENT or self.sizes_differ:
            return Health.DEGRADED
        return Health.OFF if self.deleted_at is not None else Health.OK


def _at(attributes: str, position: int) -> str:
    return attributes[position] if len(attributes) > position else "-"
