"""The one tree of errors: each has a code, a sentence and a next step."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How the command line ends.

    The number is what a script sees; the error classes below name the one they lead to.
    """

    DONE = 0
    FAILED = 1
    USAGE = 2
    CANNOT = 3
    UNREACHABLE = 4


class XenadminError(Exception):
    """Something that the administrator can be told.

    Attributes:
        code: Stable, lower case, with dashes; translations and scripts go by it.
        sentence: What happened, one sentence in English.
        next_step: What to do about it, one sentence; may be empty.
        exit_code: How the command line ends because of it.
    """

    code = "error"
    exit_code = ExitCode.FAILED

    def __init__(self, sentence: str, *, next_step: str = "", code: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".strip()


class ConfigError(XenadminError):
    """A cluster file is wrong.

    Attributes:
        file: Path of the file, as text.
        line: Line number from 1, or None when the whole file is meant.
        key: Dotted path of the key, such as ``hosts[1].port``; empty when none is meant.
    """

    code = "config"
    exit_code = ExitCode.USAGE

    def __init__(
        self,
        sentence: str,
        *,
        file: str = "",
        line: int | None = None,
        key: str = "",
        next_step: str = "",
    ) -> None:
        self.file = file
        self.line = line
        self.key = key
        place = file if line is None else f"{file}, line {line}"
        where = ": ".join(part for part in (place, key) if part)
        super().__init__(f"{where}: {sentence}" if where else sentence, next_step=next_step)


class UnreachableError(XenadminError):
    """A host cannot be asked: no route, refused, timed out, or its breaker is open.

    Attributes:
        host: Name of the host in the cluster file.
    """

    code = "unreachable"
    exit_code = ExitCode.UNREACHABLE

    def __init__(self, host: str, sentence: str, *, next_step: str = "") -> None:
        super().__init__(sentence, next_step=next_step)
        self.host = host


class AuthenticationError(UnreachableError):
    """The host answers, but does not let us in."""

    code = "authentication"


class HostKeyUnknownError(UnreachableError):
    """The host's key is not in known_hosts yet; the administrator may accept it.

    Attributes:
        key_type: Such as ``ssh-ed25519``.
        fingerprint: ``SHA256:…`` as ``ssh-keygen -l`` prints it.
    """

    code = "host-key-unknown"

    def __init__(self, host: str, key_type: str, fingerprint: str) -> None:
        super().__init__(
            host,
            f"The key of {host} is not known yet: {key_type} {fingerprint}.",
            next_step="Compare it with the host's own 'ssh-keygen -lf' output, then accept it.",
        )
        self.key_type = key_type
        self.fingerprint = fingerprint


class HostKeyChangedError(UnreachableError):
    """The host shows another key than the known one: a hard stop."""

    code = "host-key-changed"


class CommandFailedError(XenadminError):
    """A command ended with something else than success.

    Attributes:
        host: Where it ran.
        argv: What ran, secrets redacted.
        exit_status: 0 to 255, or None when a signal or the connection ended it.
        stdout_tail: The last lines it wrote.
        stderr_tail: The last lines it complained.
    """

    code = "command-failed"

    def __init__(
        self,
        host: str,
        argv: tuple[str, ...],
        exit_status: int | None,
        stdout_tail: str,
        stderr_tail: str,
        *,
        next_step: str = "",
    ) -> None:
        said = (stderr_tail or stdout_tail).strip().splitlines()
        ending = "was cut off" if exit_status is None else f"ended with status {exit_status}"
        sentence = f"{argv[0]} on {host} {ending}" + (f": {said[-1]}" if said else ".")
        super().__init__(sentence, next_step=next_step)
        self.host = host
        self.argv = argv
        self.exit_status = exit_status
        self.stdout_tail = stdout_tail
        self.stderr_tail = stderr_tail


class CommandTimeoutError(UnreachableError):
    """A command gave no answer within its time; what it did on the host is unknown."""

    code = "timeout"


class PreconditionError(XenadminError):
    """The thing cannot be done as matters stand."""

    code = "cannot"
    exit_code = ExitCode.CANNOT


class StalePlanError(PreconditionError):
    """The cluster changed since the preview; the plan must be made again."""

    code = "stale-plan"


class Cancelled(Exception):  # noqa: N818 - not an error: an expected ending
    """The administrator cancelled; raised inside a job at a checkpoint."""
