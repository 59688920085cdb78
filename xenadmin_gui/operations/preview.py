"""What a plan would do, shown before anything runs: verdicts, commands, the cluster afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.plan import NewGuest, Plan, Subject, Verdict


@dataclass(frozen=True, slots=True)
class PlannedCommand:
    """A command as it will run.

    Attributes:
        number: Of its step.
        host: Where it runs; should that not answer, on the first of ``alternatives`` that does.
        shell: The same argv as a line for a POSIX shell.
    """

    number: int
    subject: Key
    title: str
    host: str
    argv: tuple[str, ...]
    shell: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemoryChange:
    """Memory of one host for new VMs, in bytes; None where it was not measured."""

    host: str
    total_bytes: int | None
    free_before_bytes: int | None
    free_after_bytes: int | None


@dataclass(frozen=True, slots=True)
class NewVm:
    """A VM that the plan makes, with its state and place once that is done."""

    guest: NewGuest
    vm: Vm


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything an administrator wants to see before saying yes.

    Attributes:
        commands: In the order of the steps.
        after: The snapshot as it would be if each step reached its end.
        memory: Every host of the cluster, in its order.
        notes: What cannot be taken back, and what cannot be foreseen; one sentence each.
    """

    plan: Plan
    commands: tuple[PlannedCommand, ...]
    after: Snapshot
    memory: tuple[MemoryChange, ...]
    notes: tuple[str, ...] = ()

    @property
    def new_vms(self) -> tuple[NewVm, ...]:
        """The VMs that there are afterwards and were not before."""
        return tuple(NewVm(guest, self.after.vms[guest.uuid]) for guest in self.plan.makes)

    @property
    def will_do(self) -> tuple[Subject, ...]:
        return self._with(Verdict.WILL_DO)

    @property
    def already(self) -> tuple[Subject, ...]:
        return self._with(Verdict.ALREADY)

    @property
    def cannot(self) -> tuple[Subject, ...]:
        return self._with(Verdict.CANNOT)

    def _with(self, verdict: Verdict) -> tuple[Subject, ...]:
        return tuple(s for s in self.plan.subjects if s.verdict is verdict)


def preview(plan: Plan, snapshot: Snapshot) -> Preview:
    """Show ``plan`` against ``snapshot``; pure, asks nobody."""
    after = snapshot
    for guest in plan.makes:
        after = replace(after, vms={**after.vms, guest.uuid: _made(guest)})
    for step in plan.steps:
        after = assume(step.done_when, after)
    return Preview(
        plan=plan,
        commands=tuple(
            PlannedCommand(
                number=step.number,
                subject=step.subject,
                title=step.title,
                host=step.host,
                argv=step.command.argv,
                shell=step.command.as_shell(),
                alternatives=step.alternatives,
            )
            for step in plan.steps
        ),
        after=after,
        memory=tuple(
            MemoryChange(
                host=server.name,
                total_bytes=server.memory_bytes,
                free_before_bytes=server.memory_free_bytes,
                free_after_bytes=after.servers[server.name].memory_free_bytes,
            )
            for server in snapshot.hosts
        ),
        notes=_notes(plan, after),
    )


def _made(guest: NewGuest) -> Vm:
    """A new VM before it is started."""
    return Vm(
        guest.uuid,
        guest.name,
        VmState.OFF,
        kind=guest.kind,
        vcpus=guest.vcpus,
        memory_bytes=guest.memory_bytes,
    )


def preview_as_dict(shown: Preview) -> dict[str, Any]:
    """Return the preview in plain JSON types; ``steps`` each with ``host`` and ``argv``."""
    return {
        "id": shown.plan.id,
        "title": shown.plan.title,
        "confirm": shown.plan.confirm,
        "subjects": [
            {
                "kind": str(subject.key.kind),
                "id": subject.key.id,
                "name": subject.name,
                "verdict": str(subject.verdict),
                "reason": subject.reason,
                "next_step": subject.next_step,
                "code": subject.code,
            }
            for subject in shown.plan.subjects
        ],
        "steps": [
            {
                "number": command.number,
                "title": command.title,
                "host": command.host,
                "argv": list(command.argv),
                "alternatives": list(command.alternatives),
            }
            for command in shown.commands
        ],
        "memory": [
            {
                "host": change.host,
                "memory_bytes": change.total_bytes,
                "free_before_bytes": change.free_before_bytes,
                "free_after_bytes": change.free_after_bytes,
            }
            for change in shown.memory
        ],
        "new_vms": [
            {
                "id": new.guest.uuid,
                "name": new.guest.name,
                "state": str(new.vm.state),
                "host": new.vm.host,
                "protected": new.vm.is_protected,
                "vcpus": new.guest.vcpus,
                "memory_bytes": new.guest.memory_bytes,
                "disk_bytes": new.guest.disk_bytes,
            }
            for new in shown.new_vms
        ],
        "cautions": list(shown.plan.cautions),
        "notes": list(shown.notes),
    }


def _notes(plan: Plan, after: Snapshot) -> tuple[str, ...]:
    notes = [step.no_undo for step in plan.steps if step.no_undo]
    for subject in plan.subjects:
        vm = after.vms.get(subject.key.id)
        if subject.verdict is Verdict.WILL_DO and vm is not None and _is_placed_later(vm):
            notes.append(f"Pacemaker chooses the host that {vm.name} starts on.")
    return tuple(dict.fromkeys(notes))


def _is_placed_later(vm: Vm) -> bool:
    return vm.is_protected and vm.state is VmState.RUNNING and vm.host is None
