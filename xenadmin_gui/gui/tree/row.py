"""One row of a tree as a value: what it is about and where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.states import Health

RowId = Hashable


@dataclass(frozen=True, slots=True)
class Cells:
    """What the delegate paints of one row; also what a screen reader says.

    Attributes:
        health: State shape in front, or None for a group.
        icon: Name of an icon of ``style.icons`` behind the shape, or empty.
        texts: One text a column; the first is the name.
        detail: Secondary text at the right edge of the first column; may be empty.
        detail_health: Colours the detail when it is not OK.
        shield: Whether it is protected.
        tip: Tool tip.
    """

    health: Health | None
    texts: tuple[str, ...]
    icon: str = ""
    detail: str = ""
    detail_health: Health = Health.OK
    shield: bool = False
    tip: str = ""

    @property
    def spoken(self) -> str:
        """One line for a screen reader."""
        state = self.health.value if self.health else ""
        return ", ".join(part for part in (*self.texts, state, self.detail, self.tip) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the rows below it.

    Attributes:
        id: Identity inside one view; the row keeps it when it moves.
        key: The object, or None for a group.
        facts: Compared between two snapshots: when they are equal the row need not be painted.
        describe: Makes the cells from ``facts`` when they are needed.
        children: In the order of the view.
        is_open: Whether it is shown expanded when it is new.
    """

    id: RowId
    key: Key | None
    facts: Any
    describe: Callable[[Any], Cells] = field(compare=False)
    children: tuple[Row, ...] = ()
    is_open: bool = False
