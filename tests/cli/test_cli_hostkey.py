"""A host key that nobody has accepted yet: asked about on a terminal, a stop everywhere else."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import Output
from xenadmin_gui.cli.parser import parse
from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import HostKeyUnknownError, UnreachableError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.session.eventlog import EventLog
from xenadmin_gui.session.session import Session
from xenadmin_gui.transport.protocols import HostLink

CONFIG = ClusterConfig("c", servers=(ServerConfig("xen1", frozenset({Role.HOST}), "10.0.0.1"),))


class Stranger:
    """A connector whose one host shows a key that nobody knows; once accepted it is unreachable."""

    def __init__(self) -> None:
        self.accepted: list[str] = []

    def connect(self, server: ServerConfig, context: JobContext) -> HostLink:
        if self.accepted:
            raise UnreachableError(server.name, "The key is accepted.")
        raise HostKeyUnknownError(server.name, "ssh-ed25519", "SHA256:abc")

    def accept(self, error: HostKeyUnknownError) -> None:
        self.accepted.append(error.fingerprint)

    def close(self) -> None:
        """Nothing to close."""


@pytest.fixture
def stranger() -> Stranger:
    return Stranger()


@pytest.fixture
def session(stranger: Stranger, tmp_path: Path) -> Iterator[Session]:
    clock = SystemClock()
    journal = Journal(tmp_path / "journal.sqlite", clock=clock)
    made = Session(CONFIG, stranger, clock, journal, EventLog(), accept_key=stranger.accept)
    yield made
    made.close()


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Somebody at the keyboard, who types what it is called with."""
    master, slave = pty.openpty()
    with os.fdopen(slave, "r") as keyboard, monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", keyboard)
        yield lambda text: _type(master, text)
    os.close(master)


def _type(master: int, text: str) -> None:
    os.write(master, text.encode())


def ask(session: Session, *words: str) -> UnreachableError:
    call = Call(parse(["vm", "list", *words]), Output(as_json="--json" in words), session)
    with pytest.raises(UnreachableError) as caught:
        call.fresh()
    return caught.value


@pytest.mark.parametrize("words", [(), ("--yes",), ("--json",), ("--json", "--yes")])
def test_without_a_terminal_it_is_a_stop_with_the_fingerprint(
    session: Session, stranger: Stranger, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    with open(os.devnull) as nobody, monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", nobody)
        error = ask(session, *words)
    assert (error.code, int(error.exit_code)) == ("host-key-unknown", 4)
    assert "SHA256:abc" in error.sentence
    assert "ssh-keygen" in error.next_step
    assert stranger.accepted == []


def test_on_a_terminal_a_yes_accepts_it(
    session: Session,
    stranger: Stranger,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed("yes\n")
    error = ask(session)
    assert stranger.accepted == ["SHA256:abc"]
    assert error.sentence == "The key is accepted."
    assert "SHA256:abc" in capsys.readouterr().err


@pytest.mark.parametrize("answer", ["no\n", "\n", "maybe\n"])
def test_anything_but_a_yes_does_not(
    session: Session, stranger: Stranger, typed: Callable[[str], None], answer: str
) -> None:
    typed(answer)
    assert ask(session).code == "host-key-unknown"
    assert stranger.accepted == []
