"""The script on real disks: loop devices, as root only, where the kernel has them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from xenadmin_gui.domain.guestscripts import customise

MIB = 1024**2
WORK = ("write", "/etc/hostname", "0644", "web1\n", "hosts", "web1", "keys", "root", "ssh-x y\n")


def run(*words: str) -> str:
    """Run a tool that has to end well."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def can_loop() -> bool:
    if os.geteuid() != 0 or shutil.which("losetup") is None or shutil.which("mkfs.ext4") is None:
        return False
    tried = subprocess.run(["losetup", "--find"], capture_output=True, check=False)
    apart = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return tried.returncode == 0 and apart.returncode == 0


pytestmark = pytest.mark.skipif(not can_loop(), reason="no loop devices here, or not root")


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """A disk of 40 MiB."""
    path = tmp_path / "disk.img"
    with path.open("wb") as file:
        file.truncate(40 * MIB)
    return path


def fill(image: Path, *, offset: int, size_kib: int) -> None:
    """Make a small guest on it, then the disk larger."""
    guest = image.parent / "guest"
    (guest / "etc").mkdir(parents=True)
    (guest / "etc/passwd").write_text("root:x:0:0::/root:/bin/sh\n")
    (guest / "etc/hosts").write_text("127.0.0.1 localhost\n")
    place = ("-E", f"offset={offset}") if offset else ()
    run("mkfs.ext4", "-q", "-F", "-d", str(guest), *place, str(image), f"{size_kib}k")
    with image.open("r+b") as file:
        file.truncate(120 * MIB)


@pytest.fixture
def device(image: Path) -> Iterator[str]:
    """A loop device in place of DRBD's."""
    name = run("losetup", "--find", "--show", str(image)).strip()
    yield name
    subprocess.run(["losetup", "--detach", name], check=False)


def told(device: str, partition: int, *work: str) -> subprocess.CompletedProcess[str]:
    command = customise(device, partition, "ext4", work)
    return subprocess.run(command.argv, capture_output=True, text=True, check=False)


def read(device: str, offset: int, place: Path) -> tuple[str, int]:
    """Return what the guest is called, and how large its file system is in KiB."""
    place.mkdir()
    script = 'mount -o "ro,offset=$3" "$1" "$2" && cat "$2/etc/hostname" && df -k "$2" | tail -n 1'
    words = ("unshare", "--mount", "sh", "-c", script, "sh", device, str(place), str(offset))
    name, line = run(*words).splitlines()
    return name, int(line.split()[1])


def leftovers(device: str) -> list[str]:
    over = run("losetup", "--noheadings", "--output", "NAME", "--associated", device).split()
    return over + [str(path) for path in Path("/run").glob("xenadmin-guest.*")]


def test_a_disk_without_partitions_grows_and_is_told(
    image: Path, device: str, tmp_path: Path
) -> None:
    fill(image, offset=0, size_kib=20480)
    run("losetup", "--set-capacity", device)
    done = told(device, 0, *WORK)
    assert done.returncode == 0, done.stderr
    assert leftovers(device) == []
    name, size = read(device, 0, tmp_path / "mount")
    assert name == "web1"
    assert size > 90 * 1024


@pytest.mark.skipif(shutil.which("sfdisk") is None, reason="no sfdisk here")
@pytest.mark.parametrize("label", ["gpt", "dos"])
def test_a_partition_grows_and_is_told(
    image: Path, device: str, tmp_path: Path, label: str
) -> None:
    text = f"label: {label}\nstart=2048, size=20480\nsize=40960\n"
    subprocess.run(["sfdisk", "--quiet", str(image)], input=text, text=True, check=True)
    fill(image, offset=22528 * 512, size_kib=20480)
    run("losetup", "--set-capacity", device)
    done = told(device, 2, *WORK)
    assert done.returncode == 0, done.stderr
    assert leftovers(device) == []
    name, size = read(device, 22528 * 512, tmp_path / "mount")
    assert name == "web1"
    assert size > 90 * 1024
    assert told(device, 2, *WORK).returncode == 0


def test_what_is_no_file_system_is_told_and_nothing_is_left(device: str) -> None:
    done = told(device, 0, *WORK)
    assert done.returncode == 1
    assert "customise: the file system on" in done.stderr
    assert leftovers(device) == []


def test_work_that_fails_leaves_nothing_mounted(image: Path, device: str) -> None:
    fill(image, offset=0, size_kib=20480)
    run("losetup", "--set-capacity", device)
    done = told(device, 0, "keys", "nobody-here", "x")
    assert done.returncode == 1
    assert "no account" in done.stderr
    assert leftovers(device) == []
