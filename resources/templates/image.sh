# What the builders beside this file have in common: a disk image that is one ext4 file system.
# shellcheck shell=sh
# Read with `.` under `set -eu`; sets `root`, where the image is mounted while it is built.

# begin SIZE: make an empty image of that size and mount it; what is left over goes at the end.
begin() {
    work=$(mktemp -d)
    root=$work/root
    trap clean EXIT
    trap 'exit 130' INT TERM
    # Only what pygrub of every Xen can read: newer features of mkfs are left out.
    truncate --size="$1" "$work/disk.raw"
    mkfs.ext4 -q -F -L root -O none,has_journal,ext_attr,resize_inode,dir_index,filetype,extent,64bit,flex_bg,sparse_super,large_file,huge_file,dir_nlink,extra_isize \
        "$work/disk.raw"
    mkdir "$root"
    mount -o loop "$work/disk.raw" "$root"
}

clean() {
    for place in dev/pts dev proc sys; do umount "$root/$place" 2>/dev/null || :; done
    umount "$root" 2>/dev/null || :
    rm -rf --one-file-system "$work"
}

# open_inside: show the image the devices and the kernel of this machine, for programs inside it.
open_inside() {
    for place in dev dev/pts proc sys; do
        mkdir -p "$root/$place"
        mount --bind "/$place" "$root/$place"
    done
}

# finish OUTPUT: take out what makes a machine this one, unmount, check and pack.
finish() {
    rm -f "$root"/etc/ssh/ssh_host_*_key*
    : >"$root/etc/machine-id"
    printf 'localhost\n' >"$root/etc/hostname"
    for place in sys proc dev/pts dev; do umount "$root/$place"; done
    fstrim "$root" 2>/dev/null || :
    umount "$root"
    e2fsck -fp "$work/disk.raw" >/dev/null || [ $? -eq 1 ]
    zstd -q -T0 -10 --force "$work/disk.raw" -o "$1"
    sha256sum "$1"
}
