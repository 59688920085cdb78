"""A draft on its way: verdicts, preview, question, run with progress, and how it ended."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from xenadmin_gui.cli.call import Call, interruptible
from xenadmin_gui.cli.output import size
from xenadmin_gui.domain.errors import Cancelled, ExitCode, XenadminError
from xenadmin_gui.domain.states import Health
from xenadmin_gui.jobs.context import Progress
from xenadmin_gui.operations.plan import Plan, Subject, Verdict
from xenadmin_gui.operations.preview import Preview, preview_as_dict
from xenadmin_gui.operations.rest import rest_of
from xenadmin_gui.operations.tasks import StepState, Task, TaskState, TaskStep, task_as_dict

if TYPE_CHECKING:
    from xenadmin_gui.operations.draft import Draft
    from xenadmin_gui.operations.work import StepListener

_VERDICTS = {
    Verdict.WILL_DO: (Health.OK, "will do"),
    Verdict.ALREADY: (Health.OFF, "already so"),
    Verdict.CANNOT: (Health.FAILED, "cannot"),
}
_FINE = (TaskState.DONE, TaskState.ROLLED_BACK, TaskState.LEFT)


def carry_out(call: Call, draft: Draft, *, asks_always: bool = False, again: str = "") -> int:
    """Make the plan of ``draft``, show what it means, and run it.

    It asks before it runs when not everything can be done, or always with ``asks_always``; what
    loses data needs its name. What failed of several objects is offered once more on a terminal.

    Args:
        again: How the rest is tried again when there is nobody to ask, one sentence.

    Returns:
        0 when everything is as asked for, 3 when something could not be tried, 1 when something
        failed.

    Raises:
        PreconditionError: Nothing of it can be done.
    """
    out = call.output
    plan = call.session.plan(draft)
    if call.arguments.dry_run:
        _show_preview(call, call.session.preview(plan))
        return _status(plan)
    will_do = _with(plan, Verdict.WILL_DO)
    is_mixed = bool(will_do) and len(will_do) < len(plan.subjects)
    if not out.as_json and (is_mixed or not will_do or out.is_talking):
        _show_verdicts(call, plan)
    for caution in plan.cautions:
        out.note(caution)
    if not will_do:
        if out.as_json:
            out.json(_nothing_to_do(plan))
        return _status(plan)
    if plan.confirm:
        agreed = call.confirm_loss(plan.title, plan.confirm)
    else:
        agreed = not (is_mixed or asks_always) or call.confirm(f"{plan.title}?")
    if not agreed:
        raise XenadminError("Nothing was done.", code="declined")
    task = watched(call, plan.id, lambda to: call.session.run(plan, call.context, to))
    status = ending(call, task, plan)
    is_cut = task.state is TaskState.CANCELLED
    rest = rest_of(draft, plan, task) if status and not is_cut else None
    if rest is not None:
        if call.asks("Try the rest again?"):
            return carry_out(call, rest, asks_always=asks_always, again=again)
        if again:
            out.note(again)
    return status or _status(plan)


def watched(call: Call, task_id: str, work: Callable[[StepListener], Task]) -> Task:
    """Run ``work`` with Ctrl-C as cancel and a line for each step that changes its state.

    Returns:
        The task as it ended; that of a cancel tells what was sent already.

    Raises:
        Cancelled: It was cancelled before anything began.
    """
    shown: dict[int, StepState] = {}

    def tell(task: Task, step: TaskStep) -> None:
        if shown.get(step.number) is not step.state:
            shown[step.number] = step.state
            call.output.note(f"{step.number}/{len(task.steps)} {step.title}: {step.state}")

    def tell_part(progress: Progress) -> None:
        """Steps are told of already; what is in between is a part of one."""
        if progress.done % 1:
            call.output.note(f"  {progress.text}")

    call.on_progress = tell_part if call.output.is_talking else None
    try:
        with interruptible(call.context):
            return work(tell if call.output.is_talking else lambda task, step: None)
    except Cancelled:
        known = {task.id: task for task in call.session.tasks()}
        if task_id not in known:
            raise
        return known[task_id]


def ending(call: Call, task: Task, plan: Plan | None = None) -> int:
    """Tell how ``task`` ended; 0 when it ended as it should, else 1."""
    out = call.output
    if out.as_json:
        verdicts = [] if plan is None else [_subject(subject) for subject in plan.subjects]
        out.json({**task_as_dict(task), "verdicts": verdicts})
    else:
        health = Health.OK if task.state in _FINE else Health.FAILED
        out.line(out.state(health, f"{task.title}: {task.state}. {task.reason}").rstrip())
        for step in task.failures:
            out.line(f"  {step.title}: {step.means or step.said}")
            if step.next_step:
                out.line(f"  {step.next_step}")
    return ExitCode.DONE if task.state in _FINE else ExitCode.FAILED


def _status(plan: Plan) -> int:
    return ExitCode.CANNOT if _with(plan, Verdict.CANNOT) else ExitCode.DONE


def _with(plan: Plan, verdict: Verdict) -> list[Subject]:
    return [subject for subject in plan.subjects if subject.verdict is verdict]


def _show_verdicts(call: Call, plan: Plan) -> None:
    out = call.output
    for subject in plan.subjects:
        health, words = _VERDICTS[subject.verdict]
        why = " ".join(part for part in (subject.reason, subject.next_step) if part)
        if subject.verdict is Verdict.CANNOT:
            words = f"cannot, because: {why}" if why else words
        elif why:
            words = f"{words}: {why}"
        out.line(f"{out.sign(health)} {subject.name}: {words}")


def _show_preview(call: Call, shown: Preview) -> None:
    out = call.output
    if out.as_json:
        out.json(preview_as_dict(shown))
        return
    out.line(f"{shown.plan.title}, only shown:")
    _show_verdicts(call, shown.plan)
    for caution in shown.plan.cautions:
        out.line(out.state(Health.DEGRADED, caution))
    for command in shown.commands:
        out.line()
        out.line(f"{command.number}. {command.title}")
        out.line(f"   {command.host}$ {shlex.join(command.argv)}")
    if shown.new_vms:
        out.line()
        out.table(
            ("NEW VM", "STATE", "HOST", ">CPUS", ">MEMORY", ">DISK"),
            [
                (
                    new.guest.name,
                    str(new.vm.state),
                    new.vm.host or "",
                    str(new.guest.vcpus),
                    size(new.guest.memory_bytes),
                    size(new.guest.disk_bytes),
                )
                for new in shown.new_vms
            ],
        )
    changes = [c for c in shown.memory if c.free_before_bytes != c.free_after_bytes]
    if changes:
        out.line()
        out.table(
            ("HOST", ">FREE NOW", ">AFTERWARDS"),
            [(c.host, size(c.free_before_bytes), size(c.free_after_bytes)) for c in changes],
        )
    for note in shown.notes:
        out.line(note)
    if shown.plan.confirm:
        out.line(f"It loses data: it runs only with --confirm {shown.plan.confirm}.")


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "kind": str(subject.key.kind),
        "id": subject.key.id,
        "name": subject.name,
        "verdict": str(subject.verdict),
        "reason": subject.reason,
        "next_step": subject.next_step,
        "code": subject.code,
    }


def nothing_to_do(call: Call, sentence: str) -> int:
    """Say that there is no need for a plan at all."""
    if call.output.as_json:
        call.output.json(_needless(sentence))
    else:
        call.output.line(sentence)
    return ExitCode.DONE


def _nothing_to_do(plan: Plan) -> dict[str, Any]:
    """The record of a task that there was no need for."""
    return _needless(plan.title) | {
        "subjects": [str(subject.key) for subject in plan.subjects],
        "verdicts": [_subject(subject) for subject in plan.subjects],
    }


def _needless(title: str) -> dict[str, Any]:
    return {
        "id": None,
        "title": title,
        "state": str(TaskState.DONE),
        "created": None,
        "started": None,
        "ended": None,
        "who": "",
        "subjects": [],
        "reason": "",
        "steps": [],
        "verdicts": [],
    }
