"""Giving a VM another name: in every definition of it, together or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, VmIs
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Step, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.vmedit.condition import NameFree
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps
from xenadmin_gui.operations.vmlife.names import wrong_name
from xenadmin_gui.operations.vmlife.refusals import no_vm, not_off, silent_hosts, unreadable

_LETTERS = "Use letters, digits and - . _ +, a letter or a digit first."


@dataclass(frozen=True, slots=True)
class VmRename:
    """A new name for a VM that is off; its UUID, its disks and its resource keep theirs."""

    uuid: str
    new_name: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return (no_vm(self.uuid),)
        return (
            *self._wrong_name(snapshot, vm),
            *not_off(snapshot, vm),
            *unreadable(snapshot, vm),
            *silent_hosts(snapshot, vm, f"whether a VM there is called {self.new_name}"),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        steps: list[Step] = []
        for copy in vm.definitions:
            definition = Definition(copy.xml)
            if definition.name != self.new_name:
                definition.set_name(self.new_name)
                made = DefinitionSteps(snapshot, vm, copy, len(steps) + 1)
                steps += made.rename_by(definition.text)
        if steps:
            steps[0] = self._guarded(steps[0])
        verdict = Verdict.WILL_DO if steps else Verdict.ALREADY
        return Plan(
            id=new_plan_id(),
            title=f"Rename {vm.name} to {self.new_name}",
            subjects=(Subject(vm.key, vm.name, verdict, self._means(vm) if steps else ""),),
            steps=tuple(steps),
            made_from=snapshot.version,
            take_back_failed=True,
        )

    def _guarded(self, step: Step) -> Step:
        free, off = NameFree(self.uuid, self.new_name), VmIs(self.uuid, VmState.OFF)
        return replace(step, only_if=AllOf((step.only_if, free, off)))

    def _means(self, vm: Vm) -> str:
        if vm.protection is None:
            return "The names of its disks and what the guest calls itself stay as they are."
        return (
            f"Its resource in Pacemaker stays {vm.protection.resource}; its disks and what the "
            "guest calls itself keep their names too."
        )

    def _wrong_name(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        sentence, step = wrong_name(self.new_name), _LETTERS
        others = [one for one in snapshot.vms_named(self.new_name) if one.uuid != self.uuid]
        if not sentence and others:
            where = ", ".join(others[0].defined_on) or others[0].host or "the cluster"
            sentence = f"A VM on {where} is called {self.new_name} already."
            step = "Take a name that no VM has."
        if not sentence and self.new_name == vm.name:
            sentence, step = f"{vm.name} has that name already.", "Take another one."
        if not sentence:
            return ()
        return (Problem(sentence, step, vm.key, "bad-name", "new_name"),)
