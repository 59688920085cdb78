"""Answers of network installers: what they are, what they want, and how they get into an initrd."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from xenadmin_gui.domain.installer import Installer, answers_name, installer_faults
from xenadmin_gui.domain.installerscripts import append_answers
from xenadmin_gui.domain.states import VmKind

PRESEED = "#_preseed_V1\nd-i debian-installer/locale string de_DE\n"


def installer(**more: object) -> Installer:
    return Installer(kernel="/srv/linux", initrd="/srv/initrd", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (PRESEED, "preseed.cfg", "auto=true priority=critical console=hvc0"),
        ("# mine\n  d-i netcfg/x string y\n", "preseed.cfg", None),
        ('<?xml version="1.0"?>\n<!DOCTYPE profile>\n<profile/>', "autoinst.xml", "console=hvc0"),
        ("lang de_DE\nrootpw --lock\n%packages\n%end\n", "ks.cfg", None),
        ("autopart\n", "ks.cfg", "inst.ks=file:/ks.cfg console=hvc0"),
        ("Dear diary\n", "", "console=hvc0"),
        ("<html/>", "", None),
    ],
)
def test_answers_are_known_by_what_is_in_them(text: str, name: str, words: str | None) -> None:
    assert answers_name(text) == name
    if words is not None:
        assert installer(answers=text).words == words


def test_words_that_were_given_are_not_added() -> None:
    given = installer(cmdline="priority=high console=tty0 url=a", answers=PRESEED)
    assert given.words == "priority=high console=tty0 url=a auto=true"
    assert installer(kind=VmKind.KVM).words == "console=ttyS0"


def test_the_name_of_the_vm_is_put_in() -> None:
    named = installer(cmdline="hostname=@name@", answers="d-i a/b string @name@ ${name}").named(
        "w1"
    )
    assert (named.cmdline, named.answers) == ("hostname=w1", "d-i a/b string w1 ${name}")


def test_the_boot_loader_fits_the_kind() -> None:
    kinds = (VmKind.PVH, VmKind.PV, VmKind.KVM)
    found = [installer(kind=kind).boot_method for kind in kinds]
    assert found == ["grub-pvh", "pygrub", "firmware"]
    assert installer(boot="pygrub").boot_method == "pygrub"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Installer("linux", "/i"), "kernel"),
        (Installer("/l", "/a/../i"), "initrd"),
        (installer(cmdline="a\nb"), "cmdline"),
        (installer(answers="Dear diary"), "answers"),
        (installer(answers=PRESEED + "#" * 300_000), "answers"),
        (installer(answers=PRESEED + "\0"), "answers"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(wrong: Installer, field: str) -> None:
    assert [found for found, _, _ in installer_faults(wrong)] == [field]


@pytest.mark.parametrize("more", range(4))
def test_the_answers_stand_behind_the_initrd_for_the_kernel_to_find(
    tmp_path: Path, more: int
) -> None:
    initrd, answers, new = tmp_path / "it's", tmp_path / "answers", tmp_path / "new" / "initrd"
    initrd.write_bytes(gzip.compress(b"whatever", mtime=0) + b"x" * more)
    answers.write_text(PRESEED + "ä" * more)
    command = append_answers(str(initrd), str(answers), "preseed.cfg", str(new))
    subprocess.run(command.argv, check=True)
    before, whole = initrd.read_bytes(), new.read_bytes()
    assert whole.startswith(before)
    begin = -(-len(before) // 4) * 4
    assert whole[len(before) : begin].strip(b"\0") == b""
    assert archived(whole[begin:]) == {"preseed.cfg": answers.read_bytes()}
    assert new.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in new.parent.iterdir()) == ["initrd"]


def test_without_answers_there_is_no_initrd(tmp_path: Path) -> None:
    (tmp_path / "initrd").write_bytes(b"x")
    words = (str(tmp_path / "initrd"), str(tmp_path / "no"), "ks.cfg", str(tmp_path / "new"))
    ended = subprocess.run(append_answers(*words).argv, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "answers" in ended.stderr
    assert not (tmp_path / "new").exists()


def archived(data: bytes) -> dict[str, bytes]:
    """Read a cpio archive (newc) as the kernel does: by its headers, four bytes aligned."""
    found, at = {}, 0
    while True:
        assert data[at : at + 6] == b"070701"
        fields = [int(data[at + 6 + n * 8 : at + 14 + n * 8], 16) for n in range(13)]
        size, name_size = fields[6], fields[11]
        name = data[at + 110 : at + 110 + name_size]
        assert name.endswith(b"\0")
        body = -(-(at + 110 + name_size) // 4) * 4
        if name == b"TRAILER!!!\0":
            return found
        assert fields[1] == 0o100600
        found[name[:-1].decode()] = data[body : body + size]
        at = -(-(body + size) // 4) * 4
