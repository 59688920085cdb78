"""Every command is recorded with where, why and how it ended, monitoring's batches too."""

from __future__ import annotations

import pytest
from session_paper import Machine, PaperConnector

from xenadmin_gui.domain.command import Command, CommandRecord, CommandResult
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.commandlog import CommandLog
from xenadmin_gui.session.recording import RecordingConnector, RecordingLink, recorded_as

SERVER = ServerConfig("xen1", frozenset({Role.HOST}), "10.0.0.1")
DATE, NONE = Command(("date",)), Command(("no-such",), stdin="secret")


@pytest.fixture
def log() -> CommandLog:
    return CommandLog(size=3)


@pytest.fixture
def link(log: CommandLog) -> RecordingLink:
    paper = PaperConnector([Machine({("date",): "today\n"}, {"10.0.0.1"})])
    made = RecordingConnector(paper, log).connect(SERVER, JobContext())
    assert isinstance(made, RecordingLink)
    return made


def test_a_command_is_recorded_under_its_plan(link: RecordingLink, log: CommandLog) -> None:
    with recorded_as("Start web", "abc"):
        link.run(DATE, JobContext())
    (record,) = log.records()
    assert (record.host, record.argv, record.exit_status) == ("xen1", ("date",), 0)
    assert (record.origin, record.plan_id, record.output_tail) == ("Start web", "abc", "today")


def test_a_batch_is_one_record_of_monitoring(link: RecordingLink, log: CommandLog) -> None:
    link.run_batch([DATE, NONE], JobContext())
    (record,) = log.records()
    assert record.argv == ("date", ";", "no-such")
    assert (record.origin, record.exit_status) == ("monitoring", 127)
    assert record.output_tail == "127 no-such"
    assert "secret" not in repr(record)


def test_a_command_without_an_answer_is_recorded_too(log: CommandLog) -> None:
    class Broken:
        host = "xen1"

        def run(
            self, command: Command, context: JobContext, *, timeout_s: float = 30.0
        ) -> CommandResult:
            raise UnreachableError("xen1", "The line is cut.")

    link = RecordingLink(Broken(), log)  # type: ignore[arg-type]
    with pytest.raises(UnreachableError):
        link.run(DATE, JobContext())
    (record,) = log.records()
    assert (record.exit_status, record.output_tail) == (None, "The line is cut.")


def test_the_log_is_a_ring_and_tells_its_listeners(link: RecordingLink, log: CommandLog) -> None:
    told: list[CommandRecord] = []
    end = log.subscribe(told.append)
    for _ in range(4):
        link.run(DATE, JobContext())
    end()
    end()
    link.run(DATE, JobContext())
    assert len(told) == 4
    assert len(log.records()) == 3
