"""How to build a cluster: the page of the handbook that travels with the program."""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.room import resize_within


class HandbookDialog(QDialog):
    """A page to read; links open in the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to build a cluster"))
        self.text = QTextBrowser(self)
        self.text.setOpenExternalLinks(True)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(spacing.L)
        self.text.setMarkdown(handbook_text(QLocale().name()[:2]))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        buttons = QDialogButtonBox(self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.setContentsMargins(spacing.S, 0, spacing.S, spacing.S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        resize_within(self, 760, 600)


def handbook_text(language: str) -> str:
    """Return the page as Markdown, in English where there is no other."""
    folder = resources.files("xenadmin_gui") / "data" / "handbook"
    page = folder / f"build-a-cluster.{language}.md"
    if not page.is_file():
        page = folder / "build-a-cluster.en.md"
    return page.read_text(encoding="utf-8")
