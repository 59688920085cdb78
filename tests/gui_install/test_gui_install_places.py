"""Problems find their page; presets and keys are read with care."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from xenadmin_gui.cli import vmpreset
from xenadmin_gui.domain.errors import ConfigError, PreconditionError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.install import presets
from xenadmin_gui.gui.install.answers import GIB, MIB, Answers, NicAnswer
from xenadmin_gui.gui.install.checks import all_troubles, own_troubles
from xenadmin_gui.gui.install.places import Place, Spot, spot_of
from xenadmin_gui.gui.install.presets import Preset
from xenadmin_gui.gui.install.sshkeys import is_public_key, key_title, read_keys
from xenadmin_gui.operations.draft import Problem


def public_key(name: str) -> str:
    blob = b"\0\0\0\x0bssh-ed25519" + b"\0\0\0\x20" + b"k" * 32
    return f"ssh-ed25519 {base64.b64encode(blob).decode()} {name}"


@pytest.mark.parametrize(
    ("field", "spot"),
    [
        ("memory_bytes", Spot(Place.MACHINE, "memory_bytes")),
        ("vms[2].nics[1].mac", Spot(Place.NETWORK, "mac", 1)),
        ("nics.0.address", Spot(Place.NETWORK, "address", 0)),
        ("guest.password_hash", Spot(Place.GUEST, "password")),
        ("size_bytes", Spot(Place.DISK, "disk_bytes")),
        ("host", Spot(Place.PLACEMENT, "host")),
        ("what-nobody-knows", Spot(Place.SUMMARY)),
        ("", Spot(Place.SUMMARY)),
    ],
)
def test_a_field_belongs_to_a_page(field: str, spot: Spot) -> None:
    assert spot_of(Problem("No.", field=field)) == spot


def test_without_a_field_the_subject_says_which_page() -> None:
    full = Problem("It is full.", subject=Key(Kind.VOLUME_GROUP, "san1/vg_san"))
    assert spot_of(full).place is Place.DISK
    assert spot_of(Problem("It is gone.", subject=Key(Kind.HOST, "xen1"))).place is Place.PLACEMENT


def test_the_pages_complain_of_what_becomes_no_draft() -> None:
    fixed = NicAnswer("br0", "00:16:3e:00:00:01", True, "10.0.0.250/29")
    answers = Answers(
        template="debian-12",
        names="web{01..09}",
        nics=(fixed, NicAnswer("br0", is_fixed=True)),
        more_keys=f"{public_key('a')}\nnonsense",
    )
    spots = [trouble.spot for trouble in own_troubles(answers)]
    assert spots == [
        Spot(Place.NETWORK, "mac", 0),
        Spot(Place.NETWORK, "address", 0),
        Spot(Place.NETWORK, "address", 1),
        Spot(Place.GUEST, "more_keys"),
    ]


def test_a_field_is_complained_of_once() -> None:
    troubles = all_troubles(
        Answers(template="t", names=""),
        [Problem("A VM needs a name.", field="name"), Problem("No VM.")],
    )
    assert [trouble.sentence for trouble in troubles] == ["It needs a name."]
    again = [Problem("Too little.", field="memory_bytes")] * 3
    assert len(all_troubles(Answers(template="t", names="a"), again)) == 1


def test_one_clone_at_a_time() -> None:
    (trouble,) = own_troubles(Answers(source="u", names="a{1..2}"))
    assert trouble.spot == Spot(Place.NAME, "name")


# presets


FULL = Answers(
    template="debian-12",
    names="web7",
    vcpus=3,
    memory_bytes=1536 * MIB,
    disk_bytes=12 * GIB,
    group="vg_san",
    nics=(NicAnswer("br0", "00:16:3e:00:00:01", True, "10.0.0.5/24", "10.0.0.1", "10.0.0.2"),),
    hostname="{name}.example.org",
    user="anna",
    ssh_keys=(public_key('it\'s "Anna" # 1'),),
    password="geheim",
    timezone="Europe/Berlin",
    packages="vim, nginx",
    first_boot="#!/bin/sh\necho 'a: b'\n",
    host="xen1",
    protect=False,
    priority=-5,
    start=False,
    tags="web, production",
)


def test_a_preset_comes_back_as_it_was_kept() -> None:
    presets.save(Preset("Web (groß)".replace("(", "").replace(")", ""), FULL))
    assert presets.preset_names() == ("Web groß",)
    kept = presets.load("Web groß").answers
    assert presets.applied(Answers(names="new1", host="xen3"), kept) == replace(
        FULL,
        names="new1",
        host="xen3",
        password="",
        nics=(replace(FULL.nics[0], mac="", address=""),),
    )
    presets.remove("Web groß")
    assert presets.preset_names() == ()


def test_presets_of_the_window_and_of_the_command_line_are_the_same(tmp_path: Path) -> None:
    cards = (NicAnswer("xenbr0"), NicAnswer("dmz"))
    typed = replace(FULL, more_disks=(3 * GIB,), packages="vim nginx", tags="a b", nics=cards)
    path = tmp_path / "preset.yaml"
    for origin in (
        {"template": "leap-15"},
        {"template": "", "is_cd": True, "iso": "/srv/a.iso"},
        {"template": "", "is_kernel": True, "kernel": "/k", "initrd": "/i", "cmdline": "a=b"},
    ):
        answers = replace(typed, **origin)  # type: ignore[arg-type]
        path.write_text(presets.render(answers), encoding="utf-8")
        kept = vmpreset.read_preset(path)
        assert kept.disks == answers.disks
        assert (kept.template, kept.iso, kept.kernel) == (
            answers.template,
            answers.iso,
            answers.kernel,
        )
        vmpreset.write_preset(path, kept)
        again = presets.parse(path.read_text(encoding="utf-8"), file="x")
        assert again == presets.parse(presets.render(answers), file="x")


def test_a_preset_holds_no_secret_and_is_for_its_user_only() -> None:
    presets.save(Preset("web", FULL))
    path = presets.presets_dir() / "web.yaml"
    text = path.read_text(encoding="utf-8")
    assert "geheim" not in text
    assert "10.0.0.5" not in text
    assert "00:16:3e" not in text
    assert path.stat().st_mode & 0o077 == 0


def test_a_preset_leaves_the_addresses_that_were_typed() -> None:
    typed = Answers(nics=(NicAnswer("brX", "00:16:3e:00:00:09", True, "10.9.0.1/24"),))
    nic = presets.applied(typed, replace(FULL, password="")).nics[0]
    assert (nic.bridge, nic.mac, nic.address) == ("br0", "00:16:3e:00:00:09", "10.9.0.1/24")


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".x", "x" * 64, "a\nb"])
def test_a_preset_s_name_is_a_file_s_name(name: str) -> None:
    with pytest.raises(PreconditionError, match="cannot be called"):
        presets.save(Preset(name, FULL))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version: [1", "valid YAML"),
        ("", "a preset"),
        ("version: 2\n", "version"),
        ("version: 1\nmemory: much\n", "a size such as 2GiB"),
        ("version: 1\nvcpus: zwei\n", "a whole number"),
        ("version: 1\nprotect: vielleicht\n", "true or false"),
        ("version: 1\nmemoy: 1GiB\n", "did you mean 'memory'"),
        ("version: 1\nssh_keys: x\n", "a list"),
    ],
)
def test_a_broken_preset_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=r"web\.yaml") as caught:
        presets.parse(text, file="web.yaml")
    assert said in str(caught.value)
    assert caught.value.next_step


def test_a_preset_that_is_no_text_or_is_gone_is_told() -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        presets.load("gone")
    presets.save(Preset("bin", FULL))
    (presets.presets_dir() / "bin.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="UTF-8"):
        presets.load("bin")


# keys


def test_keys_are_read_from_the_user_s_files(tmp_path: Path) -> None:
    (tmp_path / "id_ed25519.pub").write_text(public_key("anna@desk") + "\n")
    (tmp_path / "copy.pub").write_text(public_key("anna@desk") + "\n")
    (tmp_path / "id-cert.pub").write_text("ssh-ed25519-cert-v01@openssh.com AAAA anna\n")
    (tmp_path / "broken.pub").write_bytes(b"\xff\xfe\0")
    (tmp_path / "id_ed25519").write_text("-----BEGIN OPENSSH PRIVATE KEY-----\n")
    assert [key.line for key in read_keys(tmp_path)] == [public_key("anna@desk")]
    assert read_keys(tmp_path / "none") == ()


def test_what_is_a_key_and_what_it_is_called() -> None:
    assert is_public_key(public_key("anna"))
    assert not is_public_key("ssh-ed25519 AAAA")
    assert not is_public_key("-----BEGIN OPENSSH PRIVATE KEY-----")
    assert not is_public_key(public_key("anna") + "\x07")
    assert key_title(public_key("anna@desk")).endswith(" anna@desk")
    assert key_title(public_key("anna@desk")).startswith("ed25519 …")
