"""Every icon of the program: own SVGs, tinted for the scheme in force; nothing else names one."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.style import palette

#: Sizes that an icon holds ready: 16 px at 100, 125, 150, 200 and 300 %, and large buttons.
_SIZES = (16, 20, 24, 32, 48, 64)

_STATE_FILES = {health: f"state-{health.value}" for health in Health}

_KIND_FILES = {
    Kind.CLUSTER: "cluster",
    Kind.HOST: "host",
    Kind.SAN_SERVER: "san",
    Kind.NETWORK: "network",
    Kind.VM: "vm",
    Kind.REPLICA: "replica",
    Kind.VOLUME_GROUP: "volume-group",
    Kind.VOLUME: "volume",
    Kind.TARGET: "target",
    Kind.LUN: "lun",
    Kind.SESSION: "session",
    Kind.MULTIPATH: "multipath",
    Kind.CLUSTER_IP: "address",
    Kind.TEMPLATE: "template",
    Kind.RESOURCE: "resource",
}

#: Names of the freedesktop icon theme, used only where the desktop's own style is in charge.
_THEME_NAMES = {
    "start": "media-playback-start",
    "shutdown": "system-shutdown",
    "reboot": "system-reboot",
    "pause": "media-playback-pause",
    "console": "utilities-terminal",
    "screen": "video-display",
    "refresh": "view-refresh",
    "add": "list-add",
    "remove": "list-remove",
    "back": "go-previous",
    "forward": "go-next",
    "search": "edit-find",
    "copy": "edit-copy",
    "cancel": "dialog-cancel",
    "undo": "edit-undo",
    "settings": "configure",
    "help": "help-contents",
    "info": "help-about",
    "warning": "dialog-warning",
}


def app_icon() -> QIcon:
    """Return the program's icon."""
    icon = QIcon()
    for size in (16, 32, 48, 64, 128):
        icon.addPixmap(_render("xenadmin_gui", "#000000", size))
    return icon


def action_icon(name: str) -> QIcon:
    """Return the icon of a verb or thing: the theme's under Breeze, else ours in text colour.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    theme_name = _THEME_NAMES.get(name)
    if theme_name and not palette.is_own_look() and QIcon.hasThemeIcon(theme_name):
        return QIcon.fromTheme(theme_name)
    app_palette = QApplication.palette()
    return _icon(
        name,
        app_palette.color(QPalette.ColorRole.ButtonText).name(),
        app_palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name(),
    )


def kind_icon(kind: Kind) -> QIcon:
    """Return the icon of a kind of object, in the colour of secondary text."""
    faint = palette.faint().name()
    return _icon(_KIND_FILES[kind], faint, faint)


def kind_pixmap(kind: Kind, size: int, ratio: float, color: QColor | None = None) -> QPixmap:
    """Return the same for painting; ``size`` in device-independent pixels."""
    return _pixmap(_KIND_FILES[kind], (color or palette.faint()).name(), size, ratio)


def named_pixmap(name: str, size: int, ratio: float, color: QColor | None = None) -> QPixmap:
    """Return any icon for painting; ``size`` in device-independent pixels."""
    return _pixmap(name, (color or palette.faint()).name(), size, ratio)


def state_icon(health: Health) -> QIcon:
    """Return the shape of a state in its colour."""
    color = palette.state_color(health).name()
    return _icon(_STATE_FILES[health], color, color)


def state_pixmap(
    health: Health, size: int, ratio: float = 1.0, color: QColor | None = None
) -> QPixmap:
    """Return the shape of a state for painting; ``size`` in device-independent pixels."""
    return _pixmap(_STATE_FILES[health], (color or palette.state_color(health)).name(), size, ratio)


def mark_pixmap(name: str, size: int, ratio: float, color: QColor | None = None) -> QPixmap:
    """Return a mark that stands beside a name (``shield``)."""
    return _pixmap(f"mark-{name}", (color or palette.faint()).name(), size, ratio)


@cache
def _source(name: str) -> str:
    place = resources.files("xenadmin_gui") / "data" / "icons" / f"{name}.svg"
    return place.read_text(encoding="utf-8")


@cache
def _icon(name: str, color: str, disabled: str) -> QIcon:
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_render(name, color, size), QIcon.Mode.Normal)
        icon.addPixmap(_render(name, disabled, size), QIcon.Mode.Disabled)
    return icon


@cache
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    pixmap = _render(name, color, round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _render(name: str, color: str, pixels: int) -> QPixmap:
    text = _source(name).replace("currentColor", color)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap
