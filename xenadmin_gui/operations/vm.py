"""The draft of everything that is done to running and stopped VMs, one or many at once."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.migration import TargetChoice, migration_targets
from xenadmin_gui.operations.plan import Plan, Step, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vmcontrol import steps_for
from xenadmin_gui.operations.vmverdict import judge

__all__ = ["Move", "TargetChoice", "VmDraft", "VmVerb", "migration_targets"]

_NAMES_IN_TITLE = 3


@dataclass(frozen=True, slots=True)
class Move:
    """Where one of several VMs goes, when it is not where and how all of them go."""

    uuid: str
    target: str | None = None
    live: bool = True


@dataclass(frozen=True, slots=True)
class VmDraft:
    """What to do to which VMs.

    Attributes:
        uuids: Of the VMs, in the order in which they are worked on.
        target: Host to move to, or to start an unprotected VM on; None: the best one is chosen.
        live: For MIGRATE: without interruption. False: suspend, copy, resume; a protected VM is
            stopped here and started there.
        moves: For MIGRATE: VMs with a target and a way of their own.
    """

    verb: VmVerb
    uuids: tuple[str, ...]
    target: str | None = None
    live: bool = True
    moves: tuple[Move, ...] = ()

    def verdicts(self, snapshot: Snapshot) -> tuple[Subject, ...]:
        """Say of each VM that exists: will do, already so, cannot because."""
        return self._work_out(snapshot, "0" * 32)[0]

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what is wrong with the draft, or why it can be done to none of its VMs."""
        wrong = self._wrong(snapshot)
        if wrong:
            return wrong
        verdicts = self.verdicts(snapshot)
        if any(subject.verdict is not Verdict.CANNOT for subject in verdicts):
            return ()
        return tuple(Problem(s.reason, s.next_step, s.key, s.code) for s in verdicts)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan; VMs that it cannot be done to are in it with their reason.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        plan_id = new_plan_id()
        subjects, steps = self._work_out(snapshot, plan_id)
        return Plan(
            id=plan_id,
            title=self._title(subjects),
            subjects=subjects,
            steps=steps,
            made_from=snapshot.version,
            lanes=self.verb.lanes,
        )

    def _wrong(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        if not self.uuids:
            return (Problem("No VM is chosen.", "Choose a VM.", code="no-vm", field="uuids"),)
        missing = [uuid for uuid in self.uuids if uuid not in snapshot.vms]
        if missing:
            return tuple(
                Problem(
                    f"There is no VM {uuid}.",
                    "Look at the list of VMs again.",
                    Key(Kind.VM, uuid),
                    "no-such-vm",
                    "uuids",
                )
                for uuid in missing
            )
        known = {server.name for server in snapshot.hosts} | {None}
        targets = (self.target, *(move.target for move in self.moves))
        strange = next((target for target in targets if target not in known), None)
        if strange is None:
            return ()
        hosts = ", ".join(server.name for server in snapshot.hosts)
        sentence = f"There is no host {strange}."
        return (Problem(sentence, f"The hosts are {hosts}.", None, "no-such-host", "target"),)

    def _move(self, uuid: str) -> Move:
        own = (move for move in self.moves if move.uuid == uuid)
        return next(own, Move(uuid, self.target, self.live))

    def _work_out(
        self, snapshot: Snapshot, plan_id: str
    ) -> tuple[tuple[Subject, ...], tuple[Step, ...]]:
        """Judge the VMs one after the other, each in the cluster that the ones before leave."""
        subjects: list[Subject] = []
        steps: list[Step] = []
        for uuid in dict.fromkeys(self.uuids):
            vm = snapshot.vms.get(uuid)
            if vm is None:
                continue
            move = self._move(uuid)
            judged = judge(snapshot, vm, self.verb, target=move.target, live=move.live)
            subjects.append(judged.subject)
            if judged.subject.verdict is not Verdict.WILL_DO:
                continue
            made = self._steps(snapshot, vm, judged.target, move.live, plan_id, len(steps) + 1)
            steps += made
            for step in made:
                snapshot = assume(step.done_when, snapshot)
        return tuple(subjects), tuple(steps)

    def _steps(
        self, snapshot: Snapshot, vm: Vm, target: str, live: bool, plan_id: str, number: int
    ) -> tuple[Step, ...]:
        return steps_for(
            snapshot,
            vm,
            self.verb,
            target=target,
            live=live,
            plan_id=plan_id,
            number=number,
        )

    def _title(self, subjects: tuple[Subject, ...]) -> str:
        names = [s.name for s in subjects if s.verdict is Verdict.WILL_DO]
        names = names or [s.name for s in subjects]
        if len(names) > _NAMES_IN_TITLE:
            what = f"{len(names)} VMs"
        else:
            what = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        where = f" to {self.target}" if self.verb is VmVerb.MIGRATE and self.target else ""
        return f"{self.verb.phrase} {what}{where}"
