"""Makes sheet contents of previews and of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import alike
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.content import SheetContent, SheetStep, SheetSubject, Trouble
from xenadmin_gui.operations.plan import Plan, Subject, Verdict
from xenadmin_gui.operations.preview import MemoryChange, NewVm, Preview
from xenadmin_gui.operations.tasks import Task, TaskCommand, TaskState, TaskStep

#: So many new VMs are named one by one.
_MOST_NEW = 10


def preview_content(shown: Preview) -> SheetContent:
    """Return what a sheet shows before anything runs."""
    return SheetContent(
        title=phrase(shown.plan.title),
        subjects=_subjects(shown.plan.subjects),
        steps=_planned(shown.plan),
        task_id=shown.plan.id,
        afterwards=_afterwards(shown),
        notes=_notes(shown.notes, [subject.name for subject in shown.plan.subjects]),
        confirm=shown.plan.confirm,
        cautions=tuple(phrase(caution) for caution in shown.plan.cautions),
    )


def task_content(
    task: Task, commands: Iterable[TaskCommand] = (), plan: Plan | None = None
) -> SheetContent:
    """Return what a sheet shows of a task.

    Args:
        commands: What it has sent until now.
        plan: For the commands that it has not sent yet; None in a record.
    """
    sent = tuple(commands)
    planned = {step.number: step for step in _planned(plan)} if plan is not None else {}
    reason = phrase(task.reason)
    has_own = any(step.said or step.means for step in task.failures)
    return SheetContent(
        title=phrase(task.title),
        subjects=() if plan is None else _subjects(plan.subjects),
        steps=tuple(_step(step, sent, planned.get(step.number)) for step in task.steps),
        task_id=task.id,
        state=task.state,
        started_at=task.started,
        ended_at=task.ended,
        who=task.who,
        trouble=Trouble(means=reason) if reason and not has_own else None,
    )


def waiting_content(preview: SheetContent) -> SheetContent:
    """Return the sheet between the button and the first word of the task."""
    return SheetContent(
        preview.title,
        preview.subjects,
        preview.steps,
        task_id=preview.task_id,
        state=TaskState.PLANNED,
    )


def _notes(notes: Iterable[str], names: list[str]) -> tuple[str, ...]:
    """Return the notes; what is said alike of several objects is said once, with all names."""
    known = set(names)
    rows: dict[str, list[tuple[str, str]]] = {}
    for note in notes:
        words = {word.rstrip(".") for word in re.findall(r"[\w.+-]+", note)}
        name = max(words & known, key=len, default="")
        rows.setdefault(note.replace(name, "\0") if name else note, []).append((note, name))
    told: list[str] = []
    for row in rows.values():
        if len(row) < alike.LEAST:
            told += [phrase(note) for note, _ in row]
        else:
            same = QCoreApplication.translate("Pages", "The same holds for {names}.")
            others = same.format(names=wording.listing([name for _, name in row[1:]]))
            told.append(f"{phrase(row[0][0])} {others}")
    return tuple(told)


def _subjects(subjects: Iterable[Subject]) -> tuple[SheetSubject, ...]:
    return tuple(
        SheetSubject(s.name, s.verdict, f"{phrase(s.reason)} {phrase(s.next_step)}".strip())
        for s in subjects
    )


def _planned(plan: Plan) -> tuple[SheetStep, ...]:
    names = {subject.key: subject.name for subject in plan.subjects}
    return tuple(
        SheetStep(
            number=step.number,
            subject=names.get(step.subject, step.subject.id),
            title=phrase(step.title),
            commands=((step.host, step.command.argv),),
        )
        for step in plan.steps
    )


def _step(step: TaskStep, sent: tuple[TaskCommand, ...], planned: SheetStep | None) -> SheetStep:
    own = [command for command in sent if command.step == step.number]
    commands = tuple((command.host, command.argv) for command in own)
    trouble = Trouble(step.said.strip(), phrase(step.means), phrase(step.next_step))
    return SheetStep(
        number=step.number,
        subject=planned.subject if planned is not None else step.subject.id,
        title=phrase(step.title),
        commands=commands or (planned.commands if planned is not None else ()),
        state=step.state,
        started_at=step.started,
        ended_at=step.ended,
        output=own[-1].output_tail if own else "",
        trouble=trouble if step.means or step.next_step else None,
    )


def _afterwards(shown: Preview) -> tuple[str, ...]:
    """VMs that are new then, hosts whose memory changes, and those that are empty."""
    tr = QCoreApplication.translate
    if not any(s.verdict is Verdict.WILL_DO for s in shown.plan.subjects):
        return ()
    changed = [c for c in shown.memory if c.free_after_bytes != c.free_before_bytes]
    clauses = [_new_clause(new) for new in shown.new_vms[:_MOST_NEW]]
    if (more := len(shown.new_vms) - _MOST_NEW) > 0:
        clauses.append(tr("Plan", "{number} more").format(number=more))
    clauses += [
        tr("Plan", "{host} is empty").format(host=change.host)
        for change in changed
        if not _runs_something(shown.after, change.host)
    ]
    figures = [text for change in changed if (text := memory_clause(change))]
    if figures:
        clauses.append(tr("Plan", "memory used: {hosts}").format(hosts=", ".join(figures)))
    return tuple(clauses)


def _new_clause(new: NewVm) -> str:
    """Return ``web9 on xen2: 2 vCPU, 2.0 GiB memory, 10 GiB disk``."""
    tr = QCoreApplication.translate
    text = tr("Plan", "{vm}, off: {vcpus} vCPU, {memory} memory, {disk} disk")
    if new.vm.state is not VmState.OFF:
        text = tr("Plan", "{vm} on {host}: {vcpus} vCPU, {memory} memory, {disk} disk")
        if not new.vm.host:
            text = tr(
                "Plan",
                "{vm}, where Pacemaker starts it: {vcpus} vCPU, {memory} memory, {disk} disk",
            )
    return text.format(
        vm=new.guest.name,
        host=new.vm.host,
        vcpus=new.guest.vcpus,
        memory=wording.size(new.guest.memory_bytes),
        disk=wording.size(new.guest.disk_bytes),
    )


def _runs_something(after: Snapshot, host: str) -> bool:
    return any(vm.host == host and vm.state is not VmState.OFF for vm in after.vms.values())


def memory_clause(change: MemoryChange) -> str:
    """Return ``xen1 62 % → 71 %``; empty when something was not measured."""
    total, before, after = change.total_bytes, change.free_before_bytes, change.free_after_bytes
    if not total or before is None or after is None:
        return ""
    used = [wording.percent(100 * (total - free) / total) for free in (before, after)]
    return f"{change.host} {used[0]} → {used[1]}"
