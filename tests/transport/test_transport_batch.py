"""Many commands in one round trip, and what is left of them when it is cut off."""

from __future__ import annotations

import time

import pytest

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import CommandTimeoutError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.batch import Batch
from xenadmin_gui.transport.link import SshLink


def sh(script: str) -> Command:
    return Command(("sh", "-c", script))


def test_each_command_has_its_own_status_and_outputs(link: SshLink, context: JobContext) -> None:
    commands = [
        Command(("echo", "one")),
        sh("printf two; printf bad >&2; exit 7"),
        Command(("no-such-program",)),
        Command(("printf", "\\n\\n")),
        Command(("true",)),
    ]
    results = link.run_batch(commands, context)
    assert [result.exit_status for result in results] == [0, 7, 127, 0, 0]
    assert [result.stdout for result in results] == ["one\n", "two", "", "\n\n", ""]
    assert results[1].stderr == "bad"
    assert "not found" in results[2].stderr
    assert [result.command for result in results] == commands
    assert {result.host for result in results} == {"xen1"}


def test_no_commands_are_no_round_trip(link: SshLink, context: JobContext) -> None:
    assert link.run_batch([], context) == ()


def test_commands_see_neither_the_script_nor_each_other(link: SshLink, context: JobContext) -> None:
    results = link.run_batch(
        [
            Command(("cat",)),
            Command(("exit", "5")),
            Command(("cat",), "secret"),
            sh("echo $LC_ALL"),
        ],
        context,
    )
    assert [result.stdout for result in results] == ["", "", "secret", "C\n"]
    assert [result.exit_status for result in results] == [0, 127, 0, 0]


def test_a_long_script_and_a_secret_travel_as_standard_input(
    link: SshLink, context: JobContext
) -> None:
    many = [Command(("echo", "x" * 1000 + str(number))) for number in range(200)]
    results = link.run_batch(many, context)
    assert [result.stdout for result in results] == [f"{command.argv[1]}\n" for command in many]
    arguments = Command(("sh", "-c", "tr '\\0' ' ' < /proc/$PPID/cmdline"), "hidden-word")
    (seen,) = link.run_batch([arguments], context)
    assert seen.stdout
    assert "hidden-word" not in seen.stdout


def test_a_batch_that_is_killed_keeps_what_had_ended(link: SshLink, context: JobContext) -> None:
    commands = [
        Command(("echo", "done")),
        sh("printf half; kill -9 $PPID; sleep 0.2"),
        Command(("echo", "never")),
    ]
    done, half, never = link.run_batch(commands, context)
    assert (done.exit_status, done.stdout) == (0, "done\n")
    assert (half.exit_status, half.stdout) == (None, "half")
    assert (never.exit_status, never.stdout) == (None, "")
    assert "cut off" in half.stderr
    assert "cut off" in never.stderr


def test_a_batch_that_hangs_keeps_what_had_ended(link: SshLink, context: JobContext) -> None:
    begin = time.monotonic()
    first, stuck, never = link.run_batch(
        [Command(("echo", "done")), Command(("sleep", "60")), Command(("echo", "never"))],
        context,
        timeout_s=1.0,
    )
    assert time.monotonic() - begin < 5
    assert first.stdout == "done\n"
    assert (stuck.exit_status, never.exit_status) == (None, None)
    assert "within 1 s" in stuck.stderr


def test_a_batch_of_which_nothing_ended_is_a_time_out(link: SshLink, context: JobContext) -> None:
    with pytest.raises(CommandTimeoutError):
        link.run_batch([Command(("sleep", "60")), Command(("true",))], context, timeout_s=0.3)


def test_an_answer_cut_at_any_byte_never_lies() -> None:
    batch = Batch.of([Command(("a",)), Command(("b",)), Command(("c",))])
    marks = [f"\n{batch.marker} {number} 0\n" for number in range(3)]
    begin = f"Welcome!\n{batch.marker} begin\n"
    whole = (begin + "A" + marks[0] + "B\n" + marks[1] + "C" + marks[2]).encode()
    full = ["A", "B\n", "C"]
    for length in range(len(whole) + 1):
        results = batch.results("xen1", whole[:length], b"", 0.0, 0.0, "cut off")
        for result, expected in zip(results, full, strict=True):
            if result.exit_status == 0:
                assert result.stdout == expected
            else:
                assert result.exit_status is None
                assert "cut off" in result.stderr


def test_an_empty_or_foreign_answer_is_no_answer() -> None:
    batch = Batch.of([Command(("a",)), Command(("b",))])
    for answer in (b"", b"Last login: yesterday\n", b"\xff\xfe\0"):
        results = batch.results("xen1", answer, answer, 0.0, 0.0, "cut off")
        assert [result.exit_status for result in results] == [None, None]
