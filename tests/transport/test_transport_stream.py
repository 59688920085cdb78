"""Large files over one real SSH connection: whole, cut off, cancelled, refused."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import Cancelled, CommandTimeoutError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.link import SshLink

PIECE = bytes(range(256)) * 1024
COUNT = 40


def pieces(count: int = COUNT) -> Iterator[bytes]:
    for _ in range(count):
        yield PIECE


def test_what_is_sent_arrives_byte_by_byte(
    link: SshLink, context: JobContext, tmp_path: Path
) -> None:
    result = link.send(scripts.keep_input(str(tmp_path / "in"), "disk", 0), pieces(), context)
    assert result.succeeded
    assert (tmp_path / "in/disk").read_bytes() == PIECE * COUNT
    more = link.send(scripts.keep_input(str(tmp_path / "in"), "disk", 1), pieces(1), context)
    assert more.succeeded
    told = link.run(scripts.size_and_sum(str(tmp_path / "in/disk")), context).stdout.split()
    assert told[0] == str(len(PIECE) * (COUNT + 1))
    assert told[1] == hashlib.sha256(PIECE * (COUNT + 1)).hexdigest()
    link.send(scripts.keep_input(str(tmp_path / "in"), "disk", 0), pieces(1), context)
    assert (tmp_path / "in/disk").read_bytes() == PIECE


def test_what_is_fetched_is_the_file(link: SshLink, context: JobContext, tmp_path: Path) -> None:
    (tmp_path / "disk").write_bytes(PIECE * COUNT)
    got = bytearray()
    result = link.fetch(Command(("cat", "--", str(tmp_path / "disk"))), got.extend, context)
    assert result.succeeded
    assert bytes(got) == PIECE * COUNT


def test_a_command_that_ends_early_tells_why(link: SshLink, context: JobContext) -> None:
    result = link.send(Command(("sh", "-c", "echo full >&2; exit 7")), pieces(), context)
    assert (result.exit_status, result.stderr) == (7, "full\n")
    result = link.fetch(Command(("cat", "/no such file")), lambda piece: None, context)
    assert result.exit_status == 1


def test_a_cancel_ends_it_and_leaves_what_arrived(link: SshLink, tmp_path: Path) -> None:
    context = JobContext()

    def some() -> Iterator[bytes]:
        yield PIECE
        context.cancel()
        yield PIECE

    with pytest.raises(Cancelled):
        link.send(scripts.keep_input(str(tmp_path / "in"), "disk", 0), some(), context)
    assert link.run(Command(("true",)), JobContext()).succeeded


def test_a_file_that_cannot_be_read_here_is_no_lost_connection(
    link: SshLink, context: JobContext, tmp_path: Path
) -> None:
    def broken() -> Iterator[bytes]:
        yield PIECE
        raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output error"):
        link.send(scripts.keep_input(str(tmp_path / "in"), "disk", 0), broken(), context)

    def full(piece: bytes) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "disk").write_bytes(PIECE)
    with pytest.raises(OSError, match="No space left"):
        link.fetch(Command(("cat", str(tmp_path / "disk"))), full, context)
    assert link.is_alive


def test_what_stands_still_is_ended(link: SshLink, context: JobContext) -> None:
    with pytest.raises(CommandTimeoutError):
        link.fetch(Command(("sleep", "600")), lambda piece: None, context, stall_s=0.5)


def test_transfers_and_commands_go_side_by_side(
    link: SshLink, context: JobContext, tmp_path: Path
) -> None:
    ended = threading.Event()

    def slow() -> Iterator[bytes]:
        yield PIECE
        assert ended.wait(20)
        yield PIECE

    sender = threading.Thread(
        target=link.send,
        args=(scripts.keep_input(str(tmp_path / "in"), "disk", 0), slow(), JobContext()),
    )
    sender.start()
    assert link.run(Command(("echo", "here")), context).stdout == "here\n"
    ended.set()
    sender.join(20)
    assert (tmp_path / "in/disk").read_bytes() == PIECE * 2
