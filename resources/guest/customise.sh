# Tells a new guest who it is, while its disk lies on a SAN server. Nothing of the guest is run.
#
#   customise.sh disk DEVICE PARTITION FILESYSTEM WORK...   grow and mount it, work, unmount it
#   customise.sh tree FOLDER WORK...                        the same work in a folder
#
# PARTITION 0: the device is the file system. FILESYSTEM ext3, ext4, xfs, btrfs.
# WORK, any number of:
#   write PATH MODE TEXT     a file; what stood there is replaced, a symbolic link too
#   link PATH TARGET         a symbolic link, text only
#   aside PATH NAMES         rename to *.orig whatever in the folder fits the pattern NAMES
#   remove PATH NAMES        remove files of the folder that fit the pattern
#   setting PATH NAME TEXT   NAME="TEXT" in a file of such lines; its other lines stay
#   hosts NAME               the line of 127.0.1.1 in /etc/hosts
#   user NAME                an account, unless it is there
#   keys NAME TEXT           its ~/.ssh/authorized_keys
#   password NAME FILE       its line in /etc/shadow; the hash is in FILE of this server
#   fill PATH FILE           @xenadmin-secret@ in a file becomes what is in FILE of this server
#   hostkeys                 new SSH host keys, where the guest has an SSH server
#   relabel                  where SELinux is enforced, files get their labels at the first start
#
# Paths are those of the guest. A folder that leads out of the guest's tree by symbolic links is
# refused, so a template cannot have a SAN server write to itself.
#
# Ends with 0; with 2 when it is called wrongly; else with 1 and one line that says why.

set -euo pipefail
export LC_ALL=C
umask 022

fail() {
    echo "customise: $*" >&2
    exit 1
}

need() {
    command -v "$1" >/dev/null || fail "the program $1 is not installed on this server"
}

# --- paths of the guest --------------------------------------------------------------------

ROOT=

# folder PATH [look]: the real folder of the guest with that path. When it is not there it is made,
# or with "look" nothing is printed.
folder() {
    local at=$ROOT rest=${1#/} part real
    while [ -n "$rest" ]; do
        part=${rest%%/*}
        case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
        case $part in '' | .) continue ;; ..) fail "$1 is no path" ;; esac
        if [ ! -e "$at/$part" ] && [ ! -L "$at/$part" ]; then
            [ "${2-}" != look ] || return 0
            mkdir "$at/$part" || fail "cannot make the folder $1"
        fi
        real=$(realpath -e -- "$at/$part" 2>/dev/null) || fail "$1: a symbolic link leads nowhere"
        case $real in
            "$ROOT" | "$ROOT"/*) ;;
            *) fail "$1: a symbolic link leads out of the guest" ;;
        esac
        [ -d "$real" ] || fail "$1 is no folder"
        at=$real
    done
    printf '%s\n' "$at"
}

# place PATH: where a file with that path lies; its folder is real, the file itself may be a link.
place() {
    local name=${1##*/} in
    case $name in '' | . | ..) fail "$1 is no path of a file" ;; esac
    in=$(folder "${1%/*}") || exit 1
    printf '%s/%s\n' "$in" "$name"
}

# put PLACE MODE: standard input becomes that file in one moment; a link is not followed.
put() {
    [ ! -d "$1" ] || [ -L "$1" ] || fail "$1 is a folder"
    rm -f -- "$1.xenadmin-new"
    cat >"$1.xenadmin-new" || fail "cannot write $1: is the guest's file system full?"
    chmod "$2" "$1.xenadmin-new"
    mv -fT -- "$1.xenadmin-new" "$1"
}

# known PATH: FOUND becomes the place of a plain file of the guest; empty when it has none.
FOUND=
known() {
    FOUND=$(folder "${1%/*}" look) || exit 1
    [ -n "$FOUND" ] || return 0
    FOUND=$FOUND/${1##*/}
    [ ! -L "$FOUND" ] || fail "$1 is a symbolic link"
    [ -f "$FOUND" ] || FOUND=
}

# change PLACE PROGRAM...: the file goes through the program; owner and mode stay.
change() {
    local in=$1
    shift
    rm -f -- "$in.xenadmin-new"
    cp -pT -- "$in" "$in.xenadmin-new"
    "$@" <"$in" >"$in.xenadmin-new" || fail "cannot change $in: is the file system full?"
    mv -fT -- "$in.xenadmin-new" "$in"
}

own() {
    [ "$(id -u)" != 0 ] || chown -h "$1:$2" -- "$3"
}

# --- work ----------------------------------------------------------------------------------

do_write() {
    local in
    in=$(place "$1") || exit 1
    printf %s "$3" | put "$in" "$2"
}

do_link() {
    local in
    in=$(place "$1") || exit 1
    [ ! -d "$in" ] || [ -L "$in" ] || fail "$1 is a folder"
    ln -sfnT -- "$2" "$in"
}

# each FOLDER NAMES: plain files and links in it that fit, each ended by NUL.
each() {
    find "$1" -mindepth 1 -maxdepth 1 \( -type f -o -type l \) -name "$2" -print0
}

do_aside() {
    local in one
    in=$(folder "$1" look) || exit 1
    [ -n "$in" ] || return 0
    while IFS= read -r -d '' one; do
        mv -fT -- "$one" "$one.orig"
    done < <(each "$in" "$2")
}

do_remove() {
    local in one
    in=$(folder "$1" look) || exit 1
    [ -n "$in" ] || return 0
    while IFS= read -r -d '' one; do
        rm -f -- "$one"
    done < <(each "$in" "$2")
}

do_setting() {
    local line="$2=\"$3\""
    known "$1"
    if [ -z "$FOUND" ]; then
        do_write "$1" 0644 "$line
"
        return
    fi
    NAME=$2 LINE=$line change "$FOUND" awk '
        index($0, ENVIRON["NAME"] "=") == 1 { if (!seen) print ENVIRON["LINE"]; seen = 1; next }
        { print }
        END { if (!seen) print ENVIRON["LINE"] }'
}

# word TEXT: the name of an account or of a host, nothing that a tool could take for more.
word() {
    case $1 in '' | -* | *[!A-Za-z0-9._-]*) fail "this is no name: $1" ;; esac
}

do_hosts() {
    local line
    word "$1"
    line="127.0.1.1	$1"
    [ "${1%%.*}" = "$1" ] || line="$line ${1%%.*}"
    known /etc/hosts
    if [ -z "$FOUND" ]; then
        do_write /etc/hosts 0644 "127.0.0.1	localhost
$line
"
        return
    fi
    change "$FOUND" awk -v line="$line" '
        $1 == "127.0.1.1" { if (!seen) print line; seen = 1; next }
        { print }
        END { if (!seen) print line }'
}

# account NAME: ACCOUNT becomes its line in the guest's /etc/passwd; empty when it has none.
ACCOUNT=
account() {
    word "$1"
    known /etc/passwd
    [ -n "$FOUND" ] || fail "the guest has no /etc/passwd: is this its root file system?"
    ACCOUNT=$(awk -F: -v name="$1" '$1 == name { print; exit }' "$FOUND")
}

do_user() {
    local name=$1 id in
    account "$name"
    [ -z "$ACCOUNT" ] || return 0
    id=$(awk -F: '{ for (f = 3; f <= 4; f++) if ($f >= n && $f < 60000) n = $f + 1 }
        BEGIN { n = 1000 } END { print n }' "$FOUND")
    change "$FOUND" append "$name:x:$id:$id::/home/$name:/bin/bash"
    known /etc/shadow
    [ -z "$FOUND" ] || change "$FOUND" append "$name:!::0:99999:7:::"
    known /etc/group
    if [ -n "$FOUND" ]; then
        change "$FOUND" awk -F: -v OFS=: -v name="$name" '
            $1 == "sudo" || $1 == "wheel" { $4 = $4 ($4 == "" ? "" : ",") name } { print }'
        change "$FOUND" append "$name:x:$id:"
    fi
    in=$(folder "/home/$name") || exit 1
    chmod 0755 "$in"
    own "$id" "$id" "$in"
}

append() {
    awk -v line="$1" '{ print } END { print line }'
}

do_keys() {
    local uid gid home in
    account "$1"
    [ -n "$ACCOUNT" ] || fail "the guest has no account $1"
    IFS=: read -r _ _ uid gid _ home _ <<<"$ACCOUNT"
    case $uid:$gid in :* | *: | *[!0-9:]*) fail "the account $1 of the guest is odd" ;; esac
    in=$(folder "$home/.ssh") || exit 1
    chmod 0700 "$in"
    own "$uid" "$gid" "$in"
    printf %s "$2" | put "$in/authorized_keys" 0600
    own "$uid" "$gid" "$in/authorized_keys"
}

# secret FILE: SECRET becomes what a file of this server holds.
secret() { SECRET=$(cat -- "$1" 2>/dev/null) && [ -n "$SECRET" ] || fail "$1 holds no secret"; }
do_fill() {
    known "$1"
    secret "$2"
    SECRET=$SECRET change "${FOUND:?}" awk -v word=@xenadmin-secret@ '{ while (at = index($0, word))
        { printf "%s%s", substr($0, 1, at - 1), ENVIRON["SECRET"]; $0 = substr($0, at + 17) } print }'
}

do_password() {
    word "$1"
    secret "$2"
    known /etc/shadow
    [ -n "$FOUND" ] || fail "the guest has no /etc/shadow"
    awk -F: -v name="$1" '$1 == name { found = 1 } END { exit !found }' "$FOUND" ||
        fail "the guest has no account $1"
    HASH=$SECRET change "$FOUND" awk -F: -v OFS=: -v name="$1" '
        $1 == name { $2 = ENVIRON["HASH"] } { print }'
}

do_hostkeys() {
    local in kind
    [ -d "$ROOT/etc/ssh" ] || return 0
    in=$(folder /etc/ssh) || exit 1
    do_remove /etc/ssh 'ssh_host_*key*'
    if command -v ssh-keygen >/dev/null; then
        for kind in ecdsa ed25519; do
            ssh-keygen -q -N '' -t "$kind" -C root -f "$in/ssh_host_${kind}_key"
        done
    fi
}

do_relabel() {
    known /etc/selinux/config
    [ -n "$FOUND" ] && grep -q '^SELINUX=enforcing' "$FOUND" || return 0
    do_write /.autorelabel 0644 ''
}

work() {
    local verb count
    while [ $# -gt 0 ]; do
        verb=$1
        shift
        case $verb in
            write | setting) count=3 ;;
            link | aside | remove | keys | password | fill) count=2 ;;
            hosts | user) count=1 ;;
            hostkeys | relabel) count=0 ;;
            *)
                echo "customise: unknown work: $verb" >&2
                exit 2
                ;;
        esac
        [ $# -ge "$count" ] || {
            echo "customise: $verb lacks words" >&2
            exit 2
        }
        "do_$verb" "${@:1:count}"
        shift "$count"
    done
}

# --- the disk ------------------------------------------------------------------------------

LOOP=
MOUNTED=

leave() {
    local status=$?
    trap - EXIT
    cd /
    if [ -n "$MOUNTED" ]; then
        # What is still in use could be written later, when the guest runs: that is no good end.
        umount "$MOUNTED" || {
            status=1
            umount --lazy "$MOUNTED" || true
        }
        rmdir "$MOUNTED" || true
    fi
    if [ -n "$LOOP" ]; then
        losetup --detach "$LOOP" || status=1
    fi
    exit "$status"
}

# window DEVICE PARTITION: the device of the partition; DRBD's devices have none of their own.
window() {
    local old start size
    for old in $(losetup --noheadings --output NAME --associated "$1"); do
        losetup --detach "$old" || true
    done
    sfdisk --quiet --relocate gpt-bak-std "$1" >/dev/null 2>&1 || true
    echo ', +' | sfdisk --quiet --no-reread --no-tell-kernel --force -N "$2" "$1" >&2 ||
        fail "the partition $2 of $1 cannot be grown"
    read -r start size < <(sfdisk --dump "$1" | awk -v want="$2" -F'[=,:]' '
        /start=/ { n = $1; gsub(/ +$/, "", n); sub(/.*[^0-9]/, "", n)
                   if (n == want) { print $3 + 0, $5 + 0; exit } }') ||
        fail "$1 has no partition $2"
    LOOP=$(losetup --find --show --offset $((start * 512)) --sizelimit $((size * 512)) "$1")
}

check_and_grow() {
    local status=0
    case $2 in
        ext3 | ext4)
            need e2fsck
            need resize2fs
            e2fsck -fp "$1" >&2 || status=$?
            [ "$status" -lt 4 ] || fail "the file system on $1 is damaged (e2fsck: $status)"
            resize2fs "$1" >&2 || fail "the file system on $1 cannot be grown"
            ;;
        xfs) need xfs_growfs ;;
        btrfs) need btrfs ;;
        *) fail "the file system $2 is not known" ;;
    esac
}

# not_offered DEVICE: no host is offered it as a LUN; what a guest may run on is never mounted.
not_offered() {
    local one path
    for one in /sys/kernel/config/target/core/*/*/udev_path; do
        path=$(cat "$one" 2>/dev/null) && [ -n "$path" ] || continue
        [ "$(readlink -f -- "$path")" != "$(readlink -f -- "$1")" ] ||
            fail "$1 is offered as a LUN: it is not mounted"
    done
}

disk() {
    local device=$1 partition=$2 filesystem=$3 options=nosuid,nodev,noexec
    shift 3
    trap leave EXIT
    trap 'exit 1' TERM INT HUP
    [ -b "$device" ] || fail "$device is no block device"
    not_offered "$device"
    if [ "$partition" != 0 ]; then
        need sfdisk
        window "$device" "$partition"
        device=$LOOP
    fi
    check_and_grow "$device" "$filesystem"
    [ "$filesystem" != xfs ] || options=$options,nouuid
    MOUNTED=$(mktemp -d /run/xenadmin-guest.XXXXXX)
    if ! mount -t "$filesystem" -o "$options" -- "$device" "$MOUNTED"; then
        rmdir "$MOUNTED"
        MOUNTED=
        fail "the file system on $device cannot be mounted"
    fi
    case $filesystem in
        xfs) xfs_growfs "$MOUNTED" >&2 ;;
        btrfs) btrfs filesystem resize max "$MOUNTED" >&2 ;;
    esac
    ROOT=$(realpath -e -- "$MOUNTED")
    work "$@"
    sync -f "$ROOT"
}

case ${1-} in
    disk)
        [ $# -ge 4 ] || exit 2
        shift
        disk "$@"
        ;;
    tree)
        [ $# -ge 2 ] || exit 2
        ROOT=$(realpath -e -- "$2") || fail "there is no folder $2"
        shift 2
        work "$@"
        ;;
    *)
        echo "customise: neither disk nor tree" >&2
        exit 2
        ;;
esac
