"""Will do (n) · Already so (n) · Cannot (n), and the reason of everything that will not be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.sheets.content import SheetContent, SheetSubject
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.operations.plan import Verdict

#: More reasons than these scroll.
_ROWS_SHOWN = 5

_SIGNS = {
    Verdict.WILL_DO: Health.OK,
    Verdict.ALREADY: Health.OFF,
    Verdict.CANNOT: Health.DEGRADED,
}


class CountsLine(QWidget):
    """The three counts, and below them object and reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[Verdict, QLabel] = {}
        self._signs: dict[Verdict, QLabel] = {}
        line = QHBoxLayout()
        line.setSpacing(spacing.XS)
        for verdict in Verdict:
            sign, text = QLabel(), QLabel()
            self._signs[verdict], self._texts[verdict] = sign, text
            line.addWidget(sign)
            line.addWidget(text)
            line.addSpacing(spacing.L)
        line.addStretch(1)
        self.reasons = QListWidget()
        self.reasons.setFrameShape(QFrame.Shape.NoFrame)
        self.reasons.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.reasons.setWordWrap(True)
        self.reasons.setIconSize(QSize(spacing.SIGN, spacing.SIGN))
        self.reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reasons.setAccessibleName(self.tr("Objects that will not be changed, and why"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.XS)
        column.addLayout(line)
        column.addWidget(self.reasons)

    def show_content(self, content: SheetContent) -> None:
        """Show the verdicts of ``content``."""
        texts = {
            Verdict.WILL_DO: self.tr("Will do ({count})"),
            Verdict.ALREADY: self.tr("Already so ({count})"),
            Verdict.CANNOT: self.tr("Cannot ({count})"),
        }
        ratio = self.devicePixelRatioF()
        for verdict, text in texts.items():
            count = len(content.with_verdict(verdict))
            label, sign = self._texts[verdict], self._signs[verdict]
            label.setText(text.format(count=count))
            label.setEnabled(count > 0)
            health = _SIGNS[verdict] if count else Health.OFF
            sign.setPixmap(icons.state_pixmap(health, spacing.SIGN, ratio))
        others = (*content.with_verdict(Verdict.CANNOT), *content.with_verdict(Verdict.ALREADY))
        self._show_reasons(others)

    def _show_reasons(self, subjects: tuple[SheetSubject, ...]) -> None:
        self.reasons.clear()
        for subject in subjects:
            text = f"{subject.name} – {subject.reason}" if subject.reason else subject.name
            item = QListWidgetItem(icons.state_icon(_SIGNS[subject.verdict]), text)
            item.setToolTip(text)
            self.reasons.addItem(item)
        self.reasons.setVisible(bool(subjects))
        rows = min(len(subjects), _ROWS_SHOWN)
        height = sum(max(self.reasons.sizeHintForRow(row), spacing.ROW) for row in range(rows))
        self.reasons.setFixedHeight(height + spacing.XS)
