"""``task``: what the journal knows, and taking up what was cut off."""

from __future__ import annotations

import shlex

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import moment
from xenadmin_gui.cli.running import carry_out, ending, watched
from xenadmin_gui.domain.errors import ExitCode, PreconditionError
from xenadmin_gui.domain.states import Health
from xenadmin_gui.operations.tasks import StepState, Task, TaskState, task_as_dict

TASK_HEALTH = {
    TaskState.PLANNED: Health.WORKING,
    TaskState.RUNNING: Health.WORKING,
    TaskState.DONE: Health.OK,
    TaskState.FAILED: Health.FAILED,
    TaskState.CANCELLED: Health.OFF,
    TaskState.INTERRUPTED: Health.DEGRADED,
    TaskState.ROLLED_BACK: Health.OFF,
    TaskState.LEFT: Health.OFF,
}
STEP_HEALTH = {
    StepState.WAITING: Health.OFF,
    StepState.STARTED: Health.WORKING,
    StepState.DONE: Health.OK,
    StepState.ALREADY: Health.OK,
    StepState.FAILED: Health.FAILED,
    StepState.CANCELLED: Health.OFF,
    StepState.SKIPPED: Health.OFF,
    StepState.UNDOING: Health.WORKING,
    StepState.UNDONE: Health.OFF,
    StepState.UNDO_FAILED: Health.FAILED,
}


def task_list(call: Call) -> int:
    """List the tasks; asks no server."""
    arguments, session, out = call.arguments, call.session, call.output
    tasks = session.interrupted() if arguments.interrupted else session.tasks(arguments.limit)
    if out.as_json:
        out.json([task_as_dict(task) for task in tasks[: arguments.limit]])
        return ExitCode.DONE
    out.table(
        ("TASK", "STATE", "STARTED", "ENDED", "TITLE", "REASON"),
        [
            (
                task.id[:12],
                out.state(TASK_HEALTH[task.state], task.state),
                moment(task.started),
                moment(task.ended),
                task.title,
                task.reason,
            )
            for task in tasks[: arguments.limit]
        ],
    )
    if any(task.state is TaskState.INTERRUPTED for task in tasks):
        out.note("Cut off: 'xenadmin task resume TASK --continue', --roll-back or --leave.")
    return ExitCode.DONE


def task_show(call: Call) -> int:
    """Show one task with its steps and the commands that it sent."""
    task = _named(call)
    out = call.output
    commands = call.session.commands_of(task.id)
    if out.as_json:
        record = task_as_dict(task)
        record["commands"] = [
            {
                "step": c.step,
                "host": c.host,
                "argv": list(c.argv),
                "started": c.started,
                "ended": c.ended,
                "exit_status": c.exit_status,
                "output_tail": c.output_tail,
                "is_undo": c.is_undo,
            }
            for c in commands
        ]
        out.json(record)
        return ExitCode.DONE
    out.fields(
        [
            ("task", task.id),
            ("title", task.title),
            ("state", out.state(TASK_HEALTH[task.state], task.state)),
            ("reason", task.reason),
            ("started", moment(task.started)),
            ("ended", moment(task.ended)),
            ("who", task.who),
        ]
    )
    out.line()
    show_steps(call, task)
    for command in commands:
        status = "no answer" if command.exit_status is None else f"status {command.exit_status}"
        out.line()
        out.text(f"{command.host}$ {shlex.join(command.argv)}  ({status})")
        if command.output_tail.strip():
            out.text(command.output_tail.strip())
    return ExitCode.DONE


def show_steps(call: Call, task: Task) -> None:
    """Print the steps of a task with what they said."""
    out = call.output
    out.table(
        (">STEP", "STATE", "ON", "WHAT", "SAID"),
        [
            (
                str(step.number),
                out.state(STEP_HEALTH[step.state], step.state),
                step.host,
                step.title,
                " ".join(part for part in (step.means, step.next_step) if part),
            )
            for step in task.steps
        ],
    )


def task_resume(call: Call) -> int:
    """Take up a task that was cut off."""
    from xenadmin_gui.operations.runner import Choice

    session, arguments = call.session, call.arguments
    task = _named(call)
    if arguments.choice == "missing":
        return _missing(call, task)
    choice = Choice(arguments.choice)
    ended = watched(call, task.id, lambda to: session.resume(task.id, choice, call.context, to))
    status = ending(call, ended)
    return _offered(call, ended) if status and ended.state is not TaskState.CANCELLED else status


def _missing(call: Call, task: Task) -> int:
    """Make what a task left undone, as a task of its own."""
    rest = call.session.rest_of(task.id)
    if rest is None:
        raise PreconditionError(
            f"{task.title}: there is nothing that could be tried again by itself.",
            next_step="See 'xenadmin task show'; say once more what is to be done.",
            code="no-rest",
        )
    call.fresh()
    return carry_out(call, rest, again=_again(task))


def _offered(call: Call, task: Task) -> int:
    """Offer what a task that failed left undone; returns how that ended."""
    try:
        rest = call.session.rest_of(task.id)
    except PreconditionError as error:
        call.output.note(str(error))
        return ExitCode.FAILED
    if rest is not None and call.asks("Try the rest again?"):
        return _missing(call, task)
    if rest is not None:
        call.output.note(_again(task))
    return ExitCode.FAILED


def _again(task: Task) -> str:
    return f"'xenadmin task resume {task.id[:12]} --missing' tries the rest again."


def _named(call: Call) -> Task:
    """The task whose id begins as given.

    Raises:
        PreconditionError: None does, or several do.
    """
    wanted = call.arguments.id.lower()
    if len(wanted) >= 4:
        tasks = call.session.tasks(limit=10_000)
        found = [task for task in tasks if task.id.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise PreconditionError(
                f"{len(found)} tasks begin with {wanted}.",
                next_step="Give more of the id.",
                code="ambiguous-task",
            )
    return call.session.task(call.arguments.id)
