"""The file from which VNC viewers take a password (vncpasswd(1)): hidden from a glance, no more."""

from __future__ import annotations

#: The key that every VNC program knows, its bits turned round as VNC's DES wants them.
_KEY = bytes(int(f"{byte:08b}"[::-1], 2) for byte in (23, 82, 107, 6, 35, 78, 88, 7))
_LENGTH = 8


def obscured(password: str) -> bytes:
    """Return the eight bytes of the file; VNC looks at no more than eight of the password."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.modes import ECB

    plain = password.encode("utf-8")[:_LENGTH].ljust(_LENGTH, b"\0")
    encryptor = Cipher(TripleDES(_KEY * 3), ECB()).encryptor()
    return encryptor.update(plain) + encryptor.finalize()
