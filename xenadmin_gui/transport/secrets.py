"""Passwords and passphrases: from the desktop's keyring, and nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.deadline import Deadline, acquire, wait_for

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "xenadmin-gui"
#: Keyrings that encrypt; anything else is refused, however highly it thinks of itself.
TRUSTED_BACKENDS = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
        "keyring.backends.libsecret",
    }
)
#: The user may have to type the keyring's own password first; seconds.
PROMPT_S = 60.0


class SecretStoreError(XenadminError):
    """No keyring that we trust can be asked."""

    code = "keyring"


class Secrets(Protocol):
    """Where passwords and passphrases come from; never logged, journaled or put into argv."""

    def password(self, account: str, context: JobContext) -> str | None:
        """Return the password of ``user@host:port``; None when none is kept.

        Raises:
            SecretStoreError: The store cannot be asked.
            Cancelled: Somebody cancelled.
        """
        ...

    def passphrase(self, key_file: Path, context: JobContext) -> str | None:
        """Return the passphrase of a private key; None when none is kept.

        Raises:
            The same as ``password``.
        """
        ...


class NoSecrets:
    """Keeps nothing: agent and keys without passphrase only."""

    def password(self, account: str, context: JobContext) -> str | None:
        return None

    def passphrase(self, key_file: Path, context: JobContext) -> str | None:
        return None


class KeyringSecrets:
    """The desktop's keyring; imported when first asked, one question at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return "KeyringSecrets()"

    def password(self, account: str, context: JobContext) -> str | None:
        return self._get(_password_name(account), context)

    def passphrase(self, key_file: Path, context: JobContext) -> str | None:
        return self._get(_passphrase_name(key_file), context)

    def keep_password(self, account: str, password: str, context: JobContext) -> None:
        """Keep the password of ``user@host:port``.

        Raises:
            SecretStoreError: There is no keyring that we trust, or it refuses.
        """
        self._set(_password_name(account), password, context)

    def keep_passphrase(self, key_file: Path, passphrase: str, context: JobContext) -> None:
        """Keep the passphrase of a private key.

        Raises:
            SecretStoreError: There is no keyring that we trust, or it refuses.
        """
        self._set(_passphrase_name(key_file), passphrase, context)

    def _get(self, name: str, context: JobContext) -> str | None:
        return self._ask(lambda: trusted_backend().get_password(SERVICE, name), context)

    def _set(self, name: str, secret: str, context: JobContext) -> None:
        self._ask(lambda: trusted_backend().set_password(SERVICE, name, secret), context)

    def _ask(self, question: Callable[[], T], context: JobContext) -> T:
        deadline = Deadline(context.clock, PROMPT_S)
        if not acquire(self._lock, deadline, context):
            raise _no_answer()
        try:
            return _within(question, deadline, context)
        finally:
            self._lock.release()


def trusted_backend() -> KeyringBackend:
    """Return the best keyring of those that encrypt.

    Raises:
        SecretStoreError: There is none; says which ones were refused.
    """
    try:
        from keyring.backend import get_all_keyring
    except ImportError as error:
        raise SecretStoreError(
            "The Python package 'keyring' is not installed, so no password can be kept.",
            next_step="Install it, or use an SSH agent.",
        ) from error
    usable: list[Any] = list(get_all_keyring())
    trusted = [backend for backend in usable if type(backend).__module__ in TRUSTED_BACKENDS]
    if trusted:
        best: KeyringBackend = max(trusted, key=lambda backend: float(backend.priority))
        return best
    refused = sorted({f"{type(b).__module__}.{type(b).__name__}" for b in usable})
    raise SecretStoreError(
        "No keyring that encrypts is running"
        + (f"; refused: {', '.join(refused)}." if refused else "."),
        next_step="Start KWallet, GNOME Keyring or KeePassXC in your session, or use an SSH agent.",
    )


def _password_name(account: str) -> str:
    return f"password {account}"


def _passphrase_name(key_file: Path) -> str:
    return f"passphrase {key_file}"


def _within(question: Callable[[], T], deadline: Deadline, context: JobContext) -> T:
    """Ask on a thread of its own: the keyring may wait for the user for ever."""
    answers: list[T] = []
    problems: list[Exception] = []
    done = threading.Event()

    def ask() -> None:
        try:
            answers.append(question())
        except Exception as error:  # noqa: BLE001 - raised again where it was asked for
            problems.append(error)
        done.set()

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    if not wait_for(done, deadline, context):
        raise _no_answer()
    if problems:
        if isinstance(problems[0], SecretStoreError):
            raise problems[0]
        raise SecretStoreError(
            f"The keyring refuses: {type(problems[0]).__name__}.",
            next_step="Unlock it, or use an SSH agent.",
        ) from problems[0]
    return answers[0]


def _no_answer() -> SecretStoreError:
    return SecretStoreError(
        f"The keyring did not answer within {PROMPT_S:g} s.",
        next_step="Unlock it, or use an SSH agent.",
    )
