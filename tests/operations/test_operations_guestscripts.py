"""The scripts that write to a new VM's disk, run by a real bash; files stand for the devices."""

from __future__ import annotations

import hashlib
import os
import subprocess
import threading
from pathlib import Path

import pytest

from xenadmin_gui.domain import guestscripts as scripts
from xenadmin_gui.domain.command import Command

CONTENT = bytes(range(256)) * 64


def run(command: Command, place: Path) -> subprocess.CompletedProcess[str]:
    """Run it with the kernel's files below ``place``, and files taken for block devices."""
    words = [
        word.replace("/sys/", f"{place}/sys/").replace("[ -b ", "[ -e ").replace("direct,", "")
        for word in command.argv
    ]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


def offer(place: Path, device: Path) -> None:
    """Have the kernel offer a device as a LUN."""
    store = place / "sys/kernel/config/target/core/iblock_0/lun1"
    store.mkdir(parents=True)
    (store / "udev_path").write_text(f"{device}\n")


def commands(place: Path, device: Path) -> list[Command]:
    """All that writes to a device."""
    image = place / "image"
    image.write_bytes(CONTENT)
    total = hashlib.sha256(CONTENT).hexdigest()
    told = scripts.customise(str(device), 0, "ext4", ("hostkeys",)).argv[4:]
    return [
        scripts.unpack_image(str(image), total, "raw", str(device)),
        scripts.copy_device(str(image), str(device), len(CONTENT)),
        Command(told),
    ]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_what_is_offered_as_a_lun_is_not_written_to(tmp_path: Path, which: int) -> None:
    device, name = tmp_path / "drbd5", tmp_path / "by-name"
    device.write_bytes(b"what a VM has")
    name.symlink_to(device)
    offer(tmp_path, name)
    ended = run(commands(tmp_path, device)[which], tmp_path)
    assert ended.returncode == 1
    assert "is offered as a LUN" in ended.stderr
    assert device.read_bytes() == b"what a VM has"


@pytest.mark.parametrize("which", [0, 1])
def test_what_is_not_offered_is_filled(tmp_path: Path, which: int) -> None:
    device, other = tmp_path / "drbd5", tmp_path / "drbd6"
    device.write_bytes(b"")
    other.write_bytes(b"")
    offer(tmp_path, other)
    ended = run(commands(tmp_path, device)[which], tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert device.read_bytes() == CONTENT


def test_a_copy_of_what_was_written_to_meanwhile_fails(tmp_path: Path) -> None:
    source, device = tmp_path / "drbd5", tmp_path / "drbd6"
    os.mkfifo(source)
    device.write_bytes(b"")
    stat = tmp_path / "sys/class/block/drbd5/stat"
    stat.parent.mkdir(parents=True)
    stat.write_text("1 0 8 0 7 0 56 0 0 0 0\n")

    def feed() -> None:
        with source.open("wb") as pipe:
            stat.write_text("1 0 8 0 8 0 64 0 0 0 0\n")
            pipe.write(CONTENT)

    feeder = threading.Thread(target=feed)
    feeder.start()
    ended = run(scripts.copy_device(str(source), str(device), len(CONTENT)), tmp_path)
    feeder.join()
    assert ended.returncode == 1
    assert "was written to while it was copied" in ended.stderr


def test_how_much_was_written_is_the_kernels_count(tmp_path: Path) -> None:
    stat = tmp_path / "sys/class/block/drbd7/stat"
    stat.parent.mkdir(parents=True)
    stat.write_text("     1    2   3  4 5 6 8388608000 8 9 10 11\n")
    done = run(scripts.written_so_far("/dev/drbd7"), tmp_path)
    assert int(done.stdout) == 8388608000 * 512
    assert run(scripts.written_so_far("/dev/other"), tmp_path).returncode != 0
