"""One size for content, bold for titles, monospace for commands and names of devices."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication


def content() -> QFont:
    """Return the font of ordinary text."""
    return QFont(QApplication.font())


def title() -> QFont:
    """Return the font of the one title that a page has."""
    font = content()
    font.setPointSizeF(font.pointSizeF() * 1.25)
    font.setBold(True)
    return font


def bold() -> QFont:
    """Return the font of section titles."""
    font = content()
    font.setBold(True)
    return font


def mono() -> QFont:
    """Return the fixed-width font, as large as ordinary text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(content().pointSizeF())
    return font


def tabular() -> QFont:
    """Return ordinary text whose figures are all equally wide, where the font can do that."""
    font = content()
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
