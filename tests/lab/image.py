"""The one disk image that all hosts of the lab start from: Debian with every role's packages."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import lzma
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.lab import requirements
from tests.lab.guest_image import (
    ROLES,
    build_guest_root,
    build_initrds,
    kernel_version,
    make_ext4,
)
from tests.lab.keys import create_keys
from tests.lab.layout import Lab, LabError
from tests.lab.progress import say
from tests.lab.requirements import find

_IMAGE_MIB = 2600
_NO_DOCS = """force-unsafe-io
path-exclude /usr/share/doc/*
path-exclude /usr/share/man/*
path-exclude /usr/share/locale/*
"""
_SOURCES = tuple(
    Path(__file__).parent / name
    for name in (
        "image.py",
        "guest_image.py",
        "roles/image",
        "roles/initrd",
        "roles/guest",
        "roles/packages.txt",
        "roles/masked-units.txt",
        "roles/disabled-units.txt",
        "roles/masked-udev-rules.txt",
    )
)
# libvirt's Xen driver refuses a CPU that it cannot describe, and QEMU's software CPU under Xen
# shows neither VME nor SEP: this model has what is left.
_CPU_FEATURES = ("cx8", "de", "fpu", "mce", "mmx", "msr", "pae", "pse", "tsc")


def ensure_image(lab: Lab) -> None:
    """Build what is missing or older than its sources; does nothing when all is up to date."""
    packages, files = _stamp(ROLES / "packages.txt"), _stamp(*_SOURCES)
    if _read(lab.image / "files.stamp") == files and (lab.image / "base.img").exists():
        return
    requirements.check(requirements.BUILD_TOOLS)
    requirements.check_root()
    lab.image.mkdir(parents=True, exist_ok=True)
    if _read(lab.image / "packages.stamp") != packages:
        _build_tree(lab)
        (lab.image / "packages.stamp").write_text(packages)
    create_keys(lab)
    _furnish(lab)
    (lab.image / "files.stamp").write_text(files)


def image_stamp(lab: Lab) -> str:
    """Identity of the image that is there; disks made from another one are of no use."""
    return _read(lab.image / "files.stamp")


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def _stamp(*paths: Path) -> str:
    """Hash of the files that decide what the image contains."""
    digest = hashlib.sha256()
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _build_tree(lab: Lab) -> None:
    """Install Debian and the packages into image/root, from the machine's own package sources."""
    install_debian(lab, lab.image / "root", _words("packages.txt"), _install_fence_agent)


def install_debian(
    lab: Lab, tree: Path, packages: Sequence[str], *more: Callable[[Path, _Logged], None]
) -> None:
    """Install Debian with `packages` into the folder `tree`; then `more`, while apt works there.

    Raises:
        LabError: Something is mounted there, or an installation failed.
    """
    if any(str(tree) in line for line in Path("/proc/self/mounts").read_text().splitlines()):
        raise LabError(f"Something is mounted below {tree}; unmount it first.")
    shutil.rmtree(tree, ignore_errors=True)
    log = lab.image / "build.log"
    log.unlink(missing_ok=True)
    mirror = _mirror()
    run = _Logged(log)
    run(
        [
            find("debootstrap"),
            "--variant=minbase",
            "--include=ca-certificates",
            _suite(),
            str(tree),
            *([mirror] if mirror else []),
        ]
    )
    say("base system installed")
    _borrow_apt_settings(tree)
    (tree / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (tree / "usr/sbin/policy-rc.d").chmod(0o755)
    (tree / "etc/dpkg/dpkg.cfg.d/lab").write_text(_NO_DOCS)
    with _proc_mounted(tree):
        chroot = [find("chroot"), str(tree)]
        run([*chroot, "apt-get", "update"])
        # No initramfs of Debian's is ever used here: making one takes longer than the rest.
        run([*chroot, "dpkg-divert", "--local", "--rename", "--add", "/usr/sbin/update-initramfs"])
        (tree / "usr/sbin/update-initramfs").symlink_to("/bin/true")
        run([*chroot, "apt-get", "install", "-y", *packages])
        for step in more:
            step(tree, run)
    _return_apt_settings(tree)
    say("packages installed")


class _Logged:
    """Runs commands with their output in one log file; a failure shows the log's end."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def __call__(self, argv: Sequence[str], cwd: Path | None = None) -> None:
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
        with self._log.open("ab") as log:
            done = subprocess.run(
                argv,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=env,
                cwd=cwd,
                check=False,
            )
        if done.returncode:
            tail = "\n".join(self._log.read_text(errors="replace").splitlines()[-15:])
            raise LabError(f"{argv[0]} failed ({done.returncode}), see {self._log}:\n{tail}")


def _suite() -> str:
    for line in Path("/etc/os-release").read_text().splitlines():
        if line.startswith("VERSION_CODENAME="):
            return line.partition("=")[2].strip('"')
    raise LabError("/etc/os-release names no Debian release; the lab is built on Debian only.")


def _mirror() -> str | None:
    """First package source of this machine for its own release; None for debootstrap's default."""
    out = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    for line in out.splitlines():
        uri, _, release = line.partition(" ")
        if release == _suite():
            return uri
    return None


def _borrow_apt_settings(tree: Path) -> None:
    """Let apt in the chroot use what the machine's apt uses: sources, keys, proxy."""
    apt = tree / "etc/apt"
    (apt / "sources.list").unlink(missing_ok=True)
    for name in ("sources.list", "sources.list.d", "trusted.gpg.d", "keyrings", "auth.conf.d"):
        source = Path("/etc/apt") / name
        if source.is_dir():
            shutil.copytree(source, apt / name, dirs_exist_ok=True)
        elif source.exists():
            shutil.copy2(source, apt / name)
    settings = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True)
    acquire = [line for line in settings.stdout.splitlines() if line.startswith("Acquire::")]
    own = [
        'APT::Install-Recommends "false";',
        'Acquire::Languages "none";',
        'APT::Sandbox::User "root";',
    ]
    (apt / "apt.conf.d/99lab").write_text("\n".join([*acquire, *own]) + "\n")
    for name in ("resolv.conf", "hosts"):
        shutil.copy("/etc/" + name, tree / "etc" / name)


def _return_apt_settings(tree: Path) -> None:
    """Leave none of the machine's own settings in the image."""
    apt = tree / "etc/apt"
    for name in ("sources.list.d", "keyrings", "auth.conf.d"):
        shutil.rmtree(apt / name, ignore_errors=True)
        (apt / name).mkdir()
    for path in (apt / "sources.list", apt / "apt.conf.d/99lab", tree / "etc/resolv.conf"):
        path.unlink(missing_ok=True)
    shutil.rmtree(tree / "var/lib/apt/lists", ignore_errors=True)
    for path in (tree / "var/cache/apt").rglob("*.*"):
        if path.is_file():
            path.unlink()


def _install_fence_agent(tree: Path, run: _Logged) -> None:
    """Unpack fence_redfish without the cloud libraries that its package drags in (150 MB)."""
    work = tree / "tmp/fence"
    work.mkdir()
    chroot = [find("chroot"), str(tree)]
    run(
        [
            *chroot,
            "sh",
            "-c",
            "cd /tmp/fence && apt-get download fence-agents && dpkg-deb -x fence-agents_*.deb .",
        ]
    )
    shutil.copytree(work / "usr/share/fence", tree / "usr/share/fence", dirs_exist_ok=True)
    for folder in ("usr/lib/lab", "usr/share/lab"):
        (tree / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy2(work / "usr/sbin/fence_redfish", tree / "usr/lib/lab/fence_redfish")
    run([*chroot, "python3", "-m", "compileall", "-q", "/usr/share/fence"])
    # Pacemaker gets the metadata from this file, see roles/image/usr/sbin/fence_redfish.
    run(
        [
            *chroot,
            "sh",
            "-c",
            "/usr/lib/lab/fence_redfish -o metadata > /usr/share/lab/fence_redfish.xml",
        ]
    )
    shutil.rmtree(work)


@contextlib.contextmanager
def _proc_mounted(tree: Path) -> Iterator[None]:
    subprocess.run([find("mount"), "-t", "proc", "proc", str(tree / "proc")], check=True)
    try:
        yield
    finally:
        subprocess.run([find("umount"), str(tree / "proc")], check=True)


def _furnish(lab: Lab) -> None:
    """Put the lab's own files into the tree and make the image, kernels and initrds from it."""
    tree, boot = lab.image / "root", lab.image / "boot"
    boot.mkdir(exist_ok=True)
    (tree / "usr/sbin/policy-rc.d").unlink(missing_ok=True)
    shutil.copytree(ROLES / "image", tree, dirs_exist_ok=True)
    (tree / "etc/machine-id").write_text("")
    for key in (tree / "etc/ssh").glob("ssh_host_*"):
        key.unlink()
    _set_units(tree)
    _drop_login_sessions(tree)
    _shorten_disk_script(tree)
    _describe_cpu(tree)
    vmlinuz = tree / "boot" / f"vmlinuz-{kernel_version(tree)}"
    (boot / "vmlinux").write_bytes(_unpack_kernel(vmlinuz.read_bytes()))
    xen = sorted((tree / "boot").glob("xen-*.gz"))[-1]
    (boot / "xen").write_bytes(gzip.decompress(xen.read_bytes()))
    build_initrds(tree, boot)
    library = tree / "var/lib/lab"
    library.mkdir(parents=True, exist_ok=True)
    shutil.copy2(boot / "vmlinux", library)
    shutil.copy2(boot / "guest.cpio", library)
    build_guest_root(tree, (lab.ssh / "authorized_keys").read_text(), library / "guest.ext4")
    make_ext4(tree, lab.image / "base.img", _IMAGE_MIB)
    say("disk image made")


def _set_units(tree: Path) -> None:
    """Mask and disable what the word lists in roles/ name."""
    systemctl = [find("chroot"), str(tree), "systemctl"]
    for verb, name in (("mask", "masked-units.txt"), ("disable", "disabled-units.txt")):
        for unit in _words(name):
            subprocess.run([*systemctl, verb, unit], capture_output=True, check=False)
    subprocess.run(
        [*systemctl, "enable", "lab-net.service", "lab-role.service"],
        capture_output=True,
        check=True,
    )
    for rule in _words("masked-udev-rules.txt"):
        link = tree / "etc/udev/rules.d" / rule
        link.unlink(missing_ok=True)
        link.symlink_to("/dev/null")


def _words(name: str) -> list[str]:
    """Words of a list in roles/, without its comments."""
    lines = (ROLES / name).read_text().splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def _drop_login_sessions(tree: Path) -> None:
    """No systemd user manager a log-in: under a software CPU it costs more than the log-in."""
    session = tree / "etc/pam.d/common-session"
    lines = session.read_text().splitlines()
    session.write_text("".join(f"{line}\n" for line in lines if "pam_systemd" not in line))


def _shorten_disk_script(tree: Path) -> None:
    """Leave out the search for other users of a disk when Xen attaches it.

    With a second guest on the host it takes a software CPU longer than the 40 s that libxl allows.
    """
    script = tree / "etc/xen/scripts/block"
    search = '\n        check_device_sharing "$dev" "$mode"\n'
    script.write_text(script.read_text().replace(search, "\n"))


def _describe_cpu(tree: Path) -> None:
    """Add a minimal CPU model to libvirt's map (see _CPU_FEATURES)."""
    folder = tree / "usr/share/libvirt/cpu_map"
    features = "".join(f"<feature name='{name}'/>" for name in _CPU_FEATURES)
    (folder / "x86_lab-tcg.xml").write_text(
        f"<cpus><model name='lab-tcg'><decode host='on' guest='on'/>{features}</model></cpus>\n"
    )
    index = folder / "index.xml"
    text = index.read_text()
    if "lab-tcg" not in text:
        first = "<include filename='x86_486.xml'/>"
        index.write_text(
            text.replace(first, f"<include filename='x86_lab-tcg.xml'/>\n    {first}", 1)
        )


def _unpack_kernel(image: bytes) -> bytes:
    """The ELF kernel inside a bzImage; QEMU and Xen load it without unpacking it themselves."""
    start = image.find(b"\xfd7zXZ\x00")
    if start < 0:
        raise LabError("The kernel is not packed with xz; the lab knows Debian's kernels only.")
    return lzma.LZMADecompressor().decompress(image[start:])
