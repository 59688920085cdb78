"""The template library on the command line, end to end on a simulated cluster that is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from cli_program import Answer, Program

from xenadmin_gui.session import library

GIB = 1024**3


@pytest.fixture
def demo(xenadmin: Program, tmp_path: Path) -> Program:
    """The command line on one simulated cluster that is kept."""

    def call(*words: str) -> Answer:
        return xenadmin(f"--demo={tmp_path / 'demo'}", *words)

    return call


def show(demo: Program, name: str) -> dict[str, Any]:
    found: dict[str, Any] = demo("template", "show", name, "--json").json
    return found


def test_the_list_has_the_promised_keys(demo: Program) -> None:
    for one in demo("template", "list", "--json").json:
        assert {
            *("name", "title", "os", "version", "kind", "disk_bytes"),
            *("min_memory_bytes", "servers", "state"),
        } <= one.keys()
        assert (one["state"], one["servers"]) == ("usable", ["san1", "san2"])
    assert "Debian 12 (bookworm)" in demo("template", "list").out


def test_an_upload_is_sent_once_and_lies_on_both_servers(demo: Program, tmp_path: Path) -> None:
    image = tmp_path / "an image.raw"
    image.write_bytes(bytes(range(256)) * 4096)
    words = ("--title", 'The "best"', "--boot", "pygrub", "--min-memory", "1GiB")
    answer = demo("template", "upload", "best", str(image), *words, "--json")
    assert answer.json["state"] == "done"
    made = show(demo, "best")
    assert made["sha256"] == hashlib.sha256(image.read_bytes()).hexdigest()
    assert (made["disk_bytes"], made["min_memory_bytes"]) == (1 << 20, GIB)
    assert (made["servers"], made["title"]) == (["san1", "san2"], 'The "best"')


def test_an_upload_that_would_be_refused_is_not_sent(demo: Program, tmp_path: Path) -> None:
    image = tmp_path / "image.raw"
    image.write_bytes(b"x" * 512)
    answer = demo("template", "upload", "leap-15", str(image), "--json")
    assert (answer.status, answer.error["code"]) == (3, "name-taken")
    answer = demo("template", "upload", "x", str(tmp_path / "none.raw"), "--json")
    assert answer.error["code"] == "no-file"
    answer = demo("template", "upload", "x", str(tmp_path), "--json")
    assert "--format" in answer.error["next_step"]
    answer = demo("template", "upload", "x", str(image), "--sha256", "0" * 64, "--json")
    assert answer.error["code"] == "not-whole"
    assert len(demo("template", "list", "--json").json) == 2


def test_a_file_on_a_server_has_to_be_there(demo: Program) -> None:
    answer = demo("template", "import", "x", "/root/none.raw", "--json")
    assert (answer.status, answer.error["code"]) == (3, "no-file")
    answer = demo("template", "import", "x", "/root/none.raw", "--server", "xen1", "--json")
    assert answer.status == 2


def test_a_library_image_can_be_imported_again_by_its_path(demo: Program) -> None:
    path = "/var/lib/xenadmin/templates/debian-12/disk.raw.zst"
    assert demo("template", "import", "copy", path, "--title", "A copy", "--json").status == 0
    assert show(demo, "copy")["sha256"] == show(demo, "debian-12")["sha256"]


def test_servers_that_do_not_trust_each_other_are_helped(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "may_push", lambda *words: False)
    path = "/var/lib/xenadmin/templates/debian-12/disk.raw.zst"
    answer = demo("template", "import", "copy", path)
    assert "copied through here" in answer.err
    assert show(demo, "copy")["servers"] == ["san1", "san2"]
    assert demo("template", "copy", "copy").status == 0


def test_a_vm_becomes_a_template(demo: Program) -> None:
    assert demo("template", "from-vm", "web1", "golden", "--json").error["code"] == "not-off"
    words = ("--snapshot", "--title", "Golden", "--customise", "files")
    assert demo("template", "from-vm", "web1", "golden", *words).status == 0
    assert show(demo, "golden")["state"] == "usable"


def test_a_description_is_edited(demo: Program) -> None:
    assert demo("template", "edit", "debian-12", "--json").status == 2
    words = ("--title", "Ours", "--min-vcpus", "2", "--boot", "kernel")
    words += ("--kernel", "/boot/vmlinuz", "--cmdline", "root=/dev/xvda1 ro")
    assert demo("template", "edit", "debian-12", *words).status == 0
    changed = show(demo, "debian-12")
    assert (changed["title"], changed["min_vcpus"]) == ("Ours", 2)
    assert changed["boot"]["cmdline"] == "root=/dev/xvda1 ro"
    assert demo("template", "edit", "debian-12", "--boot", "pygrub").status == 0
    assert show(demo, "debian-12")["boot"]["kernel"] == ""


def test_it_is_exported_with_its_description_and_comes_back(demo: Program, tmp_path: Path) -> None:
    answer = demo("template", "export", "leap-15", "--to", str(tmp_path), "--json")
    description, image = Path(answer.json["description"]), Path(answer.json["image"])
    assert sorted(p.name for p in (tmp_path / "leap-15").iterdir()) == sorted(
        (description.name, image.name)
    )
    assert demo("template", "delete", "leap-15", "--yes").status == 2
    assert demo("template", "delete", "leap-15", "--confirm", "leap-15").status == 0
    words = ("upload", "leap-15", str(image), "--describe", str(description))
    assert demo("template", *words).status == 0
    assert show(demo, "leap-15")["network"] == "wicked"


def test_a_description_that_is_none_is_a_wrong_use(demo: Program, tmp_path: Path) -> None:
    bad, image = tmp_path / "bad.yaml", tmp_path / "x.raw"
    bad.write_text("kind: xen\n")
    image.write_bytes(b"x" * 512)
    answer = demo("template", "upload", "x", str(image), "--describe", str(bad), "--json")
    assert answer.status == 2
    assert "kind is 'xen'" in answer.error["sentence"]


def test_verifying_and_unknown_names(demo: Program) -> None:
    assert demo("template", "verify", "debian-12").status == 0
    for verb in ("show", "verify", "delete", "edit", "export", "copy"):
        assert demo("template", verb, "none", "--json").error["code"] == "no-template"
