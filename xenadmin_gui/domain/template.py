"""Templates of VMs: what lies in the library on the SAN servers, and what its YAML says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health, VmKind

#: Where the library lies on every SAN server; each template has a folder of its own there.
LIBRARY = "/var/lib/xenadmin/templates"
DESCRIPTION = "template.yaml"

FORMATS = ("raw", "raw.zst", "raw.gz", "raw.xz", "qcow2")
BOOT_METHODS = ("kernel", "pygrub", "grub-pvh", "firmware")
FILESYSTEMS = ("ext3", "ext4", "xfs", "btrfs", "none")
NETWORKS = ("ifupdown", "netplan", "networkmanager", "networkd", "wicked", "none")
CUSTOMISERS = ("cloud-init", "files", "none")
ARCHITECTURES = ("x86_64", "aarch64")
KINDS = (VmKind.PVH, VmKind.PV, VmKind.HVM, VmKind.KVM)

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,62}")
_IMAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,126}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_USER = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_UNITS = (("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10))
_GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Boot:
    """How a guest's kernel is found.

    Attributes:
        method: ``kernel`` (files on the host), ``pygrub``, ``grub-pvh`` or ``firmware``.
        kernel: Path on the hosts, for the method ``kernel`` only.
        initrd: Path on the hosts, or empty.
        cmdline: Kernel command line, for the method ``kernel`` only.
    """

    method: str = "pygrub"
    kernel: str = ""
    initrd: str = ""
    cmdline: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made disk and what must be known to make a VM of it.

    Attributes:
        name: Its folder in the library; the identity.
        title: For people; ``os`` and ``version`` are words such as ``debian`` and ``12``.
        image: File name of the image beside the description.
        format: One of FORMATS.
        image_bytes: Size of that file.
        disk_bytes: Size of the disk that it unpacks to.
        sha256: Checksum of the file, 64 hex digits.
        partition: Of the root file system, 1 to 128; 0: the disk itself is the file system.
        filesystem: Of the root; one of FILESYSTEMS.
        network: How the guest is told its network; one of NETWORKS.
        customise: How a new VM is told who it is; one of CUSTOMISERS.
        default_user: The account that is in the image.
        min_disk_bytes: 0: ``disk_bytes``.
        servers: SAN servers where it lies, with the same content.
        reason: Why it cannot be used, one sentence; or empty.
    """

    name: str
    title: str = ""
    os: str = ""
    version: str = ""
    architecture: str = "x86_64"
    kind: VmKind = VmKind.PVH
    image: str = "disk.raw.zst"
    format: str = "raw.zst"
    image_bytes: int = 0
    disk_bytes: int = 0
    sha256: str = ""
    boot: Boot = Boot()
    partition: int = 0
    filesystem: str = "ext4"
    network: str = "ifupdown"
    customise: str = "files"
    default_user: str = "root"
    min_vcpus: int = 1
    min_memory_bytes: int = 512 << 20
    min_disk_bytes: int = 0
    notes: str = ""
    servers: tuple[str, ...] = ()
    reason: str = ""

    @property
    def key(self) -> Key:
        return Key(Kind.TEMPLATE, self.name)

    @property
    def health(self) -> Health:
        return Health.FAILED if self.reason else Health.OK

    @property
    def is_usable(self) -> bool:
        """Whether VMs can be made of it where it lies."""
        return not self.reason and bool(self.servers)

    @property
    def folder(self) -> str:
        """Path of its folder on the SAN servers."""
        return template_folder(self.name)

    @property
    def image_path(self) -> str:
        """Path of its image on the SAN servers."""
        return f"{self.folder}/{self.image}"

    @property
    def needed_disk_bytes(self) -> int:
        """The smallest disk that a VM of it can have."""
        return max(self.disk_bytes, self.min_disk_bytes)


def template_folder(name: str) -> str:
    """Return the folder of the template ``name`` on every SAN server."""
    return f"{LIBRARY}/{name}"


def is_template_name(name: str) -> bool:
    """Whether ``name`` can be a template's: letters, digits and ``. _ + -``, at most 63."""
    return _NAME.fullmatch(name) is not None


def is_image_name(name: str) -> bool:
    """Whether ``name`` can be an image's file name."""
    return _IMAGE.fullmatch(name) is not None and name != DESCRIPTION


def format_of(file_name: str) -> str:
    """Return the image format that a file name ends in; empty when none is known."""
    name = file_name.lower()
    if name.endswith((".qcow2", ".qcow")):
        return "qcow2"
    for packed in ("zst", "gz", "xz"):
        if name.endswith(f".{packed}"):
            return f"raw.{packed}"
    return "raw" if name.endswith((".raw", ".img")) else ""


def template_faults(template: Template) -> Iterator[tuple[str, str]]:
    """Yield (key of the YAML, what was expected) for every value that cannot be."""
    one = template
    if not is_template_name(one.name):
        yield "name", "1 to 63 letters, digits or . _ + -, a letter or digit first"
    if not is_image_name(one.image):
        yield "image", "a file name of letters, digits or . _ + - without a folder"
    if not _SHA256.fullmatch(one.sha256):
        yield "sha256", "64 digits 0-9 a-f"
    for key, word, known in (
        ("architecture", one.architecture, ARCHITECTURES),
        ("kind", one.kind, KINDS),
        ("format", one.format, FORMATS),
        ("boot.method", one.boot.method, BOOT_METHODS),
        ("filesystem", one.filesystem, FILESYSTEMS),
        ("network", one.network, NETWORKS),
        ("customise", one.customise, CUSTOMISERS),
    ):
        if word not in known:
            yield key, f"one of {', '.join(known)}"
    yield from _faults_of_numbers(one)
    yield from _faults_of_boot(one.boot)
    if not _USER.fullmatch(one.default_user):
        yield "default_user", "the name of an account"
    for key, text in (("title", one.title), ("os", one.os), ("version", one.version)):
        if not text.isprintable():
            yield key, "one line of printable characters"
    if any(not (char.isprintable() or char in "\n\t") for char in one.notes):
        yield "notes", "printable characters"


def _faults_of_numbers(one: Template) -> Iterator[tuple[str, str]]:
    if one.image_bytes < 1:
        yield "image_bytes", "the size of the image file"
    if one.disk_bytes < 1 or one.disk_bytes % 512:
        yield "disk_bytes", "the size of the unpacked disk, whole sectors of 512 bytes"
    if not 0 <= one.partition <= 128:
        yield "partition", "0 (no partitions) to 128"
    if not 1 <= one.min_vcpus <= 512:
        yield "min_vcpus", "1 to 512"
    if one.min_memory_bytes < 16 << 20:
        yield "min_memory_bytes", "at least 16MiB"
    if one.min_disk_bytes < 0:
        yield "min_disk_bytes", "a size, or 0 for that of the disk"


def _faults_of_boot(boot: Boot) -> Iterator[tuple[str, str]]:
    for key, path in (("boot.kernel", boot.kernel), ("boot.initrd", boot.initrd)):
        if path and (not path.startswith("/") or not path.isprintable() or "/../" in path):
            yield key, "a path on the hosts that begins with /"
    if boot.method == "kernel" and not boot.kernel:
        yield "boot.kernel", "a path on the hosts, since boot.method is kernel"
    if boot.method != "kernel" and (boot.kernel or boot.initrd or boot.cmdline):
        yield "boot.method", "kernel, since a kernel, an initrd or a command line is given"
    if not boot.cmdline.isprintable():
        yield "boot.cmdline", "one line of printable characters"


def size_word(size_bytes: int) -> str:
    """Return an exact size as the YAML has it: ``2GiB``, or plain bytes."""
    for unit, factor in _UNITS:
        if size_bytes and size_bytes % factor == 0:
            return f"{size_bytes // factor}{unit}"
    return str(size_bytes)


def template_text(template: Template) -> str:
    """Return the YAML that describes ``template``; where it lies is not part of it."""
    one, boot = template, template.boot
    lines = [
        "# A template of xenadmin: the image beside this file, and how a VM is made of it.",
        *(f"{key}: {_scalar(value)}" for key, value in _head(one)),
        "boot:",
        f"  method: {_scalar(boot.method)}",
        *(
            f"  {key}: {_scalar(value)}"
            for key, value in (
                ("kernel", boot.kernel),
                ("initrd", boot.initrd),
                ("cmdline", boot.cmdline),
            )
            if value
        ),
        *(f"{key}: {_scalar(value)}" for key, value in _tail(one)),
    ]
    return "\n".join(lines) + "\n"


def _head(one: Template) -> tuple[tuple[str, str | int], ...]:
    return (
        ("name", one.name),
        ("title", one.title),
        ("os", one.os),
        ("version", one.version),
        ("architecture", one.architecture),
        ("kind", one.kind.value),
        ("image", one.image),
        ("format", one.format),
        ("image_bytes", one.image_bytes),
        ("disk_bytes", size_word(one.disk_bytes)),
        ("sha256", one.sha256),
    )


def _tail(one: Template) -> tuple[tuple[str, str | int], ...]:
    return (
        ("partition", one.partition),
        ("filesystem", one.filesystem),
        ("network", one.network),
        ("customise", one.customise),
        ("default_user", one.default_user),
        ("min_vcpus", one.min_vcpus),
        ("min_memory_bytes", size_word(one.min_memory_bytes)),
        ("min_disk_bytes", size_word(one.min_disk_bytes)),
        ("notes", one.notes),
    )


def _scalar(value: str | int) -> str:
    """Return a value as YAML: numbers and sizes bare, every other text in double quotes."""
    if isinstance(value, int):
        return str(value)
    if re.fullmatch(r"\d+([KMGT]iB)?", value) and value.endswith("iB"):
        return value
    escaped = "".join(_escaped(char) for char in value)
    return f'"{escaped}"'


def _escaped(char: str) -> str:
    known = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    if char in known:
        return known[char]
    if char.isprintable() and char != "\ufeff":
        return char
    return f"\\U{ord(char):08x}"
