"""One open cluster: what the window and the command line speak to, and nothing below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import HostKeyUnknownError
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.lane import JobHandle

if TYPE_CHECKING:
    from xenadmin_gui.operations.draft import Draft, Problem
    from xenadmin_gui.operations.journal import Task
    from xenadmin_gui.operations.plan import Plan
    from xenadmin_gui.operations.preview import Preview
    from xenadmin_gui.operations.runner import Choice, StepListener
    from xenadmin_gui.operations.tasks import TaskCommand
    from xenadmin_gui.session.commandlog import CommandLog
    from xenadmin_gui.session.eventlog import EventLog
    from xenadmin_gui.sim.drill import Drill

SnapshotListener = Callable[[Snapshot, Difference], None]


class Session:
    """An open cluster, real or simulated; thread-safe.

    Listeners are called on threads of the session and must return at once; the window turns
    them into queued signals. Methods with a ``context`` block until done or cancelled; the
    others return at once.

    Attributes:
        config: What the cluster file says.
        clock: The time the cluster lives in; virtual for a simulated one.
        commands: Every command that was run, monitoring included (``CommandLog``).
        events: What happened in the cluster, kept over the end of the program (``EventLog``).
        drill: The hand in the simulated machine room; None on a real cluster.
    """

    config: ClusterConfig
    clock: Clock
    commands: CommandLog
    events: EventLog
    drill: Drill | None

    @property
    def name(self) -> str:
        """Name of the cluster file, or ``demo``."""
        raise AttributeError

    @property
    def is_simulated(self) -> bool:
        """Whether nothing real hangs on it."""
        raise AttributeError

    @property
    def snapshot(self) -> Snapshot:
        """The cluster as last heard of; before the first answer every server is connecting."""
        raise AttributeError

    def subscribe(self, listener: SnapshotListener) -> Callable[[], None]:
        """Call ``listener`` with each new snapshot and what changed; returns the way to end it."""
        raise AttributeError

    def start(self) -> None:
        """Begin to watch the cluster in the background."""

    def close(self) -> None:
        """Cancel what runs, end every thread and connection; never raises, may be called twice."""

    def refresh(self, context: JobContext, hosts: Sequence[str] | None = None) -> Snapshot:
        """Ask ``hosts`` (all when None) now and return the fresh snapshot.

        A server that does not answer is a state in the snapshot, not an exception.
        """
        raise AttributeError

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """Say what keeps ``draft`` from becoming a plan as matters stand; empty when nothing."""
        raise AttributeError

    def plan(self, draft: Draft) -> Plan:
        """Make the plan of ``draft`` against the present snapshot; runs nothing.

        Raises:
            PreconditionError: The draft has problems.
        """
        raise AttributeError

    def preview(self, plan: Plan) -> Preview:
        """Show what ``plan`` will do, its commands, and the snapshot afterwards; pure."""
        raise AttributeError

    def run(self, plan: Plan, context: JobContext, listener: StepListener | None = None) -> Task:
        """Run ``plan`` here and now; the journal is told before and after each step.

        Returns:
            The task as it ended; a failed step is in it, not raised.

        Raises:
            StalePlanError: The cluster changed since the plan was made.
            Cancelled: The context was cancelled; the journal says so.
        """
        raise AttributeError

    def submit(
        self,
        plan: Plan,
        listener: StepListener | None = None,
        *,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobHandle[Task]:
        """Run ``plan`` in the background; plans about the same objects wait for one another."""
        raise AttributeError

    def tasks(self, limit: int = 200) -> tuple[Task, ...]:
        """Return the journal's tasks, the newest first."""
        raise AttributeError

    def task(self, task_id: str) -> Task:
        """Return one task.

        Raises:
            PreconditionError: There is none of that id.
        """
        raise AttributeError

    def commands_of(self, task_id: str) -> tuple[TaskCommand, ...]:
        """Return every command that a task sent, in order, undoing included.

        Raises:
            PreconditionError: There is no task of that id.
        """
        raise AttributeError

    def interrupted(self) -> tuple[Task, ...]:
        """Return the tasks that a former run left unfinished: to continue, roll back or leave."""
        raise AttributeError

    def resume(
        self,
        task_id: str,
        choice: Choice,
        context: JobContext,
        listener: StepListener | None = None,
    ) -> Task:
        """Take an interrupted task up again; returns and raises like ``run``."""
        raise AttributeError

    def submit_resume(
        self,
        task_id: str,
        choice: Choice,
        listener: StepListener | None = None,
        *,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobHandle[Task]:
        """Take an interrupted task up again in the background."""
        raise AttributeError

    def accept_host_key(self, error: HostKeyUnknownError) -> None:
        """Remember the key that ``error`` showed and connect to that host again."""
        raise AttributeError

    def subscribe_tasks(self, listener: Callable[[Task], None]) -> Callable[[], None]:
        """Call ``listener`` with each task that begins, advances or ends here."""
        raise AttributeError
