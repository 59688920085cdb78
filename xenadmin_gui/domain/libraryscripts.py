"""The scripts that run on SAN servers for the template library; all values are arguments."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guestscripts import WRITTEN
from xenadmin_gui.domain.template import DESCRIPTION, LIBRARY, is_image_name, is_template_name

#: What a unit measures, and puts in the place of these words.
IMAGE_BYTES, DISK_BYTES, SHA256 = "@image_bytes@", "@disk_bytes@", "@sha256@"

_BEGIN = """\
set -euo pipefail
umask 022
fail() { echo "$*" >&2; exit 1; }
"""
#: new folder, image, final folder, description, format, expected checksum or nothing
_FINISH = """\
finish() {
    local new=$1 image=$2 final=$3 text=$4 format=$5 want=$6 sum bytes size
    cd -- "$new"
    sum=$(sha256sum <"$image"); sum=${sum%% *}
    [ -z "$want" ] || [ "$sum" = "$want" ] ||
        fail "The checksum of the image is $sum and should be $want: it did not arrive whole."
    bytes=$(stat -c %s -- "$image")
    case $format in
    raw) size=$bytes ;;
    raw.zst) size=$(zstd -dcq -- "$image" | wc -c) ;;
    raw.gz) size=$(gzip -dc -- "$image" | wc -c) ;;
    raw.xz) size=$(xz -dc -- "$image" | wc -c) ;;
    qcow2)
        [ "$(head -c 3 -- "$image")" = QFI ] || fail "The file is no qcow2 image."
        size=$(od -An -tu8 --endian=big -j24 -N8 -- "$image" | tr -d ' ') ;;
    *) fail "The format $format is not known." ;;
    esac
    [ "$size" -gt 0 ] && [ $((size % 512)) -eq 0 ] ||
        fail "What the file holds has $size bytes: that is no image of a disk."
    text=${text//@image_bytes@/$bytes}
    text=${text//@disk_bytes@/$size}
    printf %s "${text//@sha256@/$sum}" >template.yaml
    sync -f .
    [ ! -e "$final" ] || fail "There is $final already."
    mv -T -- "$new" "$final"
}
"""
#: What was moved lies where it was, and nothing else is left, when it does not end well.
_PUT_BACK = """\
put_back() {
    [ "$1" -ne 0 ] || return 0
    cd /
    if [ "$how" = move ] && [ -e "$new/$image" ]; then
        mkdir -p -- "$(dirname -- "$source")"
        mv -n -- "$new/$image" "$source"
    fi
    rm -rf -- "$new"
}
trap 'put_back $?' EXIT
"""
_IMPORT = (
    _BEGIN
    + _FINISH
    + "source=$1 new=$2 image=$3 how=$8\n"
    + _PUT_BACK
    + """\
case $(readlink -m -- "$1") in "$(readlink -m -- "$2")"/*) kept=yes ;; *) kept= ;; esac
[ -z "$kept" ] || { trap - EXIT; fail "$1 is left of another try: move it elsewhere first."; }
rm -rf -- "$2"
mkdir -p -- "$2"
if [ "$8" = move ]; then mv -- "$1" "$2/$3"; else cp --reflink=auto -- "$1" "$2/$3"; fi
finish "$2" "$3" "$4" "$5" "$6" "$7"
[ "$8" != move ] || rmdir -- "$(dirname -- "$1")" || true
"""
)
_CAPTURE = (
    _BEGIN
    + _FINISH
    + WRITTEN
    + "source= new=$2 image=$3 how=copy\n"
    + _PUT_BACK
    + """\
rm -rf -- "$2"
mkdir -p -- "$2"
pack() {
    case $1 in
    raw.zst) zstd -q -T0 -3 ;;
    raw.gz) gzip -1 ;;
    raw.xz) xz -T0 -1 ;;
    raw) cat ;;
    esac
}
how_read=fullblock,count_bytes
[ ! -b "$1" ] || how_read=direct,$how_read
before=$(written "$1")
dd if="$1" bs=4M iflag="$how_read" count="$7" status=none | pack "$6" >"$2/$3"
[ "$(written "$1")" = "$before" ] ||
    fail "$1 was written to while it was read: its VM was started."
finish "$2" "$3" "$4" "$5" "$6" ''
"""
)
#: Name, image; the checksum is the description's own.
_RECEIVED = """\
cd -- "$1"
sum=$(sed -n 's/^sha256: *"\\{0,1\\}\\([0-9a-f]\\{64\\}\\).*/\\1/p' template.yaml)
echo "$sum  $2" | sha256sum --check --quiet -
sync -f .
[ ! -e "$3" ] || { echo "There is $3 already." >&2; exit 1; }
mv -T -- "$1" "$3"
"""
_PUSH = (
    _BEGIN
    + """\
cd -- "$1"
tar -cf - -- template.yaml "$2" |
    ssh -o BatchMode=yes -o ConnectTimeout=10 "root@$3" "$4"
"""
)
_ROOM = """\
have=$({ df --block-size=1 --output=avail "$1" 2>/dev/null ||
    df --block-size=1 --output=avail "$2"; } | tail -n 1) && [ "$have" -ge "$3" ]
"""
_UNREAD = '[ -z "$(find /proc/[0-9]*/fd -lname "$1" 2>/dev/null | head -n 1)" ]'
_SENT = 'stat -c %s -- "$1" && sha256sum <"$1"'
_KEEP = 'umask 077; mkdir -p -- "$1" && cd -- "$1" && { [ "$3" != 0 ] || : >"$2"; } && cat >>"$2"'
_REWRITE = (
    'umask 022; cp -p -- "$1" "$1.before" && printf %s "$2" >"$1.new" && mv -f -- "$1.new" "$1"'
)


def new_folder(name: str) -> str:
    """Return where a template is made, until it is whole; a dot hides it from the probe."""
    return f"{LIBRARY}/.new-{name}"


def upload_folder(name: str) -> str:
    """Return where an image lies that was sent from the administrator's machine."""
    return f"{LIBRARY}/.upload-{name}"


def import_image(
    path: str, name: str, image: str, text: str, fmt: str, *, sha256: str = "", move: bool = False
) -> Command:
    """Return the command that makes a template of the file at ``path``.

    Args:
        text: The description, with the words for what is measured.
        sha256: What the file's checksum has to be; empty: whatever it is.
        move: Take the file away from where it lies.
    """
    places = (path, new_folder(name), image, f"{LIBRARY}/{name}")
    how = "move" if move else "copy"
    return _bash(_IMPORT, *places, text, fmt, sha256, how)


def capture_device(
    device: str, size_bytes: int, name: str, image: str, text: str, fmt: str
) -> Command:
    """Return the command that makes a template of the first bytes of a block device."""
    places = (device, new_folder(name), image, f"{LIBRARY}/{name}")
    return _bash(_CAPTURE, *places, text, fmt, str(size_bytes))


def push(name: str, image: str, address: str) -> Command:
    """Return the command that copies a whole template to another server, over ssh as root.

    Raises:
        ValueError: The names are none: they become part of a line for the other server's shell.
    """
    if not (is_template_name(name) and is_image_name(image)):
        raise ValueError(f"no names for a shell: {name!r}, {image!r}")
    new, final = new_folder(name), f"{LIBRARY}/{name}"
    line = (
        f"set -eu; umask 022; rm -rf {new}; mkdir -p {new}; tar -C {new} -xf -; "
        f"set -- {new} {image} {final}; {_RECEIVED}"
    )
    return _bash(_PUSH, final, image, address, line)


def receive(name: str, image: str) -> Command:
    """Return the command that takes up a template that was sent to its new folder, if whole."""
    return _bash(f"set -eu\n{_RECEIVED}", new_folder(name), image, f"{LIBRARY}/{name}")


def verify(name: str, image: str, sha256: str) -> Command:
    """Return the command that ends well when the image has the checksum."""
    script = 'cd -- "$1" && echo "$3  $2" | sha256sum --check --quiet -'
    return Command(("sh", "-c", script, "sh", f"{LIBRARY}/{name}", image, sha256))


def may_push(address: str) -> Command:
    """Return the command that ends well when this server may log in to another one as root."""
    options = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=5")
    return Command(("ssh", *options, f"root@{address}", "true"))


def has_room(size_bytes: int) -> Command:
    """Return the command that ends well when the library's file system has that much free."""
    return Command(("sh", "-c", _ROOM, "sh", LIBRARY, "/var/lib", str(size_bytes)))


def is_unread(path: str) -> Command:
    """Return the command that ends well when no program has the file open."""
    return Command(("sh", "-c", _UNREAD, "sh", path))


def rewrite(name: str, text: str) -> Command:
    """Return the command that gives a template another description, and keeps the one before."""
    return Command(("sh", "-c", _REWRITE, "sh", f"{LIBRARY}/{name}/{DESCRIPTION}", text))


def size_and_sum(path: str) -> Command:
    """Return the command that prints a file's size, and its checksum as sha256sum does."""
    return Command(("sh", "-c", _SENT, "sh", path))


def keep_input(folder: str, file_name: str, offset: int) -> Command:
    """Return the command that puts its input into a file, behind what is there already.

    Args:
        offset: 0: begin it anew; else how much of it is there.
    """
    return Command(("sh", "-c", _KEEP, "sh", folder, file_name, str(offset)))


def _bash(script: str, *values: str) -> Command:
    return Command(("bash", "-c", script, "bash", *values))
