"""Small file systems made on the lab machine: the hosts' initrd, the guests' initrd and root."""

from __future__ import annotations

import lzma
import os
import shutil
import subprocess
from pathlib import Path

from tests.lab.requirements import find

ROLES = Path(__file__).parent / "roles"
GUEST_ROOT_MIB = 64
_HOST_MODULES = ("virtio_pci", "virtio_blk", "virtio_net", "ext4", "crc32c_generic")
_GUEST_MODULES = ("xen-blkfront", "xen-netfront", "ext4", "crc32c_generic")


def build_initrd(tree: Path, template: Path, modules: tuple[str, ...], out: Path) -> None:
    """Pack busybox, `modules` with what they depend on, and `template`/init into a cpio archive."""
    work = out.with_suffix(".d")
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("bin", "dev", "proc", "sys", "mnt", "modules"):
        (work / folder).mkdir(parents=True)
    shutil.copy2(tree / "bin/busybox", work / "bin/busybox")
    (work / "bin/sh").symlink_to("busybox")
    shutil.copy2(template / "init", work / "init")
    (work / "init").chmod(0o755)
    order = [_copy_module(tree, path, work / "modules") for path in _closure(tree, modules)]
    (work / "modules/order").write_text("\n".join(order) + "\n")
    names = "\n".join(str(p.relative_to(work)) for p in sorted(work.rglob("*")))
    with out.open("wb") as archive:
        subprocess.run(
            [find("cpio"), "-o", "-H", "newc", "--quiet"],
            cwd=work,
            input=names.encode(),
            stdout=archive,
            check=True,
        )
    shutil.rmtree(work)


def _closure(tree: Path, modules: tuple[str, ...]) -> list[str]:
    """Paths of `modules` and their dependencies, in the order of loading."""
    version = kernel_version(tree)
    paths: list[str] = []
    for module in modules:
        out = subprocess.run(
            [find("chroot"), str(tree), "modprobe", "-S", version, "--show-depends", module],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for line in out.splitlines():
            words = line.split()
            if words[0] == "insmod" and words[1] not in paths:
                paths.append(words[1])
    return paths


def _copy_module(tree: Path, path: str, target: Path) -> str:
    source = tree / path.lstrip("/")
    if source.suffix == ".xz":
        (target / source.stem).write_bytes(lzma.decompress(source.read_bytes()))
        return source.stem
    shutil.copy2(source, target / source.name)
    return source.name


def kernel_version(tree: Path) -> str:
    """Version of the only kernel in the root tree."""
    return sorted(os.listdir(tree / "lib/modules"))[-1]


def build_guest_root(tree: Path, public_keys: str, out: Path) -> None:
    """Make the ext4 image that every guest's LUN starts with.

    Args:
        public_keys: text of the guests' authorized_keys.
    """
    work = out.with_suffix(".d")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(ROLES / "guest/rootfs", work)
    for folder in ("bin", "dev", "proc", "sys", "run", "tmp", "mnt", "usr/bin", "usr/sbin", "var"):
        (work / folder).mkdir(parents=True, exist_ok=True)
    (work / "sbin").symlink_to("bin")
    shutil.copy2(tree / "bin/busybox", work / "bin/busybox")
    applets = subprocess.run(
        [find("chroot"), str(tree), "/bin/busybox", "--list"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    for applet in applets:
        if applet != "busybox":
            (work / "bin" / applet).symlink_to("busybox")
    _add_dropbear(tree, work)
    (work / "etc/passwd").write_text("root:*:0:0:root:/root:/bin/sh\n")
    (work / "etc/group").write_text("root:x:0:\n")
    (work / "etc/shells").write_text("/bin/sh\n")
    keys = work / "root/.ssh/authorized_keys"
    keys.parent.mkdir(parents=True)
    (work / "root").chmod(0o700)
    keys.parent.chmod(0o700)
    keys.write_text(public_keys)
    for path in (work / "etc/rc", *(work / "usr/lib/lab").iterdir()):
        path.chmod(0o755)
    make_ext4(work, out, GUEST_ROOT_MIB)
    shutil.rmtree(work)


def _add_dropbear(tree: Path, work: Path) -> None:
    """Copy the small ssh server with the libraries it is linked to."""
    shutil.copy2(tree / "usr/sbin/dropbear", work / "usr/sbin/dropbear")
    (work / "etc/dropbear").mkdir(parents=True)
    out = subprocess.run(
        [find("chroot"), str(tree), "ldd", "/usr/sbin/dropbear"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for word in out.split():
        if word.startswith("/"):
            target = work / word.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(tree / word.lstrip("/"), target)


def make_ext4(source: Path, out: Path, size_mib: int) -> None:
    """Write the folder `source` as a sparse ext4 image; no loop device, no mount."""
    out.unlink(missing_ok=True)
    with out.open("wb") as image:
        image.truncate(size_mib << 20)
    subprocess.run(
        [
            find("mkfs.ext4"),
            "-q",
            "-F",
            "-L",
            "root",
            "-O",
            "^metadata_csum",
            "-E",
            "lazy_itable_init=1,lazy_journal_init=1",
            "-d",
            str(source),
            str(out),
        ],
        check=True,
    )


def build_initrds(tree: Path, boot: Path) -> None:
    """Make the hosts' and the guests' initrd."""
    build_initrd(tree, ROLES / "initrd", _HOST_MODULES, boot / "initrd.cpio")
    build_initrd(tree, ROLES / "guest/initrd", _GUEST_MODULES, boot / "guest.cpio")
