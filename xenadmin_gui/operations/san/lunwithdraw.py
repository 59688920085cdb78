"""The draft that takes a LUN back from the hosts; its volume stays."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.home import at_lun
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.pathsteps import removal_steps
from xenadmin_gui.operations.san.refusals import not_changeable, unknown_users
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.sancondition import LunUnused
from xenadmin_gui.operations.sanholds import lun_of


@dataclass(frozen=True, slots=True)
class LunWithdraw:
    """Take a LUN back; refused while a VM has it as a disk."""

    wwid: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        layout, lun = _layout(snapshot, self.wwid), lun_of(snapshot, self.wwid)
        key = Key(Kind.LUN, self.wwid)
        if lun is None:
            sentence = f"There is no LUN {self.wwid}."
            return (Problem(sentence, "Look at the list again.", key, "no-lun", "wwid"),)
        if wrong := not_changeable(layout, key):
            return wrong
        if wrong := serving(layout).withdrawal_problems(lun):
            return wrong
        vms = [vm for vm in snapshot.vms.values() if any(d.wwid == self.wwid for d in vm.disks)]
        if vms:
            names = ", ".join(sorted(vm.name for vm in vms))
            sentence = f"The LUN is a disk of {names}."
            return (Problem(sentence, "Detach the disk first.", key, "in-use", "wwid"),)
        return unknown_users(snapshot, key)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        layout, lun = _layout(snapshot, self.wwid), lun_of(snapshot, self.wwid)
        assert lun is not None
        row = StepRow(lun.key)
        serving(layout).begin_withdrawal(row, lun, LunUnused(self.wwid))
        removal_steps(row, snapshot, layout.hosts, lun.target, self.wwid)
        serving(layout).withdraw(row, lun, LunUnused(self.wwid))
        name = serving(layout).name_of(lun)
        return Plan(
            id=new_plan_id(),
            title=f"Withdraw the LUN {lun.number} ({name})",
            subjects=(Subject(lun.key, name, Verdict.WILL_DO),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )


def _layout(snapshot: Snapshot, wwid: str) -> SanLayout:
    """The SAN as the server has it, and the portal group, that offer the LUN."""
    lun = lun_of(snapshot, wwid)
    if lun is None:
        return san_layout(snapshot)
    here = at_lun(snapshot, wwid)
    layout = san_layout(here, f"{lun.target}/tpg{lun.tag}")
    return layout if layout.iqn else san_layout(here, lun.target)
