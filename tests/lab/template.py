"""A template for the VMs that the laboratory installs: Debian with cloud-init and an SSH server.

It has no kernel: it boots with the one that the Xen hosts keep for every guest of the laboratory.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

from tests.lab import requirements
from tests.lab.guest_image import make_ext4
from tests.lab.image import install_debian
from tests.lab.layout import Host, Lab
from tests.lab.progress import say
from tests.lab.remote import must, ssh_argv

PLACE = "/var/lib/lab/debian.ext4.gz"
#: What ``template import`` is told of it.
DESCRIBED = (
    "--format", "raw.gz", "--kind", "pvh", "--boot", "kernel", "--kernel", "/var/lib/lab/vmlinux",
    "--initrd", "/var/lib/lab/guest.cpio", "--cmdline", "console=hvc0 quiet",
    "--filesystem", "ext4", "--partition", "0", "--customise", "cloud-init",
    "--network", "ifupdown", "--min-disk", "600MiB", "--min-memory", "192MiB",
)  # fmt: skip
_MIB = 560
_PACKAGES = (
    "systemd-sysv", "dbus", "openssh-server", "iproute2", "iputils-ping", "ifupdown", "cloud-init",
    "cloud-guest-utils", "e2fsprogs", "sudo", "netbase",
)  # fmt: skip
# Nothing of it is needed to log in, and a software CPU inside a software CPU waits for each.
_MASKED = (
    "apt-daily.timer", "apt-daily-upgrade.timer", "dpkg-db-backup.timer", "e2scrub_all.timer",
    "e2scrub_reap.service", "fstrim.timer", "systemd-timesyncd.service", "systemd-binfmt.service",
    "systemd-udev-settle.service", "modprobe@drm.service", "modprobe@fuse.service",
    "dev-hugepages.mount", "dev-mqueue.mount", "sys-kernel-debug.mount", "sys-kernel-tracing.mount",
    "sys-kernel-config.mount", "sys-fs-fuse-connections.mount", "getty@tty1.service",
)  # fmt: skip
#: cloud-init makes the keys of sshd once, at the first start; a guest that was stopped meanwhile
#: would never have any.
_OWN_KEYS = """\
[Unit]
Description=Make the SSH keys of this machine where they are missing
ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key
After=cloud-init.service
Before=ssh.service

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -A

[Install]
WantedBy=multi-user.target
"""
_UNNEEDED = ("usr/share/doc", "usr/share/man", "usr/share/locale", "var/cache/apt")


def put(lab: Lab) -> None:
    """Have the image at ``PLACE`` on every SAN server, built first when it is missing.

    Raises:
        LabError: A tool or root is missing, or a server cannot take it.
    """
    image = lab.image / "debian.ext4.gz"
    if not image.exists():
        _build(lab, image)
    for host in lab.with_role("san"):
        _send(lab, host, image)
        say(f"{PLACE} is on {host.name}")


def _build(lab: Lab, image: Path) -> None:
    requirements.check(requirements.BUILD_TOOLS)
    requirements.check_root()
    tree, disk = lab.image / "debian.d", lab.image / "debian.ext4"
    install_debian(lab, tree, _PACKAGES)
    (tree / "usr/sbin/policy-rc.d").unlink()
    (tree / "etc/fstab").write_text("/dev/xvda / ext4 defaults,noatime 0 1\n")
    (tree / "etc/machine-id").write_text("")
    (tree / "etc/hostname").write_text("localhost\n")
    for key in (tree / "etc/ssh").glob("ssh_host_*"):
        key.unlink()
    units = tree / "etc/systemd/system"
    (units / "own-ssh-keys.service").write_text(_OWN_KEYS)
    wants = units / "multi-user.target.wants/own-ssh-keys.service"
    wants.symlink_to("../own-ssh-keys.service")
    for unit in _MASKED:
        (units / unit).symlink_to("/dev/null")
    for folder in _UNNEEDED:
        shutil.rmtree(tree / folder, ignore_errors=True)
        (tree / folder).mkdir()
    make_ext4(tree, disk, _MIB)
    with disk.open("rb") as plain, gzip.open(f"{image}.new", "wb", compresslevel=6) as packed:
        shutil.copyfileobj(plain, packed, 1 << 20)
    Path(f"{image}.new").rename(image)
    disk.unlink()
    shutil.rmtree(tree)
    say("image of the template made")


def _send(lab: Lab, host: Host, image: Path) -> None:
    there = must(lab, host, f"stat -c %s {PLACE} 2>/dev/null || :").strip()
    if there == str(image.stat().st_size):
        return
    with image.open("rb") as content:
        subprocess.run(
            [*ssh_argv(lab, host), "--", f"cat > {PLACE}.new && mv {PLACE}.new {PLACE}"],
            stdin=content,
            check=True,
        )
