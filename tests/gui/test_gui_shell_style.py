"""Shapes and colours: readable in both schemes, distinct without colour."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.style import icons, palette

PACKAGE = Path(icons.__file__).parents[1]
SCHEMES = [palette.LIGHT, palette.DARK]


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    c = QColor(color)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ink", ["text", "faint", "degraded_text", "failed_text", "accent_text"])
@pytest.mark.parametrize("ground", ["ground", "panel", "selection"])
def test_text_has_contrast(scheme: palette.Colors, ink: str, ground: str) -> None:
    wanted = 4.5 if ground != "selection" or ink == "text" else 3.0
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= wanted


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", ["ok", "working", "degraded", "failed", "unknown"])
def test_shapes_stand_out(scheme: palette.Colors, state: str) -> None:
    assert contrast(getattr(scheme, state), scheme.ground) >= 3.0


def grey_image(health: Health) -> list[int]:
    pixmap = icons.state_pixmap(health, 12, 1.0, QColor("black"))
    source = pixmap.toImage()
    return [source.pixelColor(x, y).alpha() for x in range(12) for y in range(12)]


@pytest.mark.usefixtures("qapp")
def test_shapes_differ_in_grey_at_12_pixels() -> None:
    pictures = {health: grey_image(health) for health in Health}
    for one, other in combinations(Health, 2):
        differing = sum(
            abs(a - b) > 96 for a, b in zip(pictures[one], pictures[other], strict=True)
        )
        assert differing >= 12, (one, other)


@pytest.mark.usefixtures("qapp")
def test_every_icon_that_is_named_is_there() -> None:
    named = set()
    for path in PACKAGE.rglob("*.py"):
        named |= set(re.findall(r"action_icon\(\"([a-z-]+)\"\)", path.read_text()))
    assert named
    for name in named:
        assert not icons.action_icon(name).isNull()
    for kind in Kind:
        assert not icons.kind_icon(kind).isNull()
    for health in Health:
        assert not icons.state_icon(health).isNull()


def test_the_schemes_are_really_light_and_dark(qapp: QApplication) -> None:
    before = qapp.palette()
    try:
        palette.apply_appearance(qapp, palette.Appearance.DARK)
        assert palette.is_dark()
        palette.apply_appearance(qapp, palette.Appearance.LIGHT)
        assert not palette.is_dark()
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(before)


def test_only_icons_and_palette_name_colours() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name in ("style", "forms"):
            continue
        assert not re.search(r"[\"']#[0-9A-Fa-f]{6}[\"']", path.read_text()), path
