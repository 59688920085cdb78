"""What depends on who serves the SAN, Pacemaker or LIO by itself: one value for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.san import Lun, Replica
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.san.bylio import ByLio
from xenadmin_gui.operations.san.cibpatch import find_id
from xenadmin_gui.operations.san.clonesteps import letting_go, takeover
from xenadmin_gui.operations.san.example import new_unit
from xenadmin_gui.operations.san.layout import SanLayout, ServedBy
from xenadmin_gui.operations.san.newlun import NewLun
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.san.unitsteps import entry, leaving

_WRITABLE = (
    "With LIO, Pacemaker's agent iSCSILogicalUnit has no setting for a LUN that is only read."
)


class Serving(Protocol):
    """How LUNs come and go, and replicas are looked after, on one kind of SAN."""

    @property
    def highest_number(self) -> int:
        """The highest number that a LUN may have."""

    def lun_problems(self, key: Key | None, *, read_only: bool) -> tuple[Problem, ...]:
        """Say what keeps any LUN from being made."""

    def withdrawal_problems(self, lun: Lun) -> tuple[Problem, ...]:
        """Say what keeps this LUN from being taken back."""

    def name_of(self, lun: Lun) -> str:
        """Return what the administrator knows a LUN as."""

    def offer(self, row: StepRow, new: NewLun, *guards: Condition) -> None:
        """Add the steps that offer a new LUN, for now and after a restart."""

    def begin_withdrawal(self, row: StepRow, lun: Lun, *guards: Condition) -> None:
        """Add what has to come before the hosts let go of a LUN."""

    def withdraw(self, row: StepRow, lun: Lun, *guards: Condition) -> None:
        """Add the steps that offer a LUN no more."""

    def take_replica_over(
        self,
        row: StepRow,
        group: str,
        replica: str,
        *,
        sync_s: float = 0.0,
        instead: bool = False,
    ) -> None:
        """Add the steps that have a replica primary where the SAN is served, and in sync.

        Args:
            group: Volume group below; its other replicas are the example.
            sync_s: How long the first resync may take besides.
            instead: The example is gone by then, and what goes with it.
        """

    def leads(self, replica: Replica) -> bool:
        """Whether it promotes the replica, and has it come back by ``take_replica_over``."""

    def let_replica_go(self, row: StepRow, replica: Replica, *guards: Condition) -> None:
        """Add the steps after which nobody promotes a replica that it led, and it is down."""


@dataclass(frozen=True, slots=True)
class ByPacemaker:
    """Everything by its configuration; it does the rest."""

    layout: SanLayout

    @property
    def highest_number(self) -> int:
        return 16383

    def lun_problems(self, key: Key | None, *, read_only: bool) -> tuple[Problem, ...]:
        if not read_only:
            return ()
        step = "Export it as it is, and give it to the VM as a disk that is only read."
        return (Problem(_WRITABLE, step, key, "read-only", "read_only"),)

    def withdrawal_problems(self, lun: Lun) -> tuple[Problem, ...]:
        if lun.resource in self.layout.members:
            return ()
        group = self.layout.group
        sentence = f"Pacemaker's group {group} does not offer the LUN {lun.wwid}."
        return (Problem(sentence, "Take it back where it was made.", lun.key, "foreign", "wwid"),)

    def name_of(self, lun: Lun) -> str:
        return lun.resource

    def offer(self, row: StepRow, new: NewLun, *guards: Condition) -> None:
        values = {"lun": str(new.number), "path": new.device, "scsi_sn": new.serial}
        unit = new_unit(self.layout, new.volume, values)
        others = tuple(new_unit(self.layout, name, {}).get("id", "") for name in new.besides)
        entry(row, self.layout, unit, new.wwid, *guards, besides=others)

    def begin_withdrawal(self, row: StepRow, lun: Lun, *guards: Condition) -> None:
        pass

    def withdraw(self, row: StepRow, lun: Lun, *guards: Condition) -> None:
        configuration = self.layout.configuration
        unit = None if configuration is None else find_id(configuration, lun.resource)
        assert unit is not None
        leaving(row, self.layout, unit, lun.wwid, *guards)

    def take_replica_over(
        self,
        row: StepRow,
        group: str,
        replica: str,
        *,
        sync_s: float = 0.0,
        instead: bool = False,
    ) -> None:
        takeover(row, self.layout, group, replica, sync_s=sync_s, instead=instead)

    def leads(self, replica: Replica) -> bool:
        return self.layout.clone_of(replica.name) is not None

    def let_replica_go(self, row: StepRow, replica: Replica, *guards: Condition) -> None:
        owned = self.layout.clone_of(replica.name)
        if owned is not None:
            letting_go(row, self.layout, owned, *guards)


def serving(layout: SanLayout) -> Serving:
    """Return how the SAN of ``layout``, which may be changed, is served."""
    return ByLio(layout) if layout.served_by is ServedBy.LIO else ByPacemaker(layout)
