"""What the lab needs from the machine it runs on, by the names of Debian packages."""

from __future__ import annotations

import os
import shutil

from tests.lab.layout import LabError

RUN_TOOLS = {
    "qemu-system-x86_64": "qemu-system-x86",
    "qemu-img": "qemu-utils",
    "vde_switch": "vde2",
    "ssh": "openssh-client",
    "ssh-keygen": "openssh-client",
    "openssl": "openssl",
}
BUILD_TOOLS = {
    "debootstrap": "debootstrap",
    "cpio": "cpio",
    "mkfs.ext4": "e2fsprogs",
    "chroot": "coreutils",
    "mount": "mount",
    "xz": "xz-utils",
}
_SEARCH = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin:/sbin"


def find(tool: str) -> str:
    """Full path of `tool`, also when the caller's PATH lacks the sbin directories."""
    path = shutil.which(tool, path=_SEARCH)
    if path is None:
        raise LabError(f"{tool} is not installed.")
    return path


def check(tools: dict[str, str]) -> None:
    """Raise one LabError that names every missing package."""
    missing = {t: p for t, p in tools.items() if shutil.which(t, path=_SEARCH) is None}
    if missing:
        packages = " ".join(sorted(set(missing.values())))
        raise LabError(
            f"The lab needs {', '.join(sorted(missing))}. Install with:\n"
            f"  apt-get install --no-install-recommends {packages}"
        )


def check_root() -> None:
    """Raise unless we may build the image, which chroots and mounts."""
    if os.geteuid() != 0:
        raise LabError(
            "The first start builds the disk image, which needs root (debootstrap, chroot).\n"
            "Run `python -m tests.lab up` once as root, or take an image from another machine:\n"
            "copy its folder image/ and ssh/ into the lab directory. Running needs no root."
        )
