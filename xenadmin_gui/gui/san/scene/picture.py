"""What a picture consists of, as values: boxes in columns and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.states import Health

NodeId = str


@dataclass(frozen=True, slots=True)
class Node:
    """One box.

    Attributes:
        id: Unique in the picture; the same in the next picture of the same object.
        column: Id of the column it stands in.
        key: Object that it is; None for what has no page (a path, a disk of a VM).
        fails_as: Object whose failure is asked for; ``key`` when None.
        is_strong: Whether it belongs to the own chain; the rest is drawn faint.
        tip: Its numbers, shown under the pointer.
        inside: Small shapes in the box (the VMs of a host).
        is_named: Whether such a small shape has its name beside it.
        is_flat: Whether title and note share a line.
    """

    id: NodeId
    column: str
    title: str
    note: str = ""
    health: Health | None = None
    key: Key | None = None
    fails_as: Key | None = None
    is_strong: bool = True
    tip: str = ""
    inside: tuple[Node, ...] = ()
    is_named: bool = False
    is_flat: bool = False

    @property
    def subject(self) -> Key | None:
        """The object whose failure is asked for."""
        return self.fails_as or self.key


@dataclass(frozen=True, slots=True)
class Link:
    """One line between boxes of neighbouring columns, or of two boxes below one another.

    Attributes:
        network: 0 for A, 1 for B …; None where it goes over no network of its own.
        letter: Name written at the line (``A``); empty: none.
        reason: Why it is broken, written at the gap; empty while it is whole.
    """

    source: NodeId
    target: NodeId
    network: int | None = None
    letter: str = ""
    reason: str = ""
    is_strong: bool = True
    health: Health | None = None

    @property
    def id(self) -> str:
        return f"{self.source}→{self.target}"


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes and lines; ``columns`` are (id, head) from left to right.

    Attributes:
        networks: Name of each network by its number in ``Link.network``.
    """

    columns: tuple[tuple[str, str], ...] = ()
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    networks: tuple[str, ...] = ()


def letter_of(number: int) -> str:
    """Return the name of a network in the picture: A, B, C …"""
    return chr(ord("A") + number % 26)
