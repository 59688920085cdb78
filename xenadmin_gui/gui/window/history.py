"""Where the administrator has been: back and forward like in a browser."""

from __future__ import annotations

from xenadmin_gui.domain.keys import Key

_MOST = 200


class History:
    """A line of visited objects and the place in it."""

    def __init__(self) -> None:
        self._visited: list[Key] = []
        self._place = -1

    @property
    def can_go_back(self) -> bool:
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        return self._place < len(self._visited) - 1

    def visit(self, key: Key) -> None:
        """Note a visit; what lay ahead is forgotten. A visit to the same place counts once."""
        if self._place >= 0 and self._visited[self._place] == key:
            return
        self._visited = [*self._visited[: self._place + 1], key][-_MOST:]
        self._place = len(self._visited) - 1

    def back(self) -> Key | None:
        """Go one step back; None at the beginning."""
        return self._step(-1)

    def forward(self) -> Key | None:
        """Go one step forward; None at the end."""
        return self._step(1)

    def _step(self, step: int) -> Key | None:
        if not 0 <= self._place + step < len(self._visited):
            return None
        self._place += step
        return self._visited[self._place]
