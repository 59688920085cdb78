"""The draft of a LUN: a volume is offered to the hosts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.home import at_volume
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.newlun import NewLun
from xenadmin_gui.operations.san.pathsteps import rescan_steps
from xenadmin_gui.operations.san.refusals import not_changeable
from xenadmin_gui.operations.san.serial import new_serial
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.sancondition import (
    LunNumberFree,
    NoLun,
    ReplicaSideIs,
    SanActive,
    VolumeIs,
)
from xenadmin_gui.operations.sanholds import volume_of


@dataclass(frozen=True, slots=True)
class LunExport:
    """Offer a volume as a LUN.

    Attributes:
        group: Volume group of ``volume``.
        number: LUN number; None: the first one free from 1.
        read_only: Whether hosts may only read it.
        serial: 8 hexadecimal digits, so that two plans of one draft are the same; empty: drawn.
        besides: Volumes that other rows of the same plan export meanwhile.
        target: The target that offers it where there are several: its IQN, ``IQN/tpg2`` for one of
            its portal groups; empty: the only one, else the one with most LUNs.
    """

    group: str
    volume: str
    number: int | None = None
    read_only: bool = False
    serial: str = ""
    besides: tuple[str, ...] = ()
    target: str = ""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self.volume)
        layout = san_layout(snapshot, self.target)
        volume = volume_of(snapshot, self.group, self.volume)
        key = Key(Kind.VOLUME, f"{self.group}/{self.volume}")
        if wrong := not_changeable(layout, key):
            return wrong
        if volume is None:
            sentence = f"There is no volume {self.group}/{self.volume}."
            return (Problem(sentence, "Look at the list again.", key, "no-volume", "volume"),)
        if wrong := self._no_target(snapshot, layout, key):
            return wrong
        if wrong := serving(layout).lun_problems(key, read_only=self.read_only):
            return wrong
        return (
            *_unfit(layout, volume, key),
            *self._number_problems(snapshot, layout, key),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_volume(snapshot, self.group, self.volume)
        layout = san_layout(snapshot, self.target)
        volume = volume_of(snapshot, self.group, self.volume)
        assert volume is not None
        key, serial = volume.key, new_serial(snapshot, layout, self.serial)
        number = self._number(snapshot, layout)
        device = layout.device_of(volume)
        new = NewLun(self.volume, device, number, serial, self.read_only, self.besides)
        row = StepRow(key)
        free = LunNumberFree(layout.iqn, number, new.wwid)
        serving(layout).offer(row, new, NoLun(new.wwid), free, *_served_here(layout, volume))
        rescan_steps(row, snapshot, layout.hosts, layout.iqn, new.wwid)
        return Plan(
            id=new_plan_id(),
            title=f"Export the volume {self.volume} as LUN {number}",
            subjects=(Subject(key, self.volume, Verdict.WILL_DO),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _no_target(self, snapshot: Snapshot, layout: SanLayout, key: Key) -> tuple[Problem, ...]:
        """Say that there is no such target, or that it has to be said which."""
        if layout.iqn or layout.active is None:
            return ()
        choices = san_layout(snapshot).choices
        step = f"Choose one of {', '.join(choices)}." if choices else "Look at the targets again."
        sentence = f"{layout.active} has several targets, none with more LUNs than the others."
        if self.target:
            sentence = f"{layout.active} has no target {self.target}."
        return (Problem(sentence, step, key, "many-targets", "target"),)

    def _number(self, snapshot: Snapshot, layout: SanLayout) -> int:
        if self.number is not None:
            return self.number
        taken = taken_numbers(snapshot, layout)
        return next(n for n in count(1) if n not in taken)

    def _number_problems(
        self, snapshot: Snapshot, layout: SanLayout, key: Key
    ) -> tuple[Problem, ...]:
        if self.number is None:
            return ()
        highest = serving(layout).highest_number
        if not 0 <= self.number <= highest:
            sentence = f"A LUN number lies between 0 and {highest}."
        elif self.number in taken_numbers(snapshot, layout):
            sentence = f"The LUN number {self.number} is taken."
        else:
            return ()
        return (Problem(sentence, "Take another number.", key, "number-taken", "number"),)


def taken_numbers(snapshot: Snapshot, layout: SanLayout) -> frozenset[int]:
    """Return the LUN numbers of the target, offered now or configured, or in an access list."""
    luns = [
        lun
        for lun in snapshot.san.luns
        if lun.target == layout.iqn and (layout.tag is None or lun.tag in (layout.tag, None))
    ]
    offered = {lun.number for lun in luns} | {one.number for lun in luns for one in lun.access}
    texts = [unit.number for unit in layout.units if unit.target in ("", layout.iqn)]
    return frozenset(offered | {int(text) for text in texts if text.isdecimal()})


def _unfit(layout: SanLayout, volume: Volume, key: Key) -> tuple[Problem, ...]:
    """Why this volume cannot be exported now."""
    device = layout.device_of(volume)
    if volume.lun or any(unit.path == device for unit in layout.units):
        sentence = f"The volume {volume.name} is exported already."
        return (Problem(sentence, "", key, "exported", "volume"),)
    if volume.deleted_at is not None:
        sentence = f"The volume {volume.former_name} is in the recycle bin."
        return (Problem(sentence, "Restore it first.", key, "deleted", "volume"),)
    if layout.active is None:
        sentence = "Nobody serves the SAN now."
        return (Problem(sentence, "Bring the SAN back to health first.", key, "san-degraded"),)
    replica = layout.replica_of(volume)
    if replica is None:
        if layout.active in volume.servers:
            return ()
        sentence = f"{layout.active}, which serves the SAN, does not have {volume.name}."
        return (Problem(sentence, "", key, "not-here", "volume"),)
    side = replica.side(layout.active)
    if side is None or side.role != "Primary" or not device:
        sentence = f"The replica {replica.name} is not primary on {layout.active}."
        step = "Look why Pacemaker does not promote it there."
        return (Problem(sentence, step, replica.key, "not-primary", "volume"),)
    return ()


def _served_here(layout: SanLayout, volume: Volume) -> tuple[Condition, ...]:
    active = layout.active or ""
    replica = layout.replica_of(volume)
    if replica is None:
        return (SanActive(active), VolumeIs(active, volume.group, volume.name))
    return (SanActive(active), ReplicaSideIs(replica.name, active, roles=("Primary",)))
