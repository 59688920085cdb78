"""The list of pages: every one can be gone to at any time; a sign stands at those with problems."""

from __future__ import annotations

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
        self._signs: dict[Place, Health] = {}
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

    def show_troubles(self, troubles: Iterable[Trouble], cautions: Iterable[Trouble] = ()) -> None:
        """Put a sign at every page that something is wrong on, or hardly meant."""
        signs = {caution.spot.place: Health.DEGRADED for caution in cautions}
        wrong = {trouble.spot.place: Health.FAILED for trouble in troubles}
        if wrong:
            wrong[Place.SUMMARY] = Health.FAILED
        signs |= wrong
        if signs != self._signs:
            self._signs = signs
            self.retint()

    def retint(self) -> None:
        """Draw the signs in the scheme in force."""
        for item in self._items():
            health = self._signs.get(item.data(_PLACE))
            item.setIcon(_nothing() if health is None else steady_icon(health))
            text = self.tr("{page}: something is wrong here")
            if health is Health.DEGRADED:
                text = self.tr("{page}: look whether this is meant")
            text = text.format(page=item.text()) if health else ""
            item.setToolTip(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text or item.text())

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
