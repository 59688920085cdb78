"""Batches on the kept shell: one round trip, nothing that stays, and no harm that lasts."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from servers import SshServer

from tests.bench.delay import DelayingProxy
from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import Cancelled, CommandTimeoutError, UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.link import SshLink
from xenadmin_gui.transport.ssh import SshConnector

Make = Callable[..., SshConnector]
HALF_TURN_S = 0.1


def sh(script: str) -> Command:
    return Command(("sh", "-c", script))


SHELL = sh("echo $PPID")


def one(link: SshLink, command: Command, *, timeout_s: float = 30.0) -> CommandResult:
    (result,) = link.run_batch([command], JobContext(), timeout_s=timeout_s)
    return result


def shell_of(link: SshLink) -> int:
    """Return the process number of the shell that the next batch meets."""
    return int(one(link, SHELL).stdout)


def is_gone(pid: int) -> bool:
    """Wait until a process has ended."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        threading.Event().wait(0.02)
    return False


@contextmanager
def link_to(
    directory: Path, client_key: Path, connector_for: Make, **options: str
) -> Iterator[SshLink]:
    """A link to a server with further options."""
    known_hosts = directory / "known_hosts"
    with SshServer(directory / "sshd", client_key, options=options) as sshd:
        sshd.trust(known_hosts)
        server = sshd.server("xen1")
        link = connector_for(known_hosts, server).connect(server, JobContext())
        yield link
        link.close()


@pytest.fixture
def far(
    sshd: SshServer, tmp_path: Path, connector_for: Make, context: JobContext
) -> Iterator[tuple[SshLink, DelayingProxy]]:
    """A link over a long line that counts round trips."""
    proxy = DelayingProxy(sshd.port, HALF_TURN_S)
    known_hosts = tmp_path / "known_hosts"
    known_hosts.write_text(sshd.known_hosts_line(name=f"[127.0.0.1]:{proxy.port}"))
    server = replace(sshd.server("xen1"), port=proxy.port)
    link = connector_for(known_hosts, server).connect(server, context)
    yield link, proxy
    link.close()
    proxy.close()


def test_a_batch_is_exactly_one_round_trip(far: tuple[SshLink, DelayingProxy]) -> None:
    link, proxy = far
    start = proxy.turns.count
    shell_of(link)
    opened = proxy.turns.count
    assert opened - start <= 3  # open the channel, start the shell, ask it
    for _ in range(10):
        results = link.run_batch([Command(("echo", "x" * 3000))] * 8, JobContext())
        assert all(result.succeeded for result in results)
    assert proxy.turns.count - opened == 10


def test_200_batches_meet_one_shell(link: SshLink) -> None:
    assert len({shell_of(link) for _ in range(200)}) == 1


def test_nothing_of_a_batch_stays_for_the_next(link: SshLink) -> None:
    state = sh("pwd; umask; ulimit -n; env | sort | grep -v '^_='; ls -l /proc/self/fd | wc -l")
    before = one(link, state)
    shell = shell_of(link)
    words = [("cd", "/"), ("exit", "3"), ("exec", "true"), ("LC_ALL=x",), ("set", "-e"), ("trap",)]
    for word in words:
        assert one(link, Command(word)).exit_status in (2, 126, 127)
    one(link, sh("cd /; X=1; export X; umask 0; ulimit -n 20; exec 1>&- 2>&-; exit 9"))
    after = one(link, state)
    assert (after.stdout, after.stderr) == (before.stdout, "")
    assert shell_of(link) == shell


def test_a_shell_killed_between_batches_is_replaced(link: SshLink) -> None:
    shell = shell_of(link)
    os.kill(shell, signal.SIGKILL)
    assert is_gone(shell)
    assert shell_of(link) != shell


def test_a_shell_whose_end_is_not_yet_known_loses_no_batch(
    far: tuple[SshLink, DelayingProxy],
) -> None:
    link, _ = far
    shell = shell_of(link)
    os.kill(shell, signal.SIGKILL)  # the news is under way while we ask
    assert one(link, Command(("echo", "here"))).stdout == "here\n"
    assert shell_of(link) != shell


def test_a_shell_killed_in_the_middle_keeps_what_had_ended(link: SshLink) -> None:
    shell = shell_of(link)
    commands = [Command(("echo", "done")), sh("kill -9 $PPID"), Command(("echo", "never"))]
    done, killer, never = link.run_batch(commands, JobContext())
    assert (done.exit_status, done.stdout) == (0, "done\n")
    assert (killer.exit_status, never.exit_status) == (None, None)
    assert "cut off" in never.stderr
    assert shell_of(link) != shell


def test_a_time_out_ends_shell_and_command_on_the_host_and_the_next_batch_works(
    link: SshLink, tmp_path: Path
) -> None:
    shell = shell_of(link)
    number = tmp_path / "number"
    with pytest.raises(CommandTimeoutError):
        one(link, sh(f"echo $$ > '{number}'; exec sleep 60"), timeout_s=1.0)
    assert is_gone(shell)
    assert is_gone(int(number.read_text()))
    assert one(link, Command(("echo", "next"))).stdout == "next\n"


def test_a_late_answer_is_never_taken_for_the_next_ones(link: SshLink) -> None:
    for number in range(5):
        slow = sh(f"trap '' TERM; printf 'old{number} %.0s' 1 2 3; sleep 0.1; echo old")
        with suppress(CommandTimeoutError):
            link.run_batch([slow, slow], JobContext(), timeout_s=0.05)
        fresh = link.run_batch([Command(("echo", str(number)))] * 2, JobContext())
        assert [result.stdout for result in fresh] == [f"{number}\n"] * 2


def test_cancel_ends_a_batch_at_once_and_the_next_one_works(link: SshLink, tmp_path: Path) -> None:
    shell = shell_of(link)
    fifo = tmp_path / "started"
    os.mkfifo(fifo)
    context = JobContext()
    with ThreadPoolExecutor(1) as pool:
        batch = pool.submit(link.run_batch, [sh(f"echo > '{fifo}'; exec sleep 60")], context)
        fifo.read_text()
        context.cancel()
        with pytest.raises(Cancelled):
            batch.result(5)
    assert is_gone(shell)
    assert one(link, Command(("echo", "next"))).stdout == "next\n"


def test_a_second_batch_does_not_wait_for_the_first(link: SshLink, tmp_path: Path) -> None:
    shell = shell_of(link)
    fifo = tmp_path / "door"
    os.mkfifo(fifo)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(one, link, sh(f"echo > '{fifo}'; cat '{fifo}'; echo $PPID"))
        fifo.read_text()
        assert shell_of(link) != shell
        fifo.write_text("")
        assert int(first.result(10).stdout) == shell
    assert shell_of(link) == shell


def test_much_output_and_odd_bytes_come_whole(link: SshLink) -> None:
    much = sh("head -c 5000000 /dev/zero | tr '\\0' a; head -c 3000000 /dev/zero | tr '\\0' b >&2")
    odd = sh(r"printf 'a\377\0\001\r\nb'")
    for _ in range(2):
        results = link.run_batch([much, odd, Command(("true",))], JobContext())
        assert (results[0].stdout, results[0].stderr) == ("a" * 5_000_000, "b" * 3_000_000)
        assert results[1].stdout == "a�\0\x01\r\nb"
        assert [result.exit_status for result in results] == [0, 0, 0]


def test_what_a_left_over_process_says_belongs_to_nobody(link: SshLink, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    left = one(link, sh(f"cat '{fifo}' & echo $!"))
    fifo.write_text("STRAY\n" * 100)
    assert is_gone(int(left.stdout))
    link.run(Command(("true",)), JobContext())
    result = one(link, Command(("echo", "clean")))
    assert (result.stdout, result.stderr) == ("clean\n", "")


def test_a_talkative_login_shell_spoils_no_answer(
    tmp_path: Path, client_key: Path, connector_for: Make
) -> None:
    rude = 'echo Welcome; echo "Mind the gap" >&2; eval "$SSH_ORIGINAL_COMMAND"'
    with link_to(tmp_path, client_key, connector_for, ForceCommand=rude) as link:
        for _ in range(2):
            result = one(link, Command(("echo", "answer")))
            assert (result.stdout, result.stderr) == ("answer\n", "")


def test_a_server_that_gives_no_input_gets_each_batch_as_an_exec(
    tmp_path: Path, client_key: Path, connector_for: Make
) -> None:
    deaf = 'sh -c "$SSH_ORIGINAL_COMMAND" </dev/null'
    with link_to(tmp_path, client_key, connector_for, ForceCommand=deaf) as link:
        assert shell_of(link) != shell_of(link)


def test_the_only_session_of_a_server_is_given_to_a_command(
    tmp_path: Path, client_key: Path, connector_for: Make
) -> None:
    with link_to(tmp_path, client_key, connector_for, MaxSessions="1") as link:
        for _ in range(3):
            assert shell_of(link)
            assert link.run(Command(("echo", "in")), JobContext()).stdout == "in\n"


def test_a_batch_waits_for_no_place_when_all_are_taken(link: SshLink, tmp_path: Path) -> None:
    shell_of(link)
    door = tmp_path / "door"
    busy = JobContext()
    with ThreadPoolExecutor(6) as pool:
        waiting = sh(f"while [ ! -e '{door}' ]; do sleep 0.05; done")
        commands = [pool.submit(link.run, waiting, busy) for _ in range(6)]
        assert one(link, Command(("echo", "in")), timeout_s=10).stdout == "in\n"
        door.touch()
        assert all(command.result(10).succeeded for command in commands)


def test_a_lost_connection_under_a_batch_is_unreachable(
    tmp_path: Path, client_key: Path, connector_for: Make
) -> None:
    known_hosts = tmp_path / "known_hosts"
    fifo = tmp_path / "started"
    os.mkfifo(fifo)
    with SshServer(tmp_path / "sshd", client_key) as sshd:
        sshd.trust(known_hosts)
        server = sshd.server("xen1")
        link = connector_for(known_hosts, server).connect(server, JobContext())
        shell_of(link)
        with ThreadPoolExecutor(1) as pool:
            batch = pool.submit(one, link, sh(f"echo > '{fifo}'; exec sleep 60"))
            fifo.read_text()
            sshd.drop()
            with pytest.raises(UnreachableError, match="lost"):
                batch.result(10)
        with pytest.raises(UnreachableError):
            shell_of(link)
