"""The script that gives an installer its answers; all values are arguments."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command

#: Initrd, answers, their name in it, the new initrd. An archive (cpio, newc) with one file goes
#: behind the initrd: the kernel unpacks one after the other, each beginning at a multiple of four
#: bytes (Documentation/driver-api/early-userspace/buffer-format.rst). No cpio is needed.
_APPEND = """\
set -euo pipefail
umask 077
initrd=$1 answers=$2 name=$3 new=$4
[ -s "$answers" ] || { echo "The answers are not in the memory of this host." >&2; exit 1; }
(umask 022; mkdir -p -- "$(dirname -- "$new")")
padding() { head -c "$(((4 - $1 % 4) % 4))" /dev/zero; }
entry() {
    printf '070701%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X' \\
        "$2" "$3" 0 0 1 0 "$4" 0 0 0 0 "$((${#1} + 1))" 0
    printf '%s\\0' "$1"
    padding "$((110 + ${#1} + 1))"
}
cp -- "$initrd" "$new.part"
size=$(stat -c %s -- "$answers")
{
    padding "$(stat -L -c %s -- "$initrd")"
    entry "$name" 1 "$((0100600))" "$size"
    cat -- "$answers"
    padding "$size"
    entry 'TRAILER!!!' 0 0 0
} >>"$new.part"
chmod 600 -- "$new.part"
mv -fT -- "$new.part" "$new"
"""


def append_answers(initrd: str, answers: str, name: str, new: str) -> Command:
    """Return the command that makes ``new`` of ``initrd`` with one more file ``name`` in its root.

    Args:
        answers: Path of that file's content.
    """
    return Command(("bash", "-c", _APPEND, "bash", initrd, answers, name, new))
