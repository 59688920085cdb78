"""Takes back what a cut-off plan did, backwards; what never happened is left alone."""

from __future__ import annotations

from collections.abc import Generator

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.operations.carry import UNSURE_S, carry_out
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.tasks import StepState, TaskCommand
from xenadmin_gui.operations.unitwatch import UnitWatch
from xenadmin_gui.operations.work import Ending, Work

_NOTHING_LEFT = (StepState.WAITING, StepState.SKIPPED, StepState.ALREADY, StepState.UNDONE)


def roll_back(work: Work) -> Generator[tuple[str, ...], None, bool]:
    """Take every step back, the last first; say whether all went well.

    A step that cannot be taken back keeps the earlier steps of its subject as they are.
    """
    task = work.journal.task(work.plan.id)
    sent = work.journal.commands(work.plan.id)
    stuck: set[Key] = set()
    for step in reversed(work.plan.steps):
        state = task.step(step.number).state
        if state in _NOTHING_LEFT or step.subject in stuck:
            continue
        ending = yield from _take_back(work, step, sent)
        good = ending.is_good
        work.end(step.number, ending, StepState.UNDONE if good else StepState.UNDO_FAILED)
        if not good:
            stuck.add(step.subject)
    return not stuck


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
    work: Work, step: Step, sent: tuple[TaskCommand, ...]
) -> Generator[tuple[str, ...], None, Ending]:
    commands = [c for c in sent if c.step == step.number]
    forward = [c for c in commands if not c.is_undo]
    work.begin(step.number, step, is_undo=True)
    if not forward:
        return Ending(StepState.DONE, means="Nothing had been sent for it.")
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
    earlier = last if in_flight else None
    return (yield from carry_out(work, step.number, action, is_undo=True, earlier=earlier))


def _settle(work: Work, step: Step, command: TaskCommand) -> Generator[tuple[str, ...], None, None]:
    """Wait while the step may still come to its effect after it looked as if nothing happened."""
    if command.exit_status not in (0, None):
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
