"""known_hosts as OpenSSH reads it, checked against what ssh-keygen writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from servers import make_key

from xenadmin_gui.domain.errors import HostKeyChangedError, HostKeyUnknownError, XenadminError
from xenadmin_gui.transport.hostkeys import (
    HostKey,
    KnownHosts,
    append_known_host,
    lookup_name,
)
from xenadmin_gui.transport.keyfile import public_blob

KINDS = ("ssh-ed25519", "ecdsa-sha2-nistp256", "rsa-sha2-512", "rsa-sha2-256")


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    place = tmp_path_factory.mktemp("keys")
    return [make_key(place / "one"), make_key(place / "two")]


def host_key(path: Path) -> HostKey:
    blob = public_blob(path)
    assert blob
    return HostKey("ssh-ed25519", blob)


def line(path: Path, names: str) -> str:
    return f"{names} {' '.join(Path(f'{path}.pub').read_text().split()[:2])}\n"


def read(tmp_path: Path, text: str) -> KnownHosts:
    file = tmp_path / "known_hosts"
    file.write_text(text)
    return KnownHosts.read([tmp_path / "none", file])


def test_the_fingerprint_is_that_of_ssh_keygen(keys: list[Path]) -> None:
    told = subprocess.run(["ssh-keygen", "-lf", keys[0]], capture_output=True, text=True)
    assert host_key(keys[0]).fingerprint == told.stdout.split()[1]


def test_names_have_their_port_unless_it_is_22() -> None:
    assert lookup_name("Xen1.Example.org", 22) == "xen1.example.org"
    assert lookup_name("10.0.0.1", 2221) == "[10.0.0.1]:2221"
    assert lookup_name("fe80::1", 2221) == "[fe80::1]:2221"


@pytest.mark.parametrize(
    "names", ["xen1", "san1,xen1,10.0.0.1", "XEN1", "xen*", "*,!san1", "xe?1", "  xen1"]
)
def test_a_known_key_passes(tmp_path: Path, keys: list[Path], names: str) -> None:
    known = read(tmp_path, "# comment\n\n" + line(keys[0], names))
    known.check("xen1", "xen1", host_key(keys[0]))


@pytest.mark.parametrize("names", ["xen2", "*,!xen1", "xen", "xen11", "[xen1]:2221"])
def test_a_host_that_no_line_is_about_is_unknown(
    tmp_path: Path, keys: list[Path], names: str
) -> None:
    known = read(tmp_path, line(keys[0], names))
    with pytest.raises(HostKeyUnknownError) as caught:
        known.check("xen1", "xen1", host_key(keys[0]))
    assert caught.value.fingerprint == host_key(keys[0]).fingerprint
    assert caught.value.key_type == "ssh-ed25519"


def test_brackets_are_no_wildcards(tmp_path: Path, keys: list[Path]) -> None:
    known = read(tmp_path, line(keys[0], "[10.0.0.1]:2221"))
    known.check("xen1", "[10.0.0.1]:2221", host_key(keys[0]))
    with pytest.raises(HostKeyUnknownError):
        known.check("xen1", "[10.0.0.2]:2221", host_key(keys[0]))


def test_names_hashed_by_ssh_keygen_are_found(tmp_path: Path, keys: list[Path]) -> None:
    file = tmp_path / "known_hosts"
    file.write_text(line(keys[0], "xen1") + line(keys[1], "[10.0.0.1]:2221"))
    subprocess.run(["ssh-keygen", "-q", "-H", "-f", file], check=True, capture_output=True)
    assert "xen1" not in file.read_text()
    known = KnownHosts.read([file])
    known.check("xen1", "xen1", host_key(keys[0]))
    known.check("xen2", "[10.0.0.1]:2221", host_key(keys[1]))
    with pytest.raises(HostKeyUnknownError):
        known.check("xen3", "xen3", host_key(keys[0]))


def test_another_key_is_a_hard_stop_with_the_way_out(tmp_path: Path, keys: list[Path]) -> None:
    known = read(tmp_path, "# one\n" + line(keys[0], "[10.0.0.1]:2221"))
    with pytest.raises(HostKeyChangedError) as caught:
        known.check("xen1", "[10.0.0.1]:2221", host_key(keys[1]))
    text = str(caught.value)
    assert f"{tmp_path}/known_hosts line 2" in text
    assert host_key(keys[0]).fingerprint in text
    assert host_key(keys[1]).fingerprint in text
    assert f"ssh-keygen -f '{tmp_path}/known_hosts' -R '[10.0.0.1]:2221'" in text


def test_a_key_of_another_type_than_the_known_ones_is_a_hard_stop(
    tmp_path: Path, keys: list[Path]
) -> None:
    known = read(tmp_path, line(keys[0], "xen1"))
    with pytest.raises(HostKeyChangedError):
        known.check("xen1", "xen1", HostKey("ssh-rsa", b"other"))


def test_a_revoked_key_is_refused_even_when_it_is_known(tmp_path: Path, keys: list[Path]) -> None:
    known = read(tmp_path, line(keys[0], "xen1") + "@revoked " + line(keys[0], "*"))
    with pytest.raises(HostKeyChangedError, match="revoked"):
        known.check("xen1", "xen1", host_key(keys[0]))


def test_certificate_authorities_and_nonsense_are_passed_over(
    tmp_path: Path, keys: list[Path]
) -> None:
    noise = "@cert-authority " + line(keys[1], "*")
    noise += "xen1\nxen1 ssh-ed25519\nxen1 ssh-ed25519 !!!\n|1|x xen1 y\n|1|a|b ssh-rsa AAAA\n\0\n"
    known = read(tmp_path, noise + line(keys[0], "xen1"))
    known.check("xen1", "xen1", host_key(keys[0]))
    with pytest.raises(HostKeyUnknownError):
        known.check("xen2", "xen2", host_key(keys[1]))


def test_a_key_known_without_port_counts_for_any_port(tmp_path: Path, keys: list[Path]) -> None:
    known = read(tmp_path, line(keys[0], "10.0.0.1"))
    known.check("xen1", "[10.0.0.1]:2221", host_key(keys[0]))
    with pytest.raises(HostKeyUnknownError):
        known.check("xen1", "[10.0.0.1]:2221", host_key(keys[1]))


def test_known_types_are_asked_for_first(tmp_path: Path, keys: list[Path]) -> None:
    known = read(tmp_path, "xen1 ssh-rsa AAAA\n" + line(keys[0], "xen2"))
    assert known.algorithms("xen1", KINDS) == (
        "rsa-sha2-512",
        "rsa-sha2-256",
        "ssh-ed25519",
        "ecdsa-sha2-nistp256",
    )
    assert known.algorithms("xen2", KINDS) == KINDS
    assert known.algorithms("xen3", KINDS) == KINDS


def test_an_appended_key_is_known_and_the_file_private(tmp_path: Path, keys: list[Path]) -> None:
    file = tmp_path / "new" / "known_hosts"
    append_known_host(file, "xen1", host_key(keys[0]))
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text(file.read_text().rstrip("\n"))  # somebody's editor left no end of line
    append_known_host(file, "[xen2]:2221", host_key(keys[1]))
    known = KnownHosts.read([file])
    known.check("xen1", "xen1", host_key(keys[0]))
    known.check("xen2", "[xen2]:2221", host_key(keys[1]))
    found = subprocess.run(["ssh-keygen", "-F", "[xen2]:2221", "-f", file], capture_output=True)
    assert found.returncode == 0


def test_a_file_that_cannot_be_written_is_an_error_with_its_name(
    tmp_path: Path, keys: list[Path]
) -> None:
    with pytest.raises(XenadminError, match=str(tmp_path)):
        append_known_host(tmp_path, "xen1", host_key(keys[0]))
