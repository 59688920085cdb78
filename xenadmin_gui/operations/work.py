"""What all parts of one run share: the task, its journal, the cluster and the time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.condition import Condition, holds, questions
from xenadmin_gui.operations.explain import why_not
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Action, Plan
from xenadmin_gui.operations.ports import ClusterPort
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.tasks import StepState, Task, TaskStep

StepListener = Callable[[Task, TaskStep], None]

#: How old a reading may be that a step begins with.
_JUST_NOW_S = 2.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ending:
    """How an action ended, in words.

    Attributes:
        state: DONE, ALREADY or FAILED.
    """

    state: StepState
    said: str = ""
    means: str = ""
    next_step: str = ""

    @property
    def is_good(self) -> bool:
        return self.state.is_good


class Work:
    """One run of one plan; used by the thread that runs it.

    Attributes:
        snapshot: The freshest one.
        active: The action that each begun and not ended step is at, by the step's number.
        sent: Steps for which this process sent a command.
    """

    def __init__(
        self,
        plan: Plan,
        cluster: ClusterPort,
        journal: Journal,
        context: JobContext,
        listener: StepListener | None,
    ) -> None:
        self.plan = plan
        self.cluster = cluster
        self.journal = journal
        self.context = context
        self._listener = listener
        self.snapshot: Snapshot = cluster.snapshot
        self.active: dict[int, Action] = {}
        self.sent: set[int] = set()
        self._answers: dict[HostSays, bool | None] = {}
        self._read: dict[str, float] = {}

    def refresh(self, hosts: tuple[str, ...]) -> Snapshot:
        """Ask ``hosts`` (all when empty) and keep the answer."""
        self.snapshot = self.cluster.refresh(list(hosts) or None, self.context)
        self._answers.clear()
        now = self.context.clock.monotonic()
        self._read |= dict.fromkeys(hosts or self.snapshot.servers, now)
        return self.snapshot

    def look(self, hosts: tuple[str, ...]) -> None:
        """Ask ``hosts`` (all when empty) unless that was just done and nothing was sent since.

        A step that follows on another so costs one reading, not two.
        """
        oldest = self.context.clock.monotonic() - _JUST_NOW_S
        wanted = hosts or tuple(self.snapshot.servers)
        if any(self._read.get(host, oldest - 1.0) < oldest for host in wanted):
            self.refresh(hosts)

    def note_sent(self, number: int) -> None:
        """Remember that a command was sent for a step: what was read before counts no more."""
        self.sent.add(number)
        self._read.clear()

    def holds(self, condition: Condition) -> bool | None:
        """Say whether ``condition`` holds now; asks hosts where it needs their word.

        A host is asked the same only once between two refreshes, and not at all when the snapshot
        settles the matter.
        """
        verdict = holds(condition, self.snapshot, self._answers)
        for question in questions(condition):
            if verdict is not None:
                break
            if question not in self._answers:
                self._answers[question] = self._says(question)
                verdict = holds(condition, self.snapshot, self._answers)
        return verdict

    def why_not(self, condition: Condition) -> str:
        """Say why ``condition`` does not hold, or cannot be judged; empty when it holds."""
        self.holds(condition)
        return why_not(condition, self.snapshot, self._answers)

    def _says(self, question: HostSays) -> bool | None:
        try:
            result = self.ask(question.host, Command(question.argv))
        except UnreachableError:
            return None
        return None if result.exit_status is None else result.exit_status == question.status

    def ask(self, host: str, command: Command, *, timeout_s: float = 20.0) -> CommandResult:
        """Run a command that changes nothing and is not journaled.

        Raises:
            UnreachableError: The host cannot be asked.
        """
        return self.cluster.run(
            host,
            command,
            self.context,
            timeout_s=timeout_s,
            origin=self.plan.title,
            plan_id=self.plan.id,
        )

    def begin(self, number: int, action: Action, *, is_undo: bool = False) -> None:
        """Write down that a step begins."""
        self.active[number] = action
        self._write(number, StepState.UNDOING if is_undo else StepState.STARTED)
        done = sum(s.state.is_good for s in self.journal.task(self.plan.id).steps)
        self.context.progress(done, len(self.plan.steps), action.title)

    def tell_part(self, done_bytes: int, all_bytes: int, rate: float) -> None:
        """Report how far a step under way is: as a part of one, so never a whole number of steps.

        Args:
            rate: Bytes in a second; 0: not known.
        """
        steps = self.journal.task(self.plan.id).steps
        part = min(max(done_bytes / max(1, all_bytes), 0.001), 0.999)
        so_far = f"{size_text(done_bytes)} of {size_text(all_bytes)} are written."
        if rate:
            so_far = (
                f"{size_text(done_bytes)} of {size_text(all_bytes)} are written, "
                f"{size_text(round(rate))} in a second."
            )
        whole = sum(step.state.is_good for step in steps)
        self.context.progress(whole + part, len(steps), so_far)

    def end(self, number: int, ending: Ending, state: StepState | None = None) -> None:
        """Write down how a step ended."""
        self._write(number, state or ending.state, ending)
        self.active.pop(number, None)

    def _write(self, number: int, state: StepState, ending: Ending | None = None) -> None:
        task = self.journal.set_step(
            self.plan.id,
            number,
            state,
            said=ending.said if ending else "",
            means=ending.means if ending else "",
            next_step=ending.next_step if ending else "",
        )
        if self._listener is None:
            return
        try:
            self._listener(task, task.step(number))
        except Exception:  # noqa: BLE001 - a listener must not break the run
            _log.exception("a listener failed on a step")
