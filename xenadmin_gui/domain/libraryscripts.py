"""The scripts that run on SAN servers for the template library; all values are arguments.

Every task works in a folder of its own and leaves its name in what it made, so that nothing that
another task makes or made under the same name is ever taken for its own.
"""

from __future__ import annotations

import re

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guestscripts import WRITTEN
from xenadmin_gui.domain.template import DESCRIPTION, LIBRARY, is_image_name, is_template_name

#: What a unit measures, and puts in the place of these words.
IMAGE_BYTES, DISK_BYTES, SHA256 = "@image_bytes@", "@disk_bytes@", "@sha256@"
#: File of a template that names the task that made it here; the dot hides it.
MADE_BY = ".made-by"
_TASK = re.compile(r"[0-9a-f]{12}")

#: What tasks left that were cut off for good: nobody has changed anything in it for days.
_SWEEP = f"""\
sweep() {{
    for left in {LIBRARY}/$1; do
        [ -d "$left" ] || continue
        [ -n "$(find "$left" -maxdepth 1 -newerct "$2" -print -quit)" ] || rm -rf -- "$left"
    done
}}
sweep '.new-*' '2 days ago'
sweep '.gone-*' '2 days ago'
sweep '.upload-*' '14 days ago'
"""
_BEGIN = """\
set -euo pipefail
umask 022
fail() { echo "$*" >&2; exit 1; }
"""
#: new folder, image, final folder, description, format, expected checksum or nothing, task
_FINISH = """\
finish() {
    local new=$1 image=$2 final=$3 text=$4 format=$5 want=$6 task=$7 sum bytes size
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
    printf '%s\\n' "$task" >.made-by
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
    + 'source=$1 new=$2 image=$3 how=$8 task=$9\n[ ! -d "$new" ] || touch -- "$new"\n'
    + _SWEEP
    + """\
# Cut off after it had taken the file away: that goes on with the file.
if [ "$how" != move ] || [ -e "$source" ] || [ ! -e "$new/$image" ]; then
    rm -rf -- "$new"
    mkdir -p -- "$new"
    kept=
else
    kept=yes
fi
"""
    + _PUT_BACK
    + """\
if [ -n "$kept" ]; then :
elif [ "$how" = move ]; then mv -- "$source" "$new/$image"
else cp --reflink=auto -- "$source" "$new/$image"; fi
finish "$new" "$image" "$4" "$5" "$6" "$7" "$task"
[ "$how" != move ] || rmdir -- "$(dirname -- "$source")" || true
"""
)
_CAPTURE = (
    _BEGIN
    + _FINISH
    + WRITTEN
    + "source= new=$2 image=$3 how=copy task=$8\n"
    + _PUT_BACK
    + _SWEEP
    + """\
rm -rf -- "$new"
mkdir -p -- "$new"
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
dd if="$1" bs=4M iflag="$how_read" count="$7" status=none | pack "$6" >"$new/$image"
[ "$(written "$1")" = "$before" ] ||
    fail "$1 was written to while it was read: its VM was started."
finish "$new" "$image" "$4" "$5" "$6" '' "$task"
"""
)
#: New folder, image, final folder, task; the checksum is the description's own.
_RECEIVED = """\
cd -- "$1"
sum=$(sed -n 's/^sha256: *"\\{0,1\\}\\([0-9a-f]\\{64\\}\\).*/\\1/p' template.yaml)
echo "$sum  $2" | sha256sum --check --quiet -
printf '%s\\n' "$4" >.made-by
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
#: Template, new folder, a name for what is gone, task; gone in one moment, then removed.
_REMOVE_MADE = """\
rm -rf -- "$2"
! grep -qsx "$4" "$1/.made-by" || mv -T -- "$1" "$3"
rm -rf -- "$3"
"""
_NOTHING_MADE = '! [ -e "$2" ] && ! grep -qsx "$3" "$1/.made-by"'
_UNREAD = '[ -z "$(find /proc/[0-9]*/fd -lname "$1" 2>/dev/null | head -n 1)" ]'
_SENT = 'stat -c %s -- "$1" && sha256sum <"$1"'
_KEEP = 'umask 077; mkdir -p -- "$1" && cd -- "$1" && { [ "$3" != 0 ] || : >"$2"; } && cat >>"$2"'
_REWRITE = (
    'umask 022; cp -p -- "$1" "$1.before" && printf %s "$2" >"$1.new" && mv -f -- "$1.new" "$1"'
)


def new_folder(name: str, task: str) -> str:
    """Return where a task makes a template, until it is whole; a dot hides it from the probe."""
    return f"{LIBRARY}/.new-{task}-{name}"


def upload_folder(name: str, sender: str) -> str:
    """Return where an image lies that was sent from an administrator's machine.

    Args:
        sender: The same for the next attempt to send that file, another one for anybody else.
    """
    return f"{LIBRARY}/.upload-{sender}-{name}"


def import_image(
    path: str,
    name: str,
    image: str,
    text: str,
    fmt: str,
    *,
    task: str,
    sha256: str = "",
    move: bool = False,
) -> Command:
    """Return the command that makes a template of the file at ``path``.

    Args:
        text: The description, with the words for what is measured.
        task: Whose work it is: twelve hexadecimal digits.
        sha256: What the file's checksum has to be; empty: whatever it is.
        move: Take the file away from where it lies.
    """
    places = (path, new_folder(name, task), image, f"{LIBRARY}/{name}")
    how = "move" if move else "copy"
    return _bash(_IMPORT, *places, text, fmt, sha256, how, task)


def capture_device(
    device: str, size_bytes: int, name: str, image: str, text: str, fmt: str, *, task: str
) -> Command:
    """Return the command that makes a template of the first bytes of a block device."""
    places = (device, new_folder(name, task), image, f"{LIBRARY}/{name}")
    return _bash(_CAPTURE, *places, text, fmt, str(size_bytes), task)


def push(name: str, image: str, address: str, *, task: str) -> Command:
    """Return the command that copies a whole template to another server, over ssh as root.

    Raises:
        ValueError: The names are none: they become part of a line for the other server's shell.
    """
    if not (is_template_name(name) and is_image_name(image) and _TASK.fullmatch(task)):
        raise ValueError(f"no names for a shell: {name!r}, {image!r}, {task!r}")
    new, final = new_folder(name, task), f"{LIBRARY}/{name}"
    line = (
        f"set -eu; umask 022; rm -rf {new}; mkdir -p {new}; tar -C {new} -xf -; "
        f"set -- {new} {image} {final} {task}; {_RECEIVED}"
    )
    return _bash(_PUSH, final, image, address, line)


def receive(name: str, image: str, *, task: str, sent_by: str) -> Command:
    """Return the command that takes up a template that was sent to a new folder, if whole.

    Args:
        sent_by: Whose new folder it is.
    """
    places = (new_folder(name, sent_by), image, f"{LIBRARY}/{name}", task)
    return _bash(f"set -eu\n{_SWEEP}{_RECEIVED}", *places)


def remove_made(name: str, task: str) -> Command:
    """Return the command that removes what a task made and began, and nothing of anybody else."""
    places = (f"{LIBRARY}/{name}", new_folder(name, task), f"{LIBRARY}/.gone-{task}-{name}")
    return Command(("sh", "-c", _REMOVE_MADE, "sh", *places, task))


def nothing_made(name: str, task: str) -> Command:
    """Return the command that ends well when nothing is there that the task made or began."""
    places = (f"{LIBRARY}/{name}", new_folder(name, task))
    return Command(("sh", "-c", _NOTHING_MADE, "sh", *places, task))


def is_made(name: str, task: str) -> Command:
    """Return the command that ends well when the template is there, whole, and made by the task."""
    return Command(("grep", "-qsx", task, f"{LIBRARY}/{name}/{MADE_BY}"))


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
