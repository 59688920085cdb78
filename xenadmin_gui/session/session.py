"""One open cluster: what the window and the command line speak to, and nothing below it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import HostKeyUnknownError, PreconditionError, UnreachableError
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.lane import JobHandle
from xenadmin_gui.monitoring.monitor import Monitor
from xenadmin_gui.operations.draft import Draft, Problem
from xenadmin_gui.operations.journal import Journal, Task, TaskCommand, TaskListener
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.preview import Preview, preview
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.work import StepListener
from xenadmin_gui.operations.workbook import WorkBook
from xenadmin_gui.session.check import Check, check_cluster
from xenadmin_gui.session.chronicle import last_known_vms, observe
from xenadmin_gui.session.commandlog import CommandLog
from xenadmin_gui.session.eventlog import EventLog
from xenadmin_gui.session.history import DefinitionHistory
from xenadmin_gui.session.planlanes import PlanLanes
from xenadmin_gui.session.port import MonitoredCluster
from xenadmin_gui.session.recording import RecordingConnector, recorded_as
from xenadmin_gui.transport.protocols import Connector, Terminal, TerminalListener

if TYPE_CHECKING:
    from xenadmin_gui.session.screens import OpenScreen
    from xenadmin_gui.sim.drill import Drill
    from xenadmin_gui.transport.secrets import Secrets

_log = logging.getLogger(__name__)
_STOP_S = 5.0

SnapshotListener = Callable[[Snapshot, Difference], None]


class Session:
    """An open cluster, real or simulated; thread-safe. ``opening`` makes one.

    Listeners are called on threads of the session and must return at once; the window turns
    them into queued signals. Methods with a ``context`` block until done or cancelled; the
    others return at once.

    Attributes:
        config: What the cluster file says.
        clock: The time the cluster lives in; virtual for a simulated one.
        commands: Every command that was run, monitoring included (``CommandLog``).
        events: What happened in the cluster, kept over the end of the program (``EventLog``).
        definitions: Every definition of a VM that was seen (``DefinitionHistory``).
        drill: The hand in the simulated machine room; None on a real cluster.
        secrets: Where passwords and passphrases are kept; None on a simulated cluster.
    """

    def __init__(
        self,
        config: ClusterConfig,
        connector: Connector,
        clock: Clock,
        journal: Journal,
        events: EventLog,
        *,
        definitions: DefinitionHistory | None = None,
        drill: Drill | None = None,
        secrets: Secrets | None = None,
        accept_key: Callable[[HostKeyUnknownError], None] | None = None,
        at_close: Sequence[Callable[[], None]] = (),
    ) -> None:
        """Put the rooms together.

        Args:
            definitions: None: they are forgotten with the session.
            accept_key: Remembers a host key; None where there are none.
            at_close: Called last of all, in this order.
        """
        self.config = config
        self.clock = clock
        self.commands = CommandLog()
        self.events = events
        self.definitions = definitions or DefinitionHistory()
        self.drill = drill
        self.secrets = secrets
        self._connector = RecordingConnector(connector, self.commands)
        known, works = last_known_vms(events), WorkBook(journal).works
        self._monitor = Monitor(
            config, self._connector, clock, known, self.definitions.last_text, works
        )
        self._journal = journal
        self._runner = Runner(MonitoredCluster(self._monitor), journal)
        self._lanes = PlanLanes(clock)
        self._accept_key = accept_key
        self._at_close = tuple(at_close)
        self._closing = threading.Lock()
        self._is_closed = False
        self._screens: list[OpenScreen] = []
        self._monitor.subscribe(lambda snapshot, _: observe(snapshot, events))
        self._monitor.subscribe(self.definitions.observe)
        journal.subscribe(lambda task: self._monitor.look_again())

    @property
    def name(self) -> str:
        """Name of the cluster file, or ``demo``."""
        return self.config.name

    @property
    def is_simulated(self) -> bool:
        """Whether nothing real hangs on it."""
        return self.drill is not None

    @property
    def snapshot(self) -> Snapshot:
        """The cluster as last heard of; before the first answer every server is connecting."""
        return self._monitor.snapshot

    @property
    def notice(self) -> str:
        """What the administrator should know of how the stores were opened; mostly empty."""
        stores = (self._journal, self.events, self.definitions)
        return " ".join(store.notice for store in stores if store.notice)

    def subscribe(self, listener: SnapshotListener) -> Callable[[], None]:
        """Call ``listener`` with each new snapshot and what changed; returns the way to end it."""
        return self._monitor.subscribe(listener)

    def start(self) -> None:
        """Begin to watch the cluster in the background."""
        self._monitor.start()

    def close(self) -> None:
        """Cancel what runs, end every thread and connection; never raises, may be called twice."""
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
            screens = list(self._screens)
        ends: tuple[Callable[[], object], ...] = (
            *(screen.close for screen in screens),
            lambda: self._lanes.stop(_STOP_S),
            self._monitor.stop,
            self._connector.close,
            self._journal.close,
            self.events.close,
            self.definitions.close,
            *self._at_close,
        )
        for end in ends:
            try:
                end()
            except Exception:  # noqa: BLE001 - the rest has to be closed too
                _log.exception("something could not be closed")

    def refresh(self, context: JobContext, hosts: Sequence[str] | None = None) -> Snapshot:
        """Ask ``hosts`` (all when None) now and return the fresh snapshot.

        A server that does not answer is a state in the snapshot, not an exception.
        """
        return self._monitor.refresh(hosts, context, force=True)

    def trouble(self, server: str) -> UnreachableError | None:
        """Return why ``server`` cannot be reached, such as an unknown key; None when it can."""
        return self._monitor.trouble(server)

    def unknown_host_keys(self) -> tuple[HostKeyUnknownError, ...]:
        """Return the keys that were shown and that nobody has accepted yet, each once."""
        troubles = (self._monitor.trouble(server.name) for server in self.config.servers)
        found = [t for t in troubles if isinstance(t, HostKeyUnknownError)]
        return tuple({(e.host, e.fingerprint): e for e in found}.values())

    def accept_host_key(self, error: HostKeyUnknownError) -> None:
        """Remember the key that ``error`` showed; the next look at that host uses it.

        Raises:
            XenadminError: It was not shown to this session, or cannot be written.
        """
        if self._accept_key is not None:
            self._accept_key(error)

    def check(
        self, context: JobContext, report: Callable[[Check], None] = lambda check: None
    ) -> tuple[Check, ...]:
        """Check every server: reachable, host key, log-in, tools, libvirt, quorum, disks, paths.

        Args:
            report: Called with each check as it ends.
        """
        snapshot = self.refresh(context)
        return check_cluster(self.config, self._connector, snapshot, context, report)

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """Say what keeps ``draft`` from becoming a plan as matters stand; empty when nothing."""
        return draft.problems(self.snapshot)

    def plan(self, draft: Draft) -> Plan:
        """Make the plan of ``draft`` against the present snapshot; runs nothing.

        Raises:
            PreconditionError: The draft has problems.
        """
        return draft.plan(self.snapshot)

    def preview(self, plan: Plan) -> Preview:
        """Show what ``plan`` will do, its commands, and the snapshot afterwards; pure."""
        return preview(plan, self.snapshot)

    def run(self, plan: Plan, context: JobContext, listener: StepListener | None = None) -> Task:
        """Run ``plan`` here and now; the journal is told before and after each step.

        Returns:
            The task as it ended; a failed step is in it, not raised.

        Raises:
            StalePlanError: The cluster changed since the plan was made.
            Cancelled: The context was cancelled; the journal says so.
        """
        return self._runner.run(plan, context, listener)

    def submit(
        self,
        plan: Plan,
        listener: StepListener | None = None,
        *,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobHandle[Task]:
        """Run ``plan`` in the background; plans about the same objects wait for one another."""
        return self._lanes.submit(
            lambda context: self.run(plan, context, listener),
            [subject.key for subject in plan.subjects],
            on_progress,
        )

    def terminal(
        self,
        server: str,
        command: Command | None,
        size: tuple[int, int],
        listener: TerminalListener,
        context: JobContext,
    ) -> Terminal:
        """Open a terminal on ``server`` over its one connection; None: a log-in shell.

        Raises:
            UnreachableError: It cannot be reached now.
        """
        return self._monitor.link(server).terminal(command, size, listener, context)

    def screen(
        self, uuid: str, on_closed: Callable[[str], None], context: JobContext
    ) -> OpenScreen:
        """Start a viewer of a running VM's screen, on a tunnel through its host's one connection.

        Args:
            on_closed: Told once, on a thread of its own, why the viewer is gone again.

        Raises:
            PreconditionError: It has no screen now, or no viewer is installed.
            UnreachableError: The host does not answer, or leads nowhere.
            CommandFailedError: Its libvirt does not tell where the screen is.
            OSError: The viewer cannot be started.
        """
        from xenadmin_gui.session.screens import open_screen, screen_refusal
        from xenadmin_gui.session.viewers import PACKAGES, find_viewer

        snapshot = self.snapshot
        vm = snapshot.vms.get(uuid)
        if vm is None:
            raise PreconditionError("This VM is gone.", code="no-such-vm")
        refusal = screen_refusal(snapshot, vm)
        if refusal is not None or vm.host is None:
            raise refusal or PreconditionError("This VM is gone.", code="no-such-vm")
        found = (find_viewer(kind) for kind in PACKAGES)
        viewers = {viewer.kind: viewer for viewer in found if viewer is not None}
        with recorded_as("terminal"):
            opened = open_screen(
                self._monitor.link(vm.host),
                snapshot.servers[vm.host],
                vm,
                viewers,
                on_closed,
                context,
            )
        with self._closing:
            self._screens = [one for one in self._screens if not one.is_closed]
            self._screens.append(opened)
            is_closed = self._is_closed
        if is_closed:
            opened.close()
        return opened

    def ask(
        self, server: str, command: Command, context: JobContext, *, timeout_s: float
    ) -> CommandResult:
        """Run a command that only reads on ``server``, for what no snapshot holds.

        Raises:
            UnreachableError: It cannot be reached now.
            CommandTimeoutError: No end within ``timeout_s``.
        """
        return self._monitor.link(server).run(command, context, timeout_s=timeout_s)

    def send(
        self, server: str, command: Command, pieces: Iterable[bytes], context: JobContext
    ) -> CommandResult:
        """Run a command on ``server`` that reads a large file from its standard input.

        Raises:
            UnreachableError: It cannot be reached, or nothing moves any more.
            OSError: ``pieces`` cannot be read.
        """
        return self._monitor.link(server).send(command, pieces, context)

    def fetch(
        self, server: str, command: Command, sink: Callable[[bytes], object], context: JobContext
    ) -> CommandResult:
        """Run a command on ``server`` whose output is a large file.

        Raises:
            UnreachableError: It cannot be reached, or nothing moves any more.
            OSError: ``sink`` cannot take it.
        """
        return self._monitor.link(server).fetch(command, sink, context)

    def tasks(self, limit: int = 200) -> tuple[Task, ...]:
        """Return the journal's tasks, the newest first."""
        return self._journal.tasks(limit)

    def task(self, task_id: str) -> Task:
        """Return one task.

        Raises:
            PreconditionError: There is none of that id.
        """
        return self._journal.task(task_id)

    def commands_of(self, task_id: str) -> tuple[TaskCommand, ...]:
        """Return every command that a task sent, in order, undoing included.

        Raises:
            PreconditionError: There is no task of that id.
        """
        self._journal.task(task_id)
        return self._journal.commands(task_id)

    def interrupted(self) -> tuple[Task, ...]:
        """Return the tasks that a former run left unfinished: to continue, roll back or leave."""
        return self._journal.interrupted()

    def resume(
        self,
        task_id: str,
        choice: Choice,
        context: JobContext,
        listener: StepListener | None = None,
    ) -> Task:
        """Take an interrupted task up again; returns and raises like ``run``."""
        return self._runner.resume(task_id, choice, context, listener)

    def submit_resume(
        self,
        task_id: str,
        choice: Choice,
        listener: StepListener | None = None,
        *,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> JobHandle[Task]:
        """Take an interrupted task up again in the background."""
        return self._lanes.submit(
            lambda context: self.resume(task_id, choice, context, listener),
            self._journal.task(task_id).subjects,
            on_progress,
        )

    def rest_of(self, task_id: str) -> Draft | None:
        """Return the draft of what a task that is over left undone; None when there is no such.

        Raises:
            PreconditionError: There is no such task, or what it needs is kept nowhere.
            PlanFormatError: Its plan cannot be read.
        """
        from xenadmin_gui.operations.vminstall.later import rest_of_task

        return rest_of_task(self._journal.plan(task_id), self._journal.task(task_id))

    def subscribe_tasks(self, listener: TaskListener) -> Callable[[], None]:
        """Call ``listener`` with each task that begins, advances or ends here."""
        return self._journal.subscribe(listener)
