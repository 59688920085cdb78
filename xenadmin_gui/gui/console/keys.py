"""What a key sends to a program: the codes of the Linux console (console_codes(4))."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ARROWS = {
    Qt.Key.Key_Up: "A",
    Qt.Key.Key_Down: "B",
    Qt.Key.Key_Right: "C",
    Qt.Key.Key_Left: "D",
}
_CODES = {
    Qt.Key.Key_Return: b"\r",
    Qt.Key.Key_Enter: b"\r",
    Qt.Key.Key_Backspace: b"\x7f",
    Qt.Key.Key_Tab: b"\t",
    Qt.Key.Key_Backtab: b"\x1b[Z",
    Qt.Key.Key_Escape: b"\x1b",
    Qt.Key.Key_Home: b"\x1b[1~",
    Qt.Key.Key_Insert: b"\x1b[2~",
    Qt.Key.Key_Delete: b"\x1b[3~",
    Qt.Key.Key_End: b"\x1b[4~",
    Qt.Key.Key_PageUp: b"\x1b[5~",
    Qt.Key.Key_PageDown: b"\x1b[6~",
    Qt.Key.Key_F1: b"\x1b[[A",
    Qt.Key.Key_F2: b"\x1b[[B",
    Qt.Key.Key_F3: b"\x1b[[C",
    Qt.Key.Key_F4: b"\x1b[[D",
    Qt.Key.Key_F5: b"\x1b[[E",
    Qt.Key.Key_F6: b"\x1b[17~",
    Qt.Key.Key_F7: b"\x1b[18~",
    Qt.Key.Key_F8: b"\x1b[19~",
    Qt.Key.Key_F9: b"\x1b[20~",
    Qt.Key.Key_F10: b"\x1b[21~",
    Qt.Key.Key_F11: b"\x1b[23~",
    Qt.Key.Key_F12: b"\x1b[24~",
}


def code_of(event: QKeyEvent, *, application_cursor: bool = False) -> bytes:
    """Return what to send for a key press; empty when a key means nothing to a program."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers()
    prefix = b"\x1b" if modifiers & Qt.KeyboardModifier.AltModifier else b""
    if key in _ARROWS:
        return prefix + (b"\x1bO" if application_cursor else b"\x1b[") + _ARROWS[key].encode()
    if key in _CODES:
        return prefix + _CODES[key]
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        code = _control(event.key())
        return prefix + code if code else b""
    return prefix + event.text().encode() if event.text() else b""


def _control(key: int) -> bytes:
    """Ctrl with a letter or one of ``@[\\]^_`` and space."""
    if key == Qt.Key.Key_Space:
        return b"\0"
    return bytes([key & 0x1F]) if 0x40 <= key <= 0x5F else b""
