"""The draft that empties the recycle bin of what has lain in it long enough."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.binsteps import remove_for_good
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.san.volumebin import VolumeDelete

DAY_S = 86400.0
#: What has to be typed when more than one volume goes.
CONFIRM_SEVERAL = "recycle-bin"


@dataclass(frozen=True, slots=True)
class BinPurge:
    """Remove for good what has lain in the recycle bin for longer than ``older_than_s``.

    Attributes:
        older_than_s: Seconds; 0: everything.
        at: Clock seconds to count back from; None: those of the snapshot.
    """

    older_than_s: float
    at: float | None = None

    def due(self, snapshot: Snapshot) -> tuple[Volume, ...]:
        """Return what is old enough, the oldest first."""
        now = snapshot.taken_at if self.at is None else self.at
        found = [
            volume
            for volume in snapshot.san.volumes
            if volume.deleted_at is not None and now - volume.deleted_at >= self.older_than_s
        ]
        return tuple(sorted(found, key=lambda v: (v.deleted_at or 0.0, v.group, v.name)))

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan; one volume of several that stays does not."""
        if self.older_than_s < 0:
            sentence = "The age has to be a number of days, 0 or more."
            return (Problem(sentence, "Choose one.", None, "bad-age", "older_than_s"),)
        due = self.due(snapshot)
        if not due:
            days = f"{self.older_than_s / DAY_S:g}"
            sentence = f"Nothing in the recycle bin is older than {days} days."
            if not any(v.deleted_at is not None for v in snapshot.san.volumes):
                sentence = "The recycle bin is empty."
            return (Problem(sentence, "There is nothing to do.", None, "bin-young"),)
        reasons = [_purge(volume).problems(snapshot) for volume in due]
        if all(reasons):
            return tuple(dict.fromkeys(problem for row in reasons for problem in row))
        return ()

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        row: StepRow | None = None
        subjects, names = [], []
        for volume in self.due(snapshot):
            why = _purge(volume).problems(snapshot)
            if why:
                subjects.append(_left(volume, why[0]))
                continue
            row = StepRow(volume.key, [] if row is None else row.steps)
            for server in volume.servers:
                remove_for_good(row, server, volume, volume.name)
            names.append(volume.former_name)
            subjects.append(Subject(volume.key, volume.former_name, Verdict.WILL_DO))
        return Plan(
            id=new_plan_id(),
            title=f"Remove {', '.join(names)} from the recycle bin for good",
            subjects=tuple(subjects),
            steps=() if row is None else tuple(row.steps),
            made_from=snapshot.version,
            confirm=names[0] if len(names) == 1 else CONFIRM_SEVERAL,
        )


def _purge(volume: Volume) -> VolumeDelete:
    return VolumeDelete(volume.group, volume.name, purge=True)


def _left(volume: Volume, why: Problem) -> Subject:
    return Subject(
        volume.key, volume.former_name, Verdict.CANNOT, why.sentence, why.next_step, why.code
    )
