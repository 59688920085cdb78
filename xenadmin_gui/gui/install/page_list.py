"""The list of pages: every one can be gone to at any time; a sign stands at those with problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.install.page import steady_icon
from xenadmin_gui.gui.install.places import Place, Trouble
from xenadmin_gui.gui.style import spacing

_PLACE = Qt.ItemDataRole.UserRole


class PageList(QListWidget):
    """Signals: chosen, a page (Place)."""

    chosen = Signal(object)

    def __init__(self, pages: Iterable[tuple[Place, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(spacing.SIGN, spacing.SIGN))
        self.setAccessibleName(self.tr("Pages"))
        self.setContentsMargins(0, spacing.S, 0, 0)
        self._wrong: Counter[Place] = Counter()
        for place, title in pages:
            item = QListWidgetItem(_nothing(), title)
            item.setData(_PLACE, place)
            item.setSizeHint(QSize(0, max(28, self.fontMetrics().height() + spacing.M)))
            self.addItem(item)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(self.sizeHintForColumn(0) + self._widest() + spacing.XXL + spacing.L)
        self.currentItemChanged.connect(self._on_current)

    def select(self, place: Place) -> None:
        """Mark the page that is in front."""
        with QSignalBlocker(self):
            for item in self._items():
                if item.data(_PLACE) == place:
                    self.setCurrentItem(item)

    def show_troubles(self, troubles: Iterable[Trouble]) -> None:
        """Put a sign at every page that something is wrong on."""
        wrong = Counter(trouble.spot.place for trouble in troubles)
        if sum(wrong.values()):
            wrong[Place.SUMMARY] = max(1, wrong[Place.SUMMARY])
        if wrong != self._wrong:
            self._wrong = wrong
            self.retint()

    def retint(self) -> None:
        """Draw the signs in the scheme in force."""
        for item in self._items():
            count = self._wrong[item.data(_PLACE)]
            item.setIcon(steady_icon(Health.FAILED) if count else _nothing())
            text = self.tr("{page}: something is wrong here").format(page=item.text())
            item.setToolTip(text if count else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text if count else item.text())

    def _items(self) -> list[QListWidgetItem]:
        found = (self.item(number) for number in range(self.count()))
        return [item for item in found if item is not None]

    def _widest(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(item.text()) for item in self._items())

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(Place(item.data(_PLACE)))


def _nothing() -> QIcon:
    """An empty sign, so that the words stand below one another."""
    pixmap = QPixmap(spacing.SIGN, spacing.SIGN)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
