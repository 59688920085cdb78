"""Runs plans: checks, sends, reads back, journals each step; takes cut-off plans up again."""

from __future__ import annotations

from collections.abc import Generator
from enum import StrEnum

from xenadmin_gui.domain.errors import (
    Cancelled,
    PreconditionError,
    StalePlanError,
    XenadminError,
)
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.abandon import abandon, halt, leave, skip_the_rest
from xenadmin_gui.operations.carry import carry_out
from xenadmin_gui.operations.condition import holds
from xenadmin_gui.operations.explain import why_not
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Plan, Step, Verdict
from xenadmin_gui.operations.ports import ClusterPort
from xenadmin_gui.operations.rest import whole_subjects
from xenadmin_gui.operations.rollback import BROKEN, let_undo_end, roll_back, take_back
from xenadmin_gui.operations.tasks import StepState, Task, TaskState, TaskStep
from xenadmin_gui.operations.work import Ending, StepListener, Work

__all__ = ["Choice", "Runner", "StepListener"]

#: Time between two readings back; it grows while nothing happens.
FIRST_POLL_S, LONGEST_POLL_S, POLL_GROWTH = 1.0, 3.0, 1.25

#: Ends after which what was done can still be taken back.
_UNDOABLE = (TaskState.FAILED, TaskState.CANCELLED)

Lane = Generator[tuple[str, ...], None, None]


class Choice(StrEnum):
    """What to do with a plan that was cut off."""

    CONTINUE = "continue"
    ROLL_BACK = "roll-back"
    LEAVE = "leave"


class Runner:
    """Runs plans against one cluster; several threads may run different plans at once.

    All waiting goes by the clock of the job's context.
    """

    def __init__(self, cluster: ClusterPort, journal: Journal) -> None:
        self._cluster = cluster
        self._journal = journal

    def run(self, plan: Plan, context: JobContext, listener: StepListener | None = None) -> Task:
        """Run ``plan`` to its end.

        Returns:
            The task as it ended; a failed step is in it, not raised.

        Raises:
            StalePlanError: Nothing of it can be done any more; nothing was sent or journaled.
            PreconditionError: There is nothing in it that can be done.
            JournalError: The journal cannot be written; nothing was sent from then on.
            Cancelled: The context was cancelled; the journal says what that left behind.
        """
        if plan.subjects and all(s.verdict is Verdict.CANNOT for s in plan.subjects):
            raise PreconditionError(" ".join(s.reason for s in plan.subjects))
        _refuse_stale(plan, self._cluster.refresh(_watched(plan), context))
        context.checkpoint()
        self._journal.begin(plan)
        return self._work_off(Work(plan, self._cluster, self._journal, context, listener))

    def resume(
        self,
        task_id: str,
        choice: Choice,
        context: JobContext,
        listener: StepListener | None = None,
    ) -> Task:
        """Take up a task that a former run left unfinished.

        CONTINUE sends nothing that was sent already; ROLL_BACK undoes backwards what happened or
        still happens; LEAVE sends nothing at all. Both also take one that failed or was cancelled.
        Where subjects are taken back alone, one that is whole stays when a failed or cancelled
        task is rolled back.

        Raises:
            PreconditionError: It is over, or another process works on it.
            PlanFormatError: Its plan cannot be read.
            JournalError, Cancelled: As ``run`` does.
        """
        plan = self._journal.plan(task_id)
        context.checkpoint()
        is_over = self._journal.task(task_id).state in _UNDOABLE
        self._journal.claim(task_id, () if choice is Choice.CONTINUE else _UNDOABLE)
        work = Work(plan, self._cluster, self._journal, context, listener)
        if choice is Choice.LEAVE:
            try:
                return leave(work)
            finally:
                self._journal.release(task_id)
        spared = _whole(work) if plan.take_back_failed and is_over else frozenset()
        return self._work_off(work, choice, spared)

    def _work_off(
        self, work: Work, choice: Choice = Choice.CONTINUE, spared: frozenset[Key] = frozenset()
    ) -> Task:
        task_id = work.plan.id
        try:
            self._journal.set_running(task_id)
            if choice is Choice.ROLL_BACK:
                return self._roll_back(work, spared)
            _drive(work, [_lane(work, key) for key in _subjects(work.plan)], work.plan.lanes)
            return self._finish(work)
        except Cancelled:
            if work.plan.take_back_failed and choice is Choice.CONTINUE:
                self._take_back_cancelled(work)
            else:
                abandon(work)
            raise
        except XenadminError as error:
            self._break_off(work, error.sentence)
            raise
        except Exception as error:
            self._break_off(work, f"The program failed: {type(error).__name__}.")
            raise
        finally:
            self._journal.release(task_id)

    def _roll_back(self, work: Work, spared: frozenset[Key]) -> Task:
        went_well: list[bool] = []

        def lane() -> Lane:
            went_well.append((yield from roll_back(work, spared)))

        _drive(work, [lane()], 1)
        if all(went_well):
            return self._journal.end(work.plan.id, TaskState.ROLLED_BACK)
        failures = self._journal.task(work.plan.id).failures
        reason = next((s.means for s in failures if s.state is StepState.UNDO_FAILED), "")
        return self._journal.end(work.plan.id, TaskState.FAILED, f"Not all taken back: {reason}")

    def _finish(self, work: Work) -> Task:
        if work.plan.take_back_failed:
            reason = _taken_back(work)
            state = TaskState.FAILED if reason else TaskState.DONE
            return self._journal.end(work.plan.id, state, reason)
        failures = self._journal.task(work.plan.id).failures
        if not failures:
            return self._journal.end(work.plan.id, TaskState.DONE)
        first = failures[0]
        return self._journal.end(work.plan.id, TaskState.FAILED, f"{first.title}: {first.means}")

    def _take_back_cancelled(self, work: Work) -> None:
        """After a cancel: end what is at work, then take back every subject that is not whole."""
        halt(work)
        work.context = work.context.afterwards()
        begun = [k for k in _subjects(work.plan) if _touched(work, k) and k not in _whole(work)]
        try:
            _drive(work, [_taking_back(work, key) for key in begun], work.plan.lanes)
        except XenadminError as error:
            self._break_off(work, error.sentence)
            return
        skip_the_rest(work)
        self._journal.end(work.plan.id, TaskState.CANCELLED, _taken_back(work))

    def _break_off(self, work: Work, sentence: str) -> None:
        """Close the task as far as the journal can be written; else it will show as interrupted."""
        try:
            for number in list(work.active):
                work.end(number, Ending(StepState.FAILED, means=f"Broken off. {sentence}"))
            self._journal.end(work.plan.id, TaskState.FAILED, sentence)
        except XenadminError:
            self._journal.release(work.plan.id)


def _subjects(plan: Plan) -> list[Key]:
    return list(dict.fromkeys(step.subject for step in plan.steps))


def _watched(plan: Plan) -> list[str] | None:
    """Servers that the plan's steps read back from; None: all."""
    if any(not step.watch for step in plan.steps):
        return None
    return list(dict.fromkeys(host for step in plan.steps for host in step.watch))


def _refuse_stale(plan: Plan, snapshot: Snapshot) -> None:
    """Raise when the first step of every subject is surely impossible now.

    Raises:
        StalePlanError: That is so.
    """
    firsts = [plan.steps_of(key)[0] for key in _subjects(plan)]
    reasons = [reason for step in firsts if (reason := _stale_reason(step, snapshot))]
    if firsts and len(reasons) == len(firsts):
        raise StalePlanError(
            f"The cluster changed since the plan was made. {' '.join(dict.fromkeys(reasons))}",
            next_step="Look at it as it is now, then make the plan again.",
        )


def _stale_reason(step: Step, snapshot: Snapshot) -> str:
    if holds(step.done_when, snapshot) is True:
        return f"{step.title} is so already." if step.must_run else ""
    if holds(step.only_if, snapshot) is not False:
        return ""
    return why_not(step.only_if, snapshot)


def _lane(work: Work, subject: Key) -> Lane:
    """The steps of one subject, one after the other; what a former run ended stays ended."""
    if work.plan.take_back_failed:
        yield from _all_or_nothing(work, subject)
        return
    failed = False
    for step in work.plan.steps_of(subject):
        state = work.journal.task(work.plan.id).step(step.number).state
        if state.is_good:
            continue
        if state in (StepState.FAILED, StepState.UNDO_FAILED):
            failed = True
            continue
        if failed and not (step.even_after_failure and _touched(work, subject)):
            work.end(step.number, Ending(StepState.SKIPPED, means="An earlier step failed."))
            continue
        ending = yield from _step(work, step, state)
        failed = failed or not ending.is_good


def _all_or_nothing(work: Work, subject: Key) -> Lane:
    """The steps of one subject; when one fails, all of them are taken back."""
    states = {s.number: s.state for s in work.journal.task(work.plan.id).steps}
    steps = work.plan.steps_of(subject)
    is_broken = any(states[step.number] in BROKEN for step in steps)
    for step in steps:
        if is_broken:
            break
        if not states[step.number].is_good:
            ending = yield from _step(work, step, states[step.number])
            is_broken = not ending.is_good
    if is_broken:
        yield from _taking_back(work, subject)


def _taking_back(work: Work, subject: Key) -> Lane:
    yield from take_back(work, subject)


def _whole(work: Work) -> frozenset[Key]:
    """Subjects whose steps all ended well."""
    return whole_subjects(work.plan, work.journal.task(work.plan.id))


def _taken_back(work: Work) -> str:
    """Name the subjects that are not whole, each with what stopped it; empty when all are."""
    task, whole = work.journal.task(work.plan.id), _whole(work)
    names = {subject.key: subject.name for subject in work.plan.subjects}
    sentences = []
    for key in _subjects(work.plan):
        steps = [task.step(step.number) for step in work.plan.steps_of(key)]
        if key in whole or (not _touched(work, key) and not any(s.state in BROKEN for s in steps)):
            continue
        stuck = next((s for s in steps if s.state is StepState.UNDO_FAILED), None)
        broken = next((s for s in reversed(steps) if s.state in BROKEN and s is not stuck), stuck)
        sentences.append(_ending(names.get(key, key.id), broken, stuck))
    return " ".join(sentences)


def _ending(name: str, broken: TaskStep | None, stuck: TaskStep | None) -> str:
    """Say what became of a subject that is not whole: which step broke, which stayed."""
    why = "" if broken is None else f"{broken.title}: {broken.means}".rstrip(".: ") + "."
    if stuck is None:
        return f"{name} was not made and nothing is left of it. {why}".rstrip()
    left = f"{stuck.title} could not be taken back: {stuck.means}"
    return f"{name} is half made. {why} {left}"


def _step(work: Work, step: Step, state: StepState) -> Generator[tuple[str, ...], None, Ending]:
    sent = [
        c
        for c in work.journal.commands(work.plan.id)
        if c.step == step.number and not c.is_undo and state is StepState.STARTED
    ]
    if state is StepState.UNDOING:
        yield from let_undo_end(work, step)
    work.begin(step.number, step)
    ending = yield from carry_out(
        work,
        step.number,
        step,
        earlier=sent[-1] if sent else None,
        must_run=step.must_run,
    )
    work.end(step.number, ending)
    return ending


def _touched(work: Work, subject: Key) -> bool:
    """Whether a command was ever sent for ``subject``."""
    numbers = {step.number for step in work.plan.steps_of(subject)}
    return any(c.step in numbers for c in work.journal.commands(work.plan.id))


def _drive(work: Work, lanes: list[Lane], width: int) -> None:
    """Work off ``lanes``, at most ``width`` at once, all of them reading one answer back.

    Raises:
        Cancelled: The context was cancelled.
    """
    waiting, active = list(lanes), list[Lane]()
    pause = FIRST_POLL_S
    while waiting or active:
        before = len(active)
        while waiting and len(active) < max(1, width):
            active.append(waiting.pop(0))
        watches: list[tuple[str, ...]] = []
        for lane in list(active):
            try:
                watches.append(next(lane))
            except StopIteration:
                active.remove(lane)
        if not watches:
            continue
        pause = FIRST_POLL_S if len(active) != before else min(pause * POLL_GROWTH, LONGEST_POLL_S)
        work.context.sleep(pause)
        work.refresh(_union(watches))


def _union(watches: list[tuple[str, ...]]) -> tuple[str, ...]:
    """All servers named; empty (all) when one watch wants all."""
    if any(not watch for watch in watches):
        return ()
    return tuple(dict.fromkeys(host for watch in watches for host in watch))
