"""The public SSH keys of the person who sits here; no Qt here."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 16 * 1024
_MOST = 50
_CERTIFICATE = "-cert-v01@openssh.com"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """One key, and the file that it was read from."""

    line: str
    file: str


def is_public_key(line: str) -> bool:
    """Whether ``line`` is a public key as ``authorized_keys`` has it, without options before it."""
    parts = line.split(None, 2)
    if len(parts) < 2 or not line.isprintable() or parts[0].endswith(_CERTIFICATE):
        return False
    try:
        blob = base64.b64decode(parts[1], validate=True)
    except (binascii.Error, ValueError):
        return False
    length = int.from_bytes(blob[:4], "big")
    return blob[4 : 4 + length] == parts[0].encode()


def key_title(line: str) -> str:
    """Return what people know a key by: its kind, its last characters and its comment."""
    parts = line.split(None, 2)
    if len(parts) < 2:
        return line
    kind = parts[0].removeprefix("ssh-").removeprefix("ecdsa-sha2-")
    comment = f" {parts[2]}" if len(parts) > 2 else ""
    return f"{kind} …{parts[1][-8:]}{comment}"


def read_keys(directory: Path) -> tuple[PublicKey, ...]:
    """Return the keys of ``*.pub`` in ``directory``, by file name; what is no key is left out.

    Certificates are left out too: they end.
    """
    found: dict[str, PublicKey] = {}
    try:
        paths = sorted(directory.glob("*.pub"))
    except OSError:
        return ()
    for path in paths[:_MOST]:
        try:
            with path.open(encoding="utf-8") as file:
                text = file.read(_LONGEST)
        except (OSError, UnicodeDecodeError):
            continue
        for line in map(str.strip, text.splitlines()):
            if is_public_key(line):
                found.setdefault(line, PublicKey(line, path.name))
    return tuple(found.values())
