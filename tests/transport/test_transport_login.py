"""Logging in to real servers: host keys, keys, agent, certificates, and what fails."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from servers import SshServer, cluster, make_key

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import (
    AuthenticationError,
    HostKeyChangedError,
    HostKeyUnknownError,
    XenadminError,
)
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.secrets import NoSecrets, SecretStoreError
from xenadmin_gui.transport.ssh import SshConnector


class Kept:
    """Secrets that the test chose."""

    def __init__(self, password: str | None = None, passphrase: str | None = None) -> None:
        self._password = password
        self._passphrase = passphrase
        self.asked: list[str] = []

    def password(self, account: str, context: JobContext) -> str | None:
        self.asked.append(account)
        return self._password

    def passphrase(self, key_file: Path, context: JobContext) -> str | None:
        self.asked.append(str(key_file))
        return self._passphrase


class Locked(NoSecrets):
    """A keyring that cannot be asked."""

    def passphrase(self, key_file: Path, context: JobContext) -> str | None:
        raise SecretStoreError("No keyring that encrypts is running.", next_step="Start KWallet.")


Connect = Callable[..., str]


@pytest.fixture
def login(sshd: SshServer, known_hosts: Path, context: JobContext) -> Connect:
    """Log in with a key, and say what a command answers."""

    def connect(
        key: Path | None, secrets: object = None, ssh_config: Path | None = None, **changes: object
    ) -> str:
        server = sshd.server("xen1", **changes)
        config = cluster(key, known_hosts, server)
        if ssh_config is not None:
            config = replace(config, ssh=replace(config.ssh, config=str(ssh_config)))
        connector = SshConnector(config, secrets or NoSecrets())  # type: ignore[arg-type]
        try:
            return connector.connect(server, context).run(Command(("echo", "in")), context).stdout
        finally:
            connector.close()

    return connect


@pytest.fixture
def authorized(sshd: SshServer) -> Iterator[Callable[[str], None]]:
    """Let further keys in, until the end of the test."""
    file = sshd.directory / "authorized_keys"
    before = file.read_text()

    def add(text: str) -> None:
        file.write_text(file.read_text() + text)

    yield add
    file.write_text(before)


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """A real ssh-agent; the function loads a key into it."""
    socket = tmp_path / "agent"
    process = subprocess.Popen(
        ["ssh-agent", "-D", "-a", socket], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    process.stdout.readline()
    monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))

    def add(key: Path) -> None:
        subprocess.run(["ssh-add", "-q", key], check=True, capture_output=True)

    yield add
    process.kill()
    process.wait()
    process.stdout.close()


def test_an_unknown_key_is_shown_and_can_be_accepted(
    tmp_path: Path,
    sshd: SshServer,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> None:
    server = sshd.server("xen1")
    known_hosts = tmp_path / "ssh" / "known_hosts"
    connector = connector_for(known_hosts, server)
    with pytest.raises(HostKeyUnknownError) as caught:
        connector.connect(server, context)
    told = subprocess.run(
        ["ssh-keygen", "-lf", sshd.directory / "host_ed25519.pub"], capture_output=True, text=True
    )
    assert caught.value.fingerprint in told.stdout
    connector.accept_host_key(caught.value)
    assert connector.connect(server, context).is_alive
    assert known_hosts.read_text() == sshd.known_hosts_line()
    assert known_hosts.stat().st_mode & 0o777 == 0o600


def test_only_a_key_that_was_shown_can_be_accepted(
    tmp_path: Path, sshd: SshServer, connector_for: Callable[..., SshConnector]
) -> None:
    connector = connector_for(tmp_path / "known_hosts", sshd.server("xen1"))
    with pytest.raises(XenadminError, match="not shown"):
        connector.accept_host_key(HostKeyUnknownError("xen1", "ssh-ed25519", "SHA256:forged"))
    assert not (tmp_path / "known_hosts").exists()


def test_a_changed_key_is_a_hard_stop(
    tmp_path: Path,
    sshd: SshServer,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> None:
    other = Path(f"{make_key(tmp_path / 'other')}.pub").read_text()
    known_hosts = tmp_path / "known_hosts"
    known_hosts.write_text(f"[127.0.0.1]:{sshd.port} {other}")
    server = sshd.server("xen1")
    with pytest.raises(HostKeyChangedError) as caught:
        connector_for(known_hosts, server).connect(server, context)
    assert "ssh-keygen -f" in caught.value.next_step


def test_hashed_known_hosts_work(
    tmp_path: Path,
    sshd: SshServer,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
) -> None:
    known_hosts = tmp_path / "known_hosts"
    sshd.trust(known_hosts)
    subprocess.run(["ssh-keygen", "-q", "-H", "-f", known_hosts], check=True, capture_output=True)
    server = sshd.server("xen1")
    assert connector_for(known_hosts, server).connect(server, context).is_alive


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_a_host_with_many_keys_is_asked_for_the_one_we_know(
    tmp_path: Path,
    client_key: Path,
    connector_for: Callable[..., SshConnector],
    context: JobContext,
    kind: str,
) -> None:
    known_hosts = tmp_path / "known_hosts"
    kinds = ("ed25519", "ecdsa", "rsa")
    with SshServer(tmp_path / "sshd", client_key, host_keys=kinds) as sshd:
        known_hosts.write_text(sshd.known_hosts_line(kind))
        server = sshd.server("xen1")
        link = connector_for(known_hosts, server).connect(server, context)
        link.close()


@pytest.mark.parametrize("kind", ["ecdsa", "rsa"])
def test_other_kinds_of_keys_let_in(
    tmp_path: Path, login: Connect, authorized: Callable[[str], None], kind: str
) -> None:
    key = make_key(tmp_path / "id", kind)
    authorized(Path(f"{key}.pub").read_text())
    assert login(key) == "in\n"


def test_a_wrong_key_is_named_with_a_next_step(tmp_path: Path, login: Connect) -> None:
    key = make_key(tmp_path / "stranger")
    with pytest.raises(AuthenticationError) as caught:
        login(key)
    assert str(key) in caught.value.sentence
    assert "root" in caught.value.sentence or os.getuid()
    assert caught.value.next_step


def test_a_key_that_is_not_there_is_named(tmp_path: Path, login: Connect) -> None:
    with pytest.raises(AuthenticationError, match="no-such-key"):
        login(tmp_path / "no-such-key")


def test_an_encrypted_key_without_passphrase_says_what_to_do(
    tmp_path: Path, login: Connect, authorized: Callable[[str], None]
) -> None:
    key = make_key(tmp_path / "locked", passphrase="open sesame")
    authorized(Path(f"{key}.pub").read_text())
    with pytest.raises(AuthenticationError) as caught:
        login(key)
    assert "passphrase" in caught.value.sentence
    assert f"ssh-add {key}" in caught.value.next_step
    with pytest.raises(AuthenticationError, match="Start KWallet"):
        login(key, Locked())


@pytest.mark.parametrize("kind", ["ed25519", "rsa"])
def test_the_keyring_opens_an_encrypted_key(
    tmp_path: Path, login: Connect, authorized: Callable[[str], None], kind: str
) -> None:
    key = make_key(tmp_path / "locked", kind, passphrase="open sesame")
    authorized(Path(f"{key}.pub").read_text())
    assert login(key, Kept(passphrase="open sesame")) == "in\n"


def test_a_wrong_passphrase_is_told_but_not_shown(
    tmp_path: Path, login: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    key = make_key(tmp_path / "locked", passphrase="open sesame")
    with pytest.raises(AuthenticationError, match="passphrase is wrong") as caught:
        login(key, Kept(passphrase="hunter2"))
    assert "hunter2" not in str(caught.value) + repr(caught.value) + caplog.text


def test_the_agent_opens_an_encrypted_key_without_the_keyring(
    tmp_path: Path,
    login: Connect,
    authorized: Callable[[str], None],
    agent: Callable[[Path], None],
) -> None:
    plain = make_key(tmp_path / "id")
    agent(plain)
    authorized(Path(f"{plain}.pub").read_text())
    change = ["ssh-keygen", "-q", "-p", "-P", "", "-N", "open sesame", "-f", str(plain)]
    subprocess.run(change, check=True, capture_output=True)
    secrets = Kept()
    assert login(plain, secrets) == "in\n"
    assert secrets.asked == []


def test_a_key_of_the_agent_alone_lets_in(
    tmp_path: Path,
    login: Connect,
    authorized: Callable[[str], None],
    agent: Callable[[Path], None],
) -> None:
    key = make_key(tmp_path / "id")
    authorized(Path(f"{key}.pub").read_text())
    agent(key)
    key.unlink()
    assert login(None) == "in\n"


def test_identities_only_keeps_other_keys_of_the_agent_back(
    tmp_path: Path,
    login: Connect,
    client_key: Path,
    agent: Callable[[Path], None],
) -> None:
    agent(client_key)
    stranger = make_key(tmp_path / "stranger")
    config = tmp_path / "config"
    config.write_text(f"Host *\n IdentitiesOnly yes\n IdentityFile {stranger}\n")
    with pytest.raises(AuthenticationError):
        login(None, ssh_config=config)
    config.write_text(f"Host *\n IdentityFile {stranger}\n")
    assert login(None, ssh_config=config) == "in\n"


def test_an_agent_that_is_dead_is_no_agent(
    tmp_path: Path, login: Connect, client_key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "nobody"))
    assert login(client_key) == "in\n"


def test_a_certificate_lets_in(
    tmp_path: Path, login: Connect, authorized: Callable[[str], None]
) -> None:
    authority = make_key(tmp_path / "authority")
    key = make_key(tmp_path / "id")
    user = subprocess.run(["id", "-un"], capture_output=True, text=True).stdout.strip()
    sign = ["ssh-keygen", "-q", "-s", str(authority), "-I", "me", "-n", user, f"{key}.pub"]
    subprocess.run(sign, check=True, capture_output=True)
    authorized(f"cert-authority {Path(f'{authority}.pub').read_text()}")
    assert login(key) == "in\n"


def test_a_wrong_password_is_told_but_never_shown(
    tmp_path: Path, client_key: Path, context: JobContext, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    known_hosts = tmp_path / "known_hosts"
    stranger = make_key(tmp_path / "stranger")
    options = {"PasswordAuthentication": "yes"}
    with SshServer(tmp_path / "sshd", client_key, options=options) as sshd:
        sshd.trust(known_hosts)
        server = sshd.server("xen1")
        secrets = Kept(password="hunter2")
        connector = SshConnector(cluster(stranger, known_hosts, server), secrets)
        with pytest.raises(AuthenticationError, match="password of the keyring") as caught:
            connector.connect(server, context)
        connector.close()
    assert secrets.asked == [f"root@127.0.0.1:{sshd.port}"]
    assert "hunter2" not in str(caught.value) + caplog.text


def test_a_refused_login_leaves_no_connection(
    tmp_path: Path, login: Connect, sshd: SshServer
) -> None:
    for _ in range(5):
        with pytest.raises(AuthenticationError):
            login(make_key(tmp_path / os.urandom(4).hex()))
    assert not [t for t in threading.enumerate() if re.match("ssh-", t.name)]
