"""What the window remembers between two runs: places, sizes, appearance."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from xenadmin_gui.gui.style.palette import Appearance
from xenadmin_gui.session import paths


def window_settings() -> QSettings:
    """Return the settings in ``$XDG_CONFIG_HOME/xenadmin/window.conf``."""
    return QSettings(str(paths.config_dir() / "window.conf"), QSettings.Format.IniFormat)


def load_bytes(settings: QSettings, name: str) -> QByteArray:
    """Return stored bytes; empty when there are none or they are of another kind."""
    value = settings.value(name)
    return value if isinstance(value, QByteArray) else QByteArray()


def load_appearance(settings: QSettings) -> Appearance:
    """Return the appearance last chosen; that of the desktop when none was."""
    try:
        return Appearance(str(settings.value("appearance", Appearance.SYSTEM.value)))
    except ValueError:
        return Appearance.SYSTEM
