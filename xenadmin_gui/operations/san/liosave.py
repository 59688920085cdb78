"""The draft that saves LIO's configuration as it runs, on a server that loads it at its start."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname

from xenadmin_gui.domain import lioscripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.lio import LioService
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import targetcli
from xenadmin_gui.operations.san.layout import ServedBy, san_layout
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays

#: Of what would be lost, this many are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class LioSave:
    """Have the next start of a server's LIO bring what it runs now.

    What stands in the file and does not run is lost, but for a copy beside it.
    """

    server: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        key = Key(Kind.SAN_SERVER, self.server)
        server = snapshot.servers.get(self.server)
        if server is None or server not in snapshot.san_servers:
            sentence = f"{self.server} is no SAN server of this cluster."
            return (Problem(sentence, "Look at the list again.", key, "no-server", "server"),)
        if not server.is_up:
            sentence = f"{self.server} does not answer."
            return (Problem(sentence, "Bring it back first.", key, "silent", "server"),)
        if san_layout(snapshot).served_by is not ServedBy.LIO:
            sentence = "Pacemaker makes LIO's configuration at each start: nothing is saved."
            if not snapshot.pacemaker.is_present:
                sentence = f"LIO on {self.server} serves nothing."
            return (Problem(sentence, "", key, "not-by-lio", "server"),)
        service = _service(snapshot, self.server)
        if service is None or service.unsaved is None:
            sentence = f"{self.server} does not tell where its saved configuration differs."
            step = "Look whether it has targetcli, and a service that loads its configuration."
            return (Problem(sentence, step, key, "not-told", "server"),)
        if not service.unsaved:
            sentence = f"LIO on {self.server} has no unsaved changes."
            return (Problem(sentence, "", key, "saved", "server"),)
        return ()

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        service = _service(snapshot, self.server)
        assert service is not None
        changes = service.unsaved or ()
        key = Key(Kind.SAN_SERVER, self.server)
        lost = [change.place for change in changes if change.is_lost_by_saving]
        row = StepRow(key)
        _add(row, service, tuple(change.text for change in changes))
        return Plan(
            id=new_plan_id(),
            title=f"Save LIO's configuration on {self.server}",
            subjects=(Subject(key, self.server, Verdict.WILL_DO, _means(lost)),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
            confirm=self.server if lost else "",
        )


def _means(lost: list[str]) -> str:
    if not lost:
        return "Everything that runs is loaded again at the next start; nothing is lost."
    named = ", ".join(lost[:_NAMED]) + (" …" if len(lost) > _NAMED else "")
    return f"Lost but for the copy is what the file says of {named}."


def _service(snapshot: Snapshot, server: str) -> LioService | None:
    return next((s for s in snapshot.san.lio_services if s.server == server), None)


def _add(row: StepRow, service: LioService, changes: tuple[str, ...]) -> None:
    server, path = service.server, service.saved_path
    copy = f"{dirname(path)}/xenadmin-before-save.json"
    seen = HostSays(
        server,
        lioscripts.unsaved_changes_are(path, changes),
        0,
        f"What differs on {server} is not what was shown.",
    )
    saved = HostSays(
        server,
        lioscripts.same_config(path),
        0,
        f"What LIO runs on {server} and what {path} holds still differ.",
    )
    kept = HostSays(
        server,
        ("cmp", "--silent", path, copy),
        0,
        f"{server} has no copy of LIO's saved configuration yet.",
    )
    row.add(
        on(
            server,
            f"Keep a copy of LIO's saved configuration on {server}",
            Command(("cp", "--archive", "--", path, copy)),
            kept,
            seen,
        )
    )
    row.add(
        on(
            server,
            f"Save LIO's configuration on {server} for its next start",
            targetcli("saveconfig"),
            saved,
            seen,
            when_late="Look what 'targetcli ls' and the kernel's log say there.",
        ),
        undo=(
            on(
                server,
                f"Put the saved configuration on {server} back as it was",
                Command(("cp", "--archive", "--", copy, path)),
                kept,
            ),
        ),
    )
