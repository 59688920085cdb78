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

work=$(mktemp -d)
root=$work/root
clean() {
    for place in dev/pts dev proc sys; do umount "$root/$place" 2>/dev/null || :; done
    umount "$root" 2>/dev/null || :
    rm -rf --one-file-system "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM

# Only what pygrub of every Xen can read: newer features of mkfs are left out.
truncate --size=3G "$work/disk.raw"
mkfs.ext4 -q -F -L root -O none,has_journal,ext_attr,resize_inode,dir_index,filetype,extent,64bit,flex_bg,sparse_super,large_file,huge_file,dir_nlink,extra_isize \
    "$work/disk.raw"
mkdir "$root"
mount -o loop "$work/disk.raw" "$root"
for place in dev dev/pts proc sys; do mkdir -p "$root/$place"; mount --bind "/$place" "$root/$place"; done

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
rm -f "$root"/etc/ssh/ssh_host_*_key*
: >"$root/etc/machine-id"
printf 'localhost\n' >"$root/etc/hostname"

for place in sys proc dev/pts dev; do umount "$root/$place"; done
fstrim "$root" 2>/dev/null || :
umount "$root"
e2fsck -fp "$work/disk.raw" >/dev/null || [ $? -eq 1 ]
zstd -q -T0 -10 --force "$work/disk.raw" -o "$output"
sha256sum "$output"
