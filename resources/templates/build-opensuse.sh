#!/bin/sh
# Builds an image of openSUSE Leap for the template library: one ext4 file system, no partitions.
#
#     sudo ./build-opensuse.sh [VERSION [OUTPUT [MIRROR]]]
#
# Needs root, zypper (on openSUSE), e2fsprogs, zstd and 4 GiB in TMPDIR. Nothing outside of OUTPUT
# stays. Who builds with kiwi: an 'oem' image with a file system of its own fits as well; tell its
# partition and file system when it is imported.
set -eu

version=${1:-15.6}
output=${2:-leap-$version.raw.zst}
mirror=${3:-https://download.opensuse.org}

# shellcheck source=image.sh
. "$(dirname "$0")/image.sh"
begin 3G
open_inside

inside() { zypper --root "$root" --non-interactive --gpg-auto-import-keys "$@"; }
inside addrepo "$mirror/distribution/leap/$version/repo/oss/" oss
inside addrepo "$mirror/update/leap/$version/oss/" update
inside addrepo "$mirror/update/leap/$version/sle/" update-sle
inside refresh
inside install --no-recommends aaa_base openSUSE-release filesystem systemd udev kernel-default dracut \
    e2fsprogs util-linux shadow pam iproute2 iputils wicked openssh sudo zypper ca-certificates-mozilla \
    glibc-locale-base less vim-small
inside clean --all

printf 'LABEL=root / ext4 defaults 0 1\n' >"$root/etc/fstab"
# Built for any Xen guest, not for the machine it is built on.
mkdir -p "$root/etc/dracut.conf.d" "$root/boot/grub2"
printf 'hostonly="no"\nadd_drivers+=" xen-blkfront xen-netfront "\n' >"$root/etc/dracut.conf.d/guest.conf"
chroot "$root" dracut --regenerate-all --force
cat >"$root/boot/grub2/grub.cfg" <<'GRUB'
set default=0
set timeout=1
menuentry 'openSUSE' {
    linux /boot/vmlinuz root=LABEL=root ro console=hvc0
    initrd /boot/initrd
}
GRUB
chroot "$root" systemctl enable sshd.service wicked.service
finish "$output"
