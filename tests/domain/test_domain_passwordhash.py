"""Password hashes, against what libcrypt makes."""

from __future__ import annotations

import pytest

from xenadmin_gui.domain.passwordhash import new_salt, password_hash

#: Made by ``openssl passwd -6 -salt SALT PASSWORD`` and by libxcrypt alike.
_KNOWN = (
    (
        "Hello world!",
        "saltstring",
        "svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
    ),
    (
        "Schlüssel " * 20,
        "0123456789abcdef",
        "HTgIaLZTVDMKS7cA3oRygp7B/O639kT1CTItUfrakozA7di9nnjsMSSOO2KL9l5.G4hQx364JDo5vM09gvuPT.",
    ),
)


@pytest.mark.parametrize(("password", "salt", "hashed"), _KNOWN)
def test_it_is_what_the_system_makes(password: str, salt: str, hashed: str) -> None:
    assert password_hash(password, salt) == f"$6${salt}${hashed}"


def test_a_salt_has_sixteen_characters_at_most() -> None:
    assert password_hash("x", "0123456789abcdefgh") == password_hash("x", "0123456789abcdef")
    assert len(new_salt()) == 16
    assert new_salt() != new_salt()


@pytest.mark.parametrize(("password", "salt"), [("x", ""), ("x", "a$b"), ("a\0b", "ab")])
def test_what_cannot_be_hashed_is_refused(password: str, salt: str) -> None:
    with pytest.raises(ValueError, match=r"salt|NUL"):
        password_hash(password, salt)
