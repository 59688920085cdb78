"""Watches the systemd unit of an action on its host, seldom enough not to be a burden."""

from __future__ import annotations

from collections.abc import Generator

from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.guestscripts import written_so_far
from xenadmin_gui.operations.failures import explain_text, output_of
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.tasks import StepState
from xenadmin_gui.operations.units import UnitReport, UnitState, read_unit, unit_output, unit_show
from xenadmin_gui.operations.work import Ending, Work

EVERY_S = 5.0
#: How long the cluster gets to show the effect of a unit that has ended.
SETTLE_S = 30.0


class UnitWatch:
    """One unit of one action."""

    def __init__(self, work: Work, action: Action) -> None:
        self._work = work
        self._action = action
        self._asked_at: float | None = None
        self._ended_at: float | None = None
        self._written: tuple[float, int] | None = None

    def look(self, *, is_doubtful: bool) -> Ending | None:
        """Return the end when the unit failed, or ended without the effect; None: wait on.

        Args:
            is_doubtful: It is not sure that the unit was ever started.
        """
        now = self._work.context.clock.monotonic()
        if self._asked_at is not None and now - self._asked_at < EVERY_S:
            return None
        self._asked_at = now
        report = self._ask()
        if report is None or report.state is UnitState.RUNNING:
            self._ended_at = None
            if report is not None and self._action.fills:
                self._tell_progress(now)
            return None
        if report.state is UnitState.FAILED:
            return self._failed(report)
        if self._ended_at is None:
            self._ended_at = now
        if now - self._ended_at < SETTLE_S:
            return None
        said = self._work.why_not(self._action.done_when)
        if is_doubtful and report.state is UnitState.GONE:
            means = f"The command never reached {self._action.host}; nothing was changed."
            return Ending(StepState.FAILED, said, means, "Make the plan again.")
        means = "The command ended without a complaint, but what it was for is not so."
        return Ending(StepState.FAILED, said, means, self._action.when_late)

    def find_out(self, seconds: float) -> Generator[tuple[str, ...], None, bool]:
        """Wait until the host tells of the unit; False: it knows none, or none any more."""
        clock = self._work.context.clock
        deadline = clock.monotonic() + seconds
        while (report := self._ask()) is None:
            if clock.monotonic() >= deadline:
                return True
            yield self._action.watch
        return report.state is not UnitState.GONE

    def is_running(self) -> bool | None:
        """Say whether it still runs; None when the host cannot be asked."""
        report = self._ask()
        return None if report is None else report.state is UnitState.RUNNING

    def _tell_progress(self, now: float) -> None:
        """Say how much was written, and how fast; a device that tells nothing is no trouble."""
        action = self._action
        try:
            result = self._work.ask(action.host, written_so_far(action.fills))
        except UnreachableError:
            return
        if not result.succeeded or not result.stdout.strip().isdecimal():
            return
        written = min(int(result.stdout), action.fills_bytes)
        before, self._written = self._written, (now, written)
        rate = 0.0
        if before is not None and now > before[0]:
            rate = (written - before[1]) / (now - before[0])
        self._work.tell_part(written, action.fills_bytes, max(0.0, rate))

    def _ask(self) -> UnitReport | None:
        try:
            return read_unit(self._work.ask(self._action.host, unit_show(self._action.unit)))
        except UnreachableError:
            return None

    def _failed(self, report: UnitReport) -> Ending:
        try:
            result = self._work.ask(self._action.host, unit_output(self._action.unit))
            said = output_of(result) if result.succeeded else ""
        except UnreachableError:
            said = ""
        known = explain_text(said)
        if known is not None:
            return Ending(StepState.FAILED, said, known.means, known.next_step)
        status = "" if report.status is None else f" with status {report.status}"
        means = f"{self._action.unit} on {self._action.host} failed{status}."
        return Ending(StepState.FAILED, said, means, self._action.when_late)
