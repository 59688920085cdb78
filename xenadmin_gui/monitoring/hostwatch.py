"""Watches one machine: connects, asks it cycle by cycle, backs off while it is silent."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace

from xenadmin_gui.domain.command import CommandResult
from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import Cancelled, CommandTimeoutError, UnreachableError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.contact import Contact, HostContact
from xenadmin_gui.monitoring.definitions import Definitions
from xenadmin_gui.monitoring.part import Part
from xenadmin_gui.monitoring.patience import Patience, Phase
from xenadmin_gui.monitoring.probe import SLOW_FIELDS, parts_for
from xenadmin_gui.monitoring.report import (
    HostReport,
    Reader,
    machine_load,
    running_domains,
)
from xenadmin_gui.transport.protocols import Connector, HostLink

_log = logging.getLogger(__name__)

BACKOFF_S = (1.0, 2.0, 5.0, 10.0, 30.0)
_SLOW_PARTS_S = 60.0
_ALONE_S = 3.0
_EVENT_DELAY_S = 0.2
# A machine that answers slowly is left in peace: it works for us a third of its time at most.
_RESTS_FOR_AN_ANSWER = 2.0
_LONGEST_REST_S = 60.0


class HostWatch:
    """What we know of one machine, and how we come by it.

    ``cycle`` runs on the machine's lane; everything else may be called from any thread.
    """

    def __init__(
        self,
        server: ServerConfig,
        config: ClusterConfig,
        connector: Connector,
        clock: Clock,
        on_news: Callable[[], None],
    ) -> None:
        self.server = server
        self.patience = Patience(config)
        self._config = config
        self._connector = connector
        self._clock = clock
        self._on_news = on_news
        self._lock = threading.Lock()
        self._contact = HostContact(Contact.CONNECTING, clock.now())
        self._link: HostLink | None = None
        self._definitions: Definitions | None = None
        self._error: UnreachableError | None = None
        self._failures = 0
        self._due_at = 0.0
        self._slow_due_at = 0.0
        self._reader = Reader()
        self._stuck: dict[str, float] = {}
        self._before: HostReport | None = None
        self._has_event = False
        self._is_closed = False

    @property
    def contact(self) -> HostContact:
        """How we stand with it, and what it said last."""
        with self._lock:
            return self._contact

    @property
    def error(self) -> UnreachableError | None:
        """Why it cannot be reached, as raised; None while it answers."""
        with self._lock:
            return self._error

    @property
    def link(self) -> HostLink | None:
        """The live connection, or None."""
        with self._lock:
            return self._link

    @property
    def due_at(self) -> float:
        """Monotonic clock seconds at which the next cycle is due."""
        with self._lock:
            return self._due_at

    def cycle(self, context: JobContext, *, pacemaker: bool) -> None:
        """Connect when necessary, ask everything that is due, keep the answer.

        A machine that does not answer is a state of ``contact``, not an exception.

        Raises:
            Cancelled: The context was cancelled.
        """
        with self._lock:
            self._has_event = False
        try:
            link = self._connected(context)
            self._ask(link, pacemaker, context)
        except UnreachableError as error:
            context.checkpoint()
            self._fail(error)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours must not blind the others
            _log.exception("a cycle of %s failed", self.server.name)
            self._fail(UnreachableError(self.server.name, f"The watch failed: {error!r}."))
        finally:
            self.patience.end()

    def hurry(self) -> None:
        """Have the next cycle of a SAN server ask for what hardly ever changes too.

        Whoever names it has just changed it: its library must be known as it is now.
        """
        if Role.SAN in self.server.roles:
            with self._lock:
                self._slow_due_at = 0.0

    def look_at_clock(self) -> bool:
        """Count the machine as silent when it keeps us waiting too long; say whether it does."""
        waited = self.patience.look(self._clock.monotonic())
        if waited is None or self.patience.phase is Phase.DEFINITIONS:
            return waited is not None
        with self._lock:
            if self._contact.contact is Contact.SILENT:
                return True
            reason = f"{self.server.name} has not answered for {waited:.0f} s."
            self._silent(reason)
        self._on_news()
        return True

    def close(self) -> None:
        """Give the connection back; never raises."""
        with self._lock:
            self._is_closed = True
        self._drop_link()

    def _connected(self, context: JobContext) -> HostLink:
        link = self.link
        if link is not None:
            return link
        self.patience.begin(Phase.CONNECT, self._clock.monotonic())
        link = self._connector.connect(self.server, context)
        with self._lock:
            is_closed = self._is_closed
            if not is_closed:
                self._link = link
                self._slow_due_at = 0.0
                if Role.HOST in self.server.roles:
                    self._definitions = Definitions(
                        self.server.libvirt_uri, self._clock, self._on_domain_event
                    )
        if is_closed:
            link.close()
            raise Cancelled
        link.on_closed(lambda reason: self._on_lost(link, reason))
        return link

    def _ask(self, link: HostLink, pacemaker: bool, context: JobContext) -> None:
        started = self._clock.monotonic()
        is_slow = started >= self._slow_due_at
        parts = parts_for(self.server, slow=is_slow, pacemaker=pacemaker)
        self.patience.begin(Phase.BATCH, started)
        asked, results, missing = self._answers(link, parts, context)
        ended = self._clock.monotonic()
        self.patience.learn(ended - started)
        values, unreadable = self._reader.read(asked, results)
        last = self.contact.report
        if last is not None:
            for field in SLOW_FIELDS:
                values.setdefault(field, getattr(last, field))
            values.setdefault("cib", last.cib)
        # Who is protected must be known also while Pacemaker is down: the last word on it stays.
        report = HostReport(
            server=self.server.name,
            at=self._clock.now(),
            round_trip_s=ended - started,
            missing=(*unreadable, *missing),
            **values,
        )
        if is_slow:
            self._slow_due_at = started + _SLOW_PARTS_S
        self._keep(self._with_definitions(link, report, context), ended)

    def _answers(
        self, link: HostLink, parts: tuple[Part, ...], context: JobContext
    ) -> tuple[list[Part], list[CommandResult], list[tuple[str, str]]]:
        """Run the batch; one tool that hangs must not silence the whole machine.

        A batch without an answer is asked again command by command; what hangs then is left out
        for a minute and named as missing.
        """
        now = self._clock.monotonic()
        self._stuck = {f: t for f, t in self._stuck.items() if now - t < _SLOW_PARTS_S}
        asked = [part for part in parts if part.field not in self._stuck]
        commands = [part.command for part in asked]
        try:
            results = list(
                link.run_batch(commands, context, timeout_s=self.patience.batch_timeout_s)
            )
        except CommandTimeoutError:
            asked, results = self._one_by_one(link, asked, context)
        left_out = {part.field for part in parts} - {part.field for part in asked}
        reason = f"it gave no answer within {_ALONE_S:.0f} s"
        return asked, results, [(p.tool, reason) for p in parts if p.field in left_out]

    def _one_by_one(
        self, link: HostLink, parts: Iterable[Part], context: JobContext
    ) -> tuple[list[Part], list[CommandResult]]:
        answered: list[Part] = []
        results: list[CommandResult] = []
        for part in parts:
            try:
                results.append(link.run(part.command, context, timeout_s=_ALONE_S))
                answered.append(part)
            except CommandTimeoutError:
                if not answered:
                    raise
                self._stuck[part.field] = self._clock.monotonic()
        return answered, results

    def _with_definitions(
        self, link: HostLink, report: HostReport, context: JobContext
    ) -> HostReport:
        definitions = self._definitions
        last = self.contact.report
        if definitions is None:
            return report
        self.patience.begin(Phase.DEFINITIONS, self._clock.monotonic())
        shown = frozenset(d.uuid for d in report.domains or () if d.domain_id and not d.is_dying)
        timeout_s = self._config.command_timeout_s
        files, why = definitions.read_files(link, report, context, timeout_s)
        missing = [*report.missing, *([("definitions", why)] if why else [])]
        records, why = definitions.read_libvirt(link, shown, context)
        if why:
            missing.append(("libvirt", why))
        if last is not None:
            records = last.libvirt if records is None else records
            files = last.files if files is None else files
        return replace(report, libvirt=records, files=files, missing=tuple(missing))

    def _keep(self, report: HostReport, ended: float) -> None:
        """Make ``report`` the last answer."""
        running = running_domains(report, self._before)
        load = machine_load(report, self._before)
        report = replace(report, running=running, load_percent=load)
        if running is not None or Role.HOST not in self.server.roles:
            self._before = report
        with self._lock:
            was = self._contact
            since = was.since if was.contact is Contact.ANSWERING else self._clock.now()
            self._contact = HostContact(Contact.ANSWERING, since, report=report)
            self._error = None
            self._failures = 0
            rest = min(_RESTS_FOR_AN_ANSWER * report.round_trip_s, _LONGEST_REST_S)
            pause = max(self._config.poll_interval_s, rest)
            wait = _EVENT_DELAY_S if self._has_event else pause
            self._due_at = ended + wait
        self._on_news()

    def _fail(self, error: UnreachableError) -> None:
        with self._lock:
            self._error = error
            self._silent(error.sentence)
            self._back_off()
        self._drop_link()
        self._on_news()

    def _silent(self, reason: str) -> None:
        """Note that it does not answer; the time of the first silence stays. Lock held."""
        was = self._contact
        since = was.since if was.contact is Contact.SILENT else self._clock.now()
        self._contact = HostContact(Contact.SILENT, since, reason, was.report)

    def _back_off(self) -> None:
        """Leave it in peace for a while, longer each time. Lock held."""
        wait = BACKOFF_S[min(self._failures, len(BACKOFF_S) - 1)]
        self._failures += 1
        self._due_at = self._clock.monotonic() + wait

    def _drop_link(self) -> None:
        with self._lock:
            link, self._link = self._link, None
            definitions, self._definitions = self._definitions, None
        if definitions is not None:
            definitions.close()
        if link is not None:
            link.close()

    def _on_lost(self, link: HostLink, reason: str) -> None:
        """The connection is gone; try again soon, on the lane."""
        with self._lock:
            if self._link is not link or self._is_closed:
                return
            self._link = None
            definitions, self._definitions = self._definitions, None
            sentence = f"The connection to {self.server.name} is lost: {reason.rstrip('.')}."
            self._error = UnreachableError(self.server.name, sentence)
            self._silent(sentence)
            self._back_off()
        if definitions is not None:
            definitions.close()
        self._on_news()

    def _on_domain_event(self) -> None:
        """Something happened to a domain: ask soon; a burst of events is one cycle."""
        with self._lock:
            self._has_event = True
            if self._contact.contact is Contact.ANSWERING:
                soon = self._clock.monotonic() + _EVENT_DELAY_S
                self._due_at = min(self._due_at, soon)
        self._on_news()
