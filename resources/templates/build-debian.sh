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
truncate --size=2G "$work/disk.raw"
mkfs.ext4 -q -F -L root -O none,has_journal,ext_attr,resize_inode,dir_index,filetype,extent,64bit,flex_bg,sparse_super,large_file,huge_file,dir_nlink,extra_isize \
    "$work/disk.raw"
mkdir "$root"
mount -o loop "$work/disk.raw" "$root"

debootstrap --variant=minbase \
    --include=systemd-sysv,systemd-resolved,dbus,openssh-server,iproute2,iputils-ping,sudo,ca-certificates,e2fsprogs,less,nano \
    "$suite" "$root" "$mirror"
for place in dev dev/pts proc sys; do mount --bind "/$place" "$root/$place"; done

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
rm -f "$root"/etc/ssh/ssh_host_*_key*
: >"$root/etc/machine-id"
printf 'localhost\n' >"$root/etc/hostname"

for place in sys proc dev/pts dev; do umount "$root/$place"; done
fstrim "$root" 2>/dev/null || :
umount "$root"
e2fsck -fp "$work/disk.raw" >/dev/null || [ $? -eq 1 ]
zstd -q -T0 -10 --force "$work/disk.raw" -o "$output"
sha256sum "$output"
