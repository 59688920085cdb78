"""The identifiers of a replica's data on one side, as its metadata has them (drbdadm(8) get-gi)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.operations.san.commands import drbdadm

_LINE = re.compile(r"(?P<current>[0-9A-Fa-f]{16}):(?P<bitmap>[0-9A-Fa-f]{16}):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Generation:
    """What one side's metadata says.

    Attributes:
        current: Identifier of its data now, 16 hexadecimal digits; empty when not known.
        bitmap: Of the data that it had in common with the other side when they parted.
        trouble: Why it is not known; empty when it is.
    """

    current: str = ""
    bitmap: str = ""
    trouble: str = ""


def generation_command(replica: str) -> Command:
    """Ask one side for its generation."""
    return drbdadm("get-gi", replica)


def read_generation(text: str) -> Generation | None:
    """Read what ``drbdadm get-gi NAME`` wrote; None when that is none."""
    match = _LINE.search(text)
    return Generation(match["current"].upper(), match["bitmap"].upper()) if match else None


def have_parted(generations: tuple[Generation, ...]) -> bool | None:
    """Say whether both sides wrote after the same generation; None when not both are known."""
    known = [one for one in generations if one.current]
    if len(known) != 2:
        return None
    one, other = known
    return _data(one.current) != _data(other.current) and _data(one.bitmap) == _data(other.bitmap)


def _data(identifier: str) -> int:
    """The identifier without its lowest bit, which only tells the role."""
    return int(identifier, 16) & ~1
