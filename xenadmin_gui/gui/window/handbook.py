"""The handbook that travels with the program: its pages on the left, the one to read beside."""

from __future__ import annotations

import re
from importlib import resources

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.room import resize_within

#: In the order of the list; what is needed at three in the morning first.
PAGES = ("san", "install", "change", "console", "templates", "build-a-cluster")
BUILD = "build-a-cluster"

_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n?", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?://)[^)]*\)")


class HandbookDialog(QDialog):
    """Pages to read; links open in the browser."""

    def __init__(self, parent: QWidget | None = None, page: str = PAGES[0]) -> None:
        """Open on ``page``, one of ``PAGES``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Handbook"))
        language = QLocale().name()[:2]
        texts = [handbook_text(name, language) for name in PAGES]
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Pages"))
        for text in texts:
            item = QListWidgetItem(text.partition("\n")[0].removeprefix("# "))
            item.setSizeHint(QSize(0, max(28, self.fontMetrics().height() + spacing.M)))
            self.list.addItem(item)
        self.list.setFixedWidth(self._widest() + spacing.XL)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.windowTitle())
        self.text.document().setDocumentMargin(spacing.L)
        self.list.currentRowChanged.connect(lambda row: self.text.setMarkdown(texts[row]))
        self.list.setCurrentRow(PAGES.index(page))
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.list)
        pages.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(spacing.M, spacing.S, spacing.L, spacing.S)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(pages, 1)
        column.addLayout(buttons)
        resize_within(self, 940, 640)

    def _widest(self) -> int:
        texts = [self.list.item(row).text() for row in range(self.list.count())]
        return max(self.fontMetrics().horizontalAdvance(text) for text in texts)


def handbook_text(page: str, language: str) -> str:
    """Return a page as Markdown without pictures, in English where there is no other.

    Only links to the web stay: the files beside the page are not where the program is.
    """
    folder = resources.files("xenadmin_gui") / "data" / "handbook"
    file = folder / f"{page}.{language}.md"
    if not file.is_file():
        file = folder / f"{page}.en.md"
    text = _PICTURE.sub("", file.read_text(encoding="utf-8"))
    return _LINK.sub(r"\1", text)
