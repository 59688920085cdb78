"""The template library as the SAN servers tell it: read, compared, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_lab import LIBRARY_FILES, LIBRARY_TEXTS, Lab

from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import (
    Boot,
    Template,
    format_of,
    size_word,
    template_faults,
    template_text,
)
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.parse.template import (
    parse_files,
    parse_room,
    parse_sample,
    parse_template,
    parse_texts,
)

DEBIAN = Template(
    name="debian-12",
    title='Debian "12" – bookworm',
    os="debian",
    version="12.10",
    image_bytes=1234,
    disk_bytes=2 << 30,
    sha256="0123456789" * 6 + "abcd",
    boot=Boot("kernel", "/boot/vmlinuz", "/boot/initrd", "root=/dev/xvda1 ro"),
    partition=1,
    notes="Two lines:\n\tthe second # is no comment",
)
ROOT = "/var/lib/xenadmin/templates"


def give(lab: Lab, *templates: Template, servers: tuple[str, ...] = ("san1", "san2")) -> None:
    """Have the SAN servers hold these templates, whole."""
    for server in servers:
        texts = {one.name: template_text(one) for one in templates}
        lab.hosts[server].answers[LIBRARY_FILES] = "".join(
            f"{one.image_bytes}\t{one.name}/{one.image}\n900\t{one.name}/template.yaml\n"
            for one in templates
        )
        lab.hosts[server].answers[LIBRARY_TEXTS] = "".join(
            f"{ROOT}/{name}/template.yaml:{line}\n"
            for name, text in texts.items()
            for line in text.splitlines()
        )


def change(lab: Lab, server: str, command: str, old: str, new: str) -> None:
    text = lab.hosts[server].answers[command]
    assert isinstance(text, str)
    assert old in text
    lab.hosts[server].answers[command] = text.replace(old, new)


def reason(lab: Lab) -> str:
    (template,) = lab.refresh("san1", "san2").templates
    return template.reason


def test_what_was_written_is_read_back(lab: Lab) -> None:
    give(lab, DEBIAN)
    snapshot = lab.refresh()
    assert snapshot.templates == (replace(DEBIAN, servers=("san1", "san2")),)
    assert snapshot.library_room == (("san1", 10 << 30), ("san2", 10 << 30))
    assert not [f for f in snapshot.findings if f.code.startswith("template")]


def test_no_library_is_no_fault(lab: Lab) -> None:
    snapshot = lab.refresh()
    assert snapshot.templates == ()
    assert not [f for f in snapshot.findings if f.code.startswith("template")]
    assert not [f for f in snapshot.findings if f.sentence.startswith(("template", "df"))]


def test_a_named_server_tells_its_new_library_at_once(lab: Lab) -> None:
    lab.refresh()
    give(lab, DEBIAN)
    assert lab.refresh().templates == ()
    assert [one.name for one in lab.refresh("san1").templates] == ["debian-12"]


def test_the_same_answers_give_the_same_object(lab: Lab) -> None:
    give(lab, DEBIAN)
    assert lab.refresh().templates is lab.refresh("san1").templates


def test_a_template_on_one_server_only_can_be_used_there_and_is_named(lab: Lab) -> None:
    give(lab, DEBIAN, servers=("san1",))
    snapshot = lab.refresh()
    (template,) = snapshot.templates
    assert (template.servers, template.is_usable) == (("san1",), True)
    (finding,) = [f for f in snapshot.findings if f.code == "template-missing"]
    assert finding.sentence == "san2 has no copy of the template debian-12."


def test_copies_that_differ_cannot_be_used(lab: Lab) -> None:
    give(lab, DEBIAN)
    change(lab, "san2", LIBRARY_TEXTS, "min_vcpus: 1", "min_vcpus: 2")
    assert reason(lab) == "Its copies on san1 and san2 are not the same."
    (finding,) = [f for f in lab.monitor.snapshot.findings if f.code == "template-unusable"]
    assert "debian-12" in finding.sentence


def test_an_image_that_is_missing_or_cut_off_is_named_with_its_server(lab: Lab) -> None:
    give(lab, DEBIAN)
    change(lab, "san2", LIBRARY_FILES, "1234\t", "1000\t")
    assert "san2 has 1000 bytes instead of 1234" in reason(lab)
    change(lab, "san2", LIBRARY_FILES, "disk.raw.zst", "other.raw")
    assert reason(lab) == "Its image disk.raw.zst is missing on san2."


def test_a_folder_without_a_description_is_shown_with_what_it_lacks(lab: Lab) -> None:
    give(lab, DEBIAN)
    for server in ("san1", "san2"):
        lab.hosts[server].answers[LIBRARY_FILES] = "1234\tdebian-12/disk.raw.zst\n"
        lab.hosts[server].answers[LIBRARY_TEXTS] = ""
    assert reason(lab) == "It has no template.yaml on san1."


def test_a_broken_description_names_line_and_server(lab: Lab) -> None:
    give(lab, DEBIAN)
    change(lab, "san1", LIBRARY_TEXTS, "min_vcpus: 1", "min_vcpus: [1")
    assert reason(lab).startswith("Its template.yaml on san1 cannot be read: line ")


def test_a_silent_server_leaves_the_library_as_it_was(lab: Lab) -> None:
    give(lab, DEBIAN)
    lab.refresh()
    lab.hosts["san2"].die()
    assert lab.refresh("san2").templates[0].servers == ("san1", "san2")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: pvh", "kind: xen", "kind is 'xen', expected one of pvh, pv, hvm, kvm"),
        ("disk_bytes: 2GiB", "disk_bytes: 2 GB", "disk_bytes is '2 GB', expected a size such as"),
        ("partition: 1", "partition: one", "partition is 'one', expected a whole number"),
        ("partition: 1", "partition: 129", "partition is '129', expected 0 (no partitions) to 128"),
        ("title:", "titel:", "the key titel is unknown; expected one of name, title"),
        ("  method: ", "  methode: ", "the key boot.methode is unknown"),
        ("min_vcpus: 1", "min_vcpus:\n  - 1", "min_vcpus: expected one value"),
        ("name: debian-12", "name: other", "name is 'other', expected debian-12, the name of"),
        ("sha256: ", "#", "the key sha256 is missing"),
        ("image: disk", "image: ../disk", "image is '../disk.raw.zst', expected a file name"),
        ("min_vcpus: 1", "min_vcpus: 1\nmin_vcpus: 2", "min_vcpus: expected to be there once"),
        ("method: kernel", "method: pygrub", "boot.method is 'pygrub', expected kernel, since"),
        ("image_bytes: 1234", "image_bytes: 0", "image_bytes is '0', expected the size of the"),
    ],
)
def test_every_mistake_names_its_key_and_what_was_expected(old: str, new: str, said: str) -> None:
    text = template_text(DEBIAN).replace('"debian-12"', "debian-12").replace('"kernel"', "kernel")
    text = text.replace('"pvh"', "pvh").replace('"disk.raw.zst"', "disk.raw.zst")
    assert old in text
    with pytest.raises(ParseError) as caught:
        parse_template(text.replace(old, new, 1), "debian-12")
    assert said in caught.value.reason


def test_several_mistakes_are_told_at_once() -> None:
    text = template_text(DEBIAN).replace('"pvh"', "xen").replace("partition: 1", "partition: x")
    with pytest.raises(ParseError) as caught:
        parse_template(text, "debian-12")
    assert "kind is" in caught.value.reason
    assert "partition is" in caught.value.reason


@pytest.mark.parametrize("text", ["", "  \n", "- a\n", "just words", "a: b\n\tc: d", "? [a]\n: b"])
def test_what_is_no_description_is_a_parse_error(text: str) -> None:
    with pytest.raises(ParseError):
        parse_template(text, "x")


@settings(deadline=None)
@given(st.text())
def test_wild_text_is_a_parse_error_and_nothing_else(text: str) -> None:
    with pytest.raises(ParseError):
        parse_template(text, "x")


@settings(deadline=None)
@given(title=st.text().map(lambda text: "".join(filter(str.isprintable, text))), notes=st.text())
def test_any_printable_text_survives_the_yaml(title: str, notes: str) -> None:
    shown = "".join(c for c in notes if c.isprintable() or c in "\n\t").strip()
    template = replace(DEBIAN, title=title, notes=shown)
    assert parse_template(template_text(template), "debian-12") == template


def test_lists_of_files_leave_out_what_can_be_no_template() -> None:
    text = "12\tdebian-12/disk.raw\n13\t.new/disk.raw\n1\tin-root\n7\ta b/x\nx\ty/z\n"
    assert parse_files(text) == {"debian-12": {"disk.raw": 12}}
    texts = f"{ROOT}/a/template.yaml:name: a: b\n{ROOT}/a/template.yaml:\nnonsense\n"
    assert parse_texts(texts) == {"a": "name: a: b\n\n"}


def test_room_is_the_last_line_in_any_language() -> None:
    assert parse_room("   Verfügb.\n 1048576\n") == 1048576
    with pytest.raises(ParseError):
        parse_room("Avail\nnothing\n")


def test_faults_of_a_template_that_says_nothing_are_complete() -> None:
    faults = dict(template_faults(Template(name="", kind=VmKind.UNKNOWN)))
    assert set(faults) == {"name", "kind", "sha256", "image_bytes", "disk_bytes"}


def test_formats_and_sizes() -> None:
    names = ("a.raw", "A.IMG", "a.raw.zst", "a.xz", "a.qcow2", "a.iso")
    assert [format_of(n) for n in names] == ["raw", "raw", "raw.zst", "raw.xz", "qcow2", ""]
    assert [size_word(n) for n in (0, 512, 3 << 30, 5 << 20)] == ["0", "512", "3GiB", "5MiB"]


def test_a_sample_needs_neither_name_nor_measures() -> None:
    sample = parse_sample("kind: pvh\nboot:\n  method: grub-pvh\nversion: 12.10\n")
    assert (sample.name, sample.version, sample.boot.method) == ("", "12.10", "grub-pvh")
    with pytest.raises(ParseError, match="network is 'x'"):
        parse_sample("kind: pvh\nboot:\n  method: grub-pvh\nnetwork: x\n")


@pytest.mark.parametrize("name", ["debian", "debian-cloud", "opensuse"])
def test_the_samples_that_are_installed_can_be_read(name: str) -> None:
    folder = resources.files("xenadmin_gui") / "data" / "templates"
    sample = parse_sample((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    assert sample.title
    assert sample.os
