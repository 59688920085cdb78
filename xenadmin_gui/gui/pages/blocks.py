"""What a page consists of, as values: facts, meters, findings, tables, notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.tree.row import Row


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a value; ``key`` makes the value a link to that object."""

    label: str
    value: str
    health: Health | None = None
    is_mono: bool = False
    tip: str = ""
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Meter:
    """A bar.

    Attributes:
        used: 0 to 1; None when not measured.
        text: What stands beside the bar, with units.
    """

    label: str
    used: float | None
    text: str
    health: Health = Health.OK


@dataclass(frozen=True, slots=True)
class HostLine:
    """One machine on the cluster's page."""

    key: Key
    name: str
    health: Health
    sentence: str
    cpu: Meter | None
    memory: Meter | None
    vms: str


@dataclass(frozen=True, slots=True)
class Facts:
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Meters:
    title: str
    meters: tuple[Meter, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong now; ``calm`` is said when nothing is. ``names`` are the subjects' names."""

    title: str
    findings: tuple[Finding, ...]
    names: tuple[str, ...]
    calm: str


@dataclass(frozen=True, slots=True)
class Hosts:
    title: str
    lines: tuple[HostLine, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of objects; ``empty`` is said when there are none."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: tuple[int, ...] = ()
    empty: str = ""


Block = Facts | Meters | Findings | Hosts | Table
#: Blocks from top to bottom; None where so much was worked out that the window may have a turn.
Blocks = Iterable[Block | None]


def blocks_in(blocks: Blocks) -> tuple[Block, ...]:
    """Return the blocks, all worked out at once."""
    return tuple(block for block in blocks if block is not None)
