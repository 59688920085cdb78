"""Logging in: agent, keys, certificates, then a password; what fails says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from paramiko import AuthenticationException, BadAuthenticationType, PKey, SSHException

from xenadmin_gui.domain.errors import AuthenticationError, UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.agent import Agent
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline
from xenadmin_gui.transport.keyfile import EncryptedKeyError, KeyFileError, load_key, public_blob
from xenadmin_gui.transport.secrets import Secrets, SecretStoreError

DEFAULT_IDENTITIES = ("id_ed25519", "id_ecdsa", "id_rsa")


@dataclass(frozen=True, slots=True)
class Login:
    """As whom, and with which keys.

    Attributes:
        account: ``user@address:port``, the name of the password in the keyring.
        identities: Key files that the cluster file or ssh_config names; may be empty.
        identities_only: Offer no other key of the agent.
    """

    user: str
    account: str
    identities: tuple[Path, ...] = ()
    certificate: Path | None = None
    identities_only: bool = False


@dataclass(slots=True)
class _Attempt:
    """What was tried so far, for the sentence that the administrator reads."""

    host: str
    login: Login
    secrets: Secrets
    context: JobContext
    refused: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remedies: list[str] = field(default_factory=list)


def authenticate(
    connection: Connection,
    host: str,
    login: Login,
    secrets: Secrets,
    deadline: Deadline,
    context: JobContext,
) -> None:
    """Log in on a negotiated connection.

    Raises:
        AuthenticationError: Nothing that we have opens the door.
        UnreachableError: The host stopped answering.
        Cancelled: Somebody cancelled.
    """
    attempt = _Attempt(host, login, secrets, context)
    with context.closing_on_cancel(connection.close):
        methods = _allowed_methods(connection, login.user, deadline, context)
        if methods and "publickey" in methods:
            methods = _try_keys(connection, attempt, methods, deadline)
        if methods and methods & {"password", "keyboard-interactive"}:
            methods = _try_password(connection, attempt, methods, deadline)
        context.checkpoint()
    if connection.is_authenticated():
        return
    if deadline.has_passed:
        raise UnreachableError(host, f"{host} did not finish the login in {deadline.seconds:g} s.")
    raise _failure(attempt, methods)


def _allowed_methods(
    connection: Connection, user: str, deadline: Deadline, context: JobContext
) -> set[str]:
    """Ask which methods there are, by trying none; empty when that was enough."""
    connection.auth_timeout = deadline.remaining
    try:
        connection.auth_none(user)
    except BadAuthenticationType as error:
        return set(error.allowed_types)
    except (SSHException, EOFError, OSError):
        context.checkpoint()
        return {"publickey", "password"} if connection.is_active() else set()
    return set()


def _try_keys(
    connection: Connection, attempt: _Attempt, methods: set[str], deadline: Deadline
) -> set[str]:
    """Offer key after key; return the methods that are still to be tried."""
    with Agent.open() as agent:
        for name, key in _keys(agent.keys, attempt):
            attempt.context.checkpoint()
            if not connection.is_active() or deadline.has_passed:
                break
            connection.auth_timeout = deadline.remaining
            try:
                return set(connection.auth_publickey(attempt.login.user, key))
            except BadAuthenticationType as error:
                return set(error.allowed_types)
            except AuthenticationException:
                attempt.refused.append(name)
            except (SSHException, EOFError, OSError) as error:
                attempt.problems.append(f"{name}: {error}")
    return methods


def _try_password(
    connection: Connection, attempt: _Attempt, methods: set[str], deadline: Deadline
) -> set[str]:
    if not connection.is_active() or deadline.has_passed:
        return methods
    try:
        password = attempt.secrets.password(attempt.login.account, attempt.context)
    except SecretStoreError as error:
        attempt.problems.append(error.sentence)
        attempt.remedies.append(error.next_step)
        return methods
    if password is None:
        return methods
    connection.auth_timeout = max(deadline.remaining, 1.0)
    try:
        return set(connection.auth_password(attempt.login.user, password))
    except (SSHException, EOFError, OSError):
        attempt.refused.append("the password of the keyring")
    return methods


def _keys(agent_keys: list[PKey], attempt: _Attempt) -> Iterator[tuple[str, PKey]]:
    """Yield named keys first, through the agent where it holds them, then all others."""
    login = attempt.login
    by_blob = {key.asbytes(): key for key in agent_keys}
    offered: set[bytes] = set()
    for path in login.identities:
        held = by_blob.get(public_blob(path) or b"")
        if held is not None:
            offered.add(held.asbytes())
            yield str(path), held
        else:
            yield from _from_file(path, login.certificate, attempt)
    if not login.identities_only:
        for key in agent_keys:
            if key.asbytes() not in offered:
                comment = getattr(key, "comment", "") or key.get_name()
                yield f"{comment} of the agent", key
    if not login.identities:
        for name in DEFAULT_IDENTITIES:
            path = Path.home() / ".ssh" / name
            if path.exists() and public_blob(path) not in by_blob:
                yield from _from_file(path, login.certificate, attempt)


def _from_file(
    path: Path, certificate: Path | None, attempt: _Attempt
) -> Iterator[tuple[str, PKey]]:
    """Yield a key with each of its certificates, then bare."""
    try:
        try:
            key = load_key(path, None)
        except EncryptedKeyError:
            passphrase = attempt.secrets.passphrase(path, attempt.context)
            if passphrase is None:
                raise
            key = load_key(path, passphrase)
    except (KeyFileError, SecretStoreError) as error:
        attempt.problems.append(error.sentence)
        attempt.remedies.append(error.next_step)
        return
    for file in (certificate, Path(f"{path}-cert.pub")):
        if file is not None and file.exists():
            with suppress(SSHException, ValueError, OSError):
                key.load_certificate(str(file))
                yield str(file), key
    key.public_blob = None
    yield str(path), key


def _failure(attempt: _Attempt, methods: set[str]) -> AuthenticationError:
    who = f"{attempt.host} does not let {attempt.login.user} in"
    reasons = [f"it refused {', '.join(attempt.refused)}"] if attempt.refused else []
    reasons += [problem.rstrip(".") for problem in attempt.problems]
    if not reasons:
        accepted = " and ".join(sorted(methods)) or "nothing that we have"
        reasons = [f"it takes {accepted}, and there is no key or password for it"]
    remedy = " ".join(dict.fromkeys(text for text in attempt.remedies if text)) or (
        "Load a key that it knows into the SSH agent, name one as ssh.identity in the cluster"
        " file, or keep the password in the keyring."
    )
    return AuthenticationError(attempt.host, f"{who}: {'; '.join(reasons)}.", next_step=remedy)
