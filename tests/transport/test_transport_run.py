"""Commands over one real SSH connection: their ends, their streams, and trouble under way."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from servers import SshServer

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import Cancelled, CommandTimeoutError, UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.link import SshLink
from xenadmin_gui.transport.ssh import SshConnector


def sh(script: str) -> Command:
    return Command(("sh", "-c", script))


def in_thread(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Run ``work`` beside; its value or its error ends up in the list."""
    ends: list[object] = []

    def run() -> None:
        try:
            ends.append(work())
        except Exception as error:  # noqa: BLE001 - the test looks at it
            ends.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, ends


def wait_for_file(link: SshLink, path: Path) -> None:
    """Wait, on the host, until a command that runs beside has made ``path``."""
    script = f"while [ ! -e '{path}' ]; do sleep 0.02; done"
    assert link.run(sh(script), JobContext(), timeout_s=10).succeeded


def test_status_and_both_outputs_come_back(link: SshLink, context: JobContext) -> None:
    result = link.run(sh("echo out; echo err >&2; exit 3"), context)
    assert (result.exit_status, result.stdout, result.stderr) == (3, "out\n", "err\n")
    assert result.host == "xen1"
    assert result.started_at > 0
    assert 0 < result.duration_s < 10


def test_a_missing_program_is_127(link: SshLink, context: JobContext) -> None:
    assert link.run(Command(("no-such-program", "x")), context).exit_status == 127


def test_a_program_that_looks_like_an_option_is_missing_too(
    link: SshLink, context: JobContext
) -> None:
    assert link.run(Command(("-a", "x")), context).exit_status == 127


def test_a_signal_is_no_status(link: SshLink, context: JobContext) -> None:
    assert link.run(sh("kill -9 $$"), context).exit_status is None


def test_programs_speak_english_and_shell_words_are_not_meant(
    link: SshLink, context: JobContext
) -> None:
    environment = link.run(Command(("env",)), context).stdout.splitlines()
    assert "LC_ALL=C" in environment
    assert link.run(Command(("exit",)), context).exit_status == 127


def test_standard_input_arrives_whole_and_ends(link: SshLink, context: JobContext) -> None:
    text = "käse\n" * 200_000
    result = link.run(Command(("cat",), text), context)
    assert result.stdout == text


def test_without_standard_input_a_reader_sees_its_end(link: SshLink, context: JobContext) -> None:
    assert link.run(Command(("cat",)), context, timeout_s=10).stdout == ""


def test_a_program_that_does_not_read_its_input_is_no_trouble(
    link: SshLink, context: JobContext
) -> None:
    for _ in range(20):
        assert link.run(Command(("true",), "x" * 300_000), context).exit_status == 0
    assert link.run(Command(("echo", "alive")), context).stdout == "alive\n"


def test_much_output_on_both_sides_comes_whole(link: SshLink, context: JobContext) -> None:
    script = "head -c 5000000 /dev/zero | tr '\\0' a; head -c 3000000 /dev/zero | tr '\\0' b >&2"
    result = link.run(sh(script), context)
    assert result.stdout == "a" * 5_000_000
    assert result.stderr == "b" * 3_000_000


def test_garbled_bytes_are_replaced_not_fatal(link: SshLink, context: JobContext) -> None:
    result = link.run(sh(r"printf 'a\377\376b'"), context)
    assert result.stdout == "a��b"


def test_500_commands_from_8_threads_survive_on_one_connection(link: SshLink) -> None:
    def one(number: int) -> CommandResult:
        return link.run(Command(("echo", str(number))), JobContext())

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(one, range(500)))
    assert [result.stdout for result in results] == [f"{n}\n" for n in range(500)]
    assert link.is_alive


def test_commands_do_not_fail_when_the_host_has_few_sessions(
    tmp_path: Path,
    client_key: Path,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> None:
    known_hosts = tmp_path / "known_hosts"
    with SshServer(tmp_path / "sshd", client_key, options={"MaxSessions": "2"}) as sshd:
        sshd.trust(known_hosts)
        server = sshd.server("xen1")
        link = connector_for(known_hosts, server).connect(server, context)
        with ThreadPoolExecutor(6) as pool:
            results = list(pool.map(lambda _: link.run(sh("sleep 0.05"), context), range(12)))
        link.close()
    assert all(result.succeeded for result in results)


def test_a_time_out_closes_the_channel_and_leaves_the_connection(
    link: SshLink, context: JobContext
) -> None:
    begin = time.monotonic()
    for _ in range(12):  # more than there are places: each must be given back
        with pytest.raises(CommandTimeoutError) as caught:
            link.run(Command(("sleep", "60")), context, timeout_s=0.1)
    assert time.monotonic() - begin < 10
    assert "sleep" in caught.value.sentence
    assert link.run(Command(("echo", "alive")), context).stdout == "alive\n"


def test_a_command_that_timed_out_is_ended_on_the_host_with_its_children(
    link: SshLink, tmp_path: Path, context: JobContext
) -> None:
    fifo = tmp_path / "held"
    script = f"mkfifo '{fifo}'; sleep 60 > '{fifo}' & cat > /dev/null < '{fifo}'; wait"
    with pytest.raises(CommandTimeoutError):
        link.run(sh(script), context, timeout_s=1.0)
    # A pipe that nobody reads refuses a writer; the signal takes its time on a busy machine.
    pause = threading.Event()
    end = time.monotonic() + 20
    while _is_read(fifo):
        assert time.monotonic() < end, "the children live on"
        pause.wait(0.05)


def _is_read(fifo: Path) -> bool:
    try:
        os.close(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        return False
    return True


def test_cancel_unblocks_at_once(link: SshLink, tmp_path: Path) -> None:
    context = JobContext()
    started = tmp_path / "started"
    thread, ends = in_thread(lambda: link.run(sh(f"touch '{started}'; sleep 60"), context))
    wait_for_file(link, started)
    context.cancel()
    thread.join(2)
    assert [type(end) for end in ends] == [Cancelled]
    assert link.run(Command(("echo", "alive")), JobContext()).stdout == "alive\n"


def test_cancel_unblocks_a_call_that_waits_for_a_place(link: SshLink, tmp_path: Path) -> None:
    busy = JobContext()
    threads = [
        in_thread(lambda n=n: link.run(sh(f"touch '{tmp_path / str(n)}'; sleep 60"), busy))[0]
        for n in range(6)
    ]
    deadline = time.monotonic() + 10
    while len(list(tmp_path.iterdir())) < 6 and time.monotonic() < deadline:
        threading.Event().wait(0.02)
    waiting = JobContext()
    thread, ends = in_thread(lambda: link.run(Command(("true",)), waiting))
    waiting.cancel()
    thread.join(2)
    busy.cancel()
    for one in threads:
        one.join(2)
    assert [type(end) for end in ends] == [Cancelled]


@pytest.fixture
def doomed(
    tmp_path: Path,
    client_key: Path,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> object:
    """A server that the test may harm, and a link to it."""
    known_hosts = tmp_path / "known_hosts"
    with SshServer(tmp_path / "sshd", client_key) as sshd:
        sshd.trust(known_hosts)
        server = sshd.server("xen1")
        yield sshd, connector_for(known_hosts, server).connect(server, context)


def test_a_lost_connection_is_unreachable_and_told_once(
    doomed: tuple[SshServer, SshLink], tmp_path: Path, context: JobContext
) -> None:
    sshd, link = doomed
    lost: list[str] = []
    told = threading.Event()
    link.on_closed(lambda reason: (lost.append(reason), told.set()))
    started = tmp_path / "started"
    thread, ends = in_thread(lambda: link.run(sh(f"touch '{started}'; sleep 60"), context))
    wait_for_file(link, started)
    sshd.drop()
    thread.join(5)
    assert told.wait(5)
    assert [type(end) for end in ends] == [UnreachableError]
    assert "unknown" in str(ends[0])
    assert len(lost) == 1
    assert "xen1" in lost[0]
    assert not link.is_alive
    with pytest.raises(UnreachableError):
        link.run(Command(("true",)), context)
    late: list[str] = []
    link.on_closed(late.append)
    assert late == lost


def test_our_own_close_is_not_a_loss(link: SshLink, context: JobContext) -> None:
    lost: list[str] = []
    link.on_closed(lost.append)
    link.close()
    link.close()
    assert lost == []
    with pytest.raises(UnreachableError):
        link.run(Command(("true",)), context)


def test_close_unblocks_a_running_command(link: SshLink, tmp_path: Path) -> None:
    started = tmp_path / "started"
    thread, ends = in_thread(lambda: link.run(sh(f"touch '{started}'; sleep 60"), JobContext()))
    wait_for_file(link, started)
    link.close()
    thread.join(3)
    assert [type(end) for end in ends] == [UnreachableError]


def test_a_hung_link_times_out_and_recovers(
    doomed: tuple[SshServer, SshLink], context: JobContext
) -> None:
    sshd, link = doomed
    sshd.freeze()
    try:
        begin = time.monotonic()
        with pytest.raises(CommandTimeoutError):
            link.run(Command(("true",)), context, timeout_s=0.5)
        assert time.monotonic() - begin < 3
    finally:
        sshd.thaw()
    assert link.run(Command(("echo", "back")), context, timeout_s=10).stdout == "back\n"


def test_abandoned_channels_of_a_hung_link_do_not_eat_up_its_sessions(
    doomed: tuple[SshServer, SshLink], context: JobContext
) -> None:
    sshd, link = doomed
    sshd.freeze()
    try:
        for _ in range(12):  # more than MaxSessions
            with pytest.raises(CommandTimeoutError):
                link.run(Command(("true",)), context, timeout_s=0.05)
    finally:
        sshd.thaw()
    assert link.run(Command(("echo", "back")), context, timeout_s=10).stdout == "back\n"


def test_a_hung_link_can_be_cancelled_and_closed(doomed: tuple[SshServer, SshLink]) -> None:
    sshd, link = doomed
    sshd.freeze()
    context = JobContext()
    thread, ends = in_thread(lambda: link.run(Command(("true",)), context))
    context.cancel()
    thread.join(2)
    assert [type(end) for end in ends] == [Cancelled]
    begin = time.monotonic()
    link.close()
    assert time.monotonic() - begin < 3
