"""Takes back what a cut-off plan did, backwards; what never happened is left alone."""

from __future__ import annotations

from collections.abc import Container, Generator

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.operations.carry import UNSURE_S, carry_out
from xenadmin_gui.operations.plan import Action, Step, WhenCancelled
from xenadmin_gui.operations.tasks import StepState, TaskCommand
from xenadmin_gui.operations.unitwatch import UnitWatch
from xenadmin_gui.operations.work import Ending, Work

#: What a step ended with because of which its subject is taken back alone.
BROKEN = (StepState.FAILED, StepState.CANCELLED, StepState.UNDO_FAILED)
_NOTHING_LEFT = (StepState.WAITING, StepState.SKIPPED, StepState.ALREADY, StepState.UNDONE)


def roll_back(work: Work, spared: Container[Key] = ()) -> Generator[tuple[str, ...], None, bool]:
    """Take every step back, the last first; say whether all went well.

    A step that cannot be taken back keeps the earlier steps of its subject as they are.

    Args:
        spared: Subjects that stay as they are.
    """
    task = work.journal.task(work.plan.id)
    sent = work.journal.commands(work.plan.id)
    stuck: set[Key] = set()
    for step in reversed(work.plan.steps):
        state = task.step(step.number).state
        if state in _NOTHING_LEFT or step.subject in stuck or step.subject in spared:
            continue
        ending = yield from _take_back(work, step, sent)
        good = ending.is_good
        work.end(step.number, ending, StepState.UNDONE if good else StepState.UNDO_FAILED)
        if not good:
            stuck.add(step.subject)
    return not stuck


def take_back(work: Work, subject: Key) -> Generator[tuple[str, ...], None, bool]:
    """Take one subject back alone, because a step of it failed; say whether all went well.

    The step that failed stays FAILED, with its reason: so a later run of the program knows that
    the subject is to be taken back, and all of this can be done again from its beginning.
    """
    for step in work.plan.steps_of(subject):
        if work.journal.task(work.plan.id).step(step.number).state is StepState.WAITING:
            work.end(step.number, Ending(StepState.SKIPPED, means="An earlier step failed."))
    task = work.journal.task(work.plan.id)
    for step in reversed(work.plan.steps_of(subject)):
        state = task.step(step.number).state
        if state in _NOTHING_LEFT:
            continue
        is_mark = state in BROKEN and state is not StepState.UNDO_FAILED
        sent = work.journal.commands(work.plan.id)
        ending = yield from _take_back(work, step, sent, is_written=not is_mark)
        if is_mark and ending.is_good:
            work.active.pop(step.number, None)
        else:
            good = ending.is_good
            work.end(step.number, ending, StepState.UNDONE if good else StepState.UNDO_FAILED)
        if not ending.is_good:
            return False
    return True


def let_undo_end(work: Work, step: Step) -> Generator[tuple[str, ...], None, None]:
    """Wait for a unit that still takes the step back, before anything new is begun."""
    clock = work.context.clock
    for action in step.undo:
        deadline = clock.monotonic() + action.timeout_s
        while action.unit and clock.monotonic() < deadline:
            if UnitWatch(work, action).is_running() is False:
                break
            yield action.watch


def _take_back(
    work: Work, step: Step, sent: tuple[TaskCommand, ...], *, is_written: bool = True
) -> Generator[tuple[str, ...], None, Ending]:
    commands = [c for c in sent if c.step == step.number]
    forward = [c for c in commands if not c.is_undo]
    if is_written:
        work.begin(step.number, step, is_undo=True)
    else:
        work.active[step.number] = step
    if not forward:
        return Ending(StepState.DONE, means="Nothing had been sent for it.")
    if step.must_run and all(c.exit_status not in (0, None) for c in forward):
        return Ending(StepState.DONE, means="The command was refused; what is there is not of it.")
    work.refresh(step.watch)
    yield from _settle(work, step, forward[-1])
    if step.no_undo:
        if work.holds(step.done_when) is False:
            return Ending(StepState.DONE, means="It had not happened.")
        return Ending(StepState.FAILED, means=step.no_undo)
    worst = Ending(StepState.DONE)
    for action in step.undo:
        ending = yield from _undo(work, step, action, commands[-1])
        if not ending.is_good:
            worst = ending
    return worst


def _undo(
    work: Work, step: Step, action: Action, last: TaskCommand
) -> Generator[tuple[str, ...], None, Ending]:
    """Carry out one action of the undo; ``last`` is what a former run sent last for the step."""
    work.active[step.number] = action
    in_flight = last.is_undo and last.argv == action.command.argv and step.number not in work.sent
    was_refused = last.exit_status not in (0, None)  # whoever rolls back again means it
    earlier = last if in_flight and not was_refused else None
    return (yield from carry_out(work, step.number, action, is_undo=True, earlier=earlier))


def _settle(work: Work, step: Step, command: TaskCommand) -> Generator[tuple[str, ...], None, None]:
    """Wait while the step may still come to its effect after it looked as if nothing happened."""
    if command.exit_status not in (0, None) or step.when_cancelled is WhenCancelled.STOP:
        return
    clock = work.context.clock
    left = max(UNSURE_S, step.timeout_s - (clock.now() - command.started))
    deadline = clock.monotonic() + left
    unit = UnitWatch(work, step) if step.unit else None
    while work.holds(step.done_when) is not True and clock.monotonic() < deadline:
        if unit is not None:
            if unit.is_running() is False:
                return
        elif _may_begin(work, step):
            return
        yield step.watch


def _may_begin(work: Work, step: Step) -> bool:
    """Whether the undo can begin though the step has not come to its end.

    Not while it looks as if the step had never begun, and not while it is half-way there.
    """
    if not step.undo:
        return not step.no_undo
    if any(work.holds(undo.done_when) is not False for undo in step.undo):
        return False
    return work.holds(step.undo[0].only_if) is True
