"""Secrets come from keyrings that encrypt, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring.backend
import pytest

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport import secrets
from xenadmin_gui.transport.secrets import KeyringSecrets, SecretStoreError


class Memory(keyring.backend.KeyringBackend):
    """A keyring as its authors write them; what it may be called decides."""

    priority = 30.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.gate = threading.Event()
        self.gate.set()

    def get_password(self, service: str, username: str) -> str | None:
        self.gate.wait(30)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[keyring.backend.KeyringBackend]:
    """The keyrings that the machine has; empty to begin with."""
    found: list[keyring.backend.KeyringBackend] = []
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: list(found))
    return found


@pytest.fixture
def memory(
    installed: list[keyring.backend.KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Memory]:
    """A keyring that calls itself one of the trusted."""
    monkeypatch.setattr(Memory, "__module__", "keyring.backends.SecretService")
    made = Memory()
    installed.append(made)
    yield made
    made.gate.set()


def test_what_is_kept_is_found_again(memory: Memory, context: JobContext) -> None:
    store = KeyringSecrets()
    store.keep_password("root@xen1:22", "one", context)
    store.keep_passphrase(Path("/keys/id"), "two", context)
    assert store.password("root@xen1:22", context) == "one"
    assert store.passphrase(Path("/keys/id"), context) == "two"
    assert store.password("root@xen2:22", context) is None
    assert {service for service, _ in memory.kept} == {"xenadmin-gui"}


def test_a_keyring_in_clear_text_is_refused_by_name_however_high_it_ranks(
    installed: list[keyring.backend.KeyringBackend], context: JobContext
) -> None:
    kind = type("PlaintextKeyring", (Memory,), {"__module__": "keyrings.alt.file"})
    plain = kind()
    installed.append(plain)
    with pytest.raises(SecretStoreError, match=r"keyrings\.alt\.file\.PlaintextKeyring") as caught:
        KeyringSecrets().keep_password("root@xen1:22", "hunter2", context)
    assert plain.kept == {}
    assert "hunter2" not in str(caught.value)
    assert "SSH agent" in caught.value.next_step


def test_no_keyring_at_all_is_told(
    installed: list[keyring.backend.KeyringBackend], context: JobContext
) -> None:
    with pytest.raises(SecretStoreError, match="No keyring that encrypts is running"):
        KeyringSecrets().password("root@xen1:22", context)


def test_a_keyring_that_does_not_answer_times_out(
    memory: Memory, context: JobContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "PROMPT_S", 0.2)
    memory.gate.clear()
    with pytest.raises(SecretStoreError, match="did not answer"):
        KeyringSecrets().password("root@xen1:22", context)
    memory.gate.set()


def test_a_cancel_ends_the_wait_for_a_keyring(memory: Memory, context: JobContext) -> None:
    memory.gate.clear()
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(KeyringSecrets().password, "root@xen1:22", context)
        context.cancel()
        with pytest.raises(Cancelled):
            asking.result(3)
    memory.gate.set()


def test_a_keyring_that_fails_is_told_without_its_words(
    memory: Memory, context: JobContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: str) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr(memory, "get_password", fail)
    with pytest.raises(SecretStoreError, match="RuntimeError") as caught:
        KeyringSecrets().password("root@xen1:22", context)
    assert "secret inside" not in str(caught.value)


def test_nothing_is_shown_by_repr(memory: Memory, context: JobContext) -> None:
    store = KeyringSecrets()
    store.keep_password("root@xen1:22", "hunter2", context)
    assert repr(store) == "KeyringSecrets()"
