"""Commands are argv lists; every text survives the one place that quotes."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import CommandFailedError

words = st.text(
    alphabet=st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=30
)


@settings(max_examples=30, deadline=None)
@given(st.lists(words, min_size=1, max_size=4))
def test_a_real_shell_reads_back_exactly_the_argv(arguments: list[str]) -> None:
    command = Command(("printf", "%s\\0", *arguments))
    done = subprocess.run(
        ["sh", "-c", command.as_shell()], capture_output=True, check=True, timeout=20
    )
    assert done.stdout == b"".join(word.encode() + b"\0" for word in arguments)


@pytest.mark.parametrize("argv", [(), ("echo", "a\0b")])
def test_nothing_and_nul_are_no_commands(argv: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="NUL"):
        Command(argv)


def test_a_failed_result_says_what_the_program_said_last() -> None:
    command = Command(("virsh", "start", "web"))
    result = CommandResult("xen1", command, 1, "", "first\nerror: no memory\n")
    with pytest.raises(CommandFailedError, match="error: no memory") as raised:
        result.check(next_step="Free some.")
    assert raised.value.next_step == "Free some."
    assert CommandResult("xen1", command, 0).check().succeeded


def test_a_secret_on_standard_input_is_not_shown() -> None:
    assert "geheim" not in repr(Command(("cat",), stdin="geheim"))
