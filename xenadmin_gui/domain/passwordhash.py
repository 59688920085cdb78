"""Passwords as ``/etc/shadow`` keeps them: SHA-512-crypt, so that no password leaves the program.

Source: U. Drepper, "Unix crypt using SHA-256 and SHA-512", version 0.6; Python's own module crypt
is gone since 3.13.
"""

from __future__ import annotations

import hashlib
import secrets

_ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SALT_CHARS = 16
_ROUNDS = 5000
#: In which order the digest's bytes are written, three at a time.
_ORDER = (
    *((0, 21, 42), (22, 43, 1), (44, 2, 23), (3, 24, 45), (25, 46, 4), (47, 5, 26), (6, 27, 48)),
    *((28, 49, 7), (50, 8, 29), (9, 30, 51), (31, 52, 10), (53, 11, 32), (12, 33, 54)),
    *((34, 55, 13), (56, 14, 35), (15, 36, 57), (37, 58, 16), (59, 17, 38), (18, 39, 60)),
    *((40, 61, 19), (62, 20, 41)),
)


def new_salt() -> str:
    """Return a salt that nobody can foresee."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_SALT_CHARS))


def password_hash(password: str, salt: str) -> str:
    """Return ``$6$SALT$…`` of ``password``, the same for the same salt.

    Raises:
        ValueError: The salt has other characters than ``./0-9A-Za-z``, or the password has a NUL.
    """
    salt = salt[:_SALT_CHARS]
    if not salt or set(salt) - set(_ALPHABET):
        raise ValueError("The salt has to be of ./0-9A-Za-z.")
    key, grain = password.encode(), salt.encode()
    if b"\0" in key:
        raise ValueError("A password cannot have a NUL in it.")
    digest = _first_digest(key, grain)
    repeated_key = _stretched(hashlib.sha512(key * len(key)).digest(), len(key))
    grains = grain * (16 + digest[0])
    repeated_grain = _stretched(hashlib.sha512(grains).digest(), len(grain))
    for turn in range(_ROUNDS):
        mixed = repeated_key if turn % 2 else digest
        mixed += repeated_grain if turn % 3 else b""
        mixed += repeated_key if turn % 7 else b""
        mixed += digest if turn % 2 else repeated_key
        digest = hashlib.sha512(mixed).digest()
    return f"$6${salt}${_written(digest)}"


def _first_digest(key: bytes, grain: bytes) -> bytes:
    other = hashlib.sha512(key + grain + key).digest()
    mixed = key + grain + _stretched(other, len(key))
    bits = len(key)
    while bits:
        mixed += other if bits & 1 else key
        bits >>= 1
    return hashlib.sha512(mixed).digest()


def _stretched(digest: bytes, length: int) -> bytes:
    """Repeat ``digest`` up to ``length`` bytes."""
    return (digest * (length // len(digest) + 1))[:length]


def _written(digest: bytes) -> str:
    text = ""
    for first, second, third in _ORDER:
        text += _base64(digest[first] << 16 | digest[second] << 8 | digest[third], 4)
    return text + _base64(digest[63], 2)


def _base64(value: int, chars: int) -> str:
    return "".join(_ALPHABET[value >> 6 * place & 63] for place in range(chars))
