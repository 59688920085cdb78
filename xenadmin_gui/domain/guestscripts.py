"""The scripts that run on a SAN server for a new VM's disk; all values are arguments."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from xenadmin_gui.domain.command import Command

#: Nobody is offered the device as a LUN while something is written to it.
_NOT_OFFERED = """\
not_offered() {
    local one path
    for one in /sys/kernel/config/target/core/*/*/udev_path; do
        path=$(cat "$one" 2>/dev/null) && [ -n "$path" ] || continue
        [ "$(readlink -f -- "$path")" != "$(readlink -f -- "$1")" ] ||
            { echo "$1 is offered as a LUN: nothing was written to it." >&2; exit 1; }
    done
}
"""
#: How much was written to a block device since it is there; nothing where the kernel counts not.
WRITTEN = """\
written() {
    awk '{ print $5, $7 }' "/sys/class/block/$(basename -- "$(readlink -f -- "$1")")/stat" \
        2>/dev/null || true
}
"""
#: Bytes that a block device was given since it is there (Documentation/block/stat.rst).
_SO_FAR = """\
set -e
read -r _ _ _ _ _ _ sectors _ <"/sys/class/block/$(basename -- "$(readlink -f -- "$1")")/stat"
echo $((sectors * 512))
"""
#: Image, checksum, format, device. A wrong checksum ends it before a byte is written.
_UNPACK = (
    _NOT_OFFERED
    + """\
set -euo pipefail
fail() { echo "$*" >&2; exit 1; }
[ -b "$4" ] || fail "$4 is no block device."
not_offered "$4"
sum=$(sha256sum <"$1"); sum=${sum%% *}
[ "$sum" = "$2" ] || fail "The checksum of $1 is $sum and should be $2: the image is damaged."
unpack() {
    case $2 in
    raw) cat -- "$1" ;;
    raw.zst) zstd -dcq -- "$1" ;;
    raw.gz) gzip -dc -- "$1" ;;
    raw.xz) xz -dc -- "$1" ;;
    *) fail "The format $2 is not known." ;;
    esac
}
if [ "$3" = qcow2 ]; then
    qemu-img convert -n -f qcow2 -O raw -t none -- "$1" "$4"
    sync -- "$4"
else
    unpack "$1" "$3" | dd of="$4" bs=4M iflag=fullblock conv=fsync,nocreat status=none
fi
"""
)
#: Source device, device, bytes. What was written to while it was read is no copy of anything.
#: The source is read past the cache, which LIO's writes pass by too.
_COPY = (
    _NOT_OFFERED
    + WRITTEN
    + """\
set -euo pipefail
for one in "$1" "$2"; do [ -b "$one" ] || { echo "$one is no block device." >&2; exit 1; }; done
not_offered "$2"
before=$(written "$1")
dd if="$1" of="$2" bs=4M iflag=direct,fullblock,count_bytes count="$3" conv=fsync,nocreat \
    status=none
[ "$(written "$1")" = "$before" ] ||
    { echo "$1 was written to while it was copied: its VM was started." >&2; exit 1; }
"""
)
#: Unit, device or nothing: what the unit does ends, and loop devices over the device go.
_STOP = """\
systemctl stop "$1"; systemctl reset-failed "$1" 2>/dev/null
[ -n "$2" ] || exit 0
for one in $(losetup --noheadings --output NAME --associated "$2" 2>/dev/null); do
    losetup --detach "$one"
done
true
"""
_STOPPED = '[ "$(systemctl show --property=ActiveState --value "$1")" = inactive ]'
#: Address, seconds: ends well in any case, so that a guest that is silent is not taken back.
_ANSWER = """\
end=$(($(date +%s) + $2))
while [ "$(date +%s)" -lt "$end" ]; do
    if ping -c 1 -W 2 -- "$1" >/dev/null 2>&1; then echo "$1 answers."; exit 0; fi
    sleep 2
done
echo "$1 has not answered within $2 s."
"""
_HAS_TOOL = 'command -v "$1" >/dev/null'
_NAME = "customise"
#: What unpacks an image of each format.
UNPACKERS = {"raw.zst": "zstd", "raw.gz": "gzip", "raw.xz": "xz", "qcow2": "qemu-img"}


def unpack_image(path: str, sha256: str, fmt: str, device: str) -> Command:
    """Return the command that puts an image onto a block device, after a look at its checksum.

    Args:
        fmt: One of the formats of templates, such as ``raw.zst``.
    """
    return Command(("bash", "-c", _UNPACK, "bash", path, sha256, fmt, device))


def written_so_far(device: str) -> Command:
    """Return the command that tells how many bytes a block device was given, in decimal."""
    return Command(("sh", "-c", _SO_FAR, "sh", device))


def copy_device(source: str, device: str, size_bytes: int) -> Command:
    """Return the command that copies the first bytes of a block device onto another one."""
    return Command(("bash", "-c", _COPY, "bash", source, device, str(size_bytes)))


def customise(device: str, partition: int, filesystem: str, work: tuple[str, ...]) -> Command:
    """Return the command that grows the file system on a device and does ``work`` in it.

    It has mounts of its own: none outlives it.

    Args:
        partition: Of the file system; 0: the device itself is it.
        work: As ``resources/guest/customise.sh`` says.
    """
    apart = ("unshare", "--mount", "--propagation", "private")
    place = ("disk", device, str(partition), filesystem)
    return Command((*apart, "bash", "-c", script_text(), _NAME, *place, *work))


def stop_work(unit: str, device: str = "") -> Command:
    """Return the command that ends what a unit does, to a device if one is given; it waits."""
    return Command(("sh", "-c", _STOP, "sh", f"{unit}.service", device))


def work_stopped(unit: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when the unit neither runs nor is remembered."""
    return ("sh", "-c", _STOPPED, "sh", f"{unit}.service")


def wait_for_answer(address: str, seconds: int) -> Command:
    """Return the command that pings until there is an answer or the time is up; ends well."""
    return Command(("sh", "-c", _ANSWER, "sh", address, str(seconds)))


def has_tool(tool: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when a server has a program."""
    return ("sh", "-c", _HAS_TOOL, "sh", tool)


@lru_cache(maxsize=1)
def script_text() -> str:
    """Return the script that tells a guest who it is."""
    place = resources.files("xenadmin_gui") / "data" / "guest" / f"{_NAME}.sh"
    return place.read_text()
