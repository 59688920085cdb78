"""Both sides' data generations of a replica, asked for and put into words (drbdadm(8) get-gi)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.san import Replica
from xenadmin_gui.jobs.context import JobContext

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session

ASK_S = 20.0
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


def read_generation(text: str) -> Generation | None:
    """Read what ``drbdadm get-gi NAME`` wrote; None when that is none."""
    match = _LINE.search(text)
    return Generation(match["current"].upper(), match["bitmap"].upper()) if match else None


def ask_generations(
    session: Session, replica: Replica, context: JobContext
) -> dict[str, Generation]:
    """Ask each side for its generation; runs in a job. A side that cannot say it says why."""
    command = Command(("drbdadm", "get-gi", replica.name))
    found = {}
    for side in replica.sides:
        try:
            said = session.ask(side.server, command, context, timeout_s=ASK_S)
        except XenadminError as error:
            found[side.server] = Generation(trouble=error.sentence)
            continue
        known = read_generation(said.stdout)
        found[side.server] = known or Generation(trouble=said.stderr.strip() or said.stdout.strip())
    return found


def have_parted(generations: dict[str, Generation]) -> bool | None:
    """Say whether both sides wrote after the same generation; None when not both are known."""
    known = [one for one in generations.values() if one.current]
    if len(known) != 2:
        return None
    one, other = known
    return _data(one.current) != _data(other.current) and _data(one.bitmap) == _data(other.bitmap)


def _data(identifier: str) -> int:
    """The identifier without its lowest bit, which only tells the role."""
    return int(identifier, 16) & ~1
