"""The sixteen colours of a terminal, for a light and a dark ground."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

#: As pyte names them; on a light ground the bright ones are darkened so that they can be read.
_DARK = {
    "black": "#5c6370",
    "red": "#f0616b",
    "green": "#4cc77e",
    "brown": "#f6a821",
    "blue": "#61b5ea",
    "magenta": "#b08fe8",
    "cyan": "#4fc4cf",
    "white": "#eff0f1",
}
_LIGHT = {
    "black": "#232629",
    "red": "#c6303c",
    "green": "#1f7a45",
    "brown": "#8a5a00",
    "blue": "#2a6fa8",
    "magenta": "#6a48b0",
    "cyan": "#14707a",
    "white": "#6c7276",
}


def color_of(name: str, palette: QPalette, *, is_ground: bool) -> QColor:
    """Return the colour that a program asked for by ``name``."""
    role = QPalette.ColorRole.Base if is_ground else QPalette.ColorRole.Text
    if name == "default":
        return palette.color(role)
    ground = palette.color(QPalette.ColorRole.Base)
    table = _DARK if ground.lightness() < 128 else _LIGHT
    plain = name.removeprefix("bright")
    if plain in table:
        return QColor(table[plain])
    given = QColor(f"#{name}")
    return given if given.isValid() else palette.color(role)
