"""A LUN that is going to be."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.operations.san.serial import wwid_of


@dataclass(frozen=True, slots=True)
class NewLun:
    """What a new LUN exports, and how hosts are to know it.

    Attributes:
        volume: Name of the volume; the LUN is named after it.
        serial: Decides the WWID.
        besides: Volumes that other rows of the same plan export meanwhile.
    """

    volume: str
    device: str
    number: int
    serial: str
    read_only: bool = False
    besides: tuple[str, ...] = ()

    @property
    def wwid(self) -> str:
        """As hosts see it."""
        return wwid_of(self.serial)
