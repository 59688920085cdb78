"""The colours a picture is drawn in: the scheme in force, or black and white for paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.style import palette


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of one picture.

    Attributes:
        is_paper: Whether shapes are drawn black.
    """

    ground: QColor
    panel: QColor
    text: QColor
    faint: QColor
    line: QColor
    accent: QColor
    is_paper: bool = False

    def state(self, health: Health) -> QColor:
        """Return the colour of a state's shape."""
        return self.text if self.is_paper else palette.state_color(health)

    def words(self, health: Health) -> QColor:
        """Return the colour of a state's words."""
        return self.text if self.is_paper else palette.text_color(health)


def screen_ink() -> Ink:
    """Return the colours of the scheme in force."""
    scheme = palette.colors()
    return Ink(
        QColor(scheme.ground),
        QColor(scheme.panel),
        QColor(scheme.text),
        QColor(scheme.faint),
        QColor(scheme.line),
        QColor(scheme.accent),
    )


def paper_ink() -> Ink:
    """Return black on white."""
    black, white, grey = QColor("#000000"), QColor("#FFFFFF"), QColor("#606060")
    return Ink(white, white, black, grey, grey, black, is_paper=True)
