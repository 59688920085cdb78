#!/bin/sh
# Builds an image of Debian for the template library: one ext4 file system, no partitions.
#
#     sudo ./build-debian.sh [SUITE [OUTPUT [MIRROR]]]
#
# Needs root, debootstrap, e2fsprogs, zstd and 3 GiB in TMPDIR. Nothing outside of OUTPUT stays.
set -eu

suite=${1:-trixie}
output=${2:-debian-$suite.raw.zst}
mirror=${3:-https://deb.debian.org/debian}

# shellcheck source=image.sh
. "$(dirname "$0")/image.sh"
begin 2G

debootstrap --variant=minbase \
    --include=systemd-sysv,systemd-resolved,dbus,openssh-server,iproute2,iputils-ping,sudo,ca-certificates,e2fsprogs,less,nano \
    "$suite" "$root" "$mirror"
open_inside

printf 'do_symlinks = yes\nlink_in_boot = no\n' >"$root/etc/kernel-img.conf"
chroot "$root" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends linux-image-amd64
chroot "$root" apt-get clean

printf 'LABEL=root / ext4 errors=remount-ro 0 1\n' >"$root/etc/fstab"
mkdir -p "$root/boot/grub"
cat >"$root/boot/grub/grub.cfg" <<'GRUB'
set default=0
set timeout=1
menuentry 'Debian' {
    linux /vmlinuz root=LABEL=root ro console=hvc0
    initrd /initrd.img
}
GRUB

# The keys of sshd are removed when a VM is made of it; this makes new ones at the first start.
cat >"$root/etc/systemd/system/own-ssh-keys.service" <<'UNIT'
[Unit]
Description=Make the SSH keys of this machine
ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key
Before=ssh.service

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -A

[Install]
WantedBy=multi-user.target
UNIT
chroot "$root" systemctl enable own-ssh-keys.service systemd-networkd.service ssh.service
finish "$output"
