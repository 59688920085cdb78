"""What is written down when nobody goes on with a plan: after a cancel, or left on purpose."""

from __future__ import annotations

from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.plan import Action, WhenCancelled
from xenadmin_gui.operations.tasks import StepState, Task, TaskState
from xenadmin_gui.operations.units import unit_stop
from xenadmin_gui.operations.work import Ending, Work

STOP_S = 20.0
_UNSENT = "Nothing was sent."


def abandon(work: Work) -> Task:
    """Close a task that was cancelled: say of each step what became of it."""
    sentences = [*halt(work), *_stays_behind(work)]
    if kept := _kept(work):
        sentences = [kept, *(said for said in sentences if said != _UNSENT)]
    skip_the_rest(work)
    return work.journal.end(work.plan.id, TaskState.CANCELLED, " ".join(dict.fromkeys(sentences)))


def _kept(work: Work) -> str:
    """Say how much of the plan was done before; empty when nothing was."""
    states = [step.state for step in work.journal.task(work.plan.id).steps]
    done = states.count(StepState.DONE)
    if done == 1:
        return f"1 of {len(states)} steps was done and stays as it is."
    return f"{done} of {len(states)} steps were done and stay as they are." if done else ""


def halt(work: Work) -> list[str]:
    """End the steps that a cancel found at work; return what becomes of each."""
    sentences = []
    for number, action in list(work.active.items()):
        means = _left_behind(work, action) if number in work.sent else _UNSENT
        sentences.append(means)
        work.end(number, Ending(StepState.CANCELLED, means=means, next_step=_look(number, work)))
    return sentences


def leave(work: Work) -> Task:
    """Close a cut-off task as it is; nothing is sent, nothing is stopped."""
    task = work.journal.task(work.plan.id)
    sent = {command.step for command in work.journal.commands(work.plan.id)}
    sentences = []
    for step in task.steps:
        if step.state not in (StepState.STARTED, StepState.UNDOING):
            continue
        means = _UNSENT
        if step.number in sent:
            means = _stays(work.plan.step(step.number), step.host)
        sentences.append(means)
        ending = Ending(StepState.CANCELLED, means=f"Left as it is. {means}")
        work.end(step.number, ending)
    sentences += _stays_behind(work)
    skip_the_rest(work)
    reason = " ".join(dict.fromkeys(sentences)) or task.reason
    return work.journal.end(work.plan.id, TaskState.LEFT, reason)


def _stays_behind(work: Work) -> list[str]:
    """What steps that are done leave until a later one, which never came, takes it away."""
    task, found = work.journal.task(work.plan.id), []
    for step in work.plan.steps:
        back = {undo.command.argv for undo in step.undo}
        later = work.plan.steps_of(step.subject)
        ends = [s.number for s in later if s.number > step.number and s.command.argv in back]
        is_there = step.if_left and task.step(step.number).state.is_good
        if is_there and not all(task.step(number).state.is_good for number in ends):
            found.append(step.if_left)
    return found


def skip_the_rest(work: Work) -> None:
    """Write down that what has not begun never will."""
    for step in work.journal.task(work.plan.id).steps:
        if step.state is StepState.WAITING:
            work.end(step.number, Ending(StepState.SKIPPED, means="It was not begun."))


def _left_behind(work: Work, action: Action) -> str:
    if not action.unit or action.when_cancelled is WhenCancelled.LEAVE:
        return _stays(action, action.host)
    try:
        # The run's own context is cancelled; stopping is short and has its own time-out.
        result = work.cluster.run(
            action.host,
            unit_stop(action.unit),
            JobContext(clock=work.context.clock),
            timeout_s=STOP_S,
            origin=work.plan.title,
            plan_id=work.plan.id,
        )
    except UnreachableError as error:
        return f"{action.unit} could not be stopped: {error.sentence}"
    if result.succeeded:
        return f"{action.unit} on {action.host} was stopped."
    return f"{action.unit} on {action.host} could not be stopped and may go on."


def _stays(action: Action, host: str) -> str:
    what = f"The command was sent to {host} and cannot be called back."
    return f"{what} {action.if_left}".strip()


def _look(number: int, work: Work) -> str:
    return "Look what came of it." if number in work.sent else ""
