"""Flat tabs for our own look; Breeze keeps its own."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar

from xenadmin_gui.gui.style import palette


def flatten_tabs(tabs: QTabBar) -> None:
    """Draw ``tabs`` as words, the one in front underlined; call again when the scheme changed."""
    colors = palette.colors()
    tabs.setStyleSheet(
        f"""
        QTabBar {{ background: transparent; border: none; }}
        QTabBar::tab {{
            background: transparent; border: none; border-bottom: 2px solid transparent;
            padding: 4px 10px 3px 10px; color: {colors.faint};
        }}
        QTabBar::tab:selected {{ color: {colors.text}; border-bottom-color: {colors.accent}; }}
        QTabBar::tab:hover:!selected {{ border-bottom-color: {colors.line}; }}
        QTabBar:focus::tab:selected {{ color: {colors.accent_text}; }}
        """
        if palette.is_own_look()
        else ""
    )
