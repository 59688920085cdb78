"""The scripts of the template library, run by a real bash on files."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import LIBRARY, Template
from xenadmin_gui.monitoring.parse.template import parse_template
from xenadmin_gui.operations.templates.steps import described

CONTENT = bytes(range(256)) * 64
MINE, OTHERS = "0123456789ab", "ba9876543210"
GOLD = Template("gold", title="$HOME ${HOME} & 'quotes' \"here\"", kind=VmKind.PV, notes="a\nb")


def run(command: Command, place: Path) -> subprocess.CompletedProcess[str]:
    """Run it with the library at ``place``."""
    words = [word.replace(LIBRARY, str(place)) for word in command.argv]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


def take(
    place: Path,
    source: Path,
    fmt: str,
    sha256: str = "",
    *,
    move: bool = False,
    task: str = MINE,
) -> Command:
    place.mkdir(exist_ok=True)
    text = described(Template(**{**_fields(GOLD), "image": "disk", "format": fmt}))
    return scripts.import_image(
        str(source), "gold", "disk", text, fmt, task=task, sha256=sha256, move=move
    )


def _fields(one: Template) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def packed(fmt: str, place: Path) -> Path:
    """Return a file with an image in it."""
    path = place / f"an image.{fmt}"
    if fmt == "raw.zst":
        plain = place / "plain"
        plain.write_bytes(CONTENT)
        subprocess.run(["zstd", "-q", plain, "-o", path], check=True)
        return path
    header = b"QFI\xfb" + bytes(20) + (1 << 20).to_bytes(8, "big") + bytes(480)
    content = {
        "raw": CONTENT,
        "raw.gz": gzip.compress(CONTENT),
        "raw.xz": lzma.compress(CONTENT),
        "qcow2": header,
    }
    path.write_bytes(content[fmt])
    return path


@pytest.mark.parametrize("fmt", ["raw", "raw.gz", "raw.xz", "raw.zst", "qcow2"])
def test_an_image_is_measured_and_described(tmp_path: Path, fmt: str) -> None:
    if fmt == "raw.zst" and shutil.which("zstd") is None:
        pytest.skip("zstd is not installed")
    source, place = packed(fmt, tmp_path), tmp_path / "library"
    ended = run(take(place, source, fmt), place)
    assert ended.returncode == 0, ended.stderr
    made = parse_template((place / "gold/template.yaml").read_text(), "gold")
    assert made.image_bytes == source.stat().st_size
    assert made.disk_bytes == (1 << 20 if fmt == "qcow2" else len(CONTENT))
    assert made.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (made.title, made.notes) == (GOLD.title, GOLD.notes)
    assert sorted(p.name for p in place.iterdir()) == ["gold"]
    assert run(scripts.verify("gold", "disk", made.sha256), place).returncode == 0
    (place / "gold/disk").write_bytes(b"x")
    assert run(scripts.verify("gold", "disk", made.sha256), place).returncode == 1


def test_an_upload_is_moved_with_its_folder(tmp_path: Path) -> None:
    place = tmp_path / "library"
    (place / ".upload-0-gold").mkdir(parents=True)
    source = place / ".upload-0-gold/disk"
    source.write_bytes(CONTENT)
    assert run(take(place, source, "raw", move=True), place).returncode == 0
    assert sorted(p.name for p in place.iterdir()) == ["gold"]


@pytest.mark.parametrize(
    ("content", "fmt", "said"),
    [
        (b"no archive", "raw.gz", "not in gzip format"),
        (b"x" * 100, "raw", "no image of a disk"),
        (b"", "raw", "no image of a disk"),
        (b"x" * 512, "qcow2", "no qcow2 image"),
    ],
)
def test_what_is_no_image_is_refused(tmp_path: Path, content: bytes, fmt: str, said: str) -> None:
    source, place = tmp_path / "file", tmp_path / "library"
    source.write_bytes(content)
    ended = run(take(place, source, fmt), place)
    assert ended.returncode != 0
    assert said in ended.stderr
    assert not list(place.iterdir())
    (place / ".upload-0-gold").mkdir()
    sent = place / ".upload-0-gold/disk"
    sent.write_bytes(content)
    assert run(take(place, sent, fmt, move=True), place).returncode != 0
    assert [str(path.relative_to(place)) for path in place.rglob("disk")] == [".upload-0-gold/disk"]
    assert not list(place.glob(".new-*"))


def test_a_wrong_checksum_names_both(tmp_path: Path) -> None:
    source, place = packed("raw", tmp_path), tmp_path / "library"
    ended = run(take(place, source, "raw", "0" * 64), place)
    assert ended.returncode == 1
    assert "should be 0000" in ended.stderr


def test_a_template_that_is_there_stays(tmp_path: Path) -> None:
    source, place = packed("raw", tmp_path), tmp_path / "library"
    (place / "gold").mkdir(parents=True)
    (place / "gold/mine").write_text("kept")
    assert run(take(place, source, "raw"), place).returncode == 1
    assert [p.name for p in (place / "gold").iterdir()] == ["mine"]
    assert [p.name for p in place.iterdir()] == ["gold"]


def test_a_device_is_packed_to_its_length(tmp_path: Path) -> None:
    device, place = packed("raw", tmp_path), tmp_path / "library"
    place.mkdir()
    text = described(Template(**{**_fields(GOLD), "image": "disk", "format": "raw.gz"}))
    command = scripts.capture_device(str(device), 8192, "gold", "disk", text, "raw.gz", task=MINE)
    ended = run(command, place)
    assert ended.returncode == 0, ended.stderr
    assert gzip.decompress((place / "gold/disk").read_bytes()) == CONTENT[:8192]
    assert parse_template((place / "gold/template.yaml").read_text(), "gold").disk_bytes == 8192


def test_a_template_is_pushed_and_checked_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    run(take(here, packed("raw", tmp_path), "raw"), here)
    there.mkdir()
    tools = tmp_path / "bin"
    tools.mkdir()
    ssh = tools / "ssh"
    ssh.write_text(f'#!/bin/bash\nline=${{@: -1}}\nexec sh -c "${{line//"{here}"/"{there}"}}"\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    ended = run(scripts.push("gold", "disk", "192.0.2.7", task=MINE), here)
    assert ended.returncode == 0, ended.stderr
    assert (there / "gold/disk").read_bytes() == CONTENT
    assert sorted(p.name for p in there.iterdir()) == ["gold"]
    again = run(scripts.push("gold", "disk", "192.0.2.7", task=MINE), here)
    assert again.returncode != 0
    assert "already" in again.stderr


def test_what_was_sent_broken_is_not_kept(tmp_path: Path) -> None:
    place = tmp_path / "library"
    run(take(place, packed("raw", tmp_path), "raw"), place)
    sent, keep = (
        place / f".new-{OTHERS}-gold",
        scripts.receive("gold", "disk", task=MINE, sent_by=OTHERS),
    )
    (place / "gold").rename(sent)
    (sent / "disk").write_bytes(b"half")
    assert run(keep, place).returncode != 0
    assert not (place / "gold").exists()
    (sent / "disk").write_bytes(CONTENT)
    assert run(keep, place).returncode == 0
    assert run(scripts.is_made("gold", MINE), place).returncode == 0
    assert (place / "gold/disk").exists()


def test_a_description_is_written_anew_and_the_one_before_kept(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/template.yaml").write_text("old")
    assert run(scripts.rewrite("gold", "new $1"), tmp_path).returncode == 0
    assert (tmp_path / "gold/template.yaml").read_text() == "new $1"
    assert (tmp_path / "gold/template.yaml.before").read_text() == "old"


def test_room_and_readers_are_seen(tmp_path: Path) -> None:
    assert run(scripts.has_room(1), tmp_path).returncode == 0
    assert run(scripts.has_room(1 << 62), tmp_path).returncode != 0
    assert run(scripts.has_room(1), tmp_path / "not there").returncode == 0
    path = tmp_path / "disk"
    path.write_text("x")
    assert run(scripts.is_unread(str(path)), tmp_path).returncode == 0
    with path.open():
        assert run(scripts.is_unread(str(path)), tmp_path).returncode == 1


def test_names_that_a_shell_would_read_are_no_names() -> None:
    with pytest.raises(ValueError, match="no names"):
        scripts.push("a; reboot", "disk", "192.0.2.7", task=MINE)
    with pytest.raises(ValueError, match="no names"):
        scripts.push("a", "disk", "192.0.2.7", task="$(reboot)")


def test_what_another_task_left_can_be_imported_and_stays(tmp_path: Path) -> None:
    place = tmp_path / "library"
    left = place / f".new-{OTHERS}-gold"
    left.mkdir(parents=True)
    (left / "disk").write_bytes(CONTENT)
    assert run(take(place, left / "disk", "raw"), place).returncode == 0
    assert (left / "disk").read_bytes() == CONTENT


def test_a_move_that_was_cut_off_goes_on_with_the_file_that_it_took(tmp_path: Path) -> None:
    place, source = tmp_path / "library", tmp_path / "upload/disk"
    taken = place / f".new-{MINE}-gold/disk"
    for folder in (source.parent, taken.parent):
        folder.mkdir(parents=True)
    taken.write_bytes(CONTENT)
    ended = run(take(place, source, "raw", move=True), place)
    assert ended.returncode == 0, ended.stderr
    assert (place / "gold/disk").read_bytes() == CONTENT


def test_two_tasks_of_one_name_leave_each_other_alone(tmp_path: Path) -> None:
    """The one that is later finds the name taken, and what it takes back is its own alone."""
    source, place = packed("raw", tmp_path), tmp_path / "library"
    began = place / f".new-{OTHERS}-gold"
    began.mkdir(parents=True)
    (began / "disk").write_bytes(b"half")
    assert run(take(place, source, "raw"), place).returncode == 0
    assert (began / "disk").read_bytes() == b"half"
    late = run(take(place, source, "raw", task=OTHERS), place)
    assert "already" in late.stderr
    assert run(scripts.is_made("gold", OTHERS), place).returncode != 0
    assert run(scripts.remove_made("gold", OTHERS), place).returncode == 0
    assert run(scripts.nothing_made("gold", OTHERS), place).returncode == 0
    assert (place / "gold/disk").read_bytes() == CONTENT
    assert run(scripts.nothing_made("gold", MINE), place).returncode != 0
    assert run(scripts.remove_made("gold", MINE), place).returncode == 0
    assert run(scripts.nothing_made("gold", MINE), place).returncode == 0
    assert not list(place.iterdir())


def test_only_what_nobody_has_touched_for_days_is_swept_away(tmp_path: Path) -> None:
    source, place = packed("raw", tmp_path), tmp_path / "library"
    left = [place / name for name in (f".new-{OTHERS}-x", ".upload-0-x", "x")]
    for folder in left:
        folder.mkdir(parents=True)
        (folder / "disk").write_bytes(b"half")
    assert run(take(place, source, "raw"), place).returncode == 0
    assert all(folder.exists() for folder in left)
    words = take(place, source, "raw", task=OTHERS).argv
    days_later = [re.sub(r"\d+ days ago", "now", word) for word in words]
    run(Command(tuple(days_later)), place)
    assert [folder.exists() for folder in left] == [False, False, True]


@pytest.mark.parametrize("is_written", [False, True])
def test_a_disk_that_is_written_to_while_it_is_read_makes_no_template(
    tmp_path: Path, is_written: bool
) -> None:
    place, source, counters = tmp_path / "library", tmp_path / "drbd5", tmp_path / "block"
    place.mkdir()
    (counters / "drbd5").mkdir(parents=True)
    stat = counters / "drbd5/stat"
    stat.write_text("1 0 8 0 7 0 56 0 0 0 0\n")
    os.mkfifo(source)

    def feed() -> None:
        with source.open("wb") as pipe:
            if is_written:
                stat.write_text("1 0 8 0 8 0 64 0 0 0 0\n")
            pipe.write(CONTENT)

    text = described(Template(**{**_fields(GOLD), "image": "disk", "format": "raw"}))
    made = scripts.capture_device(str(source), len(CONTENT), "gold", "disk", text, "raw", task=MINE)
    words = [word.replace("/sys/class/block", str(counters)) for word in made.argv]
    feeder = threading.Thread(target=feed)
    feeder.start()
    ended = run(Command(tuple(words)), place)
    feeder.join()
    assert (ended.returncode == 0) is not is_written, ended.stderr
    assert (place / "gold").exists() is not is_written
    assert not list(place.glob(".new-*"))
    assert ("its VM was started" in ended.stderr) is is_written
