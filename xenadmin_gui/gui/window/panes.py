"""F6: the keyboard goes from one pane of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_pane(panes: Sequence[QWidget], focus: QWidget | None, step: int) -> QWidget:
    """Return the pane ``step`` further than the one that has the keyboard, round and round."""
    place = -1 if step > 0 else 0
    for number, pane in enumerate(panes):
        if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
            place = number
    return panes[(place + step) % len(panes)]


def give_focus(pane: QWidget) -> None:
    """Give the keyboard to ``pane``, or to the first widget in it that takes it."""
    takers = [pane, *pane.findChildren(QWidget)]
    for widget in takers:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
