"""Secrets that a plan needs on a server: sent over standard input, kept in memory there, removed.

No argv, no unit, no journal and no preview ever holds them: those name the file.
"""

from __future__ import annotations

from xenadmin_gui.domain.command import Command

#: A file system in memory on every server: what is there is gone when it boots.
FOLDER = "/run/xenadmin"
#: Stands for the secret wherever the command is shown; the script has no use for it.
DOTS = "•••"
_KEEP = (
    'umask 077; mkdir -p -- "$(dirname -- "$1")" && cat >"$1.new" && '
    '{ [ -s "$1.new" ] || { rm -f -- "$1.new"; false; }; } && mv -fT -- "$1.new" "$1"'
)


def password_file(uuid: str) -> str:
    """Return where the hash of a new VM's password lies while the VM is made."""
    return f"{FOLDER}/{uuid}.password"


def keep_secret(path: str, text: str) -> Command:
    """Return the command that keeps its standard input in a file that only root can read."""
    return Command(("sh", "-c", _KEEP, "sh", path, DOTS), stdin=text)


def has_secret(path: str) -> Command:
    """Return the command that ends well when the file is there and not empty."""
    return Command(("test", "-s", path))


def forget_secret(path: str) -> Command:
    """Return the command that removes the file."""
    return Command(("rm", "-f", "--", path))
