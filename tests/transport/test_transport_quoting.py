"""Whatever stands in an argv arrives as it is, through a real login shell and a real sh."""

from __future__ import annotations

import subprocess

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from xenadmin_gui.domain.command import Command
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.batch import Batch, shell_line
from xenadmin_gui.transport.link import SshLink

WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
    | st.sampled_from(
        ["", "-", "--", "-n", "a'; touch x; '", '"', "$(id)", "`id`", "\\", "\n", "!!", "*", "~"]
    ),
    min_size=1,
    max_size=6,
)
OVER_SSH = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LOCAL = settings(max_examples=150, deadline=None)


def show(words: list[str]) -> Command:
    """Print each word with a NUL after it."""
    return Command(("printf", "%s\\0", *words))


def printed(text: str) -> list[str]:
    return text.split("\0")[:-1]


@LOCAL
@given(WORDS)
def test_a_posix_shell_reads_the_line_back(words: list[str]) -> None:
    line = shell_line(show(words)).encode()
    told = subprocess.run(["sh", "-c", line], capture_output=True, check=True)
    assert printed(told.stdout.decode()) == words


@LOCAL
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_posix_shell_reads_the_script_back(many: list[list[str]]) -> None:
    batch = Batch.of([show(words) for words in many])
    told = subprocess.run(["sh", "-s"], input=batch.script.encode(), capture_output=True)
    results = batch.results("xen1", told.stdout, told.stderr, 0.0, 0.0, "cut")
    assert [printed(result.stdout) for result in results] == many
    assert all(result.succeeded for result in results)


@OVER_SSH
@given(WORDS)
@example(["a'; touch x; '"])
@example(["line\nline", "", "--", "ünïcödé", "\x01\x7f\x1b"])
def test_run_gives_every_argument_intact(link: SshLink, words: list[str]) -> None:
    assert printed(link.run(show(words), JobContext()).stdout) == words


@OVER_SSH
@given(st.lists(WORDS, min_size=1, max_size=4), st.text(max_size=50))
def test_run_batch_gives_every_argument_intact(
    link: SshLink, many: list[list[str]], text: str
) -> None:
    commands = [show(words) for words in many]
    results = link.run_batch(commands, JobContext())
    assert [printed(result.stdout) for result in results] == many


@OVER_SSH
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_a_batch_gives_standard_input_intact(link: SshLink, text: str) -> None:
    (result,) = link.run_batch([Command(("cat",), text)], JobContext())
    assert result.stdout == text
