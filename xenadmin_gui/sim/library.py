"""The template library of a simulated SAN server: descriptions, and images that are words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from xenadmin_gui.domain.installer import INSTALLERS
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot, Template, template_text
from xenadmin_gui.jobs.context import JobContext

_GIB = 1 << 30
_MIB = 1 << 20
#: What a large file holds here: a word for its content, and the size that it pretends to have.
_LARGE = re.compile(r"<(?P<word>[^<>\n]*) of (?P<size>\d+) bytes>")
#: What arrived from outside and is not kept.
_SENT = re.compile(r"<sha256:([0-9a-f]{64}) of ")
_KEPT = 64 << 10


def large_file(word: str, size_bytes: int) -> str:
    """Return the text of a file that counts as ``size_bytes`` large."""
    return f"<{word} of {size_bytes} bytes>"


def size_of(text: str) -> int:
    """Return the size of a file with this text."""
    found = _LARGE.fullmatch(text)
    return int(found["size"]) if found else len(text.encode())


def word_of(text: str) -> str:
    """Return the word for a file's content."""
    found = _LARGE.fullmatch(text)
    return found["word"] if found else text


def checksum(text: str) -> str:
    """Return the SHA-256 of a file with this text."""
    sent = _SENT.match(text)
    if sent is not None:
        return sent[1]
    return hashlib.sha256(text.encode()).hexdigest()


def content_of(pieces: Iterable[bytes], context: JobContext) -> str:
    """Return the text of a file that arrives; of a large one only size and checksum are kept.

    Raises:
        Cancelled: The context was cancelled.
    """
    kept, total, size = bytearray(), hashlib.sha256(), 0
    for piece in pieces:
        context.checkpoint()
        total.update(piece)
        size += len(piece)
        if size <= _KEPT:
            kept += piece
    if size <= _KEPT:
        try:
            return kept.decode()
        except UnicodeDecodeError:
            pass
    return large_file(f"sha256:{total.hexdigest()}", size)


def sample_files() -> dict[str, str]:
    """Return the library that a SAN server begins with: path and text."""
    files: dict[str, str] = {}
    for template, image in ((_debian(), "debian 12"), (_leap(), "leap 15.6")):
        text = large_file(f"image of {image}", template.image_bytes)
        described = replace(template, sha256=checksum(text))
        files[described.image_path] = text
        files[f"{described.folder}/template.yaml"] = template_text(described)
    return files


def host_files() -> dict[str, str]:
    """Return what a host begins with: boot loaders for VMs, and an installer."""
    return {
        "/usr/lib/grub-xen/grub-i386-xen_pvh.bin": "grub for PVH",
        "/usr/lib/grub-xen/grub-x86_64-xen.bin": "grub for PV",
        "/var/lib/xenadmin/iso/debian-12.iso": "an installer's CD",
        f"{INSTALLERS}/debian-12/linux": "kernel of the installer of debian 12",
        f"{INSTALLERS}/debian-12/initrd.gz": "initrd of the installer of debian 12",
    }


def _debian() -> Template:
    return Template(
        name="debian-12",
        title="Debian 12 (bookworm)",
        os="debian",
        version="12",
        kind=VmKind.PVH,
        image="disk.raw.zst",
        format="raw.zst",
        image_bytes=347_115_520,
        disk_bytes=2 * _GIB,
        boot=Boot("grub-pvh"),
        partition=1,
        filesystem="ext4",
        network="networkd",
        customise="cloud-init",
        default_user="debian",
        min_memory_bytes=512 * _MIB,
        notes="Made from Debian's generic cloud image.",
    )


def _leap() -> Template:
    return Template(
        name="leap-15",
        title="openSUSE Leap 15.6",
        os="opensuse-leap",
        version="15.6",
        kind=VmKind.PVH,
        image="disk.raw.xz",
        format="raw.xz",
        image_bytes=298_844_160,
        disk_bytes=3 * _GIB,
        boot=Boot("pygrub"),
        partition=0,
        filesystem="ext4",
        network="wicked",
        customise="files",
        default_user="root",
        min_memory_bytes=1 * _GIB,
        notes="Built with zypper into a file system without partitions.",
    )
