"""Carries out one action: check, send once, read back; a generator that yields while it waits."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TypeAlias

from xenadmin_gui.domain.command import CommandResult
from xenadmin_gui.domain.errors import (
    AuthenticationError,
    Cancelled,
    HostKeyChangedError,
    HostKeyUnknownError,
    UnreachableError,
)
from xenadmin_gui.operations.failures import explain_failure, explain_text, output_of
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.tasks import StepState, TaskCommand
from xenadmin_gui.operations.unitwatch import UnitWatch
from xenadmin_gui.operations.work import Ending, Work

#: Yields the servers to read back from; is resumed when ``work.snapshot`` is fresh.
Waiting: TypeAlias = Generator[tuple[str, ...], None, Ending]

COMMAND_S = 120.0
#: How long a check before the command may remain unknown.
UNSURE_S = 30.0
#: How long a command that may never have been sent gets to show an effect, before it is sent again.
GRACE_S = 20.0
#: crm_resource refuses a move back until Pacemaker has written down the end of the move there.
BUSY_S, AGAIN_S = 120.0, 5.0


@dataclass(frozen=True, slots=True)
class _Sent:
    """What is known of the sending.

    Attributes:
        failure: What the command itself said when it failed.
        doubt: Why it is not sure that it ran, or empty.
        is_busy: Pacemaker still holds the VM for running where it was; nothing was changed.
        detour: That it was sent to another server than planned, and why; or empty.
    """

    failure: Ending | None = None
    doubt: str = ""
    detour: str = ""
    is_busy: bool = False


def carry_out(
    work: Work,
    number: int,
    action: Action,
    *,
    is_undo: bool = False,
    earlier: TaskCommand | None = None,
    must_run: bool = False,
) -> Waiting:
    """Bring ``action`` to its end.

    Args:
        earlier: The last command that a former run sent for it, or None.
        must_run: Already so means that somebody else interfered.
    """
    if earlier is None:
        work.look(action.watch)
    else:
        work.refresh(action.watch)
        taken_up = yield from _take_up(work, action, earlier)
        if taken_up is not None:
            return taken_up
        must_run = False
    refusal = yield from _prepare(work, action, must_run=must_run)
    if refusal is not None:
        return refusal
    if action.needs_input and action.command.stdin is None:
        return Ending(
            StepState.FAILED,
            means="What belongs to it was secret and went with the program that was ended; "
            "nothing was sent.",
            next_step="Make the plan again, and give the password once more.",
        )
    sent = yield from _send_patiently(work, number, action, is_undo=is_undo)
    if sent.failure is not None:
        work.refresh(action.watch)
        if work.holds(action.done_when) is True:
            if must_run and not sent.detour:
                stale = _stale(f"Somebody else was faster: {action.title} is so already.")
                return replace(stale, means="The command was refused; what is there is not of it.")
            return Ending(StepState.DONE, said=sent.failure.said, means=sent.detour)
        return replace(sent.failure, means=f"{sent.detour} {sent.failure.means}".strip())
    work.refresh(action.watch)
    ending = yield from await_end(work, action, action.timeout_s, doubt=sent.doubt)
    return replace(ending, means=f"{sent.detour} {ending.means}".strip())


def await_end(work: Work, action: Action, seconds: float, *, doubt: str = "") -> Waiting:
    """Read back until the action's condition holds or the time is up.

    Args:
        doubt: Why it is not sure that the command was ever sent, or empty.
    """
    clock = work.context.clock
    deadline = clock.monotonic() + seconds
    unit = UnitWatch(work, action) if action.unit else None
    while work.holds(action.done_when) is not True:
        if unit is not None and (ending := unit.look(is_doubtful=bool(doubt))) is not None:
            return ending
        if clock.monotonic() >= deadline:
            if unit is None or not action.ends_by_itself or not unit.is_running():
                return _late(work, action, seconds, doubt)
            deadline = clock.monotonic() + UNSURE_S  # then its effect has that long to show
        yield action.watch
    return Ending(StepState.DONE)


def _take_up(
    work: Work, action: Action, earlier: TaskCommand
) -> Generator[tuple[str, ...], None, Ending | None]:
    """Find out what a command of a former run came to; None: it has to be sent (again)."""
    if work.holds(action.done_when) is True:
        return Ending(StepState.DONE)
    if earlier.exit_status not in (0, None):
        known = explain_text(earlier.output_tail)
        means = f"{earlier.argv[0]} ended with status {earlier.exit_status}."
        return Ending(
            StepState.FAILED,
            earlier.output_tail,
            known.means if known else means,
            known.next_step if known else "",
        )
    left = max(UNSURE_S, action.timeout_s - (work.context.clock.now() - earlier.started))
    taken = action.accepted_when
    if earlier.exit_status == 0 or (taken and work.holds(taken) is True):
        return (yield from await_end(work, action, left))
    unsure = "It is not known whether the command was sent before the program ended."
    if not action.repeatable:
        return (yield from await_end(work, action, left, doubt=unsure))
    if action.unit:
        is_known = yield from UnitWatch(work, action).find_out(left)
        if is_known:
            return (yield from await_end(work, action, left))
    ending = yield from await_end(work, action, min(GRACE_S, left), doubt=unsure)
    return ending if ending.is_good else None


def _prepare(
    work: Work, action: Action, *, must_run: bool
) -> Generator[tuple[str, ...], None, Ending | None]:
    """Wait until it is known whether the command may be sent; None: it may."""
    clock = work.context.clock
    deadline = clock.monotonic() + min(UNSURE_S, action.timeout_s)
    while True:
        if work.holds(action.done_when) is True:
            if must_run:
                return _stale(f"Somebody else was faster: {action.title} is so already.")
            return Ending(StepState.ALREADY)
        may = work.holds(action.only_if)
        if may is True:
            return None
        reason = work.why_not(action.only_if)
        if may is False:
            return _stale(reason)
        if clock.monotonic() >= deadline:
            return Ending(
                StepState.FAILED,
                said=reason,
                means="Whether this may be done now could not be found out; nothing was sent.",
                next_step="Bring what does not answer back, then make the plan again.",
            )
        yield action.watch


def _stale(reason: str) -> Ending:
    return Ending(
        StepState.FAILED,
        said=reason,
        means="The cluster changed since the plan was made; nothing was sent.",
        next_step="Look at it as it is now, then make the plan again.",
    )


def _send_patiently(
    work: Work, number: int, action: Action, *, is_undo: bool
) -> Generator[tuple[str, ...], None, _Sent]:
    """Send the command, again while Pacemaker is still busy with a move that just happened."""
    clock = work.context.clock
    deadline = clock.monotonic() + min(BUSY_S, action.timeout_s)
    sent = _send(work, number, action, is_undo=is_undo)
    while sent.is_busy and clock.monotonic() < deadline:
        again_at = clock.monotonic() + AGAIN_S
        while clock.monotonic() < again_at:
            yield action.watch
        if work.holds(action.done_when) is True:
            break
        sent = _send(work, number, action, is_undo=is_undo)
    return sent


def _send(work: Work, number: int, action: Action, *, is_undo: bool) -> _Sent:
    """Send the command to the first server that takes it; each try is journaled before it."""
    hosts = (action.host, *action.alternatives)
    sent = _Sent()
    for index, host in enumerate(hosts):
        work.context.checkpoint()
        row = work.journal.command_started(
            work.plan.id, number, host, action.command.argv, is_undo=is_undo
        )
        work.note_sent(number)
        try:
            result = work.cluster.run(
                host,
                action.command,
                work.context,
                timeout_s=min(action.timeout_s, COMMAND_S),
                origin=work.plan.title,
                plan_id=work.plan.id,
            )
        except Cancelled:
            work.journal.command_ended(row, None, "cancelled while it ran")
            raise
        except UnreachableError as error:
            work.journal.command_ended(row, None, str(error))
            sent = _unreached(error)
            continue
        work.journal.command_ended(row, result.exit_status, output_of(result))
        sent, wrong_server = _judge(result)
        if not wrong_server:
            detour = f"{', '.join(hosts[:index])} could not do it; it was sent to {host}."
            return replace(sent, detour=detour if index else "")
    return sent


def _unreached(error: UnreachableError) -> _Sent:
    """A host that does not let us in ran nothing; one that fell silent may have."""
    if isinstance(error, AuthenticationError | HostKeyUnknownError | HostKeyChangedError):
        means = f"{error.host} does not let us in; nothing was sent."
        return _Sent(Ending(StepState.FAILED, error.sentence, means, error.next_step))
    return _Sent(doubt=error.sentence)


def _judge(result: CommandResult) -> tuple[_Sent, bool]:
    """Say what the command's end means, and whether another server may do better."""
    if result.succeeded:
        return _Sent(), False
    if result.exit_status is None:
        return _Sent(doubt=f"The command on {result.host} was cut off."), False
    why = explain_failure(result)
    failure = Ending(StepState.FAILED, why.said, why.means, why.next_step)
    return _Sent(failure, is_busy=why.code == "moved-already"), why.code == "no-cluster"


def _late(work: Work, action: Action, seconds: float, doubt: str) -> Ending:
    now = work.why_not(action.done_when)
    if work.holds(action.done_when) is None:
        means = f"After {seconds:.0f} s it could not be found out what came of it."
        next_step = "Bring what does not answer back and look again; it may have happened."
        return Ending(StepState.FAILED, f"{doubt} {now}".strip(), means, next_step)
    means = f"It did not happen within {seconds:.0f} s."
    return Ending(StepState.FAILED, f"{doubt} {now}".strip(), means, action.when_late)
