"""What this program is, which version, under which licence, on what it stands."""

from __future__ import annotations

import platform
from importlib import metadata

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from xenadmin_gui.gui import shelltext
from xenadmin_gui.gui.style import fonts, icons, spacing


def version() -> str:
    """Return the version of the installed package, or ``?`` in an uninstalled tree."""
    try:
        return metadata.version("xenadmin_gui")
    except metadata.PackageNotFoundError:
        return "?"


def version_lines() -> str:
    """Return what a report of a fault should contain."""
    return "\n".join(
        (
            f"xenadmin_gui {version()}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
            platform.platform(),
        )
    )


class AboutDialog(QDialog):
    """Name, purpose, versions, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About xenadmin"))
        picture = QLabel()
        picture.setPixmap(icons.app_icon().pixmap(64, 64))
        name = QLabel("xenadmin")
        name.setFont(fonts.title())
        purpose = QLabel(
            self.tr("The desktop for a Xen, iSCSI and DRBD cluster that Pacemaker keeps available.")
        )
        versions = QLabel(version_lines())
        licence = QLabel(
            self.tr(
                "Free software under the GNU General Public License, version 3 or later. "
                "It comes with no warranty."
            )
        )
        for label in (purpose, versions, licence):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = QVBoxLayout()
        text.setSpacing(spacing.S)
        for label in (name, purpose, versions, licence):
            text.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(spacing.L)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(text, 1)
        copy = QPushButton(icons.action_icon("copy"), self.tr("&Copy versions"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: shelltext.copy(version_lines() + "\n"))
        close = QPushButton(self.tr("C&lose"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.L, spacing.L, spacing.M)
        column.setSpacing(spacing.L)
        column.addLayout(top)
        column.addLayout(buttons)
        self.setMinimumWidth(440)
        close.setFocus()
