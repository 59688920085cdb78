"""Asks both servers what they know of a replica whose sides parted; changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.san.drbdlog import (
    PACEMAKER_COMMAND,
    LogEvent,
    journal_command,
    read_journal,
)
from xenadmin_gui.operations.san.generations import (
    Generation,
    generation_command,
    read_generation,
)
from xenadmin_gui.operations.san.home import server_for
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.parting import SideStory, stories_of

ASK_S = 20.0
#: A journal of months is read from its end; on a slow disk that takes a while.
JOURNAL_S = 60.0


class Asks(Protocol):
    """Runs a command that only reads on a server."""

    def __call__(
        self, server: str, command: Command, context: JobContext, *, timeout_s: float
    ) -> CommandResult: ...


def gather(
    ask: Asks, snapshot: Snapshot, replica: Replica, context: JobContext
) -> tuple[SideStory, ...]:
    """Ask each side for its generation, its clock and its journal; runs in a job.

    A side that cannot say something says why.
    """
    target = san_layout(snapshot).target
    plain: dict[str, SideStory] = {}
    logs: dict[str, tuple[LogEvent, ...]] = {}
    for side in replica.sides:
        server = side.server
        story = SideStory(server, _generation(ask, server, replica, context))
        if not story.generation.trouble:
            story = replace(story, clock_off_s=_clock_off(ask, server, context))
        try:
            said = ask(server, journal_command(replica, target), context, timeout_s=JOURNAL_S)
        except XenadminError as error:
            plain[server] = replace(story, trouble=error.sentence)
            continue
        speaks = _pacemaker_speaks(ask, server, context) if target else False
        plain[server] = replace(story, has_pacemaker_log=speaks)
        if said.succeeded or (said.exit_status == 1 and not said.stderr.strip()):
            logs[server] = read_journal(said.stdout, replica, target)
        else:
            plain[server] = replace(story, trouble=said.stderr.strip()[-200:])
    active = server_for(snapshot, replica)
    return stories_of(replica, active, logs, plain, target=target)


def _pacemaker_speaks(ask: Asks, server: str, context: JobContext) -> bool:
    """Whether Pacemaker writes to the journal there: else its silence would mean nothing."""
    try:
        said = ask(server, PACEMAKER_COMMAND, context, timeout_s=JOURNAL_S)
    except XenadminError:
        return False
    return said.succeeded and bool(said.stdout.strip())


def _generation(ask: Asks, server: str, replica: Replica, context: JobContext) -> Generation:
    try:
        said = ask(server, generation_command(replica.name), context, timeout_s=ASK_S)
    except XenadminError as error:
        return Generation(trouble=error.sentence)
    known = read_generation(said.stdout)
    return known or Generation(trouble=said.stderr.strip() or said.stdout.strip())


def _clock_off(ask: Asks, server: str, context: JobContext) -> float | None:
    """How much the server's clock is ahead; None when it does not say."""
    before = context.clock.now()
    try:
        said = ask(server, Command(("date", "+%s")), context, timeout_s=ASK_S).stdout.strip()
    except XenadminError:
        return None
    middle = (before + context.clock.now()) / 2
    return int(said) + 0.5 - middle if said.isdecimal() else None
