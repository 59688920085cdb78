"""What a failure of one object would mean for the VMs."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Impact:
    """What comes of an object's failure.

    Attributes:
        stops: UUIDs of the VMs that stop, in order of name.
        loses: UUIDs of the VMs that go on and lose redundancy, in order of name.
        sentence: The same in words.
    """

    stops: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    sentence: str = ""


def impact(snapshot: Snapshot, key: Key) -> Impact:
    """Return what a failure of the object ``key`` would mean, as things stand now."""
    return Impact()
