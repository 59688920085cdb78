"""The draft of a schedule by which both sides of replicas are compared, or of its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.verification import (
    SCRIPT,
    SCRIPT_PATH,
    UNIT_FOLDER,
    service_of,
    service_text,
    timer_of,
    timer_text,
)
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import file_there, remove_file
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.refusals import cannot_compare, no_replica, silent
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays

USUAL = "Sun 03:00"
#: Not with a dash first: systemd-analyze(1) would take that for an option, and be content.
_CALENDAR = re.compile(r"[A-Za-z0-9*][A-Za-z0-9 ,.:*/~-]{0,79}")
#: Names that are the same in a unit's name and in its text.
_PLAIN = re.compile(r"[A-Za-z0-9_.-]+")
_START = 'systemctl daemon-reload && systemctl enable "$1" && systemctl restart "$1"'
_STOP = 'systemctl disable --now "$1"'
_IS_ON = (
    'systemctl is-active --quiet "$1" && systemctl is-enabled --quiet "$1" && '
    '[ "$(systemctl show --property=NeedDaemonReload --value "$1")" = no ]'
)
_IS_OFF = '! systemctl is-active --quiet "$1"'
_MAKE_FOLDER = Command(("mkdir", "-p", SCRIPT_PATH.rpartition("/")[0]))


@dataclass(frozen=True, slots=True)
class VerifySchedule:
    """Have replicas compared by a schedule, on whichever server they are Primary then.

    Attributes:
        calendar: When, as systemd.time(7) has it, such as ``Sun 03:00``; empty: never again.
    """

    replicas: tuple[str, ...]
    calendar: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        if not self.replicas:
            return (Problem("No replica was named.", "Choose one.", None, "none", "replicas"),)
        if self.calendar and not _CALENDAR.fullmatch(self.calendar):
            sentence = f"systemd knows no time '{self.calendar}'."
            step = "Write 'Sun 03:00', 'Mon..Fri 01:30' or 'monthly' (man systemd.time)."
            return (Problem(sentence, step, None, "bad-calendar", "calendar"),)
        found: list[Problem] = []
        for name in self.replicas:
            replica = snapshot.san.replica(name)
            if replica is None:
                found.append(no_replica(name))
            elif not _PLAIN.fullmatch(name):
                sentence = f"systemd does not take the name '{name}' for a unit."
                step = "Compare it by hand."
                found.append(Problem(sentence, step, replica.key, "bad-name", "replicas"))
            elif self.calendar:
                found += cannot_compare(replica)
        servers = tuple(server.name for server in snapshot.san_servers)
        return tuple(found) or silent(snapshot, servers, None)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        layout, subjects = san_layout(snapshot), []
        row: StepRow | None = None
        for name in self.replicas:
            replica = snapshot.san.replica(name)
            assert replica is not None
            row = StepRow(replica.key, [] if row is None else row.steps)
            if replica.schedule == self.calendar and not self.calendar:
                said = f"{name} has no schedule."
                subjects.append(Subject(replica.key, name, Verdict.ALREADY, said))
                continue
            for server in layout.servers:
                if self.calendar:
                    _begin(row, server, name, self.calendar, replica.schedule)
                else:
                    _end(row, server, name, replica.schedule)
            subjects.append(_subject(replica.key, name, self.calendar))
        names = ", ".join(self.replicas)
        title = f"End the schedule by which {names} is compared"
        if self.calendar:
            title = f"Have {names} compared by the schedule {self.calendar}"
        return Plan(
            id=new_plan_id(),
            title=title,
            subjects=tuple(subjects),
            steps=() if row is None else tuple(row.steps),
            made_from=snapshot.version,
        )


def _subject(key: Key, name: str, calendar: str) -> Subject:
    means = "Nobody compares its sides then unless by hand."
    if calendar:
        means = "It reads both disks from end to end, one replica after the other."
    return Subject(key, name, Verdict.WILL_DO, means)


def _begin(row: StepRow, server: str, name: str, calendar: str, before: str) -> None:
    """Add the steps that begin a schedule on one server; ``before``: the one that it had."""
    asked = ("systemd-analyze", "calendar", calendar)
    known = HostSays(server, asked, 0, f"systemd on {server} knows no time '{calendar}'.")
    folder = SCRIPT_PATH.rpartition("/")[0]
    row.add(
        on(
            server,
            f"Make the folder {folder} on {server}",
            _MAKE_FOLDER,
            HostSays(server, ("test", "-d", folder), 0, f"{server} has no folder {folder}."),
            known,
        )
    )
    row.add(_written(server, SCRIPT_PATH, SCRIPT, known))
    service, timer = f"{UNIT_FOLDER}/{service_of(name)}", f"{UNIT_FOLDER}/{timer_of(name)}"
    gone = () if before else (_removed(server, service),)
    row.add(_written(server, service, service_text(name), known), undo=gone)
    text = timer_text(name, calendar)
    back = _removed(server, timer)
    if before:
        back = _written(server, timer, timer_text(name, before))
    row.add(_written(server, timer, text, known), undo=(back,))
    undo = _started(server, name, before) if before else _stopped(server, name)
    row.add(_started(server, name, calendar), undo=(undo,))


def _end(row: StepRow, server: str, name: str, before: str) -> None:
    """Add the steps that end a schedule on one server."""
    service, timer = f"{UNIT_FOLDER}/{service_of(name)}", f"{UNIT_FOLDER}/{timer_of(name)}"
    row.add(_stopped(server, name), undo=(_started(server, name, before),) if before else ())
    back = (_written(server, timer, timer_text(name, before)),) if before else ()
    row.add(_removed(server, timer), undo=back)
    again = (_written(server, service, service_text(name)),) if before else ()
    row.add(_removed(server, service), undo=again)


def _written(server: str, path: str, text: str, *only_if: Condition) -> Action:
    written = file_is(path, text).argv
    return on(
        server,
        f"Write {path} on {server}",
        write_file(path, text),
        HostSays(server, written, 0, f"{path} on {server} is not as it should be."),
        *only_if,
    )


def _removed(server: str, path: str) -> Action:
    return on(
        server,
        f"Remove {path} from {server}",
        remove_file(path),
        HostSays(server, file_there(path), 1, f"{path} is still on {server}."),
    )


def _started(server: str, name: str, calendar: str) -> Action:
    timer = timer_of(name)
    return on(
        server,
        f"Have systemd on {server} compare {name} at {calendar}",
        Command(("sh", "-c", _START, "sh", timer)),
        HostSays(server, ("sh", "-c", _IS_ON, "sh", timer), 0, f"{timer} does not run."),
        when_late=f"Look with 'systemctl status {timer}' on {server}.",
    )


def _stopped(server: str, name: str) -> Action:
    timer = timer_of(name)
    return on(
        server,
        f"Have systemd on {server} compare {name} no more",
        Command(("sh", "-c", _STOP, "sh", timer)),
        HostSays(server, ("sh", "-c", _IS_OFF, "sh", timer), 0, f"{timer} runs still."),
    )
