"""Every other host as a target of one VM: free memory now and afterwards, and the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.sheets import moves
from xenadmin_gui.gui.style import icons
from xenadmin_gui.operations.migration import TargetChoice, best_target

_HOST, _FREE, _AFTER, _REASON = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TARGET = Qt.ItemDataRole.UserRole + 10


class HostList(QTreeWidget):
    """An impossible host stays in the list with its reason; it just cannot be chosen.

    Signals:
        chosen_changed: The chosen host changed; ``chosen`` says which.
        confirmed: A possible host was double-clicked, or Return pressed on it.
    """

    chosen_changed = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heads = (self.tr("Host"), self.tr("Free, GiB"), self.tr("Then free, GiB"), "")
        self.setHeaderLabels(heads)
        for column in (_FREE, _AFTER):
            self.headerItem().setTextAlignment(column, _RIGHT)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Hosts to move to"))
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemSelectionChanged.connect(self.chosen_changed)
        self.itemActivated.connect(self._on_activated)

    @property
    def chosen(self) -> str | None:
        """The selected possible host."""
        items = self.selectedItems()
        return items[0].data(_HOST, _TARGET) if items else None

    def show_choices(self, snapshot: Snapshot, vm: Vm, *, live: bool) -> None:
        """Show the hosts anew; the choice stays while it is possible, else the best is taken."""
        before = self.chosen
        offered = moves.choices(snapshot, vm, live=live)
        best = best_target(offered)
        wanted = before if any(c.possible and c.host == before for c in offered) else None
        self.blockSignals(True)
        self.clear()
        for choice in offered:
            item = self._item(choice, is_proposed=choice is best)
            self.addTopLevelItem(item)
            if choice.host == (wanted or (best.host if best else None)):
                self.setCurrentItem(item)
        self.blockSignals(False)
        self.chosen_changed.emit()

    def _item(self, choice: TargetChoice, *, is_proposed: bool) -> QTreeWidgetItem:
        after = moves.free_after(choice) if choice.possible else None
        reason = moves.choice_text(choice, is_proposed=is_proposed)
        item = QTreeWidgetItem(
            [
                choice.host,
                wording.gib(choice.free_bytes),
                "" if after is None else wording.gib(after),
                reason,
            ]
        )
        health = Health.OK if choice.possible and not choice.caution else Health.DEGRADED
        item.setIcon(_HOST, icons.state_icon(health if choice.possible else Health.OFF))
        item.setToolTip(_REASON, reason)
        for column in (_FREE, _AFTER):
            item.setTextAlignment(column, _RIGHT)
        if choice.possible:
            item.setData(_HOST, _TARGET, choice.host)
        else:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        if item.data(_HOST, _TARGET) is not None:
            self.confirmed.emit()
