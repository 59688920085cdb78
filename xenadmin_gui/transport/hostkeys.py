"""known_hosts: whether the key that a host shows is the one we know (sshd(8), SSH_KNOWN_HOSTS)."""

from __future__ import annotations

import base64
import binascii
import fnmatch
import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xenadmin_gui.domain.errors import HostKeyChangedError, HostKeyUnknownError, XenadminError

SSH_PORT = 22
_RSA_ALGORITHMS = ("rsa-sha2-512", "rsa-sha2-256")


@dataclass(frozen=True, slots=True)
class HostKey:
    """A public key: its type as in ``ssh-ed25519``, and the blob of RFC 4253."""

    key_type: str
    blob: bytes

    @property
    def fingerprint(self) -> str:
        """As ``ssh-keygen -l`` prints it."""
        digest = base64.b64encode(hashlib.sha256(self.blob).digest()).decode()
        return "SHA256:" + digest.rstrip("=")


@dataclass(frozen=True, slots=True)
class KnownHost:
    """A line of a known_hosts file.

    Attributes:
        marker: ``@revoked``, ``@cert-authority`` or empty.
        names: Patterns, or one hashed name.
    """

    marker: str
    names: tuple[str, ...]
    key: HostKey
    file: str
    line: int

    def is_about(self, name: str) -> bool:
        """Say whether a pattern of the line matches, and none forbids it."""
        found = False
        for pattern in self.names:
            if pattern.startswith("|1|"):
                found = found or _is_hash_of(name, pattern)
            elif pattern.startswith("!"):
                if _matches(name, pattern[1:]):
                    return False
            else:
                found = found or _matches(name, pattern)
        return found


class KnownHosts:
    """What a set of known_hosts files says at one moment."""

    def __init__(self, entries: Sequence[KnownHost]) -> None:
        self._entries = tuple(entries)

    @classmethod
    def read(cls, files: Sequence[Path]) -> KnownHosts:
        """Read the files that are there; a line that makes no sense is passed over."""
        return cls([entry for file in files for entry in _entries(file)])

    def algorithms(self, name: str, supported: Sequence[str]) -> tuple[str, ...]:
        """Return ``supported`` with those of the known keys first.

        A host of which we know the ed25519 key is then not asked for its RSA key.
        """
        known: set[str] = set()
        for entry in self._about(name):
            key_type = entry.key.key_type
            known.update(_RSA_ALGORITHMS if key_type == "ssh-rsa" else (key_type,))
        return tuple(sorted(supported, key=lambda algorithm: algorithm not in known))

    def check(self, host: str, name: str, key: HostKey) -> None:
        """Return when ``key`` is known for ``name`` (from ``lookup_name``).

        Raises:
            HostKeyUnknownError: Nothing is known of that host.
            HostKeyChangedError: Another key is known, or this one was revoked.
        """
        for entry in self._entries:
            if entry.marker == "@revoked" and entry.key == key and entry.is_about(name):
                raise _revoked(host, key, entry)
        known = self._about(name)
        if any(entry.key == key for entry in known):
            return
        if known:
            raise _changed(host, name, key, known)
        plain = name[1:].partition("]:")[0] if name.startswith("[") else name
        if not any(entry.key == key for entry in self._about(plain)):
            raise HostKeyUnknownError(host, key.key_type, key.fingerprint)

    def _about(self, name: str) -> list[KnownHost]:
        return [entry for entry in self._entries if not entry.marker and entry.is_about(name)]


def lookup_name(address: str, port: int) -> str:
    """Return what known_hosts calls a server: its name, with the port unless that is 22."""
    address = address.lower()
    return address if port == SSH_PORT else f"[{address}]:{port}"


def append_known_host(file: Path, name: str, key: HostKey) -> None:
    """Add a line in one write, so that two programs cannot mix theirs.

    Raises:
        XenadminError: The file cannot be written.
    """
    text = f"{name} {key.key_type} {base64.b64encode(key.blob).decode()}\n"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(handle).st_size
            if size and os.pread(handle, 1, size - 1) != b"\n":
                text = "\n" + text
            os.write(handle, text.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise XenadminError(
            f"The key cannot be written to {file}: {error.strerror}.",
            next_step="Make the file writable, or name another one in the cluster file.",
            code="known-hosts",
        ) from error


def _entries(file: Path) -> list[KnownHost]:
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    found = []
    for number, line in enumerate(lines, 1):
        entry = _parse(line, str(file), number)
        if entry is not None:
            found.append(entry)
    return found


def _parse(line: str, file: str, number: int) -> KnownHost | None:
    words = line.split()
    if not words or words[0].startswith("#"):
        return None
    marker = words.pop(0) if words[0].startswith("@") else ""
    if len(words) < 3:
        return None
    names, key_type, encoded = words[:3]
    try:
        blob = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        return None
    return KnownHost(marker, tuple(names.split(",")), HostKey(key_type, blob), file, number)


def _matches(name: str, pattern: str) -> bool:
    """Match as OpenSSH: only ``*`` and ``?`` are special, brackets are not."""
    return fnmatch.fnmatchcase(name, pattern.lower().replace("[", "[[]"))


def _is_hash_of(name: str, hashed: str) -> bool:
    """Compare with ``|1|SALT|HMAC-SHA1``."""
    try:
        salt, digest = (base64.b64decode(part) for part in hashed.split("|")[2:4])
    except (ValueError, binascii.Error):
        return False
    return hmac.compare_digest(hmac.new(salt, name.encode(), hashlib.sha1).digest(), digest)


def _revoked(host: str, key: HostKey, entry: KnownHost) -> HostKeyChangedError:
    return HostKeyChangedError(
        host,
        f"{host} shows the key {key.key_type} {key.fingerprint}, which {entry.file} line"
        f" {entry.line} declares revoked.",
        next_step="Do not connect; find out who still uses the revoked key.",
    )


def _changed(host: str, name: str, key: HostKey, known: Sequence[KnownHost]) -> HostKeyChangedError:
    same_type = [entry for entry in known if entry.key.key_type == key.key_type]
    entry = (same_type or list(known))[0]
    return HostKeyChangedError(
        host,
        f"{host} shows another key than the known one: {key.key_type} {key.fingerprint} instead of"
        f" {entry.key.key_type} {entry.key.fingerprint} ({entry.file} line {entry.line}).",
        next_step="Unless the host was installed anew, somebody may stand between you and it."
        f" When you are sure: ssh-keygen -f '{entry.file}' -R '{name}', then connect again.",
    )
