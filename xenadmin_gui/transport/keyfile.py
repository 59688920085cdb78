"""Private keys from files, and their public halves."""

from __future__ import annotations

import base64
import binascii
from io import StringIO
from pathlib import Path

from paramiko import (
    ECDSAKey,
    Ed25519Key,
    PasswordRequiredException,
    PKey,
    RSAKey,
    SSHException,
)

from xenadmin_gui.domain.errors import XenadminError

_KINDS: tuple[type[PKey], ...] = (Ed25519Key, ECDSAKey, RSAKey)


class KeyFileError(XenadminError):
    """A private key cannot be used."""

    code = "key-file"


class EncryptedKeyError(KeyFileError):
    """A private key needs a passphrase that we do not have."""

    code = "key-encrypted"


def load_key(path: Path, passphrase: str | None) -> PKey:
    """Read a private key (OpenSSH's or PEM format).

    Raises:
        EncryptedKeyError: It wants a passphrase.
        KeyFileError: It cannot be read, is of another kind, or the passphrase is wrong.
    """
    try:
        text = path.read_text("ascii", "replace")
    except OSError as error:
        raise KeyFileError(
            f"The key {path} cannot be read: {error.strerror}.",
            next_step="Correct the identity in the cluster file or in ssh_config.",
        ) from error
    for kind in _KINDS:
        try:
            return kind.from_private_key(StringIO(text), password=passphrase)
        except PasswordRequiredException as error:
            raise EncryptedKeyError(
                f"The key {path} is protected by a passphrase that the keyring does not have.",
                next_step=f"Run 'ssh-add {path}', or keep its passphrase in the keyring.",
            ) from error
        except (SSHException, ValueError, IndexError, TypeError):
            continue
    reason = "its passphrase is wrong" if passphrase else "it is no private key that we can use"
    raise KeyFileError(
        f"The key {path} cannot be used: {reason}.",
        next_step=f"Try it with 'ssh-keygen -y -f {path}'; RSA, ECDSA and Ed25519 keys work.",
    )


def public_blob(path: Path) -> bytes | None:
    """Return the public key that lies beside a private one; None when there is none."""
    try:
        words = Path(f"{path}.pub").read_text("utf-8", "replace").split()
        return base64.b64decode(words[1], validate=True)
    except (OSError, IndexError, binascii.Error):
        return None
