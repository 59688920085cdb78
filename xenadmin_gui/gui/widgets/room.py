"""The size of a dialog, on a small screen too: its buttons must be in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

#: What the frame and the title bar take.
_BESIDE, _ABOVE = 40, 60


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """Give ``dialog`` this size, or what its screen has room for."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - _BESIDE), min(height, room.height() - _ABOVE))


def make_room(dialog: QWidget) -> None:
    """Grow so that no complaint squeezes its field; never shrink under the mouse."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    wanted = layout.totalHeightForWidth(dialog.width())
    if wanted > dialog.height():
        dialog.resize(dialog.width(), wanted)
